//! The look-up of a certificate and the status of the server, as anybody sees them.

use crate::assert_is_page;
use crate::browser::Browser;
use crate::town::{NOW, Town};
use pki::Signer as _;
use serde_json::json;
use svitok::story::cast::Role;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_certificate_is_found_by_its_whole_number_only() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::new(&town);
    let certificate = anna.person.signer.certificate();
    let (serial, thumbprint) = (certificate.serial_hex(), hex::encode(certificate.thumbprint_sha1()));
    let empty = browser.get("/certificates/find").await;
    assert_is_page(&empty);
    assert!(empty.status == 200 && empty.text().contains("Поиска по имени"));
    let colons = thumbprint.as_bytes().chunks(2).map(String::from_utf8_lossy).collect::<Vec<_>>().join("%3A");
    for key in [serial.clone(), serial.to_uppercase(), thumbprint.clone(), colons] {
        let seen = browser.get(&format!("/certificates/find?key={key}")).await;
        assert_is_page(&seen);
        assert_eq!(seen.status, 200, "{key}");
        let main = seen.main();
        assert!(main.contains("Ромашка") && main.contains("действует") && main.contains(&serial), "{main}");
    }
    let part = serial.get(..16).unwrap();
    for (key, status) in [(part, 404), ("Ромашка", 422), ("9800000013x", 422), ("%3Cscript%3E", 422)] {
        let seen = browser.get(&format!("/certificates/find?key={key}")).await;
        assert_is_page(&seen);
        assert_eq!(seen.status, status, "{key}");
        assert!(!seen.main().contains("Владелец"), "{key}");
    }
    let person = &anna.person;
    let path = format!(
        "/api/v1/certification/organizations/{}/certificates/{}/revocation",
        person.organization_id, person.certificate_id
    );
    person.client.post(&path, "revoke", &json!({ "reason": "key_compromise" })).await.unwrap();
    let seen = browser.get(&format!("/certificates/find?key={serial}&lang=en")).await;
    assert!(seen.main().contains("revoked") && !seen.main().contains("in force<"), "{}", seen.main());
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_status_names_every_list_and_nobody() {
    let town = Town::open(NOW).await;
    town.settle(&Role::romashka()).await;
    let seen = Browser::new(&town).get("/status").await;
    assert_is_page(&seen);
    let main = seen.main();
    assert!(seen.status == 200 && main.contains("Всё работает"), "{main}");
    assert_eq!(main.matches("список отзыва №").count(), 4, "{main}");
    assert!(!main.contains("Ромашка"), "{main}");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phrase_that_is_not_known_revokes_nothing_and_tells_nothing() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let certificate = anna.person.signer.certificate();
    let (serial, thumbprint) = (certificate.serial_hex(), hex::encode(certificate.thumbprint_sha1()));
    let browser = Browser::new(&town);
    let empty = browser.get(&format!("/certificates/revoke?key={serial}")).await;
    assert_is_page(&empty);
    assert!(empty.status == 200 && empty.main().contains(&serial), "{}", empty.main());
    let token = empty.form_token();
    let sent = async |key: &str, phrase: &str| {
        let fields = [("form_token", token.as_str()), ("key", key), ("reason", "superseded"), ("phrase", phrase)];
        browser.post("/certificates/revoke", &fields).await
    };
    let mut told = Vec::new();
    // One that is there and has no phrase, by either number; ones that are not there.
    for key in [serial.as_str(), &thumbprint, "00112233445566778899aabbccddeeff", &"0".repeat(40)] {
        let seen = sent(key, "никому не известная").await;
        assert_is_page(&seen);
        assert_eq!(seen.status, 404, "{key}");
        let main = seen.main();
        assert!(
            main.contains(key) && !main.contains("никому не известная"),
            "the number is kept, the phrase is not: {main}"
        );
        assert!(main.contains(r#"value="superseded" selected"#), "{main}");
        told.push(seen.between("role=\"alert\">", "</p>"));
    }
    assert!(told.iter().all(|one| one == &told[0] && !one.is_empty()), "{told:?}");
    for (key, phrase) in [("Ромашка", "никому не известная"), ("", "никому не известная"), (serial.as_str(), "коротко")]
    {
        assert_eq!(sent(key, phrase).await.status, 422, "{key}, {phrase}");
    }
    let forged = [("form_token", "made up"), ("key", serial.as_str()), ("phrase", "никому не известная")];
    assert_eq!(browser.post("/certificates/revoke", &forged).await.status, 403);
    let mut last = 0;
    for _ in 0..10 {
        last = sent(&serial, "никому не известная").await.status;
    }
    assert_eq!(last, 429);
    let found = browser.get(&format!("/certificates/find?key={serial}")).await.main();
    assert!(found.contains("действует") && found.contains(&format!("/certificates/revoke?key={serial}")), "{found}");
    assert!(browser.get("/sign-in").await.main().contains("/certificates/revoke"));
    town.close().await;
}
