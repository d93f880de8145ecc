//! A second surface beside the own one: its own listener and its own way to refuse; one program, one stop.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use axum::Router;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use kernel::RequestId;
use svitok::config::Place;
use svitok::server::{DIADOC, Doors, OWN, Program, Setup, assemble, listen};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use web::{EdgeRefusal, Language, Problem, Texts, edge};

/// A vendor's surface in small: one answer, and refusals as bare text.
fn surface(program: &Program) -> Router {
    let nowhere = async || Problem::from(EdgeRefusal::NoSuchPlace);
    let router = Router::new().route("/GetMyOrganizations", get(async || "of the vendor")).fallback(nowhere);
    edge::guard_as(&program.app, router, bare)
}

fn bare(problem: &Problem, _: &Texts, _: Language, _: RequestId) -> Response {
    (problem.status(), problem.code()).into_response()
}

async fn program() -> (Program, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let program = assemble(Setup::new(Place::in_folder(folder.path()), "http://127.0.0.1:1")).await.unwrap();
    (program, folder)
}

async fn asked(address: std::net::SocketAddr, path: &str) -> String {
    asked_as(address, path, "").await
}

async fn asked_as(address: std::net::SocketAddr, path: &str, headers: &str) -> String {
    let mut client = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
    client.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    client.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_surface_answers_on_its_own_listener() {
    let (program, _folder) = program().await;
    assert!(program.speaks(OWN) && !program.speaks("nothing"));
    let program = {
        let router = surface(&program);
        program.with_surface("other", router)
    };
    assert!(program.speaks(DIADOC) && program.speaks("other"));
    let (own, own_address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let (vendor, vendor_address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let mut serving = tokio::task::JoinSet::new();
    serving.spawn(program.serve(Doors::from(own).and("other", vendor), async move { stopped.await.unwrap() }));
    assert!(asked(own_address, "/health").await.starts_with("HTTP/1.1 200"));
    assert!(asked(vendor_address, "/GetMyOrganizations").await.ends_with("of the vendor"));
    let foreign = asked(vendor_address, "/health").await;
    assert!(foreign.starts_with("HTTP/1.1 404") && foreign.ends_with("\r\nweb.no-such-place"), "{foreign}");
    let foreign = asked(own_address, "/GetMyOrganizations").await;
    assert!(foreign.starts_with("HTTP/1.1 404") && foreign.contains("application/problem+json"), "{foreign}");
    stop.send(()).unwrap();
    serving.join_next().await.unwrap().unwrap().unwrap();
    for address in [own_address, vendor_address] {
        assert!(TcpStream::connect(address).await.is_err(), "still listening");
    }
}

/// Pages that break or never end, guarded as the own surface is.
fn broken_pages(program: &Program) -> Router {
    async fn breaks() -> &'static str {
        kernel::bug!("a page of this test")
    }
    let router = Router::new().route("/breaks", get(breaks)).route("/api/breaks", get(breaks));
    let router = router.route("/waits", get(std::future::pending::<&'static str>));
    edge::guard_by(&program.app, router, svitok::pages::writing)
}

/// The value of a header, and the body.
fn parts<'a>(answer: &'a str, name: &str) -> (&'a str, &'a str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let found = head.lines().filter_map(|line| line.split_once(": ")).find(|(known, _)| *known == name);
    (found.map_or("", |(_, value)| value), body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_stops_a_page_is_told_in_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut setup = Setup::new(Place::in_folder(folder.path()), "http://127.0.0.1:1");
    setup.limits.request_time_max = std::time::Duration::from_millis(300);
    // Every request of this test, and no more.
    setup.limits.address_rate = web::Rate { per_second: 0, burst: 8 };
    let program = assemble(setup).await.unwrap();
    let router = broken_pages(&program);
    let program = program.with_surface("broken", router);
    let (listener, address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let (own, _) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let mut serving = tokio::task::JoinSet::new();
    serving.spawn(program.serve(Doors::from(own).and("broken", listener), async move { stopped.await.unwrap() }));
    let browser = "Accept: text/html,application/xhtml+xml\r\nAccept-Language: en\r\n";
    for (status, path, cookie, heading, text) in [
        (500, "/breaks", "", "Сервис не ответил", "ошиб"),
        (500, "/breaks?lang=en", "", "The service did not answer", ""),
        (500, "/breaks", "Cookie: svitok-language=en\r\n", "The service did not answer", ""),
        (503, "/waits", "", "Сервис не ответил", ""),
    ] {
        let answer = asked_as(address, path, &format!("{browser}{cookie}")).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path}: {answer}");
        let (kind, body) = parts(&answer, "content-type");
        assert_eq!(kind, "text/html; charset=utf-8", "{path}");
        assert!(parts(&answer, "content-security-policy").0.contains("style-src 'self'"), "{answer}");
        assert!(body.contains(&format!("<h1>{heading}</h1>")) && body.contains(text), "{path}: {body}");
        let (number, _) = parts(&answer, "x-request-id");
        assert!(number.len() == 36 && body.contains(number), "{path}: {body}");
    }
    let answer = asked_as(address, "/breaks", "").await;
    assert_eq!(parts(&answer, "content-type").0, "application/problem+json", "no browser");
    let answer = asked_as(address, "/api/breaks", browser).await;
    assert_eq!(parts(&answer, "content-type").0, "application/problem+json", "no page");
    while asked_as(address, "/breaks", "").await.starts_with("HTTP/1.1 500") {}
    let answer = asked_as(address, "/breaks", browser).await;
    assert!(answer.starts_with("HTTP/1.1 429 "), "{answer}");
    assert_eq!(parts(&answer, "content-type").0, "text/html; charset=utf-8");
    assert!(parts(&answer, "retry-after").0.parse::<u64>().unwrap() >= 1, "{answer}");
    let (number, body) = parts(&answer, "x-request-id");
    assert!(body.contains("<h1>Так не получится</h1>") && body.contains(number), "{body}");
    stop.send(()).unwrap();
    serving.join_next().await.unwrap().unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_listener_without_a_surface_is_refused() {
    let (program, _folder) = program().await;
    let (own, _) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let (vendor, _) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let refused = program.serve(Doors::from(own).and("nothing", vendor), std::future::pending()).await.unwrap_err();
    assert!(refused.to_string().contains("nothing"), "{refused}");
}
