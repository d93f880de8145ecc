//! Messages in BER with indefinite lengths, as stream writers make them (RFC 5652 §5.1 allows BER outside the signed parts), turned into DER.

use super::{Result, write};
use crate::limits::DER_DEPTH_MAX;
use crate::refusal::PkiRefusal;
use std::borrow::Cow;

const CONSTRUCTED: u8 = 0x20;
const INDEFINITE: u8 = 0x80;
const OCTET_STRING: u8 = 0x04;
const END_OF_CONTENTS: [u8; 2] = [0, 0];

/// The bytes themselves unless they begin with an indefinite length. Octet strings sent in pieces are put together.
/// Refuses tags above 30, nesting over [`DER_DEPTH_MAX`], lengths beyond the input, trailing bytes.
pub(crate) fn to_der<'a>(bytes: &'a [u8], what: &'static str) -> Result<Cow<'a, [u8]>> {
    if !matches!(bytes, [tag, INDEFINITE, ..] if tag & CONSTRUCTED != 0) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut reader = Reader { rest: bytes, what };
    let der = reader.value(DER_DEPTH_MAX)?;
    if reader.rest.is_empty() { Ok(Cow::Owned(der)) } else { Err(PkiRefusal::TrailingBytes(what)) }
}

struct Reader<'a> {
    rest: &'a [u8],
    what: &'static str,
}

impl<'a> Reader<'a> {
    fn fault<T>(&self) -> Result<T> {
        Err(PkiRefusal::Malformed(self.what))
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else { return self.fault() };
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        match self.take(1)? {
            [byte] => Ok(*byte),
            _ => self.fault(),
        }
    }

    /// `None` for an indefinite length.
    fn length(&mut self) -> Result<Option<usize>> {
        let first = self.byte()?;
        if first < INDEFINITE {
            return Ok(Some(usize::from(first)));
        }
        let count = usize::from(first & !INDEFINITE);
        if count == 0 {
            return Ok(None);
        }
        if count > 4 {
            return self.fault();
        }
        let digits = self.take(count)?;
        Ok(Some(digits.iter().fold(0_usize, |sum, digit| (sum << 8) | usize::from(*digit))))
    }

    /// One value as DER.
    fn value(&mut self, depth: usize) -> Result<Vec<u8>> {
        let tag = self.byte()?;
        if depth == 0 || tag & 0x1f == 0x1f {
            return self.fault();
        }
        let length = self.length()?;
        if tag & CONSTRUCTED == 0 {
            let Some(length) = length else { return self.fault() };
            return Ok(write::tlv(tag, &[self.take(length)?]));
        }
        let mut parts = Vec::new();
        match length {
            Some(length) => {
                let mut inner = Self { rest: self.take(length)?, what: self.what };
                while !inner.rest.is_empty() {
                    parts.push(inner.value(depth.saturating_sub(1))?);
                }
            }
            None => {
                while !self.rest.starts_with(&END_OF_CONTENTS) {
                    parts.push(self.value(depth.saturating_sub(1))?);
                }
                self.take(END_OF_CONTENTS.len())?;
            }
        }
        if tag == OCTET_STRING | CONSTRUCTED { self.joined(&parts) } else { Ok(write::retagged(tag, &parts)) }
    }

    fn joined(&self, parts: &[Vec<u8>]) -> Result<Vec<u8>> {
        let mut whole = Vec::new();
        for part in parts {
            whole.extend_from_slice(super::whole(part, self.what)?.octets()?);
        }
        Ok(write::octets(&whole))
    }
}
