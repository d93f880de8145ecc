//! What is done with requests and reports.

pub mod answer_request;
pub mod file_request;
pub mod keep_report;
pub mod remove_report;

use crate::limits::ANSWERED_KEPT;
use crate::model::{Report, Request, SupportRefusal};
use crate::store::{reports, requests};
use ::store::{Fault, Fetch, No, Store};
use account::SecretHash;
use kernel::{Cursor, Cx, Page, PageRequest, UserId};

impl From<SupportRefusal> for No<SupportRefusal> {
    fn from(refusal: SupportRefusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The person who asks. Refuses nobody and jobs.
pub fn person(cx: &Cx) -> Result<UserId, SupportRefusal> {
    cx.caller.user_id().ok_or(SupportRefusal::SignInNeeded)
}

/// The caller's own requests, in the order they were filed.
pub async fn list_requests(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    page: &PageRequest,
) -> Result<Page<Request>, No<SupportRefusal>> {
    let found = requests::list(from, person(cx)?, &after(page), rows(page)).await?;
    Ok(paged(found, page))
}

/// Everybody's requests: for the administrators of the host, which the caller of this has checked.
pub async fn list_all_requests(from: &mut (impl Fetch + ?Sized), page: &PageRequest) -> Result<Page<Request>, Fault> {
    Ok(paged(requests::list_all(from, &after(page), rows(page)).await?, page))
}

/// What is shared under a link, while it is. The token is the right; a wrong one and one that is over are alike.
pub async fn find_report(from: &mut (impl Fetch + ?Sized), cx: &Cx, token: &str) -> Result<Option<Report>, Fault> {
    reports::find(from, &SecretHash::of(token), cx.now).await
}

/// Removes requests answered a year ago and reports that are over; says how many rows. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let answered = store.sweep_rows(cx, &requests::SWEEP, cx.now.minus(ANSWERED_KEPT)).await?;
    let over = store.sweep_rows(cx, &reports::SWEEP, cx.now).await?;
    Ok(answered + over)
}

/// One more than the page, to know whether there is a next one.
fn rows(page: &PageRequest) -> i64 {
    i64::from(page.limit()) + 1
}

fn after(page: &PageRequest) -> Vec<u8> {
    page.after().and_then(|cursor| cursor.position().ok()).unwrap_or_default()
}

fn paged(mut items: Vec<Request>, page: &PageRequest) -> Page<Request> {
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let more = items.len() > limit;
    items.truncate(limit);
    let next = if more { items.last().map(|last| Cursor::from_position(last.request_id.as_bytes())) } else { None };
    Page { items, next }
}
