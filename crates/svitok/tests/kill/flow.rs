//! One life of the program: senders post, each its next letter once the last was answered, until the program dies.

use crate::letters::{Letter, Stock};
use crate::support::Served;
use crate::{Kill, moment};
use kernel::Chance;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use svitok::client::{Client, ClientFault, text};
use svitok::story::Person;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Senders at once.
const SENDERS: usize = 6;
/// A sender rests up to this long after an answer, so that a kill meets now many posts, now only deliveries.
const REST_MS_MAX: u32 = 40;
/// Longest life: a loaded machine answers some posts a second.
const LIFE_TIME_MAX: Duration = Duration::from_secs(60);

/// What the senders were told.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    /// Letters by the message they became.
    pub(crate) acknowledged: BTreeMap<String, Letter>,
    /// Letters whose first answer never came and whose repetition was acknowledged.
    pub(crate) repeated: usize,
}

impl Ledger {
    fn acknowledge(&mut self, letter: Letter, message_id: String) {
        if let Some(first) = &letter.message_id {
            assert_eq!(*first, message_id, "the same key made another message");
            return;
        }
        if letter.tries > 1 {
            self.repeated += 1;
        }
        let twice = self.acknowledged.insert(message_id, Letter { body: Value::Null, ..letter });
        assert!(twice.is_none(), "two keys made one message");
    }
}

/// The table at which the senders of one life sit.
struct Desk {
    client: Client,
    path: String,
    is_killed: AtomicBool,
    answers: Semaphore,
    letters: Mutex<VecDeque<Letter>>,
    /// Posted letters, with the message each became if that was answered.
    posted: Mutex<Vec<(Letter, Option<String>)>>,
}

/// The flow of one life.
pub(crate) struct Flow {
    client: Client,
    path: String,
    life: usize,
}

impl Flow {
    /// From one person's box, in life number `life`.
    pub(crate) fn new(from: &Person, life: usize) -> Self {
        let path = format!("/api/v1/exchange/boxes/{}/messages", from.box_id);
        Self { client: from.client.clone(), path, life }
    }

    /// Lets letters flow until so many answers came and this time passed, then kills the program.
    pub(crate) async fn run_and_kill(
        self,
        served: Served,
        (answers, rest): (u32, Duration),
        books: (&mut Stock, &mut Ledger),
    ) -> Kill {
        let (stock, ledger) = books;
        let (desk, mut senders) = self.sit_down(std::mem::take(&mut stock.ready));
        let enough = tokio::time::timeout(LIFE_TIME_MAX, desk.answers.acquire_many(answers));
        drop(enough.await.expect("the senders are not answered").unwrap());
        pass(rest).await;
        let before = moment();
        desk.is_killed.store(true, Ordering::SeqCst);
        served.kill();
        let after = moment();
        while let Some(ended) = senders.join_next().await {
            ended.unwrap();
        }
        let unanswered = clear_away(&desk, stock, ledger);
        Kill { before, after, unanswered }
    }

    /// Posts once more what was posted and never answered; nobody dies.
    pub(crate) async fn finish(self, stock: &mut Stock, ledger: &mut Ledger) {
        let mut left = std::mem::take(&mut stock.ready);
        left.retain(|letter| letter.tries > 0);
        let (desk, mut senders) = self.sit_down(left);
        while let Some(ended) = senders.join_next().await {
            ended.unwrap();
        }
        assert_eq!(clear_away(&desk, stock, ledger), 0);
    }

    fn sit_down(self, letters: VecDeque<Letter>) -> (Arc<Desk>, JoinSet<()>) {
        let desk = Arc::new(Desk {
            client: self.client,
            path: self.path,
            is_killed: AtomicBool::new(false),
            answers: Semaphore::new(0),
            letters: Mutex::new(letters),
            posted: Mutex::default(),
        });
        let mut senders = JoinSet::new();
        for sender in 0..SENDERS {
            let seed = u8::try_from((self.life * SENDERS + sender) % 256).unwrap();
            senders.spawn(send(desk.clone(), Chance::from_seed([seed; 32])));
        }
        (desk, senders)
    }
}

async fn send(desk: Arc<Desk>, chance: Chance) {
    loop {
        let next = desk.letters.lock().unwrap().pop_front();
        let Some(mut letter) = next else { return };
        letter.tries += 1;
        let answer = desk.client.post(&desk.path, &letter.key, &letter.body).await;
        let message_id = match answer {
            Ok(posted) => Some(text(&posted, "/message_id").unwrap().to_owned()),
            Err(ClientFault::Silent { .. }) if desk.is_killed.load(Ordering::SeqCst) => None,
            Err(fault) => panic!("a good letter is not taken: {fault}"),
        };
        let is_over = message_id.is_none();
        desk.answers.add_permits(usize::from(!is_over));
        desk.posted.lock().unwrap().push((letter, message_id));
        if is_over {
            return;
        }
        pass(Duration::from_millis(u64::from(chance.below(REST_MS_MAX)))).await;
    }
}

/// Machine time passes: the program under test lives by it, and nothing is waited for.
async fn pass(time: Duration) {
    assert!(tokio::time::timeout(time, std::future::pending::<()>()).await.is_err());
}

/// Writes down what was answered. What was not comes first in the next life, and with it the last letter that was:
/// asked again, the program must remember. Gives the number of unanswered posts.
fn clear_away(desk: &Desk, stock: &mut Stock, ledger: &mut Ledger) -> usize {
    stock.ready = std::mem::take(&mut *desk.letters.lock().unwrap());
    let mut last = None;
    let mut unanswered = 0;
    for (letter, message_id) in std::mem::take(&mut *desk.posted.lock().unwrap()) {
        if let Some(message_id) = message_id {
            last = Some(Letter { message_id: Some(message_id.clone()), ..letter.clone() });
            ledger.acknowledge(letter, message_id);
        } else {
            unanswered += 1;
            stock.ready.push_front(letter);
        }
    }
    if let Some(last) = last {
        stock.ready.push_front(last);
    }
    unanswered
}
