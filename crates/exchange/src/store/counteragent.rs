//! What two boxes are to each other.

use account::OrgScope;
use kernel::{BoxId, Moment, OrganizationId};
use store::in_list::{FEW, MANY, fill, size_for};
use store::{Bind, Fault, Fetch, Row, Sql, Tx, binds, in_list};

use super::word::{self, About};
use crate::model::counteragent::{Counteragent, CounteragentFilter, EndedBy, LinkStatus};
use crate::model::words::words_of;

pub(super) const FIND: Sql = Sql::org(
    "exchange.find_counteragent",
    "SELECT counteragent_box_id, counteragent_organization_id, status, comment, changed_at, ended_by
     FROM exchange_counteragent
     WHERE organization_id = $1 AND box_id = $2 AND counteragent_box_id = $3",
);
const AMONG: &str = "SELECT counteragent_box_id, counteragent_organization_id, status, comment, changed_at, ended_by
     FROM exchange_counteragent
     WHERE organization_id = $1 AND box_id = $2 AND counteragent_box_id IN ";
pub(super) const FIND_FEW: Sql = in_list!(org, "exchange.find_few_counteragents", AMONG, 3, FEW, "");
pub(super) const FIND_MANY: Sql = in_list!(org, "exchange.find_many_counteragents", AMONG, 3, MANY, "");
pub(super) const LIST: Sql = Sql::org(
    "exchange.list_counteragents",
    "SELECT counteragent_box_id, counteragent_organization_id, status, comment, changed_at, ended_by
     FROM exchange_counteragent
     WHERE organization_id = $1 AND box_id = $2 AND ($3 = '' OR status = $3)
       AND ($4 = '' OR replace(sought, $4, '') <> sought) AND counteragent_box_id > $5
       AND ($7 = '' OR ended_by = $7)
     ORDER BY counteragent_box_id LIMIT $6",
);
pub(super) const COUNT: Sql = Sql::org(
    "exchange.count_counteragents",
    "SELECT count(*) FROM
       (SELECT counteragent_box_id FROM exchange_counteragent
        WHERE organization_id = $1 AND box_id = $2 AND ($3 = '' OR status = $3)
          AND ($4 = '' OR replace(sought, $4, '') <> sought) AND ($6 = '' OR ended_by = $6) LIMIT $5) AS found",
);
pub(super) const SEEK: Sql = Sql::org(
    "exchange.seek_counteragent",
    "UPDATE exchange_counteragent SET sought = $4
     WHERE organization_id = $1 AND box_id = $2 AND counteragent_box_id = $3",
);
pub(super) const LIST_UNSOUGHT: Sql = Sql::global(
    "exchange.list_unsought_counteragents",
    "SELECT organization_id, box_id, counteragent_box_id FROM exchange_counteragent WHERE sought = '' LIMIT $1",
);
pub(super) const COUNT_WAITING: Sql = Sql::org(
    "exchange.count_waiting_invitations",
    "SELECT count(*) FROM exchange_counteragent WHERE organization_id = $1 AND box_id = $2 AND status = 'invited'",
);
pub(super) const SET: Sql = Sql::org(
    "exchange.set_counteragent",
    "INSERT INTO exchange_counteragent
       (organization_id, box_id, counteragent_box_id, counteragent_organization_id, status, comment, changed_at,
        sought, ended_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (organization_id, box_id, counteragent_box_id)
       DO UPDATE SET status = $5, comment = $6, changed_at = $7, sought = $8, ended_by = $9",
);

/// What `other` is to this box.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    other: BoxId,
) -> Result<Option<Counteragent>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), box_id, other]).await?;
    row.map(|row| read(&row)).transpose()
}

/// What these boxes are to this one, in no order; those with which there never was anything are passed over.
pub async fn find_many(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    others: &[BoxId],
) -> Result<Vec<Counteragent>, Fault> {
    let mut found = Vec::with_capacity(others.len());
    for part in others.chunks(MANY) {
        let size = size_for(part.len());
        let mut binds = binds![scope.organization_id(), box_id];
        fill(&mut binds, part.iter().map(|id| Bind::Bytes(Some(id.to_vec()))), size);
        let statement = if size == FEW { &FIND_FEW } else { &FIND_MANY };
        for row in reader.fetch_limited(statement, binds, size).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// Counteragents after `after` in the order of their boxes; the filter's text is folded.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    (filter, after): (&CounteragentFilter, Option<BoxId>),
    limit: i64,
) -> Result<Vec<Counteragent>, Fault> {
    let after = after.map_or_else(Vec::new, |id| id.to_vec());
    let status = filter.status.map_or("", LinkStatus::as_str);
    let ended_by = filter.ended_by.map_or("", EndedBy::as_str);
    let binds = binds![scope.organization_id(), box_id, status, filter.text.as_str(), after, limit, ended_by];
    let rows = reader.fetch_all(&LIST, binds).await?;
    rows.iter().map(read).collect()
}

/// How many there are, counted up to `count_max`.
pub async fn count(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, filter): (BoxId, &CounteragentFilter),
    count_max: i64,
) -> Result<i64, Fault> {
    let status = filter.status.map_or("", LinkStatus::as_str);
    let ended_by = filter.ended_by.map_or("", EndedBy::as_str);
    let binds = binds![scope.organization_id(), box_id, status, filter.text.as_str(), count_max, ended_by];
    reader.fetch_one(&COUNT, binds).await?.i64(0)
}

/// Writes what a counteragent is sought by.
pub async fn seek(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    (box_id, other): (BoxId, BoxId),
    sought: &str,
) -> Result<(), Fault> {
    tx.execute(&SEEK, binds![scope.organization_id(), box_id, other, sought]).await?;
    word::add(tx, scope, box_id, (About::Counteragent, &other.to_vec(), &words_of([sought]))).await
}

/// Counteragents of which it was not written, whosever they are: organization, box, the other box.
pub async fn list_unsought(reader: &mut impl Fetch, limit: i64) -> Result<Vec<(OrganizationId, BoxId, BoxId)>, Fault> {
    let rows = reader.fetch_all(&LIST_UNSOUGHT, binds![limit]).await?;
    let key = |row: &Row| {
        let organization_id = row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?;
        let box_id = row.parsed(1, Row::bytes, |id| BoxId::from_bytes(&id))?;
        Ok((organization_id, box_id, row.parsed(2, Row::bytes, |id| BoxId::from_bytes(&id))?))
    };
    rows.iter().map(key).collect()
}

/// Invitations of this box that wait for an answer.
pub async fn count_waiting(reader: &mut impl Fetch, scope: &OrgScope, box_id: BoxId) -> Result<i64, Fault> {
    reader.fetch_one(&COUNT_WAITING, binds![scope.organization_id(), box_id]).await?.i64(0)
}

/// Writes what `link` says, and what it is sought by.
pub async fn set(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    box_id: BoxId,
    (link, sought): (&Counteragent, &str),
) -> Result<(), Fault> {
    let binds = binds![
        scope.organization_id(),
        box_id,
        link.box_id,
        link.organization_id,
        link.status.as_str(),
        link.comment.clone(),
        link.changed_at,
        sought,
        link.ended_by.as_str()
    ];
    tx.execute(&SET, binds).await?;
    word::add(tx, scope, box_id, (About::Counteragent, &link.box_id.to_vec(), &words_of([sought]))).await
}

fn read(row: &Row) -> Result<Counteragent, Fault> {
    Ok(Counteragent {
        box_id: row.parsed(0, Row::bytes, |id| BoxId::from_bytes(&id))?,
        organization_id: row.parsed(1, Row::bytes, |id| OrganizationId::from_bytes(&id))?,
        status: row.parsed(2, Row::text, |word| LinkStatus::from_word(&word).ok_or("not a link status"))?,
        comment: row.opt_text(3)?,
        changed_at: Moment::from_micros(row.i64(4)?),
        ended_by: row.parsed(5, Row::text, |word| EndedBy::from_word(&word).ok_or("not who ends a link"))?,
    })
}
