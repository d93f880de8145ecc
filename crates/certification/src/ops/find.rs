//! Reading one certificate.

use crate::model::CertificateId;
use crate::ops::holder;
use crate::store::certificate::{self, CertificateRow};
use crate::store::directory;
use crate::{Refusal, Room};
use account::OrgScope;
use kernel::{Cx, OrganizationId};
use store::{Fault, No};

/// Octets of a thumbprint: SHA-1.
const THUMBPRINT_BYTES: usize = 20;

/// One certificate of an organization, for its members.
pub(crate) async fn get(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<CertificateRow, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    holder::authorize_reading(&mut reader, cx, organization_id).await?;
    let row = certificate::find(&mut reader, organization_id, certificate_id).await?;
    row.ok_or_else(|| Refusal::CertificateNotFound.into())
}

/// One certificate of an organization by its thumbprint.
pub(crate) async fn by_thumbprint(
    room: &Room,
    scope: &OrgScope,
    thumbprint: &[u8],
) -> Result<Option<CertificateRow>, Fault> {
    let mut reader = room.store().reader().await?;
    let place = directory::find_thumbprint(&mut reader, thumbprint).await?;
    let Some(place) = place.filter(|place| place.organization_id == scope.organization_id()) else { return Ok(None) };
    certificate::find(&mut reader, place.organization_id, place.certificate_id).await
}

/// One certificate by its exact serial number or thumbprint (hexadecimal), for anybody who holds it or its signature.
/// An intention is not found: nobody has seen it.
pub(crate) async fn look_up(room: &Room, serial_or_thumbprint: &str) -> Result<CertificateRow, No<Refusal>> {
    let row = by_number(room, serial_or_thumbprint).await?;
    row.filter(|row| row.certificate.is_some()).ok_or_else(|| Refusal::CertificateNotFound.into())
}

/// The same with what is still an intention; none where there is no such certificate.
pub(crate) async fn by_number(room: &Room, serial_or_thumbprint: &str) -> Result<Option<CertificateRow>, No<Refusal>> {
    let octets = hex::decode(serial_or_thumbprint).map_err(|_| Refusal::LookupForm)?;
    if octets.is_empty() || octets.len() > THUMBPRINT_BYTES {
        return Err(Refusal::LookupForm.into());
    }
    let mut reader = room.store().reader().await?;
    let place = match octets.len() {
        THUMBPRINT_BYTES => directory::find_thumbprint(&mut reader, &octets).await?,
        _ => directory::find_serial(&mut reader, &octets).await?,
    };
    let Some(place) = place else { return Ok(None) };
    Ok(certificate::find(&mut reader, place.organization_id, place.certificate_id).await?)
}
