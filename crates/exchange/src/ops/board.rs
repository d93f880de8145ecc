//! The list a person looks at: documents of a box with the other side's name, the open duties and their terms.

use account::{OrgScope, Permission};
use kernel::{BoxId, Cx, Page, PageRequest};
use std::collections::BTreeSet;
use store::{Fault, Fetch, No};

use super::authorise::{find_parties, own_box};
use super::read::TurnReport;
use super::{copies, list_documents, readings};
use crate::model::docflow::DocflowRow;
use crate::model::filter::{DocflowFilter, ListOrder};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// The document.
    pub row: DocflowRow,
    /// The other box as its card shows it now; none when the box is gone.
    pub counteragent: Option<Party>,
    /// Currency of the total by ОКВ, three digits.
    pub currency: Option<String>,
    /// Open duties with their terms.
    pub turns: Vec<TurnReport>,
    /// Whether it came and the person who asks has not opened it.
    pub is_unread: bool,
}

/// Documents of a box, newest first; what a row needs of its message is read for the whole page at once.
pub async fn list_documents(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    filter: &DocflowFilter,
    page: &PageRequest,
) -> Result<Page<BoardRow>, No<Refusal>> {
    let found = list_documents::list(room, cx, box_id, (filter, ListOrder::NewestFirst), page).await?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let items = rows_of(room, (&mut reader, &scope, cx), box_id, &found.items).await?;
    Ok(Page { items, next: found.next })
}

/// The rows with what a person looks at, in their order; a page of them.
pub(super) async fn rows_of(
    room: &Room,
    (reader, scope, cx): (&mut impl Fetch, &OrgScope, &Cx),
    box_id: BoxId,
    rows: &[DocflowRow],
) -> Result<Vec<BoardRow>, Fault> {
    let others: BTreeSet<BoxId> = rows.iter().map(|row| row.counteragent_box_id).collect();
    let parties = find_parties(reader, &others.into_iter().collect::<Vec<_>>()).await?;
    let unread = readings::unread_among(reader, scope, cx, (box_id, rows)).await?;
    let mut items = Vec::with_capacity(rows.len());
    let mut rest = rows;
    while !rest.is_empty() {
        let ids: Vec<_> = rest.iter().map(|row| row.message_id).collect();
        let (histories, taken) = copies::load(reader, scope, box_id, &ids).await?;
        let (now, later) = rest.split_at(taken.min(rest.len()));
        for row in now {
            let counteragent = parties.get(&row.counteragent_box_id).cloned();
            let history = histories.get(&row.message_id);
            let report = history.and_then(|history| history.document_as_of(room, row.document_id, i64::MAX));
            let (currency, turns) = report.map(|report| (report.facts.currency, report.turns)).unwrap_or_default();
            let is_unread = unread.contains(&row.document_id);
            items.push(BoardRow { row: row.clone(), counteragent, currency, turns, is_unread });
        }
        rest = later;
    }
    Ok(items)
}
