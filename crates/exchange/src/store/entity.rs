//! Entities of message copies: only ever added.

use account::OrgScope;
use kernel::{BoxId, Moment};
use store::{Binds, Fault, Fetch, Row, Sql, Tx, binds};

use super::multi_row::{chunks, multi_row};
use crate::model::entity::{ContentKey, Entity, EntityFacts, EntityKind};
use crate::model::ids::{EntityId, MessageId, PatchId};
use crate::model::limits::ENTITIES_PER_MESSAGE_MAX;
use crate::model::side::Author;

const HEAD: &str = "INSERT INTO exchange_entity
    (organization_id, box_id, message_id, entity_id, document_id, parent_id, patch_id, kind, author, at,
     content_hash, content_size, file_name, facts, event_seq) VALUES ";
const COLUMNS: usize = 15;
pub(super) const ADD_ONE: Sql = multi_row!("exchange.add_entity", HEAD, COLUMNS, 1, "");
pub(super) const ADD_TWO: Sql = multi_row!("exchange.add_2_entities", HEAD, COLUMNS, 2, "");
pub(super) const ADD_THREE: Sql = multi_row!("exchange.add_3_entities", HEAD, COLUMNS, 3, "");
pub(super) const ADD_FIVE: Sql = multi_row!("exchange.add_5_entities", HEAD, COLUMNS, 5, "");

pub(super) const LIST: Sql = Sql::org(
    "exchange.list_entities",
    "SELECT entity_id, document_id, parent_id, patch_id, kind, author, at, content_hash, content_size, file_name, facts
     FROM exchange_entity WHERE organization_id = $1 AND box_id = $2 AND message_id = $3 ORDER BY at, entity_id",
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_entity",
    "SELECT entity_id, document_id, parent_id, patch_id, kind, author, at, content_hash, content_size, file_name, facts
     FROM exchange_entity WHERE organization_id = $1 AND box_id = $2 AND message_id = $3 AND entity_id = $4",
);

/// Which copy of which message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyKey {
    /// Its box.
    pub box_id: BoxId,
    /// The message.
    pub message_id: MessageId,
}

pub(super) const PLACE: Sql = Sql::org(
    "exchange.place_entities",
    "UPDATE exchange_entity SET event_seq = $5
     WHERE organization_id = $1 AND box_id = $2 AND message_id = $3 AND patch_id = $4",
);

/// Says which event brought the entities of a patch: for those that an older version wrote.
pub async fn place(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    copy: CopyKey,
    (patch_id, event_seq): (PatchId, i64),
) -> Result<(), Fault> {
    let binds = binds![scope.organization_id(), copy.box_id, copy.message_id, patch_id, event_seq];
    tx.execute(&PLACE, binds).await?;
    Ok(())
}

/// Adds entities to a copy, brought by an event.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    copy: CopyKey,
    (entities, event_seq): (&[Entity], i64),
) -> Result<(), Fault> {
    let indexes: Vec<&Entity> = entities.iter().collect();
    for (size, chunk) in chunks(&indexes, &[5, 3, 2, 1]) {
        let statement = match size {
            5 => &ADD_FIVE,
            3 => &ADD_THREE,
            2 => &ADD_TWO,
            _ => &ADD_ONE,
        };
        let mut values = Binds::with_capacity(size * COLUMNS);
        for entity in chunk {
            values.extend(columns(scope, copy, entity)?);
            values.extend(binds![event_seq]);
        }
        tx.execute(statement, values).await?;
    }
    Ok(())
}

fn columns(scope: &OrgScope, copy: CopyKey, entity: &Entity) -> Result<Binds, Fault> {
    let facts = serde_json::to_string(&entity.facts)
        .map_err(|error| Fault::Decode(format!("writing facts of an entity: {error}")))?;
    Ok(binds![
        scope.organization_id(),
        copy.box_id,
        copy.message_id,
        entity.id,
        entity.document_id,
        entity.parent_id,
        entity.patch_id,
        entity.kind.as_str(),
        entity.author.as_str(),
        entity.at,
        entity.content.map(|content| content.hash.to_vec()),
        entity.content.map(|content| content.size_bytes),
        entity.file_name.clone(),
        facts
    ])
}

/// All entities of a copy, oldest first.
pub async fn list(reader: &mut impl Fetch, scope: &OrgScope, copy: CopyKey) -> Result<Vec<Entity>, Fault> {
    let binds = binds![scope.organization_id(), copy.box_id, copy.message_id];
    // What the operator adds (three entities for each signed file) comes on top of what parties may add.
    let rows = reader.fetch_limited(&LIST, binds, ENTITIES_PER_MESSAGE_MAX * 4).await?;
    rows.iter().map(read).collect()
}

/// One entity of a copy.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    copy: CopyKey,
    id: EntityId,
) -> Result<Option<Entity>, Fault> {
    let binds = binds![scope.organization_id(), copy.box_id, copy.message_id, id];
    reader.fetch_optional(&FIND, binds).await?.map(|row| read(&row)).transpose()
}

pub(super) fn read(row: &Row) -> Result<Entity, Fault> {
    let content = match (row.opt_bytes(7)?, row.opt_i64(8)?) {
        (Some(hash), Some(size_bytes)) => {
            let hash = <[u8; 32]>::try_from(hash).map_err(|_| Fault::Decode("a content hash has 32 octets".into()))?;
            Some(ContentKey { hash, size_bytes })
        }
        _ => None,
    };
    Ok(Entity {
        id: row.parsed(0, Row::bytes, |id| EntityId::from_bytes(&id))?,
        document_id: row.parsed(1, Row::bytes, |id| EntityId::from_bytes(&id))?,
        parent_id: row.parsed(2, Row::opt_bytes, |id| id.map(|id| EntityId::from_bytes(&id)).transpose())?,
        patch_id: row.parsed(3, Row::bytes, |id| PatchId::from_bytes(&id))?,
        kind: row.parsed(4, Row::text, |word| EntityKind::from_word(&word).ok_or("not a kind of entity"))?,
        author: row.parsed(5, Row::text, |word| Author::from_word(&word).ok_or("not an author"))?,
        at: Moment::from_micros(row.i64(6)?),
        content,
        file_name: row.opt_text(9)?,
        facts: row.parsed(10, Row::text, |text| serde_json::from_str::<EntityFacts>(&text))?,
    })
}
