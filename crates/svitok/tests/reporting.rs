//! Reports go to the state and come back: the program with the simulator of the authorities beside it, over HTTP.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a story that cannot go on fails")]

mod town;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Chance, Clock as _};
use pki::{SignForm, Signer as _, sign_detached};
use regulator::{Config, Handle, Pace};
use serde_json::{Value, json};
use std::sync::Arc;
use store::StoreConfig;
use svitok::story::cast::Role;
use town::{Body, Citizen, NOW, Town};
use zeroize::Zeroizing;

/// A good return of a company for 2026, a format's own example.
const RETURN: &str = include_str!("../../formats/tests/ratios/NO_USN_5.09.xml");
/// How many times a docflow is looked at before it is taken for stuck.
const LOOKS_MAX: usize = 5_000;

/// Looks a second: more than a person makes.
const LOOKS_PER_SECOND: u32 = 10_000;

/// The town with the authorities beside it.
struct Play {
    town: Town,
    state: Handle,
    romashka: Citizen,
    payer_id: String,
    _folder: tempfile::TempDir,
}

impl Play {
    async fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (listener, address) = svitok::server::listen(([127, 0, 0, 1], 0).into()).await.unwrap();
        let town = Town::open_as(NOW, |place| {
            place.regulator = Some(format!("http://{address}"));
            place.caller_rate = LOOKS_PER_SECOND;
            place.address_rate = LOOKS_PER_SECOND;
        })
        .await;
        let config = Config {
            store: StoreConfig::new(
                format!("sqlite:{}", folder.path().join("regulator.db").display()),
                folder.path().join("blobs"),
            ),
            secret: Zeroizing::new([3; 32]),
            clock: Arc::new(town.clock.clone()),
            chance: Chance::from_seed([5; 32]),
            texts: Arc::new(svitok::texts::embedded().unwrap()),
            style: "",
            pace: Pace::AtOnce,
        };
        let state = regulator::start(config, listener).await.unwrap();
        let romashka = town.settle(&Role::romashka()).await;
        let mut play = Self { town, state, romashka, payer_id: String::new(), _folder: folder };
        let payer = json!({ "inn": Role::romashka().inn, "kpp": Role::romashka().kpp, "facts": {
            "name": "ООО «Ромашка»", "regime": "usn-income", "employees": 3, "tax_office": "0087" } });
        play.payer_id = text(&play.post("payers", payer).await, "/id");
        play
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/v1/reporting/organizations/{}/{rest}", self.romashka.person.organization_id)
    }

    async fn ask(&self, method: &str, rest: &str, body: Body) -> Value {
        let reply = self.town.ask(Some(&self.romashka.token), method, &self.path(rest), body).await;
        assert!(reply.status < 300, "{method} {rest}: {} {}", reply.status, reply.text);
        reply.body
    }

    async fn get(&self, rest: &str) -> Value {
        self.ask("GET", rest, Body::None).await
    }

    async fn post(&self, rest: &str, body: Value) -> Value {
        self.ask("POST", rest, Body::Json(body)).await
    }

    async fn refused(&self, method: &str, rest: &str, body: Body) -> (u16, String) {
        let reply = self.town.ask(Some(&self.romashka.token), method, &self.path(rest), body).await;
        (reply.status, reply.code().to_owned())
    }

    fn signed(&self, bytes: &[u8]) -> String {
        let form = SignForm::CadesBes { at: self.town.clock.now() };
        STANDARD.encode(sign_detached(bytes, &self.romashka.person.signer, form).unwrap())
    }

    /// A draft with the return in it, not signed.
    async fn drafted(&self, office: &str, correction: u32) -> (String, String, Vec<u8>) {
        let draft = json!({ "payer_id": self.payer_id, "authority": "fns", "office": office });
        let draft = text(&self.post("drafts", draft).await, "/id");
        let bytes = self.usn(office, correction, &draft);
        let document = json!({ "content": STANDARD.encode(&bytes) });
        let document = text(&self.post(&format!("drafts/{draft}/documents"), document).await, "/id");
        (draft, document, bytes)
    }

    /// The return of «Ромашка» for 2025 in windows-1251.
    fn usn(&self, office: &str, correction: u32, unique: &str) -> Vec<u8> {
        let (inn, kpp) = (Role::romashka().inn, Role::romashka().kpp.unwrap());
        let old = "NO_USN_7701_7701_7701000019770101001_20270320_00000000-0000-0000-0000-000000000004";
        let told = RETURN
            .replace(old, &format!("NO_USN_{office}_{office}_{inn}{kpp}_20261123_{unique}"))
            .replace("encoding=\"UTF-8\"", "encoding=\"windows-1251\"")
            .replace("ОтчетГод=\"2026\"", "ОтчетГод=\"2025\"")
            .replace("КодНО=\"7701\"", &format!("КодНО=\"{office}\""))
            .replace("НомКорр=\"0\"", &format!("НомКорр=\"{correction}\""))
            .replace("7701000019", &inn)
            .replace("770101001", &kpp);
        let code = |c: char| match c {
            'Ё' => 0xA8,
            'ё' => 0xB8,
            '«' => 0xAB,
            '»' => 0xBB,
            '—' => 0x97,
            '№' => 0xB9,
            'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xC0).unwrap(),
            c => u8::try_from(u32::from(c)).unwrap(),
        };
        told.chars().map(code).collect()
    }

    /// Fills, signs and sends the return; gives the docflow.
    async fn sent(&self, office: &str, correction: u32) -> String {
        let (draft, document, bytes) = self.drafted(office, correction).await;
        let signature = json!({ "signature": self.signed(&bytes) });
        self.ask("PUT", &format!("drafts/{draft}/documents/{document}/signature"), Body::Json(signature)).await;
        let checked = self.post(&format!("drafts/{draft}/check"), json!({})).await;
        assert_eq!(checked["is_good"], true, "{checked}");
        text(&self.post(&format!("drafts/{draft}/send"), json!({})).await, "/id")
    }

    /// Waits until the docflow has a document of the kind.
    async fn until(&self, docflow: &str, kind: &str) -> Value {
        for _ in 0..LOOKS_MAX {
            let now = self.get(&format!("docflows/{docflow}")).await;
            if now["documents"].as_array().unwrap().iter().any(|one| one["kind"] == kind) {
                return now;
            }
            // The authorities work meanwhile; each look is a request, so this does not spin.
            tokio::task::yield_now().await;
        }
        panic!("no {kind}: {}", self.get(&format!("docflows/{docflow}")).await);
    }

    /// Opens what came sealed with the key of «Ромашка».
    async fn open(&self, docflow: &str, kind: &str) -> Vec<u8> {
        let now = self.until(docflow, kind).await;
        let document = now["documents"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone();
        assert_eq!((&document["is_sealed"], &document["is_open"]), (&json!(true), &json!(false)), "{document}");
        let at = format!("docflows/{docflow}/documents/{}", document["id"].as_str().unwrap());
        let sealed = self.octets(&format!("{at}/content?form=sealed")).await;
        let key = pki::keys::private_key_from_pem(&self.romashka.person.key_pem).unwrap();
        let opened = transport::seal::open(&sealed, &key, self.romashka.person.signer.certificate()).unwrap();
        let bytes = opened.content.to_vec();
        let shown =
            self.ask("PUT", &format!("{at}/opened"), Body::Octets("application/octet-stream", bytes.clone())).await;
        assert_eq!(shown["is_open"], true);
        let signature = &shown["signatures"][0]["facts"];
        // The simulator publishes no lists of revoked certificates: all but that is checked.
        let found = (&signature["kind"], &signature["fault"]);
        assert_eq!(found, (&json!("simulator"), &json!("revocation-unknown")), "{shown}");
        bytes
    }

    async fn octets(&self, rest: &str) -> Vec<u8> {
        let url = format!("http://{}{}", self.town.address, self.path(rest));
        let http = svitok::client::connections().build().unwrap();
        let answer = http.get(url).bearer_auth(&self.romashka.token).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{rest}");
        answer.bytes().await.unwrap().to_vec()
    }

    /// Answers the document of the kind as the docflow asks: made by the program, signed, sent.
    async fn answered(&self, docflow: &str, on: &str, kind: Option<&str>) -> Value {
        let now = self.until(docflow, on).await;
        let on = now["documents"].as_array().unwrap().iter().find(|one| one["kind"] == on).unwrap()["id"].clone();
        let body = kind.map_or_else(|| json!({}), |kind| json!({ "kind": kind }));
        let reply = self.post(&format!("docflows/{docflow}/documents/{}/replies", on.as_str().unwrap()), body).await;
        let at = format!("docflows/{docflow}/replies/{}", reply["id"].as_str().unwrap());
        let content = STANDARD.decode(reply["content"].as_str().unwrap()).unwrap();
        let signature = json!({ "signature": self.signed(&content) });
        self.ask("PUT", &format!("{at}/signature"), Body::Json(signature)).await;
        self.post(&format!("{at}/send"), json!({})).await
    }

    async fn end(self) {
        self.town.close().await;
        self.state.stop().await.unwrap();
    }
}

fn text(value: &Value, place: &str) -> String {
    value.pointer(place).and_then(Value::as_str).unwrap_or_else(|| panic!("{place}: {value}")).to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_return_is_sent_and_comes_back_accepted() {
    let play = Play::begin().await;
    let docflow = play.sent("0087", 0).await;
    let now = play.until(&docflow, "fns534-report-date-confirmation").await;
    assert_eq!(now["began_at"], now["documents"][0]["at"]);
    play.until(&docflow, "fns534-report-receipt").await;
    let receipt = play.open(&docflow, "fns534-report-acceptance-result-positive").await;
    assert!(formats::check(&receipt).is_clean(), "{:?}", formats::check(&receipt));
    play.answered(&docflow, "fns534-report-acceptance-result-positive", None).await;
    let entry = play.open(&docflow, "fns534-report-processing-result-ok").await;
    assert!(formats::check(&entry).is_clean());
    let sent = play.answered(&docflow, "fns534-report-processing-result-ok", None).await;
    assert_eq!((&sent["status"], &sent["success"]), (&json!("finished"), &json!("successful")), "{sent}");
    let table = play.get("table?from=2026-01-01&until=2026-12-31").await;
    let place = table["columns"].as_array().unwrap().iter().position(|one| one["knd"] == "1152017").unwrap();
    let cells = table["rows"][0]["cells"].as_array().unwrap();
    assert!(cells.contains(&json!([place, "accepted-after-deadline"])), "{table}");
    play.town.rest().await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_return_is_corrected_and_one_to_be_corrected_says_so() {
    let play = Play::begin().await;
    let refused = play.sent("0088", 0).await;
    let told = play.open(&refused, "fns534-report-acceptance-result-negative").await;
    assert!(formats::check(&told).is_clean());
    let ended = play.answered(&refused, "fns534-report-acceptance-result-negative", None).await;
    assert_eq!((&ended["status"], &ended["success"]), (&json!("finished"), &json!("failed")));
    let asked = play.sent("0085", 0).await;
    play.answered(&asked, "fns534-report-acceptance-result-positive", None).await;
    let told = play.open(&asked, "fns534-report-processing-result-precise").await;
    assert!(formats::check(&told).is_clean());
    let ended = play.answered(&asked, "fns534-report-processing-result-precise", None).await;
    assert_eq!((&ended["status"], &ended["success"]), (&json!("finished"), &json!("warning")));
    let corrected = play.sent("0085", 1).await;
    play.until(&corrected, "fns534-report-acceptance-result-positive").await;
    play.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_sent_is_refused_before_it_goes() {
    let play = Play::begin().await;
    let (draft, document, bytes) = play.drafted("0087", 0).await;
    let send = format!("drafts/{draft}/send");
    let refused = |code: &str, status: u16| (status, code.to_owned());
    assert_eq!(play.refused("POST", &send, Body::None).await, refused("reporting.check.not-signed", 409));
    let signature = format!("drafts/{draft}/documents/{document}/signature");
    let other = Body::Json(json!({ "signature": play.signed(b"other bytes") }));
    assert_eq!(play.refused("PUT", &signature, other).await, refused("reporting.signature.broken", 422));
    let office = json!({ "payer_id": play.payer_id, "authority": "fns", "office": "7701" });
    let elsewhere = text(&play.post("drafts", office).await, "/id");
    let body = json!({ "content": STANDARD.encode(&bytes) });
    play.post(&format!("drafts/{elsewhere}/documents"), body).await;
    let checked = play.post(&format!("drafts/{elsewhere}/check"), json!({})).await;
    assert_eq!(checked["refusals"][0]["code"], "reporting.check.other-office", "{checked}");
    let broken = play.usn("0087", 0, &draft);
    let at = broken.windows(6).position(|octets| octets == b"\"2025\"").unwrap();
    let broken: Vec<u8> = broken[..at].iter().chain(b"\"202X\"").chain(&broken[at + 6..]).copied().collect();
    let body = Body::Json(json!({ "content": STANDARD.encode(&broken), "file_name": "return.xml" }));
    play.ask("PUT", &format!("drafts/{draft}/documents/{document}"), body).await;
    let checked = play.post(&format!("drafts/{draft}/check"), json!({})).await;
    assert_eq!(checked["is_good"], false);
    assert!(!checked["documents"][0]["findings"].as_array().unwrap().is_empty());
    assert_eq!(play.refused("POST", &send, Body::None).await.0, 409);
    play.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demand_comes_is_confirmed_and_accepted_in_its_term() {
    let play = Play::begin().await;
    // The state knows whom it writes to once the payer's certificate was told.
    let certificate = STANDARD.encode(play.romashka.person.signer.certificate().to_der());
    let at = format!("payers/{}/certificates", play.payer_id);
    play.ask("POST", &at, Body::Json(json!({ "certificate": certificate }))).await;
    play.town.rest().await;
    let subscriber = play.payer_id.replace('-', "");
    let script = json!({ "kind": "demand", "authority": "0087", "subscriber": subscriber,
        "title": "О представлении пояснений", "text": "Поясните расхождение." });
    let http = svitok::client::connections().build().unwrap();
    let answer = http.post(format!("{}/v1/scripts", play.state.url())).json(&script).send().await.unwrap();
    let (status, told) = (answer.status(), answer.text().await.unwrap());
    assert!(status.is_success(), "{status} {told}");
    let mut docflow = None;
    for _ in 0..LOOKS_MAX {
        let page = play.get("docflows?direction=incoming").await;
        docflow = page["items"].get(0).map(|one| text(one, "/id"));
        if docflow.is_some() {
            break;
        }
        tokio::task::yield_now().await;
    }
    let docflow = docflow.expect("the demand comes");
    let now = play.until(&docflow, "fns534-demand-date-confirmation").await;
    assert_eq!((&now["status"], &now["due_on"]), (&json!("received"), &json!("2026-12-01")), "{now}");
    assert!(!play.open(&docflow, "fns534-demand").await.is_empty());
    play.answered(&docflow, "fns534-demand", Some("fns534-demand-receipt")).await;
    let done = play.answered(&docflow, "fns534-demand", Some("fns534-demand-acceptance-result-positive")).await;
    assert_eq!((&done["status"], &done["due_on"]), (&json!("processed"), &Value::Null), "{done}");
    play.until(&docflow, "fns534-demand-receipt").await;
    play.end().await;
}
