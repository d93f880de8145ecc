//! Renewal: the request for the new key is signed with the key of the certificate in force. No scan, no check, no visit.

use crate::model::{Application, ApplicationId, ApplicationKind, CertificateId, CertificateState, Event, Identity};
use crate::ops::application::create::{Creating, insert, new_row};
use crate::ops::application::{as_of, authorize, issue::request_key, record_of, take_step};
use crate::ops::issue::{self, PreparedRequest, Wanted};
use crate::ops::signed;
use crate::store::certificate::{self, CertificateRow};
use crate::store::{application, desk};
use crate::{Refusal, Room};
use account::Permission;
use kernel::{Cx, OrganizationId, UserId};
use pki::{Certificate, Name};
use std::collections::BTreeMap;
use store::{Fault, No, Tx};

/// A request for the new key and a detached signature over its exact octets with the present key.
#[derive(Clone, Debug)]
pub(crate) struct SignedRequest {
    pub organization_id: OrganizationId,
    pub certificate_id: CertificateId,
    pub request: Vec<u8>,
    pub signature: Vec<u8>,
}

/// A renewal whose signature was checked.
#[derive(Clone, Debug)]
pub(crate) struct Renewing {
    organization_id: OrganizationId,
    certificate_id: CertificateId,
    application_id: ApplicationId,
    holder: UserId,
    subject: Name,
    request: PreparedRequest,
}

/// Checks the request and the signature. Refuses a certificate that is not in force, one of another person, a
/// signature of another key.
pub(crate) async fn prepare(room: &Room, cx: &Cx, signed: SignedRequest) -> Result<Renewing, No<Refusal>> {
    let SignedRequest { organization_id, certificate_id, request, signature } = signed;
    let mut reader = room.store().reader().await?;
    let holder = authorize(&mut reader, cx, organization_id).await?;
    let row = certificate::find(&mut reader, organization_id, certificate_id).await?;
    drop(reader);
    let row = row.filter(|row| row.holder_user_id == holder).ok_or(Refusal::CertificateNotFound)?;
    in_force(&row, cx)?;
    let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {certificate_id}: {e}"));
    let present = Certificate::from_der(row.certificate.as_deref().unwrap_or_default()).map_err(damaged)?;
    signed::check_made_with(room, &request, &signature, (&present, cx.now))?;
    let application_id: ApplicationId = cx.new_id();
    let request = issue::prepare(cx, organization_id, &request_key((organization_id, application_id)), &request)?;
    let subject = Name::from_der(&row.subject).map_err(damaged)?;
    Ok(Renewing { organization_id, certificate_id, application_id, holder, subject, request })
}

/// Issued, neither revoked nor suspended, not ended.
fn in_force(row: &CertificateRow, cx: &Cx) -> Result<(), Refusal> {
    match row.state {
        CertificateState::Issued { .. } if row.not_after >= cx.now => Ok(()),
        _ => Err(Refusal::SignatureNotInForce),
    }
}

/// Issues the successor. The former certificate stays in force until its end.
pub(crate) async fn run(
    room: &Room,
    cx: &Cx,
    renewing: Renewing,
) -> Result<(ApplicationId, CertificateRow), No<Refusal>> {
    let (organization_id, application_id) = (renewing.organization_id, renewing.application_id);
    let argument = (room.clone(), renewing);
    let certificate_id =
        room.store().write(cx, argument, |tx, cx, (room, renewing)| Box::pin(write(tx, cx, room, renewing))).await?;
    Ok((application_id, issue::finish(room, cx, organization_id, certificate_id).await?))
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, room: &Room, renewing: &Renewing) -> Result<CertificateId, No<Refusal>> {
    let organization_id = renewing.organization_id;
    let scope = account::authorize(tx, cx, organization_id, Permission::Sign).await;
    let scope = scope.map_err(|no| no.map_refused(Refusal::Account))?;
    if scope.user_id() != Some(renewing.holder) {
        return Err(Refusal::CertificateNotFound.into());
    }
    let record = record_of(tx, &scope).await?;
    let named = renewing.subject.inn_le().or(renewing.subject.inn());
    let same_name = record.inn.is_person() || renewing.subject.o() == Some(record.name.as_str());
    if named != Some(record.inn.as_str()) || !same_name {
        return Err(Refusal::RenewalOutdated.into());
    }
    let row = certificate::find(tx, organization_id, renewing.certificate_id).await?;
    let row = row.ok_or(Refusal::CertificateNotFound)?;
    in_force(&row, cx)?;
    let application = successor(tx, cx, &row).await?;
    let creating = Creating {
        organization_id,
        application_id: renewing.application_id,
        application,
        predecessor_id: Some(renewing.certificate_id),
        sealed: BTreeMap::new(),
    };
    let mut row = new_row(&creating, cx.now);
    insert(tx, cx, room, &creating, &row).await?;
    take_step(tx, cx, &mut row, Event::Issue, room.config().desk).await?;
    let wanted = Wanted {
        user_id: renewing.holder,
        is_test: record.line == crate::Line::Test,
        subject: renewing.subject.clone(),
    };
    let certificate_id = issue::intend(tx, cx, room, &renewing.request, wanted).await?;
    application::set_issued(tx, &row, certificate_id, None, cx.now).await?;
    desk::set_delete_at(tx, row.application_id, None).await?;
    Ok(certificate_id)
}

/// By the machine where the certificate came on an application; one issued at once has none.
async fn successor(tx: &mut Tx<'_>, cx: &Cx, row: &CertificateRow) -> Result<Application, No<Refusal>> {
    let earlier = application::find_by_certificate(tx, row.organization_id, row.certificate_id).await?;
    match earlier {
        Some(earlier) => {
            let now = as_of(&earlier.application, Some(row), cx.now);
            Ok(now.renew().map_err(Refusal::Application)?)
        }
        None => Ok(Application::new(row.holder_user_id, ApplicationKind::Renewal, Identity::ByKey)),
    }
}
