//! The request for a certificate: read, proved, and its key judged.

use crate::Refusal;
use gost::{ParamSet, PrivateKey, PublicKey};
use pki::{CertificateRequest, KeyKind};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Private keys from 1 to this are tried against every request: what a broken source of chance gives first. Minus
/// each is found too, since the point has the same X. Their points are computed once for each curve.
const GUESSED_KEYS_MAX: u8 = 16;

/// X coordinates of guessable keys, by the curve.
static GUESSED: Mutex<BTreeMap<ParamSet, Arc<Vec<Vec<u8>>>>> = Mutex::new(BTreeMap::new());

/// The key of a request that was read, proved and found fit.
#[derive(Clone, Debug)]
pub(crate) struct RequestedKey {
    pub request: CertificateRequest,
    /// Streebog-256 of the request's DER.
    pub request_hash: [u8; 32],
    /// Streebog-256 of the public key's octets.
    pub key_hash: [u8; 32],
}

/// Reads a PKCS#10 request in DER or PEM. Refuses what cannot be read, a key that is not of GOST R 34.10-2012 or not
/// on its curve, a signature not made with the request's own key, and keys anyone can guess. Wished names and
/// extensions are not looked at.
pub(crate) fn read_request(octets: &[u8]) -> Result<RequestedKey, Refusal> {
    let request = match std::str::from_utf8(octets) {
        Ok(text) if text.contains("-----BEGIN") => CertificateRequest::from_pem(text),
        _ => CertificateRequest::from_der(octets),
    }
    .map_err(|e| Refusal::RequestUnreadable { detail: e.code() })?;
    if !matches!(request.public_key().kind(), KeyKind::Gost(_)) {
        return Err(Refusal::RequestKeyKind);
    }
    let key = request.public_key().gost_key().map_err(|_| Refusal::RequestKeyWeak)?;
    request.verify().map_err(|_| Refusal::RequestSignature)?;
    if is_guessable(&key) {
        return Err(Refusal::RequestKeyWeak);
    }
    let request_hash = gost::hash::streebog256(request.to_der());
    Ok(RequestedKey { request_hash, key_hash: key_hash(&key), request })
}

/// What a key is known by in the directory of used keys: Streebog-256 of its octets. The same point under two names of
/// one curve is one key.
pub(crate) fn key_hash(key: &PublicKey) -> [u8; 32] {
    gost::hash::streebog256(&key.to_octets())
}

fn is_guessable(key: &PublicKey) -> bool {
    let octets = key.to_octets();
    x_of(&octets).is_some_and(|x| guessed(key.set()).iter().any(|guess| guess == x))
}

fn x_of(octets: &[u8]) -> Option<&[u8]> {
    octets.get(..octets.len() / 2)
}

fn guessed(set: ParamSet) -> Arc<Vec<Vec<u8>>> {
    let mut known = GUESSED.lock().unwrap_or_else(PoisonError::into_inner);
    let points = known.entry(set).or_insert_with(|| {
        Arc::new(
            (1..=GUESSED_KEYS_MAX)
                .filter_map(|guess| {
                    let mut number = vec![0; set.size_bytes()];
                    *number.first_mut()? = guess;
                    let octets = PrivateKey::from_le(set, &number).ok()?.public_key().to_octets();
                    x_of(&octets).map(<[u8]>::to_vec)
                })
                .collect(),
        )
    });
    Arc::clone(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pki::{KeyUsage, Name, oid};

    fn request_of(key: &PrivateKey) -> CertificateRequest {
        let name = Name::builder().with(oid::COMMON_NAME, "ООО Ромашка").build().unwrap();
        CertificateRequest::create(key, &name, KeyUsage::DIGITAL_SIGNATURE, &[3; 32]).unwrap()
    }

    fn key(seed: u8) -> PrivateKey {
        let mut octets = [seed; 32];
        octets[31] = 1;
        PrivateKey::from_le(ParamSet::XA, &octets).unwrap()
    }

    #[test]
    fn der_and_pem_are_read_alike() {
        let request = request_of(&key(9));
        let from_der = read_request(request.to_der()).unwrap();
        let from_pem = read_request(request.to_pem().unwrap().as_bytes()).unwrap();
        assert_eq!(from_der.request_hash, from_pem.request_hash);
        assert_eq!(from_der.key_hash, read_request(request_of(&key(9)).to_der()).unwrap().key_hash);
    }

    #[test]
    fn unreadable_requests_are_refused() {
        let good = request_of(&key(9)).to_der().to_vec();
        for wrong in [&b""[..], b"text", b"-----BEGIN CERTIFICATE REQUEST-----\n", &good[..good.len() - 1]] {
            assert!(matches!(read_request(wrong), Err(Refusal::RequestUnreadable { .. })));
        }
    }

    #[test]
    fn every_flipped_octet_is_refused() {
        let good = request_of(&key(9)).to_der().to_vec();
        for at in 0..good.len() {
            let mut changed = good.clone();
            changed[at] ^= 1;
            assert!(read_request(&changed).is_err(), "octet {at}");
        }
    }

    #[test]
    fn guessable_keys_are_refused() {
        for d in [1_u8, 2, 16] {
            let mut number = [0; 32];
            number[0] = d;
            let guessed = PrivateKey::from_le(ParamSet::XA, &number).unwrap();
            assert_eq!(read_request(request_of(&guessed).to_der()).unwrap_err(), Refusal::RequestKeyWeak, "{d}");
        }
    }
}
