//! How a person is called and likes the program, and their picture.

pub(super) mod change;
pub(super) mod colleague_picture;
pub(super) mod get;
pub(super) mod get_picture;
pub(super) mod remove_picture;
pub(super) mod set_picture;

use crate::model::{Picture, Profile, User};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderName, header};
use serde::Serialize;
use utoipa::ToSchema;

/// How the caller is called and likes the program.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProfileView {
    /// The user.
    pub user_id: String,
    /// The e-mail address signed in with; changed elsewhere.
    pub login: String,
    /// What others call the person.
    pub name: String,
    /// `ru` or `en`.
    pub language: &'static str,
    /// `system`, `light` or `dark`.
    pub theme: &'static str,
    /// A name of the IANA time zone database.
    pub time_zone: String,
}

impl From<(User, Profile)> for ProfileView {
    fn from((user, profile): (User, Profile)) -> Self {
        Self {
            user_id: user.user_id.to_string(),
            login: user.login,
            name: user.name,
            language: profile.language,
            theme: profile.theme.name(),
            time_zone: profile.time_zone,
        }
    }
}

/// The picture as a browser may show it and nothing else: no other type is guessed, nothing in it runs.
fn shown((picture, hash): (Picture, Vec<u8>)) -> Response {
    let tag = hash.iter().take(16).map(|octet| format!("{octet:02x}")).collect::<String>();
    let headers: [(HeaderName, String); 5] = [
        (header::CONTENT_TYPE, picture.kind.media_type().to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (header::CACHE_CONTROL, "private, max-age=300".to_owned()),
        (header::ETAG, format!("\"{tag}\"")),
    ];
    (headers, picture.content).into_response()
}
