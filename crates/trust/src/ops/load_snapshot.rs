//! Reading what is trusted. What the last snapshot held is not read again: it keeps its memory of good signatures.

use crate::model::AccreditedList;
use crate::snapshot::{Fingerprint, KnownAuthority, Snapshot};
use crate::store::{self, Role};
use ::store::{Fault, Fetch, Store};
use pki::{Certificate, RevocationList};
use std::collections::HashMap;

/// The newer snapshot, or nothing when the version is the same.
pub(crate) async fn load_snapshot(from: &Store, last: &Snapshot) -> Result<Option<Snapshot>, Fault> {
    let mut reader = from.reader().await?;
    // The version first: what is added while we read is seen by the next refresh.
    let version = store::get_version(&mut reader).await?;
    if last.version() == Some(version) {
        return Ok(None);
    }
    let authorities = load_authorities(&mut reader, last).await?;
    let lists = load_lists(&mut reader, last).await?;
    let accredited = load_accredited(&mut reader).await?;
    Ok(Some(Snapshot::new(Some(version), authorities, lists, accredited)))
}

fn as_fingerprint(octets: &[u8]) -> Result<Fingerprint, Fault> {
    octets.try_into().map_err(|_| Fault::Decode("a fingerprint in trust is not 32 octets".to_owned()))
}

async fn load_authorities(fetch: &mut dyn Fetch, last: &Snapshot) -> Result<Vec<KnownAuthority>, Fault> {
    let present: HashMap<Fingerprint, &Certificate> =
        last.authorities().iter().map(|a| (a.fingerprint, &a.certificate)).collect();
    let mut authorities = Vec::new();
    for row in store::list_present(fetch).await? {
        let fingerprint = as_fingerprint(&row.fingerprint)?;
        let certificate = match present.get(&fingerprint) {
            Some(certificate) => (*certificate).clone(),
            None => match store::get_certificate(fetch, &row.fingerprint).await? {
                Some(der) => Certificate::from_der(&der).map_err(|e| damaged("authority", &row.fingerprint, e))?,
                // Withdrawn while we read: the next version says so.
                None => continue,
            },
        };
        let is_root = row.role == Role::Root;
        authorities.push(KnownAuthority { certificate, fingerprint, is_root, origin: row.origin });
    }
    Ok(authorities)
}

async fn load_lists(fetch: &mut dyn Fetch, last: &Snapshot) -> Result<HashMap<Fingerprint, RevocationList>, Fault> {
    let mut lists = HashMap::new();
    for row in store::list_current(fetch).await? {
        let fingerprint = as_fingerprint(&row.fingerprint)?;
        let list = match last.lists().get(&fingerprint) {
            Some(list) => list.clone(),
            None => match store::get_content(fetch, &row.fingerprint).await? {
                Some(der) => RevocationList::from_der(&der).map_err(|e| damaged("list", &row.fingerprint, e))?,
                None => continue,
            },
        };
        lists.insert(fingerprint, list);
    }
    Ok(lists)
}

async fn load_accredited(fetch: &mut dyn Fetch) -> Result<Option<AccreditedList>, Fault> {
    let Some((list_date, source)) = store::find_latest_list(fetch).await? else { return Ok(None) };
    let rows = store::list_authorities(fetch, list_date).await?;
    let list = AccreditedList::new(list_date, &source, rows);
    list.map(Some).map_err(|e| Fault::Decode(format!("accredited list of {list_date}: {e}")))
}

fn damaged(what: &str, fingerprint: &[u8], refusal: pki::PkiRefusal) -> Fault {
    Fault::Decode(format!("trusted {what} {}: {refusal}", hex::encode(fingerprint)))
}
