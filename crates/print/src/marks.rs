//! What is marked on a document: signatures, the operator's steps, what the document is not.

use paper::{DocumentPaper, OperatorMark, SignatureMark, Stamp};
use serde::Serialize;

use crate::words::{joined, moment};

/// The marks of a document, in words.
#[derive(Debug, Serialize)]
pub(crate) struct Marks {
    stamp: Option<&'static str>,
    document_id: Option<String>,
    signatures: Vec<Signature>,
    operator: Option<Operator>,
}

#[derive(Debug, Serialize)]
struct Signature {
    of: String,
    organization: String,
    person: String,
    serial: String,
    valid: String,
    kind: String,
    signed: String,
}

#[derive(Debug, Serialize)]
struct Operator {
    name: String,
    code: String,
    steps: Vec<Step>,
}

#[derive(Debug, Serialize)]
struct Step {
    what: String,
    at: String,
    file: Option<String>,
}

impl Marks {
    pub(crate) fn of(paper: &DocumentPaper) -> Self {
        Self {
            stamp: paper.stamp.map(stamp_words),
            document_id: paper.document_id.clone(),
            signatures: paper.signatures.iter().map(Signature::of).collect(),
            operator: paper.operator.as_ref().map(Operator::of),
        }
    }
}

fn stamp_words(stamp: Stamp) -> &'static str {
    match stamp {
        Stamp::Test => "ТЕСТ: юридической силы не имеет",
        Stamp::Simulator => "СИМУЛЯТОР: юридической силы не имеет",
    }
}

impl Signature {
    fn of(mark: &SignatureMark) -> Self {
        let from = mark.valid_from.map(|at| format!("с {}", moment(at)));
        let until = mark.valid_until.map(|at| format!("по {}", moment(at)));
        let signed = mark.signed_at.map(|at| format!("{} (время указал подписавший)", moment(at)));
        let posted = mark.posted_at.map(|at| format!("принято {}", moment(at)));
        Self {
            of: mark.of.clone(),
            organization: mark.organization.clone(),
            person: joined([mark.person.as_deref(), mark.position.as_deref()], ", "),
            serial: mark.serial.clone(),
            valid: joined([from.as_deref(), until.as_deref()], " "),
            kind: mark.kind.clone(),
            signed: joined([signed.as_deref(), posted.as_deref()], "; "),
        }
    }
}

impl Operator {
    fn of(mark: &OperatorMark) -> Self {
        let step = |one: &paper::Mark| Step { what: one.what.clone(), at: moment(one.at), file: one.file.clone() };
        Self { name: mark.name.clone(), code: mark.code.clone(), steps: mark.marks.iter().map(step).collect() }
    }
}
