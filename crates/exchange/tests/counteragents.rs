//! Stories of seeking counteragents, and of their cards.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use exchange::ops::list_counteragents;
use exchange::{BoundedCount, CounteragentFilter, LinkStatus, Refusal};
use kernel::{BoxId, Caller, Inn, PageRequest};
use store::{Sql, binds};
use testkit::Database;
use world::{World, catalogue, refused};

const FORGET: Sql =
    Sql::org("story.forget_sought", "UPDATE exchange_counteragent SET sought = '' WHERE organization_id = $1");
const ADD: Sql = Sql::org(
    "story.add_counteragent",
    "INSERT INTO exchange_counteragent
       (organization_id, box_id, counteragent_box_id, counteragent_organization_id, status, comment, changed_at, sought)
     VALUES ($1, $2, $3, $1, 'refused', NULL, 0, $4)",
);

impl World {
    async fn sought(&self, text: &str, status: Option<LinkStatus>) -> Vec<BoxId> {
        let cx = self.cx(&self.romashka);
        let filter = CounteragentFilter { status, ended_by: None, text: text.to_owned() };
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let page = PageRequest::new(2, after).unwrap();
            let page = list_counteragents::list(&self.room, &cx, self.romashka.box_id, &filter, &page).await.unwrap();
            found.extend(page.items.into_iter().map(|report| report.link.box_id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let count = list_counteragents::count(&self.room, &cx, self.romashka.box_id, &filter).await.unwrap();
        assert_eq!(count, BoundedCount { count: i64::try_from(found.len()).unwrap(), is_exact: true });
        found
    }

    /// More counteragents, which have no card.
    async fn add(&self, texts: &[&str]) -> Vec<BoxId> {
        let cx = self.cx(&self.romashka);
        let ids: Vec<BoxId> = texts.iter().map(|_| cx.new_id()).collect();
        let rows: Vec<(BoxId, String)> = ids.iter().copied().zip(texts.iter().map(|text| (*text).to_owned())).collect();
        let own = (self.romashka.organization_id, self.romashka.box_id, rows);
        let added = self.store.write(&cx, own, |tx, _, (organization, own_box, rows)| {
            Box::pin(async move {
                for (id, text) in rows {
                    tx.execute(&ADD, binds![*organization, *own_box, *id, text]).await?;
                }
                Ok::<_, store::No<Refusal>>(())
            })
        });
        added.await.unwrap();
        ids
    }
}

testkit::on_both_engines! { catalogue();
    async fn many_boxes_are_asked_about_at_once(db: Database) {
        let w = World::new(db).await;
        let (cx, own) = (w.cx(&w.romashka), w.romashka.box_id);
        let texts: Vec<String> = (0..150).map(|n| format!("organization {n}")).collect();
        let known = w.add(&texts.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let asked: Vec<BoxId> = known.iter().copied().chain((0..150).map(|_| cx.new_id())).collect();
        for (count, found) in [(0, 0), (1, 1), (9, 9), (100, 100), (101, 101), (150, 150), (300, 150)] {
            let links = list_counteragents::among(&w.room, &cx, own, &asked[..count]).await.unwrap();
            assert_eq!(links.len(), found, "{count}");
            assert!(known[..found].iter().all(|id| links.contains_key(id)), "{count}");
        }
        let stranger = list_counteragents::among(&w.room, &w.cx(&w.vasilek), own, &asked).await;
        assert_eq!(refused(stranger).map(|_| ()), Err(Refusal::BoxNotFound));
    }

    async fn a_part_of_the_name_or_of_the_number_is_enough(db: Database) {
        let w = World::new(db).await;
        let vasilek = w.vasilek.box_id;
        let more = w.add(&["ооо елка\n7700000001\n770001001\n", "ооо палка 100%\n7700000002\n770001001\n"]).await;
        for (text, expected) in [
            ("василёк", vec![vasilek]),
            ("ВАСИЛЕК", vec![vasilek]),
            ("«Васил", vec![vasilek]),
            (w.vasilek.inn.as_str(), vec![vasilek]),
            ("7801", vec![vasilek]),
            ("Ёлка", vec![more[0]]),
            ("лка", more.clone()),
            ("100%", vec![more[1]]),
            ("%", vec![more[1]]),
            ("_", vec![]),
            ("ромашка", vec![]),
            ("ооо василек 7801", vec![]),
        ] {
            let mut expected = expected;
            expected.sort();
            assert_eq!(w.sought(text, None).await, expected, "{text}");
        }
        assert_eq!(w.sought("", None).await.len(), 3);
        assert_eq!(w.sought(" « » ", None).await.len(), 3, "nothing is left to seek by");
        assert_eq!(w.sought("ооо", Some(LinkStatus::Linked)).await, [vasilek]);
        assert_eq!(w.sought("ооо", Some(LinkStatus::Invited)).await, []);
        let long = CounteragentFilter { text: "a".repeat(101), ..CounteragentFilter::default() };
        let page = PageRequest::default();
        let refusal = list_counteragents::list(&w.room, &w.cx(&w.romashka), w.romashka.box_id, &long, &page).await;
        assert!(matches!(refused(refusal), Err(Refusal::Filter { name: "text", .. })));
    }

    async fn cards_come_along(db: Database) {
        let w = World::new(db).await;
        let gone = w.add(&["без карточки\n\n\n"]).await[0];
        let (cx, own) = (w.cx(&w.romashka), w.romashka.box_id);
        let report = list_counteragents::get(&w.room, &cx, own, w.vasilek.box_id).await.unwrap();
        let party = report.party.clone().unwrap();
        assert_eq!((party.name.as_str(), party.inn.as_str()), ("ООО «Василёк»", w.vasilek.inn.as_str()));
        assert_eq!(report.link.status, LinkStatus::Linked);
        let filter = CounteragentFilter::default();
        let all = list_counteragents::list(&w.room, &cx, own, &filter, &PageRequest::default()).await.unwrap();
        assert!(all.items.contains(&report));
        assert!(all.items.iter().any(|report| report.link.box_id == gone && report.party.is_none()));
        let never = list_counteragents::get(&w.room, &cx, own, cx.new_id()).await;
        assert_eq!(refused(never), Err(Refusal::CounteragentNotFound));
        let stranger = list_counteragents::get(&w.room, &w.cx(&w.vasilek), own, w.vasilek.box_id).await;
        assert_eq!(refused(stranger), Err(Refusal::BoxNotFound));
    }

    async fn cards_of_many_boxes_and_of_many_numbers(db: Database) {
        let w = World::new(db).await;
        let mut reader = w.store.reader().await.unwrap();
        let cx = w.cx(&w.romashka);
        for count in [0, 1, 7, 8, 99, 250] {
            let mut ids: Vec<BoxId> = (0..count).map(|_| cx.new_id()).collect();
            ids.extend([w.romashka.box_id, w.vasilek.box_id]);
            let mut found: Vec<BoxId> = account::find_cards(&mut reader, &ids).await.unwrap().iter().map(|card| card.box_id).collect();
            found.sort();
            let mut expected = vec![w.romashka.box_id, w.vasilek.box_id];
            expected.sort();
            assert_eq!(found, expected, "{count}");
        }
        let inn = |text: &str| Inn::parse(text).unwrap();
        let asked = [inn(&w.vasilek.inn), inn("9901000034"), inn(&w.romashka.inn)];
        let found = account::look_up_all(&mut reader, &asked).await.unwrap();
        assert_eq!(found.iter().map(|card| card.box_id).collect::<Vec<_>>(), [w.romashka.box_id, w.vasilek.box_id]);
        assert_eq!(account::look_up_all(&mut reader, &[]).await.unwrap(), []);
    }

    async fn rows_of_an_older_version_are_found_again(db: Database) {
        let w = World::new(db).await;
        w.add(&[""]).await;
        let cx = w.room.app.cx(Caller::System);
        let forgotten = w.store.write(&cx, w.romashka.organization_id, |tx, _, organization| Box::pin(async move {
            Ok::<_, store::No<Refusal>>(tx.execute(&FORGET, binds![*organization]).await?)
        }));
        assert_eq!(forgotten.await.unwrap(), 2);
        assert_eq!(w.sought("василек", None).await, []);
        assert_eq!(exchange::bring_up_to_date(&w.store, &cx).await, Ok(2), "one of them has no card");
        assert_eq!(w.sought("василек", None).await, [w.vasilek.box_id]);
        assert_eq!(exchange::bring_up_to_date(&w.store, &cx).await, Ok(0));
    }
}
