//! People, organizations, members, boxes, sign-in, permissions.
//!
//! Read [`OrgScope`] first: it is the only door to an organization's data, made by [`authorize`] for a caller and by
//! [`act_for`] for a job. [`ops`] holds what can be done; [`ops::read`] what can be looked at, the look-ups of boxes and
//! participants among them.

mod http;
mod jobs;
pub mod limits;
pub mod model;
pub mod ops;
mod passwords;
mod scope;
mod settings;
mod store;

pub use http::{Room, router, with_callers};
pub use jobs::{SIGN_IN_KEPT, sweep};
pub use model::{
    AccountRefusal, Address, BoxCard, Department, DepartmentAccess, DepartmentId, IntegratorKey, Invitation,
    InvitationId, Login, Member, NewOrganization, OperatorCode, OrgBox, Organization, OrganizationName, ParticipantId,
    Permission, Permissions, PersonName, Requisites, RequisitesDraft, SignIn, SignInKind, Token, User,
};
pub use passwords::{HASHES_AT_ONCE_MAX, HASHES_WAITING_MAX, PasswordPool};
pub use scope::{OrgScope, act_between, act_for, authorize};
pub use settings::{Registration, Settings};
pub use store::STATEMENTS;

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] =
    &[::store::migration!("20261122100000_account_person"), ::store::migration!("20261122101000_account_organization")];
