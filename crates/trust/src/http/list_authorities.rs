use crate::Room;
use crate::model::{Origin, RootMark};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, ok};

/// A trusted authority.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustAuthority)]
pub(crate) struct AuthorityView {
    /// BLAKE3 of its certificate's DER, hexadecimal.
    fingerprint: String,
    /// Its name as in the certificate.
    subject: String,
    /// Whether it is trusted by itself; otherwise it only helps to build paths.
    is_root: bool,
    /// How it came here.
    origin: Origin,
    /// The word in its name that says what its signatures are worth.
    mark: Option<String>,
    /// Last moment of its certificate.
    #[schema(format = DateTime)]
    not_after: String,
}

/// What is trusted here.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TrustAuthorities)]
pub(crate) struct AuthoritiesView {
    /// Version of the lists, as verdicts name it.
    version: Option<i64>,
    /// Date of the accredited list in use, ISO; absent while none is loaded.
    accredited_list_date: Option<String>,
    /// Revocation lists in use.
    revocation_lists: usize,
    /// All authorities.
    authorities: Vec<AuthorityView>,
}

/// Lists what this host trusts. Needs no sign-in: whoever reads a verdict may know what it rests on.
#[utoipa::path(
    get,
    path = "/api/v1/trust/authorities",
    tag = "trust",
    responses((status = 200, body = AuthoritiesView))
)]
pub(crate) async fn list_authorities(State(room): State<Room>) -> Answer<AuthoritiesView> {
    let snapshot = room.trust.snapshot();
    let authorities = snapshot
        .authorities()
        .iter()
        .map(|a| AuthorityView {
            fingerprint: hex::encode(a.fingerprint),
            subject: a.certificate.subject().to_string(),
            is_root: a.is_root,
            origin: a.origin,
            mark: a.certificate.subject().cn().and_then(RootMark::of_name).map(|m| m.word().to_owned()),
            not_after: a.certificate.not_after().to_rfc3339(),
        })
        .collect();
    Ok(ok(AuthoritiesView {
        version: snapshot.version(),
        accredited_list_date: snapshot.accredited().map(|list| list.list_date().to_string()),
        revocation_lists: snapshot.lists().len(),
        authorities,
    }))
}
