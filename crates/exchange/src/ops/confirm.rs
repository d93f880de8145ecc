//! The operator's confirmations: built and signed unasked, outside any transaction.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use formats::FileName;
use formats::service::{AnsweredFile, Confirmed, DateConfirmation};
use kernel::{Cx, Moment, TypedId as _};

use crate::model::entity::EntityKind;
use crate::model::ids::EntityId;
use crate::model::party::Party;
use crate::room::{Operator, participant};

/// Name and version of this program in official files (`ВерсПрог`, up to 40 characters).
pub const PROGRAM: &str = concat!("Svitok ", env!("CARGO_PKG_VERSION"));

/// Why a confirmation could not be made: a fault of this installation, never of the parties.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmFault {
    /// The format does not take what is to be written: the operator's own details, or a party's card.
    #[error("composing a confirmation: {0}")]
    Format(#[from] formats::FormatRefusal),
    /// The operator's key cannot sign.
    #[error("signing a confirmation: {0}")]
    Signer(String),
}

/// What is confirmed: one signed file on its way from its author to its addressee.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// Name of the file, without extension.
    pub file_id: &'a str,
    /// The author's signature, DER.
    pub signature: &'a [u8],
    /// Who made the file.
    pub author: &'a Party,
    /// To whom it goes.
    pub addressee: &'a Party,
}

/// A confirmation ready to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Which of the two.
    pub kind: EntityKind,
    /// Its id.
    pub id: EntityId,
    /// Name of its file.
    pub file_name: String,
    /// Its bytes.
    pub content: Bytes,
    /// The operator's signature, DER.
    pub signature: Bytes,
}

/// Builds and signs the confirmation that the operator received the file from its author at `at`.
pub fn receiving(operator: &Operator, cx: &Cx, sent: Sent<'_>, at: Moment) -> Result<Confirmation, ConfirmFault> {
    confirm(operator, cx, sent, Confirmed::Receiving, at)
}

/// Builds and signs the confirmation that the operator sent the file to its addressee at `at`.
pub fn sending(operator: &Operator, cx: &Cx, sent: Sent<'_>, at: Moment) -> Result<Confirmation, ConfirmFault> {
    confirm(operator, cx, sent, Confirmed::Sending, at)
}

fn confirm(
    operator: &Operator,
    cx: &Cx,
    sent: Sent<'_>,
    confirmed: Confirmed,
    at: Moment,
) -> Result<Confirmation, ConfirmFault> {
    let id: EntityId = cx.new_id();
    let (kind, reader) = match confirmed {
        Confirmed::Receiving => (EntityKind::ReceivingConfirmation, sent.author),
        Confirmed::Sending => (EntityKind::SendingConfirmation, sent.addressee),
    };
    let file_id = file_id(operator, cx, confirmed, (reader, id));
    let document = DateConfirmation {
        file_id: file_id.clone(),
        program: PROGRAM.to_owned(),
        confirmed,
        operator: operator.details(),
        at: at.civil_datetime_msk(),
        answered: AnsweredFile { file_id: sent.file_id.to_owned(), signatures: vec![STANDARD.encode(sent.signature)] },
        sender: participant(sent.author),
        recipient: participant(sent.addressee),
        signer: None,
    };
    let content = document.to_bytes()?;
    let signature = sign(operator, cx, &content)?;
    Ok(Confirmation {
        kind,
        id,
        file_name: format!("{file_id}.xml"),
        content: Bytes::from(content),
        signature: Bytes::from(signature),
    })
}

fn file_id(operator: &Operator, cx: &Cx, confirmed: Confirmed, (reader, id): (&Party, EntityId)) -> String {
    let name = FileName {
        prefix: confirmed.prefix().to_owned(),
        recipient: reader.participant_id.clone(),
        sender: operator.code.clone(),
        formed_on: cx.now.civil_date_msk(),
        unique: id.uuid().to_string(),
        flags: None,
    };
    name.to_string()
}

fn sign(operator: &Operator, cx: &Cx, content: &[u8]) -> Result<Vec<u8>, ConfirmFault> {
    let form = pki::SignForm::CadesBes { at: cx.now };
    pki::sign_detached(content, operator.signer.as_ref(), form)
        .map_err(|refusal| ConfirmFault::Signer(refusal.to_string()))
}
