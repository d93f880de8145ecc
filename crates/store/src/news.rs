//! Who listens to a thing is woken when something about it was committed by this program: a box, a person. What happened is
//! read from the tables; a waking says only that a look is worth it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use kernel::TypedId;
use tokio::sync::{Notify, watch};

use crate::Store;
use crate::group::Woken;

/// The octets of an id.
type Thing = [u8; 16];

/// What a transaction tells of once it is committed.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// Kinds of queued jobs.
    pub kinds: BTreeSet<&'static str>,
    /// What was written about.
    pub things: BTreeSet<Thing>,
}

impl Told {
    pub fn append(&mut self, mut other: Self) {
        self.kinds.append(&mut other.kinds);
        self.things.append(&mut other.things);
    }
}

/// Whom a commit wakes: the runner of jobs, and who listens to things.
#[derive(Clone)]
pub(crate) struct Wake {
    jobs: watch::Sender<Woken>,
    news: Arc<News>,
}

impl Wake {
    pub fn new() -> Self {
        Self { jobs: watch::Sender::new(Woken::new()), news: Arc::default() }
    }

    /// How often commits queued jobs of each kind.
    pub fn jobs(&self) -> watch::Receiver<Woken> {
        self.jobs.subscribe()
    }

    /// After a commit.
    pub fn tell(&self, told: &Told) {
        if !told.kinds.is_empty() {
            self.jobs.send_modify(|woken| {
                for kind in &told.kinds {
                    let count = woken.entry(kind).or_default();
                    *count = count.wrapping_add(1);
                }
            });
        }
        self.news.ring(&told.things);
    }
}

#[derive(Default)]
struct News(Mutex<HashMap<Thing, Vec<Arc<Notify>>>>);

impl News {
    fn ring(&self, things: &BTreeSet<Thing>) {
        if things.is_empty() {
            return;
        }
        let bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        things.iter().filter_map(|thing| bells.get(thing)).flatten().for_each(|bell| bell.notify_one());
    }

    fn hang(&self, things: &[Thing], bell: &Arc<Notify>) {
        let mut bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        things.iter().for_each(|thing| bells.entry(*thing).or_default().push(Arc::clone(bell)));
    }

    fn take_down(&self, things: &[Thing], bell: &Arc<Notify>) {
        let mut bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for thing in things {
            if let Some(hung) = bells.get_mut(thing) {
                hung.retain(|each| !Arc::ptr_eq(each, bell));
                if hung.is_empty() {
                    bells.remove(thing);
                }
            }
        }
    }
}

/// Hears of commits about its things, made by this program; other programs on the same database are not heard, so whoever
/// waits also looks from time to time. Dropped, it is forgotten.
pub struct Listener {
    news: Arc<News>,
    things: Vec<Thing>,
    bell: Arc<Notify>,
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listener").field("things", &self.things.len()).finish_non_exhaustive()
    }
}

impl Listener {
    /// Until something was committed since the last time; many commits wake once.
    pub async fn heard(&self) {
        self.bell.notified().await;
    }

    /// Listens to one more thing.
    #[must_use]
    pub fn and(mut self, thing: impl TypedId) -> Self {
        let thing = thing.uuid().into_bytes();
        self.news.hang(&[thing], &self.bell);
        self.things.push(thing);
        self
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.news.take_down(&self.things, &self.bell);
    }
}

impl Store {
    /// Listens to a thing from now on.
    #[must_use]
    pub fn listen(&self, thing: impl TypedId) -> Listener {
        let (news, bell) = (Arc::clone(&self.0.wake.news), Arc::default());
        Listener { news, things: Vec::new(), bell }.and(thing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt as _;
    use kernel::{BoxId, Caller, Chance, Cx, Moment};

    #[test]
    fn who_listens_is_woken_once_and_forgotten_when_gone() {
        let wake = Wake::new();
        let cx = Cx::new(Caller::Nobody, Moment::EPOCH, Chance::from_seed([2; 32]));
        let [own, other]: [BoxId; 2] = [cx.new_id(), cx.new_id()];
        let listener = Listener { news: Arc::clone(&wake.news), things: Vec::new(), bell: Arc::default() }.and(own);
        let about = |id: BoxId| Told { things: [id.uuid().into_bytes()].into(), ..Told::default() };
        wake.tell(&about(other));
        assert!(listener.heard().now_or_never().is_none());
        wake.tell(&about(own));
        wake.tell(&about(own));
        assert!(listener.heard().now_or_never().is_some(), "told before it waited");
        assert!(listener.heard().now_or_never().is_none(), "two commits wake once");
        drop(listener);
        assert!(wake.news.0.lock().unwrap().is_empty());
    }
}
