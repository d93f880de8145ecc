//! What a contract refers to, looked up: organizations by their boxes, people by their certificates.

use account::{BoxCard, OrgScope, read};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use formats::service::PersonName;
use kernel::{BoxId, Cx};

use super::details::{self, Organization, stated};
use super::{Named, certificate, person_name, person_of};
use crate::contract::context::{CardAddress, OrganizationCard, OrganizationKind, RussianAddress, SignerCard};
use crate::contract::{Wanted, WantedCertificate};
use crate::ids;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Surface;
use crate::title_type::TitleType;

/// References of one contract: more are no contract of a client.
const REFERENCES_MAX: usize = 64;

/// What was found; what was not is refused by the contract at its place.
#[derive(Debug, Default)]
pub struct Cards {
    /// Of boxes.
    pub organizations: Vec<OrganizationCard>,
    /// Of people.
    pub signers: Vec<SignerCard>,
}

/// Looks up what is wanted, for a member of this organization. Of others it knows what their public cards show.
pub async fn of(
    surface: &Surface,
    cx: &Cx,
    (scope, own): (&OrgScope, &BoxCard),
    (wanted, title_type): (&Wanted, TitleType),
) -> Result<Cards, Refused> {
    if wanted.organization_boxes.len() > REFERENCES_MAX || wanted.certificates.len() > REFERENCES_MAX {
        let accepted = "up to 64 references";
        return Err(WireRefusal::Field { field: "BoxId".to_owned(), accepted }.into());
    }
    let mut cards = Cards::default();
    for text in &wanted.organization_boxes {
        let Some(box_id) = ids::parse::<BoxId>(text.trim_matches(['{', '}'])) else { continue };
        if let Some(mut card) = organization(surface, scope, (own, box_id)).await? {
            card.box_id.clone_from(text);
            cards.organizations.push(card);
        }
    }
    for wanted in &wanted.certificates {
        cards.signers.extend(signer(surface, cx, (scope, own), (wanted, title_type)).await?);
    }
    if wanted.certificates.is_empty() && wanted.signer_settings {
        let mut reader = surface.app.store.reader().await?;
        let me = read::me(&mut reader, cx).await?;
        cards.signers.extend(person_name(&me.name).map(named));
    }
    Ok(cards)
}

fn named(name: PersonName) -> SignerCard {
    SignerCard {
        last_name: name.surname,
        first_name: name.given_name,
        middle_name: name.patronymic,
        ..SignerCard::default()
    }
}

/// The holder of a certificate with what is kept for it. Text that is no base64 is left to the contract's own check.
async fn signer(
    surface: &Surface,
    cx: &Cx,
    (scope, own): (&OrgScope, &BoxCard),
    (wanted, title_type): (&WantedCertificate, TitleType),
) -> Result<Option<SignerCard>, Refused> {
    const FIELD: &str = "Signers/Certificate";
    let compact = |text: &String| text.split_whitespace().collect::<String>();
    let bytes = wanted.bytes.as_ref().map(|text| STANDARD.decode(compact(text)).map(Bytes::from));
    let Ok(bytes) = bytes.transpose() else { return Ok(None) };
    let by = Named { bytes, thumbprint: wanted.thumbprint.clone() };
    let certificate = certificate(surface, scope, &by, FIELD).await?;
    let person = person_of(&certificate, FIELD)?;
    let thumbprint = hex::encode(certificate.thumbprint_sha1());
    let key = details::key(&thumbprint, title_type)?;
    let mut card = SignerCard {
        certificate: wanted.bytes.clone(),
        certificate_thumbprint: wanted.thumbprint.clone().or(Some(thumbprint)),
        certificate_position: person.position,
        ..named(person.name)
    };
    if let Some(kept) = details::find(surface, cx, own.box_id, &key).await? {
        card.stored_position.clone_from(&kept.job_title);
        card.stored_info.clone_from(&kept.signer_info);
        // Details without powers or a status do for titles of order 970 only; a title of 5.01 refuses their absence.
        card.details = stated(&kept.message(&certificate, &Organization::of(own))?, FIELD).ok();
    }
    Ok(Some(card))
}

/// The card of a box: public facts of any; of the caller's own also ОГРН, and the address though others do not see it.
async fn organization(
    surface: &Surface,
    scope: &OrgScope,
    (own, box_id): (&BoxCard, BoxId),
) -> Result<Option<OrganizationCard>, Refused> {
    let mut reader = surface.app.store.reader().await?;
    let Some(card) = account::find_card(&mut reader, box_id).await? else { return Ok(None) };
    let mine = card.organization_id == own.organization_id;
    let more = if mine { Some(read::organization(&mut reader, scope).await?) } else { None };
    let kind = if card.inn.is_person() { OrganizationKind::Entrepreneur } else { OrganizationKind::LegalEntity };
    Ok(Some(OrganizationCard {
        box_id: String::new(),
        kind,
        name: card.name.strip_prefix("ИП ").unwrap_or(&card.name).to_owned(),
        inn: Some(card.inn.as_str().to_owned()),
        kpp: card.kpp.as_ref().map(|kpp| kpp.as_str().to_owned()),
        ogrn: more.as_ref().and_then(|own| own.requisites.ogrn()).map(|ogrn| ogrn.as_str().to_owned()),
        participant_id: Some(card.participant_id.as_str().to_owned()),
        address: more.map(|own| own.address).or(card.address).map(|known| CardAddress::Russian(address(known))),
        country: None,
    }))
}

fn address(own: account::Address) -> RussianAddress {
    let part = |part: Option<String>| part.unwrap_or_default();
    RussianAddress {
        region: own.region_code,
        zip_code: part(own.postal_code),
        territory: part(own.district),
        city: part(own.city),
        locality: part(own.locality),
        street: part(own.street),
        building: part(own.house),
        block: part(own.building),
        apartment: part(own.flat),
    }
}
