//! `svitok verify` as a pure function.

use crate::cast::{Cast, DAY, now};
use serde_json::json;
use trust::report::{CheckOutcome, Files, GivenFile, Outcome, recompute, verify_files};
use trust::{Chain, NotChecked, Part, Refusal, SignatureKind, Summary};
use web::{Language, TextSource, Texts};

pub fn texts() -> Texts {
    Texts::load(text_sources()).unwrap()
}

fn text_sources() -> [TextSource<'static>; 4] {
    let ru = |name, text| TextSource { language: Language::Russian, name, text };
    let en = |name, text| TextSource { language: Language::English, name, text };
    [
        ru("trust", include_str!("../../../../texts/ru/trust.ftl")),
        ru("pki", include_str!("../../../../texts/ru/pki.ftl")),
        en("trust", include_str!("../../../../texts/en/trust.ftl")),
        en("pki", include_str!("../../../../texts/en/pki.ftl")),
    ]
}

fn files<'a>(content: &'a [u8], signature: &'a [u8], authorities: &'a str, lists: Option<&'a str>) -> Files<'a> {
    Files { content, signature, authorities: authorities.as_bytes(), lists: lists.map(str::as_bytes) }
}

#[test]
fn good_bad_and_revoked() {
    let cast = Cast::unqualified();
    let (signature, authorities) = (cast.sign(b"utd"), cast.authorities_pem());
    let (good, revoked) = (cast.lists_pem(false), cast.lists_pem(true));
    let root_only = crate::cast::list(&cast.root, 1, now(), Vec::new()).to_pem().unwrap();
    let table = [
        (b"utd", Some(good.as_str()), Outcome::Good, Summary::Proven),
        (b"utd", None, Outcome::Good, Summary::ProvenWithoutRevocation),
        (b"utd", Some(revoked.as_str()), Outcome::Bad, Summary::Failed),
        (b"utD", Some(good.as_str()), Outcome::Bad, Summary::Failed),
        (b"utD", None, Outcome::Bad, Summary::Failed),
        // The list of the issuing authority is missing: asked, and not known.
        (b"utd", Some(root_only.as_str()), Outcome::Bad, Summary::Undetermined),
    ];
    for (content, lists, outcome, summary) in table {
        let report = verify_files(&files(content, &signature, &authorities, lists), now());
        let verdict = report.verdict.as_ref().unwrap();
        assert_eq!((report.outcome, verdict.summary), (outcome, summary), "{report:?}");
        assert_eq!(report.revocation_asked, lists.is_some());
        assert_eq!(
            verdict.not_checked.contains(&NotChecked::Revocation),
            !verdict.revocation.is_good() && !verdict.revocation.is_bad()
        );
    }
}

#[test]
fn the_root_gives_the_kind() {
    let table = [
        ("Корневой УЦ НЕКВАЛИФИЦИРОВАННЫЙ", SignatureKind::Unqualified, 0),
        ("ТЕСТ корневой УЦ", SignatureKind::Test, 3),
        ("СИМУЛЯТОР налоговой службы", SignatureKind::Simulator, 3),
        ("Аттестационный центр", SignatureKind::Unknown, 0),
    ];
    for (root, kind, exit_code) in table {
        let cast = Cast::new(root, "Издающий УЦ", "ООО «ТЕСТ»", 30);
        let (signature, authorities, lists) = (cast.sign(b"utd"), cast.authorities_pem(), cast.lists_pem(false));
        let report = verify_files(&files(b"utd", &signature, &authorities, Some(&lists)), now());
        assert_eq!((report.verdict.as_ref().unwrap().kind, report.exit_code), (kind, exit_code), "{root}");
        // A play signature that is bad is bad.
        let report = verify_files(&files(b"utD", &signature, &authorities, Some(&lists)), now());
        assert_eq!(report.exit_code, 1, "{root}");
    }
    // A mark further down takes the promise away, and never gives one.
    for (issuing, kind) in [("УЦ ТЕСТ", SignatureKind::Test), ("УЦ НЕКВАЛИФИЦИРОВАННЫЙ", SignatureKind::Unknown)]
    {
        let cast = Cast::new("Корневой УЦ", issuing, "ООО «Ромашка»", 40);
        let (signature, authorities) = (cast.sign(b"utd"), cast.authorities_pem());
        let report = verify_files(&files(b"utd", &signature, &authorities, None), now());
        assert_eq!(report.verdict.unwrap().kind, kind, "{issuing}");
    }
}

#[test]
fn what_is_trusted_is_what_was_given() {
    let cast = Cast::unqualified();
    let signature = cast.sign(b"utd");
    let stranger = Cast::new("Чужой НЕКВАЛИФИЦИРОВАННЫЙ", "Чужой УЦ", "ООО «Василёк»", 50);
    let report = verify_files(&files(b"utd", &signature, &stranger.authorities_pem(), None), now());
    let verdict = report.verdict.unwrap();
    assert_eq!((report.outcome, verdict.summary), (Outcome::Bad, Summary::Undetermined));
    assert_eq!((&verdict.integrity, verdict.kind), (&Part::Good, SignatureKind::Unknown));
    assert!(matches!(verdict.chain, Chain::Unknown { .. }));
    // The signer's own certificate may be the trusted one.
    let own = pki::Signer::certificate(&cast.signer).to_pem().unwrap();
    let report = verify_files(&files(b"utd", &signature, &own, None), now());
    let verdict = report.verdict.unwrap();
    assert_eq!((report.exit_code, verdict.kind), (0, SignatureKind::Unqualified));
    // An expired chain is broken.
    let report = verify_files(&files(b"utd", &signature, &cast.authorities_pem(), None), now().plus(DAY * 400));
    let verdict = report.verdict.unwrap();
    assert!(matches!(verdict.chain, Chain::Broken { .. }), "{verdict:?}");
    assert_eq!(report.exit_code, 1);
}

#[test]
fn unreadable_files_say_which() {
    let cast = Cast::unqualified();
    let (signature, authorities, lists) = (cast.sign(b"utd"), cast.authorities_pem(), cast.lists_pem(false));
    let cut = signature.get(..signature.len() - 1).unwrap();
    let table = [
        (cut, authorities.as_str(), Some(lists.as_str()), GivenFile::Signature),
        (b"", &authorities, None, GivenFile::Signature),
        ("не подпись".as_bytes(), &authorities, None, GivenFile::Signature),
        (&signature, "", None, GivenFile::Ca),
        (&signature, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", None, GivenFile::Ca),
        (&signature, &authorities, Some(""), GivenFile::Crl),
        (&signature, &authorities, Some(&authorities), GivenFile::Crl),
    ];
    for (signature, authorities, lists, file) in table {
        let report = verify_files(&files(b"utd", signature, authorities, lists), now());
        assert_eq!(report.exit_code, 2, "{file:?}");
        assert_eq!(report.unreadable.as_ref().unwrap().file, file);
        let text = report.to_text(&texts(), Language::Russian);
        assert!(text.starts_with("ПРОВЕРИТЬ НЕЛЬЗЯ"), "{text}");
    }
}

#[test]
fn pem_and_base64_signatures_are_taken() {
    use base64::Engine as _;
    let cast = Cast::unqualified();
    let base64 = base64::engine::general_purpose::STANDARD.encode(cast.sign(b"utd"));
    let pem = format!("-----BEGIN CMS-----\n{base64}\n-----END CMS-----\n");
    for signature in [base64, pem] {
        let report = verify_files(&files(b"utd", signature.as_bytes(), &cast.authorities_pem(), None), now());
        assert_eq!(report.outcome, Outcome::Good);
    }
}

#[test]
fn the_report_speaks_both_languages_and_json() {
    let cast = Cast::unqualified();
    let (signature, authorities, lists) = (cast.sign(b"utd"), cast.authorities_pem(), cast.lists_pem(false));
    for lists in [None, Some(lists.as_str())] {
        let report = verify_files(&files(b"utd", &signature, &authorities, lists), now());
        for language in [Language::Russian, Language::English] {
            let text = report.to_text(&texts(), language);
            assert!(!text.contains("trust-") && !text.contains("pki-") && !text.contains("{$"), "{text}");
            assert!(text.contains("ООО «Ромашка»") && text.contains("Корневой УЦ НЕКВАЛИФИЦИРОВАННЫЙ"), "{text}");
        }
        let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(json["outcome"], "good");
        assert_eq!(json["verdict"]["kind"]["kind"], "unqualified");
        assert_eq!(json["verdict"]["integrity"]["state"], "good");
    }
}

/// The stored report with one value changed.
fn changed(stored: &serde_json::Value, pointer: &str, value: serde_json::Value) -> Vec<u8> {
    let mut other = stored.clone();
    *other.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
    serde_json::to_vec(&other).unwrap()
}

#[test]
fn a_stored_report_is_made_again_from_its_own_inputs() {
    let cast = Cast::unqualified();
    let (signature, authorities, lists) = (cast.sign(b"utd"), cast.authorities_pem(), cast.lists_pem(false));
    for (lists, outcome) in [(Some(lists.as_str()), Outcome::Good), (None, Outcome::Good)] {
        let report = verify_files(&files(b"utd", &signature, &authorities, lists), now());
        assert_eq!(report.outcome, outcome);
        let made = recompute(report.to_json().as_bytes()).unwrap();
        assert_eq!((made.report, made.differences), (report, Vec::new()));
    }
    // a bad one is as reproducible as a good one
    let bad = verify_files(&files(b"other", &signature, &authorities, Some(&lists)), now());
    let made = recompute(bad.to_json().as_bytes()).unwrap();
    assert_eq!((made.report.exit_code, made.differences.len()), (1, 0));
    let checks = bad.checks.unwrap();
    assert_eq!((checks.name.as_str(), checks.outcome), ("message", CheckOutcome::No));
    let integrity = &checks.checks[0].checks[0];
    assert_eq!(integrity.reason.as_deref(), Some("pki.check.digest-differs"));
}

#[test]
fn a_changed_report_differs_or_is_refused() {
    let cast = Cast::unqualified();
    let (signature, authorities, lists) = (cast.sign(b"utd"), cast.authorities_pem(), cast.lists_pem(false));
    let report = verify_files(&files(b"utd", &signature, &authorities, Some(&lists)), now());
    let stored: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    let other = Cast::new("Корневой УЦ НЕКВАЛИФИЦИРОВАННЫЙ", "УЦ НЕКВАЛИФИЦИРОВАННЫЙ", "ООО «Ромашка»", 40);
    let others = verify_files(
        &files(b"utd", &other.sign(b"utd"), &other.authorities_pem(), Some(&other.lists_pem(true))),
        now(),
    );
    let others: serde_json::Value = serde_json::from_str(&others.to_json()).unwrap();
    let theirs = |pointer: &str| others.pointer(pointer).unwrap().clone();
    let evidence =
        ["content/0/octets", "message", "roots/0", "intermediates/0", "revocation_lists/0", "revocation_lists/1"];
    for part in evidence.map(|part| format!("/evidence/{part}")).iter().filter(|part| !part.contains("content")) {
        let made = recompute(&changed(&stored, part, theirs(part))).unwrap();
        assert!(!made.differences.is_empty(), "{part}");
    }
    for (part, value) in [
        ("/evidence/content/0/octets", json!("00".repeat(32))),
        ("/evidence/demands/at_micros", json!(now().plus(DAY).micros())),
        ("/evidence/demands/revocation", json!("if_present")),
        ("/evidence/demands/explicit_policy", json!(true)),
        ("/outcome", json!("bad")),
        ("/verdict/summary", json!("failed")),
        ("/checks/outcome", json!("unknown")),
        ("/checks/checks/0/checks/0/clause", json!("")),
        ("/inputs/0/streebog256", json!("")),
        ("/verdict/signers/0/certificate/inn", json!("7700000016")),
    ] {
        let made = recompute(&changed(&stored, part, value)).unwrap();
        assert!(!made.differences.is_empty(), "{part}");
    }
    for (part, value) in [
        ("/evidence", json!(null)),
        ("/evidence/format", json!("svitok-evidence-2")),
        ("/evidence/message", json!("AAAA")),
        ("/evidence/roots/0", json!("!")),
        ("/evidence/demands/revocation", json!("never")),
        ("/evidence/demands/policies", json!(["1.2.x"])),
        ("/evidence/content/0/algorithm", json!("")),
    ] {
        assert!(matches!(recompute(&changed(&stored, part, value)), Err(Refusal::StoredReport { .. })), "{part}");
    }
    assert!(recompute(b"").is_err() && recompute(b"{}").is_err());
    let unread = verify_files(&files(b"utd", b"", &authorities, None), now());
    assert!(recompute(unread.to_json().as_bytes()).is_err());
}

#[test]
fn every_code_has_its_texts_in_both_languages() {
    for language in [Language::Russian, Language::English] {
        let texts = Texts::load(text_sources().into_iter().filter(|source| source.language == language)).unwrap();
        for code in trust::Refusal::CODES {
            assert!(texts.of_code(language, code).is_some(), "{code} {language:?}");
        }
    }
}
