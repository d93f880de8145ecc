//! A signed-in person adds a certificate as a way in, or takes one away.

use super::certificate_sign_in::{ProvenCertificate, desk, proven};
use crate::limits::CERTIFICATES_MAX;
use crate::model::{AccountRefusal, BindingId, BoundCertificate, CertificateCause, Challenge, Purpose};
use crate::settings::Settings;
use crate::store::{certificates, challenges, passkeys, users};
use ::store::{Fetch, No, Tx};
use kernel::{Cx, UserId};
use trust::Trust;

/// A challenge for the caller alone.
pub fn challenge(settings: &Settings, cx: &Cx) -> Result<(Challenge, String), AccountRefusal> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let desk = desk(settings, Purpose::Bind, user_id.as_bytes());
    let challenge = desk.draw(cx.now, &cx.chance);
    let text = desk.text(&challenge);
    Ok((challenge, text))
}

/// A certificate whose key signed the caller's challenge.
#[derive(Debug, Clone)]
pub struct PreparedBinding {
    challenge: Challenge,
    proven: ProvenCertificate,
    bound: BoundCertificate,
}

/// Judges the signature. Refuses what signing in by it would.
pub fn prepare(
    (trust, settings): (&Trust, &Settings),
    cx: &Cx,
    (code, signature): (&str, &[u8]),
) -> Result<PreparedBinding, AccountRefusal> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let desk = desk(settings, Purpose::Bind, user_id.as_bytes());
    let challenge = desk.read_code(code, cx.now)?;
    let proven = proven(trust, cx, (desk.text(&challenge).as_bytes(), signature)).proven?;
    let bound = proven.bound_to(user_id, settings, cx);
    Ok(PreparedBinding { challenge, proven, bound })
}

/// Binds it. Bound to the caller already, it stays so; refuses one that is somebody else's, and more than 50.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, prepared: &PreparedBinding) -> Result<BoundCertificate, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    challenges::spend(tx, &prepared.challenge).await?;
    let max = CERTIFICATES_MAX;
    if certificates::list(tx, user_id).await?.len() >= max {
        return Err(AccountRefusal::TooMany { what: "certificates", max }.into());
    }
    if certificates::add(tx, &prepared.bound).await? {
        return Ok(prepared.bound.clone());
    }
    let known = certificates::find(tx, &prepared.proven.fingerprint).await?;
    Ok(known
        .filter(|known| known.user_id == user_id)
        .ok_or(AccountRefusal::CertificateRefused { cause: CertificateCause::Taken })?)
}

/// Ends a binding. Refuses the last way in of a person without a password; another person's is not found.
pub async fn unbind(tx: &mut Tx<'_>, cx: &Cx, binding_id: BindingId) -> Result<(), No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    if !certificates::remove(tx, user_id, binding_id).await? {
        return Err(AccountRefusal::not_found("certificate").into());
    }
    check_way_in(tx, user_id).await
}

/// Refuses to leave a person without any way in.
pub(crate) async fn check_way_in(tx: &mut Tx<'_>, user_id: UserId) -> Result<(), No<AccountRefusal>> {
    let has_login = users::find(tx, user_id).await?.is_some_and(|user| !user.login.is_empty());
    let has_password = has_login && users::find_password(tx, user_id).await?.is_some();
    let has_other = has_password
        || !certificates::list(tx, user_id).await?.is_empty()
        || !passkeys::list(tx, user_id).await?.is_empty();
    if has_other { Ok(()) } else { Err(AccountRefusal::LastWayIn.into()) }
}

/// Certificates bound to the caller.
pub async fn list(from: &mut (impl Fetch + ?Sized), cx: &Cx) -> Result<Vec<BoundCertificate>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    Ok(certificates::list(from, user_id).await?)
}
