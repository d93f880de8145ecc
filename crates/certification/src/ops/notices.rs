//! Telling holders that a certificate ends soon: from 60 days before, once for each step.

use crate::model::next_notice;
use crate::ops::letters::{self, Notice};
use crate::ops::mine::{self as person, Line};
use crate::store::mine::{self, MineRow};
use crate::{Refusal, Room};
use account::Permission;
use account::certificate_ending::{self, EndingCertificate};
use kernel::Cx;
use post::NewLetter;
use store::{Fault, No, Reader, Tx};

/// Letters of one run: each is a short transaction of its own.
const NOTICES_MAX: i64 = 1_000;

/// Writes the letters that are due and rings the holders' bells; says how many certificates were looked at. What a host missed while it was off is
/// told once, with the days that are left.
pub(crate) async fn run(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    let due = mine::list_due(&mut room.store().reader().await?, cx.now, NOTICES_MAX).await?;
    let mut done = 0;
    for row in due {
        let told = told(room, cx, &row).await?;
        let argument = (row, told);
        let written: Result<(), No<Refusal>> =
            room.store().write(cx, argument, |tx, cx, (row, told)| Box::pin(write(tx, cx, row, told.as_ref()))).await;
        match written {
            Ok(()) => done += 1,
            Err(No::Fault(fault)) => return Err(fault),
            Err(No::Refused(refusal)) => return Err(Fault::Decode(format!("a notice: {refusal}"))),
        }
    }
    Ok(done)
}

/// What the holder is told.
struct Told {
    ending: EndingCertificate,
    /// None for one that has ended, which the letters before announced, and where there is no address.
    letter: Option<NewLetter>,
}

/// None for what was stopped, what another certificate outlives, and a holder who is no member any more.
async fn told(room: &Room, cx: &Cx, row: &MineRow) -> Result<Option<Told>, Fault> {
    let lines = person::of(room, cx, row.user_id).await?;
    let found = lines.iter().find(|line| line.row.certificate_id == row.certificate_id && line.ending.is_some());
    let Some(Line { certificate, days_left: days, .. }) = found else { return Ok(None) };
    let Some(address) = address(&mut room.store().reader().await?, cx, row).await? else { return Ok(None) };
    let (not_after, serial) = (row.not_after, certificate.serial_hex());
    let letter = if not_after > cx.now {
        letters::write(room, row.organization_id, &address, &Notice::Ending { serial, not_after, days: *days })?
    } else {
        None
    };
    let subject = certificate.subject();
    let name = subject.cn().or_else(|| subject.o()).unwrap_or_default().to_owned();
    let until = letters::shown(not_after.civil_date_msk());
    Ok(Some(Told { ending: EndingCertificate { holder: row.user_id, name, until, days: *days }, letter }))
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

async fn write(tx: &mut Tx<'_>, cx: &Cx, row: &MineRow, told: Option<&Told>) -> Result<(), No<Refusal>> {
    // Another program may have told it meanwhile.
    if !mine::set_notice(tx, row, next_notice(row.not_after, cx.now)).await? {
        return Ok(());
    }
    let Some(Told { ending, letter }) = told else { return Ok(()) };
    letters::queue(tx, cx, letter.as_ref()).await?;
    let scope = account::authorize(tx, cx, row.organization_id, Permission::Read).await;
    let scope = scope.map_err(|no| no.map_refused(Refusal::Account))?;
    Ok(certificate_ending::run(tx, cx, &scope, ending).await?)
}
