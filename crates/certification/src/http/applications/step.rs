use super::view::WholeView;
use crate::Room;
use crate::model::ApplicationId;
use crate::ops::application::{change, read};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

/// Hands the application in: it takes its place in the queue.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/submission",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn submit_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Answer<WholeView> {
    change::submit(&room, &cx, key).await?;
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}

/// Takes the application back from the desk.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/withdrawal",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn withdraw_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Answer<WholeView> {
    change::withdraw(&room, &cx, key).await?;
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}
