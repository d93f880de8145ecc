//! Who asks, as a `Cx`.

use crate::app::App;
use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use crate::texts::Language;
use axum::extract::{FromRef, FromRequestParts};
use http::header;
use http::request::Parts;
use kernel::{Caller, Cx, RequestId};
use std::convert::Infallible;
use std::net::IpAddr;

/// The address a request came from, put into it by [`serve`](fn@crate::serve). Absent in tests without a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeerAddress(pub IpAddr);

impl<S: Sync> FromRequestParts<S> for PeerAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let unknown = Self(IpAddr::from([0, 0, 0, 0]));
        Ok(parts.extensions.get::<Self>().copied().unwrap_or(unknown))
    }
}

/// The operation this request asks for; the caller is whoever the middleware of `account` found, else nobody.
/// For routes that nobody may call; the others take [`SignedIn`].
#[derive(Debug)]
pub struct Asking(pub Cx);

impl<S> FromRequestParts<S> for Asking
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let app = App::from_ref(state);
        let caller = parts.extensions.get::<Caller>().copied().unwrap_or(Caller::Nobody);
        Ok(Self(match parts.extensions.get::<RequestId>() {
            Some(request_id) => app.cx_of(caller, *request_id),
            None => app.cx(caller),
        }))
    }
}

/// As [`Asking`], but refuses nobody with 401.
#[derive(Debug)]
pub struct SignedIn(pub Cx);

impl<S> FromRequestParts<S> for SignedIn
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Ok(Asking(cx)) = Asking::from_request_parts(parts, state).await;
        if cx.caller == Caller::Nobody { Err(EdgeRefusal::SignInNeeded.into()) } else { Ok(Self(cx)) }
    }
}

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let header = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Ok(Self::from_accept(header.unwrap_or_default()))
    }
}
