//! Signing what a stream has hashed: by one key or several, the content beside the message or inside it.

use crate::certificates::one;
use crate::chance::Chance;
use crate::limits::CHANCE_BYTES_MIN;
use crate::message::{Answer, Request};
use crate::refusal::SignerRefusal;
use crate::state::State;
use crate::streams::Stream;
use gost::PrivateKey;
use kernel::Moment;
use pki::{
    Certificate, DigestAlgorithm, Enclosure, PkiRefusal, PublicKeyInfo, SignForm, Signer, SignerFault, add_signer,
    enclose, sign_by_all,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Add {
    stream: Option<u32>,
    form: Form,
    at_ms: i64,
    signers: Vec<Who>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Form {
    CadesBes,
    NoAttributes,
}

impl Form {
    fn at(self, at_ms: i64) -> Result<SignForm, SignerRefusal> {
        Ok(match self {
            Self::CadesBes => SignForm::CadesBes { at: moment(at_ms)? },
            Self::NoAttributes => SignForm::NoAttributes,
        })
    }
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
    fn digest(&self) -> DigestAlgorithm {
        DigestAlgorithm::for_keys_of(self.key.set())
    }

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
    let mut chance = Chance::new(request.part("chance")?, CHANCE_BYTES_MIN)?;
    let content = state.take_stream(asked.stream)?.end();
    if asked.attached && content.elsewhere {
        return Err(SignerRefusal::Call("a message around a content that is not here".to_owned()));
    }
    let held = held(state, &asked.signers, (&mut chance, &mut request))?;
    request.end()?;
    let signers: Vec<&dyn Signer> = held.iter().map(|held| held as &dyn Signer).collect();
    let digest = held.first().ok_or(SignerRefusal::NoSigner)?.digest();
    let message = sign_by_all(content.content(&[digest])?, &signers, asked.form.at(asked.at_ms)?, Enclosure::Detached)?;
    let answer = Answer::of(&json!({ "bytes": content.bytes }))?;
    if !asked.attached {
        return Ok(answer.with(message));
    }
    let around = enclose(&message, usize::try_from(content.bytes).unwrap_or(usize::MAX))?;
    Ok(answer.with(around.before).with(around.after))
}

pub fn add(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let asked: Add = request.fields()?;
    let mut chance = Chance::new(request.part("chance")?, CHANCE_BYTES_MIN)?;
    let mut message = request.part("message")?.to_vec();
    let content = asked.stream.map(|stream| state.take_stream(stream)).transpose()?.map(Stream::end);
    let held = held(state, &asked.signers, (&mut chance, &mut request))?;
    request.end()?;
    let form = asked.form.at(asked.at_ms)?;
    if held.is_empty() {
        return Err(SignerRefusal::NoSigner);
    }
    for signer in &held {
        let content = content.as_ref().map(|content| content.content(&[signer.digest()])).transpose()?;
        message = add_signer(&message, content, signer, form)?;
    }
    Ok(Answer::of(&json!({}))?.with(message))
}

/// The keys named, each with its certificate and chain from the next parts.
fn held<'a>(
    state: &'a State,
    signers: &[Who],
    (chance, request): (&mut Chance<'_>, &mut Request<'_>),
) -> Result<Vec<Held<'a>>, SignerRefusal> {
    let mut all = Vec::new();
    for who in signers {
        let certificate = one(request.part("certificate")?)?;
        let chain = request.parts(who.chain, "issuers")?.into_iter().map(one).collect::<Result<_, _>>()?;
        all.push(Held { key: state.key(who.key)?, certificate, chain, hedge: chance.hedge() }.check()?);
    }
    Ok(all)
}
