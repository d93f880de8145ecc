//! One message in both wire forms, by the descriptor: the tests write it once, as JSON.

use prost::Message as _;
use prost_reflect::{DescriptorPool, DeserializeOptions, DynamicMessage, MessageDescriptor, SerializeOptions};
use serde_json::Value;
use std::sync::LazyLock;
use wire_diadoc::{Body, Row};

static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| DescriptorPool::decode(wire_diadoc::DESCRIPTOR).unwrap());

/// The message by its full name.
pub fn descriptor(name: &str) -> MessageDescriptor {
    POOL.get_message_by_name(name).unwrap_or_else(|| panic!("{name} is not in the descriptor"))
}

/// The row of a path without its query.
pub fn row_of(path: &str) -> &'static Row {
    let bare = path.split('?').next().unwrap();
    wire_diadoc::rows().iter().find(|row| row.path == bare).unwrap_or_else(|| panic!("{bare} is no path"))
}

/// JSON as protobuf. Obligatory fields may be missing; names must be the contract's.
pub fn encoded(name: &str, message: &Value) -> Vec<u8> {
    let dynamic = DynamicMessage::deserialize_with_options(descriptor(name), message, &DeserializeOptions::new());
    dynamic.unwrap_or_else(|why| panic!("{name}: {why}: {message}")).encode_to_vec()
}

/// Protobuf as JSON, with everything that was written and nothing else. Fields that the descriptor lacks fail: what
/// we answer is the contract's.
pub fn decoded(name: &str, octets: &[u8]) -> Value {
    let dynamic = DynamicMessage::decode(descriptor(name), octets).unwrap_or_else(|why| panic!("{name}: {why}"));
    assert_eq!(dynamic.unknown_fields().count(), 0, "{name}: fields that the contract lacks");
    let options =
        SerializeOptions::new().use_proto_field_name(true).stringify_64_bit_integers(false).skip_default_fields(false);
    dynamic.serialize_with_options(serde_json::value::Serializer, &options).unwrap()
}

/// The first obligatory field that is missing, at any depth.
pub fn missing(name: &str, octets: &[u8]) -> Option<String> {
    let dynamic = DynamicMessage::decode(descriptor(name), octets).unwrap_or_else(|why| panic!("{name}: {why}"));
    lacking(&dynamic)
}

fn lacking(message: &DynamicMessage) -> Option<String> {
    use prost_reflect::{Cardinality, ReflectMessage as _, Value as Held};
    for field in message.descriptor().fields() {
        if field.cardinality() == Cardinality::Required && !message.has_field(&field) {
            return Some(field.full_name().to_owned());
        }
        let inside = match message.get_field(&field).as_ref() {
            Held::Message(inner) if message.has_field(&field) => lacking(inner),
            Held::List(items) => items.iter().filter_map(Held::as_message).find_map(lacking),
            _ => None,
        };
        if inside.is_some() {
            return inside;
        }
    }
    None
}

/// What the row answers, read as JSON; text and bytes that are no JSON become a string or null.
pub fn answer(row: &Row, is_json: bool, octets: &[u8]) -> Value {
    match row.response {
        Body::Message(name) if !is_json => {
            assert_eq!(missing(name, octets), None, "{}: an obligatory field", row.path);
            decoded(name, octets)
        }
        Body::Message(_) | Body::Json => serde_json::from_slice(octets).unwrap_or_else(|why| panic!("{why}")),
        Body::Text => String::from_utf8(octets.to_vec()).unwrap().into(),
        Body::None | Body::Octets => Value::Null,
    }
}
