use crate::Moment;

/// Business time. The real one reads the machine's clock; a movable one exists only in sandboxes and tests.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// The moment it is now.
    fn now(&self) -> Moment;
}
