//! A person registers an organization: with its root department, its box, and themself as first administrator.

use crate::limits::ORGANIZATIONS_OF_USER_MAX;
use crate::model::{
    AccountRefusal, BoxCard, Department, DepartmentAccess, Member, NewOrganization, OperatorCode, OrgBox, Organization,
    ParticipantId, Permissions,
};
use crate::scope::OrgScope;
use crate::store::{directory, members, organizations};
use ::store::{No, Tx};
use kernel::{Caller, Cx, OrganizationId, UserId};

/// Name of the department an organization is born with.
const ROOT_DEPARTMENT_NAME: &str = "Головное подразделение";

/// What is to be founded, and for whom.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The organization.
    pub new: NewOrganization,
    /// Its first administrator: the caller, unless the program itself asks.
    pub founder: UserId,
    /// The host's operator code, for the participant id.
    pub operator_code: OperatorCode,
    /// The participant id of an existing document's participant, for demonstrations in a store of their own; else one
    /// is made of the operator's code. No request from outside sets it.
    pub participant_id: Option<ParticipantId>,
}

/// What was founded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founded {
    /// The organization.
    pub organization: Organization,
    /// Its root department.
    pub root_department: Department,
    /// Its box.
    pub org_box: OrgBox,
}

/// Writes all of it. Refuses ИНН and КПП that are registered here already (test and ordinary organizations apart), and
/// anybody but the program itself who brings a participant id.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, founding: &Founding) -> Result<Founded, No<AccountRefusal>> {
    let (new, founder) = (&founding.new, founding.founder);
    if cx.caller != Caller::System && cx.caller.user_id() != Some(founder) {
        return Err(AccountRefusal::SignInNeeded.into());
    }
    if founding.participant_id.is_some() && cx.caller != Caller::System {
        return Err(AccountRefusal::not_found("participant").into());
    }
    let organization_id: OrganizationId = cx.new_id();
    if !directory::register(tx, new, organization_id).await? {
        return Err(AccountRefusal::AlreadyRegistered.into());
    }
    if directory::count_mine(tx, founder).await? >= ORGANIZATIONS_OF_USER_MAX {
        let max = usize::try_from(ORGANIZATIONS_OF_USER_MAX).unwrap_or_default();
        return Err(AccountRefusal::TooMany { what: "organizations", max }.into());
    }
    let scope = OrgScope::founding(organization_id, founder);
    let founded = born(cx, founding, organization_id);
    organizations::add(tx, &scope, &founded.organization).await?;
    organizations::add_department(tx, &scope, &founded.root_department).await?;
    organizations::add_box(tx, &scope, &founded.org_box).await?;
    let address = new.public_address().cloned();
    directory::add_card(tx, &BoxCard { address, ..card(&founded) }).await?;
    let (permissions, departments) = (Permissions::all(), DepartmentAccess::All);
    let member = Member { user_id: founder, permissions, departments, added_at: cx.now };
    members::add(tx, &scope, &member).await?;
    directory::add_membership(tx, founder, organization_id).await?;
    Ok(founded)
}

fn born(cx: &Cx, founding: &Founding, organization_id: OrganizationId) -> Founded {
    let new = &founding.new;
    let root_department = Department {
        department_id: cx.new_id(),
        parent_id: None,
        name: ROOT_DEPARTMENT_NAME.to_owned(),
        created_at: cx.now,
        archived_at: None,
    };
    let (inn, kpp) = (new.requisites().inn(), new.requisites().kpp());
    let org_box = OrgBox {
        box_id: cx.new_id(),
        organization_id,
        participant_id: founding
            .participant_id
            .clone()
            .unwrap_or_else(|| ParticipantId::new(&founding.operator_code, inn, kpp, &cx.chance)),
        root_department_id: root_department.department_id,
        created_at: cx.now,
    };
    let organization = Organization {
        organization_id,
        requisites: new.requisites().clone(),
        name: new.name().clone(),
        address: new.address().clone(),
        is_test: new.is_test(),
        created_at: cx.now,
    };
    Founded { organization, root_department, org_box }
}

fn card(founded: &Founded) -> BoxCard {
    let organization = &founded.organization;
    BoxCard {
        box_id: founded.org_box.box_id,
        organization_id: organization.organization_id,
        participant_id: founded.org_box.participant_id.clone(),
        name: organization.name.shown(),
        inn: organization.requisites.inn().clone(),
        kpp: organization.requisites.kpp().cloned(),
        is_test: organization.is_test,
        address: None,
    }
}
