//! Answers that stay open and tell what happens, as server-sent events: bounded in number, woken by commits, ended with the
//! sign-in and with the program.

use crate::app::App;
use crate::refusal::EdgeRefusal;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures::future::BoxFuture;
use futures::stream;
use http::HeaderValue;
use kernel::UserId;
use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{Fault, Listener};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

/// Open answers in all: a quarter of the connections, so that they never keep requests out.
pub const LIVE_MAX: usize = 1_000;
/// Of these, of one person: a browser keeps at most six connections to a host, and a person may use two.
pub const LIVE_PERSON_MAX: usize = 8;
/// Between signs of life: proxies close what is silent for half a minute or longer. Each also looks for what another program
/// on the same database wrote, and whether the sign-in still holds.
const BEAT: Duration = Duration::from_secs(15);
/// After a waking, before the look: a burst of commits is read at once.
const GATHERED: Duration = Duration::from_millis(100);
/// An answer ends then and the client asks again where it stopped: nothing grows old with an open connection.
const LIFE: Duration = Duration::from_secs(60 * 60);
/// When the client asks again after an answer ended.
const AGAIN_AFTER: Duration = Duration::from_secs(3);

/// Who holds open answers, and whether the program still lets them.
#[derive(Debug)]
pub(crate) struct Hall {
    seats: Mutex<HashMap<UserId, usize>>,
    closing: watch::Sender<bool>,
}

impl Default for Hall {
    fn default() -> Self {
        Self { seats: Mutex::default(), closing: watch::Sender::new(false) }
    }
}

/// A person's place for one open answer; given back when dropped.
#[derive(Debug)]
pub struct LiveSeat {
    hall: Arc<Hall>,
    user_id: UserId,
}

impl App {
    /// A place for an open answer of this person. Refuses when the person or all together have as many as there may be.
    pub fn live_seat(&self, user_id: UserId) -> Result<LiveSeat, EdgeRefusal> {
        let mut seats = self.live.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if seats.values().sum::<usize>() >= LIVE_MAX {
            return Err(EdgeRefusal::Busy);
        }
        let own = seats.entry(user_id).or_default();
        if *own >= LIVE_PERSON_MAX {
            return Err(EdgeRefusal::TooManyAtOnce);
        }
        *own += 1;
        Ok(LiveSeat { hall: Arc::clone(&self.live), user_id })
    }

    /// Ends all open answers, now and later: the program stops.
    pub fn end_live(&self) {
        self.live.closing.send_replace(true);
    }
}

impl Drop for LiveSeat {
    fn drop(&mut self) {
        let mut seats = self.hall.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = seats.get_mut(&self.user_id) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                seats.remove(&self.user_id);
            }
        }
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveEvent {
    /// Where to go on after it: comes back in `Last-Event-ID`.
    pub id: String,
    /// What it is of.
    pub name: &'static str,
    /// JSON on one line.
    pub data: String,
}

/// What a look found.
#[derive(Debug)]
pub enum Look {
    /// This happened, perhaps nothing; there may be more at once.
    Happened {
        /// In their order.
        events: Vec<LiveEvent>,
        /// Look again without waiting.
        is_more: bool,
    },
    /// The answer ends: the sign-in is over, or the right is.
    Over,
    /// The machine failed: the answer ends and the client asks again where it stopped.
    Failed(Fault),
}

/// Keeps an answer open: `look` is asked at once, after each waking of the listener, and from time to time.
pub fn live<S, L>(seat: LiveSeat, listener: Listener, state: S, look: L) -> Response
where
    S: Send + 'static,
    L: for<'a> Fn(&'a mut S) -> BoxFuture<'a, Look> + Send + 'static,
{
    let closing = seat.hall.closing.subscribe();
    let first = Event::default().retry(AGAIN_AFTER).comment("");
    let open = Open {
        waiting: VecDeque::from([first]),
        is_more: true,
        ends: Instant::now() + LIFE,
        closing,
        listener,
        state,
        look,
        _seat: seat,
    };
    let events = stream::unfold(open, |mut open| async move {
        let event = open.next().await?;
        Some((Ok::<_, Infallible>(event), open))
    });
    let mut answer = Sse::new(events).into_response();
    // Else a proxy of the host gathers events into a buffer.
    answer.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    answer
}

struct Open<S, L> {
    waiting: VecDeque<Event>,
    is_more: bool,
    ends: Instant,
    closing: watch::Receiver<bool>,
    listener: Listener,
    state: S,
    look: L,
    _seat: LiveSeat,
}

/// Why waiting ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waited {
    Heard,
    Beat,
    Over,
}

impl<S, L> Open<S, L>
where
    S: Send,
    L: for<'a> Fn(&'a mut S) -> BoxFuture<'a, Look> + Send,
{
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            let waited = if self.is_more { Waited::Heard } else { self.wait().await };
            if waited == Waited::Over {
                return None;
            }
            let events = match (self.look)(&mut self.state).await {
                Look::Happened { events, is_more } => {
                    self.is_more = is_more;
                    events
                }
                Look::Over => return None,
                Look::Failed(fault) => {
                    tracing::warn!(%fault, "a live answer ends");
                    return None;
                }
            };
            self.waiting
                .extend(events.into_iter().map(|each| Event::default().id(each.id).event(each.name).data(each.data)));
            if waited == Waited::Beat && self.waiting.is_empty() {
                self.waiting.push_back(Event::default().comment(""));
            }
        }
    }

    async fn wait(&mut self) -> Waited {
        let beat = (Instant::now() + BEAT).min(self.ends);
        let closing = &mut self.closing;
        let closed = async { drop(closing.wait_for(|is_closing| *is_closing).await) };
        let waited = tokio::select! {
            () = self.listener.heard() => Waited::Heard,
            () = closed => Waited::Over,
            () = sleep_until(beat) => if beat == self.ends { Waited::Over } else { Waited::Beat },
        };
        if waited == Waited::Heard {
            sleep(GATHERED).await;
        }
        waited
    }
}
