//! What a report says of itself.

use formats::Element;
use kernel::CivilDate;

use crate::model::document::ReportFacts;
use crate::room::Forms;

/// Reads the facts of a file. What is no XML, or does not say, has none: a letter may be any file.
#[must_use]
pub fn read(forms: &Forms, bytes: &[u8]) -> ReportFacts {
    let Ok(root) = formats::read_tree(bytes) else { return ReportFacts::default() };
    let format = forms.registry().detect(bytes).ok();
    let first = |name: &str| attribute(&root, name).map(str::to_owned);
    let element = |names: &[&str]| names.iter().find_map(|name| first(name));
    let payer = find(&root, "СвНП").unwrap_or(&root);
    let of_payer = |names: &[&str]| names.iter().find_map(|name| attribute(payer, name)).map(str::to_owned);
    ReportFacts {
        format: format.as_ref().map(|format| format.prefix.clone()),
        version: root.attribute("ВерсФорм").map(str::to_owned),
        knd: first("КНД"),
        period: period(&root),
        year: element(&["ОтчетГод", "ОтчетныйГод", "Год"]).and_then(|year| year.parse().ok()),
        correction: first("НомКорр").and_then(|number| number.parse().ok()),
        office: first("КодНО"),
        inn: of_payer(&["ИННЮЛ", "ИННФЛ", "ИНН"]),
        kpp: of_payer(&["КПП"]),
        file_id: root.attribute("ИдФайл").map(str::to_owned),
    }
}

/// Code of the period; a notification writes the month or the term beside it: `21/01`.
fn period(root: &Element) -> Option<String> {
    let period = attribute(root, "Период")?;
    match attribute(root, "НомерМесКварт") {
        Some(month) => Some(format!("{period}/{month}")),
        None => Some(period.to_owned()),
    }
}

/// The first attribute of the name in the order of the document.
fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attribute(name).or_else(|| element.elements().find_map(|child| attribute(child, name)))
}

fn find<'a>(element: &'a Element, name: &str) -> Option<&'a Element> {
    if element.name() == name { Some(element) } else { element.elements().find_map(|child| find(child, name)) }
}

/// The first day of a period, by the codes of forms: `21`, `31`, `33`, `34` end a quarter, half-year, nine months, year.
/// Of other codes the year alone is known.
#[must_use]
pub fn first_day(facts: &ReportFacts) -> Option<CivilDate> {
    CivilDate::new(facts.year?, 1, 1).ok()
}
