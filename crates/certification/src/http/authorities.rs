use super::publish::{Octets, list_octets};
use super::view::chain_pem;
use crate::model::{AuthorityId, AuthorityRank, Line};
use crate::{Room, authorities::OpenAuthority};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Problem, ok};

/// An own authority.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificationAuthority)]
pub(crate) struct AuthorityView {
    /// Its id.
    authority_id: String,
    /// What its certificates are worth.
    line: Line,
    /// Its place.
    rank: AuthorityRank,
    /// Its name as in its certificate.
    subject: String,
    /// Its key identifier, hexadecimal.
    key_id: String,
    /// Serial number of its certificate, hexadecimal.
    serial: String,
    /// Last moment of its certificate.
    #[schema(format = DateTime)]
    not_after: String,
    /// Where its revocation list is.
    revocation_list_url: String,
    /// Where its certificate is.
    certificate_url: String,
}

/// Own authorities.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificationAuthorities)]
pub(crate) struct AuthoritiesView {
    /// All of them.
    items: Vec<AuthorityView>,
}

fn view(room: &Room, authority: &OpenAuthority) -> AuthorityView {
    AuthorityView {
        authority_id: authority.authority_id.to_string(),
        line: authority.line,
        rank: authority.rank,
        subject: authority.certificate.subject().to_string(),
        key_id: hex::encode(&authority.key_id),
        serial: authority.certificate.serial_hex(),
        not_after: authority.not_after.to_rfc3339(),
        revocation_list_url: room.config().list_url(&authority.key_id),
        certificate_url: room.config().authority_url(&authority.key_id),
    }
}

/// Lists this host's own authorities. Needs no sign-in.
#[utoipa::path(
    get,
    path = "/api/v1/certification/authorities",
    tag = "certification",
    responses((status = 200, body = AuthoritiesView))
)]
pub(crate) async fn list_authorities(State(room): State<Room>) -> Answer<AuthoritiesView> {
    let items = room.authorities().all().iter().map(|authority| view(&room, authority)).collect();
    Ok(ok(AuthoritiesView { items }))
}

/// The certificate of an authority, DER.
#[utoipa::path(
    get,
    path = "/api/v1/certification/authorities/{authority_id}/certificate",
    tag = "certification",
    params(("authority_id" = String, Path)),
    responses((status = 200, content_type = "application/pkix-cert", body = Vec<u8>))
)]
pub(crate) async fn get_authority_certificate(
    State(room): State<Room>,
    Ids(authority_id): Ids<AuthorityId>,
) -> Result<Octets, Problem> {
    let authority = room.authorities().get(authority_id).map_err(Problem::refused)?;
    Ok(Octets::certificate(authority.certificate.to_der().to_vec()))
}

/// The certificates of an authority and its issuers, PEM, the authority first.
#[utoipa::path(
    get,
    path = "/api/v1/certification/authorities/{authority_id}/chain.pem",
    tag = "certification",
    params(("authority_id" = String, Path)),
    responses((status = 200, content_type = "application/x-pem-file", body = String))
)]
pub(crate) async fn get_authority_chain(
    State(room): State<Room>,
    Ids(authority_id): Ids<AuthorityId>,
) -> Result<Octets, Problem> {
    let authority = room.authorities().get(authority_id).map_err(Problem::refused)?;
    Ok(Octets::pem(chain_pem(&room, authority)?.into_bytes()))
}

/// The revocation list in force of an authority, DER.
#[utoipa::path(
    get,
    path = "/api/v1/certification/authorities/{authority_id}/crl",
    tag = "certification",
    params(("authority_id" = String, Path)),
    responses((status = 200, content_type = "application/pkix-crl", body = Vec<u8>))
)]
pub(crate) async fn get_revocation_list(
    State(room): State<Room>,
    Ids(authority_id): Ids<AuthorityId>,
) -> Result<Octets, Problem> {
    list_octets(&room, authority_id).await
}
