//! The second factor: a generator of codes, recovery codes, remembered devices.

use crate::world::{Answer, PASSWORD, World, catalogue};
use http::StatusCode;
use kernel::Clock as _;
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use serde_json::json;
use std::time::Duration;
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const BEGIN: &str = "/api/v1/account/sign-ins/password";
const SECOND: &str = "/api/v1/account/sign-ins/second";
const FACTOR: &str = "/api/v1/account/second-factor";
const STEP: Duration = Duration::from_secs(30);

/// A generator as people have it on a phone: made of the typed secret and the clock alone.
struct Generator(Vec<u8>);

impl Generator {
    fn of(secret: &str) -> Self {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let bits: String = secret.chars().map(|c| format!("{:05b}", letters.find(c).unwrap())).collect();
        let octets = bits.as_bytes().chunks_exact(8);
        Self(octets.map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap()).collect())
    }

    fn shows(&self, w: &World) -> String {
        let step = w.clock.now().micros() / 30_000_000;
        let tag = sign(&Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0), &step.to_be_bytes());
        let tag = tag.as_ref();
        let offset = usize::from(tag[19] & 15);
        let number = u32::from_be_bytes(tag[offset..offset + 4].try_into().unwrap()) & 0x7fff_ffff;
        format!("{:06}", number % 1_000_000)
    }
}

async fn set_up(w: &World, token: &str) -> (Generator, Vec<String>) {
    let new = w.post(&format!("{FACTOR}/totp"), token, json!({ "password": PASSWORD })).await;
    assert_eq!(new.status, StatusCode::CREATED, "{}", new.body);
    assert!(new.text("/address").starts_with("otpauth://totp/localhost%3A8080:seller%40romashka.example?secret="));
    let generator = Generator::of(&new.text("/secret"));
    let confirm = format!("{FACTOR}/totp/confirm");
    assert_eq!(w.post(&confirm, token, json!({ "code": "000000" })).await.code(), "account.sign-in.wrong-code");
    let codes = w.post(&confirm, token, json!({ "code": generator.shows(w) })).await;
    assert_eq!(codes.status, StatusCode::CREATED, "{}", codes.body);
    let codes = codes.body["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    (generator, codes)
}

async fn begins(w: &World, device: Option<&str>) -> Answer {
    w.knock(BEGIN, json!({ "login": SELLER, "password": PASSWORD, "device": device })).await
}

async fn shows(w: &World, second: &str, code: &str, remember: bool) -> Answer {
    w.knock(SECOND, json!({ "second": second, "code": code, "remember": remember })).await
}

testkit::on_both_engines! {
    catalogue();

    async fn a_code_of_the_generator_is_asked_for_and_taken_once(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        assert!(begins(&w, None).await.body.get("opened").is_some(), "none is asked for before there is one");
        let (generator, codes) = set_up(&w, &token).await;
        assert_eq!(codes.len(), 10);
        let state = w.get(FACTOR, &token).await;
        assert_eq!(state.body, json!({ "has_totp": true, "has_phone": false, "has_passkey": false, "recovery_codes": 10 }));
        let old = w.shows(SELLER, PASSWORD).await;
        assert_eq!((old.status, old.code()), (StatusCode::UNAUTHORIZED, "account.sign-in.second-factor-needed"));
        let wrong = w.knock(BEGIN, json!({ "login": SELLER, "password": "не тот" })).await;
        assert_eq!(wrong.code(), "account.sign-in.wrong-password", "a wrong password tells nothing of it");
        let second = begins(&w, None).await.text("/second");
        assert_eq!(shows(&w, &second, &generator.shows(&w), false).await.code(), "account.sign-in.wrong-code", "used");
        w.clock.advance(STEP);
        let opened = shows(&w, &second, &generator.shows(&w), false).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        assert_eq!(opened.body["opened"]["sign_in"]["way"], "password-and-second");
        assert!(opened.body.get("device").is_none());
        let again = begins(&w, None).await.text("/second");
        assert_eq!(shows(&w, &again, &generator.shows(&w), false).await.code(), "account.sign-in.wrong-code");
        assert_eq!(shows(&w, &second, &generator.shows(&w), false).await.code(), "account.challenge.over");
        let journal = w.get("/api/v1/account/sign-in-journal", &token).await;
        let causes: Vec<_> = journal.body["items"].as_array().unwrap().iter().map(|item| &item["cause"]).collect();
        assert!(causes.contains(&&json!("account.sign-in.wrong-code")), "{causes:?}");
    }

    async fn a_recovery_code_is_taken_once(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let (_, codes) = set_up(&w, &token).await;
        let second = begins(&w, None).await.text("/second");
        let typed = codes[3].to_uppercase().replace('-', " ");
        assert_eq!(shows(&w, &second, &typed, false).await.status, StatusCode::OK);
        let second = begins(&w, None).await.text("/second");
        assert_eq!(shows(&w, &second, &codes[3], false).await.code(), "account.sign-in.wrong-code");
        assert_eq!(w.get(FACTOR, &token).await.body["recovery_codes"], 9);
        let renew = format!("{FACTOR}/recovery-codes");
        assert_eq!(w.post(&renew, &token, json!({ "password": "не тот" })).await.code(), "account.sign-in.wrong-password");
        let renewed = w.post(&renew, &token, json!({ "password": PASSWORD })).await;
        assert_eq!(renewed.status, StatusCode::CREATED, "{}", renewed.body);
        assert_eq!(shows(&w, &second, &codes[4], false).await.code(), "account.sign-in.wrong-code", "the old are over");
        assert_eq!(shows(&w, &second, renewed.body["codes"][0].as_str().unwrap(), false).await.status, StatusCode::OK);
    }

    async fn guesses_run_out_whatever_the_password_does(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let (generator, _) = set_up(&w, &token).await;
        w.clock.advance(STEP);
        for _ in 0..10 {
            let second = begins(&w, None).await.text("/second");
            assert_eq!(shows(&w, &second, "не код", false).await.code(), "account.sign-in.wrong-code");
        }
        let second = begins(&w, None).await.text("/second");
        let locked = shows(&w, &second, &generator.shows(&w), false).await;
        assert_eq!((locked.status, locked.code()), (StatusCode::TOO_MANY_REQUESTS, "account.sign-in.locked-out"));
        w.clock.advance(Duration::from_secs(15 * 60));
        assert_eq!(shows(&w, &second, &generator.shows(&w), false).await.code(), "account.challenge.over", "too late");
        let second = begins(&w, None).await.text("/second");
        assert_eq!(shows(&w, &second, &generator.shows(&w), false).await.status, StatusCode::OK);
    }

    async fn a_remembered_device_is_asked_no_more_until_it_is_forgotten(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let (generator, _) = set_up(&w, &token).await;
        w.clock.advance(STEP);
        let second = begins(&w, None).await.text("/second");
        let device = shows(&w, &second, &generator.shows(&w), true).await.text("/device");
        assert!(begins(&w, Some(&device)).await.body.get("opened").is_some());
        assert!(begins(&w, Some("svd_other")).await.body.get("second").is_some());
        let (_, stranger) = w.person("buh@vasilek.example").await;
        let listed = w.get("/api/v1/account/devices", &token).await;
        assert_eq!(listed.body["items"].as_array().unwrap().len(), 1);
        let path = format!("/api/v1/account/devices/{}", listed.text("/items/0/device_id"));
        assert_eq!(w.delete(&path, &stranger).await.code(), "account.not-found");
        assert_eq!(w.delete(&path, &token).await.status, StatusCode::NO_CONTENT);
        assert!(begins(&w, Some(&device)).await.body.get("second").is_some());
    }

    async fn a_device_is_forgotten_in_a_month_and_with_the_password(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let (generator, codes) = set_up(&w, &token).await;
        w.clock.advance(STEP);
        let second = begins(&w, None).await.text("/second");
        let device = shows(&w, &second, &generator.shows(&w), true).await.text("/device");
        w.clock.advance(Duration::from_secs(30 * 24 * 60 * 60));
        let second = begins(&w, Some(&device)).await.text("/second");
        let device = shows(&w, &second, &codes[0], true).await.text("/device");
        w.knock("/api/v1/account/password/resets", json!({ "login": SELLER })).await;
        let code = w.code_for(SELLER).await;
        w.knock("/api/v1/account/password/reset", json!({ "code": code, "password": PASSWORD })).await;
        assert!(begins(&w, Some(&device)).await.body.get("second").is_some(), "the second factor stays, the device not");
    }

    async fn it_is_taken_away_with_the_password_alone(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        set_up(&w, &token).await;
        let again = w.post(&format!("{FACTOR}/totp"), &token, json!({ "password": PASSWORD })).await;
        assert_eq!((again.status, again.code()), (StatusCode::CONFLICT, "account.second-factor.set"));
        let remove = format!("{FACTOR}/remove");
        assert_eq!(w.post(&remove, &token, json!({ "password": "не тот" })).await.code(), "account.sign-in.wrong-password");
        assert_eq!(w.post(&remove, &token, json!({ "password": PASSWORD })).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.post(&remove, &token, json!({ "password": PASSWORD })).await.code(), "account.not-found");
        assert_eq!(w.shows(SELLER, PASSWORD).await.status, StatusCode::CREATED);
    }
}
