//! Content brought before the message that names it.

use axum::extract::State;
use kernel::BoxId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, RawBody, SignedIn, ok};

use crate::model::host_limits::CONTENT_BYTES_CEILING;
use crate::ops::upload;
use crate::room::Room;

/// Uploaded content.
#[derive(Debug, Serialize, ToSchema)]
pub struct UploadedView {
    /// BLAKE3 of the bytes, hexadecimal: the name to use in a message.
    pub blake3: String,
    /// How many bytes.
    pub size_bytes: i64,
    /// Until when a message may name it.
    pub kept_until: String,
}

/// Brings content to a box, to be named in a message within a day. The same bytes again change nothing.
#[utoipa::path(
    put,
    path = "/api/v1/exchange/boxes/{box_id}/content",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path)),
    request_body(content = [u8], content_type = "application/octet-stream"),
    responses((status = 200, body = UploadedView))
)]
pub(crate) async fn upload_content(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    body: RawBody<CONTENT_BYTES_CEILING>,
) -> Answer<UploadedView> {
    let prepared = upload::prepare(&room, &cx, box_id, body.bytes).await?;
    let uploaded =
        room.app.store.write(&cx, prepared, |tx, cx, content| Box::pin(upload::run(tx, cx, content))).await?;
    Ok(ok(UploadedView {
        blake3: hex::encode(uploaded.hash),
        size_bytes: uploaded.size_bytes,
        kept_until: uploaded.kept_until.to_rfc3339(),
    }))
}
