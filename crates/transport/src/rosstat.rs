//! Containers of Rosstat, format Стат:1.0: a ZIP with `packageDescription.xml` (windows-1251, root `пакет`).
//!
//! The descriptor's schema and the flows are what public programs wrote about 2012. It names flows and transactions by words, their
//! codes stand in the archive's name only; who sends what and the words for types of documents are ours, by analogy.

use crate::carried::{Carried, Subject};
use crate::descriptor::{self, one_id, own_element, read_own_id, read_subject, required, subject_element};
use crate::ids::{ContainerId, DocflowId, from_hex, to_hex};
use crate::refusal::{ContainerFault, TransportRefusal};
use crate::table::{Flow, Table};
use formats::FormatId;
use std::sync::LazyLock;

type Result<T> = std::result::Result<T, TransportRefusal>;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::embedded(include_str!("../tables/rosstat.json")));

/// Value of `версияФормата`.
const VERSION: &str = "Стат:1.0";
/// Where the descriptor takes anything else.
const OTHER: &str = "расширения";
/// Parts of the archive's name after the identifier: flow and transaction.
const NAME_PARTS_AFTER_ID: usize = 2;

/// All flows, in the order of their codes.
pub fn flows() -> &'static [Flow] {
    TABLE.flows()
}

/// The flow of this code: `4` is a report.
pub fn flow(code: &str) -> Option<&'static Flow> {
    TABLE.flow(code)
}

/// One transaction of a docflow with Rosstat.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Container {
    /// The docflow.
    pub docflow: DocflowId,
    /// This container.
    pub id: ContainerId,
    /// Code of the flow: `4`.
    pub flow: String,
    /// Code of the transaction within it: `1`.
    pub transaction: String,
    /// Who sends it.
    pub sender: Subject,
    /// Name of the sending organization.
    pub sender_name: Option<String>,
    /// The operator of the sender.
    pub sender_system: Option<Subject>,
    /// Who receives it.
    pub receiver: Subject,
    /// The operator of the receiver.
    pub receiver_system: Option<Subject>,
    /// One or more; a type's code is the word itself.
    pub documents: Vec<Carried>,
}

impl Container {
    /// The archive's bytes: equal containers give equal bytes. Refuses unknown codes, what the descriptor's schema does not take, and
    /// whatever [`crate::limits`] bounds.
    pub fn write(&self) -> Result<Vec<u8>> {
        let (flow, transaction) = TABLE.step(&self.flow, &self.transaction)?;
        let mut root = descriptor::with(
            "пакет",
            &[
                ("версияФормата", VERSION),
                ("типДокументооборота", &flow.name),
                ("типТранзакции", &transaction.name),
                ("идентификаторДокументооборота", &to_hex(self.docflow)),
            ],
        );
        let mut sender = subject_element("отправитель", &self.sender);
        sender.set_if("названиеОрганизации", self.sender_name.as_deref());
        root.push(sender);
        root.push_if(self.sender_system.as_ref().map(|system| subject_element("системаОтправителя", system)));
        root.push(subject_element("получатель", &self.receiver));
        root.push_if(self.receiver_system.as_ref().map(|system| subject_element("системаПолучателя", system)));
        root.push(own_element(OTHER, self.id));
        descriptor::pack(format(), root, &self.documents, flow)
    }

    /// Reads an archive whose descriptor says which container it is, as those written here do.
    pub fn read(archive: &[u8]) -> Result<Self> {
        Self::unpacked(archive, None)
    }

    /// Reads an archive by its bytes and its file name, which must agree.
    pub fn read_named(name: &str, archive: &[u8]) -> Result<Self> {
        let container = Self::unpacked(archive, Some(descriptor::id_of_name(name, NAME_PARTS_AFTER_ID)?))?;
        if container.name().eq_ignore_ascii_case(name) { Ok(container) } else { Err(ContainerFault::OtherName.into()) }
    }

    /// The archive's file name: `STAT_{sender}_{receiver}_{id}_{flow}_{transaction}.zip`.
    pub fn name(&self) -> String {
        let (sender, receiver, id) = (self.sender.id(), self.receiver.id(), to_hex(self.id));
        format!("STAT_{sender}_{receiver}_{id}_{}_{}.zip", self.flow, self.transaction)
    }

    fn unpacked(archive: &[u8], named: Option<ContainerId>) -> Result<Self> {
        let (root, files) = descriptor::unpack(archive, &format())?;
        let (flow, transaction) =
            TABLE.step_named(required(&root, "типДокументооборота"), required(&root, "типТранзакции"))?;
        let subject = |name| read_subject(&root, name, Subject::of_statistics);
        let sender = root.child("отправитель").ok_or(ContainerFault::Subject)?;
        Ok(Self {
            docflow: from_hex(required(&root, "идентификаторДокументооборота"), "идентификаторДокументооборота")?,
            id: one_id(read_own_id(&root, OTHER)?, named)?,
            flow: flow.code.clone(),
            transaction: transaction.code.clone(),
            sender: subject("отправитель")?.ok_or(ContainerFault::Subject)?,
            sender_name: sender.attribute("названиеОрганизации").map(str::to_owned),
            sender_system: subject("системаОтправителя")?,
            receiver: subject("получатель")?.ok_or(ContainerFault::Subject)?,
            receiver_system: subject("системаПолучателя")?,
            documents: files.into_documents(&root, flow)?,
        })
    }
}

fn format() -> FormatId {
    descriptor::format("packageDescription_STAT_v1.0")
}
