//! Universal messages.

use crate::support::*;
use wire_diadoc::contract::context::SignerCard;
use wire_diadoc::contract::{
    Context, ContractRefusal, STATUS_CODES, generate_universal_message, parse_universal_message,
};

fn about() -> Context<'static> {
    Context { answered_file_id: Some("ON_NSCHFDOPPR_2XX-1_2XX-2_20261120_N"), ..context() }
}

#[test]
fn a_message_comes_back_as_it_was() {
    let made = generate_universal_message(MESSAGE.as_bytes(), &about()).unwrap();
    assert_eq!(made.file_name, format!("DP_UNISOOBSCH_2XX-2_2XX-1_20261120_{GUID}.xml"));
    let parsed = parse_universal_message(&made.bytes).unwrap();
    same(&canonical(&parsed.contract), &canonical(MESSAGE.as_bytes()), "message");
    assert_eq!(parsed.lost, [] as [String; 0]);
    let message = formats::service::UniversalMessage::read(&formats::read(&made.bytes).unwrap()).unwrap();
    assert_eq!(message.events.iter().map(|e| e.code.number()).collect::<Vec<_>>(), [2999, 4002]);
    assert_eq!(message.answered_file_id, "ON_NSCHFDOPPR_2XX-1_2XX-2_20261120_N");
}

#[test]
fn only_the_known_codes_are_sent() {
    for code in STATUS_CODES {
        assert!(generate_universal_message(MESSAGE.replace("2999", code).as_bytes(), &about()).is_ok(), "{code}");
    }
    for code in ["1", "2998", "5000", "-199", "19999", "1999 "] {
        let refused = generate_universal_message(MESSAGE.replace("2999", code).as_bytes(), &about());
        assert!(matches!(refused, Err(ContractRefusal::Value { .. })), "{code}");
    }
}

#[test]
fn the_person_of_the_settings_sends() {
    let person = SignerCard {
        last_name: "Луговая".to_owned(),
        first_name: "Мария".to_owned(),
        employee_position: Some("Бухгалтер".to_owned()),
        ..SignerCard::default()
    };
    let text = "<UniversalMessage><UniversalMessageInfos><UniversalMessageInfo StatusCode=\"1999\"/></UniversalMessageInfos>\
        <Sender UseDefaultPersonInfo=\"true\"/></UniversalMessage>";
    let made =
        generate_universal_message(text.as_bytes(), &Context { default_person: Some(&person), ..about() }).unwrap();
    let contract = String::from_utf8(parse_universal_message(&made.bytes).unwrap().contract).unwrap();
    assert!(contract.contains("LastName=\"Луговая\"") && contract.contains("Position=\"Бухгалтер\""), "{contract}");
    let refused = generate_universal_message(text.as_bytes(), &about());
    assert!(matches!(refused, Err(ContractRefusal::NotResolved { .. })), "{refused:?}");
    let recipient = text.replace("Sender", "Recipient");
    let refused =
        generate_universal_message(recipient.as_bytes(), &Context { default_person: Some(&person), ..about() });
    assert!(matches!(refused, Err(ContractRefusal::NotResolved { .. })), "{refused:?}");
}

#[test]
fn a_message_needs_its_ends_and_its_document() {
    for context in [
        Context { answered_file_id: None, ..about() },
        Context { sender_id: None, ..about() },
        Context { recipient_id: None, ..about() },
    ] {
        let refused = generate_universal_message(MESSAGE.as_bytes(), &context);
        assert!(matches!(refused, Err(ContractRefusal::NotResolved { .. })), "{refused:?}");
    }
    let title = titled(&seller_of("utd970_05_03_01"));
    assert!(matches!(parse_universal_message(&title.bytes), Err(ContractRefusal::OtherRoot { .. })));
}
