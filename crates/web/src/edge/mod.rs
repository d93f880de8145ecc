//! What stands between the network and the rooms. Outermost first: request id and language, rate of the address,
//! admission, memory, size and time, caught bugs; then the middleware of `account` that finds the caller; then
//! [`per_caller`]. `svitok` puts them together.

mod headers;
mod incoming;
mod outgoing;
mod rates;
mod shares;

pub(crate) use incoming::Unread;
pub use outgoing::AnswerMemory;
pub(crate) use rates::Rates;
pub(crate) use shares::Shares;

use crate::app::App;
use crate::extract::PeerAddress;
use crate::problem::{Problem, Told};
use crate::refusal::EdgeRefusal;
use crate::texts::{Language, Texts};
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use http::{StatusCode, header};
use incoming::{Incoming, places_refused};
use kernel::{Caller, RequestId};
use rates::RateKey;
use std::any::Any;
use std::net::IpAddr;
use std::panic::AssertUnwindSafe;
use tokio::time::Instant;
use tracing::Instrument;

/// How a surface writes a problem: the whole answer, from the problem, the texts, the caller's language and the
/// request's id. The edge adds the headers that every answer carries where the surface did not set them, and `Allow`.
pub type Renderer = fn(&Problem, &Texts, Language, RequestId) -> Response;

/// How a surface that speaks in several forms chooses one by the head of the request, and the language where the request
/// tells it otherwise than by `Accept-Language`.
pub type Chooser = fn(&App, &Request) -> (Renderer, Option<Language>);

/// The outermost layers, for the whole router of the own API: problems leave as `application/problem+json`.
pub fn guard(app: &App, router: Router) -> Router {
    guard_as(app, router, Problem::as_json)
}

/// The same for a surface that writes its problems in its own way.
pub fn guard_as(app: &App, router: Router, render: Renderer) -> Router {
    router.layer(from_fn_with_state(Guard { app: app.clone(), writing: Writing::Always(render) }, outermost))
}

/// The same for a surface that writes some problems in one way and some in another: pages beside an API, say.
pub fn guard_by(app: &App, router: Router, choose: Chooser) -> Router {
    router.layer(from_fn_with_state(Guard { app: app.clone(), writing: Writing::By(choose) }, outermost))
}

#[derive(Clone)]
struct Guard {
    app: App,
    writing: Writing,
}

#[derive(Clone, Copy)]
enum Writing {
    Always(Renderer),
    By(Chooser),
}

/// The rate of each caller: inside the layer that finds the caller.
pub fn per_caller(app: &App, router: Router) -> Router {
    router.layer(from_fn_with_state(app.clone(), caller_rate))
}

async fn caller_rate(State(app): State<App>, request: Request, next: Next) -> Response {
    if let Some(user_id) = request.extensions().get::<Caller>().and_then(Caller::user_id)
        && !app.rates.admit(RateKey::User(user_id), app.limits.caller_rate)
    {
        return Problem::from(EdgeRefusal::TooOften).into_response();
    }
    next.run(request).await
}

async fn outermost(State(Guard { app, writing }): State<Guard>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let request_id: RequestId = app.cx(Caller::Nobody).request_id;
    let (render, asked) = match writing {
        Writing::Always(render) => (render, None),
        Writing::By(choose) => choose(&app, &request),
    };
    let language = asked.unwrap_or_else(|| language_of(&request));
    let address = address_of(&app, &request);
    request.extensions_mut().insert(request_id);
    request.extensions_mut().insert(PeerAddress(address));
    let method = request.method();
    // The query may hold looked-up requisites and is not logged.
    let span = tracing::info_span!("request", id = %request_id, %method, path = path_for_log(&request));
    let answer = admitted(&app, address, request, next).instrument(span.clone()).await;
    let write = |problem: &Problem| render(problem, &app.texts, language, request_id);
    let answer = span.in_scope(|| finished(answer, started, write));
    headers::set(answer, &request_id)
}

/// A path of ours holds ids only; a path that leads nowhere may hold anything a client typed.
fn path_for_log(request: &Request) -> &str {
    if request.extensions().get::<MatchedPath>().is_some() { request.uri().path() } else { "(no such place)" }
}

async fn admitted(app: &App, address: IpAddr, request: Request, next: Next) -> Response {
    if !app.rates.admit(RateKey::Address(address), app.limits.address_rate) {
        return Problem::from(EdgeRefusal::TooOften).into_response();
    }
    let _place = match app.admission.take(address, 1) {
        Ok(place) => place,
        Err(full) => return Problem::from(places_refused(full)).into_response(),
    };
    let incoming = match Incoming::take(app, address, &request) {
        Ok(incoming) => incoming,
        Err(refusal) => return Problem::from(refusal).into_response(),
    };
    let mut request = incoming.watch(request, &app.limits);
    let memory = AnswerMemory::of(&app.answer_memory, address);
    request.extensions_mut().insert(memory.clone());
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind();
    let answer = match tokio::time::timeout(app.limits.request_time_max, answered).await {
        Ok(Ok(answer)) if answer.status() == StatusCode::METHOD_NOT_ALLOWED => no_such_method(&answer),
        Ok(Ok(answer)) => answer,
        Ok(Err(panic)) => Problem::bug(panic_text(panic.as_ref())).into_response(),
        Err(_) => Problem::from(EdgeRefusal::TimedOut).into_response(),
    };
    match incoming.refused() {
        Some(refusal) => Problem::from(refusal).into_response(),
        None => memory.hold(answer).unwrap_or_else(Problem::into_response),
    }
}

/// Writes a problem again in the caller's language, unless a page told it already, and logs the request: method, path,
/// status, code; never content.
fn finished(answer: Response, started: Instant, write: impl Fn(&Problem) -> Response) -> Response {
    let status = answer.status().as_u16();
    let took_ms = started.elapsed().as_millis();
    let Some(problem) = answer.extensions().get::<Problem>() else {
        tracing::info!(status, took_ms, "answered");
        return answer;
    };
    let code = problem.code();
    match problem.cause() {
        Some(cause) => tracing::error!(status, took_ms, code, cause, "a request failed"),
        None => tracing::info!(status, took_ms, code, "refused"),
    }
    if answer.extensions().get::<Told>().is_some() {
        return answer;
    }
    let mut rendered = write(problem);
    if let Some(methods) = answer.headers().get(header::ALLOW) {
        rendered.headers_mut().insert(header::ALLOW, methods.clone());
    }
    rendered
}

/// The router's own answer is bare; it knows the methods that are answered here.
fn no_such_method(bare: &Response) -> Response {
    let mut answer = Problem::from(EdgeRefusal::Method).into_response();
    if let Some(methods) = bare.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, methods.clone());
    }
    answer
}

fn language_of(request: &Request) -> Language {
    let header = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::from_accept(header.unwrap_or_default())
}

fn address_of(app: &App, request: &Request) -> IpAddr {
    let peer = request.extensions().get::<PeerAddress>().map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0);
    if !app.limits.trusts_forwarded {
        return peer;
    }
    let last = request.headers().get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    last.and_then(|list| list.rsplit(',').next()).and_then(|text| text.trim().parse().ok()).unwrap_or(peer)
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without a text").to_owned()
}

/// The answer where no route fits.
pub(crate) async fn no_such_place() -> Problem {
    EdgeRefusal::NoSuchPlace.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_path_that_leads_nowhere_is_not_logged() {
        async fn said(request: Request, _: Next) -> Response {
            path_for_log(&request).to_owned().into_response()
        }
        let router = Router::new().route("/boxes/{id}", get(|| async {})).fallback(|| async {}).layer(from_fn(said));
        for (path, logged) in [("/boxes/7", "/boxes/7"), ("/9800000013", "(no such place)")] {
            let request = Request::builder().uri(path).body(Body::empty()).unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            let said = http_body_util::BodyExt::collect(answer.into_body()).await.unwrap().to_bytes();
            assert_eq!(said, logged);
        }
    }
}
