//! Putting detached signatures together: several signers in one message, and a message around its content.
//! No signature covers what is written here anew (RFC 5652 §5.1): version, digest algorithms, certificates, order of signers.

use crate::asn1::{Fields, Node, Result, context, whole, write};
use crate::limits::{EMBEDDED_CERTIFICATES_MAX, EMBEDDED_LISTS_MAX, SIGNED_MESSAGE_BYTES_MAX, SIGNERS_MAX};
use crate::oid;
use crate::refusal::PkiRefusal;
use der::Tag;

/// A message that encloses its content: `before ‖ content ‖ after`. The content itself may stay where it is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Enclosing {
    /// What stands before the content.
    pub before: Vec<u8>,
    /// What stands after it.
    pub after: Vec<u8>,
}

/// One message with the signers of all, in DER. Signers, certificates and lists that stand twice are written once.
///
/// Refuses messages that enclose content, messages of different content types, more signers, certificates or lists than the
/// limits. That all sign the same content is seen only by who verifies: a digest without attributes cannot be compared here.
pub fn join(messages: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut read = messages.iter().map(|message| Parts::read(message));
    let mut all = read.next().ok_or(PkiRefusal::NoSigner)??;
    for parts in read {
        let parts = parts?;
        if parts.content_type != all.content_type {
            return Err(PkiRefusal::Malformed("content type"));
        }
        all.version = all.version.max(parts.version);
        all.digests.extend(parts.digests);
        all.certificates.extend(parts.certificates);
        all.lists.extend(parts.lists);
        all.signers.extend(parts.signers);
    }
    Ok(all.unique()?.detached())
}

/// The same message around a content of so many bytes. Refuses a message that encloses content already, and over
/// [`SIGNED_MESSAGE_BYTES_MAX`] altogether.
pub fn enclose(message: &[u8], content_bytes: usize) -> Result<Enclosing> {
    let enclosing = Parts::read(message)?.unique()?.around(content_bytes);
    let length = enclosing.before.len().saturating_add(enclosing.after.len()).saturating_add(content_bytes);
    if length > SIGNED_MESSAGE_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what: "message bytes", limit: SIGNED_MESSAGE_BYTES_MAX });
    }
    Ok(enclosing)
}

/// A detached message taken apart; every element is whole DER.
struct Parts {
    version: u32,
    digests: Vec<Vec<u8>>,
    content_type: Vec<u8>,
    certificates: Vec<Vec<u8>>,
    lists: Vec<Vec<u8>>,
    signers: Vec<Vec<u8>>,
}

impl Parts {
    fn read(message: &[u8]) -> Result<Self> {
        if message.len() > SIGNED_MESSAGE_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "message bytes", limit: SIGNED_MESSAGE_BYTES_MAX });
        }
        let mut info = Fields::new(whole(message, "message")?.of(Tag::Sequence)?, "message");
        if info.oid()? != oid::CMS_SIGNED_DATA {
            return Err(PkiRefusal::NotSignedData);
        }
        let explicit = info.expect(context(0))?;
        info.end()?;
        let mut data = Fields::new(whole(explicit.body, "signed data")?.of(Tag::Sequence)?, "signed data");
        let version = data.next()?.small()?;
        let digests = raw(Some(data.expect(Tag::Set)?), SIGNERS_MAX)?;
        let mut content = data.sequence()?;
        let content_type = content.next()?.raw.to_vec();
        content.end()?;
        let certificates = raw(data.optional(context(0))?, EMBEDDED_CERTIFICATES_MAX)?;
        let lists = raw(data.optional(context(1))?, EMBEDDED_LISTS_MAX)?;
        let signers = raw(Some(data.expect(Tag::Set)?), SIGNERS_MAX)?;
        data.end()?;
        if signers.is_empty() {
            return Err(PkiRefusal::NoSigner);
        }
        Ok(Self { version, digests, content_type, certificates, lists, signers })
    }

    /// Nothing twice, and nothing over its limit.
    fn unique(mut self) -> Result<Self> {
        for (list, what, limit) in [
            (&mut self.digests, "digest algorithms", SIGNERS_MAX),
            (&mut self.certificates, "embedded certificates", EMBEDDED_CERTIFICATES_MAX),
            (&mut self.lists, "embedded revocation lists", EMBEDDED_LISTS_MAX),
            (&mut self.signers, "signers", SIGNERS_MAX),
        ] {
            list.sort_unstable();
            list.dedup();
            if list.len() > limit {
                return Err(PkiRefusal::OverLimit { what, limit });
            }
        }
        Ok(self)
    }

    fn detached(self) -> Vec<u8> {
        let content = write::sequence(&[&self.content_type]);
        let (before, after) = self.around_content(content.len());
        [before, content, after].concat()
    }

    fn around(self, content_bytes: usize) -> Enclosing {
        let octets = write::header(write::OCTET_STRING, content_bytes);
        let body = octets.len().saturating_add(content_bytes);
        let explicit = write::header(write::context(0), body);
        let body = self.content_type.len().saturating_add(explicit.len()).saturating_add(body);
        let sequence = write::header(write::SEQUENCE, body);
        let content_type = self.content_type.clone();
        let (before, after) = self.around_content(sequence.len().saturating_add(body));
        Enclosing { before: [before, sequence, content_type, explicit, octets].concat(), after }
    }

    /// What stands before and after an EncapsulatedContentInfo of so many bytes.
    fn around_content(self, bytes: usize) -> (Vec<u8>, Vec<u8>) {
        let optional = |tag, list: Vec<Vec<u8>>| {
            if list.is_empty() { Vec::new() } else { write::set_of_tagged(write::context(tag), list) }
        };
        let head = [write::small(self.version), write::set_of(self.digests)].concat();
        let after = [optional(0, self.certificates), optional(1, self.lists), write::set_of(self.signers)].concat();
        let body = head.len().saturating_add(bytes).saturating_add(after.len());
        let sequence = write::header(write::SEQUENCE, body);
        let body = sequence.len().saturating_add(body);
        let explicit = write::header(write::context(0), body);
        let kind = write::oid(&oid::CMS_SIGNED_DATA);
        let outer = write::header(write::SEQUENCE, kind.len().saturating_add(explicit.len()).saturating_add(body));
        ([outer, kind, explicit, sequence, head].concat(), after)
    }
}

fn raw(set: Option<Node<'_>>, limit: usize) -> Result<Vec<Vec<u8>>> {
    let Some(set) = set else { return Ok(Vec::new()) };
    Ok(set.fields().collect(limit)?.iter().map(|node| node.raw.to_vec()).collect())
}
