//! Text made fit for paper: every character is drawn, every line can be broken.

use serde_json::Value;

use crate::world::is_drawn;

/// A zero-width space: a line may be broken there.
const BREAK: char = '\u{200B}';
/// Characters that stay together although nothing between them lets a line be broken: longer runs do not fit a narrow
/// column of a table.
const RUN_CHARS_MAX: usize = 10;
/// Letters of a word: the longest usual Russian words have about 25 and are hyphenated by the typesetter.
const WORD_CHARS_MAX: usize = 28;

/// Every text of a value, in place. A character the fonts do not have is told by its number (`[U+1F600]`): a picture
/// of nothing would hide that something stood there.
pub(crate) fn make_legible(value: &mut Value) {
    match value {
        Value::String(text) => *text = legible(text),
        Value::Array(items) => items.iter_mut().for_each(make_legible),
        Value::Object(fields) => fields.values_mut().for_each(make_legible),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn legible(text: &str) -> String {
    let mut line = Line { text: String::with_capacity(text.len()), run: 0, word: 0 };
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => line.push(' '),
            c if is_drawn(c) => line.push(c),
            c => format!("[U+{:04X}]", u32::from(c)).chars().for_each(|c| line.push(c)),
        }
    }
    line.text
}

struct Line {
    text: String,
    /// Characters since a line could last be broken.
    run: usize,
    /// Letters among them.
    word: usize,
}

impl Line {
    fn push(&mut self, c: char) {
        let max = if self.run == self.word && c.is_alphabetic() { WORD_CHARS_MAX } else { RUN_CHARS_MAX };
        if self.run >= max && !c.is_whitespace() {
            self.text.push(BREAK);
            (self.run, self.word) = (0, 0);
        }
        self.text.push(c);
        if c.is_whitespace() {
            (self.run, self.word) = (0, 0);
        } else {
            self.run += 1;
            self.word += usize::from(c.is_alphabetic());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_texts_stay_as_they_are() {
        for text in ["ООО «Ромашка»", "2 401,50 ₽ — № 12", "Электроэнергетический", "9800000013", ""]
        {
            assert_eq!(legible(text), text);
        }
    }

    #[test]
    fn what_no_font_draws_is_told_by_its_number() {
        assert_eq!(legible("a\u{4E2D}b"), "a[U+4E2D]b");
        assert_eq!(legible("a\u{7}\u{202E}"), "a[U+0007][\u{200B}U+202E]");
        assert_eq!(legible("a\tb\nc"), "a b c");
    }

    #[test]
    fn long_runs_can_be_broken() {
        let broken = legible(&"я".repeat(60));
        assert_eq!(broken.matches(BREAK).count(), 2);
        assert_eq!(legible("10702030/110517/0042177"), "10702030/1\u{200B}10517/0042\u{200B}177");
        assert_eq!(legible(&"a".repeat(1000)).replace(BREAK, ""), "a".repeat(1000));
    }
}
