//! Stories of drafts kept on the server: kept, filled in, sent once, thrown away, forgotten.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a story stops at the first surprise")]

mod world;

use std::time::Duration;

use account::Permission;
use bytes::Bytes;
use exchange::limits::{DRAFT_CONTENTS_MAX, DRAFT_KEPT, DRAFTS_PER_BOX_MAX};
use exchange::ops::input::{NewContent, NewDocument};
use exchange::ops::keep_draft::{self, DraftReport, NewDraft};
use exchange::ops::patch_draft::{self, DraftPatch};
use exchange::ops::post_message::Posted;
use exchange::ops::send_draft::{self, DraftSending, DraftSignature};
use exchange::ops::{feed, kept_drafts};
use exchange::{DraftContent, DraftId, DraftState, EntityId, FeedFilter, KeptDraft, ListOrder, Refusal, Topic};
use formats::utd::UtdFunction;
use kernel::{BoxId, Caller, Clock as _, Cx, PageRequest, TypedId as _};
use store::{ContentHash, Sql, binds};
use testkit::Database;
use world::{Company, World, catalogue, refused, titles};

const ADD: Sql = Sql::org(
    "story.add_draft",
    "INSERT INTO exchange_draft (organization_id, box_id, draft_id, to_box_id, state, message_id, kept_at, changed_at)
     VALUES ($1, $2, $3, NULL, 'kept', NULL, $4, $4)",
);

/// «Подписант» in windows-1251.
const SIGNER: &[u8] = b"\xCF\xEE\xE4\xEF\xE8\xF1\xE0\xED\xF2";

fn find(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).position(|part| part == what).unwrap()
}

/// The title without its signer, as an accounting program sends it to be signed later.
fn without_signer(title: &[u8]) -> Vec<u8> {
    let start = find(title, &[b"<", SIGNER].concat());
    let closing = [b"</", SIGNER, b">"].concat();
    let end = find(title, &closing) + closing.len();
    [&title[..start], &title[end..]].concat()
}

fn bytes_of(document: &NewDocument) -> Bytes {
    let NewContent::Bytes(bytes) = &document.content else { panic!("not bytes") };
    bytes.clone()
}

fn with(document: NewDocument, bytes: Vec<u8>) -> NewDocument {
    NewDocument { content: NewContent::Bytes(bytes.into()), signature: Bytes::new(), ..document }
}

impl World {
    async fn keep(&self, to: Option<BoxId>, documents: Vec<NewDocument>) -> Result<DraftReport, Refusal> {
        let cx = self.cx(&self.romashka);
        let new = NewDraft { from_box_id: self.romashka.box_id, to_box_id: to, documents };
        let prepared = refused(keep_draft::prepare(&self.room, &cx, new).await)?;
        refused(self.store.write(&cx, prepared, |tx, cx, new| Box::pin(keep_draft::run(tx, cx, new))).await)
    }

    async fn fill(&self, draft: &DraftReport, document_id: EntityId, content: Bytes) -> Result<DraftContent, Refusal> {
        let cx = self.cx(&self.romashka);
        let box_id = self.romashka.box_id;
        let new = DraftPatch { box_id, draft_id: draft.draft.id, document_id, to_box_id: None, content };
        let prepared = refused(patch_draft::prepare(&self.room, &cx, new).await)?;
        refused(self.store.write(&cx, prepared, |tx, cx, new| Box::pin(patch_draft::run(tx, cx, new))).await)
    }

    async fn send(
        &self,
        draft: DraftId,
        to_box_id: Option<BoxId>,
        signatures: Vec<DraftSignature>,
    ) -> Result<Posted, Refusal> {
        let cx = self.cx(&self.romashka);
        let new = DraftSending { box_id: self.romashka.box_id, draft_id: draft, to_box_id, signatures };
        let prepared = refused(send_draft::prepare(&self.room, &cx, new).await)?;
        refused(self.store.write(&cx, prepared, |tx, cx, new| Box::pin(send_draft::run(tx, cx, new))).await)
    }

    async fn recycle(&self, draft: DraftId) -> Result<KeptDraft, Refusal> {
        let cx = self.cx(&self.romashka);
        let prepared = refused(kept_drafts::prepare_recycling(&self.room, &cx, self.romashka.box_id, draft).await)?;
        refused(self.store.write(&cx, prepared, |tx, cx, new| Box::pin(kept_drafts::recycle(tx, cx, new))).await)
    }

    async fn kept(&self, draft: DraftId) -> Result<DraftReport, Refusal> {
        refused(kept_drafts::get(&self.room, &self.cx(&self.romashka), self.romashka.box_id, draft).await)
    }

    async fn told_to(&self, cx: &Cx, topic: Topic) -> String {
        let filter = FeedFilter { topics: vec![topic], ..FeedFilter::default() };
        let (page, asked) = (PageRequest::default(), (&filter, ListOrder::OldestFirst));
        let page = feed::list(&self.room, cx, self.romashka.box_id, asked, &page).await.unwrap();
        page.items.iter().map(|report| report.event.payload.kind()).collect::<Vec<_>>().join(" ")
    }

    fn signs(&self, document_id: EntityId, content: Option<&DraftContent>, bytes: &[u8]) -> DraftSignature {
        let signature = self.romashka.signs.detached(bytes, self.clock.now()).into();
        DraftSignature { document_id, content_id: content.map(|content| content.id), signature }
    }

    fn title(&self) -> (NewDocument, Vec<u8>) {
        let whole = self.utd(UtdFunction::SchfDop);
        let bytes = bytes_of(&whole).to_vec();
        (whole, bytes)
    }

    fn other_title(&self) -> Bytes {
        let fields = titles::fields(&self.romashka, &self.vasilek, UtdFunction::SchfDop, self.clock.now());
        let other = formats::utd::SellerTitleFields { number: "18/Ж".into(), ..fields };
        formats::utd::SellerTitle::compose(other).unwrap().to_bytes().unwrap().into()
    }

    async fn known(&self, company: &Company, bytes: &[u8]) -> bool {
        let hash = ContentHash::of(&Bytes::copy_from_slice(bytes));
        exchange::is_content_referenced(&self.store, company.organization_id, hash).await.unwrap()
    }
}

testkit::on_both_engines! { catalogue();
    async fn a_draft_is_kept_filled_in_and_sent_once(db: Database) {
        let w = World::new(db).await;
        let (title, whole) = w.title();
        let unsigned = without_signer(&whole);
        let paper = NewDocument { custom_id: Some("свой-7".into()), ..w.paper(true) };
        let paper_bytes = bytes_of(&paper);
        let draft = w.keep(None, vec![with(title, unsigned.clone()), with(paper, paper_bytes.to_vec())]).await.unwrap();
        assert_eq!((draft.draft.state, draft.draft.to_box_id), (DraftState::Kept, None));
        assert_eq!(draft.documents[0].facts.number.as_deref(), Some("17/Ж"));
        assert_eq!(w.kept(draft.draft.id).await, Ok(draft.clone()));
        let (first, second) = (draft.documents[0].id, draft.documents[1].id);
        let cx = w.cx(&w.romashka);
        let place = (w.romashka.box_id, draft.draft.id);
        let original = kept_drafts::get_content(&w.room, &cx, place, draft.documents[0].contents[0].id).await.unwrap();
        assert_eq!(original, unsigned);

        let filled = w.fill(&draft, first, whole.clone().into()).await.unwrap();
        assert_eq!(w.fill(&draft, first, w.other_title()).await, Err(Refusal::OtherFile), "another number");
        assert!(matches!(w.fill(&draft, first, unsigned.clone().into()).await, Err(Refusal::Findings { .. })));
        assert_eq!(w.fill(&draft, cx.new_id(), whole.clone().into()).await, Err(Refusal::DocumentNotFound));
        assert_eq!(w.fill(&draft, first, Bytes::new()).await, Err(Refusal::ContentEmpty));
        assert_eq!(kept_drafts::get_content(&w.room, &cx, place, filled.id).await.unwrap(), whole);

        let to = Some(w.vasilek.box_id);
        let paper = w.signs(second, None, &paper_bytes);
        let (good, bare) = (w.signs(first, Some(&filled), &whole), w.signs(first, None, &unsigned));
        assert_eq!(w.send(draft.draft.id, None, vec![good.clone(), paper.clone()]).await, Err(Refusal::DraftRecipient));
        assert_eq!(w.send(draft.draft.id, to, vec![good.clone()]).await, Err(Refusal::SignatureMissing));
        let stray = DraftSignature { document_id: cx.new_id(), ..paper.clone() };
        assert_eq!(w.send(draft.draft.id, to, vec![good.clone(), paper.clone(), stray]).await, Err(Refusal::DocumentNotFound));
        let stray = DraftSignature { content_id: Some(cx.new_id()), ..paper.clone() };
        assert_eq!(w.send(draft.draft.id, to, vec![good.clone(), stray]).await, Err(Refusal::DraftContentNotFound));
        let whole_check = w.send(draft.draft.id, to, vec![bare, paper.clone()]).await;
        assert!(matches!(whole_check, Err(Refusal::Findings { .. })), "a title without a signer is not sent: {whole_check:?}");
        let swapped = DraftSignature { document_id: first, content_id: None, ..paper.clone() };
        assert!(w.send(draft.draft.id, to, vec![swapped, paper.clone()]).await.is_err());
        assert_eq!(w.kept(draft.draft.id).await.unwrap().draft.state, DraftState::Kept, "refusals change nothing");

        let sent = w.send(draft.draft.id, to, vec![good.clone(), paper.clone()]).await.unwrap();
        w.run_jobs().await;
        let report = w.document(&w.vasilek, &sent).await;
        assert_eq!(report.facts.number.as_deref(), Some("17/Ж"));
        let own = exchange::ops::read::get_message(&w.room, &cx, w.romashka.box_id, sent.message_id).await.unwrap();
        let paper_sent = own.entities.iter().find(|entity| entity.id == sent.entities[1]).unwrap();
        assert_eq!(paper_sent.facts.document, Some(draft.documents[1].facts.clone()));
        w.clock.advance(Duration::from_secs(60));
        assert_eq!(w.send(draft.draft.id, None, Vec::new()).await, Ok(sent.clone()), "the same message again");
        let gone = w.kept(draft.draft.id).await.unwrap();
        assert_eq!((gone.draft.state, gone.draft.message_id), (DraftState::Sent, Some(sent.message_id)));
        assert!(gone.documents.iter().all(|document| document.contents.is_empty()));
        assert_eq!(w.recycle(draft.draft.id).await, Err(Refusal::DraftSent));
        assert_eq!(w.fill(&draft, first, whole.into()).await, Err(Refusal::DraftSent));
        assert_eq!(w.told_to(&cx, Topic::Draft).await, "draft_kept draft_sent");
        assert_eq!(w.told_to(&cx, Topic::Message).await, "message_posted delivered");
    }

    async fn two_sendings_at_once_make_one_message(db: Database) {
        let w = World::new(db).await;
        let bytes = bytes_of(&w.paper(false));
        let draft = w.keep(Some(w.vasilek.box_id), vec![w.paper(false)]).await.unwrap();
        let signed = || vec![w.signs(draft.documents[0].id, None, &bytes)];
        let (one, two) = tokio::join!(w.send(draft.draft.id, None, signed()), w.send(draft.draft.id, None, signed()));
        assert_eq!(one.unwrap(), two.unwrap());
        w.run_jobs().await;
        assert_eq!(w.told_to(&w.cx(&w.romashka), Topic::Message).await, "message_posted delivered");
    }

    async fn a_draft_is_checked_as_it_is_kept(db: Database) {
        let w = World::new(db).await;
        let (title, whole) = w.title();
        assert_eq!(w.keep(None, Vec::new()).await, Err(Refusal::NoDocuments));
        assert_eq!(w.keep(None, vec![w.paper(false); 41]).await, Err(Refusal::TooManyDocuments { documents_max: 40 }));
        assert_eq!(w.keep(Some(w.romashka.box_id), vec![w.paper(false)]).await, Err(Refusal::SameBox));
        assert_eq!(w.keep(Some(w.cx(&w.romashka).new_id()), vec![w.paper(false)]).await, Err(Refusal::RecipientNotFound));
        assert_eq!(w.keep(None, vec![with(w.paper(false), Vec::new())]).await, Err(Refusal::ContentEmpty));
        let nameless = NewDocument { file_name: None, ..w.paper(false) };
        assert_eq!(w.keep(None, vec![nameless]).await, Err(Refusal::FileName));
        let foreign = titles::seller(&w.vasilek, &w.romashka, UtdFunction::Schf, w.clock.now());
        assert_eq!(w.keep(None, vec![with(title.clone(), foreign)]).await, Err(Refusal::SenderParticipant));
        // A title whose number is gone is broken, signer or no signer.
        let number = find(&whole, b"17/");
        let broken = [&whole[..number], &whole[number + 4..]].concat();
        let broken = w.keep(None, vec![with(title.clone(), without_signer(&broken))]).await;
        assert!(matches!(broken, Err(Refusal::Findings { .. } | Refusal::Format { .. })), "{broken:?}");
        let stranger = NewDraft { from_box_id: w.vasilek.box_id, to_box_id: None, documents: vec![w.paper(false)] };
        let stranger = keep_draft::prepare(&w.room, &w.cx(&w.romashka), stranger).await;
        assert_eq!(refused(stranger).map(drop), Err(Refusal::BoxNotFound));
        assert_eq!(w.told_to(&w.cx(&w.romashka), Topic::Draft).await, "");
    }

    async fn thrown_away_listed_and_forgotten(db: Database) {
        let w = World::new(db).await;
        let large = vec![7; 100_000];
        let first = w.keep(None, vec![with(w.paper(false), large.clone())]).await.unwrap();
        w.clock.advance(Duration::from_secs(1));
        let second = w.keep(Some(w.vasilek.box_id), vec![w.paper(false)]).await.unwrap();
        let cx = w.cx(&w.romashka);
        let list = async |state, limit| {
            let page = PageRequest::new(limit, None).unwrap();
            let page = kept_drafts::list(&w.room, &cx, w.romashka.box_id, state, &page).await.unwrap();
            (page.items.into_iter().map(|draft| draft.id).collect::<Vec<_>>(), page.next.is_some())
        };
        assert_eq!(list(DraftState::Kept, 2).await, (vec![second.draft.id, first.draft.id], false));
        assert_eq!(list(DraftState::Kept, 1).await, (vec![second.draft.id], true));
        assert!(w.known(&w.romashka, &large).await);
        assert_eq!(w.recycle(first.draft.id).await.unwrap().state, DraftState::Recycled);
        assert!(!w.known(&w.romashka, &large).await, "its bytes are let go");
        assert_eq!(w.recycle(first.draft.id).await, Err(Refusal::DraftRecycled));
        assert_eq!(w.send(first.draft.id, None, Vec::new()).await, Err(Refusal::DraftRecycled));
        assert_eq!(w.recycle(cx.new_id()).await, Err(Refusal::DraftNotFound));
        assert_eq!(list(DraftState::Kept, 2).await, (vec![second.draft.id], false));
        assert_eq!(list(DraftState::Recycled, 2).await, (vec![first.draft.id], false));
        assert_eq!(w.told_to(&cx, Topic::Draft).await, "draft_kept draft_kept draft_recycled");
        let system = || w.room.app.cx(Caller::System);
        assert_eq!(exchange::sweep(&w.room, &system()).await, Ok(0));
        w.clock.advance(DRAFT_KEPT + Duration::from_secs(1));
        assert_eq!(exchange::sweep(&w.room, &system()).await, Ok(2));
        assert_eq!(w.kept(second.draft.id).await, Err(Refusal::DraftNotFound));
        assert_eq!(list(DraftState::Kept, 2).await, (Vec::new(), false));
    }

    async fn strangers_find_no_draft_and_limited_members_no_event_of_it(db: Database) {
        let w = World::new(db).await;
        let draft = w.keep(None, vec![w.paper(false)]).await.unwrap();
        let (stranger, place) = (w.cx(&w.vasilek), w.romashka.box_id);
        let got = kept_drafts::get(&w.room, &stranger, place, draft.draft.id).await;
        assert_eq!(refused(got), Err(Refusal::BoxNotFound));
        let own = kept_drafts::get(&w.room, &stranger, w.vasilek.box_id, draft.draft.id).await;
        assert_eq!(refused(own), Err(Refusal::DraftNotFound));
        let limited = w.member(&w.romashka, "sklad@romashka.example", &[Permission::Read, Permission::Send]).await;
        assert_eq!(w.told_to(&limited, Topic::Draft).await, "");
        assert_eq!(w.told_to(&limited, Topic::Counteragent).await, "counteragent counteragent");
        let id = exchange::EventId::from_uuid(draft.draft.id.uuid());
        assert_eq!(refused(feed::get(&w.room, &limited, place, id).await), Err(Refusal::EventNotFound));
        assert!(feed::get(&w.room, &w.cx(&w.romashka), place, id).await.is_ok());
    }

    async fn as_many_as_there_may_be(db: Database) {
        let w = World::new(db).await;
        let draft = w.keep(None, vec![w.paper(false)]).await.unwrap();
        let document = draft.documents[0].id;
        for _ in 0..DRAFT_CONTENTS_MAX {
            w.fill(&draft, document, Bytes::from_static(b"signed")).await.unwrap();
        }
        assert_eq!(w.fill(&draft, document, Bytes::from_static(b"signed")).await, Err(Refusal::TooManyDraftContents));
        let cx = w.cx(&w.romashka);
        let own = (w.romashka.organization_id, w.romashka.box_id);
        let filled = w.store.write(&cx, own, |tx, cx, (organization, own_box)| Box::pin(async move {
            for _ in 1..DRAFTS_PER_BOX_MAX {
                tx.execute(&ADD, binds![*organization, *own_box, cx.new_id::<DraftId>(), cx.now]).await?;
            }
            Ok::<_, store::No<Refusal>>(())
        }));
        filled.await.unwrap();
        assert_eq!(w.keep(None, vec![w.paper(false)]).await, Err(Refusal::TooManyDrafts));
        w.recycle(draft.draft.id).await.unwrap();
        assert!(w.keep(None, vec![w.paper(false)]).await.is_ok());
    }
}
