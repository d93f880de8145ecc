//! Letters as rows and jobs, and the outbox where they can be read.
//!
//! [`queue_letter`] in the transaction of what the letter tells about; [`list_letters`] and [`find_letter`] show the
//! outbox; [`handlers`] gives the runner the job that sends.

mod letter;
mod outbox;
mod send;

pub use letter::{Letter, LetterId, LetterState, NewLetter, PostRefusal};
pub use outbox::{LETTER_KEPT, STATEMENTS, find_letter, list_letters, queue_letter, sweep};
pub use send::handlers;

use store::Migration;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[store::migration!("20261122110000_post_letter")];
