//! Bringing a revocation list of somebody else.

use crate::snapshot::{Snapshot, fingerprint};
use crate::store::{self, ListRow};
use crate::{Refusal, limits};
use ::store::{Fault, No, Tx};
use kernel::{Cx, Moment};
use pki::{Check, KeyUsage, RevocationList};

/// A list whose signature was found to be its issuer's.
#[derive(Clone, Debug)]
pub struct VerifiedList(RevocationList);

/// Reads a list in DER or PEM and checks it with the certificates known here. Refuses an unknown issuer, a wrong
/// signature, the signature of a key that may not sign lists, a delta list, a list made later than now.
pub fn prepare_list(snapshot: &Snapshot, octets: &[u8], now: Moment) -> Result<VerifiedList, Refusal> {
    if octets.len() > limits::LIST_FILE_BYTES_MAX {
        return Err(Refusal::TooMany { what: "bytes of a revocation list", max: limits::LIST_FILE_BYTES_MAX });
    }
    let list = match std::str::from_utf8(octets) {
        Ok(text) if text.contains("-----BEGIN") => RevocationList::from_pem(text),
        _ => RevocationList::from_der(octets),
    };
    let list = list.map_err(|e| Refusal::Unreadable { what: "a revocation list", detail: e.code().to_owned() })?;
    if list.is_delta() {
        return Err(Refusal::ListDelta);
    }
    if list.this_update() > now {
        return Err(Refusal::ListFromFuture);
    }
    let issuers: Vec<_> =
        snapshot.authorities().iter().filter(|a| a.certificate.subject().matches(list.issuer())).collect();
    if issuers.is_empty() {
        return Err(Refusal::ListIssuerUnknown);
    }
    let mut signers =
        issuers.iter().filter(|a| list.check_signature(a.certificate.public_key()) == Check::Yes).peekable();
    if signers.peek().is_none() {
        return Err(Refusal::ListSignature);
    }
    let may = signers.any(|a| a.certificate.key_usage().is_none_or(|usage| usage.contains(KeyUsage::CRL_SIGN)));
    if may { Ok(VerifiedList(list)) } else { Err(Refusal::ListIssuerUsage) }
}

/// Takes the list in place of the issuer's present one. Refuses one older than it; the same list again changes nothing.
pub async fn import_list(tx: &mut Tx<'_>, cx: &Cx, list: &VerifiedList) -> Result<(), No<Refusal>> {
    match put_list(tx, cx, &list.0).await? {
        Put::Taken | Put::Present => Ok(()),
        Put::Older => Err(Refusal::ListOlder.into()),
    }
}

/// What became of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    Taken,
    Present,
    Older,
}

pub(super) async fn put_list(tx: &mut Tx<'_>, cx: &Cx, list: &RevocationList) -> Result<Put, Fault> {
    let version = store::bump_version(tx, cx.now).await?;
    let row = ListRow {
        fingerprint: fingerprint(list.to_der()).to_vec(),
        issuer: issuer_key(list),
        number: number_key(list),
        this_update: list.this_update(),
        next_update: list.next_update(),
    };
    if store::has_list(tx, &row.fingerprint).await? {
        return Ok(Put::Present);
    }
    if store::find_current(tx, &row.issuer).await?.is_some_and(|present| is_older(&row, &present)) {
        return Ok(Put::Older);
    }
    store::replace_current(tx, &row.issuer, version).await?;
    store::insert_revocation_list(tx, version, cx.now, &row, list.to_der()).await?;
    Ok(Put::Taken)
}

/// By number where both have one (RFC 5280 §5.2.3), else by moment.
fn is_older(row: &ListRow, present: &ListRow) -> bool {
    match (&row.number, &present.number) {
        (Some(new), Some(old)) => new < old,
        _ => row.this_update < present.this_update,
    }
}

/// One list is current for each issuer's key and part of its revocations.
fn issuer_key(list: &RevocationList) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(list.issuer().to_der());
    if let Some(key_id) = list.authority_key_id().and_then(|id| id.key_id.as_deref()) {
        hasher.update(key_id);
    }
    if let Some(point) = list.issuing_point() {
        for url in &point.urls {
            hasher.update(url.as_bytes());
        }
        hasher.update(&[u8::from(point.only_users), u8::from(point.only_authorities)]);
    }
    hasher.finalize().as_bytes().to_vec()
}

/// Octets of a list number in one width, so that they compare as numbers. Wider ones are beyond RFC 5280 §5.2.3.
const NUMBER_BYTES: usize = 20;

fn number_key(list: &RevocationList) -> Option<Vec<u8>> {
    let number = list.number()?;
    let padding = NUMBER_BYTES.checked_sub(number.len())?;
    Some([vec![0; padding], number.to_vec()].concat())
}
