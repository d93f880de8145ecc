//! Issuing on an application: consent, the key the browser made, the certificate.

use crate::model::{CertificateId, Event, Holder, HolderOrganization, Point, Values, compose};
use crate::ops::application::{authorize, lock_own, read_values, take_step};
use crate::ops::holder;
use crate::ops::issue::{self, PreparedRequest, Wanted};
use crate::ops::letters::{self, Notice};
use crate::ops::phrase;
use crate::store::certificate::CertificateRow;
use crate::store::item::Key;
use crate::store::{application, desk};
use crate::{Refusal, Room};
use kernel::{Cx, Inn, Snils};
use post::NewLetter;
use store::{No, Tx};

/// What the holder brings.
#[derive(Clone, Debug)]
pub(crate) struct Bringing {
    /// PKCS#10, DER or PEM.
    pub request: Vec<u8>,
    /// He agrees with what the certificate will say.
    pub consent: bool,
    /// The phrase by which he can revoke it without signing in.
    pub phrase: Option<String>,
}

/// A request ready to be issued on an application.
#[derive(Clone, Debug)]
pub(crate) struct Issuing {
    key: Key,
    request: PreparedRequest,
    values: Values,
    phrase_hash: Option<String>,
    letter: Option<NewLetter>,
}

/// The request key of an application: it has one certificate, however often it is asked.
pub(crate) fn request_key((_, application_id): Key) -> String {
    format!("application {application_id}")
}

/// Reads the request, proves it, hashes the phrase. Refuses without consent.
pub(crate) async fn prepare(room: &Room, cx: &Cx, key: Key, bringing: Bringing) -> Result<Issuing, No<Refusal>> {
    // Asked before anything is hashed or opened: that costs.
    authorize(&mut room.store().reader().await?, cx, key.0).await?;
    if !bringing.consent {
        return Err(Refusal::ConsentMissing.into());
    }
    let request = issue::prepare(cx, key.0, &request_key(key), &bringing.request)?;
    let phrase_hash = match &bringing.phrase {
        Some(phrase) => Some(phrase::hash(room, cx, phrase).await?),
        None => None,
    };
    let values = read_values(room, key).await?;
    let letter = letters::prepare(room, key, &Notice::Issued).await?;
    Ok(Issuing { key, request, values, phrase_hash, letter })
}

/// Issues; asked again with the same request it gives the same certificate.
pub(crate) async fn run(room: &Room, cx: &Cx, issuing: Issuing) -> Result<CertificateRow, No<Refusal>> {
    let organization_id = issuing.key.0;
    let argument = (room.clone(), issuing);
    let certificate_id =
        room.store().write(cx, argument, |tx, cx, (room, issuing)| Box::pin(write(tx, cx, room, issuing))).await?;
    issue::finish(room, cx, organization_id, certificate_id).await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, room: &Room, issuing: &Issuing) -> Result<CertificateId, No<Refusal>> {
    let mut row = lock_own(tx, cx, issuing.key).await?;
    let applicant = holder::authorize(tx, cx, issuing.key.0).await?;
    let subject = compose(&named(applicant.holder.organization, &issuing.values))?;
    let wanted = Wanted { user_id: row.application.holder, is_test: applicant.is_test, subject };
    if row.certificate_id.is_some() {
        // Asked again: the same request has its certificate, another is refused.
        return issue::intend(tx, cx, room, &issuing.request, wanted).await;
    }
    take_step(tx, cx, &mut row, Event::Issue, room.config().desk).await?;
    let certificate_id = issue::intend(tx, cx, room, &issuing.request, wanted).await?;
    application::set_issued(tx, &row, certificate_id, issuing.phrase_hash.as_deref(), cx.now).await?;
    desk::set_delete_at(tx, row.application_id, Some(cx.now.plus(room.config().papers_kept))).await?;
    letters::queue(tx, cx, issuing.letter.as_ref()).await?;
    Ok(certificate_id)
}

/// Whom the certificate names: the organization by its record of today, the person by what was checked.
fn named(organization: HolderOrganization, values: &Values) -> Holder {
    let value = |field: Point| values.get(&field).filter(|value| !value.is_empty());
    Holder {
        organization,
        surname: value(Point::Surname).cloned().unwrap_or_default(),
        given_name: value(Point::GivenName).cloned().unwrap_or_default(),
        title: value(Point::Position).cloned(),
        inn: value(Point::PersonInn).and_then(|inn| Inn::parse(inn).ok()),
        snils: value(Point::Snils).and_then(|snils| Snils::parse(snils).ok()),
        email: value(Point::Email).cloned(),
    }
}
