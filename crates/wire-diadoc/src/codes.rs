//! Statuses within those the vendor documents for each method: clients branch by them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;

use crate::surface::built;
use crate::table::{Row, rows};

/// What any method may answer whatever its page lists: the vendor's newer pages add 410, 415 and 429 to all; 401 and
/// 405 come before a method is reached; 408, 500 and 503 are a machine's or a line's.
const ALWAYS: &[u16] = &[200, 400, 401, 405, 408, 410, 415, 429, 500, 503];

/// Rows of the methods that are carried out, by their paths.
static BUILT: LazyLock<BTreeMap<&'static str, &'static Row>> = LazyLock::new(|| {
    let built = built();
    rows().iter().filter(|row| built.contains(&row.path)).map(|row| (row.path, row)).collect()
});

/// The outermost layer: a refusal by a status that the method's page lacks leaves as 400, with its code and text as
/// they were. A method that is not carried out says so by 403 always.
pub async fn kept(request: Request, next: Next) -> Response {
    let row = BUILT.get(request.uri().path()).copied();
    let mut answer = next.run(request).await;
    if let Some(row) = row {
        *answer.status_mut() = documented(row, answer.status());
    }
    answer
}

/// The status itself where the row has it, else 400 for a refusal. 204 also says that an operation of this
/// identifier is being carried out, wherever an operation has one.
fn documented(row: &Row, status: StatusCode) -> StatusCode {
    let code = status.as_u16();
    let running = code == 204 && row.query.contains(&"operationId");
    if row.codes.contains(&code) || ALWAYS.contains(&code) || running || !status.is_client_error() {
        return status;
    }
    StatusCode::BAD_REQUEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_documented() {
        for row in rows() {
            for code in 400..500 {
                let shown = documented(row, StatusCode::from_u16(code).unwrap()).as_u16();
                assert!(row.codes.contains(&shown) || ALWAYS.contains(&shown), "{} {code} {shown}", row.path);
                assert!(shown == code || shown == 400, "{} {code} {shown}", row.path);
            }
        }
        let row = |path| rows().iter().find(|row| row.path == path).unwrap();
        let of = |path, code| documented(row(path), StatusCode::from_u16(code).unwrap()).as_u16();
        assert_eq!([of("/V3/GetCounteragents", 404), of("/V3/GetCounteragent", 404)], [400, 404]);
        assert_eq!([of("/V2/BreakWithCounteragent", 409), of("/GetBox", 409)], [409, 400]);
        assert_eq!([of("/V3/Authenticate", 403), of("/V3/Authenticate", 401), of("/GetBox", 503)], [400, 401, 503]);
    }
}
