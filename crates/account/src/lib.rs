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
mod vault;
mod webauthn;

pub use http::{PageSession, Room, router, with_callers};
pub use jobs::{NOTICE_KEPT, SIGN_IN_KEPT, TASK_KEPT, handlers, sweep};
pub use model::{
    AccessRequest, AccessRequestId, AccessRequestState, AccountRefusal, Address, BindingId, BoundCertificate, BoxCard,
    CertificateCause, Challenge, ClosedWay, Confirmed, Contact, DEVICE_LIFE, DelegatedActId, Delegation, DelegationId,
    Department, DepartmentAccess, DepartmentId, Device, DeviceId, DeviceWords, Digits, Door, Grant, GrantSource,
    Grants, Holder, HolderOrganization, IntegratorKey, Invitation, InvitationId, JournalEntry, JournalEntryId, Login,
    Member, NewOrganization, Notice, NoticeId, NoticeKind, OperatorCode, OrgBox, Organization, OrganizationName,
    Outcome, ParticipantId, Passkey, PasskeyId, PeopleRefusal, Permission, Permissions, PersonName, PersonTitle,
    PhoneCodeId, Picture, PictureKind, Profile, RecoveryCode, Requisites, RequisitesDraft, Role, RoleId, RoleKey,
    SecondWay, Secret, SecretHash, SignIn, SignInKind, Task, TaskAct, TaskDocument, TaskId, TaskReceiver, TaskState,
    Token, User, Way, WayRule,
};
pub use ops::open_sign_in::{Client, Reach};
pub use ops::read::{authorize_box, find_card, find_cards, find_participant, look_up, look_up_all};
pub use ops::{
    accept_invitation, accept_proposal, add_member, ask_access, ask_registration, ask_reset, authenticate, bell,
    bind_certificate, certificate_ending, certificate_sign_in, certificate_stopped, change_address, change_department,
    change_email, change_member, change_password, change_role, confirm_link, create_integrator_key,
    create_organization, create_role, decide_access, delegate, end_sign_in, enveloped_challenge, give_roles, invite,
    lent_sign_in, passkey, phone, profile, read, register, remove_member, reset_password, revoke_integrator_key,
    second_factor, second_sign_in, second_ways, sign_in, task, way_rules, who_can, withdraw_invitation,
};
pub use passwords::{HASHES_AT_ONCE_MAX, HASHES_WAITING_MAX, PasswordPlace, PasswordPool};
pub use scope::{OrgScope, act_between, act_for, authorize, note_act};
pub use settings::{CertificateAccounts, Registration, Settings};
pub use store::STATEMENTS;
pub use vault::Vault;

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    ::store::migration!("20261122100000_account_person"),
    ::store::migration!("20261122101000_account_organization"),
    ::store::migration!("20261128011000_account_box_card_by_organization"),
    ::store::migration!("20261128080000_account_box_card_address"),
    ::store::migration!("20261128100100_account_letters"),
    ::store::migration!("20261128100200_account_certificate"),
    ::store::migration!("20261128100300_account_second_factor"),
    ::store::migration!("20261128100400_account_phone_code"),
    ::store::migration!("20261128100500_account_passkey"),
    ::store::migration!("20261128111000_account_roles"),
    ::store::migration!("20261128111100_account_profile"),
    ::store::migration!("20261128130710_account_task"),
    ::store::migration!("20261128132710_account_second_way"),
    ::store::migration!("20261128132720_account_way_rule"),
    ::store::migration!("20261129030000_account_renewed_sign_in"),
];
