//! `POST …/drafts`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

use super::WholeDraftView;
use crate::model::draft::DraftFacts;
use crate::model::flow::Authority;
use crate::model::ids::{DocflowId, PayerId};
use crate::model::regulator::Regulator;
use crate::ops::drafts::{NewDraft, add, prepare};
use crate::room::Room;

/// A draft to begin.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDraftBody {
    /// For whom.
    #[schema(value_type = String)]
    payer_id: PayerId,
    /// To whom: `fns`, `sfr`, `rosstat`.
    authority: Authority,
    /// Code of the office.
    office: String,
    /// Kind of docflow; the authority's reports when not told.
    #[serde(default)]
    flow: Option<String>,
    /// Subject of a letter.
    #[serde(default)]
    subject: Option<String>,
    /// The docflow it answers, such as a demand.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    answers: Option<DocflowId>,
}

impl RequestBody for NewDraftBody {}

/// Begins a draft. Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/drafts", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body = NewDraftBody, responses((status = 201, body = WholeDraftView)))]
pub(crate) async fn add_draft(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewDraftBody>,
) -> Answer<WholeDraftView> {
    let once = Once::new(&cx, organization_id, "reporting.add-draft", &key, body.hash());
    let NewDraftBody { payer_id, authority, office, flow, subject, answers } = body.into_inner();
    let regulator = Regulator::new(authority, &office).map_err(Problem::refused)?;
    let facts = DraftFacts { subject, answers, ..DraftFacts::default() };
    let new = NewDraft { organization_id, payer_id, regulator, flow, facts };
    let new = prepare(&cx, new).map_err(Problem::refused)?;
    let write = room.app.write_once(&cx, once, new, |tx, cx, new| {
        Box::pin(async move { add(tx, cx, new).await.map(WholeDraftView::from) })
    });
    write.await
}
