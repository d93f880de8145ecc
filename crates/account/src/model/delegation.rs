//! Acting in another's place for a time.

use super::{AccountRefusal, PeopleRefusal, Permission, Permissions};
use kernel::{Moment, UserId};
use std::time::Duration;

kernel::typed_id!(
    /// A delegation of one member to another.
    pub struct DelegationId
);
kernel::typed_id!(
    /// Something done under a delegation.
    pub struct DelegatedActId
);

/// The longest: parental leave and long illness are covered by appointing somebody.
pub const DELEGATION_LIFE_MAX: Duration = Duration::from_secs(366 * 24 * 3600);
/// Characters of a reason.
const REASON_CHARS_MAX: usize = 200;

/// A delegation: what one member lets another do in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// Its id.
    pub delegation_id: DelegationId,
    /// Whose place.
    pub from: UserId,
    /// Who acts.
    pub to: UserId,
    /// What may be done: never more than the delegator may do at that moment.
    pub permissions: Permissions,
    /// Why, for people.
    pub reason: String,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// When it was made.
    pub created_at: Moment,
    /// When it was ended before its time.
    pub revoked_at: Option<Moment>,
    /// By whom.
    pub revoked_by: Option<UserId>,
}

impl Delegation {
    /// Refuses a delegation to oneself, of nothing, of administering, beyond what one may do oneself, for a time that is
    /// over, empty or longer than a year, and a reason over 200 characters.
    pub fn check(&self, own: &Permissions, now: Moment) -> Result<(), AccountRefusal> {
        if self.from == self.to {
            return Err(PeopleRefusal::DelegationToSelf.into());
        }
        // Whoever administers for a day could make it last: an administrator appoints another one instead.
        let is_whole = self.permissions.iter().all(|permission| own.allow(permission));
        if !is_whole || self.permissions.allow(Permission::Administer) || self.permissions.iter().next().is_none() {
            return Err(PeopleRefusal::DelegationBeyondOwn.into());
        }
        let life = self.ends_at.since(self.starts_at);
        if self.ends_at <= self.starts_at || self.ends_at <= now || life > DELEGATION_LIFE_MAX {
            return Err(PeopleRefusal::DelegationTime.into());
        }
        if self.reason.chars().count() > REASON_CHARS_MAX || self.reason.chars().any(char::is_control) {
            return Err(AccountRefusal::TextForm { field: "reason", accepted: "up to 200 characters on one line" });
        }
        Ok(())
    }

    /// Whether it still is or will be in force.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.revoked_at.is_none() && now < self.ends_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Caller, Chance, Cx};

    const HOUR: Duration = Duration::from_secs(3600);

    #[test]
    fn delegations_that_cannot_be() {
        let now = Moment::from_seconds(1_000_000);
        let cx = Cx::new(Caller::Nobody, now, Chance::from_seed([1; 32]));
        let own = Permissions::parse(["read", "sign", "administer"]).unwrap();
        let right = Delegation {
            delegation_id: cx.new_id(),
            from: cx.new_id(),
            to: cx.new_id(),
            permissions: Permissions::parse(["sign"]).unwrap(),
            reason: "Отпуск".to_owned(),
            starts_at: now,
            ends_at: now.plus(HOUR),
            created_at: now,
            revoked_at: None,
            revoked_by: None,
        };
        let check = |change: &dyn Fn(&mut Delegation)| {
            let mut wrong = right.clone();
            change(&mut wrong);
            wrong.check(&own, now)
        };
        let permissions = |names: &[&str]| Permissions::parse(names.iter().copied()).unwrap();
        assert_eq!(right.check(&own, now), Ok(()));
        assert!(check(&|d| d.ends_at = d.starts_at.plus(DELEGATION_LIFE_MAX)).is_ok());
        let time = Err(PeopleRefusal::DelegationTime.into());
        assert_eq!(check(&|d| d.ends_at = d.starts_at), time);
        assert_eq!(check(&|d| d.ends_at = d.starts_at.minus(HOUR)), time);
        assert_eq!(check(&|d| (d.starts_at, d.ends_at) = (now.minus(HOUR * 2), now)), time);
        assert_eq!(check(&|d| d.ends_at = now.plus(DELEGATION_LIFE_MAX + HOUR)), time);
        let beyond = Err(PeopleRefusal::DelegationBeyondOwn.into());
        for names in [&["send"][..], &["sign", "send"], &["administer"], &[]] {
            assert_eq!(check(&|d| d.permissions = permissions(names)), beyond, "{names:?}");
        }
        assert_eq!(check(&|d| d.to = d.from), Err(PeopleRefusal::DelegationToSelf.into()));
        assert!(check(&|d| d.reason = "я".repeat(201)).is_err() && check(&|d| d.reason = "a\nb".to_owned()).is_err());
        assert!(right.is_open(now) && !right.is_open(right.ends_at));
    }
}
