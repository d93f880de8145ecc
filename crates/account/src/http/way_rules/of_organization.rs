//! `GET` and `PUT /api/v1/account/organizations/{organization_id}/way-rules`

use super::{WayRuleView, WayRulesBody};
use crate::http::Room;
use crate::ops::way_rules::{of_organization, set_of_organization};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, Limited, PageView, Problem, SignedIn, ok};

/// By which ways the organization's members may not sign in; needs `administer`. At most five, all on one page.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/way-rules", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path)),
    responses((status = 200, description = "All.", body = PageView<WayRuleView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
) -> Answer<PageView<WayRuleView>> {
    let mut reader = room.app.store.reader().await?;
    let rules = of_organization(&mut reader, &cx, organization_id).await?;
    Ok(ok(PageView { items: rules.into_iter().map(WayRuleView::from).collect(), next: None }))
}

/// Closes ways of signing in to the organization's members, and opens the others; needs `administer`. It holds for every
/// sign-in of a member from the next one on, and refuses to leave the caller without a way in.
#[utoipa::path(put, path = "/api/v1/account/organizations/{organization_id}/way-rules", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path)),
    request_body = WayRulesBody, responses((status = 200, description = "All.", body = PageView<WayRuleView>)))]
pub(in crate::http) async fn set(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    body: Limited<WayRulesBody>,
) -> Answer<PageView<WayRuleView>> {
    let rules = body.read().map_err(Problem::refused)?;
    let set = (organization_id, rules);
    let rules = room.app.store.write(&cx, set, |tx, cx, set| Box::pin(set_of_organization(tx, cx, set))).await?;
    Ok(ok(PageView { items: rules.into_iter().map(WayRuleView::from).collect(), next: None }))
}
