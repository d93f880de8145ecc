//! The checker in Node: one cell changed in a УПД of a thousand rows, and all of it checked again. A person types while it runs.

use super::super::Failure;
use super::figures::Figures;
use super::wasm;
use crate::story::cast::Role;
use crate::story::title::{Sides, seller_title};
use formats::form::Change;
use formats::utd::UtdFunction;
use formats::{Element, FormatId, FormatRefusal, Registry};
use kernel::Moment;

/// Names another module than the one that was built beside this program.
const CHECKER: &str = "SVITOK_CHECKER_MODULE";
/// Rows of the form in which one cell is changed.
const FORM_ROWS: usize = 1_000;
/// Participants of a title that goes nowhere, by the length of real ones.
const SELLER: &str = "0SV-9800000013-980001001-36793185355910387096";
const BUYER: &str = "0SV-9800000021-980001001-28234657219739826009";

/// Measures it, where the module is there.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    let Some(module) = wasm::module("checker", CHECKER) else { return Ok(()) };
    let (format, document) = filled().map_err(|why| Failure::failed("a form", why))?;
    let definition = Registry::embedded().source(&format).unwrap_or_default();
    let files = [("definition.json", definition), ("document.xml", document.as_slice())];
    let name = format.official_name();
    let cell = format!("{ROW}[{}]/@ЦенаТов", FORM_ROWS / 2);
    let words = [name.as_str(), "definition.json", "document.xml", cell.as_str()];
    wasm::run(figures, include_str!("recheck.mjs"), &module, &files, &words)
}

/// A row of a УПД.
const ROW: &str = "Файл/Документ/ТаблСчФакт/СведТов";

/// A УПД whose first row stands in it [`FORM_ROWS`] times.
fn filled() -> Result<(FormatId, Vec<u8>), FormatRefusal> {
    let (seller, buyer) = (Role::romashka(), Role::vasilek());
    let sides = Sides { seller: (&seller, SELLER), buyer: (&buyer, BUYER) };
    let bytes = seller_title(sides, UtdFunction::SchfDop, "01a22165-5d83-7e33-8b53-fd290dc8f8e5", Moment::EPOCH)?;
    let registry = Registry::embedded();
    let mut document = registry.read(&bytes)?;
    let table = document.root().at(&["Документ", "ТаблСчФакт"]);
    let mut cells = Vec::new();
    let rows = table.map_or(0, |table| table.all("СведТов").count());
    if let Some(row) = table.and_then(|table| table.child("СведТов")) {
        leaves(row, "", &mut cells);
    }
    for number in rows + 1..=FORM_ROWS {
        for (place, value) in &cells {
            let value = if place == "/@НомСтр" { number.to_string() } else { value.clone() };
            registry.change(&mut document, &Change::Set { path: format!("{ROW}[{number}]{place}"), value })?;
        }
    }
    Ok((document.format().clone(), registry.write(&document)?))
}

/// Attributes and texts below an element, by their ways from it.
fn leaves(element: &Element, way: &str, cells: &mut Vec<(String, String)>) {
    cells.extend(element.attributes().map(|(name, value)| (format!("{way}/@{name}"), value.to_owned())));
    if element.elements().next().is_none() && !element.text().is_empty() {
        cells.push((way.to_owned(), element.text()));
    }
    element.elements().for_each(|child| leaves(child, &format!("{way}/{}", child.name()), cells));
}
