//! Tasks that colleagues give each other, and the bell as it rings.

use crate::house::{DAY, FOUNDER, House};
use crate::world::{Answer, catalogue};
use axum::body::Body;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use kernel::{Caller, Cx};
use serde_json::{Value, json};
use std::time::Duration;
use testkit::Database;
use tower::ServiceExt as _;

/// Between two acts: ids of one moment stand in no order.
const STEP: Duration = Duration::from_secs(1);

impl House {
    async fn gives(&self, token: &str, body: Value) -> Answer {
        self.w.clock.advance(STEP);
        self.w.post(&format!("{}/tasks", self.home), token, body).await
    }

    async fn acts(&self, token: &str, task: &str, act: &str) -> (StatusCode, String, String) {
        self.w.clock.advance(STEP);
        let body =
            if act == "return" { json!({ "reason": "Нет доступа к ценам" }) } else { Value::Null };
        let answer = self.w.post(&format!("{}/tasks/{task}/{act}", self.home), token, body).await;
        let state = answer.body["state"].as_str().unwrap_or_default().to_owned();
        (answer.status, answer.code().to_owned(), state)
    }

    async fn tasks(&self, token: &str, side: &str) -> (Vec<String>, i64) {
        let answer = self.w.get(&format!("{}/tasks?side={side}", self.home), token).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let items = answer.body["items"].as_array().unwrap().iter();
        let shown = items.map(|one| format!("{}: {}", one["text"].as_str().unwrap(), one["state"].as_str().unwrap()));
        (shown.collect(), answer.body["open"].as_i64().unwrap())
    }
}

/// What the open answer says next; nothing at its end.
async fn frame(body: &mut Body) -> Option<String> {
    let frame = body.frame().await?.unwrap();
    Some(String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap())
}

fn over() -> (StatusCode, String, String) {
    (StatusCode::GONE, "account.task.over".to_owned(), String::new())
}

testkit::on_both_engines! {
    catalogue();

    async fn a_task_is_given_done_returned_and_withdrawn(db: Database) {
        let h = House::new(&db).await;
        let (anna, anna_token) = h.w.member(&h.founder.1, &h.id, "anna@romashka.example", &["read"]).await;
        let (_, boris_token) = h.w.member(&h.founder.1, &h.id, "boris@romashka.example", &["read"]).await;
        let mut given = Vec::new();
        for text in ["Проверить цены", "Позвонить", "Подписать"] {
            let answer = h.gives(&h.founder.1, json!({ "text": text, "to_user_id": anna, "due_on": "2026-12-01" })).await;
            assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
            given.push(answer.text("/task_id"));
        }
        assert_eq!(h.tasks(&anna_token, "mine").await, (vec!["Подписать: open".into(), "Позвонить: open".into(), "Проверить цены: open".into()], 3));
        assert_eq!(h.tasks(&boris_token, "mine").await, (vec![], 0));
        assert_eq!(h.tasks(&h.founder.1, "given").await.0.len(), 3);
        assert_eq!(h.acts(&boris_token, &given[0], "done").await.1, "account.not-found");
        assert_eq!(h.acts(&h.founder.1, &given[0], "done").await.1, "account.task.of-other");
        assert_eq!(h.acts(&anna_token, &given[0], "withdraw").await.1, "account.task.of-other");
        let went = |state: &str| (StatusCode::OK, String::new(), state.to_owned());
        assert_eq!(h.acts(&anna_token, &given[0], "done").await, went("done"));
        assert_eq!(h.acts(&anna_token, &given[1], "return").await, went("returned"));
        assert_eq!(h.acts(&h.founder.1, &given[2], "withdraw").await, went("withdrawn"));
        for task in &given {
            assert_eq!(h.acts(&anna_token, task, "done").await, over());
            assert_eq!(h.acts(&h.founder.1, task, "withdraw").await, over());
        }
        assert_eq!(h.tasks(&anna_token, "mine").await.1, 0);
        assert_eq!(h.bells(&h.founder.1).await.0, [
            "Бухгалтер возвращает поручение «Позвонить»: Нет доступа к ценам", "Поручение выполнено (Бухгалтер): Проверить цены",
        ]);
        assert_eq!(h.bells(&anna_token).await.0, [
            "Бухгалтер отзывает поручение: Подписать", "Бухгалтер поручает вам: Подписать", "Бухгалтер поручает вам: Позвонить",
            "Бухгалтер поручает вам: Проверить цены",
        ]);
        let later = Cx { now: h.w.app.cx(Caller::System).now.plus(account::TASK_KEPT + DAY), ..h.w.app.cx(Caller::System) };
        account::sweep(&h.w.app.store, &later).await.unwrap();
        assert_eq!(h.tasks(&h.signs_in(FOUNDER).await, "given").await.0, Vec::<String>::new());
    }

    async fn a_department_is_everybody_of_it(db: Database) {
        let h = House::new(&db).await;
        let root = h.root().await;
        let (sales, store) = (h.department(&root, "Продажи").await, h.department(&root, "Склад").await);
        let mut people = Vec::new();
        for (login, department) in [("anna", &sales), ("boris", &sales), ("clara", &store)] {
            let (user_id, token) = h.w.member(&h.founder.1, &h.id, &format!("{login}@romashka.example"), &["read"]).await;
            let rights = json!({ "permissions": ["read"], "departments": [department] });
            let set = h.w.put(&format!("{}/members/{user_id}", h.home), &h.founder.1, rights).await;
            assert_eq!(set.status, StatusCode::OK, "{}", set.body);
            people.push(token);
        }
        let task = h.gives(&people[2], json!({ "text": "Уточнить остатки", "to_department_id": sales })).await.text("/task_id");
        assert_eq!(h.tasks(&people[0], "mine").await, (vec!["Уточнить остатки: open".into()], 1));
        assert_eq!(h.tasks(&people[1], "mine").await.1, 1);
        assert_eq!(h.tasks(&people[2], "mine").await.1, 0, "who gave it is of another department");
        assert_eq!(h.tasks(&h.founder.1, "mine").await.1, 1, "who reaches all departments may do it too");
        assert_eq!(h.bells(&people[1]).await.1, 1);
        assert_eq!(h.bells(&h.founder.1).await.1, 0, "but is not told of everything");
        assert_eq!(h.acts(&people[1], &task, "done").await.0, StatusCode::OK);
        assert_eq!(h.acts(&people[0], &task, "return").await, over());
        assert_eq!(h.bells(&people[2]).await.1, 1);
    }

    async fn what_cannot_be_given(db: Database) {
        let h = House::new(&db).await;
        let (anna, _) = h.w.member(&h.founder.1, &h.id, "anna@romashka.example", &["read"]).await;
        let (stranger, stranger_token) = h.w.person("buh@vasilek.example").await;
        let root = h.root().await;
        let old = h.department(&root, "Архив").await;
        h.w.post(&format!("{}/departments/{old}/archive", h.home), &h.founder.1, Value::Null).await;
        let document = json!({ "box_id": h.id, "document_id": h.id });
        for (body, code) in [
            (json!({ "text": " ", "to_user_id": anna }), "account.organization.text-form"),
            (json!({ "text": "Да", "to_user_id": anna, "to_department_id": root }), "account.task.receiver"),
            (json!({ "text": "Да" }), "account.task.receiver"),
            (json!({ "text": "Да", "to_user_id": stranger }), "account.not-found"),
            (json!({ "text": "Да", "to_department_id": h.id }), "account.not-found"),
            (json!({ "text": "Да", "to_department_id": old }), "account.department.archived"),
            (json!({ "text": "Да", "to_user_id": anna, "due_on": "2026-11-21" }), "account.task.due"),
            (json!({ "text": "Да", "to_user_id": anna, "due_on": "завтра" }), "account.organization.text-form"),
            (json!({ "text": "Да", "to_user_id": anna, "document": document }), "account.not-found"),
        ] {
            assert_eq!(h.gives(&h.founder.1, body.clone()).await.code(), code, "{body}");
        }
        assert_eq!(h.gives(&stranger_token, json!({ "text": "Да", "to_user_id": anna })).await.code(), "account.not-found");
        let listed = h.w.get(&format!("{}/tasks?side=all", h.home), &h.founder.1).await;
        assert_eq!(listed.code(), "web.query");
        let names = h.admin_get("/colleagues").await;
        assert!(names["items"].as_array().unwrap().iter().all(|one| one.get("login").is_none()), "{names}");
    }

    async fn the_bell_rings_by_itself_and_ends_with_the_sign_in(db: Database) {
        let h = House::new(&db).await;
        let (anna, token) = h.w.member(&h.founder.1, &h.id, "anna@romashka.example", &["read"]).await;
        let request = Request::get("/api/v1/account/notices/live").header(header::AUTHORIZATION, format!("Bearer {token}"));
        let answer = h.w.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
        let mut body = answer.into_body();
        let mut told = String::new();
        while !told.contains("\"unread\":0") {
            told.push_str(&frame(&mut body).await.unwrap());
        }
        h.gives(&h.founder.1, json!({ "text": "Проверить цены", "to_user_id": anna })).await;
        while !told.contains("\"unread\":1") {
            told.push_str(&frame(&mut body).await.unwrap());
        }
        let left = h.w.delete("/api/v1/account/sign-ins/current", &token).await;
        assert_eq!(left.status, StatusCode::NO_CONTENT);
        while frame(&mut body).await.is_some() {}
    }
}
