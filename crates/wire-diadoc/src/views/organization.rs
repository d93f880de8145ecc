//! Organizations, boxes, departments.

use account::{Address, BoxCard, Department, OrgBox, Organization};
use kernel::uuid::Uuid;

use crate::ids::shown;
use crate::proto::api::proto;

/// An organization of the caller with its boxes and departments, as its members see it.
pub fn own(organization: &Organization, boxes: &[OrgBox], departments: &[Department]) -> proto::Organization {
    let name = organization.name.shown();
    let requisites = &organization.requisites;
    proto::Organization {
        kpp: requisites.kpp().map(|kpp| kpp.as_str().to_owned()),
        ogrn: requisites.ogrn().map(|ogrn| ogrn.as_str().to_owned()),
        fns_participant_id: boxes.first().map(|each| each.participant_id.as_str().to_owned()),
        address: Some(address(&organization.address)),
        boxes: boxes.iter().map(|each| org_box(shown(each.box_id), &name)).collect(),
        departments: departments.iter().map(department).collect(),
        is_employee: Some(true),
        ..bare(shown(organization.organization_id), requisites.inn().as_str(), &name, organization.is_test)
    }
}

/// What any signed-in user may know of another's organization, with the box the card is of.
pub fn foreign(card: &BoxCard) -> proto::Organization {
    proto::Organization {
        kpp: card.kpp.as_ref().map(|kpp| kpp.as_str().to_owned()),
        fns_participant_id: Some(card.participant_id.as_str().to_owned()),
        address: card.address.as_ref().map(address),
        boxes: vec![org_box(shown(card.box_id), &card.name)],
        is_employee: Some(false),
        ..bare(shown(card.organization_id), card.inn.as_str(), &card.name, card.is_test)
    }
}

/// The same of what a room knows of a box.
pub fn of_party(party: &exchange::Party, public_address: Option<&Address>) -> proto::Organization {
    proto::Organization {
        kpp: party.kpp.as_ref().map(|kpp| kpp.as_str().to_owned()),
        fns_participant_id: Some(party.participant_id.clone()),
        address: public_address.map(address),
        boxes: vec![org_box(shown(party.box_id), &party.name)],
        is_employee: Some(false),
        ..bare(shown(party.organization_id), party.inn.as_str(), &party.name, party.is_test)
    }
}

/// Cards of one organization's boxes become one organization; the order of the cards stands.
pub fn grouped(cards: &[BoxCard]) -> Vec<proto::Organization> {
    let mut found: Vec<proto::Organization> = Vec::new();
    for card in cards {
        let next = foreign(card);
        match found.iter_mut().find(|known| known.org_id == next.org_id) {
            Some(known) => known.boxes.extend(next.boxes),
            None => found.push(next),
        }
    }
    found
}

/// A box's card; `organization` stands in it where the box is asked for by itself.
pub fn org_box(box_id: String, title: &str) -> proto::Box {
    proto::Box {
        box_id_guid: box_id.clone(),
        box_id,
        title: title.to_owned(),
        organization: None,
        invoice_format_version: Some(proto::OrganizationInvoiceFormatVersion::V502.into()),
        encrypted_documents_allowed: Some(false),
    }
}

fn bare(org_id: String, inn: &str, name: &str, is_test: bool) -> proto::Organization {
    use proto::organization_type_scope::OrganizationType;
    let kind = if inn.len() == PERSON_INN_DIGITS { OrganizationType::Individual } else { OrganizationType::Juridical };
    proto::Organization {
        org_id,
        inn: inn.to_owned(),
        full_name: name.to_owned(),
        short_name: Some(name.to_owned()),
        is_pilot: Some(false),
        is_active: Some(true),
        is_test: Some(is_test),
        is_branch: Some(false),
        is_roaming: Some(false),
        is_foreign: Some(false),
        sociability: proto::Sociability::AllOrganizations.into(),
        organization_type: kind.into(),
        ready_for_epd_status: proto::ReadyForEpdStatus::NotReady.into(),
        ..proto::Organization::default()
    }
}

/// Digits of a person's ИНН; a company's has ten.
const PERSON_INN_DIGITS: usize = 12;

fn address(address: &Address) -> proto::Address {
    let address = address.clone();
    proto::Address {
        russian_address: Some(proto::RussianAddress {
            zip_code: address.postal_code,
            region: address.region_code,
            territory: address.district,
            city: address.city,
            locality: address.locality,
            street: address.street,
            building: address.house,
            block: address.building,
            apartment: address.flat,
            other_information: None,
        }),
        ..proto::Address::default()
    }
}

fn department(department: &Department) -> proto::Department {
    proto::Department {
        department_id: shown(department.department_id),
        // The root has none, and the contract obliges the field: its clients know the root by this value.
        parent_department_id: department.parent_id.map_or_else(|| Uuid::nil().to_string(), shown),
        name: department.name.clone(),
        is_disabled: Some(false),
        ..proto::Department::default()
    }
}
