//! The older protocols' sign-in by certificate: the challenge is encrypted to the certificate, and who can decrypt it
//! holds the key. Diadoc's and Extern's surfaces put it on their wires.

use super::certificate_sign_in::{begin, desk, fingerprint_of, hex};
use super::journal;
use super::open_sign_in::{self, Proven};
use super::sign_in::{ClientProof, OpenedSignIn, check_client};
use crate::model::{AccountRefusal, CertificateCause, Challenge, Door, JournalSubject, Judged, Purpose, Way};
use crate::settings::Settings;
use crate::store::attempts::{self, Subject};
use crate::store::{certificates, challenges};
use ::store::{No, Store, Tx};
use kernel::{Cx, Moment};
use pki::cms::enveloped::{EnvelopeOrder, KeyDelivery, encrypt};
use pki::{Certificate, Cipher, oid};
use std::fmt;
use trust::Trust;

/// An answer to an enveloped challenge.
#[derive(Clone)]
pub struct DecryptedChallenge {
    /// What stood in the envelope.
    pub octets: Vec<u8>,
    /// The certificate it was made for.
    pub certificate: NamedCertificate,
    /// Through which door.
    pub door: Door,
    /// The program that signs a person in.
    pub client: Option<ClientProof>,
}

/// How a client names the certificate.
#[derive(Clone)]
pub enum NamedCertificate {
    /// By itself.
    Whole(Box<Certificate>),
    /// By the SHA-1 of its DER, hexadecimal: of one that is bound.
    Thumbprint(String),
}

impl fmt::Debug for DecryptedChallenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecryptedChallenge").field("door", &self.door).finish_non_exhaustive()
    }
}

/// DER of CMS EnvelopedData (GOST 28147-89, key transport: what the official clients decrypt) with a challenge for the
/// certificate. Whether it is bound to anybody is not told. Refuses a certificate whose key cannot be encrypted to.
pub fn seal(settings: &Settings, cx: &Cx, certificate: &Certificate) -> Result<Vec<u8>, AccountRefusal> {
    let fingerprint = fingerprint_of(certificate);
    let challenge = desk(settings, Purpose::Decrypt, &fingerprint).draw(cx.now, &cx.chance);
    let order = EnvelopeOrder {
        recipients: vec![certificate],
        cipher: Cipher::Gost89,
        delivery: KeyDelivery::Transport,
        content_type: oid::CMS_DATA,
    };
    let sealed = encrypt(challenge.octets(), &order, &mut |octets| cx.chance.fill(octets));
    sealed.map_err(|_| AccountRefusal::CertificateRefused { cause: CertificateCause::Unreadable })
}

/// Signs a person in. Refuses as [`super::certificate_sign_in::run`] does; a certificate that is bound to nobody too, for
/// nothing can be proposed on these wires.
pub async fn open(
    store: &Store,
    (trust, settings): (&Trust, &Settings),
    cx: &Cx,
    shown: DecryptedChallenge,
) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let client = check_client(store, shown.client).await?;
    let address = Subject::address(shown.door.address);
    begin(store, cx, address).await?;
    let at = (shown.door.clone(), Way::Certificate);
    let bound = {
        let mut reader = store.reader().await?;
        match &shown.certificate {
            NamedCertificate::Whole(whole) => certificates::find(&mut reader, &fingerprint_of(whole)).await?,
            NamedCertificate::Thumbprint(text) => {
                certificates::find_thumbprint(&mut reader, &text.to_ascii_lowercase()).await?
            }
        }
    };
    let Some(bound) = bound else {
        let unknown = AccountRefusal::CertificateRefused { cause: CertificateCause::Unknown };
        let nobody = JournalSubject::nobody(&shown.certificate.shown());
        return Err(journal::refuse(store, cx, nobody, at, unknown).await);
    };
    let fingerprint = bound.fingerprint;
    let challenge = match desk(settings, Purpose::Decrypt, &fingerprint).read(&shown.octets, cx.now) {
        Ok(challenge) => challenge,
        Err(refusal) => {
            return Err(journal::refuse(store, cx, JournalSubject::person(bound.user_id), at, refusal).await);
        }
    };
    if let Err(refusal) = check(trust, &bound.certificate, cx.now) {
        return Err(journal::refuse(store, cx, JournalSubject::person(bound.user_id), at, refusal).await);
    }
    let proven = Proven { user_id: bound.user_id, way: Way::Certificate, door: shown.door, client };
    let right = Right { challenge, address, fingerprint, proven };
    store.write(cx, right, |tx, cx, right| Box::pin(opened(tx, cx, right))).await
}

impl fmt::Debug for NamedCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NamedCertificate(..)")
    }
}

impl NamedCertificate {
    fn shown(&self) -> String {
        match self {
            Self::Whole(whole) => hex(&fingerprint_of(whole)),
            Self::Thumbprint(text) => text.clone(),
        }
    }
}

fn check(trust: &Trust, certificate: &Certificate, now: Moment) -> Result<(), AccountRefusal> {
    let verdict = trust.certificate_verdict(certificate, now);
    Judged { chain: &verdict.chain, revocation: &verdict.revocation, kind: verdict.kind }.check()
}

struct Right {
    challenge: Challenge,
    address: Subject,
    fingerprint: [u8; 32],
    proven: Proven,
}

async fn opened(tx: &mut Tx<'_>, cx: &Cx, right: &Right) -> Result<OpenedSignIn, No<AccountRefusal>> {
    challenges::spend(tx, &right.challenge).await?;
    let counted = attempts::lock(tx, &right.address).await?;
    attempts::save(tx, &right.address, counted.forgive()).await?;
    // It may have been taken away meanwhile.
    let bound = certificates::find(tx, &right.fingerprint).await?;
    if bound.is_none_or(|bound| bound.user_id != right.proven.user_id) {
        return Err(AccountRefusal::CertificateRefused { cause: CertificateCause::Unknown }.into());
    }
    open_sign_in::run(tx, cx, &right.proven).await
}
