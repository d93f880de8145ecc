//! `SignerContent` of the service documents: a signer in the contract's simple XML.
//!
//! The root is `Signer`: `Certificate` or `Fio` name the person, `Position` says where the position comes from,
//! `PowerOfAttorney` by which power he signs. Everything else is refused by its path.

use account::OrgScope;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use formats::service::{PaperPower, PersonName, PowerReference, ServiceSigner};

use super::strict::{Place, Shape, date};
use super::{Named, certificate, person_of};
use crate::contract::ContractRefusal;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Surface;

/// Bytes of one signer's XML: a certificate of the largest size in base64 is two thirds of it.
const BYTES_MAX: usize = 128 * 1024;
/// `SignerStatus` and `SignatureType`.
const THREE: Shape = Shape::OneOf(&["1", "2", "3"]);
/// Where the certificate is named, in refusals.
const CERTIFICATE: &str = "SignerContent: Signer/Certificate";

/// A signer as the client states him.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stated {
    status: Option<String>,
    signature_type: Option<String>,
    named: Named,
    name: Option<PersonName>,
    position: Option<String>,
    position_from_certificate: bool,
    power: Option<PowerReference>,
    paper_power: Option<PaperPower>,
}

/// The signer of a service document.
///
/// Refuses what the contract does not have, a certificate that names no person or is not known, and a power of attorney
/// kept by the service, which keeps none.
pub async fn read(surface: &Surface, scope: &OrgScope, xml: &[u8]) -> Result<ServiceSigner, Refused> {
    let stated = parse(xml)?;
    let mut position = stated.position;
    let of_certificate = if stated.named.is_there() {
        let certificate = certificate(surface, scope, &stated.named, CERTIFICATE).await?;
        Some(certificate)
    } else {
        None
    };
    let name = match (stated.name, &of_certificate) {
        (Some(name), _) => name,
        (None, Some(certificate)) => person_of(certificate, CERTIFICATE)?.name,
        (None, None) => return Err(ContractRefusal::Missing { path: "Signer/Certificate".to_owned() }.into()),
    };
    if stated.position_from_certificate {
        let written = of_certificate.as_ref().and_then(|certificate| certificate.subject().title());
        position = written.map(str::to_owned).or(position);
    }
    Ok(ServiceSigner {
        status: stated.status,
        signature_type: stated.signature_type,
        power: stated.power,
        paper_power: stated.paper_power,
        ..ServiceSigner::new(name, position)
    })
}

fn parse(xml: &[u8]) -> Result<Stated, Refused> {
    if xml.len() > BYTES_MAX {
        let refused = ContractRefusal::TooLarge { size_bytes: xml.len(), size_bytes_max: BYTES_MAX };
        return Err(refused.into());
    }
    let root = formats::read_tree(xml).map_err(ContractRefusal::NotXml)?;
    let signer = Place::root(&root, "Signer")?;
    signer.only(&["SignerStatus", "SignatureType"], &["Certificate", "Fio", "Position", "PowerOfAttorney"])?;
    let own = |name: &str| signer.some(name, THREE).map(|value| value.map(str::to_owned));
    let (position, position_from_certificate) = match signer.child("Position") {
        Some(place) => position(&place)?,
        None => (None, false),
    };
    let (power, paper_power) = match signer.child("PowerOfAttorney") {
        Some(place) => powers(&place)?,
        None => (None, None),
    };
    Ok(Stated {
        status: own("SignerStatus")?,
        signature_type: own("SignatureType")?,
        named: signer.child("Certificate").map(|place| named(&place)).transpose()?.unwrap_or_default(),
        name: signer.child("Fio").map(|place| fio(&place)).transpose()?,
        position,
        position_from_certificate,
        power,
        paper_power,
    })
}

fn named(place: &Place<'_>) -> Result<Named, ContractRefusal> {
    place.only(&["CertificateThumbprint", "CertificateBytes"], &[])?;
    let bytes = place.some("CertificateBytes", Shape::Text(BYTES_MAX))?.map(|text| {
        let compact: String = text.split_whitespace().collect();
        let path = format!("{}/@CertificateBytes", place.path());
        STANDARD.decode(compact).map_err(|_| ContractRefusal::Value { path, expected: "base64".to_owned() })
    });
    let thumbprint = place.some("CertificateThumbprint", Shape::Text(100))?.map(str::to_owned);
    let named = Named { bytes: bytes.transpose()?.map(Bytes::from), thumbprint };
    if named.is_there() {
        Ok(named)
    } else {
        Err(ContractRefusal::Missing { path: format!("{}/@CertificateThumbprint", place.path()) })
    }
}

fn fio(place: &Place<'_>) -> Result<PersonName, ContractRefusal> {
    place.only(&["LastName", "FirstName", "MiddleName"], &[])?;
    let shape = Shape::Text(60);
    Ok(PersonName {
        surname: place.need("LastName", shape)?.to_owned(),
        given_name: place.need("FirstName", shape)?.to_owned(),
        patronymic: place.some("MiddleName", shape)?.map(str::to_owned),
    })
}

/// The position as typed, and whether that of the certificate comes first. Of its members' positions the service knows
/// nothing, so that what is typed stands there too.
fn position(place: &Place<'_>) -> Result<(Option<String>, bool), ContractRefusal> {
    place.only(&["PositionSource"], &[])?;
    let source = place.need("PositionSource", Shape::OneOf(&["Manual", "Certificate", "Employee"]))?;
    let typed = Some(place.text().trim().to_owned()).filter(|text| !text.is_empty());
    Ok((typed, source == "Certificate"))
}

type Powers = (Option<PowerReference>, Option<PaperPower>);

fn powers(place: &Place<'_>) -> Result<Powers, Refused> {
    place.only(&[], &["Electronic", "Paper"])?;
    match (place.child("Electronic"), place.child("Paper")) {
        (Some(electronic), None) => Ok((Some(by_electronic(&electronic)?), None)),
        (None, Some(paper)) => Ok((None, Some(by_paper(&paper)?))),
        (Some(_), Some(_)) => {
            let path = format!("{}/Paper", place.path());
            Err(ContractRefusal::Contradiction { path, with: "PowerOfAttorney/Electronic" }.into())
        }
        (None, None) => Err(ContractRefusal::Missing { path: format!("{}/Electronic|Paper", place.path()) }.into()),
    }
}

fn by_electronic(place: &Place<'_>) -> Result<PowerReference, Refused> {
    place.only(&["MethodOfProviding"], &["Storage", "Manual"])?;
    if place.child("Storage").is_some() {
        let field = format!("SignerContent: {}/Storage", place.path());
        return Err(WireRefusal::FieldNotConnected { field }.into());
    }
    let presented_by = place.need("MethodOfProviding", Shape::OneOf(&["1", "2"]))?.to_owned();
    let missing = || ContractRefusal::Missing { path: format!("{}/Manual", place.path()) };
    let manual = place.child("Manual").ok_or_else(missing)?;
    manual.only(&["RegistrationNumber", "RegistrationDate", "InternalNumber", "InternalDate", "SystemId"], &[])?;
    Ok(PowerReference {
        number: manual.need("RegistrationNumber", Shape::Guid)?.trim_matches(['{', '}']).to_owned(),
        issued_on: manual.need_date("RegistrationDate")?,
        own_number: manual.some("InternalNumber", Shape::Text(50))?.map(str::to_owned),
        registered_on: manual.some("InternalDate", Shape::Date)?.and_then(date),
        presented_by,
        storage: manual.some("SystemId", Shape::Text(500))?.map(str::to_owned),
    })
}

fn by_paper(place: &Place<'_>) -> Result<PaperPower, ContractRefusal> {
    place.only(&["InternalNumber", "RegistrationDate", "IssuerInfo"], &["Person"])?;
    Ok(PaperPower {
        issued_on: place.need_date("RegistrationDate")?,
        own_number: place.need("InternalNumber", Shape::Text(50))?.to_owned(),
        issuer: place.some("IssuerInfo", Shape::Text(1000))?.map(str::to_owned),
        signed_by: place.child("Person").map(|person| fio(&person)).transpose()?,
    })
}
