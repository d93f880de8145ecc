//! A person is told by the bell, in the transaction of what happened.

use crate::model::{Notice, NoticeKind};
use crate::scope::OrgScope;
use crate::store::{notices, users};
use ::store::{Fault, Fetch, Tx};
use kernel::{Cx, UserId};

/// Writes a notice about something in the scope's organization.
pub(crate) async fn notify(
    tx: &mut Tx<'_>,
    cx: &Cx,
    scope: &OrgScope,
    user_id: UserId,
    (kind, arguments): (NoticeKind, &[(&str, &str)]),
) -> Result<(), Fault> {
    let arguments = arguments.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let organization_id = Some(scope.organization_id());
    let notice = Notice { notice_id: cx.new_id(), organization_id, kind, arguments, created_at: cx.now, read_at: None };
    notices::add(tx, user_id, &notice).await
}

/// What others call a person; nothing where the row is gone.
pub(crate) async fn name_of(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<String, Fault> {
    Ok(users::find(from, user_id).await?.map(|user| user.name).unwrap_or_default())
}
