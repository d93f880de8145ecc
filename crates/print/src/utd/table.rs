//! Rows of the table, by the columns of the form.

use formats::Element;
use formats::utd::{Excise, Row, SellerTitleFields, Tax, Totals};
use serde::Serialize;

use crate::words::{decimal, figure, joined, money};

/// What an empty cell shows.
const DASH: &str = "—";

/// The table. `traced` adds the columns 12 to 14, which only goods under traceability have.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    traced: bool,
    rows: Vec<Vec<String>>,
    totals: Option<[String; 3]>,
}

pub(super) fn table(fields: &SellerTitleFields, file: &Element) -> Table {
    let elements: Vec<&Element> =
        file.at(&["Документ", "ТаблСчФакт"]).into_iter().flat_map(|table| table.all("СведТов")).collect();
    let traced = fields.rows.iter().any(|row| row.traceable);
    let rows = fields.rows.iter().enumerate().map(|(at, row)| {
        let more = elements.get(at).and_then(|element| element.child("ДопСведТов"));
        let batches: Vec<&Element> = more.into_iter().flat_map(|more| more.all("СведПрослеж")).collect();
        let mut cells = cells(row, more, &batches);
        if traced {
            cells.extend(traced_cells(&batches));
        }
        cells
    });
    Table { traced, rows: rows.collect(), totals: fields.totals.as_ref().map(totals) }
}

/// Columns А, 1, 1а, 1б, 2, 2а, 3, 4, 5, 6, 7, 8, 9, 10, 10а, 11.
fn cells(row: &Row, more: Option<&Element>, batches: &[&Element]) -> Vec<String> {
    let countries: Vec<Option<&str>> = row.declarations.iter().map(|(country, _)| country.as_deref()).collect();
    let declarations = row.declarations.iter().map(|(_, number)| number.as_deref());
    let batches = batches.iter().map(|batch| batch.attribute("НомТовПрослеж"));
    let names = row.country_names.iter().map(|name| Some(name.as_str()));
    let kind = more.and_then(|more| more.attribute("КодВидТов"));
    vec![
        or_dash(row.code.clone().or_else(|| row.article.clone())),
        row.number.to_string(),
        named(row),
        or_dash(kind.map(str::to_owned)),
        or_dash(row.unit_code.clone()),
        or_dash(row.unit_name.clone()),
        or_dash(row.quantity.map(decimal)),
        or_dash(row.price.map(decimal)),
        or_dash(row.net.map(money)),
        excise(row.excise),
        row.rate.as_str().to_owned(),
        tax(row.tax),
        or_dash(row.gross.map(money)),
        or_dash(Some(joined(countries, ", "))),
        or_dash(Some(joined(names, ", "))),
        or_dash(Some(joined(declarations.chain(batches), ", "))),
    ]
}

fn or_dash(text: Option<String>) -> String {
    text.filter(|text| !text.is_empty()).unwrap_or_else(|| DASH.to_owned())
}

/// Name of the goods with what the parties agreed to say of them.
fn named(row: &Row) -> String {
    let marks = (row.marks > 0).then(|| format!("кодов маркировки: {}", row.marks));
    let agreed = row.information.iter().map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("; ");
    joined([row.name.as_deref(), Some(agreed.as_str()), marks.as_deref()], "; ")
}

fn excise(excise: Option<Excise>) -> String {
    match excise {
        Some(Excise::Sum(sum)) => money(sum),
        Some(Excise::Without) => "без акциза".to_owned(),
        None => DASH.to_owned(),
    }
}

fn tax(tax: Tax) -> String {
    match tax {
        Tax::Sum(sum) => money(sum),
        Tax::Without => "без НДС".to_owned(),
        Tax::Dash => DASH.to_owned(),
    }
}

/// Batches under traceability: columns 12, 12а, 13 and 14.
fn traced_cells(batches: &[&Element]) -> Vec<String> {
    let column = |name: &str| -> Vec<&str> { batches.iter().filter_map(|batch| batch.attribute(name)).collect() };
    let words = |name: &str| or_dash(Some(column(name).join(", ")));
    let figures = |name: &str| or_dash(Some(column(name).into_iter().map(figure).collect::<Vec<_>>().join(", ")));
    vec![words("ЕдИзмПрослеж"), words("НаимЕдИзмПрослеж"), figures("КолВЕдПрослеж"), figures("СтТовБезНДСПрослеж")]
}

/// Columns 5, 8 and 9 of «Всего к оплате».
fn totals(totals: &Totals) -> [String; 3] {
    let sum = |sum: Option<kernel::Money>| sum.map_or_else(|| DASH.to_owned(), money);
    [sum(totals.net), tax(totals.tax), sum(totals.gross)]
}
