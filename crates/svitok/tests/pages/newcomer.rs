//! `svitok seed` and the first sign-in: what the newcomer reads is enough to see the town by the cookie of a browser.

use crate::browser::Browser;
use crate::town::Town;
use kernel::Clock;
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use svitok::clock::MachineClock;
use svitok::config::Place;

/// What the command said: the whole, and login with password of each organization.
fn seed(data: &Path) -> (String, Vec<[String; 2]>) {
    let output = Command::new(env!("CARGO_BIN_EXE_svitok")).arg("seed").arg("--data").arg(data).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let people = said.lines().filter_map(|line| {
        let (_, pair) = line.split_once(": ").filter(|(name, _)| name.trim_start().starts_with("ООО"))?;
        let (login, password) = pair.split_once(' ')?;
        Some([login.to_owned(), password.to_owned()])
    });
    let people = people.collect();
    (said, people)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newcomer_signs_in_with_what_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let (said, people) = seed(folder.path());
    assert!(said.contains("http://127.0.0.1:8080") && people.len() == 4, "{said}");
    let (again, same) = seed(folder.path());
    assert!(again.starts_with("Городок уже есть"), "{again}");
    assert_eq!(same, people, "asked again, it says the same");

    let town = Town::open_as(&MachineClock.now().to_rfc3339(), |place| *place = Place::in_folder(folder.path())).await;
    let mut incoming = Vec::new();
    for [login, password] in &people {
        let browser = Browser::new(&town);
        assert_eq!(browser.sign_in(login, password, "/").await.status, 303, "{login}");
        incoming.push(incoming_of(&browser).await);
    }
    for shown in ["Договор поставки № 3.txt", "\"number\":\"48\"", "\"rejected\"", "\"is_test\":true", "\"recipient\""]
    {
        assert!(incoming[0].contains(shown), "{shown} in {}", incoming[0]);
    }
    for shown in ["\"number\":\"15\"", "\"finished\"", "\"number\":\"16\""] {
        assert!(incoming[1].contains(shown), "{shown} in {}", incoming[1]);
    }
    town.close().await;
}

/// What the client is given to show first: the documents that came to the person's first box.
async fn incoming_of(browser: &Browser) -> String {
    let session: Value = serde_json::from_slice(&browser.get("/api/v1/account/session").await.bytes).unwrap();
    let own = session.pointer("/organizations/items/0/boxes/0/box_id").and_then(Value::as_str).unwrap().to_owned();
    browser.get(&format!("/api/v1/exchange/boxes/{own}/documents?side=recipient")).await.text()
}
