//! The same containers in the same order, under the same clock, secret and chance, give the same bits.

use crate::world::{Spoiled, World};
use regulator::catalogue;
use store::Engine;
use testkit::{Database, stories};

async fn told(db: Database) -> Vec<Vec<u8>> {
    let w = World::new(db).await;
    for (number, code, spoiled) in
        [(1, "0087", Spoiled::No), (2, "0088", Spoiled::No), (3, "0085", Spoiled::No), (4, "0087", Spoiled::Unsigned)]
    {
        w.sent(w.report(code, number, 0, spoiled)).await;
        w.clock.advance(testkit::authority::DAY);
        w.sent(w.confirmation(code, number)).await;
    }
    let feed = w.feed().await;
    assert_eq!(feed.len(), 10);
    feed
}

#[test]
fn every_answer_is_the_same_on_every_engine_and_every_time() {
    let (sender, receiver) = std::sync::mpsc::sync_channel(3);
    for engine in [Engine::Sqlite, Engine::Sqlite, Engine::Postgres] {
        let sender = sender.clone();
        stories::run(engine, &catalogue(), move |db| async move { sender.send(told(db).await).unwrap() });
    }
    let first = receiver.recv().unwrap();
    assert!(first == receiver.recv().unwrap() && first == receiver.recv().unwrap());
}
