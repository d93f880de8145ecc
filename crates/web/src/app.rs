//! What every room's routes share.

use crate::edge::Rates;
use crate::limits::Limits;
use crate::once::Running;
use crate::texts::Texts;
use kernel::{Caller, Chance, Clock, Cx, RequestId};
use std::sync::Arc;
use store::Store;
use tokio::sync::Semaphore;

/// Store, clock, chance, texts and limits; cheap to clone. A room's own state holds it beside what `svitok` hands
/// the room.
#[derive(Debug, Clone)]
pub struct App {
    /// The one database.
    pub store: Store,
    /// Business time.
    pub clock: Arc<dyn Clock>,
    /// Identifiers and tokens.
    pub chance: Chance,
    /// Every text a person sees.
    pub texts: Arc<Texts>,
    /// The edge's limits.
    pub limits: Arc<Limits>,
    pub(crate) running: Arc<Running>,
    pub(crate) rates: Arc<Rates>,
    pub(crate) admission: Arc<Semaphore>,
}

impl App {
    /// Made once at start.
    #[must_use]
    pub fn new(store: Store, clock: Arc<dyn Clock>, chance: Chance, texts: Arc<Texts>, limits: Limits) -> Self {
        Self {
            store,
            clock,
            chance,
            texts,
            running: Arc::default(),
            rates: Arc::default(),
            admission: Arc::new(Semaphore::new(limits.requests_max)),
            limits: Arc::new(limits),
        }
    }

    /// A new operation of this caller, now.
    #[must_use]
    pub fn cx(&self, caller: Caller) -> Cx {
        Cx::new(caller, self.clock.now(), self.chance.clone())
    }

    /// A new operation inside a request that has its id already.
    #[must_use]
    pub fn cx_of(&self, caller: Caller, request_id: RequestId) -> Cx {
        Cx { caller, now: self.clock.now(), request_id, chance: self.chance.clone() }
    }
}
