//! Who pays and who is paid.

use crate::account::{Account, Bic};
use crate::digits::line;
use crate::refusal::{PaymentRefusal, Rule};
use kernel::{Inn, Kpp};
use serde::{Deserialize, Serialize};

/// Characters of a name of a party or a bank (type of the name in DirectBank 2.3.2; banks take as many).
pub(crate) const NAME_CHARS_MAX: usize = 160;

/// A party as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyText {
    pub name: String,
    /// Empty or `0` where there is none: a person may have none.
    #[serde(default)]
    pub inn: String,
    /// Empty or `0` where there is none.
    #[serde(default)]
    pub kpp: String,
    pub account: String,
    pub bank: BankText,
}

/// A bank as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankText {
    pub bic: String,
    pub name: String,
    /// Empty for a bank that has none.
    #[serde(default)]
    pub correspondent_account: String,
}

/// A party whose requisites agree with one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    pub name: String,
    pub inn: Option<Inn>,
    pub kpp: Option<Kpp>,
    pub account: Account,
    pub bank: Bank,
}

/// A bank whose account agrees with its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bank {
    pub bic: Bic,
    pub name: String,
    pub correspondent_account: Option<Account>,
}

impl From<&Party> for PartyText {
    fn from(party: &Party) -> Self {
        let bank = &party.bank;
        let account = bank.correspondent_account.as_ref().map(|account| account.as_str().to_owned());
        Self {
            name: party.name.clone(),
            inn: party.inn.as_ref().map(ToString::to_string).unwrap_or_default(),
            kpp: party.kpp.as_ref().map(ToString::to_string).unwrap_or_default(),
            account: party.account.as_str().to_owned(),
            bank: BankText {
                bic: bank.bic.as_str().to_owned(),
                name: bank.name.clone(),
                correspondent_account: account.unwrap_or_default(),
            },
        }
    }
}

impl PartyText {
    /// Checks each field; refuses the first that breaks a rule, named below `at` (`payer.account`).
    pub(crate) fn checked(&self, at: &str) -> Result<Party, PaymentRefusal> {
        let refuse = |field: &str, rule| PaymentRefusal::new(&format!("{at}.{field}"), rule);
        let bank = self.bank.checked(&format!("{at}.bank"))?;
        let account = Account::parse(self.account.trim()).ok_or_else(|| refuse("account", Rule::Account))?;
        if !account.fits(&bank.bic) {
            return Err(refuse("account", Rule::AccountKey));
        }
        let inn = given(&self.inn).map(Inn::parse).transpose().map_err(|_| refuse("inn", Rule::Inn))?;
        let kpp = given(&self.kpp).map(Kpp::parse).transpose().map_err(|_| refuse("kpp", Rule::Kpp))?;
        Ok(Party { name: line(&format!("{at}.name"), &self.name, NAME_CHARS_MAX)?, inn, kpp, account, bank })
    }
}

impl BankText {
    fn checked(&self, at: &str) -> Result<Bank, PaymentRefusal> {
        let refuse = |field: &str, rule| PaymentRefusal::new(&format!("{at}.{field}"), rule);
        let bic = Bic::parse(self.bic.trim()).ok_or_else(|| refuse("bic", Rule::Bic))?;
        let account = |text: &str| Account::parse(text).ok_or_else(|| refuse("correspondent_account", Rule::Account));
        let correspondent_account = given(&self.correspondent_account).map(account).transpose()?;
        if correspondent_account.as_ref().is_some_and(|account| !account.fits_as_correspondent(&bic)) {
            return Err(refuse("correspondent_account", Rule::AccountKey));
        }
        Ok(Bank { name: line(&format!("{at}.name"), &self.name, NAME_CHARS_MAX)?, bic, correspondent_account })
    }
}

/// What was typed, unless it says that there is nothing.
pub(crate) fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty() && *text != "0")
}
