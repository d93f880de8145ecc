//! Stories of the meter: what counts, what does not, and what the host lets go after the free documents.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use account::Permission;
use billing::{AfterFree, Count, Meter, Reason, Tariff, list_counts, read_meter};
use exchange::ops::draft::DraftKind;
use exchange::ops::input::{NewActKind, NewMessage};
use exchange::ops::post_message;
use formats::utd::UtdFunction;
use kernel::{PageRequest, Refusal as _, RefusalKind, TypedId as _};
use testkit::Database;
use world::{Company, NOW, World, catalogue, refused};

impl World {
    async fn meter(&self, of: &Company) -> (Meter, Vec<Count>) {
        let mut reader = self.store.reader().await.unwrap();
        let cx = self.cx(of);
        let scope = account::authorize(&mut reader, &cx, of.organization_id, Permission::Read).await.unwrap();
        let page = PageRequest::new(100, None).unwrap();
        let counts = list_counts(&mut reader, &scope, &page).await.unwrap();
        (read_meter(&mut reader, &scope).await.unwrap(), counts.items)
    }

    fn two_papers(&self) -> NewMessage {
        let one = self.message(self.paper(false));
        NewMessage { documents: [one.documents.clone(), one.documents.clone()].concat(), ..one }
    }
}

testkit::on_both_engines! { catalogue();
    async fn what_an_organization_sends_counts_and_nothing_else(db: Database) {
        let w = World::new(db).await;
        assert_eq!(w.meter(&w.romashka).await, (Meter::default(), Vec::new()));
        let first = w.post(&w.romashka, w.two_papers()).await.unwrap();
        w.run_jobs().await;
        let second = w.sends(w.utd(UtdFunction::SchfDop)).await;
        w.acts(&w.vasilek, &second, (DraftKind::AnswerTitle, NewActKind::AnswerTitle), None).await.unwrap();
        let (meter, counts) = w.meter(&w.romashka).await;
        assert_eq!(meter, Meter { counted: 3, not_counted: 0 });
        let told: Vec<_> = counts.iter().map(|count| (count.message_id, count.documents, count.reason)).collect();
        let ids = [second.message_id.uuid(), first.message_id.uuid()];
        assert_eq!(told, [(ids[0], 1, Reason::Outgoing), (ids[1], 2, Reason::Outgoing)], "newest first");
        assert_eq!(counts[0].box_id, w.romashka.box_id);
        // an answer is part of an incoming document
        assert_eq!(w.meter(&w.vasilek).await, (Meter::default(), Vec::new()));
    }

    async fn between_test_organizations_nothing_counts(db: Database) {
        let w = World::unlinked(db, NOW, (true, true)).await;
        w.link().await;
        w.sends(w.paper(false)).await;
        let (meter, counts) = w.meter(&w.romashka).await;
        assert_eq!(meter, Meter { counted: 0, not_counted: 1 });
        assert_eq!(counts[0].reason, Reason::Test);
    }

    async fn past_the_free_ones_the_host_decides(db: Database) {
        let mut w = World::new(db).await;
        w.room.tariff = Tariff { free_documents: 2, after_free: AfterFree::Refused };
        w.post(&w.romashka, w.two_papers()).await.unwrap();
        let before = w.meter(&w.romashka).await;
        let refusal = w.post(&w.romashka, w.message(w.paper(false))).await.unwrap_err();
        assert_eq!((refusal.code(), refusal.kind()), ("billing.documents.free-spent", RefusalKind::PaymentNeeded));
        assert_eq!(w.meter(&w.romashka).await, before, "a refused message is not counted");
        // it is the host's word of this moment: nothing is owed for what was refused
        w.room.tariff = Tariff { free_documents: 2, after_free: AfterFree::Counted };
        w.post(&w.romashka, w.message(w.paper(false))).await.unwrap();
        w.run_jobs().await;
        assert_eq!(w.meter(&w.romashka).await.0.counted, 3);
    }

    async fn a_message_that_passes_the_free_ones_in_part_is_refused_whole(db: Database) {
        let mut w = World::new(db).await;
        w.room.tariff = Tariff { free_documents: 1, after_free: AfterFree::Refused };
        assert_eq!(w.post(&w.romashka, w.two_papers()).await.unwrap_err().kind(), RefusalKind::PaymentNeeded);
        assert_eq!(w.meter(&w.romashka).await, (Meter::default(), Vec::new()));
    }

    async fn two_at_once_are_counted_one_after_another(db: Database) {
        let mut w = World::new(db).await;
        w.room.tariff = Tariff { free_documents: 1, after_free: AfterFree::Refused };
        let cx = w.cx(&w.romashka);
        let prepared = |message| post_message::prepare(&w.room, &cx, message);
        let one = prepared(w.message(w.paper(false))).await.unwrap();
        let other = prepared(w.message(w.paper(false))).await.unwrap();
        let send = |new| w.store.append(&cx, new, |tx, cx, new| Box::pin(post_message::run(tx, cx, new)));
        let (one, other) = tokio::join!(send(one), send(other));
        let sent = [refused(one), refused(other)].iter().filter(|result| result.is_ok()).count();
        w.run_jobs().await;
        assert_eq!((sent, w.meter(&w.romashka).await.0.counted), (1, 1));
    }
}
