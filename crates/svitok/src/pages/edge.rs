//! Problems that stop a request before it reaches a page, or after a page broke: told in a page all the same where a
//! browser asked for one. Nobody's sign-in is looked at here: the store may be what is away.

use super::form::Jar;
use super::parts;
use super::visit::{asked_language, wants_page};
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::RequestId;
use web::edge::Renderer;
use web::{App, Language, Problem, Texts};

/// How the edge writes the problems of this request: a page for a browser, in the language it was shown before.
pub fn writing(app: &App, request: &Request) -> (Renderer, Option<Language>) {
    let headers = request.headers();
    if !wants_page(request.uri(), headers) {
        return (Problem::as_json, None);
    }
    let asked = asked_language(request.uri().query().unwrap_or_default());
    let language = asked.or_else(|| Jar::of(app, headers).language(headers)).unwrap_or_default();
    (page, Some(language))
}

fn page(problem: &Problem, texts: &Texts, language: Language, request_id: RequestId) -> Response {
    let mut answer = (problem.status(), parts::bare_problem(texts, language, request_id, problem)).into_response();
    if let Some(wait) = problem.wait() {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
    }
    answer
}
