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
    let mut client = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    client.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    client.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_surface_answers_on_its_own_listener() {
    let (program, _folder) = program().await;
    assert!(program.speaks(OWN) && !program.speaks("extern"));
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_listener_without_a_surface_is_refused() {
    let (program, _folder) = program().await;
    let (own, _) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let (vendor, _) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let refused = program.serve(Doors::from(own).and("extern", vendor), std::future::pending()).await.unwrap_err();
    assert!(refused.to_string().contains("extern"), "{refused}");
}
