//! A crash between the intention and the signature, which only this side of the face can play.

use super::{intend_at_once, prepare};
use crate::model::CertificateState;
use crate::store::certificate;
use crate::world::{Host, Start, catalogue, key, request};
use std::time::Duration;
use testkit::Database;

testkit::on_both_engines! {
    catalogue();

    async fn what_was_intended_is_finished_by_the_job(db: Database) {
        let start = Start::usual();
        let died = Host::open(&db, &start).await.unwrap();
        let (romashka, director) = died.romashka().await;
        let cx = died.cx(director);
        let application = prepare(&cx, romashka, "one", request(&key(80)).to_der()).unwrap();
        let argument = (died.room.clone(), application);
        let written =
            died.store().write(&cx, argument, |tx, cx, (room, application)| Box::pin(intend_at_once(tx, cx, room, application)));
        let certificate_id = written.await.unwrap();
        drop(died);
        // Another program takes over.
        let host = Host::open(&db, &start.seeded(2)).await.unwrap();
        let watch = host.jobs();
        let intended = host.room.issue(&host.cx(director), romashka, "two", request(&key(80)).to_der()).await;
        assert!(intended.is_err(), "the key is taken by the intention");
        host.clock.advance(Duration::from_secs(31));
        watch.run_jobs().await;
        let row = certificate::find(&mut host.store().reader().await.unwrap(), romashka, certificate_id).await;
        assert!(matches!(row.unwrap().unwrap().state, CertificateState::Issued { .. }));
        let again = host.room.issue(&host.cx(director), romashka, "one", request(&key(80)).to_der()).await.unwrap();
        assert_eq!(again.certificate_id, certificate_id);
        assert!(again.certificate.check_signature(again.chain[0].public_key()).is_yes());
        crate::check_journals(host.store()).await.unwrap();
    }
}
