//! The HTTP edge that every room's routes share: what a handler may ask of a request, what it answers with, how a
//! write happens once, and what stands between the network and the rooms.
//!
//! Read [`App`] first, then [`Answer`], [`Limited`] and [`Once`]. A room exposes
//! `pub fn router(room: Room) -> OpenApiRouter` with its state applied; `svitok` hands all of them to [`assemble`],
//! then wraps the result: [`edge::per_caller`], the middleware of `account`, [`edge::guard`]; and [`fn@serve`]s it.

mod app;
pub mod edge;
mod extract;
pub mod limits;
mod live;
mod octets;
mod once;
mod openapi;
mod pace;
mod press;
mod problem;
mod refusal;
mod reply;
mod serve;
mod texts;

pub use app::App;
pub use edge::AnswerMemory;
pub use extract::{
    Asking, IdempotencyKey, Ids, Limited, PageQuery, PeerAddress, QueryOf, RawBody, RequestBody, SignedIn, read_body,
};
pub use limits::{Limits, Pace, Rate};
pub use live::{LIVE_MAX, LIVE_PERSON_MAX, LiveEvent, LiveSeat, Look, live};
pub use octets::Octets;
pub use once::{Once, Written, sweep};
pub use openapi::{COOKIE_SCHEME, TOKEN_SCHEME, assemble};
pub use press::{PdfAnswer, Press};
pub use problem::{NormView, Problem, ProblemView, Told};
pub use refusal::EdgeRefusal;
pub use reply::{Answer, PageView, Reply, created, done, ok};
pub use serve::{Surface, serve};
pub use texts::{Language, TextSource, Texts, TextsRefusal};

use store::{Migration, Sql};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[store::migration!("20261122120000_web_idempotency")];

/// The statements of this crate.
pub const STATEMENTS: &[&Sql] = once::STATEMENTS;
