//! Messages as a box holds them, and the bytes of their entities.

use std::sync::Arc;

use account::OrgScope;
use exchange::ops::copies::{self, CopyHistory};
use exchange::ops::{authorise, contents, read};
use exchange::{Entity, EntityId, MessageId, PatchId, Refusal};
use kernel::{BoxId, Moment};
use store::No;

use super::drafts;
use crate::answer::Answer;
use crate::call::Call;
use crate::ids::shown;
use crate::proto::api::proto::events::{Message, MessagePatch};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::contents::{Contents, chosen};
use crate::views::entity::{CopyView, comment, comment_id};
use crate::views::viewpoint::Viewpoint;

/// Version 6 answers with the same message as version 5: the tables of the contract tell of no difference.
pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V5/GetMessage", |surface, call| Box::pin(get_message(surface, call)))
        .on("/V6/GetMessage", |surface, call| Box::pin(get_message(surface, call)))
        .on("/V4/GetEntityContent", |surface, call| Box::pin(get_entity_content(surface, call)))
}

/// A copy with all its entities.
pub struct Held {
    view: Viewpoint,
    scope: OrgScope,
    history: Arc<CopyHistory>,
    all: Vec<Entity>,
}

impl Held {
    /// The caller's copy of a message. A foreign message is as an unknown one.
    pub async fn get(surface: &Surface, call: &Call, of: (BoxId, MessageId)) -> Result<Self, Refused> {
        Ok(Self::find(surface, call, of).await?.ok_or(Refusal::MessageNotFound)?)
    }

    async fn find(surface: &Surface, call: &Call, (box_id, id): (BoxId, MessageId)) -> Result<Option<Self>, Refused> {
        let (view, scope) = Viewpoint::of(surface, &call.cx, box_id).await?;
        let mut reader = surface.app.store.reader().await?;
        let (mut histories, _) = copies::load(&mut reader, &scope, box_id, &[id]).await?;
        let Some(history) = histories.remove(&id) else { return Ok(None) };
        let all = history.as_of(i64::MAX);
        Ok(Some(Self { view, scope, history, all }))
    }

    /// Shown with these contents inside.
    pub fn shown<'a>(&'a self, contents: &'a Contents) -> CopyView<'a> {
        CopyView { view: &self.view, copy: &self.history.copy, all: &self.all, contents }
    }

    /// Entities about one document, or all.
    fn about(&self, document: Option<EntityId>) -> Result<Vec<&Entity>, Refused> {
        let Some(id) = document else { return Ok(self.all.iter().collect()) };
        let found: Vec<&Entity> = self.all.iter().filter(|entity| entity.document_id == id).collect();
        if found.is_empty() { Err(Refusal::EntityNotFound.into()) } else { Ok(found) }
    }

    async fn counteragent(&self, surface: &Surface) -> Result<String, Refused> {
        let mut reader = surface.app.store.reader().await?;
        let party = authorise::find_party(&mut reader, self.history.copy.counteragent_box_id).await?;
        Ok(party.map(|party| party.name).unwrap_or_default())
    }

    /// Contents of these entities, as many as go inside one answer.
    pub async fn inside(&self, surface: &Surface, entities: &[&Entity]) -> Result<Contents, Refused> {
        let keys = chosen(entities.iter().copied());
        Ok(Contents::new(contents::load(&surface.exchange, &self.scope, &keys).await?))
    }

    /// All entities.
    pub fn all(&self) -> &[Entity] {
        &self.all
    }
}

/// The whole message without contents.
pub async fn whole(surface: &Surface, call: &Call, of: (BoxId, MessageId)) -> Result<Message, Refused> {
    let held = Held::get(surface, call, of).await?;
    let counteragent = held.counteragent(surface).await?;
    let none = Contents::default();
    Ok(held.shown(&none).message(held.all.iter(), &counteragent))
}

/// What a patch added, without contents.
pub async fn added(
    surface: &Surface,
    call: &Call,
    of: (BoxId, MessageId),
    (patch_id, at): (PatchId, Moment),
) -> Result<MessagePatch, Refused> {
    let held = Held::get(surface, call, of).await?;
    let none = Contents::default();
    let entities = held.all.iter().filter(|entity| entity.patch_id == patch_id);
    Ok(held.shown(&none).patch(shown(patch_id), at, entities))
}

/// `originalSignature` changes nothing: signatures are kept and given as their authors made them, with no form beside.
async fn get_message(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let of = (call.query.need_id("boxId")?, call.query.need_id("messageId")?);
    let (document, inject) = (call.query.id("entityId")?, call.query.flag("injectEntityContent")?);
    call.query.flag("originalSignature")?;
    let held = match Held::find(&surface, &call, of).await? {
        Some(held) => held,
        None => return drafts::get(&surface, &call, of, (document, inject)).await,
    };
    let entities = held.about(document)?;
    let counteragent = held.counteragent(&surface).await?;
    let contents = if inject { held.inside(&surface, &entities).await? } else { Contents::default() };
    Ok(call.answer(&held.shown(&contents).message(entities, &counteragent)))
}

async fn get_entity_content(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let of = (call.query.need_id("boxId")?, call.query.need_id("messageId")?);
    let id: EntityId = call.query.need_id("entityId")?;
    match read::get_content(&surface.exchange, &call.cx, of, id).await {
        Ok((_, bytes)) => Ok(Answer::Octets { bytes, file_name: None }),
        Err(No::Refused(Refusal::EntityNotFound)) => words(&surface, &call, of, id).await,
        Err(no) => Err(no.into()),
    }
}

/// Words to the recipient, which the contract shows as an entity.
async fn words(surface: &Surface, call: &Call, of: (BoxId, MessageId), id: EntityId) -> Result<Answer, Refused> {
    let unknown = || WireRefusal::NotFound { what: "entity" };
    let mut reader = surface.app.store.reader().await?;
    let (scope, _) = authorise::own_box(&mut reader, &call.cx, of.0, account::Permission::Read).await?;
    let (histories, _) = copies::load(&mut reader, &scope, of.0, &[of.1]).await?;
    let Some(history) = histories.get(&of.1) else {
        return drafts::content(surface, call, of, id).await;
    };
    let document = history.entities.iter().map(|(entity, _)| entity).find(|entity| comment_id(entity.id) == id);
    let text = document.and_then(comment).ok_or_else(unknown)?;
    Ok(Answer::Octets { bytes: text.to_owned().into(), file_name: None })
}
