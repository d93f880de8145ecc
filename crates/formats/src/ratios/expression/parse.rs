//! Parsing with bounds; kinds are checked here, so evaluation never meets a condition where a number is needed.

use super::token::{Token, tokens};
use super::{Expression, Gather, Kind, Lookup, Node, Operation, Path, Relation, Rows};
use crate::limits::{RATIO_BYTES_MAX, RATIO_NODES_MAX};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(super) fn expression(source: &str, documents: &[String]) -> Result<Expression, String> {
    if source.len() > RATIO_BYTES_MAX {
        return Err(format!("longer than {RATIO_BYTES_MAX} bytes"));
    }
    let mut parser = Parser { tokens: tokens(source)?, at: 0, nodes: 0, slots: 0, documents };
    let node = parser.either()?;
    match parser.tokens.get(parser.at) {
        None => Ok(Expression { node, slots: parser.slots }),
        Some((token, at)) => Err(format!("byte {at}: {token:?} where the expression should end")),
    }
}

struct Parser<'a> {
    tokens: Vec<(Token, usize)>,
    at: usize,
    nodes: usize,
    slots: usize,
    documents: &'a [String],
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn wrong<T>(&self, expected: &str) -> Result<T, String> {
        match self.tokens.get(self.at) {
            Some((_, at)) => Err(format!("byte {at}: {expected} is expected")),
            None => Err(format!("the end: {expected} is expected")),
        }
    }

    fn takes(&mut self, token: &Token) -> bool {
        let is_there = self.peek() == Some(token);
        self.at += usize::from(is_there);
        is_there
    }

    fn sign(&mut self, sign: char) -> bool {
        self.takes(&Token::Sign(sign))
    }

    fn word(&mut self, word: &str) -> bool {
        self.takes(&Token::Name(word.into()))
    }

    fn need(&mut self, sign: char) -> Result<(), String> {
        if self.sign(sign) { Ok(()) } else { self.wrong(&format!("«{sign}»")) }
    }

    fn name(&mut self) -> Result<Box<str>, String> {
        let Some(Token::Name(name)) = self.peek() else { return self.wrong("a name") };
        let name = name.clone();
        self.at += 1;
        Ok(name)
    }

    fn slot(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }

    /// Counts a node; nesting can be no deeper than there are nodes.
    fn node(&mut self) -> Result<(), String> {
        self.nodes += 1;
        if self.nodes > RATIO_NODES_MAX { Err(format!("more than {RATIO_NODES_MAX} parts")) } else { Ok(()) }
    }

    fn either(&mut self) -> Result<Node, String> {
        self.series("or", Self::both, Node::Any)
    }

    fn both(&mut self) -> Result<Node, String> {
        self.series("and", Self::comparison, Node::All)
    }

    fn series(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Result<Node, String>,
        whole: fn(Vec<Node>) -> Node,
    ) -> Result<Node, String> {
        let first = part(self)?;
        if self.peek() != Some(&Token::Name(word.into())) {
            return Ok(first);
        }
        let mut parts = vec![self.of(first, Kind::Condition)?];
        while self.word(word) {
            let next = part(self)?;
            parts.push(self.of(next, Kind::Condition)?);
        }
        Ok(whole(parts))
    }

    fn comparison(&mut self) -> Result<Node, String> {
        let left = self.sum()?;
        let Some(&Token::Relation(relation)) = self.peek() else { return Ok(left) };
        self.at += 1;
        let right = self.sum()?;
        self.compared(left, relation, right)
    }

    fn compared(&self, left: Node, relation: Relation, right: Node) -> Result<Node, String> {
        let kinds = [left.kind(), right.kind()];
        if kinds.contains(&Kind::Condition) {
            return self.wrong("no condition beside a comparison");
        }
        if kinds.contains(&Kind::Text) && kinds.contains(&Kind::Number) {
            return self.wrong("two texts or two numbers");
        }
        Ok(Node::Compare(Box::new(left), relation, Box::new(right)))
    }

    fn sum(&mut self) -> Result<Node, String> {
        let mut left = self.product()?;
        while let Some(operation) = self.operation([('+', Operation::Plus), ('-', Operation::Minus)]) {
            let right = self.product()?;
            left = self.arithmetic(left, operation, right)?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Node, String> {
        let mut left = self.single()?;
        while let Some(operation) = self.operation([('*', Operation::Times), ('/', Operation::Divide)]) {
            let right = self.single()?;
            left = self.arithmetic(left, operation, right)?;
        }
        Ok(left)
    }

    fn operation(&mut self, of: [(char, Operation); 2]) -> Option<Operation> {
        of.into_iter().find(|(sign, _)| self.sign(*sign)).map(|(_, operation)| operation)
    }

    fn arithmetic(&mut self, left: Node, operation: Operation, right: Node) -> Result<Node, String> {
        let (left, right) = (self.of(left, Kind::Number)?, self.of(right, Kind::Number)?);
        self.node()?;
        Ok(Node::Arithmetic(Box::new(left), operation, Box::new(right)))
    }

    /// A node where `kind` is needed; a value of the document may be a number or a text.
    fn of(&self, node: Node, kind: Kind) -> Result<Node, String> {
        let is_fit = match node.kind() {
            Kind::Value => kind != Kind::Condition,
            found => found == kind,
        };
        let expected = match kind {
            Kind::Condition => "a condition",
            Kind::Number => "a number",
            Kind::Text | Kind::Value => "a text",
        };
        if is_fit { Ok(node) } else { self.wrong(expected) }
    }

    fn single(&mut self) -> Result<Node, String> {
        self.node()?;
        if self.sign('-') {
            let node = self.single()?;
            return Ok(Node::Negative(Box::new(self.of(node, Kind::Number)?)));
        }
        if self.sign('(') {
            let node = self.either()?;
            self.need(')')?;
            return Ok(node);
        }
        let literal = match self.peek() {
            Some(Token::Number(number)) => Some(Node::Number(*number)),
            Some(Token::Text(text)) => Some(Node::Text(text.clone())),
            _ => None,
        };
        if let Some(literal) = literal {
            self.at += 1;
            return Ok(literal);
        }
        if let Some(Token::Name(name)) = self.peek()
            && self.tokens.get(self.at + 1).is_some_and(|(token, _)| *token == Token::Sign('('))
        {
            let name = name.clone();
            self.at += 2;
            let node = self.call(&name)?;
            self.need(')')?;
            return Ok(node);
        }
        self.path().map(Node::Path)
    }

    fn call(&mut self, name: &str) -> Result<Node, String> {
        match name {
            "sum" => self.rows(Gather::Sum, Some(Kind::Number)),
            "count" => self.rows(Gather::Count, None),
            "any" => self.rows(Gather::Any, Some(Kind::Condition)),
            "distinct" => self.rows(Gather::Distinct, Some(Kind::Text)),
            "sum_by" => self.lookup(true),
            "count_by" => self.lookup(false),
            "min" => self.list(Kind::Number).map(Node::Least),
            "max" => self.list(Kind::Number).map(Node::Greatest),
            "text" => self.list(Kind::Text).map(Node::Join),
            "first" => self.list(Kind::Text).map(Node::First),
            "abs" => self.argument(Kind::Number).map(|node| Node::Absolute(Box::new(node))),
            "not" => self.argument(Kind::Condition).map(|node| Node::Not(Box::new(node))),
            "round" => self.round(),
            "if" => self.choice(),
            "one_of" => {
                let value = self.argument(Kind::Text)?;
                self.need(',')?;
                Ok(Node::OneOf(Box::new(value), self.list(Kind::Text)?))
            }
            _ => self.wrong(&format!("a known function instead of «{name}»")),
        }
    }

    fn argument(&mut self, kind: Kind) -> Result<Node, String> {
        let node = self.either()?;
        self.of(node, kind)
    }

    fn list(&mut self, kind: Kind) -> Result<Vec<Node>, String> {
        let mut nodes = vec![self.argument(kind)?];
        while self.sign(',') {
            nodes.push(self.argument(kind)?);
        }
        Ok(nodes)
    }

    fn round(&mut self) -> Result<Node, String> {
        let node = self.argument(Kind::Number)?;
        self.need(',')?;
        let places = match self.peek() {
            Some(Token::Number(places)) => places.to_u32().filter(|places| *places <= Decimal::MAX_SCALE),
            _ => None,
        };
        let Some(places) = places else { return self.wrong("a number of places after the dot") };
        self.at += 1;
        Ok(Node::Round(Box::new(node), places))
    }

    fn choice(&mut self) -> Result<Node, String> {
        let condition = self.argument(Kind::Condition)?;
        self.need(',')?;
        let then = self.argument(Kind::Number)?;
        self.need(',')?;
        let otherwise = self.argument(Kind::Number)?;
        Ok(Node::If(Box::new([condition, then, otherwise])))
    }

    /// Rows from an element above would be walked again for every row below it, so they are refused.
    fn rows_path(&mut self) -> Result<Path, String> {
        let path = self.path()?;
        if path.up > 0 || path.attribute.is_some() || path.down.is_empty() {
            return self.wrong("a path to elements without «..»");
        }
        Ok(path)
    }

    fn rows(&mut self, act: Gather, needed: Option<Kind>) -> Result<Node, String> {
        let rows = self.rows_path()?;
        let of = match needed {
            Some(kind) => {
                self.need(',')?;
                Some(self.argument(kind)?)
            }
            None if self.sign(',') => Some(self.argument(Kind::Condition)?),
            None => None,
        };
        Ok(Node::Rows(Box::new(Rows { slot: self.slot(), act, rows, of })))
    }

    fn lookup(&mut self, is_sum: bool) -> Result<Node, String> {
        let rows = self.rows_path()?;
        if rows.root.is_none() {
            return self.wrong("a path from the root: an index is made once for a document");
        }
        self.need(',')?;
        let key = self.argument(Kind::Text)?;
        self.need(',')?;
        let wanted = self.argument(Kind::Text)?;
        let value = if is_sum {
            self.need(',')?;
            Some(self.argument(Kind::Number)?)
        } else {
            None
        };
        Ok(Node::Lookup(Box::new(Lookup { slot: self.slot(), rows, key, wanted, value })))
    }

    fn path(&mut self) -> Result<Path, String> {
        let mut path = Path { root: self.root()?, slot: self.slot(), ..Path::default() };
        while path.root.is_none() && self.sign('.') {
            path.up += 1;
            self.need('/')?;
        }
        loop {
            if self.sign('@') {
                path.attribute = Some(self.name()?);
                return Ok(path);
            }
            if path.up > 0 {
                return self.wrong("an attribute after «..»");
            }
            path.down.push(self.name()?);
            if !self.sign('/') {
                return Ok(path);
            }
        }
    }

    /// `/` begins at the document at hand, `name:/` at the document of that name.
    fn root(&mut self) -> Result<Option<usize>, String> {
        if self.sign('/') {
            return Ok(Some(0));
        }
        let Some(Token::Name(name)) = self.peek() else { return Ok(None) };
        if self.tokens.get(self.at + 1).is_none_or(|(token, _)| *token != Token::Sign(':')) {
            return Ok(None);
        }
        let Some(index) = self.documents.iter().position(|known| **known == **name) else {
            return self.wrong("the name of a document of this file");
        };
        self.at += 2;
        self.need('/')?;
        Ok(Some(index))
    }
}
