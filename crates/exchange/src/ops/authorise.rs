//! Who may do what with a box.

use std::collections::HashMap;

use account::{DepartmentAccess, OrgScope, Permission};
use kernel::{BoxId, Cx};
use store::{Fault, Fetch, No};

use crate::model::party::Party;
use crate::model::refusal::Refusal;

/// The public card of a box.
pub async fn find_party(reader: &mut impl Fetch, box_id: BoxId) -> Result<Option<Party>, Fault> {
    Ok(account::read::find_card(reader, box_id).await?.map(party))
}

/// The public cards of boxes, a statement for each hundred; boxes that are not there are passed over.
pub async fn find_parties(reader: &mut impl Fetch, box_ids: &[BoxId]) -> Result<HashMap<BoxId, Party>, Fault> {
    let cards = account::find_cards(reader, box_ids).await?;
    Ok(cards.into_iter().map(|card| (card.box_id, party(card))).collect())
}

/// The same with the addresses that are public.
pub async fn find_addressed(
    reader: &mut impl Fetch,
    box_ids: &[BoxId],
) -> Result<HashMap<BoxId, (Party, Option<account::Address>)>, Fault> {
    let cards = account::find_cards(reader, box_ids).await?;
    let addressed = |mut card: account::BoxCard| {
        let address = card.address.take();
        (card.box_id, (party(card), address))
    };
    Ok(cards.into_iter().map(addressed).collect())
}

fn party(card: account::BoxCard) -> Party {
    Party {
        box_id: card.box_id,
        organization_id: card.organization_id,
        participant_id: card.participant_id.as_str().to_owned(),
        name: card.name,
        inn: card.inn,
        kpp: card.kpp,
        is_test: card.is_test,
    }
}

/// The caller's scope over a box, and its card. A foreign box answers exactly as an unknown one.
pub async fn own_box(
    reader: &mut impl Fetch,
    cx: &Cx,
    box_id: BoxId,
    permission: Permission,
) -> Result<(OrgScope, Party), No<Refusal>> {
    let party = find_party(reader, box_id).await?.ok_or(No::Refused(Refusal::BoxNotFound))?;
    let scope = scope_of(reader, cx, &party, permission).await?;
    Ok((scope, party))
}

/// The caller's scope over a box whose card is known: asked again inside the transaction.
pub async fn scope_of(
    reader: &mut impl Fetch,
    cx: &Cx,
    party: &Party,
    permission: Permission,
) -> Result<OrgScope, No<Refusal>> {
    let scope = account::authorize(reader, cx, party.organization_id, permission).await;
    let scope = scope.map_err(|no| no.map_refused(from_account))?;
    reach(reader, &scope, party.box_id).await?;
    Ok(scope)
}

/// Every document lies in the root department of its box until departments are built: a member limited to others
/// reaches none.
async fn reach(reader: &mut impl Fetch, scope: &OrgScope, box_id: BoxId) -> Result<(), No<Refusal>> {
    if *scope.departments() == DepartmentAccess::All {
        return Ok(());
    }
    let org_box = account::read::org_box(reader, scope, box_id).await.map_err(|no| no.map_refused(from_account))?;
    if scope.reaches(org_box.root_department_id) { Ok(()) } else { Err(Refusal::DepartmentNotReached.into()) }
}

/// A refusal of the accounts as one of this room.
pub(super) fn from_account(refusal: account::AccountRefusal) -> Refusal {
    use kernel::{Refusal as _, RefusalKind};
    match refusal.kind() {
        RefusalKind::NotFound => Refusal::BoxNotFound,
        _ => from_room(&refusal),
    }
}

/// A refusal of another room as one of this room.
pub(super) fn from_room(refusal: &impl kernel::Refusal) -> Refusal {
    Refusal::OtherRoom { code: refusal.code(), kind: refusal.kind(), detail: refusal.to_string() }
}
