//! A content model as a list of children: where each stands and how often it may.

use crate::definition::{ElementRule, Group, Most, Particle};
use std::fmt;

/// A child of an element, with the choices and repeats around it counted in.
#[derive(Debug, Clone)]
pub(crate) struct Place<'d> {
    pub rule: &'d ElementRule,
    pub times: Times,
}

/// How often something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Times {
    pub min: u32,
    pub max: Most,
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.max {
            Most::Unbounded => write!(f, "{}..∞", self.min),
            Most::Times(max) if max == self.min => write!(f, "{max}"),
            Most::Times(max) => write!(f, "{}..{max}", self.min),
        }
    }
}

impl Times {
    fn within(self, outer: Self) -> Self {
        let max = match (self.max, outer.max) {
            (Most::Times(inner), Most::Times(outer)) => Most::Times(inner.saturating_mul(outer)),
            _ => Most::Unbounded,
        };
        Self { min: self.min.saturating_mul(outer.min), max }
    }

    fn or(self, other: Self) -> Self {
        let max = match (self.max, other.max) {
            (Most::Times(one), Most::Times(other)) => Most::Times(one.max(other)),
            _ => Most::Unbounded,
        };
        Self { min: self.min.min(other.min), max }
    }
}

/// The children of a content model in their order; a name that stands at several places is listed once.
pub(crate) fn places(content: Option<&Particle>) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    if let Some(particle) = content {
        collect(particle, Times { min: 1, max: Most::Times(1) }, &mut found);
    }
    found
}

fn collect<'d>(particle: &'d Particle, outer: Times, found: &mut Vec<Place<'d>>) {
    match particle {
        Particle::Element(rule) => {
            let times = Times { min: rule.min, max: rule.max }.within(outer);
            match found.iter_mut().find(|known| known.rule.name == rule.name) {
                Some(known) => known.times = known.times.or(times),
                None => found.push(Place { rule, times }),
            }
        }
        Particle::Sequence(group) | Particle::All(group) => members(group, group.min, outer, found),
        Particle::Choice(group) => {
            let min = if group.of.len() > 1 { 0 } else { group.min };
            members(group, min, outer, found);
        }
        Particle::Any { .. } => {}
    }
}

fn members<'d>(group: &'d Group, min: u32, outer: Times, found: &mut Vec<Place<'d>>) {
    let times = Times { min, max: group.max }.within(outer);
    group.of.iter().for_each(|member| collect(member, times, found));
}

/// The model's shape without the elements' own rules: two equal texts allow the same orders.
pub(super) fn outline(content: Option<&Particle>, renamed: &dyn Fn(&str) -> String) -> String {
    let group = |word: &str, group: &Group| {
        let members: Vec<String> = group.of.iter().map(|member| outline(Some(member), renamed)).collect();
        format!("{word}({}){}", members.join(","), Times { min: group.min, max: group.max })
    };
    match content {
        None => String::new(),
        Some(Particle::Element(rule)) => renamed(&rule.name),
        Some(Particle::Sequence(members)) => group("", members),
        Some(Particle::Choice(members)) => group("|", members),
        Some(Particle::All(members)) => group("&", members),
        Some(Particle::Any { min, max, .. }) => format!("*{}", Times { min: *min, max: *max }),
    }
}
