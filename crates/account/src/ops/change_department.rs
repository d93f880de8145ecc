//! An administrator makes, renames, moves and archives departments.

use crate::limits::DEPARTMENTS_MAX;
use crate::model::{AccountRefusal, Department, DepartmentId, PeopleRefusal, Permission, PersonTitle, check_place};
use crate::scope::authorize;
use crate::store::organizations;
use ::store::{No, Tx};
use kernel::{Cx, OrganizationId};

/// A department to be made.
#[derive(Debug, Clone)]
pub struct NewDepartment {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Under which.
    pub parent_id: DepartmentId,
    /// Its name.
    pub name: PersonTitle,
}

/// A department's new name and place.
#[derive(Debug, Clone)]
pub struct ChangedDepartment {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Which.
    pub department_id: DepartmentId,
    /// Under which from now on; the root keeps its place and has none.
    pub parent_id: Option<DepartmentId>,
    /// Its name from now on.
    pub name: PersonTitle,
}

/// Which department is archived, or taken back.
#[derive(Debug, Clone, Copy)]
pub struct ArchivedDepartment {
    /// Whose.
    pub organization_id: OrganizationId,
    /// Which.
    pub department_id: DepartmentId,
    /// Archived from now on, or not.
    pub is_archived: bool,
}

/// Writes a new department. Refuses a place where it cannot lie.
pub async fn create(tx: &mut Tx<'_>, cx: &Cx, new: &NewDepartment) -> Result<Department, No<AccountRefusal>> {
    let scope = authorize(tx, cx, new.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let all = organizations::list_departments(tx, &scope).await?;
    if all.len() >= DEPARTMENTS_MAX {
        return Err(AccountRefusal::TooMany { what: "departments", max: DEPARTMENTS_MAX }.into());
    }
    check_place(&all, None, (new.parent_id, new.name.as_str()))?;
    let department = Department {
        department_id: cx.new_id(),
        parent_id: Some(new.parent_id),
        name: new.name.as_str().to_owned(),
        created_at: cx.now,
        archived_at: None,
    };
    organizations::add_department(tx, &scope, &department).await?;
    Ok(department)
}

/// Writes the name and the place. Refuses to move the root, and a place where the department cannot lie.
pub async fn change(tx: &mut Tx<'_>, cx: &Cx, changed: &ChangedDepartment) -> Result<Department, No<AccountRefusal>> {
    let scope = authorize(tx, cx, changed.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let all = organizations::list_departments(tx, &scope).await?;
    let found = find(&all, changed.department_id)?;
    match (found.parent_id, changed.parent_id) {
        (None, None) => {}
        (None, Some(_)) | (Some(_), None) => return Err(AccountRefusal::from(PeopleRefusal::DepartmentRoot).into()),
        (Some(_), Some(parent_id)) => {
            check_place(&all, Some(changed.department_id), (parent_id, changed.name.as_str()))?;
        }
    }
    let name = changed.name.as_str().to_owned();
    let department = Department { parent_id: changed.parent_id, name, ..found.clone() };
    organizations::set_department(tx, &scope, &department).await?;
    Ok(department)
}

/// Archives a department, or takes it back. Refuses the root, one under which others lie, and one whose place is taken.
pub async fn archive(tx: &mut Tx<'_>, cx: &Cx, which: &ArchivedDepartment) -> Result<Department, No<AccountRefusal>> {
    let scope = authorize(tx, cx, which.organization_id, Permission::Administer).await?;
    organizations::lock(tx, &scope).await?;
    let all = organizations::list_departments(tx, &scope).await?;
    let found = find(&all, which.department_id)?;
    let parent_id = found.parent_id.ok_or(AccountRefusal::from(PeopleRefusal::DepartmentRoot))?;
    let lies_under = |each: &Department| each.parent_id == Some(which.department_id) && each.archived_at.is_none();
    if which.is_archived && all.iter().any(lies_under) {
        return Err(AccountRefusal::from(PeopleRefusal::DepartmentNotEmpty).into());
    }
    if !which.is_archived {
        check_place(&all, Some(which.department_id), (parent_id, &found.name))?;
    }
    let archived_at = which.is_archived.then(|| found.archived_at.unwrap_or(cx.now));
    let department = Department { archived_at, ..found.clone() };
    organizations::set_department(tx, &scope, &department).await?;
    Ok(department)
}

fn find(all: &[Department], id: DepartmentId) -> Result<&Department, AccountRefusal> {
    all.iter().find(|each| each.department_id == id).ok_or(AccountRefusal::not_found("department"))
}
