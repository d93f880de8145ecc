//! What is done to an application: the one way in which every act is decided and written, and the seals of its values.

pub(crate) mod change;
pub(crate) mod create;
pub(crate) mod install;
pub(crate) mod issue;
pub(crate) mod papers;
pub(crate) mod read;
pub(crate) mod renew;
pub(crate) mod sign_statement;

use crate::model::{Application, ApplicationId, CertificateState, DeskRules, Event, Line, Point, Values};
use crate::store::application::{self, ApplicationRow};
use crate::store::certificate::CertificateRow;
use crate::store::desk;
use crate::store::item::{self, ItemRow, Key, StepRow};
use crate::{Refusal, Room};
use account::Permission;
use kernel::{Cx, Moment, OrganizationId, UserId};
use store::{Fault, Fetch, No, Tx};

/// The caller as somebody who applies for himself: a member who signs for the organization.
pub(crate) async fn authorize(
    fetch: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<UserId, No<Refusal>> {
    let scope = account::authorize(fetch, cx, organization_id, Permission::Sign).await;
    let scope = scope.map_err(|no| no.map_refused(Refusal::Account))?;
    Ok(scope.user_id().ok_or(Refusal::ApplicantNotPerson)?)
}

/// The caller's own application, held. Another member's is not there.
pub(crate) async fn lock_own(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, application_id): Key,
) -> Result<ApplicationRow, No<Refusal>> {
    let user_id = authorize(tx, cx, organization_id).await?;
    let row = application::lock(tx, organization_id, application_id).await?;
    Ok(row.filter(|row| row.application.holder == user_id).ok_or(Refusal::ApplicationNotFound)?)
}

/// The caller's own application, to look at.
pub(crate) async fn find_own(
    fetch: &mut (impl Fetch + Sized),
    cx: &Cx,
    (organization_id, application_id): Key,
) -> Result<ApplicationRow, No<Refusal>> {
    let user_id = authorize(fetch, cx, organization_id).await?;
    let row = application::find(fetch, organization_id, application_id).await?;
    Ok(row.filter(|row| row.application.holder == user_id).ok_or(Refusal::ApplicationNotFound)?)
}

/// Decides an act by the machine, writes what it changed and the step that is shown in the timeline.
pub(crate) async fn take_step(
    tx: &mut Tx<'_>,
    cx: &Cx,
    row: &mut ApplicationRow,
    event: Event,
    rules: DeskRules,
) -> Result<(), No<Refusal>> {
    let before = row.application.clone();
    row.application = before.apply(event, cx.now, rules).map_err(Refusal::Application)?;
    if event == Event::Submit {
        row.submitted_at = Some(cx.now);
    }
    application::save(tx, row, &before, cx.now).await?;
    let (act, item) = match event {
        Event::Edit(point) | Event::Upload(point) | Event::Judge { point, .. } => (event.act(), Some(point)),
        _ => (event.act(), None),
    };
    let step = StepRow {
        at: cx.now,
        act: act.word().to_owned(),
        item: item.map(|point| point.word().to_owned()),
        by: cx.caller.user_id(),
        stage: row.application.stage,
    };
    item::insert_step(tx, cx, key_of(row), &step).await?;
    Ok(())
}

pub(crate) fn key_of(row: &ApplicationRow) -> Key {
    (row.organization_id, row.application_id)
}

/// The application as it stands now: its certificate may have ended or been revoked since.
pub(crate) fn as_of(application: &Application, certificate: Option<&CertificateRow>, now: Moment) -> Application {
    let rules = DeskRules { second_pair: false };
    let event = match certificate {
        Some(row) if matches!(row.state, CertificateState::Revoked { .. }) => Event::Revoke,
        Some(row) if row.not_after < now => Event::Expire,
        _ => return application.clone(),
    };
    application.apply(event, now, rules).unwrap_or_else(|_| application.clone())
}

/// What a sealed value is bound to: opened in another place it is refused.
pub(crate) fn bound_to(application_id: ApplicationId, what: &str) -> Vec<u8> {
    [b"application ".as_slice(), application_id.as_bytes(), b" ", what.as_bytes()].concat()
}

/// Seals one value of an application.
pub(crate) fn seal(room: &Room, cx: &Cx, application_id: ApplicationId, what: &str, plain: &[u8]) -> Vec<u8> {
    room.sealer().seal(&cx.chance, &bound_to(application_id, what), plain)
}

/// Opens one value of an application.
pub(crate) fn open(room: &Room, application_id: ApplicationId, what: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
    let opened = room.sealer().open(&bound_to(application_id, what), sealed);
    opened.map(|plain| plain.to_vec()).map_err(|_| Fault::Decode(format!("{what} of application {application_id}")))
}

/// The values of its fields, opened.
pub(crate) fn values_of(room: &Room, application_id: ApplicationId, items: &[ItemRow]) -> Result<Values, Fault> {
    let mut values = Values::new();
    for item in items {
        let Some(sealed) = &item.sealed_value else { continue };
        let plain = open(room, application_id, item.point.word(), sealed)?;
        let text = String::from_utf8(plain);
        let text = text.map_err(|_| Fault::Decode(format!("{} of {application_id}", item.point.word())))?;
        values.insert(item.point, text);
    }
    Ok(values)
}

/// Values of an application, read and opened outside any transaction.
pub(crate) async fn read_values(room: &Room, (organization_id, application_id): Key) -> Result<Values, Fault> {
    let items = item::list(&mut room.store().reader().await?, organization_id, application_id).await?;
    values_of(room, application_id, &items)
}

/// The organization as its own records have it.
#[derive(Debug)]
pub(crate) struct OrganizationRecord {
    pub name: String,
    pub inn: kernel::Inn,
    pub line: Line,
}

/// Read by a caller's scope, or by a desk that holds the application.
pub(crate) async fn record_of(
    fetch: &mut (impl Fetch + ?Sized),
    scope: &account::OrgScope,
) -> Result<OrganizationRecord, Fault> {
    let organization = account::read::organization(fetch, scope).await?;
    Ok(OrganizationRecord {
        name: organization.name.shown(),
        inn: organization.requisites.inn().clone(),
        line: Line::of_organization(organization.is_test),
    })
}

/// What an application's papers wait for before they are deleted, counted anew at each act of the applicant.
pub(crate) async fn keep_papers(
    tx: &mut Tx<'_>,
    cx: &Cx,
    row: &ApplicationRow,
    kept: std::time::Duration,
) -> Result<(), Fault> {
    desk::set_delete_at(tx, row.application_id, Some(cx.now.plus(kept))).await
}

/// Fields and scans are told apart by the item named in an address.
pub(crate) fn scan_of(word: &str) -> Result<Point, Refusal> {
    let point = Point::from_word(word).filter(|point| point.is_scan());
    point.ok_or(Refusal::Application(crate::model::ApplicationRefusal::NoSuchItem))
}
