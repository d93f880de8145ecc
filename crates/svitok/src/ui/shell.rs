//! The page that loads the client, and the places of the site where it is shown.

use super::{Ui, serve};
use axum::http::{HeaderMap, HeaderValue, Method, Uri};
use axum::response::Response;

/// Nobody's page is in it, so the browser may keep it; it asks before each use, for it names the files of one build.
const ASKED: HeaderValue = HeaderValue::from_static("no-cache");
/// What is never a place of the client: programs and files ask there, and are told plainly that there is nothing.
const NOT_PLACES: [&str; 8] = ["/api/", "/assets/", "/checker/", "/signer/", "/plugins", "/ca/", "/crl/", "/ocsp"];

/// The shell, where the program was built with the client.
#[must_use]
pub fn give(ui: &Ui, headers: &HeaderMap) -> Option<Response> {
    ui.shell().map(|file| serve::answer(file, headers, ASKED))
}

/// Whether the client may have a page there: it is read, and names no file.
#[must_use]
pub fn is_place(method: &Method, uri: &Uri) -> bool {
    let path = uri.path();
    let names_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    (method == Method::GET || method == Method::HEAD)
        && !names_file
        && !NOT_PLACES.iter().any(|each| path.starts_with(each))
}

/// Whether the client has something there for who is not signed in: a workplace that cannot sign in is diagnosed too.
#[must_use]
pub fn is_open(uri: &Uri) -> bool {
    uri.path() == "/diagnostics"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_client_may_have_a_page() {
        for (method, place, is_one) in [
            (Method::GET, "/", true),
            (Method::GET, "/documents?after=v1.x", true),
            (Method::HEAD, "/settings/devices", true),
            (Method::POST, "/settings", false),
            (Method::GET, "/api/v1/nothing", false),
            (Method::GET, "/assets/old.123.js", false),
            (Method::GET, "/favicon.ico", false),
            (Method::GET, "/.git/config.php", false),
            (Method::GET, "/crl/old", false),
            (Method::GET, "/plugins/other", false),
        ] {
            assert_eq!(is_place(&method, &place.parse().unwrap()), is_one, "{method} {place}");
        }
    }
}
