//! Flows, transactions and types of documents of a protocol: data, not code.

use crate::refusal::{ContainerFault, TransportRefusal};
use serde::Deserialize;

/// How surely a row is known. Nothing here is from an official text: the orders themselves are not to be had.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Trust {
    /// As public programs of several years wrote it.
    Secondary,
    /// Concluded from the rows of other flows; an authority may name it otherwise.
    Analogy,
}

/// Who sends a transaction.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The payer, or who represents him.
    Subscriber,
    /// The operator, on his own behalf.
    Operator,
    /// The authority.
    Authority,
}

/// A flow of documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// `01` of the tax service, `4` of Rosstat.
    pub code: String,
    /// `Декларация`.
    pub name: String,
    /// How surely the flow's name and its transactions are known.
    pub trust: Trust,
    /// In the order of their codes; none where they are not known, and no container of such a flow is taken.
    pub transactions: Vec<Transaction>,
    /// Types of documents.
    pub documents: Vec<DocumentType>,
}

/// One step of a flow: one container.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transaction {
    /// `01`.
    pub code: String,
    /// `ДекларацияНП`.
    pub name: String,
    /// Who sends it; absent where either side may.
    #[serde(default)]
    pub from: Option<Side>,
}

/// A type of document within a flow.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentType {
    /// `01`; Rosstat has the word itself.
    pub code: String,
    /// `декларация`.
    pub name: String,
}

impl Flow {
    /// The transaction of this code.
    pub fn transaction(&self, code: &str) -> Option<&Transaction> {
        self.transactions.iter().find(|transaction| transaction.code == code)
    }

    /// The type of document of this code.
    pub fn document(&self, code: &str) -> Option<&DocumentType> {
        self.documents.iter().find(|document| document.code == code)
    }
}

/// All flows of a protocol.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// What the rows rest on: for the reader of the file.
    #[serde(rename = "source")]
    _source: String,
    flows: Vec<Flow>,
}

impl Table {
    /// A table of this crate; what it holds is asked by the tests.
    pub fn embedded(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_else(|fault| kernel::bug!("a table of flows cannot be read: {fault}"))
    }

    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    pub fn flow(&self, code: &str) -> Option<&Flow> {
        self.flows.iter().find(|flow| flow.code == code)
    }

    /// The flow and its transaction of these codes.
    pub fn step(&self, flow: &str, transaction: &str) -> Result<(&Flow, &Transaction), TransportRefusal> {
        let found = self.flow(flow).and_then(|flow| Some((flow, flow.transaction(transaction)?)));
        found.ok_or_else(|| ContainerFault::Flow.into())
    }

    /// The flow and its transaction of these names.
    pub fn step_named(&self, flow: &str, transaction: &str) -> Result<(&Flow, &Transaction), TransportRefusal> {
        let flow = self.flows.iter().find(|known| known.name == flow).ok_or(ContainerFault::Flow)?;
        let named = flow.transactions.iter().find(|known| known.name == transaction);
        Ok((flow, named.ok_or(ContainerFault::Flow)?))
    }
}
