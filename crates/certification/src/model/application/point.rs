//! What an application is made of: each field and each scan is an item of its own with a verdict of its own.

use serde::{Deserialize, Serialize};

/// One field or one scan of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ApplicationPoint)]
pub enum Point {
    /// Field: surname.
    Surname,
    /// Field: given name and patronymic, where there is one.
    GivenName,
    /// Field: position in the organization; may be empty.
    Position,
    /// Field: the person's own ИНН, 12 digits; may be empty.
    PersonInn,
    /// Field: СНИЛС, 11 digits with their check number.
    Snils,
    /// Field: series and number of the passport, 10 digits.
    Passport,
    /// Field: the address notices go to.
    Email,
    /// Scan: the first spread of the passport.
    PassportScan,
    /// Scan: СНИЛС.
    SnilsScan,
    /// Scan: the signed application itself. A signature with a valid key stands in its place.
    StatementScan,
}

impl Point {
    /// All, fields first.
    pub const ALL: [Self; 10] = [
        Self::Surname,
        Self::GivenName,
        Self::Position,
        Self::PersonInn,
        Self::Snils,
        Self::Passport,
        Self::Email,
        Self::PassportScan,
        Self::SnilsScan,
        Self::StatementScan,
    ];

    /// A picture or PDF, not a text.
    pub fn is_scan(self) -> bool {
        matches!(self, Self::PassportScan | Self::SnilsScan | Self::StatementScan)
    }

    /// May be left empty.
    pub fn may_be_empty(self) -> bool {
        matches!(self, Self::Position | Self::PersonInn)
    }

    /// Stands in the application that is signed: a change of it asks for a new signature.
    pub fn is_in_statement(self) -> bool {
        !self.is_scan() && self != Self::Email
    }

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::GivenName => "given_name",
            Self::Position => "position",
            Self::PersonInn => "person_inn",
            Self::Snils => "snils",
            Self::Passport => "passport",
            Self::Email => "email",
            Self::PassportScan => "passport_scan",
            Self::SnilsScan => "snils_scan",
            Self::StatementScan => "statement_scan",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.word() == word)
    }
}

/// Ready reasons of a refusal: each with its text in both languages (`certification-reason-…`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ApplicationReason)]
pub enum Reason {
    /// The picture cannot be read.
    Unreadable,
    /// Part of the document is cut off.
    Cropped,
    /// A copy in grey where colour is asked for.
    NotInColour,
    /// Another document than the one asked for.
    WrongDocument,
    /// The document's term has run out.
    DocumentExpired,
    /// The field says something else than the document.
    DiffersFromDocument,
    /// The application bears no signature.
    NotSigned,
    /// Fields were changed after the application was signed.
    FormChanged,
    /// Something else: the comment says what.
    Other,
}

impl Reason {
    /// All, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Unreadable,
        Self::Cropped,
        Self::NotInColour,
        Self::WrongDocument,
        Self::DocumentExpired,
        Self::DiffersFromDocument,
        Self::NotSigned,
        Self::FormChanged,
        Self::Other,
    ];

    /// Whether it can be said of this item.
    pub fn concerns(self, point: Point) -> bool {
        match self {
            Self::Unreadable | Self::Cropped | Self::WrongDocument | Self::DocumentExpired | Self::NotInColour => {
                point.is_scan()
            }
            Self::DiffersFromDocument => !point.is_scan(),
            Self::NotSigned | Self::FormChanged => point == Point::StatementScan,
            Self::Other => true,
        }
    }

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Cropped => "cropped",
            Self::NotInColour => "not_in_colour",
            Self::WrongDocument => "wrong_document",
            Self::DocumentExpired => "document_expired",
            Self::DiffersFromDocument => "differs_from_document",
            Self::NotSigned => "not_signed",
            Self::FormChanged => "form_changed",
            Self::Other => "other",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

/// Where one item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointState {
    /// Nothing was given yet.
    Absent,
    /// Given, and nobody looked at it since.
    Unseen,
    /// An operator found it good; or it was found good before and taken over.
    Accepted,
    /// An operator found it wanting; it is to be given again.
    Refused(Reason),
}

impl PointState {
    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Unseen => "unseen",
            Self::Accepted => "accepted",
            Self::Refused(_) => "refused",
        }
    }

    /// Reads the stable words.
    pub fn from_words(word: &str, reason: Option<&str>) -> Option<Self> {
        match (word, reason) {
            ("absent", None) => Some(Self::Absent),
            ("unseen", None) => Some(Self::Unseen),
            ("accepted", None) => Some(Self::Accepted),
            ("refused", Some(reason)) => Reason::from_word(reason).map(Self::Refused),
            _ => None,
        }
    }

    /// The reason of a refusal.
    pub fn reason(self) -> Option<Reason> {
        match self {
            Self::Refused(reason) => Some(reason),
            Self::Absent | Self::Unseen | Self::Accepted => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for point in Point::ALL {
            assert_eq!(Point::from_word(point.word()), Some(point));
        }
        for reason in Reason::ALL {
            assert_eq!(Reason::from_word(reason.word()), Some(reason));
            let refused = PointState::Refused(reason);
            assert_eq!(PointState::from_words("refused", Some(reason.word())), Some(refused));
            assert!(Point::ALL.into_iter().any(|point| reason.concerns(point)), "{reason:?}");
        }
        let wrong = [("refused", None), ("accepted", Some("other")), ("", None), ("refused", Some("because"))];
        for (word, reason) in wrong {
            assert_eq!(PointState::from_words(word, reason), None, "{word} {reason:?}");
        }
    }
}
