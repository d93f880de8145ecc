//! Running one story on each engine.

use std::future::Future;

use store::{Catalogue, Engine};

use crate::Database;

/// Runs a story on one engine, with a database of its own, in a runtime of several threads.
///
/// # Panics
/// As the story does.
pub fn run<F, S>(engine: Engine, catalogue: &Catalogue, story: S)
where
    S: FnOnce(Database) -> F,
    F: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime for the story");
    runtime.block_on(async { Box::pin(story(Database::new(engine, catalogue).await)).await });
}

/// Stories that run on SQLite and on PostgreSQL, each as two tests of its name:
///
/// ```text
/// testkit::on_both_engines! {
///     catalogue();
///     async fn a_refusal_leaves_nothing(db: Database) { let store = db.open().await; … }
/// }
/// ```
#[macro_export]
macro_rules! on_both_engines {
    ($catalogue:expr; $($(#[$meta:meta])* async fn $name:ident($db:ident: $type:ty) $story:block)+) => { $(
        $(#[$meta])*
        mod $name {
            use super::*;

            async fn story($db: $type) $story

            #[test]
            fn sqlite() {
                $crate::stories::run(::store::Engine::Sqlite, &$catalogue, story);
            }

            #[test]
            fn postgres() {
                $crate::stories::run(::store::Engine::Postgres, &$catalogue, story);
            }
        }
    )+ };
}
