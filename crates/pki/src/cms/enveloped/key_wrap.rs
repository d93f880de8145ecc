//! The content key under the secret that sender and recipient share.

use crate::algorithm::PublicKeyInfo;
use crate::asn1::{Fields, Node, Result, context, whole, write};
use crate::ciphers::{self, Key};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::cipher::{Kuznyechik, Magma};
use gost::gost28147::{IMIT_BYTES, SBox};
use gost::{ParamSet, PrivateKey, PublicKey};
use zeroize::Zeroizing;

/// Bytes of `ukm` beside GOST 28147-89 (RFC 4357 §6.5).
pub(super) const UKM_SHORT_BYTES: usize = 8;
/// Bytes of `ukm` beside KEG: 16 for VKO, 8 for the tree, the rest for KExp15 (R 1323565.1.025-2019, as gost-engine does).
pub(super) const UKM_LONG_BYTES: usize = 32;
/// Where the initial vector of KExp15 begins in the long `ukm`.
const KEXP15_IV_AT: usize = 24;

/// How the content key is wrapped.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Wrap {
    CryptoPro(SBox),
    Plain(SBox),
    MagmaKExp15,
    KuznyechikKExp15,
}

impl Wrap {
    pub(super) fn kexp15(algorithm: &Oid) -> Option<Self> {
        match *algorithm {
            oid::MAGMA_KEXP15 => Some(Self::MagmaKExp15),
            oid::KUZNYECHIK_KEXP15 => Some(Self::KuznyechikKExp15),
            _ => None,
        }
    }

    pub(super) fn ukm_bytes(self) -> usize {
        match self {
            Self::CryptoPro(_) | Self::Plain(_) => UKM_SHORT_BYTES,
            Self::MagmaKExp15 | Self::KuznyechikKExp15 => UKM_LONG_BYTES,
        }
    }

    /// Identifier of the wrap; a transport by GOST 28147-89 names the recipient's kind of key instead.
    pub(super) fn oid(self) -> Oid {
        match self {
            Self::CryptoPro(_) => oid::CRYPTO_PRO_KEY_WRAP,
            Self::Plain(_) => oid::PLAIN_KEY_WRAP,
            Self::MagmaKExp15 => oid::MAGMA_KEXP15,
            Self::KuznyechikKExp15 => oid::KUZNYECHIK_KEXP15,
        }
    }

    /// The wrapped key: the DER of `{ key, code }` for GOST 28147-89, the bytes of KExp15 for the others.
    pub(super) fn wrap(self, own: &PrivateKey, peer: &PublicKey, ukm: &[u8], key: &Key) -> Result<Vec<u8>> {
        match self {
            Self::CryptoPro(substitution) => {
                let (shared, ukm) = short(own, peer, ukm)?;
                let wrapped = ciphers::crypto_pro_wrap(substitution, &shared, &ukm, key)?;
                let (wrapped, code) = wrapped.split_last_chunk::<IMIT_BYTES>().ok_or(PkiRefusal::BadKey)?;
                Ok(write::sequence(&[&write::octets(wrapped), &write::octets(code)]))
            }
            Self::Plain(_) => Err(PkiRefusal::UnknownProtection("the plain key wrap is read only")),
            Self::MagmaKExp15 | Self::KuznyechikKExp15 => {
                let (mac_key, cipher_key) = ciphers::keg(own, peer, ukm)?;
                let keys = (&mac_key, &cipher_key);
                match self {
                    Self::MagmaKExp15 => ciphers::export::<Magma>(key, keys, kexp15_iv(ukm, 4)),
                    _ => ciphers::export::<Kuznyechik>(key, keys, kexp15_iv(ukm, 8)),
                }
            }
        }
    }

    /// Refuses whatever does not fit as [`PkiRefusal::NotOpened`].
    pub(super) fn unwrap(self, own: &PrivateKey, peer: &PublicKey, ukm: &[u8], wrapped: &[u8]) -> Result<Key> {
        match self {
            Self::CryptoPro(substitution) => {
                let (shared, ukm) = short(own, peer, ukm)?;
                let wrapped = encrypted_key(&whole(wrapped, "wrapped key")?)?;
                exact(&ciphers::crypto_pro_unwrap(substitution, &shared, &ukm, wrapped)?)
            }
            Self::Plain(substitution) => {
                let (shared, ukm) = short(own, peer, ukm)?;
                let wrapped = encrypted_key(&whole(wrapped, "wrapped key")?)?;
                exact(&ciphers::plain_unwrap(substitution, &shared, &ukm, wrapped)?)
            }
            Self::MagmaKExp15 | Self::KuznyechikKExp15 => {
                let (mac_key, cipher_key) = ciphers::keg(own, peer, ukm)?;
                let keys = (&mac_key, &cipher_key);
                let key = match self {
                    Self::MagmaKExp15 => ciphers::import::<Magma>(wrapped, keys, kexp15_iv(ukm, 4))?,
                    _ => ciphers::import::<Kuznyechik>(wrapped, keys, kexp15_iv(ukm, 8))?,
                };
                exact(&key)
            }
        }
    }
}

/// Half a block from the long `ukm`.
fn kexp15_iv(ukm: &[u8], half_block_bytes: usize) -> &[u8] {
    ukm.get(KEXP15_IV_AT..).and_then(|rest| rest.get(..half_block_bytes)).unwrap_or_default()
}

fn exact(bytes: &[u8]) -> Result<Key> {
    bytes.try_into().map(Zeroizing::new).map_err(|_| PkiRefusal::NotOpened)
}

fn short(own: &PrivateKey, peer: &PublicKey, ukm: &[u8]) -> Result<(Key, [u8; UKM_SHORT_BYTES])> {
    let ukm: [u8; UKM_SHORT_BYTES] = ukm.try_into().map_err(|_| PkiRefusal::Malformed("ukm"))?;
    Ok((ciphers::vko_256(own, peer, &ukm)?, ukm))
}

/// Gost28147-89-EncryptedKey (RFC 4357 §6): the key and its code; a mask is not read.
pub(super) fn encrypted_key<'a>(node: &Node<'a>) -> Result<(&'a [u8], &'a [u8])> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, "wrapped key");
    let key = fields.next()?.octets()?;
    let code = fields.next()?.octets()?;
    fields.end()?;
    Ok((key, code))
}

/// A key of one use on the curve of the recipient's.
pub(super) fn key_of_one_use(peer: &PublicKey, chance: &mut dyn FnMut(&mut [u8])) -> Result<PrivateKey> {
    PrivateKey::generate(peer.set(), chance).map_err(|_| PkiRefusal::Chance)
}

/// The sender's key in an entry, on the recipient's curve.
pub(super) fn sender_key(info: &PublicKeyInfo, own: ParamSet) -> Result<PublicKey> {
    let key = info.gost_key()?;
    if key.set().is_same_curve(own) { Ok(key) } else { Err(PkiRefusal::BadKey) }
}

/// The agreement's identifier for keys of the set.
pub(super) fn agreement_oid(set: ParamSet) -> Oid {
    if set.size_bytes() == 64 { oid::AGREEMENT_512 } else { oid::AGREEMENT_256 }
}

/// `[0] IMPLICIT SubjectPublicKeyInfo`.
pub(super) fn implicit_key(node: &Node<'_>) -> Result<PublicKeyInfo> {
    PublicKeyInfo::from_der(&write::sequence(&[node.of(context(0))?]))
}
