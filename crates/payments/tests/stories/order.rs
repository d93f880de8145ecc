//! An order takes what a bank would take, and names the field it does not.

use crate::support::{TODAY, order, romashka, rules};
use jiff::civil::date;
use kernel::{Money, Refusal};
use payments::{OrderText, PaymentOrder, TaxText, single_payment};

fn text() -> OrderText {
    OrderText {
        number: "17".to_owned(),
        date: TODAY,
        sum: "1200.50".to_owned(),
        payer: romashka(),
        payee: romashka(),
        priority: 5,
        uin: String::new(),
        purpose: "Оплата по счёту".to_owned(),
        tax: Some(TaxText {
            status: "01".to_owned(),
            budget_code: "18201061201010000510".to_owned(),
            ..TaxText::default()
        }),
    }
}

type Change = fn(&mut OrderText);

const WRONG: &[(&str, &str, Change)] = &[
    ("number", "payments.order.number", |o| o.number = "0".into()),
    ("number", "payments.order.number", |o| o.number = "1234567".into()),
    ("number", "payments.order.number", |o| o.number = "1а".into()),
    ("sum", "payments.order.sum", |o| o.sum = "0".into()),
    ("sum", "payments.order.sum", |o| o.sum = "-1".into()),
    ("sum", "payments.order.sum", |o| o.sum = "1,5".into()),
    ("priority", "payments.order.priority", |o| o.priority = 6),
    ("priority", "payments.order.priority", |o| o.priority = 0),
    ("uin", "payments.order.uin", |o| o.uin = "123".into()),
    ("payer.bank.bic", "payments.order.bic", |o| o.payer.bank.bic = "04452555".into()),
    ("payer.bank.name", "payments.order.required", |o| o.payer.bank.name = " ".into()),
    ("payer.account", "payments.order.account", |o| o.payer.account = "4070281".into()),
    ("payee.account", "payments.order.account-key", |o| o.payee.bank.bic = "044525556".into()),
    ("payee.bank.correspondent_account", "payments.order.account-key", |o| {
        o.payee.bank.correspondent_account = o.payee.account.clone();
    }),
    ("payer.inn", "payments.order.inn", |o| o.payer.inn = "7701000018".into()),
    ("payer.kpp", "payments.order.kpp", |o| o.payer.kpp = "77".into()),
    ("payer.name", "payments.order.too-long", |o| o.payer.name = "я".repeat(161)),
    ("purpose", "payments.order.too-long", |o| o.purpose = "я".repeat(211)),
    ("purpose", "payments.order.characters", |o| o.purpose = "раз\nНомер=2".into()),
    ("purpose", "payments.order.required", |o| o.purpose = String::new()),
    ("tax.status", "payments.order.status", |o| o.tax.as_mut().unwrap().status = "1".into()),
    ("tax.budget_code", "payments.order.budget-code", |o| o.tax.as_mut().unwrap().budget_code = "0".repeat(20)),
    ("tax.oktmo", "payments.order.oktmo", |o| o.tax.as_mut().unwrap().oktmo = "4500".into()),
    ("tax.basis", "payments.order.basis", |o| o.tax.as_mut().unwrap().basis = "тп".into()),
    ("tax.period", "payments.order.period", |o| o.tax.as_mut().unwrap().period = "МС.13.2026".into()),
    ("tax.period", "payments.order.period", |o| o.tax.as_mut().unwrap().period = "31.02.2026".into()),
    ("tax.document_date", "payments.order.document-date", |o| o.tax.as_mut().unwrap().document_date = "1.1.26".into()),
];

#[test]
fn each_wrong_field_is_named() {
    let order = PaymentOrder::compose(&text()).unwrap();
    assert_eq!(OrderText::from(&order), text(), "what was composed is typed the same");
    for (field, code, change) in WRONG {
        let mut changed = text();
        change(&mut changed);
        let refusal = PaymentOrder::compose(&changed).unwrap_err();
        assert_eq!((refusal.field.as_str(), refusal.code()), (*field, *code));
    }
}

#[test]
fn periods_of_every_kind_are_taken() {
    for period in ["0", "", "МС.01.2026", "КВ.04.2026", "ПЛ.02.2026", "ГД.00.2026", "15.01.2026"] {
        let mut good = text();
        good.tax.as_mut().unwrap().period = period.to_owned();
        assert!(PaymentOrder::compose(&good).is_ok(), "{period}");
    }
}

#[test]
fn the_single_payment_goes_by_the_requisites_of_its_day() {
    let today = order("1", 100);
    assert_eq!(today.payee.kpp.as_ref().unwrap().as_str(), "770701001");
    assert_eq!((today.payer.kpp.as_ref(), today.purpose.as_str()), (None, "ЕНП"));
    assert_eq!(today.tax.as_ref().unwrap().budget_code, "18201061201010000510");
    let on = |day| single_payment(&rules(), &romashka(), "1", Money::from_kopecks(100), day);
    let before = on(date(2025, 12, 4)).unwrap();
    assert_eq!(before.payee.kpp.as_ref().unwrap().as_str(), "770801001");
    assert_eq!(before.payer.kpp.as_ref().unwrap().as_str(), "770101001");
    assert_eq!(on(date(2025, 1, 1)).unwrap_err().code(), "rules.no-row-on-day");
}
