//! `/certificates/revoke`: who cannot sign in revokes a certificate by the phrase that its holder chose. What is not there, what has
//! no phrase and a wrong phrase are answered alike; the room counts the tries.

use super::Pages;
use super::find_certificate::digits;
use super::parts::entry::{Entry, Field, told};
use super::visit::{Posted, Visit};
use axum::extract::State;
use axum::response::Response;
use certification::{Refusal, RevocationReason};
use maud::{Markup, html};
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf};

/// Where the page is.
pub const PLACE: &str = "/certificates/revoke";
/// Characters of the field: a thumbprint with a colon or a space between its octets, and some to spare.
const KEY_CHARS_MAX: usize = 100;
/// Characters of the field: the longest phrase.
const PHRASE_CHARS_MAX: usize = 200;

/// The certificate, where a page led here from it.
#[derive(Debug, Deserialize)]
pub struct RevokeQuery {
    key: Option<String>,
}

/// The empty form.
pub async fn show(visit: Visit, QueryOf(query): QueryOf<RevokeQuery>) -> Response {
    form(&visit, (&query.key.unwrap_or_default(), RevocationReason::KeyCompromise), None)
}

/// Revokes. A refusal shows the form again with all but the phrase.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let typed = fields.get("key");
    let reason = RevocationReason::from_word(fields.get("reason")).unwrap_or(RevocationReason::Unspecified);
    let key = digits(typed);
    let revoked = pages.certification.revoke_by_phrase(&visit.cx, (&key, fields.get("phrase")), reason).await;
    match revoked {
        Ok(()) => {
            let way_on = format!("/certificates/find?key={key}");
            Ok(told(&visit, "pages-revoke-done", "pages-revoke-done-text", (&way_on, "pages-revoke-look")))
        }
        Err(No::Refused(refusal)) => Ok(form(&visit, (typed, reason), Some(refusal))),
        Err(fault) => Err(fault.into()),
    }
}

fn form(visit: &Visit, (typed, chosen): (&str, RevocationReason), refusal: Option<Refusal>) -> Response {
    let field = match &refusal {
        Some(Refusal::Phrase(_)) => "phrase",
        _ => "key",
    };
    let problem = refusal.map(Problem::refused);
    let entry =
        Entry::of(visit, "pages-revoke-title", PLACE, None).refused_by(problem.as_ref().map(|one| (one, field)));
    let key =
        Field { name: "key", label: "pages-find-key", value: typed, chars_max: KEY_CHARS_MAX, ..Field::default() };
    let phrase = Field {
        name: "phrase",
        label: "pages-revoke-phrase",
        kind: "password",
        rule: "pages-revoke-phrase-rule",
        chars_max: PHRASE_CHARS_MAX,
        ..Field::default()
    };
    let fields = html! {
        p { (visit.say("pages-revoke-lead", &[])) }
        (entry.field(&key))
        (reasons(visit, chosen))
        (entry.field(&phrase))
        button.button type="submit" { (visit.say("pages-revoke-submit", &[])) }
    };
    let after = html! { p.dim { (visit.say("pages-revoke-otherwise", &[])) } };
    entry.shown(&fields, &after)
}

fn reasons(visit: &Visit, chosen: RevocationReason) -> Markup {
    html! {
        label for="reason" { (visit.say("pages-revoke-reason", &[])) }
        select #reason name="reason" {
            @for reason in RevocationReason::ALL {
                option value=(reason.word()) selected[reason == chosen] {
                    (visit.say(&format!("pages-revoke-reason-{}", reason.word()), &[]))
                }
            }
        }
    }
}
