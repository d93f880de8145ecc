//! People register, found organizations, invite each other; on both engines, over HTTP.

use crate::world::{Ask, PASSWORD, World, catalogue, romashka};
use http::{Method, StatusCode};
use serde_json::json;
use std::time::Duration;
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const BUYER: &str = "buh@vasilek.example";
const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(24 * 3600);

testkit::on_both_engines! {
    catalogue();

    async fn a_person_registers_signs_in_and_out(db: Database) {
        let w = World::new(&db).await;
        let (user_id, token) = w.person(" Seller@Romashka.EXAMPLE ").await;
        let me = w.get("/api/v1/account/me", &token).await;
        assert_eq!((me.text("/user_id"), me.text("/login")), (user_id, "Seller@Romashka.EXAMPLE".to_owned()));
        let other = w.shows(SELLER, PASSWORD).await;
        let listed = w.get("/api/v1/account/sign-ins", &token).await;
        assert_eq!(listed.body["items"].as_array().unwrap().len(), 2);
        let path = format!("/api/v1/account/sign-ins/{}", other.text("/sign_in/sign_in_id"));
        assert_eq!(w.delete(&path, &token).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get("/api/v1/account/me", &other.text("/token")).await.code(), "account.sign-in.token-refused");
        assert_eq!(w.delete(&path, &token).await.code(), "account.not-found", "it has ended");
        assert_eq!(w.delete("/api/v1/account/sign-ins/current", &token).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get("/api/v1/account/me", &token).await.status, StatusCode::UNAUTHORIZED);
    }

    async fn a_token_lives_a_day(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        w.clock.advance(DAY - Duration::from_micros(1));
        assert_eq!(w.get("/api/v1/account/me", &token).await.status, StatusCode::OK);
        w.clock.advance(Duration::from_micros(1));
        assert_eq!(w.get("/api/v1/account/me", &token).await.code(), "account.sign-in.token-refused");
        let cx = w.app.cx(kernel::Caller::System);
        w.clock.advance(account::SIGN_IN_KEPT + MINUTE);
        let later = w.app.cx(kernel::Caller::System);
        assert_eq!(account::sweep(&w.app.store, &cx).await.unwrap(), 3, "the attempts' windows have ended");
        assert_eq!(account::sweep(&w.app.store, &later).await.unwrap(), 1, "the sign-in is forgotten");
    }

    async fn wrong_passwords_lock_out_and_do_not_tell_who_exists(db: Database) {
        let w = World::new(&db).await;
        w.person(SELLER).await;
        for login in [SELLER, "nobody@romashka.example", "not an address"] {
            for _ in 0..10 {
                let wrong = w.shows(login, "не тот пароль").await;
                assert_eq!((wrong.status, wrong.code()), (StatusCode::UNAUTHORIZED, "account.sign-in.wrong-password"));
            }
            let locked = w.shows(login, PASSWORD).await;
            assert_eq!((locked.status, locked.code()), (StatusCode::TOO_MANY_REQUESTS, "account.sign-in.locked-out"));
            assert_eq!(locked.headers["retry-after"], "900", "{login}");
        }
        w.clock.advance(15 * MINUTE);
        assert_eq!(w.shows(SELLER, PASSWORD).await.status, StatusCode::CREATED);
        for _ in 0..10 {
            assert_eq!(w.shows(SELLER, "не тот пароль").await.status, StatusCode::UNAUTHORIZED, "counting began anew");
        }
    }

    async fn an_address_is_locked_out_too(db: Database) {
        let w = World::new(&db).await;
        w.person(SELLER).await;
        for guess in 0..100 {
            w.shows(&format!("guess{guess}@romashka.example"), "не тот пароль").await;
        }
        assert_eq!(w.shows(SELLER, PASSWORD).await.code(), "account.sign-in.locked-out");
    }

    async fn registrations_of_an_address_are_counted(db: Database) {
        let w = World::new(&db).await;
        let register = |login: String| {
            let body = Some(json!({ "login": login, "name": "Бухгалтер", "password": "короткий" }));
            w.ask(Method::POST, "/api/v1/account/users", Ask { body, ..Ask::default() })
        };
        for turn in 0..100 {
            assert_eq!(register(format!("a{turn}@vasilek.example")).await.code(), "account.user.password-form");
        }
        let refused = register(BUYER.to_owned()).await;
        assert_eq!((refused.status.as_u16(), refused.code()), (429, "account.user.too-many-registrations"));
        assert_eq!(refused.headers["retry-after"], "900");
        w.clock.advance(15 * MINUTE);
        w.person(BUYER).await;
    }

    async fn every_statement_is_portable(db: Database) {
        let store = db.open().await;
        assert_eq!(store::prepare_all(&store, &catalogue()).await, Ok(Vec::new()));
        assert_eq!(store::lint_statements(&catalogue()), Ok(Vec::new()));
    }

    async fn a_login_is_taken_once(db: Database) {
        let w = World::new(&db).await;
        w.person(SELLER).await;
        let body = Some(json!({ "login": "SELLER@romashka.example", "name": "Другой", "password": PASSWORD }));
        let taken = w.ask(Method::POST, "/api/v1/account/users", Ask { body, ..Ask::default() }).await;
        assert_eq!((taken.status, taken.code()), (StatusCode::CONFLICT, "account.user.login-taken"));
    }

    async fn an_organization_is_born_with_a_box(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let founded = w.post("/api/v1/account/organizations", &token, romashka()).await;
        let organization_id = founded.text("/organization/organization_id");
        let participant = founded.text("/box/participant_id");
        assert!(participant.starts_with("0SV-9800000013-980001001-"), "{participant}");
        assert_eq!(founded.text("/root_department/department_id"), founded.text("/box/root_department_id"));
        let path = format!("/api/v1/account/organizations/{organization_id}");
        assert_eq!(w.get(&path, &token).await.body, founded.body["organization"]);
        let boxes = w.get(&format!("{path}/boxes"), &token).await;
        assert_eq!(boxes.body["items"][0], founded.body["box"]);
        let box_path = format!("{path}/boxes/{}", founded.text("/box/box_id"));
        assert_eq!(w.get(&box_path, &token).await.body, founded.body["box"]);
        assert_eq!(w.get("/api/v1/account/organizations", &token).await.body["items"][0], founded.body["organization"]);
        let (_, buyer) = w.person(BUYER).await;
        for query in ["inn=9800000013", "inn=9800000013&kpp=980001001"] {
            let cards = w.get(&format!("/api/v1/account/cards?{query}"), &buyer).await;
            assert_eq!(cards.text("/items/0/participant_id"), participant);
            assert_eq!(cards.text("/items/0/name"), "ООО «Ромашка»");
        }
        let none = w.get("/api/v1/account/cards?inn=9800000013&kpp=980001002", &buyer).await;
        assert_eq!(none.body["items"], json!([]));
    }

    async fn who_sees_an_address(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let id = w.romashka(&token).await;
        let (_, buyer) = w.person(BUYER).await;
        let card = async || w.get("/api/v1/account/cards?inn=9800000013", &buyer).await.body["items"][0].clone();
        assert_eq!(card().await["address"], romashka()["address"], "a company's, as the public register shows it");
        let path = format!("/api/v1/account/organizations/{id}/address");
        let moved = json!({ "region_code": "78", "city": " Колпино ", "flat": "" });
        let body = |is_public: bool| json!({ "address": moved, "is_public": is_public });
        let changed = w.put(&path, &token, body(false)).await;
        let known = json!({ "region_code": "78", "city": "Колпино" });
        assert_eq!((changed.status, &changed.body["address"]), (StatusCode::OK, &known));
        assert_eq!(card().await.get("address"), None);
        assert_eq!(w.get(&format!("/api/v1/account/organizations/{id}"), &token).await.body, changed.body);
        assert_eq!(w.put(&path, &token, body(true)).await.status, StatusCode::OK);
        assert_eq!(card().await["address"], known);
        assert_eq!(w.put(&path, &buyer, body(false)).await.status, StatusCode::NOT_FOUND);
        let (_, reader) = w.member(&token, &id, "reader@romashka.example", &["read", "send", "sign"]).await;
        assert_eq!(w.put(&path, &reader, body(false)).await.status, StatusCode::FORBIDDEN);
        for wrong in [json!({ "region_code": "7" }), json!({ "region_code": "78", "city": "а\nб" })] {
            let refused = w.put(&path, &token, json!({ "address": wrong, "is_public": true })).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        }
        assert_eq!(card().await["address"], known, "nothing of it was kept");
        // A sole proprietor's address is no part of the public register.
        let person = |inn: &str, is_public: serde_json::Value| json!({
            "inn": inn, "person": { "surname": "Васильков", "given_name": "Борис" },
            "address": { "region_code": "78" }, "address_is_public": is_public,
        });
        for (inn, is_public, shown) in [
            ("980000000101", json!(null), None),
            ("980000000278", json!(true), Some(json!({ "region_code": "78" }))),
        ] {
            let founded = w.post("/api/v1/account/organizations", &buyer, person(inn, is_public)).await;
            assert_eq!(founded.status, StatusCode::CREATED, "{}", founded.body);
            let card = w.get(&format!("/api/v1/account/cards?inn={inn}"), &token).await;
            assert_eq!(card.body["items"][0].get("address"), shown.as_ref(), "{inn}");
        }
    }

    async fn one_organization_for_one_number(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        w.romashka(&token).await;
        let (_, buyer) = w.person(BUYER).await;
        let again = w.post("/api/v1/account/organizations", &buyer, romashka()).await;
        assert_eq!((again.status, again.code()), (StatusCode::CONFLICT, "account.organization.already-registered"));
        let mut test = romashka();
        test["is_test"] = json!(true);
        assert_eq!(w.post("/api/v1/account/organizations", &buyer, test).await.status, StatusCode::CREATED);
    }

    async fn only_the_program_brings_a_participant_id(db: Database) {
        use account::create_organization::{Founding, run};
        let w = World::new(&db).await;
        let (user_id, _) = w.person(SELLER).await;
        let founder: kernel::UserId = user_id.parse().unwrap();
        let draft = account::RequisitesDraft { inn: "9800000013", kpp: Some("980001001"), ogrn: None };
        let name = account::OrganizationName::company("ООО «Ромашка»").unwrap();
        let address = account::Address { region_code: "77".to_owned(), ..Default::default() };
        let requisites = account::Requisites::parse(draft).unwrap();
        let new = account::NewOrganization::new(requisites, name, address, false).unwrap();
        let participant = account::ParticipantId::parse("XYZ-9800000013-980001001-1").unwrap();
        let operator_code = account::OperatorCode::default();
        let founding = Founding { new, founder, operator_code, participant_id: Some(participant.clone()) };
        let found = |caller, founding| {
            let cx = w.app.cx(caller);
            let store = w.app.store.clone();
            async move { store.write(&cx, founding, |tx, cx, founding| Box::pin(run(tx, cx, founding))).await }
        };
        let sign_in_id = w.app.cx(kernel::Caller::System).new_id();
        let person = kernel::Caller::User { user_id: founder, sign_in_id, integrator_key_id: None };
        let refused = found(person, founding.clone()).await.unwrap_err();
        assert_eq!(refused, store::No::Refused(account::AccountRefusal::NotFound { what: "participant" }));
        let founded = found(kernel::Caller::System, founding).await.unwrap();
        let mut reader = w.app.store.reader().await.unwrap();
        let card = account::find_participant(&mut reader, &participant).await.unwrap().unwrap();
        assert_eq!((card.box_id, card.organization_id), (founded.org_box.box_id, founded.organization.organization_id));
        let everything = w.app.cx(kernel::Caller::System);
        let scope = account::authorize(&mut reader, &everything, card.organization_id, account::Permission::Sign).await;
        assert_eq!(scope.unwrap().user_id(), None);
        let job = everything.with_caller(kernel::Caller::Job { job_id: everything.new_id() });
        let job = account::authorize(&mut reader, &job, card.organization_id, account::Permission::Read).await;
        assert!(job.is_err(), "a job comes by act_for");
    }

    async fn a_repeated_request_is_carried_out_once(db: Database) {
        let w = World::new(&db).await;
        let (_, token) = w.person(SELLER).await;
        let path = "/api/v1/account/organizations";
        let ask = |body| Ask { token: Some(&token), key: Some("once"), body: Some(body), ..Ask::default() };
        let first = w.ask(Method::POST, path, ask(romashka())).await;
        let again = w.ask(Method::POST, path, ask(romashka())).await;
        assert_eq!((again.status, &again.body), (StatusCode::CREATED, &first.body));
        assert_eq!(again.headers["idempotency-replayed"], "true");
        let mut other = romashka();
        other["name"] = json!("ООО «Василёк»");
        let reused = w.ask(Method::POST, path, ask(other)).await;
        assert_eq!((reused.status, reused.code()), (StatusCode::CONFLICT, "web.idempotency.key-reused"));
        let mine = w.get(path, &token).await;
        assert_eq!(mine.body["items"].as_array().unwrap().len(), 1);
    }

    async fn members_come_change_and_go(db: Database) {
        let w = World::new(&db).await;
        let (seller_id, seller) = w.person(SELLER).await;
        let organization_id = w.romashka(&seller).await;
        let (buyer_id, buyer) = w.member(&seller, &organization_id, BUYER, &["read"]).await;
        let members = format!("/api/v1/account/organizations/{organization_id}/members");
        assert_eq!(w.get(&members, &buyer).await.code(), "account.member.forbidden");
        let again = json!({ "user_id": buyer_id, "rights": { "permissions": ["send"] } });
        assert_eq!(w.post(&members, &seller, again).await.code(), "account.member.already");
        let listed = w.get(&format!("{members}?limit=1"), &seller).await;
        let next = listed.text("/next");
        let rest = w.get(&format!("{members}?limit=1&after={next}"), &seller).await;
        let logins = [listed.text("/items/0/login"), rest.text("/items/0/login")];
        assert!(logins.contains(&SELLER.to_owned()) && logins.contains(&BUYER.to_owned()));
        assert!(rest.body.get("next").is_none());

        let root = w.get(&format!("/api/v1/account/organizations/{organization_id}/departments"), &seller).await;
        let root = root.text("/items/0/department_id");
        let rights = json!({ "permissions": ["read", "administer"], "departments": [root] });
        let changed = w.put(&format!("{members}/{buyer_id}"), &seller, rights.clone()).await;
        assert_eq!(changed.body["rights"], rights);
        assert_eq!(w.get(&members, &buyer).await.status, StatusCode::OK);
        let foreign = json!({ "permissions": ["read"], "departments": ["0192d3c4-0000-7000-8000-00000000002a"] });
        assert_eq!(w.put(&format!("{members}/{buyer_id}"), &seller, foreign).await.code(), "account.not-found");

        assert_eq!(w.delete(&format!("{members}/{seller_id}"), &buyer).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get(&members, &seller).await.code(), "account.not-found", "a stranger now");
        assert_eq!(w.get("/api/v1/account/organizations", &seller).await.body["items"], json!([]));
        for alone in [
            w.delete(&format!("{members}/{buyer_id}"), &buyer).await,
            w.put(&format!("{members}/{buyer_id}"), &buyer, json!({ "permissions": ["read"] })).await,
        ] {
            assert_eq!((alone.status, alone.code()), (StatusCode::CONFLICT, "account.member.last-administrator"));
        }
    }

    async fn a_person_chooses_between_boxes_that_may_be_read(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        let organization_id = w.romashka(&seller).await;
        let (_, reader) = w.member(&seller, &organization_id, BUYER, &["read"]).await;
        let (_, sender) = w.member(&seller, &organization_id, "sklad@romashka.example", &["send"]).await;
        let (_, stranger) = w.person("gost@landysh.example").await;
        for (token, boxes) in [(&seller, 1), (&reader, 1), (&sender, 0), (&stranger, 0)] {
            let mut from = w.app.store.reader().await.unwrap();
            let sign_in = account::authenticate::run(&mut from, w.app.clock.now(), token).await.unwrap();
            let cx = w.app.cx(account::authenticate::caller(&sign_in));
            let page = account::read::list_my_boxes(&mut from, &cx, &kernel::PageRequest::default()).await.unwrap();
            assert_eq!(page.items.iter().map(|(_, boxes)| boxes.len()).sum::<usize>(), boxes);
            assert!(page.items.iter().all(|(own, _)| own.organization_id.to_string() == organization_id));
        }
    }

    async fn an_invitation_reaches_its_reader_through_the_outbox(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        let organization_id = w.romashka(&seller).await;
        let home = format!("/api/v1/account/organizations/{organization_id}");
        let body = json!({ "address": BUYER, "permissions": ["read", "sign"] });
        let invited = w.post(&format!("{home}/invitations"), &seller, body).await;
        assert_eq!(invited.status, StatusCode::CREATED, "{}", invited.body);
        w.jobs.run_jobs().await;
        let letters = w.get(&format!("{home}/letters"), &seller).await;
        assert_eq!(letters.text("/items/0/state_text"), "Не отправлено: почтовый сервер не настроен");
        assert!(letters.body["items"][0].get("body").is_none());
        let letter = w.get(&format!("{home}/letters/{}", letters.text("/items/0/letter_id")), &seller).await;
        let text = letter.text("/body");
        assert!(text.contains("ООО «Ромашка»") && text.contains("29.11.2026"), "{text}");
        let code = text.split_whitespace().find(|word| word.starts_with("svi_")).unwrap();

        let (_, buyer) = w.person(BUYER).await;
        let accept = |code: &str| w.post("/api/v1/account/invitations/accept", &buyer, json!({ "code": code }));
        assert_eq!(accept("svi_other").await.code(), "account.invitation.over");
        let accepted = accept(code).await;
        assert_eq!(accepted.body["member"]["rights"]["permissions"], json!(["read", "sign"]));
        assert_eq!(accepted.text("/organization_id"), organization_id);
        let over = accept(code).await;
        assert_eq!((over.status, over.code()), (StatusCode::GONE, "account.invitation.over"));
        assert_eq!(w.get(&home, &buyer).await.status, StatusCode::OK);
    }

    async fn an_invitation_ends(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        let organization_id = w.romashka(&seller).await;
        let home = format!("/api/v1/account/organizations/{organization_id}");
        let mut codes = Vec::new();
        for address in ["a@vasilek.example", "b@vasilek.example"] {
            let body = json!({ "address": address, "permissions": [] });
            let invited = w.post(&format!("{home}/invitations"), &seller, body).await;
            let letters = w.get(&format!("{home}/letters"), &seller).await;
            let last = letters.body["items"].as_array().unwrap().len() - 1;
            let id = letters.text(&format!("/items/{last}/letter_id"));
            let text = w.get(&format!("{home}/letters/{id}"), &seller).await.text("/body");
            let code = text.split_whitespace().find(|word| word.starts_with("svi_")).unwrap().to_owned();
            codes.push((invited.text("/invitation_id"), code));
        }
        let withdraw = format!("{home}/invitations/{}", codes[0].0);
        assert_eq!(w.delete(&withdraw, &seller).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.delete(&withdraw, &seller).await.code(), "account.invitation.over");
        w.clock.advance(7 * DAY);
        let (_, buyer) = w.person(BUYER).await;
        for (_, code) in codes {
            let accepted = w.post("/api/v1/account/invitations/accept", &buyer, json!({ "code": code })).await;
            assert_eq!(accepted.code(), "account.invitation.over");
        }
        w.jobs.run_jobs().await;
    }

    async fn a_program_signs_people_in_until_its_key_is_revoked(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        let organization_id = w.romashka(&seller).await;
        let keys = format!("/api/v1/account/organizations/{organization_id}/integrator-keys");
        let ask = || Ask { token: Some(&seller), key: Some("k"), body: Some(json!({ "name": "1С" })), ..Ask::default() };
        let created = w.ask(Method::POST, &keys, ask()).await;
        let again = w.ask(Method::POST, &keys, ask()).await;
        assert_eq!((again.status, again.code()), (StatusCode::CONFLICT, "web.idempotency.secret-shown-once"));
        let (client_id, secret) = (created.text("/key/client_id"), created.text("/secret"));
        let sign_in = |secret: &str| {
            let client = json!({ "client_id": client_id, "secret": secret });
            let body = Some(json!({ "login": SELLER, "password": PASSWORD, "client": client }));
            w.ask(Method::POST, "/api/v1/account/sign-ins", Ask { body, ..Ask::default() })
        };
        assert_eq!(sign_in("svs_other").await.code(), "account.sign-in.integrator-refused");
        let token = sign_in(&secret).await.text("/token");
        let key_id = created.text("/key/integrator_key_id");
        let listed = w.get("/api/v1/account/sign-ins", &token).await;
        let listed = listed.body["items"].as_array().unwrap();
        assert!(listed.iter().any(|item| item["integrator_key_id"] == key_id.as_str()), "{listed:?}");
        assert_eq!(w.delete(&format!("{keys}/{key_id}"), &seller).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.get("/api/v1/account/me", &token).await.code(), "account.sign-in.token-refused");
        assert_eq!(sign_in(&secret).await.code(), "account.sign-in.integrator-refused");
        assert_eq!(w.delete(&format!("{keys}/{key_id}"), &seller).await.code(), "account.not-found");
        assert!(w.get(&keys, &seller).await.body["items"][0].get("ended_at").is_some());
    }

    async fn a_key_revoked_while_a_password_is_hashed_opens_nothing(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        let organization_id = w.romashka(&seller).await;
        let keys = format!("/api/v1/account/organizations/{organization_id}/integrator-keys");
        for turn in 0..8 {
            let (name, key) = (json!({ "name": "1С" }), format!("k{turn}"));
            let ask = Ask { token: Some(&seller), key: Some(&key), body: Some(name), ..Ask::default() };
            let created = w.ask(Method::POST, &keys, ask).await;
            let client = json!({ "client_id": created.text("/key/client_id"), "secret": created.text("/secret") });
            let body = Some(json!({ "login": SELLER, "password": PASSWORD, "client": client }));
            let path = format!("{keys}/{}", created.text("/key/integrator_key_id"));
            let sign_in = w.ask(Method::POST, "/api/v1/account/sign-ins", Ask { body, ..Ask::default() });
            let (opened, revoked) = tokio::join!(sign_in, w.delete(&path, &seller));
            assert_eq!(revoked.status, StatusCode::NO_CONTENT);
            if opened.status == StatusCode::CREATED {
                let me = w.get("/api/v1/account/me", &opened.text("/token")).await;
                assert_eq!(me.code(), "account.sign-in.token-refused", "turn {turn}");
            } else {
                assert_eq!(opened.code(), "account.sign-in.integrator-refused");
            }
        }
    }
}
