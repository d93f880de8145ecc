//! Requests, reports, and what may stand in them.

mod refusal;
mod report;
mod request;
mod scrub;

pub use refusal::SupportRefusal;
pub use report::{CheckLine, CheckState, NewReport, Report};
pub use request::{Answer, NewRequest, Request, SupportRequestId, words};
