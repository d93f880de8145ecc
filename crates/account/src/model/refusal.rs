//! Every "no" of this room.

use super::{CertificateCause, ClosedWay, PeopleRefusal};
use kernel::{Refusal, RefusalKind as Kind, RequisiteRefusal};
use post::PostRefusal;

/// A rule of the room said no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountRefusal {
    /// Nobody is signed in.
    #[error("a sign-in is needed")]
    SignInNeeded,
    /// The token is unknown, ended or expired: one answer for all three.
    #[error("the token is not accepted; sign in again")]
    TokenRefused,
    /// Login or password is wrong: the same answer whether the login exists or not.
    #[error("login or password is wrong")]
    WrongPassword,
    /// Too many wrong passwords for this login or from this address.
    #[error("too many wrong passwords; try again in {wait_seconds} s")]
    LockedOut {
        /// How long to wait.
        wait_seconds: u64,
    },
    /// Too many registrations from this address.
    #[error("too many registrations from one address; try again in {wait_seconds} s")]
    TooManyRegistrations {
        /// How long to wait.
        wait_seconds: u64,
    },
    /// Too many passwords are being checked now.
    #[error("too many passwords are being checked now; try again soon")]
    PasswordsBusy,
    /// The client id or its secret is wrong, or the key was revoked.
    #[error("the integrator key is not accepted")]
    IntegratorRefused,
    /// The login is no e-mail address.
    #[error("the login is not an e-mail address")]
    LoginForm,
    /// The login belongs to somebody.
    #[error("this login is taken")]
    LoginTaken,
    /// The person's name is empty, too long, or holds control characters.
    #[error("the name cannot be used")]
    NameForm,
    /// The password is too short or too long, or is the login itself.
    #[error("the password cannot be used")]
    PasswordForm,
    /// Registration is switched off by the host.
    #[error("registration is closed; ask the administrator of an organization for an invitation")]
    RegistrationClosed,
    /// Registration goes by the link of a letter alone.
    #[error("registration goes by a letter: POST /api/v1/account/registrations")]
    RegistrationByLetter,
    /// Not there, or not for this caller.
    #[error("no such {what}, or it is not for you")]
    NotFound {
        /// Which kind of thing.
        what: &'static str,
    },
    /// A member without the permission.
    #[error("the permission `{permission}` is needed")]
    Forbidden {
        /// Its name.
        permission: &'static str,
    },
    /// ИНН, КПП or ОГРН is wrong in itself.
    #[error("{problem}")]
    Requisite {
        /// The field.
        field: &'static str,
        /// What is wrong.
        problem: RequisiteRefusal,
    },
    /// ИНН, КПП and ОГРН do not go together.
    #[error("{problem}")]
    RequisitesDisagree {
        /// The field.
        field: &'static str,
        /// What is wrong.
        problem: &'static str,
    },
    /// A part of the address or the name cannot be used.
    #[error("this text cannot be used here")]
    TextForm {
        /// The field.
        field: &'static str,
        /// What would be.
        accepted: &'static str,
    },
    /// An organization with these ИНН and КПП is registered here.
    #[error("an organization with these ИНН and КПП is registered here already")]
    AlreadyRegistered,
    /// The person is a member already.
    #[error("this person is a member already")]
    AlreadyMember,
    /// Nobody would be left who may administer.
    #[error("an organization keeps at least one member who may administer it")]
    LastAdministrator,
    /// A permission nobody knows.
    #[error("no such permission")]
    UnknownPermission,
    /// More of something than a named limit.
    #[error("no more than {max} {what} are allowed")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The limit.
        max: usize,
    },
    /// The invitation was used, withdrawn or has expired.
    #[error("this invitation was used, withdrawn or has expired")]
    InvitationOver,
    /// The link of a letter is unknown, was used, or has expired: one answer for all.
    #[error("this link was used already or has expired; ask for another letter")]
    LinkOver,
    /// The challenge is not ours, has expired or was answered already: one answer for all.
    #[error("the challenge has expired or was answered already; ask for another")]
    ChallengeOver,
    /// The certificate, or its signature, is no way in.
    #[error("the certificate is not accepted: {cause:?}")]
    CertificateRefused {
        /// Why.
        cause: CertificateCause,
    },
    /// Nothing would be left to sign in by.
    #[error("this is the last way to sign in; add another first")]
    LastWayIn,
    /// The password is right, and this door has no place for the second factor the person has.
    #[error("a second factor is needed: POST /api/v1/account/sign-ins/password")]
    SecondFactorNeeded,
    /// The code is wrong, was used, or has expired: one answer for all.
    #[error("the code is wrong or was used already")]
    WrongCode,
    /// The code is right, and the number is another account's: it is taken over only when that is said. Whose it is, is not told.
    #[error("the number belongs to another account; say take_over to make it yours")]
    PhoneOfAnother,
    /// The passkey is unknown, or its answer is not what was asked for: one answer for all.
    #[error("the passkey is not accepted")]
    PasskeyRefused,
    /// A second factor is in use already.
    #[error("a second factor is in use already; take it away first")]
    SecondFactorSet,
    /// A rule closes this way: told to who has proven by it who they are.
    #[error("this way of signing in is closed by a rule of {}, set by {} on {}",
        .0.organization.as_deref().unwrap_or("your own"), .0.set_by_name, .0.day())]
    WayClosed(Box<ClosedWay>),
    /// A rule demands a second step, and the person has nothing to make it by.
    #[error("a second step is demanded by a rule of {}, set by {} on {}; none is set up",
        .0.organization.as_deref().unwrap_or("your own"), .0.set_by_name, .0.day())]
    SecondDemanded(Box<ClosedWay>),
    /// The operator's code is not three capital Latin letters or digits.
    #[error("an operator's code is three capital Latin letters or digits")]
    OperatorCodeForm,
    /// Only for administrators of the installation.
    #[error("only administrators of this installation may do this")]
    InstallationOnly,
    /// A rule about roles, departments, delegations or requests for access.
    #[error("{0}")]
    People(PeopleRefusal),
    /// A letter or an SMS cannot be written or sent so.
    #[error("{0}")]
    Post(PostRefusal),
    /// The operator's code belongs to a real operator.
    #[error("this operator's code is of the range that real operators hold")]
    OperatorCodeTaken,
}

impl AccountRefusal {
    /// The answer for a thing that is not there or not for the caller.
    #[must_use]
    pub const fn not_found(what: &'static str) -> Self {
        Self::NotFound { what }
    }
}

impl AccountRefusal {
    /// Of links, challenges, second factors and other ways in.
    fn code_of_way_in(&self) -> &'static str {
        match self {
            Self::LinkOver => "account.link.over",
            Self::ChallengeOver => "account.challenge.over",
            Self::CertificateRefused { cause } => cause.code(),
            Self::SecondFactorNeeded => "account.sign-in.second-factor-needed",
            Self::PasskeyRefused => "account.passkey.refused",
            Self::WrongCode => "account.sign-in.wrong-code",
            Self::PhoneOfAnother => "account.phone.of-another",
            Self::SecondFactorSet => "account.second-factor.set",
            Self::LastWayIn => "account.sign-in.last-way-in",
            Self::WayClosed(_) => "account.sign-in.way-closed",
            Self::SecondDemanded(_) => "account.sign-in.second-demanded",
            other => kernel::bug!("a refusal without a code: {other:?}"),
        }
    }
}

impl Refusal for AccountRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "account.sign-in.needed",
            Self::TokenRefused => "account.sign-in.token-refused",
            Self::WrongPassword => "account.sign-in.wrong-password",
            Self::LockedOut { .. } => "account.sign-in.locked-out",
            Self::TooManyRegistrations { .. } => "account.user.too-many-registrations",
            Self::PasswordsBusy => "account.sign-in.busy",
            Self::IntegratorRefused => "account.sign-in.integrator-refused",
            Self::LoginForm => "account.user.login-form",
            Self::LoginTaken => "account.user.login-taken",
            Self::NameForm => "account.user.name-form",
            Self::PasswordForm => "account.user.password-form",
            Self::RegistrationClosed => "account.user.registration-closed",
            Self::RegistrationByLetter => "account.user.registration-by-letter",
            Self::NotFound { .. } => "account.not-found",
            Self::Forbidden { .. } => "account.member.forbidden",
            Self::Requisite { .. } => "account.organization.requisite",
            Self::RequisitesDisagree { .. } => "account.organization.requisites-disagree",
            Self::TextForm { .. } => "account.organization.text-form",
            Self::AlreadyRegistered => "account.organization.already-registered",
            Self::AlreadyMember => "account.member.already",
            Self::LastAdministrator => "account.member.last-administrator",
            Self::UnknownPermission => "account.member.unknown-permission",
            Self::TooMany { .. } => "account.too-many",
            Self::InvitationOver => "account.invitation.over",
            Self::InstallationOnly => "account.installation-only",
            Self::Post(refusal) => refusal.code(),
            Self::People(refusal) => refusal.code(),
            Self::OperatorCodeForm => "account.operator.code-form",
            Self::OperatorCodeTaken => "account.operator.code-taken",
            way_in => way_in.code_of_way_in(),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::SignInNeeded
            | Self::TokenRefused
            | Self::WrongPassword
            | Self::IntegratorRefused
            | Self::SecondFactorNeeded
            | Self::WrongCode
            | Self::PasskeyRefused => Kind::Unauthenticated,
            Self::LockedOut { .. } | Self::TooManyRegistrations { .. } | Self::PasswordsBusy => Kind::RateLimited,
            Self::CertificateRefused { cause } => cause.kind(),
            Self::Post(refusal) => refusal.kind(),
            Self::People(refusal) => refusal.kind(),
            Self::WayClosed(_)
            | Self::SecondDemanded(_)
            | Self::Forbidden { .. }
            | Self::RegistrationClosed
            | Self::RegistrationByLetter
            | Self::InstallationOnly => Kind::Forbidden,
            Self::NotFound { .. } => Kind::NotFound,
            Self::LoginTaken
            | Self::AlreadyRegistered
            | Self::AlreadyMember
            | Self::LastAdministrator
            | Self::LastWayIn
            | Self::PhoneOfAnother
            | Self::SecondFactorSet
            | Self::TooMany { .. } => Kind::Conflict,
            Self::InvitationOver | Self::LinkOver | Self::ChallengeOver => Kind::Gone,
            Self::LoginForm
            | Self::NameForm
            | Self::PasswordForm
            | Self::Requisite { .. }
            | Self::RequisitesDisagree { .. }
            | Self::TextForm { .. }
            | Self::UnknownPermission
            | Self::OperatorCodeForm
            | Self::OperatorCodeTaken => Kind::Invalid,
        }
    }

    fn field(&self) -> Option<String> {
        let field = match self {
            Self::Post(refusal) => return refusal.field(),
            Self::People(refusal) => return refusal.field(),
            Self::LoginForm | Self::LoginTaken => "login",
            Self::NameForm => "name",
            Self::PasswordForm => "password",
            Self::WrongCode => "code",
            Self::PhoneOfAnother => "take_over",
            Self::Requisite { field, .. } | Self::RequisitesDisagree { field, .. } | Self::TextForm { field, .. } => {
                field
            }
            Self::UnknownPermission => "permissions",
            Self::OperatorCodeForm | Self::OperatorCodeTaken => "SVITOK_OPERATOR_CODE",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn accepted(&self) -> Option<String> {
        let accepted = match self {
            Self::Post(refusal) => return refusal.accepted(),
            Self::LoginForm => "an e-mail address of up to 254 characters",
            Self::NameForm => "1 to 200 characters on one line",
            Self::PasswordForm => "10 to 256 characters that are not the login",
            Self::TextForm { accepted, .. } => accepted,
            Self::UnknownPermission => "read, send, sign, administer",
            Self::OperatorCodeForm | Self::OperatorCodeTaken => "a code no real operator holds, such as 0SV",
            _ => return None,
        };
        Some(accepted.to_owned())
    }
}
