//! The grammar of patterns (XML Schema Part 2, appendix F), as far as official schemas use it.

use std::iter::Peekable;
use std::str::Chars;

/// Groups nested in a pattern; the official ones nest 7 deep.
const GROUPS_MAX: u32 = 50;
/// Repeats counted in a pattern.
const REPEAT_MAX: u32 = 10_000;

#[derive(Debug)]
pub(crate) enum Ast {
    Set(CharSet),
    Seq(Vec<Ast>),
    Alt(Vec<Ast>),
    Repeat(Box<Ast>, u32, Option<u32>),
}

/// A set of characters as ranges, perhaps inverted.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CharSet {
    ranges: Vec<(char, char)>,
    inverted: bool,
}

impl CharSet {
    fn of(ranges: &[(char, char)]) -> Self {
        Self { ranges: ranges.to_vec(), inverted: false }
    }

    pub fn has(&self, c: char) -> bool {
        self.ranges.iter().any(|&(a, b)| a <= c && c <= b) != self.inverted
    }

    /// Adds the code points where membership changes.
    pub fn boundaries(&self, starts: &mut Vec<u32>) {
        for &(a, b) in &self.ranges {
            starts.push(u32::from(a));
            // The code after U+D7FF starts a gap without characters; its class simply begins behind it.
            starts.push(if b == '\u{D7FF}' { 0xE000 } else { u32::from(b) + 1 });
        }
    }
}

type Input<'a> = Peekable<Chars<'a>>;

pub(crate) fn parse(source: &str) -> Result<Ast, String> {
    let mut input = source.chars().peekable();
    let ast = alternatives(&mut input, 0)?;
    match input.next() {
        None => Ok(ast),
        Some(c) => Err(format!("{c:?} where the pattern should end")),
    }
}

fn alternatives(input: &mut Input<'_>, depth: u32) -> Result<Ast, String> {
    if depth > GROUPS_MAX {
        return Err(format!("groups nested deeper than {GROUPS_MAX}"));
    }
    let mut branches = vec![branch(input, depth)?];
    while input.next_if_eq(&'|').is_some() {
        branches.push(branch(input, depth)?);
    }
    Ok(if branches.len() == 1 { branches.remove(0) } else { Ast::Alt(branches) })
}

fn branch(input: &mut Input<'_>, depth: u32) -> Result<Ast, String> {
    let mut parts = Vec::new();
    while let Some(&c) = input.peek() {
        if matches!(c, '|' | ')') {
            break;
        }
        let atom = atom(input, depth)?;
        parts.push(quantified(input, atom)?);
    }
    Ok(Ast::Seq(parts))
}

fn atom(input: &mut Input<'_>, depth: u32) -> Result<Ast, String> {
    match input.next() {
        Some('(') => {
            let inner = alternatives(input, depth + 1)?;
            input.next_if_eq(&')').ok_or("a group is not closed")?;
            Ok(inner)
        }
        Some('[') => class(input).map(Ast::Set),
        Some('\\') => escape(input).map(Ast::Set),
        Some('.') => Ok(Ast::Set(CharSet { ranges: vec![('\n', '\n'), ('\r', '\r')], inverted: true })),
        Some(c) if matches!(c, '*' | '+' | '?' | '{' | '}' | ']') => Err(format!("{c:?} without something before it")),
        Some(c) => Ok(Ast::Set(CharSet::of(&[(c, c)]))),
        None => Err("the pattern ends too early".to_owned()),
    }
}

fn quantified(input: &mut Input<'_>, atom: Ast) -> Result<Ast, String> {
    let (min, max) = match input.peek() {
        Some('*') => (0, None),
        Some('+') => (1, None),
        Some('?') => (0, Some(1)),
        Some('{') => {
            input.next();
            let counts = counts(input)?;
            return Ok(Ast::Repeat(Box::new(atom), counts.0, counts.1));
        }
        _ => return Ok(atom),
    };
    input.next();
    Ok(Ast::Repeat(Box::new(atom), min, max))
}

fn counts(input: &mut Input<'_>) -> Result<(u32, Option<u32>), String> {
    let min = number(input)?.ok_or("a repeat without a number")?;
    let max = match input.next_if_eq(&',') {
        Some(_) => number(input)?,
        None => Some(min),
    };
    input.next_if_eq(&'}').ok_or("a repeat is not closed")?;
    if max.is_some_and(|max| max < min) {
        return Err("a repeat whose end is before its start".to_owned());
    }
    Ok((min, max))
}

fn number(input: &mut Input<'_>) -> Result<Option<u32>, String> {
    let mut value = None;
    while let Some(digit) = input.peek().and_then(|c| c.to_digit(10)) {
        input.next();
        let next = value.unwrap_or(0) * 10 + digit;
        if next > REPEAT_MAX {
            return Err(format!("a repeat above {REPEAT_MAX}"));
        }
        value = Some(next);
    }
    Ok(value)
}

fn escape(input: &mut Input<'_>) -> Result<CharSet, String> {
    let set = |ranges: &[(char, char)], inverted| Ok(CharSet { ranges: ranges.to_vec(), inverted });
    let space = [(' ', ' '), ('\t', '\t'), ('\n', '\n'), ('\r', '\r')];
    match input.next() {
        Some('d') => set(&[('0', '9')], false),
        Some('D') => set(&[('0', '9')], true),
        Some('s') => set(&space, false),
        Some('S') => set(&space, true),
        Some('n') => set(&[('\n', '\n')], false),
        Some('r') => set(&[('\r', '\r')], false),
        Some('t') => set(&[('\t', '\t')], false),
        Some(c) if r"\|.-^?*+{}()[]".contains(c) => set(&[(c, c)], false),
        Some(c) => Err(format!("the escape \\{c} is not supported")),
        None => Err("a backslash at the end".to_owned()),
    }
}

fn class(input: &mut Input<'_>) -> Result<CharSet, String> {
    let inverted = input.next_if_eq(&'^').is_some();
    let mut ranges: Vec<(char, char)> = Vec::new();
    loop {
        let first = match input.next() {
            Some(']') if !ranges.is_empty() => return Ok(CharSet { ranges, inverted }),
            Some('\\') => match escape(input)? {
                CharSet { ranges: one, inverted: false } if matches!(one.as_slice(), [(a, b)] if a == b) => {
                    one.first().map_or('\\', |r| r.0)
                }
                CharSet { ranges: many, inverted: false } => {
                    ranges.extend(many);
                    continue;
                }
                _ => return Err("an inverted escape inside a class".to_owned()),
            },
            Some('[') => return Err("a class inside a class".to_owned()),
            Some(c) => c,
            None => return Err("a class is not closed".to_owned()),
        };
        ranges.push((first, range_end(input, first)?));
    }
}

/// The end of `first-…`, or `first` itself when no range follows (a dash before `]` stands for itself).
fn range_end(input: &mut Input<'_>, first: char) -> Result<char, String> {
    let mut ahead = input.clone();
    if ahead.next() != Some('-') || matches!(ahead.peek(), Some(']') | None) {
        return Ok(first);
    }
    input.next();
    let last = match input.next() {
        Some('\\') => match escape(input)?.ranges.as_slice() {
            [(a, b)] if a == b => *a,
            _ => return Err("a range that ends in a class".to_owned()),
        },
        Some('[') => return Err("class subtraction is not supported".to_owned()),
        Some(c) => c,
        None => return Err("a class is not closed".to_owned()),
    };
    if last < first { Err("a range whose end is before its start".to_owned()) } else { Ok(last) }
}
