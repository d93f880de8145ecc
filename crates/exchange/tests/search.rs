//! Stories of finding documents and counteragents by beginnings of words and of numbers.
#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]

mod world;

use std::time::Duration;

use account::Permission;
use exchange::ops::input::NewDocument;
use exchange::ops::search::search;
use exchange::{Refusal, limits};
use kernel::Caller;
use store::{Sql, binds};
use testkit::Database;
use world::{Company, World, catalogue, refused};

/// What rows look like that a version without words wrote.
const FORGET_WORDS: Sql = Sql::org("story.forget_words", "DELETE FROM exchange_word WHERE organization_id = $1");
const FORGET_MARKS: Sql =
    Sql::org("story.forget_word_marks", "UPDATE exchange_docflow SET is_marked = 0 WHERE organization_id = $1");
const FORGET_SOUGHT: Sql =
    Sql::org("story.forget_sought", "UPDATE exchange_counteragent SET sought = '' WHERE organization_id = $1");

impl World {
    /// Numbers of the documents and names of the counteragents, and whether there may be more.
    async fn found(&self, who: &Company, text: &str) -> (String, String, bool) {
        let found = search(&self.room, &self.cx(who), who.box_id, text).await.unwrap();
        let numbers: Vec<_> =
            found.documents.iter().map(|found| found.row.number.clone().unwrap_or_default()).collect();
        let names: Vec<_> = found.counteragents.iter().map(|found| found.party.clone().unwrap().name).collect();
        (numbers.join(" "), names.join(" "), found.is_cut)
    }

    async fn sends_numbered(&self, number: &str, file_name: &str) {
        let (number, file_name) = (Some(number.into()), Some(file_name.into()));
        self.sends(NewDocument { number, file_name, ..self.paper(false) }).await;
        self.clock.advance(Duration::from_secs(60));
    }
}

testkit::on_both_engines! { catalogue();
    async fn beginnings_find_what_they_begin(db: Database) {
        let w = World::new(db).await;
        w.sends_numbered("А-17/2026", "Акт сверки.pdf").await;
        w.sends_numbered("000171", "Договор поставки № 3.txt").await;
        w.sends_numbered("18", "Акт_приёмки.pdf").await;
        for (text, documents, counteragents) in [
            ("17", "000171 А-17/2026", ""),
            ("171", "000171", ""),
            ("а-17", "А-17/2026", ""),
            ("№ 17/", "", ""),
            ("АКТ", "18 А-17/2026", ""),
            ("акт прие", "18", ""),
            ("пдф", "", ""),
            ("дог 3", "000171", ""),
            ("говор", "", ""),
            ("василе", "", "ООО «Василёк»"),
            ("ооо ВАСИЛЁК", "", "ООО «Василёк»"),
            ("асил", "", ""),
            (&w.vasilek.inn.as_str()[..6], "", "ООО «Василёк»"),
            (&w.vasilek.inn.as_str()[1..], "", ""),
            ("  «» № ", "", ""),
        ] {
            let expected = (documents.to_owned(), counteragents.to_owned(), false);
            assert_eq!(w.found(&w.romashka, text).await, expected, "{text}");
        }
        assert_eq!(w.found(&w.vasilek, "17").await.0, "000171 А-17/2026", "the recipient finds them too");
        let long = "я".repeat(limits::SOUGHT_CHARS_MAX + 1);
        let refusal = refused(search(&w.room, &w.cx(&w.romashka), w.romashka.box_id, &long).await).unwrap_err();
        assert!(matches!(refusal, Refusal::Filter { name: "text", .. }), "{refusal:?}");
    }

    async fn only_those_who_read_the_box_find_in_it(db: Database) {
        let w = World::new(db).await;
        w.sends_numbered("17", "Акт.pdf").await;
        let stranger = search(&w.room, &w.cx(&w.vasilek), w.romashka.box_id, "17").await;
        assert_eq!(refused(stranger).unwrap_err(), Refusal::BoxNotFound);
        let blind = w.member(&w.romashka, "blind@romashka.example", &[Permission::Sign]).await;
        assert!(search(&w.room, &blind, w.romashka.box_id, "17").await.is_err());
    }

    async fn rows_of_an_older_version_are_found_once_brought_up_to_date(db: Database) {
        let w = World::new(db).await;
        w.sends_numbered("17", "Акт.pdf").await;
        let system = w.room.app.cx(Caller::System);
        let organization_id = w.romashka.organization_id;
        let forgotten = w.store.write(&system, organization_id, |tx, _, organization_id| {
            Box::pin(async move {
                for statement in [&FORGET_WORDS, &FORGET_MARKS, &FORGET_SOUGHT] {
                    tx.execute(statement, binds![*organization_id]).await?;
                }
                Ok::<_, store::No<Refusal>>(())
            })
        });
        forgotten.await.unwrap();
        assert_eq!(w.found(&w.romashka, "17").await, (String::new(), String::new(), false));
        exchange::bring_up_to_date(&w.store, &system).await.unwrap();
        assert_eq!(w.found(&w.romashka, "17").await.0, "17");
        assert_eq!(w.found(&w.romashka, "василек").await.1, "ООО «Василёк»");
    }

    async fn more_than_a_page_is_cut_and_said(db: Database) {
        let w = World::new(db).await;
        let shown = limits::FOUND_DOCUMENTS_MAX;
        let mut message = w.message(w.paper(false));
        for first in (0..shown + 1).step_by(limits::DOCUMENTS_PER_MESSAGE_MAX) {
            let numbers = first..(first + limits::DOCUMENTS_PER_MESSAGE_MAX).min(shown + 1);
            let numbered = |number: usize| NewDocument { number: Some(format!("7{number:03}")), ..w.paper(false) };
            message.documents = numbers.map(numbered).collect();
            w.post(&w.romashka, message.clone()).await.unwrap();
        }
        let (numbers, _, is_cut) = w.found(&w.romashka, "7").await;
        assert_eq!((numbers.split(' ').count(), is_cut), (shown, true));
        assert_eq!(w.found(&w.romashka, "7042").await, ("7042".to_owned(), String::new(), false));
    }
}
