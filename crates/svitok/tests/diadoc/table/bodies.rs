//! Wrong bodies made of a good message.

use super::cases::{Case, Expected, Request};
use super::kinds::{Kind, Table};
use super::things::Things;
use crate::wire;
use crate::world::Form;
use prost_reflect::{Cardinality, FieldDescriptor, Kind as Wire, MessageDescriptor};
use serde_json::{Value, json};

/// Characters of a text that no field takes.
const LONG_CHARS: usize = 100_000;
/// A field of protobuf that no message of the contract has, with a number in it.
const UNKNOWN_FIELD: [u8; 4] = [0x80, 0xe2, 0x09, 0x01];

const FORM: Expected = Expected::Refusal(400, "diadoc.body.form");
const MISSING: Expected = Expected::Refusal(400, "diadoc.field.missing");

/// A field of the good message: the message it is of, where it stands as a pointer and as refusals name it.
struct Place {
    field: FieldDescriptor,
    pointer: String,
    path: String,
}

/// Every wrong body of a good message in the form of the good request.
pub fn all(cases: &mut Vec<Case>, with: (&Table, &Things), good: &Request, (name, message): (&str, &Value)) {
    let body = |message: &Value| Request { octets: octets(name, message, good.form), ..good.clone() };
    whole(cases, good, name);
    let mut places = Vec::new();
    collect(&mut places, &wire::descriptor(name), message, ("", ""));
    for place in &places {
        let at = &place.path;
        if place.field.cardinality() == Cardinality::Required {
            cases.push(Case::new(format!("without {at}"), body(&without(message, &place.pointer)), MISSING).naming(at));
        }
        if good.form == Form::Json {
            for wrong in wrong_types(&place.field) {
                let request = body(&set(message, &place.pointer, wrong.clone()));
                cases.push(Case::new(format!("{wrong} in {at}"), request, FORM));
            }
        }
        if matches!(place.field.kind(), Wire::String) && !place.field.is_list() {
            text(cases, with, place, |value| body(&set(message, &place.pointer, json!(value))));
        }
    }
}

fn octets(name: &str, message: &Value, form: Form) -> Vec<u8> {
    match form {
        Form::Protobuf => wire::encoded(name, message),
        Form::Json => message.to_string().into_bytes(),
    }
}

/// The body as a whole: absent, cut off, of another kind, with more than we know.
fn whole(cases: &mut Vec<Case>, good: &Request, name: &str) {
    let with = |octets: Vec<u8>| Request { octets, ..good.clone() };
    let is_json = good.form == Form::Json;
    let has_obligatory = wire::descriptor(name).fields().any(|field| field.cardinality() == Cardinality::Required);
    let mut absent = with(Vec::new());
    // A body of no octets in JSON is no JSON; the client must say that it is one.
    absent.media_type = is_json.then(|| "application/json".to_owned());
    let expected = match (is_json, has_obligatory) {
        (true, _) => FORM,
        (false, true) => MISSING,
        (false, false) => Expected::RefusedOrGood,
    };
    cases.push(Case::new("no body", absent, expected));
    if let Some((_, cut)) = good.octets.split_last() {
        cases.push(Case::new("cut off", with(cut.to_vec()), FORM));
    }
    cases.push(Case::new("no message", with(vec![0xff; 12]), FORM));
    for kind in ["text/xml", "application/x-www-form-urlencoded", "image/png"] {
        let request = Request { media_type: Some(kind.to_owned()), ..good.clone() };
        cases.push(Case::new(format!("as {kind}"), request, Expected::Refusal(415, "diadoc.body.media-type")));
    }
    let mut more = good.octets.clone();
    if is_json {
        let mut message: Value = serde_json::from_slice(&more).unwrap();
        message.as_object_mut().unwrap().insert("НовоеПоле".to_owned(), json!({ "x": [1, null] }));
        more = message.to_string().into_bytes();
    } else {
        more.extend(UNKNOWN_FIELD);
    }
    cases.push(Case::new("unknown field", with(more), Expected::AsGood));
}

/// Every field that the good message has, at any depth.
fn collect(places: &mut Vec<Place>, message: &MessageDescriptor, value: &Value, (pointer, path): (&str, &str)) {
    for field in message.fields() {
        let Some(held) = value.get(field.name()) else { continue };
        let pointer = format!("{pointer}/{}", field.name());
        let path = if path.is_empty() { field.name().to_owned() } else { format!("{path}.{}", field.name()) };
        match (field.kind(), held) {
            (Wire::Message(inner), Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    let places_of = (format!("{pointer}/{index}"), format!("{path}[{index}]"));
                    collect(places, &inner, item, (&places_of.0, &places_of.1));
                }
            }
            (Wire::Message(inner), item) => collect(places, &inner, item, (&pointer, &path)),
            _ => {}
        }
        places.push(Place { field, pointer, path });
    }
}

fn without(message: &Value, pointer: &str) -> Value {
    let mut changed = message.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    changed.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).unwrap();
    changed
}

fn set(message: &Value, pointer: &str, value: Value) -> Value {
    let mut changed = message.clone();
    *changed.pointer_mut(pointer).unwrap() = value;
    changed
}

/// Values that are of no kind the field takes.
fn wrong_types(field: &FieldDescriptor) -> Vec<Value> {
    if field.is_list() {
        return vec![json!(5), json!({ "x": 1 })];
    }
    match field.kind() {
        Wire::String => vec![json!(5), json!(true), json!({}), json!(["x"])],
        Wire::Bytes => vec![json!(5), json!("не base64"), json!([1])],
        Wire::Bool => vec![json!("maybe"), json!(5)],
        Wire::Enum(_) => vec![json!("NoSuchWord"), json!({})],
        Wire::Message(_) => vec![json!(5), json!("x"), json!([])],
        _ => vec![json!("x"), json!(true), json!({})],
    }
}

/// A field of text: another's thing, no thing, too long.
fn text(cases: &mut Vec<Case>, (table, things): (&Table, &Things), place: &Place, body: impl Fn(&str) -> Request) {
    let at = &place.path;
    let kind = table.field(place.field.parent_message().name(), place.field.name());
    cases.push(Case::new(format!("long {at}"), body(&"я".repeat(LONG_CHARS)), Expected::Refused));
    if !kind.is_thing() {
        return;
    }
    if let Some(bad) = kind.malformed() {
        cases.push(
            Case::new(format!("malformed {at}"), body(bad), Expected::Refusal(400, "diadoc.field.form")).naming(at),
        );
    }
    if kind.is_public() {
        cases.push(Case::new(format!("unknown {at}"), body(super::things::NOWHERE), Expected::Refused));
        return;
    }
    let expected = match kind {
        Kind::OwnBox => Expected::Refusal(403, "diadoc.box.forbidden"),
        _ => Expected::Refused,
    };
    if let Some((foreign, unknown)) = things.pair(kind) {
        cases.push(Case::new(format!("foreign {at}"), body(foreign), expected).twin(body(unknown)));
    }
}
