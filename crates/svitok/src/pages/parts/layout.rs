//! The frame of every page: head, header, main, footer.

use super::super::assets;
use super::super::form::TOKEN_FIELD;
use super::super::visit::{Visit, dressed, dressed_to_lead, dressed_with_script};
use crate::ui;
use axum::response::Response;
use kernel::RequestId;
use maud::{DOCTYPE, Markup, html};
use web::{Language, Problem, Texts};

/// A whole page. `title` goes to the tab; `main` holds the page's own heading.
pub fn shown(visit: &Visit, title: &str, main: &Markup) -> Response {
    let words = Words { texts: &visit.texts, language: visit.language };
    dressed(framed(words, title, (&header(visit), main), None))
}

/// The same, with forms that lead to a program's address.
pub fn leading(visit: &Visit, title: &str, main: &Markup, origin: &str) -> Response {
    let words = Words { texts: &visit.texts, language: visit.language };
    dressed_to_lead(framed(words, title, (&header(visit), main), None), origin)
}

/// The same with a script of the client's build, which may sign in its worker.
pub fn scripted(visit: &Visit, title: &str, main: &Markup, script: &ui::Entry) -> Response {
    let words = Words { texts: &visit.texts, language: visit.language };
    dressed_with_script(framed(words, title, (&header(visit), main), Some(script)))
}

/// The texts of a page that no visit stands behind.
#[derive(Clone, Copy)]
struct Words<'a> {
    texts: &'a Texts,
    language: Language,
}

impl Words<'_> {
    fn say(self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.texts.text(self.language, key, arguments).unwrap_or_else(|| key.to_owned())
    }
}

fn framed(words: Words<'_>, title: &str, (header, main): (&Markup, &Markup), script: Option<&ui::Entry>) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(words.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (words.say("pages-name", &[])) }
                link rel="stylesheet" href=(assets::style_path());
                link rel="icon" type="image/svg+xml" href=(assets::mark_path());
                @if let Some(script) = script { script type="module" src={ "/" (script.file) } {} }
            }
            body {
                a.skip href="#main" { (words.say("pages-skip", &[])) }
                (header)
                main #main { (main) }
                (footer(words))
            }
        }
    };
    page.into_string()
}

fn brand(words: Words<'_>) -> Markup {
    html! {
        a.brand href="/" {
            img src=(assets::mark_path()) alt="" width="28" height="28";
            span { (words.say("pages-name", &[])) }
        }
    }
}

fn header(visit: &Visit) -> Markup {
    html! {
        header.top {
            (brand(Words { texts: &visit.texts, language: visit.language }))
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

fn footer(words: Words<'_>) -> Markup {
    html! {
        footer.bottom {
            p { (words.say("pages-honest", &[])) }
            p {
                a href="/legal.md" hreflang="ru" { (words.say("pages-legal", &[])) } " · "
                a href="/check" { (words.say("pages-check-title", &[])) } " · "
                a href="/check-file" { (words.say("pages-check-file-title", &[])) } " · "
                a href="/certificates/find" { (words.say("pages-find-title", &[])) } " · "
                a href="/status" { (words.say("pages-status-title", &[])) } " · "
                a href="/authorities.pem" { (words.say("pages-authorities", &[])) } " · "
                a href="/api/v1/openapi.json" { (words.say("pages-api", &[])) }
            }
        }
    }
}

/// A problem in a page: what it is, what to do, and for failures of the machine the number that stands in the logs.
pub fn problem(visit: &Visit, problem: &Problem) -> Response {
    let words = Words { texts: &visit.texts, language: visit.language };
    let number = problem.status().is_server_error().then_some(visit.cx.request_id);
    let (title, main) = told(words, problem, number);
    shown(visit, &title, &main)
}

/// The same where it is not known who asks, always with the number.
pub fn bare_problem(texts: &Texts, language: Language, request_id: RequestId, problem: &Problem) -> Response {
    let words = Words { texts, language };
    let (title, main) = told(words, problem, Some(request_id));
    dressed(framed(words, &title, (&html! { header.top { (brand(words)) } }, &main), None))
}

fn told(words: Words<'_>, problem: &Problem, number: Option<RequestId>) -> (String, Markup) {
    let status = problem.status();
    let title = match status.as_u16() {
        404 => "pages-problem-nothing",
        _ if status.is_server_error() => "pages-problem-fault",
        _ => "pages-problem-refused",
    };
    let title = words.say(title, &[]);
    let text = match status.as_u16() {
        // One text for what is not there and what is not for this person.
        404 => words.say("pages-problem-nothing-text", &[]),
        _ => problem.title(words.texts, words.language),
    };
    let main = html! {
        section.narrow {
            h1 { (title) }
            p { (text) }
            @if let Some(id) = number {
                p.dim { (words.say("pages-problem-number", &[("id", &id.to_string())])) }
            }
            p { a.button href="/" { (words.say("pages-problem-first", &[])) } }
        }
    };
    (title, main)
}
