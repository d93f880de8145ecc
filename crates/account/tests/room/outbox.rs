//! The outbox over HTTP: an organization's own and the installation's.

use crate::world::{Ask, World, catalogue, settings};
use http::{Method, StatusCode};
use kernel::{Caller, OrganizationId};
use post::{NewLetter, NewSms, Phone};
use serde_json::{Value, json};
use std::convert::Infallible;
use store::No;
use testkit::Database;

async fn writes(w: &World, of: OrganizationId) {
    let cx = w.app.cx(Caller::System);
    let letter = NewLetter::new(of, "buh@vasilek.example", "Код", "Код 123456".to_owned()).unwrap();
    let sms = NewSms::new(of, Phone::parse("+79000000042").unwrap(), "Код 123456".to_owned()).unwrap();
    let queued = w.app.store.write(&cx, (letter, sms), |tx, cx, (letter, sms)| {
        Box::pin(async move {
            post::queue_letter(tx, cx, letter).await?;
            post::queue_sms(tx, cx, sms).await?;
            Ok::<_, No<Infallible>>(())
        })
    });
    queued.await.unwrap();
}

async fn the_outbox_of(w: &World, home: &str, token: &str) {
    for (kind, id, text, state) in
        [("letters", "letter_id", "body", "no-mail-server"), ("sms", "sms_id", "text", "no-sms-gateway")]
    {
        let listed = w.get(&format!("{home}/{kind}"), token).await;
        assert_eq!(listed.status, StatusCode::OK, "{}", listed.body);
        assert_eq!(listed.body["items"].as_array().map(Vec::len), Some(1), "{}", listed.body);
        assert_eq!(listed.body["items"][0][text], Value::Null, "a list holds no texts");
        let one = format!("{home}/{kind}/{}", listed.text(&format!("/items/0/{id}")));
        let shown = w.get(&one, token).await;
        assert_eq!((shown.text("/state").as_str(), shown.text(&format!("/{text}")).as_str()), (state, "Код 123456"));
        assert_eq!((&shown.body["may_resend"], &shown.body["attempts"]), (&json!(true), &json!(0)));
        let ask = Ask { token: Some(token), headers: &[("accept-language", "en")], ..Ask::default() };
        let english = w.ask(Method::GET, &one, ask).await;
        assert!(english.text("/state_text").starts_with("Not sent: no "), "{}", english.body);
        let again = w.ask(Method::POST, &format!("{one}/resend"), Ask { token: Some(token), ..Ask::default() }).await;
        assert_eq!((again.status, again.text("/state").as_str()), (StatusCode::OK, "waiting"));
        let twice = w.ask(Method::POST, &format!("{one}/resend"), Ask { token: Some(token), ..Ask::default() }).await;
        assert_eq!((twice.status, twice.code()), (StatusCode::CONFLICT, "post.not-again"));
        w.jobs.run_jobs().await;
        assert_eq!(w.get(&one, token).await.text("/state"), state);
    }
}

testkit::on_both_engines! {
    catalogue();

    async fn an_organization_and_the_installation_have_each_its_own(db: Database) {
        let first = World::new(&db).await;
        let (host, _) = first.person("host@romashka.example").await;
        drop(first);
        let administrators = [host.parse().unwrap()].into();
        let w = World::with(&db, account::Settings { administrators, ..settings() }).await;
        let host = w.shows("host@romashka.example", crate::world::PASSWORD).await.text("/token");
        let (_, founder) = w.person("seller@romashka.example").await;
        let romashka = w.romashka(&founder).await;
        writes(&w, romashka.parse().unwrap()).await;
        writes(&w, post::installation()).await;
        w.jobs.run_jobs().await;
        let home = format!("/api/v1/account/organizations/{romashka}");
        the_outbox_of(&w, &home, &founder).await;
        the_outbox_of(&w, "/api/v1/account/outbox", &host).await;
        assert_eq!(w.get(&format!("{home}/letters"), &host).await.code(), "account.not-found", "no member there");
        let theirs = w.get(&format!("{home}/letters"), &founder).await.text("/items/0/letter_id");
        let crossed = w.get(&format!("/api/v1/account/outbox/letters/{theirs}"), &host).await;
        assert_eq!(crossed.code(), "account.not-found", "an organization's letter is not the installation's");
        let nil = post::installation();
        let path = format!("/api/v1/account/organizations/{nil}/letters");
        assert_eq!(w.get(&path, &host).await.code(), "account.not-found", "the installation is no organization");
    }
}
