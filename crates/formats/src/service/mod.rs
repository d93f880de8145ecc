//! Operator and receipt documents: what travels around a signed document.
//!
//! Each type here is a plain model with `compose` (model to an official document, checked) and `read` (back).
//! Formats: versions 1.03 (revocation request 1.02, universal message from secondary facts).

mod amendment;
mod confirmation;
mod parts;
mod receipt;
mod revocation;
mod universal;

pub use amendment::AmendmentRequest;
pub use confirmation::{Confirmed, DateConfirmation};
pub use parts::{
    AnsweredFile, OperatorDetails, PaperPower, Participant, PersonName, PowerReference, Requisites, ServiceSigner,
};
pub(crate) use parts::{checked_inn, checked_kpp};
pub use receipt::{ReceiptNotification, SentBy};
pub use revocation::RevocationRequest;
pub use universal::{MessageCode, MessageEvent, MessagePerson, UniversalMessage};
