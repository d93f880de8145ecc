//! The stored inputs of a report, as they are written and read back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::Moment;
use pki::{
    Anchors, AttributeOrder, Certificate, ContentDigest, Demands, DigestAlgorithm, Evidence, Oid, PkiRefusal,
    PolicyDemands, Revocation, RevocationList,
};
use serde::{Deserialize, Serialize};

/// Name and version of the form; another one is refused.
pub(super) const FORMAT: &str = "svitok-evidence-1";

/// Everything a report is made from. Binary values are base64 of the exact bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceView {
    /// `svitok-evidence-1`.
    pub format: String,
    /// Digests of the content; the content itself is not kept here.
    pub content: Vec<ContentDigestView>,
    /// The signature, DER of CMS SignedData.
    pub message: String,
    /// Trusted certificates, DER.
    pub roots: Vec<String>,
    /// Certificates known but not trusted, DER.
    pub intermediates: Vec<String>,
    /// Revocation lists, DER.
    pub revocation_lists: Vec<String>,
    /// What was demanded.
    pub demands: DemandsView,
}

/// One digest of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContentDigestView {
    /// Identifier of the algorithm, dotted.
    pub algorithm: String,
    /// Its octets, hexadecimal.
    pub octets: String,
}

/// What was demanded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandsView {
    /// The moment judged for, microseconds UTC since 1970.
    pub at_micros: i64,
    /// `require`, `if_present`, `not_asked`.
    pub revocation: String,
    /// `der`, `der_or_as_sent`.
    pub attribute_order: String,
    /// Policies of which one is wanted, dotted; empty: any.
    pub policies: Vec<String>,
    /// A policy must hold along the whole chain.
    pub explicit_policy: bool,
    /// No policy may be mapped.
    pub inhibit_policy_mapping: bool,
    /// anyPolicy counts for nothing.
    pub inhibit_any_policy: bool,
}

impl EvidenceView {
    pub(super) fn of(evidence: &Evidence) -> Self {
        let certificates = |list: &[Certificate]| list.iter().map(|one| STANDARD.encode(one.to_der())).collect();
        let digest = |one: &ContentDigest| ContentDigestView {
            algorithm: one.algorithm.oid().to_string(),
            octets: hex::encode(&one.octets),
        };
        Self {
            format: FORMAT.to_owned(),
            content: evidence.content.iter().map(digest).collect(),
            message: STANDARD.encode(&evidence.message),
            roots: certificates(&evidence.anchors.roots),
            intermediates: certificates(&evidence.anchors.intermediates),
            revocation_lists: evidence.anchors.crls.iter().map(|list| STANDARD.encode(list.to_der())).collect(),
            demands: DemandsView::of(&evidence.demands),
        }
    }

    /// Reads the inputs back. Says which part cannot be read.
    pub(super) fn read(&self) -> Result<Evidence, &'static str> {
        if self.format != FORMAT {
            return Err("evidence.format");
        }
        let anchors = Anchors {
            roots: read_all(&self.roots, Certificate::from_der).ok_or("evidence.roots")?,
            intermediates: read_all(&self.intermediates, Certificate::from_der).ok_or("evidence.intermediates")?,
            crls: read_all(&self.revocation_lists, RevocationList::from_der).ok_or("evidence.revocation_lists")?,
            memory: None,
        };
        Ok(Evidence {
            content: self.content.iter().map(read_digest).collect::<Option<_>>().ok_or("evidence.content")?,
            message: STANDARD.decode(&self.message).map_err(|_| "evidence.message")?,
            anchors,
            demands: self.demands.read().ok_or("evidence.demands")?,
        })
    }
}

impl DemandsView {
    pub(super) fn of(demands: &Demands) -> Self {
        let Demands { at, revocation, attribute_order, policies } = demands;
        Self {
            at_micros: at.micros(),
            revocation: revocation_word(*revocation).to_owned(),
            attribute_order: order_word(*attribute_order).to_owned(),
            policies: policies.accepted.iter().map(ToString::to_string).collect(),
            explicit_policy: policies.explicit,
            inhibit_policy_mapping: policies.inhibit_mapping,
            inhibit_any_policy: policies.inhibit_any,
        }
    }

    fn read(&self) -> Option<Demands> {
        let revocations = [Revocation::Require, Revocation::IfPresent, Revocation::NotAsked];
        let orders = [AttributeOrder::Der, AttributeOrder::DerOrAsSent];
        Some(Demands {
            at: Moment::from_micros(self.at_micros),
            revocation: revocations.into_iter().find(|one| revocation_word(*one) == self.revocation)?,
            attribute_order: orders.into_iter().find(|one| order_word(*one) == self.attribute_order)?,
            policies: PolicyDemands {
                accepted: self.policies.iter().map(|policy| Oid::new(policy).ok()).collect::<Option<_>>()?,
                explicit: self.explicit_policy,
                inhibit_mapping: self.inhibit_policy_mapping,
                inhibit_any: self.inhibit_any_policy,
            },
        })
    }
}

fn revocation_word(revocation: Revocation) -> &'static str {
    match revocation {
        Revocation::Require => "require",
        Revocation::IfPresent => "if_present",
        Revocation::NotAsked => "not_asked",
    }
}

fn order_word(order: AttributeOrder) -> &'static str {
    match order {
        AttributeOrder::Der => "der",
        AttributeOrder::DerOrAsSent => "der_or_as_sent",
    }
}

fn read_digest(view: &ContentDigestView) -> Option<ContentDigest> {
    let algorithm = DigestAlgorithm::named(Oid::new(&view.algorithm).ok()?);
    Some(ContentDigest { algorithm, octets: hex::decode(&view.octets).ok()? })
}

fn read_all<T>(list: &[String], read: fn(&[u8]) -> Result<T, PkiRefusal>) -> Option<Vec<T>> {
    list.iter().map(|text| STANDARD.decode(text).ok().and_then(|der| read(&der).ok())).collect()
}
