//! A person as others see one.

use kernel::{Moment, UserId};
use std::fmt;

/// A person who signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct User {
    /// The id.
    pub user_id: UserId,
    /// The e-mail address, as typed; empty for who signs in by a certificate and has proven no address yet.
    pub login: String,
    /// What others call the person.
    pub name: String,
    /// Since when.
    pub created_at: Moment,
}

/// Names of persons stay out of logs.
impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User").field("user_id", &self.user_id).finish_non_exhaustive()
    }
}
