//! What is shown of challenges, certificates and their holders.

use crate::http::sign_ins::open::OpenedView;
use crate::http::views::PersonView;
use crate::model::{BoundCertificate, Challenge, Holder, HolderOrganization};
use crate::ops::certificate_sign_in::{Proposed, Shown};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::RequestBody;

/// A text to be signed.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ChallengeView {
    /// Sent back with the signature.
    pub challenge: String,
    /// What is signed: exactly these octets in UTF-8. Show it to the person.
    pub text: String,
    /// Until when it may be answered, RFC 3339.
    pub expires_at: String,
}

impl From<(Challenge, String)> for ChallengeView {
    fn from((challenge, text): (Challenge, String)) -> Self {
        Self { challenge: challenge.code(), text, expires_at: challenge.expires_at().to_rfc3339() }
    }
}

/// A signed challenge.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct SignedChallengeBody {
    /// As it was given out.
    pub challenge: String,
    /// DER of CMS SignedData in base64: one signer, over the challenge's text, detached, with the signer's certificate.
    pub signature: String,
}

impl RequestBody for SignedChallengeBody {}

/// What came of showing a certificate: one of the two.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ShownView {
    /// The person is known: the sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<OpenedView>,
    /// The person has no account: what is proposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<ProposalView>,
}

impl From<Shown> for ShownView {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Opened(opened) => Self { opened: Some(opened.into()), proposal: None },
            Shown::Proposed(proposed) => Self { opened: None, proposal: Some((*proposed).into()) },
        }
    }
}

/// An account that is proposed to the holder of a certificate.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ProposalView {
    /// What accepts it, within 30 minutes; shown this once.
    pub proposal: String,
    /// `qualified`, `unqualified`, `test`.
    pub kind: String,
    /// What the person is called.
    pub name: String,
    /// Mail address, as the certificate states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// ИНН of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inn: Option<String>,
    /// СНИЛС of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snils: Option<String>,
    /// The organization the certificate names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<HolderOrganizationView>,
}

impl From<Proposed> for ProposalView {
    fn from(proposed: Proposed) -> Self {
        let Holder { name, email, person_inn, snils, organization } = proposed.holder;
        Self {
            proposal: proposed.token.reveal().to_owned(),
            kind: proposed.kind,
            name,
            email,
            inn: person_inn.map(|inn| inn.as_str().to_owned()),
            snils: snils.map(|snils| snils.as_str().to_owned()),
            organization: organization.map(HolderOrganizationView::from),
        }
    }
}

/// An organization as a certificate names it. КПП and a full address no certificate states.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct HolderOrganizationView {
    /// A company's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A sole proprietor's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonView>,
    /// ИНН.
    pub inn: String,
    /// ОГРН or ОГРНИП.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ogrn: Option<String>,
    /// The person's position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Two digits of the region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_code: Option<String>,
    /// Locality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
}

impl From<HolderOrganization> for HolderOrganizationView {
    fn from(named: HolderOrganization) -> Self {
        Self {
            name: named.name,
            person: named.person.map(|(surname, given_name, patronymic)| PersonView {
                surname,
                given_name,
                patronymic,
            }),
            inn: named.inn.as_str().to_owned(),
            ogrn: named.ogrn.map(|ogrn| ogrn.as_str().to_owned()),
            title: named.title,
            region_code: named.region_code,
            city: named.city,
            street: named.street,
        }
    }
}

/// A certificate bound to the caller.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct BoundCertificateView {
    /// The binding.
    pub binding_id: String,
    /// SHA-1 of its DER, hexadecimal.
    pub thumbprint: String,
    /// `qualified`, `unqualified`, `test`: as it was when it was bound.
    pub kind: String,
    /// What its holder is called.
    pub subject: String,
    /// Its last moment, RFC 3339.
    pub not_after: String,
    /// Since when it is bound, RFC 3339.
    pub bound_at: String,
}

impl From<BoundCertificate> for BoundCertificateView {
    fn from(bound: BoundCertificate) -> Self {
        Self {
            binding_id: bound.binding_id.to_string(),
            thumbprint: bound.thumbprint,
            kind: bound.kind,
            subject: bound.subject,
            not_after: bound.not_after.to_rfc3339(),
            bound_at: bound.bound_at.to_rfc3339(),
        }
    }
}
