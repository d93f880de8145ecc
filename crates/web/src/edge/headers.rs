//! Headers every answer carries.

use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderValue};
use kernel::RequestId;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// An API answer is never a page; the pages of `svitok` set their own policy, which stays.
const NOTHING_LOADS: &str = "default-src 'none'; frame-ancestors 'none'";

pub(super) fn set(mut answer: Response, request_id: &RequestId) -> Response {
    let headers = answer.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&request_id.to_string()) {
        headers.insert(REQUEST_ID, value);
    }
    unless_set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    unless_set(headers, X_FRAME_OPTIONS, "DENY");
    unless_set(headers, REFERRER_POLICY, "no-referrer");
    unless_set(headers, CACHE_CONTROL, "no-store");
    unless_set(headers, CONTENT_SECURITY_POLICY, NOTHING_LOADS);
    unless_set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    answer
}

fn unless_set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
