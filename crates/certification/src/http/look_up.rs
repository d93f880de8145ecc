use super::view::CertificateView;
use crate::{Room, ops};
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Answer, QueryOf, ok};

/// What is looked up.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct LookUpQuery {
    /// The whole serial number (32 digits) or the whole SHA-1 thumbprint (40 digits), hexadecimal.
    key: String,
}

/// One certificate by its exact serial number or thumbprint, with its state. Needs no sign-in: whoever asks holds the
/// certificate or a signature made with it. There is no search.
#[utoipa::path(
    get,
    path = "/api/v1/certification/look-up",
    tag = "certification",
    params(LookUpQuery),
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn look_up_certificate(
    State(room): State<Room>,
    QueryOf(query): QueryOf<LookUpQuery>,
) -> Answer<CertificateView> {
    let row = ops::find::look_up(&room, &query.key).await?;
    Ok(ok(CertificateView::full(&room, &row)?))
}
