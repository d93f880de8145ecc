//! What clients share: places and bytes of memory. One address never gets more than its part, whoever else asks.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// So much of something, taken in parts and given back. What has been taken is never waited for, so nobody can lock
/// another out by holding one half and waiting for the other.
#[derive(Debug)]
pub(crate) struct Shares {
    total_max: usize,
    address_max: usize,
    taken: Mutex<Taken>,
}

/// Holds an entry for each address that holds something, and no other.
#[derive(Debug, Default)]
struct Taken {
    total: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// Why nothing can be taken now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Full {
    /// All of it is taken.
    Total,
    /// This address has its part.
    Address,
}

/// What one holder took; given back when dropped.
#[derive(Debug)]
pub(crate) struct Share {
    of: Arc<Shares>,
    address: IpAddr,
    amount: usize,
}

impl Shares {
    /// So much in all, and so much of it for one address; of IPv6 for one network of 64 bits.
    pub(crate) fn new(total_max: usize, address_max: usize) -> Arc<Self> {
        Arc::new(Self { total_max, address_max, taken: Mutex::default() })
    }

    /// Takes some, perhaps nothing yet.
    pub(crate) fn take(self: &Arc<Self>, address: IpAddr, amount: usize) -> Result<Share, Full> {
        let mut share = Share { of: Arc::clone(self), address: network_of(address), amount: 0 };
        share.grow_to(amount).map(|()| share)
    }

    fn add(&self, address: IpAddr, more: usize) -> Result<(), Full> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let total = taken.total.saturating_add(more);
        let of_address = taken.by_address.get(&address).copied().unwrap_or_default().saturating_add(more);
        if of_address > self.address_max {
            return Err(Full::Address);
        }
        if total > self.total_max {
            return Err(Full::Total);
        }
        taken.total = total;
        taken.by_address.insert(address, of_address);
        Ok(())
    }

    fn give_back(&self, address: IpAddr, amount: usize) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.total = taken.total.saturating_sub(amount);
        if let Some(of_address) = taken.by_address.get_mut(&address) {
            *of_address = of_address.saturating_sub(amount);
            if *of_address == 0 {
                taken.by_address.remove(&address);
            }
        }
    }
}

impl Share {
    /// Takes what is missing to so much. Refused, the share stays as it was.
    pub(crate) fn grow_to(&mut self, amount: usize) -> Result<(), Full> {
        let more = amount.saturating_sub(self.amount);
        if more > 0 {
            self.of.add(self.address, more)?;
            self.amount = amount;
        }
        Ok(())
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        if self.amount > 0 {
            self.of.give_back(self.address, self.amount);
        }
    }
}

/// Whom an address stands for: of IPv6 the network of 64 bits, which one client holds whole; an IPv4 address written
/// as IPv6 is the IPv4 address.
pub(crate) fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::from((u128::from(address) & !u128::from(u64::MAX)).to_be_bytes()),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn one_address_never_gets_all() {
        let shares = Shares::new(10, 6);
        let first = shares.take(address(1), 6).unwrap();
        assert_eq!(shares.take(address(1), 1).unwrap_err(), Full::Address);
        let mut second = shares.take(address(2), 3).unwrap();
        assert_eq!(second.grow_to(5).unwrap_err(), Full::Total);
        second.grow_to(4).unwrap();
        second.grow_to(2).unwrap();
        assert_eq!(shares.take(address(3), 1).unwrap_err(), Full::Total);
        drop(first);
        assert_eq!(second.grow_to(7).unwrap_err(), Full::Address, "four held, six are the part of one");
        second.grow_to(6).unwrap();
        let third = shares.take(address(3), 4).unwrap();
        drop((second, third));
        let taken = shares.taken.lock().unwrap();
        assert!(taken.total == 0 && taken.by_address.is_empty(), "{taken:?}");
    }

    #[test]
    fn nothing_taken_leaves_no_trace() {
        let shares = Shares::new(0, 0);
        let mut nothing = shares.take(address(1), 0).unwrap();
        assert_eq!(nothing.grow_to(1).unwrap_err(), Full::Address);
        assert!(shares.taken.lock().unwrap().by_address.is_empty());
    }

    #[test]
    fn whom_an_address_stands_for() {
        for (one, other, is_same) in [
            ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true),
            ("2001:db8:0:1::1", "2001:db8:0:2::1", false),
            ("::ffff:192.0.2.1", "192.0.2.1", true),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
            ("192.0.2.1", "192.0.2.2", false),
        ] {
            let [one, other]: [IpAddr; 2] = [one, other].map(|text| text.parse().unwrap());
            assert_eq!(network_of(one) == network_of(other), is_same, "{one} {other}");
        }
    }
}
