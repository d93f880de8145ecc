//! Packs from a folder: what they may add, and everything that is refused, by file and row.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should stop")]

use std::fs;
use std::path::PathBuf;

use jiff::civil::date;
use rules::{PackFault, Rules};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("svitok-rules-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with(self, file: &str, text: &str) -> Self {
        fs::write(self.0.join(file), text).unwrap();
        self
    }

    fn refusal(&self) -> String {
        Rules::load(&self.0).unwrap_err().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn pack(table: &str, rows: &str) -> String {
    format!(r#"{{"table":"{table}","about":"проверка","rows":[{rows}]}}"#)
}

fn format_row(version: &str, force: &str, from: &str, until: &str) -> String {
    format!(
        r#"{{"format":"utd.seller","version":"{version}","force":"{force}","from":"{from}","until":{until},"norm":{{"act":"Приказ","address":"п. 1"}},"trust":"text"}}"#
    )
}

#[test]
fn a_folder_adds_rows_and_replaces_a_pack_of_the_same_name() {
    let added = pack(
        "docflow_terms",
        r#"{"step":"primary.buyer-title","actor":"recipient","working_days":5,"from":"2026-01-01","norm":{"act":"Договор","address":""},"trust":"text"}"#,
    );
    let folder = Folder::new("adds").with("our_terms.json", &added).with("readme.txt", "not a pack");
    let rules = Rules::load(&folder.0).unwrap();
    assert_eq!(rules.due_on("primary.buyer-title", date(2026, 11, 20)).unwrap(), date(2026, 11, 27));
    assert!(rules.docflow_term("invoice.receipt-notification", date(2026, 11, 20)).is_ok());

    let folder = Folder::new("replaces").with(
        "format_versions.json",
        &pack("format_versions", &format_row("5.04", "obligatory", "2026-01-01", "null")),
    );
    let rules = Rules::load(&folder.0).unwrap();
    assert!(rules.sending("utd.seller", "5.04", date(2026, 11, 22)).is_ok());
    assert!(rules.sending("utd.seller", "5.03", date(2026, 11, 22)).is_err());
}

#[test]
fn rows_that_cannot_both_be_law_are_refused() {
    let twice = format!(
        "{},{}",
        format_row("5.04", "permitted", "2025-01-01", "\"2025-06-30\""),
        format_row("5.04", "permitted", "2025-06-30", "null")
    );
    let same_version = Folder::new("overlap").with("format_versions.json", &pack("format_versions", &twice));
    assert_eq!(
        same_version.refusal(),
        "format_versions.json: row 2: utd.seller 5.04 is already in force on some of these days by format_versions.json: row 1"
    );
    let beside_obligatory = Folder::new("obligatory")
        .with("next.json", &pack("format_versions", &format_row("5.04", "permitted", "2026-06-01", "null")));
    assert_eq!(
        beside_obligatory.refusal(),
        "next.json: row 1: utd.seller 5.04 is already in force on some of these days by format_versions.json: row 4"
    );
}

#[test]
fn a_wrong_row_is_refused_with_its_place() {
    let good = format_row("5.04", "permitted", "2025-01-01", "null");
    let cases = [
        ("unknown field", good.replace("\"trust\"", "\"colour\":1,\"trust\""), "unknown field `colour`"),
        ("unknown norm field", good.replace("\"act\"", "\"page\":1,\"act\""), "unknown field `page`"),
        ("no norm", good.replace("\"norm\"", "\"note\":\"\",\"norms\""), "missing field `norm`"),
        ("empty act", good.replace("\"Приказ\"", "\" \""), "norm: act is empty"),
        ("no trust", good.replace(",\"trust\":\"text\"", ""), "missing field `trust`"),
        ("unknown trust", good.replace("\"text\"", "\"sure\""), "unknown variant `sure`"),
        ("no such day", good.replace("2025-01-01", "2025-02-30"), "is not a date like 2026-01-31"),
        ("day with time", good.replace("2025-01-01", "2025-01-01T00:00"), "is not a date like 2026-01-31"),
        ("day in another order", good.replace("2025-01-01", "01.01.2025"), "is not a date like 2026-01-31"),
        ("ends before it begins", good.replace("null", "\"2024-12-31\""), "until 2024-12-31 is before from 2025-01-01"),
        ("name in capitals", good.replace("utd.seller", "UTD"), "is not a name of lower-case letters"),
        ("empty name", good.replace("utd.seller", ""), "is not a name of lower-case letters"),
        ("unknown force", good.replace("permitted", "usual"), "unknown variant `usual`"),
        ("version is a number", good.replace("\"5.04\"", "5.04"), "expected a string"),
    ];
    for (name, row, said) in cases {
        let folder = Folder::new("row").with("new.json", &pack("format_versions", &row));
        let refusal = folder.refusal();
        assert!(refusal.starts_with("new.json: row 1: ") && refusal.contains(said), "{name}: {refusal}");
    }
}

#[test]
fn a_wrong_calendar_is_refused() {
    let year = |days: &str, weekends: &str, short: &str, from: &str, until: &str| {
        format!(
            r#"{{"days_off":[{days}],"working_weekends":[{weekends}],"shortened":[{short}],"from":"{from}","until":{until},"norm":{{"act":"Постановление","address":""}},"trust":"one"}}"#
        )
    };
    let (first, last) = ("2028-01-01", "\"2028-12-31\"");
    let cases = [
        ("half a year", year("", "", "", first, "\"2028-06-30\""), "one whole year"),
        ("no end", year("", "", "", first, "null"), "one whole year"),
        ("day of another year", year("\"2027-01-01\"", "", "", first, last), "is not a day of 2028"),
        ("out of order", year("\"2028-01-02\",\"2028-01-01\"", "", "", first, last), "must be in order"),
        ("twice", year("\"2028-01-01\",\"2028-01-01\"", "", "", first, last), "must be in order"),
        ("working weekday", year("", "\"2028-01-03\"", "", first, last), "neither a Saturday nor a Sunday"),
        ("both", year("\"2028-01-01\"", "\"2028-01-01\"", "", first, last), "is both in"),
        ("shortened day off", year("\"2028-01-03\"", "", "\"2028-01-03\"", first, last), "is a day off"),
        ("known year again", year("", "", "", "2026-01-01", "\"2026-12-31\""), "is already in force"),
    ];
    for (name, row, said) in cases {
        let refusal = Folder::new("calendar").with("year.json", &pack("work_calendar", &row)).refusal();
        assert!(refusal.contains(said), "{name}: {refusal}");
    }
}

#[test]
fn wrong_rates_codes_and_duties_are_refused() {
    let common = r#""from":"2026-01-01","norm":{"act":"Закон","address":""},"trust":"one""#;
    let rate = format!(r#"{{"rate":"new","value":"1.5","unit":"percent",{common}}}"#);
    let code = format!(r#"{{"tax":"new","code":"18210102010011000110","title":"Новый",{common}}}"#);
    let duty = format!(
        r#"{{"duty":"new","kind":"report","title":"Т","authority":"fns","periods":"quarter","of":[1,2],"day":25,"months_after":1,"why":"П",{common}}}"#
    );
    let cases = [
        ("rates", rate.replace("1.5", "полтора"), "not a decimal number"),
        ("rates", rate.replace("1.5", "-1"), "is negative"),
        ("rates", rate.replace("percent", "kopecks"), "part of a kopeck"),
        ("rates", rate.replace("\"unit\"", "\"above_kopecks\":5,\"up_to_kopecks\":5,\"unit\""), "is not over"),
        ("rates", rate.replace("percent", "miles"), "unknown variant"),
        ("rates", rate.replace("\"new\"", "\"mrot\""), "is already in force"),
        ("budget_codes", code.replace("18210102010011000110", "182"), "is not 20 digits"),
        ("budget_codes", code.replace("18210102010011000110", "1821010201001100011х"), "is not 20 digits"),
        ("duties", duty.replace("[1,2]", "[]"), "numbers from 1 to 4"),
        ("duties", duty.replace("[1,2]", "[2,1]"), "numbers from 1 to 4"),
        ("duties", duty.replace("[1,2]", "[5]"), "numbers from 1 to 4"),
        ("duties", duty.replace("25", "32"), "day and months_after"),
        ("duties", duty.replace("\"day\":25,", ""), "day and months_after"),
        ("duties", duty.replace("\"П\"", "\" \""), "title, why: empty"),
        ("duties", duty.replace("quarter", "fortnight"), "unknown variant"),
        ("duties", duty.replace("\"why\"", "\"any\":[\"rich\"],\"why\""), "unknown variant"),
    ];
    for (table, row, said) in cases {
        let refusal = Folder::new("money").with("new.json", &pack(table, &row)).refusal();
        assert!(refusal.contains(said), "{table} {row}: {refusal}");
    }
}

#[test]
fn a_file_that_is_no_pack_is_refused() {
    for (name, text, said) in [
        ("empty", String::new(), "new.json: not a pack"),
        ("not json", "<xml/>".to_owned(), "new.json: not a pack"),
        ("a list", "[]".to_owned(), "new.json: not a pack"),
        ("no rows", r#"{"table":"legal_kinds","about":""}"#.to_owned(), "missing field `rows`"),
        ("unknown key", r#"{"table":"legal_kinds","about":"","rows":[],"x":1}"#.to_owned(), "unknown field `x`"),
        ("unknown table", pack("colours", ""), "new.json: unknown table colours"),
        ("row is not an object", pack("legal_kinds", "1"), "new.json: not a pack"),
    ] {
        let refusal = Folder::new("file").with("new.json", &text).refusal();
        assert!(refusal.contains(said), "{name}: {refusal}");
    }
}

#[test]
fn a_missing_folder_and_a_huge_file_are_refused() {
    let missing = std::env::temp_dir().join("svitok-rules-no-such-folder");
    assert!(matches!(Rules::load(&missing), Err(PackFault::Unreadable { .. })));
    let huge = Folder::new("huge").with("new.json", &" ".repeat(rules::PACK_BYTES_MAX + 1));
    assert!(matches!(Rules::load(&huge.0), Err(PackFault::TooLarge { .. })));
    let long = vec!["{}"; rules::ROWS_MAX + 1].join(",");
    let long = Folder::new("long").with("new.json", &pack("legal_kinds", &long));
    assert!(matches!(Rules::load(&long.0), Err(PackFault::TooLarge { .. })));
}
