//! A detached message around its content, which may stay where it is: what stands before it and what stands after.

use crate::asn1::{Fields, Result, context, whole, write};
use crate::limits::SIGNED_MESSAGE_BYTES_MAX;
use crate::oid;
use crate::refusal::PkiRefusal;
use der::Tag;

/// A message that encloses its content: `before ‖ content ‖ after`, where the content is the value of `eContent`, `[0] OCTET STRING`
/// (RFC 5652 §5.2).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Enclosing {
    /// What stands before the content.
    pub before: Vec<u8>,
    /// What stands after it.
    pub after: Vec<u8>,
}

/// The message around a content of so many bytes; all it says stays as it is. Whether it signs that content is seen by who verifies.
/// Refuses a message that encloses content already, one that is not DER, and over [`SIGNED_MESSAGE_BYTES_MAX`] altogether.
pub fn enclose(detached: &[u8], content_bytes: usize) -> Result<Enclosing> {
    let mut info = Fields::new(whole(detached, "message")?.of(Tag::Sequence)?, "message");
    if info.oid()? != oid::CMS_SIGNED_DATA {
        return Err(PkiRefusal::NotSignedData);
    }
    let explicit = info.expect(context(0))?;
    info.end()?;
    let mut data = Fields::new(whole(explicit.body, "signed data")?.of(Tag::Sequence)?, "signed data");
    let (version, digests) = (data.expect(Tag::Integer)?, data.expect(Tag::Set)?);
    let mut content = data.sequence()?;
    let content_type = content.expect(Tag::ObjectIdentifier)?;
    content.end()?;
    // certificates, lists, signers
    let after: Vec<u8> = data.collect(3)?.iter().flat_map(|node| node.raw).copied().collect();
    let mut before = Vec::new();
    let mut length = content_bytes;
    for (tag, inside) in
        [(write::OCTET_STRING, &[][..]), (write::context(0), &[]), (write::SEQUENCE, &[content_type.raw])]
    {
        wrap(&mut before, &mut length, tag, inside);
    }
    length = length.saturating_add(after.len());
    let kind = write::oid(&oid::CMS_SIGNED_DATA);
    for (tag, inside) in [
        (write::SEQUENCE, &[version.raw, digests.raw][..]),
        (write::context(0), &[]),
        (write::SEQUENCE, &[kind.as_slice()]),
    ] {
        wrap(&mut before, &mut length, tag, inside);
    }
    if length > SIGNED_MESSAGE_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what: "message bytes", limit: SIGNED_MESSAGE_BYTES_MAX });
    }
    Ok(Enclosing { before, after })
}

/// Puts `inside` before what is there, and the header of a value that holds both.
fn wrap(before: &mut Vec<u8>, length: &mut usize, tag: u8, inside: &[&[u8]]) {
    let inside = inside.concat();
    *length = length.saturating_add(inside.len());
    let header = write::header(tag, *length);
    *length = length.saturating_add(header.len());
    *before = [header.as_slice(), &inside, before].concat();
}
