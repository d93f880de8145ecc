//! The state of certificates on demand: OpenSSL asks, OpenSSL believes; suspension, phrase, key, operator.

use crate::applications::{Applicant, certificate_of, sign};
use crate::desk::Desk;
use crate::routes::{ask, delete, get, post, put, raw};
use crate::world::{Host, Start, catalogue, key, request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use certification::check_journals;
use http::{Method, StatusCode};
use pki::Certificate;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use testkit::{Database, HandClock};

const INSTALL_LINE: &str = "openssl with the GOST engine is needed: apt-get install openssl libengine-gost-openssl";

/// The machine's own moment: OpenSSL judges the times of an answer by it.
#[expect(clippy::disallowed_methods, reason = "openssl ocsp takes no other moment")]
fn machine_now() -> kernel::Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    kernel::Moment::EPOCH.plus(since)
}

fn hex(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect()
}

/// Loads the engine where a command has no option for it.
const CONFIGURATION: &str = "openssl_conf = own\n[own]\nengines = engines\n[engines]\ngost = gost\n[gost]\n\
                             engine_id = gost\ndefault_algorithms = ALL\n";

fn openssl(folder: &Path, arguments: &[&str]) -> String {
    let configuration = folder.join("gost.cnf");
    std::fs::write(&configuration, CONFIGURATION).unwrap();
    let mut command = Command::new("openssl");
    command.args(arguments).current_dir(folder).env("OPENSSL_CONF", &configuration);
    let output = command.output().expect(INSTALL_LINE);
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

struct Asked<'a> {
    host: &'a Host,
    folder: &'a Path,
    url: String,
}

impl Asked<'_> {
    /// What OpenSSL says of the answer to its own request.
    async fn told(&self) -> String {
        let ask_by = ["ocsp", "-issuer", "issuing.pem", "-cert", "leaf.pem", "-reqout", "asked.der"];
        openssl(self.folder, &ask_by);
        let asked = std::fs::read(self.folder.join("asked.der")).unwrap();
        let by_post = crate::routes::Asked {
            method: Method::POST,
            path: &self.url,
            by: None,
            body: None,
            file: Some(asked.clone()),
            key: None,
        };
        let (status, kind, answer) = raw(self.host, by_post).await;
        assert_eq!((status, kind.as_str()), (StatusCode::OK, "application/ocsp-response"));
        let in_address: String = form_urlencoded(&STANDARD.encode(&asked));
        let path = format!("{}/{in_address}", self.url);
        assert_eq!(raw(self.host, get(&path, None)).await.0, StatusCode::OK, "{path}");
        std::fs::write(self.folder.join("answer.der"), answer).unwrap();
        openssl(
            self.folder,
            &[
                "ocsp",
                "-no_nonce",
                "-respin",
                "answer.der",
                "-reqin",
                "asked.der",
                "-issuer",
                "issuing.pem",
                "-cert",
                "leaf.pem",
                "-CAfile",
                "root.pem",
            ],
        )
    }
}

/// What base64 has and an address may not hold.
fn form_urlencoded(text: &str) -> String {
    text.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D")
}

async fn issue(host: &Host, number: u8) -> (Value, Certificate, kernel::UserId, kernel::OrganizationId) {
    let (romashka, director) = host.romashka().await;
    let body = json!({ "organization_id": romashka, "request": request(&key(number)).to_pem().unwrap() });
    let (_, issued) = ask(host, post("/api/v1/certification/certificates", Some(director), body)).await;
    let certificate = certificate_of(&issued);
    (issued, certificate, director, romashka)
}

testkit::on_both_engines! {
    catalogue();

    async fn openssl_sees_good_suspended_and_revoked(db: Database) {
        let start = Start { clock: HandClock::at(machine_now()), ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let watch = host.jobs();
        let (issued, certificate, director, romashka) = issue(&host, 120).await;
        let folder = db.folder();
        let chain = issued["chain"].as_str().unwrap();
        let (issuing, root) = chain.split_at(chain.rfind("-----BEGIN").unwrap());
        for (name, text) in [("leaf.pem", issued["certificate"].as_str().unwrap()), ("issuing.pem", issuing), ("root.pem", root)] {
            std::fs::write(folder.join(name), text).unwrap();
        }
        let issuer = Certificate::from_pem(issuing).unwrap();
        let digits: String = issuer.public_key().key_identifier().iter().map(|octet| format!("{octet:02x}")).collect();
        let seen = openssl(folder, &["x509", "-in", "leaf.pem", "-noout", "-ocsp_uri"]);
        assert!(seen.contains(&format!("http://svitok.example/ocsp/{digits}")), "{seen}");
        let asked = Asked { host: &host, folder, url: format!("/ocsp/{digits}") };
        let told = asked.told().await;
        assert!(told.contains("Response verify OK") && told.contains("leaf.pem: good"), "{told}");
        assert!(!told.contains("WARNING: no nonce"), "{told}");
        let id = issued["certificate_id"].as_str().unwrap();
        let place = format!("/api/v1/certification/organizations/{romashka}/certificates/{id}");
        let suspension = format!("{place}/suspension");
        let (status, suspended) = ask(&host, put(&suspension, Some(director), Value::Null)).await;
        assert_eq!((status, &suspended["state"]), (StatusCode::OK, &json!("suspended")));
        assert_eq!(ask(&host, put(&suspension, Some(director), Value::Null)).await.0, StatusCode::CONFLICT);
        let told = asked.told().await;
        assert!(told.contains("leaf.pem: revoked") && told.contains("certificateHold"), "{told}");
        watch.run_jobs().await;
        let list = host.room.revocation_list(crate::revoke::authority_of(&host, &certificate).await).await.unwrap();
        assert_eq!(list.is_revoked(certificate.serial()).unwrap().reason, pki::RevocationReason::CertificateHold);
        let (status, resumed) = ask(&host, delete(&suspension, Some(director))).await;
        assert_eq!((status, &resumed["state"]), (StatusCode::OK, &json!("issued")));
        watch.run_jobs().await;
        let list = host.room.revocation_list(crate::revoke::authority_of(&host, &certificate).await).await.unwrap();
        assert!(list.is_revoked(certificate.serial()).is_none(), "it came back");
        assert!(asked.told().await.contains("leaf.pem: good"));
        // Suspended again and then revoked: one entry, the final one.
        ask(&host, put(&suspension, Some(director), Value::Null)).await;
        ask(&host, post(&format!("{place}/revocation"), Some(director), json!({ "reason": "key_compromise" }))).await;
        let told = asked.told().await;
        assert!(told.contains("leaf.pem: revoked") && told.contains("keyCompromise"), "{told}");
        watch.run_jobs().await;
        let list = host.room.revocation_list(crate::revoke::authority_of(&host, &certificate).await).await.unwrap();
        assert_eq!(list.is_revoked(certificate.serial()).unwrap().reason, pki::RevocationReason::KeyCompromise);
        assert_eq!(list.len(), 1);
        check_journals(host.store()).await.unwrap();
        // Those who listen heard of each time it went out of force, and of nothing when it came back.
        let mut heard: Vec<bool> = host.heard.lock().unwrap().iter().map(|news| news.is_revoked).collect();
        heard.sort_unstable();
        assert_eq!(heard, [false, false, true]);
    }

    async fn wrong_questions_are_answered_in_their_own_way(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (_, authorities) = ask(&host, get("/api/v1/certification/authorities", None)).await;
        let url = format!("/ocsp/{}", authorities["items"][0]["key_id"].as_str().unwrap());
        let asked = |path: String, file: Vec<u8>| {
            let host = host.clone();
            async move {
                let asked = crate::routes::Asked { method: Method::POST, path: &path, by: None, body: None, file: Some(file), key: None };
                raw(&host, asked).await
            }
        };
        for wrong in [Vec::new(), b"text".to_vec(), vec![0x30; 100]] {
            let (status, _, answer) = asked(url.clone(), wrong).await;
            assert_eq!((status, answer), (StatusCode::OK, vec![0x30, 3, 0x0a, 1, 1]), "malformed");
        }
        assert_eq!(asked(url.clone(), vec![0; 9_000]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(asked("/ocsp/00".to_owned(), Vec::new()).await.0, StatusCode::NOT_FOUND);
        assert_eq!(raw(&host, get(&format!("{url}/nonsense"), None)).await.2, vec![0x30, 3, 0x0a, 1, 1]);
        host.jobs().run_jobs().await;
    }

    async fn the_phrase_the_key_and_the_operator_revoke(db: Database) {
        let start = Start { second_pair: false, ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let desk = Desk::open(&host).await;
        let (romashka, director) = host.romashka().await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        desk.approve(&host, &applicant, desk.first).await;
        let (_, issued) = applicant.issue(&host, 121, Some("ромашка в чистом поле")).await;
        let (serial, thumbprint) = (issued["serial"].as_str().unwrap().to_owned(), issued["thumbprint"].as_str().unwrap().to_owned());
        const REVOCATIONS: &str = "/api/v1/certification/revocations";
        let by_phrase = |serial: &str, phrase: &str| json!({ "serial": serial, "reason": "key_compromise", "proof": { "phrase": phrase } });
        for (serial, phrase, code, status) in [
            (serial.as_str(), "совсем другая фраза", "certification.phrase.wrong", 404),
            (thumbprint.as_str(), "совсем другая фраза", "certification.phrase.wrong", 404),
            ("00112233445566778899aabbccddeeff", "ромашка в чистом поле", "certification.phrase.wrong", 404),
            ("00112233445566778899aabbccddeeff00112233", "ромашка в чистом поле", "certification.phrase.wrong", 404),
            (serial.as_str(), "коротко", "certification.phrase.form", 422),
            ("no serial", "ромашка в чистом поле", "certification.lookup-form", 422),
        ] {
            let (told, problem) = ask(&host, post(REVOCATIONS, None, by_phrase(serial, phrase))).await;
            assert_eq!((told.as_u16(), problem["code"].as_str()), (status, Some(code)));
        }
        for _ in 0..7 {
            ask(&host, post(REVOCATIONS, None, by_phrase(&serial, "совсем другая фраза"))).await;
        }
        let (told, problem) = ask(&host, post(REVOCATIONS, None, by_phrase(&serial, "ромашка в чистом поле"))).await;
        assert_eq!((told.as_u16(), problem["code"].as_str()), (429, Some("certification.phrase.too-many-tries")));
        start.clock.advance(std::time::Duration::from_secs(61 * 60));
        let (told, revoked) = ask(&host, post(REVOCATIONS, None, by_phrase(&thumbprint, "  Ромашка в чистом  поле"))).await;
        assert_eq!((told, &revoked["state"]), (StatusCode::OK, &json!("revoked")), "{revoked}");
        assert_eq!(applicant.get(&host).await["stage"], "revoked");
        // A replacement needs no papers but the signed application; what was proven stands.
        let replacement = format!("/api/v1/certification/organizations/{romashka}/certificates/{}/replacement", issued["certificate_id"].as_str().unwrap());
        let (status, begun) = ask(&host, post(&replacement, Some(director), Value::Null)).await;
        assert_eq!(status, StatusCode::CREATED, "{begun}");
        let place = format!("/api/v1/certification/organizations/{romashka}/applications/{}", begun["application_id"].as_str().unwrap());
        let next = Applicant { user_id: director, place, application_id: begun["application_id"].as_str().unwrap().to_owned() };
        let whole = next.get(&host).await;
        assert_eq!((&whole["kind"], &whole["identity"]), (&json!("replacement"), &json!("by_documents")));
        let missing: Vec<&str> = whole["items"].as_array().unwrap().iter().filter(|item| item["state"] == "absent").map(|item| item["item"].as_str().unwrap()).collect();
        assert_eq!(missing, ["statement_scan"]);
        next.scan(&host, "statement_scan", crate::applications::page()).await;
        next.step(&host, "submission").await;
        desk.act(&host, &next, desk.second, "claim").await;
        for item in whole["items"].as_array().unwrap() {
            desk.judge(&host, &next, desk.second, item["item"].as_str().unwrap(), None).await;
        }
        assert_eq!(desk.act(&host, &next, desk.second, "approve").await.0, StatusCode::OK);
        let (status, issued) = next.issue(&host, 122, None).await;
        assert_eq!(status, StatusCode::CREATED, "{issued}");
        // By the key, from anywhere.
        let (serial, certificate) = (issued["serial"].as_str().unwrap(), certificate_of(&issued));
        let (_, text) = ask(&host, get(&format!("{REVOCATIONS}/text?serial={serial}"), None)).await;
        let by_key = |signature: String| json!({ "serial": serial, "reason": "superseded", "proof": { "signature": signature } });
        let at = host.app.clock.now();
        let foreign = sign(122, &certificate, "Отозвать всё".as_bytes(), at);
        let (status, problem) = ask(&host, post(REVOCATIONS, None, by_key(foreign))).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("certification.signature.wrong")));
        let good = sign(122, &certificate, text.as_str().unwrap().as_bytes(), at);
        let (status, revoked) = ask(&host, post(REVOCATIONS, None, by_key(good))).await;
        assert_eq!((status, &revoked["state"]), (StatusCode::OK, &json!("revoked")), "{revoked}");
        // By an operator.
        let one = host.room.issue(&host.cx(director), romashka, "at once", request(&key(123)).to_der()).await.unwrap();
        let body = json!({ "serial": one.certificate.serial_hex(), "reason": "affiliation_changed" });
        let at_desk = "/api/v1/certification/desk/revocations";
        let named = format!("/api/v1/certification/desk/certificates/{}", one.certificate.serial_hex());
        for by in [director, desk.office] {
            assert_eq!(ask(&host, post(at_desk, Some(by), body.clone())).await.0, StatusCode::FORBIDDEN);
            assert_eq!(ask(&host, get(&named, Some(by))).await.0, StatusCode::FORBIDDEN);
        }
        let (_, seen) = ask(&host, get(&named, Some(desk.first))).await;
        let whom = (&seen["person"], &seen["organization"], &seen["certificate"]["state"]);
        assert_eq!(whom, (&json!("Ромашкина Анна Ивановна"), &json!("ООО «Ромашка»"), &json!("issued")));
        let nothing = ask(&host, get("/api/v1/certification/desk/certificates/00", Some(desk.first))).await;
        assert_eq!(nothing.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(&host, post(at_desk, Some(desk.first), body)).await.1["state"], "revoked");
        check_journals(host.store()).await.unwrap();
        host.jobs().run_jobs().await;
        let heard = host.heard.lock().unwrap().clone();
        assert!(heard.len() == 3 && heard.iter().all(|news| news.is_revoked), "by the phrase, the key, the operator");
        let of_one = heard.iter().find(|news| news.serial == one.certificate.serial_hex()).unwrap();
        let found = host.room.find_certificate(&host.scope(director, romashka).await, &hex(&of_one.thumbprint)).await.unwrap();
        assert_eq!((of_one.holder_user_id, found.unwrap().to_der()), (director, one.certificate.to_der()));
    }
}
