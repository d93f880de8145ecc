//! A certificate as the API shows it.

use crate::model::{CertificateState, Ending};
use crate::store::certificate::CertificateRow;
use crate::{Refusal, RevocationReason, Room};
use kernel::Moment;
use pki::Certificate;
use serde::Serialize;
use store::{Fault, No};
use utoipa::ToSchema;

/// State of a certificate.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CertificateState)]
pub(crate) enum StateView {
    /// Written down, being signed.
    Intended,
    /// In force.
    Issued,
    /// Out of force for a while.
    Suspended,
    /// Stopped before its end.
    Revoked,
}

/// A certificate of an organization.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganizationCertificate)]
pub(crate) struct CertificateView {
    /// Its id here.
    pub certificate_id: String,
    /// Whose it is.
    pub organization_id: String,
    /// The member who applied for it and is named in it.
    pub holder_user_id: String,
    /// The authority that issued it.
    pub authority_id: String,
    /// State.
    pub state: StateView,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// SHA-1 of the DER, hexadecimal.
    pub thumbprint: Option<String>,
    /// First moment of validity.
    #[schema(format = DateTime)]
    pub not_before: String,
    /// Last moment of validity.
    #[schema(format = DateTime)]
    pub not_after: String,
    /// How near its end is, of one in force; told in lists alone.
    pub ending: Option<Ending>,
    /// When it was revoked.
    #[schema(format = DateTime)]
    pub revoked_at: Option<String>,
    /// Since when it is suspended.
    #[schema(format = DateTime)]
    pub suspended_at: Option<String>,
    /// Why it was revoked.
    pub revocation_reason: Option<RevocationReason>,
    /// The certificate in PEM.
    pub certificate: Option<String>,
    /// Its issuers up to the root, in PEM, one after another.
    pub chain: Option<String>,
}

impl CertificateView {
    /// With the certificate itself and its chain.
    pub(crate) fn full(room: &Room, row: &CertificateRow) -> Result<Self, No<Refusal>> {
        let mut view = Self::brief(row);
        if let Some(der) = &row.certificate {
            let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", row.certificate_id));
            view.certificate = Some(Certificate::from_der(der).and_then(|c| c.to_pem()).map_err(damaged)?);
            let issuer = room.authorities().get(row.authority_id)?;
            view.chain = Some(chain_pem(room, issuer)?);
        }
        Ok(view)
    }

    /// As [`Self::brief`], with how near the end is at this moment.
    pub(crate) fn listed(row: &CertificateRow, now: Moment) -> Self {
        let is_in_force = matches!(row.state, CertificateState::Issued { .. });
        let ending = Ending::at(row.not_after, now).filter(|_| is_in_force);
        Self { ending, ..Self::brief(row) }
    }

    /// Without octets.
    pub(crate) fn brief(row: &CertificateRow) -> Self {
        let (state, revoked) = match row.state {
            CertificateState::Intended => (StateView::Intended, None),
            CertificateState::Issued { .. } => (StateView::Issued, None),
            CertificateState::Suspended { .. } => (StateView::Suspended, None),
            CertificateState::Revoked { at, reason } => (StateView::Revoked, Some((at, reason))),
        };
        Self {
            certificate_id: row.certificate_id.to_string(),
            organization_id: row.organization_id.to_string(),
            holder_user_id: row.holder_user_id.to_string(),
            authority_id: row.authority_id.to_string(),
            state,
            serial: hex::encode(&row.serial),
            thumbprint: row.thumbprint.as_ref().map(hex::encode),
            not_before: row.not_before.to_rfc3339(),
            not_after: row.not_after.to_rfc3339(),
            ending: None,
            suspended_at: match row.state {
                CertificateState::Suspended { at } => Some(at.to_rfc3339()),
                _ => None,
            },
            revoked_at: revoked.map(|(at, _)| at.to_rfc3339()),
            revocation_reason: revoked.map(|(_, reason)| reason),
            certificate: None,
            chain: None,
        }
    }
}

/// PEM of the authority and its issuers.
pub(crate) fn chain_pem(room: &Room, authority: &crate::authorities::OpenAuthority) -> Result<String, No<Refusal>> {
    let pem = |c: &Certificate| c.to_pem().map_err(|e| Fault::Decode(format!("an authority's certificate: {e}")));
    let parts = room.authorities().chain_of(authority).iter().map(pem).collect::<Result<Vec<_>, _>>()?;
    Ok(parts.concat())
}
