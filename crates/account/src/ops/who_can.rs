//! Who can do what: every grant with its source.

use super::paging::{after, page, rows};
use crate::model::{AccountRefusal, DepartmentId, Grant, Grants, Permission, User};
use crate::scope::OrgScope;
use crate::store::{grants, members, users};
use ::store::{Fetch, No};
use kernel::{Moment, Page, PageRequest, UserId};

/// What is asked; what is absent is not asked about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Question {
    /// Who may do this.
    pub permission: Option<Permission>,
    /// Who reaches this department.
    pub department_id: Option<DepartmentId>,
    /// What may this member do.
    pub user_id: Option<UserId>,
}

/// A member and the grants that answer the question; members without one are not among the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Who.
    pub user_id: UserId,
    /// The person, where the row is there.
    pub user: Option<User>,
    /// By what, each with its source.
    pub grants: Vec<Grant>,
}

/// Answers at a moment, in the order of the members' ids. A page may be shorter than asked for.
pub async fn run(
    from: &mut (impl Fetch + ?Sized),
    scope: &OrgScope,
    (question, at): (Question, Moment),
    request: &PageRequest,
) -> Result<Page<Access>, No<AccountRefusal>> {
    let found = match question.user_id {
        Some(user_id) => {
            let member = members::find(from, scope, user_id).await?;
            Page { items: vec![member.ok_or(AccountRefusal::not_found("member"))?], next: None }
        }
        None => {
            let found = members::list(from, scope, &after(request), rows(request)).await?;
            page(found, request, |member| member.user_id.to_vec())
        }
    };
    let mut items = Vec::with_capacity(found.items.len());
    for member in found.items {
        let user_id = member.user_id;
        let all = grants::find(from, scope.organization_id(), user_id, at).await?.unwrap_or_default();
        let grants = answer(all, question);
        if !grants.is_empty() {
            items.push(Access { user_id, user: users::find(from, user_id).await?, grants });
        }
    }
    Ok(Page { items, next: found.next })
}

/// The grants that answer, with no other permission in them where one is asked for.
fn answer(all: Grants, question: Question) -> Vec<Grant> {
    let narrowed = all.0.into_iter().map(|grant| match question.permission {
        Some(asked) => Grant { permissions: grant.permissions.iter().filter(|each| *each == asked).collect(), ..grant },
        None => grant,
    });
    let answers = |grant: &Grant| {
        let reaches = question.department_id.is_none_or(|id| grant.departments.reaches(id));
        reaches && grant.permissions.iter().next().is_some()
    };
    narrowed.filter(answers).collect()
}
