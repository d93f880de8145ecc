//! Pages over HTTP on the whole program, as a browser meets them: signing in, the list, one document, downloads.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "pages/browser.rs"]
mod browser;
#[path = "pages/certificates.rs"]
mod certificates;
#[path = "pages/letters.rs"]
mod letters;
#[path = "pages/newcomer.rs"]
mod newcomer;
#[path = "pages/papers.rs"]
mod papers;
mod town;

use browser::{Browser, Seen};
use kernel::Clock;
use papers::Deal;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use svitok::story::cast::Role;
use svitok::story::{Credentials, sign_up};
use town::{Body, NOW, Town};

/// What every page may load.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

/// What holds for every page, whatever it shows.
fn assert_is_page(seen: &Seen) {
    let text = seen.text();
    assert_eq!(seen.header("content-type"), "text/html; charset=utf-8", "{text}");
    assert_eq!(seen.header("content-security-policy"), POLICY);
    assert_eq!((seen.header("cache-control"), seen.header("x-content-type-options")), ("no-store", "nosniff"));
    for forbidden in ["<script", "<style", " style=", " onclick", " onerror=", "javascript:"] {
        assert!(!text.contains(forbidden), "{forbidden} in {text}");
    }
    assert!(text.contains("не аккредитованный оператор") || text.contains("not an accredited operator"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_signs_in_and_out() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::new(&town);
    let front = browser.get("/").await;
    assert_is_page(&front);
    assert!(front.text().contains("href=\"/sign-in\"") && front.headers.get("set-cookie").is_none());
    let form = browser.get("/sign-in").await;
    assert_is_page(&form);
    assert_eq!(
        form.cookie_flags("svitok-form").unwrap(),
        "Path=/; Max-Age=86400; HttpOnly; SameSite=Lax",
        "a plain name on http: a browser refuses the prefix there"
    );
    let place = format!("/?box={}&tab=out", anna.person.box_id);
    let opened = browser.sign_in(&anna.credentials.login, &anna.credentials.password, &place).await;
    assert_eq!((opened.status, opened.header("location")), (303, place.as_str()));
    assert_eq!(opened.cookie_flags("svitok").unwrap(), "Path=/; Max-Age=604800; HttpOnly; SameSite=Lax");
    let first = browser.get("/").await;
    assert_is_page(&first);
    assert!(first.text().contains("<h1>Входящие</h1>") && first.text().contains("ООО «Ромашка»"), "{}", first.text());
    assert_eq!(browser.get("/sign-in?back=/legal.md").await.header("location"), "/legal.md", "signed in already");

    let token = browser.cookie("svitok").unwrap();
    let out = browser.post("/sign-out", &[("form_token", &first.form_token())]).await;
    assert_eq!((out.status, out.header("location")), (303, "/"));
    assert_eq!(out.cookie_flags("svitok").unwrap(), "Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    browser.set_cookie("svitok", &token);
    assert!(browser.get("/").await.text().contains("href=\"/sign-in\""), "an ended sign-in opens nothing");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_proxy_with_https_the_cookie_is_bound_to_the_host() {
    let town = Town::open_as(NOW, |place| place.trusts_forwarded = true).await;
    let anna = town.settle(&Role::romashka()).await;
    let mut browser = Browser::new(&town);
    browser.headers.insert("x-forwarded-for", "203.0.113.5".parse().unwrap());
    assert!(browser.get("/sign-in").await.main().contains("Соединение не защищено"), "http from far away");
    browser.headers.insert("x-forwarded-proto", "http, https".parse().unwrap());
    assert!(!browser.get("/sign-in").await.main().contains("Соединение не защищено"));
    let opened = browser.sign_in(&anna.credentials.login, &anna.credentials.password, "/").await;
    assert_eq!(opened.cookie_flags("__Host-svitok").unwrap(), "Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure");
    assert!(browser.get("/").await.text().contains("<h1>Входящие</h1>"));
    let token = browser.cookie("__Host-svitok").unwrap();
    let planted = Browser::new(&town);
    planted.set_cookie("__Host-svitok", &token);
    assert!(planted.get("/").await.text().contains("href=\"/sign-in\""), "on http the other name counts");
    town.close().await;

    let town = Town::open(NOW).await;
    let mut browser = Browser::new(&town);
    browser.headers.insert("x-forwarded-proto", "https".parse().unwrap());
    let form = browser.get("/sign-in").await;
    assert!(form.cookie_flags("svitok-form").is_some(), "the header of anybody is not believed");
    town.close().await;
}

/// The text of a refused sign-in without what differs by form.
fn told(seen: &Seen) -> String {
    seen.between("role=\"alert\">", "</p>")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn wrong_passwords_are_answered_alike_and_run_out() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::new(&town);
    let mut logins = [anna.credentials.login.as_str(), "nobody@town.example"].into_iter().cycle();
    for _ in 0..10 {
        let [known, unknown] = [logins.next().unwrap(), logins.next().unwrap()];
        let known = browser.sign_in(known, "не тот пароль", "/").await;
        let unknown = browser.sign_in(unknown, "не тот пароль", "/").await;
        assert_is_page(&known);
        assert_eq!((known.status, told(&known)), (unknown.status, told(&unknown)));
        assert_eq!(known.status, 422);
        assert!(told(&known).starts_with("Неверный логин или пароль. Проверьте раскладку"), "{}", told(&known));
        assert!(browser.cookie("svitok").is_none());
    }
    let known = browser.sign_in(&anna.credentials.login, &anna.credentials.password, "/").await;
    let unknown = browser.sign_in("nobody@town.example", "не тот пароль", "/").await;
    assert_eq!((known.status, told(&known)), (unknown.status, told(&unknown)), "a lock tells nothing of a login");
    assert_eq!((known.status, known.header("retry-after")), (429, "900"));
    assert!(told(&known).ends_with("Попробовать снова можно через 15 минут."), "{}", told(&known));
    town.clock.advance(std::time::Duration::from_secs(14 * 60 + 30));
    let later = browser.sign_in(&anna.credentials.login, &anna.credentials.password, "/").await;
    assert!(told(&later).ends_with("через 1 минуту."), "{}", told(&later));
    town.clock.advance(std::time::Duration::from_secs(31));
    assert_eq!(browser.sign_in(&anna.credentials.login, &anna.credentials.password, "/").await.status, 303);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_sign_in_nobody_is_led_to_another_site() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let Credentials { login, password } = &anna.credentials;
    for next in [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "/\t/evil.example",
        "/\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/sign-out",
        "",
    ] {
        let answer = Browser::new(&town).sign_in(login, password, next).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{next:?}");
        let shown = Browser::new(&town).get(&format!("/sign-in?back={}", encoded(next))).await;
        assert_eq!(shown.between("name=\"back\" value=\"", "\""), "/", "{next:?}");
    }
    let lost = Browser::new(&town).get("//evil.example/a").await;
    assert_is_page(&lost);
    assert!(lost.status == 404 && !lost.text().contains("evil.example"), "{}", lost.text());
    let nobody = Browser::new(&town).get("/documents/a/b?lang=ru").await;
    assert_eq!((nobody.status, nobody.header("location")), (303, "/sign-in?back=%2Fdocuments%2Fa%2Fb%3Flang%3Dru"));
    town.close().await;
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_of_another_site_is_refused() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let Credentials { login, password } = &anna.credentials;
    let other = Browser::new(&town).get("/sign-in").await.form_token();
    let browser = Browser::new(&town);
    let own = browser.get("/sign-in").await.form_token();
    for token in ["", "zz", "00", &other, &"0".repeat(64)] {
        let answer = browser.post("/sign-in", &[("form_token", token), ("login", login), ("password", password)]).await;
        assert_is_page(&answer);
        assert_eq!((answer.status, browser.cookie("svitok")), (403, None), "{token}");
    }
    let mut across = Browser::new(&town);
    for site in ["cross-site", "same-site", "none"] {
        let token = across.get("/sign-in").await.form_token();
        across.headers.insert("sec-fetch-site", site.parse().unwrap());
        let answer = across.post("/sign-in", &[("form_token", &token), ("login", login), ("password", password)]).await;
        assert_eq!(answer.status, 403, "{site}");
        across.headers.remove("sec-fetch-site");
    }
    let mut same = browser;
    same.headers.insert("sec-fetch-site", "same-origin".parse().unwrap());
    let answer = same.post("/sign-in", &[("form_token", &own), ("login", login), ("password", password)]).await;
    assert_eq!(answer.status, 303);
    let shown = same.get("/").await.form_token();
    assert_ne!(shown, own, "the token ends with what it was given out for");
    for token in ["", &own, &other] {
        assert_eq!(same.post("/sign-out", &[("form_token", token)]).await.status, 403, "{token}");
    }
    assert!(same.get("/").await.text().contains("<h1>Входящие</h1>"), "nobody was signed out");
    let large = "a".repeat(9000);
    assert_eq!(same.post("/sign-out", &[("form_token", &large)]).await.status, 413);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_sign_in_of_a_page_is_a_cookie() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    assert_eq!(browser.get("/api/v1/account/me").await.status, 200);
    let planted = Browser::new(&town);
    planted.set_cookie("svitok", &anna.token);
    assert!(planted.get("/").await.text().contains("href=\"/sign-in\""), "an API token is no page's cookie");
    assert_eq!(planted.get("/api/v1/account/me").await.status, 401, "nor does it open the API as one");
    let mut bearer = Browser::new(&town);
    bearer.headers.insert("authorization", format!("Bearer {}", anna.token).parse().unwrap());
    assert!(bearer.get("/").await.text().contains("href=\"/sign-in\""));
    let sign_ins = town.ask(Some(&anna.token), "GET", "/api/v1/account/sign-ins", Body::None).await;
    let kinds: Vec<&str> =
        sign_ins.body["items"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"page"), "{kinds:?}");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_sides_see_the_document_live() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::romashka(), Role::vasilek()).await;
    let seller = Browser::signed_in(&town, &deal.seller.credentials).await;
    let buyer = Browser::signed_in(&town, &deal.buyer.credentials).await;

    let list = buyer.get("/").await;
    assert_is_page(&list);
    let row = list.between("<tbody>", "</tbody>");
    for shown in ["УПД № 17 от 23.11.2026", "ООО «Ромашка»", "51\u{a0}591,36\u{a0}₽", "ждёт вас", "до 24.11.2026"]
    {
        assert!(row.contains(shown), "{shown} in {row}");
    }
    assert!(list.text().contains("На странице 1 документ<"), "{}", list.text());
    assert!(seller.get("/").await.main().contains("Входящих документов пока нет"));
    let outgoing = format!("/?box={}&tab=out", deal.seller.person.box_id);
    assert!(seller.get(&outgoing).await.main().contains("ждёт контрагента"));
    assert!(seller.get(&format!("{outgoing}&mine=1")).await.main().contains("Вас ничего не ждёт"));
    assert!(buyer.get("/?mine=1").await.main().contains("№ 17"));

    let page = buyer.get(&deal.place(&deal.buyer)).await;
    assert_is_page(&page);
    let main = page.main();
    for shown in [
        "<h1>УПД № 17 от 23.11.2026</h1>",
        "ООО «Василёк»</strong>: отправить извещение о получении, <span>до 24.11.2026</span>",
        "Приказ Минфина",
        "проверено, в порядке",
        "доверенная, до «",
        "усиленная неквалифицированная",
        "Не проверено</dt>",
        "полномочия подписавшего",
        "вида подписи недостаточно",
        "отправлен титул продавца",
        "Ромашкина Анна Петровна",
        "23.11.2026 10:00 МСК",
        "openssl cms -verify -engine gost",
    ] {
        let found = main.to_lowercase().contains(&shown.to_lowercase());
        assert!(found, "{shown} in {main}");
    }

    deal.finish(&town).await;
    for (browser, side) in [(&seller, &deal.seller), (&buyer, &deal.buyer)] {
        let main = browser.get(&deal.place(side)).await.main();
        for shown in ["завершён", "Больше ни от кого ничего не требуется", "извещение о получении", "ответный титул"]
        {
            assert!(main.contains(shown), "{shown} in {main}");
        }
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_several_boxes_chooses_between_them() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::romashka(), Role::vasilek()).await;
    let (own, other) = (&deal.seller.person, &deal.buyer.person);
    let path = format!("/api/v1/account/organizations/{}/members", other.organization_id);
    let body = json!({ "user_id": own.user_id, "rights": { "permissions": ["read"] } });
    other.client.post(&path, "member", &body).await.unwrap();
    let browser = Browser::signed_in(&town, &deal.seller.credentials).await;
    for (shown, incoming) in [(own, false), (other, true)] {
        let page = browser.get(&format!("/?box={}", shown.box_id)).await;
        assert_is_page(&page);
        let main = page.main();
        assert!(main.contains(&format!("<option value=\"{}\" selected>", shown.box_id)), "{main}");
        assert_eq!(main.matches("<option ").count(), 2);
        assert_eq!(main.contains("№ 17"), incoming, "{main}");
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missed_day_is_told() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::romashka(), Role::vasilek()).await;
    let buyer = Browser::signed_in(&town, &deal.buyer.credentials).await;
    town.clock.advance(std::time::Duration::from_secs(2 * 24 * 60 * 60));
    for path in ["/", &deal.place(&deal.buyer)] {
        assert!(buyer.get(path).await.main().contains("срок истёк 24.11.2026"), "{path}");
    }
    town.clock.advance(std::time::Duration::from_secs(5 * 24 * 60 * 60));
    assert_eq!(buyer.get(&deal.place(&deal.buyer)).await.status, 303, "a page's sign-in lives a week");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn downloads_are_the_bytes_of_the_api_and_verify() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::romashka(), Role::vasilek()).await;
    deal.finish(&town).await;
    let browser = Browser::signed_in(&town, &deal.seller.credentials).await;
    let place = deal.place(&deal.seller);
    let held = deal.seller.person.held(&deal.posted).await.unwrap();
    assert!(held.len() >= 6, "{}", held.len());
    let message = format!("/api/v1/exchange/boxes/{}/messages/{}", deal.seller.person.box_id, deal.posted.message_id);
    let entities = deal.seller.person.client.get(&message).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let page = browser.get(&place).await.text();
    let mut downloaded = 0;
    for entity in entities["entities"].as_array().unwrap().iter().filter(|entity| entity["kind"] != "delivery") {
        let id = entity["id"].as_str().unwrap();
        let address = format!("{place}/files/{id}");
        assert!(page.contains(&format!("href=\"{address}\"")), "{entity}");
        let file = browser.get(&address).await;
        let api = deal.seller.person.client.get_octets(&format!("{message}/entities/{id}/content")).await.unwrap();
        assert_eq!((file.status, &file.bytes), (200, &api), "{entity}");
        assert_eq!(file.header("content-type"), "application/octet-stream");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        let disposition = file.header("content-disposition");
        let name = disposition.strip_prefix("attachment; filename=\"").unwrap().split_once('"').unwrap().0;
        std::fs::write(folder.path().join(name), &file.bytes).unwrap();
        downloaded += 1;
    }
    assert_eq!(downloaded, 2 * held.len());
    let authorities = browser.get("/authorities.pem").await;
    std::fs::write(folder.path().join("authorities.pem"), &authorities.bytes).unwrap();
    for file in &held {
        let verify = format!("svitok verify '{0}' '{0}.sig' --ca authorities.pem", file.name);
        let told = shell(folder.path(), &verify).unwrap_or_else(|why| panic!("{verify}: {why}"));
        assert!(told.contains("неквалифицированная"), "{told}");
    }
    // What the page tells people to type, typed.
    let commands: Vec<&str> =
        page.split("<pre><code>").skip(1).map(|rest| rest.split_once("</code>").unwrap().0).collect();
    assert_eq!(commands.len(), 2);
    for command in commands {
        shell(folder.path(), command)
            .unwrap_or_else(|why| panic!("{command}: {why}; apt-get install openssl libengine-gost-openssl"));
    }
    town.close().await;
}

/// A line typed in the folder; the program under test stands first in the path.
fn shell(folder: &Path, line: &str) -> Result<String, String> {
    let own = Path::new(env!("CARGO_BIN_EXE_svitok")).parent().unwrap().display();
    let path = format!("{own}:{}", std::env::var("PATH").unwrap());
    let output = Command::new("sh").args(["-c", line]).current_dir(folder).env("PATH", path).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(said) } else { Err(said) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_knows_whom_it_answers() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::romashka(), Role::vasilek()).await;
    let landysh = town.settle(&Role::landysh()).await;
    let member = member_without_rights(&town, &deal).await;
    let (stranger, member) =
        (Browser::signed_in(&town, &landysh.credentials).await, Browser::signed_in(&town, &member).await);
    let nobody = Browser::new(&town);
    let (place, home) = (deal.place(&deal.seller), &landysh.person.box_id);
    let list = format!("/?box={}", deal.seller.person.box_id);
    let file = format!("{place}/files/{}", deal.posted.document_id);
    let at_home = format!("/documents/{home}/{}", deal.posted.document_id);
    let unknown: kernel::BoxId = town.app.cx(kernel::Caller::System).new_id();
    let nowhere = [
        format!("/documents/{unknown}/{unknown}"),
        format!("/documents/{home}/{unknown}"),
        format!("/documents/{home}/{unknown}/files/{unknown}"),
        "/documents/a/b".to_owned(),
        format!("/?box={unknown}"),
        "/nowhere".to_owned(),
    ];
    let nothing = stranger.get(&nowhere[0]).await;
    assert_is_page(&nothing);
    for path in [&place, &file, &at_home, &format!("{at_home}/files/{}", deal.posted.document_id), &list]
        .into_iter()
        .chain(&nowhere)
    {
        let seen = stranger.get(path).await;
        assert_eq!((seen.status, without_place(&seen)), (404, without_place(&nothing)), "{path}");
    }
    for path in [&place, &file] {
        let answer = nobody.get(path).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, format!("/sign-in?back={}", encoded(path)).as_str())
        );
        let seen = member.get(path).await;
        assert_is_page(&seen);
        assert_eq!(seen.status, 403, "{path}");
    }
    assert_eq!(nobody.get(&list).await.status, 200, "the front page, whatever box is asked for");
    assert!(!nobody.get(&list).await.text().contains("Ромашка"));
    let empty = member.get("/").await;
    assert!(empty.status == 200 && empty.text().contains("Ящика пока нет") && !empty.text().contains("Ромашка"));
    assert_eq!(member.get(&list).await.status, 404);
    let mut program = Browser::new(&town);
    program.headers.insert("accept", "*/*".parse().unwrap());
    for (path, status, code) in [(&place, 401, "web.sign-in-needed"), (&nowhere[5], 404, "web.no-such-place")] {
        let answer = program.get(path).await;
        let problem: Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!((answer.status, problem["code"].as_str().unwrap()), (status, code), "{path}");
    }
    town.close().await;
}

/// The page without the one thing that must differ: the address of itself in the other language.
fn without_place(seen: &Seen) -> String {
    let link = seen.between("<a class=\"quiet\" hreflang=", "</a>");
    seen.text().replace(&link, "")
}

async fn member_without_rights(town: &Town, deal: &Deal) -> Credentials {
    let role = Role { word: "member".to_owned(), ..Role::romashka() };
    let credentials = Credentials::drawn(&role, &town.app.chance);
    let client = sign_up(&town.client, &role, &credentials).await.unwrap();
    let me = client.get("/api/v1/account/me").await.unwrap();
    let seller = &deal.seller.person;
    let path = format!("/api/v1/account/organizations/{}/members", seller.organization_id);
    let body = json!({ "user_id": me["user_id"], "rights": { "permissions": [] } });
    seller.client.post(&path, "member", &body).await.unwrap();
    credentials
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_names_are_only_text() {
    let town = Town::open(NOW).await;
    let evil = Role { name: "ООО <img src=x onload=a()>\"'".to_owned(), ..Role::vasilek() };
    let anna = town.settle(&Role::romashka()).await;
    let boris = town.settle(&evil).await;
    boris.person.befriend(&anna.person).await.unwrap();
    let content = b"<script>alert(1)</script>";
    let document = json!({
        "kind": "nonformalized", "file_name": "$(reboot)'; Счёт & `id`.html", "number": "<b>1</b>", "signature_asked": true,
        "comment": "<script>alert(2)</script>\n</q></main>", "content": base64_of(content),
        "signature": base64_of(&boris.person.sign(content, town.clock.now()).unwrap()),
    });
    let body = json!({ "to_box_id": anna.person.box_id, "documents": [document] });
    let posted = boris
        .person
        .client
        .post(&format!("/api/v1/exchange/boxes/{}/messages", boris.person.box_id), "evil", &body)
        .await
        .unwrap();
    let posted = svitok::story::Posted {
        message_id: posted["message_id"].as_str().unwrap().to_owned(),
        document_id: posted["entity_ids"][0].as_str().unwrap().to_owned(),
    };
    anna.person.wait(&posted, "delivery", |_| true).await.unwrap();
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let place = format!("/documents/{}/{}", anna.person.box_id, posted.document_id);
    for path in ["/", &place] {
        let seen = browser.get(path).await;
        let text = seen.text();
        for forbidden in ["<script", "<img src=x", "<b>1", "</q></main>"] {
            assert!(!text.contains(forbidden), "{forbidden} in {text}");
        }
        assert!(text.contains("&lt;img src=x onload=a()&gt;") && text.contains("&lt;b&gt;1"), "{text}");
        assert_eq!(seen.header("content-security-policy"), POLICY);
    }
    let page = browser.get(&place).await.text();
    assert!(page.contains("&lt;script&gt;alert(2)"), "{page}");
    assert!(page.contains("'$(reboot)'\\''; Счёт &amp; `id`.html'"), "quoted for the shell: {page}");
    let file = browser.get(&format!("{place}/files/{}", posted.document_id)).await;
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"_(reboot)__ ____ _ _id_.html\"; \
         filename*=UTF-8''$%28reboot%29%27%3B%20%D0%A1%D1%87%D1%91%D1%82%20&%20`id`.html"
    );
    assert_eq!((file.bytes.as_slice(), file.header("content-type")), (&content[..], "application/octet-stream"));
    let query = browser.get("/?box=%3Cscript%3E&after=%22%3E%3Cscript%3E").await;
    assert!(query.status >= 400 && !query.text().contains("<script"), "{}", query.text());
    town.close().await;
}

fn base64_of(octets: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(octets)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn test_documents_are_marked() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::teplica(), Role::vasilek()).await;
    let buyer = Browser::signed_in(&town, &deal.buyer.credentials).await;
    assert!(buyer.get("/").await.main().contains("тестовый"));
    let main = buyer.get(&deal.place(&deal.buyer)).await.main();
    for shown in
        ["Тестовый документ: не имеет юридической силы", "ничего не доказывает", "тестовая. Юридической силы не имеет"]
    {
        assert!(main.contains(shown), "{shown} in {main}");
    }
    let seller = Browser::signed_in(&town, &deal.seller.credentials).await;
    assert!(seller.get("/").await.main().contains("тестовая организация"));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_language_is_switched_and_kept() {
    let town = Town::open(NOW).await;
    let deal = Deal::begun(&town, Role::romashka(), Role::vasilek()).await;
    let browser = Browser::signed_in(&town, &deal.buyer.credentials).await;
    let english = browser.get("/?lang=en").await;
    assert_is_page(&english);
    assert!(english.text().contains("<html lang=\"en\">") && english.text().contains("<h1>Incoming</h1>"));
    assert_eq!(english.cookie_flags("svitok-language").unwrap(), "Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
    let page = browser.get(&deal.place(&deal.buyer)).await;
    assert_is_page(&page);
    for shown in ["What the law asks", "UPD No. 17 of 23.11.2026", "23.11.2026 10:00 MSK", "by 24.11.2026"] {
        assert!(page.text().contains(shown), "{shown} in {}", page.text());
    }
    let missing: Vec<&str> = page.main().leak().split("pages-").skip(1).collect();
    assert!(missing.is_empty(), "texts without a translation: {missing:?}");
    assert!(browser.get("/?lang=zz").await.text().contains("<html lang=\"en\">"), "no such language changes nothing");
    assert!(browser.get("/?lang=ru").await.text().contains("<html lang=\"ru\">"));
    assert!(browser.get("/nowhere").await.text().contains("Здесь ничего нет"));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_list_is_shown_in_pages() {
    let town = Town::open(NOW).await;
    let (anna, boris) = (town.settle(&Role::romashka()).await, town.settle(&Role::vasilek()).await);
    anna.person.befriend(&boris.person).await.unwrap();
    for number in 1..=22 {
        let (name, content) = (format!("Письмо {number}.txt"), format!("№ {number}"));
        let signature = anna.person.sign(content.as_bytes(), town.clock.now()).unwrap();
        let file = (name.as_str(), content.as_bytes());
        let posted = anna.person.send_file(&boris.person, file, &signature, &format!("letter-{number}")).await.unwrap();
        boris.person.wait(&posted, "delivery", |_| true).await.unwrap();
        town.clock.advance(std::time::Duration::from_secs(60));
    }
    let browser = Browser::signed_in(&town, &boris.credentials).await;
    let first = browser.get("/").await;
    assert!(first.text().contains("На странице 20 документов"), "{}", first.text());
    assert!(first.main().contains("Письмо 22.txt") && !first.main().contains("Письмо 2.txt"));
    let next = first.between("class=\"next\" href=\"", "\"").replace("&amp;", "&");
    let second = browser.get(&next).await;
    assert!(second.text().contains("На странице 2 документа"), "{}", second.text());
    assert!(second.main().contains("Письмо 2.txt") && second.main().contains("Письмо 1.txt"));
    assert!(!second.main().contains("Письмо 3.txt") && !second.text().contains("class=\"next\""));
    let wrong = browser.get("/?after=zz").await;
    assert_is_page(&wrong);
    assert_eq!(wrong.status, 400);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_style_is_kept_by_browsers_under_its_hash() {
    let town = Town::open(NOW).await;
    let browser = Browser::new(&town);
    let page = browser.get("/").await;
    for (mark, kind) in [("rel=\"stylesheet\" href=\"", "text/css; charset=utf-8"), ("<img src=\"", "image/svg+xml")] {
        let asset = browser.get(&page.between(mark, "\"")).await;
        assert_eq!((asset.status, asset.header("content-type")), (200, kind));
        assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(asset.header("x-content-type-options"), "nosniff");
    }
    assert_eq!(browser.get("/assets/pages.css").await.status, 404);
    let legal = browser.get("/legal.md").await;
    assert_eq!((legal.status, legal.header("content-type")), (200, "text/plain; charset=utf-8"));
    town.close().await;
}
