//! Values and rules of trust: what a verdict says and how a kind is concluded.

mod accredited;
mod blemish;
mod kind;
mod origin;
mod published_list;
mod verdict;

pub use accredited::{
    ACCREDITED_AUTHORITIES_MAX, ACCREDITED_SPANS_MAX, AccreditationSpan, AccreditedAuthority, AccreditedList,
};
pub use blemish::Blemish;
pub use kind::{Accreditation, RootMark, SignatureKind, TOOL_CLASS_ARC};
pub use origin::Origin;
pub use published_list::PublishedList;
pub use verdict::{
    CertificateVerdict, Chain, Evidence, NotChecked, Part, SignerCertificate, SignerVerdict, Summary, Verdict,
};
