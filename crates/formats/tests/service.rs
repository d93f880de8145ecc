//! Operator and receipt documents: model → official file → model, accepted by the official schemas.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::service::*;
use formats::{Document, FormatRefusal, check, detect, read, read_checked, write};
use support::*;

fn at() -> jiff::civil::DateTime {
    jiff::civil::date(2026, 11, 22).at(9, 5, 3, 0)
}

fn confirmation(confirmed: Confirmed) -> DateConfirmation {
    DateConfirmation {
        file_id: format!("{}_2XX-7701000019-770101001-1_2XX_20261122_{GUID}", confirmed.prefix()),
        program: PROGRAM.into(),
        confirmed,
        operator: operator(),
        at: at(),
        answered: answered(),
        sender: romashka(),
        recipient: vasilek(),
        signer: None,
    }
}

fn receipt(sent_by: SentBy) -> ReceiptNotification {
    ReceiptNotification {
        file_id: format!("DP_IZVPOL_2XX_2XX-1_20261122_{GUID}"),
        program: PROGRAM.into(),
        participant: vasilek(),
        received_at: at(),
        answered: answered(),
        sent_by,
        signer: signer(),
    }
}

fn amendment(text: &str) -> AmendmentRequest {
    let power = PowerReference {
        number: GUID.into(),
        issued_on: jiff::civil::date(2026, 1, 15),
        own_number: Some("7".into()),
        registered_on: None,
        presented_by: "1".into(),
        storage: Some("https://m4d.nalog.gov.ru".into()),
    };
    AmendmentRequest {
        file_id: format!("DP_UVUTOCH_2XX-1_2XX-2_20261122_{GUID}"),
        program: PROGRAM.into(),
        participant: vasilek(),
        received_at: at(),
        answered: answered(),
        text: text.into(),
        sent_by: romashka(),
        signer: ServiceSigner { power: Some(power), ..signer() },
    }
}

fn revocation() -> RevocationRequest {
    RevocationRequest {
        file_id: format!("DP_PRANNUL_2XX-1_2XX-2_20261122_{GUID}"),
        program: PROGRAM.into(),
        participant: romashka(),
        answered: answered(),
        text: "Отправлено по ошибке".into(),
        directed_to: vasilek(),
        signer: Some(signer()),
    }
}

fn message() -> UniversalMessage {
    UniversalMessage {
        file_id: format!("DP_UNISOOBSCH_2XX-1_2XX-2_20261122_{GUID}"),
        program: PROGRAM.into(),
        sender_id: "2XX-2".into(),
        recipient_id: "2XX-1".into(),
        answered_file_id: answered().file_id,
        events: vec![
            MessageEvent { code: MessageCode::Receipt, text: None },
            MessageEvent {
                code: MessageCode::AmendmentRequest,
                text: Some("Количество в строке 2 < заказанного & \"другое\"".into()),
            },
        ],
        sender: Some(MessagePerson {
            name: Some(director()),
            mails: vec!["a@example.ru".into()],
            ..MessagePerson::default()
        }),
        recipient: None,
    }
}

/// The composed document's bytes, after the trip there and back was compared.
fn there_and_back<T: PartialEq + std::fmt::Debug>(
    model: &T,
    document: Result<Document, FormatRefusal>,
    back: impl Fn(&Document) -> Result<T, FormatRefusal>,
) -> Vec<u8> {
    let bytes = write(&document.unwrap()).unwrap();
    let again = read(&bytes).unwrap();
    assert_eq!(back(&again).unwrap(), *model);
    assert_eq!(write(&again).unwrap(), bytes);
    assert!(check(&bytes).is_clean(), "{:?}", check(&bytes));
    bytes
}

/// One pass says what two said: the same tree, the same findings, the same refusal.
fn at_once_as_apart(bytes: &[u8]) {
    match (read_checked(bytes), read(bytes)) {
        (Ok((document, findings)), Ok(apart)) => {
            assert_eq!((document, findings), (apart, check(bytes)));
        }
        (at_once, apart) => assert_eq!(at_once.map(|(document, _)| document), apart),
    }
}

#[test]
fn reading_and_checking_at_once_gives_what_they_give_apart() {
    let good = confirmation(Confirmed::Sending).to_bytes().unwrap();
    assert_eq!(good, write(&confirmation(Confirmed::Sending).compose().unwrap()).unwrap());
    at_once_as_apart(&good);
    at_once_as_apart(&write(&message().compose().unwrap()).unwrap());
    for cut in (0..good.len()).step_by(7) {
        at_once_as_apart(&good[..cut]);
    }
    for at in (0..good.len()).step_by(3) {
        let mut broken = good.clone();
        broken[at] = b'7';
        at_once_as_apart(&broken);
    }
    // The other encoding is a warning, an absent attribute an error.
    let text = encoding_rs::WINDOWS_1251.decode_without_bom_handling(&good).0.replace("windows-1251", "UTF-8");
    at_once_as_apart(text.as_bytes());
    assert!(read_checked(text.as_bytes()).unwrap().1.findings.iter().any(|f| f.code.contains("encoding")));
    let absent = text.replace("КНД=", "Кнд=");
    at_once_as_apart(absent.as_bytes());
    assert!(read_checked(absent.as_bytes()).unwrap().1.first_error().is_some());
}

#[test]
fn every_service_document_goes_there_and_back_and_the_official_schema_takes_it() {
    let operator = SentBy::Operator { operator: operator(), participant_id: "2XX-0".into() };
    let sending = confirmation(Confirmed::Sending);
    let receiving = confirmation(Confirmed::Receiving);
    let first = receipt(SentBy::Participant(romashka()));
    let second = receipt(operator);
    let request = amendment("Не та цена");
    let empty = amendment("");
    let annul = revocation();
    let universal = message();
    there_and_back(&universal, universal.compose(), UniversalMessage::read);
    let written = [
        ("DP_PDOTPR_1_983_00_01_03_01", there_and_back(&sending, sending.compose(), DateConfirmation::read)),
        ("DP_PDPOL_1_984_00_01_03_01", there_and_back(&receiving, receiving.compose(), DateConfirmation::read)),
        ("DP_IZVPOL_1_982_00_01_03_01", there_and_back(&first, first.compose(), ReceiptNotification::read)),
        ("DP_IZVPOL_1_982_00_01_03_01", there_and_back(&second, second.compose(), ReceiptNotification::read)),
        ("DP_UVUTOCH_1_985_00_01_03_01", there_and_back(&request, request.compose(), AmendmentRequest::read)),
        ("DP_UVUTOCH_1_985_00_01_03_01", there_and_back(&empty, empty.compose(), AmendmentRequest::read)),
        ("DP_PRANNUL_1_985_00_01_01_02", there_and_back(&annul, annul.compose(), RevocationRequest::read)),
    ];
    let Some(shared) = shared("every_service_document_goes_there_and_back_and_the_official_schema_takes_it") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    for (i, (schema, bytes)) in written.iter().enumerate() {
        let file = folder.path().join(format!("{i}.xml"));
        std::fs::write(&file, bytes).unwrap();
        assert_eq!(detect(bytes).unwrap().official_name(), *schema);
        assert_eq!(xmllint(&shared.join("edo").join(format!("{schema}.xsd")), &[file]), [true], "{schema}");
    }
}

#[test]
fn what_the_format_does_not_take_is_refused_by_place() {
    let mut wrong_inn = confirmation(Confirmed::Sending);
    wrong_inn.operator.inn = "7701000010".into();
    assert_eq!(wrong_inn.compose().unwrap_err().code(), "formats.value.unreadable");

    let mut no_signature = confirmation(Confirmed::Sending);
    no_signature.answered.signatures.clear();
    let refusal = no_signature.compose().unwrap_err();
    assert_eq!(refusal.code(), "formats.structure.broken");
    let FormatRefusal::Structure { path, .. } = refusal else { panic!("another refusal") };
    assert_eq!(path, "Файл/Документ/СведПодтв/СведОтпрФайл");

    let mut two_signatures = amendment("…");
    two_signatures.answered.signatures.push("MIIB".into());
    assert_eq!(two_signatures.compose().unwrap_err().code(), "formats.structure.broken");

    let rouble = amendment("Цена 5 ₽");
    assert_eq!(
        rouble.compose().unwrap_err(),
        FormatRefusal::Character {
            path: "Файл/Документ/СвУведУточ/ТекстУведУточ".into(), code: 0x20BD
        }
    );

    let bell = amendment("звонок\u{7}");
    assert_eq!(bell.compose().unwrap_err().code(), "formats.character.control");

    let mut code = message();
    code.events.clear();
    assert_eq!(code.compose().unwrap_err().code(), "formats.structure.broken");
    assert_eq!(MessageCode::from_number(999), None);

    let other = confirmation(Confirmed::Sending).compose().unwrap();
    assert_eq!(ReceiptNotification::read(&other).unwrap_err().code(), "formats.format.other");
}

#[test]
fn a_signer_by_power_says_so_in_each_format() {
    let paper = PaperPower {
        issued_on: jiff::civil::date(2026, 1, 15),
        own_number: "12".into(),
        issuer: Some("ООО «Василёк»".into()),
        signed_by: Some(signer().name),
    };
    let by_power = |status: &str| ServiceSigner {
        status: Some(status.into()),
        signature_type: Some("3".into()),
        paper_power: Some(paper.clone()),
        ..signer()
    };
    let request = AmendmentRequest { signer: by_power("3"), ..amendment("Исправьте количество") };
    assert_eq!(AmendmentRequest::read(&request.compose().unwrap()).unwrap(), request);
    let receipt = ReceiptNotification { signer: by_power("3"), ..receipt(SentBy::Participant(romashka())) };
    assert_eq!(ReceiptNotification::read(&receipt.compose().unwrap()).unwrap(), receipt);

    // An electronic power is said and none is there; a kind of signature that does not exist; a format without either.
    for broken in [by_power("2"), by_power("4"), ServiceSigner { signature_type: Some("0".into()), ..by_power("3") }] {
        assert!(AmendmentRequest { signer: broken, ..amendment("Исправьте") }.compose().is_err());
    }
    assert!(RevocationRequest { signer: Some(by_power("3")), ..revocation() }.compose().is_err());
}
