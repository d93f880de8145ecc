//! Whom an operator serves.

use crate::limits::{CERTIFICATE_BYTES_MAX, NAME_CHARS_MAX, SUBSCRIBER_CERTIFICATES_MAX};
use crate::model::RegulatorRefusal;
use kernel::{Inn, Kpp};
use pki::Certificate;

/// A subscriber of an operator, as the operator registered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Its id in containers.
    pub id: String,
    /// ИНН, 10 or 12 digits.
    pub inn: Inn,
    /// КПП; a person has none.
    pub kpp: Option<Kpp>,
    /// As documents name it.
    pub name: String,
    /// The operator's three characters.
    pub operator: String,
    /// What is sent is sealed to these.
    pub certificates: Vec<Certificate>,
}

impl Subscriber {
    /// Checks what was told. Refuses an empty or long name, an id that could be an operator's or a tax body's, no or too
    /// many certificates.
    pub fn checked(self) -> Result<Self, RegulatorRefusal> {
        let is_id = |id: &str| id.len() > 4 && id.len() <= 100 && id.bytes().all(|b| b.is_ascii_graphic());
        let is_operator = self.operator.len() == 3 && self.operator.bytes().all(|b| b.is_ascii_alphanumeric());
        let name_chars = self.name.chars().count();
        let certificates = self.certificates.len();
        let fields = [
            ("id", is_id(&self.id)),
            ("operator", is_operator),
            ("name", (1..=NAME_CHARS_MAX).contains(&name_chars)),
            ("certificates", (1..=SUBSCRIBER_CERTIFICATES_MAX).contains(&certificates)),
            ("kpp", self.kpp.is_some() == (self.inn.as_str().len() == 10)),
        ];
        match fields.into_iter().find(|(_, is_good)| !is_good) {
            Some((field, _)) => Err(RegulatorRefusal::Field(field)),
            None => Ok(self),
        }
    }

    /// One certificate as it was told. Refuses what cannot be read, and more bytes than any certificate has.
    pub fn certificate(der: &[u8]) -> Result<Certificate, RegulatorRefusal> {
        let refused = |_| RegulatorRefusal::Field("certificates");
        if der.len() > CERTIFICATE_BYTES_MAX {
            return Err(RegulatorRefusal::Field("certificates"));
        }
        Certificate::from_der(der).map_err(refused)
    }
}
