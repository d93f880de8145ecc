//! The language of the embedded control assertions: a small part of XPath 1.0 with two words of its own.
//!
//! Measured over all official schemas at hand: `count`, `substring`, `not`, `and`, `or`, comparisons, child, parent and
//! attribute steps, `usch:iif(condition, then, else)`, `usch:getFileName()`. Nothing else is taken.

use super::shared::Shared;
use super::tape::NONE;
use crate::place::parse_decimal;
use crate::relation::Relation;
use rust_decimal::Decimal;

/// Expressions nested in an assertion; the official ones nest 6 deep.
const NESTED_MAX: u32 = 64;

#[derive(Debug, PartialEq)]
pub(crate) enum Expression {
    Any(Vec<Expression>),
    All(Vec<Expression>),
    Not(Box<Expression>),
    If(Box<[Expression; 3]>),
    Compare(Box<Expression>, Relation, Box<Expression>),
    Count(Path),
    /// Characters of a value from a place (from 1), so many.
    Substring(Box<Expression>, usize, Option<usize>),
    Path(Path),
    Text(String),
    Number(Decimal),
    FileName,
    /// A part that is asked once for many elements; never parsed.
    Shared(Box<Shared>),
}

/// Steps: so many parents up, then children by name, then perhaps an attribute.
#[derive(Debug, PartialEq, Default)]
pub(crate) struct Path {
    pub up: usize,
    pub down: Vec<Step>,
    pub attribute: Option<Step>,
}

/// A name a path asks for, and its number among all names that assertions ask for.
#[derive(Debug, PartialEq, Clone)]
pub(crate) struct Step {
    pub name: Box<str>,
    pub id: u32,
}

impl From<String> for Step {
    fn from(name: String) -> Self {
        Self { name: name.into(), id: NONE }
    }
}

impl Expression {
    pub fn parse(source: &str) -> Result<Self, String> {
        let mut parser = Parser { tokens: tokens(source)?, at: 0, nested: 0 };
        let expression = parser.any()?;
        match parser.peek() {
            None => Ok(expression),
            Some(token) => Err(format!("{token:?} where the assertion should end")),
        }
    }

    /// Calls for each path of the expression.
    pub fn each_path(&mut self, call: &mut dyn FnMut(&mut Path)) {
        match self {
            Self::Path(path) | Self::Count(path) => call(path),
            Self::Any(parts) | Self::All(parts) => parts.iter_mut().for_each(|part| part.each_path(call)),
            Self::Not(part) | Self::Substring(part, ..) => part.each_path(call),
            Self::If(parts) => parts.iter_mut().for_each(|part| part.each_path(call)),
            Self::Compare(a, _, b) => {
                a.each_path(call);
                b.each_path(call);
            }
            Self::Shared(shared) => shared.part.each_path(call),
            Self::Text(_) | Self::Number(_) | Self::FileName => {}
        }
    }

    /// Whether the file's name must be known.
    pub fn asks_file_name(&self) -> bool {
        match self {
            Self::FileName => true,
            Self::Any(parts) | Self::All(parts) => parts.iter().any(Self::asks_file_name),
            Self::Not(part) | Self::Substring(part, ..) => part.asks_file_name(),
            Self::If(parts) => parts.iter().any(Self::asks_file_name),
            Self::Compare(a, _, b) => a.asks_file_name() || b.asks_file_name(),
            Self::Shared(shared) => shared.part.asks_file_name(),
            Self::Count(_) | Self::Path(_) | Self::Text(_) | Self::Number(_) => false,
        }
    }
}

#[derive(Debug, PartialEq, Clone)]
enum Token {
    Name(String),
    Text(String),
    Number(Decimal),
    Compare(Relation),
    Sign(char),
    Up,
}

fn tokens(source: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = token(first, rest)?;
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn token(first: char, rest: &str) -> Result<(Token, &str), String> {
    let comparisons = [
        ("!=", Relation::NotEqual),
        ("<=", Relation::LessOrEqual),
        (">=", Relation::GreaterOrEqual),
        ("=", Relation::Equal),
        ("<", Relation::Less),
        (">", Relation::Greater),
    ];
    for (sign, comparison) in comparisons {
        if let Some(after) = rest.strip_prefix(sign) {
            return Ok((Token::Compare(comparison), after));
        }
    }
    if let Some(after) = rest.strip_prefix("..") {
        return Ok((Token::Up, after));
    }
    if let ('\'' | '"', Some((text, after))) = (first, rest.get(1..).and_then(|r| r.split_once(first))) {
        return Ok((Token::Text(text.to_owned()), after));
    }
    let in_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '-' | '.');
    let (word, after) = rest.split_at_checked(rest.find(|c| !in_name(c)).unwrap_or(rest.len())).unwrap_or((rest, ""));
    match first {
        '(' | ')' | ',' | '/' | '@' => Ok((Token::Sign(first), rest.get(1..).unwrap_or(""))),
        '0'..='9' => Ok((Token::Number(parse_decimal(word).ok_or_else(|| format!("the number {word}"))?), after)),
        c if c.is_alphabetic() || c == '_' => Ok((Token::Name(word.to_owned()), after)),
        c => Err(format!("{c:?} in an assertion")),
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    nested: u32,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.at += usize::from(found);
        found
    }

    fn need(&mut self, sign: char) -> Result<(), String> {
        if self.take(&Token::Sign(sign)) { Ok(()) } else { Err(format!("{sign:?} is missing")) }
    }

    fn any(&mut self) -> Result<Expression, String> {
        self.nested += 1;
        if self.nested > NESTED_MAX {
            return Err(format!("nested deeper than {NESTED_MAX}"));
        }
        let mut parts = vec![self.all()?];
        while self.take(&Token::Name("or".to_owned())) {
            parts.push(self.all()?);
        }
        self.nested -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expression::Any(parts) })
    }

    fn all(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.comparison()?];
        while self.take(&Token::Name("and".to_owned())) {
            parts.push(self.comparison()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expression::All(parts) })
    }

    fn comparison(&mut self) -> Result<Expression, String> {
        let left = self.primary()?;
        let Some(Token::Compare(comparison)) = self.peek().cloned() else { return Ok(left) };
        self.at += 1;
        let right = self.primary()?;
        Ok(match (left, comparison, right) {
            // Whether there is any needs no count.
            (Expression::Count(path), Relation::NotEqual | Relation::Greater, Expression::Number(n)) if n.is_zero() => {
                Expression::Path(path)
            }
            (Expression::Count(path), Relation::Equal, Expression::Number(n)) if n.is_zero() => {
                Expression::Not(Box::new(Expression::Path(path)))
            }
            (left, comparison, right) => Expression::Compare(Box::new(left), comparison, Box::new(right)),
        })
    }

    fn primary(&mut self) -> Result<Expression, String> {
        match self.peek().cloned() {
            Some(Token::Text(text)) => {
                self.at += 1;
                Ok(Expression::Text(text))
            }
            Some(Token::Number(number)) => {
                self.at += 1;
                Ok(Expression::Number(number))
            }
            Some(Token::Sign('(')) => {
                self.at += 1;
                let inner = self.any()?;
                self.need(')')?;
                Ok(inner)
            }
            Some(Token::Name(name)) if self.tokens.get(self.at + 1) == Some(&Token::Sign('(')) => {
                self.at += 2;
                let call = self.call(&name)?;
                self.need(')')?;
                Ok(call)
            }
            _ => self.path().map(Expression::Path),
        }
    }

    fn call(&mut self, name: &str) -> Result<Expression, String> {
        match name {
            "count" => self.path().map(Expression::Count),
            "not" => Ok(Expression::Not(Box::new(self.any()?))),
            "usch:getFileName" => Ok(Expression::FileName),
            "usch:iif" => {
                let condition = self.any()?;
                self.need(',')?;
                let then = self.any()?;
                self.need(',')?;
                Ok(Expression::If(Box::new([condition, then, self.any()?])))
            }
            "substring" => {
                let value = self.any()?;
                self.need(',')?;
                let from = self.place()?;
                let count = if self.take(&Token::Sign(',')) { Some(self.place()?) } else { None };
                Ok(Expression::Substring(Box::new(value), from, count))
            }
            other => Err(format!("the function {other}")),
        }
    }

    fn place(&mut self) -> Result<usize, String> {
        match self.peek().cloned() {
            Some(Token::Number(number)) => {
                self.at += 1;
                usize::try_from(number).map_err(|_| "a place that is not a whole number".to_owned())
            }
            _ => Err("a place in a text is missing".to_owned()),
        }
    }

    fn path(&mut self) -> Result<Path, String> {
        let mut path = Path::default();
        loop {
            match self.peek().cloned() {
                Some(Token::Up) if path.down.is_empty() => path.up += 1,
                Some(Token::Name(name)) => path.down.push(name.into()),
                Some(Token::Sign('@')) => {
                    self.at += 1;
                    let Some(Token::Name(name)) = self.peek().cloned() else {
                        return Err("an attribute without a name".to_owned());
                    };
                    self.at += 1;
                    path.attribute = Some(name.into());
                    return Ok(path);
                }
                other => return Err(format!("a step was expected, not {other:?}")),
            }
            self.at += 1;
            if !self.take(&Token::Sign('/')) {
                return Ok(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_in_the_language_is_refused() {
        let deep = format!("{}1=1{}", "(".repeat(100), ")".repeat(100));
        let bad = [
            "",
            "count(",
            "count(@А",
            "//А",
            "А[1]",
            "А | Б",
            "sum(А)",
            "@",
            "А/",
            "А/../Б",
            "1 + 1",
            "not()",
            "'а",
            "А = = Б",
            "usch:iif(А, Б)",
            "substring(А)",
            "substring(А, -1)",
            "А Б",
            &deep,
        ];
        for source in bad {
            assert!(Expression::parse(source).is_err(), "{source}");
        }
    }
}
