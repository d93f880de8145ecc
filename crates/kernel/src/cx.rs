use crate::{Caller, Chance, Moment, RequestId, TypedId};

/// What every operation receives: who asks, what time it is, where chance comes from, and the request it serves.
///
/// The moment does not move while the operation runs, however often its closure is run again.
#[derive(Debug, Clone)]
pub struct Cx {
    /// Who asks.
    pub caller: Caller,
    /// Business time of the operation.
    pub now: Moment,
    /// Stands in the answer and the logs.
    pub request_id: RequestId,
    /// Identifiers, serial numbers, tokens, hedges.
    pub chance: Chance,
}

impl Cx {
    /// A new operation; its request id is drawn from `chance`.
    pub fn new(caller: Caller, now: Moment, chance: Chance) -> Self {
        let request_id = new_id(now, &chance);
        Self { caller, now, request_id, chance }
    }

    /// A new UUIDv7: milliseconds of [`Cx::now`], then chance. Moments before 1970 count as 1970.
    pub fn new_id<T: TypedId>(&self) -> T {
        new_id(self.now, &self.chance)
    }

    /// The same operation asked by another.
    pub fn with_caller(&self, caller: Caller) -> Self {
        Self { caller, ..self.clone() }
    }
}

fn new_id<T: TypedId>(now: Moment, chance: &Chance) -> T {
    let millis = u64::try_from(now.micros().div_euclid(1000)).unwrap_or_default();
    T::from_uuid(uuid::Builder::from_unix_timestamp_millis(millis, &chance.octets()).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BoxId;

    #[test]
    fn identifiers_are_version_7_and_follow_time() {
        let chance = Chance::from_seed([3; 32]);
        let early = Cx::new(Caller::Nobody, Moment::from_micros(1_000_000), chance.clone());
        let late = Cx::new(Caller::Nobody, Moment::from_micros(2_000_000), chance);
        let (a, b): (BoxId, BoxId) = (early.new_id(), late.new_id());
        assert_eq!(a.uuid().get_version_num(), 7);
        assert!(a < b);
        assert_ne!(early.new_id::<BoxId>(), early.new_id::<BoxId>());
    }

    #[test]
    fn a_moment_before_1970_still_gives_an_identifier() {
        let cx = Cx::new(Caller::Nobody, Moment::from_micros(-5), Chance::from_seed([3; 32]));
        assert_eq!(cx.new_id::<BoxId>().uuid().get_version_num(), 7);
    }
}
