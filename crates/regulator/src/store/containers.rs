//! Containers that came and that were sent.

use ::store::{ContentHash, ContentRef, Fault, Fetch, Row, Sql, Store, Stored, Tx, binds};
use kernel::{Moment, OrganizationId};

pub const ADD: Sql = Sql::global(
    "regulator.add_container",
    "INSERT INTO regulator_container (container_id, direction, protocol, docflow, flow, transaction_code, authority,
        operator, subscriber, hash, size_bytes, is_inline, at, outcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (container_id) DO NOTHING",
);
pub const ADD_CONTENT: Sql = Sql::global(
    "regulator.add_container_content",
    "INSERT INTO regulator_container_content (container_id, bytes) VALUES ($1, $2) ON CONFLICT (container_id) DO NOTHING",
);
pub const FIND: Sql = Sql::global(
    "regulator.find_container",
    "SELECT container_id, direction, protocol, docflow, flow, transaction_code, authority, operator, subscriber, hash,
        size_bytes, is_inline, at, outcome FROM regulator_container WHERE container_id = $1",
);
pub const FIND_CONTENT: Sql = Sql::global(
    "regulator.find_container_content",
    "SELECT bytes FROM regulator_container_content WHERE container_id = $1",
);
pub const LIST_LATEST: Sql = Sql::global(
    "regulator.list_latest_containers",
    "SELECT container_id, direction, protocol, docflow, flow, transaction_code, authority, operator, subscriber, hash,
        size_bytes, is_inline, at, outcome FROM regulator_container ORDER BY at DESC, container_id DESC LIMIT $1",
);
pub const CONCLUDE: Sql =
    Sql::global("regulator.conclude_container", "UPDATE regulator_container SET outcome = $2 WHERE container_id = $1");
pub const FIND_STEP: Sql = Sql::global(
    "regulator.find_container_of_step",
    "SELECT container_id, direction, protocol, docflow, flow, transaction_code, authority, operator, subscriber, hash,
        size_bytes, is_inline, at, outcome FROM regulator_container WHERE docflow = $1 AND transaction_code = $2
     ORDER BY at, container_id LIMIT 1",
);

/// Which way a container goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the operator.
    In,
    /// To the operator.
    Out,
}

/// What the journal keeps of a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// 32 hexadecimal digits.
    pub id: String,
    /// Which way.
    pub direction: Direction,
    /// `fns`, `rosstat`, `sfr`.
    pub protocol: String,
    /// 32 hexadecimal digits.
    pub docflow: String,
    /// Code of the flow.
    pub flow: String,
    /// Code of the transaction.
    pub transaction: String,
    /// Which authority.
    pub authority: String,
    /// Which operator.
    pub operator: String,
    /// Which subscriber.
    pub subscriber: String,
    /// Of the exact bytes.
    pub content: ContentRef,
    /// When it came or was made.
    pub at: Moment,
    /// What became of it, in a word.
    pub outcome: String,
}

/// Whose content it is for the store: the simulator keeps no organizations.
pub fn desk() -> Result<OrganizationId, Fault> {
    OrganizationId::from_bytes(&[0; 16]).map_err(|_| Fault::Decode("the simulator's desk".to_owned()))
}

/// Writes one with its bytes where they are small; says whether it is new.
pub async fn add(tx: &mut Tx<'_>, kept: &Kept, bytes: &[u8]) -> Result<bool, Fault> {
    let is_inline = kept.content.stored == Stored::Inline;
    let direction = if kept.direction == Direction::In { "in" } else { "out" };
    let binds = binds![
        kept.id.as_str(),
        direction,
        kept.protocol.as_str(),
        kept.docflow.as_str(),
        kept.flow.as_str(),
        kept.transaction.as_str(),
        kept.authority.as_str(),
        kept.operator.as_str(),
        kept.subscriber.as_str(),
        kept.content.hash,
        kept.content.size_bytes,
        i64::from(is_inline),
        kept.at,
        kept.outcome.as_str()
    ];
    let is_new = tx.execute(&ADD, binds).await? == 1;
    if is_new && is_inline {
        tx.execute(&ADD_CONTENT, binds![kept.id.as_str(), bytes]).await?;
    }
    Ok(is_new)
}

/// By its id.
pub async fn find(from: &mut (impl Fetch + ?Sized), id: &str) -> Result<Option<Kept>, Fault> {
    from.fetch_optional(&FIND, binds![id]).await?.as_ref().map(read).transpose()
}

/// The first of a docflow's transaction.
pub async fn find_step(
    from: &mut (impl Fetch + ?Sized),
    docflow: &str,
    transaction: &str,
) -> Result<Option<Kept>, Fault> {
    from.fetch_optional(&FIND_STEP, binds![docflow, transaction]).await?.as_ref().map(read).transpose()
}

/// The latest ones, both ways.
pub async fn list_latest(from: &mut (impl Fetch + ?Sized), limit: i64) -> Result<Vec<Kept>, Fault> {
    from.fetch_all(&LIST_LATEST, binds![limit]).await?.iter().map(read).collect()
}

/// Says what became of one.
pub async fn conclude(tx: &mut Tx<'_>, id: &str, outcome: &str) -> Result<(), Fault> {
    tx.execute(&CONCLUDE, binds![id, outcome]).await?;
    Ok(())
}

/// The exact bytes of one.
pub async fn bytes(store: &Store, kept: &Kept) -> Result<Vec<u8>, Fault> {
    if kept.content.stored == Stored::Blob {
        return Ok(store.get_content(desk()?, kept.content.hash).await?.to_vec());
    }
    store.reader().await?.fetch_one(&FIND_CONTENT, binds![kept.id.as_str()]).await?.bytes(0)
}

fn read(row: &Row) -> Result<Kept, Fault> {
    let is_inline = row.i64(11)? == 1;
    Ok(Kept {
        id: row.text(0)?,
        direction: if row.text_ref(1)? == "in" { Direction::In } else { Direction::Out },
        protocol: row.text(2)?,
        docflow: row.text(3)?,
        flow: row.text(4)?,
        transaction: row.text(5)?,
        authority: row.text(6)?,
        operator: row.text(7)?,
        subscriber: row.text(8)?,
        content: ContentRef {
            hash: ContentHash::from_bytes(&row.bytes(9)?)?,
            size_bytes: row.i64(10)?,
            stored: if is_inline { Stored::Inline } else { Stored::Blob },
        },
        at: Moment::from_micros(row.i64(12)?),
        outcome: row.text(13)?,
    })
}
