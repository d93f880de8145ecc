//! The numbered lines above the table.

use formats::Element;
use formats::utd::{Consignor, DocumentReference, Party, PaymentDocument, SellerTitleFields};
use serde::Serialize;

use super::party;
use crate::words::{day, decimal, joined, money};

/// One line: label, value, number of the line in the form.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    label: &'static str,
    value: String,
    code: &'static str,
}

/// What an empty line shows.
const DASH: &str = "—";

/// Lines 2 to 8.
pub(super) fn lines(fields: &SellerTitleFields, invoice: Option<&Element>) -> Vec<Line> {
    let line = |label, value: String, code| Line {
        label,
        value: if value.is_empty() { DASH.to_owned() } else { value },
        code,
    };
    let side = |parties: &[Party], tag, say: fn(&Party, Option<&Element>) -> String| {
        let elements: Vec<&Element> = invoice.into_iter().flat_map(|invoice| invoice.all(tag)).collect();
        let said = parties.iter().enumerate().map(|(at, party)| say(party, elements.get(at).copied()));
        said.collect::<Vec<_>>().join("; ")
    };
    let name = |party: &Party, _: Option<&Element>| party::name(party);
    let address = |_: &Party, element: Option<&Element>| element.map(party::address).unwrap_or_default();
    let numbers = |party: &Party, _: Option<&Element>| party::inn_kpp(party);
    let currency = &fields.currency;
    let rate = currency.rate.map(|rate| format!("курс {}", decimal(rate)));
    vec![
        line("Продавец", side(&fields.sellers, "СвПрод", name), "(2)"),
        line("Адрес", side(&fields.sellers, "СвПрод", address), "(2а)"),
        line("ИНН/КПП продавца", side(&fields.sellers, "СвПрод", numbers), "(2б)"),
        line("Грузоотправитель и его адрес", consignors(fields, invoice), "(3)"),
        line("Грузополучатель и его адрес", side(&fields.consignees, "ГрузПолуч", party::name_and_address), "(4)"),
        line("К платежно-расчетному документу", all(&fields.payments, payment), "(5)"),
        line("Документ об отгрузке", all(&fields.shipments, reference), "(5а)"),
        line("Покупатель", side(&fields.buyers, "СвПокуп", name), "(6)"),
        line("Адрес", side(&fields.buyers, "СвПокуп", address), "(6а)"),
        line("ИНН/КПП покупателя", side(&fields.buyers, "СвПокуп", numbers), "(6б)"),
        line(
            "Валюта: наименование, код",
            joined([currency.name.as_deref(), Some(currency.code.as_str()), rate.as_deref()], ", "),
            "(7)",
        ),
        line(
            "Идентификатор государственного контракта, договора (соглашения)",
            fields.state_contract_id.clone().unwrap_or_default(),
            "(8)",
        ),
    ]
}

fn consignors(fields: &SellerTitleFields, invoice: Option<&Element>) -> String {
    let elements: Vec<&Element> = invoice.into_iter().flat_map(|invoice| invoice.all("ГрузОт")).collect();
    let said = fields.consignors.iter().enumerate().map(|(at, consignor)| match consignor {
        Consignor::Seller => "он же".to_owned(),
        Consignor::Party(party) => {
            party::name_and_address(party, elements.get(at).and_then(|element| element.child("ГрузОтпр")))
        }
    });
    said.collect::<Vec<_>>().join("; ")
}

fn all<T>(items: &[T], say: fn(&T) -> String) -> String {
    items.iter().map(say).collect::<Vec<_>>().join("; ")
}

fn payment(payment: &PaymentDocument) -> String {
    let number = payment.number.as_ref().map(|number| format!("№ {number}"));
    let date = payment.date.map(|date| format!("от {}", day(date)));
    let sum = payment.sum.map(|sum| format!("на сумму {}", money(sum)));
    joined([number.as_deref(), date.as_deref(), sum.as_deref()], " ")
}

/// `Договор № 12 от 28.11.2026`.
pub(super) fn reference(reference: &DocumentReference) -> String {
    let number = reference.number.as_ref().map(|number| format!("№ {number}"));
    let date = reference.date.map(|date| format!("от {}", day(date)));
    joined([Some(reference.name.as_str()), number.as_deref(), date.as_deref(), reference.note.as_deref()], " ")
}
