//! Who sits at the desk: granted and taken back by an administrator of the host.

use crate::model::DeskRole;
use crate::ops::desk::authorize_administrator;
use crate::store::desk::{self, RoleRow};
use crate::{Refusal, Room};
use account::User;
use kernel::{Cx, UserId};
use store::{No, Tx};

/// One place at the desk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub user_id: UserId,
    pub role: DeskRole,
}

/// Everybody at the desk, with who they are.
pub(crate) async fn list(room: &Room, cx: &Cx) -> Result<(Vec<RoleRow>, Vec<User>), No<Refusal>> {
    authorize_administrator(room, cx)?;
    let mut reader = room.store().reader().await?;
    let rows = desk::roles(&mut reader).await?;
    let people = account::read::list_people(&mut reader, rows.iter().map(|row| row.user_id)).await?;
    Ok((rows, people))
}

/// Whether the caller says who sits at the desk.
pub(crate) fn is_administrator(room: &Room, cx: &Cx) -> bool {
    authorize_administrator(room, cx).is_ok()
}

/// What the caller may do at the desk; nothing for most people.
pub(crate) async fn mine(room: &Room, cx: &Cx) -> Result<Vec<DeskRole>, No<Refusal>> {
    let user_id = cx.caller.user_id().ok_or(Refusal::Account(account::AccountRefusal::SignInNeeded))?;
    Ok(desk::roles_of(&mut room.store().reader().await?, user_id).await?)
}

/// Grants; again it changes nothing.
pub(crate) async fn grant(room: &Room, cx: &Cx, place: Place) -> Result<(), No<Refusal>> {
    authorize_administrator(room, cx)?;
    room.store().write(cx, place, |tx, cx, place| Box::pin(write(tx, cx, *place))).await
}

/// Grants to the person of a login. Refuses one that nobody signs in with.
pub(crate) async fn grant_by_login(room: &Room, cx: &Cx, login: &str, role: DeskRole) -> Result<(), No<Refusal>> {
    authorize_administrator(room, cx)?;
    let found = account::read::find_person(&mut room.store().reader().await?, login).await;
    let person = found.map_err(|no| no.map_refused(Refusal::Account))?.ok_or(Refusal::NoSuchPerson)?;
    grant(room, cx, Place { user_id: person.user_id, role }).await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, place: Place) -> Result<(), No<Refusal>> {
    Ok(desk::grant(tx, place.user_id, place.role, (cx.caller.user_id(), cx.now)).await?)
}

/// Takes back; what the person has claimed runs out by itself.
pub(crate) async fn take_back(room: &Room, cx: &Cx, place: Place) -> Result<(), No<Refusal>> {
    authorize_administrator(room, cx)?;
    room.store()
        .write(cx, place, |tx, _, place| {
            Box::pin(async move { Ok(desk::take_back(tx, place.user_id, place.role).await?) })
        })
        .await
}
