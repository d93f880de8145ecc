//! Payers that nobody is, with right check digits.

use kernel::{Chance, Inn, Kpp};

/// There is no tax office of these digits, so no payer has such an ИНН.
const NOBODYS_OFFICE: &str = "9800";
/// Of the same office: at its place, first of its kind.
const NOBODYS_KPP: &str = "980001001";

/// Requisites of a test payer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestPayer {
    /// ИНН with right check digits: 10 digits of a company, 12 of a person.
    pub inn: Inn,
    /// КПП of a company.
    pub kpp: Option<Kpp>,
}

impl TestPayer {
    /// A company by chance. `None` where no check digit fits, which the rule of check digits excludes.
    pub fn company(chance: &Chance) -> Option<Self> {
        let number = format!("{NOBODYS_OFFICE}{:05}", chance.below(100_000));
        let inn = (0..10).find_map(|check| Inn::parse(&format!("{number}{check}")).ok());
        Some(Self { inn: inn?, kpp: Some(Kpp::parse(NOBODYS_KPP).ok()?) })
    }

    /// A person by chance.
    pub fn person(chance: &Chance) -> Option<Self> {
        let number = format!("{NOBODYS_OFFICE}{:06}", chance.below(1_000_000));
        let inn = (0..100).find_map(|check| Inn::parse(&format!("{number}{check:02}")).ok());
        Some(Self { inn: inn?, kpp: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_right_and_the_office_is_nobodys() {
        let chance = Chance::from_seed([1; 32]);
        for _ in 0..1_000 {
            let (company, person) = (TestPayer::company(&chance).unwrap(), TestPayer::person(&chance).unwrap());
            assert_eq!((company.inn.as_str().len(), person.inn.as_str().len()), (10, 12));
            assert!(
                company.inn.as_str().starts_with(NOBODYS_OFFICE) && person.inn.as_str().starts_with(NOBODYS_OFFICE)
            );
            assert!(company.kpp.is_some() && person.kpp.is_none());
        }
    }
}
