//! Roles, departments, delegations, requests for access, notices: what people do together, over HTTP.

use crate::house::{DAY, FOUNDER, House};
use crate::world::{Ask, catalogue, romashka};
use account::{DepartmentAccess, DepartmentId, Permission};
use axum::body::Body;
use http::{Method, Request, StatusCode};
use kernel::{Caller, Cx, OrganizationId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use testkit::Database;

testkit::on_both_engines! {
    catalogue();

    async fn roles_let_do_and_take_back(db: Database) {
        let h = House::new(&db).await;
        let (anna, token) = h.w.member(&h.founder.1, &h.id, "anna@romashka.example", &[]).await;
        assert_eq!(h.w.get(&h.home, &token).await.code(), "account.member.forbidden");
        assert_eq!(h.has_roles(&anna, &["accountant"]).await.0, StatusCode::NO_CONTENT);
        assert_eq!(h.w.get(&h.home, &token).await.status, StatusCode::OK);
        assert!(h.may(&anna, Permission::Send).await.is_some() && h.may(&anna, Permission::Sign).await.is_none());
        let body = json!({ "name": "Подписант", "permissions": ["sign"] });
        let made = h.w.post(&format!("{}/roles", h.home), &h.founder.1, body.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let own = made.text("/role");
        let twice = h.w.post(&format!("{}/roles", h.home), &h.founder.1, body).await;
        assert_eq!((twice.status, twice.code()), (StatusCode::CONFLICT, "account.role.name-taken"));
        assert_eq!(h.has_roles(&anna, &["reader", &own]).await.0, StatusCode::NO_CONTENT);
        assert!(h.may(&anna, Permission::Send).await.is_none() && h.may(&anna, Permission::Sign).await.is_some());
        let listed = h.admin_get("/roles").await;
        let names: Vec<_> = listed["items"].as_array().unwrap().iter().map(|role| role["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Наблюдатель", "Первичные документы", "Бухгалтер", "Руководитель", "Администратор", "Подписант"]);
        let path = format!("{}/roles/{own}", h.home);
        let changed = h.w.put(&path, &h.founder.1, json!({ "name": "Отправитель", "permissions": ["send"] })).await;
        assert_eq!((changed.status, changed.text("/name").as_str()), (StatusCode::OK, "Отправитель"));
        assert!(h.may(&anna, Permission::Send).await.is_some() && h.may(&anna, Permission::Sign).await.is_none());
        assert_eq!(h.w.delete(&path, &h.founder.1).await.status, StatusCode::NO_CONTENT);
        assert!(h.may(&anna, Permission::Send).await.is_none());
        assert_eq!(h.w.delete(&path, &h.founder.1).await.code(), "account.not-found");
        assert_eq!(h.has_roles(&anna, &[&own]).await.1, "account.not-found");
        assert_eq!(h.has_roles(&anna, &["boss"]).await.1, "account.not-found");
        assert_eq!(h.has_roles(&h.w.person("x@vasilek.example").await.0, &["reader"]).await.1, "account.not-found");
    }

    async fn one_administrator_remains_by_whatever_way(db: Database) {
        let h = House::new(&db).await;
        let (founder, token) = h.founder.clone();
        let members = format!("{}/members", h.home);
        let plain = json!({ "permissions": ["read"] });
        let refused = h.w.put(&format!("{members}/{founder}"), &token, plain.clone()).await;
        assert_eq!(refused.code(), "account.member.last-administrator");
        assert!(h.may(&founder, Permission::Sign).await.is_some(), "the refused change left nothing");
        assert_eq!(h.has_roles(&founder, &["administrator"]).await.0, StatusCode::NO_CONTENT);
        assert_eq!(h.w.put(&format!("{members}/{founder}"), &token, plain).await.status, StatusCode::OK);
        assert_eq!(h.has_roles(&founder, &[]).await.1, "account.member.last-administrator");
        let made = h.w.post(&format!("{}/roles", h.home), &token, json!({ "name": "Хозяин", "permissions": ["administer"] })).await;
        let own = made.text("/role");
        assert_eq!(h.has_roles(&founder, &[&own]).await.0, StatusCode::NO_CONTENT);
        let path = format!("{}/roles/{own}", h.home);
        assert_eq!(h.w.delete(&path, &token).await.code(), "account.member.last-administrator");
        let weaker = json!({ "name": "Хозяин", "permissions": ["read"] });
        assert_eq!(h.w.put(&path, &token, weaker).await.code(), "account.member.last-administrator");
        assert_eq!(h.w.delete(&format!("{members}/{founder}"), &token).await.code(), "account.member.last-administrator");
    }

    async fn departments_are_a_tree(db: Database) {
        let h = House::new(&db).await;
        let root = h.root().await;
        let sales = h.department(&root, "Продажи").await;
        let north = h.department(&sales, "Север").await;
        let path = |id: &str| format!("{}/departments/{id}", h.home);
        let token = h.founder.1.as_str();
        let becomes = async |id: &str, parent: Option<&str>, name: &str| {
            let (path, body) = (path(id), json!({ "parent_id": parent, "name": name }));
            h.w.put(&path, token, body).await
        };
        for (answer, code) in [
            (becomes(&sales, Some(&north), "Продажи").await, "account.department.cycle"),
            (becomes(&root, Some(&sales), "Ромашка").await, "account.department.root"),
            (becomes(&sales, None, "Продажи").await, "account.department.root"),
            (becomes(&sales, Some(&h.id), "Продажи").await, "account.not-found"),
            (becomes(&h.id, Some(&root), "Продажи").await, "account.not-found"),
            (becomes(&sales, Some(&root), " ").await, "account.user.name-form"),
            (h.w.ask(Method::POST, &format!("{}/archive", path(&sales)), Ask { token: Some(token), ..Ask::default() }).await, "account.department.not-empty"),
            (h.w.ask(Method::POST, &format!("{}/archive", path(&root)), Ask { token: Some(token), ..Ask::default() }).await, "account.department.root"),
        ] {
            assert_eq!(answer.code(), code, "{}", answer.body);
        }
        assert_eq!(becomes(&north, Some(&root), "Север и запад").await.status, StatusCode::OK);
        assert_eq!(becomes(&root, None, "Ромашка").await.text("/name"), "Ромашка");
        let archive = async |id: &str, what: &str| {
            let path = format!("{}/{what}", path(id));
            h.w.ask(Method::POST, &path, Ask { token: Some(token), ..Ask::default() }).await
        };
        assert_eq!(archive(&sales, "archive").await.status, StatusCode::OK);
        let names = async || {
            let listed = h.admin_get("/departments").await;
            let items = listed["items"].as_array().unwrap().clone();
            items.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
        };
        assert_eq!(names().await, ["Ромашка".to_owned(), "Север и запад".to_owned()].into());
        let body = json!({ "user_id": h.w.person("anna@romashka.example").await.0,
            "rights": { "permissions": ["read"], "departments": [sales] } });
        let refused = h.w.post(&format!("{}/members", h.home), token, body).await;
        assert_eq!(refused.code(), "account.not-found", "an archived department is given to nobody");
        h.department(&root, "Продажи").await;
        assert_eq!(archive(&sales, "restore").await.code(), "account.department.name-taken");
    }

    async fn a_delegation_lends_for_a_time_and_both_are_told(db: Database) {
        let h = House::new(&db).await;
        let (boris, boris_token) = h.w.member(&h.founder.1, &h.id, "boris@romashka.example", &["read"]).await;
        let (anna, anna_token) = h.w.member(&h.founder.1, &h.id, "anna@romashka.example", &["read", "sign"]).await;
        let lent = h.delegates(&anna_token, &boris, &["sign"], (1, 3)).await;
        assert_eq!(lent.status, StatusCode::CREATED, "{}", lent.body);
        assert_eq!(h.bells(&boris_token).await.0, ["Вы замещаете сотрудника Бухгалтер в организации ООО «Ромашка» с 23.11.2026 по 25.11.2026."]);
        assert_eq!(h.bells(&anna_token).await.0, ["Вас замещает Бухгалтер в организации ООО «Ромашка» с 23.11.2026 по 25.11.2026."]);
        assert!(h.may(&boris, Permission::Sign).await.is_none(), "not yet");
        h.w.clock.advance(DAY);
        assert_eq!(h.may(&boris, Permission::Sign).await, Some(DepartmentAccess::All));
        let boris_token = h.signs_in("boris@romashka.example").await;
        let anna_token = h.signs_in("anna@romashka.example").await;
        let h = House { founder: (h.founder.0.clone(), h.signs_in(FOUNDER).await), ..h };
        for (token, to, permissions, days, code) in [
            (&boris_token, &h.founder.0, &["sign"][..], (0, 1), "account.delegation.beyond-own"),
            (&anna_token, &boris, &["send"], (0, 1), "account.delegation.beyond-own"),
            (&h.founder.1, &boris, &["administer"], (0, 1), "account.delegation.beyond-own"),
            (&anna_token, &anna, &["sign"], (0, 1), "account.delegation.to-self"),
            (&anna_token, &boris, &["sign"], (2, 1), "account.delegation.time"),
            (&anna_token, &boris, &["sign"], (0, 400), "account.delegation.time"),
            (&anna_token, &h.id, &["sign"], (0, 1), "account.not-found"),
        ] {
            let refused = h.delegates(token, to, permissions, days).await;
            assert_eq!(refused.code(), code, "{}", refused.body);
        }
        let id: OrganizationId = h.id.parse().unwrap();
        let system = h.w.app.cx(Caller::System);
        let caller = Caller::User { user_id: boris.parse().unwrap(), sign_in_id: system.new_id(), integrator_key_id: None };
        let cx = Cx { caller, ..system };
        for permission in [Permission::Sign, Permission::Read] {
            let acted = h.w.app.store.write(&cx, permission, move |tx, cx, permission| {
                Box::pin(async move {
                    let scope = account::authorize(tx, cx, id, *permission).await?;
                    account::note_act(tx, cx, &scope, "test.sign").await?;
                    Ok::<_, store::No<account::AccountRefusal>>(scope.delegation())
                })
            });
            assert_eq!(acted.await.unwrap().is_some(), permission == Permission::Sign);
        }
        let path = format!("{}/delegations/{}", h.home, lent.text("/delegation_id"));
        let acts = h.w.get(&format!("{path}/acts"), &anna_token).await.body;
        assert_eq!(acts["items"].as_array().unwrap().len(), 1, "only what needed it says so: {acts}");
        assert_eq!((&acts["items"][0]["what"], &acts["items"][0]["user_id"]), (&json!("test.sign"), &json!(boris)));
        let (_, other) = h.w.member(&h.founder.1, &h.id, "clara@romashka.example", &["read"]).await;
        assert_eq!(h.w.get(&format!("{path}/acts"), &other).await.code(), "account.not-found");
        assert_eq!(h.w.delete(&path, &other).await.code(), "account.not-found");
        assert_eq!(h.w.get(&format!("{}/delegations", h.home), &other).await.body["items"], json!([]));
        let signless = json!({ "permissions": ["read"] });
        h.w.put(&format!("{}/members/{anna}", h.home), &h.founder.1, signless).await;
        assert!(h.may(&boris, Permission::Sign).await.is_none(), "nobody lends what they lost");
        h.w.put(&format!("{}/members/{anna}", h.home), &h.founder.1, json!({ "permissions": ["sign"] })).await;
        assert!(h.may(&boris, Permission::Sign).await.is_some());
        assert_eq!(h.w.delete(&path, &boris_token).await.status, StatusCode::NO_CONTENT);
        assert!(h.may(&boris, Permission::Sign).await.is_none(), "ended");
        assert_eq!(h.w.delete(&path, &anna_token).await.code(), "account.delegation.over");
        assert_eq!(h.bells(&anna_token).await.1, 2);
    }

    async fn a_delegation_ends_by_itself_and_with_its_people(db: Database) {
        let h = House::new(&db).await;
        let (boris, _) = h.w.member(&h.founder.1, &h.id, "boris@romashka.example", &["read"]).await;
        assert_eq!(h.delegates(&h.founder.1, &boris, &["sign", "send"], (0, 2)).await.status, StatusCode::CREATED);
        assert!(h.may(&boris, Permission::Send).await.is_some());
        h.w.clock.advance(DAY * 2);
        let token = h.signs_in(FOUNDER).await;
        assert!(h.may(&boris, Permission::Send).await.is_none(), "its time is over");
        let h = House { founder: (h.founder.0.clone(), token), ..h };
        h.delegates(&h.founder.1, &boris, &["sign"], (0, 2)).await;
        let path = format!("{}/members/{boris}", h.home);
        assert_eq!(h.w.delete(&path, &h.founder.1).await.status, StatusCode::NO_CONTENT);
        let listed = h.admin_get("/delegations").await;
        assert!(listed["items"][1]["revoked_at"].is_string(), "{listed}");
    }

    async fn a_person_asks_and_is_let_in_or_not(db: Database) {
        let h = House::new(&db).await;
        let (anna, token) = h.w.person("anna@vasilek.example").await;
        let asks = || {
            let body = json!({ "inn": "9800000013", "kpp": "980001001", "comment": "Бухгалтер на договоре" });
            h.w.post("/api/v1/account/access-requests", &token, body)
        };
        let asked = asks().await;
        assert_eq!(asked.status, StatusCode::CREATED, "{}", asked.body);
        let told = asked.body.to_string();
        assert!(!told.contains(&h.id) && !told.contains("romashka") && !told.contains("Ромашка"), "{told}");
        assert_eq!(asks().await.code(), "account.access-request.already");
        assert_eq!(h.bells(&h.founder.1).await, (vec!["Бухгалтер просит доступ к организации ООО «Ромашка».".to_owned()], 1));
        let listed = h.admin_get("/access-requests").await;
        assert_eq!(listed["items"][0]["login"], "anna@vasilek.example");
        let one = format!("{}/access-requests/{}", h.home, asked.text("/access_request_id"));
        let no_reason = h.w.post(&format!("{one}/refuse"), &h.founder.1, json!({ "reason": " " })).await;
        assert_eq!(no_reason.code(), "account.organization.text-form");
        let refused = h.w.post(&format!("{one}/refuse"), &h.founder.1, json!({ "reason": "Не знаем вас" })).await;
        assert_eq!((refused.status, refused.text("/state").as_str()), (StatusCode::OK, "refused"));
        assert_eq!(h.bells(&token).await.0, ["В доступе к организации ООО «Ромашка» отказано: Не знаем вас"]);
        let mine = h.w.get("/api/v1/account/access-requests", &token).await;
        assert_eq!((mine.text("/items/0/state").as_str(), mine.text("/items/0/reason").as_str()), ("refused", "Не знаем вас"));
        assert_eq!(asks().await.code(), "account.access-request.too-soon");
        let approval = json!({ "roles": ["accountant"], "rights": { "permissions": ["sign"] } });
        let over = h.w.post(&format!("{one}/approve"), &h.founder.1, approval.clone()).await;
        assert_eq!(over.code(), "account.access-request.over");
        h.w.clock.advance(DAY * 7);
        let token = h.signs_in("anna@vasilek.example").await;
        let founder = h.signs_in(FOUNDER).await;
        let body = json!({ "inn": "9800000013", "kpp": "980001001" });
        let again = h.w.post("/api/v1/account/access-requests", &token, body.clone()).await.text("/access_request_id");
        let one = format!("/api/v1/account/access-requests/{again}");
        assert_eq!(h.w.delete(&one, &founder).await.code(), "account.not-found", "another's");
        assert_eq!(h.w.delete(&one, &token).await.status, StatusCode::NO_CONTENT);
        assert_eq!(h.w.delete(&one, &token).await.code(), "account.access-request.over");
        let third = h.w.post("/api/v1/account/access-requests", &token, body.clone()).await.text("/access_request_id");
        let approve = format!("{}/access-requests/{third}/approve", h.home);
        let approved = h.w.post(&approve, &founder, approval).await;
        assert_eq!((approved.status, approved.text("/user_id")), (StatusCode::OK, anna.clone()));
        assert!(h.may(&anna, Permission::Send).await.is_some() && h.may(&anna, Permission::Sign).await.is_some());
        assert_eq!(h.w.post("/api/v1/account/access-requests", &token, body).await.code(), "account.member.already");
        let unknown = json!({ "inn": "9800000020", "kpp": "980001001" });
        let unknown = h.w.post("/api/v1/account/access-requests", &token, unknown).await;
        assert!(["account.not-found", "account.organization.requisite"].contains(&unknown.code()), "{}", unknown.body);
    }

    async fn requests_of_a_person_are_counted(db: Database) {
        let h = House::new(&db).await;
        let (_, token) = h.w.person("anna@vasilek.example").await;
        let body = json!({ "inn": "9800000013", "kpp": "980001001" });
        for _ in 0..50 {
            let asked = h.w.post("/api/v1/account/access-requests", &token, body.clone()).await;
            assert_eq!(asked.status, StatusCode::CREATED, "{}", asked.body);
            let one = format!("/api/v1/account/access-requests/{}", asked.text("/access_request_id"));
            h.w.delete(&one, &token).await;
        }
        assert_eq!(h.w.post("/api/v1/account/access-requests", &token, body.clone()).await.code(), "account.too-many");
        h.w.clock.advance(DAY * 31);
        let token = h.signs_in("anna@vasilek.example").await;
        assert_eq!(h.w.post("/api/v1/account/access-requests", &token, body).await.status, StatusCode::CREATED);
    }

    async fn the_bell_is_ones_own(db: Database) {
        let h = House::new(&db).await;
        let (boris, token) = h.w.member(&h.founder.1, &h.id, "boris@romashka.example", &["read"]).await;
        for _ in 0..2 {
            h.delegates(&h.founder.1, &boris, &["sign"], (0, 2)).await;
            h.w.clock.advance(Duration::from_secs(1));
        }
        let first = h.w.get("/api/v1/account/notices?limit=1", &token).await;
        assert_eq!((first.body["items"].as_array().unwrap().len(), &first.body["unread"]), (1, &json!(2)));
        let after = first.text("/next");
        let second = h.w.get(&format!("/api/v1/account/notices?limit=1&after={after}"), &token).await;
        assert!(first.text("/items/0/created_at") > second.text("/items/0/created_at"), "the newest first");
        let one = format!("/api/v1/account/notices/{}/read", second.text("/items/0/notice_id"));
        let post = async |path: String, token: String| {
            h.w.ask(Method::POST, &path, Ask { token: Some(&token), ..Ask::default() }).await
        };
        assert_eq!(post(one.clone(), h.founder.1.clone()).await.code(), "account.not-found", "another's notice");
        assert_eq!(post(one, token.clone()).await.status, StatusCode::NO_CONTENT);
        assert_eq!(h.bells(&token).await.1, 1);
        assert_eq!(post("/api/v1/account/notices/read".to_owned(), token.clone()).await.status, StatusCode::NO_CONTENT);
        assert_eq!((h.bells(&token).await.1, h.bells(&h.founder.1).await.1), (0, 2));
        let later = Cx { now: h.w.app.cx(Caller::System).now.plus(account::NOTICE_KEPT + DAY), ..h.w.app.cx(Caller::System) };
        account::sweep(&h.w.app.store, &later).await.unwrap();
        assert!(h.bells(&h.signs_in(FOUNDER).await).await.0.is_empty());
    }

    async fn who_can_do_what_is_what_every_room_is_told(db: Database) {
        let h = House::new(&db).await;
        let root = h.root().await;
        let mut departments = vec![root.clone()];
        for name in ["Продажи", "Склад"] {
            departments.push(h.department(&root, name).await);
        }
        let made = h.w.post(&format!("{}/roles", h.home), &h.founder.1, json!({ "name": "Подписант", "permissions": ["sign", "send"] })).await;
        let own_role = made.text("/role");
        let mut people = vec![h.founder.clone()];
        for (number, (permissions, listed, roles)) in [
            (&["read", "sign"][..], None, &["primary-documents"][..]),
            (&["read"], Some(vec![&departments[1]]), &["director"]),
            (&[], Some(vec![&departments[1], &departments[2]]), &[own_role.as_str()]),
            (&["send"], Some(vec![]), &[]),
            (&[], None, &["administrator", "reader"]),
        ].into_iter().enumerate() {
            let person = h.w.person(&format!("person{number}@romashka.example")).await;
            let rights = json!({ "permissions": permissions, "departments": listed });
            let body = json!({ "user_id": person.0, "rights": rights });
            let added = h.w.post(&format!("{}/members", h.home), &h.founder.1, body).await;
            assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
            assert_eq!(h.has_roles(&person.0, roles).await.0, StatusCode::NO_CONTENT);
            people.push(person);
        }
        for (from, to, permissions, days) in
            [(2, 3, &["sign"][..], (0, 2)), (0, 4, &["read", "send"], (1, 3)), (1, 2, &["send"], (0, 4)), (3, 5, &["sign"], (0, 1))]
        {
            let lent = h.delegates(&people[from].1, &people[to].0, permissions, days).await;
            assert_eq!(lent.status, StatusCode::CREATED, "{}", lent.body);
        }
        let mut token = h.founder.1.clone();
        for day in 0..5 {
            for (permission, department) in Permission::ALL.iter().flat_map(|p| departments.iter().map(move |d| (p, d))) {
                let path = format!("{}/access?permission={}&department={department}&limit=2", h.home, permission.name());
                let mut answered = BTreeSet::new();
                let mut after = String::new();
                loop {
                    let page = h.w.get(&format!("{path}{after}"), &token).await;
                    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
                    for item in page.body["items"].as_array().unwrap() {
                        assert!(!item["grants"].as_array().unwrap().is_empty());
                        answered.insert(item["user_id"].as_str().unwrap().to_owned());
                    }
                    let Some(next) = page.body["next"].as_str() else { break };
                    after = format!("&after={next}");
                }
                let department: DepartmentId = department.parse().unwrap();
                let mut told = BTreeSet::new();
                for (user_id, _) in &people {
                    if h.may(user_id, *permission).await.is_some_and(|reached| reached.reaches(department)) {
                        told.insert(user_id.clone());
                    }
                }
                assert_eq!(answered, told, "day {day}: {permission:?} in {department}");
            }
            h.w.clock.advance(DAY);
            token = h.signs_in(FOUNDER).await;
        }
        let one = h.w.get(&format!("{}/access?user={}", h.home, people[2].0), &token).await.body;
        let sources: Vec<_> = one["items"][0]["grants"].as_array().unwrap().iter().map(|grant| grant["source"].as_str().unwrap()).collect();
        assert_eq!(sources, ["permission", "role"], "the delegation is over: {one}");
        h.delegates(&people[1].1, &people[2].0, &["read"], (2, 3)).await;
        for (days, status, code) in [(1, StatusCode::OK, ""), (0, StatusCode::OK, "")] {
            let at = h.w.get(&format!("{}/access?user={}&at={}", h.home, people[2].0, h.day(days)), &token).await;
            assert_eq!((at.status, at.code()), (status, code), "{}", at.body);
        }
        for (at, code) in [("2020-01-01T00:00:00Z", "account.organization.text-form"), ("tomorrow", "account.organization.text-form")] {
            assert_eq!(h.w.get(&format!("{}/access?at={at}", h.home), &token).await.code(), code, "{at}");
        }
        assert_eq!(h.w.get(&format!("{}/access?permission=all", h.home), &token).await.code(), "account.member.unknown-permission");
        assert_eq!(h.w.get(&format!("{}/access?user={}", h.home, h.id), &token).await.code(), "account.not-found");
    }

    async fn another_organization_learns_nothing(db: Database) {
        let h = House::new(&db).await;
        let (_, token) = h.w.person("buh@vasilek.example").await;
        let mut vasilek = romashka();
        vasilek["inn"] = json!("9800000020");
        vasilek["kpp"] = json!("980001001");
        vasilek["ogrn"] = Value::Null;
        vasilek["name"] = json!("ООО «Василёк»");
        let founded = h.w.post("/api/v1/account/organizations", &token, vasilek).await;
        assert_eq!(founded.status, StatusCode::CREATED, "{}", founded.body);
        let other = format!("/api/v1/account/organizations/{}", founded.text("/organization/organization_id"));
        let made = h.w.post(&format!("{}/roles", h.home), &h.founder.1, json!({ "name": "Наша", "permissions": [] })).await;
        let theirs = format!("{other}/roles/{}", made.text("/role"));
        assert_eq!(h.w.delete(&theirs, &token).await.code(), "account.not-found");
        let root = h.root().await;
        let body = json!({ "parent_id": root, "name": "Чужое" });
        assert_eq!(h.w.post(&format!("{other}/departments"), &token, body).await.code(), "account.not-found");
        assert_eq!(h.w.get(&format!("{other}/access?user={}", h.founder.0), &token).await.code(), "account.not-found");
    }

    async fn a_person_says_how_they_like_it_and_shows_a_picture(db: Database) {
        let h = House::new(&db).await;
        let (anna, token) = h.w.member(&h.founder.1, &h.id, "anna@romashka.example", &[]).await;
        let usual = h.w.get("/api/v1/account/me/profile", &token).await;
        assert_eq!((usual.text("/language"), usual.text("/theme"), usual.text("/time_zone")), ("ru".into(), "system".into(), "Europe/Moscow".into()));
        let body = json!({ "name": "Анна Ивановна", "language": "en", "theme": "dark", "time_zone": "Asia/Yekaterinburg" });
        assert_eq!(h.w.put("/api/v1/account/me/profile", &token, body.clone()).await.status, StatusCode::OK);
        let now = h.w.get("/api/v1/account/me/profile", &token).await.body;
        for field in ["name", "language", "theme", "time_zone"] {
            assert_eq!(now[field], body[field], "{field}");
        }
        assert_eq!(h.w.get("/api/v1/account/me", &token).await.text("/name"), "Анна Ивановна");
        let mut wrong = body;
        wrong["time_zone"] = json!("Europe/Nowhere");
        let refused = h.w.put("/api/v1/account/me/profile", &token, wrong).await;
        assert_eq!((refused.code(), refused.body["field"].as_str()), ("account.organization.text-form", Some("time_zone")));
        let send = async |method: Method, path: &str, token: &str, octets: &[u8]| {
            let request = Request::builder().method(method).uri(path).header("authorization", format!("Bearer {token}"));
            h.w.raw(request.body(Body::from(octets.to_vec())).unwrap()).await
        };
        let mine = "/api/v1/account/me/picture";
        assert_eq!(send(Method::GET, mine, &token, b"").await.0, StatusCode::NOT_FOUND);
        let jpeg = [0xff, 0xd8, 0xff, 0xe1, 0, 5, b'g', b'p', b's', 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0,
            0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0xd9, b'!'];
        assert_eq!(send(Method::PUT, mine, &token, &jpeg).await.0, StatusCode::NO_CONTENT);
        let theirs = format!("{}/members/{anna}/picture", h.home);
        for (path, token) in [(mine, &token), (theirs.as_str(), &h.founder.1)] {
            let (status, headers, octets) = send(Method::GET, path, token, b"").await;
            assert_eq!((status, headers["content-type"].to_str().unwrap()), (StatusCode::OK, "image/jpeg"));
            assert_eq!(headers["x-content-type-options"], "nosniff");
            assert_eq!(headers["content-security-policy"], "default-src 'none'; sandbox");
            assert!(!octets.windows(3).any(|three| three == b"gps") && octets.ends_with(&[0xff, 0xd9]));
        }
        let (_, stranger) = h.w.person("buh@vasilek.example").await;
        assert_eq!(send(Method::GET, &theirs, &stranger, b"").await.0, StatusCode::NOT_FOUND);
        assert_eq!(send(Method::PUT, mine, &token, b"<svg/>").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(send(Method::PUT, mine, &token, &[0; 65 * 1024]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(send(Method::DELETE, mine, &token, b"").await.0, StatusCode::NO_CONTENT);
        assert_eq!(send(Method::GET, &theirs, &h.founder.1, b"").await.0, StatusCode::NOT_FOUND);
    }
}
