//! Looked-up value to the organization's row.

use crate::model::CertificateId;
use kernel::{Moment, OrganizationId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(crate) const INSERT_SERIAL: Sql = Sql::directory(
    "certification.insert_serial",
    "INSERT INTO certification_serial (serial, organization_id, certificate_id) VALUES ($1, $2, $3)",
);

pub(crate) const FIND_SERIAL: Sql = Sql::directory(
    "certification.find_serial",
    "SELECT organization_id, certificate_id FROM certification_serial WHERE serial = $1",
);

pub(crate) const INSERT_THUMBPRINT: Sql = Sql::directory(
    "certification.insert_thumbprint",
    "INSERT INTO certification_thumbprint (thumbprint, organization_id, certificate_id) VALUES ($1, $2, $3)",
);

pub(crate) const FIND_THUMBPRINT: Sql = Sql::directory(
    "certification.find_thumbprint",
    "SELECT organization_id, certificate_id FROM certification_thumbprint WHERE thumbprint = $1",
);

pub(crate) const INSERT_KEY: Sql = Sql::directory(
    "certification.insert_key",
    "INSERT INTO certification_key (key_hash, used_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
);

/// One more try of a phrase: counted anew once the former window is over.
pub(crate) const COUNT_TRY: Sql = Sql::directory(
    "certification.count_phrase_try",
    "INSERT INTO certification_phrase_try (serial, began_at, tries) VALUES ($1, $2, 1) \
     ON CONFLICT (serial) DO UPDATE SET \
     tries = CASE WHEN certification_phrase_try.began_at < $3 THEN 1 ELSE certification_phrase_try.tries + 1 END, \
     began_at = CASE WHEN certification_phrase_try.began_at < $3 THEN $2 ELSE certification_phrase_try.began_at END \
     RETURNING tries",
);

/// Where a certificate is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub organization_id: OrganizationId,
    pub certificate_id: CertificateId,
}

fn read(row: &Row) -> Result<Place, Fault> {
    Ok(Place {
        organization_id: row.parsed(0, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))?,
        certificate_id: row.parsed(1, Row::bytes, |b: Vec<u8>| CertificateId::from_bytes(&b))?,
    })
}

pub(crate) async fn insert_serial(tx: &mut Tx<'_>, serial: &[u8], place: Place) -> Result<(), Fault> {
    tx.execute(&INSERT_SERIAL, binds![serial, place.organization_id, place.certificate_id]).await.map(drop)
}

pub(crate) async fn find_serial(fetch: &mut dyn Fetch, serial: &[u8]) -> Result<Option<Place>, Fault> {
    fetch.fetch_optional(&FIND_SERIAL, binds![serial]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn insert_thumbprint(tx: &mut Tx<'_>, thumbprint: &[u8], place: Place) -> Result<(), Fault> {
    tx.execute(&INSERT_THUMBPRINT, binds![thumbprint, place.organization_id, place.certificate_id]).await.map(drop)
}

pub(crate) async fn find_thumbprint(fetch: &mut dyn Fetch, thumbprint: &[u8]) -> Result<Option<Place>, Fault> {
    fetch.fetch_optional(&FIND_THUMBPRINT, binds![thumbprint]).await?.as_ref().map(read).transpose()
}

/// False when the key was certified here before.
pub(crate) async fn insert_key(tx: &mut Tx<'_>, key_hash: &[u8], at: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&INSERT_KEY, binds![key_hash, at]).await? > 0)
}

/// Tries of this certificate's phrase since the window began, this one included.
pub(crate) async fn count_try(tx: &mut Tx<'_>, serial: &[u8], now: Moment, window_began: Moment) -> Result<i64, Fault> {
    tx.fetch_one(&COUNT_TRY, binds![serial, now, window_began]).await?.i64(0)
}
