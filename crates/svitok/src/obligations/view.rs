//! One thing to file or pay, as JSON.

use rules::{Authority, DutyKind, Obligation, Trust};
use serde::Serialize;
use utoipa::ToSchema;

/// One thing to file or pay, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct ObligationView {
    /// Name of the duty in the rules.
    #[schema(example = "rsv")]
    duty: String,
    /// `report`, `notification` or `payment`.
    #[schema(value_type = String)]
    kind: DutyKind,
    /// For a person.
    title: String,
    /// Code of the form; payments have none.
    knd: Option<String>,
    /// `fns` or `sfr`.
    #[schema(value_type = String)]
    authority: Authority,
    /// For a person: «полугодие 2026 года».
    period: String,
    /// As the report writes it.
    period_code: Option<String>,
    /// The day the rule names.
    #[schema(format = Date)]
    nominal_on: String,
    /// The last day in time: a day off moves to the next working day; absent while that year's calendar is not loaded.
    #[schema(format = Date)]
    due_on: Option<String>,
    /// Paper is not taken from this payer.
    electronic: bool,
    /// Why this payer owes it.
    why: String,
    norm: String,
    /// How the rule was read: `text`, `several`, `one`, `unverified`.
    #[schema(value_type = String)]
    trust: Trust,
    note: Option<String>,
}

impl From<&Obligation<'_>> for ObligationView {
    fn from(one: &Obligation<'_>) -> Self {
        Self {
            duty: one.duty.to_owned(),
            kind: one.kind,
            title: one.title.to_owned(),
            knd: one.knd.map(str::to_owned),
            authority: one.authority,
            period: one.period.clone(),
            period_code: one.period_code.clone(),
            nominal_on: one.nominal_on.to_string(),
            due_on: one.due_on.map(|day| day.to_string()),
            electronic: one.is_electronic,
            why: one.why.to_owned(),
            norm: one.in_force.norm.to_string(),
            trust: one.in_force.trust,
            note: one.in_force.note.clone(),
        }
    }
}
