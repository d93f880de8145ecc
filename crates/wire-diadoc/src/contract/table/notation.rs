//! Reads the notation of mapping tables.

use super::value::{Bound, Decimal, Kind};
use super::{
    AttributeFate, AttributeRule, Body, Branch, Classifier, ElementFate, ElementRule, Fill, FillSource, Guard, Part,
    Place, Shape, Table,
};
use std::collections::BTreeMap;

/// A line with the lines indented under it.
struct Block<'a> {
    text: &'a str,
    below: Vec<Block<'a>>,
}

type Read<T> = Result<T, String>;

/// Reads a table; later definitions of a value or a type replace earlier ones, so a version states what differs.
///
/// A line that begins with `%mark` counts, with all under it, where the mark is set; with `%!mark` where it is not.
pub(super) fn read(sources: &[&str], marks: &[&str]) -> Read<Table> {
    let (mut root, mut types, mut values) = (None, BTreeMap::new(), BTreeMap::new());
    for source in sources {
        for block in blocks(source, marks)? {
            if let Some(rest) = block.text.strip_prefix("value ") {
                let (name, rest) = word(rest);
                values.insert(name.to_owned(), kind(rest, &block)?);
            } else if let Some(name) = block.text.strip_prefix("type ") {
                types.insert(name.trim().to_owned(), body(&block.below)?);
            } else if let Some(rest) = block.text.strip_prefix("root ") {
                root = Some(element(&Block { text: rest, below: block.below })?);
            } else {
                return Err(format!("{}: value, type or root is expected", block.text));
            }
        }
    }
    let table = Table { root: root.ok_or("no root")?, types, values };
    names_exist(&table)?;
    Ok(table)
}

fn blocks<'a>(source: &'a str, marks: &[&str]) -> Read<Vec<Block<'a>>> {
    let mut lines = Vec::new();
    // The level of a line left out: what is indented under it goes with it.
    let mut left_out: Option<usize> = None;
    for line in source.lines().filter(|l| !l.trim().is_empty() && !l.trim_start().starts_with('#')) {
        let text = line.trim_start_matches(' ');
        let level = (line.len() - text.len()) / 2;
        if left_out.is_some_and(|above| level > above) {
            continue;
        }
        let (counts, text) = marked_line(text.trim_end(), marks);
        left_out = (!counts).then_some(level);
        if counts {
            lines.push((level, text));
        }
    }
    let (blocks, rest) = nested(&lines, 0);
    if rest.is_empty() { Ok(blocks) } else { Err(format!("indentation: {:?}", rest.first())) }
}

/// Whether a line counts under these marks, and the line without its own mark.
fn marked_line<'a>(text: &'a str, marks: &[&str]) -> (bool, &'a str) {
    let Some((mark, rest)) = text.strip_prefix('%').and_then(|t| t.split_once(' ')) else { return (true, text) };
    let counts = match mark.strip_prefix('!') {
        Some(absent) => !marks.contains(&absent),
        None => marks.contains(&mark),
    };
    (counts, rest)
}

fn nested<'a, 'l>(mut lines: &'l [(usize, &'a str)], level: usize) -> (Vec<Block<'a>>, &'l [(usize, &'a str)]) {
    let mut blocks = Vec::new();
    while let [(indent, text), rest @ ..] = lines {
        if *indent != level {
            break;
        }
        let (below, rest) = nested(rest, level + 1);
        blocks.push(Block { text, below });
        lines = rest;
    }
    (blocks, lines)
}

fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(' ').map_or((text, ""), |(word, rest)| (word, rest.trim()))
}

fn number<T: std::str::FromStr>(text: &str) -> Read<T> {
    text.parse().map_err(|_| format!("{text}: a number is expected"))
}

fn kind(text: &str, block: &Block<'_>) -> Read<Kind> {
    let (name, rest) = word(text);
    Ok(match name {
        "text" => {
            let (min, max) = rest.split_once("..").unwrap_or((rest, rest));
            Kind::Text { min: number(min)?, max: number(max)? }
        }
        "digits" => {
            let (from, to) = rest.split_once("..").unwrap_or((rest, rest));
            let lengths = match from.split_once(',') {
                Some((a, b)) => vec![number(a)?, number(b)?],
                None => (number(from)?..=number(to)?).collect(),
            };
            Kind::Digits { lengths }
        }
        "inn" => Kind::Inn,
        "kpp" => Kind::Kpp,
        "guid" => Kind::Guid,
        "date" => Kind::Date,
        "flag" => Kind::Flag,
        "base64" => Kind::Base64,
        "decimal" => Kind::Decimal(decimal(rest)?),
        "integer" => {
            let (digits, bound) = word(rest);
            let min = bound.strip_prefix(">=").map(number).transpose()?;
            Kind::Integer { digits: number(digits)?, min }
        }
        "one" => Kind::OneOf(rest.split(' ').map(str::to_owned).collect()),
        "lines" => Kind::OneOf(block.below.iter().map(|b| b.text.to_owned()).collect()),
        "pairs" => {
            let pair = |b: &Block<'_>| b.text.split_once(" = ").map(|(l, r)| (l.to_owned(), r.to_owned()));
            Kind::Pairs(block.below.iter().map(|b| pair(b).ok_or(b.text.to_owned())).collect::<Read<_>>()?)
        }
        other => return Err(format!("{other}: no such kind of values")),
    })
}

/// `19.2 >=0 pad 2`
fn decimal(text: &str) -> Read<Decimal> {
    let (digits, mut rest) = word(text);
    let (total, fraction) = digits.split_once('.').ok_or(format!("{digits}: TOTAL.FRACTION is expected"))?;
    let mut decimal = Decimal { total: number(total)?, fraction: number(fraction)?, bound: Bound::None, pad: 0 };
    while !rest.is_empty() {
        let (next, after) = word(rest);
        rest = after;
        match next {
            ">=0" => decimal.bound = Bound::NotNegative,
            ">0" => decimal.bound = Bound::Positive,
            "pad" => {
                let (pad, after) = word(rest);
                decimal.pad = number(pad)?;
                rest = after;
            }
            other => return Err(format!("{other}: not a part of a decimal")),
        }
    }
    Ok(decimal)
}

fn body(blocks: &[Block<'_>]) -> Read<Body> {
    let mut body = Body::default();
    for block in blocks {
        let (first, rest) = word(block.text);
        match first {
            "all" => body.any_order = true,
            "=" | "~" => body.fills.push(fill(first, rest)?),
            "one" | "one?" | "one+" | "any" => {
                let of = block.below.iter().map(element).collect::<Read<_>>()?;
                let (min, max) = match first {
                    "one" => (1, Some(1)),
                    "one?" => (0, Some(1)),
                    "one+" => (1, None),
                    _ => (0, None),
                };
                body.parts.push(Part::Choice { min, max, of });
            }
            _ if first.starts_with('@') => body.attributes.push(attribute(block)?),
            _ => body.parts.push(Part::Element(element(block)?)),
        }
    }
    Ok(body)
}

/// The part before a mark, the mark, the part after it.
fn marked(text: &str) -> (&str, &str, &str) {
    let marks = [" -> ", " => ", " := ", " <- ", " !! "];
    let found = marks.iter().filter_map(|mark| text.find(mark).map(|at| (at, *mark))).min();
    let Some((at, mark)) = found else { return (text, "", "") };
    let (head, tail) = text.split_at(at);
    (head, mark.trim(), tail.strip_prefix(mark).unwrap_or(tail).trim())
}

fn attribute(block: &Block<'_>) -> Read<AttributeRule> {
    let (head, mark, tail) = marked(block.text);
    let (name, kind) = word(head);
    let name = name.trim_start_matches('@');
    let fate = match mark {
        "->" => AttributeFate::Places(branches(tail)?),
        ":=" => AttributeFate::Always(tail.to_owned()),
        "<-" => AttributeFate::Context(tail.to_owned()),
        "!!" => AttributeFate::Refused(tail.to_owned()),
        "=>" => {
            let case = |text: &str| {
                let (value, path) = text.split_once(':').ok_or(format!("{text}: VALUE:PATH is expected"))?;
                Ok((value.to_owned(), steps(path)))
            };
            AttributeFate::Case(tail.split(' ').map(case).collect::<Read<_>>()?)
        }
        _ => return Err(format!("{}: no fate", block.text)),
    };
    Ok(AttributeRule {
        name: name.trim_end_matches('!').to_owned(),
        required: name.ends_with('!'),
        kind: kind.trim().to_owned(),
        fate,
    })
}

/// `Name?`, `Name*`, `Name+`, `Name+20`.
fn occurrence(text: &str) -> Read<(&str, (usize, Option<usize>))> {
    if let Some(name) = text.strip_suffix('?') {
        return Ok((name, (0, Some(1))));
    }
    let Some(at) = text.find(['*', '+']) else { return Ok((text, (1, Some(1)))) };
    let (name, mark) = text.split_at(at);
    let min = usize::from(mark.starts_with('+'));
    let most = mark.trim_start_matches(['*', '+']);
    let max = if most.is_empty() { None } else { Some(number(most)?) };
    Ok((name, (min, max)))
}

fn element(block: &Block<'_>) -> Read<ElementRule> {
    let (head, mark, tail) = marked(block.text);
    let (name, mut rest) = word(head);
    let (name, (min, max)) = occurrence(name)?;
    let mut rule = ElementRule {
        name: name.to_owned(),
        min,
        max,
        text: None,
        default: None,
        shape: Shape::Own(body(&block.below)?),
        fate: ElementFate::Same,
    };
    while !rest.is_empty() {
        let (next, after) = word(rest);
        rest = after;
        match next.strip_prefix('&') {
            Some(named) => rule.shape = Shape::Type(named.to_owned()),
            None => {
                let (kind, default) = next.split_once('=').map_or((next, None), |(kind, value)| (kind, Some(value)));
                rule.text = Some(kind.to_owned());
                rule.default = default.map(str::to_owned);
            }
        }
    }
    rule.fate = match mark {
        "" => ElementFate::Same,
        "->" => ElementFate::Places(branches(tail)?),
        "<-" => ElementFate::Context(tail.to_owned()),
        "!!" => ElementFate::Refused(tail.to_owned()),
        _ => return Err(format!("{}: no such fate of an element", block.text)),
    };
    Ok(rule)
}

fn branches(text: &str) -> Read<Vec<Branch>> {
    text.split(" | ").map(branch).collect()
}

fn steps(path: &str) -> Vec<String> {
    path.split('/').filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// `[GUARD ? ]PATH[='constant']`
fn branch(text: &str) -> Read<Branch> {
    let (condition, path) = text.split_once(" ? ").map_or((None, text), |(guard, path)| (Some(guard), path));
    let (path, constant) = match path.split_once("='") {
        Some((path, constant)) => (path, Some(constant.trim_end_matches('\'').to_owned())),
        None => (path, None),
    };
    let (path, place) = if let Some(path) = path.strip_suffix('#') {
        (path, Place::Text)
    } else if let Some(path) = path.strip_suffix("%name") {
        (path, Place::PersonName)
    } else if let Some((path, name)) = path.split_once('@') {
        (path, Place::Attribute(name.to_owned()))
    } else {
        (path, Place::Element)
    };
    Ok(Branch { guard: condition.map(guard).transpose()?, steps: steps(path), place, constant })
}

fn guard(text: &str) -> Read<Guard> {
    if let Some(length) = text.strip_prefix("length=") {
        return Ok(Guard::Length(number(length)?));
    }
    Ok(match (text.split_once('='), text.strip_prefix('!')) {
        (Some((name, values)), _) => Guard::Is(name.to_owned(), values.split(',').map(str::to_owned).collect()),
        (None, Some(name)) => Guard::Absent(name.to_owned()),
        (None, None) => Guard::Present(text.to_owned()),
    })
}

/// `= PATH 'literal' [unless PATH] [when GUARD] [keep]`, `~ PATH classifier PATH [unless PATH] [keep]`
fn fill(mark: &str, text: &str) -> Read<Fill> {
    let (text, kept) = text.strip_suffix(" keep").map_or((text, false), |text| (text, true));
    let (text, when) = text.split_once(" when ").map_or((text, None), |(text, when)| (text, Some(when)));
    let (text, unless) = text.split_once(" unless ").map_or((text, None), |(text, path)| (text, Some(path)));
    let (path, what) = word(text);
    let target = branch(path)?;
    let source = if mark == "=" { FillSource::Literal(what.trim_matches('\'').to_owned()) } else { named(what)? };
    Ok(Fill {
        steps: target.steps,
        place: target.place,
        source,
        unless: unless.map(branch).transpose()?,
        when: when.map(guard).transpose()?,
        kept,
    })
}

fn named(text: &str) -> Read<FillSource> {
    let (name, path) = word(text);
    let classifier = match name {
        "ordinal" => return Ok(FillSource::Ordinal),
        "origins" => return Ok(FillSource::Origins { many: path == "many" }),
        "region" => Classifier::Region,
        "country" => Classifier::Country,
        "currency" => Classifier::Currency,
        "unit" => Classifier::Unit,
        other => return Err(format!("{other}: no such source")),
    };
    let source = branch(path)?;
    let attribute = match source.place {
        Place::Attribute(name) => Some(name),
        _ => None,
    };
    Ok(FillSource::Name { classifier, steps: source.steps, attribute })
}

/// Every value and type a rule names is defined.
fn names_exist(table: &Table) -> Read<()> {
    let root = Body { parts: vec![Part::Element(table.root.clone())], ..Body::default() };
    std::iter::once(&root).chain(table.types.values()).try_for_each(|body| body_names_exist(table, body))
}

fn body_names_exist(table: &Table, body: &Body) -> Read<()> {
    let value = |name: &String| match table.values.contains_key(name) {
        true => Ok(()),
        false => Err(format!("{name}: no such value")),
    };
    body.attributes.iter().try_for_each(|rule| value(&rule.kind).map_err(|e| format!("@{}: {e}", rule.name)))?;
    for rule in body.elements() {
        rule.text.iter().try_for_each(value)?;
        match &rule.shape {
            Shape::Own(below) => body_names_exist(table, below)?,
            Shape::Type(name) if table.types.contains_key(name) => {}
            Shape::Type(name) => return Err(format!("{}: no type {name}", rule.name)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_table_that_is_not_sound_is_refused() {
        for bad in [
            "",
            "value A text 1..3",
            "root A\n  @b C -> @д",
            "root A\n  B &C",
            "root A\n    B",
            "value V nothing\nroot A",
            "value V text x\nroot A",
            "value V flag\nroot A\n  @b V",
            "value V flag\nroot A\n  @b V => 1",
            "root A\n  ~ @x nowhere @y",
            "other A",
            "value V decimal 5\nroot A",
            "value V decimal 5.2 <3\nroot A",
        ] {
            assert!(read(&[bad], &[]).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_later_value_replaces_an_earlier() {
        let table = read(&["value V text 1..3", "value V text 1..9\nroot A -> Д\n  @b! V -> X=1 ? е@ж | ё#='да'"], &[])
            .unwrap();
        assert_eq!(table.kind("V").refuses("абвгд"), None);
        assert!(table.root.body(&table).attributes.iter().all(|a| a.required && a.name == "b"));
    }
}
