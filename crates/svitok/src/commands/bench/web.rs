//! `svitok bench web`: what a person waits for in a browser, by Chromium's own word, on a slow machine and a slow line: the
//! client's first screen after a sign-in, the page where anybody checks a signature, beside the barest page of this server.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing is decided by them")]

use super::super::Failure;
use super::chromium::{Chromium, find};
use super::figures::{Figures, median};
use super::server::Place;
use crate::commands::runtime;
use crate::ui::Ui;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use tokio::process::Command;

/// Looks at each page, each with an empty cache; the median counts.
const LOOKS: usize = 5;
/// How much slower than this one the machine of a person is.
const PROCESSOR_SLOWER: u32 = 4;
/// There and back on the line.
const LINE_DELAY_MS: u32 = 40;
/// 10 Mbit a second.
const LINE_BYTES_PER_SECOND: u32 = 10_000_000 / 8;
/// Told by the page once it has been quiet for a second after what was waited for: the later of that, of the last task that
/// held the page for 50 ms, and of its content being read.
const WATCH: &str = r"(() => {
  let seen = 0, busy = 0;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) busy = Math.max(busy, task.startTime + task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => { if (!seen && document.querySelector('SELECTOR')) seen = performance.now(); };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  const timer = setInterval(() => {
    look();
    if (!seen || document.readyState !== 'complete' || performance.now() - Math.max(seen, busy) < 1000) return;
    clearInterval(timer);
    const read = performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
    said(String(Math.max(seen, busy, read)));
  }, 50);
})()";

/// A page, and what must be in it.
struct Page<'a> {
    path: &'a str,
    selector: &'a str,
}

/// Nothing but a word: what the line, the browser and the server take at the least.
const BARE: Page<'_> = Page { path: "/health", selector: "body" };
/// The public page.
const PUBLIC: Page<'_> = Page { path: "/check", selector: "main form" };
/// The list of documents with its rows.
const FIRST: Page<'_> = Page { path: "/incoming", selector: r#"a[href^="/documents/"]"# };

/// One look.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    ready_ms: f64,
    script_bytes: f64,
    bytes: f64,
}

/// Measures; refuses where there is no Chromium, or where the program was built without its client.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    let Some(program) = find() else {
        let advice = "bench web needs Chromium (Debian: apt-get install chromium); the client was NOT measured";
        return Err(Failure::Unreadable(advice.to_owned()));
    };
    if Ui::embedded().shell().is_none() {
        let advice = "the program was built without its client (dev/ui, then cargo build); it was NOT measured";
        return Err(Failure::Unreadable(advice.to_owned()));
    }
    runtime()?.block_on(all(&program, figures))
}

async fn all(program: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let place = Place::new(folder.path(), None)?;
    let base = format!("http://{}", place.address);
    eprintln!("web: a town is seeded");
    let (login, password) = seed(folder.path(), &base).await?;
    let (server, _) = place.start().await?;
    let mut chromium = Chromium::start(program)?;
    let cookie = sign_in(&mut chromium, &base, &login, &password).await?;
    for (name, page, cookie) in [("bare", BARE, None), ("public", PUBLIC, None), ("first", FIRST, Some(cookie))] {
        eprintln!("web: {LOOKS} looks at {}", page.path);
        let mut looks = Vec::with_capacity(LOOKS);
        for _ in 0..LOOKS {
            looks.push(look(&mut chromium, &base, &page, cookie.as_deref()).await?);
        }
        let of = |part: fn(&Look) -> f64| median(looks.iter().map(part).collect());
        figures.set(&format!("web.{name}_ms"), of(|look| look.ready_ms));
        figures.set(&format!("web.{name}_kib"), of(|look| look.bytes / 1024.0));
        figures.set(&format!("web.{name}_script_kib"), of(|look| look.script_bytes / 1024.0));
    }
    figures.set_ratio("web.first_ratio", "web.first_ms", "web.bare_ms");
    figures.set_ratio("web.public_ratio", "web.public_ms", "web.bare_ms");
    chromium.close().await?;
    server.stop().await
}

/// Fills a town and gives the login and the password of its first person.
async fn seed(folder: &Path, base: &str) -> Result<(String, String), Failure> {
    let failed = |why: &dyn std::fmt::Display| Failure::failed("svitok seed", why);
    let data = folder.join("data");
    let mut command = Command::new(std::env::current_exe().map_err(|why| failed(&why))?);
    command.env_clear().arg("seed").arg("--data").arg(&data).args(["--public-url", base]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
    let status = command.status().await.map_err(|why| failed(&why))?;
    if !status.success() {
        return Err(failed(&status));
    }
    let people = std::fs::read(data.join("town/people.json")).map_err(|why| failed(&why))?;
    let people: Value = serde_json::from_slice(&people).map_err(|why| failed(&why))?;
    let told = |name: &str| people.pointer(&format!("/people/0/{name}")).and_then(Value::as_str).map(str::to_owned);
    told("login").zip(told("password")).ok_or_else(|| failed(&"its people are not told"))
}

/// Signs in by the page of the server, as a person does; gives the cookie's value.
async fn sign_in(chromium: &mut Chromium, base: &str, login: &str, password: &str) -> Result<String, Failure> {
    let page = open(chromium).await?;
    let session = Some(page.session.as_str());
    chromium.ask(session, "Page.enable", json!({})).await?;
    chromium.ask(session, "Page.navigate", json!({ "url": format!("{base}/sign-in") })).await?;
    chromium.hear("Page.loadEventFired").await?;
    let fill = format!(
        "document.querySelector('[name=login]').value = {}; document.querySelector('[name=password]').value = {}; \
         document.querySelector('main form').requestSubmit();",
        json!(login),
        json!(password)
    );
    chromium.ask(session, "Runtime.evaluate", json!({ "expression": fill })).await?;
    chromium.hear("Page.loadEventFired").await?;
    let cookies = chromium.ask(session, "Network.getCookies", json!({ "urls": [base] })).await?;
    page.close(chromium).await?;
    let cookies = cookies.get("cookies").and_then(Value::as_array).cloned().unwrap_or_default();
    let own = cookies.iter().find(|cookie| cookie.get("name") == Some(&json!(COOKIE)));
    let value = own.and_then(|cookie| cookie.get("value")).and_then(Value::as_str).map(str::to_owned);
    value.ok_or_else(|| Failure::Failed("the sign-in page did not sign in".to_owned()))
}

/// The name on plain http.
const COOKIE: &str = "svitok";

/// A page in a context of its own: nothing is in its cache, nobody is signed in.
struct Opened {
    context: Value,
    session: String,
}

async fn open(chromium: &mut Chromium) -> Result<Opened, Failure> {
    let context = chromium.ask(None, "Target.createBrowserContext", json!({})).await?;
    let context = context.get("browserContextId").cloned().unwrap_or_default();
    let target = json!({ "url": "about:blank", "browserContextId": context });
    let target = chromium.ask(None, "Target.createTarget", target).await?;
    let target = json!({ "targetId": target.get("targetId"), "flatten": true });
    let session = chromium.ask(None, "Target.attachToTarget", target).await?;
    let session = session.get("sessionId").and_then(Value::as_str).map(str::to_owned);
    let session = session.ok_or_else(|| Failure::Failed("Chromium opened no page".to_owned()))?;
    Ok(Opened { context, session })
}

impl Opened {
    /// Ends it: a page made slow takes the processor from those after it for as long as it is open.
    async fn close(self, chromium: &mut Chromium) -> Result<(), Failure> {
        chromium.ask(None, "Target.disposeBrowserContext", json!({ "browserContextId": self.context })).await?;
        Ok(())
    }
}

async fn look(chromium: &mut Chromium, base: &str, page: &Page<'_>, cookie: Option<&str>) -> Result<Look, Failure> {
    let opened = open(chromium).await?;
    let session = Some(opened.session.as_str());
    for (method, params) in [
        ("Network.enable", json!({})),
        ("Page.enable", json!({})),
        ("Runtime.enable", json!({})),
        ("Runtime.addBinding", json!({ "name": "said" })),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": PROCESSOR_SLOWER })),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH.replace("SELECTOR", page.selector) })),
    ] {
        chromium.ask(session, method, params).await?;
    }
    if let Some(value) = cookie {
        chromium.ask(session, "Network.setCookie", json!({ "name": COOKIE, "value": value, "url": base })).await?;
    }
    let line = json!({
        "offline": false, "latency": LINE_DELAY_MS,
        "downloadThroughput": LINE_BYTES_PER_SECOND, "uploadThroughput": LINE_BYTES_PER_SECOND,
    });
    chromium.ask(session, "Network.emulateNetworkConditions", line).await?;
    chromium.forget();
    chromium.ask(session, "Page.navigate", json!({ "url": format!("{base}{}", page.path) })).await?;
    let said = chromium.hear("Runtime.bindingCalled").await?;
    let ready = said.pointer("/params/payload").and_then(Value::as_str).and_then(|text| text.parse().ok());
    let ready_ms = ready.ok_or_else(|| Failure::Failed(format!("{} said no time", page.path)))?;
    let (script_bytes, bytes) = weighed(chromium);
    opened.close(chromium).await?;
    Ok(Look { ready_ms, script_bytes, bytes })
}

/// Octets on the line: of scripts, and of everything.
fn weighed(chromium: &Chromium) -> (f64, f64) {
    let text = |event: &Value, pointer: &str| event.pointer(pointer).cloned().unwrap_or_default();
    let scripts: Vec<Value> = chromium
        .heard("Network.responseReceived")
        .filter(|event| text(event, "/params/type") == "Script")
        .map(|event| text(event, "/params/requestId"))
        .collect();
    chromium.heard("Network.loadingFinished").fold((0.0, 0.0), |(script, all), event| {
        let bytes = text(event, "/params/encodedDataLength").as_f64().unwrap_or_default();
        let is_script = scripts.contains(&text(event, "/params/requestId"));
        (if is_script { script + bytes } else { script }, all + bytes)
    })
}
