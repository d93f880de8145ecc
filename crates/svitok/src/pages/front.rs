//! The first page for nobody: what this is, and where to sign in.

use super::visit::Visit;
use super::{Pages, client, parts};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use maud::html;

/// Short and honest.
fn shown(visit: &Visit) -> Response {
    let title = visit.say("pages-front-title", &[]);
    let main = html! {
        section.narrow.front {
            h1 { (title) }
            p.lead { (visit.say("pages-front-lead", &[])) }
            p.actions {
                a.button href="/sign-in" { (visit.say("pages-sign-in", &[])) }
                a href="/check" { (visit.say("pages-check-title", &[])) }
                a href="/check-file" { (visit.say("pages-check-file-title", &[])) }
            }
            ul.points {
                @for key in ["pages-front-sent", "pages-front-proven", "pages-front-own"] {
                    li { (visit.say(key, &[])) }
                }
            }
        }
    };
    parts::shown(visit, &title, &main)
}

/// `/`: the client for who is signed in, this page for nobody.
pub async fn first(State(pages): State<Pages>, visit: Visit, headers: HeaderMap) -> Response {
    if visit.is_signed_in() { client(&pages, &visit, &headers) } else { shown(&visit) }
}
