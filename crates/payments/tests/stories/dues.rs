//! What a return or a notification says is to be paid, and the orders of it.

use crate::support::{TODAY, romashka, rules};
use formats::{Document, FormatId, read_tree};
use kernel::Refusal;
use payments::{Drafting, Due, DuesRefusal, Told, drafts, dues};

fn text(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../formats/tests/ratios/");
    std::fs::read_to_string(format!("{folder}{name}.xml")).unwrap()
}

fn document(name: &str, text: &str) -> Document {
    let (prefix, version) = name.rsplit_once('_').unwrap();
    let (prefix, version) = (prefix.to_owned(), version.to_owned());
    Document::new(
        FormatId { prefix, number: "1".into(), version, revision: "01".into() },
        read_tree(text.as_bytes()).unwrap(),
    )
}

fn found(name: &str, text: &str) -> Vec<Due> {
    dues(&document(name, text), &rules()).unwrap()
}

/// Code, sum, last day.
fn told(dues: &[Due]) -> Vec<(&str, String, String)> {
    let day = |due: &Due| due.due_on.or(due.nominal_on).map_or("?".to_owned(), |day| day.to_string());
    dues.iter().map(|due| (due.code.as_str(), due.sum.to_string(), day(due))).collect()
}

fn expected<'a>(rows: &[(&'a str, &str, &str)]) -> Vec<(&'a str, String, String)> {
    rows.iter().map(|(code, sum, day)| (*code, (*sum).to_owned(), (*day).to_owned())).collect()
}

#[test]
fn a_calculation_of_contributions_names_its_three_months() {
    let dues = found("NO_RASCHSV_5.08", &text("NO_RASCHSV_5.08"));
    let rows = [
        ("rsv.staff.1", "42000.00", "2026-03-02"),
        ("rsv.staff.2", "45000.00", "2026-03-30"),
        ("rsv.staff.3", "45000.00", "2026-04-28"),
        ("rsv.extra.1", "14.00", "2026-03-02"),
        ("rsv.extra.2", "14.00", "2026-03-30"),
        ("rsv.extra.3", "14.00", "2026-04-28"),
    ];
    assert_eq!(told(&dues), expected(&rows));
    assert_eq!(dues.iter().map(|due| due.told_before).collect::<Vec<_>>(), [true, true, false, true, true, false]);
    assert_eq!(dues[0].budget_code, "18210201000011000160");
    assert!(dues.iter().all(|due| due.norm.is_some() && !due.explanation.is_empty()));
}

#[test]
fn a_notification_names_each_row_by_its_own_term() {
    let rows = [
        ("notice.ndfl.first", "9000.00", "2026-01-28"),
        ("notice.ndfl.second", "8000.00", "2026-02-05"),
        ("notice.contributions", "42000.00", "2026-03-02"),
        ("notice.contributions", "45000.00", "2026-03-30"),
        ("notice.usn", "4400.00", "2026-04-28"),
        ("notice.property.advance", "100.00", "2026-04-28"),
    ];
    let name = "UT_UVISCHSUMNAL_5.03";
    assert_eq!(told(&found(name, &text(name))), expected(&rows));
    let december = text(name).replace("Период=\"21\" НомерМесКварт=\"11\"", "Период=\"34\" НомерМесКварт=\"13\"");
    assert!(told(&found(name, &december)).contains(&("notice.ndfl.december", "8000.00".into(), "2026-12-30".into())));
    let unknown = text(name).replace("18210602010021000110", "18210101011011000110");
    assert!(told(&found(name, &unknown)).contains(&("notice.other", "100.00".into(), "?".into())));
    let liquidated = text(name).replace("Период=\"21\" НомерМесКварт=\"02\"", "Период=\"51\" НомерМесКварт=\"02\"");
    assert!(told(&found(name, &liquidated)).contains(&("notice.contributions", "45000.00".into(), "?".into())));
}

#[test]
fn a_return_of_the_simplified_tax_names_advances_and_the_rest() {
    let income = found("NO_USN_5.09", &text("NO_USN_5.09"));
    let rows = [
        ("usn.income.advance.1", "4400.00", "2026-04-28"),
        ("usn.income.advance.2", "5000.00", "2026-07-28"),
        ("usn.income.advance.3", "5000.00", "2026-10-28"),
        ("usn.income.year.organization", "5000.00", "2027-03-29"),
    ];
    assert_eq!(told(&income), expected(&rows));
    assert_eq!(income[3].budget_code, "18210501011011000110");
    let minimum = found("NO_USN_5.09", &text("NO_USN_5.09.minimum"));
    assert_eq!(told(&minimum)[1], ("usn.profit.minimum.organization", "2500.00".into(), "2027-03-29".into()));
    let less = text("NO_USN_5.09").replace("АвПУУменПг=\"5000\"", "АвПУУменПг=\"-300\"");
    assert!(told(&found("NO_USN_5.09", &less)).contains(&(
        "usn.income.advance.2",
        "-300.00".into(),
        "2026-07-28".into()
    )));
}

#[test]
fn the_tax_of_persons_falls_on_six_days_and_december_on_its_last() {
    let dues = found("NO_NDFL6.2_5.05", &text("NO_NDFL6.2_5.05"));
    let rows = [
        ("ndfl6.1", "9000.00", "2026-10-28"),
        ("ndfl6.2", "8000.00", "2026-11-05"),
        ("ndfl6.3", "9000.00", "2026-11-30"),
        ("ndfl6.4", "8000.00", "2026-12-07"),
        ("ndfl6.5", "9000.00", "2026-12-28"),
        ("ndfl6.december", "8000.00", "2026-12-30"),
    ];
    assert_eq!(told(&dues), expected(&rows));
}

#[test]
fn orders_pay_by_days_and_leave_out_what_was_told_before() {
    let (payer, rules) = (romashka(), rules());
    let dues = found("NO_RASCHSV_5.08", &text("NO_RASCHSV_5.08"));
    let of = |told| {
        let drafting = Drafting { payer: &payer, first_number: 7, on: TODAY, told };
        let drafts = drafts(&dues, &rules, &drafting).unwrap();
        drafts.iter().map(|one| (one.order.number.clone(), one.order.sum.to_string())).collect::<Vec<_>>()
    };
    let pair = |number: &str, sum: &str| (number.to_owned(), sum.to_owned());
    assert_eq!(of(Told::Paid), [pair("7", "45014.00")]);
    assert_eq!(of(Told::Unpaid), [pair("7", "42014.00"), pair("8", "45014.00"), pair("9", "45014.00")]);
    let last = Drafting { payer: &payer, first_number: 999_999, on: TODAY, told: Told::Unpaid };
    assert_eq!(drafts(&dues, &rules, &last).unwrap_err().code(), "payments.order.number");
}

#[test]
fn what_says_nothing_of_payments_is_refused() {
    let other = document("NO_BUHOTCH_5.09", &text("NO_BUHOTCH_5.09"));
    assert_eq!(dues(&other, &rules()).unwrap_err(), DuesRefusal::UnknownForm);
    let name = "UT_UVISCHSUMNAL_5.03";
    for bad in ["много", "1.001", "99999999999999999999999"] {
        let broken = document(name, &text(name).replace("СумНалогАванс=\"9000\"", &format!("СумНалогАванс=\"{bad}\"")));
        assert_eq!(dues(&broken, &rules()).unwrap_err().code(), "payments.dues.value", "{bad}");
    }
}
