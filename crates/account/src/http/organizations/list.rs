//! `GET /api/v1/account/organizations`

use crate::http::Room;
use crate::http::views::OrganizationView;
use crate::model::Permission;
use crate::ops::read;
use crate::scope::authorize;
use ::store::No;
use axum::extract::State;
use kernel::Page;
use web::{Answer, PageQuery, PageView, SignedIn, ok};

/// The organizations the caller is a member of and may read. A page may be shorter than asked for.
#[utoipa::path(get, path = "/api/v1/account/organizations", tag = "account", security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<OrganizationView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PageQuery(page): PageQuery,
) -> Answer<PageView<OrganizationView>> {
    let mut reader = room.app.store.reader().await?;
    let mine = read::list_my_organizations(&mut reader, &cx, &page).await?;
    let mut items = Vec::with_capacity(mine.items.len());
    for organization_id in mine.items {
        match authorize(&mut reader, &cx, organization_id, Permission::Read).await {
            Ok(scope) => items.push(read::organization(&mut reader, &scope).await?),
            Err(No::Refused(_)) => {}
            Err(No::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(ok(PageView::of(Page { items, next: mine.next }, OrganizationView::from)))
}
