//! Documents without a form of their own, by the definitions of their formats.

use std::path::{Path, PathBuf};

use formats::service::{
    AmendmentRequest, AnsweredFile, Confirmed, DateConfirmation, OperatorDetails, Participant, PersonName, Requisites,
    ServiceSigner,
};
use formats::utd::UtdFunction;
use paper::{PrintFailure, PrintRefusal, Printer as _};
use print::Typesetter;

use crate::seen::Seen;
use crate::titles::{DAY, GUID, answer, paper, plain, row, title};

fn participant(name: &str, inn: &str, kpp: &str) -> Participant {
    let requisites = Requisites::Organization { name: name.into(), inn: inn.into(), kpp: kpp.into() };
    Participant { id: format!("2XX-{inn}-{kpp}-1"), requisites }
}

fn answered() -> AnsweredFile {
    AnsweredFile {
        file_id: format!("ON_NSCHFDOPPR_2XX-2_2XX-1_20261122_{GUID}_0_0_0_0_0_00"),
        signatures: vec!["MIIBdGVzdA==".repeat(100)],
    }
}

#[test]
fn an_operators_confirmation_is_told_by_its_titles() {
    let confirmation = DateConfirmation {
        file_id: format!("DP_PDPOL_2XX-7701000019-770101001-1_2XX_20261128_{GUID}"),
        program: "Svitok 0.1".into(),
        confirmed: Confirmed::Receiving,
        operator: OperatorDetails {
            name: "Оператор «Свиток»".into(), inn: "9901000034".into(), id: "2XX".into()
        },
        at: DAY.at(9, 5, 3, 0),
        answered: answered(),
        sender: participant("ООО «Ромашка»", "7701000019", "770101001"),
        recipient: participant("ООО «Василёк»", "7801000020", "780101001"),
        signer: None,
    };
    let seen = Seen::print(&paper(plain(confirmation.to_bytes().unwrap())));
    seen.is_archival();
    seen.says(&["1115112", "1.03", "ООО «Ромашка»", "7801000020", "28.11.2026", "Оператор «Свиток»"]);
    seen.says(&["… (всего знаков: 1200)"]);
    seen.says_not(&["MIIBdGVzdA==MIIBdGVzdA==MIIBdGVzdA==MIIBdGVzdA==MIIBdGVzdA==MIIBdGVzdA=="]);
}

#[test]
fn a_request_to_correct_says_what_is_asked_of_whom() {
    let name = PersonName { surname: "Василькова".into(), given_name: "Анна".into(), patronymic: None };
    let request = AmendmentRequest {
        file_id: format!("DP_UVUTOCH_2XX-1_2XX-2_20261128_{GUID}"),
        program: "Svitok 0.1".into(),
        participant: participant("ООО «Василёк»", "7801000020", "780101001"),
        received_at: DAY.at(9, 5, 3, 0),
        answered: answered(),
        text: "Исправьте #количество <в> строке 2".into(),
        sent_by: participant("ООО «Ромашка»", "7701000019", "770101001"),
        signer: ServiceSigner::new(name, Some("Директор".into())),
    };
    let bytes = formats::write(&request.compose().unwrap()).unwrap();
    let seen = Seen::print(&paper(plain(bytes)));
    seen.says(&["Исправьте #количество <в> строке 2", "Василькова Анна", "Директор"]);
}

#[test]
fn a_buyers_title_alone_is_told_by_its_definition() {
    let title = title(UtdFunction::SchfDop, vec![row(1, "Ромашка")]);
    let seen = Seen::print(&paper(plain(answer(&title).to_bytes().unwrap())));
    seen.says(&["1115132", "Документ об отгрузке товаров", "Товары приняты полностью", "Василькова Анна Ивановна"]);
}

#[test]
fn every_sample_of_a_known_format_is_printed() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("SVITOK_SHARED").map_or(beside, PathBuf::from).join("formats");
    if !shared.is_dir() {
        println!("SKIPPED: every_sample_of_a_known_format_is_printed: no official samples, set SVITOK_SHARED");
        return;
    }
    let mut printed = 0;
    for folder in ["edo-samples", "reporting-samples"] {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(shared.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "xml")) {
            match Typesetter.print(&paper(plain(std::fs::read(file).unwrap()))) {
                Ok(pdf) => printed += usize::from(pdf.pages > 0),
                Err(PrintFailure::Refused(PrintRefusal::Unreadable(_))) => {}
                Err(failure) => panic!("{}: {failure}", file.display()),
            }
        }
    }
    assert!(printed >= 5, "{printed} samples printed");
}
