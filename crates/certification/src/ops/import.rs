//! Certificates of other authorities: brought here by the person who proves that he holds the key.

use crate::model::{CertificateId, KeyPlace, Origin, key_hash, next_notice};
use crate::ops::application::authorize;
use crate::ops::signed;
use crate::store::directory;
use crate::store::mine::{self, ImportedRow, MineRow};
use crate::{Refusal, Room};
use kernel::{Cx, OrganizationId, UserId};
use pki::Certificate;
use store::{No, Tx};

/// Octets that were promised as base64 and are none.
pub(crate) const NOT_BASE64: Refusal = Refusal::ImportUnreadable { detail: "not base64" };

/// A certificate with the proof that its key is at hand.
#[derive(Clone, Debug)]
pub(crate) struct Bringing {
    pub organization_id: OrganizationId,
    /// DER or PEM.
    pub certificate: Vec<u8>,
    /// Detached signature over [`text_to_sign`].
    pub signature: Vec<u8>,
    pub key_place: KeyPlace,
}

/// What is signed to prove it: names the organization, so that a proof made elsewhere proves nothing here.
pub(crate) fn text_to_sign(organization_id: OrganizationId, thumbprint: &str) -> String {
    format!("Добавить сертификат {thumbprint} организации {organization_id}")
}

/// What was brought, read and proved.
#[derive(Clone, Debug)]
pub(crate) struct Imported {
    row: ImportedRow,
    mine: MineRow,
    /// Of a key that could be certified here too.
    key_hash: Option<[u8; 32]>,
}

/// Reads the certificate and checks the proof. Refuses an authority's certificate, and a key that is not at hand.
/// Whether it is trusted here is no question: the list tells it.
pub(crate) async fn prepare(room: &Room, cx: &Cx, bringing: Bringing) -> Result<Imported, No<Refusal>> {
    let Bringing { organization_id, certificate, signature, key_place } = bringing;
    let holder = authorize(&mut room.store().reader().await?, cx, organization_id).await?;
    let certificate = read(&certificate)?;
    let text = text_to_sign(organization_id, &hex::encode(certificate.thumbprint_sha1()));
    signed::check_made_with(room, text.as_bytes(), &signature, (&certificate, cx.now))?;
    let certificate_id: CertificateId = cx.new_id();
    let row = ImportedRow {
        organization_id,
        certificate_id,
        holder_user_id: holder,
        certificate: certificate.to_der().to_vec(),
        thumbprint: certificate.thumbprint_sha1().to_vec(),
        imported_at: cx.now,
    };
    let mine = MineRow {
        user_id: holder,
        certificate_id,
        organization_id,
        origin: Origin::Imported,
        not_after: certificate.not_after(),
        notice_at: next_notice(certificate.not_after(), cx.now),
        key_place: Some(key_place),
    };
    let key_hash = certificate.public_key().gost_key().ok().map(|key| key_hash(&key));
    Ok(Imported { row, mine, key_hash })
}

fn read(octets: &[u8]) -> Result<Certificate, Refusal> {
    let found = match std::str::from_utf8(octets) {
        Ok(text) if text.contains("-----BEGIN") => Certificate::from_pem(text),
        _ => Certificate::from_der(octets),
    };
    let certificate = found.map_err(|e| Refusal::ImportUnreadable { detail: e.code() })?;
    if certificate.is_ca() { Err(Refusal::ImportUnreadable { detail: "an authority's" }) } else { Ok(certificate) }
}

/// Keeps it. Refuses one that stands in the person's list already.
pub(crate) async fn run(room: &Room, cx: &Cx, imported: Imported) -> Result<CertificateId, No<Refusal>> {
    room.store().write(cx, imported, |tx, cx, imported| Box::pin(write(tx, cx, imported))).await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, imported: &Imported) -> Result<CertificateId, No<Refusal>> {
    let Imported { row, mine, key_hash } = imported;
    let holder = authorize(tx, cx, row.organization_id).await?;
    if holder != row.holder_user_id {
        return Err(Refusal::CertificateNotFound.into());
    }
    if !mine::insert_imported(tx, row).await? {
        return Err(Refusal::ImportedBefore.into());
    }
    if let Some(key_hash) = key_hash {
        // One key, one certificate: what another authority has certified is not certified here as well.
        directory::insert_key(tx, key_hash, cx.now).await?;
    }
    mine::insert(tx, mine).await?;
    Ok(row.certificate_id)
}

/// Takes it off the list again.
pub(crate) async fn forget(room: &Room, cx: &Cx, key: (OrganizationId, CertificateId)) -> Result<(), No<Refusal>> {
    room.store().write(cx, key, |tx, cx, key| Box::pin(write_forget(tx, cx, *key))).await
}

async fn write_forget(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, certificate_id): (OrganizationId, CertificateId),
) -> Result<(), No<Refusal>> {
    let holder: UserId = authorize(tx, cx, organization_id).await?;
    if !mine::delete_imported(tx, (organization_id, certificate_id), holder).await? {
        return Err(Refusal::CertificateNotFound.into());
    }
    Ok(mine::delete(tx, holder, certificate_id).await?)
}
