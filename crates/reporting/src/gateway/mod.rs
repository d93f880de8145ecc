//! Ways to the regulators. Two of them are real: containers over HTTP to a regulator (or its simulator), where this
//! installation is the operator, and the Extern-compatible API of another operator.

mod containers;
mod parcel;

pub use containers::Containers;

use std::time::Duration;

use bytes::Bytes;
use kernel::Moment;
use store::BoxFuture;

use crate::model::docflow::Docflow;
use crate::model::document::FlowDocument;
use crate::model::flow::{Authority, Flow};
use crate::model::ids::{ContainerId, DocflowId, DocumentId};
use crate::model::payer::Payer;
use crate::model::regulator::Regulator;

/// A gateway did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GatewayFault {
    /// It does not answer, or says that it cannot now: another try may go through.
    #[error("the gateway does not answer: {0}")]
    Away(String),
    /// It answered something that cannot be understood, or refused what was brought: another try changes nothing.
    #[error("the gateway refused: {0}")]
    Refused(String),
}

/// An office a gateway reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Which.
    pub regulator: Regulator,
    /// For a person.
    pub name: String,
    /// A program that plays it.
    pub is_simulator: bool,
}

/// A document with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The document.
    pub document: FlowDocument,
    /// Its open bytes.
    pub content: Bytes,
    /// Detached signatures, in the order of the document's own.
    pub signatures: Vec<Bytes>,
}

/// One transaction of a docflow on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its id: a repeated try is the same transaction.
    pub id: ContainerId,
    /// The kind of docflow.
    pub flow: &'static Flow,
    /// The docflow.
    pub docflow: Docflow,
    /// Code of the transaction.
    pub transaction: String,
    /// For whom.
    pub payer: Payer,
    /// Its documents.
    pub documents: Vec<Carried>,
}

/// A document that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedDocument {
    /// Its id, given by who made it.
    pub id: DocumentId,
    /// Kind without `urn:document:`.
    pub kind: String,
    /// Name of its file.
    pub file_name: String,
    /// Bytes.
    pub content: Bytes,
    /// The bytes are sealed to the payer's certificates.
    pub is_sealed: bool,
    /// Detached signatures.
    pub signatures: Vec<Bytes>,
}

/// One transaction that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Its id: what came before is passed over.
    pub id: ContainerId,
    /// The docflow.
    pub docflow_id: DocflowId,
    /// Its kind.
    pub flow: &'static Flow,
    /// Code of the transaction.
    pub transaction: String,
    /// From whom.
    pub regulator: Regulator,
    /// To whom, as the regulator names subscribers.
    pub subscriber_id: String,
    /// Exactly as it came.
    pub raw: Bytes,
    /// Documents.
    pub documents: Vec<ArrivedDocument>,
}

/// What a gateway had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// What could be read.
    pub arrived: Vec<Arrived>,
    /// What could not: id or place, and why. It stays where it came from.
    pub unreadable: Vec<String>,
    /// Where to go on.
    pub next: String,
}

/// A subscriber as regulators know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// Its id.
    pub id: String,
    /// The payer.
    pub payer: Payer,
    /// DER of certificates to seal to.
    pub certificates: Vec<Vec<u8>>,
}

/// A way to regulators.
pub trait Gateway: std::fmt::Debug + Send + Sync {
    /// Stable name, under which it is remembered how far it was read.
    fn name(&self) -> &str;

    /// Whether it reaches offices of the authority.
    fn serves(&self, authority: Authority) -> bool;

    /// This installation is the operator: it confirms dates and describes packages itself.
    fn needs_operator(&self) -> bool;

    /// Offices it reaches.
    fn offices(&self) -> BoxFuture<'_, Result<Vec<Office>, GatewayFault>>;

    /// DER of the root under which a program that plays the regulators signs; none of real ones, which the host imports itself.
    fn simulator_root(&self) -> BoxFuture<'_, Result<Option<Bytes>, GatewayFault>>;

    /// Tells the regulators of a subscriber. Repeating changes nothing.
    fn register(&self, subscriber: Subscriber) -> BoxFuture<'_, Result<(), GatewayFault>>;

    /// Makes the exact octets of a transaction; the same input gives other octets, since contents are sealed with chance.
    fn pack(
        &self,
        outgoing: Outgoing,
        chance: kernel::Chance,
        at: Moment,
    ) -> BoxFuture<'_, Result<Bytes, GatewayFault>>;

    /// Hands over octets. Repeating changes nothing.
    fn transmit(&self, id: ContainerId, octets: Bytes) -> BoxFuture<'_, Result<(), GatewayFault>>;

    /// Takes what came after a place, waiting no longer than told for the first.
    fn collect<'a>(&'a self, after: &'a str, wait: Duration) -> BoxFuture<'a, Result<Collected, GatewayFault>>;
}
