//! Bytes that an answer carries inside: in the order of the entities, until their sum reaches the contract's limit. The
//! rest is asked for one by one.

use std::collections::HashMap;

use bytes::Bytes;
use exchange::{ContentKey, Entity};

use crate::proto::api::proto::Content;

/// Bytes of all contents inside one answer.
pub const INSIDE_BYTES_MAX: i64 = 1_048_576;

/// Bytes by their hash; none by default.
#[derive(Debug, Clone, Default)]
pub struct Contents(HashMap<[u8; 32], Bytes>);

impl Contents {
    /// Those that were loaded.
    pub fn new(loaded: HashMap<[u8; 32], Bytes>) -> Self {
        Self(loaded)
    }

    /// Size and, if it is inside, the bytes.
    pub fn of(&self, key: ContentKey) -> Content {
        Content { size: i32::try_from(key.size_bytes).unwrap_or(i32::MAX), data: self.0.get(&key.hash).cloned() }
    }
}

/// Which contents go inside: the first ones whose sum keeps the limit.
pub fn chosen<'a>(entities: impl IntoIterator<Item = &'a Entity>) -> Vec<ContentKey> {
    let mut sum = 0;
    let mut keys: Vec<ContentKey> = Vec::new();
    for key in entities.into_iter().filter_map(|entity| entity.content) {
        sum += key.size_bytes;
        if sum > INSIDE_BYTES_MAX {
            break;
        }
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}
