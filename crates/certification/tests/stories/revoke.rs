//! Stopping a certificate.

use crate::world::{Host, Start, catalogue, key, request};
use certification::{AuthorityId, CertificateId, Refusal, RevocationReason, Revoking, check_journals};
use kernel::{Clock as _, Cx, OrganizationId, UserId};
use pki::{Certificate, KeySigner, RevocationList, SignForm, sign_detached};
use std::time::Duration;
use store::No;
use testkit::Database;
use trust::Summary;

struct Holder {
    organization_id: OrganizationId,
    director: UserId,
    certificate_id: CertificateId,
    certificate: Certificate,
}

async fn holder(host: &Host) -> Holder {
    let (organization_id, director) = host.romashka().await;
    let issued = host.room.issue(&host.cx(director), organization_id, "one", request(&key(40)).to_der()).await.unwrap();
    Holder { organization_id, director, certificate_id: issued.certificate_id, certificate: issued.certificate }
}

impl Holder {
    async fn revoke(&self, host: &Host, cx: &Cx, reason: RevocationReason) -> Result<(), Refusal> {
        let Self { organization_id, certificate_id, .. } = *self;
        match host.room.revoke(cx, Revoking { organization_id, certificate_id, reason }).await {
            Ok(()) => Ok(()),
            Err(No::Refused(refusal)) => Err(refusal),
            Err(No::Fault(fault)) => panic!("{fault}"),
        }
    }

    async fn list(&self, host: &Host) -> RevocationList {
        host.room.revocation_list(authority_of(host, &self.certificate).await).await.unwrap()
    }
}

/// The authority whose list names this certificate: found by trying, as the room does not show keys.
pub async fn authority_of(host: &Host, certificate: &Certificate) -> AuthorityId {
    for length in check_journals(host.store()).await.unwrap() {
        let list = host.room.revocation_list(length.authority_id).await.unwrap();
        if list.issuer().matches(certificate.issuer()) {
            return length.authority_id;
        }
    }
    panic!("no list of the issuer")
}

testkit::on_both_engines! {
    catalogue();

    async fn a_revoked_certificate_proves_nothing_from_then_on(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let watch = host.jobs();
        let holder = holder(&host).await;
        let signed_at = host.clock.now();
        let signer = KeySigner::new(key(40), holder.certificate.clone(), Vec::new(), Box::new(|o| o.fill(5))).unwrap();
        let signature = sign_detached(b"utd", &signer, SignForm::CadesBes { at: signed_at }).unwrap();
        host.clock.advance(Duration::from_secs(60));
        holder.revoke(&host, &host.cx(holder.director), RevocationReason::KeyCompromise).await.unwrap();
        watch.run_jobs().await;
        let list = holder.list(&host).await;
        let revoked = list.is_revoked(holder.certificate.serial()).unwrap();
        assert_eq!(revoked.reason, pki::RevocationReason::KeyCompromise);
        let now = host.clock.now();
        assert_eq!(host.trust.verdict(b"utd", &signature, now).summary, Summary::Failed);
        // A verdict is about a moment: before the revocation the signature was good.
        assert_eq!(host.trust.verdict(b"utd", &signature, signed_at).summary, Summary::Proven);
        let again = holder.revoke(&host, &host.cx(holder.director), RevocationReason::Superseded).await;
        assert_eq!(again, Err(Refusal::AlreadyRevoked));
        check_journals(host.store()).await.unwrap();
    }

    async fn another_program_notices_by_the_version(db: Database) {
        let start = Start::usual();
        let (one, two) = (Host::open(&db, &start).await.unwrap(), Host::open(&db, &start.seeded(2)).await.unwrap());
        let watch = one.jobs();
        let holder = holder(&one).await;
        let signer = KeySigner::new(key(40), holder.certificate.clone(), Vec::new(), Box::new(|o| o.fill(5))).unwrap();
        let signature = sign_detached(b"utd", &signer, SignForm::CadesBes { at: one.clock.now() }).unwrap();
        assert!(two.trust.verdict(b"utd", &signature, one.clock.now()).is_proven());
        holder.revoke(&one, &one.cx(holder.director), RevocationReason::Unspecified).await.unwrap();
        watch.run_jobs().await;
        assert!(two.trust.refresh(two.store()).await.unwrap());
        assert_eq!(two.trust.verdict(b"utd", &signature, one.clock.now()).summary, Summary::Failed);
        assert!(!two.trust.refresh(two.store()).await.unwrap());
    }

    async fn of_two_who_revoke_one_is_told_it_is_done(db: Database) {
        let start = Start::usual();
        let (one, two) = (Host::open(&db, &start).await.unwrap(), Host::open(&db, &start.seeded(2)).await.unwrap());
        let watch = one.jobs();
        let holder = holder(&one).await;
        let (cx_one, cx_two) = (one.cx(holder.director), two.cx(holder.director));
        let (a, b) = tokio::join!(
            holder.revoke(&one, &cx_one, RevocationReason::Superseded),
            holder.revoke(&two, &cx_two, RevocationReason::KeyCompromise)
        );
        assert_eq!([&a, &b].iter().filter(|r| r.is_ok()).count(), 1, "{a:?} {b:?}");
        assert!([a, b].contains(&Err(Refusal::AlreadyRevoked)));
        watch.run_jobs().await;
        assert_eq!(holder.list(&one).await.len(), 1);
        check_journals(one.store()).await.unwrap();
    }

    async fn lists_made_at_once_keep_growing(db: Database) {
        let start = Start::usual();
        let (one, two) = (Host::open(&db, &start).await.unwrap(), Host::open(&db, &start.seeded(2)).await.unwrap());
        let watch = one.jobs();
        let (romashka, director) = one.romashka().await;
        let mut numbers = Vec::new();
        let mut issuer = None;
        for number in 50..56 {
            let request = request(&key(number));
            let issued = one.room.issue(&one.cx(director), romashka, &number.to_string(), request.to_der()).await.unwrap();
            let revoking = Revoking {
                organization_id: romashka,
                certificate_id: issued.certificate_id,
                reason: RevocationReason::Superseded,
            };
            one.room.revoke(&one.cx(director), revoking).await.unwrap();
            let (cx_one, cx_two) = (one.system(), two.system());
            let (a, b) = tokio::join!(one.room.make_due_lists(&cx_one), two.room.make_due_lists(&cx_two));
            a.unwrap();
            b.unwrap();
            let issuer = match issuer {
                Some(issuer) => issuer,
                None => *issuer.insert(authority_of(&one, &issued.certificate).await),
            };
            let list = one.room.revocation_list(issuer).await.unwrap();
            assert!(list.is_revoked(issued.certificate.serial()).is_some(), "{number}");
            assert_eq!(list.len(), usize::from(number - 49));
            numbers.push(list.number().unwrap().to_vec());
        }
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
        watch.run_jobs().await;
        check_journals(one.store()).await.unwrap();
    }

    async fn strangers_and_readers_may_not_revoke(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let holder = holder(&host).await;
        let stranger = host.person("somebody@vasilek.example", "Василькова Вера").await;
        let reader = host.person("reader@romashka.example", "Ромашкин Иван").await;
        host.member(holder.organization_id, reader, &["read", "send"]).await;
        let administrator = host.person("administrator@romashka.example", "Ромашкина Ольга").await;
        host.member(holder.organization_id, administrator, &["administer"]).await;
        let reason = RevocationReason::AffiliationChanged;
        let code = |refused: Result<(), Refusal>| kernel::Refusal::code(&refused.unwrap_err());
        assert_eq!(code(holder.revoke(&host, &host.cx(stranger), reason).await), "account.not-found");
        assert_eq!(code(holder.revoke(&host, &host.cx(reader), reason).await), "account.member.forbidden");
        holder.revoke(&host, &host.cx(administrator), reason).await.unwrap();
        host.jobs().run_jobs().await;
    }
}
