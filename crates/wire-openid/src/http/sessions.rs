//! The older sessions (`auth.sid`): password or certificate becomes `Sid` and `RefreshToken`. The version in the path changes
//! nothing; names are in UpperCamelCase.

use super::posted::{Head, Octets};
use super::tokens::{given, unkept};
use crate::form::Form;
use crate::model::{Loaned, Scope};
use crate::ops::issue::{self, Issued};
use crate::ops::keys::of_fault;
use crate::ops::renew::{self, ShownRefresh};
use crate::refusal::OpenidRefusal;
use crate::surface::Surface;
use account::enveloped_challenge::{self, DecryptedChallenge, NamedCertificate};
use account::sign_in::{OpenedSignIn, PasswordSignIn, with_password};
use account::{SecretHash, SignInKind};
use axum::extract::{Path, State};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use pki::Certificate;
use serde_json::json;
use std::convert::Infallible;
use store::No;
use web::Problem;

/// The query of a request, read as a form.
fn query(head: &Head) -> Result<Form, Problem> {
    Form::read(head.query.as_bytes()).map_err(Problem::refused)
}

fn need(form: &Form, name: &'static str) -> Result<String, Problem> {
    Ok(form.need(name).map_err(Problem::refused)?.to_owned())
}

/// `?login=`, and the password alone in the body.
pub async fn by_password(State(surface): State<Surface>, Octets { head, octets }: Octets) -> Result<Response, Problem> {
    let login = need(&query(&head)?, "login")?;
    let form = OpenidRefusal::Form { name: "password", accepted: "text in UTF-8" };
    let password = String::from_utf8(octets).map_err(|_| Problem::refused(form))?;
    let shown = PasswordSignIn { login, password, door: head.door(SignInKind::Extern), client: None };
    let opened = with_password(&surface.app.store, &surface.account.passwords, &head.cx, shown).await?;
    begun(&surface, &head, opened).await
}

/// The certificate in the body, DER or PEM.
pub async fn by_certificate(
    State(surface): State<Surface>,
    Path(version): Path<String>,
    Octets { head, octets }: Octets,
) -> Result<Response, Problem> {
    let certificate = certificate(&octets).map_err(Problem::refused)?;
    let sealed =
        enveloped_challenge::seal(&surface.account.settings, &head.cx, &certificate).map_err(Problem::refused)?;
    let thumbprint = certificate.thumbprint_sha1().iter().map(|octet| format!("{octet:02x}")).collect::<String>();
    let href = format!("{}/auth/{version}/approve-cert?thumbprint={thumbprint}", surface.issuer);
    let body = json!({ "EncryptedKey": STANDARD.encode(sealed), "Link": { "Rel": "approve-cert", "Href": href } });
    Ok(unkept(StatusCode::OK, &body))
}

fn certificate(octets: &[u8]) -> Result<Certificate, OpenidRefusal> {
    let form = OpenidRefusal::Form { name: "certificate", accepted: "a certificate in DER or PEM" };
    let pem = std::str::from_utf8(octets).ok().filter(|text| text.contains("-----BEGIN"));
    let read = match pem {
        Some(text) => Certificate::from_pem(text).ok(),
        None => Certificate::from_der(octets).ok(),
    };
    read.ok_or(form)
}

/// `?thumbprint=`, and the decrypted octets in the body.
pub async fn approve_certificate(
    State(surface): State<Surface>,
    Octets { head, octets }: Octets,
) -> Result<Response, Problem> {
    let certificate = NamedCertificate::Thumbprint(need(&query(&head)?, "thumbprint")?);
    let shown = DecryptedChallenge { octets, certificate, door: head.door(SignInKind::Extern), client: None };
    let account = &surface.account;
    let judges = (&account.trust, &*account.settings);
    let opened = enveloped_challenge::open(&surface.app.store, judges, &head.cx, shown).await?;
    begun(&surface, &head, opened).await
}

/// `?refresh-token=`; the `auth.sid` beside it may be over already, and is not looked at.
pub async fn refresh(State(surface): State<Surface>, head: Head) -> Result<Response, Problem> {
    let token = SecretHash::of(&need(&query(&head)?, "refresh-token")?);
    let shown = ShownRefresh { token, client_id: None, scope: None };
    let store = &surface.app.store;
    let issued = given(store.write(&head.cx, shown, |tx, cx, shown| Box::pin(renew::run(tx, cx, shown))).await)?;
    Ok(session(&issued))
}

/// A service that vouches for its people does it by keys and texts that only the vendor knows.
pub async fn not_connected() -> Problem {
    Problem::refused(OpenidRefusal::NotConnected)
}

async fn begun(surface: &Surface, head: &Head, opened: OpenedSignIn) -> Result<Response, Problem> {
    let begun = surface.app.store.write(&head.cx, opened, |tx, cx, opened| {
        Box::pin(async move {
            let loaned = Loaned { scope: Scope::API, nonce: None, authenticated_at: cx.now };
            Ok::<_, No<Infallible>>(issue::begin(tx, cx, (None, opened), (cx.new_id(), loaned)).await?)
        })
    });
    Ok(session(&begun.await.map_err(of_fault)?))
}

fn session(issued: &Issued) -> Response {
    unkept(StatusCode::OK, &json!({ "Sid": issued.access.reveal(), "RefreshToken": issued.refresh }))
}
