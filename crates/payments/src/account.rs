//! A bank's code, an account, and the digit of an account that ties it to its bank.

use crate::digits::are_digits;
use serde::Serialize;

/// Code of a bank or of a treasury body (БИК): 9 digits, 04… for banks, 01… for the treasury, 00… for other participants.
/// Refuses other lengths, characters and beginnings. Source: the Bank of Russia's regulation on its payment system, 732-П.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Bic(String);

/// An account: 20 digits. Which bank keeps it is said by its ninth digit together with the bank's code: see [`Account::fits`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Account(String);

/// Digits of a bank's code.
const BIC_DIGITS: usize = 9;
/// Digits of an account.
const ACCOUNT_DIGITS: usize = 20;
/// Weights of the check, over three digits of the bank's code and twenty of the account.
const WEIGHTS: [u32; 3] = [7, 1, 3];
/// Accounts of the treasury's clients begin so; they are not tied to the bank by the check digit of banks' accounts.
const TREASURY_CLIENTS: &str = "03";

impl Bic {
    /// Nothing for what is no code of a bank.
    pub fn parse(text: &str) -> Option<Self> {
        let is_known = ["04", "01", "00"].iter().any(|begin| text.starts_with(begin));
        (are_digits(text, BIC_DIGITS) && is_known).then(|| Self(text.to_owned()))
    }

    /// The nine digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A body of the Bank of Russia or the treasury: its accounts are checked with the number of its branch.
    fn is_of_the_central_bank(&self) -> bool {
        self.0.starts_with("01") || ["000", "001", "002"].iter().any(|end| self.0.ends_with(end))
    }

    /// The three digits an account of a client is checked with.
    fn of_clients(&self) -> String {
        if self.is_of_the_central_bank() { self.of_branch() } else { self.0.get(6..).unwrap_or_default().to_owned() }
    }

    /// The three digits a correspondent account is checked with: zero and the number of the Bank of Russia's branch.
    fn of_branch(&self) -> String {
        format!("0{}", self.0.get(4..6).unwrap_or_default())
    }
}

impl Account {
    /// Nothing for what is not 20 digits.
    pub fn parse(text: &str) -> Option<Self> {
        are_digits(text, ACCOUNT_DIGITS).then(|| Self(text.to_owned()))
    }

    /// The twenty digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the check digit ties a client's account to this bank. An account of a treasury's client has no such digit.
    /// Source: the Bank of Russia's order on counting the check key of accounts, 515 of 1997-09-08.
    pub fn fits(&self, bank: &Bic) -> bool {
        self.0.starts_with(TREASURY_CLIENTS) || self.weighs_nothing(&bank.of_clients())
    }

    /// The same for a bank's own account at the Bank of Russia.
    pub fn fits_as_correspondent(&self, bank: &Bic) -> bool {
        self.weighs_nothing(&bank.of_branch())
    }

    fn weighs_nothing(&self, bank: &str) -> bool {
        let digits = bank.chars().chain(self.0.chars()).filter_map(|digit| digit.to_digit(10));
        digits.zip(WEIGHTS.iter().cycle()).map(|(digit, weight)| digit * weight).sum::<u32>() % 10 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_nine_digits_of_a_known_kind() {
        for good in ["044525225", "017003983", "000000001"] {
            assert!(Bic::parse(good).is_some(), "{good}");
        }
        for bad in ["", "04452522", "0445252255", "044525 25", "944525225", "04452522A", "٠44525225"] {
            assert!(Bic::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn one_changed_digit_unties_an_account_from_its_bank() {
        let (bank, account) = (Bic::parse("044525225").unwrap(), "40702810638050013199");
        assert!(Account::parse(account).unwrap().fits(&bank));
        for at in 0..account.len() {
            let mut changed = account.as_bytes().to_vec();
            changed[at] = b'0' + (changed[at] - b'0' + 1) % 10;
            let changed = Account::parse(std::str::from_utf8(&changed).unwrap()).unwrap();
            assert!(!changed.fits(&bank), "{changed:?}");
        }
    }

    #[test]
    fn the_accounts_of_the_treasury_are_told_apart() {
        let treasury = Bic::parse("017003983").unwrap();
        assert!(Account::parse("40102810445370000059").unwrap().fits_as_correspondent(&treasury));
        assert!(!Account::parse("40102810445370000058").unwrap().fits_as_correspondent(&treasury));
        assert!(Account::parse("03100643000000018500").unwrap().fits(&treasury));
        assert!(
            Account::parse("30101810400000000225").unwrap().fits_as_correspondent(&Bic::parse("044525225").unwrap())
        );
        assert!(Account::parse("0310064300000001850").is_none() && Account::parse("0310064300000001850x").is_none());
    }
}
