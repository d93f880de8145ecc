//! Containers in which reports travel to the authorities: read, written, sealed.
//!
//! Pure: no input or output, no clock, no chance of its own. Read first [`Carried`], then [`fns`] and [`rosstat`].

pub mod archive;
mod carried;
mod descriptor;
pub mod fns;
mod ids;
pub mod limits;
mod refusal;
pub mod rosstat;
pub mod seal;
mod table;
pub mod technical;

pub use carried::{Carried, CarriedSignature, Subject, SubjectKind, kind, role};
pub use ids::{CarriedId, ContainerId, DocflowId, from_hex, to_hex};
pub use refusal::{ArchiveFault, ContainerFault, TransportRefusal};
pub use table::{DocumentType, Flow, Side, Transaction, Trust};
