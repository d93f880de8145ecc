//! `/diagnostics/{token}`: the diagnostics of a workplace that somebody shares, for a person of support.

use super::visit::Visit;
use super::{Pages, parts};
use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use support::{CheckState, Report};
use web::{EdgeRefusal, Problem};

/// The report; a wrong link and one that is over are alike.
pub async fn show(State(pages): State<Pages>, visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let mut reader = pages.app.store.reader().await?;
    let report = support::find_report(&mut reader, &visit.cx, &token).await?.ok_or(EdgeRefusal::NoSuchPlace)?;
    Ok(shown(&visit, &report))
}

fn shown(visit: &Visit, report: &Report) -> Response {
    let title = visit.say("pages-diagnostics-title", &[]);
    let times = [("at", parts::moment(visit, report.made_at)), ("until", parts::moment(visit, report.expires_at))];
    let times: Vec<(&str, &str)> = times.iter().map(|(name, time)| (*name, time.as_str())).collect();
    let main = html! {
        h1 { (title) }
        p.dim { (visit.say("pages-diagnostics-times", &times)) " " (visit.say("pages-diagnostics-scrubbed", &[])) }
        div.sheet {
            table {
                thead { tr {
                    @for key in ["pages-diagnostics-check", "pages-diagnostics-state", "pages-diagnostics-found"] {
                        th scope="col" { (visit.say(key, &[])) }
                    }
                } }
                tbody { @for check in &report.checks { tr {
                    td { (check.name) }
                    td { span class=(mark(check.state)) { (visit.say(&format!("pages-diagnostics-{}", check.state.name()), &[])) } }
                    td { (check.found) }
                } } }
            }
        }
    };
    parts::shown(visit, &title, &main)
}

const fn mark(state: CheckState) -> &'static str {
    match state {
        CheckState::Good => "mark good",
        CheckState::Bad => "mark stop",
        CheckState::Unknown => "mark",
    }
}
