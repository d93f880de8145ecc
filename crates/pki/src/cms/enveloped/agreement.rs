//! Key agreement: KeyAgreeRecipientInfo (RFC 5652 §6.2.2) with a key of one use.

use super::key_wrap::{Wrap, agreement_oid, key_of_one_use, sender_key};
use crate::algorithm::PublicKeyInfo;
use crate::asn1::{Fields, Node, Result, context, whole, write};
use crate::ciphers::Key;
use crate::content_cipher;
use crate::oid;
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::{PrivateKey, PublicKey};

/// Version of the entry (RFC 5652 §6.2.2).
pub(super) const VERSION: u32 = 3;

/// What an entry says of the wrapped key, read when a key is at hand.
#[derive(Clone, Debug)]
pub(super) struct Agreement {
    originator: Vec<u8>,
    ukm: Option<Vec<u8>>,
    algorithm: Vec<u8>,
    encrypted: Vec<u8>,
}

impl Agreement {
    pub(super) fn new(originator: &Node<'_>, ukm: Option<&[u8]>, algorithm: &Node<'_>, encrypted: &[u8]) -> Self {
        Self {
            originator: originator.body.to_vec(),
            ukm: ukm.map(<[u8]>::to_vec),
            algorithm: algorithm.raw.to_vec(),
            encrypted: encrypted.to_vec(),
        }
    }

    pub(super) fn open(&self, own: &PrivateKey) -> Result<Key> {
        let wrap = read_algorithm(&whole(&self.algorithm, "key agreement")?)?;
        let originator = whole(&self.originator, "originator")?;
        if originator.tag != context(1) {
            return Err(PkiRefusal::UnknownProtection("a key agreement under the sender's own key"));
        }
        // OriginatorPublicKey has the shape of SubjectPublicKeyInfo
        let sender = PublicKeyInfo::from_der(&write::sequence(&[originator.body]))?;
        let ukm =
            self.ukm.as_deref().filter(|ukm| ukm.len() == wrap.ukm_bytes()).ok_or(PkiRefusal::Malformed("ukm"))?;
        wrap.unwrap(own, &sender_key(&sender, own.set())?, ukm, &self.encrypted)
    }
}

fn read_algorithm(node: &Node<'_>) -> Result<Wrap> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, "key agreement");
    if !matches!(fields.oid()?, oid::AGREEMENT_256 | oid::AGREEMENT_512) {
        return Err(PkiRefusal::UnknownProtection("the agreement of the key"));
    }
    let mut wrapping = fields.sequence()?;
    fields.end()?;
    let algorithm = wrapping.oid()?;
    if let Some(wrap) = Wrap::kexp15(&algorithm) {
        wrapping.end()?;
        return Ok(wrap);
    }
    let mut parameters = wrapping.sequence()?;
    wrapping.end()?;
    let substitution = content_cipher::substitution(&parameters.oid()?)?;
    parameters.end()?;
    match algorithm {
        oid::CRYPTO_PRO_KEY_WRAP => Ok(Wrap::CryptoPro(substitution)),
        oid::PLAIN_KEY_WRAP => Ok(Wrap::Plain(substitution)),
        _ => Err(PkiRefusal::UnknownProtection("the key wrap")),
    }
}

fn write_algorithm(wrap: Wrap, recipient: &PublicKey) -> Vec<u8> {
    let parameters = match wrap {
        Wrap::CryptoPro(substitution) | Wrap::Plain(substitution) => {
            write::sequence(&[&content_cipher::write_substitution(substitution)])
        }
        Wrap::MagmaKExp15 | Wrap::KuznyechikKExp15 => Vec::new(),
    };
    let wrapping = write::sequence(&[&write::oid(&wrap.oid()), &parameters]);
    write::sequence(&[&write::oid(&agreement_oid(recipient.set())), &wrapping])
}

/// The whole entry under its tag `[1]`.
pub(super) fn write(
    wrap: Wrap,
    recipient: (&PublicKey, &[u8]),
    key: &Key,
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<Vec<u8>> {
    let (public, id) = recipient;
    let own = key_of_one_use(public, chance)?;
    let mut ukm = vec![0; wrap.ukm_bytes()];
    chance(&mut ukm);
    let wrapped = wrap.wrap(&own, public, &ukm, key)?;
    let info = PublicKeyInfo::of(&own.public_key());
    let originator = write::tlv(write::context(1), &[whole(info.to_der(), "public key")?.body]);
    let entry = write::sequence(&[id, &write::octets(&wrapped)]);
    Ok(write::tlv(
        write::context(1),
        &[
            &write::small(VERSION),
            &write::tlv(write::context(0), &[&originator]),
            &write::tlv(write::context(1), &[&write::octets(&ukm)]),
            &write_algorithm(wrap, public),
            &write::sequence(&[&entry]),
        ],
    ))
}
