//! What was acknowledged outlives the program, and on a file layer that forgets unsynced writes also the power cut.
//!
//! The writer is this very test program, started as a child that runs [`child`] and prints a line for each answer.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use futures::StreamExt as _;
use store::{Engine, Fault, No, Store, StoreConfig};
use testkit::Database;

use crate::demo::{Then, add, catalogue, cx, list, organization, thing};

const ROLE: &str = "STORE_TEST_CHILD";
const URL: &str = "STORE_TEST_URL";
const BLOBS: &str = "STORE_TEST_BLOBS";
const SEED: &str = "STORE_TEST_SEED";
const FULL: &str = "FORGETFUL_FULL";
/// Writes at once in a child: enough for batches of many.
const AT_ONCE: usize = 24;

/// Does nothing unless started as a child.
#[test]
fn child() {
    let Ok(role) = std::env::var(ROLE) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let mut config = StoreConfig::new(std::env::var(URL).unwrap(), std::env::var(BLOBS).unwrap());
        config.unsynced = role == "unsynced";
        let store = Store::open(&config, &catalogue()).await.unwrap();
        if role == "full" { meet_a_full_disk(&store).await } else { write_for_ever(&store).await }
    });
}

/// Prints each number once its write is acknowledged.
async fn write_for_ever(store: &Store) {
    let seed: u8 = std::env::var(SEED).unwrap().parse().unwrap();
    // The organization is the same for every child, the jobs' identifiers are not.
    let (id, cx) = (organization(&cx(50)), cx(seed));
    let first = i64::from(seed) * 1_000_000;
    let writes = futures::stream::iter(first..).map(|n| {
        let cx = cx.clone();
        async move { store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t))).await.map(|_| n) }
    });
    let mut answers = writes.buffer_unordered(AT_ONCE);
    while let Some(answer) = answers.next().await {
        let mut out = std::io::stdout();
        writeln!(out, "\nacknowledged {}", answer.unwrap()).and_then(|()| out.flush()).unwrap();
    }
}

async fn meet_a_full_disk(store: &Store) {
    let (flag, cx) = (std::env::var(FULL).unwrap(), cx(51));
    let id = organization(&cx);
    let write = |n| store.append(&cx, thing(id, n, Then::Stay), |tx, cx, t| Box::pin(add(tx, cx, t)));
    let blob = bytes::Bytes::from(vec![9; 200_000]);
    write(0).await.unwrap();
    fs::write(&flag, b"").unwrap();
    assert_eq!(write(1).await, Err(No::Fault(Fault::DiskFull("COMMIT".to_owned()))));
    for answer in futures::future::join_all((2..40).map(write)).await {
        assert!(matches!(answer, Err(No::Fault(Fault::DiskFull(_)))), "{answer:?}");
    }
    let content = store.put_content(id, &blob).await;
    assert!(matches!(content, Err(Fault::DiskFull(_))), "{content:?}");
    assert_eq!(list(store, id).await, [(0, 1)]);
    fs::remove_file(&flag).unwrap();
    for answer in futures::future::join_all((40..50).map(write)).await {
        answer.unwrap();
    }
    let content = store.put_content(id, &blob).await.unwrap();
    assert_eq!(store.get_content(id, content.hash).await.unwrap(), blob);
    assert_eq!(list(store, id).await.len(), 11);
}

fn start(role: &str, db: &Database, seed: u8) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["durability::child", "--exact", "--nocapture", "--test-threads=1"]);
    let config = db.config();
    command.env(ROLE, role).env(URL, &config.url).env(BLOBS, &config.blobs).env(SEED, seed.to_string());
    command
}

/// Reads acknowledged numbers until there are enough, kills the child outright, and reads what it had still said.
fn kill_after(mut child: Child, enough: usize) -> BTreeSet<i64> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = BTreeSet::new();
    let mut is_alive = true;
    for line in lines {
        let line = line.unwrap();
        acknowledged.extend(line.strip_prefix("acknowledged ").and_then(|n| n.parse::<i64>().ok()));
        if is_alive && acknowledged.len() >= enough {
            child.kill().unwrap();
            is_alive = false;
        }
    }
    child.wait().unwrap();
    assert!(acknowledged.len() >= enough, "the child ended by itself after {}", acknowledged.len());
    acknowledged
}

/// Everything acknowledged that is not there; whatever is there must be whole.
async fn missing(store: &Store, acknowledged: &BTreeSet<i64>) -> usize {
    let things = list(store, organization(&cx(50))).await;
    assert!(things.iter().zip(1..).all(|((_, seq), place)| *seq == place), "a write is there by half");
    let jobs: i64 = store.count_jobs().await.unwrap().iter().map(|count| count.count).sum();
    assert_eq!(usize::try_from(jobs).unwrap(), things.len(), "a write is there without its job");
    let there: BTreeSet<i64> = things.into_iter().map(|(n, _)| n).collect();
    acknowledged.difference(&there).count()
}

testkit::on_both_engines! {
    catalogue();

    async fn kill_9_in_the_middle_of_writing_loses_nothing(db: Database) {
        let mut acknowledged = BTreeSet::new();
        let rounds = if db.engine() == Engine::Sqlite { 6 } else { 3 };
        for round in 1..=rounds {
            let child = start("writer", &db, round).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
            acknowledged.extend(kill_after(child, 40 + 37 * usize::from(round)));
            assert_eq!(missing(&db.open().await, &acknowledged).await, 0);
        }
    }
}

/// Compiles the forgetful layer.
fn forgetful(folder: &Path) -> PathBuf {
    let library = folder.join("forgetful.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forgetful/forgetful.c");
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
        .arg(&library)
        .arg(source)
        .arg("-ldl")
        .status();
    let compiled = compiled.expect("a C compiler is not here; install it: apt-get install gcc libc6-dev");
    assert!(compiled.success());
    library
}

/// The folders of a test on the forgetful layer: the database's own, what a power cut leaves, and the rest.
struct Layer {
    twin: PathBuf,
    aside: tempfile::TempDir,
    library: PathBuf,
}

impl Layer {
    /// Everything that lies in the database's folder now is already durable.
    fn over(db: &Database) -> Self {
        let aside = tempfile::tempdir().unwrap();
        let twin = aside.path().join("twin");
        fs::create_dir(&twin).unwrap();
        fs::copy(db.folder().join("svitok.db"), twin.join("svitok.db")).unwrap();
        Self { library: forgetful(aside.path()), twin, aside }
    }

    fn under(&self, mut command: Command, db: &Database) -> Command {
        command.env("LD_PRELOAD", &self.library).env("FORGETFUL_DIR", db.folder()).env("FORGETFUL_TWIN", &self.twin);
        command.env(FULL, self.aside.path().join("full"));
        command
    }

    /// The power is back: only what was synced is there.
    fn restore(&self, db: &Database) {
        for name in ["svitok.db", "svitok.db-wal", "svitok.db-shm"] {
            drop(fs::remove_file(db.folder().join(name)));
        }
        for file in fs::read_dir(&self.twin).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), db.folder().join(file.file_name())).unwrap();
        }
    }
}

/// How many acknowledged writes a power cut loses.
async fn lost_by_a_power_cut(db: &Database, role: &str) -> usize {
    let layer = Layer::over(db);
    let mut acknowledged = BTreeSet::new();
    for round in 1..=3 {
        let mut command = layer.under(start(role, db, round), db);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        acknowledged.extend(kill_after(child, 150 * usize::from(round)));
        layer.restore(db);
    }
    missing(&db.open().await, &acknowledged).await
}

#[test]
fn a_power_cut_loses_nothing_acknowledged() {
    testkit::stories::run(Engine::Sqlite, &catalogue(), async |db: Database| {
        assert_eq!(lost_by_a_power_cut(&db, "writer").await, 0);
    });
}

#[test]
fn the_same_test_turns_red_when_synchronous_is_off() {
    testkit::stories::run(Engine::Sqlite, &catalogue(), async |db: Database| {
        assert!(lost_by_a_power_cut(&db, "unsynced").await > 0);
    });
}

#[test]
fn a_full_disk_refuses_and_recovers_by_itself() {
    testkit::stories::run(Engine::Sqlite, &catalogue(), async |db: Database| {
        let layer = Layer::over(&db);
        let output = layer.under(start("full", &db, 1), &db).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
    });
}
