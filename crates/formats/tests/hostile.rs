//! Bad input: each kind is refused with its code; nothing makes the engine panic, hang or grow.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::limits::{DEPTH_MAX, FILE_BYTES_MAX};
use formats::{check, detect, read};
use support::*;

const HEAD: &str = r#"<?xml version="1.0" encoding="windows-1251"?>"#;

fn in_1251(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

/// The refusal's code, which `read`, `detect` and `check` must agree about.
fn code(bytes: &[u8]) -> String {
    let findings = check(bytes);
    assert!(!findings.is_clean());
    let first = findings.first_error().unwrap().code.clone();
    if let Err(refusal) = read(bytes) {
        assert_eq!(refusal.code(), first);
    }
    first
}

#[test]
fn every_kind_of_bad_input_has_its_code() {
    let file = |inner: &str| in_1251(&format!("{HEAD}<Файл ИдФайл=\"DP_IZVPOL_1\" ВерсФорм=\"1.03\">{inner}</Файл>"));
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE Файл [<!ENTITY a "аааа"><!ENTITY b "&a;&a;&a;">]><Файл>&b;</Файл>"#;
    let deep = format!("{}{}", "<а>".repeat(DEPTH_MAX + 1), "</а>".repeat(DEPTH_MAX + 1));
    let mut broken_utf8 = r#"<?xml version="1.0" encoding="UTF-8"?><Файл А=""#.as_bytes().to_vec();
    broken_utf8.extend(in_1251("Ромашка\"/>"));
    let mut marked = vec![0xEF, 0xBB, 0xBF];
    marked.extend(in_1251(&format!("{HEAD}<Файл/>")));
    let mut undefined = in_1251(&format!("{HEAD}<Файл А=\""));
    undefined.extend([0x98]);
    undefined.extend(b"\"/>");
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("formats.xml.dtd", laughs.into()),
        ("formats.xml.dtd", format!("{HEAD}<!DOCTYPE Файл SYSTEM \"file:///etc/passwd\"><a/>").into()),
        ("formats.xml.entity", file("&nbsp;")),
        ("formats.xml.entity", file("<а б=\"&xxe;\"/>")),
        ("formats.encoding.broken", broken_utf8),
        ("formats.encoding.broken", undefined),
        ("formats.encoding.unknown", marked),
        ("formats.encoding.unknown", b"<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>".to_vec()),
        ("formats.encoding.unknown", b"<?xml version=\"1.0\" encoding=windows-1251?><a/>".to_vec()),
        ("formats.encoding.broken", vec![0xFF, 0xFE, 0x3C, 0x00]),
        ("formats.file.too-large", vec![b' '; FILE_BYTES_MAX + 1]),
        ("formats.file.too-deep", file(&deep)),
        ("formats.xml.not-well-formed", b"".to_vec()),
        ("formats.xml.not-well-formed", b"Just text".to_vec()),
        ("formats.xml.not-well-formed", b"<a>".to_vec()),
        ("formats.xml.not-well-formed", b"<a></b>".to_vec()),
        ("formats.xml.not-well-formed", b"<a/><b/>".to_vec()),
        ("formats.xml.not-well-formed", b"<a b=\"1\" b=\"2\"/>".to_vec()),
        ("formats.xml.not-well-formed", b"<a b=\"1\"c=\"2\"/>".to_vec()),
        ("formats.xml.not-well-formed", b"<a b=1/>".to_vec()),
        ("formats.xml.not-well-formed", b"<a b=\"<\"/>".to_vec()),
        ("formats.xml.not-well-formed", b"<a>&#0;</a>".to_vec()),
        ("formats.xml.not-well-formed", b"<a>\x07</a>".to_vec()),
        ("formats.xml.not-well-formed", "<a>\u{FFFE}</a>".into()),
        ("formats.xml.not-well-formed", "<a b='\u{FFFF}'/>".into()),
        ("formats.format.unknown", "<a b='\u{FFFD}\u{F000}'/>".into()),
        ("formats.xml.not-well-formed", b"<a>]]></a>".to_vec()),
        ("formats.xml.not-well-formed", b" <?xml version=\"1.0\"?><a/>".to_vec()),
        ("formats.xml.not-well-formed", b"<a>&amp</a>".to_vec()),
        ("formats.xml.not-well-formed", b"<1/>".to_vec()),
        ("formats.format.unknown", b"<a/>".to_vec()),
        ("formats.format.unknown", in_1251(&format!("{HEAD}<Файл ИдФайл=\"ON_NSCHFDOPPR_1\" ВерсФорм=\"9.99\"/>"))),
        ("formats.format.unknown", in_1251(&format!("{HEAD}<Файл ИдФайл=\"NO_SUCH\" ВерсФорм=\"5.03\"/>"))),
    ];
    for (expected, bytes) in cases {
        let shown: String = String::from_utf8_lossy(&bytes).chars().take(80).collect();
        assert_eq!(code(&bytes), expected, "{shown}");
    }
}

#[test]
fn structure_findings_say_where_and_what_would_be_accepted() {
    let text = format!(
        "{HEAD}\n<Файл ИдФайл=\"DP_IZVPOL_1\" ВерсФорм=\"1.03\" ВерсПрог=\"x\" Лишний=\"1\">\n <Документ КНД=\"1115111\">\n  <Чужой/>\n </Документ>\n</Файл>"
    );
    let found = check(&in_1251(&text));
    let seen: Vec<(&str, &str, usize)> =
        found.findings.iter().map(|f| (f.code.as_str(), f.path.as_str(), f.line)).collect();
    assert_eq!(
        seen,
        [
            ("formats.schema.attribute", "Файл/@Лишний", 2),
            ("formats.schema.enumeration", "Файл/Документ/@КНД", 3),
            ("formats.schema.element", "Файл/Документ/Чужой", 4),
            ("formats.schema.incomplete", "Файл/Документ", 5),
        ]
    );
    assert_eq!(found.findings[1].accepted, "one of: 1115110");
    assert_eq!(found.findings[1].shape, "7 characters: digits");
    assert_eq!(found.findings[2].accepted, "element УчастЭДО");
    assert!(found.findings.iter().all(|f| f.norm == "DP_IZVPOL_1_982_00_01_03_01"));
}

#[test]
fn findings_are_bounded_and_say_that_there_were_more() {
    let many = format!("{HEAD}<Файл ИдФайл=\"DP_IZVPOL_1\" ВерсФорм=\"1.03\">{}</Файл>", "<а/>".repeat(5_000));
    let found = check(&in_1251(&many));
    assert_eq!(found.findings.len(), formats::limits::FINDINGS_MAX);
    assert!(found.cut);
}

#[test]
fn cut_and_changed_bytes_never_panic() {
    let Some(shared) = shared("cut_and_changed_bytes_never_panic") else { return };
    let mut tried = 0;
    for path in files(&shared.join("edo-samples"), "xml") {
        let bytes = std::fs::read(&path).unwrap();
        for cut in (0..bytes.len()).step_by(97) {
            let _ = (check(&bytes[..cut]), detect(&bytes[..cut]), read(&bytes[..cut]));
            tried += 1;
        }
        let mut chance = Seeded::new(7);
        for _ in 0..200 {
            let mut changed = bytes.clone();
            for _ in 0..=chance.below(4) {
                let at = chance.below(changed.len());
                changed[at] = u8::try_from(chance.below(256)).unwrap();
            }
            if let Ok(document) = read(&changed) {
                let _ = formats::utd::SellerTitle::from_document(document.clone());
                let _ = formats::utd::BuyerTitle::from_document(document);
            }
            let _ = check(&changed);
            tried += 1;
        }
    }
    assert!(tried > 2_000, "{tried}");
}

/// Many rows that each ask after a branch of many elements, as an assertion of УПД does.
#[test]
#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn assertions_across_wide_branches_take_time_in_proportion() {
    let file = |count: usize| {
        let branch = "<СвСчФакт><ДопСвФХЖ1/></СвСчФакт>".repeat(count);
        let row = "<СведТов><СвДТ/><ДопСведТов/></СведТов>".repeat(count);
        let inner = format!("{}{}", "<СвДТ/>".repeat(count), "<ДопСведТов/>".repeat(count));
        in_1251(&format!(
            "{HEAD}<Файл ИдФайл=\"ON_NSCHFDOPPR_1\" ВерсФорм=\"5.03\"><Документ КНД=\"1115131\" Функция=\"ДОП\">{branch}\
             <ТаблСчФакт>{row}<СведТов>{inner}</СведТов></ТаблСчФакт></Документ></Файл>"
        ))
    };
    let took = |bytes: &[u8]| {
        let begun = std::time::Instant::now();
        let found = check(bytes);
        assert!(found.cut && found.findings.iter().any(|f| f.code == "formats.schema.order"), "{found:?}");
        begun.elapsed()
    };
    let (small, large) = (file(5_000), file(40_000));
    let (short, long) = (took(&small).max(took(&small)), took(&large).min(took(&large)));
    // Eight times the document; sixty-four times the work where it grew with the square.
    assert!(long < short * 24, "{short:?} {long:?}");
    let mut parted = formats::Registry::embedded().check_in_parts(None, formats::Extent::Assertions);
    let begun = std::time::Instant::now();
    large.chunks(1_000).for_each(|part| parted.push(part));
    assert_eq!(parted.finish().findings, check(&large).findings);
    assert!(begun.elapsed() < short * 80, "{:?}", begun.elapsed());
}
