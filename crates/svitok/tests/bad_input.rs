//! Bad input over HTTP: each refused by a stable code, nothing half-stored.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "bad_input/documents.rs"]
mod documents;
#[path = "bad_input/foreign.rs"]
mod foreign;
#[path = "bad_input/requests.rs"]
mod requests;
mod town;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use kernel::{Caller, Clock as _, RequestId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::{Fetch as _, Sql, binds};
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};
use town::{Body, Citizen, Reply, Town};

const TABLES: Sql = Sql::global("test.tables", "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");

/// ООО «Ромашка» and ООО «Василёк», counteragents; ООО «Ландыш», a stranger to both.
struct Scene {
    town: Town,
    romashka: Citizen,
    vasilek: Citizen,
    landysh: Citizen,
}

/// Everything kept: rows of every table, and what both boxes show.
#[derive(Debug, PartialEq)]
struct Kept {
    rows: BTreeMap<String, i64>,
    shown: Vec<Value>,
}

impl Scene {
    async fn at(moment: &str) -> Self {
        let town = Town::open(moment).await;
        let romashka = town.settle(&Role::romashka()).await;
        let vasilek = town.settle(&Role::vasilek()).await;
        let landysh = town.settle(&Role::landysh()).await;
        romashka.person.befriend(&vasilek.person).await.unwrap();
        let scene = Self { town, romashka, vasilek, landysh };
        scene.rest().await;
        scene
    }

    async fn close(self) {
        self.town.close().await;
    }

    fn box_path(&self, rest: &str) -> String {
        format!("/api/v1/exchange/boxes/{}/{rest}", self.romashka.person.box_id)
    }

    /// Waits until no job is due.
    async fn rest(&self) {
        loop {
            let now = self.town.clock.now();
            let jobs = self.town.app.store.count_jobs().await.unwrap();
            assert!(jobs.iter().all(|jobs| !jobs.is_given_up), "{jobs:?}");
            if jobs.iter().all(|jobs| jobs.due_first > now) {
                return;
            }
            // The runner works meanwhile; each look is a query, so this does not spin.
            tokio::task::yield_now().await;
        }
    }

    async fn kept(&self) -> Kept {
        let mut reader = self.town.app.store.reader().await.unwrap();
        let tables = reader.fetch_all(&TABLES, binds![]).await.unwrap();
        let mut rows = BTreeMap::new();
        for table in tables.iter().map(|row| row.text(0).unwrap()) {
            let text: &'static str = Box::leak(format!("SELECT COUNT(*) FROM {table}").into_boxed_str());
            let count = reader.fetch_one(&Sql::global("test.count", text), binds![]).await.unwrap();
            rows.insert(table, count.i64(0).unwrap());
        }
        drop(reader);
        let mut shown = Vec::new();
        for citizen in [&self.romashka, &self.vasilek] {
            for list in ["events", "documents"] {
                let path = format!("/api/v1/exchange/boxes/{}/{list}?limit=100", citizen.person.box_id);
                let page = self.town.ask(Some(&citizen.token), "GET", &path, Body::None).await;
                assert_eq!(page.status, 200, "{}", page.text);
                shown.push(page.body);
            }
        }
        Kept { rows, shown }
    }

    /// The request is refused so, and leaves nothing.
    async fn refuses(&self, what: &str, expected: (u16, &str), asked: impl Future<Output = Reply>) -> Reply {
        let before = self.kept().await;
        let reply = asked.await;
        assert_eq!((reply.status, reply.code()), expected, "{what}: {}", reply.text);
        assert_eq!(reply.body.get("status"), Some(&json!(expected.0)), "{what}: {}", reply.text);
        assert_eq!(self.kept().await, before, "{what}: something was kept");
        reply
    }

    /// ООО «Ромашка» posts one document to ООО «Василёк».
    async fn post(&self, document: Value) -> Reply {
        let body = json!({ "to_box_id": self.vasilek.person.box_id, "documents": [document] });
        self.town.ask(Some(&self.romashka.token), "POST", &self.box_path("messages"), Body::Json(body)).await
    }

    /// A title of ООО «Ромашка» for ООО «Василёк».
    fn title(&self) -> Vec<u8> {
        let [seller, buyer] = [&self.romashka.person, &self.vasilek.person];
        let sides =
            Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
        let unique: RequestId = self.town.app.cx(Caller::System).new_id();
        seller_title(sides, UtdFunction::SchfDop, &unique.to_string(), self.town.clock.now()).unwrap()
    }

    /// A detached signature of ООО «Ромашка».
    fn signed(&self, content: &[u8]) -> Vec<u8> {
        self.romashka.person.sign(content, self.town.clock.now()).unwrap()
    }

    /// A title with the right signature of ООО «Ромашка» over it.
    fn signed_title(&self, content: &[u8]) -> Value {
        document("utd_title", content, &self.signed(content))
    }
}

/// A document of a message.
fn document(kind: &str, content: &[u8], signature: &[u8]) -> Value {
    let mut document =
        json!({ "kind": kind, "content": STANDARD.encode(content), "signature": STANDARD.encode(signature) });
    if kind == "nonformalized" {
        document["file_name"] = json!("Договор 3.txt");
    }
    document
}
