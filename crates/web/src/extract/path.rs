//! Ids in the path.

use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use serde::de::DeserializeOwned;

/// One id, or a tuple of ids, from the path. What is no id is answered as what is not there: 404.
#[derive(Debug)]
pub struct Ids<T>(pub T);

impl<S, T> FromRequestParts<S> for Ids<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Send,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(ids) = Path::from_request_parts(parts, state).await.map_err(|_| EdgeRefusal::NoSuchPlace)?;
        Ok(Self(ids))
    }
}
