//! Asking ratios of documents.

use super::expression::Relation;
use super::expression::evaluate::{Asked, Side};
use super::file::{Ratio, Ready};
use super::locate::locate;
use super::set::Ratios;
use crate::finding::{Finding, Findings, Layer, Sides};
use crate::limits::{DOCUMENTS_ACROSS_MAX, FINDINGS_MAX};
use crate::tree::{Document, Element, path_of};
use crate::{FormatRefusal, Registry};
use rust_decimal::Decimal;

/// A finding between two documents of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcrossFinding {
    /// Places in the list: the document the finding's path belongs to, and the one it is compared with.
    pub documents: [usize; 2],
    pub finding: Finding,
}

/// Asks every ratio of the document's form and version. Findings have no line and column yet: see [`super::locate()`].
///
/// Ask it after the schema's part: a value that is no number has no sides to compare, so nothing is found there.
pub fn check(document: &Document, ratios: &Ratios) -> Findings {
    let mut found = Findings { format: Some(document.format.clone()), findings: Vec::new(), cut: false };
    let roots = [&document.root];
    for ready in ratios.of(document) {
        ready.ratios.iter().for_each(|ratio| ask(ratio, &roots, &mut found));
    }
    found
}

/// Reads a document by a registry and asks every ratio of its form; findings have lines and columns.
///
/// Refuses what [`Registry::read`] refuses: a document is whole in memory here.
pub fn check_bytes(registry: &Registry, ratios: &Ratios, bytes: &[u8]) -> Result<Findings, FormatRefusal> {
    let mut found = check(&registry.read(bytes)?, ratios);
    if !found.findings.is_empty() {
        locate(bytes, &mut found.findings);
    }
    Ok(found)
}

/// A check of a file with its control ratios: what the check found, then what the ratios found, when the file can be read at all.
pub fn check_with(registry: &Registry, ratios: &Ratios, bytes: &[u8], file_name: Option<&str>) -> Findings {
    let found = match file_name {
        Some(name) => registry.check_named(bytes, name),
        None => registry.check(bytes),
    };
    let is_asked = found.format.as_ref().is_some_and(|format| ratios.speaks_of(&format.prefix));
    // What cannot be read was told of by the check itself.
    match is_asked.then(|| check_bytes(registry, ratios, bytes)) {
        Some(Ok(more)) => found.and(more),
        _ => found,
    }
}

/// Asks every ratio between forms, of each pair of documents that belongs together (same payer, same period).
///
/// Refuses more than [`DOCUMENTS_ACROSS_MAX`] documents.
pub fn check_across(documents: &[Document], ratios: &Ratios) -> Result<Vec<AcrossFinding>, FormatRefusal> {
    if documents.len() > DOCUMENTS_ACROSS_MAX {
        return Err(FormatRefusal::TooMany { line: 1, what: "documents", count_max: DOCUMENTS_ACROSS_MAX });
    }
    let mut found = Vec::new();
    for ready in ratios.across() {
        let [first, second] = ready.file.forms.as_slice() else { continue };
        for (left, one) in documents.iter().enumerate().filter(|(_, document)| first.is(document)) {
            for (right, other) in documents.iter().enumerate().filter(|(_, document)| second.is(document)) {
                let findings = pair(ready, &[&one.root, &other.root]);
                found.extend(findings.into_iter().map(|finding| AcrossFinding { documents: [left, right], finding }));
            }
        }
    }
    found.truncate(FINDINGS_MAX);
    Ok(found)
}

fn pair(ready: &Ready, roots: &[&Element; 2]) -> Vec<Finding> {
    let [first, _] = *roots;
    let belongs =
        ready.together.iter().all(|condition| Asked::new(condition, roots).holds_at(&mut vec![first]) == Some(true));
    let mut found = Findings { format: None, findings: Vec::new(), cut: false };
    if belongs {
        ready.ratios.iter().for_each(|ratio| ask(ratio, roots, &mut found));
    }
    found.findings
}

/// One ratio over all its rows.
fn ask(ratio: &Ratio, roots: &[&Element], found: &mut Findings) {
    let mut when = ratio.when.as_ref().map(|when| Asked::new(when, roots));
    let mut left = Asked::new(&ratio.left, roots);
    let mut right = Asked::new(&ratio.right, roots);
    let mut tolerance = ratio.tolerance.as_ref().map(|tolerance| Asked::new(tolerance, roots));
    let mut walk = Asked::new(&ratio.left, roots);
    walk.each(&ratio.each, &mut Vec::new(), &mut |_, chain| {
        if when.as_mut().is_some_and(|when| when.holds_at(chain) != Some(true)) {
            return false;
        }
        let allowed = match &mut tolerance {
            Some(tolerance) => tolerance.number_at(chain),
            None => Some(Decimal::ZERO),
        };
        let sides = left.side_at(ratio.is_text, chain).zip(right.side_at(ratio.is_text, chain)).zip(allowed);
        let Some(((left, right), allowed)) = sides else { return false };
        if keeps(&left, ratio.relation, &right, allowed) {
            return false;
        }
        if found.findings.len() >= FINDINGS_MAX {
            found.cut = true;
            return true;
        }
        found.findings.push(finding(ratio, chain, &left, &right));
        false
    });
}

/// Whether the sides stand as they must, or miss it by no more than is allowed.
fn keeps(left: &Side<'_>, relation: Relation, right: &Side<'_>, allowed: Decimal) -> bool {
    match (left, right) {
        (Side::Number(left), Side::Number(right)) => {
            let near = left.checked_sub(*right).is_some_and(|gap| gap.abs() <= allowed);
            relation.holds(left.cmp(right)) || (!allowed.is_zero() && near)
        }
        (Side::Text(left), Side::Text(right)) => relation.holds(left.cmp(right)),
        _ => true,
    }
}

fn finding(ratio: &Ratio, chain: &[&Element], left: &Side<'_>, right: &Side<'_>) -> Finding {
    Finding {
        code: ratio.code.clone(),
        severity: ratio.severity,
        layer: Layer::Ratio,
        path: format!("{}/{}", path_of(chain), ratio.blame),
        line: 1,
        column: 1,
        shape: ratio.words.clone(),
        accepted: ratio.formula.clone(),
        norm: ratio.norm.clone(),
        sides: Some(Sides { left: shown(left), right: shown(right) }),
    }
}

fn shown(side: &Side<'_>) -> String {
    match side {
        Side::Number(number) => number.normalize().to_string(),
        Side::Text(text) => text.to_string(),
    }
}
