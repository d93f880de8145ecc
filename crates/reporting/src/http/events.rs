//! `GET …/events`

use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, QueryOf, SignedIn, ok};

use crate::model::event::{Event, EventFacts};
use crate::ops::read::list_events;
use crate::room::Room;

/// Events in one answer.
const EVENTS_MAX: u32 = 1_000;
/// The same when not told.
const EVENTS_DEFAULT: u32 = 100;

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventQuery {
    /// Those after this number; from the beginning when not told.
    #[serde(default)]
    after: i64,
    /// 1 to 1,000; 100 when not told.
    limit: Option<u32>,
}

/// Events.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportEventsView {
    /// In their order.
    events: Vec<ReportEventView>,
    /// Number to go on after.
    next: i64,
}

/// One event.
#[derive(Debug, Serialize, ToSchema)]
struct ReportEventView {
    /// Its number.
    seq: i64,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// In which docflow.
    docflow_id: String,
    /// What happened.
    #[serde(flatten)]
    facts: EventFacts,
}

impl From<Event> for ReportEventView {
    fn from(event: Event) -> Self {
        Self { seq: event.seq, at: event.at.to_rfc3339(), docflow_id: event.docflow_id.to_string(), facts: event.facts }
    }
}

/// What happened in docflows of the organization, in order: immutable, never lost.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/events", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), EventQuery),
    responses((status = 200, body = ReportEventsView)))]
pub(crate) async fn list_report_events(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(EventQuery { after, limit }): QueryOf<EventQuery>,
) -> Answer<ReportEventsView> {
    let limit = limit.unwrap_or(EVENTS_DEFAULT).clamp(1, EVENTS_MAX);
    let found = list_events(&room, &cx, organization_id, (after, limit)).await?;
    let next = found.last().map_or(after, |event| event.seq);
    Ok(ok(ReportEventsView { events: found.into_iter().map(ReportEventView::from).collect(), next }))
}
