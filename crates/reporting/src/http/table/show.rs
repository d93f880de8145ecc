//! `GET …/table`

use axum::extract::State;
use kernel::{CivilDate, OrganizationId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, Problem, QueryOf, SignedIn, ok};

use crate::model::cell::CellState;
use crate::model::refusal::Refusal;
use crate::ops::table::{Column, Row, Table, table};
use crate::room::Room;

/// Years a table spans.
const YEARS_MAX: i16 = 2;

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TableQuery {
    /// What falls due this day or later, ISO.
    #[param(value_type = String, format = Date)]
    from: CivilDate,
    /// And this day or earlier; up to 2 years.
    #[param(value_type = String, format = Date)]
    until: CivilDate,
}

/// The table.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TableView {
    /// The earliest day first.
    columns: Vec<ColumnView>,
    /// By name.
    rows: Vec<RowView>,
}

/// One form of one period.
#[derive(Debug, Serialize, ToSchema)]
struct ColumnView {
    /// Code of the form.
    knd: String,
    /// For a person.
    title: String,
    /// For a person: «полугодие 2026 года».
    period: String,
    /// As the report writes it.
    period_code: String,
    /// Year of the period.
    year: i16,
    /// The last day in time.
    #[schema(format = Date)]
    due_on: String,
    /// `fns` or `sfr`.
    #[schema(value_type = String)]
    authority: rules::Authority,
    /// Source of the term.
    norm: String,
}

/// One payer.
#[derive(Debug, Serialize, ToSchema)]
struct RowView {
    /// Its id.
    payer_id: String,
    /// Its name.
    name: String,
    /// ИНН.
    inn: String,
    /// Place of the column, and the state; nothing where the form is not asked of the payer.
    cells: Vec<(usize, CellState)>,
}

impl From<Column> for ColumnView {
    fn from(column: Column) -> Self {
        let Column { knd, title, period, period_code, year, due_on, authority, norm } = column;
        Self { knd, title, period, period_code, year, due_on: due_on.to_string(), authority, norm }
    }
}

impl From<Row> for RowView {
    fn from(Row { payer, cells }: Row) -> Self {
        let (payer_id, inn) = (payer.id.to_string(), payer.inn.as_str().to_owned());
        Self { payer_id, name: payer.facts.name, inn, cells }
    }
}

impl From<Table> for TableView {
    fn from(table: Table) -> Self {
        Self {
            columns: table.columns.into_iter().map(ColumnView::from).collect(),
            rows: table.rows.into_iter().map(RowView::from).collect(),
        }
    }
}

/// The report table: payers by forms and periods that fall due between two days, each cell in one of twelve states.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/table", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), TableQuery),
    responses((status = 200, body = TableView)))]
pub(crate) async fn show_table(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(TableQuery { from, until }): QueryOf<TableQuery>,
) -> Answer<TableView> {
    if from > until || until.year() - from.year() >= YEARS_MAX {
        let accepted = "two days in their order, in one year or two";
        return Err(Problem::refused(Refusal::Parameter { name: "until", accepted }));
    }
    Ok(ok(TableView::from(table(&room, &cx, organization_id, (from, until)).await?)))
}
