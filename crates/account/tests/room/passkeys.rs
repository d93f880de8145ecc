//! Passkeys, answered by an authenticator of the stories.

use crate::world::{Answer, Ask, World, catalogue};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Method, StatusCode};
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use serde_json::{Value, json};
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const OWN: &str = "/api/v1/account/passkeys";
const SIGN_IN: &str = "/api/v1/account/sign-ins/passkey";
const ORIGIN: &str = "http://localhost:8080";

enum Key {
    Ed25519(Ed25519KeyPair),
    P256(EcdsaKeyPair),
}

/// A device that holds one key and counts.
struct Authenticator {
    key: Key,
    credential_id: Vec<u8>,
    host: &'static str,
    origin: &'static str,
    flags: u8,
    count: u32,
}

fn b64(octets: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(octets)
}

fn octets(bytes: &[u8]) -> Vec<u8> {
    [&[0x58, u8::try_from(bytes.len()).unwrap()], bytes].concat()
}

impl Authenticator {
    fn ed25519(seed: u8) -> Self {
        Self::with(Key::Ed25519(Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap()), seed)
    }

    fn p256(seed: u8) -> Self {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &SystemRandom::new()).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &SystemRandom::new());
        Self::with(Key::P256(key.unwrap()), seed)
    }

    fn with(key: Key, seed: u8) -> Self {
        Self { key, credential_id: vec![seed; 16], host: "localhost", origin: ORIGIN, flags: 1 | 4, count: 0 }
    }

    fn cose(&self) -> Vec<u8> {
        match &self.key {
            Key::Ed25519(key) => {
                [&[0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21][..], &octets(key.public_key().as_ref())].concat()
            }
            Key::P256(key) => {
                let point = key.public_key().as_ref();
                [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21][..], &octets(&point[1..33]), &[0x22], &octets(&point[33..])]
                    .concat()
            }
        }
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let host = digest(&SHA256, self.host.as_bytes());
        [host.as_ref(), &[flags], &self.count.to_be_bytes()].concat()
    }

    fn client_data(&self, kind: &str, challenge: &str) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn made(&self, challenge: &str) -> Value {
        let id = [&[0; 16][..], &16_u16.to_be_bytes(), &self.credential_id, &self.cose()].concat();
        let data = [self.data(self.flags | 64), id].concat();
        let length = u16::try_from(data.len()).unwrap().to_be_bytes();
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice(), &length, &data].concat();
        json!({
            "challenge": challenge, "name": "Ноутбук",
            "client_data": b64(&self.client_data("webauthn.create", challenge)), "attestation": b64(&object),
        })
    }

    fn shown(&mut self, challenge: &str) -> Value {
        self.count += 1;
        let (client, data) = (self.client_data("webauthn.get", challenge), self.data(self.flags));
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = match &self.key {
            Key::Ed25519(key) => key.sign(&signed).as_ref().to_vec(),
            Key::P256(key) => key.sign(&SystemRandom::new(), &signed).unwrap().as_ref().to_vec(),
        };
        json!({
            "challenge": challenge, "credential_id": b64(&self.credential_id), "client_data": b64(&client),
            "authenticator_data": b64(&data), "signature": b64(&signature),
        })
    }
}

async fn ask(w: &World, path: &str, token: Option<&str>) -> Answer {
    let given = w.ask(Method::POST, &format!("{path}/challenges"), Ask { token, ..Ask::default() }).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.body);
    given
}

async fn makes(w: &World, token: &str, device: &Authenticator) -> Answer {
    let asked = ask(w, OWN, Some(token)).await;
    w.post(OWN, token, device.made(&asked.text("/challenge"))).await
}

async fn shows(w: &World, device: &mut Authenticator) -> Answer {
    let asked = ask(w, SIGN_IN, None).await;
    w.knock(SIGN_IN, device.shown(&asked.text("/challenge"))).await
}

testkit::on_both_engines! {
    catalogue();

    async fn a_passkey_is_made_and_signs_in(db: Database) {
        let w = World::new(&db).await;
        let (me, token) = w.person(SELLER).await;
        for mut device in [Authenticator::ed25519(1), Authenticator::p256(2)] {
            let asked = ask(&w, OWN, Some(&token)).await;
            assert_eq!((asked.text("/rp_id"), asked.text("/user_name")), ("localhost".to_owned(), SELLER.to_owned()));
            assert_eq!(asked.body["algorithms"], json!([-8, -7, -257]));
            let made = w.post(OWN, &token, device.made(&asked.text("/challenge"))).await;
            assert_eq!((made.status, made.text("/name")), (StatusCode::CREATED, "Ноутбук".to_owned()));
            let twice = w.post(OWN, &token, device.made(&asked.text("/challenge"))).await;
            assert_eq!(twice.code(), "account.challenge.over", "a challenge is answered once");
            let opened = shows(&w, &mut device).await;
            assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.body);
            assert_eq!(opened.body["sign_in"]["way"], "passkey");
            assert_eq!(w.get("/api/v1/account/me", &opened.text("/token")).await.text("/user_id"), me);
        }
        let known = ask(&w, OWN, Some(&token)).await;
        assert_eq!(known.body["known"], json!([b64(&[1; 16]), b64(&[2; 16])]));
        let listed = w.get(OWN, &token).await;
        assert!(listed.body["items"].as_array().unwrap().iter().all(|item| item.get("last_used_at").is_some()));
    }

    async fn answers_that_are_not_asked_for_are_refused(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let refused = |answer: Answer| {
            assert_eq!((answer.status, answer.code()), (StatusCode::UNAUTHORIZED, "account.passkey.refused"));
        };
        let elsewhere = Authenticator { host: "evil.example", ..Authenticator::ed25519(1) };
        refused(makes(&w, &token, &elsewhere).await);
        let phished = Authenticator { origin: "https://evil.example", ..Authenticator::ed25519(1) };
        refused(makes(&w, &token, &phished).await);
        let unverified = Authenticator { flags: 1, ..Authenticator::ed25519(1) };
        refused(makes(&w, &token, &unverified).await);
        let mut device = Authenticator::ed25519(1);
        refused(shows(&w, &mut device).await);
        assert_eq!(makes(&w, &token, &device).await.status, StatusCode::CREATED);
        refused(makes(&w, &token, &device).await);
        let (_, stranger) = w.person("buh@vasilek.example").await;
        refused(makes(&w, &stranger, &device).await);
        let own = ask(&w, OWN, Some(&token)).await.text("/challenge");
        let crossed = w.knock(SIGN_IN, device.shown(&own)).await;
        assert_eq!(crossed.code(), "account.challenge.over", "a challenge to make one opens nothing");
        let mut other = Authenticator { credential_id: vec![1; 16], ..Authenticator::ed25519(9) };
        refused(shows(&w, &mut other).await);
        let challenge = ask(&w, SIGN_IN, None).await.text("/challenge");
        for part in ["client_data", "authenticator_data", "signature", "credential_id"] {
            let mut changed = device.shown(&challenge);
            let text = changed[part].as_str().unwrap().to_owned();
            let first = if text.starts_with('A') { 'B' } else { 'A' };
            changed[part] = json!(format!("{first}{}", &text[1..]));
            refused(w.knock(SIGN_IN, changed).await);
        }
        assert_eq!(w.knock(SIGN_IN, device.shown(&challenge)).await.status, StatusCode::CREATED);
        let replayed = w.knock(SIGN_IN, device.shown(&challenge)).await;
        assert_eq!(replayed.code(), "account.challenge.over");
    }

    async fn a_copied_key_is_noticed_by_its_counter(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let mut device = Authenticator::ed25519(1);
        makes(&w, &token, &device).await;
        let mut copy = Authenticator::ed25519(1);
        assert_eq!(shows(&w, &mut device).await.status, StatusCode::CREATED);
        assert_eq!(shows(&w, &mut copy).await.code(), "account.passkey.refused");
        assert_eq!(shows(&w, &mut device).await.status, StatusCode::CREATED);
        let journal = w.get("/api/v1/account/sign-in-journal", &token).await;
        let causes: Vec<_> = journal.body["items"].as_array().unwrap().iter().map(|item| &item["cause"]).collect();
        assert!(causes.contains(&&json!("account.passkey.refused")), "{causes:?}");
    }

    async fn a_passkey_is_called_by_another_name(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let (_, stranger) = w.person("buh@vasilek.example").await;
        let mut device = Authenticator::ed25519(1);
        let path = format!("{OWN}/{}", makes(&w, &token, &device).await.text("/passkey_id"));
        let named = |name: &str| json!({ "name": name });
        let foreign = w.put(&path, &stranger, named("Чужой")).await;
        assert_eq!((foreign.status, foreign.code()), (StatusCode::NOT_FOUND, "account.not-found"));
        for wrong in ["", "  ", &"я".repeat(201), "Ноут\nбук"] {
            let refused = w.put(&path, &token, named(wrong)).await;
            assert_eq!((refused.status, refused.body["field"].as_str()), (StatusCode::UNPROCESSABLE_ENTITY, Some("name")), "{wrong:?}");
        }
        assert_eq!(w.get(OWN, &token).await.text("/items/0/name"), "Ноутбук");
        assert_eq!(w.put(&path, &token, named(" Рабочий компьютер ")).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get(OWN, &token).await.text("/items/0/name"), "Рабочий компьютер");
        assert_eq!(shows(&w, &mut device).await.status, StatusCode::CREATED, "it signs in as before");
    }

    async fn a_passkey_is_taken_away_by_its_owner(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let (_, stranger) = w.person("buh@vasilek.example").await;
        let mut device = Authenticator::ed25519(1);
        let made = makes(&w, &token, &device).await.text("/passkey_id");
        let path = format!("{OWN}/{made}");
        assert_eq!(w.delete(&path, &stranger).await.code(), "account.not-found");
        assert_eq!(w.delete(&path, &token).await.status, StatusCode::NO_CONTENT);
        assert_eq!(shows(&w, &mut device).await.code(), "account.passkey.refused");
    }
}
