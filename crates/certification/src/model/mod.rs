//! Values and rules of certification. No I/O, no clock, no chance.

mod authority;
mod config;
mod journal;
mod profile;
mod request;
mod revocation;
mod schedule;
mod subject;

pub use authority::{AuthorityId, AuthorityRank, CertificateId, Line};
pub use config::{Config, IssuingPolicy, OperatorIdentity};
pub use journal::{GENESIS, JournalCheck, JournalEvent, JournalFlaw, JournalRow};
pub(crate) use profile::{Profile, Validity};
pub(crate) use request::{RequestedKey, key_hash, read_request};
pub use revocation::{CertificateState, RevocationReason};
pub(crate) use schedule::{LIST_EVERY, LIST_VALID, is_list_due};
pub(crate) use subject::{Holder, HolderOrganization, authority_name, compose, operator_name};
