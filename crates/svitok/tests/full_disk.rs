//! A disk that fills up while messages are posted: posting is refused with a clear answer, reading goes on, nothing
//! acknowledged is lost, and once there is room everything works again by itself.
//!
//! The program runs as a process of its own on a small file system that lives in memory. Mounting it takes root, or
//! `sudo` that asks nothing; elsewhere the story says that it was skipped.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

mod support;

use kernel::{Chance, Clock as _};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use support::Served;
use svitok::client::{Client, ClientFault, text};
use svitok::clock::MachineClock;
use svitok::story::cast::Role;
use svitok::story::{Credentials, Person, Posted, StoryFault, settle};

/// The whole disk.
const DISK: &str = "size=48m,mode=1777";
/// Room left before posting begins: some dozens of small messages, or of large ones.
const ROOM_BYTES: u64 = 2 * 1024 * 1024;
/// Content that lies in the database.
const SMALL_BYTES: usize = 20 * 1024;
/// Content that lies beside it.
const LARGE_BYTES: usize = 200 * 1024;
/// Posts until the disk must be full.
const POSTS_MAX: usize = 400;
/// Posts that must be refused alike once it is.
const REFUSALS: usize = 10;
/// How long working again by itself may take: the jobs of deliveries pause up to a minute after their faults.
const AGAIN_TIME_MAX: Duration = Duration::from_secs(90);

/// A file system of its own, unmounted when dropped.
struct Disk {
    folder: tempfile::TempDir,
    /// What mounted it.
    by: &'static [&'static str],
}

impl Disk {
    /// Nothing where this machine does not let us mount.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let by = [&[][..], &["sudo", "-n"]];
        let is_mounted = |by: &&[&str]| {
            let mut command = run(by, "mount");
            command.args(["-t", "tmpfs", "-o", DISK, "tmpfs"]).arg(folder.path());
            command.output().is_ok_and(|output| output.status.success())
        };
        let by = by.into_iter().find(is_mounted)?;
        Some(Self { folder, by })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn free_bytes(&self) -> u64 {
        let found = rustix::fs::statvfs(self.path()).unwrap();
        found.f_bavail * found.f_frsize
    }

    /// Takes all but the room. Gives what to remove when there shall be more.
    fn fill(&self) -> PathBuf {
        let filler = self.path().join("filler");
        let bytes = self.free_bytes().checked_sub(ROOM_BYTES).expect("the disk is full before it was filled");
        std::fs::write(&filler, vec![0; usize::try_from(bytes).unwrap()]).unwrap();
        filler
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let unmounted = run(self.by, "umount").arg("--lazy").arg(self.path()).status();
        assert!(std::thread::panicking() || unmounted.is_ok_and(|status| status.success()), "the disk stays mounted");
    }
}

fn run(by: &[&str], tool: &str) -> Command {
    let mut words = by.iter().copied().chain([tool]);
    let mut command = Command::new(words.next().unwrap());
    command.args(words);
    command
}

/// Two people, and what was acknowledged to the first: content by message.
struct Story {
    romashka: Person,
    vasilek: Person,
    posted: BTreeMap<String, (Posted, Vec<u8>)>,
    letters: usize,
}

fn is_full(fault: &StoryFault) -> bool {
    let StoryFault::Client(ClientFault::Refused { status, code, .. }) = fault else { return false };
    *status == 503 && code == "web.fault.disk-full"
}

impl Story {
    async fn begin(base: &str) -> Self {
        let (nobody, chance) = (Client::new(base).unwrap(), Chance::from_seed([31; 32]));
        let mut people = Vec::new();
        for role in [Role::romashka(), Role::vasilek()] {
            people.push(settle(&nobody, &role, &Credentials::drawn(&role, &chance), &chance).await.unwrap());
        }
        let [romashka, vasilek] = people.try_into().unwrap();
        romashka.befriend(&vasilek).await.unwrap();
        Self { romashka, vasilek, posted: BTreeMap::new(), letters: 0 }
    }

    /// A letter that nobody wrote before.
    fn letter(&mut self, bytes: usize) -> (String, Vec<u8>, Vec<u8>) {
        self.letters += 1;
        let key = format!("letter-{}", self.letters);
        let mut content = key.clone().into_bytes();
        content.resize(bytes, b'.');
        let signature = self.romashka.sign(&content, MachineClock.now()).unwrap();
        (key, content, signature)
    }

    async fn post(&mut self, letter: &(String, Vec<u8>, Vec<u8>)) -> Result<(), StoryFault> {
        let (key, content, signature) = letter;
        let posted = self.romashka.send_file(&self.vasilek, ("Письмо.txt", content), signature, key).await?;
        let twice = self.posted.insert(posted.message_id.clone(), (posted, content.clone()));
        assert!(twice.is_none(), "two letters became one message");
        Ok(())
    }

    /// Posts until the disk is full, then sees that it stays so. Gives the first letter that was refused.
    async fn post_until_refused(&mut self, bytes: usize) -> (String, Vec<u8>, Vec<u8>) {
        let before = self.posted.len();
        let mut refused = None;
        for _ in 0..POSTS_MAX {
            let letter = self.letter(bytes);
            match self.post(&letter).await {
                Ok(()) => {}
                Err(fault) if is_full(&fault) => {
                    refused = Some(letter);
                    break;
                }
                Err(fault) => panic!("a full disk is told otherwise: {fault}"),
            }
        }
        assert!(self.posted.len() > before, "nothing was posted before the disk was full");
        refused.expect("the disk was never full")
    }

    /// Everything acknowledged can be read by its sender, whatever the disk is like.
    async fn can_be_read(&self) {
        for (posted, content) in self.posted.values() {
            let held = self.romashka.held(posted).await.unwrap();
            assert!(held.iter().any(|file| file.content == *content), "message {}", posted.message_id);
        }
    }

    /// Everything acknowledged is in both boxes, once, unchanged, with good signatures; and nothing else is.
    async fn is_all_there(&self) {
        let begun = support::now();
        for (posted, content) in self.posted.values() {
            self.vasilek.wait(posted, "the delivery", |_| true).await.unwrap();
            for person in [&self.romashka, &self.vasilek] {
                let held = person.held(posted).await.unwrap();
                let files: Vec<_> = held.iter().filter(|file| file.author == "sender").collect();
                assert!(files.len() == 1 && files.iter().all(|file| file.content == *content));
                verified(person, posted).await;
            }
        }
        assert!(begun.elapsed() < AGAIN_TIME_MAX, "{:?}", begun.elapsed());
        for person in [&self.romashka, &self.vasilek] {
            assert_eq!(self.documents(person).await, self.posted.len(), "something was kept of a refused letter");
        }
    }

    async fn documents(&self, person: &Person) -> usize {
        let (mut count, mut after) = (0, String::new());
        loop {
            let path = format!("/api/v1/exchange/boxes/{}/documents?limit=100{after}", person.box_id);
            let page = person.client.get(&path).await.unwrap();
            count += page.pointer("/items").and_then(Value::as_array).unwrap().len();
            let Some(next) = page.pointer("/next").and_then(Value::as_str) else { return count };
            after = format!("&after={next}");
        }
    }
}

/// The program's own report: each file unchanged, each signature whole.
async fn verified(person: &Person, posted: &Posted) {
    let path = format!("/api/v1/exchange/boxes/{}/documents/{}/verification", person.box_id, posted.document_id);
    let report = person.client.get(&path).await.unwrap();
    let files = report.pointer("/files").and_then(Value::as_array).unwrap();
    assert!(!files.is_empty());
    for file in files {
        assert_eq!(file.pointer("/bytes_unchanged"), Some(&true.into()), "{report}");
        for signature in file.pointer("/signatures").and_then(Value::as_array).unwrap() {
            assert_eq!(text(signature, "/verdict/integrity/state").unwrap(), "good", "{report}");
        }
    }
}

async fn fills_and_empties(disk: &Disk, story: &mut Story, bytes: usize) {
    let filler = disk.fill();
    let refused = story.post_until_refused(bytes).await;
    let free = disk.free_bytes();
    for _ in 0..REFUSALS {
        let fault = story.post(&refused).await.expect_err("there is no room");
        assert!(is_full(&fault), "{fault}");
    }
    assert!(disk.free_bytes() + u64::try_from(bytes).unwrap() >= free, "refused letters leave their bytes behind");
    story.can_be_read().await;
    std::fs::remove_file(filler).unwrap();
    // By itself, without a restart; under its key the refused letter becomes one message.
    let begun = support::now();
    while let Err(fault) = story.post(&refused).await {
        assert!(begun.elapsed() < AGAIN_TIME_MAX, "{fault}");
    }
    let letter = story.letter(bytes);
    story.post(&letter).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_posts_and_loses_nothing() {
    let Some(disk) = Disk::mount() else {
        println!("SKIPPED full_disk::a_full_disk_refuses_posts_and_loses_nothing: a small disk cannot be mounted here");
        return;
    };
    let served = Served::start(disk.path(), None);
    let mut story = Story::begin(&served.base).await;
    fills_and_empties(&disk, &mut story, SMALL_BYTES).await;
    let small = story.posted.len();
    fills_and_empties(&disk, &mut story, LARGE_BYTES).await;
    story.is_all_there().await;
    served.stop();
    let said = std::fs::read_to_string(support::log_path(disk.path())).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    let told = format!("a full disk: {small} small and {} large messages\n", story.posted.len() - small);
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}
