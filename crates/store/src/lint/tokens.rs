//! SQL text cut into words and signs; comments and the inside of quoted texts are left out.

/// One piece of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a key word, in lower case.
    Word(String),
    /// A number as written.
    Number(String),
    /// `$1`: the 1.
    Place(usize),
    /// A text in single quotes.
    Text,
    /// A name in double quotes, backquotes or brackets.
    Quoted,
    /// Any other sign; some of two or three characters.
    Sign(String),
}

impl Token {
    /// Whether it is this word or this sign.
    pub fn is(&self, what: &str) -> bool {
        match self {
            Self::Word(text) | Self::Sign(text) => text == what,
            _ => false,
        }
    }

    pub fn is_any(&self, what: &[&str]) -> bool {
        what.iter().any(|what| self.is(what))
    }

    pub fn word(&self) -> Option<&str> {
        if let Self::Word(word) = self { Some(word) } else { None }
    }
}

/// Signs of more than one character, the longer ones first.
const LONG_SIGNS: [&str; 12] = ["->>", "#>>", "->", "#>", "::", "<=", ">=", "<>", "!=", "||", "==", "@>"];

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, length) = next(rest, first);
        found.extend(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

fn next(rest: &str, first: char) -> (Option<Token>, usize) {
    let until = |end: &str, from: usize| {
        rest.get(from..).and_then(|tail| tail.find(end)).map_or(rest.len(), |at| from + at + end.len())
    };
    let while_in = |is_in: fn(char) -> bool| rest.find(|c| !is_in(c)).unwrap_or(rest.len());
    let head = |length: usize| rest.get(..length).unwrap_or_default().to_lowercase();
    match first {
        _ if first.is_whitespace() => (None, while_in(char::is_whitespace)),
        _ if rest.starts_with("--") => (None, until("\n", 2)),
        _ if rest.starts_with("/*") => (None, until("*/", 2)),
        '\'' => (Some(Token::Text), until("'", 1)),
        '"' | '`' => (Some(Token::Quoted), until(if first == '"' { "\"" } else { "`" }, 1)),
        '[' => (Some(Token::Quoted), until("]", 1)),
        '$' => {
            let length = 1 + rest.chars().skip(1).take_while(char::is_ascii_digit).count();
            let token = rest.get(1..length).and_then(|digits| digits.parse().ok());
            (Some(token.map_or_else(|| Token::Sign("$".to_owned()), Token::Place)), length)
        }
        _ if first.is_ascii_digit() => {
            let length = while_in(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_');
            (Some(Token::Number(head(length))), length)
        }
        _ if first.is_alphabetic() || first == '_' => {
            let length = while_in(|c| c.is_alphanumeric() || c == '_');
            (Some(Token::Word(head(length))), length)
        }
        _ => {
            let long = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign));
            let sign = long.map_or_else(|| first.to_string(), |sign| (*sign).to_owned());
            let length = sign.len();
            (Some(Token::Sign(sign)), length)
        }
    }
}

/// The tokens of each statement of a text with several.
pub(super) fn statements(text: &str) -> Vec<Vec<Token>> {
    let all = tokens(text);
    all.split(|token| token.is(";")).filter(|statement| !statement.is_empty()).map(<[Token]>::to_vec).collect()
}

/// The tokens between the bracket at `open` and its match, and where the match is.
pub(super) fn inside(tokens: &[Token], open: usize) -> (&[Token], usize) {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return (tokens.get(open + 1..at).unwrap_or_default(), at);
            }
        }
    }
    (tokens.get(open + 1..).unwrap_or_default(), tokens.len())
}

/// The list cut at its outer commas.
pub(super) fn items(tokens: &[Token]) -> Vec<&[Token]> {
    let mut depth = 0_usize;
    let mut cut = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth = depth.saturating_sub(1);
        } else if token.is(",") && depth == 0 {
            cut.push(tokens.get(start..at).unwrap_or_default());
            start = at + 1;
        }
    }
    cut.push(tokens.get(start..).unwrap_or_default());
    cut
}
