//! `POST /api/v1/account/organizations`

use crate::http::Room;
use crate::http::departments::DepartmentView;
use crate::http::views::{AddressView, BoxView, OrganizationView, PersonView};
use crate::model::{AccountRefusal, NewOrganization, OrganizationName, Requisites, RequisitesDraft};
use crate::ops::create_organization::{Founded, Founding, run};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Limited, Once, Problem, RequestBody, SignedIn};

/// An organization to be registered: a company has `name` and КПП, a sole proprietor has `person`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct NewOrganizationBody {
    /// ИНН: 10 digits of a company, 12 of a person.
    pub inn: String,
    /// КПП of a company.
    #[serde(default)]
    pub kpp: Option<String>,
    /// ОГРН (13 digits) or ОГРНИП (15).
    #[serde(default)]
    pub ogrn: Option<String>,
    /// A company's full name.
    #[serde(default)]
    pub name: Option<String>,
    /// A sole proprietor's name.
    #[serde(default)]
    pub person: Option<PersonView>,
    /// Address.
    pub address: AddressView,
    /// Whether any signed-in user sees it on the card of the organization's box; absent: a company's is seen, as the
    /// public register shows it, a sole proprietor's is not.
    #[serde(default)]
    pub address_is_public: Option<bool>,
    /// For trying things out: documents are marked as tests.
    #[serde(default)]
    pub is_test: bool,
}

impl RequestBody for NewOrganizationBody {}

impl NewOrganizationBody {
    fn into_model(self) -> Result<NewOrganization, AccountRefusal> {
        let draft = RequisitesDraft { inn: &self.inn, kpp: self.kpp.as_deref(), ogrn: self.ogrn.as_deref() };
        let requisites = Requisites::parse(draft)?;
        let name = match (&self.name, &self.person) {
            (Some(name), None) => OrganizationName::company(name)?,
            (None, Some(person)) => {
                OrganizationName::person(&person.surname, &person.given_name, person.patronymic.as_deref())?
            }
            _ => {
                let problem = "a company has `name`, a sole proprietor has `person`, nobody has both";
                return Err(AccountRefusal::RequisitesDisagree { field: "name", problem });
            }
        };
        let new = NewOrganization::new(requisites, name, self.address.into(), self.is_test)?;
        Ok(match self.address_is_public {
            Some(is_public) => new.with_public_address(is_public),
            None => new,
        })
    }
}

/// A registered organization with what it was born with.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct FoundedView {
    /// The organization.
    pub organization: OrganizationView,
    /// Its root department.
    pub root_department: DepartmentView,
    /// Its box.
    #[serde(rename = "box")]
    pub org_box: BoxView,
}

impl From<Founded> for FoundedView {
    fn from(founded: Founded) -> Self {
        Self {
            organization: founded.organization.into(),
            root_department: founded.root_department.into(),
            org_box: founded.org_box.into(),
        }
    }
}

/// Registers an organization; the caller becomes its first administrator.
#[utoipa::path(post, path = "/api/v1/account/organizations", tag = "account", security(("token" = [])),
    params(("Idempotency-Key" = String, Header)), request_body = NewOrganizationBody,
    responses((status = 201, description = "The organization, its root department and its box.", body = FoundedView)))]
pub(in crate::http) async fn create(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    key: IdempotencyKey,
    body: Limited<NewOrganizationBody>,
) -> Answer<FoundedView> {
    let founder = cx.caller.user_id().ok_or_else(|| Problem::refused(AccountRefusal::SignInNeeded))?;
    let once = Once::new(&cx, founder, "account.create-organization", &key, body.hash());
    let new = body.into_inner().into_model().map_err(Problem::refused)?;
    let founding = Founding { new, founder, operator_code: room.settings.operator_code.clone(), participant_id: None };
    room.app
        .write_once(&cx, once, founding, |tx, cx, founding| {
            Box::pin(async move { Ok(FoundedView::from(run(tx, cx, founding).await?)) })
        })
        .await
}
