//! Every place of the client, in a program that was built without it: what is missing, and how to build it.

use super::parts;
use super::visit::Visit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

/// 501: the place is right, this build cannot show it.
pub fn shown(visit: &Visit) -> Response {
    let title = visit.say("pages-client-absent", &[]);
    let main = html! {
        section.narrow {
            h1 { (title) }
            p { (visit.say("pages-client-absent-what", &[])) }
            p { (visit.say("pages-client-absent-how", &[])) }
            pre { code { "dev/ui\ncargo build --locked -p svitok" } }
            p { (visit.say("pages-client-absent-run", &[])) }
        }
    };
    (StatusCode::NOT_IMPLEMENTED, parts::shown(visit, &title, &main)).into_response()
}
