//! The first page for nobody: what this is, and where to sign in.

use super::parts;
use super::visit::Visit;
use axum::response::Response;
use maud::html;

/// Short and honest.
pub fn shown(visit: &Visit) -> Response {
    let title = visit.say("pages-front-title", &[]);
    let main = html! {
        section.narrow.front {
            h1 { (title) }
            p.lead { (visit.say("pages-front-lead", &[])) }
            p.actions {
                a.button href="/sign-in" { (visit.say("pages-sign-in", &[])) }
                a href="/api/v1/openapi.json" { (visit.say("pages-api", &[])) }
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
