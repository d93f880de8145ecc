//! Additions to a message, as the room takes them: both versions of the request become the same acts.

use bytes::Bytes;
use exchange::ops::input::{NewAct, NewActKind, NewPatch};
use formats::service::{MessageCode, UniversalMessage};

use super::documents::signed;
use super::fields::{id, said, without, without_all};
use crate::proto::api::proto::events::{
    CorrectionRequestAttachment, DocumentSignature, MessagePatchToPost, MessagePatchToPostV2, RecipientTitleAttachment,
    RevocationRequestAttachment, SignedContent, UniversalMessageAttachment, XmlSignatureRejectionAttachment,
};
use crate::proto::api::proto::{UniversalMessageBehaviour, UniversalMessageCodeGroup};
use crate::refusal::WireRefusal;
use crate::views::entity::code_group;

/// Reads the older version. Its lists of second titles, one for each type, mean what the one list of the newer means.
pub fn read_older(new: MessagePatchToPost) -> Result<NewPatch, WireRefusal> {
    without_all([
        ("RequestedSignatureRejections", !new.requested_signature_rejections.is_empty()),
        ("XmlTorg12BuyerTitles", !new.xml_torg12_buyer_titles.is_empty()),
        ("XmlAcceptanceCertificateBuyerTitles", !new.xml_acceptance_certificate_buyer_titles.is_empty()),
    ])?;
    let older = new.universal_transfer_document_buyer_titles.into_iter().enumerate();
    let titles =
        older.map(|(index, title)| recipient_title(title, &format!("UniversalTransferDocumentBuyerTitles[{index}]")));
    let titles = titles.collect::<Result<Vec<_>, _>>()?;
    let newer = MessagePatchToPostV2 {
        box_id: new.box_id,
        message_id: new.message_id,
        receipts: new.receipts,
        correction_requests: new.correction_requests,
        signatures: new.signatures,
        resolutions: new.resolutions,
        resolution_requests: new.resolution_requests,
        resolution_request_cancellations: new.resolution_request_cancellations,
        resolution_request_denials: new.resolution_request_denials,
        resolution_request_denial_cancellations: new.resolution_request_denial_cancellations,
        revocation_requests: new.revocation_requests,
        xml_signature_rejections: new.xml_signature_rejections,
        custom_data_patches: new.custom_data_patches,
        resolution_route_assignments: new.resolution_route_assignments,
        signature_verifications: new.signature_verifications,
        edit_document_packet_commands: new.edit_document_packet_commands,
        resolution_route_removals: new.resolution_route_removals,
        recipient_titles: new.recipient_titles,
        editing_patches: new.editing_patches,
        universal_messages: Vec::new(),
        tt_gis_fixation_cancellation_requests: new.tt_gis_fixation_cancellation_requests,
    };
    read_with(newer, titles)
}

/// Reads the newer version.
pub fn read(new: MessagePatchToPostV2) -> Result<NewPatch, WireRefusal> {
    read_with(new, Vec::new())
}

/// Acts in the order in which one may be the ground of the next: what was received is receipted, then answered, then
/// talked about.
fn read_with(new: MessagePatchToPostV2, titles: Vec<NewAct>) -> Result<NewPatch, WireRefusal> {
    services(&new)?;
    let mut acts = Vec::new();
    for (index, receipt) in new.receipts.into_iter().enumerate() {
        let at = format!("Receipts[{index}]");
        acts.push(file(
            NewActKind::Receipt,
            (&receipt.parent_entity_id, &receipt.labels),
            receipt.signed_content,
            &at,
        )?);
    }
    acts.extend(titles);
    for (index, title) in new.recipient_titles.into_iter().enumerate() {
        acts.push(recipient_title(title, &format!("RecipientTitles[{index}]"))?);
    }
    for (index, signature) in new.signatures.into_iter().enumerate() {
        acts.push(bare_signature(signature, &format!("Signatures[{index}]"))?);
    }
    let talk = (new.xml_signature_rejections, new.correction_requests, new.revocation_requests);
    acts.extend(refusals_and_requests(talk)?);
    for (index, message) in new.universal_messages.into_iter().enumerate() {
        acts.push(universal(message, &format!("UniversalMessages[{index}]"))?);
    }
    let box_id = id(&new.box_id, || "BoxId".to_owned())?;
    let message_id = id(&new.message_id, || "MessageId".to_owned())?;
    Ok(NewPatch { box_id, message_id, acts })
}

type Talk = (Vec<XmlSignatureRejectionAttachment>, Vec<CorrectionRequestAttachment>, Vec<RevocationRequestAttachment>);

fn refusals_and_requests((rejections, corrections, revocations): Talk) -> Result<Vec<NewAct>, WireRefusal> {
    let mut acts = Vec::new();
    for (index, rejection) in rejections.into_iter().enumerate() {
        let at = format!("XmlSignatureRejections[{index}]");
        let about = (rejection.parent_entity_id.as_str(), rejection.labels.as_slice());
        acts.push(file(NewActKind::Rejection, about, rejection.signed_content, &at)?);
    }
    for (index, request) in corrections.into_iter().enumerate() {
        let at = format!("CorrectionRequests[{index}]");
        let about = (request.parent_entity_id.as_str(), request.labels.as_slice());
        acts.push(file(NewActKind::AmendmentRequest, about, request.signed_content, &at)?);
    }
    for (index, request) in revocations.into_iter().enumerate() {
        let at = format!("RevocationRequests[{index}]");
        let about = (request.parent_entity_id.as_str(), request.labels.as_slice());
        acts.push(file(NewActKind::RevocationRequest, about, request.signed_content, &at)?);
    }
    Ok(acts)
}

/// Acts of services that are not part of this installation.
fn services(new: &MessagePatchToPostV2) -> Result<(), WireRefusal> {
    without_all([
        ("Resolutions", !new.resolutions.is_empty()),
        ("ResolutionRequests", !new.resolution_requests.is_empty()),
        ("ResolutionRequestCancellations", !new.resolution_request_cancellations.is_empty()),
        ("ResolutionRequestDenials", !new.resolution_request_denials.is_empty()),
        ("ResolutionRequestDenialCancellations", !new.resolution_request_denial_cancellations.is_empty()),
        ("CustomDataPatches", !new.custom_data_patches.is_empty()),
        ("ResolutionRouteAssignments", !new.resolution_route_assignments.is_empty()),
        ("SignatureVerifications", !new.signature_verifications.is_empty()),
        ("EditDocumentPacketCommands", !new.edit_document_packet_commands.is_empty()),
        ("ResolutionRouteRemovals", !new.resolution_route_removals.is_empty()),
        ("EditingPatches", !new.editing_patches.is_empty()),
        ("TtGisFixationCancellationRequests", !new.tt_gis_fixation_cancellation_requests.is_empty()),
    ])
}

fn act(kind: NewActKind, (parent, labels): (&str, &[String]), at: &str) -> Result<NewAct, WireRefusal> {
    without(!labels.is_empty(), || format!("{at}.Labels"))?;
    let parent_id = id(parent, || format!("{at}.ParentEntityId"))?;
    Ok(NewAct { kind, parent_id, content: None, signature: None, receipt_asked: false })
}

fn file(kind: NewActKind, about: (&str, &[String]), content: SignedContent, at: &str) -> Result<NewAct, WireRefusal> {
    let (content, signature) = signed(content, at)?;
    Ok(NewAct { content, signature: Some(signature), ..act(kind, about, at)? })
}

fn recipient_title(new: RecipientTitleAttachment, at: &str) -> Result<NewAct, WireRefusal> {
    // A УПД has two titles: the second is the recipient's.
    without(new.title_index.is_some_and(|index| index != 1), || format!("{at}.TitleIndex"))?;
    let about = (new.parent_entity_id.as_str(), new.labels.as_slice());
    let title = file(NewActKind::AnswerTitle, about, new.signed_content, at)?;
    Ok(NewAct { receipt_asked: new.need_receipt, ..title })
}

fn bare_signature(new: DocumentSignature, at: &str) -> Result<NewAct, WireRefusal> {
    let field = |name: &str| format!("{at}.{name}");
    without(new.sign_with_test_signature(), || field("SignWithTestSignature"))?;
    without(new.is_approvement_signature(), || field("IsApprovementSignature"))?;
    without(said(new.signature_name_on_shelf.as_deref()), || field("SignatureNameOnShelf"))?;
    without(said(new.patched_content_id.as_deref()), || field("PatchedContentId"))?;
    without(new.power_of_attorney.is_some(), || field("PowerOfAttorney"))?;
    let about = (new.parent_entity_id.as_str(), new.labels.as_slice());
    Ok(NewAct { signature: new.signature, ..act(NewActKind::Signature, about, at)? })
}

fn universal(new: UniversalMessageAttachment, at: &str) -> Result<NewAct, WireRefusal> {
    let content = &new.universal_message_content;
    without(said(content.name_on_shelf.as_deref()), || format!("{at}.UniversalMessageContent.NameOnShelf"))?;
    let (group, behaviour) = (new.code_group(), new.behaviour());
    let is_plain = group == UniversalMessageCodeGroup::UnknownUniversalMessageCodeGroup
        && behaviour == UniversalMessageBehaviour::Undefined;
    if !is_plain && let Some(codes) = content.content.as_ref().and_then(codes_of) {
        is_as_said(&codes, group, behaviour, at)?;
    }
    let about = (new.parent_entity_id.as_str(), new.labels.as_slice());
    let message = act(NewActKind::UniversalMessage, about, at)?;
    Ok(NewAct { content: new.universal_message_content.content, ..message })
}

/// Codes of a message; none of what is no message, which the room refuses by its own rules.
fn codes_of(content: &Bytes) -> Option<Vec<u16>> {
    let document = formats::read(content).ok()?;
    let message = UniversalMessage::read(&document).ok()?;
    Some(message.events.iter().map(|event| event.code.number()).collect())
}

/// What a message does is written in it: the request may say the same, nothing else.
fn is_as_said(
    codes: &[u16],
    group: UniversalMessageCodeGroup,
    behaviour: UniversalMessageBehaviour,
    at: &str,
) -> Result<(), WireRefusal> {
    let is_any = group == UniversalMessageCodeGroup::UnknownUniversalMessageCodeGroup;
    if !is_any && !codes.iter().any(|code| code_group(i32::from(*code)) == group) {
        let field = format!("{at}.CodeGroup");
        return Err(WireRefusal::Field { field, accepted: "the group of the message's own code" });
    }
    let moves = |code: &u16| {
        let moving = [MessageCode::Receipt, MessageCode::AmendmentRequest, MessageCode::Rejection];
        moving.iter().any(|known| known.number() == *code)
    };
    let said_to_move = match behaviour {
        UniversalMessageBehaviour::Undefined => return Ok(()),
        UniversalMessageBehaviour::AffectsWorkflow => true,
        UniversalMessageBehaviour::DoesNotAffectWorkflow => false,
    };
    without(codes.iter().any(moves) != said_to_move, || format!("{at}.Behaviour"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::api::proto::events::{ReceiptAttachment, ResolutionAttachment};

    const ID: &str = "0192d3c4-0000-7000-8000-00000000002a";

    fn content() -> SignedContent {
        SignedContent {
            content: Some(Bytes::from_static(b"x")),
            signature: Some(Bytes::from_static(b"y")),
            ..SignedContent::default()
        }
    }

    fn title() -> RecipientTitleAttachment {
        let parent_entity_id = ID.to_owned();
        RecipientTitleAttachment {
            parent_entity_id,
            signed_content: content(),
            need_receipt: true,
            ..Default::default()
        }
    }

    fn older() -> MessagePatchToPost {
        MessagePatchToPost { box_id: ID.to_owned(), message_id: ID.to_owned(), ..MessagePatchToPost::default() }
    }

    fn newer() -> MessagePatchToPostV2 {
        MessagePatchToPostV2 { box_id: ID.to_owned(), message_id: ID.to_owned(), ..MessagePatchToPostV2::default() }
    }

    #[test]
    fn every_list_of_second_titles_means_the_same() {
        let [of_type, of_older, of_newer] = [
            read_older(MessagePatchToPost { universal_transfer_document_buyer_titles: vec![title()], ..older() }),
            read_older(MessagePatchToPost { recipient_titles: vec![title()], ..older() }),
            read(MessagePatchToPostV2 { recipient_titles: vec![title()], ..newer() }),
        ];
        assert_eq!(of_type, of_newer);
        assert_eq!(of_older, of_newer);
        assert!(of_newer.unwrap().acts.iter().all(|act| act.receipt_asked && act.kind == NewActKind::AnswerTitle));
    }

    #[test]
    fn acts_come_in_the_order_in_which_they_build_on_each_other() {
        let signed_content = content();
        let parent_entity_id = ID.to_owned();
        let receipt = ReceiptAttachment {
            parent_entity_id: parent_entity_id.clone(),
            signed_content: signed_content.clone(),
            ..ReceiptAttachment::default()
        };
        let rejection = XmlSignatureRejectionAttachment {
            parent_entity_id,
            signed_content,
            ..XmlSignatureRejectionAttachment::default()
        };
        let patch = MessagePatchToPostV2 {
            receipts: vec![receipt],
            xml_signature_rejections: vec![rejection],
            recipient_titles: vec![title()],
            ..newer()
        };
        let kinds: Vec<_> = read(patch).unwrap().acts.iter().map(|act| act.kind).collect();
        assert_eq!(kinds, [NewActKind::Receipt, NewActKind::AnswerTitle, NewActKind::Rejection]);
    }

    #[test]
    fn what_is_not_connected_is_named() {
        let name = |field: &str| Err(WireRefusal::FieldNotConnected { field: field.to_owned() });
        let patch = MessagePatchToPostV2 { resolutions: vec![ResolutionAttachment::default()], ..newer() };
        assert_eq!(read(patch), name("Resolutions"));
        let third = RecipientTitleAttachment { title_index: Some(2), ..title() };
        let patch = MessagePatchToPostV2 { recipient_titles: vec![third], ..newer() };
        assert_eq!(read(patch), name("RecipientTitles[0].TitleIndex"));
        let labelled = RecipientTitleAttachment { labels: vec!["x".to_owned()], ..title() };
        let patch = MessagePatchToPostV2 { recipient_titles: vec![labelled], ..newer() };
        assert_eq!(read(patch), name("RecipientTitles[0].Labels"));
        let test = DocumentSignature { sign_with_test_signature: Some(true), ..DocumentSignature::default() };
        let patch = MessagePatchToPost { signatures: vec![test], ..older() };
        assert_eq!(read_older(patch), name("Signatures[0].SignWithTestSignature"));
        let bad = MessagePatchToPostV2 { message_id: "x".to_owned(), ..newer() };
        assert!(matches!(read(bad), Err(WireRefusal::Field { field, .. }) if field == "MessageId"));
    }

    #[test]
    fn a_message_does_what_is_written_in_it() {
        use UniversalMessageBehaviour as Does;
        use UniversalMessageCodeGroup as Group;
        let said = |codes: &[u16], group, behaviour| is_as_said(codes, group, behaviour, "A").is_ok();
        for (codes, group, behaviour, holds) in [
            (&[1999][..], Group::Receipt, Does::AffectsWorkflow, true),
            (&[1999], Group::Receipt, Does::DoesNotAffectWorkflow, false),
            (&[1999], Group::Rejection, Does::Undefined, false),
            (&[4002], Group::InformationMessage, Does::DoesNotAffectWorkflow, true),
            (&[4002], Group::InformationMessage, Does::AffectsWorkflow, false),
            (&[4003, 2999], Group::AmendmentRequest, Does::AffectsWorkflow, true),
        ] {
            assert_eq!(said(codes, group, behaviour), holds, "{codes:?} {group:?} {behaviour:?}");
        }
    }
}
