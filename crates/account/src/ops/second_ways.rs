//! By what a person makes the second step of a sign-in, and choosing it.

use super::known_person::{KnownPerson, know};
use super::second_factor::drawn;
use super::way_rules;
use crate::model::{AccountRefusal, RecoveryCode, SecondWay, Way};
use crate::passwords::PasswordPool;
use crate::store::{contacts, passkeys, second_factors, second_ways};
use ::store::{Fault, Fetch, No, Store, Tx};
use kernel::{Cx, UserId};

/// What a person has for the second step.
#[derive(Debug, Clone, Default)]
pub struct SecondWays {
    /// A second step is asked for, even where nothing but a recovery code is left to make it by.
    pub is_on: bool,
    /// What it can be made by.
    pub ways: Vec<SecondWay>,
    /// Where a code would be sent.
    pub(super) phone: Option<String>,
}

impl SecondWays {
    /// Without what the first step was made by: one phone proves nothing twice.
    #[must_use]
    pub fn after(mut self, first: Way) -> Self {
        self.ways.retain(|way| !(first == Way::Phone && *way == SecondWay::Phone));
        self
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn has(&self, way: SecondWay) -> bool {
        self.ways.contains(&way)
    }

    /// The last two digits of the phone: who has shown the password alone is told no more.
    #[must_use]
    pub fn phone_ending(&self) -> Option<&str> {
        let phone = self.phone.as_deref().filter(|_| self.has(SecondWay::Phone))?;
        phone.get(phone.len().saturating_sub(2)..)
    }
}

/// What the person has.
pub async fn of(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<SecondWays, Fault> {
    let has_totp = second_factors::find(from, user_id).await?.is_some_and(|totp| totp.is_confirmed);
    // Where a rule demands a second step, whatever the person has makes it.
    let is_demanded = way_rules::demanding_second(from, user_id).await?.is_some();
    let chosen = second_ways::list(from, user_id).await?;
    let allowed = if is_demanded { vec![SecondWay::Phone, SecondWay::Passkey] } else { chosen.clone() };
    let phone = contacts::find(from, user_id).await?.phone;
    let mut ways = Vec::new();
    if has_totp {
        ways.push(SecondWay::Totp);
    }
    for way in &allowed {
        let is_there = match way {
            SecondWay::Totp => false,
            SecondWay::Phone => phone.is_some(),
            SecondWay::Passkey => !passkeys::list(from, user_id).await?.is_empty(),
        };
        if is_there {
            ways.push(*way);
        }
    }
    Ok(SecondWays { is_on: !ways.is_empty() || !chosen.is_empty(), ways, phone })
}

struct Choice {
    person: KnownPerson,
    ways: Vec<SecondWay>,
    codes: Vec<RecoveryCode>,
}

/// Chooses phone, passkey, both or neither; the present password is shown again. Who had no recovery codes gets ten, shown
/// this once. Refuses a phone that was not confirmed, and a passkey where there is none.
pub async fn choose(
    (store, passwords): (&Store, &PasswordPool),
    cx: &Cx,
    password: String,
    ways: Vec<SecondWay>,
) -> Result<Vec<RecoveryCode>, No<AccountRefusal>> {
    let person = know(store, passwords, cx, password).await?;
    let choice = Choice { person, ways, codes: drawn(cx) };
    store.write(cx, choice, |tx, cx, choice| Box::pin(choose_within(tx, cx, choice))).await
}

async fn choose_within(tx: &mut Tx<'_>, cx: &Cx, choice: &Choice) -> Result<Vec<RecoveryCode>, No<AccountRefusal>> {
    choice.person.check_unchanged(tx).await?;
    let user_id = choice.person.user.user_id;
    second_ways::set(tx, user_id, &choice.ways, cx.now).await?;
    let now = of(tx, user_id).await?;
    if let Some(missing) = choice.ways.iter().find(|way| !now.has(**way)) {
        return Err(AccountRefusal::not_found(missing.word()).into());
    }
    if !now.is_on || second_factors::count_codes(tx, user_id).await? > 0 {
        return Ok(Vec::new());
    }
    second_factors::put_codes(tx, user_id, &choice.codes).await?;
    Ok(choice.codes.clone())
}
