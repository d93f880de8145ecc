//! The first start, the next ones, the wrong secret.

use crate::world::{DAY, Host, Start, catalogue, text_sources};
use certification::{Refusal, StartRefusal, check_journals};
use kernel::Clock as _;
use testkit::Database;
use web::{Language, Texts};

testkit::on_both_engines! {
    catalogue();

    async fn the_first_start_makes_two_marked_lines_and_the_next_keeps_them(db: Database) {
        let start = Start::usual();
        let first = Host::open(&db, &start).await.unwrap();
        let names: Vec<String> =
            first.room.authority_certificates().iter().map(|c| c.subject().cn().unwrap().to_owned()).collect();
        assert_eq!(
            names,
            [
                "Свиток НЕКВАЛИФИЦИРОВАННЫЙ корневой УЦ",
                "Свиток ТЕСТ корневой УЦ",
                "Свиток НЕКВАЛИФИЦИРОВАННЫЙ УЦ",
                "Свиток ТЕСТ УЦ"
            ]
        );
        let second = Host::open(&db, &start.seeded(2)).await.unwrap();
        assert_eq!(first.room.authority_certificates(), second.room.authority_certificates());
        let operator = |host: &Host| host.room.operator_signer().certificate().clone();
        assert_eq!(operator(&first), operator(&second));
        let lengths = check_journals(second.store()).await.unwrap();
        assert_eq!(lengths.len(), 4);
        first.jobs().run_jobs().await;
    }

    async fn two_programs_may_start_at_once(db: Database) {
        let start = Start::usual();
        let seeded = start.seeded(2);
        let (one, two) = tokio::join!(Host::open(&db, &start), Host::open(&db, &seeded));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!(one.room.authority_certificates(), two.room.authority_certificates());
        assert_eq!(one.room.operator_signer().certificate(), two.room.operator_signer().certificate());
        check_journals(one.store()).await.unwrap();
    }

    async fn another_secret_is_refused_and_changes_nothing(db: Database) {
        let start = Start::usual();
        let first = Host::open(&db, &start).await.unwrap();
        let before = check_journals(first.store()).await.unwrap();
        let other = Start { secret: 8, ..start.seeded(2) };
        let refused = Host::open(&db, &other).await.unwrap_err();
        assert!(matches!(refused, StartRefusal::SecretWrong), "{refused}");
        assert!(refused.to_string().contains("SVITOK_SECRET"));
        assert_eq!(check_journals(first.store()).await.unwrap(), before);
        Host::open(&db, &start.seeded(3)).await.unwrap();
    }

    async fn lists_come_daily_and_numbers_only_grow(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let watch = host.jobs();
        let mut last = numbers(&host).await;
        assert_eq!(last.len(), 4);
        for _ in 0..3 {
            host.clock.advance(DAY);
            watch.run_jobs().await;
            let now = numbers(&host).await;
            assert!(last.iter().zip(&now).all(|(old, new)| new == &(old + 1)), "{last:?} {now:?}");
            last = now;
            // A second look on the same day makes nothing.
            host.room.make_due_lists(&host.system()).await.unwrap();
            assert_eq!(numbers(&host).await, last);
        }
    }

    async fn the_operator_is_renewed_before_its_end(db: Database) {
        let start = Start::usual();
        let first = Host::open(&db, &start).await.unwrap();
        let old = first.room.operator_signer().certificate().clone();
        assert_eq!(old.issuer().cn(), Some("Свиток НЕКВАЛИФИЦИРОВАННЫЙ УЦ"));
        start.clock.advance(DAY * 330);
        assert_eq!(Host::open(&db, &start.seeded(2)).await.unwrap().room.operator_signer().certificate(), &old);
        start.clock.advance(DAY * 20);
        let renewed = Host::open(&db, &start.seeded(3)).await.unwrap();
        let new = renewed.room.operator_signer().certificate().clone();
        assert_ne!(new.serial(), old.serial());
        assert!(new.not_after() > renewed.clock.now().plus(DAY * 400));
        check_journals(renewed.store()).await.unwrap();
        renewed.jobs().run_jobs().await;
    }
}

async fn numbers(host: &Host) -> Vec<u64> {
    let snapshot = host.room.clone();
    let mut numbers = Vec::new();
    for authority in certification_ids(host).await {
        let list = snapshot.revocation_list(authority).await.unwrap();
        let octets = list.number().unwrap();
        numbers.push(octets.iter().fold(0_u64, |number, octet| (number << 8) | u64::from(*octet)));
    }
    numbers
}

async fn certification_ids(host: &Host) -> Vec<certification::AuthorityId> {
    check_journals(host.store()).await.unwrap().iter().map(|length| length.authority_id).collect()
}

#[test]
fn every_code_has_its_texts_in_both_languages() {
    for language in [Language::Russian, Language::English] {
        let texts = Texts::load(text_sources().into_iter().filter(|source| source.language == language)).unwrap();
        for code in Refusal::CODES.iter().chain(StartRefusal::CODES) {
            assert!(texts.of_code(language, code).is_some(), "{code} {language:?}");
        }
    }
}
