//! Own authorities with their keys open, as the running program holds them.

use crate::model::{AuthorityId, AuthorityRank, Line};
use crate::sealed::Sealer;
use crate::store::authority::AuthorityRow;
use crate::{Refusal, StartRefusal};
use gost::PrivateKey;
use kernel::{Chance, Moment};
use pki::{Certificate, KeySigner};
use std::sync::Arc;

/// An authority whose key is open.
#[derive(Debug)]
pub(crate) struct OpenAuthority {
    pub authority_id: AuthorityId,
    pub line: Line,
    pub rank: AuthorityRank,
    pub generation: i64,
    pub key_id: Vec<u8>,
    pub certificate: Certificate,
    pub not_after: Moment,
    pub signer: KeySigner,
}

/// All own authorities; for each line the newest generation is in use, older ones still sign their lists.
#[derive(Clone, Debug)]
pub(crate) struct Authorities(Arc<Vec<Arc<OpenAuthority>>>);

impl Authorities {
    /// Opens the keys. Refuses another secret than the one they were sealed with.
    pub(crate) fn open(rows: Vec<AuthorityRow>, sealer: &Sealer, chance: &Chance) -> Result<Self, StartRefusal> {
        let open = rows.into_iter().map(|row| open_one(row, sealer, chance).map(Arc::new));
        Ok(Self(Arc::new(open.collect::<Result<_, _>>()?)))
    }

    /// All, for lists and look-ups.
    pub(crate) fn all(&self) -> &[Arc<OpenAuthority>] {
        &self.0
    }

    /// The one in use at this place.
    pub(crate) fn find_in_use(&self, line: Line, rank: AuthorityRank) -> Option<&Arc<OpenAuthority>> {
        self.0.iter().filter(|a| a.line == line && a.rank == rank).max_by_key(|a| a.generation)
    }

    pub(crate) fn get(&self, authority_id: AuthorityId) -> Result<&Arc<OpenAuthority>, Refusal> {
        self.0.iter().find(|a| a.authority_id == authority_id).ok_or(Refusal::AuthorityNotFound)
    }

    pub(crate) fn get_by_key_id(&self, key_id: &[u8]) -> Result<&Arc<OpenAuthority>, Refusal> {
        self.0.iter().find(|a| a.key_id == key_id).ok_or(Refusal::AuthorityNotFound)
    }

    /// Certificates from this authority's own up to the root.
    pub(crate) fn chain_of(&self, authority: &OpenAuthority) -> Vec<Certificate> {
        let root = self.0.iter().filter(|a| a.line == authority.line && a.rank == AuthorityRank::Root);
        let root = root.max_by_key(|a| a.generation).filter(|_| authority.rank == AuthorityRank::Issuing);
        std::iter::once(authority.certificate.clone()).chain(root.map(|r| r.certificate.clone())).collect()
    }
}

fn open_one(row: AuthorityRow, sealer: &Sealer, chance: &Chance) -> Result<OpenAuthority, StartRefusal> {
    let damaged = |refusal| StartRefusal::Damaged { what: "authority", refusal };
    let key = open_key(sealer, row.authority_id.as_bytes(), &row.sealed_key)?;
    let certificate = Certificate::from_der(&row.certificate).map_err(damaged)?;
    let signer = KeySigner::new(key, certificate.clone(), Vec::new(), hedge(chance)).map_err(damaged)?;
    Ok(OpenAuthority {
        authority_id: row.authority_id,
        line: row.line,
        rank: row.rank,
        generation: row.generation,
        key_id: row.key_id,
        certificate,
        not_after: row.not_after,
        signer,
    })
}

/// Opens one sealed key, bound to its owner.
pub(crate) fn open_key(sealer: &Sealer, bound_to: &[u8], sealed: &[u8]) -> Result<PrivateKey, StartRefusal> {
    let plain = sealer.open(bound_to, sealed).map_err(|_| StartRefusal::SecretWrong)?;
    pki::keys::private_key_from_der(&plain).map_err(|refusal| StartRefusal::Damaged { what: "key", refusal })
}

/// Fresh chance for every signature.
pub(crate) fn hedge(chance: &Chance) -> pki::HedgeSource {
    let chance = chance.clone();
    Box::new(move |octets: &mut [u8]| chance.fill(octets))
}
