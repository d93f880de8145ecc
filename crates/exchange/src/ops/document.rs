//! One document of a new message: read, checked, its signature verified, its bytes made durable.

use account::OrgScope;
use bytes::Bytes;
use kernel::Cx;
use store::No;

use super::gather::{Gathered, bytes_of};
use super::input::{NewContent, NewDocument, NewDocumentKind};
use super::shelf;
use super::title::{self, Reading, TitleFacts};
use super::verify::{self, Signed};
use crate::model::document::{DocumentFacts, DocumentKind};
use crate::model::entity::{ContentKey, Entity, EntityFacts, EntityKind};
use crate::model::ids::{EntityId, PatchId};
use crate::model::limits::{
    COMMENT_CHARS_MAX, CUSTOM_DATA_CHARS_MAX, CUSTOM_DATA_PAIRS_MAX, CUSTOM_ID_CHARS_MAX, FILE_NAME_BYTES_MAX,
    INITIAL_DOCUMENTS_MAX,
};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::model::side::{Author, Side};
use crate::model::workflow::Workflow;
use crate::room::Room;
use crate::store::content;

/// Between whom a message goes, and in which patch.
#[derive(Clone, Copy, Debug)]
pub struct Between<'a> {
    /// Sender.
    pub from: &'a Party,
    /// Recipient.
    pub to: &'a Party,
    /// The message's first patch.
    pub patch_id: PatchId,
}

/// Writes the documents of one message, whose sender's scope is known.
#[derive(Clone, Copy, Debug)]
pub struct Writer<'a> {
    /// The room.
    pub room: &'a Room,
    /// The operation.
    pub cx: &'a Cx,
    /// The sender's scope.
    pub scope: &'a OrgScope,
    /// Between whom.
    pub between: Between<'a>,
}

impl Writer<'_> {
    /// Checks a document and gathers its entity, its signature's entity and their contents.
    pub async fn add(&self, new: NewDocument, gathered: &mut Gathered) -> Result<EntityId, No<Refusal>> {
        let Self { room, cx, scope, between } = *self;
        let reading = Reading { from: between.from, to: Some(between.to), signer_later: false };
        let ReadDocument { bytes, kind, file_name, facts } = read(room, cx, scope, reading, &new).await?;
        let is_test = between.from.is_test || between.to.is_test;
        let signed = Signed { content: &bytes, signature: &new.signature, by: between.from, is_test };
        let signature = verify::signature(room, cx, signed).await?;
        let facts = EntityFacts { document: Some(facts), ..EntityFacts::default() };
        let organization_id = between.from.organization_id;
        let content = gathered.keep(&room.app.store, organization_id, &bytes).await?;
        let signature_content = gathered.keep(&room.app.store, organization_id, &new.signature).await?;
        let id: EntityId = cx.new_id();
        let document = self.entity((id, id), kind, content, facts);
        gathered.entities.push(Entity { file_name: Some(file_name), ..document });
        let facts = EntityFacts { signature: Some(signature), ..EntityFacts::default() };
        let signature = self.entity((cx.new_id(), id), EntityKind::Signature, signature_content, facts);
        gathered.entities.push(Entity { parent_id: Some(id), ..signature });
        Ok(id)
    }

    fn entity(
        &self,
        (id, document_id): (EntityId, EntityId),
        kind: EntityKind,
        content: ContentKey,
        facts: EntityFacts,
    ) -> Entity {
        Entity {
            id,
            document_id,
            parent_id: None,
            patch_id: self.between.patch_id,
            kind,
            author: Author::Party(Side::Sender),
            at: self.cx.now,
            content: Some(content),
            file_name: None,
            facts,
        }
    }
}

/// A document whose bytes were read and checked; its signature is another matter.
#[derive(Clone, Debug)]
pub struct ReadDocument {
    /// The exact bytes.
    pub bytes: Bytes,
    /// What it becomes in a message.
    pub kind: EntityKind,
    /// Name of its file.
    pub file_name: String,
    /// What is remembered of it.
    pub facts: DocumentFacts,
}

/// Reads and checks a document that is to be sent, now or later.
pub async fn read(
    room: &Room,
    cx: &Cx,
    scope: &OrgScope,
    reading: Reading<'_>,
    new: &NewDocument,
) -> Result<ReadDocument, No<Refusal>> {
    check_marks(new)?;
    let bytes = bytes(room, cx, scope, (reading.from, &new.content)).await?;
    let title = match new.kind {
        NewDocumentKind::UtdTitle => Some(title::seller(room, cx, &bytes, reading)?),
        NewDocumentKind::Nonformalized => None,
    };
    let file_name = match &title {
        Some(title) => format!("{}.xml", title.file_id),
        None => checked_file_name(new.file_name.as_deref())?,
    };
    let kind = match new.kind {
        NewDocumentKind::UtdTitle => EntityKind::Title,
        NewDocumentKind::Nonformalized => EntityKind::NonformalizedDocument,
    };
    Ok(ReadDocument { bytes, kind, file_name, facts: facts(new, title)? })
}

/// Checks other bytes of a document that was read before: those of a draft with the signer filled in. Refuses another
/// document: another kind, function, number or date.
pub fn read_again(
    room: &Room,
    cx: &Cx,
    reading: Reading<'_>,
    (before, bytes): (&DocumentFacts, &Bytes),
) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::ContentEmpty);
    }
    room.limits.check_content(bytes)?;
    let DocumentKind::Utd(function) = before.kind else { return Ok(()) };
    let title = title::seller(room, cx, bytes, reading)?;
    let is_same = title.function == function && title.number == before.number && title.date == before.date;
    if is_same { Ok(()) } else { Err(Refusal::OtherFile) }
}

async fn bytes(
    room: &Room,
    cx: &Cx,
    scope: &OrgScope,
    (from, new): (&Party, &NewContent),
) -> Result<Bytes, No<Refusal>> {
    let bytes = match new {
        NewContent::Shelf(name) => shelf::content(room, cx, name).await?,
        NewContent::Bytes(bytes) => bytes.clone(),
        NewContent::Uploaded(hash) => {
            let store = &room.app.store;
            let mut reader = store.reader().await?;
            let row = content::find_upload(&mut reader, scope, from.box_id, hash).await?;
            let row = row.ok_or(No::Refused(Refusal::ContentUnknown))?;
            drop(reader);
            bytes_of(store, from.organization_id, row).await?
        }
    };
    if bytes.is_empty() {
        return Err(Refusal::ContentEmpty.into());
    }
    room.limits.check_content(&bytes)?;
    Ok(bytes)
}

/// A name that any file system takes: no path, no control characters.
fn checked_file_name(name: Option<&str>) -> Result<String, Refusal> {
    let name = name.map(str::trim).unwrap_or_default();
    let plain =
        !name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'));
    if name.is_empty() || name.len() > FILE_NAME_BYTES_MAX || !plain || name.starts_with('.') {
        return Err(Refusal::FileName);
    }
    Ok(name.to_owned())
}

/// Limits of the sender's own words and marks.
fn check_marks(new: &NewDocument) -> Result<(), Refusal> {
    let too_long = |text: &str, chars_max: usize| text.chars().count() > chars_max;
    if new.comment.as_deref().is_some_and(|comment| too_long(comment, COMMENT_CHARS_MAX)) {
        return Err(Refusal::CommentTooLong);
    }
    let data_too_long = new
        .custom_data
        .iter()
        .any(|pair| too_long(&pair.key, CUSTOM_DATA_CHARS_MAX) || too_long(&pair.value, CUSTOM_DATA_CHARS_MAX));
    let beyond = data_too_long
        || new.custom_data.len() > CUSTOM_DATA_PAIRS_MAX
        || new.initial_documents.len() > INITIAL_DOCUMENTS_MAX
        || new.custom_id.as_deref().is_some_and(|id| too_long(id, CUSTOM_ID_CHARS_MAX))
        || new.number.as_deref().is_some_and(|number| too_long(number, CUSTOM_ID_CHARS_MAX));
    if beyond { Err(Refusal::CustomData) } else { Ok(()) }
}

fn facts(new: &NewDocument, title: Option<TitleFacts>) -> Result<DocumentFacts, Refusal> {
    let kind = title.as_ref().map_or(DocumentKind::Nonformalized, |title| DocumentKind::Utd(title.function));
    let workflow = Workflow::choose(kind, new.workflow)
        .ok_or_else(|| Refusal::WorkflowNotAllowed { allowed: Workflow::allowed(kind) })?;
    let date = new.date.map(|date| date.to_string());
    let initial = new.initial_documents.iter().map(|(message, document)| (message.to_string(), document.to_string()));
    let common = DocumentFacts {
        kind,
        workflow: workflow.id,
        format_version: None,
        number: new.number.clone(),
        date,
        total_kopecks: None,
        tax_kopecks: None,
        currency: None,
        receipt_asked: new.receipt_asked,
        signature_asked: new.signature_asked,
        comment: new.comment.clone().filter(|comment| !comment.is_empty()),
        custom_id: new.custom_id.clone(),
        custom_data: new.custom_data.clone(),
        initial_documents: initial.collect(),
    };
    Ok(match title {
        None => common,
        Some(title) => DocumentFacts {
            format_version: Some(title.version),
            number: title.number,
            date: title.date,
            total_kopecks: title.total_kopecks,
            tax_kopecks: title.tax_kopecks,
            currency: title.currency,
            ..common
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain() {
        for good in ["Договор 5.pdf", "a", "накладная_12.xml", " с пробелом.doc "] {
            assert_eq!(checked_file_name(Some(good)), Ok(good.trim().to_owned()));
        }
        let long = "я".repeat(FILE_NAME_BYTES_MAX);
        for bad in ["", " ", "../a", "a/b", "a\\b", "c:a", "a\nb", ".htaccess", "a?", "a\u{0}", long.as_str()] {
            assert_eq!(checked_file_name(Some(bad)), Err(Refusal::FileName), "{bad:?}");
        }
        assert_eq!(checked_file_name(None), Err(Refusal::FileName));
    }
}
