//! Tries to sign in are written down, those that were refused too.

use crate::model::{AccountRefusal, Door, JournalEntry, JournalSubject, Outcome, Way};
use crate::store::journal;
use ::store::{Fault, No, Store, Tx};
use kernel::{Cx, Refusal as _, UserId};

/// Writes a try in the transaction of what came of it.
pub async fn note(
    tx: &mut Tx<'_>,
    cx: &Cx,
    subject: JournalSubject,
    (door, way): (&Door, Way),
    outcome: Outcome,
) -> Result<(), Fault> {
    let entry = JournalEntry {
        entry_id: cx.new_id(),
        tried_at: cx.now,
        kind: door.kind,
        way,
        address: door.address.to_string(),
        device: door.device.as_str().to_owned(),
        outcome,
    };
    journal::add(tx, subject, &entry).await
}

/// What came of a sign-in; one that a rule closed is written down as a refused try, since its transaction left nothing.
pub async fn with_closed<Opened>(
    store: &Store,
    cx: &Cx,
    (user_id, at): (UserId, (Door, Way)),
    came: Result<Opened, No<AccountRefusal>>,
) -> Result<Opened, No<AccountRefusal>> {
    match came {
        Err(No::Refused(refusal @ (AccountRefusal::WayClosed(_) | AccountRefusal::SecondDemanded(_)))) => {
            Err(refuse(store, cx, JournalSubject::person(user_id), at, refusal).await)
        }
        other => other,
    }
}

/// Writes a refused try and gives the refusal.
pub async fn refuse(
    store: &Store,
    cx: &Cx,
    subject: JournalSubject,
    (door, way): (Door, Way),
    refusal: AccountRefusal,
) -> No<AccountRefusal> {
    let cause = refusal.code();
    let noted = store.write(cx, (door, way), move |tx, cx, (door, way)| {
        Box::pin(async move {
            note(tx, cx, subject, (door, *way), Outcome::Refused(cause.to_owned())).await?;
            Ok::<_, No<AccountRefusal>>(())
        })
    });
    match noted.await {
        Ok(()) => refusal.into(),
        Err(no) => no,
    }
}
