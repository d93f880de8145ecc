//! A new application, filled in from what the records already know.

use crate::model::{
    Application, ApplicationId, ApplicationKind, CertificateId, Identity, Point, PointState, Values, read_field,
};
use crate::ops::application::{self as room_application, as_of, authorize, seal};
use crate::store::application::{self, ApplicationRow};
use crate::store::{certificate, desk, item};
use crate::{Refusal, Room};
use account::{OrganizationName, Permission};
use kernel::{Cx, Inn, Moment, OrganizationId, PageRequest};
use std::collections::BTreeMap;
use store::{Fetch, No, Tx};

/// For whom an application is made.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// This organization.
    Organization(OrganizationId),
    /// The caller's organization with this ИНН.
    Inn(Inn),
}

/// Organizations of a person looked through for an ИНН: the most a person may have here.
const ORGANIZATIONS_PAGES_MAX: usize = 10;

/// Everything of a new application, sealed outside the transaction.
#[derive(Clone, Debug)]
pub(crate) struct Creating {
    pub organization_id: OrganizationId,
    pub application_id: ApplicationId,
    pub application: Application,
    pub predecessor_id: Option<CertificateId>,
    pub sealed: BTreeMap<Point, Vec<u8>>,
}

/// A first application: name, mail and organization come from the records.
pub(crate) async fn prepare(room: &Room, cx: &Cx, subject: Subject) -> Result<Creating, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let organization_id = match subject {
        Subject::Organization(organization_id) => organization_id,
        Subject::Inn(inn) => find_by_inn(&mut reader, cx, &inn).await?,
    };
    let holder = authorize(&mut reader, cx, organization_id).await?;
    room.config().issuing.allows(organization_id)?;
    let typed = known_values(&mut reader, cx, organization_id).await?;
    let application = Application::new(holder, ApplicationKind::First, Identity::Claimed);
    Ok(filled(room, cx, (organization_id, None), application, typed))
}

/// A new application in place of a certificate that was lost, revoked or has ended: what was proven stands.
pub(crate) async fn prepare_replacement(
    room: &Room,
    cx: &Cx,
    organization_id: OrganizationId,
    certificate_id: CertificateId,
) -> Result<Creating, No<Refusal>> {
    let mut reader = room.store().reader().await?;
    let holder = authorize(&mut reader, cx, organization_id).await?;
    room.config().issuing.allows(organization_id)?;
    let certificate = certificate::find(&mut reader, organization_id, certificate_id).await?;
    let certificate = certificate.filter(|row| row.holder_user_id == holder).ok_or(Refusal::CertificateNotFound)?;
    let earlier = application::find_by_certificate(&mut reader, organization_id, certificate_id).await?;
    let earlier = earlier.ok_or(Refusal::ApplicationNotFound)?;
    let next = as_of(&earlier.application, Some(&certificate), cx.now).replace().map_err(Refusal::Application)?;
    let items = item::list(&mut reader, organization_id, earlier.application_id).await?;
    let mut values = room_application::values_of(room, earlier.application_id, &items)?;
    values
        .extend(known_values(&mut reader, cx, organization_id).await?.into_iter().filter(|(p, _)| *p == Point::Email));
    Ok(filled(room, cx, (organization_id, Some(certificate_id)), next, values))
}

/// What the organization's and the person's own records say; a name of one word fills nothing in.
async fn known_values(
    fetch: &mut (impl Fetch + Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<Values, No<Refusal>> {
    let scope = account::authorize(fetch, cx, organization_id, Permission::Sign).await;
    let scope = scope.map_err(|no| no.map_refused(Refusal::Account))?;
    let organization = account::read::organization(fetch, &scope).await?;
    let user = account::read::me(fetch, cx).await.map_err(|no| no.map_refused(Refusal::Account))?;
    let mut values = Values::from([(Point::Email, user.login), (Point::Position, String::new())]);
    let (surname, given_name) = match &organization.name {
        OrganizationName::Person(person) => {
            let patronymic = person.patronymic.as_deref().unwrap_or_default();
            (person.surname.clone(), format!("{} {patronymic}", person.given_name))
        }
        OrganizationName::Company(_) => {
            let (surname, given) = user.name.trim().split_once(char::is_whitespace).unwrap_or_default();
            (surname.to_owned(), given.to_owned())
        }
    };
    values.insert(Point::Surname, surname);
    values.insert(Point::GivenName, given_name);
    let inn = organization.requisites.inn();
    values.insert(Point::PersonInn, if inn.is_person() { inn.as_str().to_owned() } else { String::new() });
    Ok(values)
}

/// Takes over of the values what the form takes; the rest waits for the applicant.
fn filled(
    room: &Room,
    cx: &Cx,
    (organization_id, predecessor_id): (OrganizationId, Option<CertificateId>),
    mut application: Application,
    values: Values,
) -> Creating {
    let application_id: ApplicationId = cx.new_id();
    let mut sealed = BTreeMap::new();
    for (point, typed) in values {
        let Ok(value) = read_field(point, &typed) else { continue };
        if let Some(state) = application.points.get_mut(&point) {
            *state = PointState::Unseen;
            sealed.insert(point, seal(room, cx, application_id, point.word(), value.as_bytes()));
        }
    }
    Creating { organization_id, application_id, application, predecessor_id, sealed }
}

async fn find_by_inn(fetch: &mut (impl Fetch + Sized), cx: &Cx, inn: &Inn) -> Result<OrganizationId, No<Refusal>> {
    let mut after = None;
    for _ in 0..ORGANIZATIONS_PAGES_MAX {
        let page = PageRequest::new(PageRequest::LIMIT_MAX, after.take()).map_err(Refusal::Page)?;
        let mine = account::read::list_my_organizations(fetch, cx, &page).await;
        let mine = mine.map_err(|no| no.map_refused(Refusal::Account))?;
        for organization_id in mine.items {
            // Where he may not sign he cannot apply either; another of the same ИНН may be his.
            let Ok(scope) = account::authorize(fetch, cx, organization_id, Permission::Sign).await else { continue };
            if account::read::organization(fetch, &scope).await?.requisites.inn() == inn {
                return Ok(organization_id);
            }
        }
        match mine.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    Err(Refusal::InnNotYours.into())
}

/// Writes it. Refuses while another application of this person for this organization is open.
pub(crate) async fn run(
    tx: &mut Tx<'_>,
    cx: &Cx,
    room: &Room,
    creating: &Creating,
) -> Result<ApplicationRow, No<Refusal>> {
    let holder = authorize(tx, cx, creating.organization_id).await?;
    room.config().issuing.allows(creating.organization_id)?;
    let row = new_row(creating, cx.now);
    if holder != row.application.holder {
        return Err(Refusal::ApplicationNotFound.into());
    }
    insert(tx, cx, room, creating, &row).await?;
    Ok(row)
}

/// The row of a new application.
pub(crate) fn new_row(creating: &Creating, at: Moment) -> ApplicationRow {
    ApplicationRow {
        organization_id: creating.organization_id,
        application_id: creating.application_id,
        predecessor_id: creating.predecessor_id,
        certificate_id: None,
        created_at: at,
        submitted_at: None,
        changed_at: at,
        consented_at: None,
        installed_at: None,
        papers_deleted_at: None,
        phrase_hash: None,
        application: creating.application.clone(),
    }
}

/// Row, items and the directory's row.
pub(crate) async fn insert(
    tx: &mut Tx<'_>,
    cx: &Cx,
    room: &Room,
    creating: &Creating,
    row: &ApplicationRow,
) -> Result<(), No<Refusal>> {
    if !application::insert(tx, row).await? {
        return Err(Refusal::ApplicationOpen.into());
    }
    let key = (row.organization_id, row.application_id);
    for (point, state) in &row.application.points {
        item::insert(tx, key, (*point, *state), creating.sealed.get(point)).await?;
    }
    let delete_at = cx.now.plus(room.config().drafts_kept);
    Ok(desk::put_down(tx, row.application_id, row.organization_id, delete_at).await?)
}
