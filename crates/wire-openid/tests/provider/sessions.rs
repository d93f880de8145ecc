//! The older sessions: `auth.sid`.

use crate::world::{Answer, FOUNDER, House, PASSWORD, catalogue};
use axum::body::Body;
use http::{HeaderMap, Method, Request, StatusCode};
use kernel::Caller;
use serde_json::json;
use std::time::Duration;
use testkit::Database;

async fn posts(h: &House, method: Method, path: &str, body: &str) -> Answer {
    let request = Request::builder().method(method).uri(path).header("content-type", "text/plain");
    h.w.send(request.body(Body::from(body.to_owned())).unwrap()).await
}

testkit::on_both_engines! {
    catalogue();

    async fn a_password_opens_a_session_that_is_renewed(db: Database) {
        let h = House::new(&db).await;
        let login = format!("/auth/v5.12/authenticate-by-pass?login={FOUNDER}");
        let opened = posts(&h, Method::POST, &login, PASSWORD).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        let (sid, refresh) = (opened.text("Sid"), opened.text("RefreshToken"));
        let headers = HeaderMap::from_iter([(http::header::AUTHORIZATION, format!("auth.sid {sid}").parse().unwrap())]);
        let caller = wire_openid::caller(&h.w.surface.app, &headers).await.unwrap();
        assert!(matches!(caller, Caller::User { user_id, .. } if user_id.to_string() == h.founder.0));
        h.w.clock.advance(Duration::from_secs(24 * 3600));
        assert!(!h.w.opens(&sid).await);
        let path = format!("/sessions/v5.12/sessions/refresh?auth.sid={sid}&refresh-token={refresh}");
        let next = posts(&h, Method::POST, &path, "").await;
        assert!(h.w.opens(&next.text("Sid")).await, "{}", next.body);
        let again = posts(&h, Method::POST, &path, "").await;
        assert_eq!((again.status.as_u16(), &again.body["id"]), (400, &json!("urn:error:externapi:openid.grant.refused")));
        assert!(!h.w.opens(&next.text("Sid")).await, "a refresh token used twice ends the session");
    }

    async fn tokens_of_one_kind_do_not_renew_the_other(db: Database) {
        let h = House::new(&db).await;
        let given = h.tokens("extern.api").await;
        let path = format!("/sessions/v5.12/sessions/refresh?auth.sid=x&refresh-token={}", given.text("refresh_token"));
        assert_eq!(posts(&h, Method::POST, &path, "").await.status, StatusCode::BAD_REQUEST);
        let opened = posts(&h, Method::POST, &format!("/auth/v5.12/authenticate-by-pass?login={FOUNDER}"), PASSWORD).await;
        let crossed = h.refreshes(&h.program, &opened.text("RefreshToken")).await;
        assert_eq!(crossed.error(), (400, "invalid_grant"));
        assert!(h.w.opens(&given.text("access_token")).await && h.w.opens(&opened.text("Sid")).await);
    }

    async fn refusals_are_the_vendors(db: Database) {
        let h = House::new(&db).await;
        let wrong = posts(&h, Method::POST, &format!("/auth/v5.12/authenticate-by-pass?login={FOUNDER}"), "не тот").await;
        let unknown = posts(&h, Method::POST, "/auth/v5.12/authenticate-by-pass?login=x@y.example", "не тот").await;
        assert_eq!((wrong.status, unknown.status), (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN));
        assert_eq!((&wrong.body["message"], &wrong.body["id"]), (&unknown.body["message"], &unknown.body["id"]));
        let missing = posts(&h, Method::POST, "/auth/v5.12/authenticate-by-pass", PASSWORD).await;
        assert_eq!((missing.status.as_u16(), &missing.body["status-code"]), (400, &json!(400)));
        let unreadable = posts(&h, Method::POST, "/auth/v5.12/authenticate-by-cert", "no certificate").await;
        assert_eq!(unreadable.status, StatusCode::BAD_REQUEST);
        for (method, path) in [
            (Method::POST, "/auth/v5.12/authenticate-by-truster"),
            (Method::POST, "/auth/v5.12/approve-truster"),
            (Method::PUT, "/auth/v5.12/register-external-service-id"),
        ] {
            assert_eq!(posts(&h, method, path, "").await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
}
