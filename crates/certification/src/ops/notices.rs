//! Telling holders that a certificate ends soon: from 60 days before, once for each step.

use crate::model::{CertificateState, Origin, days_left, next_notice};
use crate::ops::letters::{self, Notice};
use crate::store::certificate;
use crate::store::mine::{self, MineRow};
use crate::{Refusal, Room};
use account::Permission;
use kernel::Cx;
use pki::Certificate;
use post::NewLetter;
use store::{Fault, No, Reader, Tx};

/// Letters of one run: each is a short transaction of its own.
const NOTICES_MAX: i64 = 1_000;

/// Writes the letters that are due; says how many certificates were looked at. What a host missed while it was off is
/// told once, with the days that are left.
pub(crate) async fn run(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    let due = mine::list_due(&mut room.store().reader().await?, cx.now, NOTICES_MAX).await?;
    let mut done = 0;
    for row in due {
        let letter = letter(room, cx, &row).await?;
        let argument = (row, letter);
        let written: Result<(), No<Refusal>> = room
            .store()
            .write(cx, argument, |tx, cx, (row, letter)| Box::pin(write(tx, cx, row, letter.as_ref())))
            .await;
        match written {
            Ok(()) => done += 1,
            Err(No::Fault(fault)) => return Err(fault),
            Err(No::Refused(refusal)) => return Err(Fault::Decode(format!("a notice: {refusal}"))),
        }
    }
    Ok(done)
}

/// None for what is revoked or has ended, and for a certificate without an address in it.
async fn letter(room: &Room, cx: &Cx, row: &MineRow) -> Result<Option<NewLetter>, Fault> {
    let mut reader = room.store().reader().await?;
    let key = (row.organization_id, row.certificate_id);
    let der = match row.origin {
        Origin::Own => {
            let found = certificate::find(&mut reader, key.0, key.1).await?;
            found.filter(|found| matches!(found.state, CertificateState::Issued { .. })).and_then(|c| c.certificate)
        }
        Origin::Imported => mine::find_imported(&mut reader, key.0, key.1).await?,
    };
    let address = address(&mut reader, cx, row).await?;
    drop(reader);
    let (Some(der), Some(address), true) = (der, address, row.not_after > cx.now) else { return Ok(None) };
    let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", key.1));
    let serial = Certificate::from_der(&der).map_err(damaged)?.serial_hex();
    let days = days_left(row.not_after, cx.now);
    letters::write(room, key.0, &address, &Notice::Ending { serial, not_after: row.not_after, days })
}

/// The address his notices go to now; none for one who is no member any more.
async fn address(reader: &mut Reader, cx: &Cx, row: &MineRow) -> Result<Option<String>, Fault> {
    match account::authorize(reader, cx, row.organization_id, Permission::Read).await {
        Ok(scope) => {
            let user = account::read::find_member_user(reader, &scope, row.user_id).await?;
            Ok(user.map(|user| user.login))
        }
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(_)) => Ok(None),
    }
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, row: &MineRow, letter: Option<&NewLetter>) -> Result<(), No<Refusal>> {
    // Another program may have told it meanwhile.
    if mine::set_notice(tx, row, next_notice(row.not_after, cx.now)).await? {
        letters::queue(tx, cx, letter).await?;
    }
    Ok(())
}
