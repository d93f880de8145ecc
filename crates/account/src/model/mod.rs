//! Rules of people and organizations: values only.

mod access_request;
mod certificate;
mod challenge;
mod contact;
mod delegation;
mod department;
mod door;
mod grant;
mod integrator_key;
mod invitation;
mod journal;
mod link;
mod lockout;
mod login;
mod member;
mod notice;
mod operator;
mod organization;
mod passkey;
mod password;
mod people_refusal;
mod permission;
mod phone_code;
mod picture;
mod profile;
mod proposal;
mod refusal;
mod role;
mod second_factor;
mod secret;
mod sign_in;
mod task;
mod totp;
mod user;
mod way_rule;

pub use access_request::{AccessRequest, AccessRequestId, AccessRequestState, comment};
pub use certificate::{
    BindingId, BoundCertificate, CertificateCause, Holder, HolderOrganization, Judged, PROPOSAL_LIFE,
};
pub use challenge::{Challenge, ChallengeDesk, Purpose};
pub use contact::Contact;
pub use delegation::{DelegatedActId, Delegation, DelegationId};
pub use department::{Department, DepartmentId, check_place};
pub use door::{DeviceWords, Door, Way};
pub use grant::{Grant, GrantSource, Grants};
pub use integrator_key::IntegratorKey;
pub use invitation::{INVITATION_LIFE, Invitation, InvitationId};
pub use journal::{JOURNAL_KEPT, JournalEntry, JournalEntryId, JournalSubject, Outcome};
pub use link::{ADDRESS_LETTERS_MAX, Confirmed, Link, LinkWork};
pub use lockout::{ADDRESS_FAILURES_MAX, ADDRESS_REGISTRATIONS_MAX, Attempts, LOGIN_FAILURES_MAX, LockedUntil};
pub use login::{Login, PersonTitle};
pub use member::Member;
pub use notice::{Notice, NoticeId, NoticeKind};
pub use operator::{OperatorCode, ParticipantId};
pub use organization::{
    Address, BoxCard, NewOrganization, OrgBox, Organization, OrganizationName, PersonName, Requisites, RequisitesDraft,
};
pub use passkey::{Passkey, PasskeyId};
pub use password::{HashedPassword, Password};
pub use people_refusal::PeopleRefusal;
pub use permission::{DepartmentAccess, Permission, Permissions};
pub use phone_code::{
    Digits, PHONE_CODE_FAILURES_MAX, PHONE_CODE_LIFE, PHONE_CODES_MAX, PhoneCode, PhoneCodeId, PhonePurpose,
};
pub use picture::{PICTURE_BYTES_MAX, Picture, PictureKind};
pub use profile::Profile;
pub use proposal::Proposal;
pub use refusal::AccountRefusal;
pub use role::{Role, RoleId, RoleKey};
pub use second_factor::{
    DEVICE_LIFE, Device, DeviceId, PENDING_LIFE, PendingSignIn, RECOVERY_CODES, RecoveryCode, SECOND_FAILURES_MAX,
    SecondWay,
};
pub use secret::{Secret, SecretHash, Token};
pub use sign_in::{SignIn, SignInKind};
pub use task::{Task, TaskAct, TaskDocument, TaskId, TaskReceiver, TaskState, words};
pub use totp::TotpSecret;
pub use user::User;
pub use way_rule::{ClosedWay, WayRule, WaysHeld};
