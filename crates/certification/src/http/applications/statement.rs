use super::view::WholeView;
use crate::Room;
use crate::http::publish::Octets;
use crate::http::signature_octets;
use crate::model::ApplicationId;
use crate::ops::application::{read, sign_statement};
use axum::extract::State;
use kernel::OrganizationId;
use paper::Paper;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, PdfAnswer, Problem, RequestBody, SignedIn, ok};

/// A detached signature.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApplicationStatementSignature)]
pub(crate) struct SignatureBody {
    /// CMS SignedData without content, base64 of DER.
    signature: String,
}

impl RequestBody for SignatureBody {}

/// The text of the application: to be printed and signed by hand, or signed as it is with the key of a certificate in
/// force.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/statement",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 200, content_type = "text/plain", body = String))
)]
pub(crate) async fn get_statement(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Result<Octets, Problem> {
    let statement = sign_statement::statement(&room, &cx, key).await?;
    Ok(Octets::personal("text/plain; charset=utf-8", statement.to_text().into_bytes()))
}

/// The application on paper, to be printed, signed by hand and uploaded: PDF/A-2b with the same words as its text.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/statement.pdf",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 200, content_type = "application/pdf", body = [u8]))
)]
pub(crate) async fn print_statement(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Result<PdfAnswer, Problem> {
    let statement = sign_statement::statement(&room, &cx, key).await?;
    let pdf = room.app().press.print(Paper::Statement(statement)).await?;
    Ok(PdfAnswer::new(pdf, &format!("application-{}", key.1)))
}

/// Signs the application with the key of a certificate in force that names the same person, in place of a scan.
#[utoipa::path(
    put,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/statement/signature",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    request_body = SignatureBody,
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn sign_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
    body: Limited<SignatureBody>,
) -> Answer<WholeView> {
    read::get(&room, &cx, key).await?;
    let signature = signature_octets(&body.signature).map_err(Problem::refused)?;
    let signing = sign_statement::prepare(&room, &cx, key, &signature).await?;
    sign_statement::run(&room, &cx, signing).await?;
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}
