//! `POST /sign-out`: ends the sign-in of this page.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields};
use super::visit::Visit;
use account::end_sign_in::run;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Caller;
use web::{Problem, RawBody};

/// Ends it; nobody's is over already.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    body: RawBody<FORM_BYTES_MAX>,
) -> Result<Response, Problem> {
    let mut answer = Redirect::to("/").into_response();
    let Caller::User { sign_in_id, .. } = visit.cx.caller else { return Ok(answer) };
    visit.form.check(&Fields::read(&body.bytes))?;
    pages.app.store.write(&visit.cx, sign_in_id, |tx, cx, id| Box::pin(run(tx, cx, id))).await?;
    visit.jar.forget_session(answer.headers_mut());
    Ok(answer)
}
