//! Codes of authorization, and who else may have got hold of them.

use crate::world::{BACK, House, ISSUER, VERIFIER, between, catalogue, query_of};
use http::{Method, StatusCode};
use serde_json::json;
use std::time::Duration;
use testkit::Database;
use wire_openid::OpenidRefusal;

testkit::on_both_engines! {
    catalogue();

    async fn a_code_becomes_tokens_that_every_room_knows(db: Database) {
        let h = House::new(&db).await;
        let sent = h.w.get(&format!("/connect/authorize?{}", h.query("openid profile extern.api")), None).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        assert!(sent.location().starts_with("http://localhost:8080/connect/authorize?response_type=code&"));
        let (code, place) = h.agrees(&h.query("openid profile extern.api")).await;
        assert!(place.starts_with(&format!("{BACK}?code=svo_")) && place.contains("&state=st%26te"), "{place}");
        assert!(place.ends_with("&iss=http%3A%2F%2Fopenid.romashka.example%3A8082"), "{place}");
        let given = h.redeems(&h.program, &code, Some(VERIFIER)).await;
        assert_eq!((given.status, &given.body["token_type"], &given.body["expires_in"]),
            (StatusCode::OK, &json!("Bearer"), &json!(3600)), "{}", given.body);
        assert_eq!(given.text("scope"), "openid profile extern.api");
        assert_eq!(given.headers["cache-control"], "no-store");
        let token = given.text("access_token");
        let me = h.w.api(Method::GET, "/api/v1/account/me", Some(&token), &json!(null)).await;
        assert_eq!((me.status, me.text("login").as_str()), (StatusCode::OK, crate::world::FOUNDER));
        let list = h.w.api(Method::GET, "/api/v1/account/sign-ins", Some(&token), &json!(null)).await;
        let kinds: Vec<_> = list.body["items"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
        assert!(kinds.contains(&json!("oidc")), "{kinds:?}");
        let who = h.w.get("/connect/userinfo", Some(&format!("Bearer {token}"))).await;
        assert_eq!(who.body, json!({ "sub": h.founder.0, "name": "Анна Ромашкина" }));
    }

    async fn a_code_shown_twice_ends_what_it_gave(db: Database) {
        let h = House::new(&db).await;
        let (code, _) = h.agrees(&h.query("openid extern.api")).await;
        let first = h.redeems(&h.program, &code, Some(VERIFIER)).await;
        let (access, refresh) = (first.text("access_token"), first.text("refresh_token"));
        assert!(h.w.opens(&access).await);
        let again = h.redeems(&h.program, &code, Some(VERIFIER)).await;
        assert_eq!(again.error(), (400, "invalid_grant"));
        assert!(!h.w.opens(&access).await, "the thief or the robbed: neither goes on");
        assert_eq!(h.refreshes(&h.program, &refresh).await.error(), (400, "invalid_grant"));
    }

    async fn a_stolen_code_is_of_no_use(db: Database) {
        let h = House::new(&db).await;
        let (code, _) = h.agrees(&h.query("extern.api")).await;
        for (program, verifier, why) in [
            (&h.program, None, "the proof left out"),
            (&h.program, Some("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXl"), "another proof"),
            (&h.other, Some(VERIFIER), "another program"),
        ] {
            assert_eq!(h.redeems(program, &code, verifier).await.error(), (400, "invalid_grant"), "{why}");
        }
        let elsewhere = [("grant_type", "authorization_code"), ("code", &code), ("code_verifier", VERIFIER),
            ("redirect_uri", "https://program.romashka.example/other")];
        let mixed = h.w.form("/connect/token", Some(&h.program), &elsewhere).await;
        assert_eq!(mixed.error(), (400, "invalid_grant"), "sent to another address");
        let given = h.redeems(&h.program, &code, Some(VERIFIER)).await;
        assert_eq!(given.status, StatusCode::OK, "none of these used it up: {}", given.body);
        let (code, _) = h.agrees(&h.query("extern.api")).await;
        h.w.clock.advance(Duration::from_secs(60));
        assert_eq!(h.redeems(&h.program, &code, Some(VERIFIER)).await.error(), (400, "invalid_grant"), "too late");
        let (plain, _) = h.agrees(&query_of(&h.program, "extern.api", None)).await;
        let downgraded = h.redeems(&h.program, &plain, Some(VERIFIER)).await;
        assert_eq!(downgraded.error(), (400, "invalid_grant"), "a challenge was taken away on the road");
    }

    async fn who_signed_out_meanwhile_lends_nothing(db: Database) {
        let h = House::new(&db).await;
        let (code, _) = h.agrees(&h.query("extern.api")).await;
        let out = h.w.api(Method::DELETE, "/api/v1/account/sign-ins/current", Some(&h.founder.1), &json!(null)).await;
        assert_eq!(out.status, StatusCode::NO_CONTENT, "{}", out.body);
        assert_eq!(h.redeems(&h.program, &code, Some(VERIFIER)).await.error(), (400, "invalid_grant"));
    }

    async fn nobody_is_sent_to_a_foreign_address(db: Database) {
        let h = House::new(&db).await;
        let own = h.query("openid");
        let back = "https%3A%2F%2Fprogram.romashka.example%2Fback";
        assert!(own.contains(back), "{own}");
        for foreign in [
            "https%3A%2F%2Fvasilek.example%2Fback",
            "https%3A%2F%2Fprogram.romashka.example%2Fback%2F",
            "https%3A%2F%2Fprogram.romashka.example%2Fback%3Fx%3D1",
            "https%3A%2F%2Fprogram.romashka.example%2FBACK",
            "https%3A%2F%2Fprogram.romashka.example%40vasilek.example%2Fback",
            "%2F%2Fvasilek.example",
        ] {
            let told = h.w.get(&format!("/connect/authorize?{}", own.replace(back, foreign)), None).await;
            assert_eq!((told.error(), told.location()), ((400, "invalid_request"), ""), "{foreign}");
        }
        let unknown = own.replace(&h.program.client_id, "svc-unknown");
        let told = h.w.get(&format!("/connect/authorize?{unknown}"), None).await;
        assert_eq!((told.error(), told.location()), ((401, "invalid_client"), ""));
        let mut reader = h.w.store.reader().await.unwrap();
        let twice = format!("{own}&redirect_uri=https%3A%2F%2Fvasilek.example%2F");
        let read = wire_openid::authorize::read(&mut reader, &h.w.surface, &twice).await;
        assert!(matches!(read, Err(store::No::Refused(OpenidRefusal::Unreadable))), "{read:?}");
    }

    async fn what_else_is_wrong_is_told_to_the_program(db: Database) {
        let h = House::new(&db).await;
        let own = h.query("openid");
        for (from, to, error) in [
            ("response_type=code", "response_type=token", "unsupported_response_type"),
            ("response_type=code", "response_type=code+id_token", "unsupported_response_type"),
            ("scope=openid", "scope=email", "invalid_scope"),
            ("code_challenge_method=S256", "code_challenge_method=plain", "invalid_request"),
            ("code_challenge_method=S256", "", "invalid_request"),
            ("code_challenge=", "code_challenge=x", "invalid_request"),
            ("code_challenge=", "no=", "invalid_request"),
            ("nonce=", "prompt=none&nonce=", "interaction_required"),
            ("nonce=", "request=ey&nonce=", "request_not_supported"),
            ("nonce=", "response_mode=fragment&nonce=", "invalid_request"),
        ] {
            let query = own.replacen(from, to, 1);
            let sent = h.w.get(&format!("/connect/authorize?{query}"), None).await;
            let place = sent.location();
            assert!(place.starts_with(BACK), "{query}: {place}");
            assert_eq!(between(place, "error=", "&"), error, "{query}");
            assert!(place.contains("state=st%26te") && !place.contains("code="), "{place}");
        }
        let denied = h.reads(&own).await.unwrap().denied(ISSUER);
        assert_eq!(between(&denied, "error=", "&"), "access_denied");
    }

    async fn without_the_api_a_token_tells_who_and_nothing_else(db: Database) {
        let h = House::new(&db).await;
        let given = h.tokens("openid").await;
        let token = given.text("access_token");
        assert!(!h.w.opens(&token).await);
        let me = h.w.api(Method::GET, "/api/v1/account/me", Some(&token), &json!(null)).await;
        assert_eq!(me.status, StatusCode::UNAUTHORIZED);
        let who = h.w.get("/connect/userinfo", Some(&format!("Bearer {token}"))).await;
        assert_eq!(who.body, json!({ "sub": h.founder.0 }));
        let next = h.refreshes(&h.program, &given.text("refresh_token")).await;
        assert!(!h.w.opens(&next.text("access_token")).await, "a renewed one as well");
        let api = h.tokens("extern.api").await;
        assert!(api.body.get("id_token").is_none());
        let who = h.w.get("/connect/userinfo", Some(&format!("Bearer {}", api.text("access_token")))).await;
        assert_eq!(who.error(), (401, "invalid_token"), "no identity was lent");
    }
}
