//! Refresh tokens, and every way by which they end.

use crate::world::{House, PASSWORD, catalogue};
use http::{Method, StatusCode};
use serde_json::json;
use std::time::Duration;
use testkit::Database;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The place of the program's sign-in in the person's list: it stands there while it can be renewed.
async fn the_programs(h: &House) -> String {
    let list = h.w.api(Method::GET, "/api/v1/account/sign-ins", Some(&h.founder.1), &json!(null)).await;
    let items = list.body["items"].as_array().unwrap();
    let lent = items.iter().find(|one| one["kind"] == "oidc").unwrap_or_else(|| panic!("{}", list.body));
    format!("/api/v1/account/sign-ins/{}", lent["sign_in_id"].as_str().unwrap())
}

testkit::on_both_engines! {
    catalogue();

    async fn each_is_used_once_and_the_second_time_ends_all(db: Database) {
        let h = House::new(&db).await;
        let first = h.tokens("openid extern.api").await;
        h.w.clock.advance(Duration::from_secs(3600));
        assert!(!h.w.opens(&first.text("access_token")).await, "an hour has passed");
        let second = h.refreshes(&h.program, &first.text("refresh_token")).await;
        assert_eq!(second.status, StatusCode::OK, "{}", second.body);
        assert!(second.text("id_token").len() > 100 && h.w.opens(&second.text("access_token")).await);
        let third = h.refreshes(&h.program, &second.text("refresh_token")).await;
        assert!(!h.w.opens(&second.text("access_token")).await, "the next token took its place");
        assert!(h.w.opens(&third.text("access_token")).await);
        let stolen = h.refreshes(&h.program, &first.text("refresh_token")).await;
        assert_eq!(stolen.error(), (400, "invalid_grant"));
        assert!(!h.w.opens(&third.text("access_token")).await);
        assert_eq!(h.refreshes(&h.program, &third.text("refresh_token")).await.error(), (400, "invalid_grant"));
    }

    async fn another_program_another_scope_another_text(db: Database) {
        let h = House::new(&db).await;
        let given = h.tokens("openid").await;
        let refresh = given.text("refresh_token");
        assert_eq!(h.refreshes(&h.other, &refresh).await.error(), (400, "invalid_grant"));
        assert_eq!(h.refreshes(&h.program, "svf_unknown").await.error(), (400, "invalid_grant"));
        assert_eq!(h.refreshes(&h.program, &given.text("access_token")).await.error(), (400, "invalid_grant"));
        let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh.as_str()), ("scope", "openid extern.api")];
        let more = h.w.form("/connect/token", Some(&h.program), &fields).await;
        assert_eq!(more.error(), (400, "invalid_scope"), "more than was lent");
        assert_eq!(h.refreshes(&h.program, &refresh).await.status, StatusCode::OK, "none of these ended it");
    }

    async fn it_lasts_a_month_from_its_last_use(db: Database) {
        let h = House::new(&db).await;
        let mut refresh = h.tokens("extern.api").await.text("refresh_token");
        for _ in 0..3 {
            h.w.clock.advance(DAY * 30);
            let next = h.refreshes(&h.program, &refresh).await;
            assert_eq!(next.status, StatusCode::OK, "{}", next.body);
            refresh = next.text("refresh_token");
            let cx = h.w.surface.app.cx(kernel::Caller::System);
            account::sweep(&h.w.store, &cx).await.unwrap();
            wire_openid::sweep(&h.w.store, &cx).await.unwrap();
        }
        h.w.clock.advance(DAY * 31);
        assert_eq!(h.refreshes(&h.program, &refresh).await.error(), (400, "invalid_grant"));
    }

    async fn what_ends_sign_ins_ends_their_renewals(db: Database) {
        let h = House::new(&db).await;
        let key = format!("/api/v1/account/organizations/{}/integrator-keys/{}", h.organization, h.program.key_id);
        let renewed = json!({ "present": PASSWORD, "password": "василёк и ромашка" });
        for (method, path, body, error) in [
            (Method::DELETE, "one", json!(null), "invalid_grant"),
            (Method::POST, "/api/v1/account/sign-ins/end-all", json!({ "keep_current": true }), "invalid_grant"),
            (Method::PUT, "/api/v1/account/password", renewed, "invalid_grant"),
            (Method::DELETE, key.as_str(), json!(null), "invalid_client"),
        ] {
            let given = h.tokens("extern.api").await;
            h.w.clock.advance(Duration::from_secs(2 * 3600));
            assert!(!h.w.opens(&given.text("access_token")).await);
            let path = if path == "one" { the_programs(&h).await } else { path.to_owned() };
            let done = h.w.api(method, &path, Some(&h.founder.1), &body).await;
            assert!(done.status.is_success(), "{path}: {} {}", done.status, done.body);
            let refused = h.refreshes(&h.program, &given.text("refresh_token")).await;
            assert_eq!(refused.error().1, error, "{path}");
        }
    }

    async fn revocation_ends_and_tells_nothing(db: Database) {
        let h = House::new(&db).await;
        for kind in ["access_token", "refresh_token"] {
            let given = h.tokens("openid extern.api").await;
            let token = given.text(kind);
            let told = h.w.form("/connect/introspect", Some(&h.program), &[("token", &given.text("access_token"))]).await;
            assert_eq!((&told.body["active"], &told.body["sub"]), (&json!(true), &json!(h.founder.0)));
            let told = h.w.form("/connect/introspect", Some(&h.other), &[("token", &given.text("access_token"))]).await;
            assert_eq!(told.body, json!({ "active": false }), "another program's");
            let foreign = h.w.form("/connect/revocation", Some(&h.other), &[("token", &token)]).await;
            assert_eq!(foreign.status, StatusCode::OK);
            assert!(h.w.opens(&given.text("access_token")).await, "another program ends nothing");
            let own = h.w.form("/connect/revocation", Some(&h.program), &[("token", &token)]).await;
            assert_eq!(own.status, StatusCode::OK);
            assert!(!h.w.opens(&given.text("access_token")).await);
            assert_eq!(h.refreshes(&h.program, &given.text("refresh_token")).await.error(), (400, "invalid_grant"));
            let again = h.w.form("/connect/revocation", Some(&h.program), &[("token", &token)]).await;
            assert_eq!(again.status, StatusCode::OK);
        }
        let nobody = h.w.form("/connect/revocation", None, &[("token", "x")]).await;
        assert_eq!(nobody.error(), (401, "invalid_client"));
    }
}
