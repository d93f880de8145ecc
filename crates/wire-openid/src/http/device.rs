//! `POST /connect/deviceauthorization` (RFC 8628 §3.1).

use super::places;
use super::posted::Posted;
use super::tokens::unkept;
use crate::client;
use crate::limits::{DEVICE_INTERVAL_SECONDS, DEVICE_LIFE};
use crate::model::Scope;
use crate::ops::device;
use crate::surface::Surface;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;
use web::Problem;

pub async fn begin(State(surface): State<Surface>, Posted { head, form }: Posted) -> Result<Response, Problem> {
    let client = client::find(&surface, &head.headers, &form).await?;
    let scope = form.find("scope").map_or(Ok(Scope::API), Scope::parse).map_err(Problem::refused)?;
    let asked = (client.client.client_id, scope);
    let begun = surface.app.store.write(&head.cx, asked, |tx, cx, asked| Box::pin(device::begin(tx, cx, asked)));
    let begun = begun.await?;
    let page = format!("{}{}", surface.account.settings.public_url, places::DEVICE_PAGE);
    let user_code = begun.user_code.shown();
    let body = json!({
        "device_code": begun.device_code,
        "user_code": user_code,
        "verification_uri": page,
        "verification_uri_complete": format!("{page}?user_code={user_code}"),
        "expires_in": DEVICE_LIFE.as_secs(),
        "interval": DEVICE_INTERVAL_SECONDS,
    });
    Ok(unkept(StatusCode::OK, &body))
}
