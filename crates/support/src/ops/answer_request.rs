//! An administrator of the host answers.

use crate::model::{SupportRefusal, SupportRequestId};
use crate::store::requests;
use ::store::{No, Tx};
use kernel::Cx;

/// Which one, and what is said.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The request.
    pub request_id: SupportRequestId,
    /// In words, checked.
    pub text: String,
}

/// Answers, or answers anew. That the caller administers the host is checked before.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, answered: &Answered) -> Result<(), No<SupportRefusal>> {
    if requests::answer(tx, answered.request_id, &answered.text, cx.now).await? {
        Ok(())
    } else {
        Err(SupportRefusal::NotFound("request").into())
    }
}
