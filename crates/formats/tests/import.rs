//! Official schemas to definitions: the committed ones are exactly what the importer makes; bad schemas are refused.

mod support;

use formats::FormatId;
use formats::import::{Schema, Wishes, from_schemas, from_xsd, to_json};
use formats::standing::Standings;
use support::*;

const NAME: &str = "DP_PROBA_1_999_01_01_01_01";

#[test]
fn committed_definitions_are_what_the_importer_makes() {
    let Some(shared) = shared("committed_definitions_are_what_the_importer_makes") else { return };
    let committed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("definitions");
    let standings = Standings::read(include_bytes!("../base_standing.json")).unwrap();
    let schemas = files(&shared.join("edo"), "xsd");
    for path in &schemas {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let standing = standings.of(&FormatId::from_schema_name(name).unwrap());
        let schema = Schema { file: format!("{name}.xsd"), bytes: std::fs::read(path).unwrap() };
        let made = from_schemas(name, &[schema], &Wishes { standing, ..Wishes::default() }).unwrap();
        let made = to_json(&made).unwrap();
        let kept = std::fs::read_to_string(committed.join(format!("{name}.json"))).unwrap();
        assert!(made == kept, "{name}: make the definitions anew with the example import_folder");
    }
    assert_eq!(schemas.len(), 63);
}

fn schema(inner: &str) -> Vec<u8> {
    let open = r#"<?xml version="1.0" encoding="UTF-8"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">"#;
    format!("{open}{inner}</xs:schema>").into_bytes()
}

fn with_simple(facets: &str) -> Vec<u8> {
    schema(&format!(
        r#"<xs:element name="Файл"><xs:simpleType><xs:restriction base="xs:string">{facets}</xs:restriction></xs:simpleType></xs:element>"#
    ))
}

#[test]
fn what_cannot_be_expressed_is_listed_and_what_is_broken_is_refused() {
    let listed = |bytes: &[u8]| from_xsd(NAME, bytes).unwrap().not_expressed;
    assert!(listed(&with_simple(r#"<xs:maxLength value="3"/>"#)).is_empty());
    assert_eq!(listed(&with_simple(r#"<xs:whiteSpace value="collapse"/>"#)), ["the facet whiteSpace"]);
    assert_eq!(listed(&schema(r#"<xs:element name="Файл" type="xs:gMonthDay"/>"#)), ["the type xs:gMonthDay"]);
    assert_eq!(
        listed(&schema(
            r#"<xs:element name="Файл" type="xs:string" nillable="true"/><xs:element name="Ф" type="xs:date"/>"#
        )),
        ["nillable of an element", "Ф as another root element"]
    );
    assert_eq!(
        listed(&schema(
            r#"<xs:element name="Файл"><xs:complexType><xs:sequence><xs:element name="а" type="xs:string" maxOccurs="99999"/></xs:sequence></xs:complexType></xs:element>"#
        )),
        ["not more than 99999 times"]
    );
    let broken = [
        b"<a/>".to_vec(),
        schema(""),
        schema(r#"<xs:element name="Файл" type="НетТакого"/>"#),
        with_simple(r#"<xs:pattern value="("/>"#),
        with_simple(r#"<xs:maxLength value="три"/>"#),
        with_simple(r#"<xs:pattern value="((a{99}){99}){99}"/>"#),
        schema(
            r#"<xs:element name="Файл"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element name="А" minOccurs="0" maxOccurs="2500" type="xs:string"/></xs:choice></xs:complexType></xs:element>"#,
        ),
        schema(
            r#"<xs:element name="Файл" type="А"/><xs:simpleType name="А"><xs:restriction base="А"/></xs:simpleType>"#,
        ),
        schema(
            r#"<xs:element name="Файл" type="А"/><xs:complexType name="А"><xs:complexContent><xs:extension base="А"/></xs:complexContent></xs:complexType>"#,
        ),
        schema(r#"<xs:include schemaLocation="absent.xsd"/><xs:element name="Файл" type="xs:string"/>"#),
    ];
    for bytes in broken {
        let refusal = from_xsd(NAME, &bytes).unwrap_err();
        assert_eq!(refusal.code(), "formats.definition.broken", "{}", String::from_utf8_lossy(&bytes));
    }
    assert_eq!(from_xsd("any name", &schema("")).unwrap_err().code(), "formats.definition.broken");
    assert_eq!(from_xsd(NAME, b"<").unwrap_err().code(), "formats.xml.not-well-formed");
}
