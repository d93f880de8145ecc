//! The routes, as nobody, a stranger and an administrator call them.

use crate::accredited::{Listed, published};
use crate::cast::{Cast, DAY, list, now};
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

    async fn a_foreign_list_and_the_accredited_one_come_by_http_and_change_the_verdict(db: Database) {
        use base64::Engine as _;
        use base64::engine::general_purpose::STANDARD;
        use pki::Signer as _;
        let room = room(&db).await;
        let administrator = Some(user(1));
        let cast = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 120);
        let root = json!({ "certificates": cast.root.certificate().to_pem().unwrap() });
        assert_eq!(ask(&room, AUTHORITIES, administrator, Some(root)).await.0, StatusCode::OK);
        let xml = published(
            5,
            "2026-11-20",
            &[Listed { statuses: &[("Действует", "2026-01-01")], certificates: vec![cast.issuing.certificate()] }],
        );
        for (by, status) in [(None, StatusCode::UNAUTHORIZED), (Some(user(2)), StatusCode::FORBIDDEN)] {
            assert_eq!(ask(&room, AUTHORITIES, by, Some(json!({ "accredited_list": xml }))).await.0, status);
        }
        let foreign = STANDARD.encode(Cast::unqualified().sign(xml.as_bytes()));
        for signature in [foreign.as_str(), "!"] {
            let body = json!({ "accredited_list": xml, "signature": signature });
            let (status, problem) = ask(&room, AUTHORITIES, administrator, Some(body)).await;
            assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("trust.accredited.signature")));
        }
        let both = json!({ "accredited_list": xml, "certificates": cast.authorities_pem() });
        let alone = json!({ "certificates": cast.authorities_pem(), "signature": foreign });
        for body in [both, alone, json!({}), json!({ "signature": foreign })] {
            let (status, problem) = ask(&room, AUTHORITIES, administrator, Some(body)).await;
            assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("trust.one-of-two")));
        }
        let signature = STANDARD.encode(cast.sign(xml.as_bytes()));
        let (status, told) =
            ask(&room, AUTHORITIES, administrator, Some(json!({ "accredited_list": xml, "signature": signature }))).await;
        assert_eq!((status, told), (StatusCode::OK, json!({ "accredited": 1, "added": 1, "unread": 0 })));
        let (status, told) = ask(&room, AUTHORITIES, administrator, Some(json!({ "accredited_list": xml }))).await;
        assert_eq!((status, told), (StatusCode::OK, json!({ "accredited": 1, "added": 0, "unread": 0 })));
        let older = published(4, "2026-11-19", &[]);
        let (status, problem) = ask(&room, AUTHORITIES, administrator, Some(json!({ "accredited_list": older }))).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("trust.accredited.older")));
        let signer = crate::crafted::qualified_signer(&cast, "ООО «Ромашка»");
        let signature = pki::sign_detached(b"utd", &signer, pki::SignForm::CadesBes { at: now() }).unwrap();
        let verdict = || room.trust.verdict(b"utd", &signature, now());
        assert!(matches!(verdict().kind, trust::SignatureKind::QualifiedByList { .. }));
        assert_eq!(verdict().summary, trust::Summary::Undetermined);
        // lists of both, as DER in base64 and as PEM; then the signer is revoked
        let der = |list: &pki::RevocationList| json!({ "revocation_list": STANDARD.encode(list.to_der()) });
        let pem = |list: &pki::RevocationList| json!({ "revocation_list": list.to_pem().unwrap() });
        let of_root = list(&cast.root, 1, now(), Vec::new());
        assert_eq!(ask(&room, LISTS, administrator, Some(der(&of_root))).await.0, StatusCode::OK);
        let of_issuing = list(&cast.issuing, 1, now(), Vec::new());
        assert_eq!(ask(&room, LISTS, administrator, Some(pem(&of_issuing))).await.0, StatusCode::OK);
        assert!(verdict().is_proven());
        let revoked = pki::Revoked { at: now(), reason: pki::RevocationReason::KeyCompromise };
        let newer = list(&cast.issuing, 2, now(), vec![(signer.certificate().serial().clone(), revoked)]);
        // somebody else's list under this authority's name, and text that is nothing
        let forger = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 130);
        let forged = list(&forger.issuing, 9, now(), Vec::new());
        let (status, problem) = ask(&room, LISTS, administrator, Some(der(&forged))).await;
        assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("trust.list.signature")));
        let (_, problem) = ask(&room, LISTS, administrator, Some(json!({ "revocation_list": "список" }))).await;
        assert_eq!(problem["code"], "trust.unreadable");
        assert_eq!(ask(&room, LISTS, administrator, Some(der(&newer))).await.0, StatusCode::OK);
        assert_eq!(verdict().summary, trust::Summary::Failed);
        // and the one before it does not bring the signer back
        let (status, problem) = ask(&room, LISTS, administrator, Some(pem(&list(&cast.issuing, 1, now().minus(DAY), Vec::new())))).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("trust.list.older")));
        assert_eq!(verdict().summary, trust::Summary::Failed);
    }
}
