//! Payment orders: what is to be paid from a return, the order itself, and the files a bank takes it in.
//!
//! Pure: the law comes as [`rules::Rules`], formats as [`formats::Registry`], the day from the caller. Read first: [`PaymentOrder`],
//! then [`dues()`] (what a return says is to be paid) and [`drafts()`],
//! then [`client_bank`] and [`direct_bank`].

mod account;
pub mod client_bank;
mod digits;
pub mod direct_bank;
mod dues;
mod order;
mod party;
mod refusal;
mod single;
mod tax;

pub use account::{Account, Bic};
pub use dues::{Draft, Drafting, Due, DuesRefusal, Told, drafts, dues};
pub use order::{OrderText, PaymentOrder};
pub use party::{Bank, BankText, Party, PartyText};
pub use refusal::{PaymentRefusal, Rule};
pub use single::single_payment;
pub use tax::{Tax, TaxText};
