//! Pages over HTTP on the whole program, as a browser meets them: signing in and out, forms, languages, what is built without
//! the client.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "pages/browser.rs"]
mod browser;
#[path = "pages/certificates.rs"]
mod certificates;
#[path = "pages/consent.rs"]
mod consent;
#[path = "pages/letters.rs"]
mod letters;
#[path = "pages/newcomer.rs"]
mod newcomer;
mod town;

use browser::{Browser, Seen};
use serde_json::Value;
use svitok::story::Credentials;
use svitok::story::cast::Role;
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

/// What who is signed in is shown by a program without the client: these towns are built so.
fn assert_is_inside(seen: &Seen) {
    assert_is_page(seen);
    let main = seen.main();
    assert_eq!(seen.status, 501, "{main}");
    assert!(main.contains("<h1>Программа собрана без клиента</h1>") && main.contains("dev/ui\n"), "{main}");
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
    assert_is_inside(&first);
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
    assert_is_inside(&browser.get("/").await);
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
    let led = Browser::new(&town).get("//evil.example/a").await;
    assert_eq!((led.status, led.header("location")), (303, "/sign-in?back=%2F"), "nor is the place carried through");
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
    assert_is_inside(&same.get("/").await);
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
async fn without_the_client_its_places_say_what_is_missing() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let document = format!("/documents/{}/{}", anna.person.box_id, anna.person.box_id);
    for place in ["/", "/incoming?turn=mine", "/settings/security", "/diagnostics", &document] {
        assert_is_inside(&browser.get(place).await);
    }
    let nobody = Browser::new(&town);
    assert_is_inside(&nobody.get("/diagnostics").await);
    let led = nobody.get(&document).await;
    assert_eq!((led.status, led.header("location")), (303, format!("/sign-in?back={}", encoded(&document)).as_str()));
    for place in ["/api/v1/nothing", "/assets/client.js", "/index.html", &format!("{document}.xml")] {
        assert_eq!(browser.get(place).await.status, 404, "{place}");
    }
    let mut program = browser;
    program.headers.insert("accept", "*/*".parse().unwrap());
    let answer = program.get(&document).await;
    let problem: Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!((answer.status, problem["code"].as_str().unwrap()), (404, "web.no-such-place"));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_language_is_switched_and_kept() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let english = browser.get("/?lang=en").await;
    assert_is_page(&english);
    assert!(english.text().contains("<html lang=\"en\">") && english.text().contains("built without its client</h1>"));
    assert_eq!(english.cookie_flags("svitok-language").unwrap(), "Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax");
    let kept = browser.get("/check").await;
    assert_is_page(&kept);
    assert!(kept.text().contains("<h1>Check a signature</h1>"), "{}", kept.main());
    assert!(!kept.main().contains(">pages-"), "a text without a translation: {}", kept.main());
    assert!(browser.get("/?lang=zz").await.text().contains("<html lang=\"en\">"), "no such language changes nothing");
    assert!(browser.get("/?lang=ru").await.text().contains("<html lang=\"ru\">"));
    assert!(browser.get("/nowhere.txt").await.text().contains("Здесь ничего нет"));
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
