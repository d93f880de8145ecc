//! A person tells the administrators what went wrong.

use super::person;
use crate::limits::OPEN_REQUESTS_MAX;
use crate::model::{NewRequest, Request, SupportRefusal};
use crate::store::requests;
use ::store::{No, Tx};
use kernel::Cx;

/// Files it. Refuses a person with too many that wait.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, told: &NewRequest) -> Result<Request, No<SupportRefusal>> {
    let user_id = person(cx)?;
    if requests::count_open(tx, user_id).await? >= OPEN_REQUESTS_MAX {
        return Err(SupportRefusal::TooManyRequests.into());
    }
    let request = Request { request_id: cx.new_id(), user_id, filed_at: cx.now, told: told.clone(), answer: None };
    requests::add(tx, &request).await?;
    Ok(request)
}
