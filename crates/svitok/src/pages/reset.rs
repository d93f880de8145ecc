//! `/reset`: asks for a letter with a link; with the link's code, sets a new password.

use super::Pages;
use super::confirm::over;
use super::parts::entry::{Entry, Field, told};
use super::sign_in::{LOGIN, PASSWORD};
use super::visit::{Posted, Visit};
use account::{AccountRefusal, ask_reset, reset_password};
use axum::extract::State;
use axum::response::Response;
use maud::html;
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf};

/// The code of the link; none where the letter is still to be asked for.
#[derive(Debug, Deserialize)]
pub struct ResetQuery {
    code: Option<String>,
}

/// One of the two forms.
pub async fn show(
    State(pages): State<Pages>,
    visit: Visit,
    QueryOf(query): QueryOf<ResetQuery>,
) -> Result<Response, Problem> {
    let Some(code) = query.code else { return Ok(asking(&visit, "", None)) };
    let mut reader = pages.app.store.reader().await?;
    match reset_password::find(&mut reader, &visit.cx, &code).await {
        Ok(user) => Ok(setting(&visit, &code, &user.login, None)),
        Err(No::Refused(_)) => Ok(over(&visit)),
        Err(fault) => Err(fault.into()),
    }
}

/// Asks for the letter, or sets the password.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let (code, login) = (fields.get("code"), fields.get("login"));
    if code.is_empty() {
        let from = (visit.language, visit.address);
        return match ask_reset::run(&pages.app.store, &visit.cx, login, from).await {
            Ok(()) => Ok(told(&visit, "pages-reset-asked", "pages-reset-asked-text", ("/sign-in", "pages-sign-in"))),
            Err(No::Refused(refusal)) => Ok(asking(&visit, login, Some(refusal))),
            Err(fault) => Err(fault.into()),
        };
    }
    match set(&pages, &visit, code, fields.get("password")).await {
        Ok(()) => Ok(told(&visit, "pages-reset-done", "pages-reset-done-text", ("/sign-in", "pages-sign-in"))),
        Err(No::Refused(AccountRefusal::LinkOver)) => Ok(over(&visit)),
        Err(No::Refused(refusal)) => Ok(setting(&visit, code, login, Some(refusal))),
        Err(fault) => Err(fault.into()),
    }
}

async fn set(pages: &Pages, visit: &Visit, code: &str, password: &str) -> Result<(), No<AccountRefusal>> {
    let passwords = &pages.account.passwords;
    let shown = (code, password.to_owned());
    let prepared = reset_password::prepare(&pages.app, passwords, &visit.cx, shown, visit.language).await?;
    pages.app.store.write(&visit.cx, prepared, |tx, cx, reset| Box::pin(reset_password::run(tx, cx, reset))).await
}

fn asking(visit: &Visit, login: &str, refusal: Option<AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-reset-title", "/reset", refusal.as_ref());
    let fields = html! {
        p { (visit.say("pages-reset-text", &[])) }
        (entry.field(&Field { value: login, ..LOGIN }))
        button.button type="submit" { (visit.say("pages-reset-ask", &[])) }
    };
    let after = html! { p { a href="/sign-in" { (visit.say("pages-register-known", &[])) } } };
    entry.shown(&fields, &after)
}

/// The login stands in the form, so that a browser keeps the new password under it.
fn setting(visit: &Visit, code: &str, login: &str, refusal: Option<AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-reset-set-title", "/reset", refusal.as_ref());
    let fields = html! {
        input type="hidden" name="code" value=(code);
        input type="hidden" name="login" autocomplete="username" value=(login);
        (entry.field(&Field { label: "pages-reset-password", rule: "pages-password-rule", ..PASSWORD }))
        button.button type="submit" { (visit.say("pages-reset-set", &[])) }
    };
    entry.shown(&fields, &html! {})
}
