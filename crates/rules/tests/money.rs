//! Rates, scales and codes: what the base set answers, and what the loader refuses.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should stop")]

use jiff::civil::date;
use rules::{NoRow, Rules, Unit};

fn value(rules: &Rules, rate: &str, on: jiff::civil::Date) -> String {
    rules.rate(rate, on).unwrap().value.to_string()
}

#[test]
fn rates_change_with_the_day() {
    let rules = Rules::embedded().unwrap();
    for (rate, on, expected) in [
        ("vat.main", date(2025, 12, 31), "20"),
        ("vat.main", date(2026, 1, 1), "22"),
        ("mrot", date(2025, 6, 1), "2244000"),
        ("mrot", date(2026, 11, 28), "2709300"),
        ("contribution.base-limit", date(2026, 1, 1), "297900000"),
        ("contribution.general.above", date(2026, 1, 1), "15.1"),
        ("contribution.entrepreneur.fixed", date(2027, 5, 1), "6115400"),
        ("usn.income-limit", date(2026, 5, 1), "49050000000"),
    ] {
        assert_eq!(value(&rules, rate, on), expected, "{rate} on {on}");
    }
    assert_eq!(rules.rate("mrot", date(2026, 1, 1)).unwrap().unit, Unit::Kopecks);
    assert!(matches!(rules.rate("mrot", date(2027, 1, 1)), Err(NoRow::NoRowOnDay { table: "rates", .. })));
    assert!(matches!(rules.rate("no-such", date(2026, 1, 1)), Err(NoRow::NoRowOnDay { .. })));
}

#[test]
fn the_scale_of_the_income_tax_has_no_gap_and_no_overlap() {
    let rules = Rules::embedded().unwrap();
    let scale = rules.scale("ndfl.main", date(2026, 1, 1)).unwrap();
    let percents: Vec<String> = scale.iter().map(|step| step.value.to_string()).collect();
    assert_eq!(percents, ["13", "15", "18", "20", "22"]);
    assert_eq!(scale.first().unwrap().above_kopecks, Some(0));
    for (lower, upper) in scale.iter().zip(scale.iter().skip(1)) {
        assert_eq!(lower.up_to_kopecks, upper.above_kopecks);
    }
    assert_eq!(scale.last().unwrap().up_to_kopecks, None);
    assert!(rules.scale("vat", date(2026, 1, 1)).is_err());
}

#[test]
fn codes_are_found_by_their_names() {
    let rules = Rules::embedded().unwrap();
    let on = date(2026, 11, 28);
    assert_eq!(rules.budget_code("enp", on).unwrap().code, "18201061201010000510");
    assert_eq!(rules.budget_code("contributions.staff", on).unwrap().code, "18210201000011000160");
    assert!(rules.budget_code("enp", date(2020, 1, 1)).is_err());
    let codes: Vec<&str> =
        rules.period_codes("cumulative", on).unwrap().iter().map(|code| code.code.as_str()).collect();
    assert!(["21", "31", "33", "34"].iter().all(|code| codes.contains(code)), "{codes:?}");
    assert!(rules.period_codes("no-such", on).is_err());
}
