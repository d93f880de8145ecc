//! People, organizations, members, boxes, sign-in, permissions.
//!
//! Read [`OrgScope`] first: it is the only door to an organization's data, made by [`authorize`] for a caller and by
//! [`act_for`] for a job. [`read`] holds what can be looked at; each other use case is a module of its own:
//! `prepare` outside any transaction where it has one, `run` inside.

mod http;
mod jobs;
pub mod limits;
mod model;
mod ops;
mod passwords;
mod scope;
mod settings;
mod store;

pub use http::{PageSession, Room, router, with_callers};
pub use jobs::{NOTICE_KEPT, SIGN_IN_KEPT, sweep};
pub use model::{
    AccessRequest, AccessRequestId, AccessRequestState, AccountRefusal, Address, BoxCard, DelegatedActId, Delegation,
    DelegationId, Department, DepartmentAccess, DepartmentId, Grant, GrantSource, Grants, IntegratorKey, Invitation,
    InvitationId, Login, Member, NewOrganization, Notice, NoticeId, NoticeKind, OperatorCode, OrgBox, Organization,
    OrganizationName, ParticipantId, PeopleRefusal, Permission, Permissions, PersonName, PersonTitle, Requisites,
    RequisitesDraft, Role, RoleId, RoleKey, Secret, SecretHash, SignIn, SignInKind, Token, User,
};
pub use ops::read::{authorize_box, find_card, find_cards, find_participant, look_up, look_up_all};
pub use ops::{
    accept_invitation, add_member, ask_access, authenticate, bell, change_address, change_department, change_member,
    change_role, create_integrator_key, create_organization, create_role, decide_access, delegate, end_sign_in,
    give_roles, invite, read, register, remove_member, resend, revoke_integrator_key, sign_in, who_can,
    withdraw_invitation,
};
pub use passwords::{HASHES_AT_ONCE_MAX, HASHES_WAITING_MAX, PasswordPlace, PasswordPool};
pub use scope::{OrgScope, act_between, act_for, authorize, note_act};
pub use settings::{Registration, Settings};
pub use store::STATEMENTS;

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    ::store::migration!("20261122100000_account_person"),
    ::store::migration!("20261122101000_account_organization"),
    ::store::migration!("20261128011000_account_box_card_by_organization"),
    ::store::migration!("20261128080000_account_box_card_address"),
    ::store::migration!("20261128111000_account_roles"),
];
