//! What the host calls. It asks for room, writes the input there, calls, and reads the output; each is good until the next call.
//!
//! Every call gives 0 when it was done and 1 when it was refused; the output is then `{ "code", "detail" }`. The input of calls that
//! take a name is the name's `split` octets and the rest after them.
#![expect(unsafe_code, reason = "exported names; there is no unsafe block")]

use crate::state::{Operation, State, with};

/// Room for an input of so many octets, and where it lies. Null when it would be too long.
#[unsafe(no_mangle)]
pub extern "C" fn checker_input(length: u32) -> *mut u8 {
    with(|state| state.room(length))
}

/// Where the output of the last call lies.
#[unsafe(no_mangle)]
pub extern "C" fn checker_output() -> *const u8 {
    with(|state| state.output().as_ptr())
}

/// Octets of the output.
#[unsafe(no_mangle)]
pub extern "C" fn checker_output_length() -> u32 {
    with(|state| u32::try_from(state.output().len()).unwrap_or(u32::MAX))
}

macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident = $operation:expr;)+) => { $(
        $(#[$doc])*
        #[unsafe(no_mangle)]
        pub extern "C" fn $name(split: u32) -> u32 {
            let operation: Operation = $operation;
            with(|state| state.run(split, operation))
        }
    )+ };
}

calls! {
    /// Octets of a file → `{ root, file_id, version, knd }`: what decides its format.
    checker_head = State::head;
    /// An official name and a definition's JSON → nothing. The definition is at hand from here on.
    checker_define = State::define;
    /// An official name and `{ ratios, cells }` of the form → nothing. They are asked and computed from here on.
    checker_rules = State::rules;
    /// A file's name (may be empty) and its octets → `{ format, title, cut, findings: [{ …, crumbs, found, accepted_phrase }] }`.
    checker_check = State::check;
    /// An official name → nothing. A document of the format is begun: its root alone.
    checker_begin = State::begin;
    /// An official name (empty: as the file says) and octets of a file → nothing. It is taken as the document that is being filled in;
    /// by the name a file is taken that does not say yet what it is.
    checker_open = State::open;
    /// JSON of one change → nothing.
    checker_change = State::change;
    /// Nothing → what is computed is written; findings of the document that is being filled in, as of a check, and `computed`.
    checker_recheck = State::recheck;
    /// Nothing → `{ format, root: [name, [attribute, value, …], text or the elements inside] }` of that document.
    checker_tree = State::tree;
    /// Nothing → the octets of the official file.
    checker_write = State::write;
}
