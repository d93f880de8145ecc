//! Stories over HTTP: one document there and back, repeated keys, strangers.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use axum::body::Body;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use exchange::ops::input::NewContent;
use formats::utd::UtdFunction;
use http_body_util::BodyExt as _;
use kernel::{Caller, Clock as _};
use serde_json::{Value, json};
use testkit::Database;
use tower::ServiceExt as _;
use world::{Company, World, catalogue};

struct Reply {
    status: u16,
    replayed: bool,
    body: Value,
    raw: String,
}

impl World {
    /// Asks as the company's director, or as nobody.
    async fn ask(&self, who: Option<&Company>, method: &str, path: &str, key: &str, body: Option<Value>) -> Reply {
        let (router, _) = web::assemble([exchange::router(self.room.clone())]);
        let mut request = axum::http::Request::builder().method(method).uri(format!("/api/v1/exchange/boxes/{path}"));
        if let Some(company) = who {
            request = request.extension(self.cx(company).caller);
        } else {
            request = request.extension(Caller::Nobody);
        }
        let request = request.header("idempotency-key", key).header("content-type", "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let answer = router.oneshot(request.body(body).unwrap()).await.unwrap();
        let status = answer.status().as_u16();
        let replayed = answer.headers().contains_key("idempotency-replayed");
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        let raw = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status, replayed, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null), raw }
    }

    async fn get(&self, who: &Company, path: &str) -> Value {
        let reply = self.ask(Some(who), "GET", path, "none", None).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        reply.body
    }

    fn message_body(&self, function: UtdFunction) -> Value {
        let document = self.utd(function);
        let NewContent::Bytes(content) = document.content else { unreachable!() };
        json!({ "to_box_id": self.vasilek.box_id, "documents": [{
            "kind": "utd_title",
            "content": STANDARD.encode(content),
            "signature": STANDARD.encode(document.signature),
            "comment": "За ноябрь",
            "custom_id": "заказ-17",
        }] })
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

testkit::on_both_engines! { catalogue();
    async fn a_document_there_and_back(db: Database) {
        let w = World::new(db).await;
        let (own, theirs) = (w.romashka.box_id, w.vasilek.box_id);
        let body = w.message_body(UtdFunction::SchfDop);
        let posted = w.ask(Some(&w.romashka), "POST", &format!("{own}/messages"), "key-1", Some(body)).await;
        assert_eq!(posted.status, 201, "{}", posted.body);
        w.run_jobs().await;
        let documents = w.get(&w.vasilek, &format!("{theirs}/documents?side=recipient&turn=recipient")).await;
        let document = text(&documents["items"][0]["document_id"]);
        assert_eq!(document, text(&posted.body["entity_ids"][0]));
        let message = text(&documents["items"][0]["message_id"]);
        for (kind, act) in [("receipt", "receipt"), ("answer_title", "answer_title")] {
            let ask = json!({ "kind": kind, "signer": {
                "surname": "Директор", "given_name": "Василька", "position": "Директор" } });
            let path = format!("{theirs}/documents/{document}/drafts");
            let draft = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(ask)).await;
            assert_eq!(draft.status, 200, "{}", draft.body);
            let content = STANDARD.decode(text(&draft.body["content"])).unwrap();
            let signature = w.vasilek.signs.detached(&content, w.clock.now());
            let patch = json!({ "acts": [{ "kind": act, "parent_id": document,
                "content": draft.body["content"], "signature": STANDARD.encode(signature) }] });
            let path = format!("{theirs}/messages/{message}/patches");
            let posted = w.ask(Some(&w.vasilek), "POST", &path, act, Some(patch)).await;
            assert_eq!(posted.status, 201, "{}", posted.body);
            w.run_jobs().await;
        }
        let seen = w.get(&w.romashka, &format!("{own}/documents/{document}")).await;
        assert_eq!((seen["state"]["outcome"].clone(), seen["function"].clone()), (json!("finished"), json!("СЧФДОП")));
        assert_eq!((seen["custom_id"].clone(), seen["turns"].clone()), (json!("заказ-17"), json!([])));
        assert_eq!(seen["counteragent"]["name"], json!("ООО «Василёк»"));
        assert_eq!(seen["legal"]["required"], json!("qualified"));
        assert_eq!(seen["legal"]["suffices"], json!(false));
        let theirs_seen = w.get(&w.vasilek, &format!("{theirs}/documents/{document}")).await;
        assert_eq!((theirs_seen["comment"].clone(), theirs_seen["custom_id"].clone()), (json!("За ноябрь"), Value::Null));
        let report = w.get(&w.romashka, &format!("{own}/documents/{document}/verification")).await;
        let files = report["files"].as_array().unwrap();
        assert_eq!(files.len(), 6, "two titles, a receipt, three confirmations of this side");
        for file in files {
            assert_eq!(file["bytes_unchanged"], json!(true));
            for signature in file["signatures"].as_array().unwrap() {
                assert_eq!(signature["verdict"]["summary"], json!("proven"), "{signature}");
            }
        }
        let print = format!("{own}/documents/{document}/print.pdf");
        let printed = w.ask(Some(&w.romashka), "GET", &print, "none", None).await;
        assert_eq!(printed.status, 200);
        for told in ["stamp: None", "answer: Some", "paper-of-title", "paper-of-answer_title", "paper-kind-unqualified", "Оператор «Свиток»"] {
            assert!(printed.raw.contains(told), "{told}: {}", printed.raw);
        }
        for file in files {
            let path = format!("{print}?entity_id={}", text(&file["entity_id"]));
            assert_eq!(w.ask(Some(&w.romashka), "GET", &path, "none", None).await.status, 200);
        }
        let foreign = format!("{print}?entity_id={own}");
        assert_eq!(w.ask(Some(&w.romashka), "GET", &foreign, "none", None).await.status, 404);
        let events = w.get(&w.vasilek, &format!("{theirs}/events?limit=100")).await;
        let kinds: Vec<_> = events["items"].as_array().unwrap().iter().map(|e| text(&e["kind"])).collect();
        assert_eq!(kinds[2..], ["message_received", "patch_posted", "delivered", "patch_posted", "delivered"]);
    }

    async fn what_a_key_is_worth_is_told_before_it_signs(db: Database) {
        let w = World::new(db).await;
        let path = format!("{}/signing-key", w.vasilek.box_id);
        let certificate = STANDARD.encode(w.vasilek.signs.signer().certificate().to_der());
        let documents = json!([
            { "kind": "utd_invoice_and_transfer" },
            { "kind": "utd_invoice_and_transfer", "is_answer": true },
            { "kind": "nonformalized" },
        ]);
        let body = json!({ "certificate": certificate, "documents": documents });
        let told = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(body.clone())).await;
        assert_eq!((told.status, &told.body["verdict"]["kind"]["kind"]), (200, &json!("unqualified")), "{}", told.body);
        assert_eq!(told.body["verdict"]["chain"]["state"], json!("trusted_up_to"));
        let legal = |at: usize| (&told.body["documents"][at]["legal"]["required"], &told.body["documents"][at]["legal"]["suffices"]);
        assert_eq!(legal(0), (&json!("qualified"), &json!(false)));
        assert_eq!(legal(1), (&json!("unqualified"), &json!(true)), "the buyer's title is a primary document");
        assert_eq!(told.body["documents"][2]["legal"]["suffices"], json!(true));
        let stranger = w.ask(Some(&w.romashka), "POST", &path, "none", Some(body.clone())).await;
        assert_eq!((stranger.status, stranger.body["code"].clone()), (404, json!("exchange.box.not-found")));
        for (certificate, kind, code) in [
            ("AAAA", "nonformalized", "exchange.certificate.unreadable"),
            (certificate.as_str(), "torg_12", "exchange.page.filter"),
        ] {
            let body = json!({ "certificate": certificate, "documents": [{ "kind": kind }] });
            let refused = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(body)).await;
            assert_eq!((refused.status, refused.body["code"].clone()), (422, json!(code)), "{}", refused.body);
        }
        let many = json!({ "certificate": certificate, "documents": vec![json!({ "kind": "nonformalized" }); 9] });
        let refused = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(many)).await;
        assert_eq!((refused.status, refused.body["code"].clone()), (422, json!("exchange.request.too-many")), "{}", refused.body);
        w.authority.revoke(&w.store, &w.room.app.cx(Caller::System), &w.room.trust, &w.vasilek.signs).await;
        let revoked = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(body)).await;
        assert_eq!(revoked.body["verdict"]["revocation"]["state"], json!("bad"));
    }

    async fn drafts_of_many_documents_are_made_by_one_request(db: Database) {
        let w = World::new(db).await;
        let theirs = w.vasilek.box_id;
        let signer = json!({ "surname": "Директор", "given_name": "Василька", "position": "Директор" });
        let (one, other) = (w.sends(w.utd(UtdFunction::Dop)).await, w.sends(w.utd(UtdFunction::Schf)).await);
        let draft = |document: &str, kind: &str| json!({ "document_id": document, "draft": { "kind": kind, "signer": signer } });
        let (one, other) = (one.entities[0].to_string(), other.entities[0].to_string());
        let path = format!("{theirs}/drafts");
        let asked = vec![draft(&one, "receipt"), draft(&one, "answer_title"), draft(&other, "receipt")];
        let made = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(json!({ "drafts": asked }))).await;
        assert_eq!(made.status, 200, "{}", made.body);
        let parents: Vec<String> =
            made.body["drafts"].as_array().unwrap().iter().map(|draft| text(&draft["parent_id"])).collect();
        assert_eq!(parents, [one.as_str(), &one, &other]);
        let bad = vec![draft(&one, "receipt"), draft(&theirs.to_string(), "receipt")];
        let refused = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(json!({ "drafts": bad }))).await;
        assert_eq!((refused.status, refused.body["code"].clone()), (404, json!("exchange.document.not-found")), "all or none");
        let many = vec![draft(&one, "receipt"); 101];
        let refused = w.ask(Some(&w.vasilek), "POST", &path, "none", Some(json!({ "drafts": many }))).await;
        assert_eq!((refused.status, refused.body["code"].clone()), (422, json!("exchange.page.filter")));
    }

    async fn a_repeated_key_gives_the_first_answer(db: Database) {
        let w = World::new(db).await;
        let path = format!("{}/messages", w.romashka.box_id);
        let body = w.message_body(UtdFunction::Dop);
        let first = w.ask(Some(&w.romashka), "POST", &path, "key-1", Some(body.clone())).await;
        let again = w.ask(Some(&w.romashka), "POST", &path, "key-1", Some(body.clone())).await;
        assert_eq!((first.status, again.status, again.replayed), (201, 201, true));
        assert_eq!(first.body, again.body);
        let other = w.ask(Some(&w.romashka), "POST", &path, "key-1", Some(w.message_body(UtdFunction::Schf))).await;
        assert_eq!((other.status, other.body["code"].clone()), (409, json!("web.idempotency.key-reused")));
        let cx = w.room.app.cx(Caller::System);
        w.authority.revoke(&w.store, &cx, &w.room.trust, &w.romashka.signs).await;
        let later = w.ask(Some(&w.romashka), "POST", &path, "key-1", Some(body.clone())).await;
        assert_eq!((later.status, later.body), (201, first.body), "what was done stays done");
        let new = w.ask(Some(&w.romashka), "POST", &path, "key-2", Some(body)).await;
        assert_eq!((new.status, new.body["code"].clone()), (422, json!("exchange.signature.certificate-revoked")));
        w.run_jobs().await;
        let documents = w.get(&w.vasilek, &format!("{}/documents", w.vasilek.box_id)).await;
        assert_eq!(documents["items"].as_array().unwrap().len(), 1);
    }

    async fn a_repeated_patch_gives_the_first_answer_after_its_certificate_ended(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.paper(true)).await;
        let document = posted.entities[0];
        let signature = STANDARD.encode(w.vasilek.signs.detached("Договор поставки № 3".as_bytes(), w.clock.now()));
        let body = json!({ "acts": [{ "kind": "signature", "parent_id": document, "signature": signature }] });
        let path = format!("{}/messages/{}/patches", w.vasilek.box_id, posted.message_id);
        let first = w.ask(Some(&w.vasilek), "POST", &path, "Key-1", Some(body.clone())).await;
        assert_eq!(first.status, 201, "{}", first.body);
        w.authority.revoke(&w.store, &w.room.app.cx(Caller::System), &w.room.trust, &w.vasilek.signs).await;
        let again = w.ask(Some(&w.vasilek), "POST", &path, "key-1", Some(body.clone())).await;
        assert_eq!((again.status, again.replayed, again.body), (201, true, first.body), "what was done stays done");
        let new = w.ask(Some(&w.vasilek), "POST", &path, "key-2", Some(body)).await;
        assert_eq!((new.status, new.body["code"].clone()), (422, json!("exchange.signature.certificate-revoked")));
        w.run_jobs().await;
    }

    async fn a_repeated_invitation_gives_the_first_answer_though_it_would_be_refused(db: Database) {
        let w = World::unlinked(db, world::NOW, (false, false)).await;
        let path = format!("{}/counteragents/{}/acts", w.romashka.box_id, w.vasilek.box_id);
        let body = json!({ "act": "invite" });
        let first = w.ask(Some(&w.romashka), "POST", &path, "key-1", Some(body.clone())).await;
        let again = w.ask(Some(&w.romashka), "POST", &path, "key-1", Some(body.clone())).await;
        assert_eq!((first.status, again.status, again.replayed, again.body), (201, 201, true, first.body));
        let new = w.ask(Some(&w.romashka), "POST", &path, "key-2", Some(body)).await;
        assert_eq!((new.status, new.body["code"].clone()), (409, json!("exchange.counteragent.already-invited")));
        w.run_jobs().await;
    }

    async fn a_member_limited_to_other_departments_reaches_no_document(db: Database) {
        use account::change_member::{self, ChangedMember};
        use account::{DepartmentAccess, Permissions};
        let w = World::new(db).await;
        let posted = w.sends(w.paper(false)).await;
        let root = {
            let mut reader = w.store.reader().await.unwrap();
            let cx = w.cx(&w.vasilek);
            let scope = account::authorize(&mut reader, &cx, w.vasilek.organization_id, account::Permission::Read);
            let scope = scope.await.unwrap();
            account::read::org_box(&mut reader, &scope, w.vasilek.box_id).await.unwrap().root_department_id
        };
        for (listed, status) in [(vec![], 403), (vec![root], 200)] {
            let changed = ChangedMember {
                organization_id: w.vasilek.organization_id,
                user_id: w.vasilek.user_id,
                permissions: Permissions::all(),
                departments: DepartmentAccess::Listed(listed.into_iter().collect()),
            };
            let cx = w.room.app.cx(Caller::System);
            w.store.write(&cx, changed, |tx, cx, new| Box::pin(change_member::run(tx, cx, new))).await.unwrap();
            let (own, message, document) = (w.vasilek.box_id, posted.message_id, posted.entities[0]);
            for path in [
                format!("{own}/documents"),
                format!("{own}/documents/{document}"),
                format!("{own}/messages/{message}"),
                format!("{own}/messages/{message}/entities/{document}/content"),
                format!("{own}/events"),
            ] {
                let reply = w.ask(Some(&w.vasilek), "GET", &path, "none", None).await;
                assert_eq!(reply.status, status, "{path}: {}", reply.body);
                if status == 403 {
                    assert_eq!(reply.body["code"], json!("exchange.department.not-reached"));
                }
            }
        }
    }

    async fn nobody_and_strangers_get_nothing(db: Database) {
        let w = World::new(db).await;
        let own = w.romashka.box_id;
        let path = format!("{own}/messages");
        let posted = w.ask(Some(&w.romashka), "POST", &path, "k", Some(w.message_body(UtdFunction::Dop))).await;
        let (message, entity) = (text(&posted.body["message_id"]), text(&posted.body["entity_ids"][0]));
        let act = json!({ "acts": [{ "kind": "receipt", "parent_id": entity }] });
        let routes = [
            ("POST", path.clone(), Some(w.message_body(UtdFunction::Dop))),
            ("GET", format!("{path}/{message}"), None),
            ("POST", format!("{path}/{message}/patches"), Some(act)),
            ("GET", format!("{path}/{message}/entities/{entity}/content"), None),
            ("PUT", format!("{own}/content"), Some(json!("x"))),
            ("GET", format!("{own}/documents"), None),
            ("GET", format!("{own}/documents/{entity}"), None),
            ("POST", format!("{own}/documents/{entity}/drafts"), Some(json!({ "kind": "receipt" }))),
            ("GET", format!("{own}/documents/{entity}/verification"), None),
            ("GET", format!("{own}/documents/{entity}/print.pdf"), None),
            ("GET", format!("{own}/events"), None),
            ("GET", format!("{own}/counteragents"), None),
            ("POST", format!("{own}/counteragents/{}/acts", w.vasilek.box_id), Some(json!({ "act": "break" }))),
        ];
        for (method, path, body) in routes {
            let nobody = w.ask(None, method, &path, "n", body.clone()).await;
            assert_eq!(nobody.status, 401, "{method} {path}");
            let stranger = w.ask(Some(&w.vasilek), method, &path, "s", body.clone()).await;
            assert_eq!((stranger.status, stranger.body["code"].clone()), (404, json!("exchange.box.not-found")), "{path}");
            let absent = path.replace(&own.to_string(), "0192d3c4-0000-7000-8000-00000000002a");
            let absent = w.ask(Some(&w.vasilek), method, &absent, "a", body).await;
            assert_eq!((absent.status, absent.body["title"].clone()), (404, stranger.body["title"].clone()));
        }
        w.run_jobs().await;
    }

    async fn uploaded_content_is_named_by_its_hash(db: Database) {
        let w = World::new(db).await;
        let own = w.romashka.box_id;
        let bytes = json!("Большой договор").to_string();
        let uploaded = w.ask(Some(&w.romashka), "PUT", &format!("{own}/content"), "u", Some(json!("Большой договор"))).await;
        assert_eq!((uploaded.status, uploaded.body["size_bytes"].clone()), (200, json!(bytes.len())));
        let signature = w.romashka.signs.detached(bytes.as_bytes(), w.clock.now());
        let body = json!({ "to_box_id": w.vasilek.box_id, "documents": [{ "kind": "nonformalized",
            "uploaded": uploaded.body["blake3"], "file_name": "Договор.txt", "signature": STANDARD.encode(signature) }] });
        let posted = w.ask(Some(&w.romashka), "POST", &format!("{own}/messages"), "k", Some(body)).await;
        assert_eq!(posted.status, 201, "{}", posted.body);
        w.run_jobs().await;
        let none = json!({ "to_box_id": w.vasilek.box_id, "documents": [] });
        let refused = w.ask(Some(&w.romashka), "POST", &format!("{own}/messages"), "k2", Some(none)).await;
        assert_eq!((refused.status, refused.body["code"].clone()), (422, json!("exchange.message.no-documents")));
        let unknown = json!({ "to_box_id": w.vasilek.box_id, "documents": [], "extra": 1 });
        let refused = w.ask(Some(&w.romashka), "POST", &format!("{own}/messages"), "k3", Some(unknown)).await;
        assert_eq!(refused.status, 400);
    }
}
