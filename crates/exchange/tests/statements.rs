//! Every statement of the room is portable and prepares on both engines; the sweep forgets old uploads.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use exchange::ops::input::{NewContent, NewDocument};
use store::{ContentHash, lint_statements, prepare_all};
use testkit::Database;
use world::{World, catalogue};

impl World {
    /// Whether any row names each content.
    async fn known(&self, hashes: &[ContentHash]) -> Vec<bool> {
        let mut known = Vec::new();
        for hash in hashes {
            let organization_id = self.romashka.organization_id;
            known.push(exchange::is_content_referenced(&self.store, organization_id, *hash).await.unwrap());
        }
        known
    }
}

testkit::on_both_engines! { catalogue();
    async fn every_statement_prepares(db: Database) {
        assert_eq!(lint_statements(&catalogue()), Ok(Vec::new()));
        assert_eq!(prepare_all(&db.open().await, &catalogue()).await, Ok(Vec::new()));
    }

    async fn an_upload_nobody_named_is_forgotten_after_a_day(db: Database) {
        let w = World::new(db).await;
        let (cx, named) = (w.cx(&w.romashka), w.paper(false));
        let NewContent::Bytes(named_bytes) = named.content.clone() else { unreachable!() };
        let mut hashes = Vec::new();
        for bytes in [named_bytes, b"small".to_vec().into(), vec![7; 100_000].into()] {
            hashes.push(ContentHash::of(&bytes));
            let upload = exchange::ops::upload::prepare(&w.room, &cx, w.romashka.box_id, bytes).await;
            let written =
                w.store.write(&cx, upload.unwrap(), |tx, cx, new| Box::pin(exchange::ops::upload::run(tx, cx, new)));
            written.await.unwrap();
        }
        let uploaded = NewContent::Uploaded(hashes[0].to_vec().try_into().unwrap());
        let posted = w.sends(NewDocument { content: uploaded, ..named }).await;
        assert_eq!(exchange::sweep(&w.room, &w.cx(&w.romashka)).await, Ok(0));
        assert_eq!(w.known(&hashes).await, [true, true, true]);
        w.clock.advance(std::time::Duration::from_secs(25 * 60 * 60));
        assert_eq!(exchange::sweep(&w.room, &w.cx(&w.romashka)).await, Ok(3));
        assert_eq!(w.known(&hashes).await, [true, false, false], "only what a message names is kept");
        assert_eq!(w.document(&w.vasilek, &posted).await.entities.len(), 3);
    }
}
