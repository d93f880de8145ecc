//! `/check`: anybody drops a file and its signature and is told what was found. Nothing is kept, nothing is logged of them.

use super::visit::Visit;
use super::{Pages, parts, upload};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use maud::{Markup, html};
use std::sync::Arc;
use tokio::sync::{Semaphore, SemaphorePermit};
use trust::report::{CheckOutcome, CheckView};
use trust::{Summary, Verdict};
use web::{EdgeRefusal, Problem, RawBody};

/// The file, its signature and the form around both. Documents between organizations are far smaller; larger ones are
/// checked by `svitok verify`.
pub const CHECK_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Checks at once: 32 MiB take the hash about 0.2 s of a core, and nobody here is known.
const CHECKS_AT_ONCE_MAX: usize = 2;

/// Places for checks.
#[derive(Debug, Clone)]
pub struct Checks(Arc<Semaphore>);

impl Default for Checks {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(CHECKS_AT_ONCE_MAX)))
    }
}

impl Checks {
    /// One, while it is held; none when all are taken.
    pub(super) fn place(&self) -> Option<SemaphorePermit<'_>> {
        self.0.try_acquire().ok()
    }
}

/// What was dropped.
struct Dropped {
    name: String,
    content: Bytes,
    signature: Bytes,
}

/// The empty form.
pub async fn show(visit: Visit) -> Response {
    form(&visit, None)
}

/// Checks what was dropped.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    headers: HeaderMap,
    body: RawBody<CHECK_BYTES_MAX>,
) -> Result<Response, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(dropped) = dropped(kind, &body.bytes) else { return Ok(form(&visit, Some("pages-check-incomplete"))) };
    let _place = pages.checks.place().ok_or(EdgeRefusal::Busy)?;
    let (trust, now) = (pages.trust.clone(), visit.cx.now);
    let (content, signature) = (dropped.content, dropped.signature);
    let explained = tokio::task::spawn_blocking(move || trust.explain(&content, &signature, now)).await;
    let (verdict, checks) = explained.map_err(|why| store::Fault::Panicked(format!("checking a signature: {why}")))?;
    Ok(shown(&visit, &dropped.name, &verdict, checks.as_ref()))
}

/// Both files; an empty signature is none, an empty file may be signed.
fn dropped(kind: &str, body: &Bytes) -> Option<Dropped> {
    let uploads = upload::read(kind, body)?;
    let of = |field: &str| uploads.iter().find(|upload| upload.field == field).cloned();
    let (content, signature) = (of("content")?, of("signature")?);
    let is_whole = !content.file_name.is_empty() && !signature.content.is_empty();
    is_whole.then_some(Dropped { name: content.file_name, content: content.content, signature: signature.content })
}

fn form(visit: &Visit, refusal: Option<&str>) -> Response {
    let title = visit.say("pages-check-title", &[]);
    let main = html! {
        section.narrow.card.wide {
            h1 { (title) }
            p { (visit.say("pages-check-lead", &[])) }
            @if let Some(refusal) = refusal { p.refusal #refusal role="alert" { (visit.say(refusal, &[])) } }
            (fields(visit, refusal.map(|_| "refusal")))
            p.dim { (visit.say("pages-check-not-kept", &[])) }
        }
    };
    let mut answer = parts::shown(visit, &title, &main);
    if refusal.is_some() {
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    answer
}

fn fields(visit: &Visit, described: Option<&str>) -> Markup {
    html! {
        form method="post" action="/check" enctype="multipart/form-data" {
            label for="content" { (visit.say("pages-check-content", &[])) }
            input #content name="content" type="file" required aria-describedby=[described];
            label for="signature" { (visit.say("pages-check-signature", &[])) }
            input #signature name="signature" type="file" required accept=".sig,.p7s,.sgn,.der,.pem" aria-describedby=[described];
            button.button type="submit" { (visit.say("pages-check-submit", &[])) }
        }
    }
}

fn shown(visit: &Visit, name: &str, verdict: &Verdict, checks: Option<&CheckView>) -> Response {
    let key = match (verdict.summary, verdict.kind.is_play()) {
        (Summary::Proven | Summary::ProvenWithoutRevocation, true) => "pages-check-play",
        (Summary::Proven | Summary::ProvenWithoutRevocation, false) => "pages-check-good",
        (Summary::Undetermined, _) => "pages-check-undetermined",
        (Summary::Failed, _) => "pages-check-failed",
    };
    let title = visit.say(key, &[]);
    let main = html! {
        section.narrow.wide {
            h1 { (title) }
            p { (parts::verdict::short(visit, verdict)) }
            p.dim { (visit.say("pages-check-file", &[("name", name), ("at", &parts::moment(visit, verdict.at))])) }
            (parts::verdict::whole(visit, verdict))
            @if let Some(checks) = checks {
                details.more open {
                    summary { (visit.say("pages-check-tree", &[])) }
                    ul.checks { (check(visit, checks)) }
                }
            } @else if let Some(reason) = verdict.integrity.reason() {
                p { (visit.texts.of_code(visit.language, reason).unwrap_or_else(|| reason.to_owned())) }
            }
            p.dim { (visit.say("pages-check-not-kept", &[])) }
            h2 { (visit.say("pages-check-again", &[])) }
            div.card.wide { (fields(visit, None)) }
        }
    };
    parts::shown(visit, &title, &main)
}

/// One check and those it rests on: what, how it ended, why, and the clause that demands it.
fn check(visit: &Visit, one: &CheckView) -> Markup {
    let (mark, key) = match one.outcome {
        CheckOutcome::Yes => ("mark good", "pages-check-yes"),
        CheckOutcome::No => ("mark stop", "pages-check-no"),
        CheckOutcome::Unknown => ("mark", "pages-check-unknown"),
    };
    let name = visit.say(&format!("trust-check-{}", one.name.replace('.', "-")), &[]);
    html! {
        li {
            span class=(mark) { (visit.say(key, &[])) } " " (name)
            @if let Some(serial) = one.inputs.first().and_then(|input| input.serial.as_deref()) {
                " " span.dim { (visit.say("pages-check-serial", &[("serial", serial)])) }
            }
            @if let Some(reason) = &one.reason {
                span.norm { (visit.texts.of_code(visit.language, reason).unwrap_or_else(|| reason.clone())) }
            }
            span.norm { (one.clause) }
            @if !one.checks.is_empty() { ul { @for each in &one.checks { (check(visit, each)) } } }
        }
    }
}
