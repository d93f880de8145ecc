//! Counteragents of a box.

use axum::extract::State;
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, PageQuery, QueryOf, SignedIn, ok};

use super::views::PageView;
use crate::model::counteragent::{Counteragent, LinkStatus};
use crate::model::refusal::Refusal;
use crate::ops::counteragents;
use crate::room::Room;

/// Which counteragents.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CounteragentQuery {
    /// `invited`, `invites`, `linked`, `refused`, `broken`.
    status: Option<String>,
}

/// One counteragent.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounteragentView {
    /// Its box.
    pub box_id: String,
    /// `invited`, `invites`, `linked`, `refused`, `broken`.
    pub status: &'static str,
    /// Words of the last act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// When it changed.
    pub changed_at: String,
}

impl From<Counteragent> for CounteragentView {
    fn from(link: Counteragent) -> Self {
        Self {
            box_id: link.box_id.to_string(),
            status: link.status.as_str(),
            comment: link.comment,
            changed_at: link.changed_at.to_rfc3339(),
        }
    }
}

/// Counteragents of a box.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/counteragents",
    tag = "exchange",
    security(("token" = [])),
    params(
        ("box_id" = String, Path),
        CounteragentQuery,
        ("limit" = Option<u32>, Query),
        ("after" = Option<String>, Query)
    ),
    responses((status = 200, body = PageView<CounteragentView>))
)]
pub(crate) async fn list_counteragents(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    QueryOf(query): QueryOf<CounteragentQuery>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<CounteragentView>> {
    let accepted = "invited, invites, linked, refused, broken";
    let known = |word| LinkStatus::from_word(word).ok_or(Refusal::Filter { name: "status", accepted });
    let status = query.status.as_deref().map(known).transpose().map_err(web::Problem::refused)?;
    let page = counteragents::list(&room, &cx, box_id, status, &page).await?;
    Ok(ok(PageView::of(page, CounteragentView::from)))
}
