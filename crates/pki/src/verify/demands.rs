//! What is asked of a verification, and what the verifier knows.

use crate::asn1::Result;
use crate::certificate::Certificate;
use crate::memory::SignatureMemory;
use crate::oid::Oid;
use crate::refusal::PkiRefusal;
use crate::revocation_list::RevocationList;
use kernel::Moment;

/// What the verifier trusts and knows. All parts are cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Anchors {
    /// Trusted certificates: roots, or anything else one chooses to trust, a signer's own certificate included.
    pub roots: Vec<Certificate>,
    /// Certificates known but not trusted: issuers between, signers' certificates that messages leave out.
    pub intermediates: Vec<Certificate>,
    /// Revocation lists; whose they are is found out by their signatures.
    pub crls: Vec<RevocationList>,
    /// Issuers' signatures found good before, shared by many verifications; `None`: each is checked again.
    pub memory: Option<SignatureMemory>,
}

impl Anchors {
    /// Trusts every certificate of a PEM text and takes the revocation lists that stand among them.
    /// Refuses a text without a certificate.
    pub fn from_pem(text: &str) -> Result<Self> {
        let roots = Certificate::list_from_pem(text)?;
        let crls = match RevocationList::list_from_pem(text) {
            Err(PkiRefusal::Pem(_)) if !text.contains("CRL-----") => Vec::new(),
            lists => lists?,
        };
        Ok(Self { roots, crls, ..Self::default() })
    }
}

/// How much is demanded about revocation.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Revocation {
    /// Every certificate below the anchor must be shown not revoked.
    Require,
    /// Lists at hand are used; a missing one is no objection.
    IfPresent,
    /// Not looked at; the report says so.
    NotAsked,
}

/// In which order signed attributes may be hashed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum AttributeOrder {
    /// DER's only (RFC 5652 §5.4).
    #[default]
    Der,
    /// DER's, and if that fails the order as sent: some old signers hashed what they sent. The report tells.
    DerOrAsSent,
}

/// Policies demanded of a chain (RFC 5280 §6.1.1 (c), (e)–(g)); the usual demand is none.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PolicyDemands {
    /// Policies of which one is wanted; empty: any.
    pub accepted: Vec<Oid>,
    /// One of them must hold along the whole chain; otherwise only an authority may demand that.
    pub explicit: bool,
    /// No policy may be mapped to another.
    pub inhibit_mapping: bool,
    /// anyPolicy counts for nothing.
    pub inhibit_any: bool,
}

/// What is asked of a verification.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Demands {
    /// The moment for which validity and revocation are judged.
    pub at: Moment,
    /// Revocation.
    pub revocation: Revocation,
    /// Compatibility switch.
    pub attribute_order: AttributeOrder,
    /// Policies.
    pub policies: PolicyDemands,
}

impl Demands {
    /// Strict about everything but policies.
    #[must_use]
    pub fn new(at: Moment) -> Self {
        let (attribute_order, policies) = (AttributeOrder::Der, PolicyDemands::default());
        Self { at, revocation: Revocation::Require, attribute_order, policies }
    }
}
