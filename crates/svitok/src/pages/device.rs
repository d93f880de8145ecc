//! `/device`: the person types the code from a device's screen, sees whose program it runs, and lets it in or does not.

use super::Pages;
use super::consent::{ALLOW, asked, buttons, demand_signed_in, person};
use super::parts::entry::{Entry, Field, told};
use super::visit::{Posted, Visit};
use account::AccountRefusal;
use axum::extract::State;
use axum::response::Response;
use maud::html;
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf};
use wire_openid::OpenidRefusal;
use wire_openid::device::{WaitingDevice, decide, find};

/// Where the page is.
pub const PLACE: &str = "/device";

/// The code, where the device's address holds it.
#[derive(Debug, Deserialize)]
pub struct CodeQuery {
    user_code: Option<String>,
}

/// The field of a code. One that came in the address is typed in already and looked at when it is sent: the person compares it
/// with the device's screen first.
pub async fn show(visit: Visit, QueryOf(query): QueryOf<CodeQuery>) -> Result<Response, Problem> {
    demand_signed_in(&visit)?;
    Ok(typing(&visit, query.user_code.as_deref().unwrap_or_default(), None))
}

/// Shows whose device it is; then writes down what the person said.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    demand_signed_in(&visit)?;
    let code = fields.get("user_code");
    let stepped = match fields.get("act") {
        "" => find(&pages.app.store, &visit.cx, code).await.map(Some),
        act => decide(&pages.app.store, &visit.cx, code, act == ALLOW).await.map(|()| None),
    };
    match stepped {
        Ok(Some(device)) => Ok(asking(&visit, (code, &device), &person(&pages, &visit).await?)),
        Ok(None) => {
            let text = if fields.get("act") == ALLOW { "pages-device-allowed" } else { "pages-device-denied" };
            Ok(told(&visit, "pages-device-done", text, ("/", "pages-problem-first")))
        }
        Err(No::Refused(refusal)) => Ok(typing(&visit, code, Some(&refusal))),
        Err(fault) => Err(fault.into()),
    }
}

fn typing(visit: &Visit, code: &str, refusal: Option<&AccountRefusal>) -> Response {
    // What the account calls not found is a code that no device waits with.
    let unknown = matches!(refusal, Some(AccountRefusal::NotFound { .. }));
    let entry = Entry::of(visit, "pages-device-title", PLACE, refusal);
    let entry =
        if unknown { entry.refused_by(Some((&Problem::refused(OpenidRefusal::UserCode), "user_code"))) } else { entry };
    let field = Field {
        name: "user_code",
        label: "pages-device-code",
        value: code,
        chars_max: 20,
        rule: "pages-device-rule",
        is_required: true,
        ..Field::default()
    };
    let fields = html! {
        (entry.field(&field))
        button.button type="submit" { (visit.say("pages-device-next", &[])) }
    };
    entry.shown(&fields, &html! {})
}

fn asking(visit: &Visit, (code, device): (&str, &WaitingDevice), person: &str) -> Response {
    let above = html! {
        p { (visit.say("pages-device-compare", &[("code", code)])) }
        (asked(visit, (&device.program, device.scope), person))
    };
    let fields = html! {
        input type="hidden" name="user_code" value=(code);
        (buttons(visit))
    };
    Entry::of(visit, "pages-consent-title", PLACE, None).above(above).shown(&fields, &html! {})
}
