//! `/sign-in`: login and password, then back to the page that was asked for.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields};
use super::parts::entry::{Entry, Field, Refused};
use super::parts::escaped;
use super::second;
use super::visit::{Visit, local};
use account::AccountRefusal;
use account::second_sign_in::Begun;
use account::sign_in::{PasswordSignIn, begin_with_password};
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
    let (login, back) = (fields.get("login"), local(fields.get("back")));
    match signed_in(&pages, &visit, (login, fields.get("password")), back).await {
        Ok(answer) => Ok(answer),
        Err(No::Refused(refusal)) => Ok(form(&visit, back, login, Some(refusal))),
        Err(fault) => Err(fault.into()),
    }
}

/// Opens a sign-in by a password and goes on to `back`.
pub async fn signed_in(
    pages: &Pages,
    visit: &Visit,
    (login, password): (&str, &str),
    back: &str,
) -> Result<Response, No<AccountRefusal>> {
    let (login, password) = (login.to_owned(), password.to_owned());
    let shown = PasswordSignIn { login, password, door: visit.door(), client: None };
    let begun = begin_with_password(&pages.app.store, &pages.account.passwords, &visit.cx, shown).await?;
    Ok(match begun {
        Begun::Opened(opened) => {
            let mut answer = Redirect::to(back).into_response();
            visit.jar.keep_session(answer.headers_mut(), opened.token.reveal());
            answer
        }
        Begun::Second(token) => second::form(visit, token.reveal(), back, None),
    })
}

/// The form again, for who took too long.
pub fn again(visit: &Visit, back: &str) -> Response {
    form(visit, back, "", Some(AccountRefusal::ChallengeOver))
}

fn form(visit: &Visit, back: &str, login: &str, refusal: Option<AccountRefusal>) -> Response {
    let refused = refusal.as_ref().map(|refusal| Refused::of(visit, refusal));
    let entry = Entry { visit, title: visit.say("pages-sign-in-title", &[]), action: "/sign-in", refused };
    let fields = html! {
        input type="hidden" name="back" value=(back);
        (entry.field(&Field { value: login, ..LOGIN }))
        (entry.field(&Field { autocomplete: "current-password", ..PASSWORD }))
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
    };
    let after = html! {
        p { a href="/reset" { (visit.say("pages-sign-in-forgot", &[])) } }
        p { a href={ "/register?back=" (escaped(back)) } { (visit.say("pages-sign-in-register", &[])) } }
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
