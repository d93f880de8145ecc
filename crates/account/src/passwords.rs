//! Passwords are hashed by argon2id in a bounded pool: it costs 19 MiB and tens of milliseconds of a core each.

use crate::model::{AccountRefusal, HashedPassword, Password};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::Chance;
use std::sync::Arc;
use store::{Fault, No};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

/// Memory of one hash, KiB: first recommendation of OWASP's password storage page for argon2id.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes, of the same recommendation.
const PASSES: u32 = 2;
/// Lanes, of the same recommendation.
const LANES: u32 = 1;
/// Hashes computed at once: two leave the other cores of a usual machine to documents.
pub const HASHES_AT_ONCE_MAX: usize = 2;
/// Hashes waiting; at about 30 ms each the last waits about half a second. Beyond, sign-in is told to come later.
pub const HASHES_WAITING_MAX: usize = 32;

/// The pool; clones share its limits.
#[derive(Debug, Clone)]
pub struct PasswordPool {
    cost: Cost,
    running: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

#[derive(Debug, Clone, Copy)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// A place in the pool: taken before an attempt is counted, so that a busy pool costs nobody an attempt.
#[derive(Debug)]
pub struct PasswordPlace {
    pool: PasswordPool,
    place: OwnedSemaphorePermit,
}

impl Default for PasswordPool {
    fn default() -> Self {
        Self::with(Cost { memory_kib: MEMORY_KIB, passes: PASSES, lanes: LANES })
    }
}

impl PasswordPool {
    fn with(cost: Cost) -> Self {
        Self {
            cost,
            running: Arc::new(Semaphore::new(HASHES_AT_ONCE_MAX)),
            places: Arc::new(Semaphore::new(HASHES_AT_ONCE_MAX + HASHES_WAITING_MAX)),
        }
    }

    /// The same limits with the least cost argon2 allows: only for stories that make many people.
    #[must_use]
    pub fn cheap_for_stories() -> Self {
        Self::with(Cost { memory_kib: Params::MIN_M_COST, passes: 1, lanes: 1 })
    }

    /// Takes a place. Refuses when too many are waiting.
    pub fn enter(&self) -> Result<PasswordPlace, AccountRefusal> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| AccountRefusal::PasswordsBusy)?;
        Ok(PasswordPlace { pool: self.clone(), place })
    }
}

impl PasswordPlace {
    /// Hashes a chosen password under a new salt.
    pub async fn hash(self, password: Password, chance: &Chance) -> Result<HashedPassword, No<AccountRefusal>> {
        let Cost { memory_kib, passes, lanes } = self.pool.cost;
        let mut hashed = HashedPassword { memory_kib, passes, lanes, salt: chance.octets(), hash: [0; 32] };
        hashed.hash = self.compute(password, hashed.clone()).await?;
        Ok(hashed)
    }

    /// Whether the password is the stored one. Without a stored one the same work is done and the answer is no, so
    /// that time does not tell who exists.
    pub async fn verify(self, password: Password, stored: Option<HashedPassword>) -> Result<bool, Fault> {
        let exists = stored.is_some();
        let Cost { memory_kib, passes, lanes } = self.pool.cost;
        let decoy = HashedPassword { memory_kib, passes, lanes, salt: [0; 16], hash: [0; 32] };
        let stored = stored.unwrap_or(decoy);
        let expected = blake3::Hash::from(stored.hash);
        let computed = blake3::Hash::from(self.compute(password, stored).await?);
        // blake3::Hash compares in constant time.
        Ok(computed == expected && exists)
    }

    async fn compute(self, password: Password, with: HashedPassword) -> Result<[u8; 32], Fault> {
        let running = Arc::clone(&self.pool.running).acquire_owned().await.map_err(|_| Fault::Closed)?;
        let work = spawn_blocking(move || {
            // Both permits live as long as the work, also when the caller stops waiting.
            let _held = (running, self.place);
            let params = Params::new(with.memory_kib, with.passes, with.lanes, Some(with.hash.len()));
            let params = params.map_err(|error| Fault::Decode(format!("cost of a password: {error}")))?;
            let mut hash = [0; 32];
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                .hash_password_into(password.octets(), &with.salt, &mut hash)
                .map_err(|error| Fault::Decode(format!("hash of a password: {error}")))?;
            Ok(hash)
        });
        work.await.unwrap_or_else(|error| Err(Fault::Panicked(error.to_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Login;

    fn password(text: &str) -> Password {
        Password::choose(text.to_owned(), &Login::parse("seller@romashka.example").unwrap()).unwrap()
    }

    #[tokio::test]
    async fn the_right_password_and_no_other() {
        let pool = PasswordPool::cheap_for_stories();
        let chance = Chance::from_seed([6; 32]);
        let stored = pool.enter().unwrap().hash(password("ромашка в поле"), &chance).await.unwrap();
        let verify = |text: &'static str, stored| pool.enter().unwrap().verify(password(text), stored);
        assert!(verify("ромашка в поле", Some(stored.clone())).await.unwrap());
        assert!(!verify("Ромашка в поле", Some(stored.clone())).await.unwrap());
        assert!(!verify("ромашка в поле", None).await.unwrap());
        let again = pool.enter().unwrap().hash(password("ромашка в поле"), &chance).await.unwrap();
        assert_ne!(stored, again, "another salt");
    }

    #[tokio::test]
    async fn the_pool_is_bounded() {
        let pool = PasswordPool::cheap_for_stories();
        let places: Vec<_> = std::iter::from_fn(|| pool.enter().ok()).take(1000).collect();
        assert_eq!(places.len(), HASHES_AT_ONCE_MAX + HASHES_WAITING_MAX);
        assert_eq!(pool.enter().unwrap_err(), AccountRefusal::PasswordsBusy);
        drop(places);
        assert!(pool.enter().is_ok());
    }

    #[tokio::test]
    async fn the_real_cost_works() {
        let pool = PasswordPool::default();
        let chance = Chance::from_seed([6; 32]);
        let stored = pool.enter().unwrap().hash(password("ромашка в поле"), &chance).await.unwrap();
        assert_eq!((stored.memory_kib, stored.passes, stored.lanes), (MEMORY_KIB, PASSES, LANES));
        assert!(pool.enter().unwrap().verify(password("ромашка в поле"), Some(stored)).await.unwrap());
    }
}
