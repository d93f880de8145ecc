//! Trust: what this host trusts, and the verdict on a signature at a moment.
//!
//! Read [`Verdict`] first, then [`Trust`], which every room that judges signatures holds, then [`report`] for the
//! command line. Lists are changed by the operations re-exported here and by nobody else.

mod http;
mod judge;
mod limits;
mod model;
mod ops;
mod refusal;
pub mod report;
mod snapshot;
mod store;
mod trust;

pub use http::{Room, router};
pub use limits::REFRESH_EVERY;
pub use model::{
    ACCREDITED_AUTHORITIES_MAX, ACCREDITED_SPANS_MAX, Accreditation, AccreditationSpan, AccreditedAuthority,
    AccreditedList, Blemish, CertificateVerdict, Chain, Evidence, NotChecked, Origin, Part, PublishedList, RootMark,
    SignatureKind, SignerCertificate, SignerVerdict, Summary, TOOL_CLASS_ARC, Verdict,
};
pub use ops::{
    CheckedAccredited, ImportedAccredited, ImportedAuthorities, OwnAuthority, OwnRole, VerifiedList, import_accredited,
    import_authorities, import_list, prepare_accredited, prepare_authorities, prepare_list, register_accredited,
    register_own_authority, register_own_list, withdraw_authority,
};
pub use refusal::Refusal;
pub use snapshot::Snapshot;
pub use trust::Trust;

/// The tables of this crate.
pub const MIGRATIONS: &[::store::Migration] = &[
    ::store::migration!("20261122170000_trust_lists"),
    ::store::migration!("20261128101700_trust_accredited_editions"),
];

/// The statements of this crate.
pub const STATEMENTS: &[&::store::Sql] = store::STATEMENTS;
