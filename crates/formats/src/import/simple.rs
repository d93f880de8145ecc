//! Values: simple types with their facets.

use super::xsd::Import;
use crate::definition::{Shape, SimpleType, Value};
use crate::tree::Element;

impl<'s> Import<'s> {
    pub(super) fn simple(&mut self, simple: &'s Element) -> Result<SimpleType, String> {
        let mut result =
            SimpleType { base: "xs:string".to_owned(), title: self.title(simple)?, ..SimpleType::default() };
        let Some(restriction) = self.inside(simple, "restriction")? else {
            self.cannot("a list or a union");
            return Ok(result);
        };
        match (restriction.attribute("base"), self.inside(restriction, "simpleType")?) {
            (Some(base), _) => result.base = self.type_name(base)?,
            (None, Some(_)) => self.cannot("a restriction of an unnamed type"),
            (None, None) => return Err("a restriction without a base".to_owned()),
        }
        for facet in restriction.elements() {
            let value = facet.attribute("value").unwrap_or_default().to_owned();
            let count = || value.trim().parse::<u32>().map_err(|_| format!("a facet with {value}"));
            match self.word(facet)? {
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
                "enumeration" => result.values.push(Value { value, title: self.title(facet)? }),
                "annotation" | "simpleType" => {}
                other => self.cannot(&format!("the facet {other}")),
            }
        }
        Ok(result)
    }

    /// A value that can only be this one.
    pub(super) fn fixed(&mut self, shape: Shape, value: &str) -> Shape {
        let only = vec![Value { value: value.to_owned(), title: String::new() }];
        match shape {
            Shape::Simple(simple) => Shape::Simple(Box::new(SimpleType { values: only, ..*simple })),
            Shape::Type(base) => Shape::Simple(Box::new(SimpleType { base, values: only, ..SimpleType::default() })),
            Shape::Complex(complex) => {
                self.cannot("fixed of an element with attributes");
                Shape::Complex(complex)
            }
        }
    }
}
