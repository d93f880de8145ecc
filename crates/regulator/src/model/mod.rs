//! Rules of the authorities: who they are, what they answer to what, and when. No database, clock or chance.

mod authority;
mod case;
mod fault;
mod filing;
mod flow;
mod judgement;
mod pace;
pub mod receipts;
mod refusal;
mod script;
mod subscriber;
mod test_payer;

pub use authority::{AUTHORITIES, Authority, Protocol, Temper};
pub use case::Case;
pub use fault::{Fate, Faults, Trouble};
pub use filing::{Filing, Party};
pub use flow::Reply;
pub use judgement::{Judgement, Objection, judge};
pub use pace::{Pace, Step, due};
pub use refusal::RegulatorRefusal;
pub use script::{Script, ScriptKind};
pub use subscriber::Subscriber;
pub use test_payer::TestPayer;
