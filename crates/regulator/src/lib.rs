//! The state in a box: authorities that receive reports, check them and answer with real documents — a simulator, and
//! it says so in everything it makes.
//!
//! Read [`Regulator`] first: [`Regulator::open`], [`Regulator::runner`], [`router`]; [`start`] does all of it on a listener.

mod clock;
mod desk;
mod http;
mod jobs;
mod keys;
mod limits;
mod model;
mod ops;
mod page;
mod run;
mod store;

pub use desk::{Config, OpenFault, Parts, Regulator, catalogue};
pub use http::router;
pub use keys::{KeyFault, OwnKey, ROOT_NAME};
pub use model::{AUTHORITIES, Authority, Faults, Pace, Protocol, RegulatorRefusal, Step, Temper};
pub use run::{Handle, serve, start};
pub use store::STATEMENTS;

use ::store::Migration;

/// The tables of the simulator.
pub const MIGRATIONS: &[Migration] = &[::store::migration!("20261129020000_regulator_desk")];
