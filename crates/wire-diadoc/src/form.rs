//! The two wire forms. Methods speak protobuf; JSON is the same message written in words: names as the contract has
//! them, enumerations by their names, bytes in base64. Transcoding goes by the descriptor, so that no method knows of it.

use std::sync::LazyLock;

use bytes::Bytes;
use prost::Message as _;
use prost_reflect::{
    DescriptorPool, DeserializeOptions, DynamicMessage, Kind, MessageDescriptor, ReflectMessage as _, SerializeOptions,
    Value,
};
use serde_json::Value as Json;

use crate::generated::DESCRIPTOR;
use crate::refusal::WireRefusal;

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// proto2, binary.
    Protobuf,
    /// JSON.
    Json,
}

/// Nested messages of a body: the deepest message of the contract has nine.
const DEPTH_MAX: usize = 32;

static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
    DescriptorPool::decode(DESCRIPTOR).unwrap_or_else(|why| kernel::bug!("the generated descriptor: {why}"))
});

fn descriptor(name: &str) -> MessageDescriptor {
    POOL.get_message_by_name(name).unwrap_or_else(|| kernel::bug!("{name} is not in the generated descriptor"))
}

/// A message's bytes in the form asked for.
pub fn written(name: &str, message: Vec<u8>, form: Form) -> Vec<u8> {
    match form {
        Form::Protobuf => message,
        Form::Json => json(name, &message),
    }
}

fn json(name: &str, message: &[u8]) -> Vec<u8> {
    let dynamic = DynamicMessage::decode(descriptor(name), message)
        .unwrap_or_else(|why| kernel::bug!("{name} of our own is not read: {why}"));
    // Lists are written also when empty: clients go over them without asking.
    let options =
        SerializeOptions::new().use_proto_field_name(true).stringify_64_bit_integers(false).skip_default_fields(false);
    let mut text = Vec::new();
    let mut serializer = serde_json::Serializer::new(&mut text);
    if let Err(why) = dynamic.serialize_with_options(&mut serializer, &options) {
        kernel::bug!("{name} as JSON: {why}");
    }
    text
}

/// Reads a body of either form into protobuf bytes that hold every obligatory field.
///
/// JSON names are taken without regard to letter case; unknown names and unknown fields are passed over, as the
/// vendor's newer clients send more than older servers know.
pub fn read(name: &'static str, body: &Bytes, form: Form) -> Result<Bytes, WireRefusal> {
    let descriptor = descriptor(name);
    let refused = |detail: String| WireRefusal::Body { message: name, detail };
    match form {
        Form::Protobuf => {
            let dynamic = DynamicMessage::decode(descriptor, body.clone()).map_err(|why| refused(why.to_string()))?;
            complete(&dynamic, "", 0)?;
            Ok(body.clone())
        }
        Form::Json => {
            let given: Json = serde_json::from_slice(body).map_err(|why| refused(place(&why)))?;
            let named = renamed(given, &descriptor, 0).map_err(refused)?;
            let options = DeserializeOptions::new().deny_unknown_fields(false);
            let dynamic = DynamicMessage::deserialize_with_options(descriptor, named, &options)
                .map_err(|_| refused("a value is of another type than its field".to_owned()))?;
            complete(&dynamic, "", 0)?;
            Ok(dynamic.encode_to_vec().into())
        }
    }
}

/// Where JSON stops being JSON, without the words around.
fn place(why: &serde_json::Error) -> String {
    format!("JSON breaks off at line {}, column {}", why.line(), why.column())
}

/// The same value with names as the contract writes them. Refuses what is nested too deeply and words that are none of
/// an enumeration's, naming the field.
fn renamed(value: Json, descriptor: &MessageDescriptor, depth: usize) -> Result<Json, String> {
    if depth > DEPTH_MAX {
        return Err("nested too deeply".to_owned());
    }
    let Json::Object(members) = value else { return Ok(value) };
    let mut named = serde_json::Map::new();
    for (name, value) in members {
        let field = descriptor.get_field_by_name(&name);
        let field = field.or_else(|| descriptor.fields().find(|field| field.name().eq_ignore_ascii_case(&name)));
        let Some(field) = field else { continue };
        let kind = field.kind();
        let one = |item: Json| match &kind {
            Kind::Message(inner) => renamed(item, inner, depth + 1),
            Kind::Enum(words) => match item.as_str() {
                Some(word) if words.get_value_by_name(word).is_none() => Err(format!("{}: no such word", field.name())),
                _ => Ok(item),
            },
            _ => Ok(item),
        };
        let value = match value {
            Json::Array(items) => Json::Array(items.into_iter().map(one).collect::<Result<_, _>>()?),
            single => one(single)?,
        };
        named.insert(field.name().to_owned(), value);
    }
    Ok(Json::Object(named))
}

/// Refuses a message without an obligatory field, at any depth.
fn complete(message: &DynamicMessage, path: &str, depth: usize) -> Result<(), WireRefusal> {
    if depth > DEPTH_MAX {
        return Err(WireRefusal::Field { field: path.to_owned(), accepted: "fewer nested messages" });
    }
    for field in message.descriptor().fields() {
        let at = || if path.is_empty() { field.name().to_owned() } else { format!("{path}.{}", field.name()) };
        if field.cardinality() == prost_reflect::Cardinality::Required && !message.has_field(&field) {
            return Err(WireRefusal::FieldMissing { field: at() });
        }
        if !matches!(field.kind(), Kind::Message(_)) || !message.has_field(&field) {
            continue;
        }
        match message.get_field(&field).as_ref() {
            Value::Message(inner) => complete(inner, &at(), depth + 1)?,
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let Value::Message(inner) = item {
                        complete(inner, &format!("{}[{index}]", at()), depth + 1)?;
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::api::proto::events::MessageToPost;

    const MESSAGE: &str = "Diadoc.Api.Proto.Events.MessageToPost";

    fn from_json(text: &str) -> Result<MessageToPost, WireRefusal> {
        let bytes = read(MESSAGE, &Bytes::copy_from_slice(text.as_bytes()), Form::Json)?;
        Ok(MessageToPost::decode(bytes).unwrap())
    }

    #[test]
    fn names_in_any_case_and_bytes_in_base64() {
        let text = r#"{"FROMBOXID":"a","toBoxId":"b","Unknown":{"x":1},
            "DocumentAttachments":[{"typeNamedId":"Nonformalized","SignedContent":{"Content":"AQID","signature":"BAU="}}]}"#;
        let message = from_json(text).unwrap();
        assert_eq!((message.from_box_id.as_str(), message.to_box_id.as_deref()), ("a", Some("b")));
        let document = message.document_attachments.first().unwrap();
        assert_eq!(document.signed_content.content.as_deref(), Some([1, 2, 3].as_slice()));
        assert_eq!(document.signed_content.signature.as_deref(), Some([4, 5].as_slice()));
    }

    #[test]
    fn what_is_missing_is_named_in_both_forms() {
        let missing = |field: &str| WireRefusal::FieldMissing { field: field.to_owned() };
        assert_eq!(from_json("{}").unwrap_err(), missing("FromBoxId"));
        let text = r#"{"FromBoxId":"a","DocumentAttachments":[{"TypeNamedId":"x"}]}"#;
        assert_eq!(from_json(text).unwrap_err(), missing("DocumentAttachments[0].SignedContent"));
        assert_eq!(read(MESSAGE, &Bytes::new(), Form::Protobuf).unwrap_err(), missing("FromBoxId"));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for text in
            ["", "{", "[1", "{\"FromBoxId\":5}", "{\"FromBoxId\":{}}", "{\"IsDraft\":\"maybe\",\"FromBoxId\":\"a\"}"]
        {
            assert!(matches!(from_json(text), Err(WireRefusal::Body { .. })), "{text}");
        }
        for bytes in [&b"\x0a"[..], &b"\x0a\xff"[..], &b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"[..]] {
            let refused = read(MESSAGE, &Bytes::copy_from_slice(bytes), Form::Protobuf);
            assert!(matches!(refused, Err(WireRefusal::Body { .. })), "{bytes:?}");
        }
    }

    #[test]
    fn the_written_form_has_names_numbers_and_empty_lists() {
        let list = crate::proto::api::proto::OrganizationList { organizations: Vec::new() };
        let text = written("Diadoc.Api.Proto.OrganizationList", list.encode_to_vec(), Form::Json);
        assert_eq!(String::from_utf8(text).unwrap(), r#"{"Organizations":[]}"#);
        let time = crate::proto::api::proto::Timestamp { ticks: 639_314_208_000_000_000 };
        let text = written("Diadoc.Api.Proto.Timestamp", time.encode_to_vec(), Form::Json);
        assert_eq!(String::from_utf8(text).unwrap(), r#"{"Ticks":639314208000000000}"#);
    }
}
