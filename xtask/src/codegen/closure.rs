//! What the built methods reach of all messages: the rest is not compiled into the program.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use prost_types::{DescriptorProto, FileDescriptorSet};

use crate::report::Fault;

/// The set with only the roots, and everything their fields name.
pub fn reach(mut set: FileDescriptorSet, roots: &BTreeSet<String>) -> Result<FileDescriptorSet, Fault> {
    let mut messages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in &set.file {
        for message in &file.message_type {
            messages.insert(format!(".{}.{}", file.package(), message.name()), named(message));
        }
    }
    let mut kept = BTreeSet::new();
    let mut waiting: VecDeque<String> = roots.iter().map(|root| format!(".{root}")).collect();
    while let Some(name) = waiting.pop_front() {
        if kept.insert(name.clone()) {
            waiting.extend(messages.get(&name).cloned().unwrap_or_default());
        }
    }
    if let Some(unknown) = roots.iter().find(|root| !messages.contains_key(&format!(".{root}"))) {
        return Err(Fault(format!("{unknown}: no such message")));
    }
    // A type inside a message keeps the message.
    let within: BTreeSet<String> =
        kept.iter().filter_map(|name| name.rsplit_once('.')).map(|(outer, _)| outer.to_owned()).collect();
    for file in &mut set.file {
        let package = file.package().to_owned();
        let is_kept = |name: &str| {
            let whole = format!(".{package}.{name}");
            kept.contains(&whole) || within.contains(&whole)
        };
        file.message_type.retain(|message| is_kept(message.name()));
        file.enum_type.retain(|each| is_kept(each.name()));
    }
    set.file.retain(|file| !file.message_type.is_empty() || !file.enum_type.is_empty());
    let names: BTreeSet<String> = set.file.iter().map(|file| file.name().to_owned()).collect();
    for file in &mut set.file {
        file.dependency.retain(|name| names.contains(name));
        file.source_code_info = None;
    }
    Ok(set)
}

fn named(message: &DescriptorProto) -> Vec<String> {
    message.field.iter().filter_map(|field| field.type_name.clone()).collect()
}
