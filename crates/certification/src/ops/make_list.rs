//! Making a revocation list: the number and its journal row are committed, then the list is signed, then it is kept.

use crate::authorities::OpenAuthority;
use crate::jobs;
use crate::model::{AuthorityId, JournalEvent, LIST_EVERY, LIST_VALID, RevocationReason, is_list_due};
use crate::store::list::{self, HeldRow, ListRow, RevokedRow};
use crate::store::{authority, journal};
use crate::{Room, host};
use kernel::{Cx, Moment};
use pki::{RevocationList, RevocationListDraft, Revoked, Serial};
use std::convert::Infallible;
use store::{Fault, JobCx, NewJob, No, Tx};

/// An intention this young belongs to a run that is still signing; an older one is finished by whoever comes next.
const INTENTION_GOOD_FOR: std::time::Duration = std::time::Duration::from_secs(60 * 60);

/// Makes a list when one is due: none yet, revocations since, or a day gone. Gives the number of the list in force.
pub(crate) async fn run(room: &Room, cx: &Cx, authority_id: AuthorityId) -> Result<i64, Fault> {
    let Ok(authority) = room.authorities().get(authority_id) else {
        return Err(Fault::Decode(format!("no authority {authority_id}")));
    };
    let intended: Result<Intention, No<Infallible>> =
        room.store().write(cx, authority_id, |tx, cx, id| Box::pin(intend(tx, cx, *id))).await;
    match intended.map_err(fault_of)? {
        Intention::InForce(number) => Ok(number),
        Intention::Sign(row) => sign_and_keep(room, cx, authority, row).await,
    }
}

fn fault_of(no: No<Infallible>) -> Fault {
    match no {
        No::Fault(fault) => fault,
        No::Refused(never) => match never {},
    }
}

enum Intention {
    InForce(i64),
    Sign(ListRow),
}

async fn intend(tx: &mut Tx<'_>, cx: &Cx, authority_id: AuthorityId) -> Result<Intention, No<Infallible>> {
    let mut locked = authority::lock(tx, authority_id).await?;
    let revoked_seq = list::last_change_seq(tx, authority_id).await?;
    if let Some(unsigned) = list::find_unsigned(tx, authority_id).await?
        && unsigned.journal_seq >= revoked_seq
        && cx.now.since(unsigned.this_update) < INTENTION_GOOD_FOR
    {
        return Ok(Intention::Sign(unsigned));
    }
    let latest = list::find_latest(tx, authority_id).await?;
    if let Some(latest) = &latest
        && !is_list_due(Some((latest.this_update, latest.journal_seq)), revoked_seq, cx.now)
    {
        return Ok(Intention::InForce(latest.number));
    }
    let number = authority::take_list_number(tx, authority_id).await?;
    let journal_seq = journal::write(tx, &mut locked, cx.now, &JournalEvent::ListIntended { number }).await?;
    let this_update = Moment::from_seconds(cx.now.seconds());
    let row = ListRow { number, journal_seq, this_update, next_update: this_update.plus(LIST_VALID), content: None };
    list::insert(tx, authority_id, &row).await?;
    Ok(Intention::Sign(row))
}

async fn sign_and_keep(room: &Room, cx: &Cx, authority: &OpenAuthority, row: ListRow) -> Result<i64, Fault> {
    let entries = read_entries(room, authority.authority_id, row.journal_seq).await?;
    let number = row.number;
    let draft = RevocationListDraft {
        number: u64::try_from(number).map_err(|_| Fault::Decode("a negative list number".to_owned()))?,
        this_update: row.this_update,
        next_update: row.next_update,
        entries,
    };
    let signed = RevocationList::build(&draft, &authority.signer)
        .map_err(|e| Fault::Decode(format!("signing list {number} of {}: {e}", authority.authority_id)))?;
    let argument = Kept { authority_id: authority.authority_id, number, signed };
    let kept: Result<(), No<Infallible>> =
        room.store().write(cx, argument, |tx, cx, kept| Box::pin(keep(tx, cx, kept))).await;
    kept.map_err(fault_of)?;
    room.trust().refresh(room.store()).await?;
    Ok(number)
}

async fn read_entries(room: &Room, authority_id: AuthorityId, up_to: i64) -> Result<Vec<(Serial, Revoked)>, Fault> {
    let mut reader = room.store().reader().await?;
    let mut entries = Vec::new();
    let mut after = 0;
    loop {
        let page = list::page_revoked(&mut reader, authority_id, after, up_to).await?;
        let Some(last) = page.last() else { break };
        after = last.journal_seq;
        for row in &page {
            entries.push(entry(row)?);
        }
    }
    after = 0;
    loop {
        let page = list::page_held(&mut reader, authority_id, after, up_to).await?;
        let Some(last) = page.last() else { return Ok(entries) };
        after = last.journal_seq;
        for row in &page {
            entries.push(held(row)?);
        }
    }
}

fn held(row: &HeldRow) -> Result<(Serial, Revoked), Fault> {
    let serial = Serial::from_bytes(&row.serial).map_err(|e| Fault::Decode(format!("a held serial: {e}")))?;
    Ok((serial, Revoked { at: row.held_at, reason: pki::RevocationReason::CertificateHold }))
}

fn entry(row: &RevokedRow) -> Result<(Serial, Revoked), Fault> {
    let serial = Serial::from_bytes(&row.serial).map_err(|e| Fault::Decode(format!("a revoked serial number: {e}")))?;
    Ok((serial, Revoked { at: row.revoked_at, reason: in_list(row.reason) }))
}

/// As lists and OCSP answers name it.
pub(crate) fn in_list(reason: RevocationReason) -> pki::RevocationReason {
    match reason {
        RevocationReason::Unspecified => pki::RevocationReason::Unspecified,
        RevocationReason::KeyCompromise => pki::RevocationReason::KeyCompromise,
        RevocationReason::AffiliationChanged => pki::RevocationReason::AffiliationChanged,
        RevocationReason::Superseded => pki::RevocationReason::Superseded,
        RevocationReason::CessationOfOperation => pki::RevocationReason::CessationOfOperation,
    }
}

struct Kept {
    authority_id: AuthorityId,
    number: i64,
    signed: RevocationList,
}

async fn keep(tx: &mut Tx<'_>, cx: &Cx, kept: &Kept) -> Result<(), No<Infallible>> {
    let mut locked = authority::lock(tx, kept.authority_id).await?;
    // Another process may have signed the same number: then its list stands, and ours is thrown away unseen.
    if list::set_content(tx, kept.authority_id, kept.number, kept.signed.to_der()).await? {
        let list_hash = hex::encode(gost::hash::streebog256(kept.signed.to_der()));
        let event = JournalEvent::ListMade { number: kept.number, list_hash };
        journal::write(tx, &mut locked, cx.now, &event).await?;
        trust::register_own_list(tx, cx, &kept.signed).await?;
    }
    Ok(())
}

/// Asks for a list as soon as possible; in the same transaction as what made it due.
pub(crate) async fn queue_now(tx: &mut Tx<'_>, cx: &Cx, authority_id: AuthorityId) -> Result<(), Fault> {
    tx.queue(NewJob::now(cx, host(), jobs::MAKE_LIST, jobs::MakeList::payload(authority_id, false))).await
}

/// Starts the authority's daily lists: each run asks for the next.
pub(crate) async fn queue_daily(tx: &mut Tx<'_>, cx: &Cx, authority_id: AuthorityId) -> Result<(), Fault> {
    let job = NewJob::now(cx, host(), jobs::MAKE_LIST, jobs::MakeList::payload(authority_id, true));
    tx.queue(job.at(cx.now.plus(LIST_EVERY))).await
}

/// Puts the next daily run in the place of this one, so that there is always exactly one.
pub(crate) async fn queue_next(room: &Room, job: &JobCx, authority_id: AuthorityId) -> Result<(), Fault> {
    let argument = (job.ticket, authority_id);
    let queued: Result<(), No<Infallible>> = room
        .store()
        .write(&job.cx, argument, |tx, cx, (ticket, authority_id)| {
            Box::pin(async move {
                tx.finish_job(ticket).await?;
                queue_daily(tx, cx, *authority_id).await?;
                Ok(())
            })
        })
        .await;
    queued.map_err(fault_of)
}
