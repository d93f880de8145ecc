use crate::model::{ApplicationId, CertificateId};
use crate::ops::application::create::{self, Creating, Subject};
use crate::{Refusal, Room};
use axum::extract::State;
use kernel::{Cx, Inn, OrganizationId};
use serde::{Deserialize, Serialize};
use store::{No, Tx};
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, Once, Problem, RequestBody, SignedIn};

/// For whom an application is begun: one of the two is enough.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCertificateApplication)]
pub(crate) struct NewApplicationBody {
    /// The organization the caller will sign for.
    #[schema(value_type = Option<String>)]
    organization_id: Option<OrganizationId>,
    /// ИНН of one of the caller's organizations.
    #[schema(value_type = Option<String>)]
    inn: Option<Inn>,
}

impl RequestBody for NewApplicationBody {}

/// An application that was begun.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BegunCertificateApplication)]
pub(crate) struct BegunView {
    /// Its id.
    application_id: String,
    /// For which organization.
    organization_id: String,
}

/// Begins an application for the caller, filled in from the organization's and the person's own records. One at a time.
#[utoipa::path(
    post,
    path = "/api/v1/certification/applications",
    tag = "certification",
    security(("token" = [])),
    params(("Idempotency-Key" = String, Header, description = "New for each intention")),
    request_body = NewApplicationBody,
    responses((status = 201, body = BegunView))
)]
pub(crate) async fn create_application(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<NewApplicationBody>,
) -> Answer<BegunView> {
    let subject = match (body.organization_id, &body.inn) {
        (Some(organization_id), _) => Subject::Organization(organization_id),
        (None, Some(inn)) => Subject::Inn(inn.clone()),
        (None, None) => return Err(Problem::refused(Refusal::InnNotYours)),
    };
    let creating = create::prepare(&room, &cx, subject).await?;
    let once = Once::new(&cx, creating.organization_id, "certification.begin", &key, body.hash());
    begin(&room, &cx, once, creating).await
}

/// Begins an application in place of a certificate that was lost, revoked or has ended: what was proven stands, only
/// the application is signed anew.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/replacement",
    tag = "certification",
    security(("token" = [])),
    params(
        ("organization_id" = String, Path),
        ("certificate_id" = String, Path),
        ("Idempotency-Key" = String, Header, description = "New for each intention")
    ),
    responses((status = 201, body = BegunView))
)]
pub(crate) async fn replace_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((organization_id, certificate_id)): Ids<(OrganizationId, CertificateId)>,
    key: IdempotencyKey,
) -> Answer<BegunView> {
    let creating = create::prepare_replacement(&room, &cx, organization_id, certificate_id).await?;
    let once = Once::new(&cx, organization_id, "certification.replace", &key, &[0; 32]).about(certificate_id);
    begin(&room, &cx, once, creating).await
}

async fn begin(room: &Room, cx: &Cx, once: Once, creating: Creating) -> Answer<BegunView> {
    let argument = (room.clone(), creating);
    room.app().write_once(cx, once, argument, |tx, cx, (room, creating)| Box::pin(write(tx, cx, room, creating))).await
}

async fn write(tx: &mut Tx<'_>, cx: &Cx, room: &Room, creating: &Creating) -> Result<BegunView, No<Refusal>> {
    let row = create::run(tx, cx, room, creating).await?;
    Ok(begun(row.organization_id, row.application_id))
}

/// As it is told.
pub(crate) fn begun(organization_id: OrganizationId, application_id: ApplicationId) -> BegunView {
    BegunView { application_id: application_id.to_string(), organization_id: organization_id.to_string() }
}
