//! Tampering with the journal is seen.

use crate::world::{Host, Start, catalogue};
use certification::{JournalFlaw, JournalRefusal, check_journals};
use std::convert::Infallible;
use store::{No, Sql, binds};
use testkit::Database;

const CHANGE: Sql =
    Sql::global("certification.story_change", "UPDATE certification_journal SET at = at + 1 WHERE seq = 2");
const REMOVE: Sql = Sql::global("certification.story_remove", "DELETE FROM certification_journal WHERE seq = 2");
const CUT: Sql = Sql::global("certification.story_cut", "DELETE FROM certification_journal WHERE seq >= 2");

async fn flaw_after(db: &Database, tampering: &'static Sql) -> JournalFlaw {
    let host = Host::open(db, &Start::usual()).await.unwrap();
    check_journals(host.store()).await.unwrap();
    let done: Result<u64, No<Infallible>> = host
        .store()
        .write(&host.system(), tampering, |tx, _, sql| Box::pin(async move { Ok(tx.execute(sql, binds![]).await?) }))
        .await;
    assert!(done.unwrap() > 0);
    match check_journals(host.store()).await {
        Err(JournalRefusal::Flaw { flaw, .. }) => flaw,
        other => panic!("{other:?}"),
    }
}

testkit::on_both_engines! {
    catalogue();

    async fn a_changed_row_is_seen(db: Database) {
        assert_eq!(flaw_after(&db, &CHANGE).await, JournalFlaw::Changed { seq: 2 });
    }

    async fn a_removed_row_is_seen(db: Database) {
        assert_eq!(flaw_after(&db, &REMOVE).await, JournalFlaw::Gap { expected: 2, found: 3 });
    }

    async fn a_cut_off_end_is_seen(db: Database) {
        assert_eq!(flaw_after(&db, &CUT).await, JournalFlaw::CutOff { seq: 1 });
    }
}
