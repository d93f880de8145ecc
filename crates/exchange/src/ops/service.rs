//! Service documents of a patch: read, checked, and told what act each of them is.

use bytes::Bytes;
use formats::service::{AmendmentRequest, MessageCode, ReceiptNotification, RevocationRequest, UniversalMessage};
use kernel::Cx;

use super::document::Between;
use super::input::NewActKind;
use super::title;
use crate::model::act::Act;
use crate::model::document::{ServiceFacts, ServiceForm};
use crate::model::entity::{Entity, EntityKind};
use crate::model::limits::COMMENT_CHARS_MAX;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// A service document or second title, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActFile {
    /// What it becomes in the message.
    pub kind: EntityKind,
    /// What it does.
    pub act: Act,
    /// Name of its file without extension.
    pub file_id: String,
    /// What is remembered of it; none for a title.
    pub service: Option<ServiceFacts>,
    /// Version of a title.
    pub version: Option<String>,
}

/// What an act is about.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Between whom, seen from the author of the act.
    pub between: Between<'a>,
    /// The entity it is attached to.
    pub parent: &'a Entity,
}

/// Reads the file of an act. Refuses a file about another document, from or to another participant, in a form that may
/// not be sent today.
pub fn read(room: &Room, cx: &Cx, kind: NewActKind, bytes: &Bytes, about: About<'_>) -> Result<ActFile, Refusal> {
    match kind {
        NewActKind::Receipt => receipt(room, cx, bytes, about),
        NewActKind::AnswerTitle => answer_title(room, cx, bytes, about),
        NewActKind::Rejection | NewActKind::AmendmentRequest | NewActKind::RevocationRejection => {
            words(room, cx, kind, bytes, about)
        }
        NewActKind::RevocationRequest => revocation_request(room, cx, bytes, about),
        NewActKind::UniversalMessage => universal_message(room, cx, bytes, about),
        // A bare signature has no file.
        NewActKind::Signature | NewActKind::RevocationAcceptance => Err(Refusal::Unreadable { field: "content" }),
    }
}

/// Name of the parent's file without extension.
fn parent_file(parent: &Entity) -> &str {
    let name = parent.file_name.as_deref().unwrap_or_default();
    name.strip_suffix(".xml").unwrap_or(name)
}

fn same(named: &str, expected: &str, refusal: Refusal) -> Result<(), Refusal> {
    if named == expected { Ok(()) } else { Err(refusal) }
}

fn signed(text: Option<String>) -> Option<ServiceFacts> {
    Some(ServiceFacts { form: ServiceForm::SignedXml, code: None, text, out_of_workflow: false })
}

fn receipt(room: &Room, cx: &Cx, bytes: &Bytes, about: About<'_>) -> Result<ActFile, Refusal> {
    let (document, findings) = title::read(room, bytes, "DP_IZVPOL")?;
    title::in_force(room, cx, "receipt", &document)?;
    title::admit(&findings)?;
    let receipt = ReceiptNotification::read(&document).map_err(title::format)?;
    same(&receipt.participant.id, &about.between.from.participant_id, Refusal::SenderParticipant)?;
    same(&receipt.answered.file_id, parent_file(about.parent), Refusal::OtherFile)?;
    Ok(ActFile {
        kind: EntityKind::ReceiptNotification,
        act: receipt_act(about.parent, ServiceForm::SignedXml)?,
        file_id: receipt.file_id,
        service: signed(None),
        version: None,
    })
}

fn receipt_act(parent: &Entity, form: ServiceForm) -> Result<Act, Refusal> {
    match parent.kind {
        EntityKind::Title | EntityKind::NonformalizedDocument => Ok(Act::Receipt(form)),
        EntityKind::AnswerTitle => Ok(Act::AnswerReceipt(form)),
        _ => Err(Refusal::NothingToReceipt),
    }
}

fn answer_title(room: &Room, cx: &Cx, bytes: &Bytes, about: About<'_>) -> Result<ActFile, Refusal> {
    if about.parent.kind != EntityKind::Title {
        return Err(Refusal::AnswerNotAsked);
    }
    let answer = title::buyer(room, cx, bytes, about.between)?;
    same(&answer.answered_file_id, parent_file(about.parent), Refusal::OtherFile)?;
    Ok(ActFile {
        kind: EntityKind::AnswerTitle,
        act: Act::AnswerTitle,
        file_id: answer.file_id,
        service: None,
        version: Some(answer.version),
    })
}

/// A request to correct, a refusal to sign and a refusal to revoke are the same format, told apart by the act.
fn words(room: &Room, cx: &Cx, kind: NewActKind, bytes: &Bytes, about: About<'_>) -> Result<ActFile, Refusal> {
    let (document, findings) = title::read(room, bytes, "DP_UVUTOCH")?;
    let name = if kind == NewActKind::AmendmentRequest { "amendment" } else { "signature-rejection" };
    title::in_force(room, cx, name, &document)?;
    title::admit(&findings)?;
    let request = AmendmentRequest::read(&document).map_err(title::format)?;
    same(&request.participant.id, &about.between.from.participant_id, Refusal::SenderParticipant)?;
    same(&request.answered.file_id, parent_file(about.parent), Refusal::OtherFile)?;
    let (kind, act) = match (kind, about.parent.kind) {
        (NewActKind::AmendmentRequest, parent) if parent.is_document() => {
            (EntityKind::AmendmentRequest, Act::RequestAmendment)
        }
        (NewActKind::Rejection, parent) if parent.is_document() => (EntityKind::SignatureRejection, Act::Reject),
        (NewActKind::Rejection | NewActKind::RevocationRejection, EntityKind::RevocationRequest) => {
            (EntityKind::SignatureRejection, Act::RejectRevocation { request: about.parent.id })
        }
        _ => return Err(Refusal::OtherFile),
    };
    let service = signed(Some(bounded(request.text)?));
    Ok(ActFile { kind, act, file_id: request.file_id, service, version: None })
}

fn bounded(text: String) -> Result<String, Refusal> {
    if text.chars().count() > COMMENT_CHARS_MAX { Err(Refusal::CommentTooLong) } else { Ok(text) }
}

fn revocation_request(room: &Room, cx: &Cx, bytes: &Bytes, about: About<'_>) -> Result<ActFile, Refusal> {
    let (document, findings) = title::read(room, bytes, "DP_PRANNUL")?;
    title::in_force(room, cx, "revocation", &document)?;
    title::admit(&findings)?;
    let request = RevocationRequest::read(&document).map_err(title::format)?;
    same(&request.participant.id, &about.between.from.participant_id, Refusal::SenderParticipant)?;
    same(&request.directed_to.id, &about.between.to.participant_id, Refusal::RecipientParticipant)?;
    same(&request.answered.file_id, parent_file(about.parent), Refusal::OtherFile)?;
    if !about.parent.kind.is_document() {
        return Err(Refusal::OtherFile);
    }
    Ok(ActFile {
        kind: EntityKind::RevocationRequest,
        act: Act::RequestRevocation,
        file_id: request.file_id,
        service: signed(Some(bounded(request.text)?)),
        version: None,
    })
}

fn universal_message(room: &Room, cx: &Cx, bytes: &Bytes, about: About<'_>) -> Result<ActFile, Refusal> {
    let (document, findings) = title::read(room, bytes, "DP_UNISOOBSCH")?;
    title::in_force(room, cx, "universal-message", &document)?;
    title::admit(&findings)?;
    let message = UniversalMessage::read(&document).map_err(title::format)?;
    same(&message.sender_id, &about.between.from.participant_id, Refusal::SenderParticipant)?;
    same(&message.recipient_id, &about.between.to.participant_id, Refusal::RecipientParticipant)?;
    same(&message.answered_file_id, parent_file(about.parent), Refusal::OtherFile)?;
    let moves = |code: MessageCode| {
        matches!(code, MessageCode::Receipt | MessageCode::AmendmentRequest | MessageCode::Rejection)
    };
    let moving = message.events.iter().find(|event| moves(event.code));
    let event = moving.or(message.events.first()).ok_or(Refusal::UniversalMessageCode)?;
    // One message moves a docflow once: it may say the same several times, not different things.
    if message.events.iter().any(|other| moves(other.code) && other.code != event.code) {
        return Err(Refusal::UniversalMessageCode);
    }
    let (kind, act) = universal_act(event.code, about.parent)?;
    let said = message.events.iter().filter(|other| other.code == event.code);
    let texts: Vec<&str> = said.filter_map(|other| other.text.as_deref()).collect();
    let text = (!texts.is_empty()).then(|| bounded(texts.join("\n"))).transpose()?;
    let service = ServiceFacts {
        form: ServiceForm::UniversalMessage,
        code: Some(event.code.number().to_string()),
        text,
        out_of_workflow: act == Act::Inform,
    };
    Ok(ActFile { kind, act, file_id: message.file_id, service: Some(service), version: None })
}

fn universal_act(code: MessageCode, parent: &Entity) -> Result<(EntityKind, Act), Refusal> {
    let is_document = parent.kind.is_document();
    match code {
        MessageCode::Receipt => {
            Ok((EntityKind::ReceiptNotification, receipt_act(parent, ServiceForm::UniversalMessage)?))
        }
        MessageCode::AmendmentRequest if is_document => Ok((EntityKind::AmendmentRequest, Act::RequestAmendment)),
        MessageCode::Rejection if is_document => Ok((EntityKind::SignatureRejection, Act::Reject)),
        MessageCode::Rejection if parent.kind == EntityKind::RevocationRequest => {
            Ok((EntityKind::SignatureRejection, Act::RejectRevocation { request: parent.id }))
        }
        MessageCode::AmendmentRequest | MessageCode::Rejection => Err(Refusal::UniversalMessageCode),
        MessageCode::PowersRequest | MessageCode::Remark | MessageCode::Information | MessageCode::Other(_) => {
            Ok((EntityKind::Notice, Act::Inform))
        }
    }
}
