//! Operator's confirmation of the date a file was sent or received (DP_PDOTPR, DP_PDPOL 1.03; КНД 1115111, 1115112).

use super::parts::{AnsweredFile, OperatorDetails, Participant, ServiceSigner, SignerNames, assemble, body};
use crate::FormatRefusal;
use crate::place::{date_text, time_text};
use crate::tree::{Document, Element};
use jiff::civil::DateTime;

const SIGNER: SignerNames =
    SignerNames { position: "Должность", storage: "СвСистХран", issuer: "СвИдДовер" };

/// What the operator confirms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    Sending,
    Receiving,
}

struct Words {
    prefix: &'static str,
    knd: &'static str,
    date: &'static str,
    time: &'static str,
    file: &'static str,
    name: &'static str,
    signature: &'static str,
}

impl Confirmed {
    fn words(self) -> Words {
        match self {
            Self::Sending => Words {
                prefix: "DP_PDOTPR",
                knd: "1115111",
                date: "ДатаОтпр",
                time: "ВремяОтпр",
                file: "СведОтпрФайл",
                name: "ИмяОтпрФайла",
                signature: "ЭПОтпрФайл",
            },
            Self::Receiving => Words {
                prefix: "DP_PDPOL",
                knd: "1115112",
                date: "ДатаПол",
                time: "ВремяПол",
                file: "СведПолФайл",
                name: "ИмяПолФайла",
                signature: "ЭППолФайл",
            },
        }
    }

    /// Prefix of the file name.
    pub fn prefix(self) -> &'static str {
        self.words().prefix
    }
}

/// Operator's confirmation of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateConfirmation {
    /// `ИдФайл`: the file's name without extension.
    pub file_id: String,
    /// Program and version, up to 40 characters.
    pub program: String,
    pub confirmed: Confirmed,
    pub operator: OperatorDetails,
    /// Moscow time.
    pub at: DateTime,
    pub answered: AnsweredFile,
    pub sender: Participant,
    pub recipient: Participant,
    /// The operator's employee, when a person signs; the position is then obligatory.
    pub signer: Option<ServiceSigner>,
}

impl DateConfirmation {
    /// Refuses what the official format refuses, naming the place.
    pub fn compose(&self) -> Result<Document, FormatRefusal> {
        let document = self.document()?;
        crate::write_checked(&document)?;
        Ok(document)
    }

    /// The official bytes, checked: what `write` gives of [`DateConfirmation::compose`], written once.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FormatRefusal> {
        crate::write_checked(&self.document()?)
    }

    fn document(&self) -> Result<Document, FormatRefusal> {
        let words = self.confirmed.words();
        let mut confirmation = Element::new("СведПодтв");
        confirmation.set(words.date, &date_text(self.at.date())).set(words.time, &time_text(self.at));
        confirmation.push(self.answered.element(words.file, words.name, words.signature));
        let mut document = Element::new("Документ");
        document.set("КНД", words.knd).push(self.operator.element()?).push(confirmation);
        document.push(self.sender.element("СвОтпрДок")?).push(self.recipient.element("СвПолДок")?);
        document.push_if(self.signer.as_ref().map(|s| s.element(SIGNER)));
        assemble(words.prefix, "1.03", (&self.file_id, &self.program), document)
    }

    /// Refuses other formats and versions than 1.03.
    pub fn read(document: &Document) -> Result<Self, FormatRefusal> {
        let confirmed = if document.format().prefix == "DP_PDPOL" { Confirmed::Receiving } else { Confirmed::Sending };
        let words = confirmed.words();
        let (file, place) = body(document, words.prefix, "1.03")?;
        let confirmation = place.child("СведПодтв")?;
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            confirmed,
            operator: OperatorDetails::read(&place.child("ОперЭДО")?)?,
            at: confirmation.moment(words.date, words.time)?,
            answered: AnsweredFile::read(&confirmation.child(words.file)?, words.name, words.signature)?,
            sender: Participant::read(&place.child("СвОтпрДок")?)?,
            recipient: Participant::read(&place.child("СвПолДок")?)?,
            signer: place.find("Подписант").map(|p| ServiceSigner::read(&p)).transpose()?,
        })
    }
}
