//! Devices without a browser.

use crate::world::{Answer, House, World, catalogue};
use http::StatusCode;
use serde_json::json;
use std::time::Duration;
use testkit::Database;
use wire_openid::device;

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

async fn begins(h: &House, scope: &str) -> Answer {
    h.w.form("/connect/deviceauthorization", Some(&h.program), &[("scope", scope)]).await
}

async fn asks(h: &House, code: &str) -> Answer {
    h.w.form("/connect/token", Some(&h.program), &[("grant_type", GRANT), ("device_code", code)]).await
}

async fn says(w: &World, token: &str, code: &str, is_allowed: bool) -> Result<(), String> {
    let cx = w.cx_of(token).await;
    let said = device::decide(&w.store, &cx, code, is_allowed).await;
    said.map_err(|no| format!("{no:?}"))
}

testkit::on_both_engines! {
    catalogue();

    async fn a_person_lets_a_device_in(db: Database) {
        let h = House::new(&db).await;
        let begun = begins(&h, "openid extern.api").await;
        assert_eq!((&begun.body["expires_in"], &begun.body["interval"]), (&json!(300), &json!(3)));
        let (code, typed) = (begun.text("device_code"), begun.text("user_code"));
        assert_eq!(begun.text("verification_uri_complete"), format!("http://localhost:8080/device?user_code={typed}"));
        assert_eq!(asks(&h, &code).await.error(), (400, "authorization_pending"));
        assert_eq!(asks(&h, &code).await.error(), (400, "slow_down"));
        h.w.clock.advance(Duration::from_secs(5));
        assert_eq!(asks(&h, &code).await.error(), (400, "slow_down"), "3 s have become 8");
        h.w.clock.advance(Duration::from_secs(13));
        assert_eq!(asks(&h, &code).await.error(), (400, "authorization_pending"));
        let cx = h.w.cx_of(&h.founder.1).await;
        let found = device::find(&h.w.store, &cx, &typed.to_lowercase()).await.unwrap();
        assert_eq!((found.program.name.as_str(), found.scope.text().as_str()), ("Ромашка: отчёты", "openid extern.api"));
        assert_eq!(says(&h.w, &h.founder.1, &typed, true).await, Ok(()));
        assert!(says(&h.w, &h.founder.1, &typed, false).await.is_err(), "decided once");
        let foreign = h.w.form("/connect/token", Some(&h.other), &[("grant_type", GRANT), ("device_code", &code)]).await;
        assert_eq!(foreign.error(), (400, "invalid_grant"), "another program");
        let given = asks(&h, &code).await;
        assert_eq!(given.status, StatusCode::OK, "{}", given.body);
        assert!(h.w.opens(&given.text("access_token")).await && given.body.get("id_token").is_some());
        assert_eq!(asks(&h, &code).await.error(), (400, "invalid_grant"), "given once");
    }

    async fn no_and_too_late(db: Database) {
        let h = House::new(&db).await;
        let begun = begins(&h, "extern.api").await;
        assert_eq!(says(&h.w, &h.founder.1, &begun.text("user_code"), false).await, Ok(()));
        assert_eq!(asks(&h, &begun.text("device_code")).await.error(), (400, "access_denied"));
        let begun = begins(&h, "extern.api").await;
        h.w.clock.advance(Duration::from_secs(300));
        assert_eq!(asks(&h, &begun.text("device_code")).await.error(), (400, "expired_token"));
        assert!(says(&h.w, &h.founder.1, &begun.text("user_code"), true).await.is_err());
        assert_eq!(begins(&h, "email").await.error(), (400, "invalid_scope"));
    }

    async fn codes_are_not_guessed(db: Database) {
        let h = House::new(&db).await;
        let begun = begins(&h, "extern.api").await;
        let typed = begun.text("user_code");
        for _ in 0..10 {
            assert!(says(&h.w, &h.founder.1, "BBBB-BBBB", true).await.unwrap_err().contains("NotFound"));
        }
        let locked = says(&h.w, &h.founder.1, &typed, true).await.unwrap_err();
        assert!(locked.contains("LockedOut"), "{locked}");
        let other = h.w.person("accountant@romashka.example").await;
        assert_eq!(says(&h.w, &other.1, &typed, true).await, Ok(()), "another person's tries are their own");
    }
}
