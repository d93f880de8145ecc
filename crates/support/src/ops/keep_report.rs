//! A person shares the result of a diagnostics by a link.

use super::person;
use crate::limits::{REPORT_LIFE, REPORTS_MAX};
use crate::model::{NewReport, Report, SupportRefusal};
use crate::store::reports;
use ::store::{No, Tx};
use account::Secret;
use kernel::{Cx, RequestId};

/// A report that was just kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id, to take it back by.
    pub report_id: RequestId,
    /// What the link ends with; shown this once.
    pub token: Secret,
    /// What is shared.
    pub report: Report,
}

/// Keeps it. Refuses a person who shares too many already.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, new: &NewReport) -> Result<Kept, No<SupportRefusal>> {
    let user_id = person(cx)?;
    if reports::count(tx, user_id, cx.now).await? >= REPORTS_MAX {
        return Err(SupportRefusal::TooManyReports.into());
    }
    let (report_id, token) = (cx.new_id(), Secret::report(&cx.chance));
    let report = Report { made_at: cx.now, expires_at: cx.now.plus(REPORT_LIFE), checks: new.checks.clone() };
    reports::add(tx, (user_id, report_id), &token.hash(), &report).await?;
    Ok(Kept { report_id, token, report })
}
