//! `svitok forms show` and the words of `svitok forms diff`.

use super::list::days;
use super::{Failure, ShowArgs, definition, named, origin_key, tell_refused};
use crate::words::Words;
use formats::definition::{ComplexType, Definition, ElementRule, Most, Particle, Shape};
use formats::difference::difference;
use std::process::ExitCode;

pub(super) fn run(words: &Words, args: &ShowArgs) -> Result<ExitCode, Failure> {
    let (registry, refused) = args.place.open()?;
    tell_refused(words, &refused);
    let shown = definition(&registry, named(words, &registry, &args.format)?)?;
    if args.json {
        let json = formats::import::to_json(shown).map_err(|why| Failure::failed(&args.format, why))?;
        print!("{json}");
        return Ok(ExitCode::SUCCESS);
    }
    facts(words, shown, origin_key(&registry, shown));
    outline(shown, &shown.root, 0);
    for name in shown.complex_types.keys() {
        println!("{name}");
        if let Some(complex) = shown.complex_types.get(name) {
            members(shown, complex, 1);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What a form is, before its places.
fn facts(words: &Words, shown: &Definition, origin: &str) {
    let origin = words.say(origin, &[]);
    let (format, encoding) = (shown.format.official_name(), shown.encoding.name());
    let unknown = words.say("svitok-forms-unknown-fact", &[]);
    let file_name = shown.standing.file_name.as_ref().map(|rule| rule.shape(&shown.format.prefix));
    for (key, value) in [
        ("svitok-forms-show-format", format.as_str()),
        ("svitok-forms-show-title", &shown.title),
        ("svitok-forms-show-knd", &shown.knd.join(", ")),
        ("svitok-forms-show-versions", &shown.versions.join(", ")),
        ("svitok-forms-show-encoding", encoding),
        ("svitok-forms-show-source", &shown.source),
        ("svitok-forms-show-authority", shown.standing.authority.as_ref().unwrap_or(&unknown)),
        ("svitok-forms-show-days", &days(words, &shown.standing.in_force)),
        ("svitok-forms-show-file-name", file_name.as_ref().unwrap_or(&unknown)),
        ("svitok-forms-show-origin", &origin),
    ] {
        println!("{}", words.say(key, &[("value", value)]));
    }
    for source in &shown.standing.sources {
        println!("  {source}");
    }
    for lost in &shown.not_expressed {
        println!("{}", words.say("svitok-forms-not-expressed", &[("what", lost)]));
    }
}

/// An element and what is written inside it; a named type is shown once, after the form.
fn outline(shown: &Definition, rule: &ElementRule, depth: usize) {
    let times = match rule.max {
        Most::Unbounded => format!("{}..∞", rule.min),
        Most::Times(max) => format!("{}..{max}", rule.min),
    };
    let type_name = match &rule.shape {
        Shape::Type(name) => format!(" : {name}"),
        Shape::Complex(_) | Shape::Simple(_) => String::new(),
    };
    println!("{:indent$}{} [{times}]{type_name}  {}", "", rule.name, rule.title, indent = depth * 2);
    if let Shape::Complex(complex) = &rule.shape {
        members(shown, complex, depth + 1);
    }
}

fn members(shown: &Definition, complex: &ComplexType, depth: usize) {
    for attribute in &complex.attributes {
        let mark = if attribute.required { "" } else { "?" };
        println!("{:indent$}@{}{mark}  {}", "", attribute.name, attribute.title, indent = depth * 2);
    }
    if let Some(content) = &complex.content {
        particle(shown, content, depth);
    }
}

fn particle(shown: &Definition, content: &Particle, depth: usize) {
    match content {
        Particle::Element(rule) => outline(shown, rule, depth),
        Particle::Sequence(group) | Particle::All(group) => {
            group.of.iter().for_each(|member| particle(shown, member, depth))
        }
        Particle::Choice(group) => {
            println!("{:indent$}|", "", indent = depth * 2);
            group.of.iter().for_each(|member| particle(shown, member, depth + 1));
        }
        Particle::Any { .. } => println!("{:indent$}*", "", indent = depth * 2),
    }
}

/// Each change on a line, or that there is none.
pub(super) fn tell_difference(words: &Words, former: &Definition, newer: &Definition) {
    let names = (former.format.official_name(), newer.format.official_name());
    println!("{}", words.say("svitok-forms-difference", &[("former", &names.0), ("newer", &names.1)]));
    let changes = difference(former, newer);
    for change in &changes {
        let key = change.what.code().replace('.', "-");
        let arguments = change.what.arguments();
        let mut given: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        given.push(("path", &change.path));
        println!("  {}", words.say(&key, &given));
    }
    if changes.is_empty() {
        println!("  {}", words.say("svitok-forms-same", &[]));
    }
}
