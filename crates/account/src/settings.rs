//! What the host decides for this room.

use crate::model::OperatorCode;

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
}
