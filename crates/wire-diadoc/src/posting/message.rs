//! A message to post, as the room takes it.

use exchange::UtdFunction;
use exchange::ops::input::NewMessage;
use exchange::ops::keep_draft::NewDraft;
use kernel::BoxId;

use super::documents::{self, Stated};
use super::fields::{id, root_only, said, without, without_all};
use crate::proto::api::proto::LockMode;
use crate::proto::api::proto::events::MessageToPost;
use crate::refusal::WireRefusal;

/// A message or a draft, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// To be sent now.
    Message(NewMessage, Vec<Stated>),
    /// To be kept.
    Draft(NewDraft),
}

/// Reads a message. Every service that it asks for and that is not part of this installation is refused by the name of
/// its field; `root` is the root department of the sending box.
pub fn read(from_box_id: BoxId, new: MessageToPost, root: Option<&str>) -> Result<Read, WireRefusal> {
    services(&new, root)?;
    let is_draft = new.is_draft();
    let to = new.to_box_id.as_deref().filter(|text| !text.is_empty());
    let to = to.map(|text| id(text, || "ToBoxId".to_owned())).transpose()?;
    let stated = documents_of(new)?;
    if is_draft {
        return draft(from_box_id, to, stated).map(Read::Draft);
    }
    let to_box_id = to.ok_or(WireRefusal::FieldMissing { field: "ToBoxId".to_owned() })?;
    let documents = stated.iter().map(|stated| stated.document.clone()).collect();
    Ok(Read::Message(NewMessage { from_box_id, to_box_id, documents }, stated))
}

/// Signatures under a draft come when it is sent.
fn draft(from_box_id: BoxId, to_box_id: Option<BoxId>, stated: Vec<Stated>) -> Result<NewDraft, WireRefusal> {
    let is_signed = stated.iter().any(|stated| !stated.document.signature.is_empty());
    without(is_signed, || "SignedContent.Signature".to_owned())?;
    Ok(NewDraft { from_box_id, to_box_id, documents: stated.into_iter().map(|stated| stated.document).collect() })
}

fn documents_of(new: MessageToPost) -> Result<Vec<Stated>, WireRefusal> {
    let mut stated = Vec::new();
    for (index, attachment) in new.document_attachments.into_iter().enumerate() {
        stated.push(documents::attachment(attachment, &format!("DocumentAttachments[{index}]"))?);
    }
    for (index, attachment) in new.nonformalized_documents.into_iter().enumerate() {
        stated.push(documents::nonformalized(attachment, &format!("NonformalizedDocuments[{index}]"))?);
    }
    for (index, attachment) in new.invoices.into_iter().enumerate() {
        stated.push(documents::xml(attachment, Some(UtdFunction::Invoice), &format!("Invoices[{index}]"))?);
    }
    for (index, attachment) in new.universal_transfer_document_seller_titles.into_iter().enumerate() {
        let at = format!("UniversalTransferDocumentSellerTitles[{index}]");
        stated.push(documents::xml(attachment, None, &at)?);
    }
    Ok(stated)
}

/// Kinds of documents and ways of sending that are not part of this installation.
fn services(new: &MessageToPost, root: Option<&str>) -> Result<(), WireRefusal> {
    root_only(new.from_department_id.as_deref(), root, "FromDepartmentId")?;
    root_only(new.to_department_id.as_deref(), None, "ToDepartmentId")?;
    without_all([
        ("LockDraft", new.lock_draft()),
        ("StrictDraftValidation", new.is_draft() && !new.strict_draft_validation()),
        ("IsInternal", new.is_internal()),
        ("DelaySend", new.delay_send()),
        ("ProxyBoxId", said(new.proxy_box_id.as_deref())),
        ("ProxyDepartmentId", said(new.proxy_department_id.as_deref())),
        ("LockPacket", new.lock_packet()),
        ("LockMode", matches!(new.lock_mode(), LockMode::Send | LockMode::Full)),
        ("EncryptedInvoices", !new.encrypted_invoices.is_empty()),
        ("EncryptedXmlTorg12SellerTitles", !new.encrypted_xml_torg12_seller_titles.is_empty()),
        (
            "EncryptedXmlAcceptanceCertificateSellerTitles",
            !new.encrypted_xml_acceptance_certificate_seller_titles.is_empty(),
        ),
    ])?;
    without_all([
        ("Torg12Documents", !new.torg12_documents.is_empty()),
        ("AcceptanceCertificates", !new.acceptance_certificates.is_empty()),
        ("StructuredDataAttachments", !new.structured_data_attachments.is_empty()),
        ("ProformaInvoices", !new.proforma_invoices.is_empty()),
        ("XmlTorg12SellerTitles", !new.xml_torg12_seller_titles.is_empty()),
        ("XmlAcceptanceCertificateSellerTitles", !new.xml_acceptance_certificate_seller_titles.is_empty()),
        ("PriceLists", !new.price_lists.is_empty()),
        ("PriceListAgreements", !new.price_list_agreements.is_empty()),
        ("CertificateRegistries", !new.certificate_registries.is_empty()),
        ("ReconciliationActs", !new.reconciliation_acts.is_empty()),
        ("Contracts", !new.contracts.is_empty()),
        ("Torg13Documents", !new.torg13_documents.is_empty()),
        ("ServiceDetailsDocuments", !new.service_details_documents.is_empty()),
        ("SupplementaryAgreements", !new.supplementary_agreements.is_empty()),
    ])
}
