//! Reading DER without copying: one [`Node`] is a tag, its body and its whole encoding, so that the exact signed bytes stay at hand.
//! Headers are decoded by the `der` crate (shortest lengths only, no indefinite lengths); `x509-cert` and `cms` are not used for whole
//! structures because they re-sort sets while reading and so lose the bytes that were signed.

pub(crate) mod ber;
pub(crate) mod time;
pub(crate) mod write;

use crate::oid::Oid;
use crate::refusal::PkiRefusal;
use der::{Decode as _, Encode as _, Header, Reader as _, SliceReader, Tag, TagNumber};

pub(crate) type Result<T> = core::result::Result<T, PkiRefusal>;

/// One DER value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) tag: Tag,
    /// Tag, length and body.
    pub(crate) raw: &'a [u8],
    pub(crate) body: &'a [u8],
    what: &'static str,
}

/// The values of a constructed body, one after another.
#[derive(Clone, Debug)]
pub(crate) struct Fields<'a> {
    rest: &'a [u8],
    what: &'static str,
}

/// Context tag `[n]`, constructed.
pub(crate) const fn context(n: u32) -> Tag {
    Tag::ContextSpecific { constructed: true, number: TagNumber(n) }
}

/// Context tag `[n]`, primitive.
pub(crate) const fn context_primitive(n: u32) -> Tag {
    Tag::ContextSpecific { constructed: false, number: TagNumber(n) }
}

/// The one value that `bytes` hold, nothing after it.
pub(crate) fn whole<'a>(bytes: &'a [u8], what: &'static str) -> Result<Node<'a>> {
    let mut fields = Fields { rest: bytes, what };
    let node = fields.next()?;
    if !fields.is_empty() {
        return Err(PkiRefusal::TrailingBytes(what));
    }
    Ok(node)
}

/// The bytes of `[0] IMPLICIT OCTET STRING`, whole or in pieces.
pub(crate) fn implicit_octets(node: &Node<'_>) -> Result<Vec<u8>> {
    if node.tag == context_primitive(0) {
        return Ok(node.body.to_vec());
    }
    let mut joined = Vec::new();
    let mut pieces = Fields::new(node.of(context(0))?, "encrypted content");
    while !pieces.is_empty() {
        joined.extend_from_slice(pieces.next()?.octets()?);
    }
    Ok(joined)
}

impl<'a> Fields<'a> {
    pub(crate) fn new(rest: &'a [u8], what: &'static str) -> Self {
        Self { rest, what }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    fn fault(&self) -> PkiRefusal {
        PkiRefusal::Malformed(self.what)
    }

    /// The next value, of any tag.
    pub(crate) fn next(&mut self) -> Result<Node<'a>> {
        let (tag, head, length) = match short_header(self.rest) {
            Some(header) => header,
            None => self.header()?,
        };
        let end = head.checked_add(length).ok_or_else(|| self.fault())?;
        let raw = self.rest.get(..end).ok_or_else(|| self.fault())?;
        let body = raw.get(head..).ok_or_else(|| self.fault())?;
        self.rest = self.rest.get(end..).unwrap_or_default();
        Ok(Node { tag, raw, body, what: self.what })
    }

    /// Any header: tag, its own length, the length of the body.
    fn header(&self) -> Result<(Tag, usize, usize)> {
        let mut reader = SliceReader::new(self.rest).map_err(|_| self.fault())?;
        let header = Header::decode(&mut reader).map_err(|_| self.fault())?;
        let head = usize::try_from(reader.position()).map_err(|_| self.fault())?;
        let length = usize::try_from(header.length()).map_err(|_| self.fault())?;
        // the header must be the only one DER allows for this tag and length
        if header.encoded_len().map_err(|_| self.fault())? != reader.position() {
            return Err(self.fault());
        }
        Ok((header.tag(), head, length))
    }

    /// The tag of the next value, if there is one.
    pub(crate) fn peek(&self) -> Option<Tag> {
        self.clone().next().ok().map(|node| node.tag)
    }

    pub(crate) fn expect(&mut self, tag: Tag) -> Result<Node<'a>> {
        let node = self.next()?;
        if node.tag == tag { Ok(node) } else { Err(self.fault()) }
    }

    pub(crate) fn optional(&mut self, tag: Tag) -> Result<Option<Node<'a>>> {
        let mut ahead = self.clone();
        match ahead.next() {
            Ok(node) if node.tag == tag => {
                *self = ahead;
                Ok(Some(node))
            }
            _ => Ok(None),
        }
    }

    pub(crate) fn sequence(&mut self) -> Result<Fields<'a>> {
        self.expect(Tag::Sequence).map(|node| node.fields())
    }

    pub(crate) fn oid(&mut self) -> Result<Oid> {
        self.expect(Tag::ObjectIdentifier)?.oid()
    }

    /// Refuses leftovers.
    pub(crate) fn end(self) -> Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(PkiRefusal::TrailingBytes(self.what)) }
    }

    /// All remaining values, at most `limit`.
    pub(crate) fn collect(mut self, limit: usize) -> Result<Vec<Node<'a>>> {
        let mut nodes = Vec::new();
        while !self.is_empty() {
            if nodes.len() == limit {
                return Err(PkiRefusal::OverLimit { what: self.what, limit });
            }
            nodes.push(self.next()?);
        }
        Ok(nodes)
    }
}

impl<'a> Node<'a> {
    pub(crate) fn fields(&self) -> Fields<'a> {
        Fields::new(self.body, self.what)
    }

    fn fault(&self) -> PkiRefusal {
        PkiRefusal::Malformed(self.what)
    }

    /// Gives the body when the tag is `tag`.
    pub(crate) fn of(&self, tag: Tag) -> Result<&'a [u8]> {
        if self.tag == tag { Ok(self.body) } else { Err(self.fault()) }
    }

    pub(crate) fn oid(&self) -> Result<Oid> {
        Oid::from_bytes(self.of(Tag::ObjectIdentifier)?).map_err(|_| self.fault())
    }

    /// The bytes of a non-negative INTEGER, sign byte taken away.
    pub(crate) fn unsigned(&self) -> Result<&'a [u8]> {
        match shortest_integer(self.of(Tag::Integer)?) {
            Some([0, rest @ ..]) if !rest.is_empty() => Ok(rest),
            Some(bytes @ [first, ..]) if *first < 0x80 => Ok(bytes),
            _ => Err(self.fault()),
        }
    }

    /// A small non-negative INTEGER.
    pub(crate) fn small(&self) -> Result<u32> {
        self.small_of(Tag::Integer)
    }

    /// A small non-negative ENUMERATED.
    pub(crate) fn enumerated(&self) -> Result<u32> {
        self.small_of(Tag::Enumerated)
    }

    fn small_of(&self, tag: Tag) -> Result<u32> {
        let body = shortest_integer(self.of(tag)?).ok_or_else(|| self.fault())?;
        if body.len() > 4 || body.first().is_none_or(|first| *first >= 0x80) {
            return Err(self.fault());
        }
        Ok(body.iter().fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte)))
    }

    pub(crate) fn boolean(&self) -> Result<bool> {
        match self.of(Tag::Boolean)? {
            [0x00] => Ok(false),
            [0xff] => Ok(true),
            _ => Err(self.fault()),
        }
    }

    pub(crate) fn octets(&self) -> Result<&'a [u8]> {
        self.of(Tag::OctetString)
    }

    /// The bytes of a BIT STRING without unused bits.
    pub(crate) fn bits(&self) -> Result<&'a [u8]> {
        match self.of(Tag::BitString)? {
            [0, rest @ ..] => Ok(rest),
            _ => Err(self.fault()),
        }
    }

    /// A text of any of the string types X.520 allows.
    pub(crate) fn text(&self) -> Result<String> {
        match self.tag {
            Tag::Utf8String => core::str::from_utf8(self.body).map(str::to_owned).map_err(|_| self.fault()),
            Tag::PrintableString | Tag::Ia5String | Tag::NumericString if self.body.is_ascii() => {
                Ok(self.body.iter().map(|byte| char::from(*byte)).collect())
            }
            // T.61 as everybody means it: Latin-1
            Tag::TeletexString => Ok(self.body.iter().map(|byte| char::from(*byte)).collect()),
            Tag::BmpString if self.body.len().is_multiple_of(2) => {
                let units = self.body.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair));
                char::decode_utf16(units).collect::<core::result::Result<String, _>>().map_err(|_| self.fault())
            }
            _ => Err(self.fault()),
        }
    }
}

/// The headers that nearly all values have, read without ado: messages are read far more often than anything else is done with them.
/// `None` leaves the header to the general reader, which also says what is wrong with it.
fn short_header(bytes: &[u8]) -> Option<(Tag, usize, usize)> {
    let (octet, rest) = bytes.split_first()?;
    let tag = match *octet {
        0x02 => Tag::Integer,
        0x03 => Tag::BitString,
        0x04 => Tag::OctetString,
        0x05 => Tag::Null,
        0x06 => Tag::ObjectIdentifier,
        0x0c => Tag::Utf8String,
        0x12 => Tag::NumericString,
        0x13 => Tag::PrintableString,
        0x17 => Tag::UtcTime,
        0x30 => Tag::Sequence,
        0x31 => Tag::Set,
        octet @ 0x80..=0x9e => context_primitive(u32::from(octet & 0x1f)),
        octet @ 0xa0..=0xbe => context(u32::from(octet & 0x1f)),
        _ => return None,
    };
    match *rest {
        [length @ 0..=0x7f, ..] => Some((tag, 2, usize::from(length))),
        [0x81, length @ 0x80..=0xff, ..] => Some((tag, 3, usize::from(length))),
        [0x82, high @ 1..=0xff, low, ..] => Some((tag, 4, usize::from(u16::from_be_bytes([high, low])))),
        _ => None,
    }
}

/// The body of an INTEGER when it is in the shortest form (X.690 §8.3.2).
fn shortest_integer(body: &[u8]) -> Option<&[u8]> {
    match body {
        [] => None,
        [0x00, second, ..] if *second < 0x80 => None,
        [0xff, second, ..] if *second >= 0x80 => None,
        _ => Some(body),
    }
}
