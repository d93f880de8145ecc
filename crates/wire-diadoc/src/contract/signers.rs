//! The signers of a contract, and signers given by themselves for a title that waits for its signature.

use super::context::{Context, PowerCard, SignerCard, StoredSigner};
use super::resolve::same_guid;
use super::tree::Tree;
use super::{ContractRefusal, Dialect};

type Done = Result<(), ContractRefusal>;

pub(crate) fn resolve(signers: &mut Tree, dialect: Dialect, context: &Context<'_>, path: &str) -> Done {
    for (index, signer) in signers.children.iter_mut().enumerate() {
        let below = format!("{path}/{}[{}]", signer.name, index + 1);
        match (dialect, signer.name.as_str()) {
            (Dialect::Order970, _) => complete(signer, context, &below)?,
            (Dialect::Order820, "SignerReference") => *signer = referred(signer, context, &below)?,
            (Dialect::Order820, _) => {}
        }
    }
    Ok(())
}

fn not_resolved(path: &str, below: &str, what: &'static str) -> ContractRefusal {
    ContractRefusal::NotResolved { path: format!("{path}/{below}"), what }
}

/// The card a certificate names; without a certificate the only card there is.
fn card<'a>(
    certificate: Option<&Tree>,
    context: &'a Context<'_>,
    path: &str,
) -> Result<Option<&'a SignerCard>, ContractRefusal> {
    let named = |name: &str| certificate.and_then(|c| c.attribute(name)).map(compact);
    let (thumbprint, bytes) = (named("CertificateThumbprint"), named("CertificateBytes"));
    let same = |card: &&SignerCard| {
        let of_card = |value: &Option<String>| value.as_deref().map(compact);
        match (&thumbprint, &bytes) {
            (Some(wanted), _) => {
                of_card(&card.certificate_thumbprint).is_some_and(|known| known.eq_ignore_ascii_case(wanted))
            }
            (None, bytes) => of_card(&card.certificate) == *bytes,
        }
    };
    if thumbprint.is_none() && bytes.is_none() {
        return Ok(match context.signers {
            [only] => Some(only),
            _ => None,
        });
    }
    let found = context.signers.iter().find(same);
    found.map(Some).ok_or_else(|| not_resolved(path, "Certificate", "the certificate"))
}

fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Fills in what a signer of order 970 takes from his certificate, from settings and from his power of attorney.
fn complete(signer: &mut Tree, context: &Context<'_>, path: &str) -> Done {
    let card = card(signer.child("Certificate"), context, path)?;
    if signer.child("Fio").is_none() {
        let card = card.ok_or_else(|| not_resolved(path, "Fio", "the signer's name"))?;
        signer.children.push(name_of(card));
    }
    if let Some(position) = signer.children.iter_mut().find(|c| c.name == "Position") {
        let stored = |source: &str| match source {
            "Employee" => card.and_then(|c| c.employee_position.clone()),
            "Certificate" => card.and_then(|c| c.certificate_position.clone()),
            _ => card.and_then(|c| c.stored_position.clone()),
        };
        from_source(position, "PositionSource", stored, path)?;
    }
    if let Some(info) = signer.children.iter_mut().find(|c| c.name == "SignerAdditionalInfo") {
        from_source(info, "SignerAdditionalInfoSource", |_| card.and_then(|c| c.stored_info.clone()), path)?;
    }
    if signer.attribute("SignerPowersConfirmationMethod").is_none() {
        let stored = card.and_then(|c| c.stored_confirmation_method.as_deref());
        let missing = || ContractRefusal::Missing { path: format!("{path}/@SignerPowersConfirmationMethod") };
        signer.set("SignerPowersConfirmationMethod", stored.ok_or_else(missing)?);
    }
    power(signer, context, path)
}

pub(crate) fn name_of(card: &SignerCard) -> Tree {
    let mut name = Tree::new("Fio");
    name.set("LastName", &card.last_name);
    name.set("FirstName", &card.first_name);
    if let Some(middle) = &card.middle_name {
        name.set("MiddleName", middle);
    }
    name
}

fn from_source(element: &mut Tree, source: &str, stored: impl Fn(&str) -> Option<String>, path: &str) -> Done {
    let named = element.attribute(source).unwrap_or("Manual").to_owned();
    if named != "Manual" {
        element.text = stored(&named).ok_or_else(|| not_resolved(path, &element.name, "the stored value"))?;
        element.set(source, "Manual");
    }
    Ok(())
}

/// `Storage` becomes `Manual`.
fn power(signer: &mut Tree, context: &Context<'_>, path: &str) -> Done {
    let steps = ["PowerOfAttorney", "Electronic"].map(str::to_owned);
    let Some(electronic) = signer.at_mut(&steps) else { return Ok(()) };
    let Some(storage) = electronic.children.iter_mut().find(|c| c.name == "Storage") else { return Ok(()) };
    let found = find_power(storage, context.powers);
    *storage = power_tree(found.ok_or_else(|| not_resolved(path, "PowerOfAttorney", "the power of attorney"))?);
    Ok(())
}

fn find_power<'a>(storage: &Tree, powers: &'a [PowerCard]) -> Option<&'a PowerCard> {
    let Some(id) = storage.child("FullId") else { return powers.iter().find(|power| power.is_default) };
    let is = |name: &str, value: &str| id.attribute(name) == Some(value);
    powers.iter().find(|power| {
        let number = id.attribute("RegistrationNumber").unwrap_or_default();
        let representative = id.attribute("RepresentativeInn");
        same_guid(number, &power.registration_number)
            && is("IssuerInn", &power.issuer_inn)
            && representative.is_none_or(|inn| power.representative_inn.as_deref().is_none_or(|known| known == inn))
    })
}

fn power_tree(power: &PowerCard) -> Tree {
    let mut made = Tree::new("Manual");
    made.set("RegistrationNumber", power.registration_number.trim_matches(['{', '}']));
    made.set("RegistrationDate", &power.issued_on);
    made.set("SystemId", &power.system_id);
    for (name, value) in [
        ("InternalNumber", &power.internal_number),
        ("InternalDate", &power.internal_date),
        ("SystemUrl", &power.system_url),
    ] {
        if let Some(value) = value {
            made.set(name, value);
        }
    }
    made
}

/// A reference of order 820 becomes the stored details of that signer.
///
/// By a power of attorney he signs for the organization that issued it: its number and name stand beside him.
fn referred(reference: &Tree, context: &Context<'_>, path: &str) -> Result<Tree, ContractRefusal> {
    let card = card(Some(reference), context, path)?;
    let card = card.ok_or_else(|| not_resolved(path, "@CertificateThumbprint", "the signer"))?;
    let stored = card.details.as_ref();
    let mut details = stored.cloned().ok_or_else(|| not_resolved(path, "@BoxId", "the signer's details"))?;
    if let Some(storage) = reference.child("PowerOfAttorney") {
        let power = find_power(storage, context.powers);
        let power = power.ok_or_else(|| not_resolved(path, "PowerOfAttorney", "the power of attorney"))?;
        let position = details.position.take().or_else(|| card.employee_position.clone());
        details = StoredSigner {
            signer_type: "1".to_owned(),
            inn: Some(power.issuer_inn.clone()),
            organization_name: power.issuer_name.clone(),
            position,
            registration_certificate: None,
            ..details
        };
    }
    Ok(details_tree(card, &details))
}

pub(crate) fn details_tree(card: &SignerCard, stored: &StoredSigner) -> Tree {
    let mut made = Tree::new("SignerDetails");
    made.set("LastName", &card.last_name);
    made.set("FirstName", &card.first_name);
    made.set("SignerType", &stored.signer_type);
    made.set("SignerPowers", &stored.powers);
    made.set("SignerStatus", &stored.status);
    for (name, value) in [
        ("MiddleName", &card.middle_name),
        ("Position", &stored.position),
        ("Inn", &stored.inn),
        ("RegistrationCertificate", &stored.registration_certificate),
        ("SignerOrganizationName", &stored.organization_name),
        ("SignerInfo", &stored.info),
        ("SignerPowersBase", &stored.powers_base),
        ("SignerOrgPowersBase", &stored.organization_powers_base),
    ] {
        if let Some(value) = value {
            made.set(name, value);
        }
    }
    made
}
