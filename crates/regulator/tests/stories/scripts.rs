//! What an authority sends of its own accord, and what the page does.

use crate::world::{ROMASHKA, World};
use axum::body::Body;
use axum::http::Request;
use regulator::catalogue;
use serde_json::json;
use testkit::Database;

testkit::on_both_engines! {
    catalogue();

    async fn a_demand_comes_at_its_moment_sealed_and_signed(db: Database) {
        let w = World::new(db).await;
        let demand = json!({"kind": "demand", "authority": "0087", "subscriber": ROMASHKA, "title": "О пояснениях",
            "text": "Поясните расхождения.", "files": 2, "at": "2027-03-23T07:00:00Z"});
        let (status, told) = w.ask("POST", "/v1/scripts", Some(demand.clone())).await;
        assert_eq!(status, 201, "{told}");
        w.run_jobs().await;
        assert_eq!(w.feed().await.len(), 0);
        w.ask("POST", "/v1/clock/advance", Some(json!({"seconds": 86_400}))).await;
        w.run_jobs().await;
        let [demand_came] = w.feed().await.try_into().unwrap();
        let documents = w.open_all(&demand_came);
        assert_eq!(documents.iter().map(|one| one.type_code.as_str()).collect::<Vec<_>>(), ["01", "03", "03"]);
        assert!(documents.iter().all(|one| one.is_signed && one.transaction == "10.01"));
        let first = documents[0].root();
        assert_eq!(first.at(&["Документ", "ДокНапрИзНО", "ИнфСообДок"]).unwrap().attribute("КНД_Док"), Some("1165050"));
        assert!(String::from_utf8(documents[1].content.clone()).unwrap().starts_with("СИМУЛЯТОР, НЕ ФНС"));
        w.sent(w.demand_answer(&demand_came)).await;
        let answers = w.answers_from(1).await;
        assert_eq!((answers.len(), answers[0].transaction.as_str()), (1, "10.05"));
        for (field, value) in [("authority", json!("7701")), ("subscriber", json!("nobody")), ("title", json!(" ")),
            ("knd", json!("12")), ("files", json!(0)), ("at", json!("завтра"))] {
            let mut wrong = demand.clone();
            wrong[field] = value;
            let (status, problem) = w.ask("POST", "/v1/scripts", Some(wrong)).await;
            assert_eq!((status, problem["field"].as_str()), (422, Some(field)), "{problem}");
        }
    }

    async fn the_page_turns_what_the_api_turns_and_says_what_it_is(db: Database) {
        let w = World::new(db).await;
        let form = |path: &str, body: &'static str, site: &str| {
            Request::post(path).header("sec-fetch-site", site).body(Body::from(body)).unwrap()
        };
        for (path, body) in [
            ("/hands/clock", "seconds=3600"),
            ("/hands/pace", "pace=real"),
            ("/hands/faults", "lose=1&double=0&out_of_order=0&wrong_signature=0&wrong_answer=0&delay_seconds=0&outage_until="),
            ("/hands/scripts", "kind=letter&authority=0087&subscriber=0SV-7701000019-770101001&title=A&text=B"),
        ] {
            let (status, told) = w.send(form(path, body, "same-origin")).await;
            assert_eq!(status, 303, "{path} {}", String::from_utf8_lossy(&told));
            assert_eq!(w.send(form(path, body, "cross-site")).await.0, 422, "{path} from another site");
            assert_eq!(w.send(form(path, "x=y", "none")).await.0, 422, "{path}");
        }
        w.run_jobs().await;
        assert_eq!(w.ask("GET", "/v1/clock", None).await.1["shift_seconds"], 3_600);
        assert_eq!(w.ask("GET", "/v1/faults", None).await.1["lose"], 1);
        let (status, page) = w.send(Request::get("/").body(Body::empty()).unwrap()).await;
        let page = String::from_utf8(page).unwrap();
        assert_eq!((status, page.matches("СИМУЛЯТОР, НЕ ФНС: инспекция").count()), (200, 6), "{page}");
        assert!(page.contains("ПисьмоНО") && page.contains("22.03.2027 11:00"), "{page}");
        assert!(!page.contains("style=") && !page.contains("<script"));
    }
}
