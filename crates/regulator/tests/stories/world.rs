//! An operator beside the simulator: what it sends and what it is answered.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::BodyExt as _;
use kernel::{Chance, Clock as _, TypedId, uuid::Uuid};
use pki::{Anchors, Certificate, KeySigner, Name, Revocation, SignForm, Signer as _, sign_detached, verify_detached};
use regulator::{Config, Pace, Regulator};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use testkit::{Database, HandClock, authority};
use tower::ServiceExt as _;
use transport::fns::Container;
use transport::technical::{DateConfirmation, Received};
use transport::{Carried, CarriedId, CarriedSignature, ContainerId, DocflowId, Subject, kind, role, seal, to_hex};
use web::Texts;
use zeroize::Zeroizing;

pub const OPERATOR: &str = "0SV";
pub const ROMASHKA: &str = "0SV-7701000019-770101001";
/// A good return of «Ромашка» for 2026, a format's own example.
const RETURN: &str = include_str!("../../../formats/tests/ratios/NO_USN_5.09.xml");
const ROMASHKA_KEY: u8 = 41;
const STRANGER_KEY: u8 = 42;

pub struct World {
    pub regulator: Regulator,
    pub router: Router,
    pub clock: HandClock,
    /// Of the simulator.
    pub root: Certificate,
    inspections: HashMap<String, Certificate>,
    romashka: KeySigner,
    stranger: KeySigner,
    /// Goes with the world.
    _database: Database,
}

/// What an operator found in its feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub transaction: String,
    pub type_code: String,
    pub file_name: String,
    pub content: Vec<u8>,
    /// The authority's signature fits and leads to the simulator's root.
    pub is_signed: bool,
}

impl Answer {
    pub fn root(&self) -> formats::Element {
        formats::read_tree(&self.content).unwrap()
    }

    pub fn codes(&self) -> Vec<String> {
        let told = self.root();
        let told = told.at(&["Документ", "СведУведУточ"]).unwrap();
        told.all("ПеречВыявНар").map(|one| one.child("КодОш").unwrap().text()).collect()
    }
}

/// How a report is spoiled before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoiled {
    No,
    Unsigned,
    WrongSignature,
    ForeignSigner,
    SealedToAnother,
    WithoutDescription,
    OtherFileName,
}

impl World {
    pub async fn new(db: Database) -> Self {
        let world = Self::empty(db).await;
        world.register(ROMASHKA, &world.romashka).await;
        world
    }

    pub async fn empty(db: Database) -> Self {
        let clock = HandClock::at_rfc3339("2027-03-22T07:00:00Z");
        let config = Config {
            store: db.config(),
            secret: Zeroizing::new([3; 32]),
            clock: Arc::new(clock.clone()),
            chance: Chance::from_seed([5; 32]),
            texts: Arc::new(Texts::load([]).unwrap()),
            style: "",
            pace: Pace::AtOnce,
        };
        let regulator = Regulator::open(config).await.unwrap();
        let router = regulator::router(&regulator);
        let root = authority::root(Name::builder().cn("УЦ ТЕСТ").build().unwrap(), 40, clock.now());
        let person = |number, inn| {
            let name = Name::builder().cn("ООО «Ромашка»").inn_le(inn).build().unwrap();
            authority::person(&root, name, number, clock.now())
        };
        let (romashka, stranger) = (person(ROMASHKA_KEY, "7701000019"), person(STRANGER_KEY, "7701000026"));
        let (root, inspections) = (root.certificate().clone(), HashMap::new());
        let mut world = Self { regulator, router, clock, root, inspections, romashka, stranger, _database: db };
        let (status, der) = world.send(Request::get("/v1/root").body(Body::empty()).unwrap()).await;
        assert_eq!(status, 200);
        world.root = Certificate::from_der(&der).unwrap();
        let (_, authorities) = world.ask("GET", "/v1/authorities", None).await;
        for authority in authorities.as_array().unwrap() {
            let certificate = STANDARD.decode(authority["certificate"].as_str().unwrap()).unwrap();
            let code = authority["code"].as_str().unwrap().to_owned();
            world.inspections.insert(code, Certificate::from_der(&certificate).unwrap());
        }
        world
    }

    pub async fn ask(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
        let (status, bytes) = self.send(request.body(body).unwrap()).await;
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    pub async fn send(&self, request: Request<Body>) -> (u16, Vec<u8>) {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.into_body().collect().await.unwrap().to_bytes().to_vec())
    }

    pub async fn register(&self, id: &str, signer: &KeySigner) {
        let certificate = STANDARD.encode(signer.certificate().to_der());
        let body = json!({"inn": "7701000019", "kpp": "770101001", "name": "ООО «Ромашка»", "operator": OPERATOR,
            "certificates": [certificate]});
        assert_eq!(self.ask("PUT", &format!("/v1/subscribers/{id}"), Some(body)).await, (204, Value::Null));
    }

    pub async fn post(&self, bytes: Vec<u8>) -> (u16, Value) {
        let (status, bytes) = self.send(Request::post("/v1/containers").body(Body::from(bytes)).unwrap()).await;
        (status, serde_json::from_slice(&bytes).unwrap())
    }

    pub async fn run_jobs(&self) {
        let report = self.regulator.runner().run_until_idle().await.unwrap();
        assert_eq!(report.given_up, []);
    }

    /// Everything in the operator's feed, each opened and verified.
    pub async fn answers(&self) -> Vec<Answer> {
        self.answers_from(0).await
    }

    /// The same after so many containers.
    pub async fn answers_from(&self, passed: usize) -> Vec<Answer> {
        self.feed().await.iter().skip(passed).flat_map(|bytes| self.open_all(bytes)).collect()
    }

    /// The containers of the operator's feed, in order.
    pub async fn feed(&self) -> Vec<Vec<u8>> {
        let (status, feed) = self.ask("GET", &format!("/v1/containers?operator={OPERATOR}"), None).await;
        assert_eq!(status, 200, "{feed}");
        let mut containers = Vec::new();
        for item in feed["items"].as_array().unwrap() {
            let path = format!("/v1/containers/{}", item["id"].as_str().unwrap());
            let (status, bytes) = self.send(Request::get(&path).body(Body::empty()).unwrap()).await;
            assert_eq!((status, Some(bytes.len() as u64)), (200, item["bytes"].as_u64()));
            containers.push(bytes);
        }
        containers
    }

    /// The documents of a container that came.
    pub fn open_all(&self, bytes: &[u8]) -> Vec<Answer> {
        let container = Container::read(bytes).unwrap();
        container.documents.iter().map(|document| self.open(&container, document)).collect()
    }

    fn open(&self, container: &Container, document: &Carried) -> Answer {
        let content = document.content.clone().unwrap();
        let content = if document.encrypted { self.unseal(&content) } else { content };
        let anchors = Anchors { roots: vec![self.root.clone()], ..Anchors::default() };
        let signature = &document.signatures[0].bytes;
        let now = self.regulator.app.clock.now();
        let report = verify_detached(content.as_slice(), signature, &anchors, now, Revocation::NotAsked);
        Answer {
            transaction: format!("{}.{}", container.flow, container.transaction),
            type_code: document.type_code.clone(),
            file_name: document.original_name.clone().unwrap(),
            is_signed: report.unwrap().outcome().is_yes(),
            content,
        }
    }

    /// The subscriber takes a demand: the step 04 of its docflow.
    pub fn demand_answer(&self, demand: &[u8]) -> Vec<u8> {
        let docflow = Container::read(demand).unwrap().docflow;
        let mut receipt = carried(1, "06", "receipt.xml", b"<d/>".to_vec());
        receipt.signatures = vec![self.signature(b"<d/>", &self.romashka)];
        self.container(("10", "04"), docflow.uuid().as_u128() >> 16, "0087", vec![receipt])
    }

    /// The key that the generator gave, with its certificate.
    pub fn signer_of(&self, made: &Value) -> KeySigner {
        let certificate = STANDARD.decode(made["certificate"].as_str().unwrap()).unwrap();
        let key = pki::keys::private_key_from_pem(made["key"].as_str().unwrap()).unwrap();
        let certificate = Certificate::from_der(&certificate).unwrap();
        KeySigner::new(key, certificate, vec![self.root.clone()], Box::new(|octets| octets.fill(4))).unwrap()
    }

    /// What the signer signs leads to the simulator's root.
    pub fn is_under_root(&self, signer: &KeySigner) -> bool {
        let signature = sign_detached(b"x".as_slice(), signer, SignForm::CadesBes { at: self.clock.now() }).unwrap();
        let anchors = Anchors { roots: vec![self.root.clone()], ..Anchors::default() };
        let report = verify_detached(b"x".as_slice(), &signature, &anchors, self.clock.now(), Revocation::NotAsked);
        report.unwrap().outcome().is_yes()
    }

    fn unseal(&self, content: &[u8]) -> Vec<u8> {
        let opened = seal::open(content, &authority::key(ROMASHKA_KEY), self.romashka.certificate());
        opened.unwrap().content.to_vec()
    }

    /// A return of «Ромашка» to an inspection, in the container of its docflow. `number` tells docflows apart.
    pub fn report(&self, code: &str, number: u128, correction: u32, spoiled: Spoiled) -> Vec<u8> {
        let unique = Uuid::from_u128(number).hyphenated().to_string();
        let file_id = format!("NO_USN_{code}_{code}_7701000019770101001_20270322_{unique}");
        let told = RETURN.replace("encoding=\"UTF-8\"", "encoding=\"windows-1251\"");
        let told = told.replace("КодНО=\"7701\"", &format!("КодНО=\"{code}\""));
        let told = told.replace("НомКорр=\"0\"", &format!("НомКорр=\"{correction}\""));
        let old = "NO_USN_7701_7701_7701000019770101001_20270320_00000000-0000-0000-0000-000000000004";
        let told = told.replace(old, &file_id);
        self.report_of(code, number, (&file_id, &windows_1251(&told)), spoiled)
    }

    /// The same of any file.
    pub fn report_of(&self, code: &str, number: u128, (file_id, bytes): (&str, &[u8]), spoiled: Spoiled) -> Vec<u8> {
        let file_name = if spoiled == Spoiled::OtherFileName { "чужое" } else { file_id };
        let signer = if spoiled == Spoiled::ForeignSigner { &self.stranger } else { &self.romashka };
        let inspection = self.inspections.get(code).unwrap_or(&self.inspections["0087"]);
        let sealed_to = if spoiled == Spoiled::SealedToAnother { self.romashka.certificate() } else { inspection };
        let signed: &[u8] = if spoiled == Spoiled::WrongSignature { b"other" } else { bytes };
        let mut main = carried(number * 10 + 1, "01", &format!("{file_name}.xml"), sealed(file_name, bytes, sealed_to));
        (main.encrypted, main.compressed) = (true, true);
        if spoiled != Spoiled::Unsigned {
            main.signatures = vec![self.signature(signed, signer)];
        }
        let mut description = carried(number * 10 + 2, "02", "TR_INFSOOB.xml", b"<a/>".to_vec());
        description.signatures = vec![self.signature(b"<a/>", &self.romashka)];
        let confirmed = DateConfirmation {
            id: number.to_string(),
            operator: OPERATOR.to_owned(),
            program: "story".to_owned(),
            docflow: DocflowId::from_uuid(Uuid::from_u128(number)),
            sent_at: self.clock.now(),
            documents: vec![Received::of(&main)],
        };
        let confirmed = confirmed.write().unwrap();
        let mut confirmation = carried(number * 10 + 3, "04", "confirmation.xml", confirmed.clone());
        confirmation.signatures = vec![self.signature(&confirmed, &self.stranger)];
        confirmation.signatures[0].role = role::OPERATOR.to_owned();
        let mut documents = vec![main, description, confirmation];
        if spoiled == Spoiled::WithoutDescription {
            documents.remove(1);
        }
        self.container(("01", "01"), number, code, documents)
    }

    fn signature(&self, content: &[u8], signer: &KeySigner) -> CarriedSignature {
        let form = SignForm::CadesBes { at: self.clock.now() };
        CarriedSignature { role: role::SUBSCRIBER.to_owned(), bytes: sign_detached(content, signer, form).unwrap() }
    }

    /// What the subscriber says to the answer he read: the step 06 of a report.
    pub fn confirmation(&self, code: &str, number: u128) -> Vec<u8> {
        let mut notice = carried(number * 10 + 4, "09", "notice.xml", b"<c/>".to_vec());
        notice.signatures = vec![self.signature(b"<c/>", &self.romashka)];
        self.container(("01", "06"), number, code, vec![notice])
    }

    pub fn container(&self, step: (&str, &str), number: u128, code: &str, documents: Vec<Carried>) -> Vec<u8> {
        let container = Container {
            docflow: DocflowId::from_uuid(Uuid::from_u128(number)),
            id: ContainerId::from_uuid(Uuid::from_u128(number * 1_000 + step.1.parse::<u128>().unwrap())),
            flow: step.0.to_owned(),
            transaction: step.1.to_owned(),
            sender: Subject::of(ROMASHKA).unwrap(),
            operator: Some(Subject::of(OPERATOR).unwrap()),
            receiver: Subject::of(code).unwrap(),
            program: None,
            documents,
        };
        container.write().unwrap()
    }

    /// Sends, is answered 202 with the container's own id, and lets the authority work.
    pub async fn sent(&self, bytes: Vec<u8>) {
        let id = to_hex(Container::read(&bytes).unwrap().id);
        let (status, answer) = self.post(bytes).await;
        assert_eq!((status, answer["id"].as_str()), (202, Some(id.as_str())));
        self.run_jobs().await;
    }
}

fn sealed(name: &str, content: &[u8], to: &Certificate) -> Vec<u8> {
    seal::seal(name, content, std::slice::from_ref(to), &mut |octets: &mut [u8]| octets.fill(9)).unwrap()
}

fn carried(number: u128, type_code: &str, name: &str, content: Vec<u8>) -> Carried {
    Carried {
        id: CarriedId::from_uuid(Uuid::from_u128(number)),
        type_code: type_code.to_owned(),
        content_kind: kind::XML.to_owned(),
        original_name: Some(name.to_owned()),
        compressed: false,
        encrypted: false,
        content: Some(content),
        signatures: Vec::new(),
    }
}

/// The official encoding.
fn windows_1251(text: &str) -> Vec<u8> {
    let (bytes, _, is_lossy) = encoding_rs::WINDOWS_1251.encode(text);
    assert!(!is_lossy, "a letter that the encoding lacks");
    bytes.into_owned()
}
