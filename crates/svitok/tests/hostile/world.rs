//! The whole program in this process, with its surfaces and short limits.

use crate::bystander::Bystander;
use kernel::Clock as _;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use svitok::client::{Client, text};
use svitok::clock::MachineClock;
use svitok::commands::Failure;
use svitok::config::Place;
use svitok::server::{DIADOC, Doors, Setup, assemble, listen};
use svitok::story::cast::Role;
use svitok::story::{Credentials, settle};
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use web::{Limits, Pace, Rate};

pub const MIB: usize = 1024 * 1024;
/// Octets of the answer that [`Row::large`] asks for.
pub const LARGE_BYTES: usize = 4 * MIB;
/// A head must come within this.
pub const HEAD_TIME_MAX: Duration = Duration::from_secs(1);
/// A silent body ends after this, a trickling one a second later.
pub const GRACE: Duration = Duration::from_millis(1500);
/// Octets of a body, at most.
pub const BODY_BYTES_MAX: usize = 6 * MIB;
/// Connections of one address.
pub const ADDRESS_CONNECTIONS_MAX: usize = 100;
/// Twice what a bystander asks.
pub const RATE: Rate = Rate { per_second: 40, burst: 120 };

/// A surface as its clients see it: what the stories ask of each.
#[derive(Clone)]
pub struct Row {
    pub name: &'static str,
    pub address: SocketAddr,
    /// A whole request that is answered 200 by something small.
    pub read: String,
    /// A whole request that is answered by [`LARGE_BYTES`].
    pub large: String,
    /// The head of a request with any octets as its body, up to the headers that tell their length.
    pub sending: String,
    /// Its status of a body that is too large.
    pub too_large: u16,
}

impl Row {
    /// A head that announces so many octets.
    pub fn announce(&self, bytes: usize) -> String {
        format!("{}Content-Length: {bytes}\r\n\r\n", self.sending)
    }

    /// A head that announces none.
    pub fn announce_chunks(&self) -> String {
        format!("{}Transfer-Encoding: chunked\r\n\r\n", self.sending)
    }

    /// A whole request.
    pub fn send(&self, body: &str) -> String {
        self.announce(body.len()) + body
    }
}

pub struct World {
    pub rows: Vec<Row>,
    stop: oneshot::Sender<()>,
    serving: JoinSet<Result<(), Failure>>,
    _folder: tempfile::TempDir,
}

fn limits() -> Limits {
    let pace = Pace { grace: GRACE, window: Duration::from_secs(1), bytes_min: 1000 };
    Limits {
        head_time_max: HEAD_TIME_MAX,
        body_bytes_max: BODY_BYTES_MAX,
        body_memory_bytes_max: 2 * BODY_BYTES_MAX,
        answer_memory_bytes_max: 2 * BODY_BYTES_MAX,
        body_pace: pace,
        answer_pace: pace,
        connections_address_max: ADDRESS_CONNECTIONS_MAX,
        address_rate: RATE,
        caller_rate: Rate { per_second: 10_000, burst: 20_000 },
        ..Limits::default()
    }
}

impl World {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (own, address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let (vendor, vendor_address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let setup = Setup::new(Place::in_folder(folder.path()), &format!("http://{address}"));
        let program = assemble(Setup { limits: limits(), ..setup }).await.unwrap();
        let chance = program.app.chance.clone();
        let (stop, stopped) = oneshot::channel();
        let mut serving = JoinSet::new();
        serving.spawn(program.serve(Doors::from(own).and(DIADOC, vendor), async move { stopped.await.unwrap() }));
        let rows = rows(address, vendor_address, &chance).await;
        Self { rows, stop, serving, _folder: folder }
    }

    /// The same against each surface, beside an ordinary client of it.
    pub async fn each(self, what: &str, attack: impl AsyncFn(&Row)) {
        for row in &self.rows {
            let bystander = Bystander::of(row);
            attack(row).await;
            bystander.was_well(&format!("{what}, surface {}", row.name)).await;
        }
        self.close().await;
    }

    /// Stops it as a host would: nothing that clients did keeps it from ending well.
    async fn close(mut self) {
        self.stop.send(()).unwrap();
        self.serving.join_next().await.unwrap().unwrap().unwrap();
    }
}

fn request(method: &str, path: &str, token: &str) -> String {
    let authorization = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{authorization}")
}

/// Both surfaces as ООО «Ромашка» sees them, with a large file in its box.
async fn rows(address: SocketAddr, diadoc: SocketAddr, chance: &kernel::Chance) -> Vec<Row> {
    let nobody = Client::new(&format!("http://{address}")).unwrap();
    let [from, to] = [Role::romashka(), Role::vasilek()].map(|role| (Credentials::drawn(&role, chance), role));
    let to = settle(&nobody, &to.1, &to.0, chance).await.unwrap();
    let person = settle(&nobody, &from.1, &from.0, chance).await.unwrap();
    person.befriend(&to).await.unwrap();
    let content = vec![b'x'; LARGE_BYTES];
    let signature = person.sign(&content, MachineClock.now()).unwrap();
    let posted = person.send_file(&to, ("Схема.txt", &content), &signature, "large").await.unwrap();
    let sign_in = json!({ "login": from.0.login, "password": from.0.password });
    let opened: Value = nobody.post("/api/v1/account/sign-ins", "", &sign_in).await.unwrap();
    let token = text(&opened, "/token").unwrap();
    let own_box = format!("/api/v1/exchange/boxes/{}", person.box_id);
    let file = format!("{own_box}/messages/{}/entities/{}/content", posted.message_id, posted.document_id);
    let content = format!("boxId={}&messageId={}&entityId={}", person.box_id, posted.message_id, posted.document_id);
    let vendors = Row {
        name: "Diadoc",
        address: diadoc,
        read: request("GET", "/V2/GetMyUser", token) + "\r\n",
        large: request("GET", &format!("/V4/GetEntityContent?{content}"), token) + "\r\n",
        sending: request("POST", "/V2/ShelfUpload?fileExtension=bin", token),
        too_large: 400,
    };
    let own = Row {
        name: "own",
        address,
        read: request("GET", "/api/v1/account/me", token) + "\r\n",
        large: request("GET", &file, token) + "\r\n",
        sending: request("PUT", &format!("{own_box}/content"), token) + "Content-Type: application/octet-stream\r\n",
        too_large: 413,
    };
    vec![own, vendors]
}
