//! A person signs a challenge with the key of a certificate. A bound certificate opens a sign-in; of who has no account
//! the certificate says enough to propose one.

use super::journal;
use super::open_sign_in::{self, Proven};
use super::sign_in::{self, OpenedSignIn};
use crate::model::{
    ADDRESS_FAILURES_MAX, AccountRefusal, BoundCertificate, CertificateCause, Challenge, ChallengeDesk, Door, Holder,
    JournalSubject, Judged, Purpose, Secret, Way,
};
use crate::settings::Settings;
use crate::store::attempts::{self, Subject};
use crate::store::{certificates, challenges, proposals};
use ::store::{No, Store, Tx};
use kernel::{Cx, UserId};
use pki::{Certificate, SignedMessage};
use std::fmt;
use trust::{SignatureKind, Trust};

/// A challenge and its signature.
#[derive(Clone)]
pub struct SignedChallenge {
    /// The code of the challenge.
    pub code: String,
    /// DER of CMS SignedData over the challenge's text, detached, with the signer's certificate in it.
    pub signature: Vec<u8>,
    /// Through which door.
    pub door: Door,
}

impl fmt::Debug for SignedChallenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedChallenge").field("door", &self.door).finish_non_exhaustive()
    }
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Shown {
    /// The person is known.
    Opened(OpenedSignIn),
    /// An account is proposed.
    Proposed(Box<Proposed>),
}

/// A proposal and its token, which is shown this once.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// What accepts it.
    pub token: Secret,
    /// What the certificate says.
    pub holder: Holder,
    /// Word of its kind.
    pub kind: String,
}

/// A certificate whose key signed the challenge, and whose verdict is good.
#[derive(Debug, Clone)]
pub struct ProvenCertificate {
    /// It.
    pub certificate: Certificate,
    /// BLAKE3 of its DER.
    pub fingerprint: [u8; 32],
    /// The kind of signature its key makes.
    pub kind: SignatureKind,
}

impl ProvenCertificate {
    /// As it is bound to a person.
    #[must_use]
    pub fn bound_to(&self, user_id: UserId, settings: &Settings, cx: &Cx) -> BoundCertificate {
        BoundCertificate::new((self.certificate.clone(), self.kind.word()), user_id, &settings.vault, cx)
    }
}

/// A challenge to be signed, for nobody in particular.
#[must_use]
pub fn challenge(settings: &Settings, cx: &Cx) -> (Challenge, String) {
    let desk = desk(settings, Purpose::SignIn, b"");
    let challenge = desk.draw(cx.now, &cx.chance);
    let text = desk.text(&challenge);
    (challenge, text)
}

pub(super) fn desk<'a>(settings: &'a Settings, purpose: Purpose, bound_to: &'a [u8]) -> ChallengeDesk<'a> {
    ChallengeDesk { vault: &settings.vault, host: &settings.public_url, purpose, bound_to }
}

/// Signs a person in, or proposes an account.
///
/// Refuses a challenge that is not ours, has expired or was answered; more than 100 failures of an address in 15 minutes;
/// a signature that is not the key's; a certificate that is not trusted, not valid, revoked, or of a kind that opens
/// nothing: with its cause, since who holds the key may know it.
pub async fn run(
    store: &Store,
    (trust, settings): (&Trust, &Settings),
    cx: &Cx,
    shown: SignedChallenge,
) -> Result<Shown, No<AccountRefusal>> {
    let desk = desk(settings, Purpose::SignIn, b"");
    let challenge = desk.read_code(&shown.code, cx.now)?;
    let text = desk.text(&challenge);
    let address = Subject::address(shown.door.address);
    begin(store, cx, address).await?;
    let judged = proven(trust, cx, (text.as_bytes(), &shown.signature));
    let bound = match judged.fingerprint {
        Some(fingerprint) => {
            let mut reader = store.reader().await?;
            certificates::find(&mut reader, &fingerprint).await?
        }
        None => None,
    };
    let proven = match judged.proven {
        Ok(proven) => proven,
        Err(refusal) => {
            let nobody = || JournalSubject::nobody(&judged.fingerprint.map_or_else(String::new, |f| hex(&f)));
            let subject = bound.map_or_else(nobody, |bound| JournalSubject::person(bound.user_id));
            return Err(journal::refuse(store, cx, subject, (shown.door, Way::Certificate), refusal).await);
        }
    };
    let at = (shown.door.clone(), Way::Certificate);
    let accepted = Accepted { challenge, address, proven, door: shown.door, settings: settings.clone() };
    let came = store.write(cx, accepted, |tx, cx, accepted| Box::pin(open(tx, cx, accepted))).await;
    match bound {
        Some(bound) => journal::with_closed(store, cx, (bound.user_id, at), came).await,
        None => came,
    }
}

pub(super) async fn begin(store: &Store, cx: &Cx, address: Subject) -> Result<(), No<AccountRefusal>> {
    let counted = store.write(cx, address, |tx, cx, address| {
        Box::pin(async move { sign_in::count(tx, cx, address, ADDRESS_FAILURES_MAX).await })
    });
    counted.await
}

/// What was found of a signature: which certificate, where one is in it, and whether it is good.
pub(super) struct JudgedSignature {
    pub fingerprint: Option<[u8; 32]>,
    pub proven: Result<ProvenCertificate, AccountRefusal>,
}

/// Judges a signature over a challenge's text.
pub(super) fn proven(trust: &Trust, cx: &Cx, (text, signature): (&[u8], &[u8])) -> JudgedSignature {
    let refused =
        |cause, fingerprint| JudgedSignature { fingerprint, proven: Err(AccountRefusal::CertificateRefused { cause }) };
    let Ok(message) = SignedMessage::parse(signature) else { return refused(CertificateCause::Unreadable, None) };
    let verdict = trust.verdict(text, signature, cx.now);
    let [signer] = verdict.signers.as_slice() else { return refused(CertificateCause::Unreadable, None) };
    // The path names the very certificate that the signature was checked by.
    let found = signer.path.first().and_then(|named| {
        let mut all = message.certificates().iter().map(|certificate| (fingerprint_of(certificate), certificate));
        all.find(|(fingerprint, _)| hex(fingerprint) == *named)
    });
    let Some((fingerprint, certificate)) = found else { return refused(CertificateCause::Unreadable, None) };
    if !signer.integrity.is_good() {
        return refused(CertificateCause::SignatureWrong, Some(fingerprint));
    }
    let judged = Judged { chain: &signer.chain, revocation: &signer.revocation, kind: signer.kind };
    let proven = judged.check();
    let kind = signer.kind;
    JudgedSignature {
        fingerprint: Some(fingerprint),
        proven: proven.map(|()| ProvenCertificate { certificate: certificate.clone(), fingerprint, kind }),
    }
}

pub(super) fn fingerprint_of(certificate: &Certificate) -> [u8; 32] {
    *blake3::hash(certificate.to_der()).as_bytes()
}

pub(super) fn hex(octets: &[u8; 32]) -> String {
    blake3::Hash::from(*octets).to_hex().to_string()
}

struct Accepted {
    challenge: Challenge,
    address: Subject,
    proven: ProvenCertificate,
    door: Door,
    settings: Settings,
}

async fn open(tx: &mut Tx<'_>, cx: &Cx, accepted: &Accepted) -> Result<Shown, No<AccountRefusal>> {
    challenges::spend(tx, &accepted.challenge).await?;
    let counted = attempts::lock(tx, &accepted.address).await?;
    attempts::save(tx, &accepted.address, counted.forgive()).await?;
    let proven = &accepted.proven;
    let user_id = match certificates::find(tx, &proven.fingerprint).await? {
        Some(bound) => Some(bound.user_id),
        None => known_again(tx, cx, accepted).await?,
    };
    let Some(user_id) = user_id else { return propose(tx, cx, accepted).await };
    let proven = Proven { user_id, way: Way::Certificate, door: accepted.door.clone(), client: None };
    Ok(Shown::Opened(open_sign_in::run(tx, cx, &proven).await?))
}

/// The next qualified certificate of a person who has one bound already is bound too.
async fn known_again(tx: &mut Tx<'_>, cx: &Cx, accepted: &Accepted) -> Result<Option<UserId>, No<AccountRefusal>> {
    let bound = accepted.proven.bound_to(cx.new_id(), &accepted.settings, cx);
    let Some(person_hash) = bound.person_hash else { return Ok(None) };
    let Some(before) = certificates::find_person(tx, &person_hash).await? else { return Ok(None) };
    let bound = BoundCertificate { user_id: before.user_id, ..bound };
    certificates::add(tx, &bound).await?;
    Ok(Some(before.user_id))
}

async fn propose(tx: &mut Tx<'_>, cx: &Cx, accepted: &Accepted) -> Result<Shown, No<AccountRefusal>> {
    let proven = &accepted.proven;
    if !accepted.settings.certificate_accounts.accept(proven.kind) {
        return Err(AccountRefusal::CertificateRefused { cause: CertificateCause::KindNotAccepted }.into());
    }
    let token = Secret::proposal(&cx.chance);
    let kind = proven.kind.word();
    proposals::add(tx, &token.hash(), (proven.certificate.to_der(), kind), cx.now).await?;
    let holder = Holder::of(&proven.certificate);
    Ok(Shown::Proposed(Box::new(Proposed { token, holder, kind: kind.to_owned() })))
}
