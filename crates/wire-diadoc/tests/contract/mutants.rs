//! Spoilt contracts and titles: a refusal or an answer, never a panic.

use crate::support::*;
use wire_diadoc::contract::context::AnsweredTitle;
use wire_diadoc::contract::{
    CONTRACT_BYTES_MAX, Context, ContractRefusal, generate, generate_universal_message, parse, parse_universal_message,
    parse_with_losses, read_signer,
};

const MUTANTS: usize = 150;

#[test]
fn a_spoilt_contract_is_refused_or_carried_whole() {
    let signatures = ["MIIBdGVzdA==".to_owned()];
    let (mut carried, mut refused) = (0, 0);
    for (index, fixture) in fixtures().iter().enumerate() {
        let seller = titled(&seller_of(&fixture.ask.version));
        let answered = AnsweredTitle { bytes: &seller.bytes, signatures: &signatures };
        let context = Context { seller_title: Some(answered), ..context() };
        let mut chance = Seeded(100 + index as u64);
        for _ in 0..MUTANTS {
            let mutant = mutate(&fixture.text, &mut chance);
            match generate(mutant.as_bytes(), &fixture.ask, &context) {
                Ok(title) => {
                    carried += 1;
                    let parsed = parse_with_losses(&title.bytes, &fixture.ask).unwrap();
                    assert_eq!(parsed.lost, [] as [String; 0], "{mutant}");
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(carried > 100 && refused > 1000, "{carried} {refused}");
}

#[test]
fn without_validation_a_spoilt_contract_never_panics() {
    for (index, fixture) in fixtures().iter().enumerate() {
        let mut ask = fixture.ask.clone();
        ask.disable_validation = true;
        let mut chance = Seeded(900 + index as u64);
        let mut carried = 0;
        for _ in 0..MUTANTS {
            let made = generate(mutate(&fixture.text, &mut chance).as_bytes(), &ask, &context());
            carried += usize::from(made.is_ok_and(|title| formats::read_tree(&title.bytes).is_ok()));
        }
        assert!(carried > 0 || ask.title_index == 1, "{}", fixture.name);
    }
}

#[test]
fn a_spoilt_title_never_panics() {
    for (index, fixture) in fixtures().iter().enumerate() {
        let title = titled(fixture);
        let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&title.bytes);
        let text = text.replacen("windows-1251", "UTF-8", 1);
        let mut chance = Seeded(500 + index as u64);
        let mut parsed = 0;
        for _ in 0..MUTANTS {
            parsed += usize::from(parse(mutate(&text, &mut chance).as_bytes(), &fixture.ask).is_ok());
        }
        assert!(parsed > 0, "{}", fixture.name);
        for cut in (0..title.bytes.len()).step_by(997) {
            assert!(parse(&title.bytes[..cut], &fixture.ask).is_err());
        }
    }
}

#[test]
fn hostile_files_are_refused_everywhere() {
    let deep = format!("<UniversalTransferDocument>{}", "<a>".repeat(100_000));
    let entity = "<!DOCTYPE a [<!ENTITY x \"y\">]><UniversalTransferDocument>&x;</UniversalTransferDocument>";
    let large = format!("<!--{}-->", " ".repeat(CONTRACT_BYTES_MAX));
    let ask = ask("ДОП", "utd970_05_03_01", 0);
    for hostile in ["", "<a/>", "\u{0}", "<a", deep.as_str(), entity, large.as_str()] {
        let bytes = hostile.as_bytes();
        assert!(generate(bytes, &ask, &context()).is_err());
        assert!(parse(bytes, &ask).is_err());
        assert!(read_signer(bytes).is_err());
        assert!(generate_universal_message(bytes, &context()).is_err());
        assert!(parse_universal_message(bytes).is_err());
    }
    let refused = generate(large.as_bytes(), &ask, &context());
    assert!(matches!(refused, Err(ContractRefusal::TooLarge { .. })));
}
