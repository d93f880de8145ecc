//! `/status`: what works now, for everybody: the database, the revocation lists, jobs that were given up. Names no
//! organization and no person.

use super::visit::Visit;
use super::{Pages, parts};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use certification::ListInForce;
use maud::{Markup, html};
use store::Fault;

/// What was found.
struct Found {
    lists: Vec<ListInForce>,
    given_up: i64,
    waiting: i64,
}

async fn look(pages: &Pages) -> Result<Found, Fault> {
    let lists = pages.certification.lists_in_force().await?;
    let jobs = pages.app.store.count_jobs().await?;
    let count = |is_given_up: bool| {
        jobs.iter()
            .filter(|kind| kind.is_given_up == is_given_up)
            .fold(0_i64, |sum, kind| sum.saturating_add(kind.count))
    };
    Ok(Found { lists, given_up: count(true), waiting: count(false) })
}

/// 200 while everything works, 503 while something does not: for people and for a watching program alike.
pub async fn show(State(pages): State<Pages>, visit: Visit) -> Response {
    let found = match look(&pages).await {
        Ok(found) => Some(found),
        Err(fault) => {
            tracing::warn!(%fault, "the status page found no database");
            None
        }
    };
    let is_fresh = |list: &ListInForce| list.next_update > visit.cx.now;
    let works = found.as_ref().is_some_and(|found| !found.lists.is_empty() && found.lists.iter().all(is_fresh));
    let title = visit.say(if works { "pages-status-works" } else { "pages-status-broken" }, &[]);
    let main = html! {
        section.narrow.card.wide {
            h1 { (title) }
            dl.verdict {
                (row(&visit, &visit.say("pages-status-database", &[]), found.is_some(), ""))
                @for list in found.iter().flat_map(|found| &found.lists) {
                    @let until = parts::moment(&visit, list.next_update);
                    @let number = list.number.to_string();
                    (row(&visit, &list.issuer, is_fresh(list),
                        &visit.say("pages-status-list", &[("number", &number), ("until", &until)])))
                }
                @if let Some(found) = &found {
                    (row(&visit, &visit.say("pages-status-jobs", &[]), found.given_up == 0,
                        &visit.say("pages-status-jobs-count", &[
                            ("waiting", &found.waiting.to_string()), ("given_up", &found.given_up.to_string()),
                        ])))
                }
            }
            p.dim { (visit.say("pages-status-at", &[("at", &parts::moment(&visit, visit.cx.now))])) }
        }
    };
    let mut answer = parts::shown(&visit, &title, &main);
    if !works {
        *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    answer
}

fn row(visit: &Visit, name: &str, is_good: bool, detail: &str) -> Markup {
    let (mark, word) = if is_good { ("found good", "pages-status-good") } else { ("found stop", "pages-status-bad") };
    html! { div { dt { (name) } dd { span class=(mark) { (visit.say(word, &[])) } " " (detail) } } }
}
