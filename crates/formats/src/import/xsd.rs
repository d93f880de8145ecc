//! The subset of XML Schema that official formats are written in.

use super::assertions::{self, one_space};
use super::particle::{anything, joined};
use super::schemas::{Component, File, Name, Schemas, XML_SCHEMA};
use crate::definition::{AttributeRule, ComplexType, ElementRule, EmbeddedCheck, Most, Shape, SimpleType};
use crate::engine::assertion::Expression;
use crate::engine::builtin::Base;
use crate::tree::Element;
use std::collections::BTreeMap;

/// Types extended and groups nested in one another; the official ones have three levels.
const NESTING_MAX: usize = 64;

/// A schema's components on their way into a definition.
pub(super) struct Import<'s> {
    pub schemas: &'s Schemas,
    /// The file whose words are being read.
    at: usize,
    depth: usize,
    /// The named group or extended type being read.
    pub(super) owner: Option<String>,
    /// Types that stand without a name inside such: the name each was given.
    inline: BTreeMap<String, &'s Element>,
    pub not_expressed: Vec<String>,
    pub complex_types: BTreeMap<String, ComplexType>,
    pub simple_types: BTreeMap<String, SimpleType>,
    /// Named types that were mentioned: under which name of the definition, and what they are.
    mentioned: BTreeMap<String, Component<'s>>,
    /// Elements of the schema itself that were mentioned.
    pub referred: Vec<Name>,
}

impl<'s> Import<'s> {
    pub fn new(schemas: &'s Schemas) -> Self {
        Self {
            schemas,
            at: 0,
            depth: 0,
            owner: None,
            inline: BTreeMap::new(),
            not_expressed: Vec::new(),
            complex_types: BTreeMap::new(),
            simple_types: BTreeMap::new(),
            mentioned: BTreeMap::new(),
            referred: Vec::new(),
        }
    }

    pub(super) fn file(&self) -> Result<&'s File, String> {
        self.schemas.files.get(self.at).ok_or_else(|| "no schema".to_owned())
    }

    /// Reads something that stands in another file, or deeper in this one.
    pub(super) fn within<T>(
        &mut self,
        file: usize,
        read: impl FnOnce(&mut Self) -> Result<T, String>,
    ) -> Result<T, String> {
        if self.depth >= NESTING_MAX {
            return Err(format!("types and groups nested deeper than {NESTING_MAX}"));
        }
        let before = std::mem::replace(&mut self.at, file);
        self.depth += 1;
        let made = read(self);
        self.depth -= 1;
        self.at = before;
        made
    }

    pub(super) fn cannot(&mut self, what: &str) {
        if !self.not_expressed.iter().any(|known| known == what) {
            self.not_expressed.push(what.to_owned());
        }
    }

    pub(super) fn word<'a>(&self, element: &'a Element) -> Result<&'a str, String> {
        Ok(self.file()?.word(element))
    }

    pub(super) fn inside<'a>(&self, element: &'a Element, word: &str) -> Result<Option<&'a Element>, String> {
        Ok(element.child(&self.file()?.tag(word)))
    }

    pub(super) fn title(&self, component: &Element) -> Result<String, String> {
        let Some(annotation) = self.inside(component, "annotation")? else { return Ok(String::new()) };
        Ok(self.inside(annotation, "documentation")?.map(|d| one_space(&d.text())).unwrap_or_default())
    }

    /// The assertions of a component that the engine can ask.
    fn checks(&mut self, component: &Element) -> Result<Vec<EmbeddedCheck>, String> {
        let mut checks = assertions::of(component, &self.file()?.xs);
        checks.retain(|check| match Expression::parse(&check.test) {
            Ok(_) if check.context.is_empty() => {
                self.cannot("assertions that do not say what they are about");
                false
            }
            Ok(_) => true,
            Err(why) => {
                self.cannot(&format!("the assertion {} of {}: {why}: {}", check.code, check.context, check.test));
                false
            }
        });
        Ok(checks)
    }

    /// An element of the schema itself as the form's root.
    pub fn root(&mut self, root: Component<'s>) -> Result<ElementRule, String> {
        let name = self.schemas.files.get(root.file).map(|file| file.target.clone()).unwrap_or_default();
        let local = root.element.attribute("name").unwrap_or_default();
        self.referred.push(Name { space: name.clone(), local: local.to_owned() });
        let spelled = self.schemas.spelled(&name, local);
        self.within(root.file, |import| import.declared(root.element, spelled))
    }

    /// Every type mentioned so far, and those they mention.
    pub fn types(&mut self) -> Result<(), String> {
        while let Some((name, component)) = self.mentioned.pop_first() {
            if self.complex_types.contains_key(&name) || self.simple_types.contains_key(&name) {
                continue;
            }
            self.within(component.file, |import| match import.word(component.element)? {
                "simpleType" => {
                    let simple = import.simple(component.element)?;
                    import.simple_types.insert(name, simple);
                    Ok(())
                }
                _ => {
                    let complex = import.complex(component.element)?;
                    import.complex_types.insert(name, complex);
                    Ok(())
                }
            })?;
        }
        Ok(())
    }

    /// Mentions a type, as the form's own schema does for all it holds.
    pub fn mention(&mut self, component: Component<'s>) {
        let space = self.schemas.files.get(component.file).map(|file| file.target.as_str()).unwrap_or_default();
        let name = self.schemas.spelled(space, component.element.attribute("name").unwrap_or_default());
        self.mentioned.insert(name, component);
    }

    /// A type's name in the definition; built-in ones always start with `xs:`.
    pub(super) fn type_name(&mut self, reference: &str) -> Result<String, String> {
        let name = self.file()?.name(reference);
        if name.space == XML_SCHEMA {
            let built_in = format!("xs:{}", name.local);
            if Base::named(&built_in).is_none() {
                self.cannot(&format!("the type {built_in}"));
                return Ok("xs:string".to_owned());
            }
            return Ok(built_in);
        }
        let found = self.schemas.find("complexType", &name).or_else(|| self.schemas.find("simpleType", &name));
        self.mention(found.ok_or_else(|| format!("no type {reference}"))?);
        Ok(self.schemas.spelled(&name.space, &name.local))
    }

    fn shape(&mut self, component: &'s Element) -> Result<Shape, String> {
        let shape = if let Some(name) = component.attribute("type") {
            match self.type_name(name)? {
                any if any == "xs:anyType" => Shape::Complex(Box::new(anything())),
                name => Shape::Type(name),
            }
        } else if let Some(complex) = self.inside(component, "complexType")? {
            match &self.owner {
                None => Shape::Complex(Box::new(self.complex(complex)?)),
                // A group may stand inside its own member, a type may be extended inside itself: what the member holds
                // becomes a named type.
                Some(owner) => {
                    let name = format!("element {owner}/{}", component.attribute("name").unwrap_or_default());
                    let name = self.inline_name(&name, complex);
                    Shape::Type(name)
                }
            }
        } else if let Some(simple) = self.inside(component, "simpleType")? {
            Shape::Simple(Box::new(self.simple(simple)?))
        } else {
            self.cannot("a component without a type");
            Shape::Type("xs:string".to_owned())
        };
        match component.attribute("fixed") {
            None => Ok(shape),
            Some(value) => Ok(self.fixed(shape, value)),
        }
    }

    pub(super) fn element(&mut self, element: &'s Element) -> Result<ElementRule, String> {
        let (min, max) = self.occurs(element)?;
        let rule = match element.attribute("ref") {
            Some(reference) => {
                let title = self.title(element)?;
                let own = element.attributes().find(|(name, _)| *name == "xmlns").map(|(_, space)| space);
                let name = match own.filter(|_| !reference.contains(':')) {
                    Some(space) => Name { space: space.to_owned(), local: reference.to_owned() },
                    None => self.file()?.name(reference),
                };
                let rule = self.referred(name)?;
                ElementRule { title: if title.is_empty() { rule.title.clone() } else { title }, ..rule }
            }
            None => {
                let space = self.file()?.space_of_local(element, false);
                let name = self.schemas.spelled(space, element.attribute("name").unwrap_or_default());
                self.declared(element, name)?
            }
        };
        Ok(ElementRule { min, max, ..rule })
    }

    /// An element of the schema itself that another mentions; what it holds becomes a named type, since it may hold itself.
    fn referred(&mut self, name: Name) -> Result<ElementRule, String> {
        let found = self.schemas.find("element", &name).ok_or_else(|| format!("no element {}", name.local))?;
        let spelled = self.schemas.spelled(&name.space, &name.local);
        self.referred.push(name);
        self.within(found.file, |import| match import.inside(found.element, "complexType")? {
            None => import.declared(found.element, spelled),
            Some(complex) => {
                let type_name = format!("element {spelled}");
                import.mentioned.insert(type_name.clone(), Component { file: found.file, element: complex });
                Ok(ElementRule {
                    name: spelled,
                    title: import.title(found.element)?,
                    min: 1,
                    max: Most::default(),
                    default: None,
                    shape: Shape::Type(type_name),
                    checks: import.checks(found.element)?,
                })
            }
        })
    }

    fn declared(&mut self, element: &'s Element, name: String) -> Result<ElementRule, String> {
        for word in ["substitutionGroup", "abstract", "nillable"] {
            if element.attribute(word).is_some_and(|value| value != "false") {
                self.cannot(&format!("{word} of an element"));
            }
        }
        for part in element.elements() {
            if matches!(self.word(part)?, "unique" | "key" | "keyref") {
                self.cannot(&format!("{} in {name}", self.word(part)?));
            }
        }
        Ok(ElementRule {
            name,
            title: self.title(element)?,
            min: 1,
            max: Most::default(),
            default: element.attribute("default").map(str::to_owned),
            shape: self.shape(element)?,
            checks: self.checks(element)?,
        })
    }

    pub(super) fn complex(&mut self, complex: &'s Element) -> Result<ComplexType, String> {
        let mut result = ComplexType {
            title: self.title(complex)?,
            checks: self.checks(complex)?,
            mixed: complex.attribute("mixed") == Some("true"),
            ..ComplexType::default()
        };
        self.members(complex, &mut result)?;
        Ok(result)
    }

    fn members(&mut self, parent: &'s Element, result: &mut ComplexType) -> Result<(), String> {
        for member in parent.elements() {
            match self.word(member)? {
                "sequence" | "choice" | "all" | "group" => {
                    let more = self.particle(member)?;
                    result.content = Some(joined(result.content.take(), more));
                }
                "attribute" => self.attribute(member, result)?,
                "attributeGroup" => {
                    let name = self.file()?.name(member.attribute("ref").unwrap_or_default());
                    let found = self.schemas.find("attributeGroup", &name);
                    let found = found.ok_or_else(|| format!("no attribute group {}", name.local))?;
                    self.within(found.file, |import| import.members(found.element, result))?;
                }
                "simpleContent" => self.simple_content(member, result)?,
                "complexContent" => {
                    result.mixed |= member.attribute("mixed") == Some("true");
                    self.complex_content(member, result)?;
                }
                "annotation" => {}
                other => self.cannot(&format!("{other} of a type")),
            }
        }
        Ok(())
    }

    fn complex_content(&mut self, content: &'s Element, result: &mut ComplexType) -> Result<(), String> {
        let (extension, restriction) = (self.inside(content, "extension")?, self.inside(content, "restriction")?);
        let change = extension.or(restriction).ok_or("complex content that neither extends nor restricts")?;
        let base = self.base(change.attribute("base").unwrap_or_default())?;
        result.attributes = base.attributes;
        result.mixed |= base.mixed;
        result.checks.extend(base.checks);
        result.content = base.content.filter(|_| extension.is_some());
        self.members(change, result)
    }

    /// The complex type that another extends or restricts; what stands for any type is an empty one.
    fn base(&mut self, reference: &str) -> Result<ComplexType, String> {
        let name = self.file()?.name(reference);
        if name.space == XML_SCHEMA {
            return Ok(ComplexType::default());
        }
        let found = self.schemas.find("complexType", &name).ok_or_else(|| format!("no type {reference}"))?;
        let outer = self.owner.replace(self.schemas.spelled(&name.space, &name.local));
        let read = self.within(found.file, |import| import.complex(found.element));
        self.owner = outer;
        read
    }

    /// A name for a type without one, the same each time it is read; another of the same name gets a number.
    fn inline_name(&mut self, wanted: &str, complex: &'s Element) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while self.inline.get(&name).is_some_and(|known| !std::ptr::eq(*known, complex)) {
            number += 1;
            name = format!("{wanted} {number}");
        }
        self.inline.insert(name.clone(), complex);
        self.mentioned.insert(name.clone(), Component { file: self.at, element: complex });
        name
    }

    fn simple_content(&mut self, content: &'s Element, result: &mut ComplexType) -> Result<(), String> {
        let extension = self.inside(content, "extension")?.ok_or("simple content without an extension")?;
        let reference = extension.attribute("base").unwrap_or_default();
        let name = self.file()?.name(reference);
        if self.schemas.find("complexType", &name).is_some() {
            let base = self.base(reference)?;
            (result.attributes, result.text) = (base.attributes, base.text);
        } else {
            let base = self.type_name(reference)?;
            result.text = Some(SimpleType { base, ..SimpleType::default() });
        }
        self.members(extension, result)
    }

    /// Adds an attribute to a type, or takes away one that a restriction prohibits.
    fn attribute(&mut self, attribute: &'s Element, result: &mut ComplexType) -> Result<(), String> {
        if let Some(reference) = attribute.attribute("ref") {
            let name = self.file()?.name(reference);
            self.cannot(&format!("the attribute {} of another schema", name.local));
            return Ok(());
        }
        let space = self.file()?.space_of_local(attribute, true);
        let name = self.schemas.spelled(space, attribute.attribute("name").unwrap_or_default());
        result.attributes.retain(|known| known.name != name);
        if attribute.attribute("use") == Some("prohibited") {
            return Ok(());
        }
        result.attributes.push(AttributeRule {
            name,
            title: self.title(attribute)?,
            required: attribute.attribute("use") == Some("required"),
            default: attribute.attribute("default").map(str::to_owned),
            shape: self.shape(attribute)?,
            checks: self.checks(attribute)?,
        });
        Ok(())
    }
}
