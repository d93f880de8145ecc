//! Stories over HTTP: a request and its answer, a shared diagnostics, strangers.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use kernel::{Caller, Chance, UserId};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use store::Catalogue;
use support::Room;
use testkit::{Database, HandClock};
use tower::ServiceExt as _;
use web::{App, Limits, Texts};

fn catalogue() -> Catalogue {
    Catalogue::new()
        .with(web::MIGRATIONS, web::STATEMENTS)
        .with(account::MIGRATIONS, account::STATEMENTS)
        .with(support::MIGRATIONS, support::STATEMENTS)
}

struct World {
    room: Room,
    clock: HandClock,
    anna: Caller,
    boris: Caller,
    administrator: Caller,
    /// Goes with the world.
    _database: Database,
}

impl World {
    async fn new(db: Database) -> Self {
        let clock = HandClock::at_rfc3339("2026-11-23T07:00:00Z");
        let texts = Arc::new(Texts::load([]).unwrap());
        let chance = Chance::from_seed([5; 32]);
        let app = App::new(db.open().await, Arc::new(clock.clone()), chance, texts, Limits::default());
        let person = || {
            let cx = app.cx(Caller::System);
            Caller::User { user_id: cx.new_id::<UserId>(), sign_in_id: cx.new_id(), integrator_key_id: None }
        };
        let (anna, boris, administrator) = (person(), person(), person());
        let administrators = Arc::new([administrator.user_id().unwrap()].into());
        Self { room: Room { app, administrators }, clock, anna, boris, administrator, _database: db }
    }

    async fn ask(&self, who: Caller, call: (&str, &str), key: &str, body: Option<Value>) -> (u16, Value) {
        let (router, _) = web::assemble([support::router(self.room.clone())]);
        let request = Request::builder().method(call.0).uri(format!("/api/v1/support/{}", call.1)).extension(who);
        let request = request.header("idempotency-key", key).header("content-type", "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let answer = router.oneshot(request.body(body).unwrap()).await.unwrap();
        let status = answer.status().as_u16();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

testkit::on_both_engines! { catalogue();
    async fn a_request_is_filed_seen_and_answered(db: Database) {
        let w = World::new(db).await;
        let trace = w.room.app.cx(Caller::System).request_id.to_string();
        let told = json!({ "code": "web.timed-out", "trace_id": trace, "place": "/search?text=Петрова", "comment": "Не открылось" });
        let (status, filed) = w.ask(w.anna, ("POST", "requests"), "one", Some(told.clone())).await;
        assert_eq!(status, 201, "{filed}");
        assert_eq!((filed["place"].as_str(), filed["trace_id"].as_str()), (Some("/search"), Some(trace.as_str())));
        let (_, again) = w.ask(w.anna, ("POST", "requests"), "one", Some(told)).await;
        assert_eq!(again["request_id"], filed["request_id"], "asked twice, filed once");
        assert_eq!(w.ask(w.boris, ("GET", "requests"), "", None).await.1["items"], json!([]));
        assert_eq!(w.ask(w.boris, ("GET", "requests/all"), "", None).await.0, 403);
        let answer = format!("requests/{}/answer", filed["request_id"].as_str().unwrap());
        let said = Some(json!({ "text": " Исправлено " }));
        for other in [w.anna, w.boris] {
            assert_eq!(w.ask(other, ("PUT", &answer), "", said.clone()).await.0, 403);
        }
        assert_eq!(w.ask(w.administrator, ("PUT", &answer), "", Some(json!({ "text": " " }))).await.0, 422);
        assert_eq!(w.ask(w.administrator, ("PUT", &answer), "", said.clone()).await.0, 204);
        let nowhere = format!("requests/{trace}/answer");
        assert_eq!(w.ask(w.administrator, ("PUT", &nowhere), "", said).await.0, 404);
        let (_, all) = w.ask(w.administrator, ("GET", "requests/all"), "", None).await;
        assert_eq!(all["items"].as_array().unwrap().len(), 1);
        let (_, own) = w.ask(w.anna, ("GET", "requests"), "", None).await;
        assert_eq!(own["items"][0]["answer"], json!("Исправлено"));
        let cx = w.room.app.cx(Caller::System);
        assert_eq!(support::sweep(&w.room.app.store, &cx).await.unwrap(), 0);
        w.clock.advance(Duration::from_secs(366 * 24 * 3600));
        let cx = w.room.app.cx(Caller::System);
        assert_eq!(support::sweep(&w.room.app.store, &cx).await.unwrap(), 1);
    }

    async fn a_person_has_so_many_that_wait(db: Database) {
        let w = World::new(db).await;
        let told = |code: &str| Some(json!({ "code": code, "place": "/" }));
        for number in 0..20 {
            let key = format!("key-{number}");
            assert_eq!(w.ask(w.anna, ("POST", "requests"), &key, told("client.error")).await.0, 201);
        }
        let (status, refused) = w.ask(w.anna, ("POST", "requests"), "more", told("client.error")).await;
        assert_eq!((status, refused["code"].as_str()), (409, Some("support.too-many-requests")));
        assert_eq!(w.ask(w.boris, ("POST", "requests"), "his", told("client.error")).await.0, 201);
        assert_eq!(w.ask(w.boris, ("POST", "requests"), "odd", told("Client Error")).await.0, 422);
        let (_, first) = w.ask(w.anna, ("GET", "requests?limit=15"), "", None).await;
        let rest = format!("requests?limit=15&after={}", first["next"].as_str().unwrap());
        let (_, rest) = w.ask(w.anna, ("GET", &rest), "", None).await;
        assert_eq!((rest["items"].as_array().unwrap().len(), rest.get("next")), (5, None));
    }

    async fn a_diagnostics_is_shared_without_personal_data_for_a_time(db: Database) {
        let w = World::new(db).await;
        let checks = json!({ "checks": [
            { "name": "browser.version", "state": "good", "found": "Chromium 141.0.7390.54" },
            { "name": "signer.certificate", "state": "bad", "found": "Ромашкина Анна, anna@romashka.example, ИНН 9800000013" },
        ] });
        let (status, kept) = w.ask(w.anna, ("POST", "reports"), "one", Some(checks.clone())).await;
        assert_eq!(status, 201, "{kept}");
        assert_eq!(w.ask(w.anna, ("POST", "reports"), "one", Some(checks.clone())).await.0, 409, "the link is shown once");
        let token = kept["link"].as_str().unwrap().strip_prefix("/diagnostics/").unwrap().to_owned();
        let shared = format!("shared/{token}");
        let (status, report) = w.ask(Caller::Nobody, ("GET", &shared), "", None).await;
        assert_eq!(status, 200);
        assert_eq!(report["checks"][0]["found"], json!("Chromium 141.0.7390.54"));
        assert_eq!(report["checks"][1]["found"], json!("…"));
        for wrong in ["shared/svr_", "shared/x", &shared[..shared.len() - 1]] {
            assert_eq!(w.ask(w.anna, ("GET", wrong), "", None).await.0, 404, "{wrong}");
        }
        let own = format!("reports/{}", kept["report_id"].as_str().unwrap());
        assert_eq!(w.ask(w.boris, ("DELETE", &own), "", None).await.0, 404, "another person's is not there");
        assert_eq!(w.ask(w.anna, ("DELETE", &own), "", None).await.0, 204);
        assert_eq!(w.ask(Caller::Nobody, ("GET", &shared), "", None).await.0, 404);
        let (_, kept) = w.ask(w.anna, ("POST", "reports"), "two", Some(checks)).await;
        let shared = kept["link"].as_str().unwrap().replace("/diagnostics/", "shared/");
        w.clock.advance(Duration::from_secs(14 * 24 * 3600 - 1));
        assert_eq!(w.ask(Caller::Nobody, ("GET", &shared), "", None).await.0, 200);
        w.clock.advance(Duration::from_secs(1));
        assert_eq!(w.ask(Caller::Nobody, ("GET", &shared), "", None).await.0, 404);
        w.clock.advance(Duration::from_secs(1));
        let cx = w.room.app.cx(Caller::System);
        assert_eq!(support::sweep(&w.room.app.store, &cx).await.unwrap(), 1);
    }
}
