//! What a handler may ask of a request. Everything that cannot be read is a [`Problem`](crate::Problem), never a
//! plain-text rejection.

mod asking;
mod body;
mod json;
mod key;
mod path;
mod query;

pub use asking::{Asking, PeerAddress, SignedIn};
pub use body::{Limited, RawBody, RequestBody, read_body};
pub use key::IdempotencyKey;
pub use path::Ids;
pub use query::{PageQuery, QueryOf};
