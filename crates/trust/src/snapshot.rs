//! Everything trusted at one version, in memory.

use crate::model::{AccreditedList, Origin};
use kernel::Moment;
use pki::{Anchors, Certificate, RevocationList, SignatureMemory};
use std::collections::HashMap;

/// BLAKE3 of a DER.
pub(crate) type Fingerprint = [u8; 32];

/// BLAKE3 of some DER.
pub(crate) fn fingerprint(der: &[u8]) -> Fingerprint {
    *blake3::hash(der).as_bytes()
}

/// An authority of the snapshot.
#[derive(Clone, Debug)]
pub(crate) struct KnownAuthority {
    pub certificate: Certificate,
    pub fingerprint: Fingerprint,
    pub is_root: bool,
    pub origin: Origin,
}

/// What is trusted at one version: immutable, shared, replaced as a whole.
#[derive(Clone, Debug)]
pub struct Snapshot {
    version: Option<i64>,
    digest: String,
    authorities: Vec<KnownAuthority>,
    lists: HashMap<Fingerprint, RevocationList>,
    accredited: Option<AccreditedList>,
    anchors: Anchors,
}

impl Snapshot {
    pub(crate) fn new(
        version: Option<i64>,
        mut authorities: Vec<KnownAuthority>,
        lists: HashMap<Fingerprint, RevocationList>,
        accredited: Option<AccreditedList>,
        memory: SignatureMemory,
    ) -> Self {
        authorities.sort_by_key(|a| a.fingerprint);
        let of = |is_root: bool| {
            authorities.iter().filter(move |a| a.is_root == is_root).map(|a| a.certificate.clone()).collect()
        };
        let mut listed: Vec<(&Fingerprint, &RevocationList)> = lists.iter().collect();
        listed.sort_unstable_by_key(|(fingerprint, _)| **fingerprint);
        let crls = listed.into_iter().map(|(_, list)| list.clone()).collect();
        let anchors = Anchors { roots: of(true), intermediates: of(false), crls, memory: Some(memory) };
        let digest = digest(&authorities, &lists, accredited.as_ref());
        Self { version, digest, authorities, lists, accredited, anchors }
    }

    /// Version of the trust lists; absent when the snapshot was made from files.
    pub fn version(&self) -> Option<i64> {
        self.version
    }

    /// BLAKE3 over the fingerprints of everything in it and the spans of accreditation, hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub(crate) fn authorities(&self) -> &[KnownAuthority] {
        &self.authorities
    }

    pub(crate) fn lists(&self) -> &HashMap<Fingerprint, RevocationList> {
        &self.lists
    }

    pub(crate) fn accredited(&self) -> Option<&AccreditedList> {
        self.accredited.as_ref()
    }

    pub(crate) fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// Issuers' signatures found good, shared with the snapshots that follow.
    pub(crate) fn memory(&self) -> SignatureMemory {
        self.anchors.memory.clone().unwrap_or_default()
    }
}

impl Default for Snapshot {
    /// Nothing is trusted.
    fn default() -> Self {
        Self::new(None, Vec::new(), HashMap::new(), None, SignatureMemory::default())
    }
}

fn digest(
    authorities: &[KnownAuthority],
    lists: &HashMap<Fingerprint, RevocationList>,
    accredited: Option<&AccreditedList>,
) -> String {
    let mut hasher = blake3::Hasher::new();
    for authority in authorities {
        hasher.update(&[u8::from(authority.is_root)]).update(&authority.fingerprint);
    }
    let mut list_fingerprints: Vec<&Fingerprint> = lists.keys().collect();
    list_fingerprints.sort_unstable();
    for list in list_fingerprints {
        hasher.update(b"L").update(list);
    }
    if let Some(accredited) = accredited {
        hasher.update(b"A").update(accredited.list_date().to_string().as_bytes());
        for row in accredited.authorities() {
            hasher.update(&row.fingerprint);
            for span in &row.spans {
                hasher.update(b"S").update(&span.from.micros().to_be_bytes());
                hasher.update(&span.until.map_or(i64::MAX, Moment::micros).to_be_bytes());
            }
        }
    }
    hasher.finalize().to_hex().to_string()
}
