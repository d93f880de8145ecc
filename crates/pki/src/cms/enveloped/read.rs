//! Reading EnvelopedData: bounded, opened only with a key.

use super::agreement::{self, Agreement};
use super::transport::Transport;
use crate::asn1::{Fields, Node, Result, ber, context, context_primitive, implicit_octets, whole};
use crate::certificate::Certificate;
use crate::ciphers::{Key, Sections};
use crate::content_cipher::ContentCipher;
use crate::limits::{
    ATTRIBUTES_MAX, ENVELOPED_BYTES_MAX, RECIPIENT_PART_BYTES_MAX, RECIPIENT_TRIALS_MAX, RECIPIENTS_MAX,
};
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use crate::serial::Serial;
use der::Tag;
use gost::PrivateKey;
use zeroize::Zeroizing;

/// An EnvelopedData that could be read; nothing is decrypted yet.
///
/// `{ 1.2.840.113549.1.7.3, [0] { version, SET OF RecipientInfo, { contentType, cipher, [0] encrypted content OPTIONAL },
/// [1] unprotected attributes } }` (RFC 5652 §6.1).
#[derive(Clone, Debug)]
pub struct EnvelopedMessage {
    recipients: Vec<Recipient>,
    content_type: Oid,
    cipher: Vec<u8>,
    encrypted: Option<Vec<u8>>,
    mac: Option<Vec<u8>>,
    unread_recipients: usize,
}

/// Whose key opens an entry: `{ issuer, serialNumber }`, or `[0]` with the key identifier (RFC 5652 §6.2.1, §6.2.2).
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RecipientId {
    /// Issuer's name and serial number of the recipient's certificate.
    IssuerSerial {
        /// Issuer.
        issuer: Name,
        /// Serial number.
        serial: Serial,
    },
    /// Subject key identifier of the recipient's certificate.
    KeyId(Vec<u8>),
}

impl RecipientId {
    /// Is this the certificate meant?
    #[must_use]
    pub fn is_of(&self, certificate: &Certificate) -> bool {
        match self {
            Self::IssuerSerial { issuer, serial } => {
                certificate.serial() == serial && certificate.issuer().matches(issuer)
            }
            Self::KeyId(key_id) => certificate.subject_key_id() == Some(key_id.as_slice()),
        }
    }
}

#[derive(Clone, Debug)]
struct Recipient {
    id: RecipientId,
    entry: Entry,
}

#[derive(Clone, Debug)]
enum Entry {
    Transport(Transport),
    Agreement(Agreement),
}

impl EnvelopedMessage {
    /// Reads a message: DER, or BER with indefinite lengths. Refuses over [`ENVELOPED_BYTES_MAX`], trailing bytes, more recipients than
    /// [`RECIPIENTS_MAX`], a content cipher that is not read.
    pub fn parse(der: &[u8]) -> Result<Self> {
        if der.len() > ENVELOPED_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "message bytes", limit: ENVELOPED_BYTES_MAX });
        }
        let der = &ber::to_der(der, "message")?;
        let mut data = enveloped_data(der)?;
        if data.next()?.small()? > 4 {
            return Err(PkiRefusal::Malformed("enveloped data version"));
        }
        // certificates and lists of the sender: nothing vouches for them
        data.optional(context(0))?;
        let mut recipients = Recipients::default();
        for entry in data.expect(Tag::Set)?.fields().collect(RECIPIENTS_MAX)? {
            recipients.read(&entry)?;
        }
        let mut content = data.sequence()?;
        let content_type = content.oid()?;
        let cipher = content.expect(Tag::Sequence)?;
        ContentCipher::read(&cipher)?;
        let encrypted = if content.is_empty() { None } else { Some(implicit_octets(&content.next()?)?) };
        content.end()?;
        let mac = match data.optional(context(1))? {
            Some(attributes) => read_mac(&attributes)?,
            None => None,
        };
        data.end()?;
        Ok(Self {
            recipients: recipients.read,
            unread_recipients: recipients.unread,
            content_type,
            cipher: cipher.raw.to_vec(),
            encrypted,
            mac,
        })
    }

    /// Whose keys open the message.
    pub fn recipients(&self) -> impl Iterator<Item = &RecipientId> {
        self.recipients.iter().map(|recipient| &recipient.id)
    }

    /// Entries of kinds that are not read (passwords, shared keys).
    #[must_use]
    pub fn unread_recipients(&self) -> usize {
        self.unread_recipients
    }

    /// Is one of the entries for this certificate?
    #[must_use]
    pub fn is_for(&self, certificate: &Certificate) -> bool {
        self.recipients().any(|id| id.is_of(certificate))
    }

    /// Type of the content inside; [`oid::CMS_DATA`] for a document, [`oid::CMS_SIGNED_DATA`] for a signed one.
    #[must_use]
    pub fn content_type(&self) -> Oid {
        self.content_type
    }

    /// Does the message carry the encrypted content itself?
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.encrypted.is_some()
    }

    /// Would a changed byte of the content be noticed? Only under a cipher with OMAC.
    #[must_use]
    pub fn notices_changes(&self) -> bool {
        let cipher = whole(&self.cipher, "cipher").and_then(|node| ContentCipher::read(&node));
        cipher.is_ok_and(|cipher| cipher.mac_bytes() > 0)
    }

    /// Decrypts with the key of one of the recipients. Refuses a message that names no entry of the certificate
    /// ([`PkiRefusal::NotAddressed`]), a key that is not the certificate's ([`PkiRefusal::BadKey`]), and whatever does not fit inside
    /// ([`PkiRefusal::NotOpened`]).
    pub fn open(&self, key: &PrivateKey, certificate: &Certificate) -> Result<Zeroizing<Vec<u8>>> {
        let encrypted = self.encrypted.as_deref().ok_or(PkiRefusal::Absent("encrypted content"))?;
        self.open_detached(key, certificate, encrypted)
    }

    /// The same for content that travels apart.
    pub fn open_detached(
        &self,
        key: &PrivateKey,
        certificate: &Certificate,
        encrypted: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>> {
        if certificate.public_key().gost_key()?.to_octets() != key.public_key().to_octets() {
            return Err(PkiRefusal::BadKey);
        }
        let content_key = self.content_key(key, certificate)?;
        let cipher = ContentCipher::read(&whole(&self.cipher, "cipher")?)?;
        cipher.open(&content_key, Sections::Standard, (encrypted, self.mac.as_deref()))
    }

    fn content_key(&self, key: &PrivateKey, certificate: &Certificate) -> Result<Key> {
        let mut refusal = PkiRefusal::NotAddressed;
        let addressed = self.recipients.iter().filter(|recipient| recipient.id.is_of(certificate));
        for recipient in addressed.take(RECIPIENT_TRIALS_MAX) {
            let opened = match &recipient.entry {
                Entry::Transport(transport) => transport.open(key),
                Entry::Agreement(agreement) => agreement.open(key),
            };
            match opened {
                Ok(content_key) => return Ok(content_key),
                Err(unknown @ PkiRefusal::UnknownProtection(_)) => refusal = unknown,
                // one answer for all that is wrong inside an entry: nothing to learn from trying
                Err(_) => refusal = PkiRefusal::NotOpened,
            }
        }
        Err(refusal)
    }
}

#[derive(Default)]
struct Recipients {
    read: Vec<Recipient>,
    unread: usize,
}

impl Recipients {
    fn read(&mut self, node: &Node<'_>) -> Result<()> {
        match node.tag {
            Tag::Sequence => self.transport(node.fields()),
            tag if tag == context(1) => self.agreement(node.fields()),
            _ => {
                self.unread = self.unread.saturating_add(1);
                Ok(())
            }
        }
    }

    fn push(&mut self, id: RecipientId, entry: Entry) -> Result<()> {
        if self.read.len() == RECIPIENTS_MAX {
            return Err(PkiRefusal::OverLimit { what: "recipients", limit: RECIPIENTS_MAX });
        }
        self.read.push(Recipient { id, entry });
        Ok(())
    }

    fn transport(&mut self, mut fields: Fields<'_>) -> Result<()> {
        let version = fields.next()?.small()?;
        let id = match fields.optional(context_primitive(0))? {
            Some(key_id) if version == 2 => RecipientId::KeyId(key_id.body.to_vec()),
            None if version == 0 => issuer_serial(fields.sequence()?)?,
            _ => return Err(PkiRefusal::Malformed("recipient version")),
        };
        let algorithm = bounded(fields.expect(Tag::Sequence)?)?;
        let encrypted = bounded(fields.next()?)?;
        fields.end()?;
        self.push(id, Entry::Transport(Transport::read(&algorithm, &encrypted)?))
    }

    /// One entry for each of the recipients that share the sender's key.
    fn agreement(&mut self, mut fields: Fields<'_>) -> Result<()> {
        if fields.next()?.small()? != agreement::VERSION {
            return Err(PkiRefusal::Malformed("recipient version"));
        }
        let originator = bounded(fields.expect(context(0))?)?;
        let ukm = match fields.optional(context(1))? {
            Some(ukm) => Some(whole(bounded(ukm)?.body, "ukm")?.octets()?),
            None => None,
        };
        let algorithm = bounded(fields.expect(Tag::Sequence)?)?;
        let keys = fields.sequence()?.collect(RECIPIENTS_MAX)?;
        fields.end()?;
        for key in keys {
            let mut pair = Fields::new(key.of(Tag::Sequence)?, "recipient");
            let id = match pair.optional(context(0))? {
                Some(key_id) => RecipientId::KeyId(bounded(key_id)?.fields().next()?.octets()?.to_vec()),
                None => issuer_serial(pair.sequence()?)?,
            };
            let encrypted = bounded(pair.next()?)?.octets()?;
            pair.end()?;
            self.push(id, Entry::Agreement(Agreement::new(&originator, ukm, &algorithm, encrypted)))?;
        }
        Ok(())
    }
}

fn enveloped_data(der: &[u8]) -> Result<Fields<'_>> {
    let mut info = Fields::new(whole(der, "message")?.of(Tag::Sequence)?, "message");
    if info.oid()? != oid::CMS_ENVELOPED_DATA {
        return Err(PkiRefusal::NotEnveloped);
    }
    let explicit = info.expect(context(0))?;
    info.end()?;
    Ok(Fields::new(whole(explicit.body, "enveloped data")?.of(Tag::Sequence)?, "enveloped data"))
}

/// Refuses a part of an entry that would cost too much to keep for each recipient.
fn bounded(node: Node<'_>) -> Result<Node<'_>> {
    if node.raw.len() > RECIPIENT_PART_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what: "bytes of a recipient", limit: RECIPIENT_PART_BYTES_MAX });
    }
    Ok(node)
}

fn issuer_serial(mut pair: Fields<'_>) -> Result<RecipientId> {
    let issuer = Name::from_node(&pair.next()?)?;
    let serial = Serial::from_bytes(pair.next()?.unsigned()?)?;
    pair.end()?;
    Ok(RecipientId::IssuerSerial { issuer, serial })
}

/// The code of the content; refused when it stands twice.
fn read_mac(attributes: &Node<'_>) -> Result<Option<Vec<u8>>> {
    let mut mac = None;
    for attribute in attributes.fields().collect(ATTRIBUTES_MAX)? {
        let mut fields = Fields::new(attribute.of(Tag::Sequence)?, "attribute");
        let kind = fields.oid()?;
        let mut values = fields.expect(Tag::Set)?.fields();
        fields.end()?;
        if kind == oid::ATTR_CMS_MAC {
            let value = values.next()?.octets()?.to_vec();
            values.end()?;
            if mac.replace(value).is_some() {
                return Err(PkiRefusal::Malformed("attribute"));
            }
        }
    }
    Ok(mac)
}
