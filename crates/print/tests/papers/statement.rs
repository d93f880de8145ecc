//! A statement on paper.

use crate::seen::Seen;
use paper::{Paper, Statement};

fn statement() -> Statement {
    let row = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    Statement {
        title: "Заявление № 0190".to_owned(),
        subject: "на выпуск сертификата ключа проверки электронной подписи".to_owned(),
        worth: "НЕКВАЛИФИЦИРОВАННЫЙ".to_owned(),
        rows: vec![row("Организация", "ООО «Ромашка»"), row("Фамилия", "Ёлкина-Щукъ"), row("Должность", "")],
        text: vec!["Прошу выпустить на моё имя сертификат.".to_owned(), "Сведения верны.".to_owned()],
        made_on: kernel::CivilDate::constant(2026, 11, 28),
    }
}

#[test]
fn a_statement_is_one_page_with_all_it_says() {
    let seen = Seen::print(&Paper::Statement(statement()));
    assert_eq!(seen.pdf.pages, 1);
    seen.is_archival();
    seen.says(&["Заявление № 0190", "НЕКВАЛИФИЦИРОВАННЫЙ", "ООО «Ромашка»", "Ёлкина-Щукъ", "подпись", "Лист 1 из 1"]);
    seen.says_not(&["Должность"]);
}

#[test]
fn equal_papers_give_equal_bytes() {
    let paper = Paper::Statement(statement());
    assert!(Seen::print(&paper).pdf == Seen::print(&paper).pdf);
    let other = Paper::Statement(Statement { worth: "ТЕСТ".to_owned(), ..statement() });
    assert!(Seen::print(&paper).pdf != Seen::print(&other).pdf);
}

#[test]
fn markup_in_the_values_stays_text() {
    let hostile = "#read(\"/etc/passwd\") *b* $x$ `c` \\ @ref <l> = // #import \"@preview/x:0.1.0\" [ ] { } \u{1F600}";
    let rows = vec![("#panic()".to_owned(), hostile.to_owned()), ("слово".to_owned(), "щ".repeat(2000))];
    let seen = Seen::print(&Paper::Statement(Statement { rows, ..statement() }));
    seen.is_archival();
    seen.says(&["#panic()", "#read(", "/etc/passwd", "*b*", "$x$", "[U+1F600]"]);
}
