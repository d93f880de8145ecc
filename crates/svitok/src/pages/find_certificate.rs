//! `/certificates/find`: one certificate by its exact serial number or thumbprint. There is no search: who asks holds the
//! certificate or a signature made with it.

use super::visit::Visit;
use super::{Pages, parts, revoke};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use certification::{CertificateState, LookedUp, Refusal};
use kernel::Refusal as _;
use maud::{Markup, html};
use pki::Certificate;
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf};

/// What was typed; other parameters (the language) are the frame's.
#[derive(Debug, Deserialize)]
pub struct FindQuery {
    key: Option<String>,
}

/// The form, and below it what was found.
pub async fn show(
    State(pages): State<Pages>,
    visit: Visit,
    QueryOf(query): QueryOf<FindQuery>,
) -> Result<Response, Problem> {
    let typed = query.key.unwrap_or_default();
    let key = digits(&typed);
    if key.is_empty() {
        return Ok(shown(&visit, &typed, None, &html! {}));
    }
    match pages.certification.look_up(&visit.cx, &key).await {
        Ok(found) => Ok(shown(&visit, &typed, None, &told(&visit, &found))),
        Err(No::Refused(refusal @ (Refusal::LookupForm | Refusal::CertificateNotFound))) => {
            let text = visit.texts.of_code(visit.language, refusal.code()).unwrap_or_default();
            let status = match refusal {
                Refusal::LookupForm => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::NOT_FOUND,
            };
            let mut answer = shown(&visit, &typed, Some(&text), &html! {});
            *answer.status_mut() = status;
            Ok(answer)
        }
        Err(no) => Err(no.into()),
    }
}

/// A serial number or thumbprint as people copy it, without the spaces and colons between its octets.
pub fn digits(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && *c != ':').collect::<String>().to_lowercase()
}

fn shown(visit: &Visit, typed: &str, refusal: Option<&str>, found: &Markup) -> Response {
    let title = visit.say("pages-find-title", &[]);
    let described = refusal.map(|_| "refusal");
    let main = html! {
        section.narrow.card.wide {
            h1 { (title) }
            p { (visit.say("pages-find-lead", &[])) }
            @if let Some(refusal) = refusal { p.refusal #refusal role="alert" { (refusal) } }
            form method="get" action="/certificates/find" {
                label for="key" { (visit.say("pages-find-key", &[])) }
                input #key name="key" value=(typed) required autocomplete="off" spellcheck="false" aria-describedby=[described];
                button.button type="submit" { (visit.say("pages-find-submit", &[])) }
            }
        }
        (found)
    };
    parts::shown(visit, &title, &main)
}

fn told(visit: &Visit, found: &LookedUp) -> Markup {
    let certificate = &found.certificate;
    let subject = certificate.subject();
    let moment = |at| parts::moment(visit, at);
    let is_in_time = certificate.not_before() <= visit.cx.now && visit.cx.now <= certificate.not_after();
    let (mark, state) = match found.state {
        CertificateState::Revoked { at, .. } => ("found stop", visit.say("pages-find-revoked", &[("at", &moment(at))])),
        CertificateState::Suspended { at } => ("found stop", visit.say("pages-find-suspended", &[("at", &moment(at))])),
        _ if !is_in_time => ("found stop", visit.say("pages-find-ended", &[])),
        _ => ("found good", visit.say("pages-find-in-force", &[])),
    };
    let kind = visit.say(&format!("pages-signature-{}", found.verdict.kind.word()), &[]);
    let rows = [
        ("pages-find-owner", subject.cn().map(str::to_owned)),
        ("pages-find-person", person_of(certificate)),
        ("pages-find-inn", subject.inn_le().or_else(|| subject.inn()).map(str::to_owned)),
        ("pages-find-issuer", certificate.issuer().cn().map(str::to_owned)),
        ("pages-find-from", Some(moment(certificate.not_before()))),
        ("pages-find-until", Some(moment(certificate.not_after()))),
        ("pages-find-serial", Some(certificate.serial_hex())),
        ("pages-find-thumbprint", Some(hex::encode(certificate.thumbprint_sha1()))),
    ];
    html! {
        section.narrow.card.wide {
            h2 { (visit.say("pages-find-found", &[])) }
            @if found.verdict.kind.is_play() { p.warning { (visit.say("pages-play", &[])) } }
            p { span.mark { (kind) } " " span class=(mark) { (state) } }
            dl.verdict {
                @for (key, value) in rows {
                    @if let Some(value) = value { div { dt { (visit.say(key, &[])) } dd { (value) } } }
                }
            }
            (way_to_revoke(visit, found))
            p.dim { (visit.say("pages-find-asked-at", &[("at", &moment(visit.cx.now))])) }
        }
    }
}

fn person_of(certificate: &Certificate) -> Option<String> {
    let subject = certificate.subject();
    match (subject.surname(), subject.given_name()) {
        (Some(surname), Some(given)) => Some(format!("{surname} {given}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// Nothing for one that is revoked already.
fn way_to_revoke(visit: &Visit, found: &LookedUp) -> Markup {
    if matches!(found.state, CertificateState::Revoked { .. }) {
        return html! {};
    }
    let place = format!("{}?key={}", revoke::PLACE, found.certificate.serial_hex());
    html! { p { a href=(place) { (visit.say("pages-revoke-title", &[])) } } }
}
