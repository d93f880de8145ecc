//! `PUT …/payers/{payer_id}`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, RequestBody, SignedIn, ok};

use super::PayerView;
use crate::model::ids::PayerId;
use crate::model::payer::PayerFacts;
use crate::ops::payers::change;
use crate::room::Room;

/// What is said of a payer; its ИНН and КПП stay.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PayerChangeBody {
    /// All of it.
    facts: PayerFacts,
}

impl RequestBody for PayerChangeBody {}

/// Changes what is said of a payer. Needs `send`.
#[utoipa::path(put, path = "/api/v1/reporting/organizations/{organization_id}/payers/{payer_id}", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), ("payer_id" = String, Path)),
    request_body = PayerChangeBody, responses((status = 200, body = PayerView)))]
pub(crate) async fn change_payer(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, payer_id)): Ids<(OrganizationId, PayerId)>,
    body: Limited<PayerChangeBody>,
) -> Answer<PayerView> {
    let argument = (organization_id, payer_id, body.into_inner().facts);
    let changed = room.app.store.write(&cx, argument, |tx, cx, new| Box::pin(change(tx, cx, new))).await?;
    Ok(ok(PayerView::from(changed)))
}
