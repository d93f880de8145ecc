//! The outbox's rows.

use crate::letter::{Letter, LetterId, LetterState, NewLetter};
use kernel::{Cursor, Cx, Moment, OrganizationId, Page, PageRequest};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::{Fault, Fetch, NewJob, Row, Sql, Store, Tx, binds};

const ADD: Sql = Sql::org(
    "post.add_letter",
    "INSERT INTO post_letter (organization_id, letter_id, address, subject, body, state, created_at, settled_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', $6, NULL)",
);
const FIND: Sql = Sql::org(
    "post.find_letter",
    "SELECT letter_id, address, subject, body, state, created_at FROM post_letter
     WHERE organization_id = $1 AND letter_id = $2",
);
const LIST: Sql = Sql::org(
    "post.list_letters",
    "SELECT letter_id, address, subject, body, state, created_at FROM post_letter
     WHERE organization_id = $1 AND letter_id > $2 ORDER BY letter_id LIMIT $3",
);
const SETTLE: Sql = Sql::org(
    "post.settle_letter",
    "UPDATE post_letter SET state = 'unsent', settled_at = $3
     WHERE organization_id = $1 AND letter_id = $2 AND state = 'waiting'",
);
const SWEEP: Sql = Sql::global(
    "post.sweep_letters",
    "DELETE FROM post_letter WHERE (organization_id, letter_id) IN
       (SELECT organization_id, letter_id FROM post_letter WHERE created_at < $1 LIMIT $2)",
);

/// Every statement of this crate.
pub const STATEMENTS: &[&Sql] = &[&ADD, &FIND, &LIST, &SETTLE, &SWEEP];

/// Kind of the job that sends a letter.
pub(crate) const SEND: &str = "post.send";
/// A letter stays in the outbox so long: disputes about "I got no letter" come within a quarter.
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
    tx.execute(&ADD, binds![organization_id, letter_id, address, subject, body, cx.now]).await?;
    let payload = serde_json::to_vec(&SendPayload { letter_id });
    let payload = payload.map_err(|error| Fault::Decode(format!("payload of {SEND}: {error}")))?;
    tx.queue(NewJob::now(cx, organization_id, SEND, payload)).await?;
    Ok(letter_id)
}

/// Letters of an organization in the order they were written. Whoever calls has authorised the reader: letters hold
/// what only their reader and an administrator may see.
pub async fn list_letters(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    request: &PageRequest,
) -> Result<Page<Letter>, Fault> {
    let after = request.after().and_then(|cursor| cursor.position().ok()).unwrap_or_default();
    let limit = i64::from(request.limit());
    let rows = from.fetch_all(&LIST, binds![organization_id, after, limit + 1]).await?;
    let mut items = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let shown = usize::try_from(limit).unwrap_or_default();
    let more = items.len() > shown;
    items.truncate(shown);
    let last = items.last().filter(|_| more);
    Ok(Page { next: last.map(|letter| Cursor::from_position(letter.letter_id.as_bytes())), items })
}

/// A letter of an organization; see [`list_letters`] on who may read it.
pub async fn find_letter(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    letter_id: LetterId,
) -> Result<Option<Letter>, Fault> {
    from.fetch_optional(&FIND, binds![organization_id, letter_id]).await?.as_ref().map(read).transpose()
}

/// Marks a waiting letter as not sent for want of a mail server; again changes nothing.
pub(crate) async fn settle_unsent(
    tx: &mut Tx<'_>,
    cx: &Cx,
    organization_id: OrganizationId,
    letter_id: LetterId,
) -> Result<(), Fault> {
    tx.execute(&SETTLE, binds![organization_id, letter_id, cx.now]).await?;
    Ok(())
}

/// Removes letters older than 90 days, in short steps, and says how many; `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    store.sweep_rows(cx, &SWEEP, cx.now.minus(LETTER_KEPT)).await
}

fn read(row: &Row) -> Result<Letter, Fault> {
    Ok(Letter {
        letter_id: row.parsed(0, Row::bytes, |bytes| LetterId::from_bytes(&bytes))?,
        address: row.text(1)?,
        subject: row.text(2)?,
        body: row.text(3)?,
        state: row.parsed(4, Row::text, |text| match text.as_str() {
            "waiting" => Ok(LetterState::Waiting),
            "unsent" => Ok(LetterState::NoMailServer),
            _ => Err("not a state of a letter"),
        })?,
        created_at: Moment::from_micros(row.i64(5)?),
    })
}
