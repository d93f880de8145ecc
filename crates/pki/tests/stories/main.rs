//! Everything that needs more than one part of the crate: foreign files, foreign tools, whole chains, damage.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod attributes;
mod cast;
mod chain;
mod containers;
mod crafted;
mod crypto_pro;
mod damage;
mod enclosing;
mod envelopes;
mod evidence;
mod flips;
mod foreign;
mod hostile;
mod issuing;
mod lists;
mod old;
mod openssl;
mod oracle;
mod paths;
mod pfx;
mod protected_keys;
mod signers;
mod vectors;
