//! A container comes from an operator.

use crate::desk::Regulator;
use crate::jobs::{self, ExamineJob};
use crate::model::{Protocol, RegulatorRefusal};
use crate::store::containers::{self, Direction, Kept, desk};
use ::store::{ContentHash, Fault, No, Tx};
use axum::body::Bytes;
use kernel::{Cx, Moment};
use transport::{fns, to_hex};

/// A container that was read and whose bytes are durable, if they are too many for a row.
#[derive(Debug)]
pub struct Taken {
    kept: Kept,
    bytes: Bytes,
}

/// What the operator is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Id of the container, 32 hexadecimal digits.
    pub id: String,
    /// When it came first.
    pub at: Moment,
}

/// Reads the description and makes the bytes durable. Refuses what is no container.
pub async fn prepare(regulator: &Regulator, bytes: Bytes, now: Moment) -> Result<Taken, No<RegulatorRefusal>> {
    let read = fns::Container::read(&bytes).map_err(|why| RegulatorRefusal::Unreadable(why.to_string()))?;
    let content = regulator.app.store.put_content(desk()?, &bytes).await?;
    let operator = read.operator.as_ref().unwrap_or(&read.sender);
    let kept = Kept {
        id: to_hex(read.id),
        direction: Direction::In,
        protocol: Protocol::Fns.word().to_owned(),
        docflow: to_hex(read.docflow),
        flow: read.flow.clone(),
        transaction: read.transaction.clone(),
        authority: read.receiver.id().to_owned(),
        operator: operator.id().to_owned(),
        subscriber: read.sender.id().to_owned(),
        content,
        at: now,
        outcome: "waits".to_owned(),
    };
    Ok(Taken { kept, bytes })
}

/// Keeps it and queues its examination. The same container again is answered as the first time; another one under its id is refused.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, taken: &Taken) -> Result<Receipt, No<RegulatorRefusal>> {
    if containers::add(tx, &taken.kept, &taken.bytes).await? {
        jobs::queue(tx, cx, jobs::EXAMINE, &ExamineJob { container_id: taken.kept.id.clone() }, cx.now).await?;
        return Ok(Receipt { id: taken.kept.id.clone(), at: taken.kept.at });
    }
    let first = containers::find(tx, &taken.kept.id).await?;
    let first = first.ok_or_else(|| Fault::Decode("a container that is there is not found".to_owned()))?;
    if first.direction == Direction::In && first.content.hash == ContentHash::of(&taken.bytes) {
        Ok(Receipt { id: first.id, at: first.at })
    } else {
        Err(RegulatorRefusal::OtherContainer.into())
    }
}
