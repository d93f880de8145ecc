//! A file of orders for a bank.

use super::{BankDocument, ClientBankFile, ENCODING, Encoding, Fields, Side};
use crate::order::PaymentOrder;
use crate::party::Party;
use crate::tax::Tax;
use jiff::civil::{Date, DateTime};

/// Version of the format that is written.
const VERSION: &str = "1.03";
/// Kind of the only document that is written.
const ORDER: &str = "Платежное поручение";
/// Field 18: a payment order (Bank of Russia, list of signs of bank documents).
const ORDER_SIGN: &str = "01";
/// What stands where a payment to the budget has nothing.
const NOTHING: &str = "0";

/// What the head says of a file's making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Name of the program.
    pub sender: String,
    /// By the clock of the sender's place.
    pub at: DateTime,
}

/// A file of these orders, in windows-1251 as banks expect it, in the order given.
pub fn of_orders(orders: &[PaymentOrder], made: &Made) -> ClientBankFile {
    ClientBankFile {
        encoding: Encoding::Windows,
        head: head(orders, made),
        accounts: Vec::new(),
        documents: orders.iter().map(document).collect(),
    }
}

fn head(orders: &[PaymentOrder], made: &Made) -> Fields {
    let mut head = Fields::default();
    let dates = || orders.iter().map(|order| order.date);
    head.push("ВерсияФормата", VERSION);
    head.push(ENCODING, "Windows");
    head.push("Отправитель", &made.sender);
    head.push("Получатель", "");
    head.push("ДатаСоздания", &day(made.at.date()));
    head.push("ВремяСоздания", &made.at.time().strftime("%H:%M:%S").to_string());
    head.push("ДатаНачала", &day(dates().min().unwrap_or(made.at.date())));
    head.push("ДатаКонца", &day(dates().max().unwrap_or(made.at.date())));
    let mut accounts: Vec<&str> = orders.iter().map(|order| order.payer.account.as_str()).collect();
    accounts.sort_unstable();
    accounts.dedup();
    accounts.into_iter().for_each(|account| head.push("РасчСчет", account));
    head.push("Документ", ORDER);
    head
}

fn document(order: &PaymentOrder) -> BankDocument {
    let mut fields = Fields::default();
    fields.push("Номер", &order.number);
    fields.push("Дата", &day(order.date));
    fields.push("Сумма", &order.sum.to_string());
    party(&mut fields, Side::Payer, &order.payer);
    party(&mut fields, Side::Payee, &order.payee);
    fields.push("ВидОплаты", ORDER_SIGN);
    if order.uin.is_some() || order.tax.is_some() {
        fields.push("Код", or_nothing(order.uin.as_deref()));
    }
    fields.push("НазначениеПлатежа", &order.purpose);
    if let Some(tax_fields) = &order.tax {
        tax(&mut fields, order, tax_fields);
    }
    fields.push("Очередность", &order.priority.to_string());
    BankDocument { kind: ORDER.to_owned(), fields }
}

fn party(fields: &mut Fields, side: Side, party: &Party) {
    let word = side.word();
    let mut push = |key: &str, value: &str| fields.push(&format!("{word}{key}"), value);
    push("Счет", party.account.as_str());
    match &party.inn {
        Some(inn) => push("", &format!("ИНН {inn} {}", party.name)),
        None => push("", &party.name),
    }
    push("ИНН", party.inn.as_ref().map_or("", |inn| inn.as_str()));
    push("1", &party.name);
    push("РасчСчет", party.account.as_str());
    push("Банк1", &party.bank.name);
    push("БИК", party.bank.bic.as_str());
    push("Корсчет", party.bank.correspondent_account.as_ref().map_or("", |account| account.as_str()));
}

fn tax(fields: &mut Fields, order: &PaymentOrder, tax: &Tax) {
    let kpp = |party: &Party| party.kpp.as_ref().map_or(NOTHING.to_owned(), ToString::to_string);
    fields.push("СтатусСоставителя", &tax.status);
    fields.push("ПлательщикКПП", &kpp(&order.payer));
    fields.push("ПолучательКПП", &kpp(&order.payee));
    fields.push("ПоказательКБК", &tax.budget_code);
    // The key kept its name when ОКТМО took the place of ОКАТО.
    fields.push("ОКАТО", or_nothing(tax.oktmo.as_deref()));
    fields.push("ПоказательОснования", or_nothing(tax.basis.as_deref()));
    fields.push("ПоказательПериода", or_nothing(tax.period.as_deref()));
    fields.push("ПоказательНомера", or_nothing(tax.document_number.as_deref()));
    fields.push("ПоказательДаты", or_nothing(tax.document_date.as_deref()));
}

fn or_nothing(text: Option<&str>) -> &str {
    text.unwrap_or(NOTHING)
}

fn day(date: Date) -> String {
    date.strftime("%d.%m.%Y").to_string()
}
