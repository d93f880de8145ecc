//! What a contract leaves out and the caller supplies: who is who, when, under which names.

use formats::Registry;
use jiff::civil::DateTime;

/// Everything a title needs beside its contract. Nothing here is looked up: see [`super::wanted()`] for what to look up.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// Definitions of official formats in force.
    pub forms: &'a Registry,
    /// Participant id of the sender, when the contract does not name one.
    pub sender_id: Option<&'a str>,
    /// Participant id of the recipient, when the contract does not name one.
    pub recipient_id: Option<&'a str>,
    /// The operator named in titles of 5.01.
    pub operator: Option<Operator<'a>>,
    /// When the file is formed, in the time of the sender's place.
    pub formed_at: DateTime,
    /// Unique part of the file's name, normally a GUID.
    pub unique: &'a str,
    /// `ВерсПрог`, 1 to 40 characters.
    pub program: &'a str,
    /// Cards of the boxes the contract refers to.
    pub organizations: &'a [OrganizationCard],
    /// People who may sign; the only one is also the signer where the contract names no certificate.
    pub signers: &'a [SignerCard],
    pub powers: &'a [PowerCard],
    /// The title answered, for a buyer's title.
    pub seller_title: Option<AnsweredTitle<'a>>,
    /// The person of the service's settings, where a universal message asks for him.
    pub default_person: Option<&'a SignerCard>,
    /// `ИдФайл` of the document a universal message speaks of.
    pub answered_file_id: Option<&'a str>,
}

impl<'a> Context<'a> {
    /// Nothing but the definitions in force.
    pub fn of(forms: &'a Registry) -> Self {
        Self {
            forms,
            sender_id: None,
            recipient_id: None,
            operator: None,
            formed_at: DateTime::default(),
            unique: "",
            program: "",
            organizations: &[],
            signers: &[],
            powers: &[],
            seller_title: None,
            default_person: None,
            answered_file_id: None,
        }
    }
}

/// An operator of electronic exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator<'a> {
    /// Three characters.
    pub code: &'a str,
    pub name: &'a str,
    /// 10 digits.
    pub inn: &'a str,
}

/// A seller's title and the signatures under it.
#[derive(Debug, Clone, Copy)]
pub struct AnsweredTitle<'a> {
    pub bytes: &'a [u8],
    /// Base64 of each signature, at least one.
    pub signatures: &'a [String],
}

/// What kind of participant it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganizationKind {
    LegalEntity,
    Entrepreneur,
    Person,
    /// Not registered with the Russian tax service.
    Foreign,
}

/// An organization as its box knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationCard {
    /// GUID of the box, compared without braces and without regard to case.
    pub box_id: String,
    pub kind: OrganizationKind,
    /// Full name; of a person or an entrepreneur family name, given name, patronymic.
    pub name: String,
    pub inn: Option<String>,
    pub kpp: Option<String>,
    /// ОГРНИП of an entrepreneur; of others it has no place in a title.
    pub ogrn: Option<String>,
    /// Participant id in electronic exchange.
    pub participant_id: Option<String>,
    pub address: Option<CardAddress>,
    /// Code of the country of a foreign participant (ОКСМ).
    pub country: Option<String>,
}

/// Legal address of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardAddress {
    Russian(RussianAddress),
    Foreign { country: String, text: String },
}

/// Empty parts are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RussianAddress {
    /// Two digits.
    pub region: String,
    pub zip_code: String,
    pub territory: String,
    pub city: String,
    pub locality: String,
    pub street: String,
    pub building: String,
    pub block: String,
    pub apartment: String,
}

/// A person who may sign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignerCard {
    /// Hexadecimal, compared without regard to case.
    pub certificate_thumbprint: Option<String>,
    /// Base64 of the certificate, compared without white space.
    pub certificate: Option<String>,
    pub last_name: String,
    pub first_name: String,
    pub middle_name: Option<String>,
    /// Position of the member in the service.
    pub employee_position: Option<String>,
    /// Position written in the certificate.
    pub certificate_position: Option<String>,
    /// Stored for this type of title.
    pub stored_position: Option<String>,
    /// Stored for this type of title.
    pub stored_info: Option<String>,
    /// Stored `СпосПодтПолном`: `1` to `6`.
    pub stored_confirmation_method: Option<String>,
    /// Stored details for titles of 5.01 (`ExtendedSignerDetails`).
    pub details: Option<StoredSigner>,
}

/// Signer's details of order 820, as they are stored for a type of title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoredSigner {
    /// `1` of an organization, `2` entrepreneur, `3` person.
    pub signer_type: String,
    pub inn: Option<String>,
    pub position: Option<String>,
    pub organization_name: Option<String>,
    /// `ОблПолн`.
    pub powers: String,
    /// `Статус`.
    pub status: String,
    /// `ОснПолн`.
    pub powers_base: Option<String>,
    /// `ОснПолнОрг`.
    pub organization_powers_base: Option<String>,
    pub registration_certificate: Option<String>,
    pub info: Option<String>,
}

/// A machine-readable power of attorney.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PowerCard {
    /// GUID.
    pub registration_number: String,
    pub issuer_inn: String,
    /// Name of the organization that issued it; titles of 5.01 name it beside the signer.
    pub issuer_name: Option<String>,
    pub representative_inn: Option<String>,
    /// `DD.MM.YYYY`.
    pub issued_on: String,
    pub internal_number: Option<String>,
    /// `DD.MM.YYYY`.
    pub internal_date: Option<String>,
    /// The system that keeps it: `ИдСистХран`.
    pub system_id: String,
    pub system_url: Option<String>,
    /// The one used where the contract says `UseDefault="true"`.
    pub is_default: bool,
}
