//! What verifiers fetch by the addresses inside certificates: short, stable, without sign-in.

use crate::model::AuthorityId;
use crate::{Refusal, Room};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderValue, header};
use kernel::Cx;
use web::{Asking, Problem, RawBody};

/// How long others may keep a list or certificate before they ask again: far below a list's week, and a revocation is
/// seen within it.
const KEPT_BY_OTHERS: &str = "public, max-age=300";

/// What belongs to one person is kept by nobody on the way.
const NOT_KEPT: &str = "private, no-store";

/// Octets with their media type.
#[derive(Debug)]
pub(crate) struct Octets {
    content_type: HeaderValue,
    kept: &'static str,
    octets: Vec<u8>,
}

impl Octets {
    /// A certificate in DER (RFC 2585 §4.1).
    pub(crate) fn certificate(octets: Vec<u8>) -> Self {
        Self::public("application/pkix-cert", octets)
    }

    /// A revocation list in DER (RFC 2585 §4.2).
    fn list(octets: Vec<u8>) -> Self {
        Self::public("application/pkix-crl", octets)
    }

    /// The state of certificates in DER (RFC 6960 appendix A).
    fn status(octets: Vec<u8>) -> Self {
        Self { content_type: HeaderValue::from_static("application/ocsp-response"), kept: NOT_KEPT, octets }
    }

    /// PEM.
    pub(crate) fn pem(octets: Vec<u8>) -> Self {
        Self::public("application/x-pem-file", octets)
    }

    /// What only the one who asked may see: nobody on the way keeps it.
    pub(crate) fn personal(content_type: &str, octets: Vec<u8>) -> Self {
        let content_type = HeaderValue::from_str(content_type);
        let unknown = HeaderValue::from_static("application/octet-stream");
        Self { content_type: content_type.unwrap_or(unknown), kept: NOT_KEPT, octets }
    }

    fn public(content_type: &'static str, octets: Vec<u8>) -> Self {
        Self { content_type: HeaderValue::from_static(content_type), kept: KEPT_BY_OTHERS, octets }
    }
}

impl IntoResponse for Octets {
    fn into_response(self) -> Response {
        let mut answer = self.octets.into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.content_type);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.kept));
        // A scan is a stranger's file: it is never taken for a page.
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        answer
    }
}

pub(crate) async fn list_octets(room: &Room, authority_id: AuthorityId) -> Result<Octets, Problem> {
    let list = room.revocation_list(authority_id).await?;
    Ok(Octets::list(list.to_der().to_vec()))
}

/// The key identifier that a file's name holds. What is none is what is not there.
fn key_id(file: &str, suffix: &str) -> Result<Vec<u8>, Refusal> {
    let digits = file.strip_suffix(suffix).ok_or(Refusal::AuthorityNotFound)?;
    hex::decode(digits).map_err(|_| Refusal::AuthorityNotFound)
}

/// The revocation list by the key identifier of its issuer: the address that stands in certificates.
#[utoipa::path(
    get,
    path = "/crl/{file}",
    tag = "certification",
    params(("file" = String, Path, description = "<key identifier>.crl")),
    responses((status = 200, content_type = "application/pkix-crl", body = Vec<u8>))
)]
pub(crate) async fn get_published_list(State(room): State<Room>, Path(file): Path<String>) -> Result<Octets, Problem> {
    let key_id = key_id(&file, ".crl").map_err(Problem::refused)?;
    let authority_id = room.authorities().get_by_key_id(&key_id).map_err(Problem::refused)?.authority_id;
    list_octets(&room, authority_id).await
}

/// The certificate of an authority by its key identifier: the address that stands in certificates.
#[utoipa::path(
    get,
    path = "/ca/{file}",
    tag = "certification",
    params(("file" = String, Path, description = "<key identifier>.crt")),
    responses((status = 200, content_type = "application/pkix-cert", body = Vec<u8>))
)]
pub(crate) async fn get_published_certificate(
    State(room): State<Room>,
    Path(file): Path<String>,
) -> Result<Octets, Problem> {
    let key_id = key_id(&file, ".crt").map_err(Problem::refused)?;
    let authority = room.authorities().get_by_key_id(&key_id).map_err(Problem::refused)?;
    Ok(Octets::certificate(authority.certificate.to_der().to_vec()))
}

/// The state of certificates by the key identifier of their issuer: OCSP (RFC 6960), the address that stands in
/// certificates. Signed by the issuer itself; a nonce is given back.
#[utoipa::path(
    post,
    path = "/ocsp/{key_id}",
    tag = "certification",
    params(("key_id" = String, Path, description = "Key identifier of the issuer, hexadecimal")),
    request_body(content = [u8], content_type = "application/ocsp-request"),
    responses((status = 200, content_type = "application/ocsp-response", body = Vec<u8>))
)]
pub(crate) async fn ask_status(
    State(room): State<Room>,
    Asking(cx): Asking,
    Path(key_id): Path<String>,
    body: RawBody<{ pki::limits::OCSP_REQUEST_BYTES_MAX }>,
) -> Result<Octets, Problem> {
    status(&room, &cx, &key_id, &body.bytes).await
}

/// The same asked by GET: the request in base64 as the last part of the address (RFC 6960 appendix A.1).
#[utoipa::path(
    get,
    path = "/ocsp/{key_id}/{request}",
    tag = "certification",
    params(
        ("key_id" = String, Path, description = "Key identifier of the issuer, hexadecimal"),
        ("request" = String, Path, description = "The request's DER in base64")
    ),
    responses((status = 200, content_type = "application/ocsp-response", body = Vec<u8>))
)]
pub(crate) async fn get_status(
    State(room): State<Room>,
    Asking(cx): Asking,
    Path((key_id, request)): Path<(String, String)>,
) -> Result<Octets, Problem> {
    // What is no base64 is no request: the answer says so in its own way.
    let request = STANDARD.decode(request).unwrap_or_default();
    status(&room, &cx, &key_id, &request).await
}

async fn status(room: &Room, cx: &Cx, key_id: &str, request: &[u8]) -> Result<Octets, Problem> {
    let key_id = hex::decode(key_id).map_err(|_| Problem::refused(Refusal::AuthorityNotFound))?;
    let answer = crate::ops::status::answer(room, cx, &key_id, request).await.map_err(Problem::refused)?;
    Ok(Octets::status(answer))
}
