//! What is asked of each parser for any octets: no panic, no endless work, and what was read is what was there.

#[path = "../../crates/pki/tests/stories/cast.rs"]
pub mod cast;
#[path = "../../crates/pki/tests/stories/foreign.rs"]
pub mod foreign;

mod protected;
mod signed;

pub use protected::{encrypted_key, enveloped, key_container, pfx, pfx_safe, private_key};
pub use signed::{certificate, cms, crl, evidence, name, pem, request};

use gost::ParamSet;

/// A target by its name.
pub type Target = fn(&[u8]);

/// Every target: the folder of its corpus, and what it does.
pub const TARGETS: &[(&str, Target)] = &[
    ("certificate", certificate),
    ("cms", cms),
    ("crl", crl),
    ("encrypted_key", encrypted_key),
    ("enveloped", enveloped),
    ("evidence", evidence),
    ("key_container", key_container),
    ("name", name),
    ("pem", pem),
    ("pfx", pfx),
    ("pfx_safe", pfx_safe),
    ("private_key", private_key),
    ("request", request),
];

/// Seeds and parameter sets of the casts whose things are the first corpus.
pub const CASTS: [(u8, ParamSet); 3] = [(1, ParamSet::XA), (2, ParamSet::TcA), (3, ParamSet::Tc512A)];
/// The password of every seed that has one.
pub const PASSWORD: &str = "123456";
/// What the messages of the first corpus say.
pub const CONTENT: &[u8] = b"content";
/// Rounds of key stretching granted to one input: those of the seeds, and a little more. The parsers take the bound of their caller.
pub const ROUNDS_MAX: u32 = 4_000;

/// Parts, each after its length in two octets; the last may be cut short.
pub(crate) fn framed(octets: &[u8]) -> Vec<&[u8]> {
    let (mut parts, mut left) = (Vec::new(), octets);
    while let Some((length, rest)) = left.split_first_chunk::<2>() {
        let (part, after) = rest.split_at(usize::from(u16::from_be_bytes(*length)).min(rest.len()));
        parts.push(part);
        left = after;
    }
    parts
}
