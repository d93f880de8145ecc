//! The report table: payers by forms and periods, each cell in one of twelve states.

use std::collections::HashMap;

use account::Permission;
use kernel::{CivilDate, Cx, Moment, OrganizationId};
use rules::{DutyKind, Obligation};
use store::{No, Tx};

use super::authorise::scope_of;
use crate::model::cell::{CellMark, CellState, Filed, state};
use crate::model::payer::Payer;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::docflow::FormRow;
pub use crate::store::mark::CellKey;
use crate::store::{counter, docflow, mark, payer};

/// Reports of two years that the table looks through: 2,000 payers with 60 forms and a correction of each.
const FORMS_MAX: i64 = 250_000;

/// A column: one form of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Code of the form.
    pub knd: String,
    /// For a person.
    pub title: String,
    /// For a person: «полугодие 2026 года».
    pub period: String,
    /// As the report writes it.
    pub period_code: String,
    /// Year of the period.
    pub year: i16,
    /// The last day in time.
    pub due_on: CivilDate,
    /// `fns` or `sfr`.
    pub authority: rules::Authority,
    /// Source of the term.
    pub norm: String,
}

/// One payer with the states of its cells, by the places of columns; nothing where the form is not asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub payer: Payer,
    /// Place of the column and state.
    pub cells: Vec<(usize, CellState)>,
}

/// The table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Columns, the earliest day first.
    pub columns: Vec<Column>,
    /// Rows, by name.
    pub rows: Vec<Row>,
}

/// What falls due between two days, both included, for all payers of the organization. Refuses days of a year the rules do not cover.
pub async fn table(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    (from, until): (CivilDate, CivilDate),
) -> Result<Table, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    let payers = payer::list(&mut reader, &scope).await?;
    // Reports of the former year fall due in this one.
    let years = (from.year().saturating_sub(1), until.year());
    let forms = docflow::list_forms(&mut reader, &scope, years, FORMS_MAX).await?;
    let marks = mark::list(&mut reader, &scope, years, FORMS_MAX).await?;
    drop(reader);
    let known = Known::new(forms, marks, cx.now.civil_date_msk());
    Ok(laid_out(room, payers, &known, (from, until))?)
}

/// What is known of cells.
struct Known {
    filed: HashMap<CellKey, Vec<Filed>>,
    marks: HashMap<CellKey, CellMark>,
    today: CivilDate,
}

impl Known {
    fn new(forms: Vec<FormRow>, marks: Vec<(CellKey, CellMark)>, today: CivilDate) -> Self {
        let mut filed: HashMap<CellKey, Vec<Filed>> = HashMap::with_capacity(forms.len());
        for form in forms {
            let FormRow { payer_id, year, knd, period, status, success, began_at } = form;
            let on = Moment::civil_date_msk(began_at);
            filed.entry(CellKey { payer_id, year, knd, period }).or_default().push(Filed { status, success, on });
        }
        Self { filed, marks: marks.into_iter().collect(), today }
    }
}

/// Payers that the law treats alike are asked about once.
struct Duties {
    of: rules::Payer,
    columns: Vec<usize>,
}

fn laid_out(room: &Room, payers: Vec<Payer>, known: &Known, days: (CivilDate, CivilDate)) -> Result<Table, Refusal> {
    let mut columns: Vec<Column> = Vec::new();
    let mut places: HashMap<(String, String, i16), usize> = HashMap::new();
    let mut kinds: Vec<Duties> = Vec::new();
    let mut rows = Vec::with_capacity(payers.len());
    for payer in payers {
        let of = payer.of_rules();
        let place = if let Some(place) = kinds.iter().position(|kind| kind.of == of) {
            place
        } else {
            let found = columns_of(room, &of, days)?;
            let place = |column: Column| {
                let key = (column.knd.clone(), column.period_code.clone(), column.year);
                *places.entry(key).or_insert_with(|| {
                    columns.push(column);
                    columns.len() - 1
                })
            };
            let columns = found.into_iter().map(place).collect();
            kinds.push(Duties { of, columns });
            kinds.len() - 1
        };
        let asked = kinds.get(place).map(|kind| kind.columns.as_slice()).unwrap_or_default();
        let cell = |place: &usize| Some((*place, cell(&payer, columns.get(*place)?, known)));
        let cells = asked.iter().filter_map(cell).collect();
        rows.push(Row { payer, cells });
    }
    Ok(sorted(Table { columns, rows }))
}

fn cell(payer: &Payer, column: &Column, known: &Known) -> CellState {
    let (knd, period) = (column.knd.clone(), column.period_code.clone());
    let key = CellKey { payer_id: payer.id, year: i64::from(column.year), knd, period };
    let filed = known.filed.get(&key).map(Vec::as_slice).unwrap_or_default();
    state(Some(column.due_on), filed, known.marks.get(&key).copied(), known.today)
}

/// Refuses a year that no row of the rules covers: nothing is known of it, which is not the same as nothing to file.
fn columns_of(room: &Room, of: &rules::Payer, (from, until): (CivilDate, CivilDate)) -> Result<Vec<Column>, Refusal> {
    let mut columns = Vec::new();
    for year in from.year()..=until.year() {
        let found = room.rules.obligations(of, year)?;
        columns.extend(found.iter().filter(|one| (from..=until).contains(&one.day())).filter_map(column));
    }
    Ok(columns)
}

fn column(one: &Obligation<'_>) -> Option<Column> {
    if one.kind == DutyKind::Payment {
        return None;
    }
    Some(Column {
        knd: one.knd?.to_owned(),
        title: one.title.to_owned(),
        period: one.period.clone(),
        period_code: one.period_code.clone()?,
        year: one.year,
        due_on: one.day(),
        authority: one.authority,
        norm: one.in_force.norm.to_string(),
    })
}

/// Columns by their days; places in rows follow.
fn sorted(table: Table) -> Table {
    let mut order: Vec<usize> = (0..table.columns.len()).collect();
    let key = |place: &usize| table.columns.get(*place).map(|column| (column.due_on, column.knd.clone()));
    order.sort_by_key(key);
    let mut now = vec![0; order.len()];
    for (place, old) in order.iter().enumerate() {
        if let Some(slot) = now.get_mut(*old) {
            *slot = place;
        }
    }
    let columns = order.iter().filter_map(|old| table.columns.get(*old).cloned()).collect();
    let moved = |row: Row| {
        let mut cells: Vec<_> = row.cells.iter().filter_map(|(old, state)| Some((*now.get(*old)?, *state))).collect();
        cells.sort_by_key(|(place, _)| *place);
        Row { cells, ..row }
    };
    Table { columns, rows: table.rows.into_iter().map(moved).collect() }
}

/// A person's word on a cell; none takes it away. Re-runnable.
pub async fn set_mark(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, cell, mark): &(OrganizationId, CellKey, Option<CellMark>),
) -> Result<(), No<Refusal>> {
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    payer::find(tx, &scope, cell.payer_id).await?.ok_or(No::Refused(Refusal::PayerNotFound))?;
    Ok(mark::set(tx, &scope, cell, (*mark, cx.now)).await?)
}
