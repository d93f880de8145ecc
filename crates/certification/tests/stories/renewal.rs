//! Renewal with a valid key, certificates of other authorities, the list of all, ends that are told.

use crate::applications::{Applicant, certificate_of, sign};
use crate::desk::Desk;
use crate::routes::{ask, delete, get, post, put, raw};
use crate::world::{DAY, Host, Start, catalogue, key, request};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use pki::{Certificate, Name, oid};
use serde_json::{Value, json};
use testkit::Database;

const MINE: &str = "/api/v1/certification/my-certificates";

async fn mine(host: &Host, by: kernel::UserId) -> Vec<Value> {
    let (status, listed) = ask(host, get(MINE, Some(by))).await;
    assert_eq!(status, StatusCode::OK, "{listed}");
    listed["items"].as_array().unwrap().clone()
}

/// Kind and days left of each notice of a person's bell, the newest first.
async fn bell(host: &Host, of: kernel::UserId) -> Vec<(String, String)> {
    let mut reader = host.store().reader().await.unwrap();
    let (page, _) = account::bell::list(&mut reader, &host.cx(of), &kernel::PageRequest::default()).await.unwrap();
    let days = |notice: &account::Notice| notice.arguments.get("days").cloned().unwrap_or_default();
    page.items.iter().map(|notice| (notice.kind.name().to_owned(), days(notice))).collect()
}

/// A certificate of another authority, self-signed: whether it is trusted is told, not demanded.
fn foreign(number: u8, at: kernel::Moment) -> Certificate {
    let own = key(number);
    let profile = pki::CertificateProfile {
        name: "foreign".to_owned(),
        validity_days_max: 400,
        authority: pki::Authority::None,
        key_usage: pki::KeyUsage::DIGITAL_SIGNATURE | pki::KeyUsage::NON_REPUDIATION,
        purposes: Vec::new(),
        policies: Vec::new(),
        subject_requires: Vec::new(),
        names_issuer_in_key_id: false,
    };
    let order = pki::CertificateOrder {
        serial: pki::Serial::from_chance([number; 16]),
        subject: Name::builder().with(oid::COMMON_NAME, "Ромашкина Анна Ивановна").build().unwrap(),
        public_key: pki::PublicKeyInfo::of(&own.public_key()),
        not_before: at.minus(DAY),
        not_after: at.plus(DAY * 365),
        crl_urls: Vec::new(),
        ocsp_urls: Vec::new(),
        issuer_urls: Vec::new(),
    };
    pki::issue_root(&profile, &order, &own, &[7; 32]).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn a_valid_key_renews_without_papers_or_visit(db: Database) {
        let start = Start { second_pair: false, ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let desk = Desk::open(&host).await;
        let (romashka, director) = host.romashka().await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        desk.approve(&host, &applicant, desk.first).await;
        let (_, issued) = applicant.issue(&host, 130, None).await;
        let present = certificate_of(&issued);
        start.clock.advance(DAY * 420);
        let at = host.app.clock.now();
        let place = format!("/api/v1/certification/organizations/{romashka}/certificates/{}/renewal", issued["certificate_id"].as_str().unwrap());
        let next = request(&key(131));
        let body = |signature: String| json!({ "request": STANDARD.encode(next.to_der()), "signature": signature });
        // Another key, another text.
        for wrong in [sign(130, &present, b"another text", at), String::new()] {
            let (status, problem) = ask(&host, post(&place, Some(director), body(wrong))).await;
            assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("certification.signature.wrong")));
        }
        let (status, renewed) = ask(&host, post(&place, Some(director), body(sign(130, &present, next.to_der(), at)))).await;
        assert_eq!(status, StatusCode::CREATED, "{renewed}");
        let successor = certificate_of(&renewed["certificate"]);
        assert_eq!(successor.subject(), present.subject(), "the name was checked before");
        assert!(successor.not_after() > present.not_after());
        let own = format!("/api/v1/certification/organizations/{romashka}/applications/{}", renewed["application"]["application_id"].as_str().unwrap());
        let installing = Applicant { user_id: director, place: own, application_id: String::new() };
        let (status, whole) = installing.install(&host, 131, &successor).await;
        assert_eq!((status, &whole["stage"], &whole["identity"]), (StatusCode::OK, &json!("installed"), &json!("by_key")), "{whole}");
        assert!(mine(&host, director).await.iter().all(|line| line["is_alive"] == true));
        // The same request again: its key is used.
        let (status, problem) = ask(&host, post(&place, Some(director), body(sign(130, &present, next.to_der(), at)))).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("certification.request.key-reused")));
        // After its end the old key renews nothing.
        start.clock.advance(DAY * 60);
        let late = request(&key(132));
        let late_body = json!({ "request": STANDARD.encode(late.to_der()), "signature": sign(130, &present, late.to_der(), at) });
        let (status, problem) = ask(&host, post(&place, Some(director), late_body)).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("certification.signature.not-in-force")));
        assert_eq!(applicant.get(&host).await["stage"], "expired");
        host.jobs().run_jobs().await;
    }

    async fn the_application_is_signed_with_a_key_in_force(db: Database) {
        let start = Start { second_pair: false, ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let at_once = host.room.issue(&host.cx(director), romashka, "at once", request(&key(133)).to_der()).await.unwrap();
        let applicant = Applicant::begin(&host, romashka, director).await;
        let statement = format!("{}/statement", applicant.place);
        let (status, problem) = ask(&host, get(&statement, Some(director))).await;
        assert_eq!((status, problem["field"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("snils")));
        for (item, value) in [("snils", "11223344595"), ("passport", "4010123456")] {
            applicant.field(&host, item, value).await;
        }
        let (_, kind, text) = raw(&host, get(&statement, Some(director))).await;
        assert!(kind.starts_with("text/plain") && String::from_utf8_lossy(&text).contains("Ромашкина"));
        let (_, kind, paper) = raw(&host, get(&format!("{statement}.pdf"), Some(director))).await;
        let paper = String::from_utf8_lossy(&paper);
        assert!(kind == "application/pdf" && paper.contains("Ромашкина") && paper.contains("2026-11-22"), "{paper}");
        let path = format!("{statement}/signature");
        let put_signature = |signature: String| json!({ "signature": signature });
        let stranger = foreign(134, host.app.clock.now());
        let untrusted = sign(134, &stranger, &text, host.app.clock.now());
        let (status, problem) = ask(&host, put(&path, Some(director), put_signature(untrusted))).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("certification.signature.not-in-force")));
        let signed = sign(133, &at_once.certificate, &text, host.app.clock.now());
        let (status, whole) = ask(&host, put(&path, Some(director), put_signature(signed))).await;
        assert_eq!((status, &whole["identity"]), (StatusCode::OK, &json!("by_key")), "{whole}");
        assert_eq!(crate::applications::item(&whole, "statement_scan")["state"], "accepted");
        // A field that stands in it is changed: it is to be signed anew; the scans are as they were.
        let (_, whole) = applicant.field(&host, "position", "Директор").await;
        assert_eq!(crate::applications::item(&whole, "statement_scan")["reason"], "form_changed");
        host.jobs().run_jobs().await;
    }

    async fn certificates_of_others_stand_in_the_same_list(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let own = host.room.issue(&host.cx(director), romashka, "at once", request(&key(135)).to_der()).await.unwrap();
        let at = host.app.clock.now();
        let theirs = foreign(136, at);
        let place = format!("/api/v1/certification/organizations/{romashka}/imported-certificates");
        let thumbprint: String = theirs.thumbprint_sha1().iter().map(|octet| format!("{octet:02x}")).collect();
        let (_, text) = ask(&host, get(&format!("{place}/text?thumbprint={thumbprint}"), Some(director))).await;
        let body = |signature: String| json!({ "certificate": theirs.to_pem().unwrap(), "signature": signature, "key_place": "token" });
        let wrong = sign(136, &theirs, b"another text", at);
        assert_eq!(ask(&host, post(&place, Some(director), body(wrong))).await.1["code"], "certification.signature.wrong");
        let stolen = sign(135, &own.certificate, text.as_str().unwrap().as_bytes(), at);
        assert_eq!(ask(&host, post(&place, Some(director), body(stolen))).await.1["code"], "certification.signature.wrong");
        let proof = sign(136, &theirs, text.as_str().unwrap().as_bytes(), at);
        let (status, taken) = ask(&host, post(&place, Some(director), body(proof.clone()))).await;
        assert_eq!(status, StatusCode::CREATED, "{taken}");
        assert_eq!(ask(&host, post(&place, Some(director), body(proof))).await.1["code"], "certification.import.before");
        let reused = host.room.issue(&host.cx(director), romashka, "foreign key", request(&key(136)).to_der()).await;
        assert!(matches!(reused, Err(store::No::Refused(certification::Refusal::KeyReused))), "a key of another authority's certificate");
        let lines = mine(&host, director).await;
        assert_eq!(lines.len(), 2);
        let line = |origin: &str| lines.iter().find(|line| line["origin"] == origin).unwrap();
        let (here, there) = (line("own"), line("imported"));
        assert_eq!((&here["days_left"], &here["verdict"]["kind"]["kind"]), (&json!(457), &json!("unqualified")));
        assert!(here["can_sign"].as_array().unwrap().iter().any(|kind| kind["document"] == "nonformalized"), "{here}");
        assert!(here["can_sign"].as_array().unwrap().iter().all(|kind| kind["document"] != "utd.invoice"), "{here}");
        assert_eq!((&there["key_place"], &there["can_sign"], &there["verdict"]["kind"]["kind"]), (&json!("token"), &json!([]), &json!("unknown")));
        let key_place = format!("{MINE}/{}/key-place", here["certificate_id"].as_str().unwrap());
        assert_eq!(raw(&host, put(&key_place, Some(director), json!({ "key_place": "browser" }))).await.0, StatusCode::NO_CONTENT);
        let stranger = host.person("somebody@vasilek.example", "Василькова Вера").await;
        assert_eq!(raw(&host, put(&key_place, Some(stranger), json!({ "key_place": "file" }))).await.0, StatusCode::NOT_FOUND);
        assert!(mine(&host, stranger).await.is_empty());
        let gone = format!("{place}/{}", taken["certificate_id"].as_str().unwrap());
        assert_eq!(raw(&host, delete(&gone, Some(director))).await.0, StatusCode::NO_CONTENT);
        assert_eq!(mine(&host, director).await.len(), 1);
        host.jobs().run_jobs().await;
    }

    async fn what_another_outlives_is_not_told(db: Database) {
        let start = Start::usual();
        let host = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = host.romashka().await;
        host.room.issue(&host.cx(director), romashka, "first", request(&key(138)).to_der()).await.unwrap();
        start.clock.advance(DAY * 410);
        let near = mine(&host, director).await;
        assert_eq!((near.len(), &near[0]["ending"]), (1, &json!("ahead")));
        host.room.issue(&host.cx(director), romashka, "second", request(&key(139)).to_der()).await.unwrap();
        for _ in 0..90 {
            start.clock.advance(DAY);
            certification::sweep(&host.room, &host.system()).await.unwrap();
        }
        assert!(host.letters(romashka).await.is_empty());
        assert!(bell(&host, director).await.is_empty());
        let lines = mine(&host, director).await;
        assert!(lines.len() == 2 && lines.iter().all(|line| line["ending"].is_null()), "{lines:?}");
        host.jobs().run_jobs().await;
    }

    async fn ends_are_told_once_a_step(db: Database) {
        let start = Start::usual();
        let host = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = host.romashka().await;
        host.room.issue(&host.cx(director), romashka, "at once", request(&key(137)).to_der()).await.unwrap();
        let mut told = Vec::new();
        for _ in 0..460 {
            start.clock.advance(DAY);
            certification::sweep(&host.room, &host.system()).await.unwrap();
            let letters = host.letters(romashka).await;
            if letters.len() > told.len() {
                told.push(letters.last().unwrap().clone());
            }
        }
        assert_eq!(told.len(), 6, "{told:?}");
        for (letter, days) in told.iter().zip([60, 30, 14, 7, 3, 1]) {
            assert!(letter.contains(&format!("осталось дней: {days}")), "{letter}");
        }
        let ended = mine(&host, director).await;
        assert!(ended.iter().all(|line| line["is_alive"] == false && line["days_left"] == 0 && line["ending"] == "over"));
        // The bell rings with each letter, and once more at the end.
        let rung = bell(&host, director).await;
        assert_eq!(rung.len(), 7, "{rung:?}");
        assert_eq!(rung[0].0, "certificate-ended");
        assert!(rung[1..].iter().all(|(kind, _)| kind == "certificate-ending"), "{rung:?}");
        assert_eq!(rung[1..].iter().map(|(_, days)| days.as_str()).collect::<Vec<_>>(), ["1", "3", "7", "14", "30", "60"]);
        host.jobs().run_jobs().await;
    }
}
