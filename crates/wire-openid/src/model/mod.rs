//! Rules and values of the provider.

mod client;
mod grant;
mod pkce;
mod rotation;
mod scope;
mod secrets;
mod user_code;

pub use client::{ClientRules, checked_redirects};
pub use grant::{Grant, GrantId, Loaned};
pub use pkce::Challenge;
pub use rotation::{Generation, next};
pub use scope::Scope;
pub use secrets::{drawn_code, drawn_device, drawn_refresh};
pub use user_code::UserCode;
