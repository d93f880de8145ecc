use super::view::WholeView;
use crate::http::publish::Octets;
use crate::model::{ApplicationId, ApplicationRefusal, Point};
use crate::ops::application::{change, read, scan_of};
use crate::{Refusal, Room, SCAN_BYTES_MAX};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RawBody, RequestBody, SignedIn, ok};

/// A field's new value.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApplicationFieldValue)]
pub(crate) struct FieldBody {
    /// As it was typed; empty where the field may be.
    value: String,
}

impl RequestBody for FieldBody {}

fn field_of(word: &str) -> Result<Point, Refusal> {
    let point = Point::from_word(word).filter(|point| !point.is_scan());
    point.ok_or(Refusal::Application(ApplicationRefusal::NoSuchItem))
}

/// Fills a field in. Its verdict falls, no other item's; a change of what was signed asks for a new signature.
#[utoipa::path(
    put,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/fields/{item}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path), ("item" = String, Path)),
    request_body = FieldBody,
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn edit_field(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, application_id, item)): Ids<(OrganizationId, ApplicationId, String)>,
    body: Limited<FieldBody>,
) -> Answer<WholeView> {
    let key = (organization_id, application_id);
    read::get(&room, &cx, key).await?;
    let point = field_of(&item).map_err(Problem::refused)?;
    let editing = change::prepare_edit(&room, &cx, key, point, &body.value).map_err(Problem::refused)?;
    change::edit(&room, &cx, editing).await?;
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}

/// Gives a scan, in place of the former one. Checked by its published rule; kept sealed; no other item is touched.
#[utoipa::path(
    put,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/scans/{item}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path), ("item" = String, Path)),
    request_body(content = [u8], content_type = "application/octet-stream"),
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn upload_scan(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, application_id, item)): Ids<(OrganizationId, ApplicationId, String)>,
    body: RawBody<SCAN_BYTES_MAX>,
) -> Answer<WholeView> {
    let key = (organization_id, application_id);
    read::get(&room, &cx, key).await?;
    let point = scan_of(&item).map_err(Problem::refused)?;
    let uploading = change::prepare_upload(&room, &cx, key, point, &body.bytes).map_err(Problem::refused)?;
    change::upload(&room, &cx, uploading).await?;
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}

/// The caller's own scan, while it is kept.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/scans/{item}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path), ("item" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>))
)]
pub(crate) async fn get_scan(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, application_id, item)): Ids<(OrganizationId, ApplicationId, String)>,
) -> Result<Octets, Problem> {
    let key = (organization_id, application_id);
    read::get(&room, &cx, key).await?;
    let point = scan_of(&item).map_err(Problem::refused)?;
    let (media_type, octets) = read::scan(&room, &cx, key, point).await?;
    Ok(Octets::personal(&media_type, octets))
}
