//! The protection CryptoPro's programs give to a key in a PFX (1.2.840.113549.1.12.1.80), read only. No standard describes it; the facts
//! below are those public implementations agree on.
//!
//! ```text
//! parameters   { OCTET STRING salt, INTEGER rounds }
//! key K        K(0) = password in UTF-16LE, K(i) = GOST R 34.11-94 (K(i-1) ‖ salt ‖ i in two bytes, high first)
//! bytes        GOST 28147-89 with feedback, box A, initial vector salt[..8]
//! inside       PrivateKeyInfo whose OCTET STRING holds a 16-byte header and
//!              { { ukm(8), { key, code(4) }, [0] { BIT STRING, [0] { id, { publicKeyParamSet, digestParamSet } } } }, code }
//! the key      RFC 4357 §6.2 under KDF_GOSTR3411_2012_256(K, 26 bd b8 78, ukm), box A; 32 or 64 bytes, little-endian
//! ```

use crate::algorithm::param_set_of;
use crate::asn1::{Fields, Node, Result, context, whole};
use crate::ciphers::{self, Key};
use crate::limits::SALT_BYTES_MAX;
use crate::oid;
use crate::password::{Work, read_iterations};
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::PrivateKey;
use gost::gost28147::SBox;
use gost::kdf::kdf_256;
use zeroize::Zeroizing;

/// Bytes before the structure inside the key's OCTET STRING: the type of the blob, a version, identifiers of algorithms.
const BLOB_HEADER_BYTES: usize = 16;
const IV_BYTES: usize = 8;
const LABEL: [u8; 4] = [0x26, 0xbd, 0xb8, 0x78];

/// Is the key in this bag protected so?
pub(super) fn is_such(node: &Node<'_>) -> bool {
    let read = || node.fields().sequence()?.oid();
    read() == Ok(oid::PBE_CRYPTO_PRO)
}

pub(super) fn open(node: &Node<'_>, password: &str, work: &mut Work) -> Result<PrivateKey> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, "protected key");
    let mut identifier = fields.sequence()?;
    let encrypted = fields.next()?.octets()?;
    fields.end()?;
    identifier.oid()?;
    let mut parameters = identifier.sequence()?;
    identifier.end()?;
    let salt = parameters.next()?.octets()?;
    let iterations = read_iterations(&parameters.next()?)?;
    parameters.end()?;
    let iv = *salt.first_chunk::<IV_BYTES>().ok_or(PkiRefusal::Malformed("salt"))?;
    // the counter of rounds has two bytes
    if salt.len() > SALT_BYTES_MAX || u16::try_from(iterations).is_err() {
        return Err(PkiRefusal::OverLimit { what: "rounds", limit: usize::from(u16::MAX) });
    }
    work.take(iterations)?;
    let key = transport_key(password, salt, iterations);
    let mut info = Zeroizing::new(encrypted.to_vec());
    ciphers::gost89_decrypt(SBox::CryptoProA, &key, &iv, &mut info)?;
    read_key(&info, &key).map_err(|refusal| match refusal {
        PkiRefusal::UnknownProtection(_) => refusal,
        _ => PkiRefusal::NotOpened,
    })
}

pub(super) fn transport_key(password: &str, salt: &[u8], iterations: u32) -> Key {
    let text: Zeroizing<Vec<u8>> = Zeroizing::new(password.encode_utf16().flat_map(u16::to_le_bytes).collect());
    let mut link = ciphers::gost94(&[&text, salt, &[0, 1]]);
    for round in 2..=iterations {
        let [_, _, high, low] = round.to_be_bytes();
        link = ciphers::gost94(&[link.as_slice(), salt, &[high, low]]);
    }
    link
}

fn read_key(info: &[u8], transport: &Key) -> Result<PrivateKey> {
    let mut fields = Fields::new(whole(info, "private key")?.of(Tag::Sequence)?, "private key");
    fields.next()?.small()?;
    fields.sequence()?;
    let blob = fields.next()?.octets()?;
    let held = blob.get(BLOB_HEADER_BYTES..).ok_or(PkiRefusal::Malformed("blob"))?;
    let mut outer = Fields::new(whole(held, "blob")?.of(Tag::Sequence)?, "blob");
    let mut export = outer.sequence()?;
    let ukm = export.next()?.octets()?;
    let mut wrapped = export.sequence()?;
    let encrypted = wrapped.next()?.octets()?;
    let code = wrapped.next()?.octets()?;
    wrapped.end()?;
    let mut parameters = export.expect(context(0))?.fields();
    parameters.expect(Tag::BitString)?;
    let mut algorithm = parameters.expect(context(0))?.fields();
    algorithm.oid()?;
    let set =
        param_set_of(&algorithm.sequence()?.oid()?).ok_or(PkiRefusal::UnknownProtection("a key of another curve"))?;
    let ukm: [u8; IV_BYTES] = ukm.try_into().map_err(|_| PkiRefusal::Malformed("ukm"))?;
    let key = kdf_256(transport.as_slice(), &LABEL, &ukm);
    let secret = ciphers::plain_unwrap(SBox::CryptoProA, &key, &ukm, (encrypted, code))?;
    PrivateKey::from_le(set, &secret).map_err(|_| PkiRefusal::BadKey)
}
