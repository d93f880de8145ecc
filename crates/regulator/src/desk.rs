//! The simulator as one value: what every part of it works with, and how it is opened.

use crate::clock::TurnedClock;
use crate::keys::{KeyFault, Keyring};
use crate::limits::CONTAINER_BYTES_MAX;
use crate::model::Pace;
use crate::store::settings::{self, CLOCK_SHIFT};
use crate::{MIGRATIONS, STATEMENTS, jobs};
use ::store::{Catalogue, Fault, Handlers, Runner, Store, StoreConfig};
use kernel::{Caller, Chance, Clock, Cx, WorkCalendar};
use rules::Rules;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use web::{App, Limits, Texts};
use zeroize::Zeroizing;

/// What the simulator is opened with.
#[derive(Debug)]
pub struct Config {
    /// Its own database and the folder of large containers.
    pub store: StoreConfig,
    /// 32 octets, stretched: keys are sealed by it, and the chance of every answer comes from it.
    pub secret: Zeroizing<[u8; 32]>,
    /// The clock below its own.
    pub clock: Arc<dyn Clock>,
    /// For keys and ids.
    pub chance: Chance,
    /// What people read.
    pub texts: Arc<Texts>,
    /// The style of its page.
    pub style: &'static str,
    /// How fast the authorities are until somebody sets another pace.
    pub pace: Pace,
}

/// Why it does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// The database.
    #[error(transparent)]
    Store(#[from] Fault),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyFault),
    /// The calendar of working days.
    #[error("the built-in rules cannot be read: {0}")]
    Rules(String),
    /// The listener has no address.
    #[error("the listener: {0}")]
    Address(String),
}

/// The simulator, opened; cheap to clone.
#[derive(Debug, Clone)]
pub struct Regulator(Arc<Parts>);

/// What a [`Regulator`] gives.
#[derive(Debug)]
pub struct Parts {
    /// Store, clock, chance, texts.
    pub app: App,
    pub(crate) clock: TurnedClock,
    pub(crate) keys: Keyring,
    pub(crate) calendar: WorkCalendar,
    pub(crate) style: &'static str,
    pub(crate) pace: Pace,
    secret: Zeroizing<[u8; 32]>,
}

impl Deref for Regulator {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// What the simulator's database is made of.
#[must_use]
pub fn catalogue() -> Catalogue {
    Catalogue::new().with(web::MIGRATIONS, web::STATEMENTS).with(MIGRATIONS, STATEMENTS)
}

impl Regulator {
    /// Opens the database and the keys; makes the keys the first time.
    pub async fn open(config: Config) -> Result<Self, OpenFault> {
        let store = Store::open(&config.store, &catalogue()).await?;
        let shift: u64 = settings::get(&mut store.reader().await?, CLOCK_SHIFT).await?;
        let clock = TurnedClock::new(config.clock, Duration::from_secs(shift));
        let own = Cx::new(Caller::System, clock.now(), config.chance.clone());
        let keys = Keyring::open(&store, &own, &config.secret).await?;
        let calendar = Rules::embedded().map_err(|why| OpenFault::Rules(why.to_string()))?.calendar().clone();
        let limits = Limits::for_bodies(CONTAINER_BYTES_MAX);
        let app = App::new(store, Arc::new(clock.clone()), config.chance, config.texts, limits);
        let (style, pace, secret) = (config.style, config.pace, config.secret);
        Ok(Self(Arc::new(Parts { app, clock, keys, calendar, style, pace, secret })))
    }

    /// Runs the answers: started beside the server, or by hand in a test.
    #[must_use]
    pub fn runner(&self) -> Runner {
        let handlers = jobs::handlers(Handlers::new(), self);
        Runner::new(self.app.store.clone(), handlers, Arc::clone(&self.app.clock), self.app.chance.clone())
    }

    /// Chance of one act: the same for the same act under the same secret, so that an answer made again is the same.
    pub(crate) fn chance_of(&self, act: &str) -> Chance {
        Chance::from_seed(*blake3::keyed_hash(&self.secret, act.as_bytes()).as_bytes())
    }
}
