//! Who asks a method of the Extern surface: the `Authorization` header in both schemes its clients use.

use ::store::No;
use http::{HeaderMap, header};
use kernel::Caller;
use web::{App, Problem};

use crate::refusal::OpenidRefusal;

/// Characters of a token that is looked up: ours have 47.
const TOKEN_CHARS_MAX: usize = 128;

/// The token of `Bearer <token>` and of `auth.sid <Sid>`; nothing for another scheme.
#[must_use]
pub fn token(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.trim().split_once(' ')?;
    let is_known = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("auth.sid");
    Some(token.trim()).filter(|token| is_known && !token.is_empty())
}

/// The caller of a request: nobody where no token is shown. Refuses one that is unknown, over, or opens nothing but its
/// person's name (`openid.token.refused`, 401). `X-Kontur-Apikey` beside an `auth.sid` names a program and proves nothing, so
/// it is not looked at.
pub async fn caller(app: &App, headers: &HeaderMap) -> Result<Caller, Problem> {
    let Some(token) = token(headers) else { return Ok(Caller::Nobody) };
    if token.len() > TOKEN_CHARS_MAX {
        return Err(Problem::refused(OpenidRefusal::Token));
    }
    let mut reader = app.store.reader().await?;
    match account::authenticate::run(&mut reader, app.clock.now(), token).await {
        Ok(sign_in) => Ok(account::authenticate::caller(&sign_in)),
        Err(No::Fault(fault)) => Err(fault.into()),
        Err(No::Refused(_)) => Err(Problem::refused(OpenidRefusal::Token)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn both_schemes() {
        for (value, found) in [
            ("Bearer svt_1", Some("svt_1")),
            ("bearer  svt_1 ", Some("svt_1")),
            ("auth.sid svt_1", Some("svt_1")),
            ("Auth.Sid svt_1", Some("svt_1")),
            ("auth.sid", None),
            ("Bearer ", None),
            ("Basic YTpi", None),
            ("DiadocAuth ddauth_token=a", None),
        ] {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_str(value).unwrap())]);
            assert_eq!(token(&headers), found, "{value}");
        }
        assert_eq!(token(&HeaderMap::new()), None);
    }
}
