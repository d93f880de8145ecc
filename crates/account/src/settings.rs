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
    /// Holders of which certificates may, too.
    pub certificate_accounts: CertificateAccounts,
    /// Who administers the installation: `SVITOK_ADMINISTRATORS`. Ids, not logins: a login may be registered by whoever
    /// comes first.
    pub administrators: BTreeSet<UserId>,
    /// The address the world sees, without a slash at its end: links of letters begin with it, challenges name it.
    pub public_url: String,
    /// Keys made of the host's secret.
    pub vault: Vault,
}

impl Settings {
    /// With everything a host may leave as it is.
    #[must_use]
    pub fn new(public_url: &str, vault: Vault) -> Self {
        Self {
            operator_code: OperatorCode::default(),
            registration: Registration::default(),
            certificate_accounts: CertificateAccounts::default(),
            public_url: public_url.trim_end_matches('/').to_owned(),
            administrators: BTreeSet::new(),
            vault,
        }
    }

    /// The host of the address the world sees, with its port where it has one.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.public_url.split_once("://").map_or(self.public_url.as_str(), |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default()
    }

    /// The host alone: to it passkeys are bound.
    #[must_use]
    pub fn rp_id(&self) -> &str {
        let host = self.host();
        // An IPv6 address stands in brackets and is no domain; passkeys do not work on it.
        host.rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|c| c.is_ascii_digit()))
            .map_or(host, |(host, _)| host)
    }

    /// Refuses everybody but the installation's administrators and the program itself.
    pub fn demand_administrator(&self, cx: &Cx) -> Result<(), AccountRefusal> {
        match cx.caller {
            Caller::System => Ok(()),
            Caller::User { user_id, .. } if self.administrators.contains(&user_id) => Ok(()),
            Caller::Nobody => Err(AccountRefusal::SignInNeeded),
            Caller::User { .. } | Caller::Job { .. } => Err(AccountRefusal::InstallationOnly),
        }
    }
}
