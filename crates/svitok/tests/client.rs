//! The client's files over HTTP: whom its page is given to, in which form, how long a browser may keep it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "pages/browser.rs"]
mod browser;
mod town;

use browser::Browser;
use bytes::Bytes;
use svitok::story::cast::Role;
use svitok::ui::{POLICY, Ui};
use town::{NOW, Town};

const SHELL: &str =
    "<!doctype html><title>Svitok</title><script type=\"module\" src=\"/assets/client.1f.js\"></script>";
const SCRIPT: &str = "console.log('the client of a story');";

fn ui() -> Ui {
    let files = [
        ("index.html", SHELL),
        ("assets/client.1f.js", SCRIPT),
        ("assets/client.1f.js.br", "packed"),
        ("signer/worker.2e.js", "onmessage = null;"),
        ("signer/signer.3d.wasm", "\0asm"),
        ("manifest.webmanifest", "{}"),
        ("sw.js", "onfetch = null;"),
        (".vite/manifest.json", r#"{"pages/sign-in.ts":{"file":"assets/sign-in.4c.js"}}"#),
    ];
    Ui::of(files.map(|(path, content)| (path, Bytes::from_static(content.as_bytes()))))
}

async fn town_with_client() -> Town {
    Town::open_with(NOW, |_| {}, |setup| setup.ui = ui()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_client_is_shown_to_who_is_signed_in() {
    let town = town_with_client().await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::new(&town);
    assert!(browser.get("/").await.text().contains("href=\"/sign-in\""), "the front page is everybody's");
    let place = "/documents/7?tab=out&after=v1";
    let led = browser.get(place).await;
    assert_eq!(led.status, 303);
    let diagnostics = browser.get("/diagnostics").await;
    assert_eq!((diagnostics.status, diagnostics.text().as_str()), (200, SHELL), "who cannot sign in is helped too");
    let form = led.header("location").to_owned();
    assert_eq!(form, "/sign-in?back=%2Fdocuments%2F7%3Ftab%3Dout%26after%3Dv1");
    let back = browser.get(&form).await.between("name=\"back\" value=\"", "\"").replace("&amp;", "&");
    assert_eq!(back, place);
    let opened = browser.sign_in(&anna.credentials.login, &anna.credentials.password, &back).await;
    assert_eq!((opened.status, opened.header("location")), (303, place));
    for place in ["/", place, "/settings", "/no/such/place/here"] {
        let shown = browser.get(place).await;
        assert_eq!((shown.status, shown.text().as_str()), (200, SHELL), "{place}");
        assert_eq!(shown.header("content-security-policy"), POLICY);
        assert_eq!((shown.header("cache-control"), shown.header("vary")), ("no-cache", "Accept-Encoding"));
        assert_eq!(shown.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!((shown.header("x-frame-options"), shown.header("referrer-policy")), ("DENY", "no-referrer"));
        let head = browser.ask("HEAD", place, &[], "").await;
        assert_eq!((head.status, head.bytes.len(), head.header("etag")), (200, 0, shown.header("etag")));
        let known = browser.ask("GET", place, &[("if-none-match", shown.header("etag"))], "").await;
        assert_eq!((known.status, known.bytes.len()), (304, 0), "{place}");
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_led_to_another_site_by_a_place_of_the_client() {
    let town = town_with_client().await;
    let browser = Browser::new(&town);
    for place in ["//evil.example/", "/\\evil.example", "/%09/evil.example", "/%2F%2Fevil.example"] {
        let led = browser.get(place).await;
        let location = led.header("location").to_owned();
        assert!(location.is_empty() || location.starts_with("/sign-in?back=%2F"), "{place}: {location}");
        if !location.is_empty() {
            let back = browser.get(&location).await.between("name=\"back\" value=\"", "\"");
            assert!(back.starts_with('/') && !back.starts_with("//") && !back.contains('\\'), "{place}: {back}");
        }
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_place_of_the_client_is_told_plainly() {
    let town = town_with_client().await;
    let anna = town.settle(&Role::romashka()).await;
    let browser = Browser::signed_in(&town, &anna.credentials).await;
    for place in [
        "/api/v1/nothing",
        "/assets/old.0a.js",
        "/assets/",
        "/signer/old.wasm",
        "/favicon.ico",
        "/.vite/manifest.json",
        "/index.html",
    ] {
        assert_eq!(browser.get(place).await.status, 404, "{place}");
    }
    assert_eq!(browser.ask("POST", "/settings", &[("sec-fetch-site", "same-origin")], "").await.status, 404);
    let mut program = browser;
    program.headers.insert("accept", "application/json".parse().unwrap());
    let nothing = program.get("/documents").await;
    assert_eq!((nothing.status, nothing.header("content-type")), (404, "application/problem+json"));
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_come_in_the_form_a_browser_takes() {
    let town = town_with_client().await;
    let browser = Browser::new(&town);
    let kept = "public, max-age=31536000, immutable";
    let script = browser.get("/assets/client.1f.js").await;
    assert_eq!((script.text().as_str(), script.header("content-encoding")), (SCRIPT, ""));
    assert_eq!(
        (script.header("cache-control"), script.header("content-type")),
        (kept, "text/javascript; charset=utf-8")
    );
    assert_eq!(script.header("content-security-policy"), POLICY, "a worker takes the policy of its script");
    let packed = browser.ask("GET", "/assets/client.1f.js", &[("accept-encoding", "gzip, br")], "").await;
    assert_eq!((packed.text().as_str(), packed.header("content-encoding")), ("packed", "br"));
    assert_eq!(
        (packed.header("vary"), packed.header("content-type")),
        ("Accept-Encoding", script.header("content-type"))
    );
    assert_ne!(packed.header("etag"), script.header("etag"));
    for (path, kind, cached) in [
        ("/signer/signer.3d.wasm", "application/wasm", kept),
        ("/signer/worker.2e.js", "text/javascript; charset=utf-8", kept),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/sw.js", "text/javascript; charset=utf-8", "no-cache"),
    ] {
        let file = browser.get(path).await;
        assert_eq!(
            (file.status, file.header("content-type"), file.header("cache-control")),
            (200, kind, cached),
            "{path}"
        );
        let known = browser.ask("GET", path, &[("if-none-match", file.header("etag"))], "").await;
        assert_eq!((known.status, known.bytes.len()), (304, 0), "{path}");
        assert!(file.headers.get("set-cookie").is_none());
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vendors_script_is_given_out_as_the_administrator_put_it() {
    let town = town_with_client().await;
    let browser = Browser::new(&town);
    let listed = || async { browser.get("/plugins").await.text() };
    assert_eq!(listed().await, r#"{"scripts":[]}"#);
    let folder = town.data().join("plugins");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("crypto-pro.js"), "var cadesplugin;").unwrap();
    std::fs::write(folder.join("other.js"), "alert(1)").unwrap();
    std::fs::write(folder.join("rutoken.js"), vec![b' '; 2 * 1024 * 1024 + 1]).unwrap();
    assert_eq!(listed().await, r#"{"scripts":["crypto-pro"]}"#);
    let script = browser.get("/plugins/crypto-pro.js").await;
    assert_eq!((script.status, script.text().as_str()), (200, "var cadesplugin;"));
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    for name in ["other.js", "rutoken.js", "crypto-pro", "..%2Fsecret", "crypto-pro.js%2F..%2Fother.js"] {
        assert_eq!(browser.get(&format!("/plugins/{name}")).await.status, 404, "{name}");
    }
    town.close().await;
}
