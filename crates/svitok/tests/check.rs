//! Anybody checks a signature: a browser without scripts, a file, a verdict in words with every check named.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "pages/browser.rs"]
mod browser;
mod town;

use browser::{Browser, Seen};
use formats::utd::UtdFunction;
use kernel::Clock as _;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};
use town::{Body, NOW, Town};

const CONTENT: &[u8] = "Акт № 17: тюльпаны приняты".as_bytes();

impl Browser {
    /// Sends both files as a browser's form does.
    async fn checks(&self, content: (&str, &[u8]), signature: (&str, &[u8])) -> Seen {
        self.sends("/check", &[("content", content), ("signature", signature)]).await
    }

    /// Sends files as a browser's form does.
    async fn sends(&self, place: &str, files: &[(&str, (&str, &[u8]))]) -> Seen {
        let mut body = Vec::new();
        for (field, (name, octets)) in files.iter().copied() {
            body.extend(
                format!(
                    "--x7x7\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                     Content-Type: application/octet-stream\r\n\r\n"
                )
                .bytes(),
            );
            body.extend(octets);
            body.extend(b"\r\n");
        }
        body.extend(b"--x7x7--\r\n");
        self.post_octets(place, "multipart/form-data; boundary=x7x7", body).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_verdict_names_every_check() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let signature = anna.person.sign(CONTENT, town.clock.now()).unwrap();
    let browser = Browser::new(&town);
    let form = browser.get("/check").await;
    assert!(form.status == 200 && form.main().contains("<label for=\"signature\">"), "{}", form.text());
    assert!(!form.text().contains("<script"), "it works without");
    let seen = browser.checks(("акт.txt", CONTENT), ("акт.txt.sig", &signature)).await;
    let main = seen.main();
    assert_eq!(seen.status, 200, "{main}");
    for told in [
        "<h1>Подпись проверена</h1>",
        "неквалифицированная",
        "акт.txt",
        "ООО «Ромашка»",
        "Не проверено",
        "хеш содержимого тот, который подписан",
        "цепочка кончается доверенным сертификатом",
        "сертификат не отозван",
        "RFC 5280 §6.3.3",
        "Файлы не сохраняются",
    ] {
        assert!(main.contains(told), "{told} in {main}");
    }
    assert!(!main.contains("trust-check-"), "every check has its words: {main}");
    assert!(!main.contains("mark stop"), "{main}");
    let text = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &signature);
    let pem = format!("-----BEGIN CMS-----\n{text}\n-----END CMS-----\n");
    for form in [text, pem] {
        let same = browser.checks(("a", CONTENT), ("a.sig", form.as_bytes())).await;
        assert!(same.main().contains("<h1>Подпись проверена</h1>"), "{form}");
    }
    browser.get("/check?lang=en").await;
    let english = browser.checks(("act.txt", CONTENT), ("act.sig", &signature)).await.main();
    assert!(english.contains("<h1>The signature was checked</h1>"), "{english}");
    assert!(english.contains("the digest of the content is the signed one"), "{english}");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_does_not_fit_is_told() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let signature = anna.person.sign(CONTENT, town.clock.now()).unwrap();
    let browser = Browser::new(&town);
    let other = browser.checks(("<b>акт</b>.txt", b"another content"), ("a.sig", &signature)).await;
    let main = other.main();
    assert!(main.contains("<h1>Подпись не подтверждена: найдено нарушение</h1>"), "{main}");
    assert!(main.contains("Содержимое не то, которое было подписано."), "{main}");
    assert!(main.contains("mark stop") && !main.contains("<b>акт"), "{main}");
    for nonsense in [&b"not a signature"[..], b"\x30\x80", b"-----BEGIN CMS-----\n%\n-----END CMS-----"] {
        let seen = browser.checks(("a", CONTENT), ("a.sig", nonsense)).await;
        assert!(seen.status == 200 && seen.main().contains("найдено нарушение"), "{}", seen.main());
    }
    for (content, signature) in [(("", &b""[..]), ("a.sig", &signature[..])), (("a", CONTENT), ("", b""))] {
        let seen = browser.checks(content, signature).await;
        assert_eq!(seen.status, 422);
        assert!(seen.main().contains("role=\"alert\">Нужны оба файла"), "{}", seen.main());
    }
    let cut = browser.post_octets("/check", "multipart/form-data; boundary=x7x7", b"--x7x7\r\n".to_vec()).await;
    assert_eq!(cut.status, 422);
    let large = vec![b' '; 32 * 1024 * 1024];
    assert_eq!(browser.checks(("a", &large), ("a.sig", &signature)).await.status, 413);
    let mut across = Browser::new(&town);
    across.headers.insert("sec-fetch-site", "cross-site".parse().unwrap());
    assert_eq!(across.checks(("a", CONTENT), ("a.sig", &signature)).await.status, 403);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_diagnostics_is_a_page_for_whoever_has_the_link() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let checks = serde_json::json!({ "checks": [
        { "name": "browser.wasm", "state": "good", "found": "yes" },
        { "name": "signer.certificate", "state": "bad", "found": "Ромашкина <b>anna@romashka.example</b>" },
    ] });
    let kept = town.ask(Some(&anna.token), "POST", "/api/v1/support/reports", Body::Json(checks)).await;
    let link = kept.body.get("link").and_then(serde_json::Value::as_str).unwrap().to_owned();
    let browser = Browser::new(&town);
    let main = browser.get(&link).await.main();
    for told in ["browser.wasm", "в порядке", "требует внимания", "ссылка действует до 07.12.2026", "<td>…</td>"]
    {
        assert!(main.contains(told), "{told} in {main}");
    }
    assert!(!main.contains("anna@"), "{main}");
    assert_eq!(browser.get(&format!("{link}x")).await.status, 404);
    town.clock.advance(std::time::Duration::from_secs(14 * 24 * 3600));
    assert_eq!(browser.get(&link).await.status, 404);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_checked_against_its_format_without_scripts() {
    let town = Town::open(NOW).await;
    let browser = Browser::new(&town);
    let form = browser.get("/check-file").await;
    assert!(form.status == 200 && form.main().contains("не больше 32 МБ"), "{}", form.text());
    let sides = Sides { seller: (&Role::romashka(), "0SV-1"), buyer: (&Role::vasilek(), "0SV-2") };
    let good = seller_title(sides, UtdFunction::SchfDop, "01a22165-5d83-7e33-8b53-fd290dc8f8e5", town.clock.now());
    let mut broken = good.unwrap();
    // The rate of the first row becomes one that the format does not have.
    let rate = broken.windows(3).position(|three| three == b"22%").unwrap();
    broken[rate] = b'9';
    let main = browser.sends("/check-file", &[("file", ("УПД.xml", &broken))]).await.main();
    for told in [
        "Есть замечания",
        "УПД, информация продавца",
        "Такого значения нет в списке формата",
        "одно из значений: 0%",
        "строка",
        "ON_NSCHFDOPPR_1_997_01_05_03",
    ] {
        assert!(main.contains(told), "{told} in {main}");
    }
    assert!(!main.contains("formats-"), "every phrase has its words: {main}");
    const REPORT: &str = include_str!("../../formats/tests/ratios/NO_USN_5.09.minimum.xml");
    let poor = REPORT.replacen("ИсчислМин=\"4000\"", "ИсчислМин=\"5000\"", 1);
    let main = browser.sends("/check-file", &[("file", ("report.xml", poor.as_bytes()))]).await.main();
    for told in ["Слева", "5000", "Справа", "4000", "минимального налога"] {
        assert!(main.contains(told), "{told} in {main}");
    }
    let nothing = browser.sends("/check-file", &[("file", ("", b""))]).await;
    assert_eq!(nothing.status, 422);
    let strange = browser.sends("/check-file", &[("file", ("x.xml", b"<a/>"))]).await.main();
    assert!(strange.contains("Формат документа не распознан"), "{strange}");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn definitions_are_given_to_anybody_and_kept_by_their_hash() {
    let town = Town::open(NOW).await;
    let list = town.ask(None, "GET", "/api/v1/forms", Body::None).await;
    let forms = list.body["forms"].as_array().unwrap().clone();
    assert!(forms.len() > 80, "{}", forms.len());
    let usn = forms.iter().find(|form| form["format"] == "NO_USN_1_030_00_05_09_01").unwrap();
    assert_eq!((&usn["title"], &usn["knd"][0]), (&"Декларация по УСН".into(), &"1152017".into()));
    let place = format!("/api/v1/forms/NO_USN_1_030_00_05_09_01?hash={}", usn["hash"].as_str().unwrap());
    let definition = town.ask(None, "GET", &place, Body::None).await;
    assert_eq!((definition.status, &definition.body["format"]["prefix"]), (200, &"NO_USN".into()));
    let fields = town.ask(None, "GET", "/api/v1/forms/NO_USN_1_030_00_05_09_01/fields", Body::None).await;
    assert_eq!(fields.body["root"]["sections"][0]["title"], "Состав и структура документа", "{}", fields.text);
    let rules = town.ask(None, "GET", "/api/v1/forms/NO_USN_1_030_00_05_09_01/rules", Body::None).await;
    assert!(rules.body["ratios"]["NO_USN_5.09"]["ratios"].as_array().unwrap().len() > 40, "{}", rules.text);
    let tax = rules.body["cells"].as_array().unwrap().iter().find(|cell| cell["cell"] == "Исчисл/@СумЗаКв").unwrap();
    assert!(tax["words"].as_str().unwrap().contains("строка 130"), "{tax}");
    assert!(fields.text.contains("строка 130"), "the form says what the cell is computed by");
    for unknown in ["NO_USN_1_030_00_05_99_01", "NO_USN_1_030_00_05_99_01/fields", "nothing", "nothing/rules"] {
        assert_eq!(town.ask(None, "GET", &format!("/api/v1/forms/{unknown}"), Body::None).await.status, 404);
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hosts_own_definition_is_given_over_the_api_too() {
    const FORM: &str = "NO_USN_1_030_00_05_09_01";
    let format = formats::FormatId::from_schema_name(FORM).unwrap();
    let mut own = formats::Registry::embedded().definition(&format).unwrap().clone();
    own.source = "приказ этого узла".to_owned();
    let town = Town::open_as(NOW, |place| {
        let folder = svitok::form_shelf::folder(&place.data);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{FORM}.json")), formats::import::to_json(&own).unwrap()).unwrap();
    })
    .await;
    let list = town.ask(None, "GET", "/api/v1/forms", Body::None).await;
    let forms = list.body["forms"].as_array().unwrap().iter();
    let hashes: Vec<&str> =
        forms.filter(|form| form["format"] == FORM).map(|form| form["hash"].as_str().unwrap()).collect();
    assert_eq!(hashes.len(), 1);
    let place = format!("/api/v1/forms/{FORM}?hash={}", hashes[0]);
    let given = town.ask(None, "GET", &place, Body::None).await;
    assert_eq!(given.body["source"], "приказ этого узла", "{}", given.text);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anybody_asks_what_a_payer_must_file_and_pay() {
    let town = Town::open(NOW).await;
    let place = "/api/v1/obligations?regime=usn-income&employees=5&has=land&year=2026";
    let told = town.ask(None, "GET", place, Body::None).await;
    let duties = told.body["obligations"].as_array().unwrap();
    let usn = duties.iter().find(|one| one["knd"] == "1152017").unwrap();
    assert_eq!((&usn["nominal_on"], &usn["due_on"]), (&"2026-03-25".into(), &"2026-03-25".into()));
    assert!(duties.is_sorted_by_key(|one| one["due_on"].as_str().unwrap().to_owned()));
    let this_year = town.ask(None, "GET", "/api/v1/obligations?regime=eshn", Body::None).await;
    assert_eq!(this_year.body["year"].to_string(), NOW[..4]);
    for wrong in ["", "?regime=envd", "?regime=eshn&has=sea", "?regime=eshn&year=x", "?regime=eshn&nothing=1"] {
        let refused = town.ask(None, "GET", &format!("/api/v1/obligations{wrong}"), Body::None).await;
        assert_eq!(refused.status, 400, "{wrong}: {}", refused.text);
    }
    let unknown = town.ask(None, "GET", "/api/v1/obligations?regime=eshn&year=2019", Body::None).await;
    assert_eq!((unknown.status, &unknown.body["code"]), (422, &"rules.no-row-on-day".into()), "{}", unknown.text);
    town.close().await;
}
