//! `PUT …/table/mark`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, done};

use crate::model::cell::CellMark;
use crate::model::ids::PayerId;
use crate::model::refusal::Refusal;
use crate::ops::table::{CellKey, set_mark};
use crate::room::Room;

/// Characters of a form's or a period's code.
const CODE_CHARS_MAX: usize = 16;

/// A person's word on a cell.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MarkBody {
    /// Whose.
    #[schema(value_type = String)]
    payer_id: PayerId,
    /// Year of the period.
    year: i16,
    /// Code of the form.
    knd: String,
    /// Code of the period.
    period: String,
    /// `filed`: filed elsewhere; `not-required`; absent: the mark is taken away.
    #[serde(default)]
    mark: Option<CellMark>,
}

impl RequestBody for MarkBody {}

/// Marks a cell of the table, or takes the mark away. Needs `send`.
#[utoipa::path(put, path = "/api/v1/reporting/organizations/{organization_id}/table/mark", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path)), request_body = MarkBody,
    responses((status = 204)))]
pub(crate) async fn mark_cell(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    body: Limited<MarkBody>,
) -> Answer<()> {
    let MarkBody { payer_id, year, knd, period, mark } = body.into_inner();
    let is_code = |code: &str| (1..=CODE_CHARS_MAX).contains(&code.chars().count());
    if !is_code(&knd) || !is_code(&period) {
        return Err(Problem::refused(Refusal::Parameter {
            name: "knd, period",
            accepted: "codes of 1 to 16 characters",
        }));
    }
    let cell = CellKey { payer_id, year: i64::from(year), knd, period };
    let argument = (organization_id, cell, mark);
    room.app.store.write(&cx, argument, |tx, cx, new| Box::pin(set_mark(tx, cx, new))).await?;
    Ok(done())
}
