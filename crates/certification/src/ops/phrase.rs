//! The phrase by which a holder revokes without signing in: kept as its argon2id hash.

use crate::model::folded;
use crate::{Refusal, Room};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::Cx;
use store::{Fault, No};
use tokio::task::spawn_blocking;

/// Memory of one hash, KiB: first recommendation of OWASP's password storage page for argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes, of the same recommendation.
const PASSES: u32 = 2;
/// Octets of the salt and of the hash.
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;

/// Salt and hash in hexadecimal, parted by a dot.
pub(crate) async fn hash(room: &Room, cx: &Cx, phrase: &str) -> Result<String, No<Refusal>> {
    let text = folded(phrase).map_err(Refusal::Phrase)?;
    let salt: [u8; SALT_BYTES] = cx.chance.octets();
    let hash = compute(room, text, salt).await?;
    Ok(format!("{}.{}", hex::encode(salt), hex::encode(hash)))
}

/// Whether it is the phrase of this hash. Without a hash the same work is done and the answer is no, so that time does
/// not tell what is there.
pub(crate) async fn verify(room: &Room, phrase: &str, stored: Option<&str>) -> Result<bool, No<Refusal>> {
    let text = folded(phrase).map_err(Refusal::Phrase)?;
    let parts = stored.and_then(|stored| stored.split_once('.'));
    let read = parts.and_then(|(salt, hash)| Some((hex::decode(salt).ok()?, hex::decode(hash).ok()?)));
    let salt = read.as_ref().and_then(|(salt, _)| <[u8; SALT_BYTES]>::try_from(salt.as_slice()).ok());
    let computed = compute(room, text, salt.unwrap_or_default()).await?;
    let expected = read.filter(|_| salt.is_some()).map(|(_, hash)| hash);
    // Streebog of both: what is compared tells nothing of how far they agree.
    let of = |octets: &[u8]| gost::hash::streebog256(octets);
    Ok(expected.is_some_and(|expected| of(&expected) == of(&computed)))
}

async fn compute(room: &Room, text: String, salt: [u8; SALT_BYTES]) -> Result<[u8; HASH_BYTES], Fault> {
    let place = std::sync::Arc::clone(room.hashing()).acquire_owned().await.map_err(|_| Fault::Closed)?;
    let work = spawn_blocking(move || {
        // The place is held as long as the work lasts, also when the caller stops waiting.
        let _held = place;
        let failed = |error: &dyn std::fmt::Display| Fault::Decode(format!("hash of a phrase: {error}"));
        let params = Params::new(MEMORY_KIB, PASSES, 1, Some(HASH_BYTES)).map_err(|error| failed(&error))?;
        let mut hash = [0; HASH_BYTES];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(text.as_bytes(), &salt, &mut hash)
            .map_err(|error| failed(&error))?;
        Ok(hash)
    });
    work.await.unwrap_or_else(|error| Err(Fault::Panicked(error.to_string())))
}
