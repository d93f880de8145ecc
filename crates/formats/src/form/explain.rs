//! A finding as a person reads it: titles along its path, and phrases whose texts are in `texts/*/formats.ftl`.

use super::placeholder::worded;
use super::rules::{Rules, Target};
use super::steps::steps;
use crate::definition::{Definition, Value};
use crate::finding::{Finding, Layer};
use serde::Serialize;
use std::collections::BTreeMap;

/// Values of an enumeration that are named; the rest is counted.
const VALUES_SHOWN_MAX: usize = 12;

/// A finding with what its definition says of the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// From the root to the place.
    pub crumbs: Vec<Crumb>,
    pub found: Phrase,
    pub accepted: Phrase,
}

/// A place on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Crumb {
    /// As the format writes it; an attribute with `@`.
    pub name: String,
    /// As the official schema calls it; the name itself where the schema has no words.
    pub title: String,
    /// Which of its neighbours of this name, from 1.
    pub number: usize,
}

/// A text by its key, with what it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Phrase {
    pub key: &'static str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub arguments: BTreeMap<&'static str, String>,
    /// Keys of the kinds of characters, for the text that lists them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<&'static str>,
}

/// Phrases that stand for one wording of the engine.
const FIXED: &[(&str, &str)] = &[
    ("absent", "formats-found-absent"),
    ("empty", "formats-found-empty"),
    ("element", "formats-found-element"),
    ("another root element", "formats-found-other-root"),
    ("an unknown element", "formats-found-unknown-element"),
    ("an element of this type at a wrong place or once too often", "formats-found-misplaced"),
    ("an unknown attribute", "formats-found-unknown-attribute"),
    ("the element ends too early", "formats-found-ends-early"),
    ("an obligatory attribute", "formats-accepted-attribute"),
    ("no such attribute", "formats-accepted-no-attribute"),
    ("no text here", "formats-accepted-no-text"),
    ("text only", "formats-accepted-text-only"),
    ("a well-formed document of a known format, within the limits", "formats-accepted-known"),
    ("a file name of another shape", "formats-found-other-name"),
    ("a decimal number with a dot", "formats-accepted-decimal"),
    ("a whole number", "formats-accepted-whole"),
    ("no further element", "formats-accepted-no-element"),
    ("no further element, or the end", "formats-accepted-no-element"),
];

/// Wordings with one value inside: what stands before it, what stands after, the key.
const WITH_VALUE: &[(&str, &str, &str)] = &[
    ("exactly ", " characters", "formats-accepted-characters-exactly"),
    ("at least ", " characters", "formats-accepted-characters-least"),
    ("at most ", " characters", "formats-accepted-characters-most"),
    ("at most ", " digits after the dot", "formats-accepted-digits-after"),
    ("at most ", " digits", "formats-accepted-digits"),
    ("at least ", "", "formats-accepted-least"),
    ("above ", "", "formats-accepted-above"),
    ("at most ", "", "formats-accepted-most"),
    ("below ", "", "formats-accepted-below"),
    ("pattern ", "", "formats-accepted-pattern"),
];

/// Kinds of characters as a shape names them.
const KINDS: &[(&str, &str)] = &[
    ("digits", "formats-kind-digits"),
    ("Latin letters", "formats-kind-latin"),
    ("letters", "formats-kind-letters"),
    ("spaces", "formats-kind-spaces"),
    ("signs", "formats-kind-signs"),
];

/// Explains a finding by the definition it was found with; without one, of a file that no definition fits.
pub fn explain(definition: Option<&Definition>, finding: &Finding) -> Explained {
    let Some(rules) = definition.map(Rules) else {
        return Explained { crumbs: Vec::new(), found: found(&finding.shape), accepted: wording(&finding.accepted) };
    };
    let steps = steps(&finding.path).unwrap_or_default();
    let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
    let targets = rules.along(&names);
    let title = |at: usize, name: &str| match targets.get(at).map(|target| rules.title(*target)) {
        Some(title) if !title.is_empty() => title.to_owned(),
        _ => name.trim_start_matches('@').to_owned(),
    };
    let crumb = |(at, step): (usize, &super::steps::Step<'_>)| Crumb {
        name: step.name.to_owned(),
        title: title(at, step.name),
        number: step.number,
    };
    let crumbs = steps.iter().enumerate().map(crumb).collect();
    if finding.layer == Layer::Schema {
        let place = targets.last().copied().filter(|_| targets.len() == names.len());
        let accepted = accepted(rules, place, &targets, &finding.accepted);
        return Explained { crumbs, found: found(&finding.shape), accepted };
    }
    if finding.layer == Layer::Embedded {
        let message = worded(rules, &names, &finding.shape);
        return Explained { crumbs, found: wording(&message), accepted: wording(&finding.accepted) };
    }
    Explained { crumbs, found: found(&finding.shape), accepted: wording(&finding.accepted) }
}

fn found(shape: &str) -> Phrase {
    let Some((count, kinds)) = shape.split_once(": ").filter(|(count, _)| count.contains(" character")) else {
        return wording(shape);
    };
    let count = count.split(' ').next().unwrap_or_default().to_owned();
    let known = |kind| KINDS.iter().find(|(word, _)| *word == kind).map(|(_, key)| *key);
    let kinds = kinds.split(", ").filter_map(known).collect();
    Phrase { key: "formats-found-characters", arguments: BTreeMap::from([("count", count)]), kinds }
}

fn accepted<'d>(rules: Rules<'d>, place: Option<Target<'d>>, way: &[Target<'d>], wanted: &str) -> Phrase {
    if wanted.starts_with("one of: ") {
        let (levels, _) = place.map(|place| rules.levels(place.shape())).unwrap_or_default();
        if let Some(level) = levels.iter().find(|level| !level.values.is_empty()) {
            return listed(&level.values);
        }
    }
    let Some(names) = wanted.strip_prefix("element ") else { return wording(wanted) };
    let names = names.trim_end_matches(", or the end");
    let (names, more) = names.split_once(" or ").unwrap_or((names, ""));
    let titled = |name: &str| {
        let children = |target: &Target<'d>| rules.complex(target.shape()).map(|complex| rules.children(complex));
        let rule = way.iter().rev().filter_map(children).flatten().find(|rule| rule.name == name);
        match rule.map(|rule| rules.title(Target::Element(rule))) {
            Some(title) if !title.is_empty() => format!("«{title}» ({name})"),
            _ => name.to_owned(),
        }
    };
    let mut value: Vec<String> = names.split(", ").map(titled).collect();
    if !more.is_empty() {
        value.push("…".to_owned());
    }
    Phrase {
        key: "formats-accepted-elements",
        arguments: BTreeMap::from([("value", value.join(", "))]),
        kinds: Vec::new(),
    }
}

fn listed(values: &[Value]) -> Phrase {
    let named = |value: &Value| match value.title.as_str() {
        "" => value.value.clone(),
        title => format!("{} — {title}", value.value),
    };
    let mut shown: Vec<String> = values.iter().take(VALUES_SHOWN_MAX).map(named).collect();
    if values.len() > shown.len() {
        shown.push("…".to_owned());
    }
    let arguments = BTreeMap::from([("value", shown.join("; ")), ("count", values.len().to_string())]);
    Phrase { key: "formats-accepted-listed", arguments, kinds: Vec::new() }
}

/// The phrase of a wording; what is no wording of the engine (an official text) is shown as it is.
fn wording(text: &str) -> Phrase {
    if let Some((_, key)) = FIXED.iter().find(|(known, _)| *known == text) {
        return Phrase { key, arguments: BTreeMap::new(), kinds: Vec::new() };
    }
    let inside = WITH_VALUE.iter().find_map(|(before, after, key)| {
        let value = text.strip_prefix(before)?.strip_suffix(after)?;
        Some((*key, value.to_owned()))
    });
    let (key, value) = inside.unwrap_or(("formats-found-as-is", text.to_owned()));
    Phrase { key, arguments: BTreeMap::from([("value", value)]), kinds: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FormatId, Registry, Severity};

    fn finding(path: &str, shape: &str, accepted: &str) -> Explained {
        let format = FormatId::from_schema_name("ON_NSCHFDOPPR_1_997_01_05_03_05").unwrap();
        let definition = Registry::embedded().definition(&format).unwrap();
        let finding = Finding {
            code: "formats.schema.length".to_owned(),
            severity: Severity::Error,
            layer: Layer::Schema,
            path: path.to_owned(),
            line: 1,
            column: 1,
            shape: shape.to_owned(),
            accepted: accepted.to_owned(),
            norm: String::new(),
            sides: None,
        };
        explain(Some(definition), &finding)
    }

    #[test]
    fn a_place_has_the_titles_of_the_schema() {
        let told = finding("Файл/Документ/ТаблСчФакт/СведТов[3]/@НаимТов", "absent", "an obligatory attribute");
        let last = told.crumbs.last().unwrap();
        assert_eq!((told.crumbs.len(), last.name.as_str(), last.number), (5, "@НаимТов", 1));
        assert!(told.crumbs.iter().all(|crumb| !crumb.title.is_empty()));
        assert_ne!(last.title, "НаимТов");
        assert_eq!(told.crumbs[3].number, 3);
        assert_eq!((told.found.key, told.accepted.key), ("formats-found-absent", "formats-accepted-attribute"));
    }

    #[test]
    fn wordings_become_phrases() {
        let told = finding("Файл", "12 characters: digits, Latin letters", "at most 4 characters");
        assert_eq!(told.found.arguments["count"], "12");
        assert_eq!(told.found.kinds, ["formats-kind-digits", "formats-kind-latin"]);
        assert_eq!(
            (told.accepted.key, told.accepted.arguments["value"].as_str()),
            ("formats-accepted-characters-most", "4")
        );
        let listed = finding("Файл/Документ/@Функция", "2 characters: letters", "one of: СЧФ; ДОП");
        assert_eq!(listed.accepted.key, "formats-accepted-listed");
        assert!(listed.accepted.arguments["value"].contains("СЧФДОП"));
        let elements = finding("Файл/Документ/СвСчФакт", "the element ends too early", "element СвПрод, or the end");
        assert!(elements.accepted.arguments["value"].starts_with('«'), "{elements:?}");
        let official = finding("Файл", "Проверьте сумму", "CHECK-1");
        assert_eq!(official.found.key, "formats-found-as-is");
    }

    #[test]
    fn an_official_message_names_places_instead_of_braces() {
        let format = FormatId::from_schema_name("ON_NSCHFDOPPR_1_997_01_05_03_05").unwrap();
        let definition = Registry::embedded().definition(&format).unwrap();
        let told = |message: &str| {
            let names = ["Файл", "Документ", "ТаблСчФакт", "ВсегоОпл", "@СтТовБезНДСВсего"];
            worded(Rules(definition), &names, message)
        };
        assert_eq!(told(r#"при значении, равном "{../../@Функция}"."#), "при значении, равном «Функция».");
        assert!(told("{../../СвСчФакт/@НомерДок}, {count(../../СвСчФакт/@НомерДок)}").contains("омер"));
        assert_eq!(told("а {@Нет} б"), "а «Нет» б");
        assert_eq!(told("а {не закрыто"), "а {не закрыто");
        assert!(!told(r#"имя "{usch:getFileName()}""#).contains("usch"));
        let all = Registry::embedded().formats().map(|format| Registry::embedded().definition(format).unwrap());
        let json = all.map(|definition| serde_json::to_string(definition).unwrap());
        assert!(json.into_iter().any(|text| text.contains("{../")), "there are such messages");
    }

    #[test]
    fn a_strange_path_has_no_titles() {
        assert!(finding("", "x", "y").crumbs.is_empty());
        let told = finding("Иное/А", "x", "y");
        assert_eq!(told.crumbs.iter().map(|c| c.title.as_str()).collect::<Vec<_>>(), ["Иное", "А"]);
    }
}
