//! `GET` and `POST /connect/endsession` (OpenID Connect RP-Initiated Logout 1.0): ends what a program was lent. The person's own
//! sign-in on the pages stays theirs to end.

use super::posted::{Head, Posted};
use crate::form::Form;
use crate::ops::{end, id_token, keys};
use crate::refusal::OpenidRefusal;
use crate::store::clients;
use crate::surface::Surface;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use kernel::Cx;
use std::convert::Infallible;
use store::No;
use web::Problem;

pub async fn by_query(State(surface): State<Surface>, head: Head) -> Result<Response, Problem> {
    let form = Form::read(head.query.as_bytes()).map_err(Problem::refused)?;
    ended(&surface, &head.cx, &form).await
}

pub async fn by_form(State(surface): State<Surface>, Posted { head, form }: Posted) -> Result<Response, Problem> {
    ended(&surface, &head.cx, &form).await
}

/// Refuses what is no id_token of ours, and to go to an address that is not the program's.
async fn ended(surface: &Surface, cx: &Cx, form: &Form) -> Result<Response, Problem> {
    let hint = form.need("id_token_hint").map_err(Problem::refused)?;
    let found = id_token::grant_of(surface, cx, hint).await?;
    let (grant_id, client_id) = found.ok_or_else(|| Problem::refused(OpenidRefusal::Grant))?;
    let written = surface.app.store.write(cx, grant_id, |tx, cx, grant_id| {
        Box::pin(async move { Ok::<_, No<Infallible>>(end::grant(tx, cx, *grant_id).await?) })
    });
    written.await.map_err(keys::of_fault)?;
    let Some(place) = form.find("post_logout_redirect_uri") else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let rules = clients::find(&mut surface.app.store.reader().await?, &client_id).await?;
    if !rules.redirect_uris.iter().any(|own| own == place) {
        return Err(Problem::refused(OpenidRefusal::Redirect));
    }
    let state = form.find("state").map(|state| {
        let mark = if place.contains('?') { '&' } else { '?' };
        format!("{mark}{}", form_urlencoded::Serializer::new(String::new()).append_pair("state", state).finish())
    });
    Ok(Redirect::to(&format!("{place}{}", state.unwrap_or_default())).into_response())
}
