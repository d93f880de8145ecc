//! What every endpoint reads of a request.

use crate::form::Form;
use crate::limits::FORM_BYTES_MAX;
use crate::surface::Surface;
use account::{DeviceWords, Door, SignInKind};
use axum::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;
use http::{HeaderMap, header};
use kernel::Cx;
use web::{Asking, PeerAddress, Problem, RawBody};

/// The head of a request.
#[derive(Debug)]
pub struct Head {
    /// The operation; nobody asks yet.
    pub cx: Cx,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its query.
    pub query: String,
    peer: PeerAddress,
}

impl Head {
    /// The door that the program knocks at.
    #[must_use]
    pub fn door(&self, kind: SignInKind) -> Door {
        let agent = self.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Door::new(kind, self.peer.0, DeviceWords::of(agent))
    }
}

impl FromRequestParts<Surface> for Head {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, surface: &Surface) -> Result<Self, Problem> {
        let Ok(Asking(cx)) = Asking::from_request_parts(parts, surface).await;
        let Ok(peer) = PeerAddress::from_request_parts(parts, surface).await;
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Ok(Self { cx, headers: parts.headers.clone(), query, peer })
    }
}

/// A form that a program sent.
#[derive(Debug)]
pub struct Posted {
    /// The head of the request.
    pub head: Head,
    /// What it says.
    pub form: Form,
}

impl FromRequest<Surface> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, surface: &Surface) -> Result<Self, Problem> {
        let Octets { head, octets } = Octets::from_request(request, surface).await?;
        Ok(Self { head, form: Form::read(&octets).map_err(Problem::refused)? })
    }
}

/// Octets that a program sent: a password, a certificate.
#[derive(Debug)]
pub struct Octets {
    /// The head of the request.
    pub head: Head,
    /// The body.
    pub octets: Vec<u8>,
}

impl FromRequest<Surface> for Octets {
    type Rejection = Problem;

    async fn from_request(request: Request, surface: &Surface) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let head = Head::from_request_parts(&mut parts, surface).await?;
        let body = RawBody::<FORM_BYTES_MAX>::from_request(Request::from_parts(parts, body), surface).await?;
        Ok(Self { head, octets: body.bytes.to_vec() })
    }
}
