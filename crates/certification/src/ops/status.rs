//! The state of certificates on demand (OCSP): read from the rows themselves, so it is right before the next list is.

use crate::authorities::OpenAuthority;
use crate::model::{AuthorityId, CertificateState};
use crate::ops::make_list::in_list;
use crate::store::{certificate, directory, operator};
use crate::{Refusal, Room};
use kernel::{Cx, Moment};
use pki::{OcspAnswer, OcspFailure, OcspRequest, OcspStatus, Revoked, Serial};
use std::time::Duration;
use store::{Fault, Fetch};

/// A verifier may keep an answer so long: a revocation is seen within it.
const ANSWER_VALID: Duration = Duration::from_secs(60 * 60);

/// Answers a request about certificates of the authority with this key. Always an answer in DER, a failure too; only an
/// authority that is not here is refused.
pub(crate) async fn answer(room: &Room, cx: &Cx, key_id: &[u8], request: &[u8]) -> Result<Vec<u8>, Refusal> {
    let authority = room.authorities().get_by_key_id(key_id)?;
    let Ok(_place) = room.answering().try_acquire() else { return Ok(OcspFailure::TryLater.to_der()) };
    let Ok(request) = OcspRequest::from_der(request) else { return Ok(OcspFailure::MalformedRequest.to_der()) };
    if request.asked().iter().any(|asked| !asked.is_issued_by(&authority.certificate)) {
        return Ok(OcspFailure::Unauthorized.to_der());
    }
    Ok(signed(room, cx, authority, &request).await.unwrap_or_else(|fault| {
        tracing::warn!(%fault, "a status was not answered");
        OcspFailure::InternalError.to_der()
    }))
}

async fn signed(room: &Room, cx: &Cx, authority: &OpenAuthority, request: &OcspRequest) -> Result<Vec<u8>, Fault> {
    let mut reader = room.store().reader().await?;
    let now = Moment::from_seconds(cx.now.seconds());
    let mut answers = Vec::with_capacity(request.asked().len());
    for about in request.asked() {
        let status = status(room, &mut reader, authority, about.serial()).await?;
        let next_update = now.plus(ANSWER_VALID);
        answers.push(OcspAnswer { about: about.clone(), status, this_update: now, next_update });
    }
    drop(reader);
    let failed = |e: pki::PkiRefusal| Fault::Decode(format!("signing a status of {}: {e}", authority.authority_id));
    pki::respond(&answers, request.nonce(), now, &authority.signer).map_err(failed)
}

async fn status(
    room: &Room,
    fetch: &mut dyn Fetch,
    authority: &OpenAuthority,
    serial: &Serial,
) -> Result<OcspStatus, Fault> {
    if let Some(place) = directory::find_serial(fetch, serial.as_bytes()).await? {
        let row = certificate::find(fetch, place.organization_id, place.certificate_id).await?;
        let row = row.filter(|row| row.authority_id == authority.authority_id);
        return Ok(row.map_or(OcspStatus::Unknown, |row| of_state(row.state)));
    }
    let is_own = |id: AuthorityId| id == authority.authority_id;
    let of_operator = operator::find_authority(fetch, serial.as_bytes()).await?.is_some_and(is_own);
    let subject = authority.certificate.subject();
    let mut below = room.authorities().all().iter().filter(|a| a.certificate.issuer() == subject);
    let of_authority = below.any(|a| a.certificate.serial() == serial);
    Ok(if of_operator || of_authority { OcspStatus::Good } else { OcspStatus::Unknown })
}

/// An intention is nobody's certificate yet.
fn of_state(state: CertificateState) -> OcspStatus {
    match state {
        CertificateState::Intended => OcspStatus::Unknown,
        CertificateState::Issued { .. } => OcspStatus::Good,
        CertificateState::Suspended { at } => {
            OcspStatus::Revoked(Revoked { at, reason: pki::RevocationReason::CertificateHold })
        }
        CertificateState::Revoked { at, reason } => OcspStatus::Revoked(Revoked { at, reason: in_list(reason) }),
    }
}
