//! What a payer must file and pay: stories of payers, and every row of a calendar put together apart from these rules.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::date;
use rules::{DutyKind, Held, LegalForm, NoRow, Obligation, Payer, Rules, Trait, Trust};

const ALL: [Trait; 9] = [
    Trait::UsnIncome,
    Trait::UsnProfit,
    Trait::General,
    Trait::Eshn,
    Trait::Vat,
    Trait::Employer,
    Trait::Property,
    Trait::Transport,
    Trait::Land,
];

fn payer(form: LegalForm, people: u32, traits: &[Trait]) -> Payer {
    Payer { form, people, traits: traits.iter().copied().map(Held::always).collect() }
}

/// `duty period due`, in order.
fn told(found: &[Obligation<'_>]) -> Vec<String> {
    found.iter().map(|one| format!("{} {} {}", one.day(), one.duty, one.period)).collect()
}

#[test]
fn a_company_on_usn_without_people_files_little() {
    let rules = Rules::embedded().unwrap();
    let found = rules.obligations(&payer(LegalForm::Organization, 0, &[Trait::UsnIncome]), 2026).unwrap();
    assert_eq!(
        told(&found),
        [
            "2026-03-25 usn.organization 2025 год",
            "2026-03-30 pay.usn.organization 2025 год",
            "2026-03-31 statements 2025 год",
            "2026-04-27 notice.usn I квартал 2026 года",
            "2026-04-28 pay.usn.advance I квартал 2026 года",
            "2026-07-27 notice.usn полугодие 2026 года",
            "2026-07-28 pay.usn.advance полугодие 2026 года",
            "2026-10-26 notice.usn 9 месяцев 2026 года",
            "2026-10-28 pay.usn.advance 9 месяцев 2026 года",
        ]
    );
    let advance = found.iter().find(|one| one.duty == "notice.usn").unwrap();
    assert_eq!((advance.period_code.as_deref(), advance.is_shifted()), (Some("34/01"), true));
    assert_eq!((advance.nominal_on, advance.in_force.trust), (date(2026, 4, 25), Trust::Text));
    assert!(advance.why.contains("упрощённая") && !advance.in_force.norm.act.is_empty());
}

#[test]
fn an_entrepreneur_with_ten_people_may_file_on_paper_with_eleven_may_not() {
    let rules = Rules::embedded().unwrap();
    for (people, electronic) in [(10, false), (11, true)] {
        let payer = payer(LegalForm::Entrepreneur, people, &[Trait::Employer, Trait::UsnProfit]);
        let found = rules.obligations(&payer, 2026).unwrap();
        let rsv: Vec<_> = found.iter().filter(|one| one.duty == "rsv").collect();
        assert_eq!(rsv.len(), 4);
        assert!(rsv.iter().all(|one| one.is_electronic == electronic), "{people}");
        assert!(found.iter().any(|one| one.duty == "pay.entrepreneur.fixed" && one.day() == date(2026, 12, 28)));
        assert!(!found.iter().any(|one| one.duty == "statements" || one.duty == "usn.organization"));
    }
}

#[test]
fn a_return_of_vat_is_electronic_whatever_the_number_of_people() {
    let rules = Rules::embedded().unwrap();
    let found = rules.obligations(&payer(LegalForm::Organization, 0, &[Trait::Vat, Trait::UsnIncome]), 2026).unwrap();
    let electronic: BTreeSet<&str> = found.iter().filter(|one| one.is_electronic).map(|one| one.duty).collect();
    assert_eq!(electronic, BTreeSet::from(["statements", "vat"]));
}

#[test]
fn a_trait_held_for_a_part_of_the_year_binds_the_periods_it_touches() {
    let rules = Rules::embedded().unwrap();
    let vat = Held { what: Trait::Vat, from: Some(date(2026, 6, 1)), until: Some(date(2026, 9, 30)) };
    let payer = Payer { form: LegalForm::Organization, people: 0, traits: vec![vat] };
    let mut periods = BTreeSet::new();
    for one in rules.obligations(&payer, 2026).unwrap().iter().filter(|one| one.duty == "vat") {
        periods.insert(one.period.clone());
    }
    assert_eq!(periods, BTreeSet::from(["II квартал 2026 года".to_owned(), "III квартал 2026 года".to_owned()]));
}

#[test]
fn the_last_days_of_december_fall_on_the_last_working_day() {
    let rules = Rules::embedded().unwrap();
    for (year, day) in [(2025, date(2025, 12, 30)), (2026, date(2026, 12, 30)), (2027, date(2027, 12, 30))] {
        let found = rules.obligations(&payer(LegalForm::Organization, 1, &[Trait::Employer]), year).unwrap();
        let december: Vec<_> = found.iter().filter(|one| one.duty.ends_with("ndfl.december")).collect();
        assert_eq!(december.iter().map(|one| one.day()).collect::<Vec<_>>(), [day, day], "{year}");
        assert_eq!(
            december.iter().map(|one| one.kind).collect::<Vec<_>>(),
            [DutyKind::Notification, DutyKind::Payment]
        );
    }
}

#[test]
fn a_year_without_rows_is_refused_and_one_without_a_calendar_keeps_nominal_days() {
    let rules = Rules::embedded().unwrap();
    let payer = payer(LegalForm::Organization, 0, &[Trait::Vat]);
    assert!(matches!(rules.obligations(&payer, 2023), Err(NoRow::NoRowOnDay { table: "duties", .. })));
    let later = rules.obligations(&payer, 2030).unwrap();
    assert!(!later.is_empty() && later.iter().all(|one| one.due_on.is_none() && !one.is_shifted()));
}

/// Names of the calendar's rows and of the duties here.
const NAMES: &[(&str, &str)] = &[
    ("EFS-1 section 2 (accident insurance)", "efs1.injury"),
    ("EFS-1 subsection 1.2 (pensionable service), annual", "efs1.service"),
    ("Notification KND 1110355: NDFL withheld 1-22", "notice.ndfl.first"),
    ("RSV (insurance contributions)", "rsv"),
    ("VAT declaration with books (sections 8-12)", "vat"),
    ("ENP payment: NDFL withheld 1-22", "pay.ndfl.first"),
    ("VAT payment, 1/3 of the quarter (ENP)", "pay.vat"),
    ("Notification KND 1110355: NDFL withheld from 23rd to month end", "notice.ndfl.second"),
    ("ENP payment: NDFL withheld from 23rd to month end", "pay.ndfl.second"),
    ("Accident insurance contributions payment", "pay.injury"),
    ("6-NDFL", "ndfl6"),
    ("Corporate property tax declaration", "property"),
    ("Notification KND 1110355: insurance contributions", "notice.contributions"),
    ("Notification KND 1110355: transport and land tax for the year", "notice.transport-land"),
    ("Personified information on individuals", "persons"),
    ("ENP payment: insurance contributions", "pay.contributions"),
    ("Corporate profit tax declaration", "profit.year"),
    ("ESHN declaration", "eshn"),
    ("USN declaration, organisations", "usn.organization"),
    ("USN tax for the year, organisations", "pay.usn.organization"),
    ("Annual accounting statements", "statements"),
    ("Corporate profit tax declaration (quarterly payers)", "profit.quarters"),
    ("Notification KND 1110355: USN advance", "notice.usn"),
    ("Notification KND 1110355: property, transport, land tax advances", "notice.property"),
    ("USN declaration, entrepreneurs", "usn.entrepreneur"),
    ("ENP payment: USN advance", "pay.usn.advance"),
    ("USN tax for the year, entrepreneurs", "pay.usn.entrepreneur"),
    ("3-NDFL, entrepreneurs and professionals", "ndfl3"),
    ("1% pension contribution of entrepreneurs on income above 300 000", "pay.entrepreneur.one-percent"),
    ("Fixed contributions of entrepreneurs, 57 390 rub", "pay.entrepreneur.fixed"),
    ("ENP payment: NDFL withheld 23-31 December", "pay.ndfl.december"),
    ("Notification KND 1110355: NDFL withheld 23-31 December", "notice.ndfl.december"),
];

/// Rows of the calendar that these rules do not give, each with its reason.
const EXPLAINED: &[(&str, &str)] = &[(
    "EFS-1 subsection 1.1 (hire, dismissal, suspension, civil contracts)",
    "born by an event: there is no day to compute until it happens",
)];

#[test]
fn every_row_of_the_calendar_of_2026_is_what_the_rules_compute() {
    let shared = std::env::var_os("SVITOK_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), Into::into);
    let Ok(text) = std::fs::read_to_string(shared.join("formats/calendar-2026.json")) else {
        eprintln!("SKIPPED every_row_of_the_calendar_of_2026_is_what_the_rules_compute: ../shared is not here");
        return;
    };
    let rules = Rules::embedded().unwrap();
    let mut computed = BTreeSet::new();
    for (form, year) in [
        (LegalForm::Organization, 2026),
        (LegalForm::Organization, 2027),
        (LegalForm::Entrepreneur, 2026),
        (LegalForm::Entrepreneur, 2027),
    ] {
        for one in rules.obligations(&payer(form, 20, &ALL), year).unwrap() {
            computed.insert((one.duty.to_owned(), one.nominal_on.to_string(), one.day().to_string()));
        }
    }
    let calendar: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rows = calendar["rows"].as_array().unwrap();
    let mut mismatches = Vec::new();
    for row in rows {
        let form = row["form"].as_str().unwrap();
        if EXPLAINED.iter().any(|(explained, _)| *explained == form) {
            continue;
        }
        let duty = NAMES.iter().find(|(name, _)| *name == form).map(|(_, duty)| *duty).unwrap_or(form);
        let (nominal, due) = (row["nominal"].as_str().unwrap(), row["due"].as_str().unwrap());
        let same = |(of, on, by): &(String, String, String)| {
            of.strip_prefix(duty).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                && on == nominal
                && by == due
        };
        if !computed.iter().any(same) {
            mismatches.push(format!("{form}: {nominal} → {due}"));
        }
    }
    assert!(rows.len() > 150);
    assert!(mismatches.is_empty(), "{}", mismatches.join("\n"));
}

#[test]
fn a_duty_is_asked_by_its_name_and_period() {
    let rules = Rules::embedded().unwrap();
    let told = |duty, year, index| {
        rules.duty_of(duty, year, index).map(|one| (one.nominal_on.to_string(), one.day().to_string()))
    };
    assert_eq!(told("pay.contributions", 2026, 1).unwrap(), ("2026-02-28".to_owned(), "2026-03-02".to_owned()));
    assert_eq!(told("pay.ndfl.december", 2026, 12).unwrap().1, "2026-12-30");
    for (duty, year, index) in
        [("pay.contributions", 2026, 13), ("pay.contributions", 2020, 1), ("pay.nothing", 2026, 1)]
    {
        assert!(told(duty, year, index).is_err(), "{duty} {year}/{index}");
    }
}

#[test]
fn what_is_told_of_a_payer_brings_what_follows_from_it() {
    let traits = |people, told: &[Trait]| {
        let payer = Payer::always(LegalForm::Organization, people, told.iter().copied());
        assert_eq!(payer.people, people);
        payer.traits.iter().map(|held| held.what).collect::<Vec<_>>()
    };
    assert_eq!(traits(0, &[Trait::General]), [Trait::General, Trait::Vat]);
    assert_eq!(traits(0, &[Trait::General, Trait::Vat]), [Trait::General, Trait::Vat]);
    assert_eq!(traits(2, &[Trait::UsnIncome]), [Trait::UsnIncome, Trait::Employer]);
    assert_eq!(
        traits(1, &[Trait::Eshn, Trait::Vat, Trait::Land]),
        [Trait::Eshn, Trait::Vat, Trait::Land, Trait::Employer]
    );
}
