//! Reading SignedData: bounded, nothing judged yet.

use crate::algorithm::{DigestAlgorithm, read_identifier};
use crate::asn1::{Fields, Node, Result, ber, context, context_primitive, whole, write};
use crate::certificate::Certificate;
use crate::limits::{
    ATTRIBUTES_MAX, EMBEDDED_CERTIFICATES_MAX, EMBEDDED_LISTS_MAX, LIST_ELEMENTS_MAX, SIGNED_MESSAGE_BYTES_MAX,
    SIGNERS_MAX,
};
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use crate::revocation_list::RevocationList;
use crate::serial::Serial;
use der::Tag;

/// A SignedData that could be read; nothing is said about its signatures.
///
/// `{ 1.2.840.113549.1.7.2, [0] { version, SET OF digestAlgorithm, { eContentType, [0] OCTET STRING OPTIONAL }, [0] certificates,
/// [1] revocation lists, SET OF SignerInfo } }` (RFC 5652 §3, §5.1, §5.2).
#[derive(Clone, Debug)]
pub struct SignedMessage {
    content_type: Oid,
    content: Option<Vec<u8>>,
    certificates: Vec<Certificate>,
    unread_certificates: usize,
    lists: Vec<RevocationList>,
    unread_lists: usize,
    signers: Vec<SignerInfo>,
}

/// One signer.
///
/// `{ version, sid, digestAlgorithm, [0] signed attributes, signatureAlgorithm, OCTET STRING s‖r, [1] unsigned attributes }`
/// (RFC 5652 §5.3; the signature's octets: RFC 4490 §3, R 1323565.1.025-2019).
#[derive(Clone, Debug)]
pub struct SignerInfo {
    pub(crate) id: SignerId,
    pub(crate) digest: DigestAlgorithm,
    pub(crate) signed_attributes: Option<SignedAttributes>,
    pub(crate) algorithm: Oid,
    pub(crate) signature: Vec<u8>,
    pub(crate) unsigned_attributes: Vec<Oid>,
}

/// Whose certificate to look for: `{ issuer, serialNumber }` in version 1, `[0] OCTET STRING` in version 3 (RFC 5652 §5.3).
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SignerId {
    /// Issuer's name and serial number.
    IssuerSerial {
        /// Issuer of the signer's certificate.
        issuer: Name,
        /// Its serial number.
        serial: Serial,
    },
    /// Subject key identifier.
    KeyId(Vec<u8>),
}

/// One attribute: its identifier and the DER of each value. `{ attrType, SET OF attrValue }` (RFC 5652 §5.3).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Attribute {
    /// Which attribute.
    pub oid: Oid,
    /// Its values.
    pub values: Vec<Vec<u8>>,
    raw: Vec<u8>,
}

/// The signed attributes of a signer: `[0] SET OF Attribute`, hashed as `SET OF` (RFC 5652 §5.3, §5.4).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignedAttributes {
    attributes: Vec<Attribute>,
    sent: Vec<u8>,
}

impl SignedMessage {
    /// Reads a message: DER, or BER with indefinite lengths as stream writers make it. Refuses over [`SIGNED_MESSAGE_BYTES_MAX`],
    /// trailing bytes, no signer, more signers, certificates, lists or attributes than the limits.
    pub fn parse(der: &[u8]) -> Result<Self> {
        if der.len() > SIGNED_MESSAGE_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "message bytes", limit: SIGNED_MESSAGE_BYTES_MAX });
        }
        let der = &ber::to_der(der, "message")?;
        let mut info = Fields::new(whole(der, "message")?.of(Tag::Sequence)?, "message");
        if info.oid()? != oid::CMS_SIGNED_DATA {
            return Err(PkiRefusal::NotSignedData);
        }
        let explicit = info.expect(context(0))?;
        info.end()?;
        let mut data = Fields::new(whole(explicit.body, "signed data")?.of(Tag::Sequence)?, "signed data");
        if !matches!(data.next()?.small()?, 1..=5) {
            return Err(PkiRefusal::Malformed("signed data version"));
        }
        for algorithm in data.expect(Tag::Set)?.fields().collect(SIGNERS_MAX)? {
            read_identifier(&algorithm, "digest algorithm")?;
        }
        let (content_type, content) = read_content(data.sequence()?)?;
        let (certificates, unread_certificates) = read_certificates(data.optional(context(0))?)?;
        let (lists, unread_lists) = read_lists(data.optional(context(1))?)?;
        let signers = data.expect(Tag::Set)?.fields().collect(SIGNERS_MAX)?;
        data.end()?;
        let signers = signers.iter().map(read_signer).collect::<Result<Vec<_>>>()?;
        if signers.is_empty() {
            return Err(PkiRefusal::NoSigner);
        }
        Ok(Self { content_type, content, certificates, unread_certificates, lists, unread_lists, signers })
    }

    /// Type of the content.
    #[must_use]
    pub fn content_type(&self) -> Oid {
        self.content_type
    }

    /// The content, when the message encloses it.
    #[must_use]
    pub fn content(&self) -> Option<&[u8]> {
        self.content.as_deref()
    }

    /// Certificates sent along. No signature covers this list.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// Certificates sent along that could not be read, and those of other kinds.
    #[must_use]
    pub fn unread_certificates(&self) -> usize {
        self.unread_certificates
    }

    /// Revocation lists sent along.
    #[must_use]
    pub fn revocation_lists(&self) -> &[RevocationList] {
        &self.lists
    }

    /// Revocation information sent along that could not be read, and OCSP answers.
    #[must_use]
    pub fn unread_revocation_lists(&self) -> usize {
        self.unread_lists
    }

    /// The signers.
    #[must_use]
    pub fn signers(&self) -> &[SignerInfo] {
        &self.signers
    }
}

impl SignerInfo {
    /// Whose certificate to look for.
    #[must_use]
    pub fn id(&self) -> &SignerId {
        &self.id
    }

    /// Digest of the content.
    #[must_use]
    pub fn digest(&self) -> DigestAlgorithm {
        self.digest
    }

    /// Signed attributes; `None` when the signature stands directly over the content.
    #[must_use]
    pub fn signed_attributes(&self) -> Option<&SignedAttributes> {
        self.signed_attributes.as_ref()
    }

    /// Digest of the content as the signer names it (RFC 5652 §11.2): by it the content is found among many. `None` where there
    /// are no attributes, or it cannot be read; nothing is verified.
    #[must_use]
    pub fn named_digest(&self) -> Option<&[u8]> {
        let value = self.signed_attributes.as_ref()?.single(oid::ATTR_MESSAGE_DIGEST).ok()??;
        whole(value, "message digest").ok()?.octets().ok()
    }

    /// Identifiers of the attributes no signature covers.
    #[must_use]
    pub fn unsigned_attributes(&self) -> &[Oid] {
        &self.unsigned_attributes
    }

    /// Is this the signer's certificate by its identifier?
    #[must_use]
    pub fn is_of(&self, certificate: &Certificate) -> bool {
        match &self.id {
            SignerId::IssuerSerial { issuer, serial } => {
                certificate.serial() == serial && certificate.issuer().matches(issuer)
            }
            SignerId::KeyId(key_id) => certificate.subject_key_id() == Some(key_id.as_slice()),
        }
    }
}

impl SignedAttributes {
    /// All attributes, as sent.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// All attributes with the identifier.
    pub fn all(&self, oid: Oid) -> impl Iterator<Item = &Attribute> {
        self.attributes.iter().filter(move |attribute| attribute.oid == oid)
    }

    /// The one value of the attribute; `Err` when it stands twice or has not exactly one value.
    pub(crate) fn single(&self, oid: Oid) -> core::result::Result<Option<&[u8]>, ()> {
        let mut found = self.all(oid);
        match (found.next(), found.next()) {
            (None, _) => Ok(None),
            (Some(attribute), None) => match attribute.values.as_slice() {
                [value] => Ok(Some(value)),
                _ => Err(()),
            },
            (Some(_), Some(_)) => Err(()),
        }
    }

    /// What DER says is signed: the SET OF in DER's order (RFC 5652 §5.4).
    pub(crate) fn as_der(&self) -> Vec<u8> {
        write::set_of(self.attributes.iter().map(|attribute| attribute.raw.clone()).collect())
    }

    /// The SET OF in the order it was sent.
    pub(crate) fn as_sent(&self) -> Vec<u8> {
        write::tlv(0x31, &[&self.sent])
    }
}

fn read_content(mut fields: Fields<'_>) -> Result<(Oid, Option<Vec<u8>>)> {
    let content_type = fields.oid()?;
    let content = match fields.optional(context(0))? {
        Some(content) => Some(whole(content.body, "content")?.octets()?.to_vec()),
        None => None,
    };
    fields.end()?;
    Ok((content_type, content))
}

/// What cannot be read is counted and left: it may not be the signer's, and no signature covers it.
fn read_certificates(set: Option<Node<'_>>) -> Result<(Vec<Certificate>, usize)> {
    let Some(set) = set else { return Ok((Vec::new(), 0)) };
    let nodes = set.fields().collect(EMBEDDED_CERTIFICATES_MAX)?;
    let read: Vec<Certificate> = nodes.iter().filter_map(|node| Certificate::from_der(node.raw).ok()).collect();
    let unread = nodes.len().saturating_sub(read.len());
    Ok((read, unread))
}

fn read_lists(set: Option<Node<'_>>) -> Result<(Vec<RevocationList>, usize)> {
    let Some(set) = set else { return Ok((Vec::new(), 0)) };
    let nodes = set.fields().collect(EMBEDDED_LISTS_MAX)?;
    let read: Vec<RevocationList> = nodes.iter().filter_map(|node| RevocationList::from_der(node.raw).ok()).collect();
    let unread = nodes.len().saturating_sub(read.len());
    Ok((read, unread))
}

fn read_signer(node: &Node<'_>) -> Result<SignerInfo> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, "signer");
    let version = fields.next()?.small()?;
    let id = match fields.optional(context_primitive(0))? {
        Some(key_id) if version == 3 => SignerId::KeyId(key_id.body.to_vec()),
        None if version == 1 => {
            let mut pair = fields.sequence()?;
            let issuer = Name::from_node(&pair.next()?)?;
            let serial = Serial::from_bytes(pair.next()?.unsigned()?)?;
            pair.end()?;
            SignerId::IssuerSerial { issuer, serial }
        }
        _ => return Err(PkiRefusal::Malformed("signer version")),
    };
    let digest = DigestAlgorithm::named(read_identifier(&fields.next()?, "digest algorithm")?);
    let signed_attributes = match fields.optional(context(0))? {
        Some(set) => Some(SignedAttributes { attributes: read_attributes(&set)?, sent: set.body.to_vec() }),
        None => None,
    };
    let algorithm = read_identifier(&fields.next()?, "signature algorithm")?;
    let signature = fields.next()?.octets()?.to_vec();
    let unsigned_attributes = match fields.optional(context(1))? {
        Some(set) => read_attributes(&set)?.iter().map(|attribute| attribute.oid).collect(),
        None => Vec::new(),
    };
    fields.end()?;
    Ok(SignerInfo { id, digest, signed_attributes, algorithm, signature, unsigned_attributes })
}

fn read_attributes(set: &Node<'_>) -> Result<Vec<Attribute>> {
    let nodes = set.fields().collect(ATTRIBUTES_MAX)?;
    let read = |node: &Node<'_>| {
        let mut fields = Fields::new(node.of(Tag::Sequence)?, "attribute");
        let oid = fields.oid()?;
        let values = fields.expect(Tag::Set)?.fields().collect(LIST_ELEMENTS_MAX)?;
        fields.end()?;
        let values = values.iter().map(|value| value.raw.to_vec()).collect();
        Ok(Attribute { oid, values, raw: node.raw.to_vec() })
    };
    // at least one, if the field is there at all (RFC 5652 §5.3)
    if nodes.is_empty() { Err(PkiRefusal::Malformed("attributes")) } else { nodes.iter().map(read).collect() }
}
