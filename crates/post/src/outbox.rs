//! The outbox's letters.

use crate::ledger::{self, Ledger, Which};
use crate::letter::{Letter, LetterId, NewLetter};
use crate::refusal::PostRefusal;
use kernel::{Cursor, Cx, Moment, OrganizationId, Page, PageRequest};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::{Fault, Fetch, NewJob, No, Row, Sql, Store, Tx, binds};

pub(crate) const ADD: Sql = Sql::org(
    "post.add_letter",
    "INSERT INTO post_letter
       (organization_id, letter_id, address, subject, body, state, attempts, useful_until, created_at, settled_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, $7, NULL)",
);
pub(crate) const FIND: Sql = Sql::org(
    "post.find_letter",
    "SELECT letter_id, address, subject, body, created_at,
       state, outcome, cause, detail, attempts, tried_at, settled_at, useful_until
     FROM post_letter WHERE organization_id = $1 AND letter_id = $2",
);
pub(crate) const LIST: Sql = Sql::org(
    "post.list_letters",
    "SELECT letter_id, address, subject, body, created_at,
       state, outcome, cause, detail, attempts, tried_at, settled_at, useful_until
     FROM post_letter WHERE organization_id = $1 AND letter_id > $2 ORDER BY letter_id LIMIT $3",
);
pub(crate) const SWEEP: Sql = Sql::global(
    "post.sweep_letters",
    "DELETE FROM post_letter WHERE (organization_id, letter_id) IN
       (SELECT organization_id, letter_id FROM post_letter WHERE created_at < $1 LIMIT $2)",
);
pub(crate) const LEDGER: Ledger = Ledger {
    settle: Sql::org(
        "post.settle_letter",
        "UPDATE post_letter SET state = $3, outcome = $4, settled_at = $5
         WHERE organization_id = $1 AND letter_id = $2 AND state = 'waiting' AND outcome IS NULL",
    ),
    forget: Sql::org(
        "post.forget_letter",
        "UPDATE post_letter SET body = '' WHERE organization_id = $1 AND letter_id = $2",
    ),
    note: Sql::org(
        "post.note_letter",
        "UPDATE post_letter SET attempts = attempts + 1, cause = $3, detail = $4, tried_at = $5
         WHERE organization_id = $1 AND letter_id = $2 AND state = 'waiting' AND outcome IS NULL",
    ),
    again: Sql::org(
        "post.again_letter",
        "UPDATE post_letter SET state = 'waiting', outcome = NULL, settled_at = NULL
         WHERE organization_id = $1 AND letter_id = $2 AND body <> ''
           AND ((state = 'unsent' AND outcome IS NULL) OR outcome IN ('refused', 'gave-up'))",
    ),
};

/// Kind of the job that sends a letter.
pub(crate) const SEND: &str = "post.send";
/// A letter and an SMS stay in the outbox so long: disputes about "I got no letter" come within a quarter.
pub const LETTER_KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// Payload of the job, version 1.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SendPayload {
    pub letter_id: LetterId,
}

/// Writes the letter and the job that sends it, in the transaction of what it tells about.
pub async fn queue_letter(tx: &mut Tx<'_>, cx: &Cx, new: &NewLetter) -> Result<LetterId, Fault> {
    let letter_id: LetterId = cx.new_id();
    let organization_id = new.organization_id;
    let (address, subject, body) = (new.address.as_str(), new.subject.as_str(), new.body.as_str());
    tx.execute(&ADD, binds![organization_id, letter_id, address, subject, body, new.useful_until, cx.now]).await?;
    queue_send(tx, cx, organization_id, letter_id).await?;
    Ok(letter_id)
}

async fn queue_send(tx: &mut Tx<'_>, cx: &Cx, organization: OrganizationId, letter_id: LetterId) -> Result<(), Fault> {
    let payload = serde_json::to_vec(&SendPayload { letter_id });
    let payload = payload.map_err(|error| Fault::Decode(format!("payload of {SEND}: {error}")))?;
    tx.queue(NewJob::now(cx, organization, SEND, payload)).await
}

/// Sends a letter once more: one that was refused, given up, or had no mail server. Whoever calls has authorised the
/// caller. `None`: there is no such letter; a letter that is not to go again is refused.
pub async fn resend_letter(
    tx: &mut Tx<'_>,
    cx: &Cx,
    organization_id: OrganizationId,
    letter_id: LetterId,
) -> Result<Option<Letter>, No<PostRefusal>> {
    if find_letter(tx, organization_id, letter_id).await?.is_none() {
        return Ok(None);
    }
    if !LEDGER.again(tx, Which { organization_id, id: *letter_id.as_bytes() }).await? {
        return Err(No::Refused(PostRefusal::NotAgain));
    }
    queue_send(tx, cx, organization_id, letter_id).await?;
    Ok(find_letter(tx, organization_id, letter_id).await?)
}

/// Letters of an organization, or of the [`installation`](crate::installation), in the order they were written. Whoever
/// calls has authorised the reader: letters hold what only their reader and an administrator may see.
pub async fn list_letters(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    request: &PageRequest,
) -> Result<Page<Letter>, Fault> {
    let after = request.after().and_then(|cursor| cursor.position().ok()).unwrap_or_default();
    let limit = i64::from(request.limit());
    let rows = from.fetch_all(&LIST, binds![organization_id, after, limit + 1]).await?;
    let items = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(page(items, request, |letter| *letter.letter_id.as_bytes()))
}

/// The rows asked for, and where the next page begins if there was one more.
pub(crate) fn page<T>(mut items: Vec<T>, request: &PageRequest, id: impl Fn(&T) -> [u8; 16]) -> Page<T> {
    let shown = usize::try_from(request.limit()).unwrap_or(usize::MAX);
    let more = items.len() > shown;
    items.truncate(shown);
    let last = items.last().filter(|_| more);
    Page { next: last.map(|item| Cursor::from_position(&id(item))), items }
}

/// A letter of an organization; see [`list_letters`] on who may read it.
pub async fn find_letter(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    letter_id: LetterId,
) -> Result<Option<Letter>, Fault> {
    from.fetch_optional(&FIND, binds![organization_id, letter_id]).await?.as_ref().map(read).transpose()
}

/// Removes letters and SMS older than 90 days, in short steps, and says how many; `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let before = cx.now.minus(LETTER_KEPT);
    let letters = store.sweep_rows(cx, &SWEEP, before).await?;
    Ok(letters + store.sweep_rows(cx, &crate::sms_box::SWEEP, before).await?)
}

fn read(row: &Row) -> Result<Letter, Fault> {
    Ok(Letter {
        letter_id: row.parsed(0, Row::bytes, |bytes| LetterId::from_bytes(&bytes))?,
        address: row.text(1)?,
        subject: row.text(2)?,
        body: row.text(3)?,
        created_at: Moment::from_micros(row.i64(4)?),
        fate: ledger::read(row, 5)?,
    })
}
