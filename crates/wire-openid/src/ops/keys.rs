//! Keys of id_tokens: made when they are due, sealed under the host's secret, published while anything signed by them holds.
//!
//! ES256: ECDSA over P-256 by `ring`, which the program's TLS stands on already. Its nonces and keys come from the machine's
//! own chance, since `ring` takes no other.

use crate::model::{Generation, next};
use crate::store::keys::{self, StoredKey};
use crate::surface::Surface;
use ::store::{Fault, No};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::Cx;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::UnparsedPublicKey;
use ring::signature::{ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use std::convert::Infallible;

/// Octets of a coordinate of P-256.
const COORDINATE: usize = 32;

/// Published keys, the newest first; makes the one that is due.
pub async fn published(surface: &Surface, cx: &Cx) -> Result<Vec<StoredKey>, Fault> {
    let known = list(surface, cx).await?;
    let generations: Vec<Generation> = known.iter().map(|key| key.generation).collect();
    let Some(due) = next(&generations, cx.now) else { return Ok(known) };
    let made = make(surface, cx, due)?;
    let written: Result<(), No<Infallible>> =
        surface.app.store.write(cx, made, |tx, _, made| Box::pin(async move { Ok(keys::add(tx, made).await?) })).await;
    written.map_err(of_fault)?;
    // Another process may have been first: what counts is what stands in the table.
    list(surface, cx).await
}

/// Signs a text by the key that signs now; gives the key's name, to be put into the text before.
pub async fn signer(surface: &Surface, cx: &Cx) -> Result<Signer, Fault> {
    let known = published(surface, cx).await?;
    let key = known.into_iter().find(|key| key.generation.signs_at(cx.now));
    let key = key.ok_or_else(|| Fault::Decode("no key signs at this moment".to_owned()))?;
    let opened = surface.account.settings.vault.open(owner(&key.kid).as_bytes(), &key.sealed);
    let opened = opened.ok_or_else(|| Fault::Decode("a signing key does not open: another secret".to_owned()))?;
    let random = SystemRandom::new();
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &opened, &random);
    let pair = pair.map_err(|_| Fault::Decode("a signing key cannot be read".to_owned()))?;
    Ok(Signer { kid: key.kid, pair, random })
}

/// The key that signs now.
pub struct Signer {
    /// Its name.
    pub kid: String,
    pair: EcdsaKeyPair,
    random: SystemRandom,
}

impl Signer {
    /// Octets r and s of a signature over these.
    pub fn sign(&self, octets: &[u8]) -> Result<Vec<u8>, Fault> {
        let signature = self.pair.sign(&self.random, octets);
        Ok(signature.map_err(|_| Fault::Settings("the machine gives no chance".to_owned()))?.as_ref().to_vec())
    }
}

/// Whether the key signed these octets.
#[must_use]
pub fn is_signed(key: &StoredKey, (octets, signature): (&[u8], &[u8])) -> bool {
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &key.public_point).verify(octets, signature).is_ok()
}

/// Coordinates of a public point, in base64url.
#[must_use]
pub fn coordinates(key: &StoredKey) -> (String, String) {
    let point = key.public_point.get(1..).unwrap_or_default();
    let (x, y) = point.split_at(COORDINATE.min(point.len()));
    (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y))
}

fn make(surface: &Surface, cx: &Cx, generation: Generation) -> Result<StoredKey, Fault> {
    let no_chance = |_| Fault::Settings("the machine gives no chance for a signing key".to_owned());
    let random = SystemRandom::new();
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).map_err(no_chance)?;
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random);
    let pair = pair.map_err(|_| Fault::Decode("a new signing key cannot be read".to_owned()))?;
    let public_point = pair.public_key().as_ref().to_vec();
    let kid = URL_SAFE_NO_PAD.encode(digest(&SHA256, &public_point));
    let sealed = surface.account.settings.vault.seal(&cx.chance, owner(&kid).as_bytes(), document.as_ref());
    Ok(StoredKey { generation, kid, sealed, public_point })
}

fn owner(kid: &str) -> String {
    format!("openid signing key {kid}")
}

async fn list(surface: &Surface, cx: &Cx) -> Result<Vec<StoredKey>, Fault> {
    let mut reader = surface.app.store.reader().await?;
    keys::list(&mut reader, cx.now).await
}

/// A write that refuses nothing.
pub fn of_fault(no: No<Infallible>) -> Fault {
    match no {
        No::Fault(fault) => fault,
        No::Refused(never) => match never {},
    }
}
