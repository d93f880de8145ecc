//! People, their logins and passwords: directory tables.

use crate::model::{AccountRefusal, HashedPassword, Login, PersonTitle, User};
use ::store::{Fault, Fetch, No, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const ADD: Sql = Sql::directory(
    "account.add_user",
    "INSERT INTO account_user (user_id, login, name, is_active, created_at) VALUES ($1, $2, $3, 1, $4)",
);
pub const TAKE_LOGIN: Sql = Sql::directory(
    "account.take_login",
    "INSERT INTO account_login (login_folded, user_id) VALUES ($1, $2) ON CONFLICT (login_folded) DO NOTHING",
);
pub const SET_PASSWORD: Sql = Sql::directory(
    "account.set_password",
    "INSERT INTO account_password (user_id, memory_kib, passes, lanes, salt, hash, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (user_id) DO UPDATE SET memory_kib = excluded.memory_kib, passes = excluded.passes,
       lanes = excluded.lanes, salt = excluded.salt, hash = excluded.hash, changed_at = excluded.changed_at",
);
pub const FIND_BY_LOGIN: Sql = Sql::directory(
    "account.find_user_by_login",
    "SELECT u.user_id, p.memory_kib, p.passes, p.lanes, p.salt, p.hash
     FROM account_login l
     JOIN account_user u ON u.user_id = l.user_id
     JOIN account_password p ON p.user_id = u.user_id
     WHERE l.login_folded = $1 AND u.is_active = 1",
);
pub const FIND_PASSWORD: Sql = Sql::directory(
    "account.find_password",
    "SELECT user_id, memory_kib, passes, lanes, salt, hash FROM account_password WHERE user_id = $1",
);
pub const FIND_LOGIN: Sql = Sql::directory(
    "account.find_login",
    "SELECT u.user_id, u.login, u.name, u.created_at FROM account_login l
     JOIN account_user u ON u.user_id = l.user_id
     WHERE l.login_folded = $1 AND u.is_active = 1",
);
pub const FREE_LOGINS: Sql =
    Sql::directory("account.free_logins", "DELETE FROM account_login WHERE user_id = $1 AND login_folded <> $2");
pub const SET_LOGIN: Sql =
    Sql::directory("account.set_login", "UPDATE account_user SET login = $2 WHERE user_id = $1 AND is_active = 1");
pub const GET: Sql =
    Sql::directory("account.get_user", "SELECT user_id, login, name, created_at FROM account_user WHERE user_id = $1");

/// Writes a new user. Refuses a login that belongs to somebody.
pub async fn add(
    tx: &mut Tx<'_>,
    user_id: UserId,
    (login, title): (&Login, &PersonTitle),
    password: &HashedPassword,
    now: Moment,
) -> Result<(), No<AccountRefusal>> {
    if tx.execute(&TAKE_LOGIN, binds![login.folded(), user_id]).await? == 0 {
        return Err(AccountRefusal::LoginTaken.into());
    }
    tx.execute(&ADD, binds![user_id, login.typed(), title.as_str(), now]).await?;
    set_password(tx, user_id, password, now).await?;
    Ok(())
}

/// Writes a new user who has no login and no password: a certificate is the way in.
pub async fn add_without_login(
    tx: &mut Tx<'_>,
    user_id: UserId,
    title: &PersonTitle,
    now: Moment,
) -> Result<(), Fault> {
    tx.execute(&ADD, binds![user_id, "", title.as_str(), now]).await?;
    Ok(())
}

/// Writes a person's password in place of the one before.
pub async fn set_password(
    tx: &mut Tx<'_>,
    user_id: UserId,
    password: &HashedPassword,
    now: Moment,
) -> Result<(), Fault> {
    let [memory, passes, lanes] = [password.memory_kib, password.passes, password.lanes].map(i64::from);
    let binds = binds![user_id, memory, passes, lanes, &password.salt, &password.hash, now];
    tx.execute(&SET_PASSWORD, binds).await?;
    Ok(())
}

/// Gives a person another login and frees the one before. Refuses one that belongs to somebody else.
pub async fn set_login(tx: &mut Tx<'_>, user_id: UserId, login: &Login) -> Result<(), No<AccountRefusal>> {
    if tx.execute(&TAKE_LOGIN, binds![login.folded(), user_id]).await? == 0 {
        let owner = find_login(tx, login.folded()).await?.map(|user| user.user_id);
        if owner != Some(user_id) {
            return Err(AccountRefusal::LoginTaken.into());
        }
    }
    tx.execute(&FREE_LOGINS, binds![user_id, login.folded()]).await?;
    tx.execute(&SET_LOGIN, binds![user_id, login.typed()]).await?;
    Ok(())
}

/// The active user of a folded login.
pub async fn find_login(from: &mut (impl Fetch + ?Sized), folded: &str) -> Result<Option<User>, Fault> {
    from.fetch_optional(&FIND_LOGIN, binds![folded]).await?.map(|row| read(&row)).transpose()
}

/// The stored password of a person; who signs in otherwise has none.
pub async fn find_password(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Option<HashedPassword>, Fault> {
    from.fetch_optional(&FIND_PASSWORD, binds![user_id]).await?.map(|row| read_password(&row)).transpose()
}

/// The active user of a folded login, with the stored password.
pub async fn find_by_login(
    from: &mut (impl Fetch + ?Sized),
    folded: &str,
) -> Result<Option<(UserId, HashedPassword)>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_BY_LOGIN, binds![folded]).await? else { return Ok(None) };
    Ok(Some((row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?, read_password(&row)?)))
}

fn read_password(row: &Row) -> Result<HashedPassword, Fault> {
    let number = |column| row.parsed(column, Row::i64, u32::try_from);
    Ok(HashedPassword {
        memory_kib: number(1)?,
        passes: number(2)?,
        lanes: number(3)?,
        salt: row.parsed(4, Row::bytes, |bytes| fixed(&bytes))?,
        hash: row.parsed(5, Row::bytes, |bytes| fixed(&bytes))?,
    })
}

fn fixed<const N: usize>(bytes: &[u8]) -> Result<[u8; N], std::array::TryFromSliceError> {
    bytes.try_into()
}

/// The user of an id.
pub async fn find(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Option<User>, Fault> {
    from.fetch_optional(&GET, binds![user_id]).await?.map(|row| read(&row)).transpose()
}

fn read(row: &Row) -> Result<User, Fault> {
    Ok(User {
        user_id: row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        login: row.text(1)?,
        name: row.text(2)?,
        created_at: Moment::from_micros(row.i64(3)?),
    })
}
