//! Finding documents and counteragents of a box by beginnings of words and of numbers.
//!
//! The beginning that fewest things have is walked in the index, up to [`FOUND_LOOKED_AT_MAX`] of them; each is then looked
//! at as it is now, so that a name that was changed finds nobody.

use std::collections::BTreeSet;

use account::{OrgScope, Permission};
use kernel::{BoxId, Cx};
use store::{Fault, Fetch, No};

use super::authorise::{find_addressed, own_box};
use super::board::{self, BoardRow};
use super::list_counteragents::{CounteragentReport, report};
use crate::model::counteragent::sought;
use crate::model::docflow::DocflowRow;
use crate::model::ids::EntityId;
use crate::model::limits::{DOCUMENTS_AT_ONCE_MAX, FOUND_COUNTERAGENTS_MAX, FOUND_DOCUMENTS_MAX, FOUND_LOOKED_AT_MAX};
use crate::model::refusal::Refusal;
use crate::model::words::{asked, fit, words_of};
use crate::room::Room;
use crate::store::word::{self, About};
use crate::store::{counteragent, docflow_list};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Documents, newest first.
    pub documents: Vec<BoardRow>,
    /// Counteragents, by name.
    pub counteragents: Vec<CounteragentReport>,
    /// Whether there may be more: longer beginnings find them.
    pub is_cut: bool,
}

/// What has, for each word of the text, a word that begins with it; nothing for a text without words.
pub async fn search(room: &Room, cx: &Cx, box_id: BoxId, text: &str) -> Result<Found, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let asked = asked(text)?;
    if asked.is_empty() {
        return Ok(Found::default());
    }
    let (rows, is_cut) = documents(&mut reader, &scope, box_id, &asked).await?;
    let (counteragents, others_cut) = counteragents(&mut reader, &scope, box_id, &asked).await?;
    let documents = board::rows_of(room, (&mut reader, &scope, cx), box_id, &rows).await?;
    Ok(Found { documents, counteragents, is_cut: is_cut || others_cut })
}

async fn documents(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    asked: &[String],
) -> Result<(Vec<DocflowRow>, bool), Fault> {
    let (ids, is_cut) = rarest(reader, scope, box_id, (About::Document, asked)).await?;
    let ids: Vec<EntityId> = ids.iter().filter_map(|id| EntityId::from_bytes(id).ok()).collect();
    let mut rows = Vec::new();
    for part in ids.chunks(DOCUMENTS_AT_ONCE_MAX) {
        let found = docflow_list::find_all(reader, scope, box_id, part).await?;
        rows.extend(found.into_iter().filter(|row| fit(&row.words(), asked)));
    }
    rows.sort_by_key(|row| std::cmp::Reverse((row.posted_at, row.document_id)));
    let is_more = rows.len() > FOUND_DOCUMENTS_MAX;
    rows.truncate(FOUND_DOCUMENTS_MAX);
    Ok((rows, is_cut || is_more))
}

async fn counteragents(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    asked: &[String],
) -> Result<(Vec<CounteragentReport>, bool), Fault> {
    let (ids, is_cut) = rarest(reader, scope, box_id, (About::Counteragent, asked)).await?;
    let ids: Vec<BoxId> = ids.iter().filter_map(|id| BoxId::from_bytes(id).ok()).collect();
    let links = counteragent::find_many(reader, scope, box_id, &ids).await?;
    let mut cards = find_addressed(reader, &ids).await?;
    let reports = links.into_iter().map(|link| report(cards.remove(&link.box_id), link));
    let is_named = |found: &CounteragentReport| {
        found.party.as_ref().is_some_and(|party| fit(&words_of([sought(party).as_str()]), asked))
    };
    let mut reports: Vec<_> = reports.filter(is_named).collect();
    reports.sort_by_cached_key(|found| found.party.as_ref().map(|party| party.name.clone()));
    let is_more = reports.len() > FOUND_COUNTERAGENTS_MAX;
    reports.truncate(FOUND_COUNTERAGENTS_MAX);
    Ok((reports, is_cut || is_more))
}

/// The things of the beginning that fewest have, and whether there are more than were taken.
async fn rarest(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    (about, asked): (About, &[String]),
) -> Result<(BTreeSet<Vec<u8>>, bool), Fault> {
    let mut best: Option<(BTreeSet<Vec<u8>>, bool)> = None;
    for beginning in asked {
        let rows = word::list(reader, scope, box_id, (about, beginning), FOUND_LOOKED_AT_MAX).await?;
        let is_cut = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= FOUND_LOOKED_AT_MAX;
        let ids: BTreeSet<_> = rows.into_iter().collect();
        let is_better = best.as_ref().is_none_or(|(known, cut)| (is_cut, ids.len()) < (*cut, known.len()));
        if is_better {
            best = Some((ids, is_cut));
        }
    }
    Ok(best.unwrap_or_default())
}
