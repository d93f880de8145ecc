//! Chromium driven by its own protocol over a pipe: no port is opened and no other program is needed.

use super::super::Failure;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

/// Where Debian and others put it.
const PLACES: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/// An answer or an event that comes later does not come: a throttled first screen takes under ten seconds.
const PATIENCE: Duration = Duration::from_secs(60);
/// Events that are kept until somebody asks for them; a page of ours sends some hundreds.
const EVENTS_MAX: usize = 20_000;
/// Descriptors 3 and 4 are the pipe that the flag names; a shell lays our ends there.
const LAY_PIPES: &str = r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null"#;
const FLAGS: [&str; 10] = [
    "--remote-debugging-pipe",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
];

/// Where it is on this machine.
pub(super) fn find() -> Option<PathBuf> {
    PLACES.iter().map(PathBuf::from).find(|place| place.exists())
}

/// It at work, on a profile that is thrown away.
pub(super) struct Chromium {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
    events: VecDeque<Value>,
    _profile: TempDir,
}

fn failed(why: impl std::fmt::Display) -> Failure {
    Failure::failed("Chromium", why)
}

impl Chromium {
    pub(super) fn start(program: &Path) -> Result<Self, Failure> {
        let profile = tempfile::tempdir().map_err(failed)?;
        let mut command = Command::new("/bin/sh");
        command.arg("-c").arg(LAY_PIPES).arg(program).args(FLAGS);
        command.arg(format!("--user-data-dir={}", profile.path().display())).arg("about:blank");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut child = command.spawn().map_err(failed)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed("its pipes are not there"));
        };
        let from = BufReader::new(from);
        Ok(Self { child, to, from, asked: 0, events: VecDeque::new(), _profile: profile })
    }

    /// Carries a command out, in a session or in the browser itself.
    pub(super) async fn ask(&mut self, session: Option<&str>, method: &str, params: Value) -> Result<Value, Failure> {
        self.asked += 1;
        let id = self.asked;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if let (Some(session), Some(fields)) = (session, message.as_object_mut()) {
            fields.insert("sessionId".to_owned(), json!(session));
        }
        let mut text = message.to_string().into_bytes();
        text.push(0);
        self.to.write_all(&text).await.map_err(failed)?;
        loop {
            let mut message = self.read().await?;
            if message.get("id") != Some(&json!(id)) {
                self.keep(message);
            } else if let Some(error) = message.get("error") {
                return Err(failed(format!("{method}: {error}")));
            } else {
                return Ok(message.get_mut("result").map(Value::take).unwrap_or_default());
            }
        }
    }

    /// The next event of the name; those before it stay.
    pub(super) async fn hear(&mut self, method: &str) -> Result<Value, Failure> {
        loop {
            if let Some(at) = self.events.iter().position(|event| is_of(event, method)) {
                return Ok(self.events.remove(at).unwrap_or_default());
            }
            let message = self.read().await?;
            self.keep(message);
        }
    }

    /// Every event of the name that came so far.
    pub(super) fn heard<'a>(&'a self, method: &'a str) -> impl Iterator<Item = &'a Value> + 'a {
        self.events.iter().filter(move |event| is_of(event, method))
    }

    /// Forgets the events.
    pub(super) fn forget(&mut self) {
        self.events.clear();
    }

    /// Ends it and waits.
    pub(super) async fn close(mut self) -> Result<(), Failure> {
        self.ask(None, "Browser.close", json!({})).await?;
        timeout(PATIENCE, self.child.wait()).await.map_err(failed)?.map(drop).map_err(failed)
    }

    fn keep(&mut self, message: Value) {
        if message.get("method").is_some() && self.events.len() < EVENTS_MAX {
            self.events.push_back(message);
        }
    }

    async fn read(&mut self) -> Result<Value, Failure> {
        let mut text = Vec::new();
        timeout(PATIENCE, self.from.read_until(0, &mut text)).await.map_err(failed)?.map_err(failed)?;
        if text.pop().is_none() {
            return Err(failed("it ended"));
        }
        serde_json::from_slice(&text).map_err(failed)
    }
}

fn is_of(event: &Value, method: &str) -> bool {
    event.get("method").and_then(Value::as_str) == Some(method)
}
