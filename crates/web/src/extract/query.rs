//! The query string: pages of lists and a room's own parameters.

use crate::limits::{CURSOR_CHARS_MAX, DETAIL_CHARS_MAX, PAGE_ITEMS_USUAL};
use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use axum::extract::{FromRequestParts, Query};
use http::request::Parts;
use kernel::{Cursor, PageRequest};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A room's own parameters; unknown ones are refused where its type says `deny_unknown_fields`.
#[derive(Debug)]
pub struct QueryOf<T>(pub T);

impl<S, T> FromRequestParts<S> for QueryOf<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Query(values) = Query::try_from_uri(&parts.uri).map_err(|rejection| {
            let problem: String = rejection.body_text().chars().take(DETAIL_CHARS_MAX).collect();
            EdgeRefusal::Query { field: None, problem }
        })?;
        Ok(Self(values))
    }
}

/// `?limit=1…100&after=<cursor>`, in any order and among a room's own parameters; 50 items when not said.
#[derive(Debug)]
pub struct PageQuery(pub PageRequest);

#[derive(Deserialize)]
struct Raw {
    limit: Option<String>,
    after: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for PageQuery {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let QueryOf(raw) = QueryOf::<Raw>::from_request_parts(parts, state).await?;
        Ok(Self(raw.read()?))
    }
}

impl Raw {
    fn read(self) -> Result<PageRequest, EdgeRefusal> {
        let wrong_limit = || EdgeRefusal::Query {
            field: Some("limit".to_owned()),
            problem: format!("limit is a number from 1 to {}", PageRequest::LIMIT_MAX),
        };
        let limit = match self.limit {
            None => PAGE_ITEMS_USUAL,
            Some(text) => text.parse().map_err(|_| wrong_limit())?,
        };
        let after = match self.after {
            None => None,
            Some(text) if text.len() <= CURSOR_CHARS_MAX && Cursor::from_text(text.as_str()).position().is_ok() => {
                Some(Cursor::from_text(text))
            }
            Some(_) => {
                let problem = "after is a cursor given by this list".to_owned();
                return Err(EdgeRefusal::Query { field: Some("after".to_owned()), problem });
            }
        };
        PageRequest::new(limit, after).map_err(|_| wrong_limit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(limit: Option<&str>, after: Option<&str>) -> Result<PageRequest, EdgeRefusal> {
        Raw { limit: limit.map(str::to_owned), after: after.map(str::to_owned) }.read()
    }

    #[test]
    fn pages() {
        assert_eq!(read(None, None).unwrap().limit(), PAGE_ITEMS_USUAL);
        let cursor = Cursor::from_seq(7);
        assert_eq!(read(Some("100"), Some(cursor.as_str())).unwrap().after(), Some(&cursor));
        for (limit, after) in [
            (Some("0"), None),
            (Some("101"), None),
            (Some("-1"), None),
            (Some("ten"), None),
            (Some(""), None),
            (Some("99999999999999"), None),
            (None, Some("")),
            (None, Some("zz")),
            (None, Some("2ff")),
            (None, Some("1f")),
        ] {
            assert!(
                matches!(read(limit, after), Err(EdgeRefusal::Query { field: Some(_), .. })),
                "{limit:?} {after:?}"
            );
        }
        assert!(read(None, Some(&"1".repeat(1000))).is_err());
    }
}
