//! Content on its way through: hashed once, chunk by chunk, for whoever signs or verifies it in the end.

use crate::message::{Answer, Request};
use crate::names::digest_name;
use crate::refusal::SignerRefusal;
use crate::state::State;
use gost::hash::digest::Digest as _;
use gost::hash::{Streebog256, Streebog512};
use pki::{Content, ContentDigest, DigestAlgorithm, PkiRefusal};
use serde::Deserialize;
use serde_json::json;

/// One content, under one or both digests.
#[derive(Clone, Debug)]
pub struct Stream {
    streebog256: Option<Streebog256>,
    streebog512: Option<Streebog512>,
    bytes: u64,
    /// Digests that were taken elsewhere; then nothing is hashed here.
    ready: Vec<ContentDigest>,
}

/// What is left of a content: its digests and its length.
#[derive(Clone, Debug)]
pub struct Hashed {
    digests: Vec<ContentDigest>,
    /// Bytes hashed here.
    pub bytes: u64,
    /// Was the content hashed elsewhere? Then its length is not known.
    pub elsewhere: bool,
}

impl Stream {
    /// Refuses when no digest is wanted: nothing would come of it.
    pub fn new(streebog256: bool, streebog512: bool) -> Result<Self, SignerRefusal> {
        if !streebog256 && !streebog512 {
            return Err(SignerRefusal::Call("digests: streebog256, streebog512 or both".to_owned()));
        }
        Ok(Self {
            streebog256: streebog256.then(Streebog256::new),
            streebog512: streebog512.then(Streebog512::new),
            bytes: 0,
            ready: Vec::new(),
        })
    }

    /// Of digests that were taken elsewhere. Refuses none, and a digest of another length than its function gives.
    fn of_digests(ready: Vec<ContentDigest>) -> Result<Self, SignerRefusal> {
        let fits = |digest: &ContentDigest| match digest.algorithm {
            DigestAlgorithm::Streebog256 => digest.octets.len() == 32,
            DigestAlgorithm::Streebog512 => digest.octets.len() == 64,
            _ => false,
        };
        if ready.is_empty() || !ready.iter().all(fits) {
            return Err(PkiRefusal::DigestLength.into());
        }
        Ok(Self { streebog256: None, streebog512: None, bytes: 0, ready })
    }

    /// Hashes a chunk of any length.
    pub fn update(&mut self, chunk: &[u8]) -> Result<(), SignerRefusal> {
        if !self.ready.is_empty() {
            return Err(SignerRefusal::Call("a content that was hashed elsewhere".to_owned()));
        }
        let bytes = u64::try_from(chunk.len()).ok().and_then(|length| self.bytes.checked_add(length));
        self.bytes = bytes.ok_or_else(|| SignerRefusal::Call("a content without end".to_owned()))?;
        if let Some(hash) = &mut self.streebog256 {
            hash.update(chunk);
        }
        if let Some(hash) = &mut self.streebog512 {
            hash.update(chunk);
        }
        Ok(())
    }

    /// The digests.
    pub fn end(self) -> Hashed {
        let of = |algorithm, octets: &[u8]| ContentDigest { algorithm, octets: octets.to_vec() };
        let short = self.streebog256.map(|hash| of(DigestAlgorithm::Streebog256, &hash.finalize()));
        let long = self.streebog512.map(|hash| of(DigestAlgorithm::Streebog512, &hash.finalize()));
        let elsewhere = !self.ready.is_empty();
        let digests = self.ready.into_iter().chain(short).chain(long).collect();
        Hashed { digests, bytes: self.bytes, elsewhere }
    }
}

impl Hashed {
    /// The content by its digests. Refuses when it was hashed with none of those wanted.
    pub fn content(&self, wanted: &[DigestAlgorithm]) -> Result<Content<'_>, SignerRefusal> {
        let fits = self.digests.iter().any(|digest| wanted.contains(&digest.algorithm));
        if fits { Ok(Content::Digests(&self.digests)) } else { Err(SignerRefusal::OtherDigest) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Begin {
    digests: Vec<Wanted>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Wanted {
    Streebog256,
    Streebog512,
}

impl Wanted {
    const fn algorithm(self) -> DigestAlgorithm {
        match self {
            Self::Streebog256 => DigestAlgorithm::Streebog256,
            Self::Streebog512 => DigestAlgorithm::Streebog512,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    stream: u32,
}

pub fn begin(state: &mut State, request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Begin { digests } = request.fields()?;
    request.end()?;
    let wants = |digest| digests.contains(&digest);
    let stream = state.keep_stream(Stream::new(wants(Wanted::Streebog256), wants(Wanted::Streebog512))?)?;
    Answer::of(&json!({ "stream": stream }))
}

pub fn ready(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Begin { digests } = request.fields()?;
    let octets = request.parts(digests.len(), "digest")?;
    request.end()?;
    let of =
        |(wanted, octets): (Wanted, &[u8])| ContentDigest { algorithm: wanted.algorithm(), octets: octets.to_vec() };
    let stream = Stream::of_digests(digests.into_iter().zip(octets).map(of).collect())?;
    let stream = state.keep_stream(stream)?;
    Answer::of(&json!({ "stream": stream }))
}

pub fn end(state: &mut State, request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let One { stream } = request.fields()?;
    request.end()?;
    let Hashed { digests, bytes, .. } = state.take_stream(stream)?.end();
    let names: Vec<String> = digests.iter().map(|digest| digest_name(digest.algorithm)).collect();
    let answer = Answer::of(&json!({ "bytes": bytes, "digests": names }))?;
    Ok(digests.into_iter().fold(answer, |answer, digest| answer.with(digest.octets)))
}

pub fn drop_stream(state: &mut State, request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let One { stream } = request.fields()?;
    request.end()?;
    state.take_stream(stream)?;
    Answer::of(&json!({}))
}
