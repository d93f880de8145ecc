//! The directory of a person's certificates, and certificates brought from elsewhere.

use crate::model::{CertificateId, KeyPlace, Origin};
use kernel::{Moment, OrganizationId, UserId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

/// Certificates of one person that are shown: each lasts more than a year, and a person signs for dozens of
/// organizations at most.
const MINE_MAX: i64 = 1_000;

pub(crate) const INSERT: Sql = Sql::directory(
    "certification.insert_my_certificate",
    "INSERT INTO certification_my_certificate (user_id, certificate_id, organization_id, origin, not_after, notice_at, \
     key_place) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);

pub(crate) const LIST: Sql = Sql::directory(
    "certification.list_my_certificates",
    "SELECT user_id, certificate_id, organization_id, origin, not_after, notice_at, key_place \
     FROM certification_my_certificate WHERE user_id = $1 ORDER BY not_after DESC, certificate_id LIMIT $2",
);

pub(crate) const LIST_DUE: Sql = Sql::directory(
    "certification.list_due_notices",
    "SELECT user_id, certificate_id, organization_id, origin, not_after, notice_at, key_place \
     FROM certification_my_certificate WHERE notice_at <= $1 ORDER BY notice_at LIMIT $2",
);

pub(crate) const SET_NOTICE: Sql = Sql::directory(
    "certification.set_next_notice",
    "UPDATE certification_my_certificate SET notice_at = $4 \
     WHERE user_id = $1 AND certificate_id = $2 AND notice_at = $3",
);

pub(crate) const SET_KEY_PLACE: Sql = Sql::directory(
    "certification.set_key_place",
    "UPDATE certification_my_certificate SET key_place = $3 WHERE user_id = $1 AND certificate_id = $2",
);

pub(crate) const DELETE: Sql = Sql::directory(
    "certification.delete_my_certificate",
    "DELETE FROM certification_my_certificate WHERE user_id = $1 AND certificate_id = $2",
);

pub(crate) const INSERT_IMPORTED: Sql = Sql::org(
    "certification.insert_imported",
    "INSERT INTO certification_imported (organization_id, certificate_id, holder_user_id, certificate, thumbprint, \
     imported_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
);

pub(crate) const FIND_IMPORTED: Sql = Sql::org(
    "certification.find_imported",
    "SELECT holder_user_id, certificate FROM certification_imported \
     WHERE organization_id = $1 AND certificate_id = $2",
);

pub(crate) const DELETE_IMPORTED: Sql = Sql::org(
    "certification.delete_imported",
    "DELETE FROM certification_imported WHERE organization_id = $1 AND certificate_id = $2 AND holder_user_id = $3",
);

/// A row of a person's list.
#[derive(Clone, Debug)]
pub(crate) struct MineRow {
    pub user_id: UserId,
    pub certificate_id: CertificateId,
    pub organization_id: OrganizationId,
    pub origin: Origin,
    pub not_after: Moment,
    pub notice_at: Option<Moment>,
    pub key_place: Option<KeyPlace>,
}

fn read(row: &Row) -> Result<MineRow, Fault> {
    Ok(MineRow {
        user_id: row.parsed(0, Row::bytes, |b: Vec<u8>| UserId::from_bytes(&b))?,
        certificate_id: row.parsed(1, Row::bytes, |b: Vec<u8>| CertificateId::from_bytes(&b))?,
        organization_id: row.parsed(2, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))?,
        origin: row.parsed(3, Row::text, |word| Origin::from_word(&word).ok_or("not an origin"))?,
        not_after: Moment::from_micros(row.i64(4)?),
        notice_at: row.opt_i64(5)?.map(Moment::from_micros),
        key_place: row.opt_text(6)?.and_then(|word| KeyPlace::from_word(&word)),
    })
}

pub(crate) async fn insert(tx: &mut Tx<'_>, row: &MineRow) -> Result<(), Fault> {
    let key_place = row.key_place.map(|place| place.word().to_owned());
    let binds = binds![
        row.user_id,
        row.certificate_id,
        row.organization_id,
        row.origin.word(),
        row.not_after,
        row.notice_at,
        key_place
    ];
    tx.execute(&INSERT, binds).await.map(drop)
}

/// The latest ending first.
pub(crate) async fn list(fetch: &mut dyn Fetch, user_id: UserId) -> Result<Vec<MineRow>, Fault> {
    fetch.fetch_all(&LIST, binds![user_id, MINE_MAX]).await?.iter().map(read).collect()
}

/// Whose end is to be told now.
pub(crate) async fn list_due(fetch: &mut dyn Fetch, now: Moment, limit: i64) -> Result<Vec<MineRow>, Fault> {
    fetch.fetch_all(&LIST_DUE, binds![now, limit]).await?.iter().map(read).collect()
}

/// False when another has told it first.
pub(crate) async fn set_notice(tx: &mut Tx<'_>, row: &MineRow, next: Option<Moment>) -> Result<bool, Fault> {
    let binds = binds![row.user_id, row.certificate_id, row.notice_at, next];
    Ok(tx.execute(&SET_NOTICE, binds).await? > 0)
}

/// False when there is no such certificate of this person.
pub(crate) async fn set_key_place(
    tx: &mut Tx<'_>,
    user_id: UserId,
    certificate_id: CertificateId,
    place: KeyPlace,
) -> Result<bool, Fault> {
    Ok(tx.execute(&SET_KEY_PLACE, binds![user_id, certificate_id, place.word()]).await? > 0)
}

pub(crate) async fn delete(tx: &mut Tx<'_>, user_id: UserId, certificate_id: CertificateId) -> Result<(), Fault> {
    tx.execute(&DELETE, binds![user_id, certificate_id]).await.map(drop)
}

/// A certificate brought from elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct ImportedRow {
    pub organization_id: OrganizationId,
    pub certificate_id: CertificateId,
    pub holder_user_id: UserId,
    pub certificate: Vec<u8>,
    pub thumbprint: Vec<u8>,
    pub imported_at: Moment,
}

/// False when it stands in this person's list already.
pub(crate) async fn insert_imported(tx: &mut Tx<'_>, row: &ImportedRow) -> Result<bool, Fault> {
    let binds = binds![
        row.organization_id,
        row.certificate_id,
        row.holder_user_id,
        &row.certificate,
        &row.thumbprint,
        row.imported_at
    ];
    Ok(tx.execute(&INSERT_IMPORTED, binds).await? > 0)
}

/// The DER of a certificate brought from elsewhere.
pub(crate) async fn find_imported(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<Option<Vec<u8>>, Fault> {
    let row = fetch.fetch_optional(&FIND_IMPORTED, binds![organization_id, certificate_id]).await?;
    row.map(|row| row.bytes(1)).transpose()
}

/// False when there is none of this person.
pub(crate) async fn delete_imported(
    tx: &mut Tx<'_>,
    (organization_id, certificate_id): (OrganizationId, CertificateId),
    holder: UserId,
) -> Result<bool, Fault> {
    Ok(tx.execute(&DELETE_IMPORTED, binds![organization_id, certificate_id, holder]).await? > 0)
}
