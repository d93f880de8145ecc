//! Keys of id_tokens, their private halves sealed.

use crate::model::Generation;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::Moment;

pub const ADD: Sql = Sql::global(
    "openid.add_signing_key",
    "INSERT INTO openid_signing_key (generation, kid, sealed, public_point, signs_from, signs_until, published_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (generation) DO NOTHING",
);
pub const LIST: Sql = Sql::global(
    "openid.list_signing_keys",
    "SELECT generation, kid, sealed, public_point, signs_from, signs_until FROM openid_signing_key
     WHERE published_until > $1 ORDER BY generation DESC LIMIT 10",
);
pub const SWEEP: Sql = Sql::global(
    "openid.sweep_signing_keys",
    "DELETE FROM openid_signing_key WHERE generation IN
       (SELECT generation FROM openid_signing_key WHERE published_until < $1 LIMIT $2)",
);

/// A key as stored.
#[derive(Clone)]
pub struct StoredKey {
    /// Its times.
    pub generation: Generation,
    /// Its name.
    pub kid: String,
    /// PKCS #8 under the host's secret.
    pub sealed: Vec<u8>,
    /// The public point, uncompressed: 65 octets.
    pub public_point: Vec<u8>,
}

impl std::fmt::Debug for StoredKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoredKey").field("kid", &self.kid).finish_non_exhaustive()
    }
}

/// Keeps a new one, unless another process was first.
pub async fn add(tx: &mut Tx<'_>, key: &StoredKey) -> Result<(), Fault> {
    let binds = binds![
        key.generation.number,
        key.kid.as_str(),
        key.sealed.as_slice(),
        key.public_point.as_slice(),
        key.generation.signs_from,
        key.generation.signs_until,
        key.generation.published_until()
    ];
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Published keys, the newest first.
pub async fn list(from: &mut (impl Fetch + ?Sized), now: Moment) -> Result<Vec<StoredKey>, Fault> {
    from.fetch_all(&LIST, binds![now]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<StoredKey, Fault> {
    Ok(StoredKey {
        generation: Generation {
            number: row.i64(0)?,
            signs_from: Moment::from_micros(row.i64(4)?),
            signs_until: Moment::from_micros(row.i64(5)?),
        },
        kid: row.text(1)?,
        sealed: row.bytes(2)?,
        public_point: row.bytes(3)?,
    })
}
