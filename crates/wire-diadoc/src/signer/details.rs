//! Details of a signer that are kept for the titles of one type: `ExtendedSignerDetails`.
//!
//! The exchange keeps them as an opaque record of a certificate and a type of titles; names come from the certificate.

use exchange::SignerKey;
use exchange::ops::signer_details;
use kernel::{BoxId, Cx};
use pki::Certificate;
use serde::{Deserialize, Serialize};

use super::{Person, person_of};
use crate::contract::context::StoredSigner;
use crate::proto::api::proto::invoicing::signers::{
    ExtendedSignerDetails, ExtendedSignerDetailsToPost, SignerPowers, SignerStatus, SignerType,
};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Surface;
use crate::title_type::TitleType;

/// What is kept. Later versions only add fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    registration_certificate: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signer_type: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer_info: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    powers: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    powers_base: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organization_powers_base: Option<String>,
}

/// The key of a record. A thumbprint is compared without regard to letter case.
pub fn key(thumbprint: &str, title_type: TitleType) -> Result<SignerKey, WireRefusal> {
    let accepted = "a thumbprint: 40 hexadecimal digits";
    SignerKey::parse(thumbprint.trim(), title_type.name())
        .map_err(|_| WireRefusal::ParameterForm { name: "thumbprint", accepted })
}

/// What is kept for a certificate and a type of titles.
pub async fn find(surface: &Surface, cx: &Cx, box_id: BoxId, key: &SignerKey) -> Result<Option<Kept>, Refused> {
    let Some(record) = signer_details::find(&surface.exchange, cx, box_id, key).await? else { return Ok(None) };
    let damaged = |why: serde_json::Error| store::Fault::Decode(format!("details of a signer: {why}"));
    Ok(Some(serde_json::from_str(&record).map_err(damaged)?))
}

/// Keeps details in place of those before.
pub async fn keep(surface: &Surface, cx: &Cx, box_id: BoxId, (key, kept): (SignerKey, &Kept)) -> Result<(), Refused> {
    let record = serde_json::to_string(kept).unwrap_or_else(|why| kernel::bug!("details of a signer: {why}"));
    let prepared = signer_details::prepare(&surface.exchange, cx, box_id, (key, record)).await?;
    let written = surface.app.store.write(cx, prepared, |tx, cx, new| Box::pin(signer_details::run(tx, cx, new)));
    Ok(written.await?)
}

/// A text that says something.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// An enumeration's value, if it is one and not the unspecified.
fn number<E: TryFrom<i32>>(value: Option<i32>, field: &str) -> Result<Option<i32>, WireRefusal> {
    let Some(value) = value.filter(|value| *value != UNSPECIFIED) else { return Ok(None) };
    let accepted = "a value of the contract's enumeration";
    E::try_from(value).map(|_| Some(value)).map_err(|_| WireRefusal::Field { field: field.to_owned(), accepted })
}

/// The value of each of the three enumerations that says nothing.
const UNSPECIFIED: i32 = -1;

impl Kept {
    /// What a client sends. Refuses values that no enumeration has.
    pub fn of(sent: ExtendedSignerDetailsToPost) -> Result<Self, WireRefusal> {
        Ok(Self {
            signer_type: number::<SignerType>(sent.signer_type, "SignerType")?,
            powers: number::<SignerPowers>(sent.signer_powers, "SignerPowers")?,
            status: number::<SignerStatus>(sent.signer_status, "SignerStatus")?,
            job_title: filled(sent.job_title),
            registration_certificate: filled(sent.registration_certificate),
            signer_info: filled(sent.signer_info),
            powers_base: filled(sent.signer_powers_base),
            organization_powers_base: filled(sent.signer_org_powers_base),
        })
    }

    /// The whole details of the certificate's holder. The organization's name and ИНН stand for its own people only.
    pub fn message(
        &self,
        certificate: &Certificate,
        organization: &Organization,
    ) -> Result<ExtendedSignerDetails, WireRefusal> {
        let Person { name, position } = person_of(certificate, "thumbprint")?;
        let signer_type = self.signer_type.and_then(|value| SignerType::try_from(value).ok());
        let signer_type = signer_type.unwrap_or(organization.signer_type);
        let is_legal = signer_type == SignerType::LegalEntity;
        let own_inn = certificate.subject().inn().map(str::to_owned);
        Ok(ExtendedSignerDetails {
            surname: name.surname,
            first_name: name.given_name,
            patronymic: name.patronymic,
            job_title: self.job_title.clone().or(position),
            inn: if is_legal { Some(organization.inn.clone()) } else { own_inn.or(Some(organization.inn.clone())) },
            registration_certificate: self.registration_certificate.clone(),
            signer_type: signer_type.into(),
            signer_organization_name: is_legal.then(|| organization.name.clone()),
            signer_info: self.signer_info.clone(),
            signer_powers: self.powers.unwrap_or(UNSPECIFIED),
            signer_status: self.status.unwrap_or(UNSPECIFIED),
            signer_powers_base: self.powers_base.clone(),
            signer_org_powers_base: self.organization_powers_base.clone(),
        })
    }
}

/// What a title says of the organization of its signer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    name: String,
    inn: String,
    signer_type: SignerType,
}

impl Organization {
    /// By its public card.
    pub fn of(card: &account::BoxCard) -> Self {
        let is_person = card.inn.is_person();
        let signer_type = if is_person { SignerType::IndividualEntity } else { SignerType::LegalEntity };
        Self { name: card.name.clone(), inn: card.inn.as_str().to_owned(), signer_type }
    }
}

/// Details as a title of 5.01 states them. Refuses powers and a status that nobody stated: the format obliges both.
pub fn stated(details: &ExtendedSignerDetails, field: &str) -> Result<StoredSigner, WireRefusal> {
    let missing = |name: &str| WireRefusal::FieldMissing { field: format!("{field}.{name}") };
    let need = |value: i32, name| if value == UNSPECIFIED { Err(missing(name)) } else { Ok(value.to_string()) };
    let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    Ok(StoredSigner {
        signer_type: need(details.signer_type, "SignerType")?,
        inn: text(&details.inn),
        position: text(&details.job_title),
        organization_name: text(&details.signer_organization_name),
        powers: need(details.signer_powers, "SignerPowers")?,
        status: need(details.signer_status, "SignerStatus")?,
        powers_base: text(&details.signer_powers_base),
        organization_powers_base: text(&details.signer_org_powers_base),
        registration_certificate: text(&details.registration_certificate),
        info: text(&details.signer_info),
    })
}
