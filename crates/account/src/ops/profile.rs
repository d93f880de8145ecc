//! A person says how they are called and like the program, and shows a picture.

use crate::model::{AccountRefusal, PersonTitle, Picture, Profile, User};
use crate::scope::{OrgScope, authorize_member};
use crate::store::{members, profiles, users};
use ::store::{Fetch, No, Tx};
use kernel::{Cx, OrganizationId, UserId};

/// The caller as a user, and their profile.
pub async fn mine(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<(User, Profile), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let user = users::find(from, user_id).await?.ok_or(AccountRefusal::SignInNeeded)?;
    Ok((user, profiles::find(from, user_id).await?))
}

/// Writes the caller's name and profile.
pub async fn change(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (name, profile): &(PersonTitle, Profile),
) -> Result<(User, Profile), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    profiles::set(tx, user_id, name, profile).await?;
    mine(tx, cx).await
}

/// Writes the caller's picture, or takes it away.
pub async fn set_picture(tx: &mut Tx<'_>, cx: &Cx, picture: &Option<Picture>) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    profiles::set_picture(tx, user_id, picture.as_ref(), cx.now).await?;
    Ok(())
}

/// Whose picture is asked for: the caller's, or that of a member where the caller is one too.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// The caller's own.
    Mine,
    /// A colleague's.
    Colleague(OrganizationId, UserId),
}

/// The picture with the hash of its content. Who shows none, and who is no colleague, are not found.
pub async fn picture(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    whose: Whose,
) -> Result<(Picture, Vec<u8>), No<AccountRefusal>> {
    let user_id = match whose {
        Whose::Mine => cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?,
        Whose::Colleague(organization_id, user_id) => {
            let (scope, ..): (OrgScope, _, _) = authorize_member(from, cx, organization_id).await?;
            let member = members::find(from, &scope, user_id).await?;
            member.ok_or(AccountRefusal::not_found("member"))?.user_id
        }
    };
    Ok(profiles::find_picture(from, user_id).await?.ok_or(AccountRefusal::not_found("picture"))?)
}
