//! Reading an OCSP request (RFC 6960 §4.1).

use crate::algorithm::DigestAlgorithm;
use crate::asn1::{Fields, Node, Result, context, whole};
use crate::certificate::Certificate;
use crate::extensions::read_tagged_list;
use crate::limits::{OCSP_ASKED_MAX, OCSP_NONCE_BYTES_MAX, OCSP_REQUEST_BYTES_MAX};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use crate::serial::Serial;
use der::Tag;
use sha1::{Digest as _, Sha1};
use sha2::Sha256;

const WHAT: &str = "status request";

/// A certificate as a request names it: by digests of its issuer's name and key, and its serial number.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RequestedCertificate {
    /// As it came: an answer repeats it octet for octet.
    pub(super) der: Vec<u8>,
    digest: Oid,
    name_hash: Vec<u8>,
    key_hash: Vec<u8>,
    serial: Serial,
}

impl RequestedCertificate {
    fn read(node: &Node<'_>) -> Result<Self> {
        let mut fields = Fields::new(node.of(Tag::Sequence)?, WHAT);
        let digest = fields.sequence()?.oid()?;
        let name_hash = fields.next()?.octets()?.to_vec();
        let key_hash = fields.next()?.octets()?.to_vec();
        let serial = Serial::from_bytes(fields.expect(Tag::Integer)?.unsigned()?)?;
        fields.end()?;
        Ok(Self { der: node.raw.to_vec(), digest, name_hash, key_hash, serial })
    }

    /// Which serial number.
    #[must_use]
    pub fn serial(&self) -> &Serial {
        &self.serial
    }

    /// Whether this is the issuer meant. Digests of another kind than SHA-1, SHA-256 and Streebog are of nobody.
    #[must_use]
    pub fn is_issued_by(&self, issuer: &Certificate) -> bool {
        let digest = |octets: &[u8]| match self.digest {
            oid::SHA_1 => Some(Sha1::digest(octets).to_vec()),
            oid::SHA_256 => Some(Sha256::digest(octets).to_vec()),
            oid::DIGEST_256 => DigestAlgorithm::Streebog256.digest(octets),
            oid::DIGEST_512 => DigestAlgorithm::Streebog512.digest(octets),
            _ => None,
        };
        digest(issuer.subject().to_der()).is_some_and(|hash| hash == self.name_hash)
            && digest(issuer.public_key().bits()).is_some_and(|hash| hash == self.key_hash)
    }
}

/// What is asked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OcspRequest {
    asked: Vec<RequestedCertificate>,
    nonce: Option<Vec<u8>>,
}

impl OcspRequest {
    /// Reads a request. A signature around it is passed over: nobody is told more for having signed. Refuses over
    /// [`OCSP_REQUEST_BYTES_MAX`], none or more than [`OCSP_ASKED_MAX`] certificates, a nonce of more than
    /// [`OCSP_NONCE_BYTES_MAX`], trailing bytes.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        if der.len() > OCSP_REQUEST_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "status request bytes", limit: OCSP_REQUEST_BYTES_MAX });
        }
        let mut outer = Fields::new(whole(der, WHAT)?.of(Tag::Sequence)?, WHAT);
        let mut body = outer.sequence()?;
        outer.optional(context(0))?;
        outer.end()?;
        if let Some(version) = body.optional(context(0))?
            && whole(version.body, WHAT)?.small()? != 0
        {
            return Err(PkiRefusal::Malformed(WHAT));
        }
        body.optional(context(1))?;
        let list = body.expect(Tag::Sequence)?.fields().collect(OCSP_ASKED_MAX)?;
        let extensions = read_tagged_list(&mut body, context(2))?;
        body.end()?;
        let asked = list.iter().map(read_asked).collect::<Result<Vec<_>>>()?;
        if asked.is_empty() {
            return Err(PkiRefusal::Malformed(WHAT));
        }
        let nonce = extensions.into_iter().find(|extension| extension.oid == oid::OCSP_NONCE);
        let nonce = nonce.map(|extension| extension.value);
        if nonce.as_ref().is_some_and(|nonce| nonce.len() > OCSP_NONCE_BYTES_MAX) {
            return Err(PkiRefusal::OverLimit { what: "nonce bytes", limit: OCSP_NONCE_BYTES_MAX });
        }
        Ok(Self { asked, nonce })
    }

    /// The certificates asked about, in order; at least one.
    #[must_use]
    pub fn asked(&self) -> &[RequestedCertificate] {
        &self.asked
    }

    /// The value of the nonce extension as it came.
    #[must_use]
    pub fn nonce(&self) -> Option<&[u8]> {
        self.nonce.as_deref()
    }
}

fn read_asked(node: &Node<'_>) -> Result<RequestedCertificate> {
    let mut fields = Fields::new(node.of(Tag::Sequence)?, WHAT);
    let id = RequestedCertificate::read(&fields.next()?)?;
    fields.optional(context(0))?;
    fields.end()?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::write;
    use crate::issue::extension;

    fn one(serial: &[u8]) -> Vec<u8> {
        let digest = write::sequence(&[&write::oid(&oid::SHA_1), write::NULL]);
        let id =
            write::sequence(&[&digest, &write::octets(&[1; 20]), &write::octets(&[2; 20]), &write::unsigned(serial)]);
        write::sequence(&[&id])
    }

    fn request(asked: &[Vec<u8>], nonce: Option<&[u8]>) -> Vec<u8> {
        let nonce = nonce.map(|nonce| write::list(&[extension(&oid::OCSP_NONCE, false, nonce)]));
        let extensions = nonce.map(|list| write::tlv(write::context(2), &[&list])).unwrap_or_default();
        write::sequence(&[&write::sequence(&[&write::list(asked), &extensions])])
    }

    #[test]
    fn what_is_asked_comes_back() {
        let read = OcspRequest::from_der(&request(&[one(&[5]), one(&[7])], Some(&[4, 2, 9, 9]))).unwrap();
        let serials: Vec<&[u8]> = read.asked().iter().map(|asked| asked.serial().as_bytes()).collect();
        assert_eq!(serials, [&[5][..], &[7]]);
        assert_eq!(read.nonce(), Some(&[4, 2, 9, 9][..]));
        assert_eq!(OcspRequest::from_der(&request(&[one(&[5])], None)).unwrap().nonce(), None);
    }

    #[test]
    fn too_much_too_little_and_too_long_are_refused() {
        let many = vec![one(&[5]); OCSP_ASKED_MAX + 1];
        for wrong in [
            request(&[], None),
            request(&many, None),
            request(&[one(&[5])], Some(&[0; OCSP_NONCE_BYTES_MAX + 1])),
            [request(&[one(&[5])], None), vec![0]].concat(),
            vec![0; OCSP_REQUEST_BYTES_MAX + 1],
            Vec::new(),
        ] {
            assert!(OcspRequest::from_der(&wrong).is_err(), "{} octets", wrong.len());
        }
    }

    #[test]
    fn cut_and_changed_requests_do_not_panic() {
        let good = request(&[one(&[5])], Some(&[4, 2, 9, 9]));
        for at in 0..good.len() {
            assert!(OcspRequest::from_der(&good[..at]).is_err(), "cut at {at}");
            let mut changed = good.clone();
            changed[at] ^= 0x55;
            let _ = OcspRequest::from_der(&changed);
        }
    }
}
