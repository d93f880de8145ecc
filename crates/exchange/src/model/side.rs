//! Who stands where in a docflow.

/// One of the two parties of a docflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The box that posted the message (the seller, for a УПД).
    Sender,
    /// The box the message was posted to (the buyer, for a УПД).
    Recipient,
}

impl Side {
    /// The opposite party.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Sender => Self::Recipient,
            Self::Recipient => Self::Sender,
        }
    }

    /// The word kept in tables and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Recipient => "recipient",
        }
    }

    /// Reads the word written by [`Side::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "sender" => Some(Self::Sender),
            "recipient" => Some(Self::Recipient),
            _ => None,
        }
    }
}

/// Who made an entity: a party, or the operator unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Author {
    /// A party of the docflow.
    Party(Side),
    /// The operator: confirmations and delivery marks.
    Operator,
}

impl Author {
    /// The party, when it is one.
    #[must_use]
    pub fn side(self) -> Option<Side> {
        match self {
            Self::Party(side) => Some(side),
            Self::Operator => None,
        }
    }

    /// The word kept in tables and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Party(side) => side.as_str(),
            Self::Operator => "operator",
        }
    }

    /// Reads the word written by [`Author::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        if word == "operator" { Some(Self::Operator) } else { Side::from_word(word).map(Self::Party) }
    }
}
