//! `/register`: at once where the host lets anybody in, else by the link of a letter.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields};
use super::parts::entry::{Entry, Field, told};
use super::parts::escaped;
use super::sign_in::password::signed_in;
use super::sign_in::{BackQuery, LOGIN, PASSWORD};
use super::visit::{Visit, local};
use account::register::NewUser;
use account::{AccountRefusal, Registration, ask_registration, register};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use store::No;
use web::{Problem, QueryOf, RawBody};

/// The empty form; who is signed in already goes on.
pub async fn show(State(pages): State<Pages>, visit: Visit, QueryOf(query): QueryOf<BackQuery>) -> Response {
    let back = local(query.back.as_deref().unwrap_or("/"));
    if visit.is_signed_in() {
        return Redirect::to(back).into_response();
    }
    let refusal =
        (pages.account.settings.registration == Registration::Closed).then_some(AccountRefusal::RegistrationClosed);
    form(&visit, &Typed { back, login: "", name: "" }, refusal)
}

/// Registers. A refusal shows the form again with what was typed.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    body: RawBody<FORM_BYTES_MAX>,
) -> Result<Response, Problem> {
    let fields = Fields::read(&body.bytes);
    visit.form.check(&fields)?;
    let typed = Typed { back: local(fields.get("back")), login: fields.get("login"), name: fields.get("name") };
    match registered(&pages, &visit, &typed, fields.get("password")).await {
        Ok(answer) => Ok(answer),
        Err(No::Refused(refusal)) => Ok(form(&visit, &typed, Some(refusal))),
        Err(fault) => Err(fault.into()),
    }
}

struct Typed<'a> {
    back: &'a str,
    login: &'a str,
    name: &'a str,
}

async fn registered(
    pages: &Pages,
    visit: &Visit,
    typed: &Typed<'_>,
    password: &str,
) -> Result<Response, No<AccountRefusal>> {
    let (store, passwords) = (&pages.app.store, &pages.account.passwords);
    let [login, name, chosen] = [typed.login, typed.name, password].map(str::to_owned);
    let new = NewUser { login, name, password: chosen };
    match pages.account.settings.registration {
        Registration::Closed => Err(AccountRefusal::RegistrationClosed.into()),
        Registration::Confirmed => {
            ask_registration::run(store, passwords, &visit.cx, new, (visit.language, visit.address)).await?;
            Ok(told(visit, "pages-register-asked", "pages-register-asked-text", ("/sign-in", "pages-sign-in")))
        }
        Registration::Open => {
            register::count(store, &visit.cx, visit.address).await?;
            let prepared = register::prepare(passwords, &visit.cx, new).await?;
            let made = store.write(&visit.cx, prepared, |tx, cx, new| Box::pin(register::run(tx, cx, new))).await;
            match made {
                Ok(_) => signed_in(pages, visit, (typed.login, password), typed.back).await,
                // The button was pressed twice: the first press made the user, and this is the same person.
                Err(No::Refused(AccountRefusal::LoginTaken)) => {
                    let again = signed_in(pages, visit, (typed.login, password), typed.back).await;
                    again.map_err(|no| match no {
                        No::Refused(AccountRefusal::WrongPassword) => AccountRefusal::LoginTaken.into(),
                        other => other,
                    })
                }
                Err(no) => Err(no),
            }
        }
    }
}

fn form(visit: &Visit, typed: &Typed<'_>, refusal: Option<AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-register-title", "/register", refusal.as_ref());
    let fields = html! {
        input type="hidden" name="back" value=(typed.back);
        (entry.field(&Field { value: typed.login, label: "pages-register-login", ..LOGIN }))
        (entry.field(&Field {
            name: "name", label: "pages-register-name", autocomplete: "name", value: typed.name, chars_max: 200,
            rule: "pages-register-name-rule", ..Field::default()
        }))
        (entry.field(&Field { rule: "pages-password-rule", ..PASSWORD }))
        button.button type="submit" { (visit.say("pages-register", &[])) }
    };
    let after = html! {
        p { a href={ "/sign-in?back=" (escaped(typed.back)) } { (visit.say("pages-register-known", &[])) } }
    };
    entry.shown(&fields, &after)
}
