//! A chain of its own for each mark: root, issuing authority, signer, lists.

use kernel::Moment;
use pki::{KeySigner, Name, RevocationReason, Revoked, SignForm, oid, sign_detached};
use testkit::authority;

pub use testkit::authority::{DAY, list};

pub fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-22T10:00:00Z").unwrap()
}

/// Root, issuing authority and signer, each with its key.
pub struct Cast {
    pub root: KeySigner,
    pub issuing: KeySigner,
    pub signer: KeySigner,
}

impl Cast {
    /// An authority of these names; `seed` tells its keys from those of another cast.
    pub fn new(root_name: &str, issuing_name: &str, signer_name: &str, seed: u8) -> Self {
        let named = |name: &str| Name::builder().with(oid::COMMON_NAME, name).build().unwrap();
        let root = authority::root(named(root_name), seed, now());
        let issuing = authority::authority(&root, named(issuing_name), seed + 1, now());
        let signer = authority::person(&issuing, named(signer_name), seed + 2, now());
        Self { root, issuing, signer }
    }

    /// «ООО Ромашка» under an authority that calls itself unqualified.
    pub fn unqualified() -> Self {
        Self::new("Корневой УЦ НЕКВАЛИФИЦИРОВАННЫЙ", "УЦ НЕКВАЛИФИЦИРОВАННЫЙ", "ООО «Ромашка»", 10)
    }

    pub fn sign(&self, content: &[u8]) -> Vec<u8> {
        sign_detached(content, &self.signer, SignForm::CadesBes { at: now() }).unwrap()
    }

    /// PEM of root and issuing authority.
    pub fn authorities_pem(&self) -> String {
        [&self.root, &self.issuing].map(|s| pki::Signer::certificate(s).to_pem().unwrap()).concat()
    }

    /// PEM of the lists of both; the signer stands in the issuing authority's when `revoked`.
    pub fn lists_pem(&self, revoked: bool) -> String {
        let signer = pki::Signer::certificate(&self.signer).serial().clone();
        let entries = if revoked {
            vec![(signer, Revoked { at: now().minus(DAY), reason: RevocationReason::KeyCompromise })]
        } else {
            Vec::new()
        };
        [list(&self.root, 1, now(), Vec::new()), list(&self.issuing, 1, now(), entries)]
            .map(|list| list.to_pem().unwrap())
            .concat()
    }
}
