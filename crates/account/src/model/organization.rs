//! An organization as a tenant: its requisites, name, address, boxes.

use super::{AccountRefusal, DepartmentId, ParticipantId};
use kernel::{BoxId, Inn, Kpp, Moment, Ogrn, OrganizationId};

/// Characters of a name: НаимОрг of УПД 5.03 holds 1000.
const NAME_CHARS_MAX: usize = 1000;
/// Characters of a surname, given name, patronymic in the exchange formats.
const PERSON_CHARS_MAX: usize = 60;
/// Characters of one part of an address: the longest element of the address (Город, Улица) holds 255 at most.
const ADDRESS_CHARS_MAX: usize = 255;
/// Subjects of the federation have two-digit codes (СПДУЛ of the tax service's classifier); 00 is none.
const REGION_DIGITS: usize = 2;
/// Digits of a postal code.
const POSTAL_DIGITS: usize = 6;

/// ИНН, КПП and ОГРН that go together: a company has all three, a sole proprietor ИНН of 12 digits and ОГРНИП.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requisites {
    inn: Inn,
    kpp: Option<Kpp>,
    ogrn: Option<Ogrn>,
}

/// Requisites as typed.
#[derive(Debug, Clone, Copy)]
pub struct RequisitesDraft<'a> {
    /// ИНН.
    pub inn: &'a str,
    /// КПП.
    pub kpp: Option<&'a str>,
    /// ОГРН or ОГРНИП.
    pub ogrn: Option<&'a str>,
}

impl Requisites {
    /// Refuses wrong check digits, a company without КПП, a person with one, an ОГРН of the other kind. ОГРН may be
    /// absent: not every taxpayer has one, and УПД does not ask for it.
    pub fn parse(draft: RequisitesDraft<'_>) -> Result<Self, AccountRefusal> {
        let wrong = |field| move |problem| AccountRefusal::Requisite { field, problem };
        let inn = Inn::parse(draft.inn).map_err(wrong("inn"))?;
        let kpp = draft.kpp.map(Kpp::parse).transpose().map_err(wrong("kpp"))?;
        let ogrn = draft.ogrn.map(Ogrn::parse).transpose().map_err(wrong("ogrn"))?;
        let disagree = |field, problem| Err(AccountRefusal::RequisitesDisagree { field, problem });
        match (inn.is_person(), &kpp) {
            (false, None) => return disagree("kpp", "a company has КПП"),
            (true, Some(_)) => return disagree("kpp", "a person has no КПП"),
            _ => {}
        }
        if ogrn.as_ref().is_some_and(|ogrn| ogrn.is_person() != inn.is_person()) {
            return disagree("ogrn", "a company has ОГРН of 13 digits, a sole proprietor ОГРНИП of 15");
        }
        Ok(Self { inn, kpp, ogrn })
    }

    /// ИНН.
    #[must_use]
    pub const fn inn(&self) -> &Inn {
        &self.inn
    }

    /// КПП of a company.
    #[must_use]
    pub const fn kpp(&self) -> Option<&Kpp> {
        self.kpp.as_ref()
    }

    /// ОГРН or ОГРНИП.
    #[must_use]
    pub const fn ogrn(&self) -> Option<&Ogrn> {
        self.ogrn.as_ref()
    }
}

/// Surname, given name, patronymic of a sole proprietor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// Фамилия.
    pub surname: String,
    /// Имя.
    pub given_name: String,
    /// Отчество, where there is one.
    pub patronymic: Option<String>,
}

/// What an organization is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganizationName {
    /// A company's full name: «ООО "Ромашка"».
    Company(String),
    /// A sole proprietor's name.
    Person(PersonName),
}

impl OrganizationName {
    /// A company's name; refuses an empty or too long one and control characters.
    pub fn company(name: &str) -> Result<Self, AccountRefusal> {
        Ok(Self::Company(line("name", name, NAME_CHARS_MAX)?))
    }

    /// A sole proprietor's name.
    pub fn person(surname: &str, given_name: &str, patronymic: Option<&str>) -> Result<Self, AccountRefusal> {
        Ok(Self::Person(PersonName {
            surname: line("surname", surname, PERSON_CHARS_MAX)?,
            given_name: line("given_name", given_name, PERSON_CHARS_MAX)?,
            patronymic: patronymic.map(|text| line("patronymic", text, PERSON_CHARS_MAX)).transpose()?,
        }))
    }

    /// One line for lists and cards.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Company(name) => name.clone(),
            Self::Person(person) => {
                let patronymic = person.patronymic.as_deref().map(|text| format!(" {text}")).unwrap_or_default();
                format!("ИП {} {}{patronymic}", person.surname, person.given_name)
            }
        }
    }
}

/// A Russian address in the parts that УПД asks for (АдрРФ); only the region is required.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// КодРегион: two digits.
    pub region_code: String,
    /// Индекс: six digits.
    pub postal_code: Option<String>,
    /// Район.
    pub district: Option<String>,
    /// Город.
    pub city: Option<String>,
    /// НаселПункт.
    pub locality: Option<String>,
    /// Улица.
    pub street: Option<String>,
    /// Дом.
    pub house: Option<String>,
    /// Корпус.
    pub building: Option<String>,
    /// Кварт.
    pub flat: Option<String>,
}

impl Address {
    /// All its parts, from the region to the flat: in the order of the table's columns.
    #[must_use]
    pub fn parts(&self) -> [Option<&str>; 9] {
        [
            Some(self.region_code.as_str()),
            self.postal_code.as_deref(),
            self.district.as_deref(),
            self.city.as_deref(),
            self.locality.as_deref(),
            self.street.as_deref(),
            self.house.as_deref(),
            self.building.as_deref(),
            self.flat.as_deref(),
        ]
    }

    /// Checks every part and cuts spaces around; an empty part counts as absent.
    pub fn checked(self) -> Result<Self, AccountRefusal> {
        let part = |field, value: Option<String>| {
            let value = value.filter(|text| !text.trim().is_empty());
            value.map(|text| line(field, &text, ADDRESS_CHARS_MAX)).transpose()
        };
        Ok(Self {
            region_code: digits("address.region_code", &self.region_code, REGION_DIGITS, "two digits")?,
            postal_code: self
                .postal_code
                .filter(|text| !text.is_empty())
                .map(|text| digits("address.postal_code", &text, POSTAL_DIGITS, "six digits"))
                .transpose()?,
            district: part("address.district", self.district)?,
            city: part("address.city", self.city)?,
            locality: part("address.locality", self.locality)?,
            street: part("address.street", self.street)?,
            house: part("address.house", self.house)?,
            building: part("address.building", self.building)?,
            flat: part("address.flat", self.flat)?,
        })
    }
}

fn line(field: &'static str, text: &str, chars_max: usize) -> Result<String, AccountRefusal> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > chars_max || text.chars().any(char::is_control) {
        return Err(AccountRefusal::TextForm { field, accepted: "a text of bounded length on one line" });
    }
    Ok(text.to_owned())
}

fn digits(field: &'static str, text: &str, count: usize, accepted: &'static str) -> Result<String, AccountRefusal> {
    let is_good = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_good && text.bytes().any(|byte| byte != b'0') {
        Ok(text.to_owned())
    } else {
        Err(AccountRefusal::TextForm { field, accepted })
    }
}

/// An organization about to be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganization {
    requisites: Requisites,
    name: OrganizationName,
    address: Address,
    address_is_public: bool,
    is_test: bool,
}

impl NewOrganization {
    /// Refuses a company's name with a person's ИНН and the other way round.
    pub fn new(
        requisites: Requisites,
        name: OrganizationName,
        address: Address,
        is_test: bool,
    ) -> Result<Self, AccountRefusal> {
        let named_person = matches!(name, OrganizationName::Person(_));
        if named_person != requisites.inn.is_person() {
            let problem = "ИНН of 10 digits goes with a company's name, of 12 with a person's";
            return Err(AccountRefusal::RequisitesDisagree { field: "name", problem });
        }
        let address_is_public = !requisites.inn.is_person();
        Ok(Self { requisites, name, address: address.checked()?, address_is_public, is_test })
    }

    /// Whether its public card shows the address. A company's is shown unless it says otherwise, as the public register
    /// shows it; a sole proprietor's, which that register does not tell, only where they say so.
    #[must_use]
    pub fn with_public_address(self, is_public: bool) -> Self {
        Self { address_is_public: is_public, ..self }
    }

    /// Its address as the public card shows it.
    #[must_use]
    pub fn public_address(&self) -> Option<&Address> {
        Some(&self.address).filter(|_| self.address_is_public)
    }

    /// Its requisites.
    #[must_use]
    pub const fn requisites(&self) -> &Requisites {
        &self.requisites
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &OrganizationName {
        &self.name
    }

    /// Its address.
    #[must_use]
    pub const fn address(&self) -> &Address {
        &self.address
    }

    /// Whether it is for trying things out.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.is_test
    }
}

/// A registered organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub organization_id: OrganizationId,
    /// ИНН, КПП, ОГРН.
    pub requisites: Requisites,
    /// Its name.
    pub name: OrganizationName,
    /// Its address.
    pub address: Address,
    /// For trying things out: documents are marked, certificates come from «ТЕСТ».
    pub is_test: bool,
    /// Since when it is here.
    pub created_at: Moment,
}

/// A box of an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgBox {
    /// Its id.
    pub box_id: BoxId,
    /// Whose it is.
    pub organization_id: OrganizationId,
    /// Fixed when the box was born.
    pub participant_id: ParticipantId,
    /// Where documents without a department go.
    pub root_department_id: DepartmentId,
    /// Since when it is here.
    pub created_at: Moment,
}

/// What any signed-in user may know of another's box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxCard {
    /// The box.
    pub box_id: BoxId,
    /// Whose it is.
    pub organization_id: OrganizationId,
    /// The participant id.
    pub participant_id: ParticipantId,
    /// Name on one line.
    pub name: String,
    /// ИНН.
    pub inn: Inn,
    /// КПП of a company.
    pub kpp: Option<Kpp>,
    /// A test organization.
    pub is_test: bool,
    /// Its address, where it is public.
    pub address: Option<Address>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const INN: &str = "9800000013";
    const KPP: &str = "980001001";
    const OGRN: &str = "1269800000018";
    const PERSON_INN: &str = "980000000101";
    const OGRNIP: &str = "326980000000011";

    fn parse(inn: &str, kpp: Option<&str>, ogrn: Option<&str>) -> Result<Requisites, AccountRefusal> {
        Requisites::parse(RequisitesDraft { inn, kpp, ogrn })
    }

    #[test]
    fn requisites_go_together() {
        for (inn, kpp, ogrn) in [
            (INN, Some(KPP), Some(OGRN)),
            (INN, Some(KPP), None),
            (PERSON_INN, None, Some(OGRNIP)),
            (PERSON_INN, None, None),
        ] {
            assert!(parse(inn, kpp, ogrn).is_ok(), "{inn} {kpp:?} {ogrn:?}");
        }
        for (inn, kpp, ogrn, field) in [
            ("9800000014", Some(KPP), None, "inn"),
            ("", Some(KPP), None, "inn"),
            (INN, None, Some(OGRN), "kpp"),
            (INN, Some(""), Some(OGRN), "kpp"),
            (INN, Some("98000100"), None, "kpp"),
            (INN, Some(KPP), Some("1269800000019"), "ogrn"),
            (INN, Some(KPP), Some(OGRNIP), "ogrn"),
            (PERSON_INN, Some(KPP), None, "kpp"),
            (PERSON_INN, None, Some(OGRN), "ogrn"),
        ] {
            let refusal = parse(inn, kpp, ogrn).unwrap_err();
            assert_eq!(kernel::Refusal::field(&refusal).as_deref(), Some(field), "{inn} {kpp:?} {ogrn:?}");
        }
    }

    fn moscow() -> Address {
        Address { region_code: "77".to_owned(), street: Some(" Полевая ".to_owned()), ..Address::default() }
    }

    #[test]
    fn a_name_fits_its_number() {
        let company = parse(INN, Some(KPP), None).unwrap();
        let person = parse(PERSON_INN, None, None).unwrap();
        let romashka = OrganizationName::company("ООО «Ромашка»").unwrap();
        let vasilek = OrganizationName::person("Василёк", "Пётр", None).unwrap();
        assert!(NewOrganization::new(company.clone(), romashka.clone(), moscow(), false).is_ok());
        assert!(NewOrganization::new(person.clone(), vasilek.clone(), moscow(), true).is_ok());
        assert!(NewOrganization::new(company, vasilek.clone(), moscow(), false).is_err());
        assert!(NewOrganization::new(person, romashka, moscow(), false).is_err());
        assert_eq!(vasilek.shown(), "ИП Василёк Пётр");
    }

    #[test]
    fn addresses() {
        assert_eq!(moscow().checked().unwrap().street.as_deref(), Some("Полевая"));
        assert_eq!(Address { city: Some("  ".to_owned()), ..moscow() }.checked().unwrap().city, None);
        for wrong in [
            Address::default(),
            Address { region_code: "7".to_owned(), ..moscow() },
            Address { region_code: "00".to_owned(), ..moscow() },
            Address { region_code: "7А".to_owned(), ..moscow() },
            Address { postal_code: Some("12345".to_owned()), ..moscow() },
            Address { postal_code: Some("12345х".to_owned()), ..moscow() },
            Address { city: Some("а\nб".to_owned()), ..moscow() },
            Address { flat: Some("1".repeat(256)), ..moscow() },
        ] {
            assert!(matches!(wrong.clone().checked(), Err(AccountRefusal::TextForm { .. })), "{wrong:?}");
        }
    }
}
