//! Names of regions, countries, currencies and units of measurement by their codes.
//!
//! The title needs both code and name, the contract holds the code only. Sources: codes of the subjects of the Federation
//! of the tax service, ОКСМ (ОК 025-2001), ОКВ (ОК 014-2000), ОКЕИ (ОК 015-94).

use super::table::Classifier;
use std::collections::BTreeMap;
use std::sync::OnceLock;

type Names = BTreeMap<&'static str, &'static str>;

fn read(text: &'static str) -> Names {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect()
}

/// The name of a code; `None` for a code the classifier does not have.
pub(crate) fn name(classifier: Classifier, code: &str) -> Option<&'static str> {
    static REGIONS: OnceLock<Names> = OnceLock::new();
    static COUNTRIES: OnceLock<Names> = OnceLock::new();
    static CURRENCIES: OnceLock<Names> = OnceLock::new();
    static UNITS: OnceLock<Names> = OnceLock::new();
    let (names, text) = match classifier {
        Classifier::Region => (&REGIONS, include_str!("names/regions.txt")),
        Classifier::Country => (&COUNTRIES, include_str!("names/countries.txt")),
        Classifier::Currency => (&CURRENCIES, include_str!("names/currencies.txt")),
        Classifier::Unit => (&UNITS, include_str!("names/units.txt")),
    };
    names.get_or_init(|| read(text)).get(code).copied()
}

/// What the classifier is called.
pub(crate) fn title(classifier: Classifier) -> &'static str {
    match classifier {
        Classifier::Region => "regions",
        Classifier::Country => "ОКСМ",
        Classifier::Currency => "ОКВ",
        Classifier::Unit => "ОКЕИ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_their_names() {
        for (classifier, code, expected) in [
            (Classifier::Region, "72", Some("Тюменская область")),
            (Classifier::Country, "112", Some("Беларусь")),
            (Classifier::Country, "178", Some("Конго")),
            (Classifier::Currency, "643", Some("Российский рубль")),
            (Classifier::Unit, "113", Some("м3")),
            (Classifier::Unit, "796", Some("шт")),
            (Classifier::Unit, "2554", Some("Тбайт")),
            (Classifier::Unit, "001", None),
            (Classifier::Region, "", None),
        ] {
            assert_eq!(name(classifier, code), expected, "{code}");
        }
    }

    #[test]
    fn every_name_can_stand_in_a_title() {
        for (text, characters_max) in [
            (include_str!("names/regions.txt"), 51),
            (include_str!("names/countries.txt"), 255),
            (include_str!("names/currencies.txt"), 100),
            (include_str!("names/units.txt"), 255),
        ] {
            let names = read(text);
            assert_eq!(names.len(), text.lines().filter(|l| !l.starts_with('#')).count(), "no code twice");
            for name in names.values() {
                assert!(!name.is_empty() && name.chars().count() <= characters_max, "{name}");
                assert!(!encoding_rs::WINDOWS_1251.encode(name).2, "{name}");
            }
        }
    }
}
