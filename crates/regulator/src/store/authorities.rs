//! Keys and certificates of the root and of the authorities.

use ::store::{Fault, Fetch, Sql, Tx, binds};

pub const FIND: Sql =
    Sql::global("regulator.find_authority", "SELECT sealed_key, certificate FROM regulator_authority WHERE code = $1");
pub const ADD: Sql = Sql::global(
    "regulator.add_authority",
    "INSERT INTO regulator_authority (code, sealed_key, certificate) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING",
);

/// A key as it is kept, with its certificate.
#[derive(Debug, Clone)]
pub struct SealedKey {
    /// PKCS#8 under the host's secret.
    pub sealed: Vec<u8>,
    /// DER.
    pub certificate: Vec<u8>,
}

/// That of a code.
pub async fn find(from: &mut (impl Fetch + ?Sized), code: &str) -> Result<Option<SealedKey>, Fault> {
    let Some(row) = from.fetch_optional(&FIND, binds![code]).await? else { return Ok(None) };
    Ok(Some(SealedKey { sealed: row.bytes(0)?, certificate: row.bytes(1)? }))
}

/// Keeps one; what another start kept before stays.
pub async fn add(tx: &mut Tx<'_>, code: &str, key: &SealedKey) -> Result<(), Fault> {
    tx.execute(&ADD, binds![code, key.sealed.as_slice(), key.certificate.as_slice()]).await?;
    Ok(())
}
