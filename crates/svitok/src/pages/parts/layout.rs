//! The frame of every page: head, header, main, footer.

use super::super::assets;
use super::super::form::TOKEN_FIELD;
use super::super::visit::{Visit, dressed};
use axum::response::Response;
use maud::{DOCTYPE, Markup, html};
use web::{Language, Problem};

/// A whole page. `title` goes to the tab; `main` holds the page's own heading.
pub fn shown(visit: &Visit, title: &str, main: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(visit.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (visit.say("pages-name", &[])) }
                link rel="stylesheet" href=(assets::style_path());
                link rel="icon" type="image/svg+xml" href=(assets::mark_path());
            }
            body {
                a.skip href="#main" { (visit.say("pages-skip", &[])) }
                (header(visit))
                main #main { (main) }
                (footer(visit))
            }
        }
    };
    dressed(page.into_string())
}

fn header(visit: &Visit) -> Markup {
    html! {
        header.top {
            a.brand href="/" {
                img src=(assets::mark_path()) alt="" width="28" height="28";
                span { (visit.say("pages-name", &[])) }
            }
            nav.tools aria-label=(visit.say("pages-nav-tools", &[])) {
                (languages(visit))
                @if visit.is_signed_in() {
                    form method="post" action="/sign-out" {
                        input type="hidden" name=(TOKEN_FIELD) value=(visit.form.shown());
                        button.quiet type="submit" { (visit.say("pages-sign-out", &[])) }
                    }
                }
            }
        }
    }
}

/// The other language, of the same page.
fn languages(visit: &Visit) -> Markup {
    let (other, name) = match visit.language {
        Language::Russian => (Language::English, "English"),
        Language::English => (Language::Russian, "Русский"),
    };
    let (path, query) = visit.place.split_once('?').unwrap_or((&visit.place, ""));
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let query = kept.map(|pair| format!("{pair}&")).collect::<String>();
    html! { a.quiet hreflang=(other.tag()) lang=(other.tag()) href={ (path) "?" (query) "lang=" (other.tag()) } { (name) } }
}

fn footer(visit: &Visit) -> Markup {
    html! {
        footer.bottom {
            p { (visit.say("pages-honest", &[])) }
            p {
                a href="/legal.md" hreflang="ru" { (visit.say("pages-legal", &[])) } " · "
                a href="/authorities.pem" { (visit.say("pages-authorities", &[])) } " · "
                a href="/api/v1/openapi.json" { (visit.say("pages-api", &[])) }
            }
        }
    }
}

/// A problem in a page: what it is, what to do, and for failures of the machine the number that stands in the logs.
pub fn problem(visit: &Visit, problem: &Problem) -> Response {
    let status = problem.status();
    let title = visit.say(if status.is_server_error() { "pages-problem-fault" } else { "pages-problem-refused" }, &[]);
    let title = if status.as_u16() == 404 { visit.say("pages-problem-nothing", &[]) } else { title };
    let text = match status.as_u16() {
        // One text for what is not there and what is not for this person.
        404 => visit.say("pages-problem-nothing-text", &[]),
        _ => problem.title(&visit.texts, visit.language),
    };
    let main = html! {
        section.narrow {
            h1 { (title) }
            p { (text) }
            @if status.is_server_error() {
                p.dim { (visit.say("pages-problem-number", &[("id", &visit.cx.request_id.to_string())])) }
            }
            p { a.button href="/" { (visit.say("pages-problem-first", &[])) } }
        }
    };
    shown(visit, &title, &main)
}
