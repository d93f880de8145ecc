//! Limits of the room, each with its unit and reason.

/// Organizations one person is a member of: an accountant's firm keeps hundreds.
pub const ORGANIZATIONS_OF_USER_MAX: i64 = 1_000;
/// Members of one organization: the largest holdings have thousands of people in exchange.
pub const MEMBERS_MAX: i64 = 5_000;
/// Members whom a rule of sign-in would leave without a way in that are named: a longer list is not read, and its length tells
/// enough.
pub const LEFT_OUT_NAMED_MAX: usize = 100;
/// Departments named in one member's access.
pub const DEPARTMENTS_LISTED_MAX: usize = 100;
/// Open keys of integrators' programs of one organization: one each for a handful of programs.
pub const INTEGRATOR_KEYS_MAX: i64 = 20;
/// Roles of an organization's own: as many as there are posts in a large office.
pub const ROLES_MAX: usize = 100;
/// Departments of one organization, archived ones too: the largest holdings have some hundred.
pub const DEPARTMENTS_MAX: usize = 1_000;
/// Delegations of one member that are or will be in force.
pub const DELEGATIONS_MAX: i64 = 20;
/// Requests for access that wait in one organization: more is a flood, and its administrators are told so once.
pub const ACCESS_REQUESTS_MAX: i64 = 100;
/// Requests for access of one person in thirty days: an outside accountant joins some dozens of organizations.
pub const ACCESS_REQUESTS_OF_USER_MAX: i64 = 50;
/// Administrators who are told of a request for access.
pub const ADMINISTRATORS_TOLD_MAX: usize = 20;
/// Tasks one member has given that nobody has done yet: more are read by nobody.
pub const TASKS_OPEN_MAX: i64 = 1_000;
/// Members of a department who are told of a task.
pub const TASK_TOLD_MAX: i64 = 50;
/// Invitations of one organization that may still be accepted: they send letters to strangers.
pub const INVITATIONS_MAX: i64 = 50;
/// Certificates bound to one person: a director of several companies has one of each, for a few years.
pub const CERTIFICATES_MAX: usize = 50;
/// Passkeys of one person: a phone, a computer and a key in the safe, several times over.
pub const PASSKEYS_MAX: usize = 20;
