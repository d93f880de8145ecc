//! Token buckets by address and by person, on the machine's clock.

use super::shares::network_of;
use crate::limits::{RATES_MAX, Rate};
use kernel::UserId;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use tokio::time::Instant;

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum RateKey {
    /// A connection's address; of IPv6, the network of 64 bits, which one client holds whole.
    Address(IpAddr),
    /// A signed-in person, however many sign-ins there are.
    User(UserId),
}

#[derive(Debug)]
struct Bucket {
    /// Thousandths of a request that may be made now.
    millitokens: u64,
    at: Instant,
}

/// All buckets. Where there are too many, the full ones go first: a full bucket remembers nothing.
#[derive(Debug, Default)]
pub(crate) struct Rates(Mutex<HashMap<RateKey, Bucket>>);

impl Rates {
    /// Takes one request from the bucket; `false` when it is empty.
    pub(crate) fn admit(&self, key: RateKey, rate: Rate) -> bool {
        self.admit_at(Instant::now(), key, rate)
    }

    fn admit_at(&self, now: Instant, key: RateKey, rate: Rate) -> bool {
        let full = u64::from(rate.burst) * 1000;
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = key.network();
        if buckets.len() >= RATES_MAX && !buckets.contains_key(&key) {
            buckets.retain(|_, bucket| bucket.filled(now, rate) < full);
            if buckets.len() >= RATES_MAX {
                // Every bucket is in use: a flood from everywhere. Admission bounds it.
                return true;
            }
        }
        let bucket = buckets.entry(key).or_insert(Bucket { millitokens: full, at: now });
        bucket.millitokens = bucket.filled(now, rate);
        bucket.at = now;
        if bucket.millitokens < 1000 {
            return false;
        }
        bucket.millitokens -= 1000;
        true
    }
}

impl Bucket {
    fn filled(&self, now: Instant, rate: Rate) -> u64 {
        let passed_ms = u64::try_from(now.saturating_duration_since(self.at).as_millis()).unwrap_or(u64::MAX);
        let refill = passed_ms.saturating_mul(u64::from(rate.per_second));
        self.millitokens.saturating_add(refill).min(u64::from(rate.burst) * 1000)
    }
}

impl RateKey {
    fn network(self) -> Self {
        match self {
            Self::Address(address) => Self::Address(network_of(address)),
            user @ Self::User(_) => user,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const RATE: Rate = Rate { per_second: 2, burst: 3 };

    #[test]
    fn a_bucket_empties_and_fills() {
        let (rates, start) = (Rates::default(), Instant::now());
        let key = RateKey::Address(IpAddr::from([192, 0, 2, 1]));
        let admit = |after_ms: u64, key| rates.admit_at(start + Duration::from_millis(after_ms), key, RATE);
        assert_eq!([true, true, true, false], [(); 4].map(|()| admit(0, key)));
        assert!(admit(0, RateKey::Address(IpAddr::from([192, 0, 2, 2]))), "another address is not touched");
        assert_eq!([true, false], [(); 2].map(|()| admit(500, key)));
        assert_eq!([true, true, true, false], [(); 4].map(|()| admit(3_600_000, key)));
    }

    #[test]
    fn one_network_is_one_client() {
        let (rates, now) = (Rates::default(), Instant::now());
        let address = |last: u16| RateKey::Address(IpAddr::from([0x2001, 0xdb8, 0, 1, 0, 0, 0, last]));
        assert_eq!((0..10).filter(|last| rates.admit_at(now, address(*last), RATE)).count(), 3);
        assert!(rates.admit_at(now, RateKey::Address(IpAddr::from([0x2001, 0xdb8, 0, 2, 0, 0, 0, 1])), RATE));
    }
}
