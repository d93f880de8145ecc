//! What the machine of applications refuses.

use super::{Point, Stage};
use kernel::RefusalKind;

/// A rule of the application said no.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplicationRefusal {
    /// Not in this stage.
    #[error("an application that is {} cannot be asked to {act}", stage.word())]
    Stage {
        /// What was asked.
        act: &'static str,
        /// Where it stands.
        stage: Stage,
    },
    /// The application has no such item, or it is of the other sort.
    #[error("the application has no such item")]
    NoSuchItem,
    /// An item was not given yet.
    #[error("{} is missing", point.word())]
    ItemMissing {
        /// Which.
        point: Point,
    },
    /// An item was refused and not given again.
    #[error("{} was refused and is to be given again", point.word())]
    ItemRefused {
        /// Which.
        point: Point,
    },
    /// Another operator is at work.
    #[error("another operator is at work on this application")]
    ClaimedByOther,
    /// The operator has no claim, or it ran out.
    #[error("the application is not claimed by this operator, or the claim ran out")]
    NotClaimed,
    /// Nobody checks his own.
    #[error("nobody checks his own application")]
    OwnApplication,
    /// The second approval is another person's.
    #[error("the second pair of eyes belongs to another person")]
    SecondPair,
    /// This reason is never one of such an item.
    #[error("this reason is none for such an item")]
    ReasonElsewhere,
    /// Seen in person: then there is nothing to doubt from afar.
    #[error("the person was seen with his papers")]
    SeenInPerson,
    /// Only a visit helps.
    #[error("the identity is doubted: the person has to come")]
    IdentityDoubted,
    /// An item has no verdict yet.
    #[error("{} is not found good yet", point.word())]
    NotJudged {
        /// Which.
        point: Point,
    },
    /// Nothing was refused, so there is nothing to send it back for.
    #[error("no item is refused and the identity is not doubted")]
    NothingRefused,
}

impl kernel::Refusal for ApplicationRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Stage { .. } => "certification.application.stage",
            Self::NoSuchItem => "certification.application.no-such-item",
            Self::ItemMissing { .. } => "certification.application.item-missing",
            Self::ItemRefused { .. } => "certification.application.item-refused",
            Self::ClaimedByOther => "certification.desk.claimed-by-other",
            Self::NotClaimed => "certification.desk.not-claimed",
            Self::OwnApplication => "certification.desk.own-application",
            Self::SecondPair => "certification.desk.second-pair",
            Self::ReasonElsewhere => "certification.desk.reason-elsewhere",
            Self::SeenInPerson => "certification.desk.seen-in-person",
            Self::IdentityDoubted => "certification.desk.identity-doubted",
            Self::NotJudged { .. } => "certification.desk.not-judged",
            Self::NothingRefused => "certification.desk.nothing-refused",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::NoSuchItem | Self::ReasonElsewhere | Self::ItemMissing { .. } | Self::ItemRefused { .. } => {
                RefusalKind::Invalid
            }
            Self::OwnApplication => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::ItemMissing { point } | Self::ItemRefused { point } | Self::NotJudged { point } => {
                Some(point.word().to_owned())
            }
            _ => None,
        }
    }
}
