//! `/sign-in/second`: the second step of signing in, after the password.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields};
use super::parts::entry::{Entry, Field};
use super::sign_in::{self, SCRIPT, Tab, entered};
use super::visit::{Visit, local};
use account::AccountRefusal;
use account::second_sign_in::{SecondFactor, run};
use axum::extract::State;
use axum::response::Response;
use maud::html;
use store::No;
use web::{Problem, RawBody};

/// Finishes the sign-in that waits. A refusal shows the form again.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    body: RawBody<FORM_BYTES_MAX>,
) -> Result<Response, Problem> {
    let fields = Fields::read(&body.bytes);
    visit.form.check(&fields)?;
    let (token, back) = (fields.get("second"), local(fields.get("back")));
    let shown = SecondFactor {
        token: token.to_owned(),
        code: fields.get("code").to_owned(),
        remember: !fields.get("remember").is_empty(),
        door: visit.door(),
    };
    match run(&pages.app.store, &pages.account.settings, &visit.cx, shown).await {
        Ok(finished) => {
            let mut answer = entered(&visit, &finished.opened, back);
            if let Some(device) = &finished.device {
                visit.jar.keep_device(answer.headers_mut(), device.reveal());
            }
            Ok(answer)
        }
        // Who looked for the phone for too long begins anew, and comes to the same place.
        Err(No::Refused(over @ AccountRefusal::ChallengeOver)) => {
            Ok(sign_in::form(&pages, &visit, (Tab::Password, back), Some(&over)))
        }
        Err(No::Refused(refusal)) => Ok(form(&pages, &visit, (token, back), Some(&refusal))),
        Err(fault) => Err(fault.into()),
    }
}

/// The form; the token of the sign-in that waits goes with it.
pub fn form(pages: &Pages, visit: &Visit, (token, back): (&str, &str), refusal: Option<&AccountRefusal>) -> Response {
    let entry =
        Entry::of(visit, "pages-second-title", "/sign-in/second", refusal).with_script(pages.ui.page_script(SCRIPT));
    let fields = html! {
        input type="hidden" name="second" value=(token);
        input type="hidden" name="back" value=(back);
        (entry.field(&Field {
            name: "code", label: "pages-second-code", kind: "text", autocomplete: "one-time-code", chars_max: 40,
            rule: "pages-second-rule", ..Field::default()
        }))
        label.check {
            input type="checkbox" name="remember" value="yes";
            " " (visit.say("pages-second-remember", &[]))
        }
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
    };
    let after = html! { p.dim { (visit.say("pages-second-shared", &[])) } };
    entry.shown(&fields, &after)
}
