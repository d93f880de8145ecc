//! Drafts: messages that nobody signed yet.

use exchange::ops::keep_draft::DraftReport;
use exchange::{Author, DraftDocument, DraftState, Entity, EntityFacts, EntityKind, MessageCopy, MessageId, Side};
use kernel::TypedId as _;

use super::contents::Contents;
use super::entity::CopyView;
use super::viewpoint::Viewpoint;
use crate::ids::shown;
use crate::proto::api::proto::DocflowStatusModelV3;
use crate::proto::api::proto::documents::{MessageType, SenderSignatureStatus};
use crate::proto::api::proto::events::{Entity as Shown, Message};
use crate::ticks::ticks;

/// A draft as the contract shows it: a message of another type, whose documents wait for the sender's signature. With
/// `contents`, those go inside.
pub fn draft(
    view: &Viewpoint,
    scope: &account::OrgScope,
    report: &DraftReport,
    (to, contents): (&str, &Contents),
) -> Message {
    let entities = entities(report);
    let kept = &report.draft;
    let copy = MessageCopy {
        id: MessageId::from_uuid(kept.id.uuid()),
        box_id: view.box_id,
        side: Side::Sender,
        counteragent_organization_id: scope.organization_id(),
        counteragent_box_id: kept.to_box_id.unwrap_or(view.box_id),
        posted_at: kept.kept_at,
        is_test: false,
    };
    let shown_as = CopyView { view, copy: &copy, all: &entities, contents };
    let message = shown_as.message(entities.iter(), to);
    let waiting = message.entities.into_iter().map(|entity| unsigned(view, entity, kept.to_box_id.is_some()));
    Message {
        last_patch_timestamp_ticks: ticks(kept.changed_at),
        to_box_id: kept.to_box_id.map(shown),
        to_title: kept.to_box_id.map(|_| to.to_owned()),
        entities: waiting.collect(),
        is_draft: Some(true),
        draft_is_recycled: Some(kept.state == DraftState::Recycled),
        draft_is_transformed_to_message_id_list: kept.message_id.map(shown).into_iter().collect(),
        message_type: MessageType::Draft.into(),
        ..message
    }
}

/// Documents of a draft as entities of a message.
pub fn entities(report: &DraftReport) -> Vec<Entity> {
    let entity = |document: &DraftDocument| Entity {
        id: document.id,
        document_id: document.id,
        parent_id: None,
        patch_id: exchange::PatchId::from_uuid(report.draft.id.uuid()),
        kind: if document.facts.format_version.is_some() {
            EntityKind::Title
        } else {
            EntityKind::NonformalizedDocument
        },
        author: Author::Party(Side::Sender),
        at: report.draft.kept_at,
        content: document.contents.first().map(|content| content.key),
        file_name: Some(document.file_name.clone()),
        facts: EntityFacts { document: Some(document.facts.clone()), ..EntityFacts::default() },
    };
    report.documents.iter().map(entity).collect()
}

fn unsigned(view: &Viewpoint, entity: Shown, is_addressed: bool) -> Shown {
    let card = entity.document_info.map(|mut card| {
        card.sender_signature_status = Some(SenderSignatureStatus::WaitingForSenderSignature.into());
        card.send_timestamp_ticks = None;
        card.counteragent_box_id = card.counteragent_box_id.filter(|_| is_addressed);
        card.docflow_status.primary_status = DocflowStatusModelV3 {
            severity: Some(super::status::Severity::Warning.as_str().to_owned()),
            status_text: Some(view.text("diadoc-status-draft", &[])),
        };
        card
    });
    Shown { document_info: card, ..entity }
}
