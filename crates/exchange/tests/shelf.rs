//! Stories of the shelf: parts in any order, one owner, a document named from it, the sweep.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use bytes::Bytes;
use exchange::limits::{CONTENT_BYTES_MAX, SHELF_FILES_MAX, SHELF_KEPT, SHELF_PART_BYTES_MAX};
use exchange::ops::input::{NewContent, NewDocument};
use exchange::ops::shelf;
use exchange::{Refusal, ShelfName};
use kernel::{Caller, Clock as _, Cx};
use std::time::Duration;
use store::{ContentHash, Sql, binds};
use testkit::Database;
use world::{World, catalogue, refused};

const ADD: Sql = Sql::directory(
    "story.add_shelf_file",
    "INSERT INTO exchange_shelf_file (user_id, name, part_count, size_bytes, begun_at) VALUES ($1, $2, 1, 0, $3)",
);

impl World {
    async fn part(&self, cx: &Cx, name: &ShelfName, place: (i64, bool), bytes: &[u8]) -> Result<Vec<i64>, Refusal> {
        let bytes = Bytes::copy_from_slice(bytes);
        let prepared = refused(shelf::prepare_part(&self.room, cx, name.clone(), place, &bytes).await)?;
        refused(self.store.write(cx, prepared, |tx, cx, new| Box::pin(shelf::run(tx, cx, new))).await)
    }

    async fn whole(&self, cx: &Cx, bytes: &Bytes) -> Result<ShelfName, Refusal> {
        let name = shelf::new_name(cx, "bin")?;
        let prepared = refused(shelf::prepare_whole(&self.room, cx, name.clone(), bytes).await)?;
        let put = self.store.write(cx, prepared, |tx, cx, new| Box::pin(shelf::run(tx, cx, new))).await;
        assert_eq!(refused(put)?, [0; 0]);
        Ok(name)
    }

    async fn shelved(&self, cx: &Cx, name: &ShelfName) -> Result<Bytes, Refusal> {
        refused(shelf::content(&self.room, cx, name).await)
    }

    /// Whether the sweeper of large content would keep it.
    async fn is_known(&self, bytes: &[u8]) -> bool {
        let hash = ContentHash::of(&Bytes::copy_from_slice(bytes));
        let user = self.romashka.user_id.to_string().parse().unwrap();
        exchange::is_content_referenced(&self.store, user, hash).await.unwrap()
    }
}

testkit::on_both_engines! { catalogue();
    async fn parts_in_any_order_become_a_file(db: Database) {
        let w = World::new(db).await;
        let cx = w.cx(&w.romashka);
        let name = shelf::new_name(&cx, "PDF").unwrap();
        assert!(name.as_str().ends_with(".pdf"));
        let parts: Vec<Vec<u8>> = (0..4_u8).map(|byte| vec![byte; 70_000 * usize::from(byte % 2) + 10]).collect();
        assert_eq!(refused(shelf::get(&w.room, &cx, &name).await), Err(Refusal::ShelfFileNotFound));
        assert_eq!(w.part(&cx, &name, (2, false), &parts[2]).await.unwrap(), [0, 1]);
        assert_eq!(w.part(&cx, &name, (3, true), &parts[3]).await.unwrap(), [0, 1]);
        assert_eq!(w.part(&cx, &name, (0, false), &parts[0]).await.unwrap(), [1]);
        assert_eq!(w.shelved(&cx, &name).await, Err(Refusal::ShelfFileIncomplete));
        assert_eq!(w.part(&cx, &name, (3, true), &parts[3]).await.unwrap(), [1], "the last part once more");
        assert_eq!(w.part(&cx, &name, (1, false), &parts[1]).await.unwrap(), [0; 0]);
        assert_eq!(w.shelved(&cx, &name).await.unwrap(), parts.concat());
        let file = shelf::get(&w.room, &cx, &name).await.unwrap();
        assert_eq!(file.parts.len(), 4);
        for part in &file.parts {
            let bytes = shelf::get_part(&w.room, &cx, &name, part.index).await.unwrap();
            assert_eq!(bytes, parts[usize::try_from(part.index).unwrap()]);
        }
        assert_eq!(w.part(&cx, &name, (1, false), b"other").await, Err(Refusal::ShelfPart));
        assert_eq!(w.part(&cx, &name, (4, false), b"more").await, Err(Refusal::ShelfPart));
        assert_eq!(w.shelved(&cx, &name).await.unwrap(), parts.concat());
        let large = vec![0; usize::try_from(SHELF_PART_BYTES_MAX).unwrap() + 1];
        assert_eq!(w.part(&cx, &shelf::new_name(&cx, "").unwrap(), (0, true), &large).await, Err(Refusal::ShelfTooLarge { bytes_max: SHELF_PART_BYTES_MAX }));
    }

    async fn many_parts_at_once_are_all_there(db: Database) {
        let w = World::new(db).await;
        let (cx, name) = (w.cx(&w.romashka), ShelfName::parse("own-name.xml").unwrap());
        let put = |index: i64| w.part(&cx, &name, (index, index == 3), b"part");
        let (a, b, c, d) = tokio::join!(put(0), put(1), put(2), put(3));
        let last = [a, b, c, d].into_iter().filter(|missing| missing.as_ref().is_ok_and(Vec::is_empty)).count();
        assert!(last >= 1, "whoever came last saw none missing");
        assert_eq!(w.shelved(&cx, &name).await.unwrap(), b"partpartpartpart".as_slice());
    }

    async fn nobody_elses_name_is_found(db: Database) {
        let w = World::new(db).await;
        let (own, other) = (w.cx(&w.romashka), w.cx(&w.vasilek));
        let name = ShelfName::parse("contract.pdf").unwrap();
        w.part(&own, &name, (0, true), b"own").await.unwrap();
        assert_eq!(w.shelved(&other, &name).await, Err(Refusal::ShelfFileNotFound));
        assert_eq!(refused(shelf::get_part(&w.room, &other, &name, 0).await), Err(Refusal::ShelfFileNotFound));
        w.part(&other, &name, (0, true), b"other").await.unwrap();
        assert_eq!(w.shelved(&own, &name).await.unwrap(), b"own".as_slice());
        assert_eq!(w.shelved(&other, &name).await.unwrap(), b"other".as_slice());
        let paper = NewDocument { content: NewContent::Shelf(ShelfName::parse("secret.pdf").unwrap()), ..w.paper(false) };
        assert_eq!(w.post(&w.romashka, w.message(paper)).await, Err(Refusal::ShelfFileNotFound));
        for nobody in [Caller::Nobody, Caller::System] {
            let refusal = w.shelved(&w.room.app.cx(nobody), &name).await.unwrap_err();
            assert_eq!(kernel::Refusal::code(&refusal), "account.sign-in.needed");
        }
    }

    async fn a_document_is_named_from_the_shelf(db: Database) {
        let w = World::new(db).await;
        let cx = w.cx(&w.romashka);
        let bytes = Bytes::from((0..7_000_000_u32).flat_map(u32::to_be_bytes).take(7_000_000).collect::<Vec<u8>>());
        let name = w.whole(&cx, &bytes).await.unwrap();
        assert_eq!(shelf::get(&w.room, &cx, &name).await.unwrap().parts.len(), 3, "three parts of 3 MB");
        let signature = w.romashka.signs.detached(&bytes, w.clock.now()).into();
        let paper = NewDocument { content: NewContent::Shelf(name), signature, ..w.paper(false) };
        let posted = w.sends(paper).await;
        let at = (w.vasilek.box_id, posted.message_id);
        let (_, got) = exchange::ops::read::get_content(&w.room, &w.cx(&w.vasilek), at, posted.entities[0]).await.unwrap();
        assert_eq!(got, bytes);
        assert_eq!(w.whole(&cx, &Bytes::from(vec![0; CONTENT_BYTES_MAX + 1])).await, Err(Refusal::ShelfTooLarge { bytes_max: i64::try_from(CONTENT_BYTES_MAX).unwrap() }));
        let empty = w.whole(&cx, &Bytes::new()).await.unwrap();
        let paper = NewDocument { content: NewContent::Shelf(empty), ..w.paper(false) };
        assert_eq!(w.post(&w.romashka, w.message(paper)).await, Err(Refusal::ContentEmpty));
    }

    async fn files_are_forgotten_after_a_week(db: Database) {
        let w = World::new(db).await;
        let (cx, name) = (w.cx(&w.romashka), ShelfName::parse("week.bin").unwrap());
        let bytes = vec![5; 100_000];
        w.part(&cx, &name, (0, false), &bytes).await.unwrap();
        w.clock.advance(SHELF_KEPT);
        let cx = w.cx(&w.romashka);
        w.part(&cx, &name, (1, true), b"late").await.unwrap();
        assert_eq!(exchange::sweep(&w.room, &cx).await, Ok(0));
        assert!(w.is_known(&bytes).await);
        w.clock.advance(Duration::from_secs(1));
        let cx = w.cx(&w.romashka);
        assert_eq!(w.shelved(&cx, &name).await, Err(Refusal::ShelfFileNotFound), "gone even before the sweep");
        assert_eq!(exchange::sweep(&w.room, &cx).await, Ok(1));
        assert!(!w.is_known(&bytes).await);
        w.part(&cx, &name, (0, true), b"anew").await.unwrap();
        assert_eq!(w.shelved(&cx, &name).await.unwrap(), b"anew".as_slice());
    }

    async fn a_full_shelf_takes_no_more_files(db: Database) {
        let w = World::new(db).await;
        let cx = w.cx(&w.romashka);
        let filled = w.store.write(&cx, w.romashka.user_id, |tx, cx, user_id| Box::pin(async move {
            for number in 0..SHELF_FILES_MAX {
                tx.execute(&ADD, binds![*user_id, format!("f{number}"), cx.now]).await?;
            }
            Ok::<_, store::No<Refusal>>(())
        }));
        filled.await.unwrap();
        assert_eq!(w.whole(&cx, &Bytes::from_static(b"one more")).await, Err(Refusal::ShelfFull { days: 7 }));
        assert!(w.whole(&w.cx(&w.vasilek), &Bytes::from_static(b"another's")).await.is_ok());
    }
}
