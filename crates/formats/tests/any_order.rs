//! Members of `xs:all` stand in any order, each once at most: more of them than a table of orders could hold.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use formats::import::{from_xsd, to_json};
use formats::{FormatId, Registry};

/// Members: every second one must be there.
const MEMBERS: usize = 24;

fn registry() -> Registry {
    let members: String = (0..MEMBERS)
        .map(|n| format!("<xs:element name=\"Часть{n}\" type=\"xs:int\" minOccurs=\"{}\"/>", n % 2))
        .collect();
    let schema = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\
         <xs:element name=\"Файл\"><xs:complexType><xs:all>{members}</xs:all></xs:complexType></xs:element></xs:schema>"
    );
    let definition = from_xsd("ANY_ORDER_v1.0", schema.as_bytes()).unwrap();
    assert!(definition.not_expressed.is_empty(), "{:?}", definition.not_expressed);
    let (registry, refused) = Registry::layered(
        Registry::embedded(),
        [("ANY_ORDER_v1.0.json".to_owned(), to_json(&definition).unwrap().into_bytes())],
    );
    assert!(refused.is_empty(), "{refused:?}");
    registry
}

fn codes(registry: &Registry, members: impl IntoIterator<Item = usize>) -> Vec<String> {
    let inside: String = members.into_iter().map(|n| format!("<Часть{n}>1</Часть{n}>")).collect();
    let file = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл>{inside}</Файл>");
    let format = FormatId::from_schema_name("ANY_ORDER_v1.0").unwrap();
    let found = registry.check_as(file.as_bytes(), &format);
    found.findings.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn every_order_is_good_and_what_need_not_be_there_need_not() {
    let registry = registry();
    let clean: Vec<String> = Vec::new();
    for turn in 0..MEMBERS {
        assert_eq!(codes(&registry, (0..MEMBERS).map(|n| (n * 7 + turn) % MEMBERS)), clean, "{turn}");
        assert_eq!(codes(&registry, (0..MEMBERS).rev().filter(|n| n % 2 == 1 || *n == turn)), clean, "{turn}");
    }
}

#[test]
fn what_is_missing_doubled_or_unknown_is_told() {
    let registry = registry();
    assert_eq!(codes(&registry, (0..MEMBERS).filter(|n| *n != 5)), ["formats.schema.incomplete"]);
    assert_eq!(codes(&registry, (0..MEMBERS).chain([4])), ["formats.schema.order"]);
    assert_eq!(codes(&registry, (0..MEMBERS).chain([MEMBERS])), ["formats.schema.element"]);
    assert_eq!(codes(&registry, []), ["formats.schema.incomplete"]);
}
