//! Web Authentication, Level 2 (W3C Recommendation, 8 April 2021): what an authenticator answers, read and verified.
//! Attestation is not asked for and not looked at: which make of device it is does not matter here.
//!
//! Read [`Ceremony`] first. Pure: no store, no clock.

mod cbor;
mod key;

pub use key::{ALGORITHMS, PublicKey};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cbor::Value;
use ring::digest::{SHA256, digest};
use serde::Deserialize;

/// Octets of a client's data: a challenge, an origin and a few words.
const CLIENT_DATA_BYTES_MAX: usize = 4 * 1024;
/// Octets of an attestation object: a key, and whatever chain of certificates a maker adds.
const ATTESTATION_BYTES_MAX: usize = 64 * 1024;
/// Octets of a credential id: Level 2 §4 allows 1023.
const CREDENTIAL_BYTES_MAX: usize = 1023;
/// Flag of the authenticator's data (§6.1): the user is present.
const UP: u8 = 1;
/// The user was verified.
const UV: u8 = 1 << 2;
/// A credential follows.
const AT: u8 = 1 << 6;

/// What an authenticator's answer is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Ceremony<'a> {
    /// The host, without its port.
    pub rp_id: &'a str,
    /// Scheme, host and port of the page.
    pub origin: &'a str,
    /// The challenge that was given out.
    pub challenge: &'a [u8],
}

/// A credential that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCredential {
    /// By what the authenticator finds it.
    pub credential_id: Vec<u8>,
    /// Its public key, as COSE writes it.
    pub public_key: Vec<u8>,
    /// How often it has signed, where the authenticator counts.
    pub sign_count: u32,
}

/// An answer that is not what was asked for; which part of it is wrong is of no use to anybody but a forger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnswered;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

impl Ceremony<'_> {
    /// §7.1: a credential was made for this challenge, here, by a verified user.
    pub fn registered(&self, client_data: &[u8], attestation: &[u8]) -> Result<NewCredential, NotAnswered> {
        self.check_client(client_data, "webauthn.create")?;
        if attestation.len() > ATTESTATION_BYTES_MAX {
            return Err(NotAnswered);
        }
        let object = cbor::read_whole(attestation).ok_or(NotAnswered)?;
        let data = object.text_key("authData").and_then(Value::bytes).ok_or(NotAnswered)?;
        let (flags, sign_count, rest) = self.check_authenticator(data)?;
        if flags & AT == 0 {
            return Err(NotAnswered);
        }
        // §6.5.1: AAGUID, length of the id, the id, the key.
        let rest = rest.get(16..).ok_or(NotAnswered)?;
        let (length, rest) = rest.split_first_chunk::<2>().ok_or(NotAnswered)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (credential_id, rest) = rest.split_at_checked(length).ok_or(NotAnswered)?;
        if credential_id.is_empty() || credential_id.len() > CREDENTIAL_BYTES_MAX {
            return Err(NotAnswered);
        }
        let length = cbor::length_of_first(rest).ok_or(NotAnswered)?;
        let public_key = rest.get(..length).ok_or(NotAnswered)?;
        PublicKey::read(public_key).ok_or(NotAnswered)?;
        Ok(NewCredential { credential_id: credential_id.to_vec(), public_key: public_key.to_vec(), sign_count })
    }

    /// §7.2: the key signed this challenge, here, with a verified user. Gives the counter.
    pub fn asserted(
        &self,
        public_key: &[u8],
        (client_data, authenticator_data, signature): (&[u8], &[u8], &[u8]),
    ) -> Result<u32, NotAnswered> {
        self.check_client(client_data, "webauthn.get")?;
        let (_, sign_count, _) = self.check_authenticator(authenticator_data)?;
        let key = PublicKey::read(public_key).ok_or(NotAnswered)?;
        let signed = [authenticator_data, digest(&SHA256, client_data).as_ref()].concat();
        if key.verifies(&signed, signature) { Ok(sign_count) } else { Err(NotAnswered) }
    }

    fn check_client(&self, json: &[u8], kind: &str) -> Result<(), NotAnswered> {
        if json.len() > CLIENT_DATA_BYTES_MAX {
            return Err(NotAnswered);
        }
        let data: ClientData = serde_json::from_slice(json).map_err(|_| NotAnswered)?;
        let is_ours = data.kind == kind
            && data.challenge == URL_SAFE_NO_PAD.encode(self.challenge)
            && data.origin == self.origin
            && !data.cross_origin;
        if is_ours { Ok(()) } else { Err(NotAnswered) }
    }

    /// §6.1: hash of the host, flags, counter; what follows. The user must be there and verified.
    fn check_authenticator<'d>(&self, data: &'d [u8]) -> Result<(u8, u32, &'d [u8]), NotAnswered> {
        let (host, rest) = data.split_first_chunk::<32>().ok_or(NotAnswered)?;
        let (flags, rest) = rest.split_first().ok_or(NotAnswered)?;
        let (count, rest) = rest.split_first_chunk::<4>().ok_or(NotAnswered)?;
        let is_here = digest(&SHA256, self.rp_id.as_bytes()).as_ref() == host && flags & UP != 0 && flags & UV != 0;
        if is_here { Ok((*flags, u32::from_be_bytes(*count), rest)) } else { Err(NotAnswered) }
    }
}

/// §6.1.1: a counter that does not grow tells of a copied key. Authenticators that do not count say zero for ever.
#[must_use]
pub const fn counter_grows(stored: u32, shown: u32) -> bool {
    (stored == 0 && shown == 0) || shown > stored
}

#[cfg(test)]
mod tests {
    use super::counter_grows;

    #[test]
    fn counters_grow_or_do_not_count() {
        for (stored, shown, grows) in
            [(0, 0, true), (0, 1, true), (1, 2, true), (1, 1, false), (2, 1, false), (1, 0, false)]
        {
            assert_eq!(counter_grows(stored, shown), grows, "{stored} {shown}");
        }
    }
}
