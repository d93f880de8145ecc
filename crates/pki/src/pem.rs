//! PEM (RFC 7468): several blocks in one text, text between them ignored, lines of any one width.

use crate::asn1::Result;
use crate::limits::{PEM_BLOCKS_MAX, PEM_BYTES_MAX};
use crate::refusal::PkiRefusal;
use der::pem::{Decoder, LineEnding, encode_string};
use zeroize::Zeroizing;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

/// The DER of every block with one of the labels, in order.
pub(crate) fn blocks(text: &str, labels: &[&'static str]) -> Result<Vec<Zeroizing<Vec<u8>>>> {
    let wanted = labels.first().copied().unwrap_or("of any kind");
    if text.len() > PEM_BYTES_MAX {
        return Err(PkiRefusal::OverLimit { what: "PEM text", limit: PEM_BYTES_MAX });
    }
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((label, block, after)) = next_block(rest) {
        if labels.contains(&label) {
            if found.len() == PEM_BLOCKS_MAX {
                return Err(PkiRefusal::OverLimit { what: "PEM blocks", limit: PEM_BLOCKS_MAX });
            }
            found.push(decode(block).ok_or(PkiRefusal::Pem(wanted))?);
        }
        rest = after;
    }
    if found.is_empty() { Err(PkiRefusal::Pem(wanted)) } else { Ok(found) }
}

/// Label, the block from BEGIN to END inclusive, and what follows.
fn next_block(text: &str) -> Option<(&str, &str, &str)> {
    let from_begin = text.get(text.find(BEGIN)?..)?;
    let label = from_begin.strip_prefix(BEGIN)?.split_once(DASHES)?.0;
    let end_at = from_begin.find(END)?;
    let after_end = from_begin.get(end_at..)?.strip_prefix(END)?;
    let closing = after_end.find(DASHES)?.checked_add(DASHES.len())?;
    let block_end = end_at.checked_add(END.len())?.checked_add(closing)?;
    Some((label, from_begin.get(..block_end)?, from_begin.get(block_end..)?))
}

fn decode(block: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut der = Zeroizing::new(Vec::new());
    Decoder::new_detect_wrap(block.as_bytes()).ok()?.decode_to_end(&mut der).ok()?;
    Some(der)
}

/// One block with 64-character lines.
pub(crate) fn write(label: &'static str, der: &[u8]) -> Result<String> {
    encode_string(label, LineEnding::LF, der).map_err(|_| PkiRefusal::Pem(label))
}
