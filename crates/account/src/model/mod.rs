//! Rules of people and organizations: values only.

mod certificate;
mod challenge;
mod contact;
mod department;
mod door;
mod integrator_key;
mod invitation;
mod journal;
mod link;
mod lockout;
mod login;
mod member;
mod operator;
mod organization;
mod password;
mod permission;
mod proposal;
mod refusal;
mod secret;
mod sign_in;
mod user;

pub use certificate::{
    BindingId, BoundCertificate, CertificateCause, Holder, HolderOrganization, Judged, PROPOSAL_LIFE,
};
pub use challenge::{Challenge, ChallengeDesk, Purpose};
pub use contact::Contact;
pub use department::{Department, DepartmentId};
pub use door::{DeviceWords, Door, Way};
pub use integrator_key::IntegratorKey;
pub use invitation::{INVITATION_LIFE, Invitation, InvitationId};
pub use journal::{JOURNAL_KEPT, JournalEntry, JournalEntryId, JournalSubject, Outcome};
pub use link::{ADDRESS_LETTERS_MAX, Confirmed, Link, LinkWork};
pub use lockout::{ADDRESS_FAILURES_MAX, ADDRESS_REGISTRATIONS_MAX, Attempts, LOGIN_FAILURES_MAX, LockedUntil};
pub use login::{Login, PersonTitle};
pub use member::{Member, check_administrator_remains};
pub use operator::{OperatorCode, ParticipantId};
pub use organization::{
    Address, BoxCard, NewOrganization, OrgBox, Organization, OrganizationName, PersonName, Requisites, RequisitesDraft,
};
pub use password::{HashedPassword, Password};
pub use permission::{DepartmentAccess, Permission, Permissions};
pub use proposal::Proposal;
pub use refusal::AccountRefusal;
pub use secret::{Secret, SecretHash, Token};
pub use sign_in::{SignIn, SignInKind};
pub use user::User;
