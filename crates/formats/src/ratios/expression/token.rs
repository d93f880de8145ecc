//! Words of the language.

use super::Relation;
use rust_decimal::Decimal;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(Decimal),
    Text(Box<str>),
    /// A name of an element or attribute, a function or a word of the language.
    Name(Box<str>),
    Relation(Relation),
    /// One of `+ - * / ( ) , @ :` and `..`, the last as `.`.
    Sign(char),
}

/// Words with the place each begins at (byte, from 1).
pub(super) fn tokens(source: &str) -> Result<Vec<(Token, usize)>, String> {
    let mut found = Vec::new();
    let mut rest = source;
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { return Ok(found) };
        let at = source.len() - rest.len() + 1;
        let (token, length) = next(rest, first).ok_or_else(|| format!("byte {at}: «{first}» is not expected"))?;
        found.push((token, at));
        rest = rest.split_at_checked(length).map_or("", |(_, after)| after);
    }
}

fn next(rest: &str, first: char) -> Option<(Token, usize)> {
    match first {
        '\'' => {
            let inner = rest.strip_prefix('\'')?;
            let length = inner.find('\'')?;
            let (text, _) = inner.split_at_checked(length)?;
            Some((Token::Text(text.into()), length + 2))
        }
        '0'..='9' => {
            let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            let (digits, _) = rest.split_at_checked(length)?;
            Some((Token::Number(Decimal::from_str_exact(digits).ok()?), length))
        }
        '<' | '>' | '=' => {
            let two = rest.get(..2).and_then(Relation::parse).map(|r| (Token::Relation(r), 2));
            two.or_else(|| rest.get(..1).and_then(Relation::parse).map(|r| (Token::Relation(r), 1)))
        }
        '.' if rest.starts_with("..") => Some((Token::Sign('.'), 2)),
        '+' | '-' | '*' | '/' | '(' | ')' | ',' | '@' | ':' => Some((Token::Sign(first), 1)),
        _ if first.is_alphabetic() || first == '_' => {
            let length = name_length(rest);
            let (name, _) = rest.split_at_checked(length)?;
            Some((Token::Name(name.into()), length))
        }
        _ => None,
    }
}

/// Letters, digits, `_`, dots between them (`УплОПС6.2.431`), and a prefix with its colon (`УТ2:ИНН`).
fn name_length(rest: &str) -> usize {
    let mut length = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let joins = characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let is_part = character.is_alphanumeric() || character == '_' || (matches!(character, '.' | ':') && joins);
        if !is_part {
            break;
        }
        length = at + character.len_utf8();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_texts_and_signs() {
        let words: Vec<Token> =
            tokens("rsv:/УплОПС6.2.431/@Сум_1 <= 1.5*'а б'").unwrap().into_iter().map(|t| t.0).collect();
        assert_eq!(
            words,
            [
                Token::Name("rsv".into()),
                Token::Sign(':'),
                Token::Sign('/'),
                Token::Name("УплОПС6.2.431".into()),
                Token::Sign('/'),
                Token::Sign('@'),
                Token::Name("Сум_1".into()),
                Token::Relation(Relation::LessOrEqual),
                Token::Number(Decimal::new(15, 1)),
                Token::Sign('*'),
                Token::Text("а б".into()),
            ]
        );
        assert_eq!(tokens("УТ2:ИНН").unwrap(), [(Token::Name("УТ2:ИНН".into()), 1)]);
    }

    #[test]
    fn other_signs_are_refused_with_their_place() {
        for (source, said) in [
            ("1 & 2", "byte 3"),
            ("'open", "byte 1"),
            ("1.2.3", "byte 1"),
            ("a ! b", "byte 3"),
            (". a", "byte 1"),
            ("99999999999999999999999999999999", "byte 1"),
        ] {
            assert!(tokens(source).unwrap_err().starts_with(said), "{source}");
        }
    }
}
