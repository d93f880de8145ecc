use super::view::WholeView;
use crate::Room;
use crate::http::issue::request_octets;
use crate::http::publish::Octets;
use crate::http::signature_octets;
use crate::http::view::CertificateView;
use crate::model::{ApplicationId, KeyPlace};
use crate::ops::application::{install, issue, read, sign_statement};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, created, ok};

/// What the holder brings to get the certificate.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApplicationIssue)]
pub(crate) struct IssueBody {
    /// PKCS#10 with the key the browser made: PEM, or base64 of DER.
    request: String,
    /// The holder agrees with what the certificate will say.
    consent: bool,
    /// A phrase of 12 to 200 characters by which the holder can revoke without signing in.
    phrase: Option<String>,
}

impl RequestBody for IssueBody {}

/// Issues the certificate of an approved application. Asked again with the same request it gives the same certificate.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/certificate",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    request_body = IssueBody,
    responses((status = 201, body = CertificateView))
)]
pub(crate) async fn issue_on_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
    body: Limited<IssueBody>,
) -> Answer<CertificateView> {
    read::get(&room, &cx, key).await?;
    let body = body.into_inner();
    let request = request_octets(&body.request).map_err(Problem::refused)?;
    let bringing = issue::Bringing { request, consent: body.consent, phrase: body.phrase };
    let issuing = issue::prepare(&room, &cx, key, bringing).await?;
    let row = issue::run(&room, &cx, issuing).await?;
    Ok(created(CertificateView::full(&room, &row)?))
}

/// The text a test signature is made over.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/installation",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    responses((status = 200, content_type = "text/plain", body = String))
)]
pub(crate) async fn get_test_text(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
) -> Result<Octets, Problem> {
    read::get(&room, &cx, key).await?;
    Ok(Octets::personal("text/plain; charset=utf-8", sign_statement::test_text(key).into_bytes()))
}

/// The test signature, and where its key lives.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ApplicationInstallation)]
pub(crate) struct InstallBody {
    /// CMS SignedData without content over the test text, base64 of DER.
    signature: String,
    /// Where the key lives.
    key_place: KeyPlace,
}

impl RequestBody for InstallBody {}

/// Installs: a test signature proves that the key of the certificate is at hand.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/applications/{application_id}/installation",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("application_id" = String, Path)),
    request_body = InstallBody,
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn install_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, ApplicationId)>,
    body: Limited<InstallBody>,
) -> Answer<WholeView> {
    read::get(&room, &cx, key).await?;
    let signature = signature_octets(&body.signature).map_err(Problem::refused)?;
    install::run(&room, &cx, key, &signature, body.key_place).await?;
    Ok(ok(WholeView::of(&read::get(&room, &cx, key).await?)))
}
