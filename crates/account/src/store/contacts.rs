//! What is known of a person's address and phone: directory tables.

use crate::model::Contact;
use ::store::{Fault, Fetch, Sql, Tx, binds};
use kernel::{Moment, UserId};

pub const FIND: Sql = Sql::directory(
    "account.find_contact",
    "SELECT email_confirmed_at, phone, phone_confirmed_at FROM account_contact WHERE user_id = $1",
);
pub const CONFIRM_EMAIL: Sql = Sql::directory(
    "account.confirm_email",
    "INSERT INTO account_contact (user_id, email_confirmed_at, phone, phone_confirmed_at) VALUES ($1, $2, NULL, NULL)
     ON CONFLICT (user_id) DO UPDATE SET email_confirmed_at = excluded.email_confirmed_at",
);

/// What is known; nothing for who never confirmed anything.
pub async fn find(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Contact, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![user_id]).await? else { return Ok(Contact::default()) };
    Ok(Contact {
        email_confirmed_at: row.opt_i64(0)?.map(Moment::from_micros),
        phone: row.opt_text(1)?,
        phone_confirmed_at: row.opt_i64(2)?.map(Moment::from_micros),
    })
}

/// Letters reach the person's address.
pub async fn confirm_email(tx: &mut Tx<'_>, user_id: UserId, now: Moment) -> Result<(), Fault> {
    tx.execute(&CONFIRM_EMAIL, binds![user_id, now]).await?;
    Ok(())
}
