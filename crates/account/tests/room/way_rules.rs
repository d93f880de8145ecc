//! Ways of signing in that an organization or a person closes, and the second step by phone.

use crate::phones::{last_code, sets};
use crate::world::{Answer, PASSWORD, World, catalogue};
use http::StatusCode;
use serde_json::{Value, json};
use std::time::Duration;
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const PHONE: &str = "+79220000001";
const BEGIN: &str = "/api/v1/account/sign-ins/password";
const SECOND: &str = "/api/v1/account/sign-ins/second";
const MINE: &str = "/api/v1/account/sign-in-ways";

async fn begins(w: &World, password: &str) -> Answer {
    w.knock(BEGIN, json!({ "login": SELLER, "password": password })).await
}

async fn by_phone(w: &World) -> Answer {
    // The newest message is found by its moment.
    w.clock.advance(Duration::from_secs(1));
    let asked = w.knock("/api/v1/account/sign-ins/phone", json!({ "phone": PHONE })).await;
    let body = json!({ "code_id": asked.text("/code_id"), "code": last_code(w).await });
    w.knock("/api/v1/account/sign-ins/phone/confirm", body).await
}

fn way<'a>(ways: &'a Answer, word: &str) -> &'a Value {
    ways.body["items"].as_array().unwrap().iter().find(|way| way["way"] == word).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn an_organization_closes_the_password_and_says_so_to_who_knows_it(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let organization = w.romashka(&token).await;
        let rules = format!("/api/v1/account/organizations/{organization}/way-rules");
        let (_, stranger) = w.person("buh@vasilek.example").await;
        assert_eq!(w.get(&rules, &stranger).await.code(), "account.not-found");
        assert_eq!(w.put(&rules, &stranger, json!({ "rules": [] })).await.code(), "account.not-found");
        let unknown = w.put(&rules, &token, json!({ "rules": ["pasword"] })).await;
        assert_eq!((unknown.status, unknown.body["field"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("rules")));
        let last = w.put(&rules, &token, json!({ "rules": ["password"] })).await;
        assert_eq!(last.code(), "account.sign-in.last-way-in", "nothing else is set up");
        assert_eq!(sets(&w, &token, PHONE).await.status, StatusCode::NO_CONTENT);
        let set = w.put(&rules, &token, json!({ "rules": ["password"] })).await;
        assert_eq!(set.status, StatusCode::OK, "{}", set.body);
        assert_eq!(begins(&w, "не тот").await.code(), "account.sign-in.wrong-password", "who guesses learns nothing");
        let closed = begins(&w, PASSWORD).await;
        assert_eq!((closed.status, closed.code()), (StatusCode::FORBIDDEN, "account.sign-in.way-closed"));
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.way-closed", "at every door");
        let journal = w.get("/api/v1/account/sign-in-journal", &token).await;
        assert!(journal.body.to_string().contains("account.sign-in.way-closed"), "{}", journal.body);
        assert!(by_phone(&w).await.body.get("opened").is_some());
        let ways = w.get(MINE, &token).await;
        assert_eq!(way(&ways, "password")["is_set"], true);
        let why = &way(&ways, "password")["closed_by"][0];
        assert!(why["organization"].as_str().unwrap().contains("Ромашка") && why["set_by"].is_string(), "{why}");
        assert_eq!(way(&ways, "phone")["closed_by"], json!([]));
        assert_eq!(w.put(&rules, &token, json!({ "rules": [] })).await.body["items"], json!([]));
        assert!(begins(&w, PASSWORD).await.body.get("opened").is_some());
    }

    async fn whom_a_rule_would_leave_out_is_told_to_the_administrator_alone(db: Database) {
        let w = World::new(&db).await;
        let (me, token) = w.person(SELLER).await;
        let organization = w.romashka(&token).await;
        let members = format!("/api/v1/account/organizations/{organization}/members");
        let (colleague, of_colleague) = w.person("kassir@romashka.example").await;
        let added = w.post(&members, &token, json!({ "user_id": colleague, "rights": { "permissions": ["read"] } })).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
        let left = format!("/api/v1/account/organizations/{organization}/way-rules/left-out?rules=");
        let (_, stranger) = w.person("buh@vasilek.example").await;
        assert_eq!(w.get(&left, &stranger).await.code(), "account.not-found");
        assert_eq!(w.get(&left, &of_colleague).await.status, StatusCode::FORBIDDEN);
        let unknown = w.get(&format!("{left}password,pasword"), &token).await;
        assert_eq!((unknown.status, unknown.body["field"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("rules")));
        let none = w.get(&left, &token).await;
        assert_eq!((none.status, &none.body["count"]), (StatusCode::OK, &json!(0)));
        let both = w.get(&format!("{left}password,passkey"), &token).await;
        assert_eq!((&both.body["count"], &both.body["is_caller"]), (&json!(2), &json!(true)), "{}", both.body);
        sets(&w, &token, PHONE).await;
        let one = w.get(&format!("{left}password"), &token).await;
        assert_eq!((&one.body["count"], &one.body["is_caller"]), (&json!(1), &json!(false)), "{}", one.body);
        assert_eq!(one.text("/members/0/user_id"), colleague);
        assert!(!one.text("/members/0/name").is_empty() && !one.body.to_string().contains(&me));
        // Nothing was changed by the asking, and what the administrator chooses knowingly is saved.
        assert_eq!(w.shows("kassir@romashka.example", PASSWORD).await.status, StatusCode::CREATED);
        let rules = format!("/api/v1/account/organizations/{organization}/way-rules");
        assert_eq!(w.put(&rules, &token, json!({ "rules": ["password"] })).await.status, StatusCode::OK);
        // What a person closed themselves counts: only the phone is left to the administrator, and it is closed by their own rule.
        let mine = w.put(MINE, &token, json!({ "rules": ["phone"] })).await;
        assert_eq!(mine.code(), "account.sign-in.last-way-in", "{}", mine.body);
    }

    async fn a_phone_alone_makes_no_second_step(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let organization = w.romashka(&token).await;
        sets(&w, &token, PHONE).await;
        let rules = format!("/api/v1/account/organizations/{organization}/way-rules");
        let closed = json!({ "rules": ["password", "without-second"] });
        assert_eq!(w.put(&rules, &token, closed).await.code(), "account.sign-in.last-way-in");
    }

    async fn a_rule_is_nothing_to_those_outside(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let organization = w.romashka(&token).await;
        sets(&w, &token, PHONE).await;
        let rules = format!("/api/v1/account/organizations/{organization}/way-rules");
        assert_eq!(w.put(&rules, &token, json!({ "rules": ["password"] })).await.status, StatusCode::OK);
        let (_, stranger) = w.person("buh@vasilek.example").await;
        assert_eq!(way(&w.get(MINE, &stranger).await, "password")["closed_by"], json!([]));
        assert_eq!(w.shows("buh@vasilek.example", PASSWORD).await.status, StatusCode::CREATED);
    }

    async fn a_person_closes_their_own_ways(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        assert_eq!(w.put(MINE, &token, json!({ "rules": ["password"] })).await.code(), "account.sign-in.last-way-in");
        sets(&w, &token, PHONE).await;
        assert_eq!(w.put(MINE, &token, json!({ "rules": ["password"] })).await.status, StatusCode::NO_CONTENT);
        assert_eq!(begins(&w, PASSWORD).await.code(), "account.sign-in.way-closed");
        let why = w.get(MINE, &token).await;
        assert!(way(&why, "password")["closed_by"][0].get("organization").is_none());
        assert_eq!(w.put(MINE, &token, json!({ "rules": [] })).await.status, StatusCode::NO_CONTENT);
        assert!(begins(&w, PASSWORD).await.body.get("opened").is_some());
    }

    async fn where_a_second_step_is_demanded_the_phone_makes_it(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let organization = w.romashka(&token).await;
        let rules = format!("/api/v1/account/organizations/{organization}/way-rules");
        let alone = w.put(&rules, &token, json!({ "rules": ["without-second"] })).await;
        assert_eq!(alone.code(), "account.sign-in.last-way-in", "who demands it must have it");
        sets(&w, &token, PHONE).await;
        assert_eq!(w.put(&rules, &token, json!({ "rules": ["without-second"] })).await.status, StatusCode::OK);
        let begun = begins(&w, PASSWORD).await;
        assert_eq!(begun.body["second_ways"], json!(["phone"]), "{}", begun.body);
        assert_eq!(begun.text("/phone_ending"), "01", "no more of the number is told");
        let second = begun.text("/second");
        let asked = w.knock("/api/v1/account/sign-ins/second/phone", json!({ "second": second })).await;
        let (code_id, code) = (asked.text("/code_id"), last_code(&w).await);
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let shown = |code: &str| json!({ "second": second, "code_id": code_id, "code": code });
        assert_eq!(w.knock(SECOND, shown(wrong)).await.code(), "account.sign-in.wrong-code");
        let as_first = json!({ "code_id": code_id, "code": code });
        let elsewhere = w.knock("/api/v1/account/sign-ins/phone/confirm", as_first).await;
        assert_eq!(elsewhere.code(), "account.challenge.over", "it opens nothing else");
        let opened = w.knock(SECOND, shown(&code)).await;
        assert_eq!(opened.body["opened"]["sign_in"]["way"], "password-and-second", "{}", opened.body);
        let by_phone = by_phone(&w).await;
        assert!(by_phone.body.get("second").is_some(), "one phone proves nothing twice: {}", by_phone.body);
        assert!(by_phone.body.get("second_ways").is_none());
    }

    async fn a_phone_is_chosen_as_the_second_step(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let ways = "/api/v1/account/second-factor/ways";
        let choice = |phone, password: &str| json!({ "phone": phone, "passkey": false, "password": password });
        assert_eq!(w.put(ways, &token, choice(true, PASSWORD)).await.code(), "account.not-found", "there is no phone");
        sets(&w, &token, PHONE).await;
        assert_eq!(w.put(ways, &token, choice(true, "не тот")).await.code(), "account.sign-in.wrong-password");
        let codes = w.put(ways, &token, choice(true, PASSWORD)).await;
        assert_eq!(codes.body["codes"].as_array().unwrap().len(), 10, "{}", codes.body);
        let begun = begins(&w, PASSWORD).await;
        assert_eq!(begun.body["second_ways"], json!(["phone"]));
        let recovery = json!({ "second": begun.text("/second"), "code": codes.body["codes"][0] });
        assert_eq!(w.knock(SECOND, recovery).await.status, StatusCode::OK);
        let state = w.get("/api/v1/account/second-factor", &token).await;
        assert_eq!(state.body, json!({ "has_totp": false, "has_phone": true, "has_passkey": false, "recovery_codes": 9 }));
        assert_eq!(w.put(ways, &token, choice(false, PASSWORD)).await.status, StatusCode::OK);
        assert!(begins(&w, PASSWORD).await.body.get("opened").is_some());
    }
}
