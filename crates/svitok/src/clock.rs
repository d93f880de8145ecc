//! The machine's clock and entropy: the only place of the program that reads them for business.

use kernel::{Chance, Clock, Moment};

/// Business time is the machine's time.
#[derive(Debug, Clone, Copy)]
pub struct MachineClock;

impl Clock for MachineClock {
    fn now(&self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "the one door to the machine's clock for business time")]
        let now = std::time::SystemTime::now();
        match now.duration_since(std::time::UNIX_EPOCH) {
            Ok(since) => Moment::EPOCH.plus(since),
            Err(before) => Moment::EPOCH.minus(before.duration()),
        }
    }
}

/// A stream of chance seeded by the machine's entropy.
pub fn machine_chance() -> Result<Chance, getrandom::Error> {
    let mut seed = [0; 32];
    #[expect(clippy::disallowed_methods, reason = "the one door to the machine's entropy")]
    getrandom::fill(&mut seed)?;
    Ok(Chance::from_seed(seed))
}
