//! Writing DER (X.690 §10): every function gives one whole value.

use crate::oid::Oid;

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
const OBJECT_IDENTIFIER: u8 = 0x06;
const ENUMERATED: u8 = 0x0a;
pub(crate) const UTF8_STRING: u8 = 0x0c;
pub(crate) const NUMERIC_STRING: u8 = 0x12;
pub(crate) const PRINTABLE_STRING: u8 = 0x13;
pub(crate) const IA5_STRING: u8 = 0x16;
pub(crate) const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
/// NULL, whole.
pub(crate) const NULL: &[u8] = &[0x05, 0x00];
/// BOOLEAN TRUE, whole.
pub(crate) const TRUE: &[u8] = &[0x01, 0x01, 0xff];

/// Identifier octet of context tag `[n]` (n below 31), constructed.
pub(crate) const fn context(n: u8) -> u8 {
    0xa0 | n
}

/// Identifier octet of context tag `[n]` (n below 31), primitive.
pub(crate) const fn context_primitive(n: u8) -> u8 {
    0x80 | n
}

/// Identifier and length octets of a value whose body is written elsewhere.
pub(crate) fn header(tag: u8, length: usize) -> Vec<u8> {
    let mut out = vec![tag];
    push_length(&mut out, length);
    out
}

pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len()).sum::<usize>();
    let mut out = Vec::with_capacity(length.saturating_add(10));
    out.push(tag);
    push_length(&mut out, length);
    parts.iter().for_each(|part| out.extend_from_slice(part));
    out
}

fn push_length(out: &mut Vec<u8>, length: usize) {
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let bytes = length.to_be_bytes();
            let digits: Vec<u8> = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
            // a usize has at most eight bytes
            out.push(0x80 | u8::try_from(digits.len()).unwrap_or(8));
            out.extend_from_slice(&digits);
        }
    }
}

pub(crate) fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(SEQUENCE, parts)
}

/// SEQUENCE OF.
pub(crate) fn list(parts: &[Vec<u8>]) -> Vec<u8> {
    sequence(&slices(parts))
}

/// The parts in their order under a constructed tag.
pub(crate) fn retagged(tag: u8, parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(tag, &slices(parts))
}

/// SET OF in the order DER wants (X.690 §11.6).
pub(crate) fn set_of(parts: Vec<Vec<u8>>) -> Vec<u8> {
    set_of_tagged(SET, parts)
}

/// SET OF under an implicit tag.
pub(crate) fn set_of_tagged(tag: u8, mut parts: Vec<Vec<u8>>) -> Vec<u8> {
    // no encoding is a prefix of another, so the plain order of bytes is DER's order
    parts.sort_unstable();
    tlv(tag, &slices(&parts))
}

fn slices(parts: &[Vec<u8>]) -> Vec<&[u8]> {
    parts.iter().map(Vec::as_slice).collect()
}

pub(crate) fn oid(oid: &Oid) -> Vec<u8> {
    tlv(OBJECT_IDENTIFIER, &[oid.as_bytes()])
}

/// INTEGER from big-endian bytes of a non-negative number.
pub(crate) fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let significant = bytes.iter().position(|byte| *byte != 0).and_then(|at| bytes.get(at..)).unwrap_or(&[0]);
    let sign: &[u8] = if significant.first().is_some_and(|first| *first >= 0x80) { &[0] } else { &[] };
    tlv(INTEGER, &[sign, significant])
}

pub(crate) fn small(number: u32) -> Vec<u8> {
    unsigned(&number.to_be_bytes())
}

pub(crate) fn enumerated(number: u8) -> Vec<u8> {
    tlv(ENUMERATED, &[&[number]])
}

pub(crate) fn octets(bytes: &[u8]) -> Vec<u8> {
    tlv(OCTET_STRING, &[bytes])
}

pub(crate) fn bits(bytes: &[u8]) -> Vec<u8> {
    tlv(BIT_STRING, &[&[0], bytes])
}

/// A named bit list: trailing zero bits are dropped (X.690 §11.2.2). Bit 0 is the highest of the first byte.
pub(crate) fn named_bits(bits: &[bool]) -> Vec<u8> {
    let used = bits.iter().rposition(|bit| *bit).map_or(0, |last| last.saturating_add(1));
    let mut bytes = Vec::new();
    for chunk in bits.get(..used).unwrap_or_default().chunks(8) {
        bytes.push(chunk.iter().enumerate().fold(0_u8, |byte, (at, bit)| byte | (u8::from(*bit) << 7 >> at)));
    }
    let unused = u8::try_from(bytes.len().saturating_mul(8).saturating_sub(used)).unwrap_or(0);
    tlv(BIT_STRING, &[&[unused], &bytes])
}
