//! Key transport: KeyTransRecipientInfo (RFC 5652 §6.2.1).

use super::key_wrap::{Wrap, agreement_oid, encrypted_key, implicit_key, key_of_one_use, sender_key};
use crate::algorithm::{PublicKeyInfo, write_key_identifier};
use crate::asn1::{Fields, Node, Result, context, whole, write};
use crate::ciphers::Key;
use crate::content_cipher;
use crate::oid;
use crate::refusal::PkiRefusal;
use der::Tag;
use gost::{PrivateKey, PublicKey};

/// What an entry says of the wrapped key: algorithm and bytes, read when a key is at hand.
#[derive(Clone, Debug)]
pub(super) struct Transport {
    algorithm: Vec<u8>,
    encrypted: Vec<u8>,
}

impl Transport {
    pub(super) fn read(algorithm: &Node<'_>, encrypted: &Node<'_>) -> Result<Self> {
        algorithm.of(Tag::Sequence)?;
        Ok(Self { algorithm: algorithm.raw.to_vec(), encrypted: encrypted.octets()?.to_vec() })
    }

    pub(super) fn open(&self, own: &PrivateKey) -> Result<Key> {
        let algorithm = whole(&self.algorithm, "key transport")?.fields().oid()?;
        let held = whole(&self.encrypted, "key transport")?;
        let mut fields = Fields::new(held.of(Tag::Sequence)?, "key transport");
        if let Some(wrap) = Wrap::kexp15(&algorithm) {
            let exported = fields.next()?.octets()?;
            let sender = PublicKeyInfo::from_node(&fields.next()?)?;
            let ukm = fields.next()?.octets()?;
            fields.end()?;
            if ukm.len() != wrap.ukm_bytes() {
                return Err(PkiRefusal::Malformed("ukm"));
            }
            return wrap.unwrap(own, &sender_key(&sender, own.set())?, ukm, exported);
        }
        if !matches!(algorithm, oid::KEY_256 | oid::KEY_512) {
            return Err(PkiRefusal::UnknownProtection("the transport of the key"));
        }
        let wrapped = fields.next()?;
        encrypted_key(&wrapped)?;
        let mut parameters = fields.expect(context(0))?.fields();
        fields.end()?;
        let substitution = content_cipher::substitution(&parameters.oid()?)?;
        // without a key of one use the sender's certificate would have to be known
        let Some(sender) = parameters.optional(context(0))? else {
            return Err(PkiRefusal::UnknownProtection("a key transport under the sender's own key"));
        };
        let ukm = parameters.next()?.octets()?;
        parameters.end()?;
        let sender = sender_key(&implicit_key(&sender)?, own.set())?;
        Wrap::CryptoPro(substitution).unwrap(own, &sender, ukm, wrapped.raw)
    }
}

/// keyEncryptionAlgorithm and encryptedKey.
pub(super) fn write(
    wrap: Wrap,
    recipient: &PublicKey,
    key: &Key,
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<(Vec<u8>, Vec<u8>)> {
    let own = key_of_one_use(recipient, chance)?;
    let mut ukm = vec![0; wrap.ukm_bytes()];
    chance(&mut ukm);
    let wrapped = wrap.wrap(&own, recipient, &ukm, key)?;
    let public = PublicKeyInfo::of(&own.public_key());
    let encrypted = match wrap {
        Wrap::CryptoPro(substitution) | Wrap::Plain(substitution) => {
            let body = whole(public.to_der(), "public key")?.body;
            let parameters = write::tlv(
                write::context(0),
                &[
                    &content_cipher::write_substitution(substitution),
                    &write::tlv(write::context(0), &[body]),
                    &write::octets(&ukm),
                ],
            );
            (write_key_identifier(recipient.set()), write::sequence(&[&wrapped, &parameters]))
        }
        Wrap::MagmaKExp15 | Wrap::KuznyechikKExp15 => {
            let agreement = write::sequence(&[&write::oid(&agreement_oid(recipient.set()))]);
            let algorithm = write::sequence(&[&write::oid(&wrap.oid()), &agreement]);
            (algorithm, write::sequence(&[&write::octets(&wrapped), public.to_der(), &write::octets(&ukm)]))
        }
    };
    Ok(encrypted)
}
