//! `GET …/drafts`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

use super::DraftView;
use crate::ops::drafts::list;
use crate::room::Room;

/// Drafts not sent, newest first.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/drafts", tag = "reporting",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, body = PageView<DraftView>)))]
pub(crate) async fn list_drafts(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<DraftView>> {
    Ok(ok(PageView::of(list(&room, &cx, organization_id, &page).await?, DraftView::from)))
}
