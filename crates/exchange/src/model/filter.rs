//! Which documents of a box a list shows.

use kernel::{BoxId, CivilDate, Moment, UserId};

use super::docflow::Whose;
use super::document::{DocumentKind, UtdFunction};
use super::event::Topic;
use super::marks::{AnswerMark, ReceiptMark, RevocationMark};
use super::side::Side;
use super::state::Outcome;

/// A set of kinds of document. The empty set shows nothing; [`KindSet::ALL`] is the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindSet(i64);

const KINDS: &[DocumentKind] = &[
    DocumentKind::Utd(UtdFunction::Invoice),
    DocumentKind::Utd(UtdFunction::Transfer),
    DocumentKind::Utd(UtdFunction::InvoiceAndTransfer),
    DocumentKind::Nonformalized,
];

impl KindSet {
    /// Every kind, those too that later versions add.
    pub const ALL: Self = Self(i64::MAX);
    /// None.
    pub const NONE: Self = Self(0);

    /// These kinds.
    #[must_use]
    pub fn of(kinds: &[DocumentKind]) -> Self {
        kinds.iter().fold(Self::NONE, |set, kind| Self(set.0 | bit(*kind)))
    }

    /// Whether the kind is in it.
    #[must_use]
    pub fn has(self, kind: DocumentKind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// As a column keeps it: a bit for each kind.
    #[must_use]
    pub fn bits(self) -> i64 {
        self.0
    }

    /// Its kinds, those that are known.
    pub fn iter(self) -> impl Iterator<Item = DocumentKind> {
        KINDS.iter().copied().filter(move |kind| self.has(*kind))
    }
}

impl Default for KindSet {
    fn default() -> Self {
        Self::ALL
    }
}

/// Never renumbered: columns keep it.
fn bit(kind: DocumentKind) -> i64 {
    match kind {
        DocumentKind::Utd(UtdFunction::Invoice) => 1,
        DocumentKind::Utd(UtdFunction::Transfer) => 2,
        DocumentKind::Utd(UtdFunction::InvoiceAndTransfer) => 4,
        DocumentKind::Nonformalized => 8,
    }
}

/// Where the docflow must stand: every part that is given must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatusFilter {
    /// Where the whole stands.
    pub outcome: Option<Outcome>,
    /// Whose turn it is.
    pub turn: Option<Whose>,
    /// The recipient's answer.
    pub answer: Option<AnswerMark>,
    /// The recipient's receipt of the document.
    pub receipt: Option<ReceiptMark>,
    /// The sender's receipt of the answering title.
    pub answer_receipt: Option<ReceiptMark>,
    /// Whether a correction was asked for.
    pub amendment_asked: Option<bool>,
    /// Revocation.
    pub revocation: Option<RevocationMark>,
    /// All but void ones.
    pub is_not_revoked: bool,
    /// Whether it reached the other box.
    pub is_delivered: Option<bool>,
}

/// Which documents a list shows: every part that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocflowFilter {
    /// Documents this box sent, or received.
    pub side: Option<Side>,
    /// Kinds.
    pub kinds: KindSet,
    /// Where they stand.
    pub status: StatusFilter,
    /// With whom.
    pub counteragent_box_id: Option<BoxId>,
    /// Its number, exactly.
    pub number: Option<String>,
    /// Dated this day or later.
    pub dated_from: Option<CivilDate>,
    /// Dated this day or earlier.
    pub dated_to: Option<CivilDate>,
    /// Posted at this moment or later.
    pub posted_from: Option<Moment>,
    /// Posted at this moment or earlier.
    pub posted_to: Option<Moment>,
    /// Without a mark that this person opened it.
    pub unread_by: Option<UserId>,
}

/// Which events of a feed are shown: every part that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedFilter {
    /// What they are about; all topics when none is named. Drafts are shown only to members with access to all
    /// departments.
    pub topics: Vec<Topic>,
    /// With whom.
    pub counteragent_box_id: Option<BoxId>,
    /// Of documents this box sent, or received.
    pub side: Option<Side>,
    /// Of documents of these kinds.
    pub kinds: KindSet,
    /// Written at this moment or later.
    pub from: Option<Moment>,
    /// Written at this moment or earlier.
    pub to: Option<Moment>,
}

/// The order of a list, by the moment of posting or the place in the feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// Oldest first.
    OldestFirst,
    /// Newest first.
    #[default]
    NewestFirst,
}

/// How many there are, as far as it was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundedCount {
    /// The number counted.
    pub count: i64,
    /// False when there are this many or more.
    pub is_exact: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_kinds() {
        assert_eq!(KindSet::ALL.iter().count(), KINDS.len());
        assert_eq!(KindSet::NONE.iter().count(), 0);
        for kind in KINDS {
            let one = KindSet::of(&[*kind]);
            assert_eq!(one.iter().collect::<Vec<_>>(), [*kind]);
            assert_eq!(KINDS.iter().filter(|other| one.has(**other)).count(), 1, "each kind has a bit of its own");
            assert!(KindSet::ALL.has(*kind) && !KindSet::NONE.has(*kind));
        }
    }
}
