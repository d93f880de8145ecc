//! Universal message: the second generation of receipts, correction requests and refusals.
//!
//! **From secondary facts.** The official schema is not to be had. Known from public descriptions: the prefix
//! `DP_UNISOOBSCH`, the part number, the places `Документ/СведУС/@ИмяПолФайл` and `Документ/СвСобытДок/@СтатусУС`, the ids
//! `ИдОтпрУС` and `ИдПолучУС`, the words `Должн`, `Тлф`, `ЭлПочта`, `ИнКонт`, lengths and the repetition of events.
//! The names `ОтпрУС`, `ПолучУС`, `ТекстУС` and the order are ours until the original is at hand.

use super::parts::{PersonName, body, finish};
use crate::FormatRefusal;
use crate::place::Place;
use crate::tree::{Document, Element};

/// What an event of a universal message says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageCode {
    /// 1999: the document was received.
    Receipt,
    /// 2007: confirm the signer's powers.
    PowersRequest,
    /// 2999: the document is to be corrected.
    AmendmentRequest,
    /// 3999: signing is refused.
    Rejection,
    /// 4002: a remark, without effect on the flow.
    Remark,
    /// 4003: information, without effect on the flow.
    Information,
    /// Any other code of four digits.
    Other(u16),
}

impl MessageCode {
    pub fn from_number(number: u16) -> Option<Self> {
        Some(match number {
            1999 => Self::Receipt,
            2007 => Self::PowersRequest,
            2999 => Self::AmendmentRequest,
            3999 => Self::Rejection,
            4002 => Self::Remark,
            4003 => Self::Information,
            other @ 1000..=9999 => Self::Other(other),
            _ => return None,
        })
    }

    pub fn number(self) -> u16 {
        match self {
            Self::Receipt => 1999,
            Self::PowersRequest => 2007,
            Self::AmendmentRequest => 2999,
            Self::Rejection => 3999,
            Self::Remark => 4002,
            Self::Information => 4003,
            Self::Other(number) => number,
        }
    }
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageEvent {
    pub code: MessageCode,
    /// Up to 10 000 characters.
    pub text: Option<String>,
}

/// A person at one end of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MessagePerson {
    pub name: Option<PersonName>,
    pub position: Option<String>,
    pub phones: Vec<String>,
    pub mails: Vec<String>,
    pub other_contact: Option<String>,
}

/// A message about a document: received, to be corrected, refused, and others. It need not be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UniversalMessage {
    pub file_id: String,
    pub program: String,
    /// Participant id of the sender; equals the one in the file's name.
    pub sender_id: String,
    pub recipient_id: String,
    /// `ИдФайл` of the document spoken of.
    pub answered_file_id: String,
    /// At least one.
    pub events: Vec<MessageEvent>,
    pub sender: Option<MessagePerson>,
    pub recipient: Option<MessagePerson>,
}

const PREFIX: &str = "DP_UNISOOBSCH";
const VERSION: &str = "5.01";

impl UniversalMessage {
    pub fn compose(&self) -> Result<Document, FormatRefusal> {
        let mut document = Element::new("Документ");
        let mut about = Element::new("СведУС");
        about.set("ИдОтпрУС", &self.sender_id).set("ИдПолучУС", &self.recipient_id);
        about.set("ИмяПолФайл", &self.answered_file_id);
        document.push(about);
        for event in &self.events {
            let mut element = Element::new("СвСобытДок");
            element.set("СтатусУС", &event.code.number().to_string());
            element.push_if(event.text.as_deref().map(|t| Element::with_text("ТекстУС", t)));
            document.push(element);
        }
        document.push_if(self.sender.as_ref().map(|p| p.element("ОтпрУС")));
        document.push_if(self.recipient.as_ref().map(|p| p.element("ПолучУС")));
        finish(PREFIX, VERSION, (&self.file_id, &self.program), document)
    }

    pub fn read(document: &Document) -> Result<Self, FormatRefusal> {
        let (file, place) = body(document, PREFIX, VERSION)?;
        let about = place.child("СведУС")?;
        let events: Result<Vec<_>, _> = place.all("СвСобытДок").iter().map(MessageEvent::read).collect();
        let person = |tag: &str| place.find(tag).map(|p| MessagePerson::read(&p)).transpose();
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            sender_id: about.own("ИдОтпрУС")?,
            recipient_id: about.own("ИдПолучУС")?,
            answered_file_id: about.own("ИмяПолФайл")?,
            events: events?,
            sender: person("ОтпрУС")?,
            recipient: person("ПолучУС")?,
        })
    }
}

impl MessageEvent {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let number = place.need("СтатусУС")?.parse().ok().and_then(MessageCode::from_number);
        Ok(Self {
            code: number.ok_or_else(|| place.wrong("СтатусУС", "a code of four digits"))?,
            text: place.find("ТекстУС").map(|t| t.text()),
        })
    }
}

impl MessagePerson {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let texts = |name: &str| place.all(name).iter().map(Place::text).collect();
        Ok(Self {
            name: place.find("ФИО").map(|p| PersonName::read(&p)).transpose()?,
            position: place.some("Должн"),
            phones: texts("Тлф"),
            mails: texts("ЭлПочта"),
            other_contact: place.some("ИнКонт"),
        })
    }

    fn element(&self, tag: &str) -> Element {
        let mut element = Element::new(tag);
        element.set_if("Должн", self.position.as_deref()).set_if("ИнКонт", self.other_contact.as_deref());
        element.push_if(self.name.as_ref().map(PersonName::element));
        for phone in &self.phones {
            element.push(Element::with_text("Тлф", phone));
        }
        for mail in &self.mails {
            element.push(Element::with_text("ЭлПочта", mail));
        }
        element
    }
}
