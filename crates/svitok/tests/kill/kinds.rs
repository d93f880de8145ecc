//! Stopped or killed in the middle of every asynchronous kind of work: deliveries, words to counteragents, letters,
//! certificates, revocation lists. After the next start each piece of work ends, once.
//!
//! In each life all kinds are asked for at once, and the program ends when some of the answers are there. Lives go on
//! until kills have met every kind undone, and stops some.

use crate::letters::application;
use crate::support::{self, Served};
use crate::{arrive, moment};
use kernel::Chance;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;
use store::{Fetch as _, Migrate, Sql, Store, StoreConfig, binds};
use svitok::client::{Client, ClientFault, text};
use svitok::story::Person;
use svitok::story::cast::Role;
use tokio::task::JoinSet;

/// Lives at the least: half of them are stopped, half killed.
const LIVES_MIN: u32 = 8;
/// Lives at the most; a few are enough on any machine seen.
const LIVES_MAX: u32 = 24;
/// Messages and certificates asked for in each life.
const OF_EACH: usize = 4;
/// Letters: each is an invitation, of which an organization may have 50 open.
const LETTERS: usize = 2;
/// Answers after which a life ends.
const ANSWERS: std::ops::Range<u32> = 1..9;
/// How long ending the work may take: a certificate that was cut off waits 30 s for its job.
const ENDED_TIME_MAX: Duration = Duration::from_secs(90);
/// How often it is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Every kind of job that clients cause.
const KINDS: [&str; 5] = [
    "certification.finish_issue",
    "certification.make_list",
    "exchange.deliver",
    "exchange.tell_counteragent",
    "post.send",
];

/// What a letter's job leaves behind while no mail server can be set.
const SENT: &str = "no-mail-server";
/// Of these, the one whose job comes long after most of its work is done by the request itself.
const ISSUE: &str = "certification.finish_issue";
/// Certificates written down and not signed yet.
const INTENDED: Sql =
    Sql::global("test.intended", "SELECT COUNT(*) FROM certification_certificate WHERE certificate IS NULL");

#[test]
fn every_kind_of_work_ends_once() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let folder = tempfile::Builder::new().prefix("svitok-kinds-").tempdir().unwrap();
    runtime.block_on(Box::pin(async {
        let mut office = Office::open(folder.path()).await;
        office.live().await;
        office.finish().await;
    }));
}

/// How a life ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// SIGTERM.
    Stopped,
    /// kill -9.
    Killed,
}

/// Something asked for, always with the same key and body.
#[derive(Clone, Debug)]
struct Act {
    kind: &'static str,
    path: String,
    key: String,
    body: Value,
}

struct Office<'a> {
    data: &'a Path,
    fate: Chance,
    chance: Chance,
    tokens: [String; 3],
    people: [Person; 3],
    /// Numbers keys and addresses.
    made: usize,
    /// Whether «Ромашка» has invited «Ландыш».
    is_invited: bool,
    /// Asked and not answered.
    open: Vec<Act>,
    /// Answers by what was asked.
    answered: Vec<(Act, Value)>,
    /// Certificates to revoke, with their serial numbers.
    certificates: Vec<(String, String)>,
    /// Which endings met which kinds undone.
    met: BTreeSet<(Ending, &'static str)>,
    /// Authority of the certificates.
    authority_id: String,
}

impl<'a> Office<'a> {
    async fn open(data: &'a Path) -> Self {
        let chance = Chance::from_seed([41; 32]);
        let served = Served::start(data, None);
        let nobody = Client::new(&served.base).unwrap();
        let (mut people, mut tokens) = (Vec::new(), Vec::new());
        for role in [Role::romashka(), Role::vasilek(), Role::landysh()] {
            let (person, token) = arrive(&nobody, role, &chance).await;
            people.push(person);
            tokens.push(token);
        }
        let (people, tokens): ([Person; 3], [String; 3]) = (people.try_into().unwrap(), tokens.try_into().unwrap());
        people[0].befriend(&people[1]).await.unwrap();
        served.stop();
        let fate = Chance::from_seed([42; 32]);
        let (open, answered, certificates, met) = (Vec::new(), Vec::new(), Vec::new(), BTreeSet::new());
        let (made, is_invited, authority_id) = (0, false, String::new());
        Self { data, fate, chance, tokens, people, made, is_invited, open, answered, certificates, met, authority_id }
    }

    fn start(&mut self) -> Served {
        let served = Served::start(self.data, None);
        let nobody = Client::new(&served.base).unwrap();
        for (person, token) in self.people.iter_mut().zip(&self.tokens) {
            person.client = nobody.with_token(token);
        }
        served
    }

    async fn live(&mut self) {
        let mut lives = 0;
        while lives < LIVES_MIN || !self.is_proven() {
            lives += 1;
            assert!(lives <= LIVES_MAX, "after {LIVES_MAX} lives only these were met undone: {:?}", self.met);
            let ending = if lives % 2 == 0 { Ending::Stopped } else { Ending::Killed };
            self.one_life(ending).await;
            for kind in self.undone().await {
                self.met.insert((ending, kind));
            }
        }
        let told = format!("{lives} lives met undone: {:?}\n", self.met);
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }

    /// A kill met every kind undone. A stop lets requests and the work at hand end, and leaves what nobody took yet:
    /// of that it met something.
    fn is_proven(&self) -> bool {
        let stopped = self.met.iter().any(|(ending, _)| *ending == Ending::Stopped);
        stopped && KINDS.iter().all(|kind| self.met.contains(&(Ending::Killed, *kind)))
    }

    async fn one_life(&mut self, ending: Ending) {
        let served = self.start();
        // Words to a counteragent overtake each other; so that each can be counted, the last one has come.
        self.links_are_told().await;
        let mut acts = std::mem::take(&mut self.open);
        let is_link = |act: &Act| act.kind == "exchange.tell_counteragent";
        let link_is_open = acts.iter().any(is_link);
        acts.extend(self.asked(!link_is_open));
        let mut asking = JoinSet::new();
        for act in acts {
            let client = self.people[0].client.clone();
            asking.spawn(async move {
                let answer = client.post(&act.path, &act.key, &act.body).await;
                (act, answer)
            });
        }
        let mut served = Some(served);
        let mut left = ANSWERS.start + self.fate.below(ANSWERS.end - ANSWERS.start);
        while let Some(asked) = asking.join_next().await {
            let (act, answer) = asked.unwrap();
            self.note(act, answer, served.is_none());
            left = left.saturating_sub(1);
            if left == 0
                && let Some(served) = served.take()
            {
                // Those who ask are heard meanwhile: a stop lets requests end.
                let ended = move || if ending == Ending::Killed { served.kill() } else { served.stop() };
                tokio::task::spawn_blocking(ended).await.unwrap();
            }
        }
    }

    /// New acts of all kinds.
    fn asked(&mut self, with_link: bool) -> Vec<Act> {
        let mut acts = Vec::new();
        for _ in 0..OF_EACH {
            self.made += 1;
            let n = self.made;
            let content = format!("Письмо {n}");
            let signature = self.people[0].sign(content.as_bytes(), moment()).unwrap();
            acts.push(self.act(
                "exchange.deliver",
                "exchange/boxes/{b}/messages",
                crate::letters::body_of(&self.people[1].box_id, &content, &signature),
            ));
            let application = application(&self.people[0], &self.chance);
            acts.push(self.act("certification.finish_issue", "certification/certificates", application));
        }
        for _ in 0..LETTERS {
            self.made += 1;
            let invitation = json!({ "address": format!("guest-{}@town.example", self.made), "permissions": ["read"] });
            acts.push(self.act("post.send", "account/organizations/{o}/invitations", invitation));
        }
        if with_link {
            let word = if self.is_invited { "break" } else { "invite" };
            let path = format!("exchange/boxes/{{b}}/counteragents/{}/acts", self.people[2].box_id);
            acts.push(self.act("exchange.tell_counteragent", &path, json!({ "act": word })));
        }
        for (certificate_id, _) in std::mem::take(&mut self.certificates) {
            let path = format!("certification/organizations/{{o}}/certificates/{certificate_id}/revocation");
            acts.push(self.act("certification.make_list", &path, json!({ "reason": "superseded" })));
        }
        acts
    }

    fn act(&mut self, kind: &'static str, path: &str, body: Value) -> Act {
        self.made += 1;
        let [romashka, ..] = &self.people;
        let path = path.replace("{b}", &romashka.box_id).replace("{o}", &romashka.organization_id);
        Act { kind, path: format!("/api/v1/{path}"), key: format!("act-{}", self.made), body }
    }

    fn note(&mut self, act: Act, answer: Result<Value, ClientFault>, has_ended: bool) {
        let answer = match answer {
            Ok(answer) => answer,
            // Its first answer never came, and a revocation has no key.
            Err(fault) if fault.code() == Some("certification.revocation.already-revoked") => Value::Null,
            Err(ClientFault::Silent { .. }) if has_ended => return self.open.push(act),
            Err(fault) => panic!("{act:?}: {fault}"),
        };
        match act.kind {
            "exchange.tell_counteragent" => self.is_invited = !self.is_invited,
            "certification.finish_issue" => {
                let word = |place| text(&answer, place).unwrap().to_owned();
                self.certificates.push((word("/certificate_id"), word("/serial")));
                self.authority_id = word("/authority_id");
            }
            _ => {}
        }
        self.answered.push((act, answer));
    }

    /// Kinds that the program left undone: the table of jobs while nobody works.
    async fn undone(&self) -> Vec<&'static str> {
        let store = self.store().await;
        let jobs = store.count_jobs().await.unwrap();
        let row = store.reader().await.unwrap().fetch_one(&INTENDED, binds![]).await.unwrap();
        store.close().await.unwrap();
        assert!(!jobs.iter().any(|count| count.is_given_up), "{jobs:?}");
        let (now, is_cut_off) = (moment(), row.i64(0).unwrap() > 0);
        // A daily list is due tomorrow. The job of a certificate is due in half a minute, long after most are issued.
        let undone = |kind: &&str| match *kind {
            ISSUE => is_cut_off,
            kind => jobs.iter().any(|count| count.kind == kind && count.due_first <= now),
        };
        KINDS.into_iter().filter(undone).collect()
    }

    async fn store(&self) -> Store {
        let url = format!("sqlite:{}", self.data.join("svitok.db").display());
        let config = StoreConfig { migrate: Migrate::Refuse, ..StoreConfig::new(&url, self.data.join("blobs")) };
        Store::open(&config, &svitok::catalogue::catalogue()).await.unwrap()
    }

    fn of(&self, kind: &str) -> impl Iterator<Item = &(Act, Value)> {
        self.answered.iter().filter(move |(act, _)| act.kind == kind)
    }

    /// «Ландыш» has heard each word of «Ромашка» once.
    async fn links_are_told(&self) {
        let said = self.of("exchange.tell_counteragent").count();
        let told = async || {
            let events = crate::check::feed(&self.people[2]).await;
            events.iter().filter(|event| event["kind"] == "counteragent").count()
        };
        until(async || told().await >= said, "words to a counteragent").await;
        // The word whose answer never came may have been heard as well.
        let open = self.open.iter().filter(|act| act.kind == "exchange.tell_counteragent").count();
        assert!(told().await <= said + open, "a word was heard twice");
    }

    /// One life more in which nothing ends early; then everything is there once.
    async fn finish(mut self) {
        let served = self.start();
        for act in std::mem::take(&mut self.open) {
            let answer = self.people[0].client.post(&act.path, &act.key, &act.body).await;
            self.note(act, answer, false);
        }
        self.links_are_told().await;
        self.messages_came().await;
        self.letters_lie_in_the_outbox().await;
        self.certificates_are_issued_and_listed().await;
        // One list may tell what several jobs were to tell; these still find that out.
        until(async || self.undone().await.is_empty(), "jobs").await;
        served.stop();
        self.nothing_is_left().await;
    }

    async fn messages_came(&self) {
        let ids: BTreeSet<&str> =
            self.of("exchange.deliver").map(|(_, answer)| text(answer, "/message_id").unwrap()).collect();
        assert_eq!(ids.len(), self.of("exchange.deliver").count(), "two letters became one message");
        for (person, kind) in [(&self.people[1], "message_received"), (&self.people[0], "delivered")] {
            let count = async || {
                let mut count = BTreeMap::<String, usize>::new();
                for event in crate::check::feed(person).await.iter().filter(|event| event["kind"] == kind) {
                    *count.entry(event["message_id"].as_str().unwrap().to_owned()).or_default() += 1;
                }
                count
            };
            until(async || count().await.len() >= ids.len(), kind).await;
            let count = count().await;
            assert!(count.values().all(|times| *times == 1), "{kind}: {count:?}");
            assert!(count.keys().map(String::as_str).eq(ids.iter().copied()), "{kind}: another message");
        }
    }

    async fn letters_lie_in_the_outbox(&self) {
        let path = format!("/api/v1/account/organizations/{}/letters", self.people[0].organization_id);
        let wanted = self.of("post.send").count();
        let states = async || {
            let letters = self.all(&path).await;
            letters
                .iter()
                .map(|letter| (text(letter, "/address").unwrap().to_owned(), letter["state"].clone()))
                .collect::<Vec<_>>()
        };
        until(async || states().await.iter().filter(|(_, state)| state == SENT).count() >= wanted, "letters").await;
        let states = states().await;
        let addresses: BTreeSet<&String> = states.iter().map(|(address, _)| address).collect();
        assert_eq!((states.len(), addresses.len()), (wanted, wanted), "{states:?}");
    }

    async fn certificates_are_issued_and_listed(&self) {
        let organization_id = &self.people[0].organization_id;
        let path = format!("/api/v1/certification/certificates?organization_id={organization_id}");
        // The person's own, and one for each application.
        let wanted = self.of("certification.finish_issue").count() + 1;
        let all = self.all(&path).await;
        assert_eq!(all.len(), wanted);
        assert!(all.iter().all(|certificate| certificate["thumbprint"].is_string()), "an intention was forgotten");
        let revoked: BTreeSet<String> = all
            .iter()
            .filter(|certificate| certificate["revoked_at"].is_string())
            .map(|certificate| text(certificate, "/serial").unwrap().to_owned())
            .collect();
        assert_eq!(revoked.len(), self.of("certification.make_list").count());
        let path = format!("/api/v1/certification/authorities/{}/crl", self.authority_id);
        let listed = async || {
            let list = self.people[0].client.get_octets(&path).await.unwrap();
            let list = pki::RevocationList::from_der(&list).unwrap();
            list.entries().map(|(serial, _)| hex::encode(serial.as_bytes())).collect::<Vec<_>>()
        };
        until(async || listed().await.len() >= revoked.len(), "the revocation list").await;
        let listed = listed().await;
        assert_eq!((listed.len(), listed.into_iter().collect::<BTreeSet<_>>()), (revoked.len(), revoked));
    }

    async fn all(&self, path: &str) -> Vec<Value> {
        let (mut items, mut next) = (Vec::new(), String::new());
        loop {
            let mark = if path.contains('?') { '&' } else { '?' };
            let page = self.people[0].client.get(&format!("{path}{mark}limit=100{next}")).await.unwrap();
            items.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(after) = page["next"].as_str() else { return items };
            next = format!("&after={after}");
        }
    }

    async fn nothing_is_left(&self) {
        assert_eq!(self.undone().await, [""; 0]);
        crate::check::nothing_left(self.data, None).await;
    }
}

async fn until(is_so: impl AsyncFn() -> bool, what: &str) {
    let begun = support::now();
    let mut looks = tokio::time::interval(LOOK_EVERY);
    while !is_so().await {
        looks.tick().await;
        assert!(begun.elapsed() < ENDED_TIME_MAX, "{what}: not ended");
    }
}
