//! Stories of the two copies: delivered once, recomputable, told by the feed in order.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use exchange::EntityKind;
use exchange::Outcome;
use exchange::ops::draft::DraftKind;
use exchange::ops::input::NewActKind;
use exchange::ops::{list_documents, read};
use exchange::{Docflow, DocflowFilter, ListOrder, StatusFilter, Whose};
use formats::utd::UtdFunction;
use kernel::{Clock as _, Cursor, PageRequest};
use store::{Fetch as _, Sql, binds};
use testkit::Database;
use world::{Company, World, catalogue};

/// Puts a delivered job back, as if the program had died between the two commits of the first delivery.
const FORGET_OWN: Sql = Sql::org(
    "story.forget_own_part",
    "DELETE FROM exchange_entity WHERE organization_id = $1 AND box_id = $2 AND author = 'operator'",
);
const COUNT: Sql =
    Sql::org("story.count_entities", "SELECT count(*) FROM exchange_entity WHERE organization_id = $1 AND box_id = $2");

impl World {
    async fn entities(&self, company: &Company) -> i64 {
        let mut reader = self.store.reader().await.unwrap();
        reader.fetch_one(&COUNT, binds![company.organization_id, company.box_id]).await.unwrap().i64(0).unwrap()
    }

    async fn rows(&self, company: &Company, filter: DocflowFilter) -> Vec<exchange::DocflowRow> {
        let page = PageRequest::new(100, None).unwrap();
        let cx = self.cx(company);
        list_documents::list(&self.room, &cx, company.box_id, (&filter, ListOrder::NewestFirst), &page)
            .await
            .unwrap()
            .items
    }

    /// Every row of the lists says what its entities say.
    async fn recomputes(&self) {
        for company in [&self.romashka, &self.vasilek] {
            for row in self.rows(company, DocflowFilter::default()).await {
                let message =
                    read::get_message(&self.room, &self.cx(company), company.box_id, row.message_id).await.unwrap();
                let document = message.entities.iter().find(|e| e.id == row.document_id).unwrap();
                let flow = Docflow::of(message.copy.side, document, &message.entities).unwrap();
                assert_eq!(flow.row(&message.copy, document, row.changed_at).unwrap(), row);
            }
        }
    }
}

testkit::on_both_engines! { catalogue();
    async fn a_delivery_cut_in_the_middle_is_done_once(db: Database) {
        let w = World::new(db).await;
        let posted = w.post(&w.romashka, w.message(w.utd(UtdFunction::SchfDop))).await.unwrap();
        w.run_jobs().await;
        let before = (w.entities(&w.romashka).await, w.entities(&w.vasilek).await);
        assert_eq!(before, (5, 5), "title, signature, mark, confirmation, its signature");
        let told = w.document(&w.vasilek, &posted).await.flow.state.delivered_at;
        // The sender's half is taken away and the job put back: the recipient's half must stay as it is.
        let delivery = exchange::ops::deliver::Delivery {
            version: 1,
            from_organization_id: w.romashka.organization_id,
            from_box_id: w.romashka.box_id,
            to_organization_id: w.vasilek.organization_id,
            to_box_id: w.vasilek.box_id,
            message_id: posted.message_id,
            patch_id: posted.patch_id,
        };
        w.clock.advance(std::time::Duration::from_secs(60));
        let cx = w.cx(&w.romashka);
        let own = (w.romashka.organization_id, w.romashka.box_id, delivery);
        let put_back = w.store.write(&cx, own, |tx, cx, (organization, own_box, delivery)| Box::pin(async move {
            tx.execute(&FORGET_OWN, binds![*organization, *own_box]).await?;
            tx.queue(delivery.job(cx)?).await?;
            Ok::<_, store::No<exchange::Refusal>>(())
        }));
        put_back.await.unwrap();
        w.run_jobs().await;
        assert_eq!((w.entities(&w.romashka).await, w.entities(&w.vasilek).await), before);
        assert_eq!(w.document(&w.romashka, &posted).await.flow.state.delivered_at, told, "both copies name one moment");
        w.recomputes().await;
    }

    async fn rows_follow_from_entities_and_lists_filter_them(db: Database) {
        let w = World::new(db).await;
        let both = w.sends(w.utd(UtdFunction::SchfDop)).await;
        let rejected = w.sends(w.utd(UtdFunction::Dop)).await;
        w.clock.advance(std::time::Duration::from_secs(1));
        let plain = w.sends(w.paper(false)).await;
        w.acts(&w.vasilek, &both, (DraftKind::Receipt, NewActKind::Receipt), None).await.unwrap();
        w.acts(&w.vasilek, &rejected, (DraftKind::Rejection, NewActKind::Rejection), None).await.unwrap();
        w.recomputes().await;
        let all = w.rows(&w.vasilek, DocflowFilter::default()).await;
        assert_eq!(all.len(), 3);
        assert_eq!(all[0].document_id, plain.entities[0], "the newest first");
        let standing = |status| DocflowFilter { status, ..DocflowFilter::default() };
        let by = |outcome| standing(StatusFilter { outcome: Some(outcome), ..StatusFilter::default() });
        for (outcome, of) in [(Outcome::Going, &both), (Outcome::Rejected, &rejected), (Outcome::Finished, &plain)] {
            let rows = w.rows(&w.vasilek, by(outcome)).await;
            assert_eq!(rows.iter().map(|row| row.document_id).collect::<Vec<_>>(), [of.entities[0]]);
        }
        let mine = standing(StatusFilter { turn: Some(Whose::Recipient), ..StatusFilter::default() });
        assert_eq!(w.rows(&w.vasilek, mine).await.len(), 1);
        let with = |id| DocflowFilter { counteragent_box_id: Some(id), ..DocflowFilter::default() };
        assert_eq!(w.rows(&w.vasilek, with(w.romashka.box_id)).await.len(), 3);
        assert_eq!(w.rows(&w.vasilek, with(w.vasilek.box_id)).await.len(), 0);
        let cx = w.cx(&w.vasilek);
        let mut after: Option<Cursor> = None;
        let mut seen = Vec::new();
        loop {
            let page = PageRequest::new(1, after).unwrap();
            let everything = DocflowFilter::default();
            let asked = (&everything, ListOrder::NewestFirst);
            let page = list_documents::list(&w.room, &cx, w.vasilek.box_id, asked, &page).await.unwrap();
            seen.extend(page.items);
            after = page.next;
            if after.is_none() { break }
        }
        assert_eq!(seen, all, "page by page is the same list");
    }

    async fn the_feed_is_ordered_and_without_gaps(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.utd(UtdFunction::Schf)).await;
        w.acts(&w.vasilek, &posted, (DraftKind::Receipt, NewActKind::Receipt), None).await.unwrap();
        let expected = [
            ["counteragent", "counteragent", "message_posted", "delivered", "patch_received"],
            ["counteragent", "counteragent", "message_received", "patch_posted", "delivered"],
        ];
        for (company, expected) in [&w.romashka, &w.vasilek].into_iter().zip(expected) {
            let cx = w.cx(company);
            let (mut kinds, mut after) = (Vec::new(), None);
            for round in 1..=expected.len() + 1 {
                let page = PageRequest::new(1, after.clone()).unwrap();
                let page = read::list_events(&w.room, &cx, company.box_id, &page).await.unwrap();
                for event in &page.items {
                    assert_eq!(event.seq, i64::try_from(round).unwrap());
                    assert_eq!(event.at, w.clock.now());
                }
                kinds.extend(page.items.iter().map(|event| event.payload.kind()));
                after = page.next;
            }
            assert_eq!(kinds, expected);
        }
    }

    async fn large_content_reaches_the_other_copy(db: Database) {
        let w = World::new(db).await;
        let content = vec![7_u8; 200_000];
        let mut paper = w.paper(false);
        paper.signature = w.romashka.signs.detached(&content, w.clock.now()).into();
        paper.content = exchange::ops::input::NewContent::Bytes(content.clone().into());
        let posted = w.sends(paper).await;
        for company in [&w.romashka, &w.vasilek] {
            let at = (company.box_id, posted.message_id);
            let (entity, bytes) = read::get_content(&w.room, &w.cx(company), at, posted.entities[0]).await.unwrap();
            assert_eq!((entity.kind, bytes.as_ref()), (EntityKind::NonformalizedDocument, content.as_slice()));
        }
        let (cx, own) = (w.cx(&w.vasilek), w.vasilek.box_id);
        let report = exchange::ops::verification::verify(&w.room, &cx, own, posted.entities[0]).await.unwrap();
        let files = report.files;
        assert!(files.iter().all(|file| file.bytes_unchanged));
        assert!(files.iter().flat_map(|file| &file.signatures).all(|check| check.verdict.is_proven()));
    }
}
