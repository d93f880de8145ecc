//! Many contents in few statements.

use account::OrgScope;
use store::{Bind, Fault, Fetch, Sql, binds};

use super::content::{ContentRow, read};
use store::in_list;
use store::in_list::{FEW, MANY, fill, size_for};

const FIND: &str = "SELECT hash, size_bytes, bytes FROM exchange_content WHERE organization_id = $1 AND hash IN ";
pub(super) const FIND_FEW: Sql = in_list!(org, "exchange.find_few_contents", FIND, 2, FEW, "");
pub(super) const FIND_MANY: Sql = in_list!(org, "exchange.find_many_contents", FIND, 2, MANY, "");

/// The rows of these hashes, in no order; those that are not there are passed over.
pub async fn find(reader: &mut impl Fetch, scope: &OrgScope, hashes: &[[u8; 32]]) -> Result<Vec<ContentRow>, Fault> {
    let mut found = Vec::with_capacity(hashes.len());
    for part in hashes.chunks(MANY) {
        let size = size_for(part.len());
        let mut binds = binds![scope.organization_id()];
        fill(&mut binds, part.iter().map(|hash| Bind::Bytes(Some(hash.to_vec()))), size);
        let statement = if size == FEW { &FIND_FEW } else { &FIND_MANY };
        for row in reader.fetch_limited(statement, binds, size).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}
