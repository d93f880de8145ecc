//! A УПД on paper.

use formats::utd::UtdFunction;
use paper::{DocumentPaper, PrintFailure, PrintRefusal, Printer as _, Stamp};
use print::Typesetter;

use crate::seen::Seen;
use crate::titles::{answer, marked, paper, plain, row, title};

#[test]
fn both_titles_stand_on_one_form_with_all_marks() {
    let title = title(UtdFunction::SchfDop, vec![row(1, "Ромашка сушёная"), row(2, "Василёк полевой")]);
    let seen = Seen::print(&paper(marked(&title)));
    seen.is_archival();
    assert_eq!(seen.pdf.pages, 1);
    seen.says(&[
        "Универсальный передаточный документ",
        "Статус: 1",
        "Счет-фактура № 17/Ж от 28.11.2026",
        "ООО «Ромашка»",
        "7701000019/770101001",
        "101000, Москва, Цветочная ул., д. 1",
        "он же",
        "Российский рубль, 643",
        "Василёк полевой",
        "1 000,5",
        "3 001,50",
        "Всего к оплате (9)",
        "6 003,00",
        "Договор № 12-П от 28.11.2026",
        "Товары приняты полностью",
        "Василькова Анна Ивановна",
        "01d7c0ffee0123456789abcdef012345",
        "с 01.11.2026 03:00:00 МСК по 01.11.2027 03:00:00 МСК",
        "усиленная неквалифицированная",
        "28.11.2026 09:31:02 МСК",
        "Оператор «Свиток» (2XX)",
        "DP_PDOTPR_1.xml",
        "Лист 1 из 1",
    ]);
    seen.says_not(&["ТЕСТ", "Количество прослеживаемого"]);
}

#[test]
fn each_function_has_its_own_form() {
    let print = |function| Seen::print(&paper(plain(title(function, vec![row(1, "Ромашка")]).to_bytes().unwrap())));
    let invoice = print(UtdFunction::Schf);
    invoice.says(&["Счет-фактура № 17/Ж"]);
    invoice.says_not(&[
        "Универсальный передаточный документ",
        "Товар (груз) передал",
        "Подписано электронной подписью",
    ]);
    let transfer = print(UtdFunction::Dop);
    transfer.says(&[
        "Универсальный передаточный документ",
        "Статус: 2",
        "Товарная накладная № 17/Ж",
        "Товар (груз) передал",
    ]);
}

#[test]
fn a_test_document_says_so_on_every_page() {
    let rows = (1..=60).map(|number| row(number, "Ромашка")).collect();
    let title = title(UtdFunction::SchfDop, rows);
    let stamped = DocumentPaper { stamp: Some(Stamp::Test), ..marked(&title) };
    let seen = Seen::print(&paper(stamped));
    assert!(seen.pdf.pages > 1);
    assert_eq!(seen.count("ТЕСТ: юридической силы не имеет"), seen.pdf.pages);
}

#[test]
fn a_thousand_rows_repeat_the_head_on_every_page() {
    let rows = (1..=1000).map(|number| row(number, "Ромашка аптечная, соцветия, упаковка 50 г")).collect();
    let title = title(UtdFunction::SchfDop, rows);
    let seen = Seen::print(&paper(marked(&title)));
    seen.is_archival();
    assert!((20..=60).contains(&seen.pdf.pages), "{} pages", seen.pdf.pages);
    let last = format!("Лист {0} из {0}", seen.pdf.pages);
    seen.says(&[&last, "3 001 500,00"]);
    // The number of a column stands nowhere but in the head; the last page may hold the halves below the table alone.
    let heads = seen.count("10а");
    assert!(heads + 1 >= seen.pdf.pages, "{heads} heads on {} pages", seen.pdf.pages);
}

#[test]
fn hostile_names_stay_text_and_inside_their_cells() {
    let hostile = format!("#eval(\"1\") *x* $y$ <a&b> {} конец", "щ".repeat(800));
    let title = title(UtdFunction::SchfDop, vec![row(1, &hostile)]);
    let seen = Seen::print(&paper(marked(&title)));
    seen.is_archival();
    seen.says(&["#eval(\"1\")", "*x* $y$", "<a&b>", "конец"]);
}

#[test]
fn equal_documents_give_equal_bytes() {
    let title = title(UtdFunction::SchfDop, vec![row(1, "Ромашка")]);
    assert!(Seen::print(&paper(marked(&title))).pdf == Seen::print(&paper(marked(&title))).pdf);
}

#[test]
fn what_cannot_be_read_is_refused() {
    let title = title(UtdFunction::SchfDop, vec![row(1, "Ромашка")]);
    for bytes in [Vec::new(), b"%PDF-1.7".to_vec(), b"<?xml version=\"1.0\"?><a/>".to_vec()] {
        let printed = Typesetter.print(&paper(plain(bytes)));
        assert!(matches!(printed, Err(PrintFailure::Refused(PrintRefusal::Unreadable(_)))), "{printed:?}");
    }
    let mut crossed = marked(&title);
    crossed.answer.as_mut().unwrap().bytes = title.to_bytes().unwrap().into();
    assert!(Typesetter.print(&paper(crossed)).is_err(), "a seller's title is no answer");
    assert!(answer(&title).to_bytes().is_ok());
}
