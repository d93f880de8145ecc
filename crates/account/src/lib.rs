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

pub use http::{PageSession, Room, router, with_callers};
pub use jobs::{SIGN_IN_KEPT, handlers, sweep};
pub use model::{
    AccountRefusal, Address, BindingId, BoundCertificate, BoxCard, CertificateCause, Challenge, Confirmed, Contact,
    Department, DepartmentAccess, DepartmentId, DeviceWords, Door, IntegratorKey, Invitation, InvitationId,
    JournalEntry, JournalEntryId, Login, Member, NewOrganization, OperatorCode, OrgBox, Organization, OrganizationName,
    Outcome, ParticipantId, Permission, Permissions, PersonName, PersonTitle, Requisites, RequisitesDraft, Secret,
    SecretHash, SignIn, SignInKind, Token, User, Way,
};
pub use ops::read::{authorize_box, find_card, find_cards, find_participant, look_up, look_up_all};
pub use ops::{
    accept_invitation, accept_proposal, add_member, ask_registration, ask_reset, authenticate, bind_certificate,
    certificate_sign_in, change_address, change_email, change_member, change_password, confirm_link,
    create_integrator_key, create_organization, end_sign_in, enveloped_challenge, invite, read, register,
    remove_member, resend, reset_password, revoke_integrator_key, sign_in, withdraw_invitation,
};
pub use passwords::{HASHES_AT_ONCE_MAX, HASHES_WAITING_MAX, PasswordPlace, PasswordPool};
pub use scope::{OrgScope, act_between, act_for, authorize};
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
];
