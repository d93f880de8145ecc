//! Certification: own authorities named by what they are worth, certificates of organizations, revocation.
//!
//! Read [`Room::open`] first: it makes the authorities «НЕКВАЛИФИЦИРОВАННЫЙ» and «ТЕСТ» at the first start. Then
//! [`Room::issue`], and the README for what a certificate of this room asserts and what it does not.

#[cfg(test)]
extern crate self as certification;

mod authorities;
mod http;
mod jobs;
mod model;
mod news;
mod ops;
mod refusal;
mod room;
mod sealed;
mod store;
mod sweep;
#[cfg(test)]
#[path = "../tests/stories/world.rs"]
#[expect(dead_code, reason = "shared with the stories, which use all of it")]
mod world;

pub use http::router;
pub use jobs::register as register_jobs;
pub use model::{
    ApplicationId, ApplicationRefusal, AuthorityId, AuthorityRank, CertificateId, CertificateState, Config, DeskRole,
    DeskRules, FormRefusal, IssuingPolicy, JournalFlaw, Line, OperatorIdentity, PhraseRefusal, Point, Reason,
    RevocationReason, SCAN_BYTES_MAX, SCAN_RULES, ScanFormat, ScanRefusal, ScanRule, Stage,
};
pub use news::CertificateStopped;
pub use ops::check_journal::{JournalLength, check_journals};
pub use ops::revoke::Revoking;
pub use refusal::{JournalRefusal, Refusal, StartRefusal};
pub use room::{Issued, ListInForce, LookedUp, Parts, Room};
pub use sealed::{SEALER_KEY_BYTES, Sealer, Unsealable};
pub use sweep::sweep;

use kernel::{OrganizationId, TypedId as _};

/// The host itself, where a job belongs to no organization.
pub(crate) const HOST: [u8; 16] = [0; 16];

/// The tables of this crate.
pub const MIGRATIONS: &[::store::Migration] = &[
    ::store::migration!("20261122150000_certification_authority"),
    ::store::migration!("20261122150100_certification_certificate"),
    ::store::migration!("20261128120000_certification_application"),
    ::store::migration!("20261128120100_certification_my_certificate"),
];

/// The statements of this crate.
pub const STATEMENTS: &[&::store::Sql] = store::STATEMENTS;

/// The id of [`HOST`].
pub(crate) fn host() -> OrganizationId {
    OrganizationId::from_uuid(kernel::uuid::Uuid::from_bytes(HOST))
}
