//! Limits of the room, each with its unit and reason.

/// Organizations one person is a member of: an accountant's firm keeps hundreds.
pub const ORGANIZATIONS_OF_USER_MAX: i64 = 1_000;
/// Members of one organization: the largest holdings have thousands of people in exchange.
pub const MEMBERS_MAX: i64 = 5_000;
/// Departments named in one member's access.
pub const DEPARTMENTS_LISTED_MAX: usize = 100;
/// Open keys of integrators' programs of one organization: one each for a handful of programs.
pub const INTEGRATOR_KEYS_MAX: i64 = 20;
/// Invitations of one organization that may still be accepted: they send letters to strangers.
pub const INVITATIONS_MAX: i64 = 50;
/// Certificates bound to one person: a director of several companies has one of each, for a few years.
pub const CERTIFICATES_MAX: usize = 50;
