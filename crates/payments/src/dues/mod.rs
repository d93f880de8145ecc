//! What is to be paid from a return or a notification.
//!
//! Which cell holds which sum is data: `dues/*.json`, one file a form, in the language of [`formats::ratios::expression`]. The day comes
//! from the duties of [`rules`]. Read [`Due`], then [`dues()`], then [`drafts()`].

mod ask;
mod draft;
mod file;
mod refusal;

pub use ask::dues;
pub use draft::{Draft, Drafting, Told, drafts};
pub use refusal::DuesRefusal;

use jiff::civil::Date;
use kernel::{Money, NormRef};
use rules::Trust;
use serde::Serialize;

/// One sum to be paid, or to be taken off when it is below zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// Stable: `rsv.staff.3`.
    pub code: String,
    /// For a person.
    pub what: String,
    /// The tax's own budget code, 20 digits; the payment itself goes by that of the single tax payment.
    pub budget_code: String,
    /// Never zero.
    pub sum: Money,
    /// For a person: «март 2026 года»; nothing where the term is not known.
    pub period: Option<String>,
    /// The day the rule names; nothing where no row of the rules covers the period.
    pub nominal_on: Option<Date>,
    /// The last day in time: a day off moves to the next working day.
    pub due_on: Option<Date>,
    /// A notification told of it before this document did.
    pub told_before: bool,
    /// Where the sum stands and why it is paid, for a person.
    pub explanation: String,
    /// Norm of the term.
    pub norm: Option<NormRef>,
    /// How well the term is known.
    pub trust: Option<Trust>,
}
