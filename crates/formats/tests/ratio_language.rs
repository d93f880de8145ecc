//! The language of control ratios and computed cells: what each word gives, and everything that is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should stop")]

mod support;

use formats::ratios::expression::Expression;
use formats::{Element, read_tree};

fn tree() -> Element {
    let text =
        r#"<Ф Год="2026"><Д Код="Б"><Р К="а" С="1.10"/><Р К="б" С="2.20"/><Р К="а" С="3.30" Т="x"/><П>7</П></Д></Ф>"#;
    read_tree(text.as_bytes()).unwrap()
}

/// The value at the first row.
fn value(source: &str) -> Option<String> {
    let root = tree();
    let document = root.child("Д").unwrap();
    let row = document.child("Р").unwrap();
    let expression = Expression::parse(source).map_err(|e| format!("{source}: {e}")).unwrap();
    expression.number(&[&root, document, row]).map(|number| number.normalize().to_string())
}

#[test]
fn each_word_gives_what_it_says() {
    for (source, expected) in [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("-2 - -3", "1"),
        ("10 / 4", "2.5"),
        ("0.1 + 0.2", "0.3"),
        ("@С * 2", "2.2"),
        ("@Нет + 1", "1"),
        ("/Д/П", "7"),
        ("/Д/Р/@С", "1.1"),
        ("../../@Год", "2026"),
        ("sum(/Д/Р, @С)", "6.6"),
        ("sum(/Д/Р, if(text(@К) = 'а', @С, 0))", "4.4"),
        ("sum(/Д/Нет, @С)", "0"),
        ("count(/Д/Р)", "3"),
        ("count(/Д/Р, @С > 2)", "2"),
        ("distinct(/Д/Р, @К)", "2"),
        ("sum_by(/Д/Р, @К, @К, @С)", "4.4"),
        ("sum_by(/Д/Р, @К, 'в', @С)", "0"),
        ("count_by(/Д/Р, @К, @К)", "2"),
        ("count_by(/Д/Р, text(@К, @Т), text(@К, @Т))", "1"),
        ("min(3, 1, 2)", "1"),
        ("max(@С, 1.05)", "1.1"),
        ("abs(1 - 3)", "2"),
        ("round(2.345, 2)", "2.35"),
        ("round(-2.5, 0)", "-3"),
        ("if(any(/Д/Р, @С > 3), 1, 0)", "1"),
        ("if(not(@С > 3) and @С > 1, 1, 0)", "1"),
        ("if(@С > 3 or @С = 1.1, 1, 0)", "1"),
        ("if(one_of(@К, 'б', 'а'), 1, 0)", "1"),
        ("if(one_of(@К, 'в'), 1, 0)", "0"),
        ("if(first(@Нет, /Д/@Код) = 'Б', 1, 0)", "1"),
        ("if(text(@К, /Д/@Код) = 'а|Б', 1, 0)", "1"),
        ("if(@К <> 'б', 1, 0)", "1"),
        ("if(@С = 1.1, 1, 0)", "1"),
        ("if(text(@С) = '1.1', 1, 0)", "0"),
    ] {
        assert_eq!(value(source).as_deref(), Some(expected), "{source}");
    }
}

#[test]
fn what_has_no_number_has_no_result() {
    for source in ["@К", "1 / 0", "@К + 1", "sum(/Д/Р, @К)", "if(@К > 1, 1, 2)", "79228162514264337593543950335 * 10"]
    {
        assert_eq!(value(source), None, "{source}");
    }
}

#[test]
fn anything_else_is_refused() {
    let long = "1 + ".repeat(2_000);
    let many = format!("{}1", "1+".repeat(400));
    let deep = format!("{}1{}", "(".repeat(400), ")".repeat(400));
    for source in [
        "",
        "1 +",
        "1 2",
        "(1",
        "1)",
        "@",
        "/",
        "а/",
        "а/@",
        "..",
        "../а",
        "а/../б",
        "а//б",
        "sum(а)",
        "sum(@а, 1)",
        "sum(../а, 1)",
        "sum(а, 1 = 1)",
        "count()",
        "count(а, 1)",
        "count_by(а, @б, @б)",
        "sum_by(/а, @б, @б)",
        "nothing(1)",
        "min()",
        "if(1, 2, 3)",
        "if(1 = 1, 2)",
        "not(1)",
        "1 = 1 = 1",
        "1 and 2",
        "'а' + 1",
        "'а' = 1",
        "round(1)",
        "round(1, @а)",
        "round(1, 99)",
        "one_of(@а)",
        "text()",
        "б:/А/@Б",
        "& 1",
        "'open",
        long.as_str(),
        many.as_str(),
        deep.as_str(),
    ] {
        assert!(Expression::parse(source).is_err(), "{source}");
    }
}

#[test]
fn no_soup_of_words_stops_the_parser() {
    let words = [
        "sum(", "count(", "if(", ")", "(", ",", "/", "..", "@", "а", "б", "1", "'т'", "=", "<", "+", "-", "*", "and",
        "not(",
    ];
    let mut chance = support::Seeded::new(6);
    for _ in 0..20_000 {
        let soup: String = (0..chance.below(12)).map(|_| words[chance.below(words.len())]).collect();
        if let Ok(expression) = Expression::parse(&soup) {
            expression.number(&[&tree()]);
        }
    }
}

#[test]
fn a_long_table_is_walked_once_for_all_its_rows() {
    // A walk of the table for every row would be 1,600,000,000 steps, minutes of them; once for all it is 40,000.
    let rows: String = (0..40_000).map(|n| format!(r#"<Р К="{n}" С="1"/>"#)).collect();
    let root = read_tree(format!("<Ф>{rows}</Ф>").as_bytes()).unwrap();
    let expression = Expression::parse("sum(/Р, count_by(/Р, @К, @К) + sum(/Р, @С) + /Нет/@С)").unwrap();
    assert_eq!(expression.number(&[&root]).unwrap().to_string(), "1600040000");
}
