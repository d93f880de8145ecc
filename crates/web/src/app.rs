//! What every room's routes share.

use crate::edge::{Rates, Shares};
use crate::limits::{ADDRESS_PART, Limits};
use crate::live::Hall;
use crate::once::Running;
use crate::press::Press;
use crate::texts::Texts;
use kernel::{Caller, Chance, Clock, Cx, RequestId};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use store::Store;

/// Store, clock, chance, texts and limits; cheap to clone, for every layer of every request does. A room's own state
/// holds it beside what `svitok` hands the room.
#[derive(Debug, Clone)]
pub struct App(Arc<Parts>);

/// What an [`App`] gives: its fields are read through it.
#[derive(Debug, Clone)]
pub struct Parts {
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
    /// Where papers are printed; without a printer unless `svitok` handed one.
    pub press: Arc<Press>,
    pub(crate) running: Arc<Running>,
    pub(crate) rates: Arc<Rates>,
    /// Places of requests being answered.
    pub(crate) admission: Arc<Shares>,
    /// Places of requests whose body is still coming.
    pub(crate) bodies_coming: Arc<Shares>,
    /// Bytes of large bodies.
    pub(crate) body_memory: Arc<Shares>,
    /// Bytes of large answers.
    pub(crate) answer_memory: Arc<Shares>,
    /// Places of answers that stay open.
    pub(crate) live: Arc<Hall>,
}

impl App {
    /// Made once at start.
    #[must_use]
    pub fn new(store: Store, clock: Arc<dyn Clock>, chance: Chance, texts: Arc<Texts>, limits: Limits) -> Self {
        let memory = |bytes_max: usize| Shares::new(bytes_max, (bytes_max / ADDRESS_PART).max(limits.body_bytes_max));
        Self(Arc::new(Parts {
            store,
            clock,
            chance,
            texts,
            press: Arc::default(),
            running: Arc::default(),
            rates: Arc::default(),
            admission: Shares::new(limits.requests_max, limits.requests_address_max),
            bodies_coming: Shares::new(limits.bodies_coming_max, limits.bodies_coming_address_max),
            body_memory: memory(limits.body_memory_bytes_max),
            answer_memory: memory(limits.answer_memory_bytes_max),
            live: Arc::default(),
            limits: Arc::new(limits),
        }))
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

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// A copy that differs; the others stay as they were.
impl DerefMut for App {
    fn deref_mut(&mut self) -> &mut Parts {
        Arc::make_mut(&mut self.0)
    }
}
