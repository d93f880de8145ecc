//! `GET …/payers/{payer_id}`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

use super::PayerView;
use crate::model::ids::PayerId;
use crate::ops::payers::get;
use crate::room::Room;

/// One payer.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/payers/{payer_id}", tag = "reporting",
    security(("token" = [])), params(("organization_id" = String, Path), ("payer_id" = String, Path)),
    responses((status = 200, body = PayerView)))]
pub(crate) async fn get_payer(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, payer_id)): Ids<(OrganizationId, PayerId)>,
) -> Answer<PayerView> {
    Ok(ok(PayerView::from(get(&room, &cx, organization_id, payer_id).await?)))
}
