//! The transaction over SQLite or PostgreSQL, group commit, migrations, the job queue and content.
//!
//! Start with [`Store`]: `open`, `write`, `reader`. A room's statements are [`Sql`] constants, its values go through
//! [`binds!`], its closures receive a [`Tx`]. Nothing here knows any business.

#[doc(hidden)]
pub mod bind;
mod catalogue;
mod command;
mod content;
mod engine;
mod facade;
mod fault;
mod group;
pub mod in_list;
mod jobs;
pub mod limits;
mod link;
mod lint;
mod machine;
mod migrate;
mod news;
mod postgres;
mod row;
mod settings;
mod sql;
mod sqlite;
mod sweep;
mod tx;
mod writer;

pub use bind::IntoBind;
pub use catalogue::{Catalogue, Migration};
pub use content::{ContentHash, ContentRef, IsReferenced, Stored, Swept};
pub use engine::{Migrate, StoreConfig};
pub use facade::Store;
pub use fault::{Fault, No};
pub use futures::future::BoxFuture;
pub use jobs::{
    GaveUp, GivenUpJob, Handlers, IdleReport, JobCx, JobOutcome, JobTicket, KindCount, KindLimits, NewJob, Runner,
    Running,
};
pub use limits::Limits;
pub use lint::{lint_statements, prepare_all};
pub use news::Listener;
pub use row::Row;
pub use settings::Engine;
pub use sql::{Bind, Binds, Scope, Sql};
pub use tx::{Fetch, Reader, Tx};

/// The store's own tables.
pub const MIGRATIONS: &[Migration] = &[migration!("20261122090000_store_job")];
