//! A token becomes a caller.

use crate::model::{AccountRefusal, SecretHash, SignIn};
use crate::store::sign_ins;
use ::store::{Fault, Fetch, No};
use kernel::{Caller, Cx, Moment};

/// The open sign-in of a token. Refuses an unknown, ended, expired or narrow one with one answer.
pub async fn run(from: &mut (impl Fetch + ?Sized), now: Moment, token: &str) -> Result<SignIn, No<AccountRefusal>> {
    let sign_in = narrow(from, now, token).await?;
    if sign_in.is_narrow { Err(AccountRefusal::TokenRefused.into()) } else { Ok(sign_in) }
}

/// The same, a narrow one too: for telling who its person is.
pub async fn narrow(from: &mut (impl Fetch + ?Sized), now: Moment, token: &str) -> Result<SignIn, No<AccountRefusal>> {
    let sign_in = sign_ins::find(from, &SecretHash::of(token)).await?;
    Ok(sign_in.filter(|sign_in| sign_in.is_open(now)).ok_or(AccountRefusal::TokenRefused)?)
}

/// Who asks by this sign-in.
#[must_use]
pub const fn caller(sign_in: &SignIn) -> Caller {
    Caller::User {
        user_id: sign_in.user_id,
        sign_in_id: sign_in.sign_in_id,
        integrator_key_id: sign_in.integrator_key_id,
    }
}

/// Whether the sign-in that asks is still open: for what goes on longer than a request. Nobody's and a job's is not.
pub async fn still(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<bool, Fault> {
    match cx.caller {
        Caller::User { user_id, sign_in_id, .. } => sign_ins::is_open(from, user_id, sign_in_id, cx.now).await,
        Caller::Nobody | Caller::Job { .. } | Caller::System => Ok(false),
    }
}
