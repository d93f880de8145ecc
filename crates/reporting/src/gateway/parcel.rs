//! A transaction as a container and back: what is sealed, what is described, which codes stand for which kinds.

use kernel::{Chance, Moment};
use pki::{Certificate, SignForm, sign_detached};
use transport::technical::{DESCRIPTION_FILE, Description, Received};
use transport::{
    Carried as WireCarried, CarriedId, CarriedSignature, ContainerFault, Subject, SubjectKind, TransportRefusal, fns,
    kind, role,
};

use super::{Arrived, ArrivedDocument, Carried, Outgoing};
use crate::PROGRAM;
use crate::model::flow::{Author, Authority, Flow, carried};
use crate::model::regulator::Regulator;
use crate::model::state::ERROR;
use crate::ops::confirm::wire_id;
use crate::room::Operator;
use kernel::TypedId as _;

/// The flow by which a regulator says that a container cannot be worked on.
const ERROR_FLOW: &str = "07";

/// By whom, for whom and to whom a container goes.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    /// The operator: signs the description.
    pub operator: &'a Operator,
    /// The subscriber's id.
    pub subscriber: &'a str,
    /// The regulator's certificate.
    pub receiver: &'a Certificate,
    /// When the docflow began.
    pub at: Moment,
}

/// Why a container is not made or not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParcelFault {
    /// The container's own rules.
    #[error(transparent)]
    Transport(#[from] TransportRefusal),
    /// The operator's key.
    #[error("the operator's key: {0}")]
    Signer(String),
    /// No code stands for the kind in this protocol.
    #[error("nothing in the protocol stands for {0}")]
    Unknown(String),
}

/// Makes the octets. Documents of the subscriber are sealed, those of the operator go open.
pub fn write(outgoing: &Outgoing, parcel: &Parcel<'_>, chance: &Chance) -> Result<Vec<u8>, ParcelFault> {
    let flow = outgoing.flow;
    let unknown = |what: &str| ParcelFault::Unknown(what.to_owned());
    let code = flow.carried.as_ref().filter(|carried| carried.protocol == Authority::Fns);
    let code = code.map(|carried| carried.flow.clone()).ok_or_else(|| unknown(&flow.name))?;
    let mut documents = Vec::with_capacity(outgoing.documents.len() + 1);
    for one in &outgoing.documents {
        let kind = flow.document(&one.document.kind).and_then(|kind| kind.code.as_deref());
        documents.push(packed(one, kind.ok_or_else(|| unknown(&one.document.kind))?, parcel, chance)?);
    }
    let is_first = flow.steps.first().is_some_and(|step| step.transaction.as_deref() == Some(&outgoing.transaction));
    if is_first && let Some(code) = flow.documents.iter().find(|kind| kind.name.contains("-description")) {
        let type_code = code.code.as_deref().ok_or_else(|| unknown(&code.name))?;
        documents.push(description(outgoing, (parcel, type_code), &documents, chance)?);
    }
    let container = fns::Container {
        docflow: wire_id(outgoing.docflow.id),
        id: wire_id(outgoing.id),
        flow: code,
        transaction: outgoing.transaction.clone(),
        sender: Subject::of(parcel.subscriber)?,
        operator: Some(Subject::of(&parcel.operator.code)?),
        receiver: Subject::of(outgoing.docflow.regulator.code())?,
        program: Some(PROGRAM.to_owned()),
        documents,
    };
    Ok(container.write()?)
}

/// Technological documents go open: the operator, or whoever forwards the container, reads them.
fn is_sealed(one: &Carried) -> bool {
    let name = &one.document.kind;
    one.document.author == Author::Subscriber && !name.ends_with("-receipt") && !name.contains("-acceptance-result-")
}

fn packed(one: &Carried, code: &str, parcel: &Parcel<'_>, chance: &Chance) -> Result<WireCarried, ParcelFault> {
    let name = &one.document.file_name;
    let sealed = is_sealed(one);
    let content = if sealed {
        let mut chance = |octets: &mut [u8]| chance.fill(octets);
        transport::seal::seal(name, &one.content, std::slice::from_ref(parcel.receiver), &mut chance)?
    } else {
        one.content.to_vec()
    };
    let role = if one.document.author == Author::Operator { role::OPERATOR } else { role::SUBSCRIBER };
    let signature = |bytes: &bytes::Bytes| CarriedSignature { role: role.to_owned(), bytes: bytes.to_vec() };
    let is_xml = name.to_lowercase().ends_with(".xml");
    Ok(WireCarried {
        id: wire_id(one.document.id),
        type_code: code.to_owned(),
        content_kind: if is_xml { kind::XML } else { kind::FILE }.to_owned(),
        original_name: Some(name.clone()),
        compressed: sealed,
        encrypted: sealed,
        content: Some(content),
        signatures: one.signatures.iter().map(signature).collect(),
    })
}

/// What is in the package, signed by the operator.
fn description(
    outgoing: &Outgoing,
    (parcel, type_code): (&Parcel<'_>, &str),
    documents: &[WireCarried],
    chance: &Chance,
) -> Result<WireCarried, ParcelFault> {
    let description = Description {
        operator: parcel.operator.code.clone(),
        program: PROGRAM.to_owned(),
        from: parcel.subscriber.to_owned(),
        to: outgoing.docflow.regulator.code().to_owned(),
        at: parcel.at,
        knd: outgoing.docflow.facts.report.knd.clone(),
        documents: documents.iter().map(Received::of).collect(),
    };
    let content = description.write()?;
    let signed =
        sign_detached(content.as_slice(), parcel.operator.signer.as_ref(), SignForm::CadesBes { at: parcel.at });
    let bytes = signed.map_err(|refusal| ParcelFault::Signer(refusal.to_string()))?;
    Ok(WireCarried {
        id: CarriedId::from_uuid(kernel::uuid::Uuid::from_bytes(chance.octets())),
        type_code: type_code.to_owned(),
        content_kind: kind::XML.to_owned(),
        original_name: Some(DESCRIPTION_FILE.to_owned()),
        compressed: false,
        encrypted: false,
        content: Some(content),
        signatures: vec![CarriedSignature { role: role::OPERATOR.to_owned(), bytes }],
    })
}

/// Reads octets that came.
pub fn read(octets: &[u8]) -> Result<Arrived, ParcelFault> {
    let container = fns::Container::read(octets)?;
    let unknown = |what: &str| ParcelFault::Unknown(what.to_owned());
    // An error is a document of whatever docflow the container belonged to.
    let is_error = container.flow == ERROR_FLOW;
    let known = carried(Authority::Fns, &container.flow);
    let flow = if is_error { crate::model::flow::flow("fns534-report") } else { known };
    let flow = flow.ok_or_else(|| unknown(&format!("flow {}", container.flow)))?;
    let sender = &container.sender;
    if sender.kind() != SubjectKind::TaxAuthority {
        return Err(TransportRefusal::from(ContainerFault::Subject).into());
    }
    let regulator = Regulator::new(Authority::Fns, sender.id()).map_err(|_| unknown(sender.id()))?;
    let documents = container.documents.into_iter().filter_map(|one| arrived(flow, is_error, one).transpose());
    let documents = documents.collect::<Result<Vec<_>, _>>()?;
    Ok(Arrived {
        id: wire_id(container.id),
        docflow_id: wire_id(container.docflow),
        flow,
        transaction: container.transaction,
        regulator,
        subscriber_id: container.receiver.id().to_owned(),
        raw: bytes::Bytes::copy_from_slice(octets),
        documents,
    })
}

/// A document; none where only signatures under a document sent before came.
fn arrived(flow: &Flow, is_error: bool, one: WireCarried) -> Result<Option<ArrivedDocument>, ParcelFault> {
    let known = flow.by_code(&one.type_code).map(|kind| kind.name.clone());
    let kind = if is_error { Some(ERROR.to_owned()) } else { known };
    let kind = kind.ok_or_else(|| ParcelFault::Unknown(one.type_code.clone()))?;
    let Some(content) = one.content else { return Ok(None) };
    Ok(Some(ArrivedDocument {
        id: wire_id(one.id),
        kind,
        file_name: one.original_name.unwrap_or_default(),
        content: content.into(),
        is_sealed: one.encrypted,
        signatures: one.signatures.into_iter().map(|signature| signature.bytes.into()).collect(),
    }))
}
