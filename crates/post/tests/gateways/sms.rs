//! What becomes of SMS, by both ways.

use crate::http_peer::HttpPeer;
use crate::smpp_peer::{Manner, SmppPeer};
use crate::smtp_peer::AUTHORITY;
use crate::town::{HALF_A_MINUTE, TIMEOUT, Town, by_sms, catalogue, sms};
use kernel::Clock as _;
use post::{Cause, Gateways, HttpSmsSettings, NewSms, Phone, SendState, SmppSettings, SmsSettings};
use testkit::Database;

const BIND: u32 = 0x02;
const SUBMIT: u32 = 0x04;
const UNBIND: u32 = 0x06;
const ENQUIRE: u32 = 0x15;

fn centre(peer: &SmppPeer) -> SmppSettings {
    SmppSettings {
        host: "127.0.0.1".to_owned(),
        port: peer.address.port(),
        is_tls: false,
        system_id: "svitok".to_owned(),
        password: "secret".to_owned(),
        system_type: String::new(),
        source: "Svitok".to_owned(),
        timeout: TIMEOUT,
        authorities_pem: None,
    }
}

fn smpp(settings: SmppSettings) -> Gateways {
    Gateways::open(None, Some(SmsSettings::Smpp(settings))).unwrap()
}

fn gateway(peer: &HttpPeer, scheme: &str) -> HttpSmsSettings {
    HttpSmsSettings {
        url: format!("{scheme}://127.0.0.1:{}/send?to={{phone}}", peer.address.port()),
        body: Some("{\"text\":\"{text}\",\"id\":\"{id}\"}".to_owned()),
        header: Some("Authorization: Bearer key".to_owned()),
        answer: Some("\"ok\"".to_owned()),
        timeout: TIMEOUT,
        authorities_pem: Some(AUTHORITY.to_vec()),
    }
}

fn http(settings: HttpSmsSettings) -> Gateways {
    Gateways::open(None, Some(SmsSettings::Http(settings))).unwrap()
}

fn units(octets: &[u8]) -> String {
    let units: Vec<u16> = octets.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

testkit::on_both_engines! {
    catalogue();

    async fn an_sms_reaches_the_message_centre_in_parts(db: Database) {
        let peer = SmppPeer::open().await;
        let town = Town::new(&db, smpp(centre(&peer))).await;
        town.texts(sms(town.romashka, "Код 123456")).await;
        assert_eq!(town.sms_after_jobs().await.state(), SendState::Sent);
        let [alone] = &peer.submitted()[..] else { panic!("one part") };
        assert_eq!((alone.class, alone.coding, units(&alone.octets).as_str()), (0, 8, "Код 123456"));
        assert_eq!((alone.source.clone(), alone.target.clone()), ((5, 0, "Svitok".into()), (1, 1, "79000000042".into())));
        assert_eq!(peer.commands(), [BIND, SUBMIT, UNBIND]);
        let long = "Длинное сообщение о документах. ".repeat(5);
        peer.behaves(Manner::AsksFirst);
        town.texts(sms(town.romashka, &long)).await;
        assert_eq!(town.sms_after_jobs().await.state(), SendState::Sent);
        let parts = &peer.submitted()[1..];
        assert_eq!(parts.len(), 3);
        let joined: String = parts.iter().map(|part| units(&part.octets[6..])).collect();
        assert_eq!(joined, long);
        for (number, part) in (1_u8..).zip(parts) {
            assert_eq!((part.class, part.octets[..3].to_vec(), &part.octets[4..6]), (0x40, vec![5, 0, 3], &[3, number][..]));
            assert_eq!(part.octets[3], parts[0].octets[3], "one reference for all");
        }
    }

    async fn the_centre_refuses_throttles_dies_and_keeps_silent(db: Database) {
        let peer = SmppPeer::open().await;
        let town = Town::new(&db, smpp(centre(&peer))).await;
        town.texts(sms(town.romashka, "Код 123456")).await;
        let mut pause = HALF_A_MINUTE;
        for (manner, cause) in [
            (Manner::Answers(0x58), Cause::Busy),
            (Manner::Dies, Cause::Unreachable),
            (Manner::Silent, Cause::Slow),
            (Manner::Babbles, Cause::Garbled),
            (Manner::Parts, Cause::Busy),
        ] {
            peer.behaves(manner);
            let waiting = town.sms_after_jobs().await;
            assert_eq!((waiting.state(), waiting.fate.cause), (SendState::Waiting, Some(cause)), "{manner:?}");
            town.clock.advance(pause);
            pause *= 2;
        }
        peer.behaves(Manner::Answers(0x0b));
        let refused = town.sms_after_jobs().await;
        assert_eq!((refused.state(), refused.fate.attempts), (SendState::Refused, 6));
        assert_eq!(refused.fate.detail.as_deref(), Some("status 0x0000000b"));
        assert!(peer.submitted().is_empty());
    }

    async fn a_killed_centre_is_found_again_and_a_wrong_password_is_told(db: Database) {
        let peer = SmppPeer::open().await;
        let (address, town) = (peer.address, Town::new(&db, smpp(centre(&peer))).await);
        assert_eq!(by_sms(smpp(centre(&peer))).probe().await, Ok(()));
        assert_eq!(peer.commands(), [BIND, ENQUIRE, UNBIND]);
        let wrong = SmppSettings { password: "guess".to_owned(), ..centre(&peer) };
        let told = by_sms(smpp(wrong)).probe().await.unwrap_err();
        assert_eq!((told.is_final, told.cause), (false, Cause::Credentials));
        drop(peer);
        town.texts(sms(town.romashka, "Код 123456")).await;
        assert_eq!(town.sms_after_jobs().await.fate.cause, Some(Cause::Unreachable));
        let peer = SmppPeer::open_at(address).await;
        town.clock.advance(HALF_A_MINUTE);
        assert_eq!(town.sms_after_jobs().await.state(), SendState::Sent);
        assert_eq!(peer.submitted().len(), 1);
    }

    async fn an_sms_reaches_the_http_gateway(db: Database) {
        for (is_tls, scheme) in [(false, "http"), (true, "https")] {
            let peer = HttpPeer::open(is_tls).await;
            peer.answers(200, "{\"status\":\"ok\"}");
            let sent = by_sms(http(gateway(&peer, scheme)));
            let outgoing = post::OutgoingSms {
                sms_id: "0192d3c4-0000-7000-8000-00000000002a".parse().unwrap(),
                phone: Phone::parse("+79000000042").unwrap(),
                text: "Код \"1\"\nи 2".to_owned(),
            };
            assert_eq!(sent.send(&outgoing).await, Ok(()), "{scheme}");
            let [request] = &peer.requests()[..] else { panic!("one request") };
            assert!(request.starts_with("POST /send?to=%2B79000000042 HTTP/1.1\r\n"), "{request}");
            assert!(request.contains("authorization: Bearer key\r\n") && request.contains("application/json"), "{request}");
            let id = "0192d3c4-0000-7000-8000-00000000002a";
            assert!(request.ends_with(&format!("{{\"text\":\"Код \\\"1\\\"\\nи 2\",\"id\":\"{id}\"}}")), "{request}");
        }
        let peer = HttpPeer::open(true).await;
        let strange = HttpSmsSettings { authorities_pem: None, ..gateway(&peer, "https") };
        assert_eq!(by_sms(http(strange)).probe().await.unwrap_err().cause, Cause::Tls);
        let town = Town::new(&db, http(gateway(&peer, "https"))).await;
        peer.answers(200, "\"ok\"");
        town.texts(sms(town.romashka, "Код 123456")).await;
        assert_eq!(town.sms_after_jobs().await.state(), SendState::Sent);
    }

    async fn the_http_gateway_keeps_silent_complains_and_refuses(db: Database) {
        let peer = HttpPeer::open(false).await;
        let town = Town::new(&db, http(gateway(&peer, "http"))).await;
        town.texts(sms(town.romashka, "Код 123456")).await;
        peer.keeps_silent();
        assert_eq!(town.sms_after_jobs().await.fate.cause, Some(Cause::Slow));
        town.clock.advance(HALF_A_MINUTE);
        peer.answers(200, "{\"status\":\"no money\"}");
        let waiting = town.sms_after_jobs().await;
        assert_eq!((waiting.state(), waiting.fate.cause), (SendState::Waiting, Some(Cause::Busy)));
        assert!(waiting.fate.detail.unwrap().contains("no money"));
        town.clock.advance(HALF_A_MINUTE * 2);
        peer.answers(400, "bad number");
        let refused = town.sms_after_jobs().await;
        assert_eq!((refused.state(), refused.fate.attempts), (SendState::Refused, 3));
    }

    async fn codes_of_the_installation_are_late_or_forgotten(db: Database) {
        let peer = SmppPeer::open().await;
        let town = Town::new(&db, smpp(centre(&peer))).await;
        let code = NewSms::of_installation(Phone::parse("+79000000042").unwrap(), "Код 123456".to_owned()).unwrap();
        let code = code.useful_until(town.clock.now().plus(HALF_A_MINUTE));
        peer.behaves(Manner::Answers(0x14));
        town.texts(code.clone()).await;
        town.jobs.run_jobs().await;
        town.clock.advance(HALF_A_MINUTE);
        peer.behaves(Manner::Answers(0));
        town.jobs.run_jobs().await;
        let [late] = &town.sms(post::installation()).await[..] else { panic!("one SMS") };
        assert_eq!((late.state(), late.text.as_str()), (SendState::Late, ""));
        assert!(peer.submitted().is_empty());
    }

    async fn without_a_gateway_an_sms_stays_to_be_read(db: Database) {
        let town = Town::new(&db, Gateways::default()).await;
        town.texts(sms(town.romashka, "Код 123456")).await;
        let unsent = town.sms_after_jobs().await;
        assert_eq!((unsent.state(), unsent.text.as_str()), (SendState::NoGateway, "Код 123456"));
        let mut reader = town.store.reader().await.unwrap();
        let found = post::find_sms(&mut reader, town.romashka, unsent.sms_id).await.unwrap();
        assert_eq!(found, Some(unsent.clone()));
        let other = town.cx().new_id();
        assert_eq!(post::find_sms(&mut reader, other, unsent.sms_id).await.unwrap(), None, "another's outbox");
    }
}
