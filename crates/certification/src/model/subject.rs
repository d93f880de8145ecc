//! Names in certificates. A holder's name is taken from the organization's and the member's own records, never from
//! the request. Source of the attributes: FSB order 795 of 2011-12-27, section III.

use crate::Refusal;
use crate::model::{Line, OperatorIdentity, Profile};
use kernel::{Inn, Ogrn, Snils};
use pki::oid::{self, Oid};
use pki::{Name, NameBuilder};

/// Country of every subject here.
const COUNTRY: &str = "RU";
/// Organization named in own authorities.
const AUTHORITY_ORGANIZATION: &str = "Свиток";

/// An organization as its records have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HolderOrganization {
    /// Its name; for a sole proprietor his own.
    pub name: String,
    /// ИНН: ten digits of a company, twelve of a sole proprietor.
    pub inn: Inn,
    /// ОГРН or ОГРНИП.
    pub ogrn: Option<Ogrn>,
}

/// A member who will sign for the organization, as its records have him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    pub organization: HolderOrganization,
    pub surname: String,
    /// Given name and patronymic.
    pub given_name: String,
    /// Position.
    pub title: Option<String>,
    pub inn: Option<Inn>,
    pub snils: Option<Snils>,
    pub email: Option<String>,
}

fn with_some(builder: NameBuilder, oid: Oid, value: Option<&str>) -> NameBuilder {
    match value.map(str::trim) {
        Some(value) if !value.is_empty() => builder.with(oid, value),
        _ => builder,
    }
}

/// The subject of a holder's certificate. A company is named with its ИНН in INNLE and the person beside it; a sole
/// proprietor is the person. Refuses a record without a surname, a given name or a name of the organization.
pub(crate) fn compose(holder: &Holder) -> Result<Name, Refusal> {
    let organization = &holder.organization;
    for (value, field) in
        [(&holder.surname, "surname"), (&holder.given_name, "given_name"), (&organization.name, "organization.name")]
    {
        if value.trim().is_empty() {
            return Err(Refusal::SubjectIncomplete { field });
        }
    }
    let is_person = organization.inn.is_person();
    let full_name = format!("{} {}", holder.surname.trim(), holder.given_name.trim());
    let common_name = if is_person { full_name.as_str() } else { organization.name.trim() };
    let mut name = Name::builder()
        .with(oid::COUNTRY, COUNTRY)
        .with(oid::COMMON_NAME, common_name)
        .with(oid::SURNAME, holder.surname.trim())
        .with(oid::GIVEN_NAME, holder.given_name.trim());
    name = with_some(name, oid::TITLE, holder.title.as_deref());
    if is_person {
        name = name.with(oid::INN, organization.inn.as_str());
    } else {
        name = name.with(oid::ORGANIZATION, organization.name.trim()).with(oid::INN_LE, organization.inn.as_str());
        name = with_some(name, oid::INN, holder.inn.as_ref().filter(|inn| inn.is_person()).map(Inn::as_str));
    }
    let ogrn_oid = if is_person { oid::OGRNIP } else { oid::OGRN };
    let ogrn = organization.ogrn.as_ref().filter(|ogrn| ogrn.is_person() == is_person);
    name = with_some(name, ogrn_oid, ogrn.map(Ogrn::as_str));
    name = with_some(name, oid::SNILS, holder.snils.as_ref().map(Snils::as_str));
    // A mail address is written as IA5String; one with other letters is left out.
    name = with_some(name, oid::EMAIL, holder.email.as_deref().filter(|email| email.is_ascii()));
    name.build().map_err(|_| Refusal::SubjectIncomplete { field: "name" })
}

/// Name of an own authority: its line's mark stands in it.
pub(crate) fn authority_name(line: Line, profile: Profile) -> Result<Name, pki::PkiRefusal> {
    Name::builder()
        .with(oid::COUNTRY, COUNTRY)
        .with(oid::ORGANIZATION, AUTHORITY_ORGANIZATION)
        .with(oid::COMMON_NAME, &super::profile::authority_common_name(line, profile))
        .build()
}

/// Name of the operator's own certificate.
pub(crate) fn operator_name(operator: &OperatorIdentity) -> Result<Name, pki::PkiRefusal> {
    let mut name = Name::builder()
        .with(oid::COUNTRY, COUNTRY)
        .with(oid::ORGANIZATION, &operator.name)
        .with(oid::COMMON_NAME, &operator.name);
    let inn_oid = if operator.inn.as_ref().is_some_and(Inn::is_person) { oid::INN } else { oid::INN_LE };
    let ogrn_oid = if operator.ogrn.as_ref().is_some_and(Ogrn::is_person) { oid::OGRNIP } else { oid::OGRN };
    name = with_some(name, inn_oid, operator.inn.as_ref().map(Inn::as_str));
    name = with_some(name, ogrn_oid, operator.ogrn.as_ref().map(Ogrn::as_str));
    name.build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn romashka() -> Holder {
        Holder {
            organization: HolderOrganization {
                name: "ООО Ромашка".into(),
                inn: Inn::parse("9800000013").unwrap(),
                ogrn: Some(Ogrn::parse("1269800000018").unwrap()),
            },
            surname: "Директорова".into(),
            given_name: "Ромашка".into(),
            title: Some("Директор".into()),
            inn: None,
            snils: None,
            email: Some("director@romashka.example".into()),
        }
    }

    #[test]
    fn a_company_is_named_with_its_person() {
        let name = compose(&romashka()).unwrap();
        assert_eq!(name.cn(), Some("ООО Ромашка"));
        assert_eq!(name.o(), Some("ООО Ромашка"));
        assert_eq!(name.get(&oid::INN_LE), Some("9800000013"));
        assert_eq!(name.get(&oid::INN), None);
        assert_eq!(name.get(&oid::OGRN), Some("1269800000018"));
        assert_eq!(name.get(&oid::SURNAME), Some("Директорова"));
    }

    #[test]
    fn a_sole_proprietor_is_the_person() {
        let mut holder = romashka();
        holder.organization.inn = Inn::parse("980000000101").unwrap();
        let name = compose(&holder).unwrap();
        assert_eq!(name.cn(), Some("Директорова Ромашка"));
        assert_eq!(name.o(), None);
        assert_eq!(name.get(&oid::INN), Some("980000000101"));
        // The ОГРН of a company is not written as the number of a proprietor.
        assert_eq!((name.get(&oid::OGRNIP), name.get(&oid::OGRN)), (None, None));
    }

    #[test]
    fn incomplete_records_are_refused_and_blank_ones_left_out() {
        let broken: [fn(&mut Holder); 3] =
            [|h| h.surname = " ".into(), |h| h.given_name.clear(), |h| h.organization.name.clear()];
        for change in broken {
            let mut holder = romashka();
            change(&mut holder);
            assert!(matches!(compose(&holder), Err(Refusal::SubjectIncomplete { .. })));
        }
        let mut holder = romashka();
        holder.title = Some("  ".into());
        holder.email = Some("директор@ромашка.рф".into());
        let name = compose(&holder).unwrap();
        assert_eq!((name.get(&oid::TITLE), name.get(&oid::EMAIL)), (None, None));
    }

    #[test]
    fn authorities_bear_their_mark() {
        for line in Line::ALL {
            for profile in [Profile::Root, Profile::Issuing] {
                let name = authority_name(line, profile).unwrap();
                let common_name = name.cn().unwrap();
                assert!(common_name.contains(line.mark()), "{common_name}");
                assert!(common_name.chars().count() <= 64, "{common_name}");
            }
        }
    }
}
