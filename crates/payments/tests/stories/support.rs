//! The cast: a payer with accounts that are nobody's, whose check digits agree.

use jiff::civil::{Date, date};
use kernel::Money;
use payments::{BankText, PartyText, PaymentOrder, single_payment};
use rules::Rules;

pub const TODAY: Date = date(2026, 11, 20);

pub fn romashka() -> PartyText {
    PartyText {
        name: "ООО «Ромашка»".to_owned(),
        inn: "7701000019".to_owned(),
        kpp: "770101001".to_owned(),
        account: account("40702810", "00000000001", "555"),
        bank: BankText {
            bic: "044525555".to_owned(),
            name: "Банк «Поляна»".to_owned(),
            correspondent_account: account("30101810", "00000000555", "025"),
        },
    }
}

/// An account of this beginning and end whose ninth digit ties it to the bank's three digits.
fn account(begin: &str, end: &str, bank: &str) -> String {
    let of = |key: u32| format!("{begin}{key}{end}");
    let weighs = |text: &str| {
        let digits = bank.chars().chain(text.chars()).map(|c| c.to_digit(10).unwrap());
        digits.zip([7, 1, 3].iter().cycle()).map(|(digit, weight)| digit * weight).sum::<u32>()
    };
    (0..10).map(of).find(|text| weighs(text) % 10 == 0).unwrap()
}

pub fn rules() -> Rules {
    Rules::embedded().unwrap()
}

pub fn order(number: &str, kopecks: i64) -> PaymentOrder {
    single_payment(&rules(), &romashka(), number, Money::from_kopecks(kopecks), TODAY).unwrap()
}
