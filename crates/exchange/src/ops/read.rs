//! Reading: messages, documents with all that is derived from them, content, lists, the feed.

use account::{OrgScope, Permission};
use bytes::Bytes;
use kernel::{BoxId, CivilDate, Cursor, Cx, NormRef, Page, PageRequest};
use store::No;

use super::authorise::{find_party, own_box};
use super::feed::allowed;
use super::gather::bytes_of;
use crate::model::docflow::Docflow;
use crate::model::document::{DocumentFacts, DocumentKind, UtdFunction};
use crate::model::entity::{Entity, EntityKind};
use crate::model::event::Event;
use crate::model::filter::{FeedFilter, ListOrder};
use crate::model::ids::{EntityId, MessageId};
use crate::model::message::MessageCopy;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::side::Author;
use crate::model::turn::{Turn, step};
use crate::room::Room;
use crate::store::entity::CopyKey;
use crate::store::feed::{self, Between};
use crate::store::{content, docflow, entity, message};

/// A message copy with all its entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageReport {
    /// The copy.
    pub copy: MessageCopy,
    /// Its entities, oldest first.
    pub entities: Vec<Entity>,
}

/// An open duty with its term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnReport {
    /// Whose, what, since when.
    pub turn: Turn,
    /// The last day on which it is in time; none when no term is known for it.
    pub due_on: Option<CivilDate>,
    /// Where the term is written.
    pub norm: Option<NormRef>,
}

/// Which signature the law asks of a document, and which it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalReport {
    /// Kind of signature that suffices.
    pub required: rules::RequiredSignature,
    /// Whether it suffices only between parties who agreed so.
    pub by_agreement: bool,
    /// Whether an operator that meets the tax service's demands is obligatory.
    pub operator_needed: bool,
    /// Kind of the author's signature, as the verdict of its moment named it.
    pub has: String,
    /// Whether the kind it has is at least the kind that suffices.
    pub suffices: bool,
    /// Where it is written.
    pub norm: NormRef,
}

impl LegalReport {
    /// Whether a signature of this kind (a word of `SignatureFacts`) is what the dated row asks.
    pub(super) fn of(row: &rules::LegalKind, has: String) -> Self {
        let rank = match has.as_str() {
            "qualified" => Some(rules::RequiredSignature::Qualified),
            "unqualified" => Some(rules::RequiredSignature::Unqualified),
            "simple" => Some(rules::RequiredSignature::Simple),
            _ => None,
        };
        Self {
            required: row.signature,
            by_agreement: row.by_agreement,
            operator_needed: row.operator_needed,
            suffices: rank.is_some_and(|rank| rank >= row.signature),
            has,
            norm: row.in_force.norm.clone(),
        }
    }
}

/// A document with everything derived from its entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentReport {
    /// The message copy it is in.
    pub copy: MessageCopy,
    /// The other box as its card shows it now; none when the box is gone.
    pub counteragent: Option<Party>,
    /// The document itself.
    pub document: Entity,
    /// What is remembered of it.
    pub facts: DocumentFacts,
    /// Entities of its docflow, itself first, oldest first; delivery marks included.
    pub entities: Vec<Entity>,
    /// Derived state.
    pub flow: Docflow,
    /// Open duties with their terms.
    pub turns: Vec<TurnReport>,
    /// What the law asks; none when the rules have no row for the day.
    pub legal: Option<LegalReport>,
}

/// One message of a box.
pub async fn get_message(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    message_id: MessageId,
) -> Result<MessageReport, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let copy = message::find(&mut reader, &scope, box_id, message_id).await?;
    let copy = copy.ok_or(No::Refused(Refusal::MessageNotFound))?;
    let entities = entity::list(&mut reader, &scope, CopyKey { box_id, message_id }).await?;
    Ok(MessageReport { copy, entities })
}

/// One document of a box.
pub async fn get_document(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    document_id: EntityId,
) -> Result<DocumentReport, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let row = docflow::find(&mut reader, &scope, box_id, document_id).await?;
    let row = row.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let copy = message::find(&mut reader, &scope, box_id, row.message_id).await?;
    let copy = copy.ok_or(No::Refused(Refusal::DocumentNotFound))?;
    let entities = entity::list(&mut reader, &scope, CopyKey { box_id, message_id: copy.id }).await?;
    let counteragent = find_party(&mut reader, copy.counteragent_box_id).await?;
    let report = report(room, copy, document_id, entities);
    report.map(|report| DocumentReport { counteragent, ..report }).ok_or(No::Refused(Refusal::DocumentNotFound))
}

/// Everything derived of one document from the entities of its message; the counteragent's card is left to the caller.
#[must_use]
pub fn report(room: &Room, copy: MessageCopy, document_id: EntityId, entities: Vec<Entity>) -> Option<DocumentReport> {
    let document = entities.iter().find(|entity| entity.id == document_id)?.clone();
    let facts = document.facts.document.clone()?;
    let flow = Docflow::of(copy.side, &document, &entities)?;
    let of_flow = |entity: &Entity| entity.document_id == document_id || entity.kind == EntityKind::Delivery;
    let entities: Vec<Entity> = entities.into_iter().filter(of_flow).collect();
    let turns = flow.turns.iter().map(|turn| term(room, facts.kind, *turn)).collect();
    let legal = legal(room, &document, &facts, &entities);
    Some(DocumentReport { copy, counteragent: None, document, facts, entities, flow, turns, legal })
}

fn term(room: &Room, kind: DocumentKind, turn: Turn) -> TurnReport {
    let since = turn.since.civil_date_msk();
    let step = step(kind, &turn);
    let row = step.and_then(|step| room.rules.docflow_term(step, since).ok());
    let due_on = step.and_then(|step| room.rules.due_on(step, since).ok());
    TurnReport { turn, due_on, norm: row.map(|row| row.in_force.norm.clone()) }
}

/// Name of the kind in the dated rows.
pub(super) fn legal_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Utd(UtdFunction::Invoice) => "utd.invoice",
        DocumentKind::Utd(UtdFunction::Transfer) => "utd.primary",
        DocumentKind::Utd(UtdFunction::InvoiceAndTransfer) => "utd.invoice-and-primary",
        DocumentKind::Nonformalized => "nonformalized",
    }
}

fn legal(room: &Room, document: &Entity, facts: &DocumentFacts, entities: &[Entity]) -> Option<LegalReport> {
    let row = room.rules.legal_kind(legal_name(facts.kind), document.at.civil_date_msk()).ok()?;
    let signature = entities.iter().find(|entity| {
        entity.kind == EntityKind::Signature
            && entity.parent_id == Some(document.id)
            && entity.author == document.author
    });
    let has = signature.and_then(|entity| entity.facts.signature.as_ref()).map(|facts| facts.kind.clone());
    let has = has.unwrap_or_else(|| "unknown".to_owned());
    Some(LegalReport::of(row, has))
}

/// The exact bytes of an entity, with the entity.
pub async fn get_content(
    room: &Room,
    cx: &Cx,
    at: (BoxId, MessageId),
    entity_id: EntityId,
) -> Result<(Entity, Bytes), No<Refusal>> {
    let (scope, entity) = get_entity(room, cx, at, entity_id).await?;
    let bytes = content_of(room, &scope, &entity).await?;
    Ok((entity, bytes))
}

/// An entity of an own message, without its bytes.
pub async fn get_entity(
    room: &Room,
    cx: &Cx,
    (box_id, message_id): (BoxId, MessageId),
    entity_id: EntityId,
) -> Result<(OrgScope, Entity), No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let entity = entity::find(&mut reader, &scope, CopyKey { box_id, message_id }, entity_id).await?;
    let entity = entity.ok_or(No::Refused(Refusal::EntityNotFound))?;
    Ok((scope, entity))
}

/// The exact bytes of an entity that is known to be the scope's own.
pub async fn content_of(room: &Room, scope: &OrgScope, entity: &Entity) -> Result<Bytes, No<Refusal>> {
    let key = entity.content.ok_or(No::Refused(Refusal::NoContent))?;
    let mut reader = room.app.store.reader().await?;
    let row = content::find(&mut reader, scope, &key.hash).await?.ok_or(No::Refused(Refusal::NoContent))?;
    drop(reader);
    Ok(bytes_of(&room.app.store, scope.organization_id(), row).await?)
}

/// Events of a box after a cursor, oldest first, without what they tell of.
pub async fn list_events(room: &Room, cx: &Cx, box_id: BoxId, page: &PageRequest) -> Result<Page<Event>, No<Refusal>> {
    let after = page.after().map(Cursor::seq).transpose().map_err(|_| No::Refused(Refusal::Cursor))?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let (filter, between) =
        (allowed(&scope, &FeedFilter::default()), Between { after: after.unwrap_or(0), before: i64::MAX });
    let limit = i64::from(page.limit());
    let place = (ListOrder::OldestFirst, between);
    let events = feed::list(&mut reader, &scope, (box_id, &filter), place, limit).await?;
    // The feed has no end: the cursor of the last event stands even on the last page, to ask again later.
    let next = events.last().map(|event| Cursor::from_seq(event.seq)).or_else(|| page.after().cloned());
    Ok(Page { items: events, next })
}

/// Where the feed of a box ends now.
pub async fn last_place(room: &Room, cx: &Cx, box_id: BoxId) -> Result<Cursor, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    Ok(Cursor::from_seq(feed::last_seq(&mut reader, &scope, box_id).await?))
}

/// Cuts the one row too many that says there is more.
pub fn page_of<T>(mut rows: Vec<T>, page: &PageRequest, cursor: impl Fn(&T) -> Cursor) -> Page<T> {
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more { rows.last().map(cursor) } else { None };
    Page { items: rows, next }
}

/// The signature of an entity's author under it.
#[must_use]
pub fn signature_of<'a>(entities: &'a [Entity], file: &Entity) -> Option<&'a Entity> {
    let by = |author: Author| {
        move |entity: &&Entity| {
            entity.kind == EntityKind::Signature && entity.parent_id == Some(file.id) && entity.author == author
        }
    };
    entities.iter().find(by(file.author))
}
