//! Stories of what each person has opened: counted, listed, marked anew, seen by nobody else, forgotten in time.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use std::time::Duration;

use account::Permission;
use exchange::ops::{board, readings};
use exchange::{DocflowFilter, EntityId, Refusal, StatusFilter, Whose};
use formats::utd::UtdFunction;
use kernel::{Cx, PageRequest};
use testkit::Database;
use world::{Company, World, catalogue, refused};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl World {
    async fn marks(&self, cx: &Cx, of: &Company, ids: &[EntityId], is_unread: bool) -> Result<bool, Refusal> {
        let new = refused(readings::prepare(&self.room, cx, of.box_id, (ids, is_unread)).await)?;
        let Some(new) = new else { return Ok(false) };
        let written = self.store.write(cx, new, |tx, cx, new| Box::pin(readings::run(tx, cx, new)));
        refused(written.await).map(|()| true)
    }

    async fn unread(&self, cx: &Cx, of: &Company) -> i64 {
        let found = readings::count_unread(&self.room, cx, of.box_id).await.unwrap();
        assert!(found.is_exact);
        let filter = readings::unread(cx, DocflowFilter::default()).unwrap();
        let shown = self.rows(cx, of, &filter).await;
        assert!(shown.iter().all(|(_, is_unread)| *is_unread));
        assert_eq!(shown.len(), usize::try_from(found.count).unwrap(), "the count is of the list");
        let all = self.rows(cx, of, &DocflowFilter::default()).await;
        let marked: Vec<_> = all.into_iter().filter(|(_, is_unread)| *is_unread).collect();
        assert_eq!(marked, shown, "rows are marked in every list alike");
        found.count
    }

    async fn rows(&self, cx: &Cx, of: &Company, filter: &DocflowFilter) -> Vec<(EntityId, bool)> {
        let page = PageRequest::new(100, None).unwrap();
        let page = board::list_documents(&self.room, cx, of.box_id, filter, &page).await.unwrap();
        page.items.iter().map(|row| (row.row.document_id, row.is_unread)).collect()
    }
}

testkit::on_both_engines! { catalogue();
    async fn each_person_has_marks_of_their_own(db: Database) {
        let w = World::new(db).await;
        let mut ids = Vec::new();
        for document in [w.paper(false), w.utd(UtdFunction::Dop), w.utd(UtdFunction::Schf)] {
            ids.push(w.sends(document).await.entities[0]);
            w.clock.advance(Duration::from_secs(60));
        }
        let (director, own) = (w.cx(&w.vasilek), &w.vasilek);
        let clerk = w.member(own, "clerk@vasilek.example", &[Permission::Read]).await;
        let counts = || async { (w.unread(&director, own).await, w.unread(&clerk, own).await) };
        assert_eq!(counts().await, (3, 3));
        assert_eq!(w.unread(&w.cx(&w.romashka), &w.romashka).await, 0, "what was sent waits for nobody's eyes");

        assert_eq!(w.marks(&director, own, &ids[..2], false).await, Ok(true));
        assert_eq!(w.marks(&director, own, &ids[..2], false).await, Ok(false), "the same again changes nothing");
        assert_eq!(counts().await, (1, 3));
        assert_eq!(w.marks(&clerk, own, &[ids[2], ids[2]], false).await, Ok(true));
        assert_eq!(counts().await, (1, 2));
        assert_eq!(w.marks(&director, own, &ids, true).await, Ok(true), "those that were read become unread");
        assert_eq!(counts().await, (3, 2));

        let turn = StatusFilter { turn: Some(Whose::Recipient), ..StatusFilter::default() };
        let waiting = DocflowFilter { status: turn, ..DocflowFilter::default() };
        let both = readings::unread(&clerk, waiting).unwrap();
        let shown = w.rows(&clerk, own, &both).await;
        assert_eq!(shown, [(ids[1], true)], "with other parts of a filter: {both:?}");
    }

    async fn what_may_not_be_marked_is_refused(db: Database) {
        let w = World::new(db).await;
        let id = w.sends(w.paper(false)).await.entities[0];
        let (director, own) = (w.cx(&w.vasilek), &w.vasilek);
        let sender = w.cx(&w.romashka);
        assert_eq!(w.marks(&sender, &w.romashka, &[id], false).await, Err(Refusal::OtherSidesAct));
        assert_eq!(w.marks(&sender, own, &[id], false).await, Err(Refusal::BoxNotFound), "a stranger");
        let counted = readings::count_unread(&w.room, &sender, own.box_id).await;
        assert_eq!(refused(counted).err(), Some(Refusal::BoxNotFound));
        let blind = w.member(own, "blind@vasilek.example", &[]).await;
        assert!(w.marks(&blind, own, &[id], false).await.is_err(), "without the right to read");
        let unknown: EntityId = director.new_id();
        assert_eq!(w.marks(&director, own, &[id, unknown], false).await, Err(Refusal::DocumentNotFound), "all or none");
        let many: Vec<EntityId> = (0..101).map(|_| director.new_id()).collect();
        assert_eq!(w.marks(&director, own, &many, false).await, Err(Refusal::TooManyAtOnce { max: 100 }));
        assert_eq!(w.unread(&director, own).await, 1, "nothing was marked by what was refused");
        assert_eq!(w.marks(&director, own, &[], false).await, Ok(false));
    }

    async fn what_came_long_ago_is_read_and_its_marks_are_forgotten(db: Database) {
        let w = World::new(db).await;
        let own = &w.vasilek;
        let (read, left) = (w.sends(w.paper(false)).await.entities[0], w.sends(w.paper(true)).await.entities[0]);
        assert_eq!(w.marks(&w.cx(own), own, &[read], false).await, Ok(true));
        w.clock.advance(90 * DAY - Duration::from_secs(60));
        assert_eq!(readings::sweep(&w.store, &w.cx(own)).await.unwrap(), 0);
        assert_eq!(w.unread(&w.cx(own), own).await, 1);
        w.clock.advance(Duration::from_secs(120));
        assert_eq!(w.unread(&w.cx(own), own).await, 0);
        for id in [read, left] {
            assert_eq!(w.marks(&w.cx(own), own, &[id], true).await, Err(Refusal::TooOldForUnread));
        }
        assert_eq!(readings::sweep(&w.store, &w.cx(own)).await.unwrap(), 1);
        assert_eq!(w.unread(&w.cx(own), own).await, 0);
    }
}
