//! The OpenID Connect provider: programs get tokens of people who let them in, and tell who signed in.
//!
//! Read `limits.rs` (every lifetime), then `http/mod.rs` (every address), then `ops/redeem.rs` (how a code becomes tokens).
//! People, their ways of signing in, programs' keys and sign-ins are the account's; here are grants, codes, refresh
//! tokens and signing keys.

mod authorization;
mod client;
mod form;
mod http;
pub mod limits;
mod model;
mod ops;
mod refusal;
mod store;
mod surface;

pub use authorization::caller;
pub use http::{own_router, router};
pub use model::{Scope, UserCode};
pub use ops::{authorize, device};
pub use refusal::OpenidRefusal;
pub use store::STATEMENTS;
pub use surface::{Surface, sweep};

use ::store::Migration;

/// The tables of this surface.
pub const MIGRATIONS: &[Migration] = &[::store::migration!("20261129030100_openid_grants")];
