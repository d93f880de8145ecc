//! Phones and codes sent to them: directory tables.

use crate::model::{PHONE_CODE_FAILURES_MAX, PhoneCode, PhoneCodeId, PhonePurpose};
use crate::scope::unreadable;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const ADD_CODE: Sql = Sql::directory(
    "account.add_phone_code",
    "INSERT INTO account_sent_code (code_id, purpose, user_id, phone, code_hash, failures, expires_at)
     VALUES ($1, $2, $3, $4, $5, 0, $6)",
);
pub const SET_CODE: Sql = Sql::directory(
    "account.set_phone_code",
    "UPDATE account_sent_code SET code_hash = $2 WHERE code_id = $1 AND failures = 0",
);
pub const TRY_CODE: Sql = Sql::directory(
    "account.try_phone_code",
    "UPDATE account_sent_code SET failures = failures + 1
     WHERE code_id = $1 AND expires_at > $2 AND failures < $3",
);
pub const FIND_CODE: Sql = Sql::directory(
    "account.find_phone_code",
    "SELECT purpose, user_id, phone, code_hash, expires_at FROM account_sent_code WHERE code_id = $1",
);
pub const END_CODE: Sql = Sql::directory("account.end_phone_code", "DELETE FROM account_sent_code WHERE code_id = $1");
pub const SWEEP_CODES: Sql = Sql::directory(
    "account.sweep_phone_codes",
    "DELETE FROM account_sent_code WHERE code_id IN
       (SELECT code_id FROM account_sent_code WHERE expires_at < $1 LIMIT $2)",
);
pub const OWNER: Sql = Sql::directory(
    "account.find_phone",
    "SELECT p.user_id FROM account_phone p JOIN account_user u ON u.user_id = p.user_id
     WHERE p.phone = $1 AND u.is_active = 1",
);
pub const FREE: Sql =
    Sql::directory("account.free_phones", "DELETE FROM account_phone WHERE user_id = $1 OR phone = $2");
pub const TAKE: Sql =
    Sql::directory("account.take_phone", "INSERT INTO account_phone (phone, user_id) VALUES ($1, $2)");
pub const CLEAR_CONTACTS: Sql = Sql::directory(
    "account.clear_contact_phones",
    "UPDATE account_contact SET phone = NULL, phone_confirmed_at = NULL WHERE phone = $1",
);
pub const SET_CONTACT: Sql = Sql::directory(
    "account.set_contact_phone",
    "INSERT INTO account_contact (user_id, email_confirmed_at, phone, phone_confirmed_at) VALUES ($1, NULL, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET phone = excluded.phone, phone_confirmed_at = excluded.phone_confirmed_at",
);

/// Writes a code's row.
pub async fn add_code(tx: &mut Tx<'_>, code_id: PhoneCodeId, code: &PhoneCode) -> Result<(), Fault> {
    let (purpose, phone) = (code.purpose.word(), code.phone.as_str());
    tx.execute(&ADD_CODE, binds![code_id, purpose, code.user_id, phone, &code.code_hash, code.expires_at]).await?;
    Ok(())
}

/// The code that is sent; a row that was guessed at already keeps its own.
pub async fn set_code(tx: &mut Tx<'_>, code_id: PhoneCodeId, code_hash: &[u8; 32]) -> Result<(), Fault> {
    tx.execute(&SET_CODE, binds![code_id, code_hash]).await?;
    Ok(())
}

/// One more try, counted before it is looked at; nothing where none is left.
pub async fn try_code(tx: &mut Tx<'_>, code_id: PhoneCodeId, now: Moment) -> Result<Option<PhoneCode>, Fault> {
    if tx.execute(&TRY_CODE, binds![code_id, now, PHONE_CODE_FAILURES_MAX]).await? == 0 {
        return Ok(None);
    }
    let Some(row) = tx.fetch_optional(&FIND_CODE, binds![code_id]).await? else { return Ok(None) };
    let user_id = row.opt_bytes(1)?.map(|bytes| UserId::from_bytes(&bytes)).transpose();
    Ok(Some(PhoneCode {
        purpose: PhonePurpose::parse(&row.text(0)?).ok_or_else(|| unreadable("purpose of a code"))?,
        user_id: user_id.map_err(|_| unreadable("user of a code"))?,
        phone: row.text(2)?,
        code_hash: row.parsed(3, Row::bytes, |bytes| <[u8; 32]>::try_from(bytes.as_slice()))?,
        expires_at: Moment::from_micros(row.i64(4)?),
    }))
}

/// The code was right: it is worth nothing any more.
pub async fn end_code(tx: &mut Tx<'_>, code_id: PhoneCodeId) -> Result<(), Fault> {
    tx.execute(&END_CODE, binds![code_id]).await?;
    Ok(())
}

/// Whose phone it is.
pub async fn owner(from: &mut (impl Fetch + ?Sized), phone: &str) -> Result<Option<UserId>, Fault> {
    let row = from.fetch_optional(&OWNER, binds![phone]).await?;
    row.map(|row| row.parsed(0, Row::bytes, |bytes| UserId::from_bytes(&bytes))).transpose()
}

/// The phone is this person's from now on. Whoever had it before has none: numbers are given out anew by the networks,
/// and who reads its messages now has shown it.
pub async fn set(tx: &mut Tx<'_>, user_id: UserId, phone: &str, now: Moment) -> Result<(), Fault> {
    tx.execute(&FREE, binds![user_id, phone]).await?;
    tx.execute(&TAKE, binds![phone, user_id]).await?;
    tx.execute(&CLEAR_CONTACTS, binds![phone]).await?;
    tx.execute(&SET_CONTACT, binds![user_id, phone, now]).await?;
    Ok(())
}
