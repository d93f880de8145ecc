//! The signer of a request put into a title.

use account::{BoxCard, OrgScope};
use bytes::Bytes;
use formats::Registry;
use kernel::Cx;

use super::cards::{self, Cards};
use super::details::{self, Organization, stated};
use super::{Named, certificate};
use crate::contract::context::SignerCard;
use crate::contract::{Context, ContractRefusal, Dialect, SignerContract, fill_signer, read_signer, wanted};
use crate::proto::api::proto::invoicing::Signer;
use crate::proto::api::proto::invoicing::signers::{ExtendedSigner, ExtendedSignerDetails};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Surface;
use crate::title_type::TitleType;

/// Bytes of a signer's contract; a certificate of the largest size in base64 is two thirds of it.
const CONTENT_BYTES_MAX: usize = 128 * 1024;

/// The three ways in which a request may name the signer.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Not for titles of УПД.
    pub signer: Option<Signer>,
    /// For titles of 5.01.
    pub extended: Vec<ExtendedSigner>,
    /// A signer's contract, for every title.
    pub content: Option<Bytes>,
}

/// The title with the signer in place of those it has. Refuses a request that names nobody, several people or one in
/// words that the title's version does not take.
pub async fn fill(
    surface: &Surface,
    cx: &Cx,
    (scope, card): (&OrgScope, &BoxCard),
    (title, given, at): (&Bytes, Given, &str),
) -> Result<Bytes, Refused> {
    let forms = surface.exchange.forms.current();
    let dialect = dialect(&forms, title)?;
    if given.signer.is_some() {
        let accepted = "SignerContent, or ExtendedSigner for a title of 5.01";
        return Err(WireRefusal::Field { field: format!("{at}.Signer"), accepted }.into());
    }
    if let Some(xml) = given.content.filter(|xml| !xml.is_empty()) {
        if xml.len() > CONTENT_BYTES_MAX {
            let refused = ContractRefusal::TooLarge { size_bytes: xml.len(), size_bytes_max: CONTENT_BYTES_MAX };
            return Err(refused.into());
        }
        let signer = read_signer(&xml)?;
        let title_type = seller_type(dialect);
        let Cards { signers, .. } = cards::of(surface, cx, (scope, card), (&wanted(&xml)?, title_type)).await?;
        let context = Context { signers: &signers, ..Context::of(&forms) };
        return Ok(fill_signer(title, &signer, &context)?.into());
    }
    let extended = only(dialect, given.extended, at)?;
    let at = format!("{at}.ExtendedSigner[0]");
    let details = of_extended(surface, cx, (scope, card), (extended, &at)).await?;
    let person = SignerCard {
        last_name: details.surname.clone(),
        first_name: details.first_name.clone(),
        middle_name: details.patronymic.clone().filter(|text| !text.is_empty()),
        ..SignerCard::default()
    };
    let stated = stated(&details, &format!("{at}.SignerDetails"))?;
    let signer = SignerContract::from_stored(&person, &stated);
    Ok(fill_signer(title, &signer, &Context::of(&forms))?.into())
}

/// The one signer of a title of 5.01.
fn only(dialect: Dialect, extended: Vec<ExtendedSigner>, at: &str) -> Result<ExtendedSigner, WireRefusal> {
    let field = || format!("{at}.ExtendedSigner");
    if extended.len() > 1 {
        return Err(WireRefusal::Field { field: field(), accepted: "one signer" });
    }
    let extended = extended.into_iter().next();
    let extended = extended.ok_or_else(|| WireRefusal::FieldMissing { field: format!("{at}.SignerContent") })?;
    if dialect == Dialect::Order970 {
        let accepted = "SignerContent: a title of 5.02 or 5.03 does not take ExtendedSigner";
        return Err(WireRefusal::Field { field: field(), accepted });
    }
    Ok(extended)
}

/// Details in words, or those kept for the certificate.
async fn of_extended(
    surface: &Surface,
    cx: &Cx,
    (scope, card): (&OrgScope, &BoxCard),
    (extended, at): (ExtendedSigner, &str),
) -> Result<ExtendedSignerDetails, Refused> {
    if extended.power_of_attorney.is_some() {
        return Err(WireRefusal::FieldNotConnected { field: format!("{at}.PowerOfAttorney") }.into());
    }
    if let Some(details) = extended.signer_details {
        return Ok(details);
    }
    let named = Named {
        bytes: extended.signer_certificate.filter(|bytes| !bytes.is_empty()),
        thumbprint: extended.signer_certificate_thumbprint.filter(|text| !text.is_empty()),
    };
    if !named.is_there() {
        return Err(WireRefusal::FieldMissing { field: format!("{at}.SignerDetails") }.into());
    }
    let certificate = certificate(surface, scope, &named, &format!("{at}.SignerCertificate")).await?;
    let key = details::key(&hex::encode(certificate.thumbprint_sha1()), TitleType::UTD_SELLER)?;
    let kept = details::find(surface, cx, card.box_id, &key).await?;
    let missing = || WireRefusal::FieldMissing { field: format!("{at}.SignerDetails") };
    Ok(kept.ok_or_else(missing)?.message(&certificate, &Organization::of(card))?)
}

/// Whose words the title takes. Refuses what is no seller's title of a version that contracts know.
fn dialect(forms: &Registry, title: &Bytes) -> Result<Dialect, Refused> {
    let format = forms.detect(title).map_err(ContractRefusal::NotXml)?;
    let edition = crate::contract::catalogue::EDITIONS
        .iter()
        .find(|edition| edition.title_index == 0 && edition.official_version == format.version);
    let edition = edition.filter(|edition| format.prefix.starts_with(edition.prefix));
    Ok(edition.ok_or(WireRefusal::DocumentType)?.dialect)
}

fn seller_type(dialect: Dialect) -> TitleType {
    match dialect {
        Dialect::Order820 => TitleType::UTD_SELLER,
        Dialect::Order970 => TitleType::UTD_970_SELLER,
    }
}
