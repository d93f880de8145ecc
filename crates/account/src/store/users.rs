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
    let [memory, passes, lanes] = [password.memory_kib, password.passes, password.lanes].map(i64::from);
    let binds = binds![user_id, memory, passes, lanes, &password.salt, &password.hash, now];
    tx.execute(&SET_PASSWORD, binds).await?;
    Ok(())
}

/// The active user of a folded login, with the stored password.
pub async fn find_by_login(
    from: &mut (impl Fetch + ?Sized),
    folded: &str,
) -> Result<Option<(UserId, HashedPassword)>, Fault> {
    let Some(row) = from.fetch_optional(&FIND_BY_LOGIN, binds![folded]).await? else { return Ok(None) };
    let number = |column| row.parsed(column, Row::i64, u32::try_from);
    let password = HashedPassword {
        memory_kib: number(1)?,
        passes: number(2)?,
        lanes: number(3)?,
        salt: row.parsed(4, Row::bytes, |bytes| fixed(&bytes))?,
        hash: row.parsed(5, Row::bytes, |bytes| fixed(&bytes))?,
    };
    Ok(Some((row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?, password)))
}

fn fixed<const N: usize>(bytes: &[u8]) -> Result<[u8; N], std::array::TryFromSliceError> {
    bytes.try_into()
}

/// The user of an id.
pub async fn find(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Option<User>, Fault> {
    let Some(row) = from.fetch_optional(&GET, binds![user_id]).await? else { return Ok(None) };
    Ok(Some(User {
        user_id: row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        login: row.text(1)?,
        name: row.text(2)?,
        created_at: Moment::from_micros(row.i64(3)?),
    }))
}
