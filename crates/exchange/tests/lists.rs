//! Stories of the lists of a box: every filter, both orders, totals, rows written by an older version.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story stops at the first surprise")]

mod world;

use std::time::Duration;

use exchange::ops::draft::DraftKind;
use exchange::ops::input::{NewActKind, NewDocument};
use exchange::ops::list_documents;
use exchange::ops::post_message::Posted;
use exchange::{
    AnswerMark, BoundedCount, DocflowFilter, DocflowRow, DocumentKind, KindSet, ListOrder, Outcome, ReceiptMark,
    Refusal, RevocationMark, Side, StatusFilter, UtdFunction,
};
use formats::utd::UtdFunction as Function;
use kernel::{Caller, CivilDate, Clock as _, Cursor, PageRequest};
use store::{Sql, binds};
use testkit::Database;
use world::{Company, World, catalogue, refused};

/// What a row looks like that a version without marks wrote.
const FORGET_MARKS: Sql = Sql::org(
    "story.forget_marks",
    "UPDATE exchange_docflow SET answer = 'not_due', receipt = 'not_due', answer_receipt = 'not_due',
       amendment_asked = 0, revocation = 'none', delivered_at = NULL, custom_id = NULL, is_marked = 0
     WHERE organization_id = $1",
);

impl World {
    async fn list(&self, company: &Company, filter: DocflowFilter, order: ListOrder) -> Vec<DocflowRow> {
        let (cx, box_id) = (self.cx(company), company.box_id);
        let mut after: Option<Cursor> = None;
        let mut rows = Vec::new();
        loop {
            let page = PageRequest::new(2, after).unwrap();
            let page = list_documents::list(&self.room, &cx, box_id, (&filter, order), &page).await.unwrap();
            rows.extend(page.items);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let count = list_documents::count(&self.room, &cx, box_id, &filter).await.unwrap();
        let expected = BoundedCount { count: i64::try_from(rows.len()).unwrap(), is_exact: true };
        assert_eq!(count, expected, "the total is that of the list");
        rows
    }

    /// Names of the messages whose only document fits, in the order of the list.
    async fn names(&self, company: &Company, told: &[(&str, Posted)], filter: DocflowFilter) -> String {
        let rows = self.list(company, filter.clone(), ListOrder::NewestFirst).await;
        let mut oldest = self.list(company, filter, ListOrder::OldestFirst).await;
        oldest.reverse();
        assert_eq!(rows, oldest, "the other order is the same list");
        let name = |row: &DocflowRow| told.iter().find(|(_, posted)| posted.entities[0] == row.document_id).unwrap().0;
        rows.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    /// Seven documents, each standing elsewhere.
    async fn tells(&self) -> Vec<(&'static str, Posted)> {
        let mut told = Vec::new();
        let marked = |document: NewDocument, id: &str| NewDocument { custom_id: Some(id.into()), ..document };
        for (name, document) in [
            ("both", self.utd(Function::SchfDop)),
            ("refused", self.utd(Function::Dop)),
            ("invoice", self.utd(Function::Schf)),
            ("plain", NewDocument { number: Some("7".into()), ..marked(self.paper(false), "свой-1") }),
            (
                "asked",
                NewDocument { date: Some(CivilDate::constant(2026, 3, 8)), ..marked(self.paper(true), "свой-1") },
            ),
            ("void", self.paper(false)),
        ] {
            told.push((name, self.sends(document).await));
            self.clock.advance(Duration::from_secs(60));
        }
        let of = |name: &str| told.iter().find(|(other, _)| *other == name).unwrap().1.clone();
        let (both, refused, void) = (of("both"), of("refused"), of("void"));
        self.acts(&self.vasilek, &both, (DraftKind::Receipt, NewActKind::Receipt), None).await.unwrap();
        self.acts(&self.vasilek, &both, (DraftKind::AnswerTitle, NewActKind::AnswerTitle), None).await.unwrap();
        self.acts(&self.vasilek, &refused, (DraftKind::Rejection, NewActKind::Rejection), None).await.unwrap();
        let kinds = (DraftKind::AmendmentRequest, NewActKind::AmendmentRequest);
        self.acts(&self.vasilek, &of("invoice"), kinds, None).await.unwrap();
        let kinds = (DraftKind::RevocationRequest, NewActKind::RevocationRequest);
        let asked = self.acts(&self.romashka, &void, kinds, None).await.unwrap();
        let acceptance = NewActKind::RevocationAcceptance;
        self.signs_under(&self.vasilek, &void, acceptance, asked.entities[0]).await.unwrap();
        self.acts(&self.vasilek, &of("plain"), kinds, None).await.unwrap();
        told.push(("late", self.post(&self.romashka, self.message(self.paper(false))).await.unwrap()));
        told
    }

    async fn filters(&self, told: &[(&'static str, Posted)]) {
        let status = |status| DocflowFilter { status, ..DocflowFilter::default() };
        let s = StatusFilter::default;
        let kinds = |kinds: &[DocumentKind]| DocflowFilter { kinds: KindSet::of(kinds), ..DocflowFilter::default() };
        let (invoice, both) = (UtdFunction::Invoice, UtdFunction::InvoiceAndTransfer);
        let both_name = self.romashka.box_id;
        let all = "late void asked plain invoice refused both";
        let cases = [
            (DocflowFilter::default(), all),
            (DocflowFilter { side: Some(Side::Sender), ..DocflowFilter::default() }, all),
            (DocflowFilter { side: Some(Side::Recipient), ..DocflowFilter::default() }, ""),
            (kinds(&[DocumentKind::Utd(invoice), DocumentKind::Utd(both)]), "invoice both"),
            (kinds(&[]), ""),
            (status(StatusFilter { outcome: Some(Outcome::Going), ..s() }), "late asked plain invoice"),
            (status(StatusFilter { answer: Some(AnswerMark::Waiting), ..s() }), "asked"),
            (status(StatusFilter { answer: Some(AnswerMark::Given), ..s() }), "both"),
            (status(StatusFilter { answer: Some(AnswerMark::Rejected), ..s() }), "refused"),
            (status(StatusFilter { receipt: Some(ReceiptMark::Waiting), ..s() }), "invoice"),
            (status(StatusFilter { receipt: Some(ReceiptMark::Done), ..s() }), "both"),
            (status(StatusFilter { answer_receipt: Some(ReceiptMark::Waiting), ..s() }), ""),
            (status(StatusFilter { amendment_asked: Some(true), ..s() }), "invoice"),
            (status(StatusFilter { revocation: Some(RevocationMark::Accepted), ..s() }), "void"),
            (status(StatusFilter { revocation: Some(RevocationMark::AskedByRecipient), ..s() }), "plain"),
            (status(StatusFilter { revocation: Some(RevocationMark::AskedBySender), ..s() }), ""),
            (status(StatusFilter { is_not_revoked: true, ..s() }), "late asked plain invoice refused both"),
            (status(StatusFilter { is_delivered: Some(false), ..s() }), "late"),
            (DocflowFilter { number: Some("7".into()), ..DocflowFilter::default() }, "plain"),
            (DocflowFilter { number: Some("17/Ж".into()), ..DocflowFilter::default() }, "invoice refused both"),
            (DocflowFilter { number: Some("17".into()), ..DocflowFilter::default() }, ""),
            (DocflowFilter { counteragent_box_id: Some(self.vasilek.box_id), ..DocflowFilter::default() }, all),
            (DocflowFilter { counteragent_box_id: Some(both_name), ..DocflowFilter::default() }, ""),
        ];
        for (filter, expected) in cases {
            let shown = format!("{filter:?}");
            assert_eq!(self.names(&self.romashka, told, filter).await, expected, "{shown}");
        }
    }
}

testkit::on_both_engines! { catalogue();
    async fn every_filter_shows_its_documents_in_both_orders(db: Database) {
        let w = World::new(db).await;
        let told = w.tells().await;
        w.filters(&told).await;
        let day = |day| CivilDate::constant(2026, 3, day);
        let dated = |from, to| DocflowFilter { dated_from: from, dated_to: to, ..DocflowFilter::default() };
        assert_eq!(w.names(&w.romashka, &told, dated(Some(day(8)), Some(day(8)))).await, "asked");
        assert_eq!(w.names(&w.romashka, &told, dated(None, Some(day(7)))).await, "");
        let at = told[2].1.at;
        let posted = |from, to| DocflowFilter { posted_from: from, posted_to: to, ..DocflowFilter::default() };
        assert_eq!(w.names(&w.romashka, &told, posted(Some(at), Some(at))).await, "invoice");
        assert_eq!(w.names(&w.romashka, &told, posted(None, Some(at))).await, "invoice refused both");
        let both = DocflowFilter { counteragent_box_id: Some(w.vasilek.box_id), number: Some("7".into()), ..posted(Some(at), None) };
        assert_eq!(w.names(&w.romashka, &told, both).await, "plain");
        let received = DocflowFilter { side: Some(Side::Recipient), ..DocflowFilter::default() };
        assert_eq!(w.names(&w.vasilek, &told, received).await, "void asked plain invoice refused both");
    }

    async fn by_message_and_by_the_senders_own_id(db: Database) {
        let w = World::new(db).await;
        let mut message = w.message(NewDocument { custom_id: Some("свой-1".into()), ..w.paper(false) });
        message.documents.push(w.utd(Function::Schf));
        let posted = w.post(&w.romashka, message).await.unwrap();
        w.run_jobs().await;
        for company in [&w.romashka, &w.vasilek] {
            let cx = w.cx(company);
            let rows = list_documents::list_of_message(&w.room, &cx, company.box_id, posted.message_id).await.unwrap();
            let mut sent = posted.entities.clone();
            sent.sort();
            assert_eq!(rows.iter().map(|row| row.document_id).collect::<Vec<_>>(), sent);
        }
        for (company, id, expected) in [(&w.romashka, "свой-1", 1), (&w.romashka, "свой", 0), (&w.romashka, "", 0), (&w.vasilek, "свой-1", 0)] {
            let rows = list_documents::list_of_custom_id(&w.room, &w.cx(company), company.box_id, id).await.unwrap();
            assert_eq!(rows.len(), expected, "{} {id}", company.name);
        }
        let (stranger, box_id) = (w.cx(&w.vasilek), w.romashka.box_id);
        let of_message = list_documents::list_of_message(&w.room, &stranger, box_id, posted.message_id).await;
        assert_eq!(refused(of_message), Err(Refusal::BoxNotFound));
        let of_id = list_documents::list_of_custom_id(&w.room, &stranger, box_id, "свой-1").await;
        assert_eq!(refused(of_id), Err(Refusal::BoxNotFound));
        let counted = list_documents::count(&w.room, &stranger, box_id, &DocflowFilter::default()).await;
        assert_eq!(refused(counted), Err(Refusal::BoxNotFound));
        let unknown = list_documents::list_of_message(&w.room, &w.cx(&w.romashka), box_id, w.cx(&w.romashka).new_id()).await;
        assert_eq!(refused(unknown), Err(Refusal::MessageNotFound));
    }

    async fn rows_of_an_older_version_are_brought_up_to_date(db: Database) {
        let w = World::new(db).await;
        let told = w.tells().await;
        let before = w.list(&w.romashka, DocflowFilter::default(), ListOrder::NewestFirst).await;
        let cx = w.room.app.cx(Caller::System);
        for company in [&w.romashka, &w.vasilek] {
            let forgotten = w.store.write(&cx, company.organization_id, |tx, _, organization| Box::pin(async move {
                Ok::<_, store::No<Refusal>>(tx.execute(&FORGET_MARKS, binds![*organization]).await?)
            }));
            forgotten.await.unwrap();
        }
        assert_ne!(w.list(&w.romashka, DocflowFilter::default(), ListOrder::NewestFirst).await, before);
        w.clock.advance(Duration::from_secs(60));
        let again = exchange::bring_up_to_date(&w.store, &w.room.app.cx(Caller::System)).await;
        assert_eq!(again, Ok(13), "seven messages of one box and six of the other");
        assert_eq!(w.list(&w.romashka, DocflowFilter::default(), ListOrder::NewestFirst).await, before);
        w.filters(&told).await;
        assert_eq!(exchange::bring_up_to_date(&w.store, &w.room.app.cx(Caller::System)).await, Ok(0));
        let posted = w.sends(w.paper(false)).await;
        assert_eq!(posted.at, w.clock.now(), "the feed has no gap and goes on");
    }
}
