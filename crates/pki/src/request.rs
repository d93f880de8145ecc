//! Requests for certificates, PKCS#10 (RFC 2986).
//!
//! ```
//! use pki::{CertificateRequest, KeyUsage, Name, keys};
//!
//! let key = keys::private_key_from_pem(&std::fs::read_to_string("doc/romashka.pem")?)?;
//! let name = Name::builder().cn("ООО Ромашка").build()?;
//! // in earnest the hedge is chance
//! let request = CertificateRequest::create(&key, &name, KeyUsage::DIGITAL_SIGNATURE, &[7; 32])?;
//! let read = CertificateRequest::from_der(request.to_der())?;
//! assert!(read.verify().is_ok());
//! assert_eq!(read.subject(), &name);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::algorithm::{PublicKeyInfo, check_signed, read_identifier};
use crate::asn1::{Fields, Result, context, whole, write};
use crate::extensions::{Extension, KeyUsage, read_known, read_list};
use crate::limits::{ATTRIBUTES_MAX, CERTIFICATE_BYTES_MAX};
use crate::name::Name;
use crate::oid::{self, Oid};
use crate::pem;
use crate::refusal::PkiRefusal;
use crate::report::Check;
use crate::signer::sign_tbs_with;
use der::Tag;
use gost::PrivateKey;

const PEM_LABEL: &str = "CERTIFICATE REQUEST";

/// A request: a name, a key, wished extensions, signed with the key itself.
///
/// `{ { 0, subject, subjectPKInfo, [0] SET OF { attrType, SET OF attrValue } }, signatureAlgorithm, BIT STRING s‖r }`, the extensions in
/// the attribute 1.2.840.113549.1.9.14 (RFC 2986 §4; RFC 2985 §5.4.2).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CertificateRequest {
    der: Vec<u8>,
    tbs: Vec<u8>,
    subject: Name,
    public_key: PublicKeyInfo,
    extensions: Vec<Extension>,
    subject_sign_tool: Option<String>,
    key_usage: Option<KeyUsage>,
    algorithm: Oid,
    signature: Vec<u8>,
}

impl CertificateRequest {
    /// Reads a request; its signature is judged by [`Self::verify`]. Refuses over [`CERTIFICATE_BYTES_MAX`] and trailing bytes.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        if der.len() > CERTIFICATE_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "request bytes", limit: CERTIFICATE_BYTES_MAX });
        }
        let mut fields = Fields::new(whole(der, "request")?.of(Tag::Sequence)?, "request");
        let tbs = fields.expect(Tag::Sequence)?;
        let algorithm = read_identifier(&fields.next()?, "request")?;
        let signature = fields.next()?.bits()?.to_vec();
        fields.end()?;
        let mut body = tbs.fields();
        if body.next()?.small()? != 0 {
            return Err(PkiRefusal::Malformed("request version"));
        }
        let subject = Name::from_node(&body.next()?)?;
        let public_key = PublicKeyInfo::from_node(&body.next()?)?;
        // the attributes are not optional in RFC 2986, and are left out by some
        let extensions = match body.optional(context(0))? {
            Some(attributes) => read_attributes(attributes.fields())?,
            None => Vec::new(),
        };
        body.end()?;
        let known = read_known(&extensions)?;
        Ok(Self {
            der: der.to_vec(),
            tbs: tbs.raw.to_vec(),
            subject,
            public_key,
            extensions,
            subject_sign_tool: known.subject_sign_tool,
            key_usage: known.key_usage,
            algorithm,
            signature,
        })
    }

    /// The first request of a PEM text.
    pub fn from_pem(text: &str) -> Result<Self> {
        let blocks = pem::blocks(text, &[PEM_LABEL, "NEW CERTIFICATE REQUEST"])?;
        Self::from_der(blocks.first().ok_or(PkiRefusal::Pem(PEM_LABEL))?)
    }

    /// Makes a request that wishes for the key usage, and signs it. `hedge` is chance for the nonce.
    pub fn create(key: &PrivateKey, subject: &Name, key_usage: KeyUsage, hedge: &[u8]) -> Result<Self> {
        let public_key = PublicKeyInfo::of(&key.public_key());
        let wished =
            write::list(&[crate::issue::extension(&oid::EXT_KEY_USAGE, true, &write::named_bits(&key_usage.bits()))]);
        let attribute = write::sequence(&[&write::oid(&oid::ATTR_EXTENSION_REQUEST), &write::set_of(vec![wished])]);
        let attributes = write::tlv(write::context(0), &[&attribute]);
        let version = write::small(0);
        let der = sign_tbs_with(key, hedge, |_| {
            write::sequence(&[&version, subject.to_der(), public_key.to_der(), &attributes])
        })?;
        Self::from_der(&der)
    }

    /// Refuses when the request is not signed by its own key: the asker does not hold it.
    pub fn verify(&self) -> Result<()> {
        match check_signed(&self.public_key, &self.algorithm, &self.tbs, &self.signature) {
            Check::Yes => Ok(()),
            Check::No { .. } => Err(PkiRefusal::RequestSignature),
            Check::Unknown { .. } => Err(PkiRefusal::UnknownAlgorithm),
        }
    }

    /// The exact bytes.
    #[must_use]
    pub fn to_der(&self) -> &[u8] {
        &self.der
    }

    /// One PEM block.
    pub fn to_pem(&self) -> Result<String> {
        pem::write(PEM_LABEL, &self.der)
    }

    /// The wished name.
    #[must_use]
    pub fn subject(&self) -> &Name {
        &self.subject
    }

    /// The key.
    #[must_use]
    pub fn public_key(&self) -> &PublicKeyInfo {
        &self.public_key
    }

    /// The wished extensions, raw.
    #[must_use]
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// The wished key usage.
    #[must_use]
    pub fn key_usage(&self) -> Option<KeyUsage> {
        self.key_usage
    }

    /// Средство электронной подписи that made the key.
    #[must_use]
    pub fn subject_sign_tool(&self) -> Option<&str> {
        self.subject_sign_tool.as_deref()
    }
}

/// The wished extensions among the attributes; other attributes are not looked at.
fn read_attributes(attributes: Fields<'_>) -> Result<Vec<Extension>> {
    let mut extensions = Vec::new();
    for attribute in attributes.collect(ATTRIBUTES_MAX)? {
        let mut fields = Fields::new(attribute.of(Tag::Sequence)?, "request attribute");
        let oid = fields.oid()?;
        let values = fields.expect(Tag::Set)?;
        fields.end()?;
        if oid == oid::ATTR_EXTENSION_REQUEST {
            if !extensions.is_empty() {
                return Err(PkiRefusal::Malformed("request attribute (twice)"));
            }
            let list = whole(values.body, "request attribute")?;
            extensions = read_list(Fields::new(list.of(Tag::Sequence)?, "request attribute"))?;
        }
    }
    Ok(extensions)
}
