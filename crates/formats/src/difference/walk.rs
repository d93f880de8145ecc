//! The walk over two definitions side by side.

use super::pairs::{Held, Simple, held, of_attributes, of_elements};
use super::places::{Place, Times, outline, places};
use super::{Change, What, facets};
use crate::definition::{AttributeRule, ComplexType, Definition, ElementRule, EmbeddedCheck, Most, Shape, SimpleType};
use std::collections::BTreeSet;

pub(super) struct Walk<'d> {
    former: &'d Definition,
    newer: &'d Definition,
    /// Pairs of named types compared already or being compared: each is told of once, and a type may hold itself.
    compared: BTreeSet<(&'d str, &'d str)>,
    changes: Vec<Change>,
}

impl<'d> Walk<'d> {
    pub fn new(former: &'d Definition, newer: &'d Definition) -> Self {
        Self { former, newer, compared: BTreeSet::new(), changes: Vec::new() }
    }

    pub fn run(mut self) -> Vec<Change> {
        let (former, newer) = (&self.former.root, &self.newer.root);
        if former.name != newer.name {
            self.tell(&former.name, What::Renamed { to: newer.name.clone() });
        }
        self.element(&newer.name, former, newer);
        self.changes
    }

    fn tell(&mut self, path: &str, what: What) {
        self.changes.push(Change { path: path.to_owned(), what });
    }

    fn element(&mut self, path: &str, former: &'d ElementRule, newer: &'d ElementRule) {
        self.checks(path, &former.checks, &newer.checks);
        self.shapes(path, &former.shape, &newer.shape);
    }

    fn shapes(&mut self, path: &str, former: &'d Shape, newer: &'d Shape) {
        let mut path = path;
        if let (Shape::Type(from), Shape::Type(to)) = (former, newer) {
            if !self.compared.insert((from, to)) {
                return;
            }
            if from == to && !from.starts_with("xs:") {
                path = from;
            }
        }
        match (held(self.former, former), held(self.newer, newer)) {
            (Some(Held::Complex(former)), Some(Held::Complex(newer))) => self.complex(path, former, newer),
            (Some(Held::Simple(former)), Some(Held::Simple(newer))) => self.simple(path, former, newer),
            _ => self.tell(path, What::Nature),
        }
    }

    fn simple(&mut self, path: &str, former: Simple<'d>, newer: Simple<'d>) {
        let plain = |base: &str| SimpleType { base: base.to_owned(), ..SimpleType::default() };
        let own = |simple: Simple<'d>| match simple {
            Simple::Own(simple) => simple.clone(),
            Simple::BuiltIn(base) => plain(base),
        };
        for what in facets::changes(&own(former), &own(newer)) {
            self.tell(path, what);
        }
    }

    fn complex(&mut self, path: &str, former: &'d ComplexType, newer: &'d ComplexType) {
        self.checks(path, &former.checks, &newer.checks);
        self.attributes(path, &former.attributes, &newer.attributes);
        match (&former.text, &newer.text) {
            (Some(former), Some(newer)) => self.simple(path, Simple::Own(former), Simple::Own(newer)),
            (None, None) => {}
            _ => self.tell(path, What::Nature),
        }
        self.children(path, former, newer);
    }

    fn attributes(&mut self, path: &str, former: &'d [AttributeRule], newer: &'d [AttributeRule]) {
        let named = |all: &'d [AttributeRule], name: &str| all.iter().find(|a| a.name == name);
        let pairs = of_attributes(former, newer);
        for rule in former.iter().filter(|a| named(newer, &a.name).is_none()) {
            let place = format!("{path}/@{}", rule.name);
            match pairs.iter().find(|(from, _)| from.name == rule.name) {
                Some((_, to)) => self.tell(&place, What::Renamed { to: to.name.clone() }),
                None => self.tell(&place, What::Removed),
            }
        }
        for rule in newer {
            let place = format!("{path}/@{}", rule.name);
            let pair = pairs.iter().find(|(_, to)| to.name == rule.name).map(|(from, _)| *from);
            match named(former, &rule.name).or(pair) {
                Some(known) => self.attribute(&place, known, rule),
                None => self.tell(&place, What::Added { is_required: rule.required }),
            }
        }
    }

    fn attribute(&mut self, place: &str, former: &'d AttributeRule, newer: &'d AttributeRule) {
        let times = |rule: &AttributeRule| Times { min: u32::from(rule.required), max: Most::Times(1) };
        self.occurrence(place, times(former), times(newer));
        self.checks(place, &former.checks, &newer.checks);
        self.shapes(place, &former.shape, &newer.shape);
    }

    fn occurrence(&mut self, place: &str, from: Times, to: Times) {
        if from != to {
            self.tell(place, What::Occurrence { from: from.to_string(), to: to.to_string() });
        }
    }

    fn children(&mut self, path: &str, former: &'d ComplexType, newer: &'d ComplexType) {
        let (was, is) = (places(former.content.as_ref()), places(newer.content.as_ref()));
        let named = |all: &[Place<'d>], name: &str| all.iter().find(|p| p.rule.name == name).cloned();
        let pairs = of_elements(&was, &is);
        let told = self.changes.len();
        for rule in was.iter().filter(|p| named(&is, &p.rule.name).is_none()).map(|p| p.rule) {
            let place = format!("{path}/{}", rule.name);
            match pairs.iter().find(|(from, _)| from.name == rule.name) {
                Some((_, to)) => self.tell(&place, What::Renamed { to: to.name.clone() }),
                None => self.tell(&place, What::Removed),
            }
        }
        let known = |name: &str| {
            let pair = pairs.iter().find(|(_, to)| to.name == name).map(|(from, _)| from.name.as_str());
            named(&was, pair.unwrap_or(name))
        };
        let both: Vec<_> = is.iter().map(|place| (known(&place.rule.name), place)).collect();
        for (former, place) in &both {
            let at = format!("{path}/{}", place.rule.name);
            match former {
                Some(former) => self.occurrence(&at, former.times, place.times),
                None => self.tell(&at, What::Added { is_required: place.times.min > 0 }),
            }
        }
        let to_new = |name: &str| {
            let pair = pairs.iter().find(|(from, _)| from.name == name);
            pair.map_or_else(|| name.to_owned(), |(_, to)| to.name.clone())
        };
        let (from, to) = (outline(former.content.as_ref(), &to_new), outline(newer.content.as_ref(), &str::to_owned));
        if from != to && told == self.changes.len() {
            self.tell(path, What::Structure);
        }
        for (former, place) in both {
            if let Some(former) = former {
                self.element(&format!("{path}/{}", place.rule.name), former.rule, place.rule);
            }
        }
    }

    fn checks(&mut self, path: &str, former: &[EmbeddedCheck], newer: &[EmbeddedCheck]) {
        let has = |all: &[EmbeddedCheck], check: &EmbeddedCheck| {
            all.iter().any(|c| c.code == check.code && c.test == check.test && c.context == check.context)
        };
        for check in former.iter().filter(|check| !has(newer, check)) {
            self.tell(path, What::CheckRemoved { code: check.code.clone(), test: check.test.clone() });
        }
        for check in newer.iter().filter(|check| !has(former, check)) {
            self.tell(path, What::CheckAdded { code: check.code.clone(), test: check.test.clone() });
        }
    }
}
