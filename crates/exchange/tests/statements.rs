//! Every statement of the room is portable and prepares on both engines; the sweep forgets old uploads.
#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]

mod world;

use store::{lint_statements, prepare_all};
use testkit::Database;
use world::{World, catalogue};

testkit::on_both_engines! { catalogue();
    async fn every_statement_prepares(db: Database) {
        assert_eq!(lint_statements(&catalogue()), Ok(Vec::new()));
        assert_eq!(prepare_all(&db.open().await, &catalogue()).await, Ok(Vec::new()));
    }

    async fn an_upload_is_forgotten_after_a_day(db: Database) {
        let w = World::new(db).await;
        let cx = w.cx(&w.romashka);
        let upload = exchange::ops::upload::prepare(&w.room, &cx, w.romashka.box_id, b"bytes".to_vec().into()).await;
        let written = w.store.write(&cx, upload.unwrap(), |tx, cx, new| Box::pin(exchange::ops::upload::run(tx, cx, new)));
        written.await.unwrap();
        assert_eq!(exchange::sweep(&w.store, &w.cx(&w.romashka)).await, Ok(0));
        w.clock.advance(std::time::Duration::from_secs(25 * 60 * 60));
        assert_eq!(exchange::sweep(&w.store, &w.cx(&w.romashka)).await, Ok(1));
    }
}
