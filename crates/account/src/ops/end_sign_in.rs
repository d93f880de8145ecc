//! A person ends one of their sign-ins: signs out, or shuts out a lost device.

use crate::model::AccountRefusal;
use crate::store::{devices, sign_ins};
use ::store::{No, Tx};
use kernel::{Caller, Cx, SignInId};

/// Ends the sign-in; another person's, or one that has ended, is not found.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, sign_in_id: &SignInId) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    if sign_ins::end(tx, user_id, *sign_in_id, cx.now).await? {
        Ok(())
    } else {
        Err(AccountRefusal::not_found("sign-in").into())
    }
}

/// Signs out everywhere, or everywhere else; no device is remembered any more.
pub async fn run_all(tx: &mut Tx<'_>, cx: &Cx, keep_current: bool) -> Result<(), No<AccountRefusal>> {
    let Caller::User { user_id, sign_in_id, .. } = cx.caller else { return Err(AccountRefusal::SignInNeeded.into()) };
    devices::remove_all(tx, user_id).await?;
    sign_ins::end_all(tx, user_id, Some(sign_in_id).filter(|_| keep_current), cx.now).await?;
    Ok(())
}
