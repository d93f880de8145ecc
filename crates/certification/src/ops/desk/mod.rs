//! The operators' desk. It belongs to the installation: who sits at it, an administrator of the host says.

pub(crate) mod certificate;
pub(crate) mod check;
pub(crate) mod read;
pub(crate) mod roles;

use crate::model::{ApplicationId, DeskRole};
use crate::store::desk;
use crate::store::item::Key;
use crate::{Refusal, Room};
use account::AccountRefusal;
use kernel::{Caller, Cx, UserId};
use store::{Fetch, No};

/// The caller, who sits at the desk in one of these roles. Refuses everybody else, members of any organization alike.
pub(crate) async fn authorize(
    fetch: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    roles: &[DeskRole],
) -> Result<UserId, No<Refusal>> {
    let user_id = cx.caller.user_id().ok_or(Refusal::Account(AccountRefusal::SignInNeeded))?;
    let held = desk::roles_of(fetch, user_id).await?;
    if held.iter().any(|role| roles.contains(role)) { Ok(user_id) } else { Err(Refusal::DeskClosed.into()) }
}

/// Refuses everybody but the host's administrators and the program itself.
pub(crate) fn authorize_administrator(room: &Room, cx: &Cx) -> Result<(), Refusal> {
    match cx.caller {
        Caller::System => Ok(()),
        Caller::User { user_id, .. } if room.config().administrators.contains(&user_id) => Ok(()),
        Caller::User { .. } => Err(Refusal::AdministratorNeeded),
        Caller::Nobody | Caller::Job { .. } => Err(Refusal::Account(AccountRefusal::SignInNeeded)),
    }
}

/// Where the application lies.
pub(crate) async fn key_of(fetch: &mut dyn Fetch, application_id: ApplicationId) -> Result<Key, No<Refusal>> {
    let organization_id = desk::find_organization(fetch, application_id).await?;
    Ok((organization_id.ok_or(Refusal::ApplicationNotFound)?, application_id))
}
