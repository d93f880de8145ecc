//! Certificates that regulators seal to.

use ::store::{Fault, Fetch, Sql, Tx, binds};
use account::OrgScope;
use kernel::Moment;

use crate::model::ids::PayerId;
use crate::model::limits::CERTIFICATES_MAX;

pub(super) const ADD: Sql = Sql::org(
    "reporting.add_certificate",
    "INSERT INTO reporting_certificate (organization_id, payer_id, thumbprint, der, added_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id, payer_id, thumbprint) DO NOTHING",
);
/// The newest: an old certificate's key may be lost.
pub(super) const LIST: Sql = Sql::org(
    "reporting.list_certificates",
    "SELECT der FROM reporting_certificate WHERE organization_id = $1 AND payer_id = $2
     ORDER BY added_at DESC, thumbprint LIMIT $3",
);

/// Adds one; says whether it was not there yet.
pub async fn add(
    tx: &mut Tx<'_>,
    scope: &OrgScope,
    payer_id: PayerId,
    (thumbprint, der, at): (&str, &[u8], Moment),
) -> Result<bool, Fault> {
    Ok(tx.execute(&ADD, binds![scope.organization_id(), payer_id, thumbprint, der, at]).await? == 1)
}

/// DER of the newest ones.
pub async fn list(reader: &mut impl Fetch, scope: &OrgScope, payer_id: PayerId) -> Result<Vec<Vec<u8>>, Fault> {
    let limit = i64::try_from(CERTIFICATES_MAX).unwrap_or(i64::MAX);
    let binds = binds![scope.organization_id(), payer_id, limit];
    let rows = reader.fetch_limited(&LIST, binds, CERTIFICATES_MAX).await?;
    rows.iter().map(|row| row.bytes(0)).collect()
}
