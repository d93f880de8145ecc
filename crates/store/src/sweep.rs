//! Removing rows that are kept for a time, in steps short enough never to hold the writer long.

use std::convert::Infallible;

use kernel::{Cx, Moment};

use crate::limits::{SWEEP_STEPS_MAX, SWEPT_ROWS_MAX};
use crate::{Fault, No, Sql, Store, binds};

impl Store {
    /// Removes rows from before a moment and says how many: `sql` is a DELETE of at most `$2` rows older than `$1`, in
    /// microseconds. Stops when a step removes nothing, or after [`SWEEP_STEPS_MAX`] steps; the rest waits for the next
    /// sweep.
    pub async fn sweep_rows(&self, cx: &Cx, sql: &'static Sql, before: Moment) -> Result<u64, Fault> {
        let mut removed = 0;
        for _ in 0..SWEEP_STEPS_MAX {
            let step = self.write(cx, (sql, before), |tx, _, (sql, before)| {
                Box::pin(
                    async move { Ok::<_, No<Infallible>>(tx.execute(sql, binds![*before, SWEPT_ROWS_MAX]).await?) },
                )
            });
            let step = step.await.map_err(|no| match no {
                No::Fault(fault) => fault,
                No::Refused(never) => match never {},
            })?;
            removed += step;
            if step == 0 {
                break;
            }
        }
        Ok(removed)
    }
}
