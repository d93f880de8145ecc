//! Departments of an organization's box.

use super::{AccountRefusal, PeopleRefusal};
use kernel::Moment;

kernel::typed_id!(
    /// A department (подразделение) of an organization.
    pub struct DepartmentId
);

/// A department; every organization is born with its root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// Its id.
    pub department_id: DepartmentId,
    /// The department above; the root has none.
    pub parent_id: Option<DepartmentId>,
    /// As shown.
    pub name: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was archived: nothing new goes there.
    pub archived_at: Option<Moment>,
}

/// Levels of departments under each other: the deepest holdings keep five.
pub const DEPARTMENT_LEVELS_MAX: usize = 10;

/// Refuses a place for a department where it cannot lie: under an unknown or archived one, under itself, too deep, or
/// beside one of the same name. `department_id` is `None` for a new one.
pub fn check_place(
    all: &[Department],
    department_id: Option<DepartmentId>,
    (parent_id, name): (DepartmentId, &str),
) -> Result<(), AccountRefusal> {
    let find = |id: DepartmentId| all.iter().find(|each| each.department_id == id);
    let mut above = find(parent_id).ok_or(AccountRefusal::not_found("department"))?;
    if above.archived_at.is_some() {
        return Err(PeopleRefusal::DepartmentArchived.into());
    }
    for _ in 1..DEPARTMENT_LEVELS_MAX {
        if Some(above.department_id) == department_id {
            return Err(PeopleRefusal::DepartmentCycle.into());
        }
        let Some(next) = above.parent_id.and_then(find) else { return check_name(all, department_id, parent_id, name) };
        above = next;
    }
    Err(AccountRefusal::TooMany { what: "levels of departments", max: DEPARTMENT_LEVELS_MAX })
}

fn check_name(
    all: &[Department],
    department_id: Option<DepartmentId>,
    parent_id: DepartmentId,
    name: &str,
) -> Result<(), AccountRefusal> {
    let is_sister = |each: &&Department| {
        each.parent_id == Some(parent_id) && each.archived_at.is_none() && Some(each.department_id) != department_id
    };
    if all.iter().filter(is_sister).any(|sister| sister.name == name) {
        return Err(PeopleRefusal::DepartmentNameTaken.into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TypedId as _, uuid::Uuid};

    fn id(number: u128) -> DepartmentId {
        DepartmentId::from_uuid(Uuid::from_u128(number))
    }

    fn department(number: u128, parent: Option<u128>) -> Department {
        let name = format!("отдел {number}");
        Department {
            department_id: id(number),
            parent_id: parent.map(id),
            name,
            created_at: Moment::EPOCH,
            archived_at: None,
        }
    }

    #[test]
    fn places() {
        let mut all: Vec<_> = [(1, None), (2, Some(1)), (3, Some(2))].map(|(n, p)| department(n, p)).into();
        all.push(Department { archived_at: Some(Moment::EPOCH), ..department(4, Some(1)) });
        all.extend((10..18).map(|n| department(n, Some(if n == 10 { 3 } else { n - 1 }))));
        let deep = Err(AccountRefusal::TooMany { what: "levels of departments", max: DEPARTMENT_LEVELS_MAX });
        for (moved, parent, name, expected) in [
            (None, 1, "новый", Ok(())),
            (None, 1, "отдел 4", Ok(())),
            (Some(3), 1, "отдел 3", Ok(())),
            (Some(2), 1, "отдел 2", Ok(())),
            (None, 1, "отдел 2", Err(PeopleRefusal::DepartmentNameTaken.into())),
            (Some(3), 1, "отдел 2", Err(PeopleRefusal::DepartmentNameTaken.into())),
            (Some(2), 2, "x", Err(PeopleRefusal::DepartmentCycle.into())),
            (Some(2), 3, "x", Err(PeopleRefusal::DepartmentCycle.into())),
            (None, 4, "x", Err(PeopleRefusal::DepartmentArchived.into())),
            (None, 99, "x", Err(AccountRefusal::not_found("department"))),
            (None, 15, "x", Ok(())),
            (None, 16, "x", deep.clone()),
            (None, 17, "x", deep),
        ] {
            assert_eq!(check_place(&all, moved.map(id), (id(parent), name)), expected, "{moved:?} {parent} {name}");
        }
    }
}
