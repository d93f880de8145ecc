//! Who may do what, by `account`; and the names it keeps, for certificates.

use crate::Refusal;
use crate::model::{Holder, HolderOrganization};
use account::{AccountRefusal, OrganizationName, Permission};
use kernel::{Cx, OrganizationId, UserId};
use store::{Fetch, No, Tx};

/// A member who applies for a certificate.
#[derive(Clone, Debug)]
pub(crate) struct Applicant {
    pub user_id: UserId,
    pub is_test: bool,
    pub holder: Holder,
}

fn refused(no: No<AccountRefusal>) -> No<Refusal> {
    no.map_refused(Refusal::Account)
}

/// The caller as a holder: a member with the permission to sign, named by his own and the organization's records.
pub(crate) async fn authorize(
    tx: &mut Tx<'_>,
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<Applicant, No<Refusal>> {
    let scope = account::authorize(tx, cx, organization_id, Permission::Sign).await.map_err(refused)?;
    account::note_act(tx, cx, &scope, "certification.apply").await?;
    let user_id = scope.user_id().ok_or(Refusal::ApplicantNotPerson)?;
    let organization = account::read::organization(tx, &scope).await?;
    let user = account::read::me(tx, cx).await.map_err(refused)?;
    let (surname, given_name) = match &organization.name {
        // A sole proprietor is one person, whoever of his members applies.
        OrganizationName::Person(person) => {
            let patronymic = person.patronymic.as_deref().unwrap_or_default();
            (person.surname.clone(), format!("{} {patronymic}", person.given_name).trim().to_owned())
        }
        OrganizationName::Company(_) => surname_first(&user.name),
    };
    let holder = Holder {
        organization: HolderOrganization {
            name: organization.name.shown(),
            inn: organization.requisites.inn().clone(),
            ogrn: organization.requisites.ogrn().cloned(),
        },
        surname,
        given_name,
        title: None,
        inn: None,
        snils: None,
        email: Some(user.login),
    };
    Ok(Applicant { user_id, is_test: organization.is_test, holder })
}

/// «Фамилия Имя Отчество» in its two parts. A name of one word has no second one: the certificate's name refuses that.
fn surname_first(name: &str) -> (String, String) {
    match name.trim().split_once(char::is_whitespace) {
        Some((surname, given)) => (surname.to_owned(), given.split_whitespace().collect::<Vec<_>>().join(" ")),
        None => (name.trim().to_owned(), String::new()),
    }
}

/// Who may stop certificates: members who sign and members who administer.
pub(crate) async fn authorize_revoking(
    fetch: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<(), No<Refusal>> {
    match account::authorize(fetch, cx, organization_id, Permission::Sign).await {
        Ok(_) => Ok(()),
        Err(No::Refused(AccountRefusal::Forbidden { .. })) => {
            account::authorize(fetch, cx, organization_id, Permission::Administer).await.map(drop).map_err(refused)
        }
        Err(no) => Err(refused(no)),
    }
}

/// Who may look: members who read.
pub(crate) async fn authorize_reading(
    fetch: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    organization_id: OrganizationId,
) -> Result<(), No<Refusal>> {
    account::authorize(fetch, cx, organization_id, Permission::Read).await.map(drop).map_err(refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_two_parts() {
        let parts = |name| {
            let (surname, given) = surname_first(name);
            format!("{surname}|{given}")
        };
        assert_eq!(parts("Ромашкина Анна"), "Ромашкина|Анна");
        assert_eq!(parts("  Ромашкина   Анна  Ивановна "), "Ромашкина|Анна Ивановна");
        for one_word in ["Ромашкина", " Ромашкина "] {
            assert_eq!(parts(one_word), "Ромашкина|", "{one_word}");
        }
    }
}
