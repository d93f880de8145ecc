//! Requests and answers as they lie in a buffer: the length of a JSON text (four octets, little-endian), the text, then octet
//! strings, each with its length before it. JSON says what, the octet strings hold DER, PEM, contents and chance.

use crate::limits::{JSON_BYTES_MAX, PARTS_MAX};
use crate::refusal::SignerRefusal;
use kernel::Refusal as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// A request, read in place.
#[derive(Debug)]
pub struct Request<'a> {
    json: &'a [u8],
    parts: std::vec::IntoIter<&'a [u8]>,
}

impl<'a> Request<'a> {
    /// Reads the frame; the JSON is read by [`Self::fields`].
    pub fn read(buffer: &'a [u8]) -> Result<Self, SignerRefusal> {
        let mut rest = buffer;
        let json = piece(&mut rest)?;
        if json.len() > JSON_BYTES_MAX {
            return Err(SignerRefusal::Call(format!("JSON over {JSON_BYTES_MAX} bytes")));
        }
        let mut parts = Vec::new();
        while !rest.is_empty() {
            if parts.len() == PARTS_MAX {
                return Err(SignerRefusal::Call(format!("over {PARTS_MAX} parts")));
            }
            parts.push(piece(&mut rest)?);
        }
        Ok(Self { json, parts: parts.into_iter() })
    }

    /// The JSON. Refuses fields that the call does not know.
    pub fn fields<T: DeserializeOwned>(&self) -> Result<T, SignerRefusal> {
        serde_json::from_slice(self.json).map_err(|why| SignerRefusal::Call(why.to_string()))
    }

    /// The next octet string.
    pub fn part(&mut self, what: &str) -> Result<&'a [u8], SignerRefusal> {
        self.parts.next().ok_or_else(|| SignerRefusal::Call(format!("no part for {what}")))
    }

    /// The next octet strings, as many as the JSON says.
    pub fn parts(&mut self, count: usize, what: &str) -> Result<Vec<&'a [u8]>, SignerRefusal> {
        (0..count).map(|_| self.part(what)).collect()
    }

    /// Refuses octet strings that the call did not use.
    pub fn end(self) -> Result<(), SignerRefusal> {
        match self.parts.len() {
            0 => Ok(()),
            left => Err(SignerRefusal::Call(format!("{left} parts too many"))),
        }
    }
}

fn piece<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], SignerRefusal> {
    let cut = || SignerRefusal::Call("the frame is cut".to_owned());
    let (length, after) = rest.split_first_chunk::<4>().ok_or_else(cut)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| cut())?;
    let (piece, after) = after.split_at_checked(length).ok_or_else(cut)?;
    *rest = after;
    Ok(piece)
}

/// An answer.
#[derive(Debug, Default)]
pub struct Answer {
    json: Value,
    parts: Vec<Zeroizing<Vec<u8>>>,
}

impl Answer {
    /// With what serde makes of the value.
    pub fn of(view: &impl Serialize) -> Result<Self, SignerRefusal> {
        let json = serde_json::to_value(view).map_err(|why| SignerRefusal::Call(why.to_string()))?;
        Ok(Self { json, parts: Vec::new() })
    }

    /// An octet string beside it.
    #[must_use]
    pub fn with(mut self, part: impl Into<Zeroizing<Vec<u8>>>) -> Self {
        self.parts.push(part.into());
        self
    }
}

/// The frame of an answer or of a refusal: `{ "ok": … }` or `{ "refusal": { "code", "detail", "arguments" } }`.
pub fn write(answer: Result<Answer, SignerRefusal>) -> Zeroizing<Vec<u8>> {
    let (json, parts) = match answer {
        Ok(answer) => (json!({ "ok": answer.json }), answer.parts),
        Err(refusal) => {
            let (code, detail) = (refusal.code(), refusal.to_string());
            let refusal = json!({ "code": code, "detail": detail, "arguments": refusal.arguments() });
            (json!({ "refusal": refusal }), Vec::new())
        }
    };
    let json = json.to_string();
    let pieces = || std::iter::once(json.as_bytes()).chain(parts.iter().map(|part| part.as_slice()));
    let length = pieces().map(|piece| piece.len().saturating_add(4)).sum();
    // of its final size from the start: growing would leave copies behind that nobody wipes
    let mut frame = Zeroizing::new(Vec::with_capacity(length));
    for piece in pieces() {
        frame.extend_from_slice(&u32::try_from(piece.len()).unwrap_or(u32::MAX).to_le_bytes());
        frame.extend_from_slice(piece);
    }
    frame
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(pieces: &[&[u8]]) -> Vec<u8> {
        let with_length = |piece: &&[u8]| [&u32::try_from(piece.len()).unwrap().to_le_bytes(), *piece].concat();
        pieces.iter().flat_map(with_length).collect()
    }

    #[test]
    fn a_frame_is_read_as_it_was_written() {
        let answer = Answer::of(&json!({ "key": 7 })).unwrap().with(vec![1, 2]).with(vec![]);
        let written = write(Ok(answer));
        assert_eq!(*written, frame(&[br#"{"ok":{"key":7}}"#, &[1, 2], &[]]));
        let mut request = Request::read(&written).unwrap();
        assert_eq!(request.fields::<Value>().unwrap(), json!({ "ok": { "key": 7 } }));
        assert_eq!(request.parts(2, "octets").unwrap(), [&[1_u8, 2][..], &[]]);
        assert!(matches!(request.part("more"), Err(SignerRefusal::Call(why)) if why == "no part for more"));
        request.end().unwrap();
        let refused = write(Err(SignerRefusal::Chance { needed: 32 }));
        let refused: Value = Request::read(&refused).unwrap().fields().unwrap();
        assert_eq!(refused["refusal"]["code"], "signer.chance");
        assert_eq!(refused["refusal"]["arguments"], json!({ "needed": 32 }));
    }

    #[test]
    fn every_cut_is_refused_and_so_is_too_much() {
        let whole = frame(&[b"{}", &[9; 5]]);
        for cut in (0..whole.len()).filter(|cut| *cut != 6) {
            assert!(Request::read(&whole[..cut]).is_err(), "{cut}");
        }
        assert!(Request::read(&whole).unwrap().end().is_err());
        assert!(Request::read(&[0xff; 8]).is_err());
        assert!(Request::read(&frame(&[&vec![b' '; JSON_BYTES_MAX + 1]])).is_err());
        assert!(Request::read(&frame(&vec![&b""[..]; PARTS_MAX + 2])).is_err());
        assert!(Request::read(&frame(&[b"{"])).unwrap().fields::<Value>().is_err());
    }
}
