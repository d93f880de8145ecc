use crate::Room;
use crate::http::applications::view::WholeView;
use crate::http::publish::Octets;
use crate::model::{ApplicationId, ApplicationKind, Identity, Line};
use crate::ops::application::scan_of;
use crate::ops::desk::read::{self, Waiting};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, PageQuery, Problem, SignedIn, ok};

/// A line of the queue.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskQueueLine)]
pub(crate) struct WaitingView {
    /// The application.
    application_id: String,
    /// Surname and given name.
    person: String,
    /// Why it is made.
    kind: ApplicationKind,
    /// What is known of the identity.
    identity: Identity,
    /// When it was handed in.
    #[schema(format = DateTime)]
    submitted_at: String,
    /// The last day on which the check is in time.
    #[schema(format = Date)]
    due_on: Option<String>,
    /// Approved once; waits for another person.
    is_second_look: bool,
    /// Who is at work on it, while the claim lasts.
    claimed_by: Option<String>,
    /// Until when.
    #[schema(format = DateTime)]
    claimed_until: Option<String>,
}

impl WaitingView {
    fn of(waiting: &Waiting) -> Self {
        let application = &waiting.row.application;
        Self {
            application_id: waiting.place.application_id.to_string(),
            person: waiting.person.clone(),
            kind: application.kind,
            identity: application.identity,
            submitted_at: waiting.place.submitted_at.to_rfc3339(),
            due_on: waiting.place.due_on.clone(),
            is_second_look: application.first_approver.is_some(),
            claimed_by: application.claim.map(|claim| claim.by.to_string()),
            claimed_until: application.claim.map(|claim| claim.until.to_rfc3339()),
        }
    }
}

/// A page of the queue, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskQueuePage)]
pub(crate) struct QueueView {
    /// What waits.
    items: Vec<WaitingView>,
    /// Where to go on; absent at the end.
    next: Option<String>,
}

/// The queue, oldest first. Only for the desk.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/applications",
    tag = "certification",
    security(("token" = [])),
    params(
        ("limit" = Option<u32>, Query, description = "Items of one page"),
        ("after" = Option<String>, Query, description = "Cursor given by this list")
    ),
    responses((status = 200, body = QueueView))
)]
pub(crate) async fn list_desk_queue(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PageQuery(page): PageQuery,
) -> Answer<QueueView> {
    let found = read::queue(&room, &cx, &page).await?;
    Ok(ok(QueueView {
        items: found.items.iter().map(WaitingView::of).collect(),
        next: found.next.map(|cursor| cursor.as_str().to_owned()),
    }))
}

/// An application as the desk sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskApplication)]
pub(crate) struct DeskApplicationView {
    /// The organization's name by its own record.
    organization: String,
    /// Its ИНН.
    organization_inn: String,
    /// What its certificate will be worth.
    line: Line,
    /// The application.
    application: WholeView,
}

/// One application with its fields, for laying beside the scans. Only for the desk.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/applications/{application_id}",
    tag = "certification",
    security(("token" = [])),
    params(("application_id" = String, Path)),
    responses((status = 200, body = DeskApplicationView))
)]
pub(crate) async fn get_desk_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(application_id): Ids<ApplicationId>,
) -> Answer<DeskApplicationView> {
    let (whole, record) = read::get(&room, &cx, application_id).await?;
    Ok(ok(DeskApplicationView {
        organization: record.name,
        organization_inn: record.inn.as_str().to_owned(),
        line: record.line,
        application: WholeView::for_desk(&whole),
    }))
}

/// One scan. Only for the desk.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/applications/{application_id}/scans/{item}",
    tag = "certification",
    security(("token" = [])),
    params(("application_id" = String, Path), ("item" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>))
)]
pub(crate) async fn get_desk_scan(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((application_id, item)): Ids<(ApplicationId, String)>,
) -> Result<Octets, Problem> {
    read::get(&room, &cx, application_id).await?;
    let point = scan_of(&item).map_err(Problem::refused)?;
    let (media_type, octets) = read::scan(&room, &cx, application_id, point).await?;
    Ok(Octets::personal(&media_type, octets))
}
