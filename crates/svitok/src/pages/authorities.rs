//! `GET /authorities.pem`: certificates of this host's own authorities, to check signatures with.

use super::Pages;
use super::parts::attachment;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use web::Problem;

/// Name of the file, as the commands on the page of a document use it.
pub const NAME: &str = "authorities.pem";

/// Roots first, PEM.
pub async fn give(State(pages): State<Pages>) -> Result<impl IntoResponse, Problem> {
    let mut pem = String::new();
    for certificate in pages.certification.authority_certificates() {
        let unwritable = |why: pki::PkiRefusal| store::Fault::Decode(format!("an own authority's certificate: {why}"));
        pem.push_str(&certificate.to_pem().map_err(unwritable)?);
    }
    Ok((
        [(header::CONTENT_TYPE, "application/x-pem-file".to_owned()), (header::CONTENT_DISPOSITION, attachment(NAME))],
        pem,
    ))
}
