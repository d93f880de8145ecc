//! `POST …/payers`

use axum::extract::State;
use kernel::{Inn, Kpp, OrganizationId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

use super::PayerView;
use crate::model::payer::PayerFacts;
use crate::model::refusal::Refusal;
use crate::ops::payers::{NewPayer, add, prepare};
use crate::room::Room;

/// A payer to add.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPayerBody {
    /// ИНН.
    inn: String,
    /// КПП; entrepreneurs have none.
    #[serde(default)]
    kpp: Option<String>,
    /// The rest.
    facts: PayerFacts,
}

impl RequestBody for NewPayerBody {}

/// Adds a payer: the organization itself, a branch, or one it serves. Needs `send`.
#[utoipa::path(post, path = "/api/v1/reporting/organizations/{organization_id}/payers", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body = NewPayerBody, responses((status = 201, body = PayerView)))]
pub(crate) async fn add_payer(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    key: IdempotencyKey,
    body: Limited<NewPayerBody>,
) -> Answer<PayerView> {
    let once = Once::new(&cx, organization_id, "reporting.add-payer", &key, body.hash());
    let NewPayerBody { inn, kpp, facts } = body.into_inner();
    let wrong = |field, accepted| Problem::refused(Refusal::PayerField { field, accepted });
    let inn = Inn::parse(&inn).map_err(|_| wrong("inn", "10 or 12 digits with right check digits"))?;
    let kpp = kpp.as_deref().map(Kpp::parse).transpose().map_err(|_| wrong("kpp", "9 characters"))?;
    let new = prepare(&cx, NewPayer { organization_id, inn, kpp, facts }).map_err(Problem::refused)?;
    let write = room
        .app
        .write_once(&cx, once, new, |tx, cx, new| Box::pin(async move { add(tx, cx, new).await.map(PayerView::from) }));
    write.await
}
