//! Signing the application with the key of a certificate in force: no print, no scan, no visit.

use crate::model::{Event, Form, Point, Values};
use crate::ops::application::{find_own, lock_own, read_values, record_of, seal, take_step};
use crate::ops::signed;
use crate::store::application;
use crate::store::item::Key;
use crate::{Refusal, Room};
use account::Permission;
use kernel::Cx;
use paper::Statement;
use store::{No, Tx};
use trust::SignerCertificate;

/// The application as it is printed, and signed as text. Refuses while a field is missing.
pub(crate) async fn statement(room: &Room, cx: &Cx, key: Key) -> Result<Statement, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let row = find_own(&mut reader, cx, key).await?;
    let scope = account::authorize(&mut reader, cx, key.0, Permission::Sign).await;
    let scope = scope.map_err(|no| no.map_refused(Refusal::Account))?;
    let record = record_of(&mut reader, &scope).await?;
    drop(reader);
    let values = read_values(room, key).await?;
    let form = Form {
        number: &key.1.to_string(),
        kind: row.application.kind,
        organization: &record.name,
        organization_inn: record.inn.as_str(),
        line: record.line.mark(),
        made_on: row.created_at.civil_date_msk(),
        values: &values,
    };
    Ok(form.statement()?)
}

/// A statement signed with a key that names the same person.
#[derive(Clone, Debug)]
pub(crate) struct Signing {
    key: Key,
    sealed: Vec<u8>,
}

/// Checks the signature over the statement's exact octets. Refuses one whose certificate is not in force here, and one
/// of another person.
pub(crate) async fn prepare(room: &Room, cx: &Cx, key: Key, signature: &[u8]) -> Result<Signing, No<Refusal>> {
    let text = statement(room, cx, key).await?.to_text();
    let signer = signed::signer_in_force(room, text.as_bytes(), signature, cx.now)?;
    let values = read_values(room, key).await?;
    if !names_same_person(&signer, &values) {
        return Err(Refusal::SignatureWrong.into());
    }
    Ok(Signing { key, sealed: seal(room, cx, key.1, "signature", signature) })
}

/// By СНИЛС where the certificate has one; its name must agree in any case.
fn names_same_person(signer: &SignerCertificate, values: &Values) -> bool {
    let value = |field: Point| values.get(&field).map(String::as_str).unwrap_or_default();
    let name = format!("{} {}", value(Point::Surname), value(Point::GivenName));
    let same_snils = signer.snils.as_deref().is_none_or(|snils| snils == value(Point::Snils));
    same_snils && signer.person.as_deref().is_some_and(|person| person == name)
}

pub(crate) async fn run(room: &Room, cx: &Cx, signing: Signing) -> Result<(), No<Refusal>> {
    let argument = (room.clone(), signing);
    room.store().write(cx, argument, |tx, cx, (room, signing)| Box::pin(write(tx, cx, room, signing))).await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, room: &Room, signing: &Signing) -> Result<(), No<Refusal>> {
    let mut row = lock_own(tx, cx, signing.key).await?;
    take_step(tx, cx, &mut row, Event::SignStatement, room.config().desk).await?;
    Ok(application::set_signature(tx, &row, &signing.sealed).await?)
}

/// What a test signature is made over.
pub(crate) fn test_text(key: Key) -> String {
    format!("Проверка ключа по заявке {}", hex::encode(key.1.as_bytes()))
}
