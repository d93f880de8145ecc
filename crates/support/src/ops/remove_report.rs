//! A person takes a shared report back.

use super::person;
use crate::model::SupportRefusal;
use crate::store::reports;
use ::store::{No, Tx};
use kernel::{Cx, RequestId};

/// Removes it; another person's is not found.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, report_id: &RequestId) -> Result<(), No<SupportRefusal>> {
    if reports::remove(tx, person(cx)?, *report_id).await? {
        Ok(())
    } else {
        Err(SupportRefusal::NotFound("report").into())
    }
}
