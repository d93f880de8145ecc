//! `GET /api/v1/obligations`

use super::{ObligationView, PayerWords, Room};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Problem, QueryOf, ok};

/// A year's duties of one payer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ObligationsView {
    year: i16,
    /// Earliest first.
    obligations: Vec<ObligationView>,
}

/// What a payer must file and pay in a year, when, and why. Public: it says what the law says and knows no organization. Not named:
/// statistics, excise, monthly advances of the profit tax, duties born by an event, rules of a region.
#[utoipa::path(get, path = "/api/v1/obligations", tag = "obligations", params(PayerWords),
    responses((status = 200, description = "All duties of the year.", body = ObligationsView),
        (status = 422, description = "No row of the rules covers the year.")))]
pub(super) async fn list(State(room): State<Room>, QueryOf(words): QueryOf<PayerWords>) -> Answer<ObligationsView> {
    let year = words.year.unwrap_or_else(|| room.app.clock.now().civil_date_msk().year());
    let found = room.rules.obligations(&words.payer(), year).map_err(Problem::refused)?;
    Ok(ok(ObligationsView { year, obligations: found.iter().map(ObligationView::from).collect() }))
}
