//! A certificate as a way in: what it says of its holder, and when it is taken.

use super::AccountRefusal;
use crate::vault::Vault;
use kernel::{Cx, Inn, Moment, Ogrn, RefusalKind, Snils, UserId};
use pki::Certificate;
use std::fmt;
use std::time::Duration;
use trust::{Chain, Part, SignatureKind};

kernel::typed_id!(
    /// A certificate bound to a person.
    pub struct BindingId
);

/// A proposal is read and accepted at once; a form with КПП and an address takes minutes.
pub const PROPOSAL_LIFE: Duration = Duration::from_secs(30 * 60);
/// Characters kept of a name that a certificate states, for lists.
const SUBJECT_CHARS_MAX: usize = 200;

/// Word of certificates of accredited authorities, as `trust` says it.
const QUALIFIED: &str = "qualified";

/// Why a certificate or its signature is no way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateCause {
    /// No CMS, no single signer, or the signer's certificate is not in it.
    Unreadable,
    /// The key did not sign this challenge.
    SignatureWrong,
    /// No path to an authority that is trusted here.
    NotTrusted,
    /// A link of the chain has expired, is not yet valid, or is broken.
    NotValid,
    /// A link of the chain was revoked.
    Revoked,
    /// No revocation list at hand says that it was not.
    RevocationUnknown,
    /// Signatures of this kind open nothing here.
    KindNotAccepted,
    /// It is somebody else's way in.
    Taken,
    /// The proposal to its holder was accepted by another, or has expired.
    ProposalOver,
    /// The certificate is bound to nobody: it opens nothing by itself where nothing can be proposed.
    Unknown,
}

impl CertificateCause {
    /// The code of the refusal.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "account.certificate.unreadable",
            Self::SignatureWrong => "account.certificate.signature-wrong",
            Self::NotTrusted => "account.certificate.not-trusted",
            Self::NotValid => "account.certificate.not-valid",
            Self::Revoked => "account.certificate.revoked",
            Self::RevocationUnknown => "account.certificate.revocation-unknown",
            Self::KindNotAccepted => "account.certificate.kind-not-accepted",
            Self::Taken => "account.certificate.taken",
            Self::ProposalOver => "account.proposal.over",
            Self::Unknown => "account.certificate.unknown",
        }
    }

    /// What it means for the one who asked.
    pub(super) const fn kind(self) -> RefusalKind {
        match self {
            Self::Taken => RefusalKind::Conflict,
            Self::ProposalOver => RefusalKind::Gone,
            Self::Unreadable
            | Self::SignatureWrong
            | Self::NotTrusted
            | Self::NotValid
            | Self::Revoked
            | Self::RevocationUnknown
            | Self::KindNotAccepted
            | Self::Unknown => RefusalKind::Unauthenticated,
        }
    }
}

/// The parts of a verdict that decide.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// The chain.
    pub chain: &'a Chain,
    /// Revocation.
    pub revocation: &'a Part,
    /// The kind.
    pub kind: SignatureKind,
}

impl Judged<'_> {
    /// Refuses what is not trusted, not valid, revoked, or not shown to be unrevoked; a simulator's and what is of no kind.
    pub fn check(self) -> Result<(), AccountRefusal> {
        let cause = match (self.chain, self.revocation) {
            (Chain::Unknown { .. }, _) => CertificateCause::NotTrusted,
            (Chain::Broken { .. }, _) => CertificateCause::NotValid,
            (Chain::TrustedUpTo { .. }, Part::Bad { .. }) => CertificateCause::Revoked,
            (Chain::TrustedUpTo { .. }, Part::Unknown { .. } | Part::NotAsked) => CertificateCause::RevocationUnknown,
            (Chain::TrustedUpTo { .. }, Part::Good) => match self.kind {
                SignatureKind::Unqualified | SignatureKind::QualifiedByList { .. } | SignatureKind::Test => {
                    return Ok(());
                }
                SignatureKind::Simple | SignatureKind::Simulator | SignatureKind::Unknown => {
                    CertificateCause::KindNotAccepted
                }
            },
        };
        Err(AccountRefusal::CertificateRefused { cause })
    }
}

/// What a certificate says of its holder, as far as it can be read; nothing of it is taken on trust but what the
/// authority checked.
#[derive(Clone, PartialEq, Eq)]
pub struct Holder {
    /// What the person is called: surname and given names, else the common name.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// ИНН of the person.
    pub person_inn: Option<Inn>,
    /// СНИЛС.
    pub snils: Option<Snils>,
    /// The company or sole proprietor, where the certificate names one.
    pub organization: Option<HolderOrganization>,
}

/// The organization a certificate names.
#[derive(Clone, PartialEq, Eq)]
pub struct HolderOrganization {
    /// A company's name; none for a sole proprietor.
    pub name: Option<String>,
    /// Surname, given name and patronymic of a sole proprietor.
    pub person: Option<(String, String, Option<String>)>,
    /// ИНН of the company, or of the sole proprietor.
    pub inn: Inn,
    /// ОГРН or ОГРНИП.
    pub ogrn: Option<Ogrn>,
    /// The person's position.
    pub title: Option<String>,
    /// Two digits of the region, where the certificate begins its region so: «77 г. Москва».
    pub region_code: Option<String>,
    /// Locality as stated.
    pub city: Option<String>,
    /// Street as stated.
    pub street: Option<String>,
}

impl Holder {
    /// Reads the subject. Numbers with wrong check digits are passed over.
    #[must_use]
    pub fn of(certificate: &Certificate) -> Self {
        let subject = certificate.subject();
        let owned = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let name = match (subject.surname(), subject.given_name()) {
            (Some(surname), Some(given)) => format!("{surname} {given}"),
            (one, other) => one.or(other).or_else(|| subject.cn()).unwrap_or_default().to_owned(),
        };
        Self {
            name: name.chars().filter(|c| !c.is_control()).take(SUBJECT_CHARS_MAX).collect(),
            email: owned(subject.email()),
            person_inn: subject.inn().and_then(|inn| Inn::parse(inn).ok()).filter(Inn::is_person),
            snils: subject.snils().and_then(|snils| Snils::parse(snils).ok()),
            organization: HolderOrganization::of(certificate),
        }
    }
}

impl HolderOrganization {
    fn of(certificate: &Certificate) -> Option<Self> {
        let subject = certificate.subject();
        let owned = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        // Older certificates state a company's ИНН as twelve digits that begin with two zeros.
        let company = subject.inn_le().or_else(|| subject.inn().and_then(|inn| inn.strip_prefix("00")));
        let company = company.and_then(|inn| Inn::parse(inn).ok()).filter(|inn| !inn.is_person());
        let proprietor = || subject.inn().and_then(|inn| Inn::parse(inn).ok()).filter(Inn::is_person);
        let region = owned(subject.st()).unwrap_or_default();
        let region_code: String = region.chars().take_while(char::is_ascii_digit).collect();
        let place = |inn, ogrn: Option<&str>, name, person| Self {
            name,
            person,
            inn,
            ogrn: ogrn.and_then(|ogrn| Ogrn::parse(ogrn).ok()),
            title: owned(subject.title()),
            region_code: Some(region_code.clone()).filter(|code| code.len() == 2 && code != "00"),
            city: owned(subject.l()),
            street: owned(subject.street()),
        };
        if let Some(inn) = company {
            return Some(place(inn, subject.ogrn(), owned(subject.o()).or_else(|| owned(subject.cn())), None));
        }
        let ogrnip = subject.ogrnip()?;
        let (surname, given) = (owned(subject.surname())?, owned(subject.given_name())?);
        let (given, patronymic) = match given.split_once(' ') {
            Some((given, patronymic)) => (given.to_owned(), owned(Some(patronymic))),
            None => (given, None),
        };
        Some(place(proprietor()?, Some(ogrnip), None, Some((surname, given, patronymic))))
    }
}

/// Names and numbers of persons stay out of logs.
impl fmt::Debug for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Holder(..)")
    }
}

impl fmt::Debug for HolderOrganization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HolderOrganization(..)")
    }
}

/// A certificate bound to a person.
#[derive(Clone, PartialEq, Eq)]
pub struct BoundCertificate {
    /// The binding.
    pub binding_id: BindingId,
    /// To whom.
    pub user_id: UserId,
    /// BLAKE3 of its DER.
    pub fingerprint: [u8; 32],
    /// SHA-1 of its DER, lower-case hexadecimal: the thumbprint vendors show.
    pub thumbprint: String,
    /// By what the person is known again in another certificate; of qualified ones with a СНИЛС.
    pub person_hash: Option<[u8; 32]>,
    /// Word of the kind of signature it made when it was bound: `qualified`, `unqualified`, `test`.
    pub kind: String,
    /// What its holder is called.
    pub subject: String,
    /// It.
    pub certificate: Certificate,
    /// Its last moment.
    pub not_after: Moment,
    /// Since when it is bound.
    pub bound_at: Moment,
}

impl BoundCertificate {
    /// A certificate as it is bound to a person from now on. A person is known again by the СНИЛС alone where accredited
    /// authorities checked it both times.
    #[must_use]
    pub fn new((certificate, kind): (Certificate, &str), user_id: UserId, vault: &Vault, cx: &Cx) -> Self {
        let holder = Holder::of(&certificate);
        let snils = holder.snils.as_ref().filter(|_| kind == QUALIFIED);
        Self {
            binding_id: cx.new_id(),
            user_id,
            fingerprint: *blake3::hash(certificate.to_der()).as_bytes(),
            thumbprint: certificate.thumbprint_sha1().iter().map(|octet| format!("{octet:02x}")).collect(),
            person_hash: snils.map(|snils| *vault.person_hash(snils.as_str()).as_bytes()),
            kind: kind.to_owned(),
            subject: holder.name,
            not_after: certificate.not_after(),
            bound_at: cx.now,
            certificate,
        }
    }
}

impl fmt::Debug for BoundCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoundCertificate").field("binding_id", &self.binding_id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wholly_good_is_taken() {
        let trusted = Chain::TrustedUpTo { root: "УЦ".to_owned(), root_fingerprint: String::new() };
        let broken = Chain::Broken { reason: "expired".to_owned() };
        let nowhere = Chain::Unknown { reason: "no-issuer".to_owned() };
        let bad = Part::Bad { reason: "revoked".to_owned() };
        let unknown = Part::Unknown { reason: "no-list".to_owned() };
        let (good, real) = (Part::Good, SignatureKind::Unqualified);
        use CertificateCause::{KindNotAccepted, NotTrusted, NotValid, RevocationUnknown, Revoked};
        for (chain, revocation, kind, cause) in [
            (&trusted, &good, real, None),
            (&trusted, &good, SignatureKind::Test, None),
            (&trusted, &good, SignatureKind::Simulator, Some(KindNotAccepted)),
            (&trusted, &good, SignatureKind::Unknown, Some(KindNotAccepted)),
            (&trusted, &good, SignatureKind::Simple, Some(KindNotAccepted)),
            (&trusted, &bad, real, Some(Revoked)),
            (&trusted, &unknown, real, Some(RevocationUnknown)),
            (&trusted, &Part::NotAsked, real, Some(RevocationUnknown)),
            (&broken, &good, real, Some(NotValid)),
            (&broken, &bad, real, Some(NotValid)),
            (&nowhere, &good, real, Some(NotTrusted)),
        ] {
            let refused = Judged { chain, revocation, kind }.check().err();
            assert_eq!(refused, cause.map(|cause| AccountRefusal::CertificateRefused { cause }), "{chain:?} {kind:?}");
        }
    }
}
