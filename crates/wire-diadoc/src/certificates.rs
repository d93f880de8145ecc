//! Certificates of the caller's organization, which a surface can only be lent: no surface may call the room that keeps
//! them.

use std::fmt;
use std::sync::Arc;

use account::OrgScope;
use futures::future::BoxFuture;
use store::Fault;

/// A search for a certificate.
type Found = BoxFuture<'static, Result<Option<pki::Certificate>, Fault>>;
/// How one is found.
type Find = dyn Fn(OrgScope, Vec<u8>) -> Found + Send + Sync;

/// Finds certificates issued here to the scope's organization by their thumbprints (SHA-1).
#[derive(Clone)]
pub struct Certificates(Arc<Find>);

impl Certificates {
    /// By this search.
    pub fn new(find: impl Fn(OrgScope, Vec<u8>) -> Found + Send + Sync + 'static) -> Self {
        Self(Arc::new(find))
    }

    /// The certificate, if the organization has it.
    pub(crate) fn find(&self, scope: &OrgScope, thumbprint: Vec<u8>) -> Found {
        (self.0)(scope.clone(), thumbprint)
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Certificates")
    }
}
