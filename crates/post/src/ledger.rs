//! How far sending has come: the columns that letters and SMS share.

use crate::fate::{Fate, SendState};
use crate::transport::{Cause, SendTrouble};
use kernel::{Cx, Moment, OrganizationId};
use store::{Fault, Row, Sql, Tx, binds};

/// The statements of one table, alike but for its name.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// Decides for good; only what waits.
    pub settle: Sql,
    /// Takes the text away.
    pub forget: Sql,
    /// Notes an attempt that did not succeed.
    pub note: Sql,
    /// Puts it back to wait.
    pub again: Sql,
}

/// Which row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Which {
    pub organization_id: OrganizationId,
    pub id: [u8; 16],
}

impl Ledger {
    /// Decides what became of a waiting row; a row decided before stays as it is.
    pub async fn settle(
        &self,
        tx: &mut Tx<'_>,
        cx: &Cx,
        which: Which,
        (state, trouble): (SendState, Option<&SendTrouble>),
    ) -> Result<(), Fault> {
        if let Some(trouble) = trouble {
            self.note(tx, cx, which, trouble).await?;
        }
        let (stored, outcome) = state.columns();
        let binds = binds![which.organization_id, which.id, stored, outcome, cx.now];
        tx.execute(&self.settle, binds).await?;
        // What the installation writes signs people in: nobody reads it after it has gone.
        let is_gone = matches!(state, SendState::Sent | SendState::Late);
        if is_gone && which.organization_id == crate::installation() {
            tx.execute(&self.forget, binds![which.organization_id, which.id]).await?;
        }
        Ok(())
    }

    /// Notes an attempt that did not succeed.
    pub async fn note(&self, tx: &mut Tx<'_>, cx: &Cx, which: Which, trouble: &SendTrouble) -> Result<(), Fault> {
        let (cause, detail) = (trouble.cause.name(), trouble.detail.as_str());
        tx.execute(&self.note, binds![which.organization_id, which.id, cause, detail, cx.now]).await?;
        Ok(())
    }

    /// Puts a row back to wait; says whether it was one that may go again.
    pub async fn again(&self, tx: &mut Tx<'_>, which: Which) -> Result<bool, Fault> {
        Ok(tx.execute(&self.again, binds![which.organization_id, which.id]).await? == 1)
    }
}

/// Reads `state, outcome, cause, detail, attempts, tried_at, settled_at, useful_until` from this column on.
pub(crate) fn read(row: &Row, from: usize) -> Result<Fate, Fault> {
    let outcome = row.opt_text(from + 1)?;
    let state = row.parsed(from, Row::text, |text| {
        SendState::of_columns(&text, outcome.as_deref()).ok_or("not a state of a letter or an SMS")
    })?;
    let cause = row.opt_text(from + 2)?.map(|name| Cause::parse(&name).ok_or_else(unknown_cause)).transpose()?;
    Ok(Fate {
        state,
        cause,
        detail: row.opt_text(from + 3)?,
        attempts: row.i64(from + 4)?,
        tried_at: row.opt_i64(from + 5)?.map(Moment::from_micros),
        settled_at: row.opt_i64(from + 6)?.map(Moment::from_micros),
        useful_until: row.opt_i64(from + 7)?.map(Moment::from_micros),
    })
}

fn unknown_cause() -> Fault {
    Fault::Decode("post: cause of a failed attempt".to_owned())
}
