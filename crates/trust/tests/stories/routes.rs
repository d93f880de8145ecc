//! The routes, as nobody, a stranger and an administrator call them.

use crate::cast::{Cast, list, now};
use axum::body::Body;
use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use kernel::{Caller, Chance, SignInId, TypedId as _, UserId, uuid::Uuid};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::Catalogue;
use testkit::{Database, HandClock};
use tower::ServiceExt as _;
use trust::{Room, Trust};
use web::{App, Limits};

const AUTHORITIES: &str = "/api/v1/trust/authorities";
const LISTS: &str = "/api/v1/trust/revocation-lists";

fn catalogue() -> Catalogue {
    Catalogue::new().with(web::MIGRATIONS, web::STATEMENTS).with(trust::MIGRATIONS, trust::STATEMENTS)
}

fn user(number: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number))
}

async fn room(db: &Database) -> Room {
    let store = db.open().await;
    let trust = Trust::open(&store).await.unwrap();
    let clock = Arc::new(HandClock::at(now()));
    let texts = Arc::new(crate::report::texts());
    let app = App::new(store, clock, Chance::from_seed([3; 32]), texts, Limits::default());
    Room { app, trust, administrators: Arc::new(BTreeSet::from([user(1)])) }
}

async fn ask(room: &Room, path: &str, by: Option<UserId>, body: Option<Value>) -> (StatusCode, Value) {
    let (router, _) = web::assemble([trust::router(room.clone())]);
    let request = Request::builder().uri(path).method(if body.is_some() { "POST" } else { "GET" });
    let request = request.header("content-type", "application/json");
    let mut request = request.body(body.map_or_else(Body::empty, |body| Body::from(body.to_string()))).unwrap();
    if let Some(user_id) = by {
        let sign_in_id = SignInId::from_uuid(Uuid::from_u128(9));
        request.extensions_mut().insert(Caller::User { user_id, sign_in_id, integrator_key_id: None });
    }
    let answer = router.oneshot(request).await.unwrap();
    let status = answer.status();
    let octets = answer.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&octets).unwrap())
}

testkit::on_both_engines! {
    catalogue();

    async fn only_administrators_change_what_is_trusted(db: Database) {
        let room = room(&db).await;
        let cast = Cast::unqualified();
        let authorities = || Some(json!({ "certificates": cast.authorities_pem() }));
        let lists = || Some(json!({ "revocation_list": list(&cast.issuing, 1, now(), Vec::new()).to_pem().unwrap() }));
        for (by, status) in [(None, StatusCode::UNAUTHORIZED), (Some(user(2)), StatusCode::FORBIDDEN)] {
            assert_eq!(ask(&room, AUTHORITIES, by, authorities()).await.0, status);
            assert_eq!(ask(&room, LISTS, by, lists()).await.0, status);
        }
        let (status, problem) = ask(&room, LISTS, Some(user(1)), lists()).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("trust.list.issuer-unknown")));
        let (status, imported) = ask(&room, AUTHORITIES, Some(user(1)), authorities()).await;
        assert_eq!((status, &imported["added"]), (StatusCode::OK, &json!(2)));
        assert_eq!(ask(&room, LISTS, Some(user(1)), lists()).await.0, StatusCode::OK);
        let (status, trusted) = ask(&room, AUTHORITIES, None, None).await;
        assert_eq!((status, &trusted["revocation_lists"]), (StatusCode::OK, &json!(1)));
        let items = trusted["authorities"].as_array().unwrap();
        assert_eq!(items.len(), 2);
        assert!(items.iter().all(|item| item["mark"] == "НЕКВАЛИФИЦИРОВАННЫЙ" && item["origin"] == "imported"));
    }
}
