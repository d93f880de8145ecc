//! Words by whose beginnings documents and counteragents are found.

use std::collections::BTreeSet;

use super::counteragent::fold;
use super::limits::{SOUGHT_CHARS_MAX, SOUGHT_WORDS_MAX, WORD_CHARS_MAX, WORDS_OF_THING_MAX};
use super::refusal::Refusal;

/// What a thing with these texts is found by: each word whole, its parts between marks, and numbers without leading zeros
/// too. `А-17/2026` is found by `а-17`, `17` and `2026`.
#[must_use]
pub fn words_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for text in texts {
        for whole in fold(text).split(' ') {
            let parts = whole.split(|c: char| !c.is_alphanumeric());
            let plain = parts.clone().map(|part| part.trim_start_matches('0'));
            let forms = std::iter::once(whole).chain(parts).chain(plain).filter(|word| !word.is_empty());
            words.extend(forms.map(cut));
        }
    }
    words.into_iter().take(WORDS_OF_THING_MAX).collect()
}

/// The beginnings that somebody typed, `№` set aside. Refuses a text that is too long; words beyond
/// [`SOUGHT_WORDS_MAX`] are passed over.
pub fn asked(text: &str) -> Result<Vec<String>, Refusal> {
    if text.chars().count() > SOUGHT_CHARS_MAX {
        return Err(Refusal::Filter { name: "text", accepted: "up to 100 characters" });
    }
    let folded = fold(&text.replace('№', " "));
    let words: BTreeSet<String> = folded.split(' ').filter(|word| !word.is_empty()).map(cut).collect();
    Ok(words.into_iter().take(SOUGHT_WORDS_MAX).collect())
}

/// Whether each beginning begins a word.
#[must_use]
pub fn fit(words: &BTreeSet<String>, asked: &[String]) -> bool {
    asked.iter().all(|beginning| words.iter().any(|word| word.starts_with(beginning)))
}

fn cut(word: &str) -> String {
    word.chars().take(WORD_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_found_by_its_words_and_their_parts() {
        let words = |text: &str| words_of([text]).into_iter().collect::<Vec<_>>().join(" ");
        for (text, expected) in [
            ("17", "17"),
            ("А-17/2026", "17 2026 а а-17/2026"),
            ("000123", "000123 123"),
            ("ООО «Ёлка»", "елка ооо"),
            ("Договор_поставки 3.txt", "3 3.txt txt договор договор_поставки поставки"),
            (" «» ", ""),
            ("0", "0"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
        assert_eq!(words(&"я".repeat(200)), "я".repeat(WORD_CHARS_MAX));
        let many: Vec<String> = (0..200).map(|number| number.to_string()).collect();
        assert_eq!(words_of([many.join(" ").as_str()]).len(), WORDS_OF_THING_MAX);
    }

    #[test]
    fn beginnings_of_every_word_are_asked_for() {
        let words = words_of(["Акт № А-17/2026 по договору.pdf"]);
        for (text, fits) in [
            ("акт", true),
            ("АКТ 17", true),
            ("№17", true),
            ("а-17", true),
            ("2026 дог", true),
            ("17/", false),
            ("кт", false),
            ("акт 18", false),
            ("говор", false),
        ] {
            assert_eq!(fit(&words, &asked(text).unwrap()), fits, "{text}");
        }
        assert_eq!(asked(" № «» "), Ok(Vec::new()));
        assert_eq!(asked("б а а").unwrap(), ["а", "б"]);
        assert_eq!(asked(&"а б в г д е ж з и к".repeat(2)).unwrap().len(), SOUGHT_WORDS_MAX);
        assert!(asked(&"а".repeat(SOUGHT_CHARS_MAX + 1)).is_err());
    }
}
