//! `GET …/docflows`

use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Answer, Ids, PageQuery, PageView, Problem, QueryOf, SignedIn, ok};

use super::DocflowView;
use crate::model::docflow::{DocflowFilter, FLOWS_MAX};
use crate::model::flow::{Direction, Success};
use crate::model::ids::PayerId;
use crate::model::refusal::Refusal;
use crate::ops::read::list_docflows as run;
use crate::room::Room;

/// Which docflows.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DocflowQuery {
    /// Of this payer.
    #[param(value_type = Option<String>)]
    payer_id: Option<PayerId>,
    /// Kinds, up to 4, comma-separated.
    flow: Option<String>,
    /// `outgoing`, `incoming`.
    #[param(value_type = Option<String>)]
    direction: Option<Direction>,
    /// `true`: closed; `false`: not closed.
    finished: Option<bool>,
    /// `neutral`, `successful`, `warning`, `failed`.
    #[param(value_type = Option<String>)]
    success: Option<Success>,
    /// Code of the form.
    knd: Option<String>,
    /// `true`: only those with a day to be kept, the nearest first.
    due: Option<bool>,
}

impl DocflowQuery {
    fn filter(self) -> Result<DocflowFilter, Refusal> {
        let flows: Vec<String> = self.flow.iter().flat_map(|names| names.split(',')).map(str::to_owned).collect();
        if flows.len() > FLOWS_MAX {
            return Err(Refusal::Parameter { name: "flow", accepted: "up to 4 kinds" });
        }
        Ok(DocflowFilter {
            payer_id: self.payer_id,
            flows,
            direction: self.direction,
            finished: self.finished,
            success: self.success,
            knd: self.knd,
            is_due: self.due == Some(true),
        })
    }
}

/// Docflows, newest first.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/docflows", tag = "reporting",
    security(("token" = [])),
    params(("organization_id" = String, Path), DocflowQuery, ("limit" = Option<u32>, Query),
        ("after" = Option<String>, Query)),
    responses((status = 200, body = PageView<DocflowView>)))]
pub(crate) async fn list_docflows(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(query): QueryOf<DocflowQuery>,
    PageQuery(page): PageQuery,
) -> Answer<PageView<DocflowView>> {
    let filter = query.filter().map_err(Problem::refused)?;
    Ok(ok(PageView::of(run(&room, &cx, organization_id, (&filter, &page)).await?, DocflowView::from)))
}
