//! Getting a certificate.

use crate::world::{Host, Start, catalogue, key, request};
use certification::{IssuingPolicy, Refusal, Room};
use kernel::{Clock as _, Cx, OrganizationId};
use pki::{Certificate, KeySigner, SignForm, oid, sign_detached};
use store::No;
use testkit::Database;
use trust::{Chain, SignatureKind, Summary};

async fn issue(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    request_key: &str,
    number: u8,
) -> Result<Certificate, Refusal> {
    let request = request(&key(number));
    match room.issue(cx, organization_id, request_key, request.to_der()).await {
        Ok(issued) => Ok(issued.certificate),
        Err(No::Refused(refusal)) => Err(refusal),
        Err(No::Fault(fault)) => panic!("{fault}"),
    }
}

fn sign(certificate: &Certificate, number: u8, content: &[u8], at: kernel::Moment) -> Vec<u8> {
    let signer = KeySigner::new(key(number), certificate.clone(), Vec::new(), Box::new(|o| o.fill(5))).unwrap();
    sign_detached(content, &signer, SignForm::CadesBes { at }).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn a_member_gets_a_certificate_named_from_the_records(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let watch = host.jobs();
        let (romashka, director) = host.romashka().await;
        let certificate = issue(&host.room, &host.cx(director), romashka, "one", 20).await.unwrap();
        let subject = certificate.subject();
        assert_eq!(subject.cn(), Some("ООО «Ромашка»"));
        assert_eq!((subject.surname(), subject.given_name()), (Some("Ромашкина"), Some("Анна Ивановна")));
        assert_eq!((subject.inn_le(), subject.inn()), (Some("9800000013"), None));
        assert_eq!(certificate.issuer().cn(), Some("Свиток НЕКВАЛИФИЦИРОВАННЫЙ УЦ"));
        assert_eq!(certificate.serial().as_bytes().len(), 16);
        assert!(certificate.policies().is_empty());
        assert!(certificate.issuer_sign_tool().is_none() && certificate.identification_kind().is_none());
        assert!(!certificate.is_ca() && certificate.extension(&oid::EXT_KEY_USAGE).unwrap().critical);
        let issuer = certificate.authority_key_id().unwrap().key_id.clone().unwrap();
        let digits: String = issuer.iter().map(|octet| format!("{octet:02x}")).collect();
        assert_eq!(certificate.crl_urls(), [format!("http://svitok.example/crl/{digits}.crl")]);
        // Its signatures are what the host says they are.
        let at = host.clock.now();
        let verdict = host.trust.verdict(b"utd", &sign(&certificate, 20, b"utd", at), at);
        assert_eq!((verdict.summary, verdict.kind), (Summary::Proven, SignatureKind::Unqualified));
        let Chain::TrustedUpTo { root, .. } = &verdict.chain else { panic!("{verdict:?}") };
        assert_eq!(root, "Свиток НЕКВАЛИФИЦИРОВАННЫЙ корневой УЦ");
        assert!(verdict.evidence.trust_version.is_some());
        assert_eq!(host.trust.verdict(b"other", &sign(&certificate, 20, b"utd", at), at).summary, Summary::Failed);
        watch.run_jobs().await;
    }

    async fn a_test_organization_gets_a_test_certificate(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let director = host.person("director@vasilek.example", "Василькова Вера").await;
        let vasilek = host.company("ООО «Василёк»", "9800000020", director, true).await;
        let certificate = issue(&host.room, &host.cx(director), vasilek, "one", 21).await.unwrap();
        assert_eq!(certificate.issuer().cn(), Some("Свиток ТЕСТ УЦ"));
        let at = host.clock.now();
        let verdict = host.trust.verdict(b"utd", &sign(&certificate, 21, b"utd", at), at);
        assert_eq!((verdict.summary, verdict.kind), (Summary::Proven, SignatureKind::Test));
        host.jobs().run_jobs().await;
    }

    async fn the_same_application_gives_the_same_certificate(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let cx = host.cx(director);
        let first = issue(&host.room, &cx, romashka, "one", 22).await.unwrap();
        assert_eq!(issue(&host.room, &host.cx(director), romashka, "one", 22).await.unwrap(), first);
        assert_eq!(issue(&host.room, &cx, romashka, "one", 23).await, Err(Refusal::RequestKeyReused));
        assert_eq!(issue(&host.room, &cx, romashka, "two", 22).await, Err(Refusal::KeyReused));
        assert_eq!(issue(&host.room, &cx, romashka, "", 24).await, Err(Refusal::RequestKeyForm));
        // Two at once: one certificate.
        let (a, b) = tokio::join!(
            issue(&host.room, &cx, romashka, "three", 25),
            issue(&host.room, &cx, romashka, "three", 25)
        );
        assert_eq!(a.unwrap(), b.unwrap());
        certification::check_journals(host.store()).await.unwrap();
        host.jobs().run_jobs().await;
    }

    async fn strangers_and_members_without_the_permission_get_nothing(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let (romashka, _) = host.romashka().await;
        let stranger = host.person("somebody@vasilek.example", "Василькова Вера").await;
        let reader = host.person("reader@romashka.example", "Ромашкин Иван").await;
        host.member(romashka, reader, &["read", "administer"]).await;
        let short = host.person("short@romashka.example", "Ромашкин").await;
        host.member(romashka, short, &["sign"]).await;
        let code = |refused: Result<Certificate, Refusal>| kernel::Refusal::code(&refused.unwrap_err());
        let room = &host.room;
        assert_eq!(code(issue(room, &host.cx(stranger), romashka, "a", 30).await), "account.not-found");
        assert_eq!(code(issue(room, &host.cx(reader), romashka, "b", 30).await), "account.member.forbidden");
        assert_eq!(code(issue(room, &host.cx(short), romashka, "c", 30).await), "certification.subject.incomplete");
        assert_eq!(code(issue(room, &host.system(), romashka, "d", 30).await), "certification.issuing.not-person");
        // A refusal leaves nothing: the key is still free.
        host.member(romashka, stranger, &["sign"]).await;
        issue(room, &host.cx(stranger), romashka, "e", 30).await.unwrap();
        host.jobs().run_jobs().await;
    }

    async fn certificates_are_listed_newest_first_by_pages(db: Database) {
        let start = Start::usual();
        let host = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = host.romashka().await;
        let mut serials = Vec::new();
        for number in 90..95 {
            start.clock.advance(std::time::Duration::from_secs(1));
            let certificate = issue(&host.room, &host.cx(director), romashka, &number.to_string(), number).await.unwrap();
            serials.insert(0, certificate.serial_hex());
        }
        let mut listed = Vec::new();
        let mut after = String::new();
        loop {
            let path = format!("/api/v1/certification/certificates?organization_id={romashka}&limit=2{after}");
            let (_, page) = crate::routes::ask(&host, crate::routes::get(&path, Some(director))).await;
            let items = page["items"].as_array().unwrap();
            assert!(items.len() <= 2);
            listed.extend(items.iter().map(|item| item["serial"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(listed, serials);
        host.jobs().run_jobs().await;
    }

    async fn the_administrator_decides_for_whom(db: Database) {
        let start = Start { issuing: IssuingPolicy::Nobody, ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = host.romashka().await;
        assert_eq!(issue(&host.room, &host.cx(director), romashka, "a", 31).await, Err(Refusal::IssuingClosed));
        host.jobs().run_jobs().await;
    }
}
