//! Stories of the feed: pages, filters, what each event brought, document by document, events of an older version.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use std::time::Duration;

use exchange::ops::document_events::{self, DocumentEvent};
use exchange::ops::draft::DraftKind;
use exchange::ops::feed::{self, EventReport};
use exchange::ops::input::NewActKind;
use exchange::ops::post_message::Posted;
use exchange::{
    BoundedCount, DocumentKind, Entity, EventId, FeedFilter, KindSet, ListOrder, Outcome, Refusal, Side, Topic,
    UtdFunction,
};
use formats::utd::UtdFunction as Function;
use kernel::{Caller, Cursor, Moment, PageRequest, TypedId as _};
use store::{Sql, binds};
use testkit::Database;
use world::{Company, World, catalogue, refused};

const FORGET_EVENTS: Sql = Sql::org(
    "story.forget_event_marks",
    "UPDATE exchange_event SET topic = '', event_id = NULL, counteragent_box_id = NULL, side = NULL, kinds = 0
     WHERE organization_id = $1",
);
const FORGET_PLACES: Sql =
    Sql::org("story.forget_places", "UPDATE exchange_entity SET event_seq = 0 WHERE organization_id = $1");

impl World {
    async fn feed(&self, of: &Company, filter: &FeedFilter, order: ListOrder, limit: u32) -> Vec<EventReport> {
        let (cx, mut after, mut all) = (self.cx(of), None, Vec::new());
        loop {
            let page = PageRequest::new(limit, after.clone()).unwrap();
            let page = feed::list(&self.room, &cx, of.box_id, (filter, order), &page).await.unwrap();
            if page.items.is_empty() {
                break;
            }
            all.extend(page.items);
            after = page.next;
        }
        let count = feed::count(&self.room, &cx, of.box_id, filter).await.unwrap();
        assert_eq!(count, BoundedCount { count: i64::try_from(all.len()).unwrap(), is_exact: true });
        all
    }

    /// Kinds of the events that fit, oldest first; the other direction and other page sizes are the same list.
    async fn kinds(&self, of: &Company, filter: FeedFilter) -> String {
        let all = self.feed(of, &filter, ListOrder::OldestFirst, 100).await;
        assert_eq!(self.feed(of, &filter, ListOrder::OldestFirst, 1).await, all);
        let mut newest = self.feed(of, &filter, ListOrder::NewestFirst, 3).await;
        newest.reverse();
        assert_eq!(newest, all);
        all.iter().map(|report| report.event.payload.kind()).collect::<Vec<_>>().join(" ")
    }

    async fn documents(&self, of: &Company, filter: &FeedFilter, order: ListOrder, limit: u32) -> Vec<DocumentEvent> {
        let (cx, mut after, mut all) = (self.cx(of), None, Vec::new());
        loop {
            let page = PageRequest::new(limit, after.clone()).unwrap();
            let page = document_events::list(&self.room, &cx, of.box_id, (filter, order), &page).await.unwrap();
            if page.items.is_empty() {
                break;
            }
            all.extend(page.items);
            after = page.next;
        }
        all
    }

    /// An invoice and a paper in one message, a refused transfer a day later.
    async fn tells(&self) -> (Posted, Posted) {
        let mut message = self.message(self.utd(Function::Schf));
        message.documents.push(self.paper(true));
        let two = self.post(&self.romashka, message).await.unwrap();
        self.run_jobs().await;
        self.acts(&self.vasilek, &two, (DraftKind::Receipt, NewActKind::Receipt), None).await.unwrap();
        self.signs_under(&self.vasilek, &two, NewActKind::Signature, two.entities[1]).await.unwrap();
        self.clock.advance(Duration::from_secs(24 * 60 * 60));
        let refused = self.sends(self.utd(Function::Dop)).await;
        self.acts(&self.vasilek, &refused, (DraftKind::Rejection, NewActKind::Rejection), None).await.unwrap();
        (two, refused)
    }
}

fn words<'a>(entities: impl IntoIterator<Item = &'a Entity>) -> String {
    let mut words: Vec<_> = entities.into_iter().map(|entity| entity.kind.as_str()).collect();
    words.sort_unstable();
    words.join(" ")
}

const SENDER: &str = "counteragent counteragent message_posted delivered patch_received patch_received message_posted \
                      delivered patch_received";
const MESSAGES: &str = "message_posted delivered patch_received patch_received message_posted delivered patch_received";

testkit::on_both_engines! { catalogue();
    async fn filters_choose_events_in_both_directions(db: Database) {
        let w = World::new(db).await;
        let (two, transfer) = w.tells().await;
        let all = FeedFilter::default;
        let of = |kind| FeedFilter { kinds: KindSet::of(&[kind]), ..all() };
        let topic = |topic| FeedFilter { topics: vec![topic], ..all() };
        let between = |from: Option<Moment>, to: Option<Moment>| FeedFilter { from, to, ..topic(Topic::Message) };
        let day = Duration::from_secs(24 * 60 * 60);
        let cases = [
            (all(), SENDER),
            (topic(Topic::Message), MESSAGES),
            (topic(Topic::Counteragent), "counteragent counteragent"),
            (topic(Topic::Draft), ""),
            (FeedFilter { counteragent_box_id: Some(w.vasilek.box_id), ..all() }, SENDER),
            (FeedFilter { counteragent_box_id: Some(w.romashka.box_id), ..all() }, ""),
            (FeedFilter { side: Some(Side::Sender), ..all() }, MESSAGES),
            (FeedFilter { side: Some(Side::Recipient), ..all() }, ""),
            (of(DocumentKind::Utd(UtdFunction::Transfer)), "message_posted delivered patch_received"),
            (of(DocumentKind::Nonformalized), "message_posted delivered patch_received"),
            (of(DocumentKind::Utd(UtdFunction::Invoice)), "message_posted delivered patch_received"),
            (of(DocumentKind::Utd(UtdFunction::InvoiceAndTransfer)), ""),
            (FeedFilter { kinds: KindSet::NONE, ..all() }, ""),
            (between(Some(transfer.at), None), "message_posted delivered patch_received"),
            (between(None, Some(transfer.at.minus(day))), "message_posted delivered patch_received patch_received"),
            (between(Some(transfer.at), Some(transfer.at.minus(day))), ""),
            (between(Some(two.at.plus(day * 3)), None), ""),
            (between(None, Some(two.at.minus(day * 3))), ""),
            (between(Some(Moment::EPOCH), Some(two.at.plus(day * 300))), MESSAGES),
        ];
        for (filter, expected) in cases {
            let shown = format!("{filter:?}");
            assert_eq!(w.kinds(&w.romashka, filter).await, expected, "{shown}");
        }
    }

    async fn each_event_says_what_it_brought(db: Database) {
        let w = World::new(db).await;
        let (two, _) = w.tells().await;
        let events = w.feed(&w.vasilek, &FeedFilter { topics: vec![Topic::Message], ..FeedFilter::default() }, ListOrder::OldestFirst, 100).await;
        let brought: Vec<_> = events.iter().map(|report| {
            let (history, seq) = (report.history.as_ref().unwrap(), report.event.seq);
            (report.event.payload.kind(), words(history.added_by(seq)), history.as_of(seq).len())
        }).collect();
        let told: Vec<_> = brought.iter().map(|(kind, added, size)| (*kind, added.as_str(), *size)).collect();
        assert_eq!(told[..5], [
            ("message_received", "delivery nonformalized_document sending_confirmation signature signature signature title", 7),
            ("patch_posted", "receipt_notification signature", 9),
            ("delivered", "delivery receiving_confirmation signature", 12),
            ("patch_posted", "signature", 13),
            ("delivered", "delivery", 14),
        ]);
        let cx = w.cx(&w.vasilek);
        let whole = exchange::ops::read::get_message(&w.room, &cx, w.vasilek.box_id, two.message_id).await.unwrap();
        assert_eq!(whole.entities, events[4].history.as_ref().unwrap().as_of(events[4].event.seq));
        // By id: the message's own, a patch's, the operator's patch of a delivery.
        for report in &events {
            let id = report.event.payload.event_id().unwrap();
            assert_eq!(&feed::get(&w.room, &cx, w.vasilek.box_id, id).await.unwrap(), report);
            let stranger = feed::get(&w.room, &w.cx(&w.romashka), w.vasilek.box_id, id).await;
            assert_eq!(refused(stranger), Err(Refusal::BoxNotFound));
        }
        let unknown = feed::get(&w.room, &cx, w.vasilek.box_id, EventId::from_uuid(w.romashka.box_id.uuid())).await;
        assert_eq!(refused(unknown), Err(Refusal::EventNotFound));
        let last = feed::last(&w.room, &cx, w.vasilek.box_id, &FeedFilter::default()).await.unwrap();
        assert_eq!(last.as_ref(), events.last());
        let none = feed::last(&w.room, &cx, w.vasilek.box_id, &FeedFilter { topics: vec![Topic::Draft], ..FeedFilter::default() }).await;
        assert_eq!(none.unwrap(), None);
    }

    async fn documents_one_by_one_before_and_after(db: Database) {
        let w = World::new(db).await;
        let (two, transfer) = w.tells().await;
        let all = w.documents(&w.romashka, &FeedFilter::default(), ListOrder::OldestFirst, 100).await;
        for limit in [1, 2, 3] {
            assert_eq!(w.documents(&w.romashka, &FeedFilter::default(), ListOrder::OldestFirst, limit).await, all);
            let mut newest = w.documents(&w.romashka, &FeedFilter::default(), ListOrder::NewestFirst, limit).await;
            newest.reverse();
            assert_eq!(newest, all);
        }
        let name = |id| if id == two.entities[0] { "invoice" } else if id == two.entities[1] { "paper" } else { "transfer" };
        let line = |row: &DocumentEvent| {
            let outcome = |seq| row.history.document_as_of(&w.room, row.document_id, seq).map(|report| report.flow.state.outcome);
            let before = row.previous.and_then(|(seq, _)| outcome(seq)).map_or("-", Outcome::as_str);
            format!("{} {} {before}>{}", name(row.document_id), row.event.payload.kind(), outcome(row.event.seq).unwrap().as_str())
        };
        // Documents of one delivery come in the order of their ids, which chance gives.
        let mut named: Vec<_> = all.iter().collect();
        named.sort_by_key(|row| (row.event.seq, name(row.document_id)));
        assert_eq!(named.into_iter().map(line).collect::<Vec<_>>(), [
            "invoice message_posted ->going",
            "paper message_posted ->going",
            "invoice delivered going>going",
            "paper delivered going>going",
            "invoice patch_received going>finished",
            "paper patch_received going>finished",
            "transfer message_posted ->going",
            "transfer delivered going>going",
            "transfer patch_received going>rejected",
        ]);
        let posted = all.iter().find(|row| row.document_id == transfer.entities[0]).unwrap();
        let delivered = all.iter().rfind(|row| row.event.payload.kind() == "delivered").unwrap();
        assert_eq!(delivered.previous, Some((posted.event.seq, posted.event.payload.event_id().unwrap())));
        let papers = FeedFilter { kinds: KindSet::of(&[DocumentKind::Nonformalized]), ..FeedFilter::default() };
        let papers = w.documents(&w.romashka, &papers, ListOrder::OldestFirst, 2).await;
        assert!(papers.len() == 3 && papers.iter().all(|row| row.document_id == two.entities[1]));
        for bad in [Cursor::from_seq(1), Cursor::from_text("x"), Cursor::from_position(&[0xff; 12]), Cursor::from_position(&[0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])] {
            let page = PageRequest::new(1, Some(bad)).unwrap();
            let asked = (&FeedFilter::default(), ListOrder::OldestFirst);
            let listed = document_events::list(&w.room, &w.cx(&w.romashka), w.romashka.box_id, asked, &page).await;
            assert_eq!(refused(listed).map(drop), Err(Refusal::Cursor));
        }
    }

    async fn the_state_of_listed_documents(db: Database) {
        let w = World::new(db).await;
        let (two, transfer) = w.tells().await;
        let (cx, box_id) = (w.cx(&w.vasilek), w.vasilek.box_id);
        let asked = [transfer.entities[0], cx.new_id(), two.entities[1], two.entities[0]];
        let states = document_events::get_states(&w.room, &cx, box_id, &asked).await.unwrap();
        assert_eq!(states.iter().map(|state| state.report.document.id).collect::<Vec<_>>(), [asked[0], asked[2], asked[3]]);
        for state in &states {
            let own = w.document(&w.vasilek, if state.report.copy.id == two.message_id { &two } else { &transfer }).await;
            if own.document.id == state.report.document.id {
                assert_eq!(exchange::ops::read::DocumentReport { counteragent: None, ..own }, state.report);
            }
            let (seq, id) = state.last.unwrap();
            let event = feed::get(&w.room, &cx, box_id, id).await.unwrap();
            assert_eq!(event.event.seq, seq);
        }
        let stranger = document_events::get_states(&w.room, &w.cx(&w.romashka), box_id, &asked).await;
        assert_eq!(refused(stranger).map(drop), Err(Refusal::BoxNotFound));
        let many = vec![asked[0]; 101];
        let many = document_events::get_states(&w.room, &cx, box_id, &many).await;
        assert_eq!(refused(many).map(drop), Err(Refusal::TooManyAtOnce { max: 100 }));
    }

    async fn events_of_an_older_version_are_marked_again(db: Database) {
        let w = World::new(db).await;
        w.tells().await;
        let filter = FeedFilter { topics: vec![Topic::Message], ..FeedFilter::default() };
        let before = (w.feed(&w.romashka, &filter, ListOrder::OldestFirst, 100).await, w.feed(&w.vasilek, &filter, ListOrder::OldestFirst, 100).await);
        let cx = w.room.app.cx(Caller::System);
        for company in [&w.romashka, &w.vasilek] {
            let forgotten = w.store.write(&cx, company.organization_id, |tx, _, organization| Box::pin(async move {
                tx.execute(&FORGET_PLACES, binds![*organization]).await?;
                Ok::<_, store::No<Refusal>>(tx.execute(&FORGET_EVENTS, binds![*organization]).await?)
            }));
            assert!(forgotten.await.unwrap() >= 9);
        }
        assert_eq!(w.feed(&w.romashka, &filter, ListOrder::OldestFirst, 100).await, []);
        assert!(exchange::bring_up_to_date(&w.store, &cx).await.unwrap() >= 18);
        assert_eq!(w.feed(&w.romashka, &filter, ListOrder::OldestFirst, 100).await, before.0);
        assert_eq!(w.feed(&w.vasilek, &filter, ListOrder::OldestFirst, 100).await, before.1);
        assert_eq!(exchange::bring_up_to_date(&w.store, &cx).await, Ok(0));
    }
}
