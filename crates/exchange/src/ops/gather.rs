//! Entities and contents on their way into a copy.

use bytes::Bytes;
use kernel::OrganizationId;
use store::{ContentHash, Fault, Store, Stored};

use crate::model::entity::{ContentKey, Entity};
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
