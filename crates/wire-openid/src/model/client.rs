//! What a program may do here beside signing people in: where its answers go, and whether it can keep a secret.

use crate::limits::{REDIRECT_CHARS_MAX, REDIRECTS_MAX};
use crate::refusal::OpenidRefusal;
use http::Uri;

/// Rules of one program, set by an administrator of its organization.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClientRules {
    /// Addresses to return to, compared letter by letter (RFC 9700 §2.1).
    pub redirect_uris: Vec<String>,
    /// A program on people's devices, which keeps no secret: it shows none and proves each code by PKCE.
    pub is_public: bool,
}

/// Addresses that may be registered: `https`, `http` of the device itself, or a scheme of the program's own with a dot in it
/// (RFC 8252 §7.1). Refuses fragments, names before `@`, what is no plain ASCII, and more than 10.
pub fn checked_redirects(uris: &[String]) -> Result<(), OpenidRefusal> {
    if uris.len() > REDIRECTS_MAX {
        return Err(OpenidRefusal::RedirectsTooMany { max: REDIRECTS_MAX });
    }
    if uris.iter().all(|uri| is_redirect(uri)) { Ok(()) } else { Err(OpenidRefusal::RedirectForm) }
}

fn is_redirect(text: &str) -> bool {
    let is_plain = text.len() <= REDIRECT_CHARS_MAX && text.bytes().all(|c| c.is_ascii_graphic() && c != b'\\');
    let Some((scheme, rest)) = text.split_once(':').filter(|_| is_plain && !text.contains(['#', '@', '"', '<'])) else {
        return false;
    };
    if scheme.contains('.') {
        let is_scheme = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || b".-+".contains(&c);
        return scheme.bytes().all(is_scheme)
            && scheme.starts_with(|c: char| c.is_ascii_lowercase())
            && !rest.is_empty();
    }
    let Some(host) = text.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned)) else { return false };
    match scheme {
        "https" => rest.starts_with("//"),
        "http" => rest.starts_with("//") && ["127.0.0.1", "[::1]", "localhost"].contains(&host.as_str()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_answers_may_go() {
        for good in [
            "https://romashka.example/cb",
            "https://romashka.example:8443/cb?from=svitok",
            "http://127.0.0.1:7777/cb",
            "http://[::1]/",
            "http://localhost:3000/cb",
            "example.romashka.app:/cb",
        ] {
            assert_eq!(checked_redirects(&[good.to_owned()]), Ok(()), "{good}");
        }
        for wrong in [
            "",
            "/cb",
            "romashka.example/cb",
            "http://romashka.example/cb",
            "https:romashka.example",
            "https://",
            "https://romashka.example/cb#part",
            "https://anna@romashka.example/cb",
            "https://romashka.example\\@vasilek.example/",
            "https://ромашка.example/cb",
            "https://romashka.example/c b",
            "javascript:alert(1)",
            "data:text/html,x",
            "romashka:/cb",
            "Example.App:/cb",
            "http://127.0.0.1.vasilek.example/",
        ] {
            assert!(checked_redirects(&[wrong.to_owned()]).is_err(), "{wrong}");
        }
        let many = vec!["https://romashka.example/cb".to_owned(); REDIRECTS_MAX + 1];
        assert_eq!(checked_redirects(&many), Err(OpenidRefusal::RedirectsTooMany { max: REDIRECTS_MAX }));
        assert!(checked_redirects(&[format!("https://romashka.example/{}", "a".repeat(300))]).is_err());
    }
}
