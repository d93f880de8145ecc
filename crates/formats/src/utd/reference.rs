//! References to other documents (`РеквДокТип` of 5.02 and 5.03, `ОснованиеТип` and others of 5.01).

use crate::FormatRefusal;
use crate::place::{Place, date_text, parse_date};
use crate::tree::Element;
use jiff::civil::Date;

/// A document by name, number and date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentReference {
    pub name: String,
    /// Obligatory since 5.02.
    pub number: Option<String>,
    /// Obligatory since 5.02.
    pub date: Option<Date>,
    /// Name of the exchange file signed by the first side.
    pub file_id: Option<String>,
    pub id: Option<String>,
    pub note: Option<String>,
}

impl DocumentReference {
    pub fn new(name: &str, number: &str, date: Date) -> Self {
        Self {
            name: name.to_owned(),
            number: Some(number.to_owned()),
            date: Some(date),
            file_id: None,
            id: None,
            note: None,
        }
    }

    /// Any of the attribute sets the versions use.
    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let any = |names: [&str; 3]| names.iter().find_map(|name| place.some(name));
        let date = match ["РеквДатаДок", "ДатаОсн", "ДатаДокОтгр"].iter().find(|name| place.get(name).is_some())
        {
            Some(name) => place.date_if(name)?,
            None => None,
        };
        let name = any(["РеквНаимДок", "НаимОсн", "НаимДокОтгр"]);
        Ok(Self {
            name: name.ok_or_else(|| place.wrong("РеквНаимДок", "the name of a document"))?,
            number: any(["РеквНомерДок", "НомОсн", "НомДокОтгр"]),
            date,
            file_id: place.some("РеквИдФайлДок"),
            id: any(["РеквИдДок", "ИдентОсн", ""]),
            note: any(["РеквДопСведДок", "ДопСвОсн", ""]),
        })
    }

    /// In the words of 5.03.
    pub(crate) fn element(&self, tag: &str) -> Element {
        let mut element = Element::new(tag);
        element.set("РеквНаимДок", &self.name).set_if("РеквНомерДок", self.number.as_deref());
        element.set_if("РеквДатаДок", self.date.map(date_text).as_deref());
        element.set_if("РеквИдФайлДок", self.file_id.as_deref()).set_if("РеквИдДок", self.id.as_deref());
        element.set_if("РеквДопСведДок", self.note.as_deref());
        element
    }
}

/// A date attribute that may hold a dash in 5.01.
pub(crate) fn date_or_dash(place: &Place<'_>, name: &str) -> Option<Date> {
    place.get(name).and_then(parse_date)
}
