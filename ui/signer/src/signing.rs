//! Signing what a stream has hashed: by one key or several, the content beside the message or inside it.

use crate::certificates::one;
use crate::chance::Chance;
use crate::limits::CHANCE_BYTES_MIN;
use crate::message::{Answer, Request};
use crate::refusal::SignerRefusal;
use crate::state::State;
use crate::streams::Hashed;
use gost::PrivateKey;
use kernel::Moment;
use pki::{
    Certificate, DigestAlgorithm, PkiRefusal, PublicKeyInfo, SignForm, Signer, SignerFault, enclose, join,
    sign_detached,
};
use serde::Deserialize;
use serde_json::json;
use zeroize::Zeroizing;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sign {
    stream: u32,
    form: Form,
    at_ms: i64,
    signers: Vec<Who>,
    attached: bool,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Form {
    CadesBes,
    NoAttributes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    key: u32,
    chain: usize,
}

/// Milliseconds since 1970, as JavaScript counts.
pub fn moment(at_ms: i64) -> Result<Moment, SignerRefusal> {
    let micros = at_ms.checked_mul(1_000).ok_or(PkiRefusal::MomentOutOfRange)?;
    Ok(Moment::from_micros(micros))
}

/// A key of the module with its certificate, for one signature.
struct Held<'a> {
    key: &'a PrivateKey,
    certificate: Certificate,
    chain: Vec<Certificate>,
    hedge: Zeroizing<[u8; 32]>,
}

impl Held<'_> {
    /// Refuses a certificate of another key; the same curve may have another name in it.
    fn check(self) -> Result<Self, SignerRefusal> {
        let (named, own) = (self.certificate.public_key(), self.key.public_key());
        let same = *named == PublicKeyInfo::of(&own)
            || named.gost_key().is_ok_and(|named| named.to_octets() == own.to_octets());
        if same { Ok(self) } else { Err(PkiRefusal::BadKey.into()) }
    }
}

impl Signer for Held<'_> {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn chain(&self) -> &[Certificate] {
        &self.chain
    }

    fn sign_digest(&self, digest: &[u8]) -> Result<Vec<u8>, SignerFault> {
        let signature = self.key.sign_digest(digest, self.hedge.as_slice()).map_err(|_| SignerFault::DigestLength)?;
        Ok(signature.as_octets().to_vec())
    }
}

pub fn sign(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let asked: Sign = request.fields()?;
    let chance = Chance::new(request.part("chance")?, CHANCE_BYTES_MIN)?;
    let content = state.take_stream(asked.stream)?.end();
    let messages = by_each(state, &asked, &content, (chance, &mut request))?;
    request.end()?;
    let message = if messages.len() == 1 { messages.concat() } else { join(&messages)? };
    let answer = Answer::of(&json!({ "bytes": content.bytes }))?;
    if !asked.attached {
        return Ok(answer.with(message));
    }
    let around = enclose(&message, usize::try_from(content.bytes).unwrap_or(usize::MAX))?;
    Ok(answer.with(around.before).with(around.after))
}

/// A message from each signer.
fn by_each(
    state: &State,
    asked: &Sign,
    content: &Hashed,
    (mut chance, request): (Chance<'_>, &mut Request<'_>),
) -> Result<Vec<Vec<u8>>, SignerRefusal> {
    let form = match asked.form {
        Form::CadesBes => SignForm::CadesBes { at: moment(asked.at_ms)? },
        Form::NoAttributes => SignForm::NoAttributes,
    };
    if asked.signers.is_empty() {
        return Err(SignerRefusal::NoSigner);
    }
    let mut messages = Vec::new();
    for who in &asked.signers {
        let certificate = one(request.part("certificate")?)?;
        let chain = request.parts(who.chain, "issuers")?.into_iter().map(one).collect::<Result<_, _>>()?;
        let held = Held { key: state.key(who.key)?, certificate, chain, hedge: chance.hedge() }.check()?;
        let digest = content.digest(DigestAlgorithm::for_keys_of(held.key.set()))?;
        messages.push(sign_detached(digest, &held, form)?);
    }
    Ok(messages)
}
