//! Issuing: the intention with its journal row is committed, then the certificate is signed, then it is kept with
//! another journal row, and only then it leaves. A crash in between is finished by a job.

use crate::authorities::OpenAuthority;
use crate::jobs;
use crate::model::{
    AuthorityRank, CertificateId, CertificateState, JournalEvent, Line, Origin, Profile, RequestedKey, compose,
    next_notice, read_request,
};
use crate::ops::holder;
use crate::store::certificate::{self, CertificateRow, Signed};
use crate::store::directory::{self, Place};
use crate::store::mine::{self, MineRow};
use crate::store::{authority, journal};
use crate::{Refusal, Room};
use kernel::{Cx, Moment, OrganizationId, UserId};
use pki::{Certificate, CertificateOrder, CertificateRequest, Name, Serial};
use std::time::Duration;
use store::{Fault, NewJob, No, Tx};

/// How long the request itself has to finish before the job looks after it.
const FINISH_AFTER: Duration = Duration::from_secs(30);
/// Characters of a request key: a UUID takes 36.
const REQUEST_KEY_CHARS_MAX: usize = 128;

/// A request for a certificate, read and proved outside any transaction.
#[derive(Clone, Debug)]
pub struct PreparedRequest {
    organization_id: OrganizationId,
    request_key: String,
    key: RequestedKey,
    certificate_id: CertificateId,
    serial: Serial,
}

/// Reads the request and proves that the applicant holds its key. `request_key` makes the application one, however
/// often it is sent. Refuses what [`Refusal`] names under `certification.request`.
pub fn prepare(
    cx: &Cx,
    organization_id: OrganizationId,
    request_key: &str,
    request: &[u8],
) -> Result<PreparedRequest, Refusal> {
    if request_key.is_empty() || request_key.chars().count() > REQUEST_KEY_CHARS_MAX {
        return Err(Refusal::RequestKeyForm);
    }
    Ok(PreparedRequest {
        organization_id,
        request_key: request_key.to_owned(),
        key: read_request(request)?,
        certificate_id: cx.new_id(),
        serial: Serial::from_chance(cx.chance.octets()),
    })
}

/// Whom the certificate is for and what it will say of him.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub user_id: UserId,
    pub is_test: bool,
    pub subject: Name,
}

/// Applies and issues at once. The same request key with the same request gives the same certificate again.
pub(crate) async fn run(room: &Room, cx: &Cx, request: PreparedRequest) -> Result<CertificateRow, No<Refusal>> {
    let organization_id = request.organization_id;
    let argument = (room.clone(), request);
    let certificate_id = room
        .store()
        .write(cx, argument, |tx, cx, (room, request)| Box::pin(intend_at_once(tx, cx, room, request)))
        .await?;
    finish(room, cx, organization_id, certificate_id).await
}

/// Named by the records, without a check of papers: where the host allows it.
async fn intend_at_once(
    tx: &mut Tx<'_>,
    cx: &Cx,
    room: &Room,
    request: &PreparedRequest,
) -> Result<CertificateId, No<Refusal>> {
    let applicant = holder::authorize(tx, cx, request.organization_id).await?;
    if room.config().desk_only {
        return Err(Refusal::DeskNeeded.into());
    }
    let subject = compose(&applicant.holder)?;
    intend(tx, cx, room, request, Wanted { user_id: applicant.user_id, is_test: applicant.is_test, subject }).await
}

/// Writes the intention with its journal row. Whoever calls has authorised the holder and composed the name.
pub(crate) async fn intend(
    tx: &mut Tx<'_>,
    cx: &Cx,
    room: &Room,
    request: &PreparedRequest,
    wanted: Wanted,
) -> Result<CertificateId, No<Refusal>> {
    let organization_id = request.organization_id;
    room.config().issuing.allows(organization_id)?;
    let line = Line::of_organization(wanted.is_test);
    let issuer = room.authorities().find_in_use(line, AuthorityRank::Issuing).ok_or(Refusal::AuthorityNotFound)?;
    let mut locked = authority::lock(tx, issuer.authority_id).await?;
    if let Some(earlier) = certificate::find_by_request(tx, organization_id, &request.request_key).await? {
        return if earlier.request_hash == request.key.request_hash {
            Ok(earlier.certificate_id)
        } else {
            Err(Refusal::RequestKeyReused.into())
        };
    }
    if !directory::insert_key(tx, &request.key.key_hash, cx.now).await? {
        return Err(Refusal::KeyReused.into());
    }
    let row = intended_row(request, &wanted, issuer, cx.now);
    certificate::insert(tx, &row, &request.request_key).await?;
    directory::insert_serial(tx, &row.serial, place(&row)).await?;
    mine::insert(tx, &mine_of(&row)).await?;
    journal::write(tx, &mut locked, cx.now, &intention(&row, &request.key.key_hash)).await?;
    let payload = jobs::FinishIssue::payload(row.certificate_id);
    let job = NewJob::now(cx, organization_id, jobs::FINISH_ISSUE, payload).at(cx.now.plus(FINISH_AFTER));
    tx.queue(job).await?;
    Ok(row.certificate_id)
}

fn intended_row(request: &PreparedRequest, wanted: &Wanted, issuer: &OpenAuthority, now: Moment) -> CertificateRow {
    let validity = Profile::Holder.validity(now, Some(issuer.not_after));
    CertificateRow {
        organization_id: request.organization_id,
        certificate_id: request.certificate_id,
        authority_id: issuer.authority_id,
        holder_user_id: wanted.user_id,
        state: CertificateState::Intended,
        request_hash: request.key.request_hash.to_vec(),
        request: request.key.request.to_der().to_vec(),
        subject: wanted.subject.to_der().to_vec(),
        serial: request.serial.as_bytes().to_vec(),
        not_before: validity.not_before,
        not_after: validity.not_after,
        applied_at: now,
        certificate: None,
        thumbprint: None,
    }
}

fn mine_of(row: &CertificateRow) -> MineRow {
    MineRow {
        user_id: row.holder_user_id,
        certificate_id: row.certificate_id,
        organization_id: row.organization_id,
        origin: Origin::Own,
        not_after: row.not_after,
        notice_at: next_notice(row.not_after, row.applied_at),
        key_place: None,
    }
}

fn place(row: &CertificateRow) -> Place {
    Place { organization_id: row.organization_id, certificate_id: row.certificate_id }
}

fn intention(row: &CertificateRow, key_hash: &[u8]) -> JournalEvent {
    JournalEvent::IssueIntended {
        serial: hex::encode(&row.serial),
        organization_id: row.organization_id.to_string(),
        key_hash: hex::encode(key_hash),
        subject_hash: hex::encode(gost::hash::streebog256(&row.subject)),
        not_before: row.not_before.micros(),
        not_after: row.not_after.micros(),
    }
}

/// Signs and keeps an intention; gives the certificate as it stands when it was finished before.
pub(crate) async fn finish(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<CertificateRow, No<Refusal>> {
    let row = load(room, organization_id, certificate_id).await?;
    if row.state != CertificateState::Intended {
        return Ok(row);
    }
    let signed = sign(room, &row).map_err(|e| Fault::Decode(format!("signing certificate {certificate_id}: {e}")))?;
    let argument = (row, signed);
    room.store().write(cx, argument, |tx, cx, (row, signed)| Box::pin(keep(tx, cx, row, signed))).await?;
    load(room, organization_id, certificate_id).await
}

async fn load(
    room: &Room,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<CertificateRow, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let row = certificate::find(&mut reader, organization_id, certificate_id).await?;
    row.ok_or_else(|| Refusal::CertificateNotFound.into())
}

/// The certificate exactly as intended.
fn sign(room: &Room, row: &CertificateRow) -> Result<Certificate, pki::PkiRefusal> {
    let issuer = room.authorities().get(row.authority_id).map_err(|_| pki::PkiRefusal::BadKey)?;
    let request = CertificateRequest::from_der(&row.request)?;
    let order = CertificateOrder {
        serial: Serial::from_bytes(&row.serial)?,
        subject: Name::from_der(&row.subject)?,
        public_key: request.public_key().clone(),
        not_before: row.not_before,
        not_after: row.not_after,
        crl_urls: vec![room.config().list_url(&issuer.key_id)],
        ocsp_urls: vec![room.config().status_url(&issuer.key_id)],
        issuer_urls: vec![room.config().authority_url(&issuer.key_id)],
    };
    pki::issue(&Profile::Holder.certificate_profile(), &order, &issuer.signer)
}

async fn keep(tx: &mut Tx<'_>, cx: &Cx, row: &CertificateRow, certificate: &Certificate) -> Result<(), No<Refusal>> {
    let mut locked = authority::lock(tx, row.authority_id).await?;
    let signed = Signed {
        at: cx.now,
        certificate: certificate.to_der().to_vec(),
        thumbprint: certificate.thumbprint_sha1().to_vec(),
    };
    // Somebody else may have finished it: his certificate stands, ours never leaves.
    if certificate::issue(tx, row, &signed).await? {
        directory::insert_thumbprint(tx, &signed.thumbprint, place(row)).await?;
        let event = JournalEvent::Issued {
            serial: hex::encode(&row.serial),
            certificate_hash: hex::encode(gost::hash::streebog256(certificate.to_der())),
        };
        journal::write(tx, &mut locked, cx.now, &event).await?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "issue_crash.rs"]
mod crash;
