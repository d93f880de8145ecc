//! A document's row in the lists of a box: what a projection of its entities says.

use std::collections::BTreeSet;

use kernel::{BoxId, Moment};

use super::document::DocumentKind;
use super::entity::Entity;
use super::ids::{EntityId, MessageId};
use super::marks::DocflowMarks;
use super::message::MessageCopy;
use super::side::{Author, Side};
use super::state::{DocflowState, Outcome, derive};
use super::turn::{Turn, delivery_turn, turns};
use super::words::words_of;
use super::workflow::Workflow;

/// Whose turn it is, in one word: parties before the operator, whose duties need nobody's attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The sender's.
    Sender,
    /// The recipient's.
    Recipient,
    /// The operator's alone.
    Operator,
    /// Nobody's: the docflow is over.
    Nobody,
}

impl Whose {
    /// The word kept in tables and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Operator => "operator",
            Self::Nobody => "nobody",
        }
    }

    /// Reads the word written by [`Whose::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "sender" => Some(Self::Sender),
            "recipient" => Some(Self::Recipient),
            "operator" => Some(Self::Operator),
            "nobody" => Some(Self::Nobody),
            _ => None,
        }
    }

    /// The first party among the open duties, else the operator, else nobody.
    #[must_use]
    pub fn of(turns: &[Turn]) -> Self {
        match turns.iter().find_map(|turn| turn.who.side()) {
            Some(Side::Sender) => Self::Sender,
            Some(Side::Recipient) => Self::Recipient,
            None if turns.iter().any(|turn| turn.who == Author::Operator) => Self::Operator,
            None => Self::Nobody,
        }
    }
}

/// One row of the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocflowRow {
    /// The document.
    pub document_id: EntityId,
    /// Its message.
    pub message_id: MessageId,
    /// Which side this box is.
    pub side: Side,
    /// The other box.
    pub counteragent_box_id: BoxId,
    /// Kind and function.
    pub kind: DocumentKind,
    /// Its number.
    pub number: Option<String>,
    /// Its date, ISO.
    pub date: Option<String>,
    /// Its total, kopecks.
    pub total_kopecks: Option<i64>,
    /// Name of its file.
    pub file_name: Option<String>,
    /// When it was posted.
    pub posted_at: Moment,
    /// Without legal force.
    pub is_test: bool,
    /// Where the docflow stands.
    pub outcome: Outcome,
    /// Whose turn it is.
    pub turn: Whose,
    /// What else filters ask.
    pub marks: DocflowMarks,
    /// The sender's own id; none in the recipient's box.
    pub custom_id: Option<String>,
    /// When the row changed last.
    pub changed_at: Moment,
}

/// A document with everything derived from its entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docflow {
    /// The workflow row.
    pub workflow: &'static Workflow,
    /// Derived state as this side sees it.
    pub state: DocflowState,
    /// Open duties.
    pub turns: Vec<Turn>,
}

impl DocflowRow {
    /// What the document is found by: its number and the name of its file.
    #[must_use]
    pub fn words(&self) -> BTreeSet<String> {
        words_of([self.number.as_deref(), self.file_name.as_deref()].into_iter().flatten())
    }
}

impl Docflow {
    /// Derives the docflow of `document` as the side of `copy` sees it. None when the entity is no document.
    #[must_use]
    pub fn of(side: Side, document: &Entity, entities: &[Entity]) -> Option<Self> {
        let facts = document.facts.document.as_ref().filter(|_| document.kind.is_document())?;
        let workflow = Workflow::find(facts.workflow)?;
        let state = derive(workflow, side, document, entities);
        let turns = if state.delivered_at.is_none() { vec![delivery_turn(document.at)] } else { turns(&state) };
        Some(Self { workflow, state, turns })
    }

    /// The document's row in lists.
    #[must_use]
    pub fn row(&self, copy: &MessageCopy, document: &Entity, changed_at: Moment) -> Option<DocflowRow> {
        let facts = document.facts.document.as_ref()?;
        Some(DocflowRow {
            document_id: document.id,
            message_id: copy.id,
            side: copy.side,
            counteragent_box_id: copy.counteragent_box_id,
            kind: facts.kind,
            number: facts.number.clone(),
            date: facts.date.clone(),
            total_kopecks: facts.total_kopecks,
            file_name: document.file_name.clone(),
            posted_at: copy.posted_at,
            is_test: copy.is_test,
            outcome: self.state.outcome,
            turn: Whose::of(&self.turns),
            marks: DocflowMarks::from(&self.state),
            custom_id: facts.custom_id.clone(),
            changed_at,
        })
    }
}
