//! Stories of docflows from the first title to the end, on both engines.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a story stops at the first surprise")]

mod world;

use exchange::EntityKind;
use exchange::Refusal;
use exchange::ops::board;
use exchange::ops::draft::{Draft, DraftKind};
use exchange::ops::input::{NewActKind, NewDocument};
use exchange::{Amendment, Answer, Duty, Forms, Outcome, Revocation};
use formats::utd::UtdFunction;
use formats::{Encoding, Registry};
use testkit::Database;
use world::{World, catalogue};

const RECEIPT: (DraftKind, NewActKind) = (DraftKind::Receipt, NewActKind::Receipt);
const TITLE: (DraftKind, NewActKind) = (DraftKind::AnswerTitle, NewActKind::AnswerTitle);
const REJECTION: (DraftKind, NewActKind) = (DraftKind::Rejection, NewActKind::Rejection);
const AMENDMENT: (DraftKind, NewActKind) = (DraftKind::AmendmentRequest, NewActKind::AmendmentRequest);

/// A host whose next revision of a format is written in another encoding.
fn host_of(prefix: &str, version: &str) -> Forms {
    let base = Registry::embedded();
    let mut own = base.definition(base.newest(prefix, version).unwrap()).unwrap().clone();
    own.format.revision = "90".to_owned();
    own.encoding = Encoding::Utf8;
    let file = format!("{}.json", own.format.official_name());
    let (forms, refused) = Registry::layered(base, [(file, formats::import::to_json(&own).unwrap().into_bytes())]);
    assert_eq!(refused, []);
    let forms = std::sync::Arc::new(forms);
    Forms::new(move || forms.clone())
}

fn universal(code: u16) -> (DraftKind, NewActKind) {
    (DraftKind::UniversalMessage(code), NewActKind::UniversalMessage)
}

testkit::on_both_engines! { catalogue();
    async fn invoice_and_transfer_to_the_end(db: Database) {
        let w = World::new(db).await;
        let posted = w.post(&w.romashka, w.message(w.utd(UtdFunction::SchfDop))).await.unwrap();
        let report = w.document(&w.romashka, &posted).await;
        assert_eq!(report.flow.state.delivered_at, None);
        assert_eq!(report.turns.len(), 1, "only the operator can act before delivery");
        w.run_jobs().await;
        assert_eq!(w.told(&posted).await,
            "sender going [recipient:receipt recipient:answer]\nrecipient going [recipient:receipt recipient:answer]");
        let receipt = w.document(&w.vasilek, &posted).await.turns[0].clone();
        assert_eq!(receipt.due_on.map(|d| d.to_string()).as_deref(), Some("2026-11-24"));
        assert!(receipt.norm.unwrap().act.contains("14н"));
        w.acts(&w.vasilek, &posted, RECEIPT, None).await.unwrap();
        w.acts(&w.vasilek, &posted, TITLE, None).await.unwrap();
        assert_eq!(w.told(&posted).await, "sender finished []\nrecipient finished []");
        for (company, own) in [(&w.romashka, EntityKind::ReceivingConfirmation), (&w.vasilek, EntityKind::SendingConfirmation)] {
            let report = w.document(company, &posted).await;
            let count = |kind| report.entities.iter().filter(|e| e.kind == kind).count();
            assert_eq!((count(EntityKind::Title), count(EntityKind::AnswerTitle), count(EntityKind::ReceiptNotification)), (1, 1, 1));
            assert_eq!(count(EntityKind::ReceivingConfirmation) + count(EntityKind::SendingConfirmation), 3);
            let of_title = report.entities.iter().find(|e| e.kind == own && e.parent_id == Some(report.document.id));
            assert!(of_title.is_some(), "the {own:?} of the title is in this side's copy");
            assert_eq!((report.facts.number.as_deref(), report.facts.total_kopecks), (Some("17/Ж"), Some(366_000)));
            let legal = report.legal.unwrap();
            assert_eq!((legal.has.as_str(), legal.suffices, legal.operator_needed), ("unqualified", false, true));
        }
        assert_eq!(w.acts(&w.vasilek, &posted, REJECTION, None).await, Err(Refusal::AlreadySigned));
        assert_eq!(w.acts(&w.vasilek, &posted, RECEIPT, None).await, Err(Refusal::ReceiptAlreadySent));
    }

    async fn invoice_with_a_signed_receipt(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.utd(UtdFunction::Schf)).await;
        assert_eq!(w.acts(&w.vasilek, &posted, REJECTION, None).await, Err(Refusal::AnswerNotAsked));
        assert_eq!(w.acts(&w.romashka, &posted, RECEIPT, None).await, Err(Refusal::OtherSidesAct));
        w.acts(&w.vasilek, &posted, RECEIPT, None).await.unwrap();
        assert_eq!(w.told(&posted).await, "sender finished []\nrecipient finished []");
        w.acts(&w.vasilek, &posted, AMENDMENT, None).await.unwrap();
        let report = w.document(&w.romashka, &posted).await;
        assert!(matches!(report.flow.state.amendment, Amendment::Requested { .. }));
        assert_eq!(report.flow.state.outcome, Outcome::Finished);
    }

    async fn a_draft_is_written_by_the_definition_the_host_has(db: Database) {
        let mut w = World::new(db).await;
        let posted = w.sends(w.utd(UtdFunction::SchfDop)).await;
        let is_utf8 = |draft: &Draft| draft.content.starts_with(br#"<?xml version="1.0" encoding="UTF-8""#);
        for ((kind, _), prefix, version) in [(RECEIPT, "DP_IZVPOL", "1.03"), (TITLE, "ON_NSCHFDOPPOK", "5.03")] {
            assert!(!is_utf8(&w.draft(&w.vasilek, &posted, kind, None).await), "{prefix}");
            w.room.forms = host_of(prefix, version);
            assert!(is_utf8(&w.draft(&w.vasilek, &posted, kind, None).await), "{prefix}");
        }
    }

    async fn a_transfer_is_rejected(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.utd(UtdFunction::Dop)).await;
        w.acts(&w.vasilek, &posted, REJECTION, None).await.unwrap();
        assert_eq!(w.told(&posted).await, "sender rejected []\nrecipient rejected []");
        let report = w.document(&w.romashka, &posted).await;
        let Answer::Rejected { rejection, .. } = report.flow.state.answer else { panic!("{:?}", report.flow.state) };
        let words = report.entities.iter().find(|e| e.id == rejection).unwrap().facts.service.clone().unwrap();
        assert_eq!(words.text.as_deref(), Some("Количество в строке 1 не то"));
        assert_eq!(w.acts(&w.vasilek, &posted, TITLE, None).await, Err(Refusal::DocumentRejected));
    }

    async fn universal_messages_move_the_same_flow(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.utd(UtdFunction::SchfDop)).await;
        w.acts(&w.vasilek, &posted, universal(1999), None).await.unwrap();
        w.acts(&w.vasilek, &posted, universal(1999), None).await.unwrap();
        w.acts(&w.vasilek, &posted, universal(4002), None).await.unwrap();
        let state = w.document(&w.romashka, &posted).await.flow.state;
        assert!(matches!(state.receipt, Duty::Done { was_due: true, .. }));
        w.acts(&w.vasilek, &posted, universal(2999), None).await.unwrap();
        w.acts(&w.vasilek, &posted, universal(3999), None).await.unwrap();
        assert_eq!(w.told(&posted).await, "sender rejected []\nrecipient rejected []");
        let report = w.document(&w.romashka, &posted).await;
        let confirmed = report.entities.iter().filter(|e| e.kind == EntityKind::ReceivingConfirmation).count();
        assert_eq!(confirmed, 1, "unsigned messages have no signature to confirm");
        let notices = report.entities.iter().filter(|e| e.is_out_of_workflow()).count();
        assert_eq!(notices, 2);
    }

    async fn papers_with_and_without_a_signature_asked(db: Database) {
        let w = World::new(db).await;
        let plain = w.sends(w.paper(false)).await;
        assert_eq!(w.told(&plain).await, "sender finished []\nrecipient finished []");
        let refused = w.signs_under(&w.vasilek, &plain, NewActKind::Signature, plain.entities[0]).await;
        assert_eq!(refused, Err(Refusal::AnswerNotAsked));
        let asked = w.sends(w.paper(true)).await;
        assert_eq!(w.told(&asked).await, "sender going [recipient:answer]\nrecipient going [recipient:answer]");
        w.signs_under(&w.vasilek, &asked, NewActKind::Signature, asked.entities[0]).await.unwrap();
        assert_eq!(w.told(&asked).await, "sender finished []\nrecipient finished []");
        let two = w.sends(NewDocument { workflow: Some(2), receipt_asked: true, ..w.paper(false) }).await;
        assert_eq!(w.told(&two).await.matches("recipient:receipt recipient:answer").count(), 2);
        assert!(w.document(&w.vasilek, &two).await.legal.unwrap().suffices);
    }

    async fn a_document_is_revoked_by_agreement(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.utd(UtdFunction::Dop)).await;
        let request = (DraftKind::RevocationRequest, NewActKind::RevocationRequest);
        let asked = w.acts(&w.romashka, &posted, request, None).await.unwrap().entities[0];
        assert!(matches!(w.document(&w.vasilek, &posted).await.flow.state.revocation, Revocation::Requested { .. }));
        let own = w.signs_under(&w.romashka, &posted, NewActKind::RevocationAcceptance, asked).await;
        assert_eq!(own, Err(Refusal::OwnRevocationRequest));
        let refusal = (DraftKind::Rejection, NewActKind::RevocationRejection);
        w.acts(&w.vasilek, &posted, refusal, Some(asked)).await.unwrap();
        assert!(matches!(w.document(&w.romashka, &posted).await.flow.state.revocation, Revocation::Rejected { .. }));
        let again = w.acts(&w.vasilek, &posted, request, None).await.unwrap().entities[0];
        w.signs_under(&w.romashka, &posted, NewActKind::RevocationAcceptance, again).await.unwrap();
        assert_eq!(w.told(&posted).await, "sender revoked []\nrecipient revoked []");
        assert_eq!(w.acts(&w.vasilek, &posted, TITLE, None).await, Err(Refusal::DocumentRevoked));
    }

    async fn a_board_says_whose_turn_it_is_and_by_when(db: Database) {
        let w = World::new(db).await;
        let paper = w.sends(w.paper(true)).await;
        w.clock.advance(std::time::Duration::from_secs(60));
        let title = w.sends(w.utd(UtdFunction::SchfDop)).await;
        let page = kernel::PageRequest::new(20, None).unwrap();
        let filter = exchange::DocflowFilter::default();
        let board = async |company| {
            board::list_documents(&w.room, &w.cx(company), w.vasilek.box_id, &filter, &page).await
        };
        let rows = board(&w.vasilek).await.unwrap().items;
        let ids: Vec<_> = rows.iter().map(|row| row.row.document_id).collect();
        assert_eq!(ids, [title.entities[0], paper.entities[0]], "newest first");
        assert!(rows.iter().all(|row| row.counteragent.as_ref().unwrap().name == "ООО «Ромашка»"));
        assert_eq!((rows[0].currency.as_deref(), rows[1].currency.as_deref()), (Some("643"), None));
        let due: Vec<_> = rows[0].turns.iter().map(|turn| turn.due_on.map(|day| day.to_string())).collect();
        assert_eq!(due, [Some("2026-11-24".to_owned()), None]);
        assert_eq!(rows[1].turns.len(), 1);
        let foreign = world::refused(board(&w.romashka).await);
        assert_eq!(foreign.unwrap_err(), Refusal::BoxNotFound, "as an unknown box");
    }
}
