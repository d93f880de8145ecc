//! Requests by the person who filed them: a directory table.

use crate::model::{Answer, NewRequest, Request, SupportRequestId};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, RequestId, UserId};

pub const ADD: Sql = Sql::directory(
    "support.add_request",
    "INSERT INTO support_request (user_id, request_id, filed_at, code, trace_id, place, comment, answer, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)",
);
pub const COUNT_OPEN: Sql = Sql::directory(
    "support.count_open_requests",
    "SELECT count(*) FROM support_request WHERE user_id = $1 AND answered_at IS NULL",
);
pub const LIST: Sql = Sql::directory(
    "support.list_requests",
    "SELECT request_id, user_id, filed_at, code, trace_id, place, comment, answer, answered_at FROM support_request
     WHERE user_id = $1 AND request_id > $2 ORDER BY request_id LIMIT $3",
);
pub const LIST_ALL: Sql = Sql::directory(
    "support.list_all_requests",
    "SELECT request_id, user_id, filed_at, code, trace_id, place, comment, answer, answered_at FROM support_request
     WHERE request_id > $1 ORDER BY request_id LIMIT $2",
);
pub const ANSWER: Sql = Sql::directory(
    "support.answer_request",
    "UPDATE support_request SET answer = $2, answered_at = $3 WHERE request_id = $1",
);
pub const SWEEP: Sql = Sql::directory(
    "support.sweep_requests",
    "DELETE FROM support_request WHERE request_id IN
       (SELECT request_id FROM support_request WHERE answered_at IS NOT NULL AND answered_at < $1 LIMIT $2)",
);

/// Writes a new request.
pub async fn add(tx: &mut Tx<'_>, request: &Request) -> Result<(), Fault> {
    let told = &request.told;
    let binds = binds![
        request.user_id,
        request.request_id,
        request.filed_at,
        told.code.as_str(),
        told.trace_id,
        told.place.as_str(),
        told.comment.as_str()
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// How many of a person's wait for an answer.
pub async fn count_open(tx: &mut Tx<'_>, user_id: UserId) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_OPEN, binds![user_id]).await?.i64(0)
}

/// A person's after `after`, in the order they were filed.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    after: &[u8],
    limit: i64,
) -> Result<Vec<Request>, Fault> {
    from.fetch_all(&LIST, binds![user_id, after, limit]).await?.iter().map(read).collect()
}

/// Everybody's, for the administrators.
pub async fn list_all(from: &mut (impl Fetch + ?Sized), after: &[u8], limit: i64) -> Result<Vec<Request>, Fault> {
    from.fetch_all(&LIST_ALL, binds![after, limit]).await?.iter().map(read).collect()
}

/// Answers one; says whether it is there.
pub async fn answer(tx: &mut Tx<'_>, id: SupportRequestId, text: &str, at: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&ANSWER, binds![id, text, at]).await? == 1)
}

fn read(row: &Row) -> Result<Request, Fault> {
    let trace_id = row.opt_bytes(4)?.map(|bytes| RequestId::from_bytes(&bytes)).transpose();
    let answer = match (row.opt_text(7)?, row.opt_i64(8)?) {
        (Some(text), Some(at)) => Some(Answer { text, at: Moment::from_micros(at) }),
        _ => None,
    };
    Ok(Request {
        request_id: row.parsed(0, Row::bytes, |bytes| SupportRequestId::from_bytes(&bytes))?,
        user_id: row.parsed(1, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        filed_at: Moment::from_micros(row.i64(2)?),
        told: NewRequest {
            code: row.text(3)?,
            trace_id: trace_id.map_err(|_| Fault::Decode("support: a request's number".to_owned()))?,
            place: row.text(5)?,
            comment: row.text(6)?,
        },
        answer,
    })
}
