use crate::Room;
use crate::http::applications::view::WholeView;
use crate::http::desk::people::PersonView;
use crate::http::publish::Octets;
use crate::model::{Act, ApplicationId, ApplicationKind, Identity, Line, QueueState, claim_at};
use crate::ops::application::scan_of;
use crate::ops::desk::read::{self, Waiting};
use axum::extract::State;
use kernel::Moment;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, PageQuery, Problem, QueryOf, SignedIn, ok};

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
    fn of(waiting: &Waiting, now: Moment) -> Self {
        let application = &waiting.row.application;
        let claim = claim_at(application, now);
        Self {
            application_id: waiting.place.application_id.to_string(),
            person: waiting.person.clone(),
            kind: application.kind,
            identity: application.identity,
            submitted_at: waiting.place.submitted_at.to_rfc3339(),
            due_on: waiting.place.due_on.clone(),
            is_second_look: application.first_approver.is_some(),
            claimed_by: claim.map(|claim| claim.by.to_string()),
            claimed_until: claim.map(|claim| claim.until.to_rfc3339()),
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
    /// Names of those who are at work on what stands here.
    people: Vec<PersonView>,
    /// When this was so: the clock by which days are in time or late.
    #[schema(format = DateTime)]
    now: String,
}

/// Which part of the queue.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct QueueQuery {
    /// One part; absent for all of it.
    #[param(inline)]
    state: Option<QueueState>,
}

/// The queue, oldest first. Only for the desk.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/applications",
    tag = "certification",
    security(("token" = [])),
    params(
        QueueQuery,
        ("limit" = Option<u32>, Query, description = "Items of one page"),
        ("after" = Option<String>, Query, description = "Cursor given by this list")
    ),
    responses((status = 200, body = QueueView))
)]
pub(crate) async fn list_desk_queue(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    QueryOf(query): QueryOf<QueueQuery>,
    PageQuery(page): PageQuery,
) -> Answer<QueueView> {
    let found = read::queue(&room, &cx, &page, query.state).await?;
    Ok(ok(QueueView {
        items: found.page.items.iter().map(|waiting| WaitingView::of(waiting, cx.now)).collect(),
        next: found.page.next.map(|cursor| cursor.as_str().to_owned()),
        people: PersonView::all(&found.people),
        now: cx.now.to_rfc3339(),
    }))
}

/// Who is at work.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskClaim)]
pub(crate) struct ClaimView {
    /// Who.
    by_user_id: String,
    /// Until when, if nothing is done meanwhile.
    #[schema(format = DateTime)]
    until: String,
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
    /// Who is at work on it, while the claim lasts.
    claim: Option<ClaimView>,
    /// Who approved first, while another person is waited for.
    first_approver_id: Option<String>,
    /// Whether this host asks for a second pair of eyes.
    has_second_look: bool,
    /// What the caller can do with all of it now; who can `release` can judge its items.
    acts: Vec<&'static str>,
    /// Names of those of the desk who are named here by id.
    people: Vec<PersonView>,
    /// When this was so.
    #[schema(format = DateTime)]
    now: String,
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
    let seen = read::get(&room, &cx, application_id).await?;
    let application = &seen.whole.row.application;
    let claim = claim_at(application, cx.now);
    Ok(ok(DeskApplicationView {
        organization: seen.record.name,
        organization_inn: seen.record.inn.as_str().to_owned(),
        line: seen.record.line,
        application: WholeView::for_desk(&seen.whole),
        claim: claim.map(|claim| ClaimView { by_user_id: claim.by.to_string(), until: claim.until.to_rfc3339() }),
        first_approver_id: application.first_approver.map(|by| by.to_string()),
        has_second_look: room.config().desk.second_pair,
        acts: seen.acts.into_iter().map(Act::word).collect(),
        people: PersonView::all(&seen.people),
        now: cx.now.to_rfc3339(),
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
