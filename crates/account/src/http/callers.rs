//! `Authorization: Bearer …` becomes a caller.

use crate::model::AccountRefusal;
use crate::ops::authenticate;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::header;
use web::{App, Problem};

/// Characters of a token that is looked up: ours have 47; a longer text is no token.
const TOKEN_CHARS_MAX: usize = 128;

/// Puts a `kernel::Caller` into every request that shows a token; refuses a token that is not accepted. Requests
/// without a token, or with another scheme that a vendor's surface reads itself, stay nobody's.
pub fn with_callers(app: &App, router: Router) -> Router {
    router.layer(from_fn_with_state(app.clone(), find_caller))
}

async fn find_caller(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let Some(token) = bearer(&request) else { return next.run(request).await };
    match caller_of(&app, token).await {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(problem) => problem.into_response(),
    }
}

fn bearer(request: &Request) -> Option<&str> {
    // A value that is not visible ASCII is no token of ours, but it was shown as one.
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().unwrap_or("Bearer ?");
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

async fn caller_of(app: &App, token: &str) -> Result<kernel::Caller, Problem> {
    if token.len() > TOKEN_CHARS_MAX {
        return Err(Problem::refused(AccountRefusal::TokenRefused));
    }
    let mut reader = app.store.reader().await?;
    let sign_in = authenticate::run(&mut reader, app.clock.now(), token).await?;
    Ok(authenticate::caller(&sign_in))
}
