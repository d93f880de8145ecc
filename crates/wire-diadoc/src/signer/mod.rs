//! Who signs: named by a certificate, by its thumbprint, or in words.
//!
//! Read [`content`] for the XML in which clients name the signer of a service document.

pub mod cards;
pub mod content;
pub mod details;
pub mod fill;
mod strict;

use account::OrgScope;
use bytes::Bytes;
use formats::service::{PersonName, ServiceSigner};
use pki::Certificate;

use crate::proto::api::proto::invoicing::Signer;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Surface;

/// A person as a certificate or a client names him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Surname, given name, patronymic.
    pub name: PersonName,
    /// Position.
    pub position: Option<String>,
}

/// A certificate as a client names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Its bytes, DER.
    pub bytes: Option<Bytes>,
    /// SHA-1 in hexadecimal.
    pub thumbprint: Option<String>,
}

impl Named {
    /// Whether anything is named.
    pub fn is_there(&self) -> bool {
        self.bytes.is_some() || self.thumbprint.is_some()
    }
}

/// Octets of a thumbprint.
const THUMBPRINT_BYTES: usize = 20;

/// The certificate: read from its bytes, or found among those of the organization. Refuses bytes that are none, a
/// thumbprint that the organization has not, and two that contradict each other. `field` is where it is named.
pub async fn certificate(
    surface: &Surface,
    scope: &OrgScope,
    named: &Named,
    field: &str,
) -> Result<Certificate, Refused> {
    let refused = |accepted| WireRefusal::Field { field: field.to_owned(), accepted };
    let thumbprint = named.thumbprint.as_deref().map(|text| {
        let octets = hex::decode(text.trim()).ok().filter(|octets| octets.len() == THUMBPRINT_BYTES);
        octets.ok_or_else(|| refused("a thumbprint: 40 hexadecimal digits"))
    });
    let thumbprint = thumbprint.transpose()?;
    if let Some(bytes) = &named.bytes {
        let certificate = Certificate::from_der(bytes).map_err(|_| refused("a certificate, DER"))?;
        if thumbprint.is_some_and(|thumbprint| certificate.thumbprint_sha1().as_slice() != thumbprint) {
            return Err(refused("the thumbprint of the certificate beside it").into());
        }
        return Ok(certificate);
    }
    let thumbprint = thumbprint.ok_or_else(|| refused("a certificate or its thumbprint"))?;
    let found = surface.certificates.find(scope, thumbprint).await?;
    found.ok_or_else(|| refused("the thumbprint of a certificate issued here to this organization").into())
}

/// The person of a certificate. Refuses one that names none.
pub fn person_of(certificate: &Certificate, field: &str) -> Result<Person, WireRefusal> {
    let subject = certificate.subject();
    let named = subject.surname().zip(subject.given_name()).and_then(|(surname, given)| {
        // The attribute holds given name and patronymic together.
        let mut words = given.split_whitespace();
        let given_name = words.next()?.to_owned();
        let patronymic = words.collect::<Vec<_>>().join(" ");
        let patronymic = (!patronymic.is_empty()).then_some(patronymic);
        Some(PersonName { surname: surname.trim().to_owned(), given_name, patronymic })
    });
    let accepted = "a certificate with the surname and given name of its holder";
    let name = named.ok_or(WireRefusal::Field { field: field.to_owned(), accepted })?;
    Ok(Person { name, position: subject.title().map(str::to_owned) })
}

/// A name as typed into an account, in parts; `None` for fewer than two words.
pub fn person_name(name: &str) -> Option<PersonName> {
    let mut words = name.split_whitespace();
    let (surname, given_name) = (words.next()?.to_owned(), words.next()?.to_owned());
    let rest = words.collect::<Vec<_>>().join(" ");
    Some(PersonName { surname, given_name, patronymic: (!rest.is_empty()).then_some(rest) })
}

/// The signer of the message `Signer`. Details in words win over a certificate. ИНН and the certificate of
/// registration have no place in the service documents and are passed over, as the structure is common to all documents.
pub async fn of_message(surface: &Surface, scope: &OrgScope, signer: Signer) -> Result<ServiceSigner, Refused> {
    if let Some(details) = signer.signer_details {
        let text = |text: Option<String>| text.filter(|text| !text.is_empty());
        let name = PersonName {
            surname: details.surname,
            given_name: details.first_name,
            patronymic: text(details.patronymic),
        };
        return Ok(ServiceSigner::new(name, text(details.job_title)));
    }
    let named = Named {
        bytes: signer.signer_certificate.filter(|bytes| !bytes.is_empty()),
        thumbprint: signer.signer_certificate_thumbprint.filter(|text| !text.is_empty()),
    };
    if !named.is_there() {
        return Err(WireRefusal::FieldMissing { field: "Signer.SignerDetails".to_owned() }.into());
    }
    let field = if named.bytes.is_some() { "Signer.SignerCertificate" } else { "Signer.SignerCertificateThumbprint" };
    let certificate = certificate(surface, scope, &named, field).await?;
    let person = person_of(&certificate, field)?;
    Ok(ServiceSigner::new(person.name, person.position))
}
