//! Looked-up values: ИНН and КПП, box id, participant id, membership. Directory tables, in one place for all.

use crate::model::{Address, BoxCard, NewOrganization, ParticipantId};
use crate::scope::unreadable;
use crate::store::address;
use ::store::in_list::{FEW, MANY, fill, size_for};
use ::store::{Bind, Fault, Fetch, Row, Sql, Tx, binds, in_list};
use kernel::{BoxId, Inn, Kpp, OrganizationId, UserId};

macro_rules! columns {
    () => {
        "box_id, organization_id, participant_id, name, inn, kpp, is_test, \
         region_code, postal_code, district, city, locality, street, house, building, flat"
    };
}

pub const FIND_BOX: Sql =
    Sql::directory("account.find_card", concat!("SELECT ", columns!(), " FROM account_box_card WHERE box_id = $1"));
pub const FIND_PARTICIPANT: Sql = Sql::directory(
    "account.find_card_by_participant",
    concat!("SELECT ", columns!(), " FROM account_box_card WHERE participant_id = $1"),
);
pub const LIST_OF_ORGANIZATION: Sql = Sql::directory(
    "account.list_cards_of_organization",
    concat!("SELECT ", columns!(), " FROM account_box_card WHERE organization_id = $1 ORDER BY box_id LIMIT 100"),
);
pub const LIST_BY_INN: Sql = Sql::directory(
    "account.list_cards_by_inn",
    concat!("SELECT ", columns!(), " FROM account_box_card WHERE inn = $1 ORDER BY box_id LIMIT 100"),
);
pub const LIST_BY_INN_KPP: Sql = Sql::directory(
    "account.list_cards_by_inn_and_kpp",
    concat!("SELECT ", columns!(), " FROM account_box_card WHERE inn = $1 AND kpp = $2 ORDER BY box_id LIMIT 100"),
);
const CARDS: &str = concat!("SELECT ", columns!(), " FROM account_box_card WHERE box_id IN ");
pub const FIND_FEW: Sql = in_list!(directory, "account.find_few_cards", CARDS, 1, FEW, "");
pub const FIND_MANY: Sql = in_list!(directory, "account.find_many_cards", CARDS, 1, MANY, "");
const BY_INN: &str = concat!("SELECT ", columns!(), " FROM account_box_card WHERE inn IN ");
pub const LIST_BY_FEW_INN: Sql =
    in_list!(directory, "account.list_cards_by_few_inn", BY_INN, 1, FEW, " ORDER BY inn, box_id LIMIT 1000");
pub const LIST_BY_MANY_INN: Sql =
    in_list!(directory, "account.list_cards_by_many_inn", BY_INN, 1, MANY, " ORDER BY inn, box_id LIMIT 1000");
pub const ADD_CARD: Sql = Sql::directory(
    "account.add_card",
    concat!(
        "INSERT INTO account_box_card (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    ),
);
pub const SET_ADDRESS: Sql = Sql::directory(
    "account.set_address_of_cards",
    "UPDATE account_box_card SET region_code = $2, postal_code = $3, district = $4, city = $5, locality = $6, street = $7,
       house = $8, building = $9, flat = $10
     WHERE organization_id = $1",
);
pub const REGISTER: Sql = Sql::directory(
    "account.register_inn_kpp",
    "INSERT INTO account_registered (inn, kpp, is_test, organization_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (inn, kpp, is_test) DO NOTHING",
);
pub const ADD_MEMBERSHIP: Sql = Sql::directory(
    "account.add_membership",
    "INSERT INTO account_membership (user_id, organization_id) VALUES ($1, $2)",
);
pub const REMOVE_MEMBERSHIP: Sql = Sql::directory(
    "account.remove_membership",
    "DELETE FROM account_membership WHERE user_id = $1 AND organization_id = $2",
);
pub const LIST_MINE: Sql = Sql::directory(
    "account.list_memberships",
    "SELECT organization_id FROM account_membership
     WHERE user_id = $1 AND organization_id > $2 ORDER BY organization_id LIMIT $3",
);

pub const COUNT_MINE: Sql =
    Sql::directory("account.count_memberships", "SELECT count(*) FROM account_membership WHERE user_id = $1");

/// The public card of a box.
pub async fn find_box(from: &mut (impl Fetch + ?Sized), box_id: BoxId) -> Result<Option<BoxCard>, Fault> {
    from.fetch_optional(&FIND_BOX, binds![box_id]).await?.map(|row| read_card(&row)).transpose()
}

/// The public cards of an organization's boxes.
pub async fn list_of_organization(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
) -> Result<Vec<BoxCard>, Fault> {
    from.fetch_all(&LIST_OF_ORGANIZATION, binds![organization_id]).await?.iter().map(read_card).collect()
}

/// The public card of a participant.
pub async fn find_participant(
    from: &mut (impl Fetch + ?Sized),
    participant_id: &ParticipantId,
) -> Result<Option<BoxCard>, Fault> {
    let row = from.fetch_optional(&FIND_PARTICIPANT, binds![participant_id.as_str()]).await?;
    row.map(|row| read_card(&row)).transpose()
}

/// Public cards of an ИНН, and of a КПП where it is given, in the order of box ids.
pub async fn list_by_inn(
    from: &mut (impl Fetch + ?Sized),
    inn: &Inn,
    kpp: Option<&Kpp>,
) -> Result<Vec<BoxCard>, Fault> {
    let rows = match kpp {
        None => from.fetch_all(&LIST_BY_INN, binds![inn]).await?,
        Some(kpp) => from.fetch_all(&LIST_BY_INN_KPP, binds![inn, kpp]).await?,
    };
    rows.iter().map(read_card).collect()
}

/// The public cards of boxes, in no order; a statement for each hundred.
pub async fn find_boxes(from: &mut (impl Fetch + ?Sized), ids: &[BoxId]) -> Result<Vec<BoxCard>, Fault> {
    let mut cards = Vec::new();
    for ids in ids.chunks(MANY) {
        let size = size_for(ids.len());
        let mut binds = binds![];
        fill(&mut binds, ids.iter().map(|id| Bind::Bytes(Some(id.to_vec()))), size);
        let rows = from.fetch_limited(if size == FEW { &FIND_FEW } else { &FIND_MANY }, binds, size).await?;
        for row in &rows {
            cards.push(read_card(row)?);
        }
    }
    Ok(cards)
}

/// The public cards of several ИНН, in their order; a statement for each hundred, which gives at most a thousand cards.
pub async fn list_by_inns(from: &mut (impl Fetch + ?Sized), inns: &[Inn]) -> Result<Vec<BoxCard>, Fault> {
    let mut cards = Vec::new();
    for inns in inns.chunks(MANY) {
        let size = size_for(inns.len());
        let mut binds = binds![];
        fill(&mut binds, inns.iter().map(|inn| Bind::Text(Some(inn.as_str().to_owned()))), size);
        let rows = from.fetch_all(if size == FEW { &LIST_BY_FEW_INN } else { &LIST_BY_MANY_INN }, binds).await?;
        for row in &rows {
            cards.push(read_card(row)?);
        }
    }
    Ok(cards)
}

/// How many organizations the person is a member of.
pub async fn count_mine(from: &mut (impl Fetch + ?Sized), user_id: UserId) -> Result<i64, Fault> {
    from.fetch_one(&COUNT_MINE, binds![user_id]).await?.i64(0)
}

/// Writes the public card of a new box.
pub async fn add_card(tx: &mut Tx<'_>, card: &BoxCard) -> Result<(), Fault> {
    let mut binds = binds![
        card.box_id,
        card.organization_id,
        card.participant_id.as_str(),
        card.name.as_str(),
        &card.inn,
        card.kpp.as_ref(),
        card.is_test
    ];
    binds.extend(address::binds(card.address.as_ref()));
    tx.execute(&ADD_CARD, binds).await?;
    Ok(())
}

/// Writes the address that the public cards of an organization's boxes show, or none.
pub async fn set_address(
    tx: &mut Tx<'_>,
    organization_id: OrganizationId,
    shown: Option<&Address>,
) -> Result<(), Fault> {
    let mut binds = binds![organization_id];
    binds.extend(address::binds(shown));
    tx.execute(&SET_ADDRESS, binds).await?;
    Ok(())
}

/// Takes (ИНН, КПП, test or not) for the organization; `false` when another has it.
pub async fn register(tx: &mut Tx<'_>, new: &NewOrganization, organization_id: OrganizationId) -> Result<bool, Fault> {
    let requisites = new.requisites();
    let kpp = requisites.kpp().map_or("", Kpp::as_str);
    Ok(tx.execute(&REGISTER, binds![requisites.inn(), kpp, new.is_test(), organization_id]).await? == 1)
}

/// Remembers that the person is a member.
pub async fn add_membership(tx: &mut Tx<'_>, user_id: UserId, organization_id: OrganizationId) -> Result<(), Fault> {
    tx.execute(&ADD_MEMBERSHIP, binds![user_id, organization_id]).await?;
    Ok(())
}

/// Forgets it.
pub async fn remove_membership(tx: &mut Tx<'_>, user_id: UserId, organization_id: OrganizationId) -> Result<(), Fault> {
    tx.execute(&REMOVE_MEMBERSHIP, binds![user_id, organization_id]).await?;
    Ok(())
}

/// Organizations the person is a member of, after `after`.
pub async fn list_mine(
    from: &mut (impl Fetch + ?Sized),
    user_id: UserId,
    after: &[u8],
    limit: i64,
) -> Result<Vec<OrganizationId>, Fault> {
    let rows = from.fetch_all(&LIST_MINE, binds![user_id, after, limit]).await?;
    rows.iter().map(|row| row.parsed(0, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))).collect()
}

fn read_card(row: &Row) -> Result<BoxCard, Fault> {
    let kpp = row.opt_text(5)?.map(|text| Kpp::parse(&text)).transpose();
    Ok(BoxCard {
        box_id: row.parsed(0, Row::bytes, |bytes| BoxId::from_bytes(&bytes))?,
        organization_id: row.parsed(1, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))?,
        participant_id: row.parsed(2, Row::text, |text| ParticipantId::parse(&text))?,
        name: row.text(3)?,
        inn: row.parsed(4, Row::text, |text| Inn::parse(&text))?,
        kpp: kpp.map_err(|_| unreadable("КПП of a card"))?,
        is_test: row.flag(6)?,
        address: address::read(row, 7)?,
    })
}
