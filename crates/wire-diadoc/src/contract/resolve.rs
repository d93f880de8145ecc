//! References of a contract replaced by what they refer to.

use super::context::{CardAddress, Context, OrganizationCard, OrganizationKind, RussianAddress};
use super::signers;
use super::tree::Tree;
use super::{ContractRefusal, Dialect};

type Done = Result<(), ContractRefusal>;

/// Replaces references to boxes, certificates, powers of attorney and stored settings by their contents.
pub(crate) fn resolve(tree: &mut Tree, dialect: Dialect, context: &Context<'_>, path: &str) -> Done {
    if tree.name == "Signers" {
        return signers::resolve(tree, dialect, context, path);
    }
    for child in &mut tree.children {
        let below = format!("{path}/{}", child.name);
        if child.name == "OrganizationReference" {
            *child = details(child, dialect, context, &below)?;
        } else {
            resolve(child, dialect, context, &below)?;
        }
    }
    Ok(())
}

/// Two GUIDs are the same whatever their case and braces.
pub(crate) fn same_guid(a: &str, b: &str) -> bool {
    let bare = |text: &str| text.trim_matches(['{', '}']).to_ascii_lowercase();
    bare(a) == bare(b)
}

fn details(reference: &Tree, dialect: Dialect, context: &Context<'_>, path: &str) -> Result<Tree, ContractRefusal> {
    let box_id = reference.attribute("BoxId").unwrap_or_default();
    let card = context.organizations.iter().find(|card| same_guid(&card.box_id, box_id));
    let path_to = |name: &str| format!("{path}/@{name}");
    let card = card.ok_or_else(|| ContractRefusal::NotResolved { path: path_to("BoxId"), what: "the box" })?;
    let kind = type_code(card.kind, dialect);
    if reference.attribute("OrgType").is_some_and(|given| given != kind) {
        return Err(ContractRefusal::Contradiction { path: path_to("OrgType"), with: "the kind of the organization" });
    }
    let mut made = from_card(card, dialect);
    for (name, value) in reference.attributes.iter().filter(|(name, _)| name != "BoxId") {
        made.set(name, value);
    }
    made.children.extend(reference.children.iter().cloned());
    Ok(made)
}

/// `OrgType` of order 970's contracts counts entrepreneurs first, that of order 820's organizations.
fn type_code(kind: OrganizationKind, dialect: Dialect) -> &'static str {
    match (kind, dialect) {
        (OrganizationKind::LegalEntity, Dialect::Order820) | (OrganizationKind::Entrepreneur, Dialect::Order970) => "1",
        (OrganizationKind::Entrepreneur, Dialect::Order820) | (OrganizationKind::LegalEntity, Dialect::Order970) => "2",
        (OrganizationKind::Foreign, Dialect::Order820) | (OrganizationKind::Person, Dialect::Order970) => "3",
        (OrganizationKind::Person, Dialect::Order820) | (OrganizationKind::Foreign, Dialect::Order970) => "4",
    }
}

fn from_card(card: &OrganizationCard, dialect: Dialect) -> Tree {
    let mut made = Tree::new("OrganizationDetails");
    made.set("OrgType", type_code(card.kind, dialect));
    made.set("OrgName", &card.name);
    let mut set = |name: &str, value: Option<&String>| {
        if let Some(value) = value {
            made.set(name, value);
        }
    };
    let foreign = card.kind == OrganizationKind::Foreign;
    set("Inn", card.inn.as_ref().filter(|_| !foreign));
    set("Kpp", card.kpp.as_ref().filter(|_| card.kind == OrganizationKind::LegalEntity));
    set("FnsParticipantId", card.participant_id.as_ref());
    if dialect == Dialect::Order970 {
        set("Ogrn", card.ogrn.as_ref().filter(|_| card.kind == OrganizationKind::Entrepreneur));
        set("Country", card.country.as_ref().filter(|_| foreign));
        set("StatusId", Some(&"LegalEntity".to_owned()).filter(|_| foreign));
    }
    if let Some(address) = &card.address {
        let mut element = Tree::new("Address");
        element.children.push(address_tree(address));
        made.children.push(element);
    }
    made
}

fn address_tree(address: &CardAddress) -> Tree {
    match address {
        CardAddress::Foreign { country, text } => {
            let mut made = Tree::new("ForeignAddress");
            made.set("Country", country);
            made.set("Address", text);
            made
        }
        CardAddress::Russian(address) => russian(address),
    }
}

fn russian(address: &RussianAddress) -> Tree {
    let mut made = Tree::new("RussianAddress");
    for (name, value) in [
        ("Region", &address.region),
        ("ZipCode", &address.zip_code),
        ("Territory", &address.territory),
        ("City", &address.city),
        ("Locality", &address.locality),
        ("Street", &address.street),
        ("Building", &address.building),
        ("Block", &address.block),
        ("Apartment", &address.apartment),
    ] {
        if !value.is_empty() {
            made.set(name, value);
        }
    }
    made
}
