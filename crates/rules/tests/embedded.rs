//! What the embedded packs say, asked as the rooms ask it.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should stop")]

use jiff::civil::{Date, date};
use kernel::Refusal;
use rules::{Actor, FormatForce, NoRow, RequiredSignature, Rules, Trust};

fn embedded() -> Rules {
    Rules::embedded().unwrap()
}

fn accepted(format: &str, on: Date) -> Vec<String> {
    embedded().versions(format, on).unwrap().into_iter().map(|row| row.version.clone()).collect()
}

#[test]
fn each_day_has_its_versions_of_the_transfer_document() {
    let cases: &[(Date, &[&str])] = &[
        (date(2020, 1, 1), &["5.01"]),
        (date(2024, 1, 31), &["5.01"]),
        (date(2024, 6, 1), &["5.01", "5.02"]),
        (date(2025, 3, 31), &["5.01", "5.02"]),
        (date(2025, 4, 1), &["5.02", "5.03"]),
        (date(2025, 12, 31), &["5.02", "5.03"]),
        (date(2026, 1, 1), &["5.03"]),
        (date(2026, 11, 22), &["5.03"]),
    ];
    for (on, versions) in cases {
        for title in ["utd.seller", "utd.buyer"] {
            assert_eq!(accepted(title, *on), *versions, "{title} on {on}");
        }
    }
}

#[test]
fn an_old_version_is_refused_today_and_accepted_in_its_time() {
    let rules = embedded();
    let refused = rules.sending("utd.seller", "5.01", date(2026, 11, 22)).unwrap_err();
    assert_eq!(refused.code(), "rules.version-not-in-force");
    assert_eq!(refused.accepted().as_deref(), Some("5.03"));
    assert!(rules.sending("utd.seller", "5.01", date(2024, 6, 1)).is_ok());
    assert_eq!(rules.sending("utd.seller", "5.03", date(2026, 11, 22)).unwrap().force, FormatForce::Obligatory);
}

#[test]
fn what_no_row_covers_is_refused() {
    let rules = embedded();
    for (format, version, on) in [
        ("utd.seller", "5.03", date(2025, 3, 31)),
        ("utd.seller", "5.02", date(2026, 1, 1)),
        ("utd.seller", "5.04", date(2026, 11, 22)),
        ("utd.seller", "", date(2026, 11, 22)),
        ("utd.seller", "5.01", date(2019, 12, 31)),
        ("utd", "5.03", date(2026, 11, 22)),
        ("UTD.SELLER", "5.03", date(2026, 11, 22)),
        ("universal-message", "5.01", date(2026, 3, 31)),
        ("operator.sent", "1.02", date(2026, 11, 22)),
        ("revocation", "1.01", date(2026, 11, 22)),
        ("revocation", "1.02", date(2021, 6, 30)),
    ] {
        assert!(rules.sending(format, version, on).is_err(), "{format} {version} on {on}");
    }
    assert!(matches!(rules.legal_kind("utd.unknown", date(2026, 1, 1)), Err(NoRow::NoRowOnDay { .. })));
    assert!(matches!(rules.legal_kind("utd.invoice", date(2021, 6, 30)), Err(NoRow::NoRowOnDay { .. })));
    assert!(matches!(rules.docflow_term("primary.buyer-title", date(2026, 1, 1)), Err(NoRow::NoRowOnDay { .. })));
    assert!(matches!(rules.work_year(date(2024, 12, 31)), Err(NoRow::NoRowOnDay { .. })));
    assert!(matches!(rules.due_on("invoice.receipt-notification", date(2027, 12, 30)), Err(NoRow::Calendar(_))));
}

#[test]
fn an_invoice_needs_a_qualified_signature_and_an_operator() {
    let rules = embedded();
    let on = date(2026, 11, 22);
    let invoice = rules.legal_kind("utd.invoice", on).unwrap();
    assert_eq!((invoice.signature, invoice.operator_needed), (RequiredSignature::Qualified, true));
    let primary = rules.legal_kind("utd.primary", on).unwrap();
    assert_eq!(primary.signature, RequiredSignature::Unqualified);
    assert!(primary.by_agreement && !primary.operator_needed);
    assert!(RequiredSignature::Qualified > RequiredSignature::Simple);
}

#[test]
fn terms_are_counted_in_working_days() {
    let rules = embedded();
    let term = rules.docflow_term("invoice.receipt-notification", date(2026, 11, 20)).unwrap();
    assert_eq!((term.actor, term.working_days), (Actor::Recipient, 1));
    for (since, due) in [
        (date(2026, 11, 20), date(2026, 11, 23)), // Friday, Monday
        (date(2026, 11, 3), date(2026, 11, 5)),   // over 4 November
        (date(2026, 12, 30), date(2027, 1, 11)),  // over the new year
        (date(2025, 10, 31), date(2025, 11, 1)),  // a working Saturday
        (date(2027, 2, 19), date(2027, 2, 20)),   // a working Saturday
    ] {
        assert_eq!(rules.due_on("invoice.receipt-notification", since).unwrap(), due, "since {since}");
    }
}

#[test]
fn each_known_year_has_247_working_days() {
    let rules = embedded();
    for year in [2025, 2026, 2027] {
        let days = date(year, 1, 1).series(jiff::Span::new().days(1)).take_while(|day| day.year() == year);
        let working = days.filter(|day| rules.calendar().day(*day).unwrap() == kernel::DayKind::Working).count();
        assert_eq!(working, 247, "{year}");
    }
    assert!(rules.work_year(date(2026, 11, 3)).unwrap().shortened.contains(&date(2026, 11, 3)));
}

#[test]
fn what_is_not_read_in_the_act_says_so() {
    let rules = embedded();
    assert!(rules.rows().count() > 30);
    for (table, key, row) in rules.rows() {
        assert!(!row.norm.act.is_empty(), "{table} {key}");
        let explained = row.note.as_deref().is_some_and(|note| !note.is_empty());
        assert!(row.trust == Trust::Text || explained, "{table} {key} from {} needs a note", row.from);
    }
}
