//! Everything that needs more than one part of the crate: foreign files, foreign tools, whole chains, damage.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod attributes;
mod cast;
mod chain;
mod damage;
mod issuing;
mod lists;
mod openssl;
mod oracle;
mod vectors;
