//! `/confirm`: the link of a letter. Looking at it changes nothing, since programs that read mail for people look at
//! links too; the button does.

use super::Pages;
use super::parts::entry::{Entry, told};
use super::visit::{Posted, Visit};
use account::{AccountRefusal, Confirmed, confirm_link};
use axum::extract::State;
use axum::response::Response;
use maud::html;
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf};

/// The code of the link.
#[derive(Debug, Deserialize)]
pub struct CodeQuery {
    /// As it stands in the letter.
    pub code: Option<String>,
}

/// What the link does, and the button.
pub async fn show(
    State(pages): State<Pages>,
    visit: Visit,
    QueryOf(query): QueryOf<CodeQuery>,
) -> Result<Response, Problem> {
    let code = query.code.unwrap_or_default();
    let mut reader = pages.app.store.reader().await?;
    match confirm_link::find(&mut reader, &visit.cx, &code).await {
        Ok((_, confirmed)) => Ok(form(&visit, &code, confirmed, None)),
        Err(No::Refused(_)) => Ok(over(&visit)),
        Err(fault) => Err(fault.into()),
    }
}

/// Follows the link. Pressed twice, the button is one act.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let code = fields.get("code");
    match followed(&pages, &visit, code).await {
        Ok(Confirmed::Registered) => Ok(done(&visit, "pages-confirm-registered-done")),
        Ok(Confirmed::Email) => Ok(done(&visit, "pages-confirm-email-done")),
        Ok(Confirmed::EmailChanged) => Ok(done(&visit, "pages-confirm-changed-done")),
        Err(No::Refused(AccountRefusal::LoginTaken)) => {
            Ok(form(&visit, code, Confirmed::Registered, Some(AccountRefusal::LoginTaken)))
        }
        Err(No::Refused(_)) => Ok(over(&visit)),
        Err(fault) => Err(fault.into()),
    }
}

async fn followed(pages: &Pages, visit: &Visit, code: &str) -> Result<Confirmed, No<AccountRefusal>> {
    let prepared = {
        let mut reader = pages.app.store.reader().await?;
        confirm_link::prepare(&mut reader, &visit.cx, (&visit.texts, visit.language), code).await?
    };
    pages.app.store.write(&visit.cx, prepared, |tx, cx, link| Box::pin(confirm_link::run(tx, cx, link))).await
}

fn form(visit: &Visit, code: &str, confirmed: Confirmed, refusal: Option<AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-confirm-title", "/confirm", refusal.as_ref());
    let text = match confirmed {
        Confirmed::Registered => "pages-confirm-registered",
        Confirmed::Email => "pages-confirm-email",
        Confirmed::EmailChanged => "pages-confirm-changed",
    };
    let fields = html! {
        input type="hidden" name="code" value=(code);
        p { (visit.say(text, &[])) }
        button.button type="submit" { (visit.say("pages-confirm", &[])) }
    };
    entry.shown(&fields, &html! {})
}

fn done(visit: &Visit, text: &str) -> Response {
    told(visit, "pages-confirm-done", text, ("/sign-in", "pages-sign-in"))
}

/// An unknown link, one of another kind, an expired one: one page for all.
pub fn over(visit: &Visit) -> Response {
    let mut answer = told(visit, "pages-link-over", "pages-link-over-text", ("/sign-in", "pages-sign-in"));
    *answer.status_mut() = axum::http::StatusCode::GONE;
    answer
}
