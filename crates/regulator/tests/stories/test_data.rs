//! A test payer out of the box files a report that is accepted: what the generator makes is good.

use crate::world::World;
use regulator::catalogue;
use serde_json::{Value, json};
use testkit::Database;

testkit::on_both_engines! {
    catalogue();

    async fn a_test_payer_has_a_key_under_the_simulators_root(db: Database) {
        let w = World::empty(db).await;
        for (kind, digits, has_kpp) in [("company", 10, true), ("person", 12, false)] {
            let (status, made) = w.ask("POST", "/v1/test-data/payers", Some(json!({ "kind": kind }))).await;
            assert_eq!((status, made["simulator"] == json!(true)), (201, true), "{made}");
            assert_eq!((made["inn"].as_str().unwrap().len(), made["kpp"] != Value::Null), (digits, has_kpp));
            let signer = w.signer_of(&made);
            assert!(w.is_under_root(&signer), "{made}");
        }
        for wrong in [json!({"kind": "company", "name": "я".repeat(300)}), json!({"kind": "company", "name": ""})] {
            let (status, problem) = w.ask("POST", "/v1/test-data/payers", Some(wrong)).await;
            assert_eq!((status, problem["field"].as_str()), (422, Some("name")), "{problem}");
        }
        assert_eq!(w.ask("POST", "/v1/test-data/payers", Some(json!({"kind": "tree"}))).await.0, 422);
    }
}
