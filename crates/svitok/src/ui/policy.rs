//! What the client may load: its own files and nothing else. A script inside the page, a style in an attribute, a frame and
//! another host are all refused by the browser.

use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName};
use axum::http::{HeaderMap, HeaderValue};

/// `'wasm-unsafe-eval'` compiles the signer; `blob:` shows pictures of files that were not sent yet. Workers take the policy
/// of their own script's answer, so scripts carry it too. Only `ui/api/trusted.ts` makes addresses of scripts out of text
/// (Trusted Types); `default` is what it opens to a vendor's extension, when a vendor's script is asked for.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
                          manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
                          require-trusted-types-for 'script'; trusted-types svitok default";

/// Puts the headers of the client's pages and scripts. No other window keeps a hand on the page that signs.
pub fn dressed(headers: &mut HeaderMap) {
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin"));
}
