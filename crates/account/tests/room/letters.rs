//! Registration, reset and change of address by links of letters.

use crate::world::{Ask, PASSWORD, World, catalogue, settings};
use account::{Registration, Settings};
use http::{Method, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const BUYER: &str = "buh@vasilek.example";
const NEXT: &str = "василёк и ромашка";
const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);
const REGISTRATIONS: &str = "/api/v1/account/registrations";
const CONFIRM: &str = "/api/v1/account/links/confirm";
const RESETS: &str = "/api/v1/account/password/resets";
const RESET: &str = "/api/v1/account/password/reset";

fn newcomer(login: &str) -> Value {
    json!({ "login": login, "name": "Анна", "password": PASSWORD })
}

async fn confirmed(db: &Database) -> World {
    World::with(db, Settings { registration: Registration::Confirmed, ..settings() }).await
}

testkit::on_both_engines! {
    catalogue();

    async fn an_address_is_proven_before_the_user_is_made(db: Database) {
        let w = confirmed(&db).await;
        let at_once = w.knock("/api/v1/account/users", newcomer(SELLER)).await;
        assert_eq!((at_once.status, at_once.code()), (StatusCode::FORBIDDEN, "account.user.registration-by-letter"));
        assert_eq!(w.knock(REGISTRATIONS, newcomer(SELLER)).await.status, StatusCode::NO_CONTENT);
        let code = w.code_for(SELLER).await;
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.wrong-password", "not yet");
        for _ in 0..2 {
            let done = w.knock(CONFIRM, json!({ "code": code })).await;
            assert_eq!((done.status, done.text("/confirmed").as_str()), (StatusCode::OK, "registered"));
        }
        assert_eq!(w.shows(SELLER, PASSWORD).await.status, StatusCode::CREATED);
        w.clock.advance(24 * HOUR);
        let late = w.knock(CONFIRM, json!({ "code": code })).await;
        assert_eq!((late.status, late.code()), (StatusCode::GONE, "account.link.over"));
        assert_eq!(w.knock(CONFIRM, json!({ "code": "svl_other" })).await.code(), "account.link.over");
    }

    async fn a_proven_phone_waits_for_the_letter(db: Database) {
        let w = confirmed(&db).await;
        let asked = w.knock("/api/v1/account/registrations/phone", json!({ "phone": "+79220000003" })).await;
        let proof = json!({ "code_id": asked.text("/code_id"), "code": crate::phones::last_code(&w).await });
        let mut body = newcomer(SELLER);
        body["phone"] = proof;
        for _ in 0..2 {
            let pressed = w.knock(REGISTRATIONS, body.clone()).await;
            assert_eq!(pressed.status, StatusCode::NO_CONTENT, "two presses are one act: {}", pressed.body);
        }
        let code = w.code_for(SELLER).await;
        assert_eq!(w.knock(CONFIRM, json!({ "code": code })).await.status, StatusCode::OK);
        let token = w.shows(SELLER, PASSWORD).await.text("/token");
        assert_eq!(w.get("/api/v1/account/contact", &token).await.text("/phone"), "+79220000003");
        let late = w.knock(REGISTRATIONS, body.clone()).await;
        assert_eq!(late.status, StatusCode::NO_CONTENT, "the number is that person's own: {}", late.body);
        body["login"] = json!(BUYER);
        assert_eq!(w.knock(REGISTRATIONS, body).await.code(), "account.phone.of-another");
    }

    async fn who_exists_only_the_mailbox_is_told(db: Database) {
        let w = World::new(&db).await;
        w.person(SELLER).await;
        let mut answers = Vec::new();
        for login in [SELLER, BUYER] {
            let asked = w.knock(REGISTRATIONS, newcomer(login)).await;
            let reset = w.knock(RESETS, json!({ "login": login })).await;
            answers.push((asked.status, asked.body, reset.status, reset.body));
        }
        assert_eq!(answers[0], answers[1]);
        let letters = w.letters().await;
        let told = |to: &str| letters.iter().filter(|letter| letter.0 == to).map(|l| l.1.as_str()).collect::<Vec<_>>();
        let (mut known, unknown) = (told(SELLER), told(BUYER));
        known.sort_unstable();
        assert_eq!(known, ["Новый пароль для «Свитка»", "Этот адрес уже зарегистрирован в «Свитке»"]);
        assert_eq!(unknown, ["Подтвердите адрес для входа в «Свиток»"]);
        let old = w.shows(SELLER, PASSWORD).await;
        assert_eq!(old.status, StatusCode::CREATED, "nothing changed for the one who was there");
    }

    async fn two_links_for_one_address_make_one_user(db: Database) {
        let w = confirmed(&db).await;
        w.knock(REGISTRATIONS, newcomer(SELLER)).await;
        let first = w.code_for(SELLER).await;
        let other = json!({ "login": " Seller@Romashka.EXAMPLE ", "name": "Борис", "password": NEXT });
        w.knock(REGISTRATIONS, other).await;
        let second = w.code_for("Seller@Romashka.EXAMPLE").await;
        assert_ne!(first, second);
        assert_eq!(w.knock(CONFIRM, json!({ "code": second })).await.status, StatusCode::OK);
        let taken = w.knock(CONFIRM, json!({ "code": first })).await;
        assert_eq!((taken.status, taken.code()), (StatusCode::CONFLICT, "account.user.login-taken"));
        assert_eq!(w.shows(SELLER, NEXT).await.status, StatusCode::CREATED);
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.wrong-password");
    }

    async fn a_mailbox_is_not_filled_and_an_address_asks_so_often(db: Database) {
        let w = World::new(&db).await;
        w.person(SELLER).await;
        for _ in 0..99 {
            assert_eq!(w.knock(RESETS, json!({ "login": SELLER })).await.status, StatusCode::NO_CONTENT);
        }
        let over = w.knock(RESETS, json!({ "login": BUYER })).await;
        assert_eq!((over.status, over.code()), (StatusCode::TOO_MANY_REQUESTS, "account.user.too-many-registrations"));
        assert_eq!(w.letters().await.len(), 5);
    }

    async fn a_forgotten_password(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        for _ in 0..10 {
            w.shows(SELLER, "не тот пароль").await;
        }
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.locked-out");
        w.knock(RESETS, json!({ "login": SELLER })).await;
        let older = w.code_for(SELLER).await;
        w.clock.advance(SECOND);
        w.knock(RESETS, json!({ "login": SELLER })).await;
        let code = w.code_for(SELLER).await;
        assert_ne!(older, code);
        let set = |code: &str, password: &str| w.knock(RESET, json!({ "code": code, "password": password }));
        assert_eq!(set(&code, "короткий").await.code(), "account.user.password-form");
        assert_eq!(set(&code, SELLER).await.code(), "account.user.password-form");
        assert_eq!(w.knock(CONFIRM, json!({ "code": code })).await.code(), "account.link.over", "following is not enough");
        w.clock.advance(SECOND);
        assert_eq!(set(&code, NEXT).await.status, StatusCode::NO_CONTENT);
        for code in [&code, &older] {
            assert_eq!(set(code, "ещё один пароль").await.code(), "account.link.over");
        }
        assert_eq!(w.get("/api/v1/account/me", &token).await.code(), "account.sign-in.token-refused");
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.wrong-password");
        assert_eq!(w.shows(SELLER, NEXT).await.status, StatusCode::CREATED, "the lock-out is over too");
        let told = w.letters().await;
        assert_eq!(told.last().map(|letter| letter.1.as_str()), Some("Пароль для «Свитка» изменён"));
    }

    async fn a_reset_link_lives_an_hour(db: Database) {
        let w = World::new(&db).await;
        w.person(SELLER).await;
        w.knock(RESETS, json!({ "login": SELLER })).await;
        let code = w.code_for(SELLER).await;
        w.clock.advance(HOUR);
        let late = w.knock(RESET, json!({ "code": code, "password": NEXT })).await;
        assert_eq!((late.status, late.code()), (StatusCode::GONE, "account.link.over"));
        assert_eq!(w.shows(SELLER, PASSWORD).await.status, StatusCode::CREATED);
    }

    async fn a_changed_password_ends_the_other_sign_ins(db: Database) {
        let w = World::new(&db).await;
        let (_, here) = w.person(SELLER).await;
        let there = w.shows(SELLER, PASSWORD).await.text("/token");
        let change = |present: &str, next: &str| {
            w.put("/api/v1/account/password", &here, json!({ "present": present, "password": next }))
        };
        assert_eq!(change("не тот", NEXT).await.code(), "account.sign-in.wrong-password");
        assert_eq!(change(PASSWORD, "123").await.code(), "account.user.password-form");
        assert_eq!(change(PASSWORD, NEXT).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get("/api/v1/account/me", &here).await.status, StatusCode::OK);
        assert_eq!(w.get("/api/v1/account/me", &there).await.code(), "account.sign-in.token-refused");
        assert_eq!(change(PASSWORD, "третий пароль").await.code(), "account.sign-in.wrong-password");
        assert_eq!(w.shows(SELLER, NEXT).await.status, StatusCode::CREATED);
        for _ in 0..10 {
            change("не тот", PASSWORD).await;
        }
        assert_eq!(change(NEXT, PASSWORD).await.code(), "account.sign-in.locked-out", "guesses are counted here too");
    }

    async fn a_changed_address_is_told_to_both(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let ask = |login: &str, password: &str| {
            w.put("/api/v1/account/email", &token, json!({ "login": login, "password": password }))
        };
        assert_eq!(ask(BUYER, "не тот").await.code(), "account.sign-in.wrong-password");
        assert_eq!(ask("не адрес", PASSWORD).await.code(), "account.user.login-form");
        assert_eq!(ask(BUYER, PASSWORD).await.status, StatusCode::NO_CONTENT);
        let code = w.code_for(BUYER).await;
        assert_eq!(w.shows(BUYER, PASSWORD).await.code(), "account.sign-in.wrong-password", "not yet");
        let done = w.knock(CONFIRM, json!({ "code": code })).await;
        assert_eq!(done.text("/confirmed"), "email-changed");
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.wrong-password");
        assert_eq!(w.shows(BUYER, PASSWORD).await.status, StatusCode::CREATED);
        assert_eq!(w.get("/api/v1/account/me", &token).await.text("/login"), BUYER);
        let letters = w.letters().await;
        let mut told: Vec<_> = letters.iter().map(|letter| (letter.0.as_str(), letter.1.as_str())).collect();
        told.sort_unstable();
        assert_eq!(told, [
            (BUYER, "Адрес в «Свитке» изменён"),
            (BUYER, "Подтвердите новый адрес для «Свитка»"),
            (SELLER, "Адрес в «Свитке» изменён"),
            (SELLER, "Просьба сменить адрес в «Свитке»"),
        ]);
        let (_, other) = w.person(SELLER).await;
        assert_eq!(w.get("/api/v1/account/me", &other).await.text("/login"), SELLER, "the old address is free");
    }

    async fn an_address_of_somebody_else_is_not_had(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        w.person(BUYER).await;
        let body = json!({ "login": BUYER, "password": PASSWORD });
        assert_eq!(w.put("/api/v1/account/email", &token, body).await.status, StatusCode::NO_CONTENT);
        let letters = w.letters().await;
        let to_buyer = letters.iter().find(|letter| letter.0 == BUYER).unwrap();
        assert_eq!(to_buyer.1, "Этот адрес уже зарегистрирован в «Свитке»");
        assert!(!to_buyer.2.contains("code="), "{}", to_buyer.2);
    }

    async fn the_address_one_has_is_proven(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let ask = Ask { token: Some(&token), ..Ask::default() };
        let asked = w.ask(Method::POST, "/api/v1/account/email/confirmations", ask).await;
        assert_eq!(asked.status, StatusCode::NO_CONTENT);
        let code = w.code_for(SELLER).await;
        let done = w.knock(CONFIRM, json!({ "code": code })).await;
        assert_eq!(done.text("/confirmed"), "email-confirmed");
    }

    async fn letters_speak_the_readers_language(db: Database) {
        let w = confirmed(&db).await;
        let ask = Ask { body: Some(newcomer(SELLER)), headers: &[("accept-language", "en")], ..Ask::default() };
        w.ask(Method::POST, REGISTRATIONS, ask).await;
        let letters = w.letters().await;
        assert_eq!(letters[0].1, "Confirm your address for Svitok");
        assert!(letters[0].2.contains("http://localhost:8080/confirm?code=svl_"), "{}", letters[0].2);
    }

    async fn the_journal_tells_who_tried_and_why_not(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        w.clock.advance(SECOND);
        let body = Some(json!({ "login": SELLER, "password": "не тот" }));
        let headers = &[("user-agent", "Проба/1 (test)"), ("accept-language", "en")];
        w.ask(Method::POST, "/api/v1/account/sign-ins", Ask { body, headers, ..Ask::default() }).await;
        w.shows(BUYER, PASSWORD).await;
        let journal = w.get("/api/v1/account/sign-in-journal?limit=1", &token).await;
        assert_eq!(journal.body["items"].as_array().unwrap().len(), 1);
        let refused = &journal.body["items"][0];
        assert_eq!(refused["cause"], "account.sign-in.wrong-password");
        assert_eq!(refused["cause_text"], "Неверный логин или пароль.");
        assert_eq!((&refused["way"], &refused["address"]), (&json!("password"), &json!("0.0.0.0")));
        let next = journal.text("/next");
        let journal = w.get(&format!("/api/v1/account/sign-in-journal?after={next}"), &token).await;
        let opened = journal.body["items"].as_array().unwrap();
        assert_eq!(opened.len(), 1, "another login's tries are not here");
        let sign_ins = w.get("/api/v1/account/sign-ins", &token).await;
        assert_eq!(opened[0]["sign_in_id"], sign_ins.body["items"][0]["sign_in_id"]);
        assert_eq!(sign_ins.body["items"][0]["way"], "password");
    }

    async fn signing_out_everywhere(db: Database) {
        let w = World::new(&db).await;
        let (_, here) = w.person(SELLER).await;
        let there = w.shows(SELLER, PASSWORD).await.text("/token");
        let (_, other) = w.person(BUYER).await;
        let kept = w.post("/api/v1/account/sign-ins/end-all", &here, json!({ "keep_current": true })).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT, "{}", kept.body);
        assert_eq!(w.get("/api/v1/account/me", &there).await.code(), "account.sign-in.token-refused");
        assert_eq!(w.get("/api/v1/account/me", &here).await.status, StatusCode::OK);
        assert_eq!(w.post("/api/v1/account/sign-ins/end-all", &here, json!({})).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get("/api/v1/account/me", &here).await.code(), "account.sign-in.token-refused");
        assert_eq!(w.get("/api/v1/account/me", &other).await.status, StatusCode::OK, "nobody else's");
    }
}
