//! Keys of id_tokens, checked as a program checks them.

use crate::world::{House, ISSUER, World, catalogue};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::StatusCode;
use ring::digest::{SHA256, digest};
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::Database;
use wire_openid::limits::{ID_TOKEN_LIFE, KEY_SIGNS};

fn octets(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

/// Published keys.
async fn published(w: &World) -> Vec<Value> {
    w.get("/.well-known/openid-configuration/jwks", None).await.body["keys"].as_array().unwrap().clone()
}

/// The claims of a token that one of these keys signed.
fn read(token: &str, keys: &[Value]) -> Option<Value> {
    let (head, signature) = token.rsplit_once('.').unwrap();
    let (header, claims) = head.split_once('.').unwrap();
    let header: Value = serde_json::from_slice(&octets(header)).unwrap();
    assert_eq!((&header["alg"], &header["typ"]), (&json!("ES256"), &json!("JWT")));
    let key = keys.iter().find(|key| key["kid"] == header["kid"])?;
    let point = [vec![4], octets(key["x"].as_str().unwrap()), octets(key["y"].as_str().unwrap())].concat();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(head.as_bytes(), &octets(signature)).ok()?;
    Some(serde_json::from_slice(&octets(claims)).unwrap())
}

testkit::on_both_engines! {
    catalogue();

    async fn an_id_token_says_who_and_by_what(db: Database) {
        let h = House::new(&db).await;
        let given = h.tokens("openid profile").await;
        let claims = read(&given.text("id_token"), &published(&h.w).await).unwrap();
        let now = h.seconds();
        let hash = URL_SAFE_NO_PAD.encode(&digest(&SHA256, given.text("access_token").as_bytes()).as_ref()[..16]);
        assert_eq!(claims["sid"].as_str().unwrap().len(), 36);
        let expected = json!({ "iss": ISSUER, "sub": h.founder.0, "aud": h.program.client_id, "iat": now,
            "exp": now + 3600, "auth_time": now, "amr": ["pwd"], "nonce": "n-1", "name": "Анна Ромашкина",
            "at_hash": hash, "sid": claims["sid"] });
        assert_eq!(claims, expected);
        let known = h.w.get("/.well-known/openid-configuration", None).await;
        assert_eq!(known.text("issuer"), ISSUER);
        assert_eq!(known.text("jwks_uri"), format!("{ISSUER}/.well-known/openid-configuration/jwks"));
    }

    async fn keys_take_each_others_place(db: Database) {
        let h = House::new(&db).await;
        let old = h.tokens("openid").await;
        let first = published(&h.w).await;
        assert_eq!(first.len(), 1);
        h.w.clock.advance(KEY_SIGNS - Duration::from_secs(3600));
        assert_eq!(published(&h.w).await.len(), 2, "the next key is known before it signs");
        let last = h.refreshes(&h.program, &old.text("refresh_token")).await;
        assert!(read(&last.text("id_token"), &first).is_some(), "and the first still signs");
        h.w.clock.advance(Duration::from_secs(3600));
        let next = h.refreshes(&h.program, &last.text("refresh_token")).await;
        assert!(read(&next.text("id_token"), &first).is_none(), "who keeps the old list asks for the new one");
        let both = published(&h.w).await;
        assert!(read(&next.text("id_token"), &both).is_some() && read(&last.text("id_token"), &both).is_some());
        h.w.clock.advance(ID_TOKEN_LIFE * 2);
        let now = published(&h.w).await;
        assert!(read(&last.text("id_token"), &now).is_none(), "what it signed has ended");
        assert!(read(&next.text("id_token"), &now).is_some());
        let cx = h.w.surface.app.cx(kernel::Caller::System);
        wire_openid::sweep(&h.w.store, &cx).await.unwrap();
        assert_eq!(published(&h.w).await, now);
    }

    async fn two_processes_make_one_key(db: Database) {
        let (one, two) = (World::new(&db).await, World::new(&db).await);
        let (first, second) = futures_of(&one, &two).await;
        assert_eq!((first.len(), &first), (1, &second));
    }

    async fn a_program_ends_what_it_was_lent(db: Database) {
        let h = House::new(&db).await;
        let (given, kept) = (h.tokens("openid extern.api").await, h.tokens("openid extern.api").await);
        let hint = given.text("id_token");
        let foreign = format!("/connect/endsession?id_token_hint={hint}&post_logout_redirect_uri=https://vasilek.example/");
        assert_eq!(h.w.get(&foreign, None).await.error(), (400, "invalid_request"));
        let back = format!("/connect/endsession?id_token_hint={hint}&post_logout_redirect_uri={}&state=a%26b",
            crate::world::BACK);
        let sent = h.w.get(&back, None).await;
        assert_eq!((sent.status, sent.location()),
            (StatusCode::SEE_OTHER, format!("{}?state=a%26b", crate::world::BACK).as_str()));
        assert!(!h.w.opens(&given.text("access_token")).await);
        assert!(h.w.opens(&kept.text("access_token")).await && h.w.opens(&h.founder.1).await);
        let forged = format!("{}.AAAA", hint.rsplit_once('.').unwrap().0);
        let refused = h.w.get(&format!("/connect/endsession?id_token_hint={forged}"), None).await;
        assert_eq!(refused.error(), (400, "invalid_grant"));
    }
}

async fn futures_of(one: &World, two: &World) -> (Vec<Value>, Vec<Value>) {
    tokio::join!(published(one), published(two))
}
