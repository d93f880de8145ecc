//! What is trusted, in the store.

use crate::cast::{Cast, DAY, list, now};
use kernel::{Caller, Chance, Cx, Moment};
use pki::Signer as _;
use store::{Catalogue, No, Store};
use testkit::Database;
use trust::{
    AccreditationSpan, AccreditedAuthority, AccreditedList, Chain, Refusal, SignatureKind, Summary, Trust,
    import_authorities, import_list, prepare_authorities, prepare_list, register_accredited, withdraw_authority,
};

fn catalogue() -> Catalogue {
    Catalogue::new().with(trust::MIGRATIONS, trust::STATEMENTS)
}

fn cx() -> Cx {
    Cx::new(Caller::System, now(), Chance::from_seed([2; 32]))
}

async fn import(store: &Store, pem: &str) -> Result<usize, Refusal> {
    let imported = prepare_authorities(pem.as_bytes())?;
    let added = store.write(&cx(), imported, |tx, cx, new| Box::pin(import_authorities(tx, cx, new))).await;
    Ok(added.unwrap())
}

async fn import_one_list(store: &Store, trust: &Trust, der: &[u8], at: Moment) -> Result<(), Refusal> {
    trust.refresh(store).await.unwrap();
    let verified = prepare_list(&trust.snapshot(), der, at)?;
    match store.write(&cx(), verified, |tx, cx, new| Box::pin(import_list(tx, cx, new))).await {
        Ok(()) => Ok(()),
        Err(No::Refused(refusal)) => Err(refusal),
        Err(No::Fault(fault)) => panic!("{fault}"),
    }
}

fn fingerprint(der: &[u8]) -> Vec<u8> {
    blake3::hash(der).as_bytes().to_vec()
}

testkit::on_both_engines! {
    catalogue();

    async fn imported_authorities_and_lists_make_the_verdict(db: Database) {
        let store = db.open().await;
        let trust = Trust::open(&store).await.unwrap();
        let cast = Cast::unqualified();
        let signature = cast.sign(b"utd");
        let verdict = |trust: &Trust| trust.verdict(b"utd", &signature, now());
        assert_eq!(verdict(&trust).summary, Summary::Undetermined);
        assert_eq!(import(&store, &cast.authorities_pem()).await, Ok(2));
        assert_eq!(import(&store, &cast.authorities_pem()).await, Ok(0));
        assert!(trust.refresh(&store).await.unwrap());
        let trusted = verdict(&trust);
        assert!(matches!(trusted.chain, Chain::TrustedUpTo { .. }));
        assert_eq!((trusted.summary, trusted.kind), (Summary::Undetermined, SignatureKind::Unqualified));
        for issuer in [&cast.root, &cast.issuing] {
            let der = list(issuer, 1, now(), Vec::new()).to_der().to_vec();
            assert_eq!(import_one_list(&store, &trust, &der, now()).await, Ok(()));
        }
        trust.refresh(&store).await.unwrap();
        let proven = verdict(&trust);
        assert!(proven.is_proven());
        assert_ne!(proven.evidence.snapshot, trusted.evidence.snapshot);
        assert!(proven.evidence.trust_version > trusted.evidence.trust_version);
        // The same lists give the same verdict in another program.
        assert_eq!(verdict(&Trust::open(&db.open().await).await.unwrap()), proven);
        // What cannot be read gives a verdict too.
        let unreadable = trust.verdict(b"utd", b"utd", now());
        assert_eq!(unreadable.summary, Summary::Failed);
        let root = fingerprint(cast.root.certificate().to_der());
        let withdrawn: Result<(), No<Refusal>> =
            store.write(&cx(), root, |tx, cx, root| Box::pin(withdraw_authority(tx, cx, root))).await;
        withdrawn.unwrap();
        trust.refresh(&store).await.unwrap();
        assert!(matches!(verdict(&trust).chain, Chain::Unknown { .. }));
        // The verdict of that time can still be made again, from the version it names.
        let version = proven.evidence.trust_version.unwrap();
        let then = trust.as_of(&store, version).await.unwrap().unwrap();
        assert_eq!(verdict(&then), proven);
        assert!(trust.as_of(&store, version + 100).await.unwrap().is_none());
        // And trust can come back.
        assert_eq!(import(&store, &cast.authorities_pem()).await, Ok(1));
    }

    async fn lists_are_refused_that_should_be(db: Database) {
        let store = db.open().await;
        let trust = Trust::open(&store).await.unwrap();
        let cast = Cast::unqualified();
        let der = |number, at: Moment| list(&cast.issuing, number, at, Vec::new()).to_der().to_vec();
        assert_eq!(import_one_list(&store, &trust, &der(1, now()), now()).await, Err(Refusal::ListIssuerUnknown));
        import(&store, &cast.authorities_pem()).await.unwrap();
        let later = der(7, now().minus(DAY));
        assert_eq!(import_one_list(&store, &trust, &later, now()).await, Ok(()));
        assert_eq!(import_one_list(&store, &trust, &later, now()).await, Ok(()));
        // Numbers decide, not moments.
        assert_eq!(import_one_list(&store, &trust, &der(6, now()), now()).await, Err(Refusal::ListOlder));
        assert_eq!(import_one_list(&store, &trust, &der(300, now()), now()).await, Ok(()));
        let future = der(301, now().plus(DAY));
        assert_eq!(import_one_list(&store, &trust, &future, now()).await, Err(Refusal::ListFromFuture));
        let mut forged = der(302, now());
        *forged.last_mut().unwrap() ^= 1;
        assert_eq!(import_one_list(&store, &trust, &forged, now()).await, Err(Refusal::ListSignature));
        assert!(matches!(import_one_list(&store, &trust, b"list", now()).await, Err(Refusal::Unreadable { .. })));
        let leaf = cast.signer.certificate().to_pem().unwrap();
        assert_eq!(import(&store, &leaf).await, Err(Refusal::NotAuthority));
        assert!(matches!(import(&store, "text").await, Err(Refusal::Unreadable { .. })));
    }

    async fn an_accredited_list_is_kept_by_its_date(db: Database) {
        let store = db.open().await;
        let cast = Cast::new("Корневой УЦ", "Аккредитованный УЦ", "ООО «Ромашка»", 60);
        import(&store, &cast.authorities_pem()).await.unwrap();
        let row = AccreditedAuthority {
            fingerprint: fingerprint(cast.issuing.certificate().to_der()),
            name: "Аккредитованный УЦ".to_owned(),
            ogrn: "1269800000018".to_owned(),
            spans: vec![AccreditationSpan { from: now().minus(DAY), until: None }],
        };
        let of = |date: &str| AccreditedList::new(date.parse().unwrap(), "story", vec![row.clone()]).unwrap();
        let older = Err(No::Refused(Refusal::AccreditedOlder));
        for (date, expected) in [("2026-11-20", Ok(())), ("2026-11-20", Ok(())), ("2026-11-19", older)] {
            let kept = store.write(&cx(), of(date), |tx, cx, new| Box::pin(register_accredited(tx, cx, new))).await;
            assert_eq!(kept, expected);
        }
        let trust = Trust::open(&store).await.unwrap();
        // The leaf claims no tool class, so the list alone makes nothing qualified.
        let verdict = trust.verdict(b"utd", &cast.sign(b"utd"), now());
        assert_eq!(verdict.kind, SignatureKind::Unknown);
        assert!(!verdict.not_checked.contains(&trust::NotChecked::Accreditation));
    }
}
