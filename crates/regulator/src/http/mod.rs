//! The simulator's own faces over HTTP: what an operator's gateway speaks with, and what people turn.

mod authorities;
mod clock;
mod containers;
mod faults;
mod scripts;
mod subscribers;
mod test_data;

use crate::desk::Regulator;
use crate::ops::turn;
use crate::page;
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post, put};
use store::Fault;
use web::{App, Problem};

impl FromRef<Regulator> for App {
    fn from_ref(regulator: &Regulator) -> Self {
        regulator.app.clone()
    }
}

/// Everything that is answered, guarded by the edge.
pub fn router(regulator: &Regulator) -> Router {
    let exchange = Router::new()
        .route("/v1/subscribers/{id}", put(subscribers::register))
        .route("/v1/containers", post(containers::take).get(containers::list))
        .route("/v1/containers/{id}", get(containers::get))
        .layer(from_fn_with_state(regulator.clone(), unless_outage));
    let hands = Router::new()
        .route("/v1/authorities", get(authorities::list))
        .route("/v1/root", get(authorities::root))
        .route("/v1/clock", get(clock::show).put(clock::set))
        .route("/v1/clock/advance", post(clock::advance))
        .route("/v1/pace", put(clock::set_pace))
        .route("/v1/test-data/payers", post(test_data::make_payer))
        .route("/v1/scripts", post(scripts::add))
        .route("/v1/faults", get(faults::show).put(faults::set));
    let router =
        exchange.merge(hands).merge(page::router()).layer(DefaultBodyLimit::disable()).with_state(regulator.clone());
    web::edge::guard(&regulator.app, router)
}

/// While an outage lasts, operators are told 503: what they would hear of a real one.
async fn unless_outage(State(regulator): State<Regulator>, request: Request, next: Next) -> Result<Response, Problem> {
    let faults = turn::faults(&mut regulator.app.store.reader().await?).await?;
    if faults.outage(regulator.app.clock.now()).is_some() {
        return Err(Fault::Busy("an outage was asked for and lasts").into());
    }
    Ok(next.run(request).await)
}
