//! Stories of what is refused, each with its code, nothing half-stored.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a story stops at the first surprise")]

mod world;

use std::time::Duration;

use exchange::EntityId;
use exchange::LinkAct;
use exchange::Refusal;
use exchange::ops::input::{NewContent, NewDocument, NewDocumentKind, NewMessage};
use exchange::ops::read;
use formats::utd::UtdFunction;
use kernel::{Clock as _, PageRequest, Refusal as _};
use testkit::Database;
use world::cast::Authority;
use world::{World, catalogue, document, refused};

impl World {
    async fn refuses(&self, document: NewDocument) -> Refusal {
        let before = self.events().await;
        let refusal = self.post(&self.romashka, self.message(document)).await.unwrap_err();
        assert_eq!(self.events().await, before, "a refused message leaves nothing");
        refusal
    }

    async fn events(&self) -> usize {
        let page = PageRequest::new(100, None).unwrap();
        let cx = self.cx(&self.romashka);
        read::list_events(&self.room, &cx, self.romashka.box_id, &page).await.unwrap().items.len()
    }
}

testkit::on_both_engines! { catalogue();
    async fn signatures_that_do_not_hold(db: Database) {
        let w = World::new(db).await;
        let good = w.paper(false);
        let now = w.clock.now();
        let other = w.romashka.signs.detached(b"other bytes", now);
        assert_eq!(w.refuses(NewDocument { signature: other.into(), ..good.clone() }).await, Refusal::SignatureBroken);
        for garbage in [&b"garbage"[..], &[0x30, 0x80], &[0x30, 3, 2, 1, 1]] {
            let refusal = w.refuses(NewDocument { signature: garbage.to_vec().into(), ..good.clone() }).await;
            assert_eq!(refusal, Refusal::SignatureUnreadable);
        }
        assert_eq!(w.refuses(NewDocument { signature: Vec::new().into(), ..good.clone() }).await, Refusal::SignatureMissing);
        let NewContent::Bytes(bytes) = good.content.clone() else { panic!() };
        let stranger = Authority::new("УЦ чужой", now, 31);
        let day = Duration::from_secs(24 * 60 * 60);
        let inn = w.romashka.inn.as_str();
        let cases = [
            (stranger.signs("ООО «Ромашка»", inn, now, 32), Refusal::SignatureUntrusted),
            (w.authority.signs_for("ООО «Ромашка»", inn, now.minus(day * 30), (10, 33)), Refusal::CertificateExpired),
            (w.authority.signs_for("ООО «Ромашка»", inn, now.plus(day), (10, 34)), Refusal::CertificateExpired),
            (w.authority.signs("ООО «Василёк»", &w.vasilek.inn, now, 35), Refusal::SignerOfOtherOrganization),
            (w.test_authority.signs("ООО «Ромашка»", inn, now, 36), Refusal::TestSignature),
        ];
        for (signs, expected) in cases {
            let signature = signs.detached(&bytes, now).into();
            assert_eq!(w.refuses(NewDocument { signature, ..good.clone() }).await, expected);
        }
        w.sends(good.clone()).await;
        let cx = w.room.app.cx(kernel::Caller::System);
        w.authority.revoke(&w.store, &cx, &w.room.trust, &w.romashka.signs).await;
        assert_eq!(w.refuses(good).await, Refusal::CertificateRevoked);
        assert_eq!(Refusal::CertificateRevoked.code(), "exchange.signature.certificate-revoked");
    }

    async fn documents_that_do_not_fit(db: Database) {
        let w = World::new(db).await;
        let good = w.paper(false);
        let signed = |bytes: &[u8]| document(NewDocumentKind::UtdTitle, bytes.to_vec(), &w.romashka.signs, w.clock.now());
        for name in ["", "../passwd", "a/b"] {
            let refusal = w.refuses(NewDocument { file_name: Some(name.into()), ..good.clone() }).await;
            assert_eq!(refusal, Refusal::FileName);
        }
        let refusal = w.refuses(NewDocument { workflow: Some(15), ..good.clone() }).await;
        assert_eq!(refusal.accepted().as_deref(), Some("1, 2"));
        let long = "я".repeat(5001);
        assert_eq!(w.refuses(NewDocument { comment: Some(long), ..good.clone() }).await, Refusal::CommentTooLong);
        let unknown = NewContent::Uploaded([7; 32]);
        assert_eq!(w.refuses(NewDocument { content: unknown, ..good.clone() }).await, Refusal::ContentUnknown);
        for broken in [&b"not xml"[..], b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", b"<a/>"] {
            assert!(matches!(w.refuses(signed(broken)).await, Refusal::Format { .. }));
        }
        let title = world::titles::seller(&w.vasilek, &w.romashka, UtdFunction::Dop, w.clock.now());
        assert_eq!(w.refuses(signed(&title)).await, Refusal::SenderParticipant);
        let mut fields = world::titles::fields(&w.romashka, &w.vasilek, UtdFunction::Dop, w.clock.now());
        fields.file_id = fields.file_id.replace(&w.vasilek.participant_id, "0SV-other");
        let title = formats::utd::SellerTitle::compose(fields).unwrap().to_bytes().unwrap();
        assert_eq!(w.refuses(signed(&title)).await, Refusal::RecipientParticipant);
        let mut cut = world::titles::seller(&w.romashka, &w.vasilek, UtdFunction::Dop, w.clock.now());
        cut.truncate(cut.len() / 2);
        assert!(matches!(w.refuses(signed(&cut)).await, Refusal::Format { .. }));
        let many = NewMessage { documents: vec![good.clone(); 41], ..w.message(good.clone()) };
        assert_eq!(w.post(&w.romashka, many).await, Err(Refusal::TooManyDocuments { documents_max: 40 }));
        let none = NewMessage { documents: Vec::new(), ..w.message(good.clone()) };
        assert_eq!(w.post(&w.romashka, none).await, Err(Refusal::NoDocuments));
        let itself = NewMessage { to_box_id: w.romashka.box_id, ..w.message(good) };
        assert_eq!(w.post(&w.romashka, itself).await, Err(Refusal::SameBox));
    }

    async fn boxes_of_others_and_boxes_that_are_not(db: Database) {
        let w = World::new(db).await;
        let posted = w.sends(w.paper(true)).await;
        let (cx, theirs) = (w.cx(&w.vasilek), w.romashka.box_id);
        let absent = w.room.app.cx(kernel::Caller::System).new_id();
        for box_id in [theirs, absent] {
            let message = read::get_message(&w.room, &cx, box_id, posted.message_id).await;
            assert_eq!(refused(message).unwrap_err(), Refusal::BoxNotFound);
            let content = read::get_content(&w.room, &cx, (box_id, posted.message_id), posted.entities[0]).await;
            assert_eq!(refused(content).unwrap_err(), Refusal::BoxNotFound);
            let from = NewMessage { from_box_id: box_id, ..w.message(w.paper(false)) };
            assert_eq!(w.post(&w.vasilek, from).await, Err(Refusal::BoxNotFound));
        }
        let own = w.vasilek.box_id;
        let unknown = read::get_message(&w.room, &cx, own, cx.new_id()).await;
        assert_eq!(refused(unknown).unwrap_err(), Refusal::MessageNotFound);
        let unknown: EntityId = cx.new_id();
        let document = read::get_document(&w.room, &cx, own, unknown).await;
        assert_eq!(refused(document).unwrap_err(), Refusal::DocumentNotFound);
        let content = read::get_content(&w.room, &cx, (own, posted.message_id), unknown).await;
        assert_eq!(refused(content).unwrap_err(), Refusal::EntityNotFound);
        let to = NewMessage { to_box_id: absent, ..w.message(w.paper(false)) };
        assert_eq!(w.post(&w.romashka, to).await, Err(Refusal::RecipientNotFound));
    }

    async fn boxes_that_are_no_counteragents(db: Database) {
        let w = World::unlinked(db, world::NOW, (false, false)).await;
        let message = w.message(w.paper(false));
        assert_eq!(w.post(&w.romashka, message.clone()).await, Err(Refusal::NotCounteragents));
        w.counteragent(&w.romashka, &w.vasilek, LinkAct::Invite).await.unwrap();
        assert_eq!(w.post(&w.romashka, message.clone()).await, Err(Refusal::NotCounteragents));
        let again = w.counteragent(&w.romashka, &w.vasilek, LinkAct::Invite).await;
        assert_eq!(again, Err(Refusal::AlreadyInvited));
        w.counteragent(&w.vasilek, &w.romashka, LinkAct::Invite).await.unwrap();
        w.run_jobs().await;
        w.post(&w.romashka, message.clone()).await.unwrap();
        w.counteragent(&w.vasilek, &w.romashka, LinkAct::Break).await.unwrap();
        w.run_jobs().await;
        assert_eq!(w.post(&w.romashka, message).await, Err(Refusal::NotCounteragents));
    }

    async fn test_exchange_takes_test_signatures(db: Database) {
        let w = World::unlinked(db, world::NOW, (true, true)).await;
        w.link().await;
        let posted = w.sends(w.utd(UtdFunction::Dop)).await;
        let report = w.document(&w.vasilek, &posted).await;
        assert!(report.copy.is_test);
        let legal = report.legal.unwrap();
        assert_eq!((legal.has.as_str(), legal.suffices), ("test", false));
    }

    async fn a_version_of_the_past(db: Database) {
        let today = World::new(db).await;
        let Some(title) = title_of_5_01(&today) else { return };
        let signed = document(NewDocumentKind::UtdTitle, title.clone(), &today.romashka.signs, today.clock.now());
        let refusal = today.refuses(signed).await;
        assert_eq!(refusal.code(), "exchange.document.version-not-in-force");
        assert_eq!(refusal.accepted().as_deref(), Some("5.03"));
        assert!(refusal.norm().is_some());
        today.clock.set(kernel::Moment::parse_rfc3339("2025-03-03T09:00:00Z").unwrap());
        let now = today.clock.now();
        let then = today.authority.signs_for("ООО «Ромашка»", &today.romashka.inn, now, (30, 71));
        today.post(&today.romashka, today.message(document(NewDocumentKind::UtdTitle, title, &then, now))).await.unwrap();
    }
}

/// A genuine title of 5.01 with the participants of the cast; says aloud when it is not here.
fn title_of_5_01(w: &World) -> Option<Vec<u8>> {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("SVITOK_SHARED").map_or(beside, std::path::PathBuf::from);
    let sample = shared.join("formats/edo-samples/masked_generate_utd820_05_01_02_hyphen_title0_resp.xml");
    let Ok(bytes) = std::fs::read(sample) else {
        eprintln!("SKIPPED a_version_of_the_past: ../shared is not here");
        return None;
    };
    let title = formats::utd::SellerTitle::read(&bytes).unwrap();
    let (recipient, sender) = title.participants().unwrap();
    let replace = |bytes: Vec<u8>, from: &str, to: &str| {
        let (from, mut at, mut out) = (from.as_bytes(), 0, Vec::new());
        while at < bytes.len() {
            if bytes[at..].starts_with(from) {
                out.extend_from_slice(to.as_bytes());
                at += from.len();
            } else {
                out.push(bytes[at]);
                at += 1;
            }
        }
        out
    };
    let bytes = replace(bytes, &sender, &w.romashka.participant_id);
    Some(replace(bytes, &recipient, &w.vasilek.participant_id))
}
