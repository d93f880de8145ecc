use crate::Room;
use crate::http::desk::people::PersonView;
use crate::model::DeskRole;
use crate::ops::desk::roles::{self, Place};
use crate::store::desk::RoleRow;
use axum::extract::State;
use kernel::UserId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, RequestBody, SignedIn, done, ok};

/// A place at the desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskPlace)]
pub(crate) struct PlaceView {
    /// Who.
    user_id: String,
    /// As what.
    role: DeskRole,
    /// Since when.
    #[schema(format = DateTime)]
    granted_at: String,
}

impl PlaceView {
    fn of(row: &RoleRow) -> Self {
        Self { user_id: row.user_id.to_string(), role: row.role, granted_at: row.granted_at.to_rfc3339() }
    }
}

/// Everybody at the desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskPlaces)]
pub(crate) struct PlacesView {
    /// By person.
    items: Vec<PlaceView>,
    /// Their names.
    people: Vec<PersonView>,
}

/// Lists who sits at the desk. Only for administrators of the host.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/places",
    tag = "certification",
    security(("token" = [])),
    responses((status = 200, body = PlacesView))
)]
pub(crate) async fn list_desk_places(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<PlacesView> {
    let (rows, people) = roles::list(&room, &cx).await?;
    Ok(ok(PlacesView { items: rows.iter().map(PlaceView::of).collect(), people: PersonView::all(&people) }))
}

/// What the caller may do at the desk.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = MyDeskRoles)]
pub(crate) struct MyRolesView {
    /// Empty for most people.
    roles: Vec<DeskRole>,
    /// Whether the caller says who sits at the desk.
    is_administrator: bool,
}

/// Tells the caller which roles he has at the desk.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/me",
    tag = "certification",
    security(("token" = [])),
    responses((status = 200, body = MyRolesView))
)]
pub(crate) async fn get_my_desk_roles(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<MyRolesView> {
    let is_administrator = roles::is_administrator(&room, &cx);
    Ok(ok(MyRolesView { roles: roles::mine(&room, &cx).await?, is_administrator }))
}

/// A place given by login.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDeskPlace)]
pub(crate) struct NewPlaceBody {
    /// The e-mail address the person signs in with.
    login: String,
    /// As what.
    role: DeskRole,
}

impl RequestBody for NewPlaceBody {}

/// Gives the person who signs in with a login a place at the desk. Only for administrators of the host.
#[utoipa::path(
    post,
    path = "/api/v1/certification/desk/places",
    tag = "certification",
    security(("token" = [])),
    request_body = NewPlaceBody,
    responses((status = 204))
)]
pub(crate) async fn give_desk_place(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<NewPlaceBody>,
) -> Answer<()> {
    roles::grant_by_login(&room, &cx, &body.login, body.role).await?;
    Ok(done())
}

/// Gives a person a place at the desk. Only for administrators of the host.
#[utoipa::path(
    put,
    path = "/api/v1/certification/desk/places/{user_id}/{role}",
    tag = "certification",
    security(("token" = [])),
    params(("user_id" = String, Path), ("role" = DeskRole, Path)),
    responses((status = 204))
)]
pub(crate) async fn grant_desk_place(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((user_id, role)): Ids<(UserId, DeskRole)>,
) -> Answer<()> {
    roles::grant(&room, &cx, Place { user_id, role }).await?;
    Ok(done())
}

/// Takes a place at the desk back. Only for administrators of the host.
#[utoipa::path(
    delete,
    path = "/api/v1/certification/desk/places/{user_id}/{role}",
    tag = "certification",
    security(("token" = [])),
    params(("user_id" = String, Path), ("role" = DeskRole, Path)),
    responses((status = 204))
)]
pub(crate) async fn take_back_desk_place(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((user_id, role)): Ids<(UserId, DeskRole)>,
) -> Answer<()> {
    roles::take_back(&room, &cx, Place { user_id, role }).await?;
    Ok(done())
}
