//! `POST /authentication/certificate`: a challenge encrypted to a certificate, for the grant `certificate`.

use super::posted::Posted;
use super::tokens::unkept;
use crate::client;
use crate::refusal::OpenidRefusal;
use crate::surface::Surface;
use account::enveloped_challenge::seal;
use axum::extract::State;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use pki::Certificate;
use serde_json::json;
use web::Problem;

/// `free` asks for a sign-in without a paid service: here every one is. A sign-in that waits for a second factor
/// (`partial_factor_token`) is over when the certificate opens its own.
pub async fn give(State(surface): State<Surface>, Posted { head, form }: Posted) -> Result<Response, Problem> {
    client::find(&surface, &head.headers, &form).await?.demand_proven().map_err(Problem::refused)?;
    let der = form.octets("public_key").map_err(Problem::refused)?;
    let form = OpenidRefusal::Form { name: "public_key", accepted: "base64 of a certificate in DER" };
    let certificate = Certificate::from_der(&der).map_err(|_| Problem::refused(form))?;
    let sealed = seal(&surface.account.settings, &head.cx, &certificate).map_err(Problem::refused)?;
    let thumbprint = certificate.thumbprint_sha1().iter().map(|octet| format!("{octet:02X}")).collect::<String>();
    let body = json!({ "encrypted_key": STANDARD.encode(sealed), "trusted_thumbprints": [thumbprint] });
    Ok(unkept(StatusCode::OK, &body))
}
