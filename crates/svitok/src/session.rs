//! The sign-in of a page opens the API for the client of the same origin. What stands between it and other sites:
//! the cookie goes with no request that another site's script or form sends (`SameSite=Lax`); a request that the browser says
//! comes from elsewhere is nobody's; and a write shows the token derived from the cookie, which only this origin can read.

use crate::pages::{FormToken, Jar, Pages, caller_of, comes_from_elsewhere};
use account::PageSession;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kernel::{Caller, Refusal, RefusalKind};
use web::Problem;

/// Carries the token of a write.
pub const CSRF_HEADER: &str = "x-svitok-csrf";
/// The cookie counts below it and nowhere else; pages look at their own visit.
const API: &str = "/api/";

/// Why a request with the cookie is not carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SessionRefusal {
    /// The cookie and a bearer token.
    #[error("the request shows two sign-ins, the cookie and a bearer token; show one")]
    Two,
    /// A write that another site asks for.
    #[error("the request comes from another site")]
    Elsewhere,
    /// A write without the token of the cookie, or with another's.
    #[error("X-Svitok-Csrf is not the token of this sign-in; take it from /api/v1/account/session")]
    Csrf,
}

impl Refusal for SessionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Two => "pages.session.two",
            Self::Elsewhere => "pages.session.elsewhere",
            Self::Csrf => "pages.session.csrf",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Two => RefusalKind::Invalid,
            Self::Elsewhere | Self::Csrf => RefusalKind::Forbidden,
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::Two => Some("Authorization".to_owned()),
            Self::Elsewhere => None,
            Self::Csrf => Some("X-Svitok-Csrf".to_owned()),
        }
    }
}

/// Finds who asks the API by the cookie. Inside the layer that finds the caller of a bearer token.
pub fn with_cookies(pages: &Pages, router: Router) -> Router {
    router.layer(from_fn_with_state(pages.clone(), look))
}

async fn look(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if parts.uri.path().starts_with(API) {
        match found(&pages, &parts).await {
            Ok(None) => {}
            Ok(Some((caller, session))) => {
                parts.extensions.insert(caller);
                parts.extensions.insert(session);
            }
            Err(problem) => return problem.into_response(),
        }
    }
    next.run(Request::from_parts(parts, body)).await
}

/// The caller by the cookie. An ended sign-in is nobody's: what is open to nobody stays open, the rest asks for a sign-in.
async fn found(pages: &Pages, request: &Parts) -> Result<Option<(Caller, PageSession)>, Problem> {
    let headers = &request.headers;
    let jar = Jar::of(&pages.app, headers);
    let Some(token) = jar.session(headers) else { return Ok(None) };
    if headers.get_all(header::AUTHORIZATION).iter().any(is_bearer) {
        return Err(Problem::refused(SessionRefusal::Two));
    }
    let caller = caller_of(&pages.app, &token).await?;
    if caller == Caller::Nobody {
        return Ok(None);
    }
    let form = FormToken::of(Some(token), &pages.app.chance);
    match (is_read(&request.method), is_from_elsewhere(headers)) {
        (true, true) => return Ok(None),
        (false, true) => return Err(Problem::refused(SessionRefusal::Elsewhere)),
        (false, false) if !shows(headers, &form) => return Err(Problem::refused(SessionRefusal::Csrf)),
        _ => {}
    }
    let language = jar.language(headers).unwrap_or_default();
    Ok(Some((caller, PageSession { csrf_token: form.shown(), language })))
}

fn is_bearer(value: &axum::http::HeaderValue) -> bool {
    let scheme = value.as_bytes().split(|byte| *byte == b' ').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case(b"bearer")
}

fn is_read(method: &Method) -> bool {
    *method == Method::GET || *method == Method::HEAD
}

/// By the browser's own word. A place typed by the person comes from nowhere else.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    comes_from_elsewhere(headers) && headers.get("sec-fetch-site").is_none_or(|site| site != "none")
}

fn shows(headers: &HeaderMap, form: &FormToken) -> bool {
    headers.get(CSRF_HEADER).and_then(|value| value.to_str().ok()).is_some_and(|given| form.is(given))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn what_the_browser_says_of_the_origin() {
        for (site, is_foreign) in
            [("same-origin", false), ("none", false), ("same-site", true), ("cross-site", true), ("", true)]
        {
            let headers = HeaderMap::from_iter([("sec-fetch-site".parse().unwrap(), HeaderValue::from_static(site))]);
            assert_eq!(is_from_elsewhere(&headers), is_foreign, "{site}");
        }
        assert!(!is_from_elsewhere(&HeaderMap::new()), "older browsers and plain http say nothing");
    }

    #[test]
    fn only_a_bearer_token_is_a_second_sign_in() {
        for (value, is_one) in
            [("Bearer svt_1", true), ("bearer", true), ("Basic YTpi", false), ("DiadocAuth a=b", false), ("", false)]
        {
            assert_eq!(is_bearer(&HeaderValue::from_static(value)), is_one, "{value}");
        }
    }
}
