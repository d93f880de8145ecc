//! What the service documents share.

use crate::place::{Place, date_text};
use crate::tree::{Document, Element};
use crate::{FormatRefusal, Registry};
use jiff::civil::Date;
use kernel::{Inn, Kpp};

/// Surname, given name, patronymic where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    pub surname: String,
    pub given_name: String,
    pub patronymic: Option<String>,
}

impl PersonName {
    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            surname: place.own("Фамилия")?, given_name: place.own("Имя")?, patronymic: place.some("Отчество")
        })
    }

    pub(crate) fn element(&self) -> Element {
        let mut element = Element::new("ФИО");
        element.set("Фамилия", &self.surname).set("Имя", &self.given_name);
        element.set_if("Отчество", self.patronymic.as_deref());
        element
    }
}

/// Who a participant is to the tax service. Numbers stand as the file has them; composing refuses wrong check digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requisites {
    Organization {
        name: String,
        inn: String,
        kpp: String,
    },
    Entrepreneur {
        name: PersonName,
        inn: String,
    },
    Person {
        name: PersonName,
        inn: String,
    },
    /// A foreign company or person not registered with the tax service.
    Foreign {
        is_person: bool,
        country: Option<String>,
        name: Option<String>,
        code: Option<String>,
        other: Option<String>,
    },
}

impl Requisites {
    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let person = || PersonName::read(&place.child("ФИО")?);
        match place.name() {
            "ЮЛ" => {
                Ok(Self::Organization {
                    name: place.own("НаимОрг")?, inn: place.own("ИННЮЛ")?, kpp: place.own("КПП")?
                })
            }
            "ИП" => Ok(Self::Entrepreneur { name: person()?, inn: place.own("ИННФЛ")? }),
            "ФЛ" => Ok(Self::Person { name: person()?, inn: place.own("ИННФЛ")? }),
            _ => Ok(Self::Foreign {
                is_person: place.get("ИдСтат") == Some("ФЛ"),
                country: place.some("СтрРег"),
                name: place.some("Наим"),
                code: place.some("КодНПРег"),
                other: place.some("ИныеСвед"),
            }),
        }
    }

    fn element(&self, path: &str) -> Result<Element, FormatRefusal> {
        let person = |tag: &str, name: &PersonName, inn: &str| {
            let mut element = Element::new(tag);
            element.set("ИННФЛ", checked_inn(inn, true, path)?).push(name.element());
            Ok(element)
        };
        match self {
            Self::Organization { name, inn, kpp } => {
                let mut element = Element::new("ЮЛ");
                element
                    .set("НаимОрг", name)
                    .set("ИННЮЛ", checked_inn(inn, false, path)?)
                    .set("КПП", checked_kpp(kpp, path)?);
                Ok(element)
            }
            Self::Entrepreneur { name, inn } => person("ИП", name, inn),
            Self::Person { name, inn } => person("ФЛ", name, inn),
            Self::Foreign { is_person, country, name, code, other } => {
                let mut element = Element::new("СвИнУчастНеУч");
                element.set("ИдСтат", if *is_person { "ФЛ" } else { "ЮЛ" });
                element.set_if("СтрРег", country.as_deref()).set_if("Наим", name.as_deref());
                element.set_if("КодНПРег", code.as_deref()).set_if("ИныеСвед", other.as_deref());
                Ok(element)
            }
        }
    }
}

pub(crate) fn checked_inn<'a>(inn: &'a str, person: bool, path: &str) -> Result<&'a str, FormatRefusal> {
    match Inn::parse(inn) {
        Ok(number) if number.is_person() == person => Ok(inn),
        _ => Err(FormatRefusal::Value {
            path: format!("{path}/{}", if person { "@ИННФЛ" } else { "@ИННЮЛ" }),
            expected: if person {
                "an ИНН of 12 digits with right check digits"
            } else {
                "an ИНН of 10 digits with a right check digit"
            },
        }),
    }
}

pub(crate) fn checked_kpp<'a>(kpp: &'a str, path: &str) -> Result<&'a str, FormatRefusal> {
    Kpp::parse(kpp)
        .map(|_| kpp)
        .map_err(|_| FormatRefusal::Value { path: format!("{path}/@КПП"), expected: "a КПП of 9 characters" })
}

/// A participant of the exchange: its id at its operator and who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// 4 to 46 characters: operator code and code at the operator.
    pub id: String,
    pub requisites: Requisites,
}

impl Participant {
    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let who = place.first().ok_or_else(|| place.wrong("ИдУчастЭДО", "requisites inside"))?;
        Ok(Self { id: place.own("ИдУчастЭДО")?, requisites: Requisites::read(&who)? })
    }

    pub(crate) fn element(&self, tag: &str) -> Result<Element, FormatRefusal> {
        let mut element = Element::new(tag);
        element.set("ИдУчастЭДО", &self.id).push(self.requisites.element(&format!("Файл/Документ/{tag}"))?);
        Ok(element)
    }
}

/// An operator of electronic document exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorDetails {
    pub name: String,
    pub inn: String,
    /// Three characters.
    pub id: String,
}

impl OperatorDetails {
    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            name: place.own("НаимОрг")?, inn: place.own("ИННЮЛ")?, id: place.own("ИдОперЭДО")?
        })
    }

    pub(crate) fn element(&self) -> Result<Element, FormatRefusal> {
        let mut element = Element::new("ОперЭДО");
        element.set("НаимОрг", &self.name);
        element.set("ИННЮЛ", checked_inn(&self.inn, false, "Файл/Документ/ОперЭДО")?).set("ИдОперЭДО", &self.id);
        Ok(element)
    }
}

/// The file a service document speaks of: its name, and its signatures as text (base64 of the detached DER message).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredFile {
    /// Name without extension, as its `ИдФайл`.
    pub file_id: String,
    pub signatures: Vec<String>,
}

impl AnsweredFile {
    pub(crate) fn read(place: &Place<'_>, name: &str, signature: &str) -> Result<Self, FormatRefusal> {
        Ok(Self { file_id: place.own(name)?, signatures: place.all(signature).iter().map(Place::text).collect() })
    }

    pub(crate) fn element(&self, tag: &str, name: &str, signature: &str) -> Element {
        let mut element = Element::new(tag);
        element.set(name, &self.file_id);
        for text in &self.signatures {
            element.push(Element::with_text(signature, text));
        }
        element
    }
}

/// A machine-readable power of attorney (МЧД) a signer acts by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PowerReference {
    /// Registration number, 36 characters.
    pub number: String,
    pub issued_on: Date,
    pub own_number: Option<String>,
    pub registered_on: Option<Date>,
    /// Sent along (`1`) or to be fetched from the storage (`2`).
    pub presented_by: String,
    /// Which information system keeps it.
    pub storage: Option<String>,
}

impl PowerReference {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            number: place.own("НомДовер")?,
            issued_on: place.date("ДатаВыдДовер")?,
            own_number: place.some("ВнНомДовер"),
            registered_on: place.date_if("ДатаВнРегДовер")?,
            presented_by: place.own("СпособПредставл")?,
            storage: place.some("ИдСистХран").or_else(|| place.some("СвСистХран")),
        })
    }

    fn element(&self, storage: &str) -> Element {
        let mut element = Element::new("СвДоверЭл");
        element.set("НомДовер", &self.number).set("ДатаВыдДовер", &date_text(self.issued_on));
        element.set_if("ВнНомДовер", self.own_number.as_deref());
        element.set_if("ДатаВнРегДовер", self.registered_on.map(date_text).as_deref());
        element.set("СпособПредставл", &self.presented_by).set_if(storage, self.storage.as_deref());
        element
    }
}

/// A power of attorney on paper a signer acts by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperPower {
    pub issued_on: Date,
    pub own_number: String,
    /// What identifies who gave the power, up to 1000 characters.
    pub issuer: Option<String>,
    /// Who signed the power.
    pub signed_by: Option<PersonName>,
}

impl PaperPower {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            issued_on: place.date("ДатаДовер")?,
            own_number: place.own("ВнНомДовер")?,
            issuer: place.some("СвДовер").or_else(|| place.some("СвИдДовер")),
            signed_by: place.find("ФИО").map(|p| PersonName::read(&p)).transpose()?,
        })
    }

    fn element(&self, issuer: &str) -> Element {
        let mut element = Element::new("СвДоверБум");
        element.set("ДатаДовер", &date_text(self.issued_on)).set("ВнНомДовер", &self.own_number);
        element.set_if(issuer, self.issuer.as_deref());
        element.push_if(self.signed_by.as_ref().map(PersonName::element));
        element
    }
}

/// Who signs a service document for a participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceSigner {
    pub name: PersonName,
    pub position: Option<String>,
    /// `СтатПодп`: `1` by office, `2` by an electronic power, `3` by a power on paper; formats before 1.03 have none.
    pub status: Option<String>,
    /// `ТипПодпис`: `1` to `3`; formats before 1.03 have none.
    pub signature_type: Option<String>,
    pub power: Option<PowerReference>,
    pub paper_power: Option<PaperPower>,
}

/// The attributes of a signer that each format names in its own way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SignerNames {
    pub position: &'static str,
    /// The system that keeps an electronic power; a format of an older version has no powers.
    pub storage: &'static str,
    /// Who gave a power on paper.
    pub issuer: &'static str,
}

impl ServiceSigner {
    /// By office, with nothing said of the kind of signature.
    #[must_use]
    pub fn new(name: PersonName, position: Option<String>) -> Self {
        Self { name, position, status: None, signature_type: None, power: None, paper_power: None }
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            name: PersonName::read(&place.child("ФИО")?)?,
            position: place.some("Должн").or_else(|| place.some("Должность")),
            status: place.some("СтатПодп"),
            signature_type: place.some("ТипПодпис"),
            power: place.find("СвДоверЭл").map(|p| PowerReference::read(&p)).transpose()?,
            paper_power: place.find("СвДоверБум").map(|p| PaperPower::read(&p)).transpose()?,
        })
    }

    pub(crate) fn element(&self, names: SignerNames) -> Element {
        let mut element = Element::new("Подписант");
        element.set_if("СтатПодп", self.status.as_deref()).set_if("ТипПодпис", self.signature_type.as_deref());
        element.set_if(names.position, self.position.as_deref()).push(self.name.element());
        element.push_if(self.power.as_ref().map(|p| p.element(names.storage)));
        element.push_if(self.paper_power.as_ref().map(|p| p.element(names.issuer)));
        element
    }
}

/// `Файл` with its three attributes and one `Документ`, checked against the newest revision of the version.
pub(crate) fn finish(
    prefix: &'static str,
    version: &'static str,
    head: (&str, &str),
    body: Element,
) -> Result<Document, FormatRefusal> {
    let document = assemble(prefix, version, head, body)?;
    crate::read::write_checked(&document)?;
    Ok(document)
}

/// The same, not checked yet.
pub(crate) fn assemble(
    prefix: &'static str,
    version: &'static str,
    head: (&str, &str),
    body: Element,
) -> Result<Document, FormatRefusal> {
    let format = Registry::embedded().newest(prefix, version).ok_or(FormatRefusal::FormatUnknown)?;
    let (file_id, program) = head;
    let mut root = Element::new("Файл");
    root.set("ИдФайл", file_id).set("ВерсПрог", program).set("ВерсФорм", version).push(body);
    Ok(Document::new(format.clone(), root))
}

/// The `Документ` of a document that must be of this format.
pub(crate) fn body<'a>(
    document: &'a Document,
    prefix: &'static str,
    version: &'static str,
) -> Result<(Place<'a>, Place<'a>), FormatRefusal> {
    if !document.is(prefix, version) {
        return Err(FormatRefusal::OtherFormat { found: document.format().official_name(), expected: prefix });
    }
    let file = Place::root(document.root());
    let body = file.child("Документ")?;
    Ok((file, body))
}
