use crate::http::view::CertificateView;
use crate::ops::desk::certificate;
use crate::{Refusal, Room};
use axum::extract::State;
use pki::Certificate;
use serde::Serialize;
use store::{Fault, No};
use utoipa::ToSchema;
use web::{Answer, Ids, SignedIn, ok};

/// A certificate as an operator sees it before revoking: whom it names, so that the right one is stopped.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskCertificate)]
pub(crate) struct DeskCertificateView {
    /// Whom it names.
    person: Option<String>,
    /// The position it names.
    position: Option<String>,
    /// The organization it names.
    organization: Option<String>,
    /// Its state, without the certificate itself.
    certificate: CertificateView,
}

/// One certificate by its exact serial number. Only for operators of the desk.
#[utoipa::path(
    get,
    path = "/api/v1/certification/desk/certificates/{serial}",
    tag = "certification",
    security(("token" = [])),
    params(("serial" = String, Path, description = "The whole serial number, hexadecimal")),
    responses((status = 200, body = DeskCertificateView))
)]
pub(crate) async fn get_desk_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(serial): Ids<String>,
) -> Answer<DeskCertificateView> {
    let row = certificate::get(&room, &cx, &serial).await?;
    let damaged = |e: pki::PkiRefusal| Fault::Decode(format!("certificate {}: {e}", row.certificate_id));
    let der = row.certificate.as_deref().unwrap_or_default();
    let certificate = Certificate::from_der(der).map_err(damaged).map_err(No::<Refusal>::from)?;
    let subject = certificate.subject();
    let person = [subject.surname(), subject.given_name()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(ok(DeskCertificateView {
        person: Some(person).filter(|person| !person.is_empty()),
        position: subject.title().map(str::to_owned),
        organization: subject.o().map(str::to_owned),
        certificate: CertificateView::brief(&row),
    }))
}
