use super::signature_octets;
use super::view::StateView;
use crate::Room;
use crate::model::{CertificateId, CertificateState, Ending, KeyPlace, Origin};
use crate::ops::import::{self, Bringing};
use crate::ops::mine::{self, Line};
use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use trust::CertificateVerdict;
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, Limited, Problem, QueryOf, RequestBody, SignedIn, created, done, ok};

/// A kind of document a certificate is enough for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificateCanSign)]
pub(crate) struct CanSignView {
    /// Name of the kind in the table of legal kinds.
    document: String,
    /// Only between parties who agreed so.
    by_agreement: bool,
}

/// One of the caller's certificates.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyCertificate)]
pub(crate) struct MyCertificateView {
    /// Its id here.
    certificate_id: String,
    /// For which organization.
    organization_id: String,
    /// Issued here or brought.
    origin: Origin,
    /// Its owner as the certificate names him.
    subject: String,
    /// Its issuer.
    issuer: String,
    /// Serial number, hexadecimal.
    serial: String,
    /// SHA-1 of the DER, hexadecimal.
    thumbprint: String,
    /// First moment of validity.
    #[schema(format = DateTime)]
    not_before: String,
    /// Last moment of validity.
    #[schema(format = DateTime)]
    not_after: String,
    /// Days left, one begun counted as one.
    days_left: u64,
    /// How near its end is, where there is something to do about it: absent while the end is far, for one that was stopped, and
    /// for one that another of the same kind outlives.
    ending: Option<Ending>,
    /// In force now; the dead stand last.
    is_alive: bool,
    /// State of one issued here.
    state: Option<StateView>,
    /// Chain, kind, revocation as this host sees them.
    verdict: CertificateVerdict,
    /// Where its key lives, as the holder says.
    key_place: Option<KeyPlace>,
    /// What it is enough for by the law of today.
    can_sign: Vec<CanSignView>,
    /// The certificate in PEM.
    certificate: String,
}

impl MyCertificateView {
    fn of(line: &Line) -> Self {
        let (row, certificate) = (&line.row, &line.certificate);
        let name = |name: &pki::Name| name.cn().or_else(|| name.o()).unwrap_or_default().to_owned();
        let state = line.state.map(|state| match state {
            CertificateState::Intended => StateView::Intended,
            CertificateState::Issued { .. } => StateView::Issued,
            CertificateState::Suspended { .. } => StateView::Suspended,
            CertificateState::Revoked { .. } => StateView::Revoked,
        });
        let can_sign =
            |each: &mine::CanSign| CanSignView { document: each.document.clone(), by_agreement: each.by_agreement };
        Self {
            certificate_id: row.certificate_id.to_string(),
            organization_id: row.organization_id.to_string(),
            origin: row.origin,
            subject: name(certificate.subject()),
            issuer: name(certificate.issuer()),
            serial: certificate.serial_hex(),
            thumbprint: hex::encode(certificate.thumbprint_sha1()),
            not_before: certificate.not_before().to_rfc3339(),
            not_after: certificate.not_after().to_rfc3339(),
            days_left: line.days_left,
            ending: line.ending,
            is_alive: line.is_alive,
            state,
            verdict: line.verdict.clone(),
            key_place: row.key_place,
            can_sign: line.can_sign.iter().map(can_sign).collect(),
            certificate: certificate.to_pem().unwrap_or_default(),
        }
    }
}

/// All certificates of the caller.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MyCertificates)]
pub(crate) struct MyCertificatesView {
    /// The living first.
    items: Vec<MyCertificateView>,
}

/// All certificates of the caller in one list: issued here and brought, the dead last.
#[utoipa::path(
    get,
    path = "/api/v1/certification/my-certificates",
    tag = "certification",
    security(("token" = [])),
    responses((status = 200, body = MyCertificatesView))
)]
pub(crate) async fn list_my_certificates(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
) -> Answer<MyCertificatesView> {
    let lines = mine::list(&room, &cx).await?;
    Ok(ok(MyCertificatesView { items: lines.iter().map(MyCertificateView::of).collect() }))
}

/// Where a key lives.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CertificateKeyPlace)]
pub(crate) struct KeyPlaceBody {
    /// Where.
    key_place: KeyPlace,
}

impl RequestBody for KeyPlaceBody {}

/// Says where the key of one of the caller's certificates lives.
#[utoipa::path(
    put,
    path = "/api/v1/certification/my-certificates/{certificate_id}/key-place",
    tag = "certification",
    security(("token" = [])),
    params(("certificate_id" = String, Path)),
    request_body = KeyPlaceBody,
    responses((status = 204))
)]
pub(crate) async fn set_key_place(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(certificate_id): Ids<CertificateId>,
    body: Limited<KeyPlaceBody>,
) -> Answer<()> {
    mine::set_key_place(&room, &cx, certificate_id, body.key_place).await?;
    Ok(done())
}

/// A certificate of another authority.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ImportedCertificate)]
pub(crate) struct ImportBody {
    /// PEM, or base64 of DER.
    certificate: String,
    /// CMS SignedData without content over the text to be signed, made with the certificate's key: base64 of DER.
    signature: String,
    /// Where its key lives.
    key_place: KeyPlace,
}

impl RequestBody for ImportBody {}

/// What was taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TakenCertificate)]
pub(crate) struct TakenView {
    /// Its id here.
    certificate_id: String,
}

/// Takes a certificate of another authority into the caller's list, once he proves that its key is at hand.
#[utoipa::path(
    post,
    path = "/api/v1/certification/organizations/{organization_id}/imported-certificates",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path)),
    request_body = ImportBody,
    responses((status = 201, body = TakenView))
)]
pub(crate) async fn import_certificate(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    body: Limited<ImportBody>,
) -> Answer<TakenView> {
    crate::ops::application::authorize(&mut room.store().reader().await?, &cx, organization_id).await?;
    let body = body.into_inner();
    let certificate = if body.certificate.contains("-----BEGIN") {
        body.certificate.into_bytes()
    } else {
        signature_octets(&body.certificate).map_err(|_| Problem::refused(import::NOT_BASE64))?
    };
    let signature = signature_octets(&body.signature).map_err(Problem::refused)?;
    let bringing = Bringing { organization_id, certificate, signature, key_place: body.key_place };
    let imported = import::prepare(&room, &cx, bringing).await?;
    let certificate_id = import::run(&room, &cx, imported).await?;
    Ok(created(TakenView { certificate_id: certificate_id.to_string() }))
}

/// Which certificate.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProofQuery {
    /// The whole SHA-1 thumbprint, hexadecimal.
    thumbprint: String,
}

/// The text that is signed to prove that the key of a certificate is at hand.
#[utoipa::path(
    get,
    path = "/api/v1/certification/organizations/{organization_id}/imported-certificates/text",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ProofQuery),
    responses((status = 200, body = String))
)]
pub(crate) async fn get_import_text(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(query): QueryOf<ProofQuery>,
) -> Answer<String> {
    crate::ops::application::authorize(&mut room.store().reader().await?, &cx, organization_id).await?;
    Ok(ok(import::text_to_sign(organization_id, &query.thumbprint.to_lowercase())))
}

/// Takes a certificate of another authority off the caller's list.
#[utoipa::path(
    delete,
    path = "/api/v1/certification/organizations/{organization_id}/imported-certificates/{certificate_id}",
    tag = "certification",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("certificate_id" = String, Path)),
    responses((status = 204))
)]
pub(crate) async fn forget_imported(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<(OrganizationId, CertificateId)>,
) -> Answer<()> {
    import::forget(&room, &cx, key).await?;
    Ok(done())
}
