//! What the host decides for this room.

use crate::model::{AccountRefusal, OperatorCode};
use kernel::{Caller, Cx, UserId};
use std::collections::BTreeSet;

/// Who may become a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Registration {
    /// Anyone who reaches the program.
    #[default]
    Open,
    /// Only by the administrator's command line.
    Closed,
}

/// The room's settings, handed over by `svitok` at start.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// First part of participant ids: `SVITOK_OPERATOR_CODE`.
    pub operator_code: OperatorCode,
    /// Who may become a user.
    pub registration: Registration,
    /// Who administers the installation: `SVITOK_ADMINISTRATORS`. Ids, not logins: a login may be registered by whoever
    /// comes first.
    pub administrators: BTreeSet<UserId>,
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
}
