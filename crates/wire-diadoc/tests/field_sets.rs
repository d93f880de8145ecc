//! Old and new clients hold different sets of fields. Whatever one of them writes, all read the same: a message of the
//! oldest set is whole for the newest, and what the newest adds changes nothing that the oldest knows.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use prost::Message as _;
use prost_reflect::prost_types::FileDescriptorSet;
use prost_reflect::{
    DescriptorPool, DynamicMessage, FieldDescriptor, Kind, MessageDescriptor, ReflectMessage as _, Value,
};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use wire_diadoc::{Body, DESCRIPTOR, built, rows};

/// Nested messages of a sample; deeper ones stay empty where they may.
const DEPTH_MAX: usize = 6;
/// The sets that the facts were taken from.
const SETS: [&str; 3] = ["cpp", "java", "csharp"];

/// Fields that a set lacks, as `package.Message.Field`.
fn lacking(set: &str) -> BTreeSet<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../contracts/diadoc-wire.json");
    let wire: Json = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut lacking = BTreeSet::new();
    for message in wire["messages"].as_array().unwrap() {
        let of = format!("{}.{}", message["package"].as_str().unwrap(), message["name"].as_str().unwrap());
        for field in message["fields"].as_array().unwrap() {
            let has = field["only_in"].as_array().is_none_or(|sets| sets.iter().any(|one| one == set));
            if !has {
                lacking.insert(format!("{of}.{}", field["name"].as_str().unwrap()));
            }
        }
    }
    lacking
}

/// The messages as a client of the set knows them.
fn pool_of(set: &str) -> DescriptorPool {
    let lacking = lacking(set);
    let mut files = FileDescriptorSet::decode(DESCRIPTOR).unwrap();
    for file in &mut files.file {
        let package = file.package().to_owned();
        for message in &mut file.message_type {
            let of = format!("{package}.{}", message.name());
            message.field.retain(|field| !lacking.contains(&format!("{of}.{}", field.name())));
        }
    }
    DescriptorPool::from_file_descriptor_set(files).unwrap()
}

/// A message with every field filled, each by another value.
fn sample(descriptor: &MessageDescriptor, depth: usize) -> DynamicMessage {
    let mut message = DynamicMessage::new(descriptor.clone());
    for field in descriptor.fields() {
        let is_due = field.cardinality() == prost_reflect::Cardinality::Required;
        if depth >= DEPTH_MAX && matches!(field.kind(), Kind::Message(_)) && !is_due {
            continue;
        }
        let value = one(&field, depth);
        message.set_field(&field, if field.is_list() { Value::List(vec![value.clone(), value]) } else { value });
    }
    message
}

fn one(field: &FieldDescriptor, depth: usize) -> Value {
    let number = i64::from(field.number());
    match field.kind() {
        Kind::String => Value::String(format!("{} №{number}", field.name())),
        Kind::Bytes => Value::Bytes(vec![0, 255, u8::try_from(number % 200).unwrap()].into()),
        Kind::Bool => Value::Bool(number % 2 == 0),
        Kind::Int32 | Kind::Sfixed32 => Value::I32(i32::try_from(number).unwrap() - 7),
        Kind::Int64 | Kind::Sfixed64 => Value::I64(639_000_000_000_000_000 + number),
        Kind::Enum(words) => Value::EnumNumber(words.values().last().unwrap().number()),
        Kind::Message(inner) => Value::Message(sample(&inner, depth + 1)),
        other => panic!("{}: {other:?} is no kind of the contract", field.full_name()),
    }
}

/// The same message without what the set lacks.
fn narrowed(message: &DynamicMessage, set: &DescriptorPool) -> DynamicMessage {
    let descriptor = set.get_message_by_name(message.descriptor().full_name()).unwrap();
    let mut narrow = DynamicMessage::decode(descriptor, message.encode_to_vec().as_slice()).unwrap();
    forget(&mut narrow);
    narrow
}

/// Drops what a client does not know, at any depth.
fn forget(message: &mut DynamicMessage) {
    let _ = message.take_unknown_fields().count();
    let filled: Vec<FieldDescriptor> = message.fields().map(|(field, _)| field).collect();
    for field in filled {
        match message.get_field_mut(&field) {
            Value::Message(inner) => forget(inner),
            Value::List(items) => items.iter_mut().for_each(|item| {
                if let Value::Message(inner) = item {
                    forget(inner);
                }
            }),
            _ => {}
        }
    }
}

fn messages() -> BTreeSet<&'static str> {
    let built = built();
    let spoken = rows().iter().filter(|row| built.contains(&row.path));
    spoken
        .flat_map(|row| [row.request, row.response])
        .filter_map(|body| match body {
            Body::Message(name) => Some(name),
            _ => None,
        })
        .collect()
}

#[test]
fn every_set_reads_what_another_wrote() {
    let whole = DescriptorPool::decode(DESCRIPTOR).unwrap();
    let (mut compared, mut differing) = (0, 0);
    for set in SETS {
        let narrow = pool_of(set);
        for name in messages() {
            let written_new = sample(&whole.get_message_by_name(name).unwrap(), 0);
            let written_old = sample(&narrow.get_message_by_name(name).unwrap(), 0);
            // The newest reads the old client's message whole, and nothing of it is unknown.
            let descriptor = whole.get_message_by_name(name).unwrap();
            let mut read = DynamicMessage::decode(descriptor, written_old.encode_to_vec().as_slice()).unwrap();
            assert_eq!(read.take_unknown_fields().count(), 0, "{name} of {set}");
            assert_eq!(read.encode_to_vec(), written_old.encode_to_vec(), "{name} of {set}");
            // The old client reads the newest message as if its own set had written it.
            let seen = narrowed(&written_new, &narrow);
            assert_eq!(seen.encode_to_vec(), written_old.encode_to_vec(), "{name} for {set}");
            compared += 1;
            differing += usize::from(written_new.encode_to_vec() != written_old.encode_to_vec());
        }
    }
    assert!(compared > 100 && differing > 0, "{compared} messages compared, {differing} of them differ between sets");
}

#[test]
fn an_old_message_to_post_is_the_same_to_the_methods() {
    use wire_diadoc::proto::api::proto::events::MessageToPost;
    const NAME: &str = "Diadoc.Api.Proto.Events.MessageToPost";
    let whole = DescriptorPool::decode(DESCRIPTOR).unwrap();
    let new = sample(&whole.get_message_by_name(NAME).unwrap(), 0);
    for set in SETS {
        let narrow = pool_of(set);
        let old = sample(&narrow.get_message_by_name(NAME).unwrap(), 0);
        let of_old = MessageToPost::decode(old.encode_to_vec().as_slice()).unwrap();
        let of_new = MessageToPost::decode(narrowed(&new, &narrow).encode_to_vec().as_slice()).unwrap();
        assert_eq!(of_old, of_new, "{set}");
        assert!(!of_old.document_attachments.is_empty() && !of_old.from_box_id.is_empty());
    }
}
