//! Letters go to the outbox with what they tell about, on both engines.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot have its world must fail")]

use kernel::{Caller, Chance, Clock as _, Cx, OrganizationId, PageRequest};
use post::{Gateways, NewLetter, SendState, find_letter, list_letters, queue_letter};
use std::sync::Arc;
use std::time::Duration;
use store::{Catalogue, Handlers, No, Runner, Store};
use testkit::{Database, HandClock, world::JobWatch};

fn catalogue() -> Catalogue {
    Catalogue::new().with(post::MIGRATIONS, post::STATEMENTS)
}

struct Town {
    store: Store,
    cx: Cx,
    romashka: OrganizationId,
    jobs: JobWatch,
}

async fn town(db: &Database) -> Town {
    let store = db.open().await;
    let clock = HandClock::at_rfc3339("2026-11-22T10:00:00Z");
    let chance = Chance::from_seed([9; 32]);
    let cx = Cx::new(Caller::System, clock.now(), chance.clone());
    let handlers = post::handlers(Handlers::new(), store.clone(), Gateways::default());
    let runner = Runner::new(store.clone(), handlers, Arc::new(clock.clone()), chance);
    Town { romashka: cx.new_id(), cx, jobs: JobWatch::new(store.clone(), runner, clock), store }
}

fn letter(to: OrganizationId, subject: &str) -> NewLetter {
    NewLetter::new(to, "buh@vasilek.example", subject, "Здравствуйте!".to_owned()).unwrap()
}

async fn queue(town: &Town, new: NewLetter, then: Result<(), &'static str>) {
    let queued = town.store.write(&town.cx, (new, then), |tx, cx, (new, then)| {
        Box::pin(async move {
            queue_letter(tx, cx, new).await?;
            then.map_err(No::Refused)
        })
    });
    assert_eq!(queued.await.is_ok(), then.is_ok());
}

testkit::on_both_engines! {
    catalogue();

    async fn a_letter_waits_then_says_that_no_server_is_set(db: Database) {
        let town = town(&db).await;
        queue(&town, letter(town.romashka, "первое"), Ok(())).await;
        queue(&town, letter(town.romashka, "второе"), Ok(())).await;
        let one = PageRequest::new(1, None).unwrap();
        let mut reader = town.store.reader().await.unwrap();
        let first = list_letters(&mut reader, town.romashka, &one).await.unwrap();
        assert_eq!(first.items[0].state(), SendState::Waiting);
        town.jobs.run_jobs().await;
        let two = PageRequest::new(1, first.next).unwrap();
        let second = list_letters(&mut reader, town.romashka, &two).await.unwrap();
        assert!(second.next.is_none());
        for id in [first.items[0].letter_id, second.items[0].letter_id] {
            let found = find_letter(&mut reader, town.romashka, id).await.unwrap().unwrap();
            assert_eq!(found.state(), SendState::NoGateway);
            let other: OrganizationId = town.cx.new_id();
            assert!(find_letter(&mut reader, other, id).await.unwrap().is_none(), "another organization's outbox");
        }
    }

    async fn a_refused_act_sends_no_letter(db: Database) {
        let town = town(&db).await;
        queue(&town, letter(town.romashka, "никогда"), Err("refused")).await;
        let mut reader = town.store.reader().await.unwrap();
        assert!(list_letters(&mut reader, town.romashka, &PageRequest::default()).await.unwrap().items.is_empty());
        assert_eq!(town.jobs.run_jobs().await.done, 0);
    }

    async fn old_letters_are_swept(db: Database) {
        let town = town(&db).await;
        queue(&town, letter(town.romashka, "старое"), Ok(())).await;
        town.jobs.run_jobs().await;
        let later = |days: u64| Cx { now: town.cx.now.plus(Duration::from_secs(days * 86_400)), ..town.cx.clone() };
        assert_eq!(post::sweep(&town.store, &later(90)).await.unwrap(), 0);
        assert_eq!(post::sweep(&town.store, &later(91)).await.unwrap(), 1);
    }
}
