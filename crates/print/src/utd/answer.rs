//! The halves below the table: what was handed over, and what was taken.

use formats::utd::{AcceptanceResult, BuyerTitleFields, Transfer};
use serde::Serialize;

use super::Signer;
use super::head::reference;
use crate::words::{day, joined, person};

/// The seller's half.
#[derive(Debug, Serialize)]
pub(super) struct Handed {
    grounds: String,
    content: String,
    date: String,
    by: String,
    composed_by: Option<String>,
}

/// The buyer's half, by his title.
#[derive(Debug, Serialize)]
pub(super) struct Taken {
    content: String,
    date: String,
    by: String,
    composed_by: Option<String>,
    signers: Vec<Signer>,
    file: String,
}

pub(super) fn handed(transfer: &Transfer, composed_by: Option<String>) -> Handed {
    let grounds: Vec<String> = transfer.grounds.iter().map(reference).collect();
    let period = match (transfer.period_from, transfer.period_to) {
        (Some(from), Some(to)) => Some(format!("за период с {} по {}", day(from), day(to))),
        _ => None,
    };
    Handed {
        grounds: if grounds.is_empty() {
            "без документа-основания".to_owned()
        } else {
            grounds.join("; ")
        },
        content: joined([Some(transfer.content.as_str()), transfer.operation_kind.as_deref(), period.as_deref()], ", "),
        date: transfer.transferred_on.map(day).unwrap_or_default(),
        by: transfer.by.as_ref().map(|(position, name)| format!("{position}, {}", person(name))).unwrap_or_default(),
        composed_by,
    }
}

pub(super) fn taken(fields: &BuyerTitleFields) -> Taken {
    let acceptance = &fields.acceptance;
    let result = acceptance.result.map(|result| match result {
        AcceptanceResult::Accepted => "принято без расхождений (претензий)",
        AcceptanceResult::AcceptedWithDiscrepancies => "принято с расхождениями (претензией)",
        AcceptanceResult::NotAccepted => "не принято",
    });
    let apart = acceptance.discrepancies.as_ref().map(reference);
    Taken {
        content: joined([acceptance.content.as_deref(), result, apart.as_deref()], "; "),
        date: acceptance.accepted_on.map(day).unwrap_or_default(),
        by: acceptance.by.as_ref().map(|(position, name)| format!("{position}, {}", person(name))).unwrap_or_default(),
        composed_by: fields.composed_by.clone(),
        signers: fields.signers.iter().map(Signer::of).collect(),
        file: format!("{}.xml", fields.file_id),
    }
}
