//! The first documents and schemas: small, and of every construct there is.

#[expect(dead_code, reason = "the tests of formats take the full ones")]
#[path = "../../crates/formats/tests/support/skeleton.rs"]
mod skeleton;

use formats::{Document, Registry};

/// One format in so many gives a seed.
const FORMATS_EACH: usize = 8;

const SIMPLE: &str = r#"<xs:element name="Файл"><xs:simpleType><xs:restriction base="xs:decimal">
<xs:totalDigits value="5"/><xs:fractionDigits value="2"/><xs:minInclusive value="0"/></xs:restriction></xs:simpleType></xs:element>"#;

const PATTERNS: &str = r#"<xs:element name="Файл" type="Т"/><xs:complexType name="Т"><xs:attribute name="ИНН" use="required">
<xs:simpleType><xs:restriction base="xs:string"><xs:length value="10"/><xs:pattern value="([0-9]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{8}"/>
<xs:pattern value="\d{10}|[^а-яё-]+?"/><xs:enumeration value="7701010011"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType>"#;

const MODEL: &str = r#"<xs:element name="Файл"><xs:complexType><xs:sequence><xs:element name="А" type="xs:date" minOccurs="0"/>
<xs:choice maxOccurs="unbounded"><xs:element name="Б" type="xs:string"/><xs:element name="В" type="xs:integer" maxOccurs="3"/></xs:choice>
<xs:any processContents="skip"/></xs:sequence></xs:complexType></xs:element>"#;

const ASSERTION: &str = r#"<xs:element name="Файл"><xs:complexType><xs:annotation><xs:appinfo>
<sch:pattern name="П"><sch:rule context="Файл"><sch:assert test="usch:iif(count(А)!=0 and @Б='1', substring(@В,1,2)='77', not(../Г))">
<usch:error><usch:code>0400300003</usch:code></usch:error></sch:assert></sch:rule></sch:pattern></xs:appinfo></xs:annotation>
<xs:attribute name="Б" type="xs:string"/></xs:complexType></xs:element>"#;

const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:usch="http://www.unisoftware.ru/schematron-extensions">"#;

/// Hands each first input to `put`: target, name, octets.
pub fn write(put: impl Fn(&str, &str, &[u8])) {
    for (name, inner) in [("simple", SIMPLE), ("patterns", PATTERNS), ("model", MODEL), ("assertion", ASSERTION)] {
        put("schema", name, format!("{OPEN}{inner}</xs:schema>").as_bytes());
    }
    let registry = Registry::embedded();
    for format in registry.formats().step_by(FORMATS_EACH) {
        let definition = registry.definition(format).unwrap();
        let mut root = skeleton::smallest(definition);
        root.set("ИдФайл", &format!("{}_1", format.prefix));
        let document = registry.write(&Document::new(format.clone(), root)).unwrap();
        put("document", &format.official_name(), &[&[63], &*document].concat());
    }
}
