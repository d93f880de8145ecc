//! The operators' desk: queue, claims, verdicts, the second pair of eyes, the office.

use crate::applications::{Applicant, certificate_of, item, page};
use crate::routes::{ask, delete, get, post, put, raw};
use crate::world::{Host, Start, catalogue};
use certification::DeskRole;
use http::StatusCode;
use kernel::UserId;
use serde_json::{Value, json};
use std::time::Duration;
use testkit::Database;

const ITEMS: [&str; 10] = [
    "surname",
    "given_name",
    "position",
    "person_inn",
    "snils",
    "passport",
    "email",
    "passport_scan",
    "snils_scan",
    "statement_scan",
];

/// Two operators and an office.
pub struct Desk {
    pub first: UserId,
    pub second: UserId,
    pub office: UserId,
}

impl Desk {
    pub async fn open(host: &Host) -> Self {
        let first = host.person("first@desk.example", "Операторова Вера").await;
        let second = host.person("second@desk.example", "Операторов Пётр").await;
        let office = host.person("office@desk.example", "Офисов Иван").await;
        for (user_id, role) in [(first, DeskRole::Operator), (second, DeskRole::Operator), (office, DeskRole::Office)] {
            host.grant(user_id, role).await;
        }
        Self { first, second, office }
    }

    pub async fn act(&self, host: &Host, applicant: &Applicant, by: UserId, act: &str) -> (StatusCode, Value) {
        let path = format!("/api/v1/certification/desk/applications/{}/acts", applicant.application_id);
        ask(host, post(&path, Some(by), json!({ "act": act }))).await
    }

    pub async fn judge(
        &self,
        host: &Host,
        applicant: &Applicant,
        by: UserId,
        item: &str,
        reason: Option<&str>,
    ) -> (StatusCode, Value) {
        let path = format!("/api/v1/certification/desk/applications/{}/verdicts/{item}", applicant.application_id);
        ask(host, put(&path, Some(by), json!({ "reason": reason, "comment": null }))).await
    }

    /// Takes it, accepts what is not accepted, approves.
    pub async fn approve(&self, host: &Host, applicant: &Applicant, by: UserId) {
        let (status, told) = self.act(host, applicant, by, "claim").await;
        assert_eq!(status, StatusCode::OK, "{told}");
        for item in ITEMS {
            let (status, told) = self.judge(host, applicant, by, item, None).await;
            assert_eq!(status, StatusCode::OK, "{told}");
        }
        let (status, told) = self.act(host, applicant, by, "approve").await;
        assert_eq!(status, StatusCode::OK, "{told}");
    }

    pub async fn queue(&self, host: &Host, by: UserId) -> Vec<Value> {
        let (status, page) = ask(host, get("/api/v1/certification/desk/applications", Some(by))).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        page["items"].as_array().unwrap().clone()
    }
}

fn code(told: &(StatusCode, Value)) -> (u16, &str) {
    (told.0.as_u16(), told.1["code"].as_str().unwrap_or_default())
}

testkit::on_both_engines! {
    catalogue();

    async fn from_the_first_field_to_the_installed_certificate(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let desk = Desk::open(&host).await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        let whole = applicant.get(&host).await;
        // 22 November 2026 is a Sunday: Monday, Tuesday, Wednesday.
        assert_eq!(whole["place"], json!({ "before": 0, "due_on": "2026-11-25" }));
        assert_eq!(whole["stage"], "under_check");
        let (_, seen) = ask(&host, get(&format!("/api/v1/certification/desk/applications/{}", applicant.application_id), Some(desk.first))).await;
        assert_eq!((&seen["organization"], &seen["organization_inn"]), (&json!("ООО «Ромашка»"), &json!("9800000013")));
        let scan = format!("/api/v1/certification/desk/applications/{}/scans/passport_scan", applicant.application_id);
        let (status, _, octets) = raw(&host, get(&scan, Some(desk.office))).await;
        assert!(status == StatusCode::OK && octets == page());
        desk.approve(&host, &applicant, desk.first).await;
        let waiting = desk.queue(&host, desk.second).await;
        assert_eq!((waiting.len(), &waiting[0]["is_second_look"], &waiting[0]["person"]), (1, &json!(true), &json!("Ромашкина Анна Ивановна")));
        assert_eq!(code(&desk.act(&host, &applicant, desk.first, "claim").await), (409, "certification.desk.second-pair"));
        let (_, seen) = ask(&host, get(&format!("/api/v1/certification/desk/applications/{}", applicant.application_id), Some(desk.first))).await;
        assert_eq!((&seen["first_approver_id"], &seen["claim"], &seen["has_second_look"]), (&json!(desk.first), &Value::Null, &json!(true)));
        assert_eq!(seen["acts"], json!(["prove_in_person"]), "who looked first decides nothing more");
        assert_eq!(seen["people"], json!([{ "user_id": desk.first, "name": "Операторова Вера" }]), "the applicant is none of the desk");
        desk.approve(&host, &applicant, desk.second).await;
        assert!(desk.queue(&host, desk.second).await.is_empty());
        let whole = applicant.get(&host).await;
        assert_eq!((&whole["stage"], &whole["identity"]), (&json!("ready_for_issue"), &json!("by_documents")));
        assert!(whole["steps"].as_array().unwrap().iter().all(|step| step["by_user_id"].is_null() || step["by_user_id"] == json!(director)));
        let (status, problem) = ask(&host, post(&format!("{}/certificate", applicant.place), Some(director), json!({ "request": "-----BEGIN", "consent": false }))).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("certification.application.consent-missing")));
        let (status, issued) = applicant.issue(&host, 110, Some("ромашка в чистом поле")).await;
        assert_eq!(status, StatusCode::CREATED, "{issued}");
        let (_, again) = applicant.issue(&host, 110, None).await;
        assert_eq!(again["serial"], issued["serial"]);
        let other = applicant.issue(&host, 111, None).await;
        assert_eq!(code(&other), (409, "certification.request.request-key-reused"));
        let certificate = certificate_of(&issued);
        assert_eq!((certificate.subject().title(), certificate.subject().snils()), (Some("Директор"), Some("11223344595")));
        assert_eq!(applicant.get(&host).await["stage"], "ready_to_install");
        let stranger = host.room.issue(&host.cx(director), romashka, "at once", crate::world::request(&crate::world::key(112)).to_der()).await.unwrap();
        let wrong = applicant.install(&host, 112, &stranger.certificate).await;
        assert_eq!(code(&wrong), (422, "certification.signature.wrong"));
        let (status, whole) = applicant.install(&host, 110, &certificate).await;
        assert_eq!((status, &whole["stage"]), (StatusCode::OK, &json!("installed")), "{whole}");
        certification::check_journals(host.store()).await.unwrap();
        host.jobs().run_jobs().await;
    }

    async fn only_what_was_refused_is_sent_again(db: Database) {
        let host = Host::open(&db, &Start { second_pair: false, ..Start::usual() }).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let desk = Desk::open(&host).await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        desk.act(&host, &applicant, desk.first, "claim").await;
        assert_eq!(code(&desk.act(&host, &applicant, desk.first, "reject").await), (409, "certification.desk.nothing-refused"));
        for name in ITEMS {
            let reason = (name == "passport_scan").then_some("cropped");
            desk.judge(&host, &applicant, desk.first, name, reason).await;
        }
        assert_eq!(code(&desk.judge(&host, &applicant, desk.first, "surname", Some("cropped")).await), (422, "certification.desk.reason-elsewhere"));
        assert_eq!(code(&desk.act(&host, &applicant, desk.first, "approve").await), (409, "certification.desk.not-judged"));
        assert_eq!(desk.act(&host, &applicant, desk.first, "reject").await.0, StatusCode::OK);
        let whole = applicant.get(&host).await;
        assert_eq!((&whole["stage"], &item(&whole, "passport_scan")["reason"]), (&json!("rejected"), &json!("cropped")));
        let again = applicant.step(&host, "submission").await;
        assert_eq!(code(&again), (422, "certification.application.item-refused"));
        let (_, whole) = applicant.scan(&host, "passport_scan", page()).await;
        for name in ITEMS {
            let expected = if name == "passport_scan" { "unseen" } else { "accepted" };
            assert_eq!(item(&whole, name)["state"], expected, "{name}");
        }
        assert_eq!(applicant.step(&host, "submission").await.0, StatusCode::OK);
        desk.act(&host, &applicant, desk.second, "claim").await;
        desk.judge(&host, &applicant, desk.second, "passport_scan", None).await;
        assert_eq!(desk.act(&host, &applicant, desk.second, "approve").await.0, StatusCode::OK);
        let letters = host.letters(romashka).await;
        assert!(letters.iter().any(|letter| letter.contains("скан паспорта: документ виден не целиком")), "{letters:?}");
        assert!(letters.iter().all(|letter| !letter.contains("скан СНИЛС")), "only what was refused is named");
        host.jobs().run_jobs().await;
    }

    async fn operators_who_race_do_not_both_win(db: Database) {
        let start = Start::usual();
        let (one, two) = (Host::open(&db, &start).await.unwrap(), Host::open(&db, &start.seeded(2)).await.unwrap());
        let (romashka, director) = one.romashka().await;
        let desk = Desk::open(&one).await;
        let applicant = Applicant::submitted(&one, romashka, director).await;
        let (a, b) = tokio::join!(
            desk.act(&one, &applicant, desk.first, "claim"),
            desk.act(&two, &applicant, desk.second, "claim")
        );
        let won = [&a, &b].iter().filter(|told| told.0 == StatusCode::OK).count();
        assert_eq!(won, 1, "{a:?} {b:?}");
        // Who lost reads who was first, and what is left for him.
        let part = async |by, part: &str| {
            let path = format!("/api/v1/certification/desk/applications?state={part}");
            ask(&one, get(&path, Some(by))).await.1["items"].as_array().map_or(0, Vec::len)
        };
        let first = if a.0 == StatusCode::OK { (desk.first, "Операторова Вера") } else { (desk.second, "Операторов Пётр") };
        let (_, page) = ask(&one, get("/api/v1/certification/desk/applications", Some(desk.office))).await;
        assert_eq!(page["people"], json!([{ "user_id": first.0, "name": first.1 }]));
        assert_eq!(page["items"][0]["claimed_by"], json!(first.0));
        assert_eq!((part(first.0, "mine").await, part(first.0, "free").await, part(desk.office, "mine").await), (1, 0, 0));
        assert_eq!(ask(&one, get("/api/v1/certification/desk/applications?state=other", Some(desk.first))).await.0, StatusCode::BAD_REQUEST);
        let (winner, loser) = if a.0 == StatusCode::OK { (desk.first, desk.second) } else { (desk.second, desk.first) };
        assert_eq!(code(&desk.judge(&one, &applicant, loser, "email", None).await), (409, "certification.desk.not-claimed"));
        // The winner went home.
        start.clock.advance(Duration::from_secs(31 * 60));
        assert_eq!(code(&desk.judge(&one, &applicant, winner, "email", None).await), (409, "certification.desk.not-claimed"));
        assert_eq!(desk.act(&two, &applicant, loser, "claim").await.0, StatusCode::OK);
        assert_eq!(desk.act(&two, &applicant, loser, "release").await.0, StatusCode::OK);
        // The applicant takes it back in the middle.
        desk.act(&one, &applicant, winner, "claim").await;
        assert_eq!(applicant.step(&one, "withdrawal").await.0, StatusCode::OK);
        assert_eq!(code(&desk.act(&one, &applicant, winner, "approve").await), (409, "certification.application.stage"));
        assert!(desk.queue(&one, desk.first).await.is_empty());
        one.jobs().run_jobs().await;
    }

    async fn a_doubted_person_comes_to_the_office(db: Database) {
        let host = Host::open(&db, &Start { second_pair: false, ..Start::usual() }).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let desk = Desk::open(&host).await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        desk.act(&host, &applicant, desk.first, "claim").await;
        for name in ITEMS {
            desk.judge(&host, &applicant, desk.first, name, None).await;
        }
        desk.act(&host, &applicant, desk.first, "doubt").await;
        assert_eq!(code(&desk.act(&host, &applicant, desk.first, "approve").await), (409, "certification.desk.identity-doubted"));
        desk.act(&host, &applicant, desk.first, "reject").await;
        assert!(host.letters(romashka).await.iter().any(|letter| letter.contains("придите в офис")));
        // The office records what it saw and decides nothing.
        assert_eq!(code(&desk.act(&host, &applicant, desk.office, "claim").await), (403, "certification.desk.closed"));
        let (status, whole) = desk.act(&host, &applicant, desk.office, "prove_in_person").await;
        assert_eq!((status, &whole["identity"]), (StatusCode::OK, &json!("in_person")));
        assert_eq!(applicant.step(&host, "submission").await.0, StatusCode::OK);
        desk.act(&host, &applicant, desk.second, "claim").await;
        assert_eq!(code(&desk.act(&host, &applicant, desk.second, "doubt").await), (409, "certification.desk.seen-in-person"));
        assert_eq!(desk.act(&host, &applicant, desk.second, "approve").await.0, StatusCode::OK);
        let (_, whole) = ask(&host, get(&applicant.place, Some(director))).await;
        assert_eq!((&whole["stage"], &whole["identity"]), (&json!("ready_for_issue"), &json!("in_person")));
        host.jobs().run_jobs().await;
    }

    async fn the_desk_is_closed_to_everybody_else(db: Database) {
        let start = Start::usual();
        let first = Host::open(&db, &start).await.unwrap();
        let administrator = first.person("administrator@host.example", "Администраторова Анна").await;
        let host = Host::open(&db, &Start { administrator: Some(administrator), seed: 3, ..start }).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let applicant = Applicant::submitted(&host, romashka, director).await;
        let whole = format!("/api/v1/certification/desk/applications/{}", applicant.application_id);
        let acts = format!("{whole}/acts");
        let verdict = format!("{whole}/verdicts/surname");
        let scan = format!("{whole}/scans/passport_scan");
        let queue = "/api/v1/certification/desk/applications";
        let places = "/api/v1/certification/desk/places";
        let place = format!("{places}/{director}/operator");
        for (by, expected) in [(None, StatusCode::UNAUTHORIZED), (Some(director), StatusCode::FORBIDDEN)] {
            for path in [queue, places, &whole, &scan] {
                assert_eq!(ask(&host, get(path, by)).await.0, expected, "{path}");
            }
            assert_eq!(ask(&host, post(&acts, by, json!({ "act": "claim" }))).await.0, expected);
            assert_eq!(ask(&host, put(&verdict, by, json!({ "reason": null, "comment": null }))).await.0, expected);
            assert_eq!(raw(&host, put(&place, by, Value::Null)).await.0, expected);
            assert_eq!(raw(&host, delete(&place, by)).await.0, expected);
        }
        // The administrator grants, the operator may not check his own, the administrator takes back.
        assert_eq!(raw(&host, put(&place, Some(administrator), Value::Null)).await.0, StatusCode::NO_CONTENT);
        let (_, mine) = ask(&host, get("/api/v1/certification/desk/me", Some(director))).await;
        assert_eq!(mine["roles"], json!(["operator"]));
        assert_eq!(mine["is_administrator"], json!(false));
        let own = ask(&host, post(&acts, Some(director), json!({ "act": "claim" }))).await;
        assert_eq!(code(&own), (403, "certification.desk.own-application"));
        let (_, listed) = ask(&host, get(places, Some(administrator))).await;
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);
        assert_eq!(listed["people"], json!([{ "user_id": director, "name": "Ромашкина Анна Ивановна" }]));
        // By login too; one that nobody has is refused at its field, one that is none as well.
        let give = async |by, login: &str| ask(&host, post(places, by, json!({ "login": login, "role": "office" }))).await;
        let unknown = give(Some(administrator), "nobody@host.example").await;
        assert_eq!((code(&unknown), &unknown.1["field"]), ((422, "certification.desk.no-such-person"), &json!("login")));
        assert_eq!(give(Some(administrator), "nobody").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(give(Some(director), "director@romashka.example").await.0, StatusCode::FORBIDDEN);
        let body = json!({ "login": " Director@Romashka.example ", "role": "office" });
        assert_eq!(raw(&host, post(places, Some(administrator), body)).await.0, StatusCode::NO_CONTENT);
        let (_, mine) = ask(&host, get("/api/v1/certification/desk/me", Some(director))).await;
        assert_eq!(mine["roles"], json!(["office", "operator"]));
        assert_eq!(raw(&host, delete(&format!("{places}/{director}/office"), Some(administrator))).await.0, StatusCode::NO_CONTENT);
        assert_eq!(raw(&host, delete(&place, Some(administrator))).await.0, StatusCode::NO_CONTENT);
        assert_eq!(ask(&host, get(queue, Some(director))).await.0, StatusCode::FORBIDDEN);
        host.jobs().run_jobs().await;
    }
}
