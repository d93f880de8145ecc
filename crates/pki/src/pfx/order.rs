//! Writing a PFX.

use super::mac;
use crate::algorithm::PublicKeyInfo;
use crate::asn1::{Result, write};
use crate::certificate::Certificate;
use crate::keys::private_key_to_der;
use crate::limits::{NAME_VALUE_CHARS_MAX, PFX_PARTS_MAX, SALT_BYTES_WRITTEN};
use crate::oid::{self, Oid};
use crate::pbes2::{PasswordProtection, Protected, Protector};
use crate::refusal::PkiRefusal;
use gost::PrivateKey;

const BMP_STRING: u8 = 0x1e;
/// Version of the format (RFC 7292 §4).
const VERSION: u32 = 3;

/// What goes into a PFX file. Key and certificates are encrypted under one key from the password, the whole carries a code of authenticity
/// over Streebog-512 under another.
#[derive(Debug)]
pub struct PfxOrder<'a> {
    /// The key.
    pub key: &'a PrivateKey,
    /// Its certificate; refused when it is another key's. A key without one may be kept until its certificate is issued.
    pub certificate: Option<&'a Certificate>,
    /// Certificates from the issuer upwards; may be empty.
    pub chain: &'a [Certificate],
    /// The name people see.
    pub friendly_name: Option<&'a str>,
    /// Cipher and rounds of both derivations. The code of authenticity makes OMAC needless here, and OpenSSL with gost-engine reads
    /// neither OMAC nor certificates over 1 024 bytes under Magma: Kuznyechik is the one to take.
    pub protection: PasswordProtection,
}

impl PfxOrder<'_> {
    /// Writes the file. Refuses an empty or too long password, a foreign certificate, rounds outside the limits. `chance` fills salts
    /// and initial vectors.
    pub fn seal(&self, password: &str, chance: &mut dyn FnMut(&mut [u8])) -> Result<Vec<u8>> {
        self.check()?;
        let protector = Protector::new(password, self.protection, chance)?;
        let mut parts = Vec::new();
        // one part for each certificate: shorter than the sections that gost-engine takes, where all programs agree
        for certificate in self.certificate_bags()? {
            parts.push(encrypted_data(&protector.protect(&write::list(&[certificate]), chance)?));
        }
        let key = protector.protect(&private_key_to_der(self.key), chance)?;
        let shrouded = write::sequence(&[&key.identifier, &write::octets(&key.encrypted)]);
        parts.push(data(&write::list(&[bag(&oid::BAG_SHROUDED_KEY, &shrouded, self.attributes()?)])));
        let safe = write::list(&parts);
        let mut salt = [0; SALT_BYTES_WRITTEN];
        chance(&mut salt);
        let mac = mac::write(&safe, password, &salt, self.protection.iterations)?;
        Ok(write::sequence(&[&write::small(VERSION), &data(&safe), &mac]))
    }

    fn check(&self) -> Result<()> {
        // the certificate and the key have a part each
        if self.chain.len() > PFX_PARTS_MAX.saturating_sub(2) {
            return Err(PkiRefusal::OverLimit { what: "parts", limit: PFX_PARTS_MAX });
        }
        if self.friendly_name.is_some_and(|name| name.chars().count() > NAME_VALUE_CHARS_MAX) {
            return Err(PkiRefusal::OverLimit { what: "characters of the name", limit: NAME_VALUE_CHARS_MAX });
        }
        let Some(certificate) = self.certificate else { return Ok(()) };
        let public = certificate.public_key().gost_key()?;
        if public.to_octets() == self.key.public_key().to_octets() { Ok(()) } else { Err(PkiRefusal::BadKey) }
    }

    fn certificate_bags(&self) -> Result<Vec<Vec<u8>>> {
        let own = match self.certificate {
            Some(certificate) => Some(certificate_bag(certificate, self.attributes()?)),
            None => None,
        };
        let above = self.chain.iter().map(|certificate| certificate_bag(certificate, Vec::new()));
        Ok(own.into_iter().chain(above).collect())
    }

    fn attributes(&self) -> Result<Vec<Vec<u8>>> {
        let key_id = match self.certificate {
            Some(certificate) => certificate.thumbprint_sha1(),
            None => PublicKeyInfo::of(&self.key.public_key()).key_identifier(),
        };
        let mut attributes = vec![attribute(&oid::ATTR_LOCAL_KEY_ID, write::octets(&key_id))];
        if let Some(name) = self.friendly_name {
            let bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
            attributes.push(attribute(&oid::ATTR_FRIENDLY_NAME, write::tlv(BMP_STRING, &[&bytes])));
        }
        Ok(attributes)
    }
}

fn attribute(kind: &Oid, value: Vec<u8>) -> Vec<u8> {
    write::sequence(&[&write::oid(kind), &write::set_of(vec![value])])
}

fn bag(kind: &Oid, value: &[u8], attributes: Vec<Vec<u8>>) -> Vec<u8> {
    let attributes = if attributes.is_empty() { Vec::new() } else { write::set_of(attributes) };
    write::sequence(&[&write::oid(kind), &write::tlv(write::context(0), &[value]), &attributes])
}

fn certificate_bag(certificate: &Certificate, attributes: Vec<Vec<u8>>) -> Vec<u8> {
    let held = write::tlv(write::context(0), &[&write::octets(certificate.to_der())]);
    bag(&oid::BAG_CERTIFICATE, &write::sequence(&[&write::oid(&oid::BAG_X509), &held]), attributes)
}

fn data(content: &[u8]) -> Vec<u8> {
    write::sequence(&[&write::oid(&oid::CMS_DATA), &write::tlv(write::context(0), &[&write::octets(content)])])
}

fn encrypted_data(protected: &Protected) -> Vec<u8> {
    let held = write::tlv(write::context_primitive(0), &[&protected.encrypted]);
    let info = write::sequence(&[&write::oid(&oid::CMS_DATA), &protected.identifier, &held]);
    let encrypted = write::sequence(&[&write::small(0), &info]);
    write::sequence(&[&write::oid(&oid::CMS_ENCRYPTED_DATA), &write::tlv(write::context(0), &[&encrypted])])
}
