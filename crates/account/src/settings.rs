//! What the host decides for this room.

use crate::model::{AccountRefusal, OperatorCode};
use crate::vault::Vault;
use kernel::{Caller, Cx, UserId};
use std::collections::BTreeSet;
use trust::SignatureKind;

/// Who may become a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Registration {
    /// Anyone who reaches the program.
    #[default]
    Open,
    /// Anyone who reaches the program and proves an address by the link of a letter: needs a mail server.
    Confirmed,
    /// Only by the administrator's command line.
    Closed,
}

/// Holders of which certificates are proposed an account. Who has one already signs in by any certificate bound to it
/// that is trusted here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateAccounts {
    /// Of accredited authorities.
    pub qualified: bool,
    /// Of authorities that call themselves unqualified: the own one, and those the host brought.
    pub unqualified: bool,
    /// Of authorities that call themselves tests.
    pub test: bool,
}

impl Default for CertificateAccounts {
    fn default() -> Self {
        Self { qualified: true, unqualified: true, test: false }
    }
}

impl CertificateAccounts {
    /// Whether holders of this kind are proposed an account.
    #[must_use]
    pub const fn accept(self, kind: SignatureKind) -> bool {
        match kind {
            SignatureKind::QualifiedByList { .. } => self.qualified,
            SignatureKind::Unqualified => self.unqualified,
            SignatureKind::Test => self.test,
            SignatureKind::Simple | SignatureKind::Simulator | SignatureKind::Unknown => false,
        }
    }
}

/// The room's settings, handed over by `svitok` at start.
#[derive(Debug, Clone)]
pub struct Settings {
    /// First part of participant ids: `SVITOK_OPERATOR_CODE`.
    pub operator_code: OperatorCode,
    /// Who may become a user.
    pub registration: Registration,
    /// Who administers the installation: `SVITOK_ADMINISTRATORS`. Ids, not logins: a login may be registered by whoever
    /// comes first.
    pub administrators: BTreeSet<UserId>,
    /// Holders of which certificates may, too.
    pub certificate_accounts: CertificateAccounts,
    /// The address the world sees, without a slash at its end: links of letters begin with it, challenges name it.
    pub public_url: String,
    /// Keys made of the host's secret.
    pub vault: Vault,
}

impl Settings {
    /// Refuses everybody but the installation's administrators and the program itself.
    pub fn demand_administrator(&self, cx: &Cx) -> Result<(), AccountRefusal> {
        match cx.caller {
            Caller::System => Ok(()),
            Caller::User { user_id, .. } if self.administrators.contains(&user_id) => Ok(()),
            Caller::Nobody => Err(AccountRefusal::SignInNeeded),
            Caller::User { .. } | Caller::Job { .. } => Err(AccountRefusal::InstallationOnly),
        }
    }

    /// With everything a host may leave as it is.
    #[must_use]
    pub fn new(public_url: &str, vault: Vault) -> Self {
        Self {
            operator_code: OperatorCode::default(),
            registration: Registration::default(),
            administrators: BTreeSet::new(),
            certificate_accounts: CertificateAccounts::default(),
            public_url: public_url.trim_end_matches('/').to_owned(),
            vault,
        }
    }
}
