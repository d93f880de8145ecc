//! Making EnvelopedData.

use super::key_wrap::Wrap;
use super::{agreement, transport};
use crate::asn1::{Result, write};
use crate::certificate::Certificate;
use crate::ciphers::Key;
use crate::content_cipher::{Cipher, ContentCipher, Sealed};
use crate::limits::RECIPIENTS_MAX;
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use gost::gost28147::SBox;
use zeroize::Zeroizing;

/// How the content key reaches the recipients.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum KeyDelivery {
    /// Key transport: the form OpenSSL with gost-engine writes and reads.
    #[default]
    Transport,
    /// Key agreement with a key of one use.
    Agreement,
}

/// Who shall read a message, and how it is encrypted.
#[derive(Clone, Debug)]
pub struct EnvelopeOrder<'a> {
    /// Certificates of the recipients, one to [`RECIPIENTS_MAX`], with GOST keys. Whether they are valid is the caller's question:
    /// encrypt only for certificates that [`crate::check_certificate`] found good.
    pub recipients: Vec<&'a Certificate>,
    /// Cipher of the content; the content key is wrapped by the same cipher's algorithms.
    pub cipher: Cipher,
    /// How the content key travels.
    pub delivery: KeyDelivery,
    /// Type of the content: [`oid::CMS_DATA`], or [`oid::CMS_SIGNED_DATA`] when a whole signed message is encrypted.
    pub content_type: Oid,
}

impl<'a> EnvelopeOrder<'a> {
    /// Plain content under Kuznyechik with OMAC by key transport.
    #[must_use]
    pub fn for_recipients(recipients: Vec<&'a Certificate>) -> Self {
        Self {
            recipients,
            cipher: Cipher::KuznyechikOmac,
            delivery: KeyDelivery::default(),
            content_type: oid::CMS_DATA,
        }
    }
}

/// A message without its content, and the encrypted content.
#[derive(Clone, Debug)]
pub struct DetachedEnvelope {
    /// DER of EnvelopedData whose encryptedContent is absent.
    pub message: Vec<u8>,
    /// The encrypted content, as long as the content.
    pub encrypted: Vec<u8>,
}

/// Encrypts content and gives the DER of an EnvelopedData that carries it. `chance` gives the content key, the keys of one use and
/// the initial vectors: it must be a cryptographic source. Refuses no recipients or too many, keys of other algorithms.
pub fn encrypt(content: &[u8], order: &EnvelopeOrder<'_>, chance: &mut dyn FnMut(&mut [u8])) -> Result<Vec<u8>> {
    let parts = seal(content, order, chance)?;
    let held = write::tlv(write::context_primitive(0), &[&parts.sealed.bytes]);
    Ok(message(&parts, order, &held))
}

/// The same with the encrypted content apart.
pub fn encrypt_detached(
    content: &[u8],
    order: &EnvelopeOrder<'_>,
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<DetachedEnvelope> {
    let parts = seal(content, order, chance)?;
    Ok(DetachedEnvelope { message: message(&parts, order, &[]), encrypted: parts.sealed.bytes })
}

struct Parts {
    recipients: Vec<Vec<u8>>,
    identifier: Vec<u8>,
    sealed: Sealed,
}

fn seal(content: &[u8], order: &EnvelopeOrder<'_>, chance: &mut dyn FnMut(&mut [u8])) -> Result<Parts> {
    if order.recipients.is_empty() {
        return Err(PkiRefusal::Absent("recipient"));
    }
    if order.recipients.len() > RECIPIENTS_MAX {
        return Err(PkiRefusal::OverLimit { what: "recipients", limit: RECIPIENTS_MAX });
    }
    let mut key: Key = Zeroizing::new([0; 32]);
    chance(key.as_mut());
    if key.iter().all(|octet| *octet == 0) {
        return Err(PkiRefusal::Chance);
    }
    let cipher = ContentCipher::fresh(order.cipher, chance);
    let recipients = order.recipients.iter().map(|recipient| entry(recipient, order, &key, chance));
    let recipients = recipients.collect::<Result<Vec<_>>>()?;
    Ok(Parts { recipients, identifier: cipher.write(), sealed: cipher.seal(&key, content)? })
}

fn entry(
    recipient: &Certificate,
    order: &EnvelopeOrder<'_>,
    key: &Key,
    chance: &mut dyn FnMut(&mut [u8]),
) -> Result<Vec<u8>> {
    let public = recipient.public_key().gost_key()?;
    let wrap = match order.cipher {
        Cipher::Gost89 => Wrap::CryptoPro(SBox::Z),
        Cipher::Magma | Cipher::MagmaOmac => Wrap::MagmaKExp15,
        Cipher::Kuznyechik | Cipher::KuznyechikOmac => Wrap::KuznyechikKExp15,
    };
    let id = write::sequence(&[recipient.issuer().to_der(), &write::unsigned(recipient.serial().as_bytes())]);
    match order.delivery {
        KeyDelivery::Transport => {
            let (algorithm, encrypted) = transport::write(wrap, &public, key, chance)?;
            Ok(write::sequence(&[&write::small(0), &id, &algorithm, &write::octets(&encrypted)]))
        }
        KeyDelivery::Agreement => agreement::write(wrap, (&public, &id), key, chance),
    }
}

/// Version by RFC 5652 §6.1: 0 when all entries are of version 0 and no attribute stands beside the content, else 2.
fn message(parts: &Parts, order: &EnvelopeOrder<'_>, content: &[u8]) -> Vec<u8> {
    let attributes = match &parts.sealed.mac {
        Some(mac) => {
            let value = write::set_of(vec![write::octets(mac)]);
            let attribute = write::sequence(&[&write::oid(&oid::ATTR_CMS_MAC), &value]);
            write::set_of_tagged(write::context(1), vec![attribute])
        }
        None => Vec::new(),
    };
    let plain = order.delivery == KeyDelivery::Transport && attributes.is_empty();
    let info = write::sequence(&[&write::oid(&order.content_type), &parts.identifier, content]);
    let recipients = write::set_of(parts.recipients.clone());
    let version = write::small(if plain { 0 } else { 2 });
    let data = write::sequence(&[&version, &recipients, &info, &attributes]);
    write::sequence(&[&write::oid(&oid::CMS_ENVELOPED_DATA), &write::tlv(write::context(0), &[&data])])
}
