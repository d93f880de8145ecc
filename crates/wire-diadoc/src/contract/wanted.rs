//! What a contract refers to, so that the caller can look it up before he asks for the title.

use super::ContractRefusal;
use super::tree::Tree;

/// References of a contract. Each is answered by a card of the [`super::Context`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Boxes whose organization cards are needed.
    pub organization_boxes: Vec<String>,
    /// Boxes whose people sign.
    pub signer_boxes: Vec<String>,
    pub certificates: Vec<WantedCertificate>,
    pub powers: Vec<WantedPower>,
    /// A signer takes his name, position or another setting from the service, or the power of attorney used by default.
    pub signer_settings: bool,
}

/// A certificate named by a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedCertificate {
    pub thumbprint: Option<String>,
    /// Base64.
    pub bytes: Option<String>,
}

/// A power of attorney named by a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedPower {
    pub registration_number: String,
    pub issuer_inn: String,
    pub representative_inn: Option<String>,
}

/// The references of a contract, of any version; also of a signer contract.
pub fn wanted(contract: &[u8]) -> Result<Wanted, ContractRefusal> {
    let mut found = Wanted::default();
    collect(&Tree::read(contract)?, &mut found);
    Ok(found)
}

fn collect(tree: &Tree, found: &mut Wanted) {
    let own = |name: &str| tree.attribute(name).map(str::to_owned);
    match tree.name.as_str() {
        "OrganizationReference" => found.organization_boxes.extend(own("BoxId")),
        "Signers" => found.signer_boxes.extend(own("BoxId")),
        "SignerReference" => {
            found.signer_boxes.extend(own("BoxId"));
            certificate(tree, found);
        }
        "Certificate" => certificate(tree, found),
        "Signer" => found.signer_settings |= takes_settings(tree),
        "FullId" => found.powers.push(WantedPower {
            registration_number: own("RegistrationNumber").unwrap_or_default(),
            issuer_inn: own("IssuerInn").unwrap_or_default(),
            representative_inn: own("RepresentativeInn"),
        }),
        "Storage" => found.signer_settings |= tree.child("FullId").is_none(),
        _ => {}
    }
    tree.children.iter().for_each(|child| collect(child, found));
}

fn certificate(tree: &Tree, found: &mut Wanted) {
    let own = |name: &str| tree.attribute(name).map(str::to_owned);
    let (thumbprint, bytes) = (own("CertificateThumbprint"), own("CertificateBytes"));
    if thumbprint.is_some() || bytes.is_some() {
        found.certificates.push(WantedCertificate { thumbprint, bytes });
    }
}

fn takes_settings(signer: &Tree) -> bool {
    let stored = |name: &str, source: &str| {
        signer.child(name).and_then(|e| e.attribute(source)).is_some_and(|source| source != "Manual")
    };
    let new_words = signer.child("SignerDetails").is_none() && signer.child("SignerReference").is_none();
    new_words
        && (signer.child("Fio").is_none()
            || stored("Position", "PositionSource")
            || stored("SignerAdditionalInfo", "SignerAdditionalInfoSource")
            || signer.attribute("SignerPowersConfirmationMethod").is_none())
}
