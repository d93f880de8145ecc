//! Both boxes against what the senders were told.

use crate::flow::Ledger;
use crate::letters::Letter;
use crate::{Kill, Story, support};
use kernel::Moment;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use store::{Migrate, Store, StoreConfig};
use svitok::client::{Client, list, text};
use svitok::story::Person;
use tokio::task::JoinSet;

/// Longest wait for the last deliveries: on PostgreSQL a killed program's claims hold for 15 s.
const DRAIN_TIME_MAX: Duration = Duration::from_secs(120);
/// How often the feed is looked at meanwhile.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Messages read at once.
const READERS: usize = 4;

/// When a message was posted, came to the other box, and its sender was told so.
#[derive(Debug)]
struct Times {
    posted: Moment,
    received: Moment,
    delivered: Moment,
}

/// What the feeds tell.
#[derive(Debug)]
pub(crate) struct Found(Vec<Times>);

impl Found {
    /// Kills that met a post without answer or a delivery not done.
    pub(crate) fn kills_with_work(&self, kills: &[Kill]) -> usize {
        kills.iter().filter(|kill| kill.unanswered > 0 || self.0.iter().any(|times| is_cut(times, kill))).count()
    }

    /// Messages whose delivery a kill cut off, or kept waiting.
    pub(crate) fn cut_off(&self, kills: &[Kill]) -> usize {
        self.0.iter().filter(|times| kills.iter().any(|kill| is_cut(times, kill))).count()
    }

    /// Of these, messages that were in the other box already, while the sender's copy did not know.
    pub(crate) fn cut_between(&self, kills: &[Kill]) -> usize {
        let is_between = |times: &Times, kill: &Kill| times.received < kill.before && times.delivered > kill.after;
        self.0.iter().filter(|times| kills.iter().any(|kill| is_between(times, kill))).count()
    }
}

fn is_cut(times: &Times, kill: &Kill) -> bool {
    times.posted < kill.before && times.delivered > kill.after
}

/// Waits for the deliveries, then compares.
pub(crate) async fn both_boxes(story: &Story<'_>, ledger: &Ledger) -> Found {
    let count = ledger.acknowledged.len();
    let sent = sender_feed(&story.romashka, count).await;
    let came = feed(&story.vasilek).await;
    let posted = moments(&sent, "message_posted", ledger);
    let delivered = moments(&sent, "delivered", ledger);
    let received = moments(&came, "message_received", ledger);
    let links = |events: &[Value]| events.iter().filter(|event| word(event, "kind") == "counteragent").count();
    assert_eq!(sent.len(), 2 * count + links(&sent), "the sender's feed tells something else");
    assert_eq!(came.len(), count + links(&came), "the recipient's feed tells something else");
    messages(story, ledger).await;
    let times = ledger.acknowledged.keys();
    Found(times.map(|id| Times { posted: posted[id], received: received[id], delivered: delivered[id] }).collect())
}

/// When each message had its one event of the kind: of every acknowledged message, and of no other.
fn moments(events: &[Value], kind: &str, ledger: &Ledger) -> BTreeMap<String, Moment> {
    let mut moments = BTreeMap::new();
    for event in events.iter().filter(|event| word(event, "kind") == kind) {
        let id = word(event, "message_id");
        let at = Moment::parse_rfc3339(word(event, "at")).unwrap();
        assert!(moments.insert(id.to_owned(), at).is_none(), "two events {kind} of message {id}");
        assert!(ledger.acknowledged.contains_key(id), "{kind}: nobody was told of message {id}");
    }
    for id in ledger.acknowledged.keys() {
        assert!(moments.contains_key(id), "{kind}: message {id} was acknowledged and is not there");
    }
    moments
}

/// The sender's feed, once it tells of as many deliveries.
async fn sender_feed(person: &Person, deliveries: usize) -> Vec<Value> {
    let begun = support::now();
    let mut looks = tokio::time::interval(LOOK_EVERY);
    loop {
        looks.tick().await;
        let events = feed(person).await;
        let delivered = events.iter().filter(|event| word(event, "kind") == "delivered").count();
        if delivered >= deliveries {
            return events;
        }
        assert!(begun.elapsed() < DRAIN_TIME_MAX, "{delivered} of {deliveries} messages were delivered");
    }
}

/// The whole feed, numbered from 1 without a gap.
pub(crate) async fn feed(person: &Person) -> Vec<Value> {
    let (mut events, mut after) = (Vec::new(), None::<String>);
    loop {
        let (page, next) = person.feed(after.as_deref()).await.unwrap();
        if page.is_empty() {
            break;
        }
        events.extend(page);
        after = next;
    }
    for (event, place) in events.iter().zip(1_i64..) {
        assert_eq!(event["seq"].as_i64(), Some(place), "a gap in the feed");
    }
    events
}

/// Reads every message in both boxes.
async fn messages(story: &Story<'_>, ledger: &Ledger) {
    let letters: Vec<(String, Letter)> =
        ledger.acknowledged.iter().map(|(id, letter)| (id.clone(), letter.clone())).collect();
    let boxes = [&story.romashka, &story.vasilek].map(|person| Reader {
        client: person.client.clone(),
        path: format!("/api/v1/exchange/boxes/{}/messages", person.box_id),
    });
    let mut readers = JoinSet::new();
    for part in letters.chunks(letters.len().div_ceil(READERS).max(1)) {
        let (part, boxes) = (part.to_vec(), boxes.clone());
        readers.spawn(async move {
            for (id, letter) in part {
                let [sent, came] = [
                    boxes[0].check(&id, &letter, "sender", "receiving_confirmation").await,
                    boxes[1].check(&id, &letter, "recipient", "sending_confirmation").await,
                ];
                assert_eq!(sent, came, "message {id}: two moments of one delivery");
            }
        });
    }
    while let Some(ended) = readers.join_next().await {
        ended.unwrap();
    }
}

/// One box.
#[derive(Clone)]
struct Reader {
    client: Client,
    path: String,
}

impl Reader {
    /// Checks the copy: exactly its entities, and the very bytes that were posted. Gives the moment of delivery.
    async fn check(&self, id: &str, letter: &Letter, side: &str, confirmation: &str) -> String {
        let message = self.client.get(&format!("{}/{id}", self.path)).await.unwrap();
        assert_eq!(text(&message, "/side").unwrap(), side);
        let entities = list(&message, "/entities").unwrap();
        let mut words: Vec<String> =
            entities.iter().map(|entity| format!("{} of {}", word(entity, "kind"), word(entity, "author"))).collect();
        words.sort();
        assert_eq!(words, expected(letter, confirmation), "message {id}, {side}");
        let document =
            entities.iter().find(|entity| entity.get("parent_id").is_none() && entity.get("blake3").is_some());
        let document = word(document.unwrap(), "id");
        let signature = child(entities, "signature", document);
        if letter.is_confirmed {
            child(entities, "signature", word(child(entities, confirmation, document), "id"));
        }
        for (entity_id, hash) in [document, word(signature, "id")].into_iter().zip(&letter.hashes) {
            let octets = self.client.get_octets(&format!("{}/{id}/entities/{entity_id}/content", self.path)).await;
            assert_eq!(blake3::hash(&octets.unwrap()).to_hex().as_str(), hash, "message {id}, {side}: other bytes");
        }
        let mark = entities.iter().find(|entity| word(entity, "kind") == "delivery").unwrap();
        word(mark, "delivered_at").to_owned()
    }
}

/// What a whole copy consists of, sorted.
fn expected(letter: &Letter, confirmation: &str) -> Vec<String> {
    let document = if letter.is_confirmed { "title" } else { "nonformalized_document" };
    let mut words = vec![format!("{document} of sender"), "signature of sender".into(), "delivery of operator".into()];
    if letter.is_confirmed {
        words.extend([format!("{confirmation} of operator"), "signature of operator".into()]);
    }
    words.sort();
    words
}

fn child<'a>(entities: &'a [Value], kind: &str, parent_id: &str) -> &'a Value {
    let is_it = |entity: &&Value| word(entity, "kind") == kind && word(entity, "parent_id") == parent_id;
    entities.iter().find(is_it).unwrap_or_else(|| panic!("no {kind} under {parent_id}"))
}

fn word<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// After the last kill: no job given up or undone, journals whole, and the program never spoke of a bug.
pub(crate) async fn nothing_left(data: &Path, database: Option<&str>) {
    let own = format!("sqlite:{}", data.join("svitok.db").display());
    let config = StoreConfig::new(database.unwrap_or(&own), data.join("blobs"));
    let config = StoreConfig { migrate: Migrate::Refuse, ..config };
    let store = Store::open(&config, &svitok::catalogue::catalogue()).await.unwrap();
    let jobs = store.count_jobs().await.unwrap();
    let is_wrong = |kind: &str, is_given_up: bool| is_given_up || kind.starts_with("exchange.");
    assert!(!jobs.iter().any(|count| is_wrong(&count.kind, count.is_given_up)), "{jobs:?}");
    assert!(!certification::check_journals(&store).await.unwrap().is_empty());
    store.close().await.unwrap();
    let said = std::fs::read_to_string(support::log_path(data)).unwrap();
    let bad: Vec<&str> = said.lines().filter(|line| line.contains("ERROR") || line.contains("panicked")).collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
