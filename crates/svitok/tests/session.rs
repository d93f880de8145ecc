//! The sign-in of a page at the API: what it opens for the client of the same origin, and what every other site is refused.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "pages/browser.rs"]
mod browser;
mod town;

use browser::{Browser, Seen};
use serde_json::{Value, json};
use std::time::Duration;
use svitok::story::cast::Role;
use town::{NOW, Town};

const SESSION: &str = "/api/v1/account/session";
const CSRF: &str = "x-svitok-csrf";

fn json_of(seen: &Seen) -> Value {
    serde_json::from_slice(&seen.bytes).unwrap_or_else(|why| panic!("{why}: {}", seen.text()))
}

fn refusal(seen: &Seen) -> (u16, String) {
    (seen.status, json_of(seen)["code"].as_str().unwrap_or_default().to_owned())
}

async fn csrf_of(browser: &Browser) -> String {
    json_of(&browser.get(SESSION).await)["csrf_token"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_learns_who_it_is_and_writes_with_its_token() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let session = json_of(&browser.get(SESSION).await);
    assert_eq!(session["user"]["login"], json!(anna.credentials.login));
    assert_eq!(session["language"], "ru");
    let seat = &session["organizations"]["items"][0];
    assert_eq!(seat["organization"]["organization_id"], json!(anna.person.organization_id));
    assert_eq!(seat["permissions"], json!(["read", "send", "sign", "administer"]));
    assert_eq!(seat["boxes"][0]["box_id"], json!(anna.person.box_id));
    let csrf = session["csrf_token"].as_str().unwrap();
    browser.get("/sign-in?lang=en").await;
    assert_eq!(json_of(&browser.get(SESSION).await)["language"], "en", "the language chosen on a page is the client's");

    let keys = format!("/api/v1/account/organizations/{}/integrator-keys", anna.person.organization_id);
    let body = json!({ "name": "Учёт" }).to_string();
    let made = browser.ask("POST", &keys, &[(CSRF, csrf), ("idempotency-key", "one")], &body).await;
    assert_eq!(made.status, 201, "{}", made.text());
    let out = browser.ask("DELETE", "/api/v1/account/sign-ins/current", &[(CSRF, csrf)], "").await;
    assert_eq!(out.status, 204, "{}", out.text());
    assert_eq!(refusal(&browser.get(SESSION).await), (401, "web.sign-in-needed".to_owned()));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_in_that_ran_out_is_nobodys() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    town.clock.advance(Duration::from_secs(7 * 24 * 3600 + 1));
    assert_eq!(refusal(&browser.get(SESSION).await), (401, "web.sign-in-needed".to_owned()));
    let login = json!({ "login": anna.credentials.login, "password": anna.credentials.password }).to_string();
    let again = browser.ask("POST", "/api/v1/account/sign-ins", &[], &login).await;
    assert_eq!(again.status, 201, "what is open to nobody stays open beside an old cookie: {}", again.text());
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_site_can_neither_write_nor_read() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let boris = town.settle(&Role::vasilek()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let csrf = csrf_of(&browser).await;
    let stranger = csrf_of(&Browser::signed_in(&town, &boris.credentials).await).await;
    let second = csrf_of(&Browser::signed_in(&town, &anna.credentials).await).await;
    let form = Browser::new(&town).get("/sign-in").await.form_token();
    assert!(csrf != stranger && csrf != second, "each sign-in has its own");

    let end = "/api/v1/account/sign-ins/current";
    for wrong in ["", "0", "zz", &csrf[1..], &stranger, &second, &form, browser.cookie("svitok").unwrap().as_str()] {
        let refused = browser.ask("DELETE", end, &[(CSRF, wrong)], "").await;
        assert_eq!(refusal(&refused), (403, "pages.session.csrf".to_owned()), "{wrong}");
    }
    for site in ["cross-site", "same-site"] {
        let refused = browser.ask("DELETE", end, &[(CSRF, &csrf), ("sec-fetch-site", site)], "").await;
        assert_eq!(refusal(&refused), (403, "pages.session.elsewhere".to_owned()), "{site}");
        let read = browser.ask("GET", SESSION, &[("sec-fetch-site", site)], "").await;
        assert_eq!(refusal(&read), (401, "web.sign-in-needed".to_owned()), "{site}");
        let public = browser.ask("GET", "/api/v1/certification/authorities", &[("sec-fetch-site", site)], "").await;
        assert_eq!(public.status, 200, "what everybody may read, other sites may too");
    }
    for (site, status) in [("none", 200), ("same-origin", 200)] {
        assert_eq!(browser.ask("GET", SESSION, &[("sec-fetch-site", site)], "").await.status, status, "{site}");
    }
    let own = [(CSRF, csrf.as_str()), ("sec-fetch-site", "same-origin")];
    assert_eq!(browser.ask("DELETE", end, &own, "").await.status, 204, "nobody else ended it");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_write_by_the_cookie_shows_the_token() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let described: Value = serde_json::from_str(&svitok::pages::description(&town.openapi)).unwrap();
    let mut asked = 0;
    for (path, item) in described["paths"].as_object().unwrap().iter().filter(|(path, _)| path.starts_with("/api/")) {
        for method in ["post", "put", "patch", "delete"].into_iter().filter(|method| item.get(*method).is_some()) {
            let refused = browser.ask(&method.to_uppercase(), path, &[], "{}").await;
            assert_eq!(refusal(&refused), (403, "pages.session.csrf".to_owned()), "{method} {path}");
            asked += 1;
        }
    }
    assert!(asked > 20, "{asked}");
    assert_eq!(browser.get(SESSION).await.status, 200, "nobody was signed out");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_shows_one_sign_in() {
    let town = Town::open(NOW).await;
    let anna = town.settle(&Role::romashka()).await;
    let boris = town.settle(&Role::vasilek()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    let bearer = format!("Bearer {}", boris.token);
    let both = browser.ask("GET", SESSION, &[("authorization", &bearer)], "").await;
    assert_eq!(refusal(&both), (422, "pages.session.two".to_owned()));
    let basic = browser.ask("GET", SESSION, &[("authorization", "Basic YTpi")], "").await;
    assert_eq!(basic.status, 200, "the word of a proxy's own gate is no sign-in here");
    let alone = Browser::new(&town).ask("GET", SESSION, &[("authorization", &bearer)], "").await;
    let session = json_of(&alone);
    assert_eq!(session["user"]["login"], json!(boris.credentials.login));
    assert!(session.get("csrf_token").is_none(), "a bearer token writes without one");
    let api_cookie = Browser::new(&town);
    api_cookie.set_cookie("svitok", &boris.token);
    assert_eq!(api_cookie.get(SESSION).await.status, 401, "only a page's sign-in is a cookie");
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_seen_by_https_binds_the_cookie_to_itself() {
    let town = Town::open_with(NOW, |_| {}, |setup| setup.limits.is_https = true).await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::new(&town);
    let opened = browser.sign_in(&anna.credentials.login, &anna.credentials.password, "/").await;
    assert_eq!(opened.cookie_flags("__Host-svitok").unwrap(), "Path=/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure");
    assert_eq!(browser.get(SESSION).await.status, 200);
    let planted = Browser::new(&town);
    planted.set_cookie("svitok", &browser.cookie("__Host-svitok").unwrap());
    assert_eq!(planted.get(SESSION).await.status, 401, "a name that a neighbour host could set counts for nothing");
    town.close().await;
}
