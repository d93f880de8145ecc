//! `GET /api/v1/account/session`

use crate::http::Room;
use crate::http::views::{BoxView, OrganizationView, UserView};
use crate::ops::read::{self, Seat};
use axum::Extension;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Language, PageQuery, PageView, SignedIn, ok};

/// What the program knows of a page's sign-in beside its caller; put into the request by whoever reads the cookie.
#[derive(Debug, Clone)]
pub struct PageSession {
    /// What each write shows in `X-Svitok-Csrf`.
    pub csrf_token: String,
    /// The language the person chose.
    pub language: Language,
}

/// What a client needs to begin with.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SessionView {
    /// Who is signed in.
    pub user: UserView,
    /// `ru` or `en`.
    pub language: &'static str,
    /// For `X-Svitok-Csrf` of each write by the cookie; absent where a bearer token asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csrf_token: Option<String>,
    /// Whether the person administers the installation: its own outbox is theirs to read.
    pub administers_installation: bool,
    /// The organizations the person may read; `next` goes on by `?after=`.
    pub organizations: PageView<SeatView>,
}

/// One organization of the caller, and what the caller may do there.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct SeatView {
    /// The organization.
    pub organization: OrganizationView,
    /// `read`, `send`, `sign`, `administer`.
    pub permissions: Vec<&'static str>,
    /// Its boxes.
    pub boxes: Vec<BoxView>,
}

impl From<Seat> for SeatView {
    fn from(seat: Seat) -> Self {
        Self {
            organization: seat.organization.into(),
            permissions: seat.permissions.names(),
            boxes: seat.boxes.into_iter().map(BoxView::from).collect(),
        }
    }
}

/// Who is signed in, with their organizations, boxes and permissions, and the token that writes by the cookie show. An
/// ended sign-in is answered 401 `web.sign-in-needed`.
#[utoipa::path(get, path = "/api/v1/account/session", tag = "account", security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "The session.", body = SessionView)))]
pub(in crate::http) async fn session(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    page: Option<Extension<PageSession>>,
    accepted: Language,
    PageQuery(asked): PageQuery,
) -> Answer<SessionView> {
    let mut reader = room.app.store.reader().await?;
    let user = read::me(&mut reader, &cx).await?;
    let seats = read::list_my_seats(&mut reader, &cx, &asked).await?;
    let page = page.map(|Extension(page)| page);
    Ok(ok(SessionView {
        user: user.into(),
        language: page.as_ref().map_or(accepted, |page| page.language).tag(),
        csrf_token: page.map(|page| page.csrf_token),
        administers_installation: room.settings.demand_administrator(&cx).is_ok(),
        organizations: PageView::of(seats, SeatView::from),
    }))
}
