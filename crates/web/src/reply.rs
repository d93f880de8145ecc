//! What a handler answers with.

use crate::problem::Problem;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use kernel::Page;
use serde::Serialize;

/// What every handler returns: a reply with a JSON body, or a problem.
pub type Answer<T> = Result<Reply<T>, Problem>;

/// A status and a JSON body, either made now or kept from the first answer to the same request.
#[derive(Debug)]
pub struct Reply<T> {
    status: StatusCode,
    body: Content<T>,
}

#[derive(Debug)]
enum Content<T> {
    Fresh(T),
    Kept(Vec<u8>),
    None,
}

/// 200 with a body.
pub const fn ok<T>(body: T) -> Reply<T> {
    Reply { status: StatusCode::OK, body: Content::Fresh(body) }
}

/// 201 with a body.
pub const fn created<T>(body: T) -> Reply<T> {
    Reply { status: StatusCode::CREATED, body: Content::Fresh(body) }
}

/// 204.
#[must_use]
pub const fn done() -> Reply<()> {
    Reply { status: StatusCode::NO_CONTENT, body: Content::None }
}

impl<T> Reply<T> {
    /// The status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The body, where it was made by this request and not kept from an earlier one.
    pub fn into_fresh(self) -> Option<T> {
        match self.body {
            Content::Fresh(body) => Some(body),
            Content::Kept(_) | Content::None => None,
        }
    }

    pub(crate) const fn fresh(status: StatusCode, body: T) -> Self {
        Self { status, body: Content::Fresh(body) }
    }

    pub(crate) const fn kept(status: StatusCode, bytes: Vec<u8>) -> Self {
        Self { status, body: Content::Kept(bytes) }
    }
}

/// A piece of a list: `next` is the cursor for `?after=`, absent at the end.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct PageView<T> {
    /// In the list's own order.
    pub items: Vec<T>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> PageView<T> {
    /// From a page of a room's own values.
    pub fn of<U>(page: Page<U>, view: impl FnMut(U) -> T) -> Self {
        Self {
            items: page.items.into_iter().map(view).collect(),
            next: page.next.map(|cursor| cursor.as_str().to_owned()),
        }
    }
}

impl<T: Serialize> IntoResponse for Reply<T> {
    fn into_response(self) -> Response {
        match self.body {
            Content::Fresh(body) => (self.status, Json(body)).into_response(),
            Content::None => self.status.into_response(),
            Content::Kept(bytes) => {
                let mut answer = (self.status, bytes).into_response();
                let headers = answer.headers_mut();
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
                headers.insert("idempotency-replayed", HeaderValue::from_static("true"));
                answer
            }
        }
    }
}
