//! Drafts: kept by `PostMessage`, signed and sent here. A draft's identifier stands where a message's does.

use account::OrgScope;
use exchange::ops::keep_draft::{self, DraftReport, NewDraft};
use exchange::ops::send_draft::{self, DraftSending, DraftSignature};
use exchange::ops::{authorise, contents, kept_drafts};
use exchange::{DraftContentId, DraftId, EntityId, MessageId, Refusal};
use kernel::{BoxId, TypedId as _};
use serde::{Deserialize, Serialize};
use store::No;

use super::messages;
use super::post_message::may_send;
use crate::answer::Answer;
use crate::call::Call;
use crate::posting::fields::{id, root_only, said, without};
use crate::posting::once::{Intention, outcome};
use crate::proto::api::proto::events::{DocumentSenderSignature, DraftToSend, Message};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::contents::{Contents, chosen};
use crate::views::draft;
use crate::views::viewpoint::Viewpoint;

pub fn on(methods: Methods) -> Methods {
    methods.on("/SendDraft", |surface, call| Box::pin(send(surface, call)))
}

/// What is kept of a draft.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptDraftId {
    draft_id: DraftId,
}

/// Keeps a draft and shows it.
pub async fn keep(surface: &Surface, call: &Call, intention: &Intention, new: NewDraft) -> Result<Answer, Refused> {
    let box_id = new.from_box_id;
    let kept: KeptDraftId = match keep_draft::prepare(&surface.exchange, &call.cx, new).await {
        Err(no) => intention.recalled(surface, call, no).await?,
        Ok(prepared) => {
            let once = intention.once(call, prepared.organization_id());
            let written = surface.app.write_value_once(&call.cx, once, prepared, |tx, cx, prepared| {
                Box::pin(async move {
                    let report = keep_draft::run(tx, cx, prepared).await?;
                    Ok::<_, No<Refusal>>(KeptDraftId { draft_id: report.draft.id })
                })
            });
            outcome(written.await)?
        }
    };
    let report = kept_drafts::get(&surface.exchange, &call.cx, box_id, kept.draft_id).await?;
    Ok(call.answer(&shown(surface, call, (box_id, &report), false).await?))
}

async fn shown(
    surface: &Surface,
    call: &Call,
    (box_id, report): (BoxId, &DraftReport),
    inject: bool,
) -> Result<Message, Refused> {
    let (view, scope) = Viewpoint::of(surface, &call.cx, box_id).await?;
    let to = match report.draft.to_box_id {
        Some(to) => {
            let mut reader = surface.app.store.reader().await?;
            authorise::find_party(&mut reader, to).await?.map(|party| party.name)
        }
        None => None,
    };
    let contents = if inject { inside(surface, &scope, report).await? } else { Contents::default() };
    Ok(draft::draft(&view, &scope, report, (&to.unwrap_or_default(), &contents)))
}

async fn inside(surface: &Surface, scope: &OrgScope, report: &DraftReport) -> Result<Contents, Refused> {
    let keys = chosen(&draft::entities(report));
    Ok(Contents::new(contents::load(&surface.exchange, scope, &keys).await?))
}

/// A draft asked for as a message; what is none is no message.
pub async fn get(
    surface: &Surface,
    call: &Call,
    (box_id, id): (BoxId, MessageId),
    (document, inject): (Option<EntityId>, bool),
) -> Result<Answer, Refused> {
    let found = kept_drafts::get(&surface.exchange, &call.cx, box_id, DraftId::from_uuid(id.uuid())).await;
    let mut report = found.map_err(|no| no.map_refused(as_message))?;
    if let Some(document) = document {
        report.documents.retain(|each| each.id == document);
        if report.documents.is_empty() {
            return Err(Refusal::EntityNotFound.into());
        }
    }
    Ok(call.answer(&shown(surface, call, (box_id, &report), inject).await?))
}

/// Bytes of a draft's document, asked for as an entity's.
pub async fn content(
    surface: &Surface,
    call: &Call,
    (box_id, message): (BoxId, MessageId),
    entity: EntityId,
) -> Result<Answer, Refused> {
    let of = (box_id, DraftId::from_uuid(message.uuid()));
    let content_id = DraftContentId::from_uuid(entity.uuid());
    match kept_drafts::get_content(&surface.exchange, &call.cx, of, content_id).await {
        Ok(bytes) => Ok(Answer::Octets { bytes, file_name: None }),
        Err(No::Refused(Refusal::DraftNotFound | Refusal::DraftContentNotFound)) => {
            Err(WireRefusal::NotFound { what: "entity" }.into())
        }
        Err(no) => Err(no.into()),
    }
}

fn as_message(refusal: Refusal) -> Refusal {
    if refusal == Refusal::DraftNotFound { Refusal::MessageNotFound } else { refusal }
}

/// What is kept of a sending.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sent {
    message_id: MessageId,
}

/// Signatures under the documents of a draft make it a message.
async fn send(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let new: DraftToSend = call.message()?;
    let box_id: BoxId = id(&new.box_id, || "BoxId".to_owned())?;
    let intention = Intention::of(&call, box_id, "diadoc.send_draft")?;
    let sending = match read(box_id, new) {
        Ok(sending) => sending,
        Err(refusal) => return Err(may_send(&surface, &call, box_id, refusal).await),
    };
    let sent: Sent = match send_draft::prepare(&surface.exchange, &call.cx, sending).await {
        Err(no) => intention.recalled(&surface, &call, no).await?,
        Ok(prepared) => {
            let once = intention.once(&call, prepared.organization_id());
            let written = surface.app.write_value_once(&call.cx, once, prepared, |tx, cx, prepared| {
                Box::pin(async move {
                    let posted = send_draft::run(tx, cx, prepared).await?;
                    Ok::<_, No<Refusal>>(Sent { message_id: posted.message_id })
                })
            });
            outcome(written.await)?
        }
    };
    Ok(call.answer(&messages::whole(&surface, &call, (box_id, sent.message_id)).await?))
}

fn read(box_id: BoxId, new: DraftToSend) -> Result<DraftSending, WireRefusal> {
    root_only(new.to_department_id.as_deref(), None, "ToDepartmentId")?;
    without(said(new.proxy_box_id.as_deref()), || "ProxyBoxId".to_owned())?;
    without(said(new.proxy_department_id.as_deref()), || "ProxyDepartmentId".to_owned())?;
    let draft_id = id(&new.draft_id, || "DraftId".to_owned())?;
    let to = new.to_box_id.as_deref().filter(|text| !text.is_empty());
    let to_box_id = to.map(|text| id(text, || "ToBoxId".to_owned())).transpose()?;
    let signatures = new.document_signatures.into_iter().enumerate();
    let signatures = signatures.map(|(index, each)| signature(each, &format!("DocumentSignatures[{index}]")));
    Ok(DraftSending { box_id, draft_id, to_box_id, signatures: signatures.collect::<Result<_, _>>()? })
}

fn signature(new: DocumentSenderSignature, at: &str) -> Result<DraftSignature, WireRefusal> {
    without(new.sign_with_test_signature(), || format!("{at}.SignWithTestSignature"))?;
    without(new.power_of_attorney.is_some(), || format!("{at}.PowerOfAttorney"))?;
    let document_id = id(&new.parent_entity_id, || format!("{at}.ParentEntityId"))?;
    let patched = new.patched_content_id.as_deref().filter(|text| !text.is_empty());
    let content_id = patched.map(|text| id(text, || format!("{at}.PatchedContentId"))).transpose()?;
    Ok(DraftSignature { document_id, content_id, signature: new.signature.unwrap_or_default() })
}
