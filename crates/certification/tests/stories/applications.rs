//! An application from its first field to the installed certificate, as the holder sees it.

use crate::routes::{ask, delete, get, post, put, put_file, raw};
use crate::world::{DAY, Host, Start, catalogue, key, request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use kernel::{OrganizationId, UserId};
use pki::{Certificate, KeySigner, SignForm, sign_detached};
use serde_json::{Value, json};
use testkit::Database;

const BEGIN: &str = "/api/v1/certification/applications";

/// A PNG of a page in colour: its head is what the rules look at.
pub fn page() -> Vec<u8> {
    let mut octets = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    octets.extend([1_240_u32.to_be_bytes(), 1_754_u32.to_be_bytes()].concat());
    octets.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    octets.resize(200_000, 7);
    octets.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    octets
}

pub fn sign(number: u8, certificate: &Certificate, text: &[u8], at: kernel::Moment) -> String {
    let signer = KeySigner::new(key(number), certificate.clone(), Vec::new(), Box::new(|o| o.fill(5))).unwrap();
    STANDARD.encode(sign_detached(text, &signer, SignForm::CadesBes { at }).unwrap())
}

/// A person with an application of his.
pub struct Applicant {
    pub user_id: UserId,
    pub place: String,
    pub application_id: String,
}

impl Applicant {
    pub async fn begin(host: &Host, organization_id: OrganizationId, user_id: UserId) -> Self {
        let own_key = user_id.to_string();
        let mut asked = post(BEGIN, Some(user_id), json!({ "organization_id": organization_id }));
        asked.key = Some(&own_key);
        let (status, begun) = ask(host, asked).await;
        assert_eq!(status, StatusCode::CREATED, "{begun}");
        let application_id = begun["application_id"].as_str().unwrap().to_owned();
        let place = format!("/api/v1/certification/organizations/{organization_id}/applications/{application_id}");
        Self { user_id, place, application_id }
    }

    pub async fn get(&self, host: &Host) -> Value {
        let (status, whole) = ask(host, get(&self.place, Some(self.user_id))).await;
        assert_eq!(status, StatusCode::OK, "{whole}");
        whole
    }

    pub async fn field(&self, host: &Host, item: &str, value: &str) -> (StatusCode, Value) {
        let path = format!("{}/fields/{item}", self.place);
        ask(host, put(&path, Some(self.user_id), json!({ "value": value }))).await
    }

    pub async fn scan(&self, host: &Host, item: &str, file: Vec<u8>) -> (StatusCode, Value) {
        let path = format!("{}/scans/{item}", self.place);
        ask(host, put_file(&path, Some(self.user_id), file)).await
    }

    pub async fn step(&self, host: &Host, step: &str) -> (StatusCode, Value) {
        ask(host, post(&format!("{}/{step}", self.place), Some(self.user_id), Value::Null)).await
    }

    pub async fn fill(&self, host: &Host) {
        for (item, value) in [("snils", "112-233-445 95"), ("passport", "40 10 123456"), ("position", "Директор")]
        {
            let (status, told) = self.field(host, item, value).await;
            assert_eq!(status, StatusCode::OK, "{told}");
        }
        for item in ["passport_scan", "snils_scan", "statement_scan"] {
            let (status, told) = self.scan(host, item, page()).await;
            assert_eq!(status, StatusCode::OK, "{told}");
        }
    }

    pub async fn submitted(host: &Host, organization_id: OrganizationId, user_id: UserId) -> Self {
        let applicant = Self::begin(host, organization_id, user_id).await;
        applicant.fill(host).await;
        let (status, told) = applicant.step(host, "submission").await;
        assert_eq!(status, StatusCode::OK, "{told}");
        applicant
    }

    pub async fn issue(&self, host: &Host, number: u8, phrase: Option<&str>) -> (StatusCode, Value) {
        let body = json!({ "request": request(&key(number)).to_pem().unwrap(), "consent": true, "phrase": phrase });
        ask(host, post(&format!("{}/certificate", self.place), Some(self.user_id), body)).await
    }

    pub async fn install(&self, host: &Host, number: u8, certificate: &Certificate) -> (StatusCode, Value) {
        let path = format!("{}/installation", self.place);
        let (_, _, text) = raw(host, get(&path, Some(self.user_id))).await;
        let signature = sign(number, certificate, &text, host.app.clock.now());
        ask(host, post(&path, Some(self.user_id), json!({ "signature": signature, "key_place": "browser" }))).await
    }
}

pub fn certificate_of(view: &Value) -> Certificate {
    Certificate::from_pem(view["certificate"].as_str().unwrap()).unwrap()
}

pub fn item<'a>(whole: &'a Value, name: &str) -> &'a Value {
    whole["items"].as_array().unwrap().iter().find(|item| item["item"] == name).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn an_application_is_filled_in_from_the_records(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let (status, begun) = ask(&host, post(BEGIN, Some(director), json!({ "inn": "9800000013" }))).await;
        assert_eq!((status, begun["organization_id"].as_str()), (StatusCode::CREATED, Some(romashka.to_string().as_str())));
        let (_, again) = ask(&host, post(BEGIN, Some(director), json!({ "inn": "9800000013" }))).await;
        assert_eq!(again, begun, "the same intention");
        let place = format!("/api/v1/certification/organizations/{romashka}/applications/{}", begun["application_id"].as_str().unwrap());
        let (_, whole) = ask(&host, get(&place, Some(director))).await;
        assert_eq!((&whole["stage"], &whole["kind"]), (&json!("new"), &json!("first")));
        assert_eq!(item(&whole, "surname")["value"], "Ромашкина");
        assert_eq!(item(&whole, "given_name")["value"], "Анна Ивановна");
        assert_eq!(item(&whole, "email")["value"], "director@romashka.example");
        assert_eq!(item(&whole, "snils")["state"], "absent");
        // A second one while this is open, by any key.
        let mut second = post(BEGIN, Some(director), json!({ "organization_id": romashka }));
        second.key = Some("two");
        let (status, problem) = ask(&host, second).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("certification.application.open")));
        let (status, problem) = ask(&host, post(BEGIN, Some(director), json!({ "inn": "9800000020" }))).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::NOT_FOUND, Some("certification.application.inn-not-yours")));
        assert_eq!(raw(&host, delete(&place, Some(director))).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ask(&host, get(&place, Some(director))).await.0, StatusCode::NOT_FOUND);
        Applicant::begin_again(&host, romashka, director).await;
        host.jobs().run_jobs().await;
    }

    async fn wrong_fields_and_scans_are_refused_by_name(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let applicant = Applicant::begin(&host, romashka, director).await;
        for (name, value, code) in [
            ("snils", "112-233-445 96", "certification.form.snils"),
            ("passport", "12", "certification.form.passport"),
            ("surname", " ", "certification.form.text"),
            ("email", "нет", "certification.form.email"),
            ("person_inn", "9800000013", "certification.form.person-inn"),
            ("passport_scan", "text", "certification.application.no-such-item"),
            ("nonsense", "text", "certification.application.no-such-item"),
        ] {
            let (status, problem) = applicant.field(&host, name, value).await;
            assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some(code)), "{name}");
        }
        for (name, file, code) in [
            ("passport_scan", b"no picture at all".to_vec(), "certification.scan.format"),
            ("passport_scan", page()[..100_000].to_vec(), "certification.scan.damaged"),
            ("surname", page(), "certification.application.no-such-item"),
        ] {
            let (status, problem) = applicant.scan(&host, name, file).await;
            assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some(code)), "{name}");
        }
        let (status, _) = applicant.scan(&host, "passport_scan", vec![0; 6 * 1024 * 1024]).await;
        assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
        let (status, problem) = applicant.step(&host, "submission").await;
        assert_eq!((status, problem["field"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("snils")));
        assert_eq!(problem["code"], "certification.application.item-missing");
        // Issuing before the desk has looked.
        let (status, problem) = applicant.issue(&host, 100, None).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("certification.application.stage")));
        host.jobs().run_jobs().await;
    }

    async fn a_scan_lies_sealed_and_comes_back_as_it_was(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let applicant = Applicant::begin(&host, romashka, director).await;
        applicant.fill(&host).await;
        let path = format!("{}/scans/passport_scan", applicant.place);
        let (status, kind, octets) = raw(&host, get(&path, Some(director))).await;
        assert_eq!((status, kind.as_str()), (StatusCode::OK, "image/png"));
        assert!(octets == page());
        // Another member who signs sees nothing of it.
        let other = host.person("other@romashka.example", "Ромашкин Пётр").await;
        host.member(romashka, other, &["read", "sign", "administer"]).await;
        assert_eq!(raw(&host, get(&path, Some(other))).await.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(&host, get(&applicant.place, Some(other))).await.0, StatusCode::NOT_FOUND);
        let list = format!("/api/v1/certification/organizations/{romashka}/applications");
        assert_eq!(ask(&host, get(&list, Some(other))).await.1["items"], json!([]));
        assert_eq!(ask(&host, get(&list, Some(director))).await.1["items"].as_array().unwrap().len(), 1);
        // Replacing one scan leaves the others and their states alone.
        let before = applicant.get(&host).await;
        let mut larger = page();
        larger.splice(100..100, [7; 50_000]);
        let (_, after) = applicant.scan(&host, "snils_scan", larger).await;
        for name in ["passport_scan", "statement_scan", "surname", "passport"] {
            assert_eq!(item(&before, name), item(&after, name));
        }
        assert_ne!(item(&before, "snils_scan")["size_bytes"], item(&after, "snils_scan")["size_bytes"]);
        host.jobs().run_jobs().await;
    }

    async fn papers_are_deleted_by_rule(db: Database) {
        let start = Start { second_pair: false, ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let desk = crate::desk::Desk::open(&host).await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        desk.approve(&host, &applicant, desk.first).await;
        applicant.issue(&host, 101, None).await;
        let swept = certification::sweep(&host.room, &host.system()).await.unwrap();
        assert_eq!(swept, 0, "nothing is due");
        start.clock.advance(DAY * 31);
        assert_eq!(certification::sweep(&host.room, &host.system()).await.unwrap(), 1);
        let whole = applicant.get(&host).await;
        assert!(whole["papers_deleted_at"].is_string());
        assert_eq!(item(&whole, "passport")["value"], Value::Null);
        assert_eq!(item(&whole, "surname")["value"], "Ромашкина");
        let path = format!("{}/scans/passport_scan", applicant.place);
        assert_eq!(raw(&host, get(&path, Some(director))).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        // An application nobody goes on with is forgotten as a whole.
        let other = host.person("other@romashka.example", "Ромашкин Пётр").await;
        host.member(romashka, other, &["sign"]).await;
        let left = Applicant::begin(&host, romashka, other).await;
        start.clock.advance(DAY * 91);
        certification::sweep(&host.room, &host.system()).await.unwrap();
        assert_eq!(ask(&host, get(&left.place, Some(other))).await.0, StatusCode::NOT_FOUND);
        host.jobs().run_jobs().await;
    }
}

impl Applicant {
    /// Begins with another key: the former application is gone.
    async fn begin_again(host: &Host, organization_id: OrganizationId, user_id: UserId) {
        let mut asked = post(BEGIN, Some(user_id), json!({ "organization_id": organization_id }));
        asked.key = Some("again");
        assert_eq!(ask(host, asked).await.0, StatusCode::CREATED);
    }
}
