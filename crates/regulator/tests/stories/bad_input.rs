//! What is no container, comes from nobody known, or goes to nobody.

use crate::world::{Spoiled, World};
use regulator::catalogue;
use serde_json::json;
use testkit::Database;
use transport::technical::ContainerError;

testkit::on_both_engines! {
    catalogue();

    async fn what_is_no_container_is_refused(db: Database) {
        let w = World::new(db).await;
        let good = w.report("0087", 1, 0, Spoiled::No);
        for bytes in [Vec::new(), b"PK".to_vec(), good[..good.len() - 1].to_vec(), vec![0; 100_000]] {
            let (status, problem) = w.post(bytes).await;
            assert_eq!((status, problem["code"].as_str()), (422, Some("regulator.unreadable")));
        }
        assert_eq!(w.ask("GET", "/v1/containers/0123", None).await.0, 404);
        assert_eq!(w.ask("GET", "/v1/containers", None).await.0, 400);
        assert_eq!(w.ask("GET", "/v1/containers?operator=0SV&after=x", None).await.0, 400);
    }

    async fn an_unknown_authority_and_an_unknown_subscriber_are_errors_of_the_container(db: Database) {
        let w = World::empty(db).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        w.sent(w.report("7701", 2, 0, Spoiled::No)).await;
        let answers = w.answers().await;
        assert_eq!(answers.len(), 2);
        for answer in answers {
            assert_eq!((answer.transaction.as_str(), answer.type_code.as_str()), ("07.01", "01"));
            assert!(answer.is_signed && ContainerError::read(&answer.content).is_ok());
        }
    }

    async fn a_subscriber_is_refused_by_field(db: Database) {
        let w = World::empty(db).await;
        let good = json!({"inn": "7701000019", "kpp": "770101001", "name": "ООО", "operator": "0SV", "certificates": []});
        for (field, value) in [
            ("inn", json!("7701000018")),
            ("kpp", json!("77")),
            ("kpp", json!(null)),
            ("name", json!("")),
            ("operator", json!("0S")),
            ("certificates", json!(["AAAA"])),
            ("certificates", json!([])),
        ] {
            let mut body = good.clone();
            body["certificates"] = json!([base64(&w.root)]);
            body[field] = value;
            let (status, problem) = w.ask("PUT", "/v1/subscribers/0SV-7701", Some(body)).await;
            assert_eq!((status, problem["field"].as_str()), (422, Some(field)), "{problem}");
        }
    }

    async fn the_clock_goes_forwards_only(db: Database) {
        let w = World::empty(db).await;
        let (_, before) = w.ask("GET", "/v1/clock", None).await;
        assert_eq!(before, json!({"now": "2027-03-22T07:00:00.000000Z", "shift_seconds": 0}));
        let (status, problem) = w.ask("PUT", "/v1/clock", Some(json!({"set": "2027-03-22T06:59:59Z"}))).await;
        assert_eq!((status, problem["code"].as_str()), (422, Some("regulator.backwards")));
        w.ask("POST", "/v1/clock/advance", Some(json!({"seconds": 3_600}))).await;
        let (_, after) = w.ask("PUT", "/v1/clock", Some(json!({"set": "2027-03-23T07:00:00Z"}))).await;
        assert_eq!(after, json!({"now": "2027-03-23T07:00:00.000000Z", "shift_seconds": 86_400}));
        assert_eq!(w.ask("PUT", "/v1/clock", Some(json!({"set": "завтра"}))).await.0, 422);
        assert_eq!(w.ask("PUT", "/v1/clock", Some(json!({"set": "9999-01-01T00:00:00Z"}))).await.0, 422);
    }
}

fn base64(certificate: &pki::Certificate) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(certificate.to_der())
}
