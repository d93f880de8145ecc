//! Tokens on the wire (RFC 6749 §5.1).

use crate::ops::id_token;
use crate::ops::issue::Issued;
use crate::surface::Surface;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::Cx;
use serde_json::{Value, json};
use store::No;
use web::Problem;

/// The answer with tokens; with an id_token where it was asked for.
pub async fn answer(surface: &Surface, cx: &Cx, issued: &Issued) -> Result<Response, Problem> {
    let scope = issued.grant.loaned.scope;
    let mut body = json!({
        "access_token": issued.access.reveal(),
        "token_type": "Bearer",
        "expires_in": issued.sign_in.expires_at.since(cx.now).as_secs(),
        "refresh_token": issued.refresh,
        "scope": scope.text(),
    });
    if scope.openid {
        let token = id_token::written(surface, cx, issued).await?;
        if let Some(body) = body.as_object_mut() {
            body.insert("id_token".to_owned(), Value::String(token));
        }
    }
    Ok(unkept(StatusCode::OK, &body))
}

/// An answer that nobody on the road keeps.
pub fn unkept(status: StatusCode, body: &Value) -> Response {
    let mut answer = (status, Json(body)).into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// What a transaction gave, where a refusal had to be written down in it.
pub fn given<T, R>(came: Result<Result<T, R>, No<R>>) -> Result<T, Problem>
where
    Problem: From<No<R>>,
{
    match came {
        Ok(Ok(given)) => Ok(given),
        Ok(Err(refusal)) => Err(Problem::from(No::Refused(refusal))),
        Err(no) => Err(no.into()),
    }
}
