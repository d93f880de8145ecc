//! Looking at jobs: what waits, what was given up and why, and putting it back.

use kernel::{Cursor, Cx, JobId, Moment, OrganizationId, Page, PageRequest};

use crate::group::ANY_KIND;
use crate::jobs::table::{COUNT_JOBS, LIST_GIVEN_UP, REQUEUE};
use crate::{Fault, Fetch as _, Row, Store, Tx, binds};

/// A job that nobody runs any more, kept with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUpJob {
    /// Whose job.
    pub organization_id: OrganizationId,
    /// Which job.
    pub job_id: JobId,
    /// Its kind.
    pub kind: String,
    /// Attempts made.
    pub attempts: i64,
    /// Why it was given up.
    pub reason: String,
    /// When it was due last.
    pub due: Moment,
    /// When it was written.
    pub queued_at: Moment,
}

/// How many jobs of one kind are in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: String,
    /// Given up; otherwise waiting or at work.
    pub is_given_up: bool,
    /// How many.
    pub count: i64,
    /// The earliest due moment among them.
    pub due_first: Moment,
}

impl Store {
    /// Jobs given up, by organization and age.
    pub async fn list_given_up_jobs(&self, page: &PageRequest) -> Result<Page<GivenUpJob>, Fault> {
        let position = match page.after() {
            Some(cursor) => cursor.position().map_err(|refusal| Fault::Decode(refusal.to_string()))?,
            None => vec![0; 32],
        };
        let (organization_id, job_id) = position.split_at_checked(16).unwrap_or_default();
        let limit = i64::from(page.limit());
        let rows = self.reader().await?.fetch_all(&LIST_GIVEN_UP, binds![organization_id, job_id, limit + 1]).await?;
        let mut items = rows.iter().map(read_given_up).collect::<Result<Vec<_>, _>>()?;
        let more = items.len() > usize::try_from(limit).unwrap_or(usize::MAX);
        if more {
            items.pop();
        }
        let next = items
            .last()
            .filter(|_| more)
            .map(|last| Cursor::from_position(&[*last.organization_id.as_bytes(), *last.job_id.as_bytes()].concat()));
        Ok(Page { items, next })
    }

    /// How many jobs wait and how many were given up, by kind.
    pub async fn count_jobs(&self) -> Result<Vec<KindCount>, Fault> {
        let rows = self.reader().await?.fetch_all(&COUNT_JOBS, binds![]).await?;
        let read = |row: &Row| {
            Ok(KindCount {
                kind: row.text(0)?,
                is_given_up: row.flag(1)?,
                count: row.i64(2)?,
                due_first: Moment::from_micros(row.i64(3)?),
            })
        };
        rows.iter().map(read).collect()
    }
}

impl Tx<'_> {
    /// Puts a job that was given up back, due now, with all its attempts before it; `false` where there is none.
    pub async fn requeue_job(&mut self, cx: &Cx, id: OrganizationId, job_id: JobId) -> Result<bool, Fault> {
        let put_back = self.execute(&REQUEUE, binds![id, job_id, cx.now]).await? == 1;
        if put_back {
            // Of whatever kind it is.
            self.mark_queued(ANY_KIND);
        }
        Ok(put_back)
    }
}

fn read_given_up(row: &Row) -> Result<GivenUpJob, Fault> {
    Ok(GivenUpJob {
        organization_id: row.parsed(0, Row::bytes, |id| OrganizationId::from_bytes(&id))?,
        job_id: row.parsed(1, Row::bytes, |id| JobId::from_bytes(&id))?,
        kind: row.text(2)?,
        attempts: row.i64(3)?,
        reason: row.opt_text(4)?.unwrap_or_default(),
        due: Moment::from_micros(row.i64(5)?),
        queued_at: Moment::from_micros(row.i64(6)?),
    })
}
