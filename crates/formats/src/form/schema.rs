//! The form of a definition: sections, tables, choices and fields with their labels and limits. There is no code for any one form.

use super::cells::CellRule;
use super::rules::{Rules, Target};
use super::widget::{Limits, Widget};
use crate::FormatId;
use crate::definition::{ComplexType, Definition, ElementRule, EmbeddedCheck, Most, Particle, Shape};
use crate::limits::DEPTH_MAX;
use serde::Serialize;
use std::collections::BTreeMap;

/// A form to be filled in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    pub format: FormatId,
    /// What people call the document.
    pub title: String,
    /// The root and all below it.
    pub root: Section,
}

/// An element that has attributes or children: a section, or a row of a table where it repeats.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// As findings write it, without numbers.
    pub path: String,
    pub title: String,
    /// Whether the document must have it wherever it has what is around it.
    pub is_obligatory: bool,
    /// Whether there may be several: then it is a row.
    pub is_row: bool,
    /// Rows at most; none where the format does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows_max: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    pub fields: Vec<Field>,
    pub sections: Vec<Section>,
    /// The same type stands around it already: a page opens it where a person asks for one more level.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_nested_again: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
}

/// One of several: which choice of the element around, and which alternative of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Choice {
    pub group: usize,
    pub alternative: usize,
}

/// One value: an attribute, the text of an element, or an element that is nothing but text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// As findings write it, without numbers.
    pub path: String,
    pub title: String,
    pub is_obligatory: bool,
    /// Whether there may be several one after another.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_row: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// The only value the format takes: nobody fills it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
    pub widget: Widget,
    #[serde(flatten)]
    pub limits: Limits,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
    /// It follows from other cells; a person may write another value all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed: Option<ComputedBy>,
}

/// What a computed cell is computed by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComputedBy {
    /// The formula in words.
    pub words: String,
    pub norm: String,
}

/// An assertion of the format that speaks of the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    /// Official number.
    pub code: String,
    /// What the authority says when it does not hold.
    pub message: String,
}

/// The form of a definition, with the rules of its computed cells ([`super::cells::Cells::of`]).
pub fn schema(definition: &Definition, cells: &[CellRule]) -> Form {
    let computed = cells.iter().map(|rule| (rule.path(&definition.root.name), rule)).collect();
    let builder = Builder { rules: Rules(definition), computed };
    let title = super::title(&definition.format.prefix).unwrap_or(&definition.title).to_owned();
    let root = builder.section(&Standing::ROOT, &definition.root, &mut Vec::new());
    Form { format: definition.format.clone(), title, root }
}

struct Builder<'d> {
    rules: Rules<'d>,
    /// By the path of the cell.
    computed: BTreeMap<String, &'d CellRule>,
}

/// How an element stands in the one around it.
#[derive(Debug, Clone)]
struct Standing {
    around: String,
    is_obligatory: bool,
    is_repeated: bool,
    choice: Option<Choice>,
}

impl Standing {
    const ROOT: Self = Self { around: String::new(), is_obligatory: true, is_repeated: false, choice: None };
}

impl<'d> Builder<'d> {
    /// `open` are the types around: a type inside itself is not written out again.
    fn section(&self, standing: &Standing, rule: &'d ElementRule, open: &mut Vec<&'d str>) -> Section {
        let path =
            if standing.around.is_empty() { rule.name.clone() } else { format!("{}/{}", standing.around, rule.name) };
        let named = match &rule.shape {
            Shape::Type(name) => name.as_str(),
            Shape::Complex(_) | Shape::Simple(_) => "",
        };
        let is_nested_again = !named.is_empty() && open.contains(&named) || open.len() >= DEPTH_MAX;
        let mut section = Section {
            title: self.titled(Target::Element(rule), &rule.name),
            is_obligatory: standing.is_obligatory && rule.min > 0,
            is_row: standing.is_repeated || rule.max != Most::Times(1),
            rows_max: most(rule.max).filter(|_| !standing.is_repeated),
            choice: standing.choice,
            fields: Vec::new(),
            sections: Vec::new(),
            is_nested_again,
            why: why(&rule.checks),
            path,
        };
        if let Some(complex) = self.rules.complex(&rule.shape).filter(|_| !is_nested_again) {
            open.push(named);
            self.inside(&mut section, complex, open);
            open.pop();
        }
        section
    }

    fn inside(&self, section: &mut Section, complex: &'d ComplexType, open: &mut Vec<&'d str>) {
        section.why.extend(why(&complex.checks));
        for rule in &complex.attributes {
            let path = format!("{}/@{}", section.path, rule.name);
            let title = self.titled(Target::Attribute(rule), &rule.name);
            let field = self.field(path, title, &rule.shape);
            section.fields.push(Field { is_obligatory: rule.required, why: why(&rule.checks), ..field });
        }
        if complex.text.is_some() {
            let own = Shape::Complex(Box::new(ComplexType { text: complex.text.clone(), ..ComplexType::default() }));
            let field = self.field(section.path.clone(), section.title.clone(), &own);
            section.fields.push(Field { is_obligatory: true, ..field });
        }
        if let Some(content) = &complex.content {
            let standing = Standing { around: section.path.clone(), ..Standing::ROOT };
            let mut groups = 0;
            self.particle(section, &standing, content, (open, &mut groups));
        }
    }

    fn particle(
        &self,
        section: &mut Section,
        standing: &Standing,
        particle: &'d Particle,
        (open, groups): (&mut Vec<&'d str>, &mut usize),
    ) {
        match particle {
            Particle::Any { .. } => {}
            Particle::Element(rule) if self.rules.complex(&rule.shape).is_some() => {
                section.sections.push(self.section(standing, rule, open));
            }
            Particle::Element(rule) => section.fields.push(self.simple(standing, rule)),
            Particle::Sequence(group) | Particle::All(group) => {
                let inner = Standing {
                    is_obligatory: standing.is_obligatory && group.min > 0,
                    is_repeated: standing.is_repeated || group.max != Most::Times(1),
                    ..standing.clone()
                };
                group.of.iter().for_each(|each| self.particle(section, &inner, each, (&mut *open, &mut *groups)));
            }
            Particle::Choice(group) => {
                let number = *groups;
                *groups += 1;
                for (alternative, each) in group.of.iter().enumerate() {
                    let inner = Standing {
                        is_obligatory: false,
                        is_repeated: standing.is_repeated || group.max != Most::Times(1),
                        choice: standing.choice.or(Some(Choice { group: number, alternative })),
                        ..standing.clone()
                    };
                    self.particle(section, &inner, each, (&mut *open, &mut *groups));
                }
            }
        }
    }

    /// The field of an element that holds one value.
    fn simple(&self, standing: &Standing, rule: &'d ElementRule) -> Field {
        let path = format!("{}/{}", standing.around, rule.name);
        let field = self.field(path, self.titled(Target::Element(rule), &rule.name), &rule.shape);
        Field {
            is_obligatory: standing.is_obligatory && rule.min > 0,
            is_row: standing.is_repeated || rule.max != Most::Times(1),
            choice: standing.choice,
            why: why(&rule.checks),
            ..field
        }
    }

    fn field(&self, path: String, title: String, shape: &Shape) -> Field {
        let (levels, base) = self.rules.levels(shape);
        let limits = Limits::of(&levels);
        let only = match limits.values.as_slice() {
            [value] => Some(value.value.clone()),
            _ => None,
        };
        let name = path.rsplit(['/', '@']).next().unwrap_or_default();
        let widget = Widget::of(name, base, &limits);
        let by = |rule: &&CellRule| ComputedBy { words: rule.words.clone(), norm: rule.norm.clone() };
        let computed = self.computed.get(&path).map(by);
        let (is_obligatory, is_row, choice, why) = (false, false, None, Vec::new());
        Field { path, title, is_obligatory, is_row, choice, only, widget, limits, why, computed }
    }

    fn titled(&self, target: Target<'d>, name: &str) -> String {
        match self.rules.title(target) {
            "" => name.to_owned(),
            title => title.to_owned(),
        }
    }
}

fn most(most: Most) -> Option<u32> {
    match most {
        Most::Times(times) if times > 1 => Some(times),
        Most::Times(_) | Most::Unbounded => None,
    }
}

fn why(checks: &[EmbeddedCheck]) -> Vec<Why> {
    checks.iter().map(|check| Why { code: check.code.clone(), message: check.message.clone() }).collect()
}
