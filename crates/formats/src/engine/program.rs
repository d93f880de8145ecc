//! A definition made ready to run: names resolved, patterns and content models as tables.

use super::assertion::Expression;
use super::builtin::Base;
use super::content::{Content, compile};
use super::evaluate::Assertion;
use super::facets::{Level, Simple};
use super::pattern::Pattern;
use super::shared::share;
use super::tape::NONE;
use crate::definition::{ComplexType, Definition, ElementRule, EmbeddedCheck, Shape, SimpleType};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Restrictions stacked on one another; the official ones have two levels.
const LEVELS_MAX: usize = 16;

/// A definition ready to run.
#[derive(Debug)]
pub(crate) struct Program {
    pub elements: Vec<Element>,
    pub types: Vec<Complex>,
    pub simples: Vec<Simple>,
    pub assertions: Vec<Assertion>,
    /// Names that assertions ask for, numbered.
    pub names: HashMap<Box<str>, u32>,
    /// Contexts of assertions that no element of the definition can be.
    pub unplaced: Vec<String>,
}

/// An element's rule. Element 0 is the root.
#[derive(Debug)]
pub(crate) struct Element {
    pub name: Box<str>,
    pub kind: Kind,
    /// Without text it counts as a value that its definition names.
    pub has_default: bool,
    /// Number of its name among those that assertions ask for, or [`NONE`].
    pub asked: u32,
    /// Some path leads through elements of this name.
    pub is_step: bool,
    /// Embedded assertions asked at each such element.
    pub assertions: Vec<usize>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Simple(usize),
    Complex(usize),
}

#[derive(Debug, Default)]
pub(crate) struct Complex {
    pub attributes: Vec<Attribute>,
    pub content: Content,
    pub text: Option<usize>,
    /// Text may stand between the children.
    pub mixed: bool,
}

#[derive(Debug)]
pub(crate) struct Attribute {
    pub name: Box<str>,
    pub required: bool,
    pub simple: usize,
    /// Number of its name among those that assertions ask for, or [`NONE`].
    pub asked: u32,
}

impl Program {
    pub fn new(definition: &Definition) -> Result<Self, String> {
        let mut compiler = Compiler {
            definition,
            program: Self {
                elements: Vec::new(),
                types: Vec::new(),
                simples: Vec::new(),
                assertions: Vec::new(),
                names: HashMap::new(),
                unplaced: Vec::new(),
            },
            named_types: HashMap::new(),
            named_simples: HashMap::new(),
            patterns: HashMap::new(),
            rules: Vec::new(),
            steps: HashSet::new(),
            shared: 0,
        };
        compiler.element(&definition.root);
        compiler.run()?;
        compiler.number_names();
        Ok(compiler.program)
    }
}

/// Assertions written at an element, at its type and at its attributes.
fn checks_of<'a>(definition: &'a Definition, rule: &'a ElementRule) -> Vec<&'a EmbeddedCheck> {
    let complex = match &rule.shape {
        Shape::Complex(complex) => Some(&**complex),
        Shape::Type(name) => definition.complex_types.get(name),
        Shape::Simple(_) => None,
    };
    let of_type = complex.into_iter().flat_map(|c| c.checks.iter().chain(c.attributes.iter().flat_map(|a| &a.checks)));
    rule.checks.iter().chain(of_type).collect()
}

struct Compiler<'a> {
    definition: &'a Definition,
    program: Program,
    named_types: HashMap<&'a str, usize>,
    named_simples: HashMap<&'a str, usize>,
    patterns: HashMap<String, Arc<Pattern>>,
    /// Rules whose element has an index but no kind yet.
    rules: Vec<ElementRule>,
    /// Names of elements that paths lead through.
    steps: HashSet<u32>,
    /// Parts of assertions that many elements ask alike.
    shared: usize,
}

/// The number of a name that assertions ask for.
fn number(names: &mut HashMap<Box<str>, u32>, name: &str) -> u32 {
    let fresh = u32::try_from(names.len()).unwrap_or(NONE);
    *names.entry(name.into()).or_insert(fresh)
}

/// Numbers the names of an assertion's paths; gives how far up the element is whose end it must wait for.
fn resolve(test: &mut Expression, names: &mut HashMap<Box<str>, u32>, steps: &mut HashSet<u32>) -> usize {
    let mut wait = 0;
    test.each_path(&mut |path| {
        for step in &mut path.down {
            step.id = number(names, &step.name);
            steps.insert(step.id);
        }
        if let Some(attribute) = &mut path.attribute {
            attribute.id = number(names, &attribute.name);
        }
        if !path.down.is_empty() {
            wait = wait.max(path.up);
        }
    });
    wait
}

impl<'a> Compiler<'a> {
    fn element(&mut self, rule: &ElementRule) -> usize {
        self.rules.push(rule.clone());
        self.program.elements.push(Element {
            name: rule.name.as_str().into(),
            kind: Kind::Simple(0),
            has_default: rule.default.is_some(),
            asked: NONE,
            is_step: false,
            assertions: Vec::new(),
        });
        self.program.elements.len() - 1
    }

    fn run(&mut self) -> Result<(), String> {
        let mut at = 0;
        while let Some(rule) = self.rules.get(at).cloned() {
            let kind = self.kind(&rule)?;
            if let Some(element) = self.program.elements.get_mut(at) {
                element.kind = kind;
            }
            at += 1;
        }
        self.assertions()
    }

    /// An assertion stands at the element it is written for. Where its context names another element, it stands at every
    /// element of that name. A context of several names asks for the names above too.
    fn assertions(&mut self) -> Result<(), String> {
        for (at, rule) in self.rules.iter().enumerate() {
            for check in checks_of(self.definition, rule) {
                let wrong = |why: String| format!("an assertion of {}: {why}", rule.name);
                let mut test = Expression::parse(&check.test).map_err(wrong)?;
                let mut above: Vec<Box<str>> = check.context.split('/').map(Into::into).collect();
                let name = above.pop().unwrap_or_default();
                let names = &mut self.program.names;
                let above = above.into_iter().map(|name| number(names, &name)).collect();
                let wait = resolve(&mut test, names, &mut self.steps);
                let index = self.program.assertions.len();
                let asks_file_name = test.asks_file_name();
                share(&mut test, &mut self.shared).map_err(wrong)?;
                let mut is_placed = false;
                for (place, element) in self.program.elements.iter_mut().enumerate() {
                    if if *name == *rule.name { place == at } else { element.name == name } {
                        element.assertions.push(index);
                        is_placed = true;
                    }
                }
                if !is_placed {
                    self.program.unplaced.push(check.context.clone());
                }
                self.program.assertions.push(Assertion { check: check.clone(), test, above, wait, asks_file_name });
            }
        }
        Ok(())
    }

    fn number_names(&mut self) {
        let names = &self.program.names;
        let number = |name: &str| names.get(name).copied().unwrap_or(NONE);
        for element in &mut self.program.elements {
            element.asked = number(&element.name);
            element.is_step = self.steps.contains(&element.asked);
        }
        for attribute in self.program.types.iter_mut().flat_map(|complex| &mut complex.attributes) {
            attribute.asked = number(&attribute.name);
        }
    }

    fn kind(&mut self, rule: &ElementRule) -> Result<Kind, String> {
        match &rule.shape {
            Shape::Simple(simple) => Ok(Kind::Simple(self.simple(simple)?)),
            Shape::Complex(complex) => Ok(Kind::Complex(self.complex(complex)?)),
            Shape::Type(name) => match self.definition.complex_types.get_key_value(name) {
                Some((key, complex)) => {
                    if let Some(&known) = self.named_types.get(key.as_str()) {
                        return Ok(Kind::Complex(known));
                    }
                    let index = self.complex(complex)?;
                    self.named_types.insert(key, index);
                    Ok(Kind::Complex(index))
                }
                None => Ok(Kind::Simple(self.named_simple(name)?)),
            },
        }
    }

    fn complex(&mut self, complex: &ComplexType) -> Result<usize, String> {
        let mut attributes = Vec::with_capacity(complex.attributes.len());
        for rule in &complex.attributes {
            let simple = match &rule.shape {
                Shape::Simple(simple) => self.simple(simple)?,
                Shape::Type(name) => self.named_simple(name)?,
                Shape::Complex(_) => return Err(format!("the attribute {} cannot have children", rule.name)),
            };
            attributes.push(Attribute {
                name: rule.name.as_str().into(),
                required: rule.required,
                simple,
                asked: NONE,
            });
        }
        let text = complex.text.as_ref().map(|simple| self.simple(simple)).transpose()?;
        let content = compile(complex.content.as_ref(), &mut |rule| self.element(rule))?;
        self.program.types.push(Complex { attributes, content, text, mixed: complex.mixed });
        Ok(self.program.types.len() - 1)
    }

    fn named_simple(&mut self, name: &str) -> Result<usize, String> {
        if let Some(&known) = self.named_simples.get(name) {
            return Ok(known);
        }
        if Base::named(name).is_some() {
            return self.simple(&SimpleType { base: name.to_owned(), ..SimpleType::default() });
        }
        let (key, simple) =
            self.definition.simple_types.get_key_value(name).ok_or_else(|| format!("no type {name}"))?;
        let index = self.simple(simple)?;
        self.named_simples.insert(key, index);
        Ok(index)
    }

    fn simple(&mut self, rule: &SimpleType) -> Result<usize, String> {
        let mut chain = vec![rule];
        let mut name = rule.base.as_str();
        let base = loop {
            if let Some(built_in) = Base::named(name) {
                break built_in;
            }
            let below = self.definition.simple_types.get(name).ok_or_else(|| format!("no type {name}"))?;
            if chain.len() >= LEVELS_MAX {
                return Err(format!("the type {name} is restricted more than {LEVELS_MAX} times"));
            }
            chain.push(below);
            name = &below.base;
        };
        let levels = chain.into_iter().map(|rule| self.level(base, rule)).collect::<Result<_, _>>()?;
        self.program.simples.push(Simple { base, levels });
        Ok(self.program.simples.len() - 1)
    }

    fn level(&mut self, base: Base, rule: &SimpleType) -> Result<Arc<Level>, String> {
        let patterns = &mut self.patterns;
        let level = Level::new(base, rule, &mut |source| {
            if let Some(known) = patterns.get(source) {
                return Ok(known.clone());
            }
            let pattern = Arc::new(Pattern::new(source)?);
            patterns.insert(source.to_owned(), pattern.clone());
            Ok(pattern)
        })?;
        Ok(Arc::new(level))
    }
}
