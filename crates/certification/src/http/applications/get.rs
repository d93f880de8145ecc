use super::view::WholeView;
use crate::Room;
use crate::model::ApplicationId;
use crate::ops::application::{change, read};
use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, done, ok};

/// One of the caller's own applications: items with their verdicts, the timeline, the place in the queue.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn get_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Answer<WholeView> {
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}

/// Throws an application away with everything in it. Refused while it is at the desk, and once its certificate is
/// issued.
#[utoipa::path(
    delete,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 204))
)]
pub(crate) async fn discard_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Answer<()> {
    change::discard(&room, &cx, key).await?;
    Ok(done())
}
