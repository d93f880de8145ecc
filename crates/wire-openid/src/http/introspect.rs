//! `POST /connect/introspect` (RFC 7662): a program asks of tokens that were given to it.

use super::posted::Posted;
use super::tokens::unkept;
use crate::client;
use crate::ops::issue::of_person;
use crate::store::grants;
use crate::surface::Surface;
use account::authenticate;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;
use store::No;
use web::Problem;

/// Refuses a program that shows no secret. Refresh tokens, another program's tokens and unknown ones are not active.
pub async fn tell(State(surface): State<Surface>, Posted { head, form }: Posted) -> Result<Response, Problem> {
    let client = client::find(&surface, &head.headers, &form).await?;
    client.demand_proven().map_err(Problem::refused)?;
    let token = form.need("token").map_err(Problem::refused)?;
    let mut reader = surface.app.store.reader().await?;
    let sign_in = match authenticate::narrow(&mut reader, head.cx.now, token).await {
        Ok(sign_in) => Some(sign_in),
        Err(No::Refused(_)) => None,
        Err(fault) => return Err(fault.into()),
    };
    let mut body = json!({ "active": false });
    if let Some(sign_in) = sign_in
        && let Some(grant) = grants::find_of(&mut reader, of_person(&sign_in)).await?
        && grant.client_id.as_deref() == Some(client.client.client_id.as_str())
    {
        body = json!({
            "active": true,
            "scope": grant.loaned.scope.text(),
            "client_id": grant.client_id,
            "token_type": "Bearer",
            "exp": sign_in.expires_at.seconds(),
            "sub": sign_in.user_id.to_string(),
            "iss": surface.issuer,
        });
    }
    Ok(unkept(StatusCode::OK, &body))
}
