//! Wrong requests made of a good one, and what the table foretells for each.

use super::bodies;
use super::kinds::{Kind, Table};
use super::things::Things;
use crate::transcript::{Said, Sent, percent};
use crate::world::Form;

/// Characters of a text that no parameter takes; in percent form it stays within the head of a request.
const LONG_CHARS: usize = 5_000;

/// A request as it goes out.
#[derive(Clone, Debug)]
pub struct Request {
    pub verb: String,
    pub path: String,
    pub authorization: String,
    pub form: Form,
    pub media_type: Option<String>,
    pub octets: Vec<u8>,
}

/// What must be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This refusal.
    Refusal(u16, &'static str),
    /// Some refusal that the user can act on: 400 to 409.
    Refused,
    /// What the good request is answered now.
    AsGood,
    /// Either of the last two.
    RefusedOrGood,
}

/// One wrong request; with a twin, both must be answered alike to the byte.
#[derive(Clone, Debug)]
pub struct Case {
    pub what: String,
    pub request: Request,
    pub twin: Option<Request>,
    pub expected: Expected,
    /// What the refusal's text must name.
    pub names: Option<String>,
}

impl Case {
    pub fn new(what: impl Into<String>, request: Request, expected: Expected) -> Self {
        Self { what: what.into(), request, twin: None, expected, names: None }
    }

    pub fn naming(self, name: &str) -> Self {
        Self { names: Some(name.to_owned()), ..self }
    }

    pub fn twin(self, twin: Request) -> Self {
        Self { twin: Some(twin), ..self }
    }
}

impl Request {
    /// The good one in a form.
    pub fn good(said: &Said, form: Form) -> Self {
        let media_type = said.media_type.as_deref().or(said.body.media_type(form));
        Self {
            verb: said.verb.clone(),
            path: said.path.clone(),
            authorization: said.authorization.clone(),
            form,
            media_type: media_type.map(str::to_owned),
            octets: said.body.octets(form),
        }
    }

    fn bare(&self) -> &str {
        self.path.split('?').next().unwrap()
    }

    fn pairs(&self) -> Vec<&str> {
        let query = self.path.split_once('?').map_or("", |(_, query)| query);
        query.split('&').filter(|pair| !pair.is_empty()).collect()
    }

    fn has(&self, name: &str) -> bool {
        self.pairs().iter().any(|pair| pair.split('=').next() == Some(name))
    }

    /// The same without the parameter, and with these pairs.
    fn with(&self, name: &str, pairs: &[String]) -> Self {
        let kept = self.pairs().into_iter().filter(|pair| pair.split('=').next() != Some(name)).map(str::to_owned);
        let query: Vec<String> = kept.chain(pairs.iter().cloned()).collect();
        Self { path: format!("{}?{}", self.bare(), query.join("&")), ..self.clone() }
    }
}

/// Every wrong request of one good one in a form.
pub fn all(table: &Table, things: &Things, said: &Said, form: Form) -> Vec<Case> {
    let good = Request::good(said, form);
    let mut cases = vec![
        Case::new("wrong verb", Request { verb: "DELETE".to_owned(), ..good.clone() }, verb()),
        Case::new("wrong case", wrong_case(&good), Expected::Refusal(404, "diadoc.method.unknown")),
        Case::new("unknown parameter", good.with("x-unknown", &["x-unknown=1".to_owned()]), Expected::AsGood),
    ];
    for name in said.row.query {
        parameter(&mut cases, table, things, (&good, name));
    }
    authorizations(&mut cases, &good);
    if let Sent::Message(name, message) = &said.body {
        bodies::all(&mut cases, (table, things), &good, (name, message));
    }
    cases
}

fn verb() -> Expected {
    Expected::Refusal(405, "diadoc.method.verb")
}

fn wrong_case(good: &Request) -> Request {
    let (bare, rest) = (good.bare(), good.path.get(good.bare().len()..).unwrap());
    Request { path: format!("{}{rest}", bare.to_lowercase()), ..good.clone() }
}

fn parameter(cases: &mut Vec<Case>, table: &Table, things: &Things, (good, name): (&Request, &str)) {
    let kind = table.parameter(good.bare(), name);
    let is_obligatory = table.is_obligatory(good.bare(), name);
    let with = |value: &str| good.with(name, &[format!("{name}={}", percent(value))]);
    if good.has(name) {
        let missing = match is_obligatory {
            true => Expected::Refusal(400, "diadoc.parameter.missing"),
            false => Expected::RefusedOrGood,
        };
        for (what, request) in [("missing", good.with(name, &[])), ("empty", with(""))] {
            let case = Case::new(format!("{what} {name}"), request, missing);
            cases.push(if is_obligatory { case.naming(name) } else { case });
        }
    }
    if !table.is_repeated(good.bare(), name) {
        twice(cases, good, name);
    }
    for bad in ["%", "%zz", "%ff"] {
        let request = good.with(name, &[format!("{name}={bad}")]);
        cases.push(Case::new(format!("{bad} in {name}"), request, Expected::Refusal(400, "diadoc.query.form")));
    }
    let form = match kind.is_plain() {
        true => Expected::Refusal(400, "diadoc.parameter.form"),
        false => Expected::Refused,
    };
    if let Some(bad) = kind.malformed() {
        let case = Case::new(format!("malformed {name}"), with(bad), form);
        cases.push(if kind.is_plain() { case.naming(name) } else { case });
    }
    let long = if kind == Kind::Text { Expected::RefusedOrGood } else { form };
    cases.push(Case::new(format!("long {name}"), with(&"я".repeat(LONG_CHARS)), long));
    if let Some((foreign, unknown)) = things.pair(kind).filter(|_| kind.is_thing()) {
        if kind.is_public() {
            cases.push(Case::new(format!("unknown {name}"), with(unknown), Expected::RefusedOrGood));
            return;
        }
        let expected = match (kind, is_obligatory || good.has(name)) {
            (Kind::OwnBox, _) => Expected::Refusal(403, "diadoc.box.forbidden"),
            (_, true) => Expected::Refused,
            (_, false) => Expected::RefusedOrGood,
        };
        cases.push(Case::new(format!("foreign {name}"), with(foreign), expected).twin(with(unknown)));
    }
}

fn twice(cases: &mut Vec<Case>, good: &Request, name: &str) {
    let twice = good.with(name, &[format!("{name}=1"), format!("{name}=1")]);
    cases
        .push(Case::new(format!("twice {name}"), twice, Expected::Refusal(400, "diadoc.parameter.twice")).naming(name));
}

/// Who is nobody: no header, another scheme, tokens that were never given.
fn authorizations(cases: &mut Vec<Case>, good: &Request) {
    if good.bare().contains("/Authenticate") {
        let code = "diadoc.sign-in.no-client";
        let request = Request { authorization: String::new(), ..good.clone() };
        cases.push(Case::new("no program", request, Expected::Refusal(401, code)));
        return;
    }
    for shown in [
        "",
        "Basic c2VsbGVyOnNlbGxlcg==",
        "DiadocAuth ddauth_api_client_id=Program-1c.7f0b2d",
        "DiadocAuth ddauth_api_client_id=Program-1c.7f0b2d,ddauth_token=никто",
        "DiadocAuth ddauth_api_client_id=Program-1c.7f0b2d,ddauth_token=c3YtZm9yZ2VkLXRva2Vu",
        "Bearer c3YtZm9yZ2VkLXRva2Vu",
        "Bearer",
    ] {
        let request = Request { authorization: shown.to_owned(), ..good.clone() };
        cases.push(Case::new(format!("shows {shown:?}"), request, Expected::Refusal(401, "diadoc.sign-in.needed")));
    }
}
