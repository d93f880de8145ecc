//! Counteragents of a box.

use axum::extract::State;
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, PageQuery, QueryOf, SignedIn, ok};

use super::views::PageView;
use crate::model::counteragent::{Counteragent, CounteragentFilter, EndedBy, LinkStatus};
use crate::model::refusal::Refusal;
use crate::ops::list_counteragents::{CounteragentReport, list};
use crate::room::Room;

/// Which counteragents.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CounteragentQuery {
    /// `invited`, `invites`, `linked`, `refused`, `broken`.
    status: Option<String>,
    /// A part of the name, the ИНН or the КПП, up to 100 characters.
    text: Option<String>,
}

/// One counteragent.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounteragentView {
    /// Its box.
    pub box_id: String,
    /// `invited`, `invites`, `linked`, `refused`, `broken`.
    pub status: &'static str,
    /// Who ended it, `own` (this box) or `other`; absent while it lasts, and where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<&'static str>,
    /// Words of the last act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// When it changed.
    pub changed_at: String,
    /// Name of its organization, in a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ИНН of its organization, in a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inn: Option<String>,
    /// КПП of its organization, in a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
}

impl From<Counteragent> for CounteragentView {
    fn from(link: Counteragent) -> Self {
        Self {
            box_id: link.box_id.to_string(),
            status: link.status.as_str(),
            ended_by: Some(link.ended_by).filter(|by| *by != EndedBy::Unknown).map(EndedBy::as_str),
            comment: link.comment,
            changed_at: link.changed_at.to_rfc3339(),
            name: None,
            inn: None,
            kpp: None,
        }
    }
}

impl From<CounteragentReport> for CounteragentView {
    fn from(report: CounteragentReport) -> Self {
        let party = report.party.as_ref();
        Self {
            name: party.map(|party| party.name.clone()),
            inn: party.map(|party| party.inn.as_str().to_owned()),
            kpp: party.and_then(|party| party.kpp.as_ref()).map(|kpp| kpp.as_str().to_owned()),
            ..Self::from(report.link)
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
    let filter = CounteragentFilter { status, ended_by: None, text: query.text.unwrap_or_default() };
    let page = list(&room, &cx, box_id, &filter, &page).await?;
    Ok(ok(PageView::of(page, CounteragentView::from)))
}
