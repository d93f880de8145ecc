//! What goes wrong on demand goes wrong just so, and real terms run by the simulator's clock.

use crate::world::{Answer, Spoiled, World};
use regulator::catalogue;
use serde_json::json;
use testkit::Database;

fn transactions(answers: &[Answer]) -> Vec<&str> {
    answers.iter().map(|one| one.transaction.as_str()).collect()
}

async fn set(w: &World, faults: serde_json::Value) {
    let (status, told) = w.ask("PUT", "/v1/faults", Some(faults)).await;
    assert_eq!(status, 200, "{told}");
}

async fn advance(w: &World, seconds: u32) {
    assert_eq!(w.ask("POST", "/v1/clock/advance", Some(json!({ "seconds": seconds }))).await.0, 200);
    w.run_jobs().await;
}

testkit::on_both_engines! {
    catalogue();

    async fn an_answer_is_lost_doubled_or_overtaken(db: Database) {
        let w = World::new(db).await;
        set(&w, json!({"lose": 1, "only": ["acceptance"]})).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        assert_eq!(transactions(&w.answers().await), ["01.02"]);
        set(&w, json!({"double": 1})).await;
        w.sent(w.report("0087", 2, 1, Spoiled::No)).await;
        assert_eq!(transactions(&w.answers().await)[1..], ["01.02", "01.02", "01.04"]);
        set(&w, json!({"out_of_order": 1})).await;
        w.sent(w.report("0087", 3, 2, Spoiled::No)).await;
        assert_eq!(transactions(&w.answers().await)[4..], ["01.04", "01.02"]);
        assert_eq!(w.ask("GET", "/v1/faults", None).await.1["lose"], 0);
    }

    async fn what_nothing_overtakes_comes_in_the_end(db: Database) {
        let w = World::new(db).await;
        set(&w, json!({"out_of_order": 2, "lose": 0})).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        assert_eq!(w.answers().await, []);
        advance(&w, 3_600).await;
        assert_eq!(w.answers().await.len(), 2);
    }

    async fn signatures_and_answers_are_wrong_on_demand(db: Database) {
        let w = World::new(db).await;
        set(&w, json!({"wrong_signature": 1, "only": ["acceptance"]})).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        set(&w, json!({"wrong_answer": 1, "only": ["acceptance"]})).await;
        w.sent(w.report("0087", 2, 1, Spoiled::No)).await;
        let answers = w.answers().await;
        assert_eq!(answers.iter().map(|one| one.is_signed).collect::<Vec<_>>(), [true, false, true, true]);
        let named = |at: usize| answers[at].root().at(&["Документ", "СвКвит", "ИмяОбрабФайла"]).unwrap().text();
        assert!(named(1).starts_with("NO_USN_0087_0087_7701000019770101001_"));
        assert!(named(3).starts_with("NO_USN_0087_0087_0000000000000000000_"));
    }

    async fn an_outage_ends_by_the_clock(db: Database) {
        let w = World::new(db).await;
        set(&w, json!({"outage_until": "2027-03-22T08:00:00Z"})).await;
        assert_eq!(w.post(w.report("0087", 1, 0, Spoiled::No)).await.0, 503);
        assert_eq!(w.ask("GET", "/v1/containers?operator=0SV", None).await.0, 503);
        assert_eq!(w.ask("GET", "/v1/authorities", None).await.0, 200);
        advance(&w, 3_600).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        assert_eq!(w.answers().await.len(), 2);
    }

    async fn real_terms_and_delays_run_by_the_clock(db: Database) {
        let w = World::new(db).await;
        assert_eq!(w.ask("PUT", "/v1/pace", Some(json!({"pace": "real"}))).await.0, 204);
        set(&w, json!({"delay_seconds": 60})).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        assert_eq!(w.answers().await, []);
        advance(&w, 4 * 3_600).await;
        assert_eq!(w.answers().await, [], "a minute later than the term");
        advance(&w, 60).await;
        assert_eq!(transactions(&w.answers().await), ["01.02"]);
        advance(&w, 24 * 3_600).await;
        assert_eq!(transactions(&w.answers().await), ["01.02", "01.04"]);
        w.sent(w.confirmation("0087", 1)).await;
        advance(&w, 24 * 3_600).await;
        assert_eq!(w.answers().await.len(), 2);
        advance(&w, 24 * 3_600).await;
        assert_eq!(transactions(&w.answers().await)[2..], ["01.07"]);
    }

    async fn wrong_faults_are_refused(db: Database) {
        let w = World::empty(db).await;
        for (field, body) in [
            ("lose", json!({"lose": 10_001})),
            ("delay_seconds", json!({"delay_seconds": 4_000_000_000_u32})),
            ("outage_until", json!({"outage_until": "скоро"})),
        ] {
            let (status, problem) = w.ask("PUT", "/v1/faults", Some(body)).await;
            assert_eq!((status, problem["field"].as_str()), (422, Some(field)), "{problem}");
        }
        assert_eq!(w.ask("PUT", "/v1/faults", Some(json!({"surprise": 1}))).await.0, 400);
        assert_eq!(w.ask("PUT", "/v1/faults", Some(json!({"only": ["never"]}))).await.0, 422);
    }
}
