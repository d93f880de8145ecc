//! Containers of the tax service, format ФНС:1.0: a ZIP with `packageDescription.xml` (windows-1251, root `ТрансИнф`).
//!
//! The descriptor's schema is the one public programs carried about 2012; amendments since are not to be had. Every row of
//! [`flows`] says how surely it is known ([`Trust`]).
//!
//! ```
//! use kernel::{TypedId, uuid::Uuid};
//! use transport::{Carried, CarriedId, ContainerId, DocflowId, Subject, fns, kind};
//!
//! let container = fns::Container {
//!     docflow: DocflowId::from_uuid(Uuid::from_u128(1)),
//!     id: ContainerId::from_uuid(Uuid::from_u128(2)),
//!     flow: "01".to_owned(),
//!     transaction: "01".to_owned(),
//!     sender: Subject::of("0SV-7700000000-770001001")?,
//!     operator: Some(Subject::of("0SV")?),
//!     receiver: Subject::of("0087")?,
//!     program: None,
//!     documents: vec![Carried {
//!         id: CarriedId::from_uuid(Uuid::from_u128(3)),
//!         type_code: "01".to_owned(),
//!         content_kind: kind::XML.to_owned(),
//!         original_name: Some("NO_USN_0087.xml".to_owned()),
//!         compressed: false,
//!         encrypted: false,
//!         content: Some(b"<report/>".to_vec()),
//!         signatures: Vec::new(),
//!     }],
//! };
//! let archive = container.write()?;
//! assert_eq!(fns::Container::read(&archive)?, container);
//! assert!(container.name()?.ends_with("_01_01_01.zip"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::carried::{Carried, Subject};
use crate::descriptor::{self, one_id, own_element, read_own_id, read_subject, required, subject_element};
use crate::ids::{ContainerId, DocflowId, from_hex, to_hex};
use crate::refusal::{ContainerFault, TransportRefusal};
use crate::table::{Flow, Table, Trust};
use formats::{Element, FormatId};
use std::sync::LazyLock;

type Result<T> = std::result::Result<T, TransportRefusal>;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::embedded(include_str!("../tables/fns.json")));

/// Value of `версияФормата`.
const VERSION: &str = "ФНС:1.0";
/// Where the descriptor takes anything else.
const OTHER: &str = "ДопСв";
/// Parts of the archive's name after the identifier: flow, transaction, type of the first document.
const NAME_PARTS_AFTER_ID: usize = 3;

/// All flows, in the order of their codes.
pub fn flows() -> &'static [Flow] {
    TABLE.flows()
}

/// The flow of this code: `01`.
pub fn flow(code: &str) -> Option<&'static Flow> {
    TABLE.flow(code)
}

/// One transaction of a docflow with the tax service.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Container {
    /// The docflow.
    pub docflow: DocflowId,
    /// This container.
    pub id: ContainerId,
    /// Code of the flow: `01`.
    pub flow: String,
    /// Code of the transaction within it: `01`.
    pub transaction: String,
    /// Who sends it.
    pub sender: Subject,
    /// The operator through whom it goes.
    pub operator: Option<Subject>,
    /// Who receives it.
    pub receiver: Subject,
    /// `ВерсПрог` of the sending program, up to 40 characters.
    pub program: Option<String>,
    /// One or more; the archive is named for the first.
    pub documents: Vec<Carried>,
}

impl Container {
    /// The archive's bytes: equal containers give equal bytes. Refuses unknown codes, what the descriptor's schema does not take, and
    /// whatever [`crate::limits`] bounds.
    pub fn write(&self) -> Result<Vec<u8>> {
        let (flow, transaction) = TABLE.step(&self.flow, &self.transaction)?;
        let mut root = descriptor::with(
            "ТрансИнф",
            &[
                ("версияФормата", VERSION),
                ("кодТипаДокументооборота", &flow.code),
                ("типДокументооборота", &flow.name),
                ("кодТипаТранзакции", &transaction.code),
                ("типТранзакции", &transaction.name),
                ("идентификаторДокументооборота", &to_hex(self.docflow)),
            ],
        );
        if let Some(program) = &self.program {
            root.set("ВерсПрог", program);
        }
        root.push(subject_element("отправитель", &self.sender));
        if let Some(operator) = &self.operator {
            root.push(subject_element("спецоператор", operator));
        }
        root.push(subject_element("получатель", &self.receiver));
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
        let same = container.name()?.eq_ignore_ascii_case(name);
        if same { Ok(container) } else { Err(ContainerFault::OtherName.into()) }
    }

    /// The archive's file name: `FNS_{sender}_{receiver}_{id}_{flow}_{transaction}_{type of the first document}.zip`.
    pub fn name(&self) -> Result<String> {
        let first = self.documents.first().ok_or(ContainerFault::Documents)?;
        let (sender, receiver, id) = (self.sender.id(), self.receiver.id(), to_hex(self.id));
        Ok(format!("FNS_{sender}_{receiver}_{id}_{}_{}_{}.zip", self.flow, self.transaction, first.type_code))
    }

    fn unpacked(archive: &[u8], named: Option<ContainerId>) -> Result<Self> {
        let (root, files) = descriptor::unpack(archive, &format())?;
        let (flow, transaction) = TABLE.step(code(&root, "Документооборота"), code(&root, "Транзакции"))?;
        let names = [required(&root, "типДокументооборота"), required(&root, "типТранзакции")];
        if flow.trust == Trust::Secondary && names != [&flow.name, &transaction.name] {
            return Err(ContainerFault::Flow.into());
        }
        let subject = |name| read_subject(&root, name, Subject::of);
        Ok(Self {
            docflow: from_hex(required(&root, "идентификаторДокументооборота"), "идентификаторДокументооборота")?,
            id: one_id(read_own_id(&root, OTHER)?, named)?,
            flow: flow.code.clone(),
            transaction: transaction.code.clone(),
            sender: subject("отправитель")?.ok_or(ContainerFault::Subject)?,
            operator: subject("спецоператор")?,
            receiver: subject("получатель")?.ok_or(ContainerFault::Subject)?,
            program: root.attribute("ВерсПрог").map(str::to_owned),
            documents: files.into_documents(&root, flow)?,
        })
    }
}

fn code<'a>(root: &'a Element, of: &str) -> &'a str {
    required(root, &format!("кодТипа{of}"))
}

fn format() -> FormatId {
    descriptor::format("packageDescription_FNS_v1.0")
}
