//! `/sign-in` by login and password.

use super::{LOGIN, PASSWORD, Tab, below, card, went_on};
use crate::pages::Pages;
use crate::pages::parts::entry::Field;
use crate::pages::visit::{Posted, Visit, local};
use account::AccountRefusal;
use account::sign_in::{PasswordSignIn, begin_with_password};
use axum::extract::State;
use axum::response::Response;
use maud::html;
use store::No;
use web::Problem;

/// Signs in. A refusal shows the form again with what to do.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let (login, back) = (fields.get("login"), local(fields.get("back")));
    match signed_in(&pages, &visit, (login, fields.get("password")), back).await {
        Ok(answer) => Ok(answer),
        Err(No::Refused(refusal)) => Ok(form(&pages, &visit, (back, login), Some(&refusal))),
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
    Ok(went_on(pages, visit, &begun, back))
}

/// The form, with the login that was typed.
pub fn form(pages: &Pages, visit: &Visit, (back, login): (&str, &str), refusal: Option<&AccountRefusal>) -> Response {
    let entry = card(pages, visit, (Tab::Password, back), "/sign-in", refusal);
    let fields = html! {
        input type="hidden" name="back" value=(back);
        (entry.field(&Field { value: login, ..LOGIN }))
        (entry.field(&Field { autocomplete: "current-password", ..PASSWORD }))
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
    };
    let after = html! {
        p { a href="/reset" { (visit.say("pages-sign-in-forgot", &[])) } }
        (below(visit, back))
        p.dim { (visit.say("pages-sign-in-help", &[])) }
    };
    entry.shown(&fields, &after)
}
