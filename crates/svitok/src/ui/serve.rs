//! Files of the client over HTTP: the compressed form where it is taken, the browser's copy where it is the same.

use super::{File, Ui, policy};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::borrow::Cow;
use web::{EdgeRefusal, Problem};

/// A year: another content has another name.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Kept, and asked about before each use: the name stays when the content changes.
pub(super) const ASKED: HeaderValue = HeaderValue::from_static("no-cache");
/// Folders of files whose names carry a hash.
const HASHED: [&str; 3] = ["assets", "checker", "signer"];

/// The client's files: folders of hashed names, and what lies beside the shell (the web manifest, the service worker, icons).
/// The shell itself is given out by [`super::give`] alone, to those it is for.
pub fn router(ui: &Ui) -> Router {
    let mut router = Router::new();
    for folder in HASHED {
        router = router
            .route(&format!("/{folder}/{{*path}}"), get(move |ui, path, headers| hashed(folder, ui, path, headers)));
    }
    let beside = ui.paths().filter(|path| !path.contains('/') && !path.ends_with(".html")).map(str::to_owned);
    for path in beside.collect::<Vec<_>>() {
        let place = format!("/{path}");
        router = router.route(&place, get(move |ui, headers| named(path.clone(), ui, headers)));
    }
    router.with_state(ui.clone())
}

async fn hashed(
    folder: &'static str,
    State(ui): State<Ui>,
    Path(path): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let file = ui.find(&format!("{folder}/{path}")).ok_or(EdgeRefusal::NoSuchPlace)?;
    Ok(answer(file, &headers, KEPT))
}

async fn named(path: String, State(ui): State<Ui>, headers: HeaderMap) -> Result<Response, Problem> {
    let file = ui.find(&path).ok_or(EdgeRefusal::NoSuchPlace)?;
    Ok(answer(file, &headers, ASKED))
}

/// The file in the form the browser takes; 304 where its copy is the same.
pub(super) fn answer(file: &File, asked: &HeaderMap, kept: HeaderValue) -> Response {
    let packed = file.brotli.as_ref().filter(|_| takes_brotli(asked));
    let ending = if packed.is_some() { "-br" } else { "" };
    let tag = format!("\"{}{ending}\"", file.tag);
    let is_same = asked.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, &tag));
    let body = packed.unwrap_or(&file.identity).clone();
    let mut answer = if is_same { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, kept);
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if !is_same {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
        if packed.is_some() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
    }
    if file.content_type.starts_with("text/html") || file.content_type.starts_with("text/javascript") {
        policy::dressed(headers);
    }
    answer
}

/// Whether an `If-None-Match` names the tag; a weak mark does not matter to a read.
fn names(value: &HeaderValue, tag: &str) -> bool {
    let list = value.to_str().unwrap_or_default();
    list.split(',').map(str::trim).any(|each| each == "*" || each.trim_start_matches("W/") == tag)
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    let lists = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|each| {
        let mut parts = each.split(';').map(|part| Cow::from(part.trim()));
        let is_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        is_brotli && !parts.any(|weight| weight.strip_prefix("q=").is_some_and(is_zero))
    })
}

/// A weight of nothing, as `0`, `0.` or `0.000`.
fn is_zero(weight: &str) -> bool {
    !weight.is_empty() && weight.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;

    fn asked(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn brotli_goes_to_those_who_take_it() {
        for (list, is_taken) in [
            ("gzip, deflate, br, zstd", true),
            ("br", true),
            ("BR;q=0.1", true),
            ("gzip;q=1, br; q=0.8", true),
            ("br;q=0", false),
            ("br; q=0.000", false),
            ("gzip", false),
            ("brotli", false),
            ("*", false),
            ("", false),
        ] {
            assert_eq!(takes_brotli(&asked(header::ACCEPT_ENCODING, list)), is_taken, "{list}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }

    #[test]
    fn the_tag_is_of_the_form() {
        let ui =
            Ui::of([("assets/a.js", Bytes::from_static(b"alert(1)")), ("assets/a.js.br", Bytes::from_static(b"p"))]);
        let file = ui.find("assets/a.js").unwrap();
        let plain = answer(file, &HeaderMap::new(), KEPT);
        let tag = plain.headers().get(header::ETAG).unwrap().to_str().unwrap().to_owned();
        let packed = answer(file, &asked(header::ACCEPT_ENCODING, "br"), KEPT);
        assert_eq!(packed.headers().get(header::CONTENT_ENCODING).unwrap(), "br");
        assert_ne!(packed.headers().get(header::ETAG).unwrap().to_str().unwrap(), tag);
        for (known, status) in
            [(tag.clone(), 304), (format!("W/{tag}, \"x\""), 304), ("*".to_owned(), 304), ("\"x\"".to_owned(), 200)]
        {
            let known = HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_str(&known).unwrap())]);
            assert_eq!(answer(file, &known, KEPT).status().as_u16(), status, "{known:?}");
        }
    }
}
