//! Counteragents of a box with their cards.

use std::collections::HashMap;

use account::{Address, Permission};
use kernel::{BoxId, Cursor, Cx, Page, PageRequest};
use store::No;

use super::authorise::{find_addressed, own_box};
use super::read::page_of;
use crate::model::counteragent::{Counteragent, CounteragentFilter, fold};
use crate::model::filter::BoundedCount;
use crate::model::limits::{COUNTED_MAX, SOUGHT_CHARS_MAX};
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;
use crate::store::counteragent;

/// A counteragent with its card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounteragentReport {
    /// What it is to this box.
    pub link: Counteragent,
    /// Its card as it is now; none when the box is gone.
    pub party: Option<Party>,
    /// Its address, where it is public.
    pub address: Option<Address>,
}

/// Counteragents that fit the filter, in the order of their boxes, with their cards: two statements a page.
pub async fn list(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    filter: &CounteragentFilter,
    page: &PageRequest,
) -> Result<Page<CounteragentReport>, No<Refusal>> {
    let after = page.after().map(|cursor| {
        let octets = cursor.position().map_err(|_| Refusal::Cursor)?;
        BoxId::from_bytes(&octets).map_err(|_| Refusal::Cursor)
    });
    let after = after.transpose()?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let filter = folded(filter)?;
    let limit = i64::from(page.limit()) + 1;
    let links = counteragent::list(&mut reader, &scope, box_id, (&filter, after), limit).await?;
    let links = page_of(links, page, cursor_of);
    let ids: Vec<BoxId> = links.items.iter().map(|link| link.box_id).collect();
    let mut cards = find_addressed(&mut reader, &ids).await?;
    Ok(links.map(|link| report(cards.remove(&link.box_id), link)))
}

/// How many counteragents fit the filter, exactly up to [`COUNTED_MAX`].
pub async fn count(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    filter: &CounteragentFilter,
) -> Result<BoundedCount, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let found = counteragent::count(&mut reader, &scope, (box_id, &folded(filter)?), COUNTED_MAX + 1).await?;
    Ok(BoundedCount { count: found.min(COUNTED_MAX), is_exact: found <= COUNTED_MAX })
}

/// What another box is to this one, with its card. Refuses a box with which there never was anything.
pub async fn get(room: &Room, cx: &Cx, box_id: BoxId, other: BoxId) -> Result<CounteragentReport, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let link = counteragent::find(&mut reader, &scope, box_id, other).await?;
    let link = link.ok_or(No::Refused(Refusal::CounteragentNotFound))?;
    let card = find_addressed(&mut reader, &[other]).await?.remove(&other);
    Ok(report(card, link))
}

/// A link with the card of its box, where there is one.
pub(super) fn report(card: Option<(Party, Option<Address>)>, link: Counteragent) -> CounteragentReport {
    let (party, address) = card.map_or((None, None), |(party, address)| (Some(party), address));
    CounteragentReport { link, party, address }
}

/// What each of these boxes is to this one; those with which there never was anything are left out.
pub async fn among(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    others: &[BoxId],
) -> Result<HashMap<BoxId, Counteragent>, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    let links = counteragent::find_many(&mut reader, &scope, box_id, others).await?;
    Ok(links.into_iter().map(|link| (link.box_id, link)).collect())
}

/// The cursor that stands at a counteragent: for surfaces that give every one its own.
#[must_use]
pub fn cursor_of(link: &Counteragent) -> Cursor {
    Cursor::from_position(link.box_id.as_bytes())
}

fn folded(filter: &CounteragentFilter) -> Result<CounteragentFilter, Refusal> {
    if filter.text.chars().count() > SOUGHT_CHARS_MAX {
        return Err(Refusal::Filter { name: "text", accepted: "up to 100 characters" });
    }
    Ok(CounteragentFilter { text: fold(&filter.text), ..filter.clone() })
}
