use crate::model::{AuthorityId, CertificateId, CertificateState, RevocationReason};
use kernel::{Moment, OrganizationId, UserId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(crate) const INSERT: Sql = Sql::org(
    "certification.insert_certificate",
    "INSERT INTO certification_certificate (organization_id, certificate_id, authority_id, holder_user_id, state, \
     request_key, request_hash, request, subject, serial, not_before, not_after, applied_at, issued_at, certificate, \
     thumbprint, revoked_at, revoked_by, revocation_reason) \
     VALUES ($1, $2, $3, $4, 'intended', $5, $6, $7, $8, $9, $10, $11, $12, NULL, NULL, NULL, NULL, NULL, NULL)",
);

pub(crate) const FIND: Sql = Sql::org(
    "certification.find_certificate",
    "SELECT organization_id, certificate_id, authority_id, holder_user_id, state, request_hash, request, subject, \
     serial, not_before, not_after, applied_at, issued_at, certificate, thumbprint, revoked_at, revocation_reason, \
     suspended_at \
     FROM certification_certificate WHERE organization_id = $1 AND certificate_id = $2",
);

pub(crate) const FIND_BY_REQUEST: Sql = Sql::org(
    "certification.find_certificate_by_request",
    "SELECT organization_id, certificate_id, authority_id, holder_user_id, state, request_hash, request, subject, \
     serial, not_before, not_after, applied_at, issued_at, certificate, thumbprint, revoked_at, revocation_reason, \
     suspended_at \
     FROM certification_certificate WHERE organization_id = $1 AND request_key = $2",
);

pub(crate) const PAGE_FIRST: Sql = Sql::org(
    "certification.page_certificates_first",
    "SELECT organization_id, certificate_id, authority_id, holder_user_id, state, request_hash, request, subject, \
     serial, not_before, not_after, applied_at, issued_at, certificate, thumbprint, revoked_at, revocation_reason, \
     suspended_at \
     FROM certification_certificate WHERE organization_id = $1 ORDER BY certificate_id DESC LIMIT $2",
);

pub(crate) const PAGE_NEXT: Sql = Sql::org(
    "certification.page_certificates_next",
    "SELECT organization_id, certificate_id, authority_id, holder_user_id, state, request_hash, request, subject, \
     serial, not_before, not_after, applied_at, issued_at, certificate, thumbprint, revoked_at, revocation_reason, \
     suspended_at \
     FROM certification_certificate WHERE organization_id = $1 AND certificate_id < $3 \
     ORDER BY certificate_id DESC LIMIT $2",
);

pub(crate) const ISSUE: Sql = Sql::org(
    "certification.issue_certificate",
    "UPDATE certification_certificate SET state = 'issued', issued_at = $3, certificate = $4, thumbprint = $5 \
     WHERE organization_id = $1 AND certificate_id = $2 AND state = 'intended'",
);

pub(crate) const REVOKE: Sql = Sql::org(
    "certification.revoke_certificate",
    "UPDATE certification_certificate SET state = 'revoked', revoked_at = $3, revoked_by = $4, revocation_reason = $5 \
     WHERE organization_id = $1 AND certificate_id = $2 AND state = 'issued'",
);

pub(crate) const SUSPEND: Sql = Sql::org(
    "certification.suspend_certificate",
    "UPDATE certification_certificate SET suspended_at = $3 \
     WHERE organization_id = $1 AND certificate_id = $2 AND state = 'issued' AND suspended_at IS NULL",
);

pub(crate) const RESUME: Sql = Sql::org(
    "certification.resume_certificate",
    "UPDATE certification_certificate SET suspended_at = NULL \
     WHERE organization_id = $1 AND certificate_id = $2 AND state = 'issued' AND suspended_at IS NOT NULL",
);

/// A certificate as kept.
#[derive(Clone, Debug)]
pub(crate) struct CertificateRow {
    pub organization_id: OrganizationId,
    pub certificate_id: CertificateId,
    pub authority_id: AuthorityId,
    pub holder_user_id: UserId,
    pub state: CertificateState,
    pub request_hash: Vec<u8>,
    pub request: Vec<u8>,
    pub subject: Vec<u8>,
    pub serial: Vec<u8>,
    pub not_before: Moment,
    pub not_after: Moment,
    pub applied_at: Moment,
    pub certificate: Option<Vec<u8>>,
    pub thumbprint: Option<Vec<u8>>,
}

fn read(row: &Row) -> Result<CertificateRow, Fault> {
    Ok(CertificateRow {
        organization_id: row.parsed(0, Row::bytes, |b: Vec<u8>| OrganizationId::from_bytes(&b))?,
        certificate_id: row.parsed(1, Row::bytes, |b: Vec<u8>| CertificateId::from_bytes(&b))?,
        authority_id: row.parsed(2, Row::bytes, |b: Vec<u8>| AuthorityId::from_bytes(&b))?,
        holder_user_id: row.parsed(3, Row::bytes, |b: Vec<u8>| UserId::from_bytes(&b))?,
        state: read_state(row)?,
        request_hash: row.bytes(5)?,
        request: row.bytes(6)?,
        subject: row.bytes(7)?,
        serial: row.bytes(8)?,
        not_before: Moment::from_micros(row.i64(9)?),
        not_after: Moment::from_micros(row.i64(10)?),
        applied_at: Moment::from_micros(row.i64(11)?),
        certificate: row.opt_bytes(13)?,
        thumbprint: row.opt_bytes(14)?,
    })
}

fn read_state(row: &Row) -> Result<CertificateState, Fault> {
    let moment = |column| row.i64(column).map(Moment::from_micros);
    match row.text(4)?.as_str() {
        "intended" => Ok(CertificateState::Intended),
        "issued" => match row.opt_i64(17)? {
            Some(at) => Ok(CertificateState::Suspended { at: Moment::from_micros(at) }),
            None => Ok(CertificateState::Issued { at: moment(12)? }),
        },
        "revoked" => {
            let reason = RevocationReason::from_word(&row.text(16)?);
            let reason =
                reason.ok_or_else(|| Fault::Decode("certification_certificate.revocation_reason".to_owned()))?;
            Ok(CertificateState::Revoked { at: moment(15)?, reason })
        }
        _ => Err(Fault::Decode("certification_certificate.state".to_owned())),
    }
}

/// Writes the intention.
pub(crate) async fn insert(tx: &mut Tx<'_>, row: &CertificateRow, request_key: &str) -> Result<(), Fault> {
    let binds = binds![
        row.organization_id,
        row.certificate_id,
        row.authority_id,
        row.holder_user_id,
        request_key,
        &row.request_hash,
        &row.request,
        &row.subject,
        &row.serial,
        row.not_before,
        row.not_after,
        row.applied_at
    ];
    tx.execute(&INSERT, binds).await.map(drop)
}

pub(crate) async fn find(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<Option<CertificateRow>, Fault> {
    fetch.fetch_optional(&FIND, binds![organization_id, certificate_id]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn find_by_request(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    request_key: &str,
) -> Result<Option<CertificateRow>, Fault> {
    fetch.fetch_optional(&FIND_BY_REQUEST, binds![organization_id, request_key]).await?.as_ref().map(read).transpose()
}

/// Newest first, after `after`.
pub(crate) async fn page(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    limit: i64,
    after: Option<CertificateId>,
) -> Result<Vec<CertificateRow>, Fault> {
    let rows = match after {
        None => fetch.fetch_all(&PAGE_FIRST, binds![organization_id, limit]).await?,
        Some(after) => fetch.fetch_all(&PAGE_NEXT, binds![organization_id, limit, after]).await?,
    };
    rows.iter().map(read).collect()
}

/// What is written when a certificate is signed.
#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub at: Moment,
    pub certificate: Vec<u8>,
    pub thumbprint: Vec<u8>,
}

/// False when it is not an intention any more.
pub(crate) async fn issue(tx: &mut Tx<'_>, row: &CertificateRow, signed: &Signed) -> Result<bool, Fault> {
    let binds = binds![row.organization_id, row.certificate_id, signed.at, &signed.certificate, &signed.thumbprint];
    Ok(tx.execute(&ISSUE, binds).await? > 0)
}

/// False when it is not in force any more.
pub(crate) async fn revoke(
    tx: &mut Tx<'_>,
    row: &CertificateRow,
    at: Moment,
    by: Option<UserId>,
    reason: RevocationReason,
) -> Result<bool, Fault> {
    let binds = binds![row.organization_id, row.certificate_id, at, by, reason.word()];
    Ok(tx.execute(&REVOKE, binds).await? > 0)
}

/// False when it is not in force.
pub(crate) async fn suspend(tx: &mut Tx<'_>, row: &CertificateRow, at: Moment) -> Result<bool, Fault> {
    Ok(tx.execute(&SUSPEND, binds![row.organization_id, row.certificate_id, at]).await? > 0)
}

/// False when it is not suspended.
pub(crate) async fn resume(tx: &mut Tx<'_>, row: &CertificateRow) -> Result<bool, Fault> {
    Ok(tx.execute(&RESUME, binds![row.organization_id, row.certificate_id]).await? > 0)
}
