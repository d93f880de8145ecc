//! `PrepareDocumentsToSign`: a signer put into titles that nobody has signed yet.
//!
//! Titles come from drafts kept on the server and from the request itself. Documents whose sending is delayed, the third
//! list of the request, are not part of this installation; a title that answers another is generated whole.

use account::{BoxCard, OrgScope, Permission};
use bytes::Bytes;
use exchange::ops::patch_draft::{self, DraftPatch};
use exchange::ops::{kept_drafts, read, shelf};
use exchange::{DocumentKind, DraftContentId, DraftId, EntityId};
use formats::Registry;
use kernel::{BoxId, RequestId, TypedId as _};

use super::id;
use crate::answer::Answer;
use crate::call::Call;
use crate::contract::catalogue::{self, Edition};
use crate::ids::shown;
use crate::proto::api::proto::DocumentId;
use crate::proto::api::proto::events::{
    ContentToPatch, DocumentPatchedContent, DocumentToPatch, DraftDocumentToPatch, PrepareDocumentsToSignRequest,
    PrepareDocumentsToSignResponse, UnsignedContent,
};
use crate::refusal::{Refused, WireRefusal};
use crate::shelf_name;
use crate::signer::fill::{self, Given};
use crate::surface::{Methods, Surface};

pub fn on(methods: Methods) -> Methods {
    methods.on("/PrepareDocumentsToSign", |surface, call| Box::pin(prepare(surface, call)))
}

/// Who asks, of which box.
struct Asker<'a> {
    surface: &'a Surface,
    call: &'a Call,
    box_id: BoxId,
    scope: OrgScope,
    card: BoxCard,
    exclude_content: bool,
}

async fn prepare(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let asked: PrepareDocumentsToSignRequest = call.message()?;
    let box_id: BoxId = id(&asked.box_id, "BoxId")?;
    let mut reader = surface.app.store.reader().await?;
    let (scope, card) = account::authorize_box(&mut reader, &call.cx, box_id, Permission::Send).await?;
    drop(reader);
    let count = asked.draft_documents.len() + asked.documents.len() + asked.contents.len();
    surface.exchange.limits.check_documents(count)?;
    if count == 0 {
        let accepted = "a document in DraftDocuments, Documents or Contents";
        return Err(WireRefusal::Field { field: "DraftDocuments".to_owned(), accepted }.into());
    }
    let exclude_content = call.query.flag("excludeContent")?;
    let asker = Asker { surface: &surface, call: &call, box_id, scope, card, exclude_content };
    for (index, document) in asked.documents.iter().enumerate() {
        asker.delayed(document, &format!("Documents[{index}]")).await?;
    }
    let mut document_patched_contents = Vec::with_capacity(count);
    for (index, draft) in asked.draft_documents.into_iter().enumerate() {
        document_patched_contents.push(asker.draft(draft, &format!("DraftDocuments[{index}]")).await?);
    }
    for (index, content) in asked.contents.into_iter().enumerate() {
        document_patched_contents.push(asker.content(content, &format!("Contents[{index}]")).await?);
    }
    Ok(call.answer(&PrepareDocumentsToSignResponse { document_patched_contents }))
}

impl Asker<'_> {
    /// A document that is not there is said so; one that is has been sent, and its bytes stand.
    async fn delayed(&self, document: &DocumentToPatch, at: &str) -> Result<(), Refused> {
        let document_id: EntityId = id(&document.document_id.entity_id, &format!("{at}.DocumentId.EntityId"))?;
        read::get_document(&self.surface.exchange, &self.call.cx, self.box_id, document_id).await?;
        Err(WireRefusal::FieldNotConnected { field: at.to_owned() }.into())
    }

    /// New bytes beside the draft's own. The draft's message id names the draft.
    async fn draft(&self, asked: DraftDocumentToPatch, at: &str) -> Result<DocumentPatchedContent, Refused> {
        let (room, cx) = (&self.surface.exchange, &self.call.cx);
        let named = asked.document_id;
        let draft_id: DraftId = id(&named.message_id, &format!("{at}.DocumentId.MessageId"))?;
        let document_id: EntityId = id(&named.entity_id, &format!("{at}.DocumentId.EntityId"))?;
        let to_box_id = match asked.to_box_id.as_deref().filter(|text| !text.is_empty()) {
            Some(text) => Some(id(text, &format!("{at}.ToBoxId"))?),
            None => None,
        };
        let kept = kept_drafts::get(room, cx, self.box_id, draft_id).await?;
        kept.draft.state.admit_change()?;
        let document = kept.documents.iter().find(|document| document.id == document_id);
        let document = document.ok_or(exchange::Refusal::DocumentNotFound)?;
        if !matches!(document.facts.kind, DocumentKind::Utd(_)) {
            let accepted = "a title: documents without a form hold no signer";
            return Err(WireRefusal::Field { field: format!("{at}.DocumentId"), accepted }.into());
        }
        let original = DraftContentId::from_uuid(document_id.uuid());
        let title = kept_drafts::get_content(room, cx, (self.box_id, draft_id), original).await?;
        let given = Given { signer: asked.signer, extended: asked.extended_signer, content: asked.signer_content };
        let content = self.filled(&title, given, at).await?;
        let patch = DraftPatch { box_id: self.box_id, draft_id, document_id, to_box_id, content: content.clone() };
        let prepared = patch_draft::prepare(room, cx, patch).await?;
        let store = &self.surface.app.store;
        let patched = store.write(cx, prepared, |tx, cx, new| Box::pin(patch_draft::run(tx, cx, new))).await?;
        Ok(self.answered(named, shown(patched.id), content))
    }

    /// A title that is nowhere yet. It has no document; the client signs the bytes it gets and posts them.
    async fn content(&self, asked: ContentToPatch, at: &str) -> Result<DocumentPatchedContent, Refused> {
        let edition = catalogue::find(&asked.type_named_id, &asked.function, &asked.version, 0);
        let (_, edition) = edition.ok_or(WireRefusal::DocumentType)?;
        let title = self.given_bytes(asked.content, at).await?;
        of_edition((&self.surface.exchange.forms.current(), &title), &edition, at)?;
        let given = Given { signer: asked.signer, extended: asked.extended_signer, content: asked.signer_content };
        let content = self.filled(&title, given, at).await?;
        let patched_content_id = shown(self.call.cx.new_id::<RequestId>());
        Ok(self.answered(DocumentId::default(), patched_content_id, content))
    }

    async fn given_bytes(&self, content: UnsignedContent, at: &str) -> Result<Bytes, Refused> {
        if let Some(name) = content.name_on_shelf.filter(|name| !name.is_empty()) {
            let name = shelf_name::read(&name)?;
            return Ok(shelf::content(&self.surface.exchange, &self.call.cx, &name).await?);
        }
        let bytes = content.content.filter(|bytes| !bytes.is_empty());
        Ok(bytes.ok_or_else(|| WireRefusal::FieldMissing { field: format!("{at}.Content.Content") })?)
    }

    async fn filled(&self, title: &Bytes, given: Given, at: &str) -> Result<Bytes, Refused> {
        fill::fill(self.surface, &self.call.cx, (&self.scope, &self.card), (title, given, at)).await
    }

    fn answered(&self, document_id: DocumentId, patched_content_id: String, content: Bytes) -> DocumentPatchedContent {
        DocumentPatchedContent { document_id, patched_content_id, content: (!self.exclude_content).then_some(content) }
    }
}

/// Whether the bytes are a title of the version that the client says.
fn of_edition((forms, title): (&Registry, &Bytes), edition: &Edition, at: &str) -> Result<(), Refused> {
    let format = forms.detect(title).map_err(crate::contract::ContractRefusal::NotXml)?;
    if format.prefix.starts_with(edition.prefix) && format.version == edition.official_version {
        return Ok(());
    }
    let accepted = "a title of the type, function and version beside it";
    Err(WireRefusal::Field { field: format!("{at}.Content"), accepted }.into())
}
