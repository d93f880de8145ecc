//! A payment order as a document of DirectBank 2.3.2 (`PayDocRu`), by the definition of the base pack.

use crate::order::PaymentOrder;
use crate::party::{Bank, Party};
use crate::tax::Tax;
use formats::{Document, Element, FormatId, FormatRefusal, Registry};
use jiff::civil::DateTime;

const PREFIX: &str = "DIRECTBANK_PayDocRu";
const VERSION: &str = "2.3.2";
/// Field 18: a payment order.
const ORDER_SIGN: &str = "01";
/// What stands where a payment to the budget has nothing.
const NOTHING: &str = "0";

/// What the document says of its making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// A UUID of the payment.
    pub id: String,
    pub at: DateTime,
    /// Name and version of the program.
    pub program: String,
    /// How the bank calls its client: at most 50 characters, given by the bank.
    pub client: String,
}

/// The octets of the document, UTF-8. Refuses what the definition's check refuses.
pub fn write(registry: &Registry, order: &PaymentOrder, made: &Made) -> Result<Vec<u8>, FormatRefusal> {
    let format = FormatId {
        prefix: PREFIX.to_owned(),
        number: String::new(),
        version: VERSION.to_owned(),
        revision: String::new(),
    };
    let mut root = Element::new("PayDocRu");
    root.set("id", &made.id).set("formatVersion", VERSION);
    root.set("creationDate", &made.at.strftime("%Y-%m-%dT%H:%M:%S").to_string()).set("userAgent", &made.program);
    let mut sender = Element::new("Sender");
    sender.set("id", &made.client).set("name", &order.payer.name);
    sender.set_if("inn", order.payer.inn.as_ref().map(kernel::Inn::as_str));
    let mut recipient = Element::new("Recipient");
    recipient.set("bic", order.payer.bank.bic.as_str()).set("name", &order.payer.bank.name);
    root.push(sender).push(recipient).push(data(order));
    registry.write_checked(&Document::new(format, root))
}

fn data(order: &PaymentOrder) -> Element {
    let mut data = Element::new("Data");
    let mut text = |name: &str, value: &str| {
        data.push(Element::with_text(name, value));
    };
    text("DocNo", &order.number);
    text("DocDate", &order.date.to_string());
    text("Sum", &order.sum.to_string());
    let is_tax = order.tax.is_some();
    data.push(party("Payer", &order.payer, is_tax)).push(party("Payee", &order.payee, is_tax));
    let mut text = |name: &str, value: &str| {
        data.push(Element::with_text(name, value));
    };
    text("TransitionKind", ORDER_SIGN);
    text("Priority", &order.priority.to_string());
    if is_tax || order.uin.is_some() {
        text("Code", order.uin.as_deref().unwrap_or(NOTHING));
    }
    text("Purpose", &order.purpose);
    data.push_if(order.tax.as_ref().map(tax));
    data
}

fn party(name: &str, party: &Party, is_tax: bool) -> Element {
    let mut element = Element::new(name);
    element.push(Element::with_text("Name", &party.name));
    element.push_if(party.inn.as_ref().map(|inn| Element::with_text("INN", inn.as_str())));
    let kpp = party.kpp.as_ref().map(kernel::Kpp::as_str).or(is_tax.then_some(NOTHING));
    element.push_if(kpp.map(|kpp| Element::with_text("KPP", kpp)));
    element.push(Element::with_text("Account", party.account.as_str())).push(bank(&party.bank));
    element
}

fn bank(bank: &Bank) -> Element {
    let mut element = Element::new("Bank");
    element.push(Element::with_text("BIC", bank.bic.as_str())).push(Element::with_text("Name", &bank.name));
    let account = bank.correspondent_account.as_ref();
    element.push_if(account.map(|account| Element::with_text("CorrespAcc", account.as_str())));
    element
}

fn tax(tax: &Tax) -> Element {
    let fields = [
        ("DrawerStatus", Some(&tax.status)),
        ("CBC", Some(&tax.budget_code)),
        ("OKTMO", tax.oktmo.as_ref()),
        ("Reason", tax.basis.as_ref()),
        ("TaxPeriod", tax.period.as_ref()),
        ("DocNo", tax.document_number.as_ref()),
        ("DocDate", tax.document_date.as_ref()),
    ];
    let mut element = Element::new("BudgetPaymentInfo");
    let text = |(name, value): (&str, Option<&String>)| Element::with_text(name, value.map_or(NOTHING, String::as_str));
    element.push_all(fields.into_iter().map(text));
    element
}
