//! What answers about roles, delegations, access and notices look like.

use crate::model::{
    AccessRequest, Delegation, DepartmentAccess, Grant, GrantSource, Notice, Permissions, Role, RoleKey, User,
};
use crate::ops::ask_access::Asked;
use crate::ops::delegate::DelegatedAct;
use crate::ops::who_can::Access;
use kernel::Moment;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Language, Texts};

fn names(permissions: &Permissions) -> Vec<&'static str> {
    permissions.names()
}

fn listed(departments: DepartmentAccess) -> Option<Vec<String>> {
    match departments {
        DepartmentAccess::All => None,
        DepartmentAccess::Listed(listed) => Some(listed.iter().map(ToString::to_string).collect()),
    }
}

/// A role.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RoleView {
    /// `reader`, `primary-documents`, `accountant`, `director`, `administrator`, or the id of an own role.
    pub role: String,
    /// What people call it; of a built-in one in the language of `Accept-Language`.
    pub name: String,
    /// Whether every organization has it: then it cannot be changed.
    pub is_built_in: bool,
    /// What it lets do.
    pub permissions: Vec<&'static str>,
}

impl RoleView {
    pub fn own(role: &Role) -> Self {
        let (name, permissions) = (role.name.as_str().to_owned(), names(&role.permissions));
        Self { role: role.key.as_str().to_owned(), name, is_built_in: false, permissions }
    }

    pub fn built_in(key: &RoleKey, texts: &Texts, language: Language) -> Self {
        let name = texts.text(language, &format!("account-role-{}", key.as_str()), &[]);
        Self {
            role: key.as_str().to_owned(),
            name: name.unwrap_or_else(|| key.as_str().to_owned()),
            is_built_in: true,
            permissions: names(&key.built_in().unwrap_or_default()),
        }
    }
}

/// A delegation: what one member lets another do in their place.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DelegationView {
    /// Id.
    pub delegation_id: String,
    /// Whose place.
    pub from_user_id: String,
    /// Who acts.
    pub to_user_id: String,
    /// What may be done, never more than the delegator may at that moment.
    pub permissions: Vec<&'static str>,
    /// Why.
    pub reason: String,
    /// From when, RFC 3339.
    pub starts_at: String,
    /// Until when, RFC 3339.
    pub ends_at: String,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// When it was ended before its time, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<String>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_by: Option<String>,
}

impl From<Delegation> for DelegationView {
    fn from(delegation: Delegation) -> Self {
        Self {
            delegation_id: delegation.delegation_id.to_string(),
            from_user_id: delegation.from.to_string(),
            to_user_id: delegation.to.to_string(),
            permissions: names(&delegation.permissions),
            reason: delegation.reason,
            starts_at: delegation.starts_at.to_rfc3339(),
            ends_at: delegation.ends_at.to_rfc3339(),
            created_at: delegation.created_at.to_rfc3339(),
            revoked_at: delegation.revoked_at.map(Moment::to_rfc3339),
            revoked_by: delegation.revoked_by.map(|id| id.to_string()),
        }
    }
}

/// Something done under a delegation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DelegatedActView {
    /// Id.
    pub act_id: String,
    /// Who did it.
    pub user_id: String,
    /// What: the stable name of the act, such as `exchange.post-message`.
    pub what: String,
    /// The request's id, as in its answer and in logs.
    pub request_id: String,
    /// When, RFC 3339.
    pub done_at: String,
}

impl From<DelegatedAct> for DelegatedActView {
    fn from(act: DelegatedAct) -> Self {
        Self {
            act_id: act.act_id.to_string(),
            user_id: act.user_id.to_string(),
            what: act.what,
            request_id: act.request_id.to_string(),
            done_at: act.done_at.to_rfc3339(),
        }
    }
}

/// Permissions with their departments and their source.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GrantView {
    /// What may be done.
    pub permissions: Vec<&'static str>,
    /// Ids of the departments; absent: all, now and later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departments: Option<Vec<String>>,
    /// `permission`, `role` or `delegation`.
    pub source: &'static str,
    /// The role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The delegation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegation_id: Option<String>,
    /// Who delegated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_user_id: Option<String>,
    /// Until when, RFC 3339; absent: until it is changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

impl From<Grant> for GrantView {
    fn from(grant: Grant) -> Self {
        let view = Self {
            permissions: names(&grant.permissions),
            departments: listed(grant.departments),
            source: "permission",
            role: None,
            delegation_id: None,
            from_user_id: None,
            until: None,
        };
        match grant.source {
            GrantSource::Own => view,
            GrantSource::Role(key) => Self { source: "role", role: Some(key.as_str().to_owned()), ..view },
            GrantSource::Delegation { delegation_id, from, until } => Self {
                source: "delegation",
                delegation_id: Some(delegation_id.to_string()),
                from_user_id: Some(from.to_string()),
                until: Some(until.to_rfc3339()),
                ..view
            },
        }
    }
}

/// A member and why they may do what was asked about.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AccessView {
    /// Who.
    pub user_id: String,
    /// Login.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Every grant that answers, each with its source.
    pub grants: Vec<GrantView>,
}

impl From<Access> for AccessView {
    fn from(access: Access) -> Self {
        let (login, name) = access.user.map(|user| (user.login, user.name)).unzip();
        let grants = access.grants.into_iter().map(GrantView::from).collect();
        Self { user_id: access.user_id.to_string(), login, name, grants }
    }
}

/// A request for access, as its author sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnAccessRequestView {
    /// Id.
    pub access_request_id: String,
    /// ИНН of the organization asked.
    pub inn: String,
    /// КПП of a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
    /// What the author said.
    pub comment: String,
    /// `open`, `approved`, `refused`, `withdrawn`.
    pub state: &'static str,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was asked, RFC 3339.
    pub created_at: String,
    /// When it was decided, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<String>,
}

impl From<(AccessRequest, Asked)> for OwnAccessRequestView {
    fn from((request, asked): (AccessRequest, Asked)) -> Self {
        Self {
            access_request_id: request.access_request_id.to_string(),
            inn: asked.inn.as_str().to_owned(),
            kpp: asked.kpp.map(|kpp| kpp.as_str().to_owned()),
            comment: request.comment,
            state: request.state.name(),
            reason: request.reason,
            created_at: request.created_at.to_rfc3339(),
            decided_at: request.decided_at.map(Moment::to_rfc3339),
        }
    }
}

/// A request for access, as an administrator of the organization sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AccessRequestView {
    /// Id.
    pub access_request_id: String,
    /// Who asks.
    pub user_id: String,
    /// Login.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the person says.
    pub comment: String,
    /// `open`, `approved`, `refused`, `withdrawn`.
    pub state: &'static str,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was asked, RFC 3339.
    pub created_at: String,
    /// When it was decided, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<String>,
}

impl AccessRequestView {
    pub fn of(request: AccessRequest, user: Option<User>) -> Self {
        let (login, name) = user.map(|user| (user.login, user.name)).unzip();
        Self {
            access_request_id: request.access_request_id.to_string(),
            user_id: request.user_id.to_string(),
            login,
            name,
            comment: request.comment,
            state: request.state.name(),
            reason: request.reason,
            created_at: request.created_at.to_rfc3339(),
            decided_at: request.decided_at.map(Moment::to_rfc3339),
        }
    }
}

/// A notice.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NoticeView {
    /// Id.
    pub notice_id: String,
    /// In which organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<String>,
    /// `access-asked`, `access-approved`, `access-refused`, `delegation-given`, `delegation-made`, `delegation-revoked`,
    /// `task-given`, `task-done`, `task-returned`, `task-withdrawn`, `certificate-revoked`,
    /// `certificate-suspended`.
    pub kind: &'static str,
    /// For a person, in the language of `Accept-Language`.
    pub text: String,
    /// When, RFC 3339.
    pub created_at: String,
    /// When it was seen, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<String>,
}

impl NoticeView {
    pub fn of(notice: Notice, texts: &Texts, language: Language) -> Self {
        let arguments: Vec<_> = notice.arguments.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let text = texts.text(language, notice.kind.text_key(), &arguments);
        Self {
            notice_id: notice.notice_id.to_string(),
            organization_id: notice.organization_id.map(|id| id.to_string()),
            kind: notice.kind.name(),
            text: text.unwrap_or_else(|| notice.kind.name().to_owned()),
            created_at: notice.created_at.to_rfc3339(),
            read_at: notice.read_at.map(Moment::to_rfc3339),
        }
    }
}

/// Notices, and how many of all were not seen.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BellView {
    /// The newest first.
    pub items: Vec<NoticeView>,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Of all, not only of these.
    pub unread: i64,
}
