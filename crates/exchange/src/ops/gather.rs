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
        let content = store.put_content(organization_id, bytes).await?;
        let hash = octets(content.hash)?;
        let inline = (content.stored == Stored::Inline).then(|| bytes.to_vec());
        if !self.contents.iter().any(|row| row.hash == hash) {
            self.contents.push(ContentRow { hash, size_bytes: content.size_bytes, bytes: inline });
        }
        Ok(ContentKey { hash, size_bytes: content.size_bytes })
    }
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
