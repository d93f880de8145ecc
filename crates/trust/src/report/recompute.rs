//! Making a stored report again from its evidence alone.

use super::evidence::EvidenceView;
use super::{FileReport, told};
use crate::Refusal;
use crate::limits::{DIFFERENCES_TOLD_MAX, STORED_REPORT_BYTES_MAX};
use serde_json::Value;

/// A report made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recomputed {
    /// The report as its evidence gives it.
    pub report: FileReport,
    /// Where the stored report says something else, as paths of names and numbers; empty when it is the same.
    pub differences: Vec<String>,
}

/// Makes a report again from the evidence stored in it (the JSON of [`FileReport`]) and compares the two. Needs no network and no store.
/// Refuses what is no such report, one without evidence, and evidence that cannot be read.
pub fn recompute(stored: &[u8]) -> Result<Recomputed, Refusal> {
    if stored.len() > STORED_REPORT_BYTES_MAX {
        return Err(Refusal::TooMany { what: "bytes of a stored report", max: STORED_REPORT_BYTES_MAX });
    }
    let unreadable = |what: &str| Refusal::StoredReport { detail: what.to_owned() };
    let stored: Value = serde_json::from_slice(stored).map_err(|_| unreadable("json"))?;
    let evidence = stored.get("evidence").filter(|value| value.is_object()).ok_or_else(|| unreadable("evidence"))?;
    let evidence: EvidenceView = serde_json::from_value(evidence.clone()).map_err(|_| unreadable("evidence"))?;
    let report = told(&evidence.read().map_err(unreadable)?).map_err(|why| unreadable(why.code()))?;
    let again = serde_json::to_value(&report).map_err(|_| unreadable("json"))?;
    let mut differences = Vec::new();
    compare(&stored, &again, "", &mut differences);
    Ok(Recomputed { report, differences })
}

fn compare(stored: &Value, again: &Value, at: &str, differences: &mut Vec<String>) {
    if differences.len() >= DIFFERENCES_TOLD_MAX || stored == again {
        return;
    }
    match (stored, again) {
        (Value::Object(stored), Value::Object(again)) if stored.keys().eq(again.keys()) => {
            for ((key, stored), again) in stored.iter().zip(again.values()) {
                compare(stored, again, &format!("{at}/{key}"), differences);
            }
        }
        (Value::Array(stored), Value::Array(again)) if stored.len() == again.len() => {
            for (index, (stored, again)) in stored.iter().zip(again).enumerate() {
                compare(stored, again, &format!("{at}/{index}"), differences);
            }
        }
        _ => differences.push(if at.is_empty() { "/".to_owned() } else { at.to_owned() }),
    }
}
