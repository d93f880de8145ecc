//! The primitives of `gost` in the shapes this crate needs, every fault turned into one of this crate's refusals.

use crate::asn1::Result;
use crate::refusal::PkiRefusal;
use aes::Aes256Dec;
use aes::cipher::{Array, BlockCipherDecrypt as _, KeyInit as _};
use gost::cipher::{BlockCipher, CtrAcpkm, Kuznyechik, Magma, Omac, kexp15, kimp15};
use gost::gost28147::{self, Gost28147, IMIT_BYTES, KeyMeshing, SBox, UKM_BYTES};
use gost::hash::Gost94CryptoPro;
use gost::kdf::kdf_tree_256;
use gost::{PrivateKey, PublicKey};
use sha2::Digest as _;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// A key of any of the ciphers.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// How many bytes one key of CTR-ACPKM encrypts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sections {
    /// 256 KiB with Kuznyechik, 8 KiB with Magma (R 1323565.1.025-2019; RFC 9337 §5.1.1).
    Standard,
    /// 4 096 and 1 024 bytes: those of TLS, which gost-engine up to 3.0.1 takes under a password as well.
    Short,
}

impl Sections {
    const fn kuznyechik_bytes(self) -> usize {
        match self {
            Self::Standard => 256 * 1024,
            Self::Short => 4_096,
        }
    }

    const fn magma_bytes(self) -> usize {
        match self {
            Self::Standard => 8 * 1024,
            Self::Short => 1_024,
        }
    }
}

const AES_BLOCK_BYTES: usize = 16;

/// Equal, in a time that depends on the lengths only.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

pub(crate) fn gost89_encrypt(sbox: SBox, key: &Key, iv: &[u8; 8], bytes: &mut [u8]) -> Result<()> {
    let named = (sbox, KeyMeshing::of(sbox));
    gost28147::cfb_encrypt(key, named, iv, bytes).map_err(|_| PkiRefusal::NotOpened)
}

pub(crate) fn gost89_decrypt(sbox: SBox, key: &Key, iv: &[u8; 8], bytes: &mut [u8]) -> Result<()> {
    let named = (sbox, KeyMeshing::of(sbox));
    gost28147::cfb_decrypt(key, named, iv, bytes).map_err(|_| PkiRefusal::NotOpened)
}

/// Whole blocks, each for itself; a rest is left as it is.
pub(crate) fn gost89_blocks_decrypt(sbox: SBox, key: &Key, bytes: &mut [u8]) {
    let cipher = Gost28147::new(key, sbox);
    bytes.as_chunks_mut().0.iter_mut().for_each(|block| cipher.decrypt_block(block));
}

/// Encrypts or decrypts; refuses only lengths no memory holds.
pub(crate) fn kuznyechik_ctr_acpkm(key: &Key, iv: &[u8], sections: Sections, bytes: &mut [u8]) -> Result<()> {
    acpkm::<Kuznyechik>(key, iv, sections.kuznyechik_bytes(), bytes)
}

pub(crate) fn magma_ctr_acpkm(key: &Key, iv: &[u8], sections: Sections, bytes: &mut [u8]) -> Result<()> {
    acpkm::<Magma>(key, iv, sections.magma_bytes(), bytes)
}

fn acpkm<C: BlockCipher>(key: &Key, iv: &[u8], section_bytes: usize, bytes: &mut [u8]) -> Result<()> {
    let applied = CtrAcpkm::<C>::new(key, iv, section_bytes).and_then(|mut gamma| gamma.apply(bytes));
    applied.map_err(|_| PkiRefusal::NotOpened)
}

pub(crate) fn kuznyechik_omac(key: &Key, bytes: &[u8]) -> Vec<u8> {
    omac::<Kuznyechik>(key, bytes)
}

pub(crate) fn magma_omac(key: &Key, bytes: &[u8]) -> Vec<u8> {
    omac::<Magma>(key, bytes)
}

fn omac<C: BlockCipher>(key: &Key, bytes: &[u8]) -> Vec<u8> {
    let mut omac = Omac::<C>::new(key);
    omac.update(bytes);
    omac.finish().as_ref().to_vec()
}

/// Refuses lengths that are no blocks and wrong padding (RFC 8018 §6.1.1). Whoever can ask again and again could learn the content from
/// that; here everybody who asks gives the password himself.
pub(crate) fn aes256_cbc_decrypt(key: &Key, iv: &[u8; 16], bytes: &mut Vec<u8>) -> Result<()> {
    let cipher = Aes256Dec::new(&Array(**key));
    let (blocks, rest) = bytes.as_chunks_mut::<AES_BLOCK_BYTES>();
    if !rest.is_empty() {
        return Err(PkiRefusal::NotOpened);
    }
    let mut before = *iv;
    for place in blocks {
        let mut block = Array(*place);
        cipher.decrypt_block(&mut block);
        let sent = core::mem::replace(place, block.0);
        place.iter_mut().zip(before).for_each(|(octet, mask)| *octet ^= mask);
        before = sent;
    }
    let padding = usize::from(bytes.last().copied().unwrap_or_default());
    let end = bytes.len().checked_sub(padding).filter(|_| (1..=AES_BLOCK_BYTES).contains(&padding));
    let end = end.ok_or(PkiRefusal::NotOpened)?;
    if bytes.get(end..).unwrap_or_default().iter().any(|octet| usize::from(*octet) != padding) {
        return Err(PkiRefusal::NotOpened);
    }
    bytes.truncate(end);
    Ok(())
}

/// Two keys of one: KDF_TREE_GOSTR3411_2012_256 (RFC 7836 §4.5) with the label of R 1323565.1.025-2019, 64 bytes long.
pub(crate) fn kdf_tree(key: &Key, seed: &[u8]) -> Result<(Key, Key)> {
    let mut keys = Zeroizing::new([0; 64]);
    kdf_tree_256(key.as_slice(), b"kdf tree", seed, 1, keys.as_mut()).map_err(|_| PkiRefusal::BadKey)?;
    halves(keys.as_slice())
}

fn halves(keys: &[u8]) -> Result<(Key, Key)> {
    let (first, second) = keys.split_at_checked(32).ok_or(PkiRefusal::BadKey)?;
    let key = |half: &[u8]| half.try_into().map(Zeroizing::new).map_err(|_| PkiRefusal::BadKey);
    Ok((key(first)?, key(second)?))
}

/// GOST R 34.11-94 with CryptoPro's parameters.
pub(crate) fn gost94(parts: &[&[u8]]) -> Key {
    let mut digest = Gost94CryptoPro::new();
    parts.iter().for_each(|part| digest.update(part));
    Zeroizing::new(digest.finalize().into())
}

/// Unwraps a key of one or two times 32 bytes (RFC 4357 §6.2). Refuses other lengths and a code that does not fit.
pub(crate) fn plain_unwrap(
    sbox: SBox,
    key: &Key,
    ukm: &[u8; UKM_BYTES],
    (wrapped, code): (&[u8], &[u8]),
) -> Result<Zeroizing<Vec<u8>>> {
    gost28147::unwrap(&joined(wrapped, code)?, key, sbox, ukm).map_err(|_| PkiRefusal::NotOpened)
}

/// The wrapped key and its code, one after the other (RFC 4357 §6.3).
pub(crate) fn crypto_pro_wrap(sbox: SBox, shared: &Key, ukm: &[u8; UKM_BYTES], key: &Key) -> Result<Vec<u8>> {
    gost28147::wrap_diversified(key.as_slice(), shared, sbox, ukm).map_err(|_| PkiRefusal::BadKey)
}

/// Refuses a code that does not fit (RFC 4357 §6.4).
pub(crate) fn crypto_pro_unwrap(
    sbox: SBox,
    shared: &Key,
    ukm: &[u8; UKM_BYTES],
    (wrapped, code): (&[u8], &[u8]),
) -> Result<Zeroizing<Vec<u8>>> {
    gost28147::unwrap_diversified(&joined(wrapped, code)?, shared, sbox, ukm).map_err(|_| PkiRefusal::NotOpened)
}

fn joined(wrapped: &[u8], code: &[u8]) -> Result<Vec<u8>> {
    if code.len() == IMIT_BYTES { Ok([wrapped, code].concat()) } else { Err(PkiRefusal::NotOpened) }
}

/// VKO with Streebog-256 (RFC 7836 §4.3.1).
pub(crate) fn vko_256(own: &PrivateKey, peer: &PublicKey, ukm: &[u8; UKM_BYTES]) -> Result<Key> {
    gost::key_agreement::vko_256(own, peer, ukm).ok_or(PkiRefusal::BadKey)
}

/// Keys for KExp15: of the code and of the cipher (KEG, R 1323565.1.020-2018).
pub(crate) fn keg(own: &PrivateKey, peer: &PublicKey, ukm: &[u8]) -> Result<(Key, Key)> {
    let keys = gost::key_agreement::keg(own, peer, ukm).ok_or(PkiRefusal::BadKey)?;
    halves(keys.as_slice())
}

/// KExp15 of a content key; `iv` is half a block.
pub(crate) fn export<C: BlockCipher>(key: &Key, (mac_key, cipher_key): (&Key, &Key), iv: &[u8]) -> Result<Vec<u8>> {
    kexp15::<C>(key.as_slice(), mac_key, cipher_key, iv).map_err(|_| PkiRefusal::Malformed("ukm"))
}

/// Refuses what KExp15 did not make.
pub(crate) fn import<C: BlockCipher>(
    exported: &[u8],
    (mac_key, cipher_key): (&Key, &Key),
    iv: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    kimp15::<C>(exported, mac_key, cipher_key, iv).map_err(|_| PkiRefusal::NotOpened)
}
