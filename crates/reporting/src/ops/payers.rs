//! Payers: added, changed, listed; certificates regulators seal to.

use account::Permission;
use kernel::{Cx, Inn, Kpp, OrganizationId};
use store::{Fault, NewJob, No, Tx};

use super::authorise::scope_of;
use super::subscribe::{self, Subscribe};
use crate::model::ids::PayerId;
use crate::model::limits::{CERTIFICATE_BYTES_MAX, PAYERS_MAX};
use crate::model::payer::{Payer, PayerFacts};
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::{certificate, counter, payer, place};

/// A payer to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPayer {
    /// Whose.
    pub organization_id: OrganizationId,
    /// ИНН.
    pub inn: Inn,
    /// КПП; entrepreneurs have none.
    pub kpp: Option<Kpp>,
    /// The rest.
    pub facts: PayerFacts,
}

/// How regulators name the subscriber of a payer: the payer's id without hyphens.
#[must_use]
pub fn subscriber_id(id: PayerId) -> String {
    hex::encode(id.as_bytes())
}

/// Checks requisites.
pub fn prepare(cx: &Cx, new: NewPayer) -> Result<(OrganizationId, Payer), Refusal> {
    let NewPayer { organization_id, inn, kpp, facts } = new;
    let payer = Payer { id: cx.new_id(), inn, kpp, facts, made_at: cx.now };
    payer.check()?;
    Ok((organization_id, payer))
}

/// Adds. Re-runnable.
pub async fn add(tx: &mut Tx<'_>, cx: &Cx, new: &(OrganizationId, Payer)) -> Result<Payer, No<Refusal>> {
    let (organization_id, new) = new;
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    let kpp = new.kpp.as_ref().map_or("", Kpp::as_str);
    if payer::find_by_inn(tx, &scope, (new.inn.as_str(), kpp)).await?.is_some() {
        return Err(Refusal::PayerExists.into());
    }
    if payer::count(tx, &scope).await? >= PAYERS_MAX {
        return Err(Refusal::TooManyPayers.into());
    }
    if let Some(head) = new.facts.head_office_id {
        payer::find(tx, &scope, head).await?.ok_or(No::Refused(Refusal::PayerNotFound))?;
    }
    payer::add(tx, &scope, new).await?;
    place::set_subscriber(tx, &subscriber_id(new.id), (*organization_id, new.id)).await?;
    Ok(new.clone())
}

/// Changes what is said of a payer. Re-runnable.
pub async fn change(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, id, facts): &(OrganizationId, PayerId, PayerFacts),
) -> Result<Payer, No<Refusal>> {
    let scope = scope_of(tx, cx, *organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    let known = payer::find(tx, &scope, *id).await?.ok_or(No::Refused(Refusal::PayerNotFound))?;
    let changed = Payer { facts: facts.clone(), ..known };
    changed.check()?;
    payer::change(tx, &scope, &changed).await?;
    Ok(changed)
}

/// All payers, by name.
pub async fn list(room: &Room, cx: &Cx, organization_id: OrganizationId) -> Result<Vec<Payer>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    Ok(payer::list(&mut reader, &scope).await?)
}

/// One payer.
pub async fn get(room: &Room, cx: &Cx, organization_id: OrganizationId, id: PayerId) -> Result<Payer, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let scope = scope_of(&mut reader, cx, organization_id, Permission::Read).await?;
    payer::find(&mut reader, &scope, id).await?.ok_or(No::Refused(Refusal::PayerNotFound))
}

/// A certificate to seal to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCertificate {
    organization_id: OrganizationId,
    payer_id: PayerId,
    thumbprint: String,
    der: Vec<u8>,
}

/// Reads a certificate in DER.
pub fn prepare_certificate(
    organization_id: OrganizationId,
    payer_id: PayerId,
    der: &[u8],
) -> Result<NewCertificate, Refusal> {
    let wrong = || Refusal::Parameter { name: "certificate", accepted: "an X.509 certificate, DER in base64" };
    if der.len() > CERTIFICATE_BYTES_MAX {
        return Err(wrong());
    }
    let certificate = pki::Certificate::from_der(der).map_err(|_| wrong())?;
    let thumbprint = hex::encode(certificate.thumbprint_sha1());
    Ok(NewCertificate { organization_id, payer_id, thumbprint, der: der.to_vec() })
}

/// Keeps it and tells the regulators. Re-runnable.
pub async fn add_certificate(tx: &mut Tx<'_>, cx: &Cx, new: &NewCertificate) -> Result<(), No<Refusal>> {
    let scope = scope_of(tx, cx, new.organization_id, Permission::Send).await?;
    counter::lock(tx, &scope).await?;
    payer::find(tx, &scope, new.payer_id).await?.ok_or(No::Refused(Refusal::PayerNotFound))?;
    if certificate::add(tx, &scope, new.payer_id, (&new.thumbprint, &new.der, cx.now)).await? {
        tx.queue(subscribe_job(cx, new.organization_id, new.payer_id)?).await?;
    }
    Ok(())
}

/// The job that tells regulators of the payer's certificates.
pub(super) fn subscribe_job(cx: &Cx, organization_id: OrganizationId, payer_id: PayerId) -> Result<NewJob, Fault> {
    let payload = serde_json::to_vec(&Subscribe { payer_id });
    let payload = payload.map_err(|error| Fault::Decode(format!("writing a job: {error}")))?;
    Ok(NewJob::now(cx, organization_id, subscribe::KIND, payload))
}
