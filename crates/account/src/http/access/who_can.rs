//! `GET /api/v1/account/organizations/{organization_id}/access`

use crate::http::Room;
use crate::http::delegations::create::moment;
use crate::http::people_views::AccessView;
use crate::model::{AccountRefusal, DepartmentId, Permission};
use crate::ops::who_can::{Question, run};
use crate::scope::authorize;
use axum::extract::State;
use kernel::{OrganizationId, UserId};
use serde::Deserialize;
use web::{Answer, Ids, PageQuery, PageView, Problem, QueryOf, SignedIn, ok};

/// What is asked; what is absent is not asked about.
#[derive(Deserialize)]
pub(in crate::http) struct AccessQuery {
    permission: Option<String>,
    department: Option<DepartmentId>,
    user: Option<UserId>,
    at: Option<String>,
}

/// Who can do what, where, why and until when; needs `administer`. With `at`, delegations are those in force at that moment,
/// which may not be past; roles and permissions are as they stand now. Members to whom nothing answers are left out, so that
/// a page may be shorter than asked for.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/access", tag = "account",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("permission" = Option<String>, Query),
        ("department" = Option<String>, Query), ("user" = Option<String>, Query),
        ("at" = Option<String>, Query, description = "RFC 3339, not past."),
        ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page of members.", body = PageView<AccessView>)))]
pub(in crate::http) async fn who_can(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(query): QueryOf<AccessQuery>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<AccessView>> {
    let permission = query.permission.as_deref().map(Permission::parse).transpose().map_err(Problem::refused)?;
    let at = query.at.as_deref().map(|text| moment("at", text)).transpose()?.unwrap_or(cx.now);
    if at < cx.now {
        return Err(Problem::refused(AccountRefusal::TextForm { field: "at", accepted: "a moment that is not past" }));
    }
    let question = Question { permission, department_id: query.department, user_id: query.user };
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Administer).await?;
    let found = run(&mut reader, &scope, (question, at), &page).await?;
    Ok(ok(PageView::of(found, AccessView::from)))
}
