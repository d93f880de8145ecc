//! Sellers, buyers, consignors, consignees (`УчастникТип`).

use crate::FormatRefusal;
use crate::place::Place;
use crate::service::PersonName;
use crate::tree::Element;

/// Who a party is. Numbers stand as the file has them; composing refuses wrong check digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    Organization {
        name: String,
        inn: Option<String>,
        kpp: Option<String>,
    },
    Entrepreneur {
        name: PersonName,
        inn: Option<String>,
        ogrnip: Option<String>,
    },
    Person {
        name: Option<PersonName>,
        inn: Option<String>,
        other: Option<String>,
    },
    /// `is_person`, country code and name are known since 5.02.
    Foreign {
        is_person: bool,
        country_code: Option<String>,
        country_name: Option<String>,
        name: String,
        id: Option<String>,
    },
}

/// Where a party is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    Russian(Box<RussianAddress>),
    /// By the state address register; the parts of such an address beyond the region stay in the tree.
    Register {
        id: String,
        region_code: Option<String>,
        region_name: Option<String>,
        postal_code: Option<String>,
    },
    /// Free text, mostly for other countries.
    Text {
        country_code: String,
        country_name: Option<String>,
        text: String,
    },
}

/// An address of the register of legal entities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RussianAddress {
    pub postal_code: Option<String>,
    pub region_code: String,
    /// Obligatory since 5.02.
    pub region_name: Option<String>,
    pub district: Option<String>,
    pub city: Option<String>,
    pub settlement: Option<String>,
    pub street: Option<String>,
    pub house: Option<String>,
    pub building: Option<String>,
    pub flat: Option<String>,
    pub other: Option<String>,
}

/// A bank account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BankAccount {
    pub number: Option<String>,
    pub bank_name: Option<String>,
    pub bic: Option<String>,
    pub correspondent: Option<String>,
}

/// A party of a transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub identity: Identity,
    pub address: Option<Address>,
    pub bank: Option<BankAccount>,
    pub phones: Vec<String>,
    pub mails: Vec<String>,
    pub okpo: Option<String>,
    /// Structural unit.
    pub department: Option<String>,
    /// Information for the participant of the exchange.
    pub note: Option<String>,
    pub short_name: Option<String>,
}

impl Party {
    /// A party known by who it is and where.
    pub fn new(identity: Identity, address: Option<Address>) -> Self {
        Self {
            identity,
            address,
            bank: None,
            phones: Vec::new(),
            mails: Vec::new(),
            okpo: None,
            department: None,
            note: None,
            short_name: None,
        }
    }

    /// ИНН, where the file gives one.
    pub fn inn(&self) -> Option<&str> {
        match &self.identity {
            Identity::Organization { inn, .. } | Identity::Entrepreneur { inn, .. } | Identity::Person { inn, .. } => {
                inn.as_deref()
            }
            Identity::Foreign { .. } => None,
        }
    }

    /// КПП of a company, where the file gives one.
    pub fn kpp(&self) -> Option<&str> {
        match &self.identity {
            Identity::Organization { kpp, .. } => kpp.as_deref(),
            _ => None,
        }
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let contact = place.find("Контакт");
        // 5.01 keeps one phone and one mail in attributes, later versions any number in elements.
        let contacts = |name: &str| -> Vec<String> {
            let Some(contact) = &contact else { return Vec::new() };
            contact.some(name).into_iter().chain(contact.all(name).iter().map(Place::text)).collect()
        };
        Ok(Self {
            identity: Identity::read(&place.child("ИдСв")?)?,
            address: place.find("Адрес").map(|p| Address::read(&p)).transpose()?,
            bank: place.find("БанкРекв").map(|p| BankAccount::read(&p)),
            phones: contacts("Тлф"),
            mails: contacts("ЭлПочта"),
            okpo: place.some("ОКПО"),
            department: place.some("СтруктПодр"),
            note: place.some("ИнфДляУчаст"),
            short_name: place.some("СокрНаим").or_else(|| place.some("КраткНазв")),
        })
    }

    /// In the words of 5.03.
    pub(crate) fn element(&self, tag: &str) -> Result<Element, FormatRefusal> {
        let mut element = Element::new(tag);
        element.set_if("ОКПО", self.okpo.as_deref()).set_if("СтруктПодр", self.department.as_deref());
        element.set_if("ИнфДляУчаст", self.note.as_deref()).set_if("СокрНаим", self.short_name.as_deref());
        let mut identity = Element::new("ИдСв");
        identity.push(self.identity.element(tag)?);
        element.push(identity);
        element.push_if(self.address.as_ref().map(Address::element));
        element.push_if(self.bank.as_ref().map(BankAccount::element));
        if !self.phones.is_empty() || !self.mails.is_empty() {
            let mut contact = Element::new("Контакт");
            contact.push_all(self.phones.iter().map(|t| Element::with_text("Тлф", t)));
            contact.push_all(self.mails.iter().map(|t| Element::with_text("ЭлПочта", t)));
            element.push(contact);
        }
        Ok(element)
    }
}

impl Identity {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let who = place.first().ok_or_else(|| place.wrong("ИННЮЛ", "a party"))?;
        let name = || who.find("ФИО").map(|p| PersonName::read(&p)).transpose();
        match who.name() {
            "СвЮЛУч" => {
                Ok(Self::Organization {
                    name: who.own("НаимОрг")?, inn: who.some("ИННЮЛ"), kpp: who.some("КПП")
                })
            }
            "СвИП" => Ok(Self::Entrepreneur {
                name: PersonName::read(&who.child("ФИО")?)?,
                inn: who.some("ИННФЛ"),
                ogrnip: who.some("ОГРНИП"),
            }),
            "СвИнНеУч" => Ok(Self::Foreign {
                is_person: who.get("ИдСтат") == Some("ИГ"),
                country_code: who.some("КодСтр"),
                country_name: who.some("НаимСтран"),
                name: who.some("Наим").map_or_else(|| who.own("НаимОрг"), Ok)?,
                id: who.some("Идентиф"),
            }),
            _ => Ok(Self::Person { name: name()?, inn: who.some("ИННФЛ"), other: who.some("ИныеСвед") }),
        }
    }

    fn element(&self, tag: &str) -> Result<Element, FormatRefusal> {
        let path = format!("Файл/Документ/СвСчФакт/{tag}/ИдСв");
        match self {
            Self::Organization { name, inn, kpp } => {
                let mut element = Element::new("СвЮЛУч");
                element.set("НаимОрг", name).set_if("ИННЮЛ", inn_if(inn.as_deref(), false, &path)?);
                if let Some(kpp) = kpp {
                    element.set("КПП", crate::service::checked_kpp(kpp, &path)?);
                }
                Ok(element)
            }
            Self::Entrepreneur { name, inn, ogrnip } => {
                let mut element = Element::new("СвИП");
                element.set_if("ИННФЛ", inn_if(inn.as_deref(), true, &path)?).set_if("ОГРНИП", ogrnip.as_deref());
                element.push(name.element());
                Ok(element)
            }
            Self::Person { name, inn, other } => {
                let mut element = Element::new("СвФЛУч");
                element.set_if("ИННФЛ", inn_if(inn.as_deref(), true, &path)?).set_if("ИныеСвед", other.as_deref());
                element.push_if(name.as_ref().map(PersonName::element));
                Ok(element)
            }
            Self::Foreign { is_person, country_code, country_name, name, id } => {
                let mut element = Element::new("СвИнНеУч");
                element.set("ИдСтат", if *is_person { "ИГ" } else { "ИО" });
                element.set_if("КодСтр", country_code.as_deref()).set_if("НаимСтран", country_name.as_deref());
                element.set("Наим", name).set_if("Идентиф", id.as_deref());
                Ok(element)
            }
        }
    }
}

fn inn_if<'a>(inn: Option<&'a str>, person: bool, path: &str) -> Result<Option<&'a str>, FormatRefusal> {
    inn.map(|inn| crate::service::checked_inn(inn, person, path)).transpose()
}

impl Address {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let kind = place.first().ok_or_else(|| place.wrong("АдрРФ", "an address"))?;
        let text = |name: &str| kind.find(name).map(|p| p.text());
        match kind.name() {
            "АдрРФ" => RussianAddress::read(&kind).map(|a| Self::Russian(Box::new(a))),
            "АдрИнф" => Ok(Self::Text {
                country_code: kind.own("КодСтр")?,
                country_name: kind.some("НаимСтран"),
                text: kind.own("АдрТекст")?,
            }),
            "КодГАР" => {
                Ok(Self::Register { id: kind.text(), region_code: None, region_name: None, postal_code: None })
            }
            _ => Ok(Self::Register {
                id: kind.own("ИдНом")?,
                region_code: text("Регион"),
                region_name: text("НаимРегион"),
                postal_code: kind.some("Индекс"),
            }),
        }
    }

    fn element(&self) -> Element {
        let kind = match self {
            Self::Russian(address) => address.element(),
            Self::Register { id, region_code, region_name, postal_code } => {
                let mut kind = Element::new("АдрГАР");
                kind.set("ИдНом", id).set_if("Индекс", postal_code.as_deref());
                kind.push_if(region_code.as_deref().map(|t| Element::with_text("Регион", t)));
                kind.push_if(region_name.as_deref().map(|t| Element::with_text("НаимРегион", t)));
                kind
            }
            Self::Text { country_code, country_name, text } => {
                let mut kind = Element::new("АдрИнф");
                kind.set("КодСтр", country_code).set_if("НаимСтран", country_name.as_deref()).set("АдрТекст", text);
                kind
            }
        };
        let mut element = Element::new("Адрес");
        element.push(kind);
        element
    }
}

impl RussianAddress {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            postal_code: place.some("Индекс"),
            region_code: place.own("КодРегион")?,
            region_name: place.some("НаимРегион"),
            district: place.some("Район"),
            city: place.some("Город"),
            settlement: place.some("НаселПункт"),
            street: place.some("Улица"),
            house: place.some("Дом"),
            building: place.some("Корпус"),
            flat: place.some("Кварт"),
            other: place.some("ИныеСвед"),
        })
    }

    fn element(&self) -> Element {
        let mut element = Element::new("АдрРФ");
        element.set_if("Индекс", self.postal_code.as_deref()).set("КодРегион", &self.region_code);
        for (name, value) in [
            ("НаимРегион", &self.region_name),
            ("Район", &self.district),
            ("Город", &self.city),
            ("НаселПункт", &self.settlement),
            ("Улица", &self.street),
            ("Дом", &self.house),
            ("Корпус", &self.building),
            ("Кварт", &self.flat),
            ("ИныеСвед", &self.other),
        ] {
            element.set_if(name, value.as_deref());
        }
        element
    }
}

impl BankAccount {
    fn read(place: &Place<'_>) -> Self {
        let bank = place.find("СвБанк");
        let of_bank = |name: &str| bank.as_ref().and_then(|b| b.some(name));
        Self {
            number: place.some("НомерСчета"),
            bank_name: of_bank("НаимБанк"),
            bic: of_bank("БИК"),
            correspondent: of_bank("КорСчет"),
        }
    }

    fn element(&self) -> Element {
        let mut element = Element::new("БанкРекв");
        element.set_if("НомерСчета", self.number.as_deref());
        if self.bank_name.is_some() || self.bic.is_some() || self.correspondent.is_some() {
            let mut bank = Element::new("СвБанк");
            bank.set_if("НаимБанк", self.bank_name.as_deref()).set_if("БИК", self.bic.as_deref());
            bank.set_if("КорСчет", self.correspondent.as_deref());
            element.push(bank);
        }
        element
    }
}
