//! The simulator's own database: every statement is portable and prepares on both engines.

use testkit::Database;

#[test]
fn every_statement_is_portable() {
    assert_eq!(store::lint_statements(&regulator::catalogue()), Ok(Vec::new()));
}

testkit::on_both_engines! {
    regulator::catalogue();

    async fn every_statement_prepares(db: Database) {
        let store = db.open().await;
        assert_eq!(store::prepare_all(&store, &regulator::catalogue()).await, Ok(Vec::new()));
        store.close().await.unwrap();
    }
}
