//! What a report says of itself: whose it is, of which form, for which period, which correction.

use formats::{Document, Element};
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// A company or a person, as official documents name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// A company.
    Company {
        /// ИНН, 10 digits.
        inn: String,
        /// КПП.
        kpp: String,
        /// Name.
        name: String,
    },
    /// A person.
    Person {
        /// ИНН, 12 digits; some documents leave it out.
        inn: Option<String>,
        /// Surname, first name, patronymic if there is one.
        surname: String,
        /// First name.
        first_name: String,
        /// Patronymic.
        #[serde(skip_serializing_if = "Option::is_none")]
        patronymic: Option<String>,
    },
}

/// Digits of a person's ИНН that is not told, in names of files.
const NO_PERSON: &str = "000000000000";

impl Party {
    /// From an element of official documents that holds one: `СвНП` with `НПЮЛ` or `НПФЛ` or `НПИП`, say. `None` where it has another
    /// shape.
    pub fn of(element: &Element) -> Option<Self> {
        let own = |name: &str| element.attribute(name).map(str::to_owned);
        if let (Some(inn), Some(kpp)) = (own("ИННЮЛ"), own("КПП")) {
            return Some(Self::Company { inn, kpp, name: own("НаимОрг").unwrap_or_default() });
        }
        let Some(named) = element.child("ФИО") else { return element.elements().find_map(Self::of) };
        let part = |name: &str| named.attribute(name).map(str::to_owned);
        Some(Self::Person {
            inn: own("ИННФЛ"),
            surname: part("Фамилия")?,
            first_name: part("Имя")?,
            patronymic: part("Отчество"),
        })
    }

    /// ИНН and КПП in one, as names of files have it: 19 digits, or 12 of a person.
    pub fn digits(&self) -> String {
        match self {
            Self::Company { inn, kpp, .. } => format!("{inn}{kpp}"),
            Self::Person { inn, .. } => inn.clone().unwrap_or_else(|| NO_PERSON.to_owned()),
        }
    }

    /// The ИНН, where it is told.
    pub fn inn(&self) -> Option<&str> {
        match self {
            Self::Company { inn, .. } => Some(inn),
            Self::Person { inn, .. } => inn.as_deref(),
        }
    }
}

/// What an authority must know of a report to answer it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    /// The file's name without extension: `ИдФайл`.
    pub file_id: String,
    /// Whose report it is; `None` where the file does not tell it.
    pub payer: Option<Party>,
    /// КНД of the form.
    pub knd: String,
    /// Title of the form.
    pub title: String,
    /// Version of the format.
    pub version: String,
    /// Correction: 0 is the first. Forms without one are filed as often as one likes.
    pub correction: Option<u32>,
    /// Code of the period, where the form has one.
    pub period: Option<String>,
    /// Reporting year.
    pub year: String,
}

/// Letters of a title that receipts have room for.
const TITLE_CHARS_MAX: usize = 500;

impl Filing {
    /// Of a document that was read. What it does not tell is taken from what it is and when it came: the year of forms without one is
    /// that of `received_at`.
    pub fn of(document: &Document, title: &str, received_at: Moment) -> Self {
        let inner = document.root().child("Документ");
        let own = |name: &str| inner.and_then(|inner| inner.attribute(name)).map(str::to_owned);
        let year = own("ОтчетГод").or_else(|| own("НалГод")).unwrap_or_else(|| this_year(received_at));
        Self {
            file_id: document.file_id().unwrap_or_default().to_owned(),
            payer: inner.and_then(|inner| inner.child("СвНП")).and_then(Party::of),
            knd: document.knd().unwrap_or("0000000").to_owned(),
            title: title.chars().take(TITLE_CHARS_MAX).collect(),
            version: document.version().unwrap_or_default().to_owned(),
            correction: own("НомКорр").and_then(|number| number.parse().ok()),
            period: own("Период"),
            year,
        }
    }

    /// Of a file that no format reads: only its name is known.
    pub fn unread(file_id: &str, received_at: Moment) -> Self {
        Self {
            file_id: file_id.to_owned(),
            payer: None,
            knd: "0000000".to_owned(),
            title: "Файл неизвестного формата".to_owned(),
            version: String::new(),
            correction: None,
            period: None,
            year: this_year(received_at),
        }
    }
}

fn this_year(at: Moment) -> String {
    at.civil_date_msk().year().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_seconds(1_774_000_000);

    fn read(xml: &str) -> Element {
        formats::read_tree(xml.as_bytes()).unwrap()
    }

    #[test]
    fn a_party_is_found_under_every_name_of_its_element() {
        let company = read(r#"<СвНП><НПЮЛ НаимОрг="ООО Ромашка" ИННЮЛ="7701000019" КПП="770101001"/></СвНП>"#);
        assert_eq!(Party::of(&company).map(|party| party.digits()), Some("7701000019770101001".to_owned()));
        let person = read(r#"<СвНП><НПФЛ ИННФЛ="770100000099"><ФИО Фамилия="Ромашкина" Имя="Анна"/></НПФЛ></СвНП>"#);
        assert_eq!(Party::of(&person).map(|party| party.digits()), Some("770100000099".to_owned()));
        let nameless = read(r#"<СвНП><НПФЛ><ФИО Фамилия="Ромашкина" Имя="Анна"/></НПФЛ></СвНП>"#);
        assert_eq!(Party::of(&nameless).map(|party| party.digits()), Some(NO_PERSON.to_owned()));
        for empty in ["<СвНП/>", "<СвНП><НПЮЛ ИННЮЛ=\"7701000019\"/></СвНП>", "<СвНП><ФИО Имя=\"Анна\"/></СвНП>"]
        {
            assert_eq!(Party::of(&read(empty)), None, "{empty}");
        }
    }

    #[test]
    fn a_form_without_a_year_is_of_the_year_it_came_in() {
        let filing = Filing::unread("NO_USN_1", NOW);
        assert_eq!((filing.year.as_str(), filing.correction), ("2026", None));
    }
}
