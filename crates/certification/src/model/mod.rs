//! Values and rules of certification. No I/O, no clock, no chance.

pub mod application;
mod authority;
mod config;
mod desk;
mod form;
mod journal;
mod mine;
mod phrase;
mod profile;
mod request;
mod revocation;
mod scan;
mod schedule;
mod subject;

pub use application::{
    Act, Application, ApplicationId, ApplicationKind, ApplicationRefusal, Claim, DeskRules, Event, Identity, Point,
    PointState, Reason, Stage, Verdict,
};
pub use authority::{AuthorityId, AuthorityRank, CertificateId, Line};
pub use config::{Config, IssuingPolicy, OperatorIdentity};
pub use desk::{DeskRole, QueueState};
pub(crate) use desk::{claim_at, due_on};
pub use form::FormRefusal;
pub(crate) use form::{Form, Values, read_field};
pub use journal::{GENESIS, JournalCheck, JournalEvent, JournalFlaw, JournalRow};
pub use mine::{Ending, KeyPlace, Origin};
pub(crate) use mine::{days_left, next_notice};
pub use phrase::PhraseRefusal;
pub(crate) use phrase::folded;
pub(crate) use profile::{Profile, Validity};
pub(crate) use request::{RequestedKey, key_hash, read_request};
pub use revocation::{CertificateState, RevocationReason};
pub use scan::{SCAN_BYTES_MAX, SCAN_RULES, ScanFormat, ScanRefusal, ScanRule, check_scan};
pub(crate) use schedule::{LIST_EVERY, LIST_VALID, is_list_due};
pub(crate) use subject::{Holder, HolderOrganization, authority_name, compose, operator_name};
