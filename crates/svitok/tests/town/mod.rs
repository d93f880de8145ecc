//! The whole program assembled in the test's process, served over HTTP, with its clock moved by hand.
#![expect(dead_code, reason = "each file of tests uses its part")]

use kernel::Clock as _;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use svitok::client::Client;
use svitok::commands::Failure;
use svitok::config::Place;
use svitok::server::{DIADOC, Doors, EXTERN, Setup, assemble, listen};
use svitok::story::cast::Role;
use svitok::story::{Credentials, Person, settle};
use svitok::ui::Ui;
use tempfile::TempDir;
use testkit::HandClock;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use trust::Trust;
use utoipa::openapi::OpenApi;
use web::App;

/// The moment stories begin: all versions in force are those of 2026.
pub const NOW: &str = "2026-11-23T07:00:00Z";

/// The running program and its world.
pub struct Town {
    /// Where it answers.
    pub address: SocketAddr,
    /// Where it answers clients of Diadoc.
    pub diadoc: SocketAddr,
    /// Where it answers clients of Extern.
    pub of_extern: SocketAddr,
    /// Business time.
    pub clock: HandClock,
    /// Its inside: the store, chance.
    pub app: App,
    /// Its exchange, for what no surface offers yet.
    pub exchange: exchange::Room,
    /// What it trusts.
    pub trust: Trust,
    /// The description of its API.
    pub openapi: OpenApi,
    /// The API as nobody.
    pub client: Client,
    http: reqwest::Client,
    keys: AtomicU32,
    stop: oneshot::Sender<()>,
    serving: JoinSet<Result<(), Failure>>,
    folder: TempDir,
}

/// A citizen with the token of one more sign-in, for requests that no client makes.
pub struct Citizen {
    pub person: Person,
    pub credentials: Credentials,
    pub token: String,
}

/// What is sent.
#[derive(Clone, Debug)]
pub enum Body {
    None,
    Json(Value),
    /// Any octets under a content type.
    Octets(&'static str, Vec<u8>),
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub status: u16,
    pub replayed: bool,
    /// Null where the answer is no JSON.
    pub body: Value,
    pub text: String,
}

impl Reply {
    /// The stable code of a refusal.
    pub fn code(&self) -> &str {
        self.body.get("code").and_then(Value::as_str).unwrap_or_default()
    }
}

impl Town {
    /// A new one on SQLite at a moment.
    pub async fn open(moment: &str) -> Self {
        Self::open_as(moment, |_| {}).await
    }

    /// The same as a host set it up.
    pub async fn open_as(moment: &str, set_up: impl FnOnce(&mut Place)) -> Self {
        Self::open_with(moment, set_up, |_| {}).await
    }

    /// The same, with more than the place set.
    pub async fn open_with(moment: &str, place_as: impl FnOnce(&mut Place), set_up: impl FnOnce(&mut Setup)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = HandClock::at_rfc3339(moment);
        let (listener, address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let (diadoc_listener, diadoc) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let (extern_listener, of_extern) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let base = format!("http://{address}");
        let mut place = Place::in_folder(folder.path());
        place_as(&mut place);
        let mut setup = Setup { clock: Arc::new(clock.clone()), ui: Ui::default(), ..Setup::new(place, &base) };
        setup.extern_url = format!("http://{of_extern}");
        set_up(&mut setup);
        let program = assemble(setup).await.unwrap();
        let (app, trust, openapi) = (program.app.clone(), program.trust.clone(), program.openapi.clone());
        let exchange = program.exchange.clone();
        let (stop, stopped) = oneshot::channel();
        let mut serving = JoinSet::new();
        let doors = Doors::from(listener).and(DIADOC, diadoc_listener).and(EXTERN, extern_listener);
        serving.spawn(program.serve(doors, async move { stopped.await.unwrap() }));
        let http = svitok::client::connections().build().unwrap();
        let (client, keys) = (Client::new(&base).unwrap(), AtomicU32::new(0));
        Self {
            address,
            diadoc,
            of_extern,
            clock,
            app,
            exchange,
            trust,
            openapi,
            client,
            http,
            keys,
            stop,
            serving,
            folder,
        }
    }

    /// Its data folder.
    pub fn data(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Stops it as a host would; what it ran must have ended well.
    pub async fn close(mut self) {
        self.stop.send(()).unwrap();
        self.serving.join_next().await.unwrap().unwrap().unwrap();
    }

    /// Waits until no job is due; one that was given up fails.
    pub async fn rest(&self) {
        loop {
            let now = self.clock.now();
            let jobs = self.app.store.count_jobs().await.unwrap();
            assert!(jobs.iter().all(|jobs| !jobs.is_given_up), "{jobs:?}");
            if jobs.iter().all(|jobs| jobs.due_first > now) {
                return;
            }
            // The runner works meanwhile; each look is a query, so this does not spin.
            tokio::task::yield_now().await;
        }
    }

    /// Settles a role and signs it in once more.
    pub async fn settle(&self, role: &Role) -> Citizen {
        let credentials = Credentials::drawn(role, &self.app.chance);
        let person = settle(&self.client, role, &credentials, &self.app.chance).await.unwrap();
        let token = self.sign_in(&credentials).await;
        Citizen { person, credentials, token }
    }

    pub async fn sign_in(&self, credentials: &Credentials) -> String {
        let body = json!({ "login": credentials.login, "password": credentials.password });
        let opened = self.client.post("/api/v1/account/sign-ins", "", &body).await.unwrap();
        opened.pointer("/token").and_then(Value::as_str).unwrap().to_owned()
    }

    /// Any request, under a key of its own.
    pub async fn ask(&self, token: Option<&str>, method: &str, path: &str, body: Body) -> Reply {
        let key = format!("ask-{}", self.keys.fetch_add(1, Ordering::Relaxed));
        self.ask_again(&key, token, method, path, body).await
    }

    /// Any request under a key.
    pub async fn ask_again(&self, key: &str, token: Option<&str>, method: &str, path: &str, body: Body) -> Reply {
        let url = format!("http://{}{path}", self.address);
        let mut request = self.http.request(method.parse().unwrap(), url).header("Idempotency-Key", key);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        request = match body {
            Body::None => request,
            Body::Json(body) => request.json(&body),
            Body::Octets(kind, octets) => request.header("Content-Type", kind).body(octets),
        };
        let answer = request.send().await.unwrap();
        let (status, replayed) = (answer.status().as_u16(), answer.headers().contains_key("idempotency-replayed"));
        // An answer that stays open has no end to read up to.
        let is_live = answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream");
        let octets = if is_live { Default::default() } else { answer.bytes().await.unwrap() };
        let body = serde_json::from_slice(&octets).unwrap_or(Value::Null);
        Reply { status, replayed, body, text: String::from_utf8_lossy(&octets).into_owned() }
    }
}
