//! Organizations, departments and boxes.

use crate::model::{
    Address, Department, DepartmentId, OrgBox, Organization, OrganizationName, ParticipantId, PersonName, Requisites,
    RequisitesDraft,
};
use crate::scope::{OrgScope, unreadable};
use crate::store::address;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{BoxId, Moment, OrganizationId};

pub const ADD: Sql = Sql::org(
    "account.add_organization",
    "INSERT INTO account_organization
       (organization_id, version, name, surname, given_name, patronymic, inn, kpp, ogrn, is_test,
        region_code, postal_code, district, city, locality, street, house, building, flat, created_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
);
pub const LOCK: Sql = Sql::org(
    "account.lock_organization",
    "UPDATE account_organization SET version = version + 1 WHERE organization_id = $1",
);
pub const GET: Sql = Sql::org(
    "account.get_organization",
    "SELECT organization_id, name, surname, given_name, patronymic, inn, kpp, ogrn, is_test,
       region_code, postal_code, district, city, locality, street, house, building, flat, created_at
     FROM account_organization WHERE organization_id = $1",
);
pub const SET_ADDRESS: Sql = Sql::org(
    "account.set_address",
    "UPDATE account_organization SET region_code = $2, postal_code = $3, district = $4, city = $5, locality = $6,
       street = $7, house = $8, building = $9, flat = $10
     WHERE organization_id = $1",
);
pub const ADD_DEPARTMENT: Sql = Sql::org(
    "account.add_department",
    "INSERT INTO account_department (organization_id, department_id, parent_id, name, created_at)
     VALUES ($1, $2, $3, $4, $5)",
);
pub const SET_DEPARTMENT: Sql = Sql::org(
    "account.set_department",
    "UPDATE account_department SET parent_id = $3, name = $4, archived_at = $5
     WHERE organization_id = $1 AND department_id = $2",
);
pub const LIST_DEPARTMENTS: Sql = Sql::org(
    "account.list_departments",
    "SELECT department_id, parent_id, name, created_at, archived_at FROM account_department
     WHERE organization_id = $1 ORDER BY department_id LIMIT 1000",
);
pub const ADD_BOX: Sql = Sql::org(
    "account.add_box",
    "INSERT INTO account_box (organization_id, box_id, participant_id, root_department_id, created_at)
     VALUES ($1, $2, $3, $4, $5)",
);
pub const LIST_BOXES: Sql = Sql::org(
    "account.list_boxes",
    "SELECT organization_id, box_id, participant_id, root_department_id, created_at FROM account_box
     WHERE organization_id = $1 ORDER BY box_id LIMIT 100",
);
pub const FIND_BOX: Sql = Sql::org(
    "account.find_box",
    "SELECT organization_id, box_id, participant_id, root_department_id, created_at FROM account_box
     WHERE organization_id = $1 AND box_id = $2",
);

/// Takes the organization's lock for this transaction: the first statement of every write to it.
pub async fn lock(tx: &mut Tx<'_>, scope: &OrgScope) -> Result<(), Fault> {
    tx.execute(&LOCK, binds![scope.organization_id()]).await?;
    Ok(())
}

/// Writes a new organization.
pub async fn add(tx: &mut Tx<'_>, scope: &OrgScope, new: &Organization) -> Result<(), Fault> {
    let requisites = &new.requisites;
    let person = match &new.name {
        OrganizationName::Company(_) => None,
        OrganizationName::Person(person) => Some(person),
    };
    let mut binds = binds![
        scope.organization_id(),
        new.name.shown(),
        person.map(|person| person.surname.as_str()),
        person.map(|person| person.given_name.as_str()),
        person.and_then(|person| person.patronymic.as_deref()),
        requisites.inn(),
        requisites.kpp(),
        requisites.ogrn(),
        new.is_test
    ];
    binds.extend(address::binds(Some(&new.address)));
    binds.extend(binds![new.created_at]);
    tx.execute(&ADD, binds).await?;
    Ok(())
}

/// Writes the address.
pub async fn set_address(tx: &mut Tx<'_>, scope: &OrgScope, now: &Address) -> Result<(), Fault> {
    let mut binds = binds![scope.organization_id()];
    binds.extend(address::binds(Some(now)));
    tx.execute(&SET_ADDRESS, binds).await?;
    Ok(())
}

/// The organization itself.
pub async fn get(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Organization, Fault> {
    let row = from.fetch_one(&GET, binds![scope.organization_id()]).await?;
    let (inn, kpp, ogrn) = (row.text(5)?, row.opt_text(6)?, row.opt_text(7)?);
    let draft = RequisitesDraft { inn: &inn, kpp: kpp.as_deref(), ogrn: ogrn.as_deref() };
    let name = match (row.opt_text(2)?, row.opt_text(3)?) {
        (Some(surname), Some(given_name)) => {
            OrganizationName::Person(PersonName { surname, given_name, patronymic: row.opt_text(4)? })
        }
        _ => OrganizationName::Company(row.text(1)?),
    };
    Ok(Organization {
        organization_id: row.parsed(0, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))?,
        requisites: Requisites::parse(draft).map_err(|_| unreadable("requisites of an organization"))?,
        name,
        is_test: row.flag(8)?,
        address: address::read(&row, 9)?.ok_or_else(|| unreadable("address of an organization"))?,
        created_at: Moment::from_micros(row.i64(18)?),
    })
}

/// Writes a new department.
pub async fn add_department(tx: &mut Tx<'_>, scope: &OrgScope, new: &Department) -> Result<(), Fault> {
    let name = new.name.as_str();
    let binds = binds![scope.organization_id(), new.department_id, new.parent_id, name, new.created_at];
    tx.execute(&ADD_DEPARTMENT, binds).await?;
    Ok(())
}

/// Replaces the name, the place and whether it is archived.
pub async fn set_department(tx: &mut Tx<'_>, scope: &OrgScope, now: &Department) -> Result<(), Fault> {
    let name = now.name.as_str();
    let binds = binds![scope.organization_id(), now.department_id, now.parent_id, name, now.archived_at];
    tx.execute(&SET_DEPARTMENT, binds).await?;
    Ok(())
}

/// Every department, archived ones too, the root first.
pub async fn list_departments(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<Department>, Fault> {
    let read = |row: &Row| {
        let parent_id = row.opt_bytes(1)?.map(|bytes| DepartmentId::from_bytes(&bytes)).transpose();
        Ok(Department {
            department_id: row.parsed(0, Row::bytes, |bytes| DepartmentId::from_bytes(&bytes))?,
            parent_id: parent_id.map_err(|_| unreadable("parent of a department"))?,
            name: row.text(2)?,
            created_at: Moment::from_micros(row.i64(3)?),
            archived_at: row.opt_i64(4)?.map(Moment::from_micros),
        })
    };
    from.fetch_all(&LIST_DEPARTMENTS, binds![scope.organization_id()]).await?.iter().map(read).collect()
}

/// Writes a new box.
pub async fn add_box(tx: &mut Tx<'_>, scope: &OrgScope, new: &OrgBox) -> Result<(), Fault> {
    let participant = new.participant_id.as_str();
    let binds = binds![scope.organization_id(), new.box_id, participant, new.root_department_id, new.created_at];
    tx.execute(&ADD_BOX, binds).await?;
    Ok(())
}

/// Every box of the organization.
pub async fn list_boxes(from: &mut (impl Fetch + ?Sized), scope: &OrgScope) -> Result<Vec<OrgBox>, Fault> {
    from.fetch_all(&LIST_BOXES, binds![scope.organization_id()]).await?.iter().map(read_box).collect()
}

/// A box of the organization; another organization's box is not found.
pub async fn find_box(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    box_id: BoxId,
) -> Result<Option<OrgBox>, Fault> {
    let row = from.fetch_optional(&FIND_BOX, binds![scope.organization_id(), box_id]).await?;
    row.as_ref().map(read_box).transpose()
}

fn read_box(row: &Row) -> Result<OrgBox, Fault> {
    Ok(OrgBox {
        organization_id: row.parsed(0, Row::bytes, |bytes| OrganizationId::from_bytes(&bytes))?,
        box_id: row.parsed(1, Row::bytes, |bytes| BoxId::from_bytes(&bytes))?,
        participant_id: row.parsed(2, Row::text, |text| ParticipantId::parse(&text))?,
        root_department_id: row.parsed(3, Row::bytes, |bytes| DepartmentId::from_bytes(&bytes))?,
        created_at: Moment::from_micros(row.i64(4)?),
    })
}
