//! The last step: a test signature proves that the key of the certificate is at hand.

use crate::model::{CertificateState, Event, KeyPlace};
use crate::ops::application::{find_own, lock_own, sign_statement::test_text, take_step};
use crate::ops::signed;
use crate::store::item::Key;
use crate::store::{application, certificate, mine};
use crate::{Refusal, Room};
use kernel::Cx;
use pki::Certificate;
use store::{Fault, No, Tx};

/// Checks the test signature over [`test_text`]. Refuses one made with another key.
pub(crate) async fn run(
    room: &Room,
    cx: &Cx,
    key: Key,
    signature: &[u8],
    key_place: KeyPlace,
) -> Result<(), No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let row = find_own(&mut reader, cx, key).await?;
    let certificate_id = row.certificate_id.ok_or(Refusal::NotIssuedYet)?;
    let found = certificate::find(&mut reader, key.0, certificate_id).await?.ok_or(Refusal::CertificateNotFound)?;
    drop(reader);
    if found.state == CertificateState::Intended {
        return Err(Refusal::NotIssuedYet.into());
    }
    let der = found.certificate.unwrap_or_default();
    let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {certificate_id}: {e}"));
    let own = Certificate::from_der(&der).map_err(damaged)?;
    signed::check_made_with(room, test_text(key).as_bytes(), signature, (&own, cx.now))?;
    let argument = (room.clone(), key, key_place);
    let written =
        room.store().write(cx, argument, |tx, cx, (room, key, place)| Box::pin(write(tx, cx, room, (*key, *place))));
    written.await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, room: &Room, (key, key_place): (Key, KeyPlace)) -> Result<(), No<Refusal>> {
    let mut row = lock_own(tx, cx, key).await?;
    take_step(tx, cx, &mut row, Event::Install, room.config().desk).await?;
    application::set_installed(tx, &row, cx.now).await?;
    if let Some(certificate_id) = row.certificate_id {
        mine::set_key_place(tx, row.application.holder, certificate_id, key_place).await?;
    }
    Ok(())
}
