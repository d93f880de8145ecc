//! Every element and attribute of the reference schemas is in our tables, and nothing else.

use crate::support::*;
use formats::Element;
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use wire_diadoc::contract::catalogue::EDITIONS;
use wire_diadoc::contract::{FieldFate, fields};

/// Reference schemas by version and title; of `utd820_05_01_02` the seller's is not to be had.
pub const SCHEMAS: &[(&str, u32, &str)] = &[
    ("utd970_05_03_01", 0, "csharp-sdk/Utd970/V050301/ON_NSCHFDOPPR_UserContract_970_05_03_01.xsd"),
    ("utd970_05_03_01", 1, "csharp-sdk/Utd970/V050301/ON_NSCHFDOPPOK_UserContract_970_05_03_01.xsd"),
    ("utd970_05_02_01", 0, "csharp-sdk/Utd970/V050201/ON_NSCHFDOPPR_UserContract_970_05_02_01.xsd"),
    ("utd970_05_02_01", 1, "csharp-sdk/Utd970/V050201/ON_NSCHFDOPPOK_UserContract_970_05_02_01.xsd"),
    ("utd820_05_01_02_hyphen", 0, "csharp-sdk/Utd820/Hyphens/ON_NSCHFDOPPR_UserContract_820_05_01_02_Hyphen.xsd"),
    ("utd820_05_01_01_hyphen", 0, "ON_NSCHFDOPPR_UserContract_820_05_01_01_Hyphen.xsd"),
    ("utd820_05_01_01_hyphen", 1, "ON_NSCHFDOPPOK_UserContract_820_05_01_01_hyphen.xsd"),
    ("utd820_05_01_01", 0, "ON_NSCHFDOPPR_UserContract_820_05_01_01.xsd"),
    ("utd820_05_01_01", 1, "ON_NSCHFDOPPOK_UserContract_820_05_01_01.xsd"),
    ("utd820_05_01_02", 1, "ON_NSCHFDOPPOK_UserContract_820_05_01_02.xsd"),
];

struct Reference {
    types: BTreeMap<String, Element>,
    paths: BTreeSet<String>,
}

impl Reference {
    fn read(schema: &Path) -> BTreeSet<String> {
        let root = formats::read_tree(&std::fs::read(schema).unwrap()).unwrap();
        let types = root.all("xs:complexType").map(|t| (t.attribute("name").unwrap().to_owned(), t.clone()));
        let mut reference = Self { types: types.collect(), paths: BTreeSet::new() };
        let contract = root.all("xs:element").last().unwrap().clone();
        reference.element(&contract, "");
        reference.paths
    }

    fn element(&mut self, element: &Element, above: &str) {
        let name = element.attribute("name").unwrap();
        let path = if above.is_empty() { name.to_owned() } else { format!("{above}/{name}") };
        self.paths.insert(path.clone());
        if let Some(own) = element.child("xs:complexType") {
            self.content(own, &path);
        }
        if let Some(named) = element.attribute("type").and_then(|name| self.types.get(name)).cloned() {
            self.content(&named, &path);
        }
    }

    fn content(&mut self, content: &Element, path: &str) {
        for part in content.elements() {
            match part.name() {
                "xs:element" => self.element(part, path),
                "xs:attribute" => drop(self.paths.insert(format!("{path}/@{}", part.attribute("name").unwrap()))),
                "xs:extension" => {
                    if let Some(base) = part.attribute("base").and_then(|name| self.types.get(name)).cloned() {
                        self.content(&base, path);
                    }
                    self.content(part, path);
                }
                "xs:sequence" | "xs:all" | "xs:choice" | "xs:complexContent" | "xs:simpleContent" => {
                    self.content(part, path);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn no_field_of_the_reference_is_forgotten() {
    let Some(shared) = shared("no_field_of_the_reference_is_forgotten") else { return };
    for (version, title_index, schema) in SCHEMAS {
        let reference = Reference::read(&shared.join("edo-diadoc-usercontract").join(schema));
        let ours = fields(&ask("СЧФДОП", version, *title_index)).unwrap();
        let ours: BTreeSet<String> = ours.into_iter().map(|field| field.path).collect();
        let forgotten: Vec<_> = reference.difference(&ours).collect();
        let invented: Vec<_> = ours.difference(&reference).collect();
        assert!(forgotten.is_empty() && invented.is_empty(), "{version} {title_index}: {forgotten:#?} {invented:#?}");
        assert!(reference.len() > 50, "{version}: {}", reference.len());
    }
}

/// The whole list of fields that a title has no place for.
#[test]
fn what_is_refused_is_a_short_list() {
    let mut refused: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for fixture in fixtures() {
        for field in fields(&fixture.ask).unwrap() {
            if let FieldFate::Refused(reason) = field.fate {
                assert!(reason.chars().count() > 20, "{}: a reason is expected", field.path);
                let (_, name) = field.path.rsplit_once('/').unwrap();
                let order = fixture.ask.version.get(..6).map(|v| if v == "utd970" { "970" } else { "820" }).unwrap();
                refused.entry(name.to_owned()).or_default().insert(order);
            }
        }
    }
    let refused: Vec<String> = refused.into_iter().map(|(name, orders)| format!("{name} {orders:?}")).collect();
    assert_eq!(refused, ["@Country {\"820\"}", "@Okdp {\"820\"}", "@Okopf {\"820\"}", "@SignerStatus {\"970\"}",]);
}

/// When a version may be sent is a row of the law, and every version has one.
#[test]
fn every_version_has_its_days() {
    let rules = rules::Rules::embedded().unwrap();
    for edition in EDITIONS {
        let days = [date(2024, 6, 1), date(2026, 6, 1)];
        let open = days.iter().any(|day| rules.sending(edition.rules_format, edition.official_version, *day).is_ok());
        assert!(open, "{} {}", edition.version, edition.title_index);
    }
}
