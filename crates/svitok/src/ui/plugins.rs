//! Vendors' scripts of signing programs, which are no part of this one: the administrator puts them into `<data>/plugins`
//! under these names, and the client loads them from its own site.

use super::serve::ASKED;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use std::path::PathBuf;
use std::sync::Arc;
use web::{EdgeRefusal, Problem};

/// The scripts that the client knows how to speak with, by vendor.
const KNOWN: [&str; 2] = ["crypto-pro", "rutoken"];
/// A vendor's script takes some dozens of KiB; what is larger is another file under its name.
const SCRIPT_BYTES_MAX: u64 = 2 * 1024 * 1024;

/// `/plugins` lists what is there, `/plugins/<vendor>.js` gives it. The folder is looked at anew each time, so that a script
/// serves as soon as it was put there.
pub fn router(folder: PathBuf) -> Router {
    Router::new().route("/plugins", get(list)).route("/plugins/{name}", get(give)).with_state(Arc::new(folder))
}

async fn list(State(folder): State<Arc<PathBuf>>) -> Response {
    let mut scripts = Vec::new();
    for vendor in KNOWN {
        if find(&folder, vendor).await.is_some() {
            scripts.push(vendor);
        }
    }
    ([(header::CACHE_CONTROL, ASKED)], Json(serde_json::json!({ "scripts": scripts }))).into_response()
}

async fn give(State(folder): State<Arc<PathBuf>>, Path(name): Path<String>) -> Result<Response, Problem> {
    let vendor = name.strip_suffix(".js").and_then(|name| KNOWN.into_iter().find(|known| *known == name));
    let path = match vendor {
        Some(vendor) => find(&folder, vendor).await,
        None => None,
    };
    let path = path.ok_or(EdgeRefusal::NoSuchPlace)?;
    let script = tokio::fs::read(&path).await.map_err(|why| {
        tracing::warn!(%why, path = %path.display(), "a vendor's script cannot be read");
        EdgeRefusal::NoSuchPlace
    })?;
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, script).into_response())
}

/// Where the vendor's script lies, when it is there and of a script's size.
async fn find(folder: &std::path::Path, vendor: &str) -> Option<PathBuf> {
    let path = folder.join(format!("{vendor}.js"));
    let about = tokio::fs::metadata(&path).await.ok()?;
    (about.is_file() && about.len() <= SCRIPT_BYTES_MAX).then_some(path)
}
