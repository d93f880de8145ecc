//! The verdict on a signed content: what was found, part by part. Never a bare "valid".

use crate::SignatureKind;
use kernel::Moment;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One part of a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Part {
    /// Checked and good.
    Good,
    /// Checked and bad.
    Bad {
        /// Stable word for what is wrong.
        reason: String,
    },
    /// Could not be checked.
    Unknown {
        /// Stable word for what is missing.
        reason: String,
    },
    /// Nobody asked for it.
    NotAsked,
}

impl Part {
    /// True only for [`Part::Good`].
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Good)
    }

    /// True only for [`Part::Bad`].
    pub fn is_bad(&self) -> bool {
        matches!(self, Self::Bad { .. })
    }

    /// The reason, for bad and unknown.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Bad { reason } | Self::Unknown { reason } => Some(reason),
            Self::Good | Self::NotAsked => None,
        }
    }

    /// Key of its text, which takes the reason.
    pub fn text_key(&self) -> &'static str {
        match self {
            Self::Good => "trust-part-good",
            Self::Bad { .. } => "trust-part-bad",
            Self::Unknown { .. } => "trust-part-unknown",
            Self::NotAsked => "trust-part-not-asked",
        }
    }

    /// Order of weakness: bad, unknown, not asked, good.
    fn weakness(&self) -> u8 {
        match self {
            Self::Bad { .. } => 3,
            Self::Unknown { .. } => 2,
            Self::NotAsked => 1,
            Self::Good => 0,
        }
    }
}

/// How far the chain of certificates is trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Chain {
    /// Every link was checked up to this trusted certificate.
    TrustedUpTo {
        /// Its common name (or organization).
        root: String,
        /// BLAKE3 of its DER, hexadecimal.
        root_fingerprint: String,
    },
    /// A link is bad: expired, not an authority, a wrong signature.
    Broken {
        /// Stable word for what is wrong.
        reason: String,
    },
    /// No path to a trusted certificate is known here.
    Unknown {
        /// Stable word for what is missing.
        reason: String,
    },
}

impl Chain {
    /// True when a path up to a trusted certificate was found and is good.
    pub fn is_trusted(&self) -> bool {
        matches!(self, Self::TrustedUpTo { .. })
    }

    fn weakness(&self) -> u8 {
        match self {
            Self::Broken { .. } => 2,
            Self::Unknown { .. } => 1,
            Self::TrustedUpTo { .. } => 0,
        }
    }
}

/// Something a reader may think was checked and was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotChecked {
    /// No list for every link of the chain, or it was not asked.
    Revocation,
    /// The time of signing is the signer's own claim; no time stamp proves it.
    SigningTime,
    /// The signature does not bind its certificate (no signing-certificate attribute).
    CertificateBinding,
    /// Whether the authority was accredited: no accredited list is loaded.
    Accreditation,
    /// Whether the signer was entitled to sign for the organization.
    Entitlement,
}

impl NotChecked {
    /// Stable word, as other rooms keep it.
    pub fn word(self) -> &'static str {
        self.text_key().trim_start_matches("trust-not-checked-")
    }

    /// Key of its text.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Revocation => "trust-not-checked-revocation",
            Self::SigningTime => "trust-not-checked-signing-time",
            Self::CertificateBinding => "trust-not-checked-certificate-binding",
            Self::Accreditation => "trust-not-checked-accreditation",
            Self::Entitlement => "trust-not-checked-entitlement",
        }
    }
}

/// The parts taken together, after EN 319 102-1 §5.1.3: passed, failed, indeterminate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Summary {
    /// Integrity, chain and revocation were all checked and are good.
    Proven,
    /// Nothing is bad; integrity and chain are good, revocation was not asked.
    ProvenWithoutRevocation,
    /// Nothing is bad, something needed is not known.
    Undetermined,
    /// Something is bad.
    Failed,
}

impl Summary {
    /// Key of its text.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Proven => "trust-report-summary-proven",
            Self::ProvenWithoutRevocation => "trust-report-summary-proven-without-revocation",
            Self::Undetermined => "trust-report-summary-undetermined",
            Self::Failed => "trust-report-summary-failed",
        }
    }
}

/// What is said of one signer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignerVerdict {
    /// The signer's certificate, where it is known.
    pub certificate: Option<SignerCertificate>,
    /// When he says he signed.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub signing_time: Option<Moment>,
    /// Bytes and signature agree.
    pub integrity: Part,
    /// The chain of certificates.
    pub chain: Chain,
    /// Kind of signature, by the root.
    pub kind: SignatureKind,
    /// Whether any link was revoked at the moment.
    pub revocation: Part,
    /// What was not checked.
    pub not_checked: Vec<NotChecked>,
    /// Certificates of the path, signer first: BLAKE3 of each DER, hexadecimal.
    pub path: Vec<String>,
}

/// What is said of a certificate alone, without a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateVerdict {
    /// How far its chain is trusted.
    pub chain: Chain,
    /// Kind of the signatures made with its key, by the root.
    pub kind: SignatureKind,
    /// Whether any link was revoked at the moment.
    pub revocation: Part,
}

impl CertificateVerdict {
    /// Trusted up to a root, and shown not revoked.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.chain.is_trusted() && self.revocation.is_good()
    }
}

/// A signer's certificate as a reader wants to see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignerCertificate {
    /// Serial number, lower-case hexadecimal.
    pub serial: String,
    /// SHA-1 of the DER, lower-case hexadecimal: the thumbprint vendors show.
    pub thumbprint: String,
    /// Common name of the owner.
    pub common_name: Option<String>,
    /// Surname and given names, where the certificate names a person.
    pub person: Option<String>,
    /// Organization.
    pub organization: Option<String>,
    /// Position.
    pub title: Option<String>,
    /// ИНН of the organization, else of the person.
    pub inn: Option<String>,
    /// ОГРН or ОГРНИП.
    pub ogrn: Option<String>,
    /// СНИЛС of the person.
    pub snils: Option<String>,
    /// Common name of the issuer.
    pub issuer: Option<String>,
    /// First moment of validity.
    #[schema(value_type = String, format = DateTime)]
    pub not_before: Moment,
    /// Last moment of validity.
    #[schema(value_type = String, format = DateTime)]
    pub not_after: Moment,
}

/// What is needed to make the same verdict again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Evidence {
    /// Version of the trust lists; absent when they came from files.
    pub trust_version: Option<i64>,
    /// BLAKE3 over the lists used, hexadecimal.
    pub snapshot: String,
    /// BLAKE3 of the signature's DER, hexadecimal.
    pub signature: String,
}

/// The verdict on a content and its detached signature at a moment: integrity · chain · kind · revocation · what was
/// not checked. With several signers each part is that of the weakest; a message is no better than its worst signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Verdict {
    /// The moment it speaks of.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Bytes and signature agree.
    pub integrity: Part,
    /// How far the chain is trusted.
    pub chain: Chain,
    /// Kind of signature.
    pub kind: SignatureKind,
    /// Whether any link was revoked.
    pub revocation: Part,
    /// What was not checked.
    pub not_checked: Vec<NotChecked>,
    /// The parts together.
    pub summary: Summary,
    /// Each signer.
    pub signers: Vec<SignerVerdict>,
    /// What it was made from.
    pub evidence: Evidence,
}

impl Verdict {
    /// Joins the signers' parts. Without a signer everything is unknown.
    pub fn join(at: Moment, signers: Vec<SignerVerdict>, evidence: Evidence) -> Self {
        let absent = || Part::Unknown { reason: "no-signer".to_owned() };
        let weakest = |part: fn(&SignerVerdict) -> &Part| {
            signers.iter().map(part).max_by_key(|p| p.weakness()).cloned().unwrap_or_else(absent)
        };
        let integrity = weakest(|s| &s.integrity);
        let revocation = weakest(|s| &s.revocation);
        let chain = signers
            .iter()
            .map(|s| &s.chain)
            .max_by_key(|c| c.weakness())
            .cloned()
            .unwrap_or_else(|| Chain::Unknown { reason: "no-signer".to_owned() });
        let kind =
            signers.iter().map(|s| s.kind).max_by_key(|k| promise_weakness(*k)).unwrap_or(SignatureKind::Unknown);
        let mut not_checked: Vec<NotChecked> = signers.iter().flat_map(|s| s.not_checked.iter().copied()).collect();
        not_checked.sort_unstable();
        not_checked.dedup();
        let summary = summarise(&integrity, &chain, &revocation);
        Self { at, integrity, chain, kind, revocation, not_checked, summary, signers, evidence }
    }

    /// Integrity, chain and revocation were all checked and are good. Says nothing of the kind: ask [`Verdict::kind`].
    pub fn is_proven(&self) -> bool {
        self.summary == Summary::Proven
    }
}

/// The kind that promises least stands for all signers.
fn promise_weakness(kind: SignatureKind) -> u8 {
    match kind {
        SignatureKind::QualifiedByList { .. } => 0,
        SignatureKind::Unqualified => 1,
        SignatureKind::Simple => 2,
        SignatureKind::Unknown => 3,
        SignatureKind::Test => 4,
        SignatureKind::Simulator => 5,
    }
}

fn summarise(integrity: &Part, chain: &Chain, revocation: &Part) -> Summary {
    if integrity.is_bad() || revocation.is_bad() || matches!(chain, Chain::Broken { .. }) {
        return Summary::Failed;
    }
    if !integrity.is_good() || !chain.is_trusted() {
        return Summary::Undetermined;
    }
    match revocation {
        Part::Good => Summary::Proven,
        Part::NotAsked => Summary::ProvenWithoutRevocation,
        Part::Unknown { .. } | Part::Bad { .. } => Summary::Undetermined,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bad() -> Part {
        Part::Bad { reason: "x".into() }
    }
    fn unknown() -> Part {
        Part::Unknown { reason: "x".into() }
    }
    fn trusted() -> Chain {
        Chain::TrustedUpTo { root: "УЦ НЕКВАЛИФИЦИРОВАННЫЙ".into(), root_fingerprint: "00".into() }
    }
    fn signer(integrity: Part, chain: Chain, revocation: Part, kind: SignatureKind) -> SignerVerdict {
        SignerVerdict {
            certificate: None,
            signing_time: None,
            integrity,
            chain,
            kind,
            revocation,
            not_checked: vec![NotChecked::SigningTime, NotChecked::Entitlement],
            path: Vec::new(),
        }
    }
    fn join(signers: Vec<SignerVerdict>) -> Verdict {
        let evidence = Evidence { trust_version: None, snapshot: String::new(), signature: String::new() };
        Verdict::join(Moment::from_micros(0), signers, evidence)
    }

    #[test]
    fn only_three_good_parts_prove() {
        let broken = Chain::Broken { reason: "expired".into() };
        let lost = Chain::Unknown { reason: "no-path".into() };
        let table = [
            (Part::Good, trusted(), Part::Good, Summary::Proven),
            (Part::Good, trusted(), Part::NotAsked, Summary::ProvenWithoutRevocation),
            (Part::Good, trusted(), unknown(), Summary::Undetermined),
            (Part::Good, trusted(), bad(), Summary::Failed),
            (Part::Good, lost.clone(), Part::Good, Summary::Undetermined),
            (Part::Good, lost, bad(), Summary::Failed),
            (Part::Good, broken, Part::Good, Summary::Failed),
            (unknown(), trusted(), Part::Good, Summary::Undetermined),
            (Part::NotAsked, trusted(), Part::Good, Summary::Undetermined),
            (bad(), trusted(), Part::Good, Summary::Failed),
        ];
        for (integrity, chain, revocation, expected) in table {
            let verdict = join(vec![signer(integrity, chain, revocation, SignatureKind::Unqualified)]);
            assert_eq!(verdict.summary, expected, "{verdict:?}");
        }
    }

    #[test]
    fn the_weakest_signer_speaks_for_all() {
        let good = signer(Part::Good, trusted(), Part::Good, SignatureKind::Unqualified);
        let worse = signer(bad(), trusted(), unknown(), SignatureKind::Test);
        for signers in [vec![good.clone(), worse.clone()], vec![worse, good]] {
            let verdict = join(signers);
            assert_eq!((verdict.summary, verdict.kind), (Summary::Failed, SignatureKind::Test));
            assert_eq!(verdict.revocation, unknown());
            assert_eq!(verdict.not_checked, [NotChecked::SigningTime, NotChecked::Entitlement]);
        }
    }

    #[test]
    fn no_signer_proves_nothing() {
        let verdict = join(Vec::new());
        assert_eq!((verdict.summary, verdict.kind), (Summary::Undetermined, SignatureKind::Unknown));
    }
}
