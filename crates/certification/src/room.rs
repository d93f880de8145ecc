//! The room as the running program holds it.

use crate::authorities::Authorities;
use crate::model::Config;
use crate::ops::{make_authorities, make_list, make_operator};
use crate::sealed::Sealer;
use crate::{AuthorityId, CertificateState, DeskRole, RevocationReason, Revoking};
use crate::{Refusal, StartRefusal};
use crate::{model::CertificateId, ops};
use account::OrgScope;
use kernel::{Caller, Cx, Moment, OrganizationId, UserId};
use pki::{Certificate, RevocationList, Signer};
use std::sync::Arc;
use store::{Fault, No, Store};
use tokio::sync::Semaphore;
use trust::{CertificateVerdict, Trust};
use web::App;

/// What `svitok` hands to this room.
#[derive(Clone, Debug)]
pub struct Parts {
    /// What all rooms share.
    pub app: App,
    /// Where own authorities and lists become known.
    pub trust: Trust,
    /// What the administrator decides.
    pub config: Config,
    /// Opens the keys.
    pub sealer: Sealer,
}

#[derive(Debug)]
struct Inner {
    app: App,
    trust: Trust,
    config: Config,
    authorities: Authorities,
    operator: Arc<pki::KeySigner>,
    sealer: Sealer,
    hashing: Arc<Semaphore>,
    answering: Semaphore,
}

/// Questions about the state of certificates answered at once: each is a look into the database and a signature of some
/// tens of microseconds; beyond, verifiers are told to come later and take the list meanwhile.
const ANSWERS_AT_ONCE_MAX: usize = 64;

/// Phrases hashed at once: each takes 19 MiB and tens of milliseconds of a core.
const HASHES_AT_ONCE_MAX: usize = 2;

/// Certification, opened: authorities exist, their keys are open, every one has a revocation list. Clones share it.
#[derive(Clone, Debug)]
pub struct Room(Arc<Inner>);

impl Room {
    /// Opens the room; at the first start makes authorities, their lists and the operator's certificate. Refuses a
    /// secret other than the one the keys were sealed with, before anything is changed.
    pub async fn open(parts: Parts) -> Result<Self, StartRefusal> {
        let Parts { app, trust, config, sealer } = parts;
        let cx = app.cx(Caller::System);
        make_authorities::run(&app.store, &cx, &config, &sealer).await?;
        let rows = crate::store::authority::list(&mut app.store.reader().await?).await?;
        let authorities = Authorities::open(rows, &sealer, &cx.chance)?;
        let operator = make_operator::run(&app.store, &cx, &config, &sealer, &authorities).await?;
        let hashing = Arc::new(Semaphore::new(HASHES_AT_ONCE_MAX));
        let answering = Semaphore::new(ANSWERS_AT_ONCE_MAX);
        let room = Self(Arc::new(Inner { app, trust, config, authorities, operator, sealer, hashing, answering }));
        for authority in room.authorities().all() {
            make_list::run(&room, &cx, authority.authority_id).await?;
        }
        room.trust().refresh(room.store()).await?;
        Ok(room)
    }

    pub(crate) fn app(&self) -> &App {
        &self.0.app
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.app.store
    }

    pub(crate) fn trust(&self) -> &Trust {
        &self.0.trust
    }

    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    pub(crate) fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    pub(crate) fn hashing(&self) -> &Arc<Semaphore> {
        &self.0.hashing
    }

    pub(crate) fn answering(&self) -> &Semaphore {
        &self.0.answering
    }

    pub(crate) fn authorities(&self) -> &Authorities {
        &self.0.authorities
    }

    /// Who signs the operator's confirmations. Take it after each start: it is renewed at starts only.
    pub fn operator_signer(&self) -> Arc<dyn Signer> {
        Arc::clone(&self.0.operator) as Arc<dyn Signer>
    }

    /// Certificates of all own authorities, roots first: what `ca/chain.pem` of a proof holds.
    pub fn authority_certificates(&self) -> Vec<Certificate> {
        let mut all: Vec<_> = self.authorities().all().iter().collect();
        all.sort_by_key(|a| (a.rank, a.line, a.generation));
        all.into_iter().map(|a| a.certificate.clone()).collect()
    }

    /// The revocation list in force of one authority. Refuses an unknown one, and one whose first list is being made.
    pub async fn revocation_list(&self, authority_id: AuthorityId) -> Result<RevocationList, No<Refusal>> {
        self.authorities().get(authority_id)?;
        let mut reader = self.store().reader().await?;
        let row = crate::store::list::find_latest(&mut reader, authority_id).await?;
        let content = row.and_then(|row| row.content).ok_or(Refusal::ListNotMade)?;
        let damaged = |e| Fault::Decode(format!("the list of {authority_id}: {e}"));
        Ok(RevocationList::from_der(&content).map_err(damaged)?)
    }

    /// A certificate issued here to the scope's organization, by its thumbprint (SHA-1).
    pub async fn find_certificate(&self, scope: &OrgScope, thumbprint: &[u8]) -> Result<Option<Certificate>, Fault> {
        let row = ops::find::by_thumbprint(self, scope, thumbprint).await?;
        let Some(der) = row.and_then(|row| row.certificate) else { return Ok(None) };
        let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", hex::encode(thumbprint)));
        Certificate::from_der(&der).map(Some).map_err(damaged)
    }

    /// Makes the revocation lists that are due, without waiting for the job: for the command line and demonstrations.
    pub async fn make_due_lists(&self, cx: &Cx) -> Result<(), Fault> {
        for authority in self.authorities().all() {
            make_list::run(self, cx, authority.authority_id).await?;
        }
        Ok(())
    }

    /// Applies for a certificate and gets it at once. The same `request_key` with the same request gives the same
    /// certificate again. `request` is PKCS#10, DER or PEM.
    pub async fn issue(
        &self,
        cx: &Cx,
        organization_id: OrganizationId,
        request_key: &str,
        request: &[u8],
    ) -> Result<Issued, No<Refusal>> {
        let request = ops::issue::prepare(cx, organization_id, request_key, request)?;
        let row = ops::issue::run(self, cx, request).await?;
        let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", row.certificate_id));
        let der = row.certificate.as_deref().unwrap_or_default();
        let certificate = Certificate::from_der(der).map_err(damaged)?;
        let issuer = self.authorities().get(row.authority_id)?;
        let chain = self.authorities().chain_of(issuer);
        Ok(Issued { certificate_id: row.certificate_id, certificate, chain })
    }

    /// One certificate by its exact serial number or thumbprint (hexadecimal), for anybody who holds it or a signature made
    /// with it. Refuses what is not found, and what is neither.
    pub async fn look_up(&self, cx: &Cx, serial_or_thumbprint: &str) -> Result<LookedUp, No<Refusal>> {
        let row = ops::find::look_up(self, serial_or_thumbprint).await?;
        let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", row.certificate_id));
        let certificate = Certificate::from_der(row.certificate.as_deref().unwrap_or_default()).map_err(damaged)?;
        let verdict = self.trust().certificate_verdict(&certificate, cx.now);
        Ok(LookedUp { certificate, state: row.state, verdict })
    }

    /// The revocation lists in force, one an authority: for pages that tell whether all works.
    pub async fn lists_in_force(&self) -> Result<Vec<ListInForce>, Fault> {
        let mut reader = self.store().reader().await?;
        let mut lists = Vec::new();
        for authority in self.authorities().all() {
            let Some(row) = crate::store::list::find_latest(&mut reader, authority.authority_id).await? else {
                continue;
            };
            let issuer = authority.certificate.subject().cn().unwrap_or_default().to_owned();
            lists.push(ListInForce { issuer, number: row.number, next_update: row.next_update });
        }
        Ok(lists)
    }

    /// Gives a person a place at the operators' desk: for administrators of the host and its command line.
    pub async fn grant_desk_place(&self, cx: &Cx, user_id: UserId, role: DeskRole) -> Result<(), No<Refusal>> {
        ops::desk::roles::grant(self, cx, ops::desk::roles::Place { user_id, role }).await
    }

    /// Revokes for whoever knows the phrase of a certificate, named by its serial number or thumbprint (hexadecimal). Refuses
    /// alike what is not there, what has no phrase and a wrong phrase; ten tries an hour.
    pub async fn revoke_by_phrase(
        &self,
        cx: &Cx,
        named: (&str, &str),
        reason: RevocationReason,
    ) -> Result<(), No<Refusal>> {
        ops::revoke::by_phrase(self, cx, named, reason).await.map(drop)
    }

    /// Revokes; the new list comes by a job.
    pub async fn revoke(&self, cx: &Cx, revoking: Revoking) -> Result<(), No<Refusal>> {
        ops::revoke::run(self, cx, revoking).await.map(drop)
    }
}

/// A certificate just issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// Its id here.
    pub certificate_id: CertificateId,
    /// The certificate.
    pub certificate: Certificate,
    /// Its issuers, up to the root.
    pub chain: Vec<Certificate>,
}

/// A certificate that was looked up.
#[derive(Clone, Debug)]
pub struct LookedUp {
    /// The certificate.
    pub certificate: Certificate,
    /// Its state, as the rows have it: right before the next list is.
    pub state: CertificateState,
    /// Chain, kind and revocation as this host sees them.
    pub verdict: CertificateVerdict,
}

/// The revocation list of an authority.
#[derive(Clone, Debug)]
pub struct ListInForce {
    /// Common name of the authority.
    pub issuer: String,
    /// Number of the list.
    pub number: i64,
    /// By when the next one comes.
    pub next_update: Moment,
}
