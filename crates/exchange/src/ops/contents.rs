//! Bytes of many entities at once: for answers that carry contents inside.

use std::collections::HashMap;

use account::OrgScope;
use bytes::Bytes;
use store::Fault;

use super::gather::bytes_of;
use crate::model::entity::ContentKey;
use crate::room::Room;
use crate::store::contents;

/// The bytes of these contents of the scope's organization, by their hash. The caller bounds their sum. Small ones come
/// in a statement for each hundred, large ones one by one from where they lie.
pub async fn load(room: &Room, scope: &OrgScope, keys: &[ContentKey]) -> Result<HashMap<[u8; 32], Bytes>, Fault> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let hashes: Vec<[u8; 32]> = keys.iter().map(|key| key.hash).collect();
    let store = &room.app.store;
    let mut reader = store.reader().await?;
    let rows = contents::find(&mut reader, scope, &hashes).await?;
    drop(reader);
    let mut loaded = HashMap::with_capacity(rows.len());
    for row in rows {
        loaded.insert(row.hash, bytes_of(store, scope.organization_id(), row).await?);
    }
    Ok(loaded)
}
