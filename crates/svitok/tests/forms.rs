//! `svitok forms` and `svitok check`: a format the program lacks is imported from its schema and checks documents at once,
//! in a running server too.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;
use svitok::form_shelf::{Shelf, rules};
use tempfile::TempDir;

const FIRST: &str = "ON_PROBA_1_999_01_05_01_01";
const SECOND: &str = "ON_PROBA_1_999_01_05_01_02";

/// A small official-looking schema; the second revision obliges to a number and knows one more kind.
fn schema(number: &str, kinds: &[&str]) -> String {
    let kinds: String = kinds.iter().map(|kind| format!(r#"<xs:enumeration value="{kind}"/>"#)).collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:element name="Файл"><xs:complexType>
  <xs:sequence><xs:element name="Документ"><xs:complexType>
   <xs:attribute name="КНД" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="1999999"/></xs:restriction></xs:simpleType></xs:attribute>
   <xs:attribute name="Номер" use="{number}" type="xs:string"/>
   <xs:attribute name="Вид" use="required"><xs:simpleType><xs:restriction base="xs:string">{kinds}</xs:restriction></xs:simpleType></xs:attribute>
  </xs:complexType></xs:element></xs:sequence>
  <xs:attribute name="ИдФайл" use="required" type="xs:string"/>
  <xs:attribute name="ВерсФорм" use="required"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="5.01"/></xs:restriction></xs:simpleType></xs:attribute>
 </xs:complexType></xs:element>
</xs:schema>"#
    )
}

fn document(kind: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><Файл ИдФайл="ON_PROBA_1" ВерсФорм="5.01"><Документ КНД="1999999" Вид="{kind}"/></Файл>"#
    )
}

/// A ratio of the host's own about it.
const RATIO: &str = r#"{"title": "Проба", "forms": [{"name": "proba", "prefix": "ON_PROBA", "versions": ["5.01"]}],
 "sources": {"own": {"norm": "приказ узла", "seen": "здесь", "trust": "one"}},
 "ratios": [{"code": "proba.kind", "words": "Вид не больше пяти", "left": "/Документ/@Вид", "relation": "<=", "right": "5",
  "blame": "Документ/@Вид", "source": "own"}]}"#;

struct Host(TempDir);

impl Host {
    fn new() -> Self {
        let host = Self(tempfile::tempdir().unwrap());
        host.write(&format!("{FIRST}.xsd"), &schema("optional", &["1"]));
        host.write(&format!("{SECOND}.xsd"), &schema("required", &["1", "2"]));
        host.write("good.xml", &document("1"));
        host.write("bad.xml", &document("7"));
        host
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.at(name), text).unwrap();
    }

    fn run(&self, line: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
        command.args(line.split(' ')).current_dir(self.0.path()).env("SVITOK_LANGUAGE", "en").env_remove("SVITOK_DATA");
        command.output().unwrap()
    }

    /// The exit code and what was said on either stream.
    fn said(&self, line: &str) -> (i32, String) {
        let output = self.run(line);
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), text)
    }

    fn verdicts(&self, line: &str) -> (i32, Vec<Value>) {
        let output = self.run(line);
        let told: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        (output.status.code().unwrap(), told)
    }
}

#[test]
fn a_format_the_program_lacks_checks_documents_once_its_schema_is_imported() {
    let host = Host::new();
    let (code, told) = host.verdicts("check good.xml --json");
    assert_eq!((code, &told[0]["verdict"], &told[0]["format"]), (2, &"unreadable".into(), &Value::Null));

    let (code, said) = host.said(&format!("forms import {FIRST}.xsd"));
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("No former revision"), "{said}");
    let (code, told) = host.verdicts("check good.xml bad.xml --json --schema-only");
    assert_eq!(code, 1);
    assert_eq!((&told[0]["verdict"], &told[0]["revision"]), (&"clean".into(), &"01".into()));
    assert_eq!((&told[1]["verdict"], &told[1]["format"]), (&"findings".into(), &FIRST.into()));
    assert_eq!(told[1]["findings"][0]["code"], "formats.schema.enumeration");
    assert_eq!(told[1]["findings"][0]["path"], "Файл/Документ/@Вид");
    assert_eq!(host.said("check good.xml").0, 0);
}

#[test]
fn an_import_tells_in_words_what_changed_and_the_newest_revision_is_in_force() {
    let host = Host::new();
    assert_eq!(host.said(&format!("forms import {FIRST}.xsd")).0, 0);
    let (code, said) = host.said(&format!("forms import {SECOND}.xsd"));
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Файл/Документ/@Номер: stood 0..1 times, now 1"), "{said}");
    assert!(said.contains("Файл/Документ/@Вид: values added: 2"), "{said}");
    let (code, told) = host.verdicts("check good.xml --json");
    assert_eq!((code, &told[0]["revision"]), (1, &"02".into()));
    assert_eq!(told[0]["findings"][0]["code"], "formats.schema.attribute-absent");

    let (_, again) = host.said(&format!("forms diff {FIRST} {SECOND}"));
    assert!(again.contains("values added: 2"), "{again}");
    let (_, back) = host.said(&format!("forms diff {SECOND} {FIRST}"));
    assert!(back.contains("values removed: 2"), "{back}");
    let (_, listed) = host.said("forms list");
    let own: Vec<&str> = listed.lines().filter(|line| line.contains("added on this host")).collect();
    assert_eq!(own.len(), 2, "{listed}");
    let (_, shown) = host.said("forms show ON_PROBA");
    assert!(shown.contains(SECOND) && shown.contains("@Номер"), "{shown}");
    assert_eq!(host.said("forms show NO_SUCH_FORM").0, 2);
}

#[test]
fn a_schema_in_several_files_and_in_a_namespace_is_imported_under_a_name_of_ours() {
    let host = Host::new();
    let open =
        r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:types" elementFormDefault="qualified""#;
    let own = r#" targetNamespace="urn:own"><xs:import namespace="urn:types" schemaLocation="types.xsd"/><xs:element name="Заявка"><xs:complexType><xs:sequence><xs:element name="Число" type="t:Число"/></xs:sequence></xs:complexType></xs:element></xs:schema>"#;
    let types = r#" targetNamespace="urn:types"><xs:simpleType name="Число"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>"#;
    host.write("own.xsd", &format!("{open}{own}"));
    host.write("types.xsd", &format!("{open}{types}"));
    let document = |namespace: &str, number: &str| {
        format!(r#"<з:Заявка xmlns:з="{namespace}"><з:Число>{number}</з:Число></з:Заявка>"#)
    };
    host.write("good.xml", &document("http://пф.рф/Проба", "7"));
    host.write("wrong.xml", &document("http://пф.рф/Проба", "семь"));
    host.write("other.xml", &document("urn:own", "7"));
    let (code, said) = host.said("forms import own.xsd --name PROBA_v1.0");
    assert!(code == 2 && said.contains("types.xsd"), "{said}");
    let line = "forms import own.xsd types.xsd --name PROBA_v1.0 --namespace urn:own=http://пф.рф/Проба";
    assert_eq!(host.said(line).0, 0);
    assert_eq!(host.said("check good.xml").0, 0);
    assert_eq!(host.said("check other.xml").0, 2);
    let (code, told) = host.verdicts("check wrong.xml --json");
    assert_eq!((code, &told[0]["format"]), (1, &"PROBA_v1.0".into()));
    assert_eq!(told[0]["findings"][0]["path"], "Заявка/Число");
}

#[test]
fn a_bad_file_of_a_pack_is_refused_by_its_name_and_the_rest_stands() {
    let host = Host::new();
    assert_eq!(host.said(&format!("forms import {FIRST}.xsd --data pack")).0, 0);
    assert_eq!(host.said("forms check-pack pack/forms").0, 0);
    host.write("pack/forms/ON_PROBA_1_999_02_05_01_01.json", "{}");
    host.write("pack/forms/notes.json", "{}");
    let (code, said) = host.said("forms check-pack pack/forms");
    assert_eq!(code, 1, "{said}");
    for word in [FIRST, "ON_PROBA_1_999_02_05_01_01", "notes.json", "taken: 1, not taken: 2"] {
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(host.said("check good.xml --data pack").0, 0);
    assert_eq!(host.said("forms check-pack nowhere").0, 2);
    host.write("broken.xsd", "<");
    assert_eq!(host.said("forms import broken.xsd --data pack").0, 2);
}

#[test]
fn a_running_server_has_what_was_imported_beside_it() {
    let host = Host::new();
    let shelf = Shelf::open(&host.at("data"), Duration::ZERO).unwrap();
    let lacks = shelf.current();
    assert!(lacks.detect(document("1").as_bytes()).is_err());
    assert_eq!(host.said(&format!("forms import {FIRST}.xsd")).0, 0);
    let has = shelf.current();
    assert_eq!(has.detect(document("1").as_bytes()).unwrap().official_name(), FIRST);
    assert!(!has.check(document("7").as_bytes()).is_clean());
    let ratios = |shelf: &Shelf| shelf.rules().ratios.list().filter(|one| one.code == "proba.kind").count();
    assert_eq!(ratios(&shelf), 0);
    std::fs::create_dir_all(host.at("data/forms/ratios")).unwrap();
    host.write("data/forms/ratios/ON_PROBA_5.01.json", RATIO);
    assert_eq!(ratios(&shelf), 1);
    std::fs::remove_file(host.at(&format!("data/forms/{FIRST}.json"))).unwrap();
    assert!(shelf.current().detect(document("1").as_bytes()).is_err());
}

#[test]
fn files_that_cannot_be_read_are_told_apart_from_findings() {
    let host = Host::new();
    host.write("torn.xml", "<Файл");
    assert_eq!(host.said("check torn.xml --schema-only").0, 2);
    assert_eq!(host.said("check absent.xml").0, 2);
    assert_eq!(host.said("check").0, 2);
}

#[test]
fn control_ratios_are_asked_and_the_hosts_own_beside_them() {
    const NOTICE: &str = include_str!("../../formats/tests/ratios/UT_UVISCHSUMNAL_5.03.xml");
    const NAME: &str =
        "UT_UVISCHSUMNAL_7701_7701_7701000019770101001_20260225_00000000-0000-0000-0000-000000000009.xml";
    let host = Host::new();
    let codes = |told: &[Value]| -> Vec<String> {
        let findings = told[0]["findings"].as_array().unwrap().iter();
        findings.filter(|one| !one["sides"].is_null()).map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    host.write(NAME, NOTICE);
    let (code, told) = host.verdicts(&format!("check {NAME} --json"));
    assert_eq!((code, codes(&told)), (0, Vec::new()));
    host.write(NAME, &NOTICE.replacen("НомерМесКварт=\"11\"", "НомерМесКварт=\"01\"", 1));
    let (_, told) = host.verdicts(&format!("check {NAME} --json"));
    assert!(codes(&told).contains(&"notice.once".to_owned()), "{told:?}");
    let (_, told) = host.verdicts(&format!("check {NAME} --json --schema-only"));
    assert_eq!(codes(&told), Vec::<String>::new());
    std::fs::create_dir_all(host.at("data/forms/ratios")).unwrap();
    host.write("data/forms/ratios/broken.json", "{");
    let (_, said) = host.said(&format!("check {NAME}"));
    assert!(said.contains("broken.json"), "{said}");
}

#[test]
fn computed_cells_of_the_host_are_laid_over_those_of_the_program() {
    let host = Host::new();
    let own = |cell: &str| {
        format!(
            r#"{{"title":"t","prefix":"NO_USN","versions":["5.09"],"compared_on":"2026-11-28",
                "sources":{{"s":{{"norm":"n","trust":"text"}}}},
                "cells":[{{"cell":"{cell}","formula":"1 + 1","words":"w","source":"s","digits":0}}]}}"#
        )
    };
    std::fs::create_dir_all(host.at("data/forms/cells")).unwrap();
    host.write("data/forms/cells/NO_USN_5.09.json", &own("Документ/@НомКорр"));
    host.write("data/forms/cells/broken.json", &own("/Документ/@НомКорр"));
    let (rules, refused) = rules(&host.at("data/forms")).unwrap();
    assert_eq!(refused.iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["broken.json"]);
    let registry = formats::Registry::embedded();
    let format = registry.newest("NO_USN", "5.09").unwrap();
    let cells = rules.cells.of(registry.definition(format).unwrap());
    assert_eq!(cells.iter().map(|cell| cell.cell.as_str()).collect::<Vec<_>>(), ["Документ/@НомКорр"]);
}

#[test]
fn documents_of_one_call_are_compared_with_each_other() {
    const NOTICE: &str = include_str!("../../formats/tests/ratios/UT_UVISCHSUMNAL_5.03.xml");
    const REPORT: &str = include_str!("../../formats/tests/ratios/NO_RASCHSV_5.08.xml");
    let host = Host::new();
    let across = |told: &Value| -> Vec<(String, String)> {
        let found = told["across"].as_array().into_iter().flatten();
        found.map(|one| (one["with"].to_string(), one["finding"]["code"].to_string())).collect()
    };
    host.write("notice.xml", NOTICE);
    host.write("report.xml", REPORT);
    let (_, told) = host.verdicts("check notice.xml report.xml good.xml --json");
    assert_eq!(told.iter().flat_map(across).collect::<Vec<_>>(), []);
    host.write("notice.xml", &NOTICE.replacen("СумНалогАванс=\"42000\"", "СумНалогАванс=\"1\"", 1));
    let (_, told) = host.verdicts("check report.xml notice.xml --json");
    let expected = ("\"report.xml\"".to_owned(), "\"across.notice-rsv.month1\"".to_owned());
    assert_eq!((across(&told[0]), across(&told[1])), (vec![], vec![expected]));
    let (_, said) = host.said("check report.xml notice.xml");
    assert!(said.contains("compared with report.xml"), "{said}");
    assert_eq!(across(&host.verdicts("check notice.xml --json").1[0]), []);
}

#[test]
fn a_document_is_carried_to_the_next_revision_and_what_needs_a_person_is_told() {
    let host = Host::new();
    for name in [FIRST, SECOND] {
        assert_eq!(host.said(&format!("forms import {name}.xsd")).0, 0);
    }
    let (code, said) = host.said(&format!("forms carry good.xml --to {FIRST} --out carried.xml"));
    assert_eq!(code, 0, "{said}");
    assert_eq!(host.said("check carried.xml").0, 1, "the newest revision asks for a number");
    let (code, said) = host.said("forms carry good.xml --to 5.01");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("formats.schema.attribute-absent Файл/Документ/@Номер"), "{said}");
    host.write("more.xml", &document("2").replace("Вид=", "Номер=\"7\" Вид="));
    assert_eq!(host.said(&format!("forms carry more.xml --to {SECOND}")).0, 0);
    assert_eq!(
        host.said(&format!("forms carry more.xml --to {FIRST}")).0,
        1,
        "the former one does not know the kind 2"
    );
    assert_eq!(host.said("forms carry good.xml --to ON_NSCHFDOPPR").0, 2);
    assert_eq!(host.said("forms carry absent.xml --to 5.01").0, 2);
}

#[test]
fn what_is_known_beside_a_schema_is_kept_shown_and_asked_by_day() {
    let host = Host::new();
    let days = "--authority order-7 --from 2026-01-01 --until 2026-06-30";
    assert_eq!(host.said(&format!("forms import {FIRST}.xsd {days}")).0, 0);
    assert_eq!(host.said(&format!("forms import {SECOND}.xsd")).0, 0);
    let (_, shown) = host.said(&format!("forms show {FIRST}"));
    assert!(shown.contains("Approved by: order-7"), "{shown}");
    assert!(shown.contains("In force: from 2026-01-01, until 2026-06-30"), "{shown}");
    assert!(shown.contains("File name: not known"), "{shown}");
    let (_, shown) = host.said("forms show ON_NSCHFDOPPR_1_997_01_05_03_05");
    assert!(shown.contains("In force: from 2026-01-01"), "{shown}");
    assert!(shown.contains("File name: ON_NSCHFDOPPR_{участник}_{участник}_{ГГГГММДД}_{1–36}_{0|1}"), "{shown}");

    let on = |day: &str| host.said(&format!("forms list --on {day}")).1;
    let has = |listed: &str, name: &str| listed.lines().any(|line| line.starts_with(name));
    assert!(has(&on("2026-06-30"), FIRST));
    let listed = on("2026-11-28");
    assert!(!has(&listed, FIRST) && !has(&listed, "ON_NSCHFDOPPR_1_997_01_05_02_02"), "{listed}");
    assert!(has(&listed, "ON_NSCHFDOPPR_1_997_01_05_03_05"), "{listed}");
    let unknown = listed.lines().find(|line| line.starts_with(SECOND));
    assert!(unknown.is_some_and(|line| line.contains("days in force not known")), "{listed}");
    assert_eq!(host.said("forms list --on tomorrow").0, 2);
    let all = host.said("forms list").1;
    assert!(has(&all, "ON_NSCHFDOPPR_1_997_01_05_02_02") && has(&all, FIRST), "{all}");
}

#[test]
fn a_reader_that_has_enough_is_no_fault() {
    let host = Host::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_svitok"));
    command.args(["forms", "list"]).current_dir(host.0.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(141), ""));
}
