//! Signing in by certificates; accounts of those who hold one.

use crate::authority::{Holder, Root, anna};
use crate::world::{Answer, Ask, PASSWORD, World, catalogue};
use account::certificate_sign_in::challenge;
use account::certificate_stopped::{self, StoppedCertificate};
use account::enveloped_challenge::{self, DecryptedChallenge, NamedCertificate};
use account::{AccountRefusal, CertificateCause, DeviceWords, Door, SignInKind};
use http::{Method, StatusCode};
use kernel::{Caller, Clock as _, Cx};
use pki::Name;
use pki::cms::enveloped::EnvelopedMessage;
use serde_json::{Value, json};
use std::net::IpAddr;
use std::time::Duration;
use store::No;
use testkit::Database;

const SELLER: &str = "seller@romashka.example";
const CHALLENGES: &str = "/api/v1/account/sign-ins/certificate/challenges";
const SHOW: &str = "/api/v1/account/sign-ins/certificate";
const ACCEPT: &str = "/api/v1/account/registrations/by-certificate";
const BIND: &str = "/api/v1/account/certificates";
pub const UNQUALIFIED: &str = "УЦ НЕКВАЛИФИЦИРОВАННЫЙ";

async fn ask(w: &World, path: &str, token: Option<&str>) -> (String, String) {
    let given = w.ask(Method::POST, path, Ask { token, ..Ask::default() }).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.body);
    (given.text("/challenge"), given.text("/text"))
}

pub async fn shows(w: &World, holder: &Holder) -> Answer {
    let (challenge, text) = ask(w, CHALLENGES, None).await;
    w.knock(SHOW, json!({ "challenge": challenge, "signature": holder.sign(&text, w.clock.now()) })).await
}

pub async fn binds(w: &World, token: &str, holder: &Holder) -> Answer {
    let (challenge, text) = ask(w, "/api/v1/account/certificates/challenges", Some(token)).await;
    let body = json!({ "challenge": challenge, "signature": holder.sign(&text, w.clock.now()) });
    w.post(BIND, token, body).await
}

pub async fn trusted(w: &World, name: &str, seed: u8) -> Root {
    let root = Root::new(name, seed, w.clock.now());
    root.is_trusted_by(&w.app.store, &w.trust).await;
    root.publishes(&w.app.store, &w.trust, (1, &[])).await;
    root
}

fn acceptance(proposal: &str) -> Value {
    json!({
        "proposal": proposal,
        "organization": { "kpp": "980001001", "address": { "region_code": "77", "city": "Москва" } },
    })
}

testkit::on_both_engines! {
    catalogue();

    async fn a_holder_needs_no_registration(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let director = root.issue(anna(), 20);
        let shown = shows(&w, &director).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
        let proposal = &shown.body["proposal"];
        assert_eq!((&proposal["kind"], &proposal["name"]), (&json!("unqualified"), &json!("Ромашкина Анна Петровна")));
        assert_eq!((&proposal["inn"], &proposal["snils"]), (&json!("980000000101"), &json!("11223344595")));
        assert_eq!(proposal["organization"], json!({
            "name": "ООО «Ромашка»", "inn": "9800000013", "ogrn": "1269800000018", "title": "Директор",
            "region_code": "77", "city": "Москва",
        }));
        let token = shown.text("/proposal/proposal");
        let bad = json!({ "proposal": token, "organization": { "kpp": "1", "address": { "region_code": "77" } } });
        assert_eq!(w.knock(ACCEPT, bad).await.code(), "account.organization.requisite", "and nothing was made");
        let accepted = w.knock(ACCEPT, acceptance(&token)).await;
        assert_eq!(accepted.status, StatusCode::CREATED, "{}", accepted.body);
        let signed_in = accepted.text("/opened/token");
        let me = w.get("/api/v1/account/me", &signed_in).await;
        assert_eq!((me.text("/name"), me.text("/login")), ("Ромашкина Анна Петровна".to_owned(), String::new()));
        let organization_id = accepted.text("/founded/organization/organization_id");
        let home = w.get(&format!("/api/v1/account/organizations/{organization_id}"), &signed_in).await;
        assert_eq!((home.text("/name"), home.text("/inn")), ("ООО «Ромашка»".to_owned(), "9800000013".to_owned()));
        let again = w.knock(ACCEPT, acceptance(&token)).await;
        assert_eq!(again.status, StatusCode::CREATED, "two presses are one act: {}", again.body);
        assert_eq!(again.body["opened"]["sign_in"]["way"], "certificate");
        assert!(again.body.get("founded").is_none());
        let next = shows(&w, &director).await;
        let known = w.get("/api/v1/account/me", &next.text("/opened/token")).await;
        assert_eq!(known.text("/user_id"), me.text("/user_id"));
        let code = w.code_for("anna@romashka.example").await;
        let done = w.knock("/api/v1/account/links/confirm", json!({ "code": code })).await;
        assert_eq!(done.text("/confirmed"), "email-changed", "the address is the login when it is proven, not before");
        assert_eq!(w.get("/api/v1/account/me", &signed_in).await.text("/login"), "anna@romashka.example");
    }

    async fn a_certificate_with_an_address_of_somebody_takes_nothing(db: Database) {
        let w = World::new(&db).await;
        let (victim, _) = w.person("anna@romashka.example").await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let shown = shows(&w, &root.issue(anna(), 20)).await;
        let accepted = w.knock(ACCEPT, json!({ "proposal": shown.text("/proposal/proposal") })).await;
        let me = w.get("/api/v1/account/me", &accepted.text("/opened/token")).await;
        assert_ne!(me.text("/user_id"), victim);
        assert_eq!(me.text("/login"), "");
        let letters = w.letters().await;
        let told: Vec<_> = letters.iter().map(|letter| letter.1.as_str()).collect();
        assert_eq!(told, ["Этот адрес уже зарегистрирован в «Свитке»"]);
    }

    async fn an_organization_that_is_here_is_not_founded_twice(db: Database) {
        let w = World::new(&db).await;
        let (_, seller) = w.person(SELLER).await;
        w.romashka(&seller).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let shown = shows(&w, &root.issue(anna(), 20)).await;
        let accepted = w.knock(ACCEPT, acceptance(&shown.text("/proposal/proposal"))).await;
        assert_eq!(accepted.status, StatusCode::CREATED, "{}", accepted.body);
        assert_eq!(accepted.body["organization_is_here"], true);
        let mine = w.get("/api/v1/account/organizations", &accepted.text("/opened/token")).await;
        assert_eq!(mine.body["items"], json!([]));
        w.jobs.run_jobs().await;
    }

    async fn certificates_that_open_nothing(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let (director, revoked) = (root.issue(anna(), 20), root.issue(anna(), 21));
        root.publishes(&w.app.store, &w.trust, (2, &[&revoked])).await;
        let stranger = Root::new(UNQUALIFIED, 30, w.clock.now()).issue(anna(), 31);
        let simulator = trusted(&w, "УЦ СИМУЛЯТОР", 40).await.issue(anna(), 41);
        let test = trusted(&w, "УЦ ТЕСТ", 50).await.issue(anna(), 51);
        let unmarked = trusted(&w, "УЦ ЛУЧШИЙ", 60).await.issue(anna(), 61);
        for (holder, code) in [
            (&revoked, "account.certificate.revoked"),
            (&stranger, "account.certificate.not-trusted"),
            (&simulator, "account.certificate.kind-not-accepted"),
            (&test, "account.certificate.kind-not-accepted"),
            (&unmarked, "account.certificate.kind-not-accepted"),
        ] {
            let refused = shows(&w, holder).await;
            assert_eq!((refused.status, refused.code()), (StatusCode::UNAUTHORIZED, code));
        }
        let (challenge, text) = ask(&w, CHALLENGES, None).await;
        let signed = |text: &str| director.sign(text, w.clock.now());
        let show = |challenge: &str, signature: &str| {
            w.knock(SHOW, json!({ "challenge": challenge, "signature": signature }))
        };
        let unreadable = "account.certificate.unreadable";
        assert_eq!(show(&challenge, "не base64").await.code(), unreadable);
        assert_eq!(show(&challenge, "AAAA").await.code(), unreadable);
        let other = signed("другой текст");
        assert_eq!(show(&challenge, &other).await.code(), "account.certificate.signature-wrong");
        let over = "account.challenge.over";
        assert_eq!(show("нет", &signed(&text)).await.code(), over);
        let (bind, bind_text) = {
            let (_, token) = w.person(SELLER).await;
            ask(&w, "/api/v1/account/certificates/challenges", Some(&token)).await
        };
        assert_eq!(show(&bind, &signed(&bind_text)).await.code(), over, "made for another purpose");
        assert_eq!(show(&challenge, &signed(&text)).await.status, StatusCode::OK);
        assert_eq!(show(&challenge, &signed(&text)).await.code(), over, "answered once");
        let (late, late_text) = ask(&w, CHALLENGES, None).await;
        w.clock.advance(Duration::from_secs(5 * 60));
        assert_eq!(show(&late, &signed(&late_text)).await.code(), over);
        w.clock.advance(Duration::from_secs(8 * 24 * 60 * 60));
        let stale = shows(&w, &director).await;
        assert_eq!(stale.code(), "account.certificate.revocation-unknown", "the list is too old to say");
        w.clock.advance(Duration::from_secs(400 * 24 * 60 * 60));
        assert_eq!(shows(&w, &director).await.code(), "account.certificate.not-valid");
    }

    async fn a_person_binds_certificates_and_takes_them_away(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let (mine, other) = (root.issue(anna(), 20), root.issue(Name::builder().cn("Борис Васильков"), 21));
        let (me, token) = w.person(SELLER).await;
        let bound = binds(&w, &token, &mine).await;
        assert_eq!((bound.status, bound.text("/subject")), (StatusCode::CREATED, "Ромашкина Анна Петровна".to_owned()));
        assert_eq!(binds(&w, &token, &mine).await.text("/binding_id"), bound.text("/binding_id"), "it stays so");
        let opened = shows(&w, &mine).await;
        assert_eq!(w.get("/api/v1/account/me", &opened.text("/opened/token")).await.text("/user_id"), me);
        let (_, stranger) = w.person("buh@vasilek.example").await;
        let taken = binds(&w, &stranger, &mine).await;
        assert_eq!((taken.status, taken.code()), (StatusCode::CONFLICT, "account.certificate.taken"));
        assert_eq!(binds(&w, &stranger, &other).await.status, StatusCode::CREATED);
        let (challenge, text) = ask(&w, "/api/v1/account/certificates/challenges", Some(&stranger)).await;
        let body = json!({ "challenge": challenge, "signature": mine.sign(&text, w.clock.now()) });
        assert_eq!(w.post(BIND, &token, body).await.code(), "account.challenge.over", "another person's challenge");
        let path = format!("{BIND}/{}", bound.text("/binding_id"));
        assert_eq!(w.delete(&path, &stranger).await.code(), "account.not-found");
        assert_eq!(w.get(BIND, &token).await.body["items"].as_array().unwrap().len(), 1);
        assert_eq!(w.delete(&path, &token).await.status, StatusCode::NO_CONTENT);
        assert!(shows(&w, &mine).await.body.get("proposal").is_some(), "it is nobody's again");
    }

    async fn a_revoked_certificate_is_nobodys_way_in_and_its_holder_is_told(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let (mine, kept) = (root.issue(anna(), 20), root.issue(Name::builder().cn("Борис Васильков"), 21));
        let (me, token) = w.person(SELLER).await;
        let organization_id: kernel::OrganizationId = w.romashka(&token).await.parse().unwrap();
        for holder in [&mine, &kept] {
            assert_eq!(binds(&w, &token, holder).await.status, StatusCode::CREATED);
        }
        let holder: kernel::UserId = me.parse().unwrap();
        let system = w.app.cx(Caller::System);
        let cx = w.app.cx(Caller::User { user_id: holder, sign_in_id: system.new_id(), integrator_key_id: None });
        for (is_revoked, bound) in [(false, 2), (true, 1), (true, 1)] {
            let stopped = StoppedCertificate::new(mine.certificate(), holder, "0a11".to_owned(), is_revoked);
            let heard: Result<(), No<AccountRefusal>> = w.app.store.write(&cx, (organization_id, stopped), |tx, cx, (at, stopped)| {
                Box::pin(async move {
                    let scope = account::authorize(tx, cx, *at, account::Permission::Read).await?;
                    Ok(certificate_stopped::run(tx, cx, &scope, stopped).await?)
                })
            }).await;
            heard.unwrap();
            assert_eq!(w.get(BIND, &token).await.body["items"].as_array().unwrap().len(), bound, "a suspended one stays bound");
        }
        let bell = w.get("/api/v1/account/notices", &token).await;
        let told: Vec<_> = bell.body["items"].as_array().unwrap().iter().map(|notice| notice["kind"].as_str().unwrap()).collect();
        assert_eq!(told, ["certificate-revoked", "certificate-revoked", "certificate-suspended"], "{}", bell.body);
        assert!(shows(&w, &mine).await.body.get("opened").is_none(), "it opens nothing any more");
        assert!(shows(&w, &kept).await.body.get("opened").is_some());
        w.jobs.run_jobs().await;
    }

    async fn the_last_way_in_stays(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let director = root.issue(anna(), 20);
        let shown = shows(&w, &director).await;
        let accepted = w.knock(ACCEPT, json!({ "proposal": shown.text("/proposal/proposal") })).await;
        let token = accepted.text("/opened/token");
        let only = w.get(BIND, &token).await.text("/items/0/binding_id");
        let refused = w.delete(&format!("{BIND}/{only}"), &token).await;
        assert_eq!((refused.status, refused.code()), (StatusCode::CONFLICT, "account.sign-in.last-way-in"));
        assert!(shows(&w, &director).await.body.get("opened").is_some());
        let set = json!({ "password": PASSWORD });
        assert_eq!(w.put("/api/v1/account/password", &token, set.clone()).await.code(), "account.user.login-form");
        let code = w.code_for("anna@romashka.example").await;
        w.knock("/api/v1/account/links/confirm", json!({ "code": code })).await;
        assert_eq!(w.put("/api/v1/account/password", &token, set).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.delete(&format!("{BIND}/{only}"), &token).await.status, StatusCode::NO_CONTENT);
        assert_eq!(w.shows("anna@romashka.example", PASSWORD).await.status, StatusCode::CREATED);
    }

    async fn an_enveloped_challenge_is_opened_by_the_key_alone(db: Database) {
        let w = World::new(&db).await;
        let root = trusted(&w, UNQUALIFIED, 10).await;
        let (mine, other) = (root.issue(anna(), 20), root.issue(Name::builder().cn("Борис Васильков"), 21));
        let (me, token) = w.person(SELLER).await;
        binds(&w, &token, &mine).await;
        let cx = || Cx::new(Caller::Nobody, w.clock.now(), w.app.chance.clone());
        let envelope = enveloped_challenge::seal(&w.settings, &cx(), mine.certificate()).unwrap();
        let message = EnvelopedMessage::parse(&envelope).unwrap();
        assert!(message.open(&other.key, other.certificate()).is_err(), "another key opens nothing");
        let octets = message.open(&mine.key, mine.certificate()).unwrap().to_vec();
        let door = || Door::new(SignInKind::Diadoc, IpAddr::from([192, 0, 2, 1]), DeviceWords::default());
        let open = |octets: &[u8], certificate: NamedCertificate| {
            let shown = DecryptedChallenge { octets: octets.to_vec(), certificate, door: door(), client: None };
            let (store, at) = (w.app.store.clone(), cx());
            let (trust, settings) = (w.trust.clone(), w.settings.clone());
            async move { enveloped_challenge::open(&store, (&trust, &settings), &at, shown).await }
        };
        let whole = |holder: &Holder| NamedCertificate::Whole(Box::new(holder.certificate().clone()));
        let refusal = |no: No<AccountRefusal>| match no {
            No::Refused(refusal) => refusal,
            No::Fault(fault) => panic!("{fault}"),
        };
        let unknown = AccountRefusal::CertificateRefused { cause: CertificateCause::Unknown };
        assert_eq!(refusal(open(&octets, whole(&other)).await.unwrap_err()), unknown);
        assert_eq!(refusal(open(&[0; 56], whole(&mine)).await.unwrap_err()), AccountRefusal::ChallengeOver);
        let (to_sign, _) = challenge(&w.settings, &cx());
        let foreign = open(to_sign.octets(), whole(&mine)).await.unwrap_err();
        assert_eq!(refusal(foreign), AccountRefusal::ChallengeOver, "one that is to be signed is none to be decrypted");
        let thumbprint = mine.certificate().thumbprint_sha1().iter().map(|octet| format!("{octet:02X}")).collect();
        let opened = open(&octets, NamedCertificate::Thumbprint(thumbprint)).await.unwrap();
        assert_eq!(opened.sign_in.user_id.to_string(), me);
        assert_eq!(refusal(open(&octets, whole(&mine)).await.unwrap_err()), AccountRefusal::ChallengeOver, "once");
        let journal = w.get("/api/v1/account/sign-in-journal", &token).await;
        let causes: Vec<_> = journal.body["items"].as_array().unwrap().iter().map(|item| &item["cause"]).collect();
        assert!(causes.contains(&&json!("account.challenge.over")), "{causes:?}");
    }
}
