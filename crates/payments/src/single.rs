//! The order of the single tax payment (единый налоговый платёж).

use crate::order::{OrderText, PaymentOrder};
use crate::party::{BankText, PartyText};
use crate::refusal::PaymentRefusal;
use crate::tax::TaxText;
use jiff::civil::Date;
use kernel::Money;
use rules::{PayerKpp, Rules};

/// The payee and the tax of the single tax payment in the rules.
const SINGLE: &str = "enp";
/// The place in the queue of a tax paid of one's own will (ГК РФ, статья 855, пункт 2).
const PRIORITY: u8 = 5;

/// An order that pays `sum` onto the payer's single tax account, by the requisites of the day `on`.
///
/// The payer's КПП is written as that day's rules want it. Refuses a field of the payer that breaks a rule, a sum that is not above
/// zero, and a day for which the rules know no requisites ([`crate::Rule::Law`]).
pub fn single_payment(
    rules: &Rules,
    payer: &PartyText,
    number: &str,
    sum: Money,
    on: Date,
) -> Result<PaymentOrder, PaymentRefusal> {
    let law = |no_row: rules::NoRow| PaymentRefusal::new("date", no_row.into());
    let payee = rules.payee(SINGLE, on).map_err(law)?;
    let code = rules.budget_code(&payee.tax, on).map_err(law)?;
    let mut payer = payer.clone();
    if payee.payer_kpp == PayerKpp::Zero {
        payer.kpp = String::new();
    }
    PaymentOrder::compose(&OrderText {
        number: number.to_owned(),
        date: on,
        sum: sum.to_string(),
        payer,
        payee: PartyText {
            name: payee.name.clone(),
            inn: payee.inn.clone(),
            kpp: payee.kpp.clone(),
            account: payee.account.clone(),
            bank: BankText {
                bic: payee.bic.clone(),
                name: payee.bank.clone(),
                correspondent_account: payee.correspondent_account.clone(),
            },
        },
        priority: PRIORITY,
        uin: String::new(),
        purpose: payee.purpose.clone(),
        tax: Some(TaxText { status: payee.status.clone(), budget_code: code.code.clone(), ..TaxText::default() }),
    })
}
