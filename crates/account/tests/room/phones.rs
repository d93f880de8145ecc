//! Phones: a number becomes a person's by a code, and opens a sign-in.

use crate::world::{Answer, PASSWORD, World, catalogue};
use http::StatusCode;
use serde_json::json;
use std::time::Duration;
use store::{Fetch as _, Sql, binds};
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const PHONE: &str = "+79220000001";
const ASK: &str = "/api/v1/account/sign-ins/phone";
const CONFIRM: &str = "/api/v1/account/sign-ins/phone/confirm";
const SMS: Sql = Sql::global("test.sms", "SELECT phone, text FROM post_sms ORDER BY created_at, sms_id");

/// Every SMS written so far: to whom, what. The jobs have run.
async fn messages(w: &World) -> Vec<(String, String)> {
    w.jobs.run_jobs().await;
    let mut reader = w.app.store.reader().await.unwrap();
    let rows = reader.fetch_all(&SMS, binds![]).await.unwrap();
    rows.iter().map(|row| (row.text(0).unwrap(), row.text(1).unwrap())).collect()
}

pub async fn last_code(w: &World) -> String {
    let (_, text) = messages(w).await.pop().unwrap();
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 6);
    digits.unwrap_or_else(|| panic!("no code in {text}")).to_owned()
}

pub async fn sets(w: &World, token: &str, phone: &str) -> Answer {
    let asked = w.put("/api/v1/account/phone", token, json!({ "phone": phone, "password": PASSWORD })).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    let body = json!({ "code_id": asked.text("/code_id"), "code": last_code(w).await });
    w.clock.advance(Duration::from_secs(1));
    w.post("/api/v1/account/phone/confirm", token, body).await
}

testkit::on_both_engines! {
    catalogue();

    async fn who_registers_proves_the_phone_first(db: Database) {
        let w = World::new(&db).await;
        let asked = w.knock("/api/v1/account/registrations/phone", json!({ "phone": "8 (922) 000-00-01" })).await;
        assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
        let (code_id, code) = (asked.text("/code_id"), last_code(&w).await);
        let newcomer = |code: &str| {
            let phone = json!({ "code_id": code_id, "code": code });
            json!({ "login": SELLER, "name": "Анна", "password": PASSWORD, "phone": phone })
        };
        let wrong = w.knock("/api/v1/account/users", newcomer(if code == "000000" { "111111" } else { "000000" })).await;
        assert_eq!(wrong.code(), "account.sign-in.wrong-code");
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.wrong-password", "nobody was made");
        let sign_in = w.knock(CONFIRM, json!({ "code_id": code_id, "code": code })).await;
        assert_eq!(sign_in.code(), "account.challenge.over", "a code of who registers opens nothing");
        let made = w.knock("/api/v1/account/users", newcomer(&code)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let token = w.shows(SELLER, PASSWORD).await.text("/token");
        assert_eq!(w.get("/api/v1/account/contact", &token).await.text("/phone"), PHONE);
        w.clock.advance(Duration::from_secs(1));
        let asked = w.knock(ASK, json!({ "phone": PHONE })).await;
        let body = json!({ "code_id": asked.text("/code_id"), "code": last_code(&w).await });
        assert_eq!(w.knock(CONFIRM, body).await.status, StatusCode::OK);
        let used = w.knock("/api/v1/account/users", newcomer(&code)).await;
        assert_eq!(used.code(), "account.challenge.over", "{}", used.body);
    }

    async fn who_registers_is_asked_before_a_number_is_taken_over(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        sets(&w, &seller, PHONE).await;
        let asked = w.knock("/api/v1/account/registrations/phone", json!({ "phone": PHONE })).await;
        let (code_id, code) = (asked.text("/code_id"), last_code(&w).await);
        let newcomer = |take_over: bool| {
            let phone = json!({ "code_id": code_id, "code": code, "take_over": take_over });
            json!({ "login": "buh@vasilek.example", "name": "Анна", "password": PASSWORD, "phone": phone })
        };
        let asked = w.knock("/api/v1/account/users", newcomer(false)).await;
        assert_eq!((asked.status, asked.code()), (StatusCode::CONFLICT, "account.phone.of-another"));
        assert_eq!(w.get("/api/v1/account/contact", &seller).await.text("/phone"), PHONE);
        assert_eq!(w.knock("/api/v1/account/users", newcomer(true)).await.status, StatusCode::CREATED);
        assert!(w.get("/api/v1/account/contact", &seller).await.body.get("phone").is_none());
    }

    async fn a_confirmed_phone_signs_in(db: Database) {
        let w = World::new(&db).await;
        let (me, token) = w.person(SELLER).await;
        let wrong = w.put("/api/v1/account/phone", &token, json!({ "phone": PHONE, "password": "не тот" })).await;
        assert_eq!(wrong.code(), "account.sign-in.wrong-password");
        let no_number = w.put("/api/v1/account/phone", &token, json!({ "phone": "дом", "password": PASSWORD })).await;
        assert_eq!(no_number.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", no_number.body);
        assert_eq!(sets(&w, &token, "8 (922) 000-00-01").await.status, StatusCode::NO_CONTENT);
        let contact = w.get("/api/v1/account/contact", &token).await;
        assert_eq!(contact.text("/phone"), PHONE);
        let asked = w.knock(ASK, json!({ "phone": PHONE })).await;
        let code = last_code(&w).await;
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        let opened = w.knock(CONFIRM, json!({ "code_id": asked.text("/code_id"), "code": spaced })).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        assert_eq!(opened.body["opened"]["sign_in"]["way"], "phone");
        assert_eq!(w.get("/api/v1/account/me", &opened.text("/opened/token")).await.text("/user_id"), me);
        let again = w.knock(CONFIRM, json!({ "code_id": asked.text("/code_id"), "code": code })).await;
        assert_eq!((again.status, again.code()), (StatusCode::GONE, "account.challenge.over"));
    }

    async fn whose_phone_it_is_is_not_told(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        sets(&w, &token, PHONE).await;
        let sent = messages(&w).await.len();
        let mut answers = Vec::new();
        for phone in [PHONE, "+79220000002"] {
            let asked = w.knock(ASK, json!({ "phone": phone })).await;
            let tried = w.knock(CONFIRM, json!({ "code_id": asked.text("/code_id"), "code": "12345x" })).await;
            answers.push((asked.status, tried.status, tried.code().to_owned()));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0].2, "account.sign-in.wrong-code");
        let messages = messages(&w).await;
        assert_eq!(messages.len(), sent + 1, "nothing goes to a phone that is nobody's");
        assert_eq!(messages.last().unwrap().0, PHONE);
    }

    async fn guesses_and_messages_run_out(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        sets(&w, &token, PHONE).await;
        w.clock.advance(Duration::from_secs(15 * 60));
        let asked = w.knock(ASK, json!({ "phone": PHONE })).await.text("/code_id");
        let code = last_code(&w).await;
        for _ in 0..5 {
            let tried = w.knock(CONFIRM, json!({ "code_id": asked, "code": "000 00" })).await;
            assert_eq!(tried.code(), "account.sign-in.wrong-code");
        }
        let over = w.knock(CONFIRM, json!({ "code_id": asked, "code": code })).await;
        assert_eq!(over.code(), "account.challenge.over", "the right one comes too late");
        let before = messages(&w).await.len();
        for _ in 0..5 {
            w.knock(ASK, json!({ "phone": PHONE })).await;
        }
        assert_eq!(messages(&w).await.len(), before + 2, "three in a quarter of an hour");
        w.clock.advance(Duration::from_secs(15 * 60));
        let late = w.knock(ASK, json!({ "phone": PHONE })).await.text("/code_id");
        let code = last_code(&w).await;
        w.clock.advance(Duration::from_secs(10 * 60));
        assert_eq!(w.knock(CONFIRM, json!({ "code_id": late, "code": code })).await.code(), "account.challenge.over");
        assert_eq!(w.knock(CONFIRM, json!({ "code_id": "нет", "code": code })).await.code(), "account.challenge.over");
    }

    async fn a_number_given_out_anew_leaves_its_old_owner(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        let (buyer_id, buyer) = w.person("buh@vasilek.example").await;
        sets(&w, &seller, PHONE).await;
        let asked = w.put("/api/v1/account/phone", &buyer, json!({ "phone": PHONE, "password": PASSWORD })).await;
        let body = json!({ "code_id": asked.text("/code_id"), "code": last_code(&w).await });
        assert_eq!(w.post("/api/v1/account/phone/confirm", &seller, body.clone()).await.code(), "account.challenge.over");
        // Asked before it is taken, and only of who has shown the code; whose it is, is not told.
        let mut wrong = body.clone();
        wrong["code"] = json!("12345x");
        assert_eq!(w.post("/api/v1/account/phone/confirm", &buyer, wrong).await.code(), "account.sign-in.wrong-code");
        let asked = w.post("/api/v1/account/phone/confirm", &buyer, body.clone()).await;
        assert_eq!((asked.status, asked.code()), (StatusCode::CONFLICT, "account.phone.of-another"));
        assert_eq!(asked.body["field"], "take_over");
        assert!(!asked.body.to_string().contains(SELLER), "{}", asked.body);
        assert_eq!(w.get("/api/v1/account/contact", &seller).await.text("/phone"), PHONE);
        let taken = json!({ "code_id": body["code_id"], "code": body["code"], "take_over": true });
        assert_eq!(w.post("/api/v1/account/phone/confirm", &buyer, taken).await.status, StatusCode::NO_CONTENT);
        assert!(w.get("/api/v1/account/contact", &seller).await.body.get("phone").is_none());
        w.clock.advance(Duration::from_secs(15 * 60));
        let asked = w.knock(ASK, json!({ "phone": PHONE })).await;
        let body = json!({ "code_id": asked.text("/code_id"), "code": last_code(&w).await });
        let opened = w.knock(CONFIRM, body).await;
        assert_eq!(w.get("/api/v1/account/me", &opened.text("/opened/token")).await.text("/user_id"), buyer_id);
    }
}
