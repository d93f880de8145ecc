//! Who signs a title.

use crate::FormatRefusal;
use crate::place::{Place, date_text};
use crate::service::PersonName;
use crate::tree::Element;
use jiff::civil::Date;

/// How the signer's powers are confirmed (`СпосПодтПолном`, since 5.02): a digit from 1 to 6 of the
/// format's list. The embedded checks want an electronic power named with 3 and a paper one with 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority(u8);

impl Authority {
    /// 1: by the data of the qualified signature itself.
    pub const SIGNATURE: Self = Self(1);

    /// Refuses other digits.
    pub fn from_digit(digit: u8) -> Option<Self> {
        (1..=6).contains(&digit).then_some(Self(digit))
    }

    pub fn digit(self) -> u8 {
        self.0
    }

    fn parse(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::from_digit)
    }
}

/// A machine-readable power of attorney named in a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitlePower {
    /// Registration number, 36 characters.
    pub number: String,
    pub issued_on: Date,
    pub own_number: Option<String>,
    /// Which information system keeps it.
    pub storage: String,
    /// Address of that system.
    pub storage_url: Option<String>,
}

/// A person who signs a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleSigner {
    pub name: PersonName,
    pub position: Option<String>,
    pub signed_on: Option<Date>,
    /// `None` in 5.01.
    pub authority: Option<Authority>,
    pub powers: Vec<TitlePower>,
    pub note: Option<String>,
    /// 5.01 only: the basis of powers in words.
    pub basis: Option<String>,
    /// 5.01 only: ИНН written beside the name.
    pub inn: Option<String>,
}

impl TitleSigner {
    /// A signer of 5.03 whose powers the signature itself shows.
    pub fn new(name: PersonName, position: &str) -> Self {
        Self {
            name,
            position: Some(position.to_owned()),
            signed_on: None,
            authority: Some(Authority::SIGNATURE),
            powers: Vec::new(),
            note: None,
            basis: None,
            inn: None,
        }
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        match place.find("ФИО") {
            Some(name) => Self::read_recent(place, &name),
            None => Self::read_501(place),
        }
    }

    fn read_recent(place: &Place<'_>, name: &Place<'_>) -> Result<Self, FormatRefusal> {
        let authority = Authority::parse(place.need("СпосПодтПолном")?);
        let powers: Result<Vec<_>, _> = place.all("СвДоверЭл").iter().map(TitlePower::read).collect();
        Ok(Self {
            name: PersonName::read(name)?,
            position: place.some("Должн"),
            signed_on: place.date_if("ДатаПодДок")?,
            authority: Some(authority.ok_or_else(|| place.wrong("СпосПодтПолном", "a digit from 1 to 6"))?),
            powers: powers?,
            note: place.some("ДопСведПодп"),
            basis: None,
            inn: None,
        })
    }

    fn read_501(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let who = place.first().ok_or_else(|| place.wrong("ОснПолн", "a person"))?;
        Ok(Self {
            name: PersonName::read(&who.child("ФИО")?)?,
            position: who.some("Должн"),
            signed_on: None,
            authority: None,
            powers: Vec::new(),
            note: None,
            basis: place.some("ОснПолн"),
            inn: who.some("ИННЮЛ").or_else(|| who.some("ИННФЛ")),
        })
    }

    /// In the words of 5.03.
    pub(crate) fn element(&self) -> Result<Element, FormatRefusal> {
        let mut element = Element::new("Подписант");
        element.set_if("Должн", self.position.as_deref());
        element.set_if("ДатаПодДок", self.signed_on.map(date_text).as_deref());
        let authority = self.authority.ok_or(FormatRefusal::Absent {
            path: "Файл/Документ/Подписант/@СпосПодтПолном".into(),
        })?;
        element.set("СпосПодтПолном", &authority.digit().to_string()).set_if("ДопСведПодп", self.note.as_deref());
        element.push(self.name.element());
        element.push_all(self.powers.iter().map(|p| p.element()));
        Ok(element)
    }
}

impl TitlePower {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            number: place.own("НомДовер")?,
            issued_on: place.date("ДатаВыдДовер")?,
            own_number: place.some("ВнНомДовер"),
            storage: place.own("ИдСистХран")?,
            storage_url: place.some("УРЛСист"),
        })
    }

    fn element(&self) -> Element {
        let mut element = Element::new("СвДоверЭл");
        element.set("НомДовер", &self.number).set("ДатаВыдДовер", &date_text(self.issued_on));
        element.set_if("ВнНомДовер", self.own_number.as_deref()).set("ИдСистХран", &self.storage);
        element.set_if("УРЛСист", self.storage_url.as_deref());
        element
    }
}
