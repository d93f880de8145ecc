//! The published list of accredited authorities: what it makes of signatures, and which lists are refused.

use crate::cast::{Cast, DAY, now};
use crate::crafted::qualified_signer;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Caller, Chance, Cx, Moment};
use pki::{Certificate, Signer as _};
use store::{Catalogue, No, Store};
use testkit::Database;
use trust::{
    ImportedAccredited, Refusal, SignatureKind, Trust, import_accredited, import_authorities, prepare_accredited,
    prepare_authorities,
};

/// One authority of a list: name, ОГРН, statuses with their moments, certificates.
pub struct Listed<'a> {
    pub statuses: &'a [(&'a str, &'a str)],
    pub certificates: Vec<&'a Certificate>,
}

/// A list as the portal publishes it, with what a reader passes over.
pub fn published(version: u64, date: &str, authorities: &[Listed<'_>]) -> String {
    let status = |(word, since): &(&str, &str)| {
        format!("<СтатусАккредитации><Статус>{word}</Статус><ДействуетС>{since}</ДействуетС></СтатусАккредитации>")
    };
    let each = authorities.iter().map(|authority| {
        let certificates = authority.certificates.iter().map(|certificate| {
            let octets = STANDARD.encode(certificate.to_der());
            format!("<ДанныеСертификата><Отпечаток>00</Отпечаток><КемВыдан>CN=Корень</КемВыдан><Данные>{octets}</Данные></ДанныеСертификата>")
        });
        let history: String = authority.statuses.iter().map(status).collect();
        let present = authority.statuses.last().map(status).unwrap_or_default();
        format!(
            "<УдостоверяющийЦентр><Название>АО &quot;Ромашка &amp; Ко&quot;</Название><ЭлектроннаяПочта/>\
             <Адрес><Страна>RU</Страна></Адрес><ПрограммноАппаратныеКомплексы><ПрограммноАппаратныйКомплекс>\
             <КлючиУполномоченныхЛиц><Ключ><Сертификаты>{}</Сертификаты></Ключ></КлючиУполномоченныхЛиц>\
             </ПрограммноАппаратныйКомплекс></ПрограммноАппаратныеКомплексы><ОГРН>1269800000018</ОГРН>{present}\
             <ИсторияСтатусовАккредитации>{history}</ИсторияСтатусовАккредитации></УдостоверяющийЦентр>",
            certificates.collect::<String>()
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- список --><АккредитованныеУдостоверяющиеЦентры><Версия>{version}</Версия>\
         <Дата>{date}</Дата>{}</АккредитованныеУдостоверяющиеЦентры>",
        each.collect::<String>()
    )
}

fn catalogue() -> Catalogue {
    Catalogue::new().with(trust::MIGRATIONS, trust::STATEMENTS)
}

fn cx() -> Cx {
    Cx::new(Caller::System, now(), Chance::from_seed([2; 32]))
}

async fn import(
    store: &Store,
    trust: &Trust,
    xml: &str,
    signature: Option<&[u8]>,
) -> Result<ImportedAccredited, Refusal> {
    trust.refresh(store).await.unwrap();
    let checked = prepare_accredited(trust, xml, signature, now())?;
    let imported = store.write(&cx(), checked, |tx, cx, new| Box::pin(import_accredited(tx, cx, new))).await;
    trust.refresh(store).await.unwrap();
    imported.map_err(|no| match no {
        No::Refused(refusal) => refusal,
        No::Fault(fault) => panic!("{fault}"),
    })
}

async fn trusting(db: &Database, cast: &Cast) -> (Store, Trust) {
    let store = db.open().await;
    let trust = Trust::open(&store).await.unwrap();
    let root = prepare_authorities(cast.root.certificate().to_pem().unwrap().as_bytes()).unwrap();
    store.write(&cx(), root, |tx, cx, new| Box::pin(import_authorities(tx, cx, new))).await.unwrap();
    trust.refresh(&store).await.unwrap();
    (store, trust)
}

testkit::on_both_engines! {
    catalogue();

    async fn an_accredited_authority_makes_signatures_qualified_while_it_is_accredited(db: Database) {
        let cast = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 80);
        let (store, trust) = trusting(&db, &cast).await;
        let signer = qualified_signer(&cast, "ООО «Ромашка»");
        let signature = pki::sign_detached(b"utd", &signer, pki::SignForm::CadesBes { at: now() }).unwrap();
        let kind = |at: Moment| trust.verdict(b"utd", &signature, at).kind;
        assert_eq!(kind(now()), SignatureKind::Unknown);
        let issuing = || vec![cast.issuing.certificate()];
        let listed = |statuses| [Listed { statuses, certificates: issuing() }];
        let first = published(100, "2026-11-18T00:00:00", &listed(&[("Действует", "2026-11-01T00:00:00")]));
        let told = import(&store, &trust, &first, None).await;
        assert_eq!(told, Ok(ImportedAccredited { accredited: 1, added: 1, unread: 0 }));
        let by = |date: &str| SignatureKind::QualifiedByList { list_date: date.parse().unwrap() };
        assert_eq!(kind(now()), by("2026-11-18"));
        // withdrawn yesterday: what was signed before stays what it was
        let statuses = [("Действует", "2026-11-01T00:00:00"), ("Прекращена", "2026-11-22T00:00:00+03:00")];
        let second = published(101, "2026-11-20", &listed(&statuses));
        let told = import(&store, &trust, &second, None).await;
        assert_eq!(told, Ok(ImportedAccredited { accredited: 1, added: 0, unread: 0 }));
        assert_eq!(kind(now()), SignatureKind::Unknown);
        let midnight = Moment::parse_rfc3339("2026-11-22T00:00:00+03:00").unwrap();
        assert_eq!(kind(midnight), SignatureKind::Unknown);
        assert_eq!(kind(midnight.minus(std::time::Duration::from_micros(1))), by("2026-11-20"));
        // suspended is not accredited, and an accreditation that came back counts again
        let statuses = [
            ("Действует", "2026-11-01"),
            ("Приостановлена", "2026-11-22T00:00:00"),
            ("Действует", "2026-11-22T06:00:00"),
        ];
        let third = published(102, "2026-11-21", &listed(&statuses));
        import(&store, &trust, &third, None).await.unwrap();
        assert_eq!(kind(now()), by("2026-11-21"));
        // and so does the time before it was suspended: the span that holds the moment decides
        let moscow = |time: &str| Moment::parse_rfc3339(&format!("2026-11-{time}:00+03:00")).unwrap();
        for (time, expected) in
            [("21T14:00", true), ("21T23:59", true), ("22T00:00", false), ("22T05:59", false), ("22T06:00", true)]
        {
            let expected = if expected { by("2026-11-21") } else { SignatureKind::Unknown };
            assert_eq!(kind(moscow(time)), expected, "{time}");
        }
        // an authority that has expired issues nothing good, accredited or not
        assert_eq!(kind(now().plus(DAY * 366)), SignatureKind::Unknown);
        // never accredited
        let fourth = published(103, "2026-11-22", &listed(&[("Аннулирована", "2026-11-01")]));
        let told = import(&store, &trust, &fourth, None).await;
        assert_eq!(told, Ok(ImportedAccredited { accredited: 0, added: 0, unread: 0 }));
        assert_eq!(kind(now()), SignatureKind::Unknown);
    }

    async fn of_two_lists_of_one_day_the_one_imported_last_counts(db: Database) {
        let cast = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 110);
        let (store, trust) = trusting(&db, &cast).await;
        let signer = qualified_signer(&cast, "ООО «Ромашка»");
        let signature = pki::sign_detached(b"utd", &signer, pki::SignForm::CadesBes { at: now() }).unwrap();
        let verdict = |trust: &Trust| trust.verdict(b"utd", &signature, now());
        let of_20th = |version, statuses| {
            published(version, "2026-11-20", &[Listed { statuses, certificates: vec![cast.issuing.certificate()] }])
        };
        let first = of_20th(100, &[("Действует", "2026-11-01")]);
        assert_eq!(import(&store, &trust, &first, None).await.unwrap().added, 1);
        let qualified = verdict(&trust);
        assert!(matches!(qualified.kind, SignatureKind::QualifiedByList { .. }));
        // the same file again changes nothing, and neither does one in which nothing that counts differs
        for again in [first.clone(), of_20th(101, &[("Действует", "2026-11-01")])] {
            assert_eq!(import(&store, &trust, &again, None).await.unwrap().added, 0);
            assert_eq!(verdict(&trust).evidence.snapshot, qualified.evidence.snapshot);
        }
        // the ministry corrects its list within the day
        let second = of_20th(102, &[("Действует", "2026-11-01"), ("Прекращена", "2026-11-19")]);
        import(&store, &trust, &second, None).await.unwrap();
        let unknown = verdict(&trust);
        assert_eq!(unknown.kind, SignatureKind::Unknown);
        assert_ne!(unknown.evidence.snapshot, qualified.evidence.snapshot);
        // both are kept: each verdict can be made again from the version it names
        for known in [&qualified, &unknown] {
            let then = trust.as_of(&store, known.evidence.trust_version.unwrap()).await.unwrap().unwrap();
            assert_eq!(&verdict(&then), known);
        }
        // and the first may come back
        import(&store, &trust, &first, None).await.unwrap();
        assert_eq!(verdict(&trust).kind, qualified.kind);
    }

    async fn lists_that_should_be_are_refused(db: Database) {
        let cast = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 90);
        let stranger = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 100);
        let (store, trust) = trusting(&db, &cast).await;
        let in_force: &[(&str, &str)] = &[("Действует", "2020-01-01")];
        let one = |of: &Cast, date: &str| {
            published(7, date, &[Listed { statuses: in_force, certificates: vec![of.issuing.certificate()] }])
        };
        let of_20th = one(&cast, "2026-11-20");
        // its signature: of a foreign key, of another file, not a signature, and good
        let foreign = stranger.sign(of_20th.as_bytes());
        let other = cast.sign(one(&cast, "2026-11-19").as_bytes());
        for signature in [foreign.as_slice(), &other, b"text"] {
            let told = import(&store, &trust, &of_20th, Some(signature)).await;
            assert_eq!(told, Err(Refusal::AccreditedSignature));
        }
        let good = cast.sign(of_20th.as_bytes());
        assert!(import(&store, &trust, &of_20th, Some(&good)).await.is_ok());
        assert_eq!(import(&store, &trust, &one(&cast, "2026-11-19"), None).await, Err(Refusal::AccreditedOlder));
        assert_eq!(import(&store, &trust, &one(&cast, "2026-11-23"), None).await, Err(Refusal::AccreditedFromFuture));
        // two authorities with one certificate; the same one twice at one authority is no fault
        let shared = vec![cast.issuing.certificate()];
        let since: &[(&str, &str)] = &[("Действует", "2021-01-01")];
        let two = [
            Listed { statuses: in_force, certificates: shared.clone() },
            Listed { statuses: since, certificates: shared.clone() },
        ];
        assert_eq!(import(&store, &trust, &published(8, "2026-11-21", &two), None).await, Err(Refusal::AccreditedTwice));
        let twice = [Listed { statuses: in_force, certificates: [shared.clone(), shared].concat() }];
        assert_eq!(import(&store, &trust, &published(8, "2026-11-21", &twice), None).await.unwrap().accredited, 1);
        // a certificate that cannot be read is told; a self-signed one is no root for standing in a list
        let xml = published(9, "2026-11-22", &[Listed { statuses: in_force, certificates: vec![stranger.root.certificate()] }]);
        let xml = xml.replacen("<Данные>", "<Данные>AAAA</Данные><Данные>", 1);
        let told = import(&store, &trust, &xml, None).await;
        assert_eq!(told, Ok(ImportedAccredited { accredited: 1, added: 0, unread: 1 }));
        let verdict = trust.verdict(b"utd", &stranger.sign(b"utd"), now());
        assert!(!verdict.chain.is_trusted());
        let large = " ".repeat(48 * 1024 * 1024 + 1);
        assert!(matches!(import(&store, &trust, &large, None).await, Err(Refusal::TooMany { .. })));
    }
}
