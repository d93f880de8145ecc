//! Keys: made, read, shown, dropped. The private number never leaves the module but in an encrypted container.

use crate::chance::Chance;
use crate::limits::{
    BUFFER_BYTES_MAX, BUFFERS_MAX, CHANCE_BYTES_MIN, KEY_CHANCE_BYTES_MIN, KEYS_MAX, PARTS_MAX, STREAMS_MAX,
};
use crate::message::{Answer, Request};
use crate::names::{digest_name, set_of};
use crate::refusal::SignerRefusal;
use crate::state::State;
use gost::{ParamSet, PrivateKey};
use pki::{DigestAlgorithm, PkiRefusal, PublicKeyInfo, keys};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Make {
    set: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    password: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    key: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

pub fn about(_: &mut State, request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Nothing {} = request.fields()?;
    request.end()?;
    Answer::of(&json!({
        "version": env!("CARGO_PKG_VERSION"),
        "sets": ParamSet::ALL.map(ParamSet::short_name),
        "limits": {
            "keys": KEYS_MAX,
            "streams": STREAMS_MAX,
            "buffers": BUFFERS_MAX,
            "buffer_bytes": BUFFER_BYTES_MAX,
            "parts": PARTS_MAX,
            "message_bytes": pki::limits::SIGNED_MESSAGE_BYTES_MAX,
            "signers": pki::limits::SIGNERS_MAX,
        },
    }))
}

pub fn make(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Make { set } = request.fields()?;
    let mut chance = Chance::new(request.part("chance")?, KEY_CHANCE_BYTES_MIN)?;
    request.end()?;
    let key = PrivateKey::generate(set_of(&set)?, &mut |octets| chance.fill(octets));
    // the stream cannot be without a usable number, the source given was looked at
    let key = key.map_err(|_| SignerRefusal::Chance { needed: KEY_CHANCE_BYTES_MIN })?;
    held(state, key)
}

pub fn read(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Read { password } = request.fields()?;
    let given = request.part("key")?;
    let password = if password { Some(text(request.part("password")?)?) } else { None };
    request.end()?;
    let pem = std::str::from_utf8(given).ok().filter(|text| text.contains("-----BEGIN"));
    let key = match (pem, password) {
        (Some(pem), Some(password)) => keys::private_key_from_encrypted_pem(pem, password)?,
        (Some(pem), None) => keys::private_key_from_pem(pem)?,
        (None, Some(password)) => keys::private_key_from_encrypted_der(given, password)?,
        (None, None) => keys::private_key_from_der(given)?,
    };
    held(state, key)
}

/// A password, as UTF-8.
pub fn text(part: &[u8]) -> Result<&str, SignerRefusal> {
    std::str::from_utf8(part).map_err(|_| SignerRefusal::Call("a password that is not UTF-8".to_owned()))
}

fn held(state: &mut State, key: PrivateKey) -> Result<Answer, SignerRefusal> {
    let (set, public) = (key.set(), public_der(&key));
    let key = state.keep_key(key)?;
    let view = json!({ "key": key, "set": set.short_name(), "digest": digest_for(set) });
    Ok(Answer::of(&view)?.with(public))
}

/// The digest that signatures of such keys want.
pub fn digest_for(set: ParamSet) -> String {
    digest_name(DigestAlgorithm::for_keys_of(set))
}

pub fn public(state: &mut State, request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let One { key } = request.fields()?;
    request.end()?;
    let key = state.key(key)?;
    Ok(Answer::of(&json!({ "set": key.set().short_name() }))?.with(public_der(key)))
}

pub fn public_der(key: &PrivateKey) -> Vec<u8> {
    PublicKeyInfo::of(&key.public_key()).to_der().to_vec()
}

pub fn drop_key(state: &mut State, request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let One { key } = request.fields()?;
    request.end()?;
    state.drop_key(key)?;
    Answer::of(&json!({}))
}

pub fn sign_digest(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let One { key } = request.fields()?;
    let digest = request.part("digest")?;
    let hedge = Chance::new(request.part("chance")?, CHANCE_BYTES_MIN)?.hedge();
    request.end()?;
    let signature = state.key(key)?.sign_digest(digest, hedge.as_slice()).map_err(|_| PkiRefusal::DigestLength)?;
    Ok(Answer::of(&json!({}))?.with(signature.as_octets().to_vec()))
}
