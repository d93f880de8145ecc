//! An answer goes out to the operator, or what was asked to go wrong with it does.

use crate::jobs::{self, ReleaseJob};
use crate::limits::HELD_MAX;
use crate::model::{Fate, RegulatorRefusal};
use crate::store::containers::{self, Kept};
use crate::store::{feed, settings};
use ::store::{Fault, JobTicket, No, Tx};
use axum::body::Bytes;
use kernel::{Cx, TypedId, uuid::Uuid};

kernel::typed_id!(
    /// An operator's feed as something one can listen to.
    pub struct FeedId
);

impl FeedId {
    /// The feed of an operator.
    pub fn of(operator: &str) -> Self {
        let digest = blake3::hash(operator.as_bytes());
        let octets = digest.as_bytes().first_chunk::<16>().copied().unwrap_or_default();
        Self::from_uuid(Uuid::from_bytes(octets))
    }
}

/// A container that was made: its row and its bytes, durable already if they are many.
#[derive(Debug)]
pub struct Made {
    /// Its row; the fate is not in it yet.
    pub kept: Kept,
    /// The archive.
    pub bytes: Bytes,
}

/// Keeps it and does with it what its fate says. Made again after a killed program, it is the same and changes nothing.
pub async fn run(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (made, fate, ticket): &(Made, Fate, JobTicket),
) -> Result<(), No<RegulatorRefusal>> {
    send(tx, cx, made, *fate).await?;
    Ok(tx.finish_job(ticket).await?)
}

/// The same without a job behind it.
pub async fn send(tx: &mut Tx<'_>, cx: &Cx, made: &Made, fate: Fate) -> Result<(), Fault> {
    settings::next(tx, "published").await?;
    let kept = Kept { outcome: fate.word().to_owned(), ..made.kept.clone() };
    if !containers::add(tx, &kept, &made.bytes).await? {
        return Ok(());
    }
    let times = match fate {
        Fate::Lost => return Ok(()),
        Fate::Held => {
            feed::hold(tx, &kept.operator, &kept.id, cx.now).await?;
            let release = ReleaseJob { operator: kept.operator.clone() };
            return jobs::queue(tx, cx, jobs::RELEASE, &release, cx.now.plus(HELD_MAX)).await;
        }
        Fate::Doubled => 2,
        Fate::Sent => 1,
    };
    for _ in 0..times {
        feed::add(tx, &kept.operator, &kept.id).await?;
    }
    let_go(tx, &kept.operator).await
}

/// What was held back of an operator's feed goes out, though nothing has overtaken it.
pub async fn release(tx: &mut Tx<'_>, (operator, ticket): &(String, JobTicket)) -> Result<(), No<RegulatorRefusal>> {
    let_go(tx, operator).await?;
    Ok(tx.finish_job(ticket).await?)
}

async fn let_go(tx: &mut Tx<'_>, operator: &str) -> Result<(), Fault> {
    feed::release(tx, operator).await?;
    tx.tell(FeedId::of(operator));
    Ok(())
}
