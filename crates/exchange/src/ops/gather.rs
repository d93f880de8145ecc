//! Entities and contents on their way into a copy.

use std::collections::HashMap;

use bytes::Bytes;
use kernel::OrganizationId;
use store::{ContentHash, Fault, Store, Stored};

use crate::model::entity::{ContentKey, Entity};
use crate::model::ids::EntityId;
use crate::store::content::ContentRow;

/// What one transaction will add to one copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Entities.
    pub entities: Vec<Entity>,
    /// Contents they name; large ones are durable already.
    pub contents: Vec<ContentRow>,
}

impl Gathered {
    /// Makes bytes ready for the organization and gives the key an entity names them by.
    pub async fn keep(
        &mut self,
        store: &Store,
        organization_id: OrganizationId,
        bytes: &Bytes,
    ) -> Result<ContentKey, Fault> {
        let row = ready(store, organization_id, bytes).await?;
        let key = ContentKey { hash: row.hash, size_bytes: row.size_bytes };
        if !self.contents.iter().any(|known| known.hash == row.hash) {
            self.contents.push(row);
        }
        Ok(key)
    }
}

/// Gives the entities of one patch their identifiers in the order in which they stand, so that lists by identifier keep
/// it: drawn in one millisecond, identifiers follow no order of their own. Says which became which.
pub fn in_order<'a>(entities: impl IntoIterator<Item = &'a mut Entity>) -> HashMap<EntityId, EntityId> {
    let mut entities: Vec<&mut Entity> = entities.into_iter().collect();
    let drawn: Vec<EntityId> = entities.iter().map(|entity| entity.id).collect();
    let mut sorted = drawn.clone();
    sorted.sort_unstable();
    let renamed: HashMap<EntityId, EntityId> = drawn.into_iter().zip(sorted).collect();
    for entity in &mut entities {
        let now = |id: EntityId| renamed.get(&id).copied().unwrap_or(id);
        (entity.id, entity.document_id) = (now(entity.id), now(entity.document_id));
        entity.parent_id = entity.parent_id.map(now);
    }
    renamed
}

/// The row of content that is hashed and, when large, durable.
pub async fn ready(store: &Store, organization_id: OrganizationId, bytes: &Bytes) -> Result<ContentRow, Fault> {
    let content = store.put_content(organization_id, bytes).await?;
    let inline = (content.stored == Stored::Inline).then(|| bytes.to_vec());
    Ok(ContentRow { hash: octets(content.hash)?, size_bytes: content.size_bytes, bytes: inline })
}

/// Bytes that a row names, from the row or from the object store.
pub async fn bytes_of(store: &Store, organization_id: OrganizationId, row: ContentRow) -> Result<Bytes, Fault> {
    match row.bytes {
        Some(bytes) => Ok(Bytes::from(bytes)),
        None => store.get_content(organization_id, ContentHash::from_bytes(&row.hash)?).await,
    }
}

fn octets(hash: ContentHash) -> Result<[u8; 32], Fault> {
    hash.to_vec().try_into().map_err(|_| Fault::Decode("a content hash has 32 octets".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::DocumentKind;
    use crate::model::entity::EntityKind;
    use crate::model::side::{Author, Side};
    use crate::model::told::{Told, id};

    #[test]
    fn identifiers_follow_the_order_of_the_entities() {
        let mut told = Told::new(DocumentKind::Nonformalized, 1, false);
        told.add(EntityKind::Signature, Author::Party(Side::Sender), Some(id(1)));
        let mut entities: Vec<Entity> = told.entities.clone();
        // The document got the greater identifier of the two.
        for entity in &mut entities {
            let swapped = |old: EntityId| if old == id(1) { id(9) } else { old };
            (entity.id, entity.document_id) = (swapped(entity.id), swapped(entity.document_id));
            entity.parent_id = entity.parent_id.map(swapped);
        }
        let renamed = in_order(&mut entities);
        assert!(entities.is_sorted_by_key(|entity| entity.id));
        let document = entities.first().unwrap().id;
        assert_eq!(renamed.get(&id(9)), Some(&document));
        assert!(entities.iter().all(|entity| entity.document_id == document));
        assert_eq!(entities.last().unwrap().parent_id, Some(document));
    }
}
