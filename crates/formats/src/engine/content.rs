//! The order and number of an element's children as a table of states.

use super::names::is_of_no_namespace;
use crate::definition::{Group, Most, Particle};
use crate::limits::{CONTENT_PAIRS_MAX, CONTENT_PLACES_MAX};
use std::collections::HashMap;

/// Where a content model may go from each state. State 0 is the start.
#[derive(Debug)]
pub(crate) enum Content {
    /// A table.
    Table(Vec<State>),
    /// Members in any order, each once at most: a state is the set of those that were met.
    AnyOrder(AnyOrder),
}

impl Default for Content {
    /// Nothing may follow, and nothing is complete.
    fn default() -> Self {
        Self::Table(Vec::new())
    }
}

/// Members of a model in any order.
#[derive(Debug)]
pub(crate) struct AnyOrder {
    members: Vec<Move>,
    /// Those that must be met, a bit each.
    required: usize,
    /// None of them need be there.
    is_optional: bool,
}

impl AnyOrder {
    /// Members of a model, where each is an element that stands once at most; others are made a table.
    fn of(group: &Group, element: &mut dyn FnMut(&crate::definition::ElementRule) -> usize) -> Option<Self> {
        let is_once = |particle: &Particle| matches!(particle, Particle::Element(rule) if rule.max == Most::Times(1));
        let fits = group.of.len() < MEMBERS_MAX && group.of.iter().all(is_once) && group.max == Most::Times(1);
        if !fits {
            return None;
        }
        let (mut members, mut required) = (Vec::with_capacity(group.of.len()), 0);
        for particle in &group.of {
            let Particle::Element(rule) = particle else { return None };
            required |= if rule.min > 0 { 1 << members.len() } else { 0 };
            let name = Some(rule.name.as_str().into());
            members.push(Move { name, other_than: None, element: element(rule), state: 0 });
        }
        Some(Self { members, required, is_optional: group.min == 0 })
    }

    fn step(&self, met: usize, name: &str) -> Option<(usize, usize)> {
        let (place, member) = self.members.iter().enumerate().find(|(_, member)| member.takes(name))?;
        let bit = 1 << place;
        (met & bit == 0).then_some((member.element, met | bit))
    }

    fn is_complete(&self, met: usize) -> bool {
        met & self.required == self.required || (self.is_optional && met == 0)
    }

    fn left(&self, met: usize) -> impl Iterator<Item = &Move> {
        self.members.iter().enumerate().filter(move |(place, _)| met & (1 << place) == 0).map(|(_, member)| member)
    }
}

/// Members in any order that a state of [`AnyOrder`] has bits for.
const MEMBERS_MAX: usize = 60;

#[derive(Debug, Default)]
pub(crate) struct State {
    complete: bool,
    next: Vec<Move>,
}

#[derive(Debug, Clone)]
pub(crate) struct Move {
    /// `None` takes any element, unchecked.
    pub name: Option<Box<str>>,
    /// Of an unchecked element: not of the namespace of this prefix.
    other_than: Option<Box<str>>,
    /// Index of the element's rule in the program; [`UNCHECKED`] for an unchecked element.
    pub element: usize,
    pub state: usize,
}

impl Move {
    fn takes(&self, name: &str) -> bool {
        match (&self.name, &self.other_than) {
            (Some(own), _) => **own == *name,
            (None, None) => true,
            (None, Some(prefix)) => {
                let of_name = name.rsplit_once(':').map_or("", |(of_name, _)| of_name);
                of_name != &**prefix && !is_of_no_namespace(name)
            }
        }
    }
}

impl Content {
    /// The rule of an element that may follow, and the state it leads to.
    pub fn step(&self, state: usize, name: &str) -> Option<(usize, usize)> {
        match self {
            Self::Table(states) => {
                let found = states.get(state)?.next.iter().find(|m| m.takes(name))?;
                Some((found.element, found.state))
            }
            Self::AnyOrder(order) => order.step(state, name),
        }
    }

    /// A move of this name from any state: where to go on after a child that stands at the wrong place.
    pub fn anywhere(&self, state: usize, name: &str) -> Option<(usize, usize)> {
        let is_it = |found: &&Move| found.name.as_deref() == Some(name);
        match self {
            Self::Table(states) => {
                let found = states.iter().flat_map(|s| &s.next).find(is_it)?;
                Some((found.element, found.state))
            }
            Self::AnyOrder(order) => Some((order.members.iter().find(is_it)?.element, state)),
        }
    }

    pub fn is_complete(&self, state: usize) -> bool {
        match self {
            Self::Table(states) => states.get(state).is_some_and(|s| s.complete),
            Self::AnyOrder(order) => order.is_complete(state),
        }
    }

    /// Names that may follow.
    pub fn expected(&self, state: usize) -> impl Iterator<Item = &str> {
        let (moves, order) = match self {
            Self::Table(states) => (states.get(state), None),
            Self::AnyOrder(order) => (None, Some(order)),
        };
        let moves = moves.into_iter().flat_map(|s| &s.next);
        moves
            .chain(order.into_iter().flat_map(move |order| order.left(state)))
            .map(|m| m.name.as_deref().unwrap_or("*"))
    }
}

/// In place of the index of an element that is not checked.
pub(crate) const UNCHECKED: usize = usize::MAX;

/// What stands at a place: an element of a name, or any but those of the namespace of a prefix.
#[derive(Debug, Clone, PartialEq)]
enum Taken {
    Named(Box<str>),
    Any { other_than: Option<Box<str>> },
}

/// Places of a model (occurrences of an element's rule) with what may follow what.
#[derive(Default)]
struct Places {
    names: Vec<(Taken, usize)>,
    follow: Vec<Vec<usize>>,
    /// Ways from a place to the next that were written down.
    pairs: usize,
}

/// What a part of a model looks like from outside.
struct Part {
    optional: bool,
    first: Vec<usize>,
    last: Vec<usize>,
}

/// `element` gives the index of an element's rule and is called once for each element of the model.
pub(crate) fn compile(
    model: Option<&Particle>,
    element: &mut dyn FnMut(&crate::definition::ElementRule) -> usize,
) -> Result<Content, String> {
    if let Some(Particle::All(group)) = model
        && let Some(order) = AnyOrder::of(group, element)
    {
        return Ok(Content::AnyOrder(order));
    }
    let mut places = Places::default();
    let whole = match model {
        Some(particle) => places.particle(&index(particle, element))?,
        None => Part { optional: true, first: Vec::new(), last: Vec::new() },
    };
    places.states(&whole)
}

/// A particle whose elements are already known by index.
#[derive(Clone)]
enum Indexed {
    Leaf(Taken, usize, u32, Most),
    Sequence(Vec<Indexed>, u32, Most),
    Choice(Vec<Indexed>, u32, Most),
}

fn index(particle: &Particle, element: &mut dyn FnMut(&crate::definition::ElementRule) -> usize) -> Indexed {
    match particle {
        Particle::Element(rule) => {
            Indexed::Leaf(Taken::Named(rule.name.as_str().into()), element(rule), rule.min, rule.max)
        }
        Particle::Any { min, max, other_than } => {
            let other_than = other_than.as_deref().map(Into::into);
            Indexed::Leaf(Taken::Any { other_than }, UNCHECKED, *min, *max)
        }
        Particle::Sequence(g) => Indexed::Sequence(g.of.iter().map(|p| index(p, element)).collect(), g.min, g.max),
        Particle::Choice(g) => Indexed::Choice(g.of.iter().map(|p| index(p, element)).collect(), g.min, g.max),
        Particle::All(g) => all(g, element),
    }
}

/// Members in any order, as a choice between their orders.
fn all(group: &Group, element: &mut dyn FnMut(&crate::definition::ElementRule) -> usize) -> Indexed {
    let members: Vec<Indexed> = group.of.iter().map(|p| index(p, element)).collect();
    let mut orders: Vec<Vec<Indexed>> = vec![Vec::new()];
    for member in &members {
        // Each order of those before gives one for each place the next can be put at; too many places are refused later.
        let longer = orders.iter().take(CONTENT_PLACES_MAX).flat_map(|order| {
            (0..=order.len()).map(|at| {
                let mut order = order.clone();
                order.insert(at, member.clone());
                order
            })
        });
        orders = longer.collect();
    }
    let one = |order| Indexed::Sequence(order, 1, Most::default());
    Indexed::Choice(orders.into_iter().map(one).collect(), group.min, group.max)
}

/// The model would be slow to make and to walk.
const TOO_MANY_STATES: &str = "a content model with too many states";

impl Places {
    fn particle(&mut self, particle: &Indexed) -> Result<Part, String> {
        match particle {
            Indexed::Leaf(_, _, min, max) | Indexed::Sequence(_, min, max) | Indexed::Choice(_, min, max) => {
                self.repeated(particle, *min, *max)
            }
        }
    }

    fn repeated(&mut self, particle: &Indexed, min: u32, max: Most) -> Result<Part, String> {
        let mut whole = Part { optional: true, first: Vec::new(), last: Vec::new() };
        match max {
            Most::Unbounded => {
                for _ in 1..min {
                    let copy = self.once(particle)?;
                    whole = self.then(whole, copy);
                }
                let mut tail = self.once(particle)?;
                self.link(&tail.last.clone(), &tail.first);
                tail.optional |= min == 0;
                Ok(self.then(whole, tail))
            }
            Most::Times(max) => {
                // a{2,4} is a a (a (a)?)?: built from the end, so that each state knows its one way on.
                let mut tail: Option<Part> = None;
                for n in (0..max).rev() {
                    let copy = self.once(particle)?;
                    let mut joined = match tail.take() {
                        Some(tail) => self.then(copy, tail),
                        None => copy,
                    };
                    joined.optional |= n >= min;
                    tail = Some(joined);
                }
                Ok(tail.unwrap_or(whole))
            }
        }
    }

    fn once(&mut self, particle: &Indexed) -> Result<Part, String> {
        match particle {
            Indexed::Leaf(name, element, ..) => {
                if self.pairs > CONTENT_PAIRS_MAX {
                    return Err(TOO_MANY_STATES.to_owned());
                }
                if self.names.len() >= CONTENT_PLACES_MAX {
                    return Err(format!("a content model of more than {CONTENT_PLACES_MAX} places"));
                }
                let place = self.names.len();
                self.names.push((name.clone(), *element));
                self.follow.push(Vec::new());
                Ok(Part { optional: false, first: vec![place], last: vec![place] })
            }
            Indexed::Sequence(parts, ..) => {
                let mut whole = Part { optional: true, first: Vec::new(), last: Vec::new() };
                for part in parts {
                    let part = self.particle(part)?;
                    whole = self.then(whole, part);
                }
                Ok(whole)
            }
            Indexed::Choice(parts, ..) => {
                let mut whole = Part { optional: parts.is_empty(), first: Vec::new(), last: Vec::new() };
                for part in parts {
                    let part = self.particle(part)?;
                    whole.optional |= part.optional;
                    whole.first.extend(part.first);
                    whole.last.extend(part.last);
                }
                Ok(whole)
            }
        }
    }

    fn then(&mut self, a: Part, b: Part) -> Part {
        self.link(&a.last, &b.first);
        let mut first = a.first;
        if a.optional {
            first.extend(&b.first);
        }
        let mut last = b.last;
        if b.optional {
            last.extend(&a.last);
        }
        Part { optional: a.optional && b.optional, first, last }
    }

    fn link(&mut self, from: &[usize], to: &[usize]) {
        self.pairs = self.pairs.saturating_add(from.len().saturating_mul(to.len()));
        if self.pairs > CONTENT_PAIRS_MAX {
            return;
        }
        for &place in from {
            if let Some(follow) = self.follow.get_mut(place) {
                for &t in to {
                    if !follow.contains(&t) {
                        follow.push(t);
                    }
                }
            }
        }
    }

    /// Sets of places as states: for an official model each set but the first has one place.
    fn states(&self, whole: &Part) -> Result<Content, String> {
        let mut states = Vec::new();
        let mut known: HashMap<Vec<usize>, usize> = HashMap::new();
        let mut todo: Vec<(Vec<usize>, Vec<usize>, bool)> = vec![(Vec::new(), whole.first.clone(), whole.optional)];
        known.insert(Vec::new(), 0);
        let (mut done, mut pairs) = (0, self.pairs);
        while let Some((_, follow, complete)) = todo.get(done).cloned() {
            done += 1;
            let mut state = State { complete, next: Vec::new() };
            for (taken, element, places) in self.by_name(&follow) {
                let fresh = known.len();
                let target = *known.entry(places.clone()).or_insert(fresh);
                if target == fresh {
                    let ahead: Vec<usize> =
                        places.iter().filter_map(|&p| self.follow.get(p)).flatten().copied().collect();
                    pairs = pairs.saturating_add(ahead.len());
                    let complete = places.iter().any(|p| whole.last.contains(p));
                    todo.push((places, ahead, complete));
                }
                let (name, other_than) = match taken {
                    Taken::Named(name) => (Some(name), None),
                    Taken::Any { other_than } => (None, other_than),
                };
                state.next.push(Move { name, other_than, element, state: target });
            }
            states.push(state);
            if known.len() > CONTENT_PLACES_MAX || pairs > CONTENT_PAIRS_MAX {
                return Err(TOO_MANY_STATES.to_owned());
            }
        }
        Ok(Content::Table(states))
    }

    fn by_name(&self, follow: &[usize]) -> Vec<(Taken, usize, Vec<usize>)> {
        let mut groups: Vec<(Taken, usize, Vec<usize>)> = Vec::new();
        for &place in follow {
            let Some((name, element)) = self.names.get(place) else { continue };
            match groups.iter_mut().find(|(n, ..)| n == name) {
                Some((_, _, places)) if !places.contains(&place) => places.push(place),
                Some(_) => {}
                None => groups.push((name.clone(), *element, vec![place])),
            }
        }
        groups
    }
}
