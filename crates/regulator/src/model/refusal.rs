//! Every "no" of the simulator itself; what an authority refuses it says in its documents.

use kernel::{Refusal, RefusalKind};

/// A rule of the simulator said no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegulatorRefusal {
    /// A field is absent, too long or of another form.
    #[error("{0} cannot be taken")]
    Field(&'static str),
    /// What came is no container.
    #[error("the container cannot be read: {0}")]
    Unreadable(String),
    /// Another container came under this id before.
    #[error("another container with this id came before")]
    OtherContainer,
    /// There is no such thing here.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The clock goes forwards only.
    #[error("the clock goes forwards only")]
    Backwards,
}

impl Refusal for RegulatorRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Field(_) => "regulator.field",
            Self::Unreadable(_) => "regulator.unreadable",
            Self::OtherContainer => "regulator.other-container",
            Self::NotFound(_) => "regulator.not-found",
            Self::Backwards => "regulator.backwards",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Field(_) | Self::Unreadable(_) | Self::Backwards => RefusalKind::Invalid,
            Self::OtherContainer => RefusalKind::Conflict,
            Self::NotFound(_) => RefusalKind::NotFound,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Field(field) => Some((*field).to_owned()),
            _ => None,
        }
    }
}
