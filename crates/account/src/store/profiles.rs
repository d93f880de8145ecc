//! Profiles and pictures: directory tables beside the person.

use crate::model::{PersonTitle, Picture, PictureKind, Profile};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const FIND: Sql =
    Sql::directory("account.find_profile", "SELECT language, theme, time_zone FROM account_profile WHERE user_id = $1");
pub const SET: Sql = Sql::directory(
    "account.set_profile",
    "INSERT INTO account_profile (user_id, language, theme, time_zone) VALUES ($1, $2, $3, $4)
     ON CONFLICT (user_id) DO UPDATE SET language = excluded.language, theme = excluded.theme,
       time_zone = excluded.time_zone",
);
pub const RENAME: Sql = Sql::directory("account.rename_user", "UPDATE account_user SET name = $2 WHERE user_id = $1");
pub const FIND_PICTURE: Sql = Sql::directory(
    "account.find_picture",
    "SELECT kind, content, hash FROM account_picture_content WHERE user_id = $1",
);
pub const SET_PICTURE: Sql = Sql::directory(
    "account.set_picture",
    "INSERT INTO account_picture_content (user_id, kind, content, hash, changed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (user_id) DO UPDATE SET kind = excluded.kind, content = excluded.content, hash = excluded.hash,
       changed_at = excluded.changed_at",
);
pub const REMOVE_PICTURE: Sql =
    Sql::directory("account.remove_picture", "DELETE FROM account_picture_content WHERE user_id = $1");

/// A person's profile; the usual one where none was written.
pub async fn find(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Profile, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![user_id]).await? else { return Ok(Profile::default()) };
    Profile::parse(&row.text(0)?, &row.text(1)?, &row.text(2)?).map_err(|_| unreadable("profile"))
}

/// Writes a person's profile and name.
pub async fn set(tx: &mut Tx<'_>, user_id: UserId, name: &PersonTitle, profile: &Profile) -> Result<(), Fault> {
    tx.execute(&RENAME, binds![user_id, name.as_str()]).await?;
    let binds = binds![user_id, profile.language, profile.theme.name(), profile.time_zone.as_str()];
    tx.execute(&SET, binds).await?;
    Ok(())
}

/// A person's picture with the hash of its content.
pub async fn find_picture(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
) -> Result<Option<(Picture, Vec<u8>)>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_PICTURE, binds![user_id]).await? else { return Ok(None) };
    let kind = row.parsed(0, Row::text, |text| PictureKind::parse(&text).ok_or("not a kind of picture"))?;
    Ok(Some((Picture { kind, content: row.bytes(1)? }, row.bytes(2)?)))
}

/// Writes a person's picture, or takes it away.
pub async fn set_picture(
    tx: &mut Tx<'_>,
    user_id: UserId,
    picture: Option<&Picture>,
    now: Moment,
) -> Result<(), Fault> {
    let Some(Picture { kind, content }) = picture else {
        tx.execute(&REMOVE_PICTURE, binds![user_id]).await?;
        return Ok(());
    };
    let hash = blake3::hash(content);
    let binds = binds![user_id, kind.name(), content.as_slice(), hash.as_bytes().as_slice(), now];
    tx.execute(&SET_PICTURE, binds).await?;
    Ok(())
}
