//! What becomes of letters.

use crate::smtp_peer::{AUTHORITY, Door, Manner, SmtpPeer};
use crate::town::{HALF_A_MINUTE, TIMEOUT, Town, by_mail, catalogue, is_decided, letter};
use kernel::Clock as _;
use post::{ATTEMPTS_MAX, Cause, Gateways, NewLetter, PostRefusal, SendState, SmtpSecurity, SmtpSettings};
use std::time::Duration;
use store::No;
use testkit::Database;

fn settings(peer: &SmtpPeer, security: SmtpSecurity) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: Some(peer.address.port()),
        security,
        credentials: None,
        from: "Свиток <svitok@romashka.example>".to_owned(),
        timeout: TIMEOUT,
        authorities_pem: Some(AUTHORITY.to_vec()),
    }
}

fn mail(settings: SmtpSettings) -> Gateways {
    Gateways::open(Some(settings), None).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn a_letter_reaches_the_mail_server(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let town = Town::new(&db, mail(settings(&peer, SmtpSecurity::None))).await;
        town.writes(letter(town.romashka)).await;
        let sent = town.letter_after_jobs().await;
        assert_eq!((sent.state(), sent.fate.cause, sent.fate.settled_at), (SendState::Sent, None, Some(town.clock.now())));
        assert!(sent.body.contains("123456"), "an organization's letter can still be read");
        let letters = peer.letters();
        let [taken] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(taken.contains("To: buh@vasilek.example\n"), "{taken}");
        assert!(taken.contains("Date: Sat, 28 Nov 2026 10:00:00 +0000\n"), "{taken}");
        assert!(taken.contains(&format!("Message-ID: <{}@romashka.example>\n", sent.letter_id)), "{taken}");
        assert!(taken.contains("Auto-Submitted: auto-generated\n") && taken.contains("charset=utf-8"), "{taken}");
    }

    async fn connections_are_secured_and_signed_in(db: Database) {
        let login = |password: &str| Some(("svitok".to_owned(), password.to_owned()));
        for (door, security) in [(Door::Tls, SmtpSecurity::Tls), (Door::StartTls, SmtpSecurity::StartTls)] {
            let peer = SmtpPeer::open(door, true).await;
            let right = SmtpSettings { credentials: login("secret"), ..settings(&peer, security) };
            assert_eq!(by_mail(mail(right.clone())).probe().await, Ok(()), "{door:?}");
            let wrong = SmtpSettings { credentials: login("guess"), ..right.clone() };
            let told = by_mail(mail(wrong)).probe().await.unwrap_err();
            assert_eq!((told.is_final, told.cause), (false, Cause::Credentials), "{}", told.detail);
            let strange = SmtpSettings { authorities_pem: None, ..right.clone() };
            let told = by_mail(mail(strange)).probe().await.unwrap_err();
            assert_eq!((told.is_final, told.cause), (false, Cause::Tls), "{}", told.detail);
            assert!(peer.letters().is_empty());
        }
        let peer = SmtpPeer::open(Door::StartTls, true).await;
        let right = SmtpSettings { credentials: login("secret"), ..settings(&peer, SmtpSecurity::StartTls) };
        let town = Town::new(&db, mail(right)).await;
        town.writes(letter(town.romashka)).await;
        assert_eq!(town.letter_after_jobs().await.state(), SendState::Sent);
        assert_eq!(peer.letters().len(), 1);
    }

    async fn a_server_that_offers_no_tls_gets_no_letter(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let town = Town::new(&db, mail(settings(&peer, SmtpSecurity::StartTls))).await;
        town.writes(letter(town.romashka)).await;
        assert_eq!(town.letter_after_jobs().await.state(), SendState::Waiting);
        assert!(peer.letters().is_empty());
    }

    async fn a_refused_letter_bounces_at_once_and_goes_again_when_told(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let town = Town::new(&db, mail(settings(&peer, SmtpSecurity::None))).await;
        peer.behaves(Manner::Rcpt("550 5.1.1 no such user"));
        town.writes(letter(town.romashka)).await;
        let refused = town.letter_after_jobs().await;
        assert_eq!((refused.state(), refused.fate.cause, refused.fate.attempts), (SendState::Refused, Some(Cause::Refused), 1));
        assert!(refused.fate.detail.as_deref().unwrap().contains("no such user"));
        town.clock.advance(Duration::from_secs(24 * 3600));
        assert_eq!(town.jobs.run_jobs().await.done, 0, "it is not tried again");
        peer.behaves(Manner::Takes);
        let again = |id| town.sends_again(id);
        assert_eq!(again(refused.letter_id).await.unwrap().unwrap().state(), SendState::Waiting);
        assert!(matches!(again(refused.letter_id).await, Err(No::Refused(PostRefusal::NotAgain))), "it waits already");
        assert_eq!(town.letter_after_jobs().await.state(), SendState::Sent);
        assert!(matches!(again(refused.letter_id).await, Err(No::Refused(PostRefusal::NotAgain))), "it was sent");
        assert_eq!(peer.letters().len(), 1);
        let unknown = town.cx().new_id();
        assert_eq!(again(unknown).await.unwrap(), None);
    }

    async fn a_busy_a_dying_and_a_silent_server_are_tried_again(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let town = Town::new(&db, mail(settings(&peer, SmtpSecurity::None))).await;
        town.writes(letter(town.romashka)).await;
        for (attempts, manner, cause) in [
            (1, Manner::Data("451 4.3.0 later"), Cause::Busy),
            (2, Manner::Dies, Cause::Unreachable),
            (3, Manner::Silent, Cause::Slow),
            (4, Manner::Rcpt("421 closing"), Cause::Busy),
        ] {
            peer.behaves(manner);
            let waiting = town.letter_after_jobs().await;
            assert_eq!((waiting.state(), waiting.fate.cause), (SendState::Waiting, Some(cause)), "{manner:?}: {:?}", waiting.fate);
            assert_eq!(waiting.fate.attempts, attempts);
            assert_eq!(town.jobs.run_jobs().await.postponed, 0, "not before its pause is over");
            town.clock.advance(HALF_A_MINUTE * (1 << (attempts - 1)));
        }
        peer.behaves(Manner::Takes);
        assert_eq!(town.letter_after_jobs().await.state(), SendState::Sent);
        assert_eq!(peer.letters().len(), 1);
    }

    async fn a_killed_server_is_awaited_and_found_again(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let (address, town) = (peer.address, Town::new(&db, mail(settings(&peer, SmtpSecurity::None))).await);
        drop(peer);
        town.writes(letter(town.romashka)).await;
        let waiting = town.letter_after_jobs().await;
        assert_eq!((waiting.state(), waiting.fate.cause), (SendState::Waiting, Some(Cause::Unreachable)));
        let peer = SmtpPeer::open_at(address, Door::Plain, false).await;
        town.clock.advance(HALF_A_MINUTE);
        assert_eq!(town.letter_after_jobs().await.state(), SendState::Sent);
        assert_eq!(peer.letters().len(), 1);
    }

    async fn a_server_that_stays_away_is_given_up_aloud(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let town = Town::new(&db, mail(settings(&peer, SmtpSecurity::None))).await;
        drop(peer);
        town.writes(letter(town.romashka)).await;
        let made = town
            .attempts(30, async || is_decided(town.letters(town.romashka).await[0].state()))
            .await;
        assert_eq!(i64::try_from(made).unwrap(), ATTEMPTS_MAX);
        let given_up = town.letter_after_jobs().await;
        assert_eq!((given_up.state(), given_up.fate.attempts), (SendState::GaveUp, ATTEMPTS_MAX));
        assert_eq!(given_up.fate.cause, Some(Cause::Unreachable));
    }

    async fn what_the_installation_wrote_is_read_only_until_it_has_gone(db: Database) {
        let peer = SmtpPeer::open(Door::Plain, false).await;
        let town = Town::new(&db, mail(settings(&peer, SmtpSecurity::None))).await;
        let code = NewLetter::of_installation("buh@vasilek.example", "Код", "Код 123456".to_owned()).unwrap();
        let late = code.clone().useful_until(town.clock.now());
        town.writes(code).await;
        town.clock.advance(Duration::from_millis(1));
        town.writes(late).await;
        assert!(town.letters(post::installation()).await.iter().all(|letter| letter.body == "Код 123456"));
        town.jobs.run_jobs().await;
        let letters = town.letters(post::installation()).await;
        assert_eq!(letters.iter().map(post::Letter::state).collect::<Vec<_>>(), [SendState::Sent, SendState::Late]);
        assert!(letters.iter().all(|letter| letter.body.is_empty()), "the code is kept no more");
        assert_eq!(peer.letters().len(), 1);
        assert!(town.letters(town.romashka).await.is_empty());
    }
}
