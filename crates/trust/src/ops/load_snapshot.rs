//! Reading what is trusted. What the last snapshot held is not read again: it keeps its memory of good signatures.

use crate::snapshot::{Fingerprint, KnownAuthority, Snapshot};
use crate::store::{self, Role};
use ::store::{Fault, Fetch, Store};
use pki::{Certificate, RevocationList};
use std::collections::HashMap;

/// The newer snapshot, or nothing when the version is the same.
pub(crate) async fn load_snapshot(from: &Store, last: &Snapshot) -> Result<Option<Snapshot>, Fault> {
    let mut reader = from.reader().await?;
    // What is added while we read has a higher version and is left to the next refresh.
    let version = store::get_version(&mut reader).await?;
    if last.version() == Some(version) {
        return Ok(None);
    }
    load(&mut reader, last, version).await.map(Some)
}

/// What was trusted at an earlier version; nothing for a version that has not been yet.
pub(crate) async fn load_snapshot_as_of(
    from: &Store,
    last: &Snapshot,
    version: i64,
) -> Result<Option<Snapshot>, Fault> {
    let mut reader = from.reader().await?;
    if version < 0 || version > store::get_version(&mut reader).await? {
        return Ok(None);
    }
    load(&mut reader, last, version).await.map(Some)
}

async fn load(fetch: &mut dyn Fetch, last: &Snapshot, version: i64) -> Result<Snapshot, Fault> {
    let authorities = load_authorities(fetch, last, version).await?;
    let lists = load_lists(fetch, last, version).await?;
    let accredited = store::find_latest_list(fetch, version).await?;
    Ok(Snapshot::new(Some(version), authorities, lists, accredited, last.memory()))
}

fn as_fingerprint(octets: &[u8]) -> Result<Fingerprint, Fault> {
    octets.try_into().map_err(|_| Fault::Decode("a fingerprint in trust is not 32 octets".to_owned()))
}

async fn load_authorities(fetch: &mut dyn Fetch, last: &Snapshot, version: i64) -> Result<Vec<KnownAuthority>, Fault> {
    let present: HashMap<Fingerprint, &Certificate> =
        last.authorities().iter().map(|a| (a.fingerprint, &a.certificate)).collect();
    let mut authorities = Vec::new();
    for row in store::list_as_of(fetch, version).await? {
        let fingerprint = as_fingerprint(&row.fingerprint)?;
        let certificate = match present.get(&fingerprint) {
            Some(certificate) => (*certificate).clone(),
            None => match store::get_certificate(fetch, &row.fingerprint).await? {
                Some(der) => Certificate::from_der(&der).map_err(|e| damaged("authority", &row.fingerprint, e))?,
                None => return Err(Fault::Decode("a trusted authority without a certificate".to_owned())),
            },
        };
        let is_root = row.role == Role::Root;
        authorities.push(KnownAuthority { certificate, fingerprint, is_root, origin: row.origin });
    }
    Ok(authorities)
}

async fn load_lists(
    fetch: &mut dyn Fetch,
    last: &Snapshot,
    version: i64,
) -> Result<HashMap<Fingerprint, RevocationList>, Fault> {
    let mut lists = HashMap::new();
    for row in store::lists_as_of(fetch, version).await? {
        let fingerprint = as_fingerprint(&row.fingerprint)?;
        let list = match last.lists().get(&fingerprint) {
            Some(list) => list.clone(),
            None => match store::get_content(fetch, &row.fingerprint).await? {
                Some(der) => RevocationList::from_der(&der).map_err(|e| damaged("list", &row.fingerprint, e))?,
                None => return Err(Fault::Decode("a revocation list without octets".to_owned())),
            },
        };
        lists.insert(fingerprint, list);
    }
    Ok(lists)
}

fn damaged(what: &str, fingerprint: &[u8], refusal: pki::PkiRefusal) -> Fault {
    Fault::Decode(format!("trusted {what} {}: {refusal}", hex::encode(fingerprint)))
}
