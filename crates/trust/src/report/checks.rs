//! The tree of checks as it is shown and stored.

use pki::{Check, CheckNode, Input, InputDigest, InputKind};
use serde::{Deserialize, Serialize};

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// Checked and good.
    Yes,
    /// Checked and bad.
    No,
    /// Could not be checked, or was not asked.
    Unknown,
}

/// What a check was made on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputView {
    /// `content`, `message`, `signer`, `certificate`, `revocation_list`, `moment`, `demands`; of a stored input also `root`, `intermediate`.
    pub kind: String,
    /// Streebog-256 of its exact bytes, hexadecimal: found again among the stored inputs or in the message.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub streebog256: Option<String>,
    /// Number of a signer, from 0.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub number: Option<usize>,
    /// Serial number of a certificate, hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub serial: Option<String>,
}

/// One check with those it was concluded from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckView {
    /// Stable name.
    pub name: String,
    /// The clause that demands it.
    pub clause: String,
    /// How it ended.
    pub outcome: CheckOutcome,
    /// Stable code of why it is not `yes`; its text is in `texts/*/pki.ftl`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    /// What it was made on; the first is what it is about.
    pub inputs: Vec<InputView>,
    /// The checks it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub checks: Vec<CheckView>,
}

impl CheckView {
    /// Shows a tree.
    pub fn of(node: &CheckNode) -> Self {
        let outcome = match node.check {
            Check::Yes => CheckOutcome::Yes,
            Check::No { .. } => CheckOutcome::No,
            Check::Unknown { .. } => CheckOutcome::Unknown,
        };
        Self {
            name: node.name.to_owned(),
            clause: node.clause.to_owned(),
            outcome,
            reason: node.check.reason().map(|reason| reason.code().to_owned()),
            inputs: node.inputs.iter().map(InputView::of).collect(),
            checks: node.children.iter().map(Self::of).collect(),
        }
    }
}

impl InputView {
    fn bare(kind: &str) -> Self {
        Self { kind: kind.to_owned(), streebog256: None, number: None, serial: None }
    }

    fn of(input: &Input) -> Self {
        match input {
            Input::Content => Self::bare("content"),
            Input::Message => Self::bare("message"),
            Input::Moment => Self::bare("moment"),
            Input::Demands => Self::bare("demands"),
            Input::Signer(number) => Self { number: Some(*number), ..Self::bare("signer") },
            Input::Certificate(certificate) => Self {
                streebog256: Some(hex::encode(certificate.digest_streebog256())),
                serial: Some(certificate.serial_hex()),
                ..Self::bare("certificate")
            },
            Input::List(list) => {
                Self { streebog256: Some(hex::encode(list.digest_streebog256())), ..Self::bare("revocation_list") }
            }
        }
    }

    pub(super) fn of_stored(input: &InputDigest) -> Self {
        let kind = match input.kind {
            InputKind::Content => "content",
            InputKind::Message => "message",
            InputKind::Root => "root",
            InputKind::Intermediate => "intermediate",
            InputKind::List => "revocation_list",
        };
        Self { streebog256: Some(hex::encode(input.streebog256)), ..Self::bare(kind) }
    }
}
