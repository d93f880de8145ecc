//! `/sign-in/second`: the second step of signing in, by whatever the person has for it.

use super::Pages;
use super::form::{Fields, TOKEN_FIELD};
use super::parts::entry::{Entry, Field};
use super::sign_in::{self, PHONE_CODE, SCRIPT, Tab, entered, passkey};
use super::visit::{Posted, Visit, local};
use account::second_sign_in::{SecondFactor, SecondOpened, SecondShown, ask_phone, run, ways};
use account::second_ways::SecondWays;
use account::{AccountRefusal, Digits, PhoneCodeId, SecondWay};
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use store::No;
use web::Problem;

/// Of the button that has a code sent.
const SEND: &str = "send";

/// How far the sign-in has come.
pub struct Step<'a> {
    /// Of the sign-in that waits; it goes with the form.
    pub token: &'a str,
    /// Where to go after.
    pub back: &'a str,
    /// The code that was sent to the phone.
    pub code_id: Option<PhoneCodeId>,
    /// By what the step can be made.
    pub ways: &'a SecondWays,
}

/// Finishes the sign-in that waits, or has a code sent to the phone. A refusal shows the form again.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let (token, back) = (fields.get("second"), local(fields.get("back")));
    let sent = fields.get("code_id").parse::<PhoneCodeId>().ok();
    let stepped = if fields.get("act") == SEND {
        ask_phone(&pages.app.store, &visit.cx, token, visit.language).await.map(Stepped::Sent)
    } else {
        finished(&pages, &visit, &fields, sent).await.map(|opened| Stepped::In(Box::new(opened)))
    };
    let (code_id, refusal) = match stepped {
        Ok(Stepped::In(opened)) => return Ok(kept(&visit, &opened, back)),
        Ok(Stepped::Sent(code_id)) => (Some(code_id), None),
        Err(No::Refused(refusal)) => (sent, Some(refusal)),
        Err(fault) => return Err(fault.into()),
    };
    let found = {
        let mut reader = pages.app.store.reader().await?;
        ways(&mut reader, &visit.cx, token).await
    };
    match found {
        Ok(ways) => Ok(form(&pages, &visit, &Step { token, back, code_id, ways: &ways }, refusal.as_ref())),
        // Who looked for the phone for too long begins anew, and comes to the same place.
        Err(No::Refused(over)) => Ok(sign_in::form(&pages, &visit, (Tab::Password, back), Some(&over))),
        Err(fault) => Err(fault.into()),
    }
}

enum Stepped {
    Sent(PhoneCodeId),
    In(Box<SecondOpened>),
}

async fn finished(
    pages: &Pages,
    visit: &Visit,
    fields: &Fields,
    sent: Option<PhoneCodeId>,
) -> Result<SecondOpened, No<AccountRefusal>> {
    let code = fields.get("code");
    let shown = match sent {
        _ if !fields.get("signature").is_empty() => SecondShown::Passkey(Box::new(passkey::read(fields, visit)?)),
        Some(code_id) => SecondShown::Phone { code_id, digits: Digits::typed(code) },
        None => SecondShown::Code(code.to_owned()),
    };
    let (token, remember) = (fields.get("second").to_owned(), !fields.get("remember").is_empty());
    let factor = SecondFactor { token, shown, remember, door: visit.door() };
    run(&pages.app.store, &pages.account.settings, &visit.cx, factor).await
}

fn kept(visit: &Visit, finished: &SecondOpened, back: &str) -> Response {
    let mut answer = entered(visit, &finished.opened, back);
    if let Some(device) = &finished.device {
        visit.jar.keep_device(answer.headers_mut(), device.reveal());
    }
    answer
}

/// The forms: a code, and where there is one, a passkey.
pub fn form(pages: &Pages, visit: &Visit, step: &Step<'_>, refusal: Option<&AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-second-title", "/sign-in/second", refusal);
    let entry = entry.with_script(pages.ui.page_script(SCRIPT));
    let code = Field {
        name: "code",
        label: "pages-second-code",
        autocomplete: "one-time-code",
        chars_max: 40,
        rule: if step.ways.has(SecondWay::Totp) { "pages-second-rule" } else { "pages-second-recovery-rule" },
        ..Field::default()
    };
    let ending = step.ways.phone_ending();
    let fields = html! {
        (carried(step))
        @match step.code_id {
            Some(code_id) => {
                input type="hidden" name="code_id" value=(code_id);
                p { (visit.say("pages-second-sent", &[("ending", ending.unwrap_or_default())])) }
                (entry.field(&PHONE_CODE))
            }
            None => { (entry.field(&code)) }
        }
        label.check {
            input type="checkbox" name="remember" value="yes";
            " " (visit.say("pages-second-remember", &[]))
        }
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
        @if let Some(ending) = ending {
            button.quiet.other type="submit" name="act" value=(SEND) formnovalidate {
                (visit.say("pages-second-send", &[("ending", ending)]))
            }
        }
    };
    let after = html! {
        @if step.ways.has(SecondWay::Passkey) { (passkey_form(visit, step)) }
        p.dim { (visit.say("pages-second-shared", &[])) }
    };
    entry.shown(&fields, &after)
}

fn passkey_form(visit: &Visit, step: &Step<'_>) -> Markup {
    html! {
        form method="post" action="/sign-in/second" data-way="by-passkey" hidden {
            input type="hidden" name=(TOKEN_FIELD) value=(visit.form.shown());
            (carried(step))
            (passkey::answers(visit))
            button.quiet.other type="submit" { (visit.say("pages-second-passkey", &[])) }
        }
    }
}

fn carried(step: &Step<'_>) -> Markup {
    html! {
        input type="hidden" name="second" value=(step.token);
        input type="hidden" name="back" value=(step.back);
    }
}
