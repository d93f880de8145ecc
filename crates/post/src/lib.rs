//! Letters and SMS as rows and jobs, the gateways that take them, and the outbox where they can be read.
//!
//! [`queue_letter`] and [`queue_sms`] in the transaction of what they tell about; [`Gateways`] holds what takes them
//! from here; [`list_letters`], [`list_sms`] and their like show the outbox; [`handlers`] gives the runner the jobs
//! that send. What belongs to no organization (registration, a forgotten password) is written in the name of
//! [`installation`].

mod fate;
mod http_sms;
mod ledger;
mod letter;
mod outbox;
mod refusal;
mod send;
mod settings;
mod smpp;
mod sms;
mod sms_box;
mod smtp;
mod template;
mod tls;
mod transport;

pub use fate::{Channel, Fate, SendState};
pub use letter::{Letter, LetterId, NewLetter};
pub use outbox::{LETTER_KEPT, find_letter, list_letters, queue_letter, resend_letter, sweep};
pub use refusal::PostRefusal;
pub use send::{ATTEMPTS_MAX, handlers};
pub use settings::{
    HttpSmsSettings, SettingsTrouble, SmppSettings, SmsSettings, SmtpSecurity, SmtpSettings, TIMEOUT_MAX, TIMEOUT_MIN,
};
pub use sms::{NewSms, Phone, Sms, SmsId};
pub use sms_box::{find_sms, list_sms, queue_sms, resend_sms};
pub use transport::{
    Cause, Gateways, LetterTransport, OutgoingLetter, OutgoingSms, Probed, SendTrouble, Sending, SmsTransport,
};

use kernel::{OrganizationId, TypedId as _, uuid::Uuid};
use store::{Migration, Sql};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] =
    &[store::migration!("20261122110000_post_letter"), store::migration!("20261128110000_post_transport")];

/// Every statement of this crate.
pub const STATEMENTS: &[&Sql] = &[
    &outbox::ADD,
    &outbox::FIND,
    &outbox::LIST,
    &outbox::SWEEP,
    &outbox::LEDGER.settle,
    &outbox::LEDGER.forget,
    &outbox::LEDGER.note,
    &outbox::LEDGER.again,
    &sms_box::ADD,
    &sms_box::FIND,
    &sms_box::LIST,
    &sms_box::SWEEP,
    &sms_box::LEDGER.settle,
    &sms_box::LEDGER.forget,
    &sms_box::LEDGER.note,
    &sms_box::LEDGER.again,
];

/// In whose name letters and SMS are written that belong to no organization: the installation's own outbox, which only
/// its administrators may read.
#[must_use]
pub fn installation() -> OrganizationId {
    OrganizationId::from_uuid(Uuid::nil())
}
