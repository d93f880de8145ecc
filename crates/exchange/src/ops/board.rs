//! The list a person looks at: documents of a box with the other side's name, the open duties and their terms.

use account::Permission;
use kernel::{BoxId, Cx, Page, PageRequest};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::No;

use super::authorise::{find_party, own_box};
use super::read::{self, TurnReport};
use crate::model::docflow::{DocflowFilter, DocflowRow};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::entity::CopyKey;
use crate::store::{entity, message};

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
}

/// Documents of a box, newest first. Each row costs the reading of its message: ask for short pages.
pub async fn list_documents(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    filter: DocflowFilter,
    page: &PageRequest,
) -> Result<Page<BoardRow>, No<Refusal>> {
    let found = read::list_documents(room, cx, box_id, filter, page).await?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let mut parties: BTreeMap<BoxId, Option<Party>> = BTreeMap::new();
    let mut items = Vec::with_capacity(found.items.len());
    for row in found.items {
        let counteragent = match parties.entry(row.counteragent_box_id) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(place) => place.insert(find_party(&mut reader, row.counteragent_box_id).await?).clone(),
        };
        let entities = entity::list(&mut reader, &scope, CopyKey { box_id, message_id: row.message_id }).await?;
        let copy = message::find(&mut reader, &scope, box_id, row.message_id).await?;
        let report = copy.and_then(|copy| read::report(room, copy, row.document_id, entities));
        let (currency, turns) = report.map(|report| (report.facts.currency, report.turns)).unwrap_or_default();
        items.push(BoardRow { row, counteragent, currency, turns });
    }
    Ok(Page { items, next: found.next })
}
