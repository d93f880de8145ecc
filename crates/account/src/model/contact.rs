//! How a person is reached, and what of it is proven.

use kernel::Moment;
use std::fmt;

/// What is known of a person's address and phone.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// When a link of a letter to the present address was followed.
    pub email_confirmed_at: Option<Moment>,
    /// The phone, `+` and digits.
    pub phone: Option<String>,
    /// When a code sent to it was typed.
    pub phone_confirmed_at: Option<Moment>,
}

/// A phone stays out of logs.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact(..)")
    }
}
