//! Reading the journals through: is anything missing or changed?

use crate::model::JournalCheck;
use crate::store::{authority, journal};
use crate::{AuthorityId, JournalRefusal};
use store::Store;

/// Rows of one journal, by authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLength {
    /// Whose journal.
    pub authority_id: AuthorityId,
    /// How many rows it has.
    pub rows: i64,
}

/// Follows every journal from its first row to its head. Needs no secret, so it can be run anywhere on a copy.
pub async fn check_journals(store: &Store) -> Result<Vec<JournalLength>, JournalRefusal> {
    let mut reader = store.reader().await?;
    let mut lengths = Vec::new();
    for row in authority::list(&mut reader).await? {
        let authority_id = row.authority_id;
        let flaw = |flaw| JournalRefusal::Flaw { authority_id, flaw };
        // The head first: rows added while we read are beyond it and are not looked at.
        let (seq, head) = journal::head(&mut reader, authority_id).await?;
        let mut check = JournalCheck::new(authority_id.as_bytes());
        'rows: loop {
            let page = journal::page(&mut reader, authority_id, check.seq()).await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                if check.seq() == seq {
                    break 'rows;
                }
                check.take(row).map_err(flaw)?;
            }
        }
        check.finish(seq, &head).map_err(flaw)?;
        lengths.push(JournalLength { authority_id, rows: seq });
    }
    Ok(lengths)
}
