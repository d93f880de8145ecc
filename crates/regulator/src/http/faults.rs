//! `GET` and `PUT /v1/faults`

use crate::desk::Regulator;
use crate::model::Faults;
use crate::ops::turn;
use axum::extract::State;
use web::{Answer, Asking, Limited, Problem, RequestBody, ok};

impl RequestBody for Faults {}

/// What is set and not used up.
pub async fn show(State(regulator): State<Regulator>) -> Answer<Faults> {
    Ok(ok(turn::faults(&mut regulator.app.store.reader().await?).await?))
}

/// Sets all of them anew; a field that is left out is none.
pub async fn set(State(regulator): State<Regulator>, Asking(cx): Asking, body: Limited<Faults>) -> Answer<Faults> {
    let faults = body.into_inner().checked().map_err(Problem::refused)?;
    regulator.app.store.write(&cx, faults, |tx, _, faults| Box::pin(turn::set_faults(tx, faults))).await?;
    show(State(regulator)).await
}
