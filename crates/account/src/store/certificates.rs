//! Certificates bound to people, by their fingerprints: a directory table.

use crate::model::{BindingId, BoundCertificate};
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Moment, UserId};
use pki::Certificate;

macro_rules! columns {
    () => {
        "c.fingerprint, c.binding_id, c.user_id, c.thumbprint, c.person_hash, c.kind, c.subject, c.not_after, c.bound_at, \
         c.certificate"
    };
}

pub const ADD: Sql = Sql::directory(
    "account.bind_certificate",
    "INSERT INTO account_certificate
       (fingerprint, binding_id, user_id, thumbprint, person_hash, kind, subject, not_after, bound_at, certificate)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (fingerprint) DO NOTHING",
);
pub const FIND: Sql = Sql::directory(
    "account.find_certificate",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_certificate c JOIN account_user u ON u.user_id = c.user_id
         WHERE c.fingerprint = $1 AND u.is_active = 1"
    ),
);
pub const FIND_PERSON: Sql = Sql::directory(
    "account.find_person_of_certificate",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_certificate c JOIN account_user u ON u.user_id = c.user_id
         WHERE c.person_hash = $1 AND u.is_active = 1 ORDER BY c.bound_at, c.binding_id LIMIT 1"
    ),
);
pub const FIND_THUMBPRINT: Sql = Sql::directory(
    "account.find_certificate_by_thumbprint",
    concat!(
        "SELECT ",
        columns!(),
        " FROM account_certificate c JOIN account_user u ON u.user_id = c.user_id
         WHERE c.thumbprint = $1 AND u.is_active = 1 ORDER BY c.bound_at, c.binding_id LIMIT 1"
    ),
);
pub const LIST: Sql = Sql::directory(
    "account.list_certificates",
    concat!("SELECT ", columns!(), " FROM account_certificate c WHERE c.user_id = $1 ORDER BY c.binding_id LIMIT 200"),
);
pub const REMOVE: Sql = Sql::directory(
    "account.unbind_certificate",
    "DELETE FROM account_certificate WHERE user_id = $1 AND binding_id = $2",
);

pub const FORGET: Sql =
    Sql::directory("account.forget_certificate", "DELETE FROM account_certificate WHERE fingerprint = $1");

/// Binds a certificate; says whether it was free.
pub async fn add(tx: &mut Tx<'_>, bound: &BoundCertificate) -> Result<bool, Fault> {
    let binds = binds![
        &bound.fingerprint,
        bound.binding_id,
        bound.user_id,
        bound.thumbprint.as_str(),
        bound.person_hash.map(|hash| hash.to_vec()),
        bound.kind.as_str(),
        bound.subject.as_str(),
        bound.not_after,
        bound.bound_at,
        bound.certificate.to_der()
    ];
    Ok(tx.execute(&ADD, binds).await? == 1)
}

/// The binding of a certificate to an active user.
pub async fn find(from: &mut (impl Fetch + ?Sized), fingerprint: &[u8; 32]) -> Result<Option<BoundCertificate>, Fault> {
    from.fetch_optional(&FIND, binds![fingerprint]).await?.map(|row| read(&row)).transpose()
}

/// The binding of a certificate by its thumbprint; of two that were made to have the same one, the older.
pub async fn find_thumbprint(
    from: &mut (impl Fetch + ?Sized),
    thumbprint: &str,
) -> Result<Option<BoundCertificate>, Fault> {
    from.fetch_optional(&FIND_THUMBPRINT, binds![thumbprint]).await?.map(|row| read(&row)).transpose()
}

/// The oldest binding of a certificate of the same person.
pub async fn find_person(
    from: &mut (impl Fetch + ?Sized),
    person_hash: &[u8; 32],
) -> Result<Option<BoundCertificate>, Fault> {
    from.fetch_optional(&FIND_PERSON, binds![person_hash]).await?.map(|row| read(&row)).transpose()
}

/// Certificates of a person, the oldest binding first.
pub async fn list(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<Vec<BoundCertificate>, Fault> {
    from.fetch_all(&LIST, binds![user_id]).await?.iter().map(read).collect()
}

/// Ends a binding of the person; says whether there was one.
pub async fn remove(tx: &mut Tx<'_>, user_id: UserId, binding_id: BindingId) -> Result<bool, Fault> {
    Ok(tx.execute(&REMOVE, binds![user_id, binding_id]).await? == 1)
}

/// Ends the binding of a certificate, whoever's it is.
pub async fn forget(tx: &mut Tx<'_>, fingerprint: &[u8; 32]) -> Result<(), Fault> {
    tx.execute(&FORGET, binds![fingerprint]).await.map(drop)
}

fn read(row: &Row) -> Result<BoundCertificate, Fault> {
    let hash = |bytes: Vec<u8>| <[u8; 32]>::try_from(bytes.as_slice());
    let person = row.opt_bytes(4)?.map(hash).transpose();
    Ok(BoundCertificate {
        fingerprint: row.parsed(0, Row::bytes, hash)?,
        binding_id: row.parsed(1, Row::bytes, |bytes| BindingId::from_bytes(&bytes))?,
        user_id: row.parsed(2, Row::bytes, |bytes| UserId::from_bytes(&bytes))?,
        thumbprint: row.text(3)?,
        person_hash: person.map_err(|_| crate::scope::unreadable("person of a certificate"))?,
        kind: row.text(5)?,
        subject: row.text(6)?,
        not_after: Moment::from_micros(row.i64(7)?),
        bound_at: Moment::from_micros(row.i64(8)?),
        certificate: row.parsed(9, Row::bytes, |bytes| Certificate::from_der(&bytes))?,
    })
}
