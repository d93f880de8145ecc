//! kill -9 while messages flow: every message that was acknowledged is there once, in both boxes, with its
//! confirmations.
//!
//! Some senders post signed messages; at a moment that nobody chose the program is killed and started again, many
//! times. A post whose answer never came is repeated with its key. [`check`] then compares both boxes with what the
//! senders were told. With `SVITOK_BIN` (the release build) at full length, otherwise in short form. [`kinds`] does the
//! same to every asynchronous kind of work, by SIGTERM too.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets another world than it made must fail"
)]

#[path = "../support/mod.rs"]
mod support;

mod check;
mod flow;
mod kinds;
mod letters;

use flow::Ledger;
use kernel::{Chance, Clock as _, Moment};
use letters::Stock;
use serde_json::json;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;
use store::Engine;
use support::Served;
use svitok::client::{Client, text};
use svitok::clock::MachineClock;
use svitok::story::cast::Role;
use svitok::story::{Credentials, Person, settle};

/// A life ends after so many answers, counted so that a slow machine proves as much as a fast one…
const LIFE_ANSWERS: std::ops::Range<u32> = 2..48;
/// … and then at any moment within this time, so that kills meet posts, deliveries and their confirmations alike.
const LIFE_REST_MS_MAX: u32 = 100;
/// One start in this many is killed too, before or just as the program answers.
const STARTS_PER_KILLED: u32 = 8;
/// A killed start lives at most this long: opening, recovery and the first requests lie within.
const START_LIFE_MS_MAX: u32 = 400;
/// Acknowledged messages in each life, on average: fewer, and the test would prove nothing.
const ACKNOWLEDGED_PER_LIFE_MIN: usize = 5;

/// Lives at full length and in short form.
const LIVES_SQLITE: (usize, usize) = (100, 10);
const LIVES_POSTGRES: (usize, usize) = (20, 4);

#[test]
fn sqlite() {
    tell(Engine::Sqlite, LIVES_SQLITE);
}

#[test]
fn postgres() {
    tell(Engine::Postgres, LIVES_POSTGRES);
}

fn tell(engine: Engine, (full, short): (usize, usize)) {
    let lives = if std::env::var_os("SVITOK_BIN").is_some() { full } else { short };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    runtime.block_on(Box::pin(async {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::Builder::new().prefix("svitok-kill-").tempdir().unwrap();
                Story::begin(folder.path(), None).await.go(engine, lives).await;
            }
            Engine::Postgres => {
                let database = testkit::Database::new(engine, &svitok::catalogue::catalogue()).await;
                let url = database.config().url;
                Story::begin(database.folder(), Some(&url)).await.go(engine, lives).await;
            }
        }
    }));
}

/// One kill: the program was alive before, and dead after.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kill {
    before: Moment,
    after: Moment,
    /// Posts whose answer never came.
    unanswered: usize,
}

/// The two people, the program's data and the chance that rules.
pub(crate) struct Story<'a> {
    data: &'a Path,
    database: Option<&'a str>,
    /// When to kill; nothing else draws from it, so the schedule is the same in every run.
    fate: Chance,
    tokens: [String; 2],
    romashka: Person,
    vasilek: Person,
    stock: Stock,
    kills: Vec<Kill>,
    killed_starts: usize,
}

impl<'a> Story<'a> {
    /// «Ромашка» and «Василёк» come, get their certificates and agree to be counteragents.
    async fn begin(data: &'a Path, database: Option<&'a str>) -> Self {
        let chance = Chance::from_seed([11; 32]);
        let served = Served::start(data, database);
        let nobody = Client::new(&served.base).unwrap();
        let (romashka, one) = arrive(&nobody, Role::romashka(), &chance).await;
        let (vasilek, other) = arrive(&nobody, Role::vasilek(), &chance).await;
        romashka.befriend(&vasilek).await.unwrap();
        served.kill();
        let (tokens, stock, fate) = ([one, other], Stock::new(chance), Chance::from_seed([12; 32]));
        Self { data, database, fate, tokens, romashka, vasilek, stock, kills: Vec::new(), killed_starts: 0 }
    }

    async fn go(mut self, engine: Engine, lives: usize) {
        let begun = support::now();
        let mut ledger = Ledger::default();
        for life in 0..lives {
            if self.fate.below(STARTS_PER_KILLED) == 0 {
                self.kill_a_start();
            }
            self.stock.refill(&self.romashka, &self.vasilek);
            let served = self.start();
            let flow = flow::Flow::new(&self.romashka, life);
            let answers = LIFE_ANSWERS.start + self.fate.below(LIFE_ANSWERS.end - LIFE_ANSWERS.start);
            let rest = Duration::from_millis(u64::from(self.fate.below(LIFE_REST_MS_MAX)));
            let kill = flow.run_and_kill(served, (answers, rest), (&mut self.stock, &mut ledger)).await;
            self.kills.push(kill);
        }
        let served = self.start();
        flow::Flow::new(&self.romashka, lives).finish(&mut self.stock, &mut ledger).await;
        let flowed = begun.elapsed();
        let found = check::both_boxes(&self, &ledger).await;
        served.kill();
        check::nothing_left(self.data, self.database).await;
        assert!(
            ledger.acknowledged.len() >= lives * ACKNOWLEDGED_PER_LIFE_MIN,
            "{} messages",
            ledger.acknowledged.len()
        );
        let busy = found.kills_with_work(&self.kills);
        assert!(busy * 3 >= lives, "only {busy} of {lives} kills met work");
        let told = format!(
            "kill -9 on {engine:?}: {lives} lives and {} starts killed, {} with work in hand; {} messages acknowledged, \
             {} posts repeated, {} deliveries cut off ({} between their two commits); flow {} s, checks {} s\n",
            self.killed_starts,
            busy,
            ledger.acknowledged.len(),
            ledger.repeated,
            found.cut_off(&self.kills),
            found.cut_between(&self.kills),
            flowed.as_secs(),
            (begun.elapsed() - flowed).as_secs(),
        );
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }

    /// Starts the program; both people speak to it with the tokens of their one sign-in.
    fn start(&mut self) -> Served {
        let served = Served::start(self.data, self.database);
        let nobody = Client::new(&served.base).unwrap();
        self.romashka.client = nobody.with_token(&self.tokens[0]);
        self.vasilek.client = nobody.with_token(&self.tokens[1]);
        served
    }

    /// Kills the program while it opens its data.
    fn kill_a_start(&mut self) {
        let mut child = support::serve(self.data, self.database).spawn().unwrap();
        support::sleep(Duration::from_millis(u64::from(self.fate.below(START_LIFE_MS_MAX))));
        child.kill().unwrap();
        child.wait().unwrap();
        self.killed_starts += 1;
    }
}

async fn arrive(nobody: &Client, role: Role, chance: &Chance) -> (Person, String) {
    let credentials = Credentials::drawn(&role, chance);
    let person = settle(nobody, &role, &credentials, chance).await.unwrap();
    let sign_in = json!({ "login": credentials.login, "password": credentials.password });
    let opened = nobody.post("/api/v1/account/sign-ins", "", &sign_in).await.unwrap();
    let token = text(&opened, "/token").unwrap().to_owned();
    (person, token)
}

/// Business time of the program: both ask the same machine.
fn moment() -> Moment {
    MachineClock.now()
}
