//! `/sign-in`: login and password, then back to the page that was asked for.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields};
use super::parts::entry::{Entry, Field, Refused};
use super::parts::escaped;
use super::visit::{Visit, local};
use account::AccountRefusal;
use account::sign_in::{PasswordSignIn, with_password};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf, RawBody};

/// Where to go after.
#[derive(Debug, Deserialize)]
pub struct BackQuery {
    /// A place of this site.
    pub back: Option<String>,
}

/// The empty form; who is signed in already goes on.
pub async fn show(visit: Visit, QueryOf(query): QueryOf<BackQuery>) -> Response {
    let next = local(query.back.as_deref().unwrap_or("/"));
    if visit.is_signed_in() { Redirect::to(next).into_response() } else { form(&visit, next, "", None) }
}

/// Signs in. A refusal shows the form again with what to do.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    body: RawBody<FORM_BYTES_MAX>,
) -> Result<Response, Problem> {
    let fields = Fields::read(&body.bytes);
    visit.form.check(&fields)?;
    let (login, next) = (fields.get("login"), local(fields.get("back")));
    match signed_in(&pages, &visit, (login, fields.get("password")), next).await {
        Ok(answer) => Ok(answer),
        Err(No::Refused(refusal)) => Ok(form(&visit, next, login, Some(refusal))),
        Err(fault) => Err(fault.into()),
    }
}

/// Opens a sign-in by a password and goes on to `next`.
pub async fn signed_in(
    pages: &Pages,
    visit: &Visit,
    (login, password): (&str, &str),
    next: &str,
) -> Result<Response, No<AccountRefusal>> {
    let (login, password) = (login.to_owned(), password.to_owned());
    let shown = PasswordSignIn { login, password, door: visit.door(), client: None };
    let opened = with_password(&pages.app.store, &pages.account.passwords, &visit.cx, shown).await?;
    let mut answer = Redirect::to(next).into_response();
    visit.jar.keep_session(answer.headers_mut(), opened.token.reveal());
    Ok(answer)
}

fn form(visit: &Visit, next: &str, login: &str, refusal: Option<AccountRefusal>) -> Response {
    let refused = refusal.as_ref().map(|refusal| Refused::of(visit, refusal));
    let entry = Entry { visit, title: visit.say("pages-sign-in-title", &[]), action: "/sign-in", refused };
    let fields = html! {
        input type="hidden" name="back" value=(next);
        (entry.field(&Field { value: login, ..LOGIN }))
        (entry.field(&Field { autocomplete: "current-password", ..PASSWORD }))
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
    };
    let after = html! {
        p { a href="/reset" { (visit.say("pages-sign-in-forgot", &[])) } }
        p { a href={ "/register?back=" (escaped(next)) } { (visit.say("pages-sign-in-register", &[])) } }
        p.dim { (visit.say("pages-sign-in-help", &[])) }
    };
    entry.shown(&fields, &after)
}

/// The field of a login.
pub const LOGIN: Field<'static> = Field {
    name: "login",
    label: "pages-sign-in-login",
    kind: "email",
    autocomplete: "username",
    value: "",
    chars_max: 254,
    rule: "",
    is_required: true,
};

/// The field of a password.
pub const PASSWORD: Field<'static> = Field {
    name: "password",
    label: "pages-sign-in-password",
    kind: "password",
    autocomplete: "new-password",
    value: "",
    chars_max: 256,
    rule: "",
    is_required: true,
};
