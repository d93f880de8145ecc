//! `GET …/docflows/{docflow_id}`

use axum::extract::State;
use kernel::OrganizationId;
use web::{Answer, Ids, SignedIn, ok};

use super::WholeDocflowView;
use crate::model::ids::DocflowId;
use crate::ops::read::get_docflow as run;
use crate::room::Room;

/// One docflow with its documents and the answers that are open.
#[utoipa::path(get, path = "/api/v1/reporting/organizations/{organization_id}/docflows/{docflow_id}",
    tag = "reporting", security(("token" = [])),
    params(("organization_id" = String, Path), ("docflow_id" = String, Path)),
    responses((status = 200, body = WholeDocflowView)))]
pub(crate) async fn get_docflow(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, docflow_id)): Ids<(OrganizationId, DocflowId)>,
) -> Answer<WholeDocflowView> {
    let (_, report) = run(&room, &cx, organization_id, docflow_id).await?;
    Ok(ok(WholeDocflowView::from(report)))
}
