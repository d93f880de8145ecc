//! `svitok regulator` as a process of its own: kill -9 loses nothing that was acknowledged, and `svitok verify` knows what it signs for
//! a simulator's.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "support/mod.rs"]
mod support;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::uuid::Uuid;
use kernel::{Chance, TypedId as _};
use pki::Certificate;
use reqwest::Client;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use store::Engine;
use support::Served;
use transport::fns::Container;
use transport::{Carried, CarriedId, ContainerId, DocflowId, Subject, kind, to_hex};

const OPERATOR: &str = "0SV";
const SUBSCRIBER: &str = "0SV-story";
/// Starts and kills.
const LIVES: u32 = 6;
/// A life ends after so many containers, at any moment within the rest.
const LIFE_CONTAINERS: u32 = 12;
const LIFE_REST_MS_MAX: u32 = 80;
/// Looks at the feed until every answer has come, each waiting a second at most.
const LOOKS_MAX: usize = 90;

/// An unsigned letter: the authority gives notice of it and refuses it.
fn letter(number: u32) -> (String, Vec<u8>) {
    let id = |part: u128| Uuid::from_u128(u128::from(number) * 16 + part);
    let container = Container {
        docflow: DocflowId::from_uuid(id(1)),
        id: ContainerId::from_uuid(id(2)),
        flow: "02".to_owned(),
        transaction: "01".to_owned(),
        sender: Subject::of(SUBSCRIBER).unwrap(),
        operator: Some(Subject::of(OPERATOR).unwrap()),
        receiver: Subject::of("0087").unwrap(),
        program: None,
        documents: vec![Carried {
            id: CarriedId::from_uuid(id(3)),
            type_code: "01".to_owned(),
            content_kind: kind::XML.to_owned(),
            original_name: Some("letter.xml".to_owned()),
            compressed: false,
            encrypted: false,
            content: Some(b"<letter/>".to_vec()),
            signatures: Vec::new(),
        }],
    };
    (to_hex(container.id), container.write().unwrap())
}

struct Operator {
    client: Client,
    base: String,
}

impl Operator {
    fn at(served: &Served) -> Self {
        Self { client: svitok::client::connections().build().unwrap(), base: served.base.clone() }
    }

    async fn value(&self, path: &str) -> Value {
        let answer = self.client.get(format!("{}{path}", self.base)).send().await.unwrap();
        serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap()
    }

    async fn octets(&self, path: &str) -> Vec<u8> {
        let answer = self.client.get(format!("{}{path}", self.base)).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.bytes().await.unwrap().to_vec()
    }

    /// A test payer of the box becomes a subscriber; gives its key and certificate.
    async fn register(&self) -> (String, Certificate) {
        let wanted = self.client.post(format!("{}/v1/test-data/payers", self.base)).json(&json!({"kind": "company"}));
        let made: Value = serde_json::from_slice(&wanted.send().await.unwrap().bytes().await.unwrap()).unwrap();
        let body = json!({"inn": made["inn"], "kpp": made["kpp"], "name": made["name"], "operator": OPERATOR,
            "certificates": [made["certificate"]]});
        let registered = self.client.put(format!("{}/v1/subscribers/{SUBSCRIBER}", self.base)).json(&body).send();
        assert_eq!(registered.await.unwrap().status(), 204);
        let der = STANDARD.decode(made["certificate"].as_str().unwrap()).unwrap();
        (made["key"].as_str().unwrap().to_owned(), Certificate::from_der(&der).unwrap())
    }

    /// Whether the container was acknowledged.
    async fn post(&self, octets: Vec<u8>) -> bool {
        let answer = self.client.post(format!("{}/v1/containers", self.base)).body(octets).send().await;
        answer.is_ok_and(|answer| answer.status() == 202)
    }

    /// How often each step of each docflow stands in the feed, once so many stand there.
    async fn feed(&self, wanted: usize) -> BTreeMap<(String, String), usize> {
        let (mut after, mut found) = (0, BTreeMap::new());
        for _ in 0..LOOKS_MAX {
            let path = format!("/v1/containers?operator={OPERATOR}&after={after}&wait_seconds=1");
            let page = self.value(&path).await;
            for item in page["items"].as_array().unwrap() {
                let text = |name: &str| item[name].as_str().unwrap().to_owned();
                *found.entry((text("docflow"), text("transaction"))).or_default() += 1;
            }
            after = page["next"].as_i64().unwrap();
            if found.len() >= wanted {
                break;
            }
        }
        found
    }
}

async fn killed_and_started_again(data: &Path, database: Option<&str>) {
    let chance = Chance::from_seed([8; 32]);
    let start = || Served::start_as(support::regulator(data, database), data);
    let mut served = start();
    let _ = Operator::at(&served).register().await;
    let (mut acknowledged, mut number) = (Vec::new(), 0);
    for _ in 0..LIVES {
        let operator = Operator::at(&served);
        for _ in 0..LIFE_CONTAINERS {
            number += 1;
            let (id, octets) = letter(number);
            if operator.post(octets).await {
                acknowledged.push(id);
            }
        }
        support::sleep(Duration::from_millis(u64::from(chance.below(LIFE_REST_MS_MAX))));
        served.kill();
        served = start();
    }
    assert_eq!(acknowledged.len(), usize::try_from(LIVES * LIFE_CONTAINERS).unwrap());
    let operator = Operator::at(&served);
    for (id, sent) in (1..=number).map(letter) {
        assert_eq!(operator.octets(&format!("/v1/containers/{id}")).await, sent);
    }
    let feed = operator.feed(acknowledged.len() * 2).await;
    assert_eq!(feed.len(), acknowledged.len() * 2, "a notice and a refusal of each");
    assert!(feed.values().all(|count| *count == 1), "no answer stands twice: {feed:?}");
    served.stop();
}

fn run(story: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(story);
}

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    run(Box::pin(killed_and_started_again(folder.path(), None)));
}

#[test]
fn nothing_acknowledged_is_lost_on_postgres() {
    run(Box::pin(async {
        let database = testkit::Database::new(Engine::Postgres, &regulator::catalogue()).await;
        killed_and_started_again(database.folder(), Some(&database.config().url)).await;
    }));
}

#[test]
fn verify_says_simulator() {
    let folder = tempfile::tempdir().unwrap();
    run(Box::pin(async {
        let served = Served::start_as(support::regulator(folder.path(), None), folder.path());
        let operator = Operator::at(&served);
        let (key, certificate) = operator.register().await;
        assert!(operator.post(letter(1).1).await);
        operator.feed(2).await;
        let listed = operator.value(&format!("/v1/containers?operator={OPERATOR}")).await;
        let id = listed["items"][1]["id"].as_str().unwrap().to_owned();
        let answer = Container::read(&operator.octets(&format!("/v1/containers/{id}")).await).unwrap();
        let [document] = answer.documents.as_slice() else { panic!("one document in an answer") };
        let key = pki::keys::private_key_from_pem(&key).unwrap();
        let opened = transport::seal::open(document.content.as_deref().unwrap(), &key, &certificate).unwrap();
        let root = Certificate::from_der(&operator.octets("/v1/root").await).unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("refusal.xml"), opened.content.as_slice()).unwrap();
        std::fs::write(at("refusal.sgn"), &document.signatures[0].bytes).unwrap();
        std::fs::write(at("root.pem"), root.to_pem().unwrap()).unwrap();
        let mut verify = Command::new(support::binary());
        verify.arg("verify").arg(at("refusal.xml")).arg(at("refusal.sgn")).arg("--ca").arg(at("root.pem"));
        let told = verify.output().unwrap();
        let said = String::from_utf8_lossy(&told.stdout).into_owned();
        assert_eq!(told.status.code(), Some(3), "{said}{}", String::from_utf8_lossy(&told.stderr));
        served.stop();
    }));
}
