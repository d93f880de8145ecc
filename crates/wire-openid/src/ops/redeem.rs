//! A code of authorization becomes tokens (RFC 6749 §4.1.3). A code that is shown twice ends what it gave the first time
//! (§4.1.2): one of the two who showed it was a thief.

use super::issue::{self, Issued};
use super::{end, refused};
use crate::model::Challenge;
use crate::refusal::OpenidRefusal;
use crate::store::codes;
use ::store::{No, Tx};
use account::lent_sign_in::{Loan, lend};
use account::{Client, Door, Reach, SecretHash};
use kernel::Cx;
use std::fmt;

/// A code as a program shows it.
#[derive(Clone)]
pub struct ShownCode {
    /// The code's hash.
    pub code: SecretHash,
    /// Where it was sent to.
    pub redirect_uri: String,
    /// The verifier of its challenge.
    pub verifier: Option<String>,
    /// The program, proven.
    pub client: Client,
    /// At which door.
    pub door: Door,
}

impl fmt::Debug for ShownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShownCode").field("door", &self.door).finish_non_exhaustive()
    }
}

/// Gives tokens for a code. Refuses one that is unknown, over, used, another program's, sent elsewhere, or whose verifier is
/// not the one; and when the person's sign-in has ended meanwhile. A used one is no refusal of the transaction, since what it
/// ends must stay ended.
pub async fn run(
    tx: &mut Tx<'_>,
    cx: &Cx,
    shown: &ShownCode,
) -> Result<Result<Issued, OpenidRefusal>, No<OpenidRefusal>> {
    let found = codes::find(tx, &shown.code).await?;
    let code = found.filter(|code| code.client_id == shown.client.client_id).ok_or(OpenidRefusal::Grant)?;
    let grant_id = cx.new_id();
    if code.grant_id.is_some() || !codes::use_up(tx, &shown.code, grant_id).await? {
        // Whoever was first may have come after the code was read.
        if let Some(first) = codes::find(tx, &shown.code).await?.and_then(|code| code.grant_id) {
            end::grant(tx, cx, first).await?;
        }
        return Ok(Err(OpenidRefusal::Grant));
    }
    let is_proven = Challenge::is_met(code.challenge.as_deref(), shown.verifier.as_deref());
    if code.expires_at <= cx.now || code.redirect_uri != shown.redirect_uri || !is_proven {
        return Err(OpenidRefusal::Grant.into());
    }
    let reach = if code.loaned.scope.api { Reach::Whole } else { Reach::Narrow };
    let loan = Loan { lender: code.lender, door: shown.door.clone(), client: shown.client.clone(), reach };
    let opened = lend(tx, cx, &loan).await.map_err(refused)?;
    let begun = issue::begin(tx, cx, (Some(&shown.client.client_id), &opened), (grant_id, code.loaned));
    Ok(Ok(begun.await?))
}
