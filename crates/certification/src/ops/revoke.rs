//! Stopping a certificate before its end: by members, by the holder's phrase or key without a sign-in, by an operator.
//! Nobody but the list says so to verifiers; a new one is asked for at once.

use crate::model::{CertificateId, DeskRole, JournalEvent, PhraseRefusal, RevocationReason};
use crate::ops::letters::{self, Notice};
use crate::ops::{desk, find, holder, make_list, phrase, signed};
use crate::store::authority::{self, LockedAuthority};
use crate::store::certificate::{self, CertificateRow};
use crate::store::directory::{self, Place};
use crate::store::list::{self, RevokedRow};
use crate::store::{application, journal};
use crate::{Refusal, Room, news};
use kernel::{Cx, Moment, OrganizationId};
use pki::Certificate;
use post::NewLetter;
use std::time::Duration;
use store::{Fault, No, Tx};

/// Tries of one certificate's phrase within [`TRIES_WINDOW`].
const TRIES_MAX: i64 = 10;
/// The window in which tries are counted.
const TRIES_WINDOW: Duration = Duration::from_secs(60 * 60);

/// Which certificate and why.
#[derive(Clone, Copy, Debug)]
pub struct Revoking {
    /// Whose certificate.
    pub organization_id: OrganizationId,
    /// Which one.
    pub certificate_id: CertificateId,
    /// Why.
    pub reason: RevocationReason,
}

/// By whose right it is revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Right {
    /// A member who signs or administers.
    Member,
    /// An operator of the desk.
    Operator,
    /// Whoever knew the phrase or held the key: proven before the transaction.
    Proven,
}

/// Revokes for a member. Refuses an intention, a certificate revoked before, and whoever may not see or revoke it.
pub(crate) async fn run(room: &Room, cx: &Cx, revoking: Revoking) -> Result<CertificateRow, No<Refusal>> {
    revoke(room, cx, revoking, Right::Member).await
}

fn of(row: &CertificateRow, reason: RevocationReason) -> Revoking {
    Revoking { organization_id: row.organization_id, certificate_id: row.certificate_id, reason }
}

/// Revokes for an operator of the desk.
pub(crate) async fn by_operator(
    room: &Room,
    cx: &Cx,
    serial: &str,
    reason: RevocationReason,
) -> Result<CertificateRow, No<Refusal>> {
    desk::authorize(&mut room.store().reader().await?, cx, &[DeskRole::Operator]).await?;
    let row = find::by_number(room, serial).await?.ok_or(Refusal::CertificateNotFound)?;
    revoke(room, cx, of(&row, reason), Right::Operator).await
}

/// Revokes for whoever knows the phrase that the holder chose; the certificate is named by its serial number or thumbprint.
/// Tries are counted before the phrase is looked at.
pub(crate) async fn by_phrase(
    room: &Room,
    cx: &Cx,
    (serial_or_thumbprint, words): (&str, &str),
    reason: RevocationReason,
) -> Result<CertificateRow, No<Refusal>> {
    let row = find::by_number(room, serial_or_thumbprint).await?;
    let mut stored = None;
    if let Some(row) = &row {
        count_try(room, cx, &row.serial).await?;
        let mut reader = room.store().reader().await?;
        let found = application::find_by_certificate(&mut reader, row.organization_id, row.certificate_id).await?;
        stored = found.and_then(|application| application.phrase_hash);
    }
    match row.filter(|_| stored.is_some()) {
        Some(row) if phrase::verify(room, words, stored.as_deref()).await? => {
            revoke(room, cx, of(&row, reason), Right::Proven).await
        }
        Some(_) => Err(Refusal::Phrase(PhraseRefusal::Wrong).into()),
        None => {
            phrase::verify(room, words, None).await?;
            Err(Refusal::Phrase(PhraseRefusal::Wrong).into())
        }
    }
}

async fn count_try(room: &Room, cx: &Cx, serial: &[u8]) -> Result<(), No<Refusal>> {
    let counted = room.store().write(cx, serial.to_vec(), |tx, cx, serial| {
        Box::pin(async move {
            let tries = directory::count_try(tx, serial, cx.now, cx.now.minus(TRIES_WINDOW)).await?;
            Ok::<_, No<Refusal>>(tries)
        })
    });
    if counted.await? > TRIES_MAX { Err(Refusal::Phrase(PhraseRefusal::TooManyTries).into()) } else { Ok(()) }
}

/// What is signed to revoke by the key.
pub(crate) fn text_to_sign(serial: &str) -> String {
    format!("Отозвать сертификат {}", serial.to_lowercase())
}

/// Revokes for whoever holds the certificate's key.
pub(crate) async fn by_key(
    room: &Room,
    cx: &Cx,
    (serial, signature): (&str, &[u8]),
    reason: RevocationReason,
) -> Result<CertificateRow, No<Refusal>> {
    let row = find::by_number(room, serial).await?.ok_or(Refusal::SignatureWrong)?;
    let Some(der) = &row.certificate else { return Err(Refusal::SignatureWrong.into()) };
    let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", row.certificate_id));
    let own = Certificate::from_der(der).map_err(damaged)?;
    signed::check_made_with(room, text_to_sign(serial).as_bytes(), signature, (&own, cx.now))?;
    revoke(room, cx, of(&row, reason), Right::Proven).await
}

async fn revoke(room: &Room, cx: &Cx, revoking: Revoking, right: Right) -> Result<CertificateRow, No<Refusal>> {
    authorize(&mut room.store().reader().await?, cx, &revoking, right).await?;
    let place = Place { organization_id: revoking.organization_id, certificate_id: revoking.certificate_id };
    let letter = letter_to_holder(room, place, |serial| Notice::Revoked { serial }).await?;
    let argument = (room.config().stopped_heard_by, (revoking, right), letter);
    room.store()
        .write(cx, argument, |tx, cx, (heard_by, revoking, letter)| {
            Box::pin(write(tx, cx, heard_by, *revoking, letter.as_ref()))
        })
        .await
}

async fn authorize(
    fetch: &mut (impl store::Fetch + ?Sized),
    cx: &Cx,
    revoking: &Revoking,
    right: Right,
) -> Result<(), No<Refusal>> {
    match right {
        Right::Member => holder::authorize_revoking(fetch, cx, revoking.organization_id).await,
        Right::Operator => desk::authorize(fetch, cx, &[DeskRole::Operator]).await.map(drop),
        Right::Proven => Ok(()),
    }
}

/// To the address of the application a certificate was issued on; none for one that was issued at once.
pub(crate) async fn letter_to_holder(
    room: &Room,
    place: Place,
    notice: impl FnOnce(String) -> Notice,
) -> Result<Option<NewLetter>, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let found = application::find_by_certificate(&mut reader, place.organization_id, place.certificate_id).await?;
    let row = certificate::find(&mut reader, place.organization_id, place.certificate_id).await?;
    drop(reader);
    let (Some(found), Some(row)) = (found, row) else { return Ok(None) };
    letters::prepare(room, (found.organization_id, found.application_id), &notice(hex::encode(&row.serial))).await
}

/// The certificate with its authority's row held: of two who change it, the second sees what the first did.
pub(super) async fn hold(
    tx: &mut Tx<'_>,
    Place { organization_id, certificate_id }: Place,
) -> Result<(CertificateRow, LockedAuthority), No<Refusal>> {
    let found = certificate::find(tx, organization_id, certificate_id).await?;
    let authority_id = found.ok_or(Refusal::CertificateNotFound)?.authority_id;
    let locked = authority::lock(tx, authority_id).await?;
    // Read again, now that nobody else changes it.
    let found = certificate::find(tx, organization_id, certificate_id).await?;
    Ok((found.ok_or(Refusal::CertificateNotFound)?, locked))
}

async fn write(
    tx: &mut Tx<'_>,
    cx: &Cx,
    heard_by: &[&'static str],
    (revoking, right): (Revoking, Right),
    letter: Option<&NewLetter>,
) -> Result<CertificateRow, No<Refusal>> {
    let Revoking { organization_id, certificate_id, reason } = revoking;
    authorize(tx, cx, &revoking, right).await?;
    let (mut row, mut locked) = hold(tx, Place { organization_id, certificate_id }).await?;
    let authority_id = row.authority_id;
    // A list knows whole seconds only, and a revocation must not stand later in it than it happened.
    let at = Moment::from_seconds(cx.now.seconds());
    row.state = row.state.revoke(at, reason)?;
    if !certificate::revoke(tx, &row, at, cx.caller.user_id(), reason).await? {
        return Err(Refusal::AlreadyRevoked.into());
    }
    let event = JournalEvent::Revoked { serial: hex::encode(&row.serial), reason: reason.word().to_owned() };
    let journal_seq = journal::write(tx, &mut locked, cx.now, &event).await?;
    list::lift_hold(tx, authority_id, &row.serial, journal_seq).await?;
    let revoked = RevokedRow { journal_seq, serial: row.serial.clone(), revoked_at: at, reason };
    list::insert_revoked(tx, authority_id, &revoked).await?;
    make_list::queue_now(tx, cx, authority_id).await?;
    news::stopped(tx, cx, heard_by, (&row, true)).await?;
    letters::queue(tx, cx, letter).await?;
    Ok(row)
}
