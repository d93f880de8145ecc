//! `/sign-in/proposal`: who holds a certificate needs no registration. The account is shown as the certificate states it,
//! and what no certificate states may be added.

use super::{Tab, entered, form as sign_in_form};
use crate::pages::Pages;
use crate::pages::form::Fields;
use crate::pages::parts::entry::{Entry, Field};
use crate::pages::visit::{Posted, Visit, local};
use account::accept_proposal::{Acceptance, OrganizationAddition, find, prepare, run};
use account::sign_in::OpenedSignIn;
use account::{AccountRefusal, Address, Holder, HolderOrganization};
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use store::No;
use web::Problem;

/// What is proposed, and what was typed so far.
pub struct Offer<'a> {
    token: &'a str,
    holder: &'a Holder,
    typed: Typed,
}

/// What the person adds.
#[derive(Default)]
struct Typed {
    name: String,
    email: String,
    with_organization: bool,
    kpp: String,
    region_code: String,
    postal_code: String,
    city: String,
    street: String,
    house: String,
}

impl<'a> Offer<'a> {
    /// As the certificate states it.
    pub fn of(token: &'a str, holder: &'a Holder) -> Self {
        let stated = |text: &Option<String>| text.clone().unwrap_or_default();
        let named = holder.organization.as_ref();
        let typed = Typed {
            name: holder.name.clone(),
            email: stated(&holder.email),
            with_organization: named.is_some(),
            region_code: named.map(|named| stated(&named.region_code)).unwrap_or_default(),
            city: named.map(|named| stated(&named.city)).unwrap_or_default(),
            street: named.map(|named| stated(&named.street)).unwrap_or_default(),
            ..Typed::default()
        };
        Self { token, holder, typed }
    }
}

impl Typed {
    fn read(fields: &Fields) -> Self {
        let of = |name| fields.get(name).trim().to_owned();
        Self {
            name: of("name"),
            email: of("email"),
            with_organization: !fields.get("with_organization").is_empty(),
            kpp: of("kpp"),
            region_code: of("address.region_code"),
            postal_code: of("address.postal_code"),
            city: of("address.city"),
            street: of("address.street"),
            house: of("address.house"),
        }
    }

    fn organization(&self) -> Option<OrganizationAddition> {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        self.with_organization.then(|| OrganizationAddition {
            kpp: given(&self.kpp),
            address: Address {
                region_code: self.region_code.clone(),
                postal_code: given(&self.postal_code),
                district: None,
                city: given(&self.city),
                locality: None,
                street: given(&self.street),
                house: given(&self.house),
                building: None,
                flat: None,
            },
            is_test: false,
        })
    }
}

/// Makes the account. A refusal shows the form again; a proposal that is over, the certificate's.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let (token, back, typed) = (fields.get("proposal"), local(fields.get("back")), Typed::read(&fields));
    let refusal = match accepted(&pages, &visit, token, &typed).await {
        Ok(opened) => return Ok(entered(&visit, &opened, back)),
        Err(No::Refused(refusal)) => refusal,
        Err(fault) => return Err(fault.into()),
    };
    let proposal = {
        let mut reader = pages.app.store.reader().await?;
        find(&mut reader, &visit.cx, token).await
    };
    match proposal {
        Ok(proposal) => {
            let offer = Offer { token, holder: &Holder::of(&proposal.certificate), typed };
            Ok(form(&visit, (&offer, back), Some(&refusal)))
        }
        Err(No::Refused(over)) => Ok(sign_in_form(&pages, &visit, (Tab::Certificate, back), Some(&over))),
        Err(fault) => Err(fault.into()),
    }
}

async fn accepted(
    pages: &Pages,
    visit: &Visit,
    token: &str,
    typed: &Typed,
) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let acceptance = Acceptance {
        token: token.to_owned(),
        name: typed.name.clone(),
        email: typed.email.clone(),
        organization: typed.organization(),
        door: visit.door(),
        language: visit.language,
    };
    let prepared = {
        let mut reader = pages.app.store.reader().await?;
        prepare(&mut reader, &visit.cx, &pages.account.settings, acceptance).await?
    };
    let store = &pages.app.store;
    Ok(store.write(&visit.cx, prepared, |tx, cx, accepted| Box::pin(run(tx, cx, accepted))).await?.opened)
}

/// The account that is proposed.
pub fn form(visit: &Visit, (offer, back): (&Offer<'_>, &str), refusal: Option<&AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-proposal-title", "/sign-in/proposal", refusal);
    let typed = &offer.typed;
    let fields = html! {
        input type="hidden" name="back" value=(back);
        input type="hidden" name="proposal" value=(offer.token);
        p { (visit.say("pages-proposal-about", &[])) }
        (entry.field(&Field {
            name: "name", label: "pages-register-name", autocomplete: "name", value: &typed.name, chars_max: 200,
            ..Field::default()
        }))
        (entry.field(&Field {
            name: "email", label: "pages-register-login", kind: "email", autocomplete: "email", value: &typed.email,
            rule: "pages-proposal-email-rule", is_required: false, ..Field::default()
        }))
        @if let Some(named) = &offer.holder.organization { (organization(visit, &entry, (named, typed))) }
        button.button type="submit" { (visit.say("pages-proposal-accept", &[])) }
    };
    entry.shown(&fields, &html! { p.dim { (visit.say("pages-proposal-known", &[])) } })
}

/// What the certificate says of the organization, and fields for what it does not.
fn organization(visit: &Visit, entry: &Entry<'_>, (named, typed): (&HolderOrganization, &Typed)) -> Markup {
    let person = |(surname, given, patronymic): &(String, String, Option<String>)| {
        [surname.as_str(), given, patronymic.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned()
    };
    let name = named.person.as_ref().map(person).or_else(|| named.name.clone()).unwrap_or_default();
    let field = |name, label, value| Field { name, label, value, is_required: false, ..Field::default() };
    html! {
        fieldset {
            legend { (visit.say("pages-proposal-organization", &[])) }
            p { strong { (name) } br; (visit.say("pages-proposal-inn", &[("inn", named.inn.as_str())])) }
            label.check {
                input type="checkbox" name="with_organization" value="yes" checked[typed.with_organization];
                " " (visit.say("pages-proposal-with-organization", &[]))
            }
            @if !named.inn.is_person() { (entry.field(&field("kpp", "pages-proposal-kpp", typed.kpp.as_str()))) }
            (entry.field(&Field { chars_max: 2, ..field("address.region_code", "pages-proposal-region", typed.region_code.as_str()) }))
            (entry.field(&Field { chars_max: 6, ..field("address.postal_code", "pages-proposal-postal-code", typed.postal_code.as_str()) }))
            (entry.field(&field("address.city", "pages-proposal-city", typed.city.as_str())))
            (entry.field(&field("address.street", "pages-proposal-street", typed.street.as_str())))
            (entry.field(&field("address.house", "pages-proposal-house", typed.house.as_str())))
        }
    }
}
