//! `GET /api/v1/account/organizations/{organization_id}/delegations/{delegation_id}/acts`

use crate::http::Room;
use crate::http::people_views::DelegatedActView;
use crate::model::DelegationId;
use crate::ops::delegate::{self, WhichDelegation};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// What was done under a delegation, for the delegator, the delegate and administrators.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/delegations/{delegation_id}/acts", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ("delegation_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<DelegatedActView>)))]
pub(in crate::http) async fn acts(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, delegation_id)): Ids<(OrganizationId, DelegationId)>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<DelegatedActView>> {
    let mut reader = room.app.store.reader().await?;
    let which = WhichDelegation { organization_id, delegation_id };
    let found = delegate::list_acts(&mut reader, &cx, which, &page).await?;
    Ok(ok(PageView::of(found, DelegatedActView::from)))
}
