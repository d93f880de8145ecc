//! Receipts, refusals, requests to correct, proposals to revoke: signed XML of the first generation.

use account::{OrgScope, Permission};
use exchange::ops::service_draft::{self, ServiceDraftKind};
use kernel::BoxId;
use prost::Message;

use super::{About, id, placed};
use crate::answer::Answer;
use crate::call::Call;
use crate::proto::api::proto::invoicing::{
    InvoiceCorrectionRequestGenerationRequestV2, ReceiptGenerationRequestV2, RevocationRequestInfo,
    SignatureRejectionGenerationRequestV2,
};
use crate::refusal::{Refused, WireRefusal};
use crate::signer;
use crate::surface::{Methods, Surface};

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V2/GenerateReceiptXml", |surface, call| Box::pin(receipt(surface, call)))
        .on("/V2/GenerateSignatureRejectionXml", |surface, call| Box::pin(rejection(surface, call)))
        .on("/V2/GenerateInvoiceCorrectionRequestXml", |surface, call| Box::pin(correction_request(surface, call)))
        .on("/V2/GenerateRevocationRequestXml", |surface, call| Box::pin(revocation_request(surface, call)))
}

/// The caller's box and the message of the body.
async fn opened<M: Message + Default>(surface: &Surface, call: &Call) -> Result<(BoxId, OrgScope, M), Refused> {
    let box_id = call.query.need_id("boxId")?;
    let mut reader = surface.app.store.reader().await?;
    let (scope, _) = account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    drop(reader);
    Ok((box_id, scope, call.message()?))
}

async fn written(
    surface: &Surface,
    call: &Call,
    (box_id, about): (BoxId, About),
    kind: ServiceDraftKind,
) -> Result<Answer, Refused> {
    let place = (box_id, about.message_id);
    let answered = service_draft::open(&surface.exchange, &call.cx, place, about.attachment_id).await;
    let answered = answered.map_err(|no| placed(call, no))?;
    let draft = answered.compose(&call.cx, kind).map_err(|refusal| placed(call, refusal.into()))?;
    Ok(Answer::file(draft.file_name, draft.content))
}

fn about(message_id: &str, attachment_id: &str) -> Result<About, WireRefusal> {
    Ok(About { message_id: id(message_id, "MessageId")?, attachment_id: id(attachment_id, "AttachmentId")? })
}

/// The words of a document. The vendor's contract leaves them out at times, the official format never does.
fn words(text: Option<String>, field: &str) -> Result<String, WireRefusal> {
    let text = text.filter(|text| !text.trim().is_empty());
    text.ok_or_else(|| WireRefusal::FieldMissing { field: field.to_owned() })
}

async fn receipt(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, scope, asked) = opened::<ReceiptGenerationRequestV2>(&surface, &call).await?;
    let about = about(&asked.message_id, &asked.attachment_id)?;
    let signer = signer::content::read(&surface, &scope, &asked.signer_content).await?;
    written(&surface, &call, (box_id, about), ServiceDraftKind::Receipt { signer }).await
}

/// Of a document, or of a proposal to revoke one.
async fn rejection(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, scope, asked) = opened::<SignatureRejectionGenerationRequestV2>(&surface, &call).await?;
    let about = about(&asked.message_id, &asked.attachment_id)?;
    let text = words(asked.error_message, "ErrorMessage")?;
    let signer = signer::content::read(&surface, &scope, &asked.signer_content).await?;
    written(&surface, &call, (box_id, about), ServiceDraftKind::Rejection { signer, text }).await
}

async fn correction_request(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, scope, asked) = opened::<InvoiceCorrectionRequestGenerationRequestV2>(&surface, &call).await?;
    let about = about(&asked.message_id, &asked.attachment_id)?;
    let text = words(Some(asked.error_message), "ErrorMessage")?;
    let signer = signer::content::read(&surface, &scope, &asked.signer_content).await?;
    written(&surface, &call, (box_id, about), ServiceDraftKind::AmendmentRequest { signer, text }).await
}

/// `contentTypeId` names the version of the format; without it the newest that may be sent today.
async fn revocation_request(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, scope, asked) = opened::<RevocationRequestInfo>(&surface, &call).await?;
    let about =
        About { message_id: call.query.need_id("messageId")?, attachment_id: call.query.need_id("attachmentId")? };
    let version = match call.query.text("contentTypeId") {
        Some("revocation_request_01") => "1.01".to_owned(),
        Some("revocation_request_02") => "1.02".to_owned(),
        Some(_) => {
            let accepted = "revocation_request_01 or revocation_request_02";
            return Err(WireRefusal::ParameterForm { name: "contentTypeId", accepted }.into());
        }
        None => newest(&surface, &call)?,
    };
    let text = words(asked.comment, "Comment")?;
    let signer = match asked.signer {
        Some(signer) => Some(signer::of_message(&surface, &scope, signer).await?),
        None => None,
    };
    let kind = ServiceDraftKind::RevocationRequest { version, signer, text };
    written(&surface, &call, (box_id, about), kind).await
}

fn newest(surface: &Surface, call: &Call) -> Result<String, Refused> {
    let rows = surface.exchange.rules.versions("revocation", call.cx.now.civil_date_msk());
    let refused = |no: rules::NoRow| exchange::Refusal::NoRule { detail: no.to_string() };
    let version = rows.map_err(refused)?.last().map(|row| row.version.clone());
    Ok(version.unwrap_or_default())
}
