use super::signature_octets;
use super::view::CertificateView;
use crate::ops::revoke;
use crate::{RevocationReason, Room};
use axum::extract::State;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Asking, Limited, Problem, QueryOf, RequestBody, SignedIn, ok};

/// What stands for the holder in place of a sign-in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RevocationProof)]
pub(crate) enum ProofBody {
    /// The phrase the holder chose when the certificate was issued.
    Phrase(String),
    /// CMS SignedData without content over the text to be signed, made with the certificate's key: base64 of DER.
    Signature(String),
}

/// A certificate to be revoked without a sign-in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UnsignedRevocation)]
pub(crate) struct UnsignedBody {
    /// The whole serial number or the whole SHA-1 thumbprint, hexadecimal; for the key, as in the text that was signed.
    serial: String,
    /// The reason; it stands in the revocation list.
    reason: RevocationReason,
    /// The proof.
    proof: ProofBody,
}

impl RequestBody for UnsignedBody {}

/// Revokes for whoever knows the phrase or holds the key: when the person cannot sign in, or the key is in wrong hands.
/// Ten tries of a phrase an hour.
#[utoipa::path(
    post,
    path = "/api/v1/certification/revocations",
    tag = "certification",
    request_body = UnsignedBody,
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn revoke_unsigned(
    State(room): State<Room>,
    Asking(cx): Asking,
    body: Limited<UnsignedBody>,
) -> Answer<CertificateView> {
    let row = match &body.proof {
        ProofBody::Phrase(phrase) => revoke::by_phrase(&room, &cx, (&body.serial, phrase), body.reason).await?,
        ProofBody::Signature(signature) => {
            let signature = signature_octets(signature).map_err(Problem::refused)?;
            revoke::by_key(&room, &cx, (&body.serial, &signature), body.reason).await?
        }
    };
    Ok(ok(CertificateView::full(&room, &row)?))
}

/// Which certificate.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextQuery {
    /// The whole serial number, hexadecimal.
    serial: String,
}

/// The text that is signed to revoke by the key.
#[utoipa::path(
    get,
    path = "/api/v1/certification/revocations/text",
    tag = "certification",
    params(TextQuery),
    responses((status = 200, body = String))
)]
pub(crate) async fn get_revocation_text(QueryOf(query): QueryOf<TextQuery>) -> Answer<String> {
    Ok(ok(revoke::text_to_sign(&query.serial)))
}

/// A certificate an operator revokes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DeskRevocation)]
pub(crate) struct DeskBody {
    /// The whole serial number, hexadecimal.
    serial: String,
    /// The reason; it stands in the revocation list.
    reason: RevocationReason,
}

impl RequestBody for DeskBody {}

/// Revokes for an operator of the desk, on a holder's word by phone or paper.
#[utoipa::path(
    post,
    path = "/api/v1/certification/desk/revocations",
    tag = "certification",
    security(("token" = [])),
    request_body = DeskBody,
    responses((status = 200, body = CertificateView))
)]
pub(crate) async fn revoke_at_desk(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<DeskBody>,
) -> Answer<CertificateView> {
    let row = revoke::by_operator(&room, &cx, &body.serial, body.reason).await?;
    Ok(ok(CertificateView::full(&room, &row)?))
}
