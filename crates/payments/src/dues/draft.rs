//! Orders that pay what is due.

use super::Due;
use crate::order::PaymentOrder;
use crate::party::PartyText;
use crate::refusal::{PaymentRefusal, Rule};
use crate::single::single_payment;
use jiff::civil::Date;
use kernel::Money;
use rules::Rules;
use serde::Serialize;
use std::collections::BTreeMap;

/// Whether to pay what a notification told of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It was paid when the notification came.
    Paid,
    /// It was not.
    Unpaid,
}

/// One order, and which of the dues it pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The last day in time; nothing where the rules know none.
    pub due_on: Option<Date>,
    /// Places in the list of dues.
    pub dues: Vec<usize>,
    pub order: PaymentOrder,
}

/// What the orders have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafting<'a> {
    pub payer: &'a PartyText,
    /// Number of the first order; the next ones follow.
    pub first_number: u32,
    /// The day of the orders: its requisites are taken.
    pub on: Date,
    pub told: Told,
}

/// One order of the single tax payment for each last day, earliest first: sums of one day go together, sums below zero pay nothing
/// and lessen nothing here (the tax account does that by itself).
///
/// Refuses as [`single_payment`] does, and numbers that leave six digits.
pub fn drafts(dues: &[Due], rules: &Rules, drafting: &Drafting<'_>) -> Result<Vec<Draft>, PaymentRefusal> {
    let is_paid = |due: &Due| due.sum > Money::ZERO && (drafting.told == Told::Unpaid || !due.told_before);
    let mut days: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
    for (place, due) in dues.iter().enumerate().filter(|(_, due)| is_paid(due)) {
        days.entry(due.due_on.or(due.nominal_on).map_or(Day::Unknown, Day::Known)).or_default().push(place);
    }
    let draft = |(number, (day, places)): (u32, (Day, Vec<usize>))| {
        let sums = places.iter().filter_map(|place| dues.get(*place)).map(|due| due.sum);
        let sum = Money::checked_sum(sums).ok_or_else(|| PaymentRefusal::new("sum", Rule::Sum))?;
        let order = single_payment(rules, drafting.payer, &number.to_string(), sum, drafting.on)?;
        let due_on = match day {
            Day::Known(day) => Some(day),
            Day::Unknown => None,
        };
        Ok(Draft { due_on, dues: places, order })
    };
    (drafting.first_number..).zip(days).map(draft).collect()
}

/// By what orders are told apart; the unknown comes last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Day {
    Known(Date),
    Unknown,
}
