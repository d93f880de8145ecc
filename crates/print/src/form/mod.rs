//! The value of `templates/form.typ`: any document by the definition of its format, with titles as labels, sections, and
//! tables for what is repeated.

mod rules;
mod sections;

use formats::{Document, FormatRefusal, Registry};
use jiff::civil::Date;
use paper::DocumentPaper;
use serde::Serialize;

use crate::marks::Marks;
use crate::typesetter::Sheet;
use rules::Rules;
use sections::{Section, sections};

/// Everything the form shows.
#[derive(Debug, Serialize)]
pub(crate) struct Form {
    /// Name of the document.
    name: String,
    /// Code of the form, version, file: what tells which official form it is.
    facts: Vec<(&'static str, String)>,
    sections: Vec<Section>,
    marks: Marks,
}

/// The day in the properties of a paper whose file names none: PDF/A wants one, and no clock is asked.
const NO_DAY: Date = Date::constant(2000, 1, 1);

/// Lays a document out by its definition.
pub(crate) fn sheet(document: &Document, paper: &DocumentPaper) -> Result<Sheet<Form>, FormatRefusal> {
    let definition = Registry::embedded().definition(document.format())?;
    let rules = Rules::of(definition);
    let file = paper.file.name.clone().or_else(|| document.file_id().map(|id| format!("{id}.xml")));
    let facts = [
        ("КНД", document.knd().map(str::to_owned)),
        ("Версия формата", document.version().map(str::to_owned)),
        ("Программа", document.root().attribute("ВерсПрог").map(str::to_owned)),
        ("Файл", file),
    ];
    let by_code = || document.knd().map(|knd| format!("Документ по форме КНД {knd}"));
    let name = name(rules, &definition.title).or_else(by_code).unwrap_or_else(|| document.format().official_name());
    let form = Form {
        facts: facts.into_iter().filter_map(|(label, value)| Some((label, value?))).collect(),
        sections: sections(&rules, document.root()),
        marks: Marks::of(paper),
        name: name.clone(),
    };
    Ok(Sheet { title: name, date: day_of(document).unwrap_or(NO_DAY).into(), body: form })
}

/// Titles that official schemas give to a document when they name only what a schema is.
const NAMELESS: [&str; 2] = ["Файл обмена", "Состав и структура документа"];

/// What the format calls the document: its own title, or where that speaks of the file alone, what stands in it.
fn name(rules: Rules<'_>, title: &str) -> Option<String> {
    let inner = rules.child(rules.root(), "Документ").map(|rule| rule.title.as_str());
    let said = if title.starts_with("Файл") { inner.or(Some(title)) } else { Some(title) };
    said.filter(|name| !name.is_empty() && !NAMELESS.contains(name)).map(str::to_owned)
}

/// The first date the file names, by the order of its tree: official formats begin with the day it was formed.
fn day_of(document: &Document) -> Option<Date> {
    let mut waiting = vec![document.root()];
    while let Some(element) = waiting.pop() {
        let dated = element.attributes().filter(|(name, _)| name.starts_with("Дата"));
        if let Some(date) = dated.into_iter().find_map(|(_, value)| Date::strptime("%d.%m.%Y", value).ok()) {
            return Some(date);
        }
        let children: Vec<_> = element.elements().collect();
        waiting.extend(children.into_iter().rev());
    }
    None
}
