//! The caller's notices.

use super::paging::{before, page, rows};
use crate::model::{AccountRefusal, Notice, NoticeId};
use crate::store::notices;
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, Page, PageRequest, UserId};

/// The caller's notices, the newest first, and how many of all were not seen.
pub async fn list(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    request: &PageRequest,
) -> Result<(Page<Notice>, i64), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let unread = notices::count_unread(from, user_id).await?;
    let found = notices::list(from, user_id, &before(request), rows(request)).await?;
    Ok((page(found, request, |notice| notice.notice_id.to_vec()), unread))
}

/// How many a person has not seen, and the newest of all.
pub async fn shown(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<(i64, Option<NoticeId>), Fault> {
    let unread = notices::count_unread(from, user_id).await?;
    let newest = notices::list(from, user_id, &[u8::MAX; 16], 1).await?;
    Ok((unread, newest.first().map(|notice| notice.notice_id)))
}

/// Marks one as seen, or all.
pub async fn mark_read(tx: &mut Tx<'_>, cx: &Cx, which: &Option<NoticeId>) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    match which {
        None => notices::mark_all(tx, user_id, cx.now).await?,
        Some(id) if notices::mark(tx, user_id, *id, cx.now).await? => {}
        Some(_) => return Err(AccountRefusal::not_found("notice").into()),
    }
    Ok(())
}
