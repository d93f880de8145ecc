//! The subset of XML Schema that official formats are written in.

use super::assertions::{self, one_space};
use crate::FormatId;
use crate::definition::{
    AttributeRule, ComplexType, Definition, ElementRule, Group, Most, Particle, Shape, SimpleType, Trust, Value,
};
use crate::engine::builtin::Base;
use crate::engine::text::Encoding;
use crate::tree::Element;

const XML_SCHEMA: &str = "http://www.w3.org/2001/XMLSchema";

pub(super) fn definition(
    format: FormatId,
    source: &str,
    schema: &Element,
    encoding: Encoding,
) -> Result<Definition, String> {
    let xs = schema
        .attributes()
        .find(|(_, value)| *value == XML_SCHEMA)
        .map(|(name, _)| name.strip_prefix("xmlns:").map(|p| format!("{p}:")).unwrap_or_default())
        .ok_or("not an XML Schema")?;
    let mut import = Import { xs, not_expressed: Vec::new() };
    if schema.attribute("targetNamespace").is_some() {
        import.cannot("a target namespace");
    }
    let root = schema.child(&import.tag("element")).ok_or("the schema has no element")?;
    let mut definition = Definition {
        knd: Vec::new(),
        versions: Vec::new(),
        title: import.title(root),
        encoding: if encoding == Encoding::Utf8 && format.prefix.starts_with("DP_") {
            Encoding::Windows1251
        } else {
            encoding
        },
        trust: Trust::OfficialSchema,
        source: format!("{source}.xsd"),
        not_expressed: Vec::new(),
        root: import.element(root)?,
        complex_types: Default::default(),
        simple_types: Default::default(),
        format,
    };
    for component in schema.elements() {
        let name = component.attribute("name").unwrap_or_default().to_owned();
        match import.kind(component) {
            "complexType" => {
                definition.complex_types.insert(name, import.complex(component)?);
            }
            "simpleType" => {
                definition.simple_types.insert(name, import.simple(component)?);
            }
            "element" if name == definition.root.name => {}
            "annotation" => {}
            other => import.cannot(&format!("the schema's part {other}")),
        }
    }
    definition.knd = values(schema, &import.tag(""), "КНД");
    definition.versions = values(schema, &import.tag(""), "ВерсФорм");
    definition.not_expressed = import.not_expressed;
    Ok(definition)
}

struct Import {
    xs: String,
    not_expressed: Vec<String>,
}

impl Import {
    fn tag(&self, name: &str) -> String {
        format!("{}{name}", self.xs)
    }

    /// The schema word an element of the schema is; empty for foreign ones.
    fn kind<'a>(&self, element: &'a Element) -> &'a str {
        element.name().strip_prefix(self.xs.as_str()).unwrap_or_default()
    }

    fn cannot(&mut self, what: &str) {
        if !self.not_expressed.iter().any(|known| known == what) {
            self.not_expressed.push(what.to_owned());
        }
    }

    fn title(&self, component: &Element) -> String {
        let documentation = self.tag("documentation");
        let annotation = component.child(&self.tag("annotation"));
        annotation.and_then(|a| a.child(&documentation)).map(|d| one_space(&d.text())).unwrap_or_default()
    }

    /// A type's name; built-in ones always start with `xs:`.
    fn type_name(&mut self, name: &str) -> String {
        match name.strip_prefix(self.xs.as_str()).filter(|_| !self.xs.is_empty()) {
            Some(local) => {
                let built_in = format!("xs:{local}");
                if Base::named(&built_in).is_none() {
                    self.cannot(&format!("the type {built_in}"));
                    return "xs:string".to_owned();
                }
                built_in
            }
            None => name.to_owned(),
        }
    }

    fn occurs(&mut self, component: &Element) -> Result<(u32, Most), String> {
        let number = |text: &str| text.parse::<u32>().map_err(|_| "an occurrence that is not a number".to_owned());
        let min = number(component.attribute("minOccurs").unwrap_or("1"))?;
        let max = match component.attribute("maxOccurs").unwrap_or("1") {
            "unbounded" => Most::Unbounded,
            text => Most::Times(number(text)?),
        };
        Ok((min, max))
    }

    fn shape(&mut self, component: &Element) -> Result<Shape, String> {
        if let Some(name) = component.attribute("type") {
            return Ok(Shape::Type(self.type_name(name)));
        }
        if let Some(complex) = component.child(&self.tag("complexType")) {
            return Ok(Shape::Complex(Box::new(self.complex(complex)?)));
        }
        match component.child(&self.tag("simpleType")) {
            Some(simple) => Ok(Shape::Simple(Box::new(self.simple(simple)?))),
            None => {
                self.cannot("a component without a type");
                Ok(Shape::Type("xs:string".to_owned()))
            }
        }
    }

    fn element(&mut self, element: &Element) -> Result<ElementRule, String> {
        for word in ["ref", "substitutionGroup", "abstract", "nillable", "fixed", "default"] {
            if element.attribute(word).is_some() {
                self.cannot(&format!("{word} of an element"));
            }
        }
        let (min, max) = self.occurs(element)?;
        Ok(ElementRule {
            name: element.attribute("name").unwrap_or_default().to_owned(),
            title: self.title(element),
            min,
            max,
            shape: self.shape(element)?,
            checks: assertions::of(element, &self.xs),
        })
    }

    fn complex(&mut self, complex: &Element) -> Result<ComplexType, String> {
        let mut result = ComplexType {
            title: self.title(complex),
            checks: assertions::of(complex, &self.xs),
            ..ComplexType::default()
        };
        if complex.attribute("mixed") == Some("true") {
            self.cannot("mixed content");
        }
        self.members(complex, &mut result)?;
        Ok(result)
    }

    fn members(&mut self, parent: &Element, result: &mut ComplexType) -> Result<(), String> {
        for member in parent.elements() {
            match self.kind(member) {
                "sequence" | "choice" => result.content = Some(self.particle(member)?),
                "attribute" => {
                    let attribute = self.attribute(member)?;
                    result.attributes.push(attribute);
                }
                "simpleContent" => {
                    let extension =
                        member.child(&self.tag("extension")).ok_or("simple content without an extension")?;
                    let base = self.type_name(extension.attribute("base").unwrap_or_default());
                    result.text = Some(SimpleType { base, ..SimpleType::default() });
                    self.members(extension, result)?;
                }
                "annotation" => {}
                other => self.cannot(&format!("{other} of a type")),
            }
        }
        Ok(())
    }

    fn attribute(&mut self, attribute: &Element) -> Result<AttributeRule, String> {
        for word in ["ref", "fixed", "default"] {
            if attribute.attribute(word).is_some() {
                self.cannot(&format!("{word} of an attribute"));
            }
        }
        Ok(AttributeRule {
            name: attribute.attribute("name").unwrap_or_default().to_owned(),
            title: self.title(attribute),
            required: attribute.attribute("use") == Some("required"),
            shape: self.shape(attribute)?,
            checks: assertions::of(attribute, &self.xs),
        })
    }

    fn particle(&mut self, particle: &Element) -> Result<Particle, String> {
        let (min, max) = self.occurs(particle)?;
        match self.kind(particle) {
            "element" => Ok(Particle::Element(Box::new(self.element(particle)?))),
            "any" => {
                if particle.attribute("processContents") != Some("skip") {
                    self.cannot("any element with checked content");
                }
                Ok(Particle::Any { min, max })
            }
            kind => {
                let choice = kind == "choice";
                let mut of = Vec::new();
                for member in particle.elements().filter(|m| m.name() != self.tag("annotation")).collect::<Vec<_>>() {
                    match self.kind(member) {
                        "element" | "sequence" | "choice" | "any" => of.push(self.particle(member)?),
                        other => self.cannot(&format!("{other} in a content model")),
                    }
                }
                let group = Group { min, max, of };
                Ok(if choice { Particle::Choice(group) } else { Particle::Sequence(group) })
            }
        }
    }

    fn simple(&mut self, simple: &Element) -> Result<SimpleType, String> {
        let mut result =
            SimpleType { base: "xs:string".to_owned(), title: self.title(simple), ..SimpleType::default() };
        let Some(restriction) = simple.child(&self.tag("restriction")) else {
            self.cannot("a list or a union");
            return Ok(result);
        };
        result.base = self.type_name(restriction.attribute("base").unwrap_or_default());
        for facet in restriction.elements() {
            let value = facet.attribute("value").unwrap_or_default().to_owned();
            let count = || value.trim().parse::<u32>().map_err(|_| format!("a facet with {value}"));
            match self.kind(facet) {
                "length" => result.length = Some(count()?),
                "minLength" => result.min_length = Some(count()?),
                "maxLength" => result.max_length = Some(count()?),
                "totalDigits" => result.total_digits = Some(count()?),
                "fractionDigits" => result.fraction_digits = Some(count()?),
                "minInclusive" => result.min_inclusive = Some(value),
                "minExclusive" => result.min_exclusive = Some(value),
                "maxInclusive" => result.max_inclusive = Some(value),
                "maxExclusive" => result.max_exclusive = Some(value),
                "pattern" => result.patterns.push(value),
                "enumeration" => result.values.push(Value { value, title: self.title(facet) }),
                "annotation" => {}
                other => self.cannot(&format!("the facet {other}")),
            }
        }
        Ok(result)
    }
}

/// Enumerated values of the first attribute of this name anywhere in the schema.
fn values(component: &Element, xs: &str, attribute: &str) -> Vec<String> {
    if component.name() == format!("{xs}attribute") && component.attribute("name") == Some(attribute) {
        let restriction = component.at(&[&format!("{xs}simpleType"), &format!("{xs}restriction")]);
        let tag = format!("{xs}enumeration");
        return restriction
            .into_iter()
            .flat_map(|r| r.all(&tag))
            .filter_map(|e| e.attribute("value"))
            .map(str::to_owned)
            .collect();
    }
    component.elements().map(|e| values(e, xs, attribute)).find(|v| !v.is_empty()).unwrap_or_default()
}
