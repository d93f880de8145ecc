//! What the room's answers look like.

use crate::model::{
    Address, BoxCard, DepartmentAccess, DepartmentId, IntegratorKey, Invitation, Member, OrgBox, Organization,
    OrganizationName, Permissions, SignIn, User,
};
use kernel::{Inn, Kpp, Ogrn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A user.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UserView {
    /// Id: tell it to an administrator who wants to make you a member.
    pub user_id: String,
    /// The e-mail address signed in with; empty for who signs in by a certificate and has proven no address yet.
    pub login: String,
    /// What others call the person.
    pub name: String,
    /// Since when, RFC 3339.
    pub created_at: String,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        let created_at = user.created_at.to_rfc3339();
        Self { user_id: user.user_id.to_string(), login: user.login, name: user.name, created_at }
    }
}

/// A sign-in, without its token.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SignInView {
    /// Id.
    pub sign_in_id: String,
    /// `page`, `api`, `diadoc`, `extern`, `oidc`.
    pub kind: &'static str,
    /// `password`, `password-and-second`, `certificate`, `phone`, `phone-and-second`, `passkey`.
    pub way: &'static str,
    /// From which network address; empty for sign-ins of older versions.
    pub address: String,
    /// What the client called itself.
    pub device: String,
    /// The integrator's key it came through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrator_key_id: Option<String>,
    /// Since when, RFC 3339.
    pub created_at: String,
    /// Until when, RFC 3339.
    pub expires_at: String,
}

impl From<SignIn> for SignInView {
    fn from(sign_in: SignIn) -> Self {
        let expires_at = sign_in.lasts_until().to_rfc3339();
        Self {
            sign_in_id: sign_in.sign_in_id.to_string(),
            kind: sign_in.kind.name(),
            way: sign_in.way.word(),
            address: sign_in.address,
            device: sign_in.device,
            integrator_key_id: sign_in.integrator_key_id.map(|id| id.to_string()),
            created_at: sign_in.created_at.to_rfc3339(),
            expires_at,
        }
    }
}

/// An address in the parts of АдрРФ; only the region is required.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AddressView {
    /// Two digits of the subject of the federation.
    pub region_code: String,
    /// Six digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Район.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Город.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Населённый пункт.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locality: Option<String>,
    /// Улица.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Дом.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house: Option<String>,
    /// Корпус.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<String>,
    /// Квартира, офис.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flat: Option<String>,
}

macro_rules! same_parts {
    ($from:ty => $to:ty) => {
        impl From<$from> for $to {
            fn from(address: $from) -> Self {
                Self {
                    region_code: address.region_code,
                    postal_code: address.postal_code,
                    district: address.district,
                    city: address.city,
                    locality: address.locality,
                    street: address.street,
                    house: address.house,
                    building: address.building,
                    flat: address.flat,
                }
            }
        }
    };
}
same_parts!(Address => AddressView);
same_parts!(AddressView => Address);

/// Surname, given name, patronymic of a sole proprietor.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonView {
    /// Фамилия.
    pub surname: String,
    /// Имя.
    pub given_name: String,
    /// Отчество.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<String>,
}

/// An organization, for its members.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganizationView {
    /// Id.
    pub organization_id: String,
    /// Name on one line.
    pub name: String,
    /// A sole proprietor's name in parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonView>,
    /// ИНН.
    pub inn: String,
    /// КПП of a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
    /// ОГРН or ОГРНИП.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ogrn: Option<String>,
    /// Address.
    pub address: AddressView,
    /// For trying things out.
    pub is_test: bool,
    /// Since when it is here, RFC 3339.
    pub created_at: String,
}

impl From<Organization> for OrganizationView {
    fn from(organization: Organization) -> Self {
        let name = organization.name.shown();
        let person = match organization.name {
            OrganizationName::Company(_) => None,
            OrganizationName::Person(person) => Some(PersonView {
                surname: person.surname,
                given_name: person.given_name,
                patronymic: person.patronymic,
            }),
        };
        let requisites = &organization.requisites;
        Self {
            organization_id: organization.organization_id.to_string(),
            name,
            person,
            inn: requisites.inn().to_string(),
            kpp: requisites.kpp().map(Kpp::to_string),
            ogrn: requisites.ogrn().map(Ogrn::to_string),
            address: organization.address.into(),
            is_test: organization.is_test,
            created_at: organization.created_at.to_rfc3339(),
        }
    }
}

/// A box, for the organization's members.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoxView {
    /// Id.
    pub box_id: String,
    /// Whose.
    pub organization_id: String,
    /// Id of the participant of electronic document exchange.
    pub participant_id: String,
    /// Where documents without a department go.
    pub root_department_id: String,
    /// Since when, RFC 3339.
    pub created_at: String,
}

impl From<OrgBox> for BoxView {
    fn from(org_box: OrgBox) -> Self {
        Self {
            box_id: org_box.box_id.to_string(),
            organization_id: org_box.organization_id.to_string(),
            participant_id: org_box.participant_id.to_string(),
            root_department_id: org_box.root_department_id.to_string(),
            created_at: org_box.created_at.to_rfc3339(),
        }
    }
}

/// What any signed-in user may know of another organization's box.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CardView {
    /// Box id: what documents are sent to.
    pub box_id: String,
    /// Participant id.
    pub participant_id: String,
    /// Name on one line.
    pub name: String,
    /// ИНН.
    pub inn: String,
    /// КПП of a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpp: Option<String>,
    /// A test organization.
    pub is_test: bool,
    /// The organization's address, where it is public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<AddressView>,
}

impl From<BoxCard> for CardView {
    fn from(card: BoxCard) -> Self {
        Self {
            box_id: card.box_id.to_string(),
            participant_id: card.participant_id.to_string(),
            name: card.name,
            inn: Inn::to_string(&card.inn),
            kpp: card.kpp.map(|kpp| kpp.to_string()),
            is_test: card.is_test,
            address: card.address.map(AddressView::from),
        }
    }
}

/// Rights of a member: `permissions` of `read`, `send`, `sign`, `administer`; `departments` absent means all.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RightsBody {
    /// Any of `read`, `send`, `sign`, `administer`; none includes another.
    pub permissions: Vec<String>,
    /// Ids of the departments whose documents are reached; absent: all, now and later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<String>>)]
    pub departments: Option<Vec<DepartmentId>>,
}

impl RightsBody {
    /// The model's values; refuses an unknown permission and too many departments.
    pub fn read(&self) -> Result<(Permissions, DepartmentAccess), crate::model::AccountRefusal> {
        let permissions = Permissions::parse(self.permissions.iter().map(String::as_str))?;
        let max = crate::limits::DEPARTMENTS_LISTED_MAX;
        let departments = match &self.departments {
            None => DepartmentAccess::All,
            Some(listed) if listed.len() > max => {
                return Err(crate::model::AccountRefusal::TooMany { what: "departments of a member", max });
            }
            Some(listed) => DepartmentAccess::Listed(listed.iter().copied().collect()),
        };
        Ok((permissions, departments))
    }

    fn of(permissions: &Permissions, departments: &DepartmentAccess) -> Self {
        Self {
            permissions: permissions.names().into_iter().map(str::to_owned).collect(),
            departments: match departments {
                DepartmentAccess::All => None,
                DepartmentAccess::Listed(listed) => Some(listed.iter().copied().collect()),
            },
        }
    }
}

/// A member of an organization.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MemberView {
    /// The user.
    pub user_id: String,
    /// Login, for those who may see it: absent right after a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the member may do beside what their roles let and others delegated.
    pub rights: RightsBody,
    /// Keys of the member's roles; absent right after a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
    /// Since when, RFC 3339.
    pub added_at: String,
}

impl MemberView {
    pub fn of(member: &Member, user: Option<User>) -> Self {
        let (login, name) = user.map(|user| (user.login, user.name)).unzip();
        Self {
            user_id: member.user_id.to_string(),
            login,
            name,
            rights: RightsBody::of(&member.permissions, &member.departments),
            roles: None,
            added_at: member.added_at.to_rfc3339(),
        }
    }
}

/// An invitation, without its token.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InvitationView {
    /// Id.
    pub invitation_id: String,
    /// The address the letter went to.
    pub address: String,
    /// What the new member will be allowed.
    pub permissions: Vec<&'static str>,
    /// Since when, RFC 3339.
    pub created_at: String,
    /// Until when it may be accepted, RFC 3339.
    pub expires_at: String,
    /// When it was accepted or withdrawn, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
}

impl From<Invitation> for InvitationView {
    fn from(invitation: Invitation) -> Self {
        Self {
            invitation_id: invitation.invitation_id.to_string(),
            permissions: invitation.permissions.names(),
            address: invitation.address,
            created_at: invitation.created_at.to_rfc3339(),
            expires_at: invitation.expires_at.to_rfc3339(),
            ended_at: invitation.ended_at.map(kernel::Moment::to_rfc3339),
        }
    }
}

/// A key of an integrator's program, without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct IntegratorKeyView {
    /// Id.
    pub integrator_key_id: String,
    /// What the program shows; public.
    pub client_id: String,
    /// Name.
    pub name: String,
    /// Since when, RFC 3339.
    pub created_at: String,
    /// When it was revoked, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
}

impl From<IntegratorKey> for IntegratorKeyView {
    fn from(key: IntegratorKey) -> Self {
        Self {
            integrator_key_id: key.integrator_key_id.to_string(),
            client_id: key.client_id,
            name: key.name,
            created_at: key.created_at.to_rfc3339(),
            ended_at: key.ended_at.map(kernel::Moment::to_rfc3339),
        }
    }
}
