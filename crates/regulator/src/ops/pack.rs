//! What an authority sends is signed, sealed to the subscriber and packed into a container.

use crate::desk::Regulator;
use crate::model::receipts::{PROGRAM, Receipt};
use crate::model::{Authority, Protocol};
use crate::ops::publish::Made;
use crate::store::containers::{Direction, Kept, desk};
use ::store::{Fault, Store};
use axum::body::Bytes;
use formats::FormatRefusal;
use kernel::{Chance, Moment, TypedId, uuid::Uuid};
use pki::{Certificate, PkiRefusal, SignForm, sign_detached};
use transport::fns::Container;
use transport::{
    Carried, CarriedId, CarriedSignature, ContainerId, DocflowId, Subject, TransportRefusal, kind, role, to_hex,
};

/// Why an answer was not made.
#[derive(Debug, thiserror::Error)]
pub enum AnswerFault {
    /// The database: tried again.
    #[error(transparent)]
    Store(#[from] Fault),
    /// A document that its own format does not take.
    #[error("an answer's document: {0}")]
    Format(#[from] FormatRefusal),
    /// A key or a certificate.
    #[error("an answer's signature or seal: {0}")]
    Pki(#[from] PkiRefusal),
    /// The container.
    #[error("an answer's container: {0}")]
    Transport(#[from] TransportRefusal),
    /// There is no such answer in the flow.
    #[error("the flow has no such answer")]
    NoReply,
}

/// One container of an authority before it is packed.
#[derive(Debug)]
pub struct Parcel<'a> {
    /// Who sends it.
    pub authority: &'static Authority,
    /// Of which docflow.
    pub docflow: DocflowId,
    /// Codes of flow and transaction.
    pub step: (&'a str, &'a str),
    /// Through whom.
    pub operator: &'a str,
    /// To whom.
    pub subscriber: &'a str,
    /// Code of each document's type, and the document.
    pub documents: Vec<(&'a str, Receipt)>,
    /// Sealed to these; to nobody, it travels open.
    pub to: &'a [Certificate],
    /// The signatures do not fit.
    pub wrong_signature: bool,
}

impl Parcel<'_> {
    /// Signs, seals and packs; the same chance and moment give the same container.
    pub fn pack(&self, regulator: &Regulator, chance: &Chance, now: Moment) -> Result<Container, AnswerFault> {
        let documents = self.documents.iter().map(|document| self.carried(regulator, document, (chance, now)));
        Ok(Container {
            documents: documents.collect::<Result<_, _>>()?,
            docflow: self.docflow,
            id: ContainerId::from_uuid(Uuid::from_bytes(chance.octets())),
            flow: self.step.0.to_owned(),
            transaction: self.step.1.to_owned(),
            sender: Subject::of(self.authority.code)?,
            operator: Some(Subject::of(self.operator)?),
            receiver: Subject::of(self.subscriber)?,
            program: Some(PROGRAM.to_owned()),
        })
    }

    fn carried(
        &self,
        regulator: &Regulator,
        (type_code, receipt): &(&str, Receipt),
        (chance, now): (&Chance, Moment),
    ) -> Result<Carried, AnswerFault> {
        let own = regulator.keys.of(self.authority).ok_or(AnswerFault::NoReply)?;
        // What does not fit is a good signature under other bytes.
        let signed: &[u8] = if self.wrong_signature { &[] } else { &receipt.bytes };
        let signature = sign_detached(signed, &own.signer(chance)?, SignForm::CadesBes { at: now })?;
        let is_sealed = !self.to.is_empty();
        let content = if is_sealed {
            transport::seal::seal(&receipt.file_name, &receipt.bytes, self.to, &mut |octets| chance.fill(octets))?
        } else {
            receipt.bytes.clone()
        };
        let is_xml = receipt.file_name.ends_with(".xml");
        Ok(Carried {
            id: CarriedId::from_uuid(Uuid::from_bytes(chance.octets())),
            type_code: (*type_code).to_owned(),
            content_kind: if is_xml { kind::XML } else { kind::FILE }.to_owned(),
            original_name: Some(receipt.file_name.clone()),
            compressed: is_sealed,
            encrypted: is_sealed,
            content: Some(content),
            signatures: vec![CarriedSignature { role: role::TAX_AUTHORITY.to_owned(), bytes: signature }],
        })
    }
}

/// The container with its row; its bytes are durable when they are many.
pub async fn made(
    store: &Store,
    container: &Container,
    (operator, subscriber): (&str, &str),
    now: Moment,
) -> Result<Made, AnswerFault> {
    let bytes = Bytes::from(container.write()?);
    let kept = Kept {
        id: to_hex(container.id),
        direction: Direction::Out,
        protocol: Protocol::Fns.word().to_owned(),
        docflow: to_hex(container.docflow),
        flow: container.flow.clone(),
        transaction: container.transaction.clone(),
        authority: container.sender.id().to_owned(),
        operator: operator.to_owned(),
        subscriber: subscriber.to_owned(),
        content: store.put_content(desk()?, &bytes).await?,
        at: now,
        outcome: String::new(),
    };
    Ok(Made { kept, bytes })
}
