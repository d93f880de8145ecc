//! An administrator sends a letter or an SMS once more.

use crate::model::{AccountRefusal, Permission};
use crate::scope::authorize;
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};
use post::{Letter, LetterId, PostRefusal, Sms, SmsId};

/// Which letter.
#[derive(Debug, Clone, Copy)]
pub struct LetterAgain {
    /// Whose; `None`: the installation's, and whoever calls has asked whether the caller administers it.
    pub organization_id: Option<OrganizationId>,
    /// Which.
    pub letter_id: LetterId,
}

/// Which SMS.
#[derive(Debug, Clone, Copy)]
pub struct SmsAgain {
    /// Whose, as of [`LetterAgain`].
    pub organization_id: Option<OrganizationId>,
    /// Which.
    pub sms_id: SmsId,
}

/// Puts the letter back to wait. Refuses one that waits or was sent.
pub async fn resend_letter(tx: &mut Tx<'_>, cx: &Cx, which: &LetterAgain) -> Result<Letter, No<AccountRefusal>> {
    let owner = owner(tx, cx, which.organization_id).await?;
    let again = post::resend_letter(tx, cx, owner, which.letter_id).await.map_err(ours)?;
    Ok(again.ok_or(AccountRefusal::not_found("letter"))?)
}

/// Puts the SMS back to wait. Refuses one that waits or was sent.
pub async fn resend_sms(tx: &mut Tx<'_>, cx: &Cx, which: &SmsAgain) -> Result<Sms, No<AccountRefusal>> {
    let owner = owner(tx, cx, which.organization_id).await?;
    let again = post::resend_sms(tx, cx, owner, which.sms_id).await.map_err(ours)?;
    Ok(again.ok_or(AccountRefusal::not_found("sms"))?)
}

async fn owner(tx: &mut Tx<'_>, cx: &Cx, of: Option<OrganizationId>) -> Result<OrganizationId, No<AccountRefusal>> {
    match of {
        None => Ok(post::installation()),
        Some(id) => Ok(authorize(tx, cx, id, Permission::Administer).await?.organization_id()),
    }
}

fn ours(no: No<PostRefusal>) -> No<AccountRefusal> {
    match no {
        No::Refused(refusal) => No::Refused(AccountRefusal::Post(refusal)),
        No::Fault(fault) => No::Fault(fault),
    }
}
