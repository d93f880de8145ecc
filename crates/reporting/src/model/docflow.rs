//! A docflow as its row tells it.

use kernel::{CivilDate, Moment};
use serde::{Deserialize, Serialize};

use super::document::ReportFacts;
use super::flow::{Direction, Status, Success};
use super::ids::{DocflowId, PayerId};
use super::regulator::Regulator;

/// Facts of a docflow that are not looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocflowFacts {
    /// What its main document says of itself.
    pub report: ReportFacts,
    /// Words of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The docflow this one answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<DocflowId>,
    /// Documents of the regulator that are late or lost: kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// A program plays the regulator.
    pub is_simulator: bool,
    /// A program plays the regulator, or something in it was signed under a test authority or a simulator's.
    pub is_play: bool,
    /// What a compatible surface must give back as it was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wire: Option<String>,
}

/// A docflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docflow {
    /// Its id.
    pub id: DocflowId,
    /// Kind without `urn:docflow:`.
    pub flow: String,
    /// Who began it.
    pub direction: Direction,
    /// For whom.
    pub payer_id: PayerId,
    /// With whom.
    pub regulator: Regulator,
    /// Where it stands.
    pub status: Status,
    /// What came of it.
    pub success: Success,
    /// The last day of the subscriber's next step.
    pub due_on: Option<CivilDate>,
    /// When it began: the date the operator confirms.
    pub began_at: Moment,
    /// When it changed last.
    pub changed_at: Moment,
    /// The rest.
    pub facts: DocflowFacts,
}

/// Kinds a filter can name at once.
pub const FLOWS_MAX: usize = 4;

/// Which docflows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocflowFilter {
    /// Of this payer.
    pub payer_id: Option<PayerId>,
    /// Of these kinds.
    pub flows: Vec<String>,
    /// Begun by.
    pub direction: Option<Direction>,
    /// Closed or not.
    pub finished: Option<bool>,
    /// What came of it.
    pub success: Option<Success>,
    /// Of this form.
    pub knd: Option<String>,
    /// Where the subscriber has something to do by a day.
    pub is_due: bool,
}
