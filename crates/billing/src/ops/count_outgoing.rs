//! A message goes: its documents are counted.

use crate::model::{BillingRefusal, Count, Reason, Tariff};
use crate::store;
use ::store::{No, Tx};
use account::OrgScope;
use kernel::{BoxId, Cx, uuid::Uuid};

/// A message that is being sent in this transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outgoing {
    /// Its id.
    pub message_id: Uuid,
    /// The box it leaves.
    pub box_id: BoxId,
    /// Its documents, one at least.
    pub documents: usize,
    /// Whether one of the two organizations is a test one.
    pub is_test: bool,
}

/// Counts the message's documents, in the transaction that sends it. Refuses past the free ones where the host said so: then the whole
/// transaction is to be given up.
pub async fn count_outgoing(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    (tariff, outgoing): (Tariff, Outgoing),
) -> Result<(), No<BillingRefusal>> {
    let documents = u64::try_from(outgoing.documents).unwrap_or(u64::MAX);
    let reason = if outgoing.is_test { Reason::Test } else { Reason::Outgoing };
    let (counted, not_counted) = if reason.counts() { (documents, 0) } else { (0, documents) };
    let counted = store::add_to_meter(tx, scope, counted, not_counted).await?;
    if reason.counts() {
        tariff.admit(counted)?;
    }
    let Outgoing { message_id, box_id, .. } = outgoing;
    store::add_count(tx, scope, &Count { message_id, box_id, counted_at: cx.now, documents, reason }).await?;
    Ok(())
}

impl From<BillingRefusal> for No<BillingRefusal> {
    fn from(refusal: BillingRefusal) -> Self {
        Self::Refused(refusal)
    }
}
