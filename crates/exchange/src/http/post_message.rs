//! Sending a message.

use axum::extract::State;
use kernel::{BoxId, CivilDate};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, RequestBody, SignedIn};

use super::once::Intention;
use super::views::PostedView;
use crate::model::document::CustomData;
use crate::model::refusal::Refusal;
use crate::ops::input::{NewContent, NewDocument, NewDocumentKind, NewMessage};
use crate::ops::post_message;
use crate::room::Room;
use web::Octets;

/// Kind of a new document.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum KindBody {
    /// Seller's title of a УПД; its function is read from the file.
    UtdTitle,
    /// Any file.
    Nonformalized,
}

/// Another document.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DocumentIdBody {
    message_id: String,
    document_id: String,
}

/// A document to send: its bytes or the hash of uploaded ones, and a detached signature.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDocumentBody {
    kind: KindBody,
    /// The exact bytes.
    #[serde(default)]
    content: Option<Octets>,
    /// BLAKE3 of bytes uploaded before, hexadecimal.
    #[serde(default)]
    uploaded: Option<String>,
    /// Detached signature, DER.
    signature: Octets,
    /// Name of the file; a title's name is taken from the file itself.
    #[serde(default)]
    file_name: Option<String>,
    #[serde(default)]
    number: Option<String>,
    /// ISO date.
    #[serde(default)]
    date: Option<String>,
    /// Number of the workflow; the kind's first when absent.
    #[serde(default)]
    workflow: Option<u8>,
    #[serde(default)]
    receipt_asked: bool,
    #[serde(default)]
    signature_asked: bool,
    #[serde(default)]
    comment: Option<String>,
    #[serde(default)]
    custom_id: Option<String>,
    #[serde(default)]
    custom_data: Vec<CustomData>,
    #[serde(default)]
    initial_documents: Vec<DocumentIdBody>,
}

/// A message to send.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessageBody {
    to_box_id: String,
    documents: Vec<NewDocumentBody>,
}

impl RequestBody for NewMessageBody {
    /// Documents travel inside, in base64; larger ones are uploaded first.
    const SIZE_BYTES_MAX: usize = web::limits::BODY_BYTES_CEILING;
}

impl NewMessageBody {
    fn into_model(self, from_box_id: BoxId) -> Result<NewMessage, Refusal> {
        let to_box_id = self.to_box_id.parse().map_err(|_| Refusal::RecipientNotFound)?;
        let documents = self.documents.into_iter().map(NewDocumentBody::into_model).collect::<Result<_, _>>()?;
        Ok(NewMessage { from_box_id, to_box_id, documents })
    }
}

impl NewDocumentBody {
    fn into_model(self) -> Result<NewDocument, Refusal> {
        let content = match (self.content, self.uploaded) {
            (Some(content), None) => NewContent::Bytes(content.0),
            (None, Some(hash)) => {
                let octets = hex::decode(&hash).ok().and_then(|octets| octets.try_into().ok());
                NewContent::Uploaded(octets.ok_or(Refusal::ContentUnknown)?)
            }
            _ => return Err(Refusal::Unreadable { field: "documents[].content" }),
        };
        let date = self.date.map(|date| date.parse::<CivilDate>()).transpose();
        let initial = self.initial_documents.iter().map(|document| {
            let unreadable = Refusal::Unreadable { field: "documents[].initial_documents" };
            match (document.message_id.parse(), document.document_id.parse()) {
                (Ok(message), Ok(document)) => Ok((message, document)),
                _ => Err(unreadable),
            }
        });
        let initial_documents = initial.collect::<Result<Vec<_>, _>>()?;
        Ok(NewDocument {
            kind: match self.kind {
                KindBody::UtdTitle => NewDocumentKind::UtdTitle,
                KindBody::Nonformalized => NewDocumentKind::Nonformalized,
            },
            content,
            signature: self.signature.0,
            file_name: self.file_name,
            number: self.number,
            date: date.map_err(|_| Refusal::Unreadable { field: "documents[].date" })?,
            workflow: self.workflow,
            receipt_asked: self.receipt_asked,
            signature_asked: self.signature_asked,
            comment: self.comment,
            custom_id: self.custom_id,
            custom_data: self.custom_data,
            initial_documents,
        })
    }
}

/// Sends documents to another box. 201 means the sender's copy is durable; delivery follows.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/messages",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body = NewMessageBody,
    responses((status = 201, body = PostedView))
)]
pub(crate) async fn post_message(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    key: IdempotencyKey,
    body: Limited<NewMessageBody>,
) -> Answer<PostedView> {
    let body_hash = *body.hash();
    let (method, thing) = ("exchange.post_message", None::<BoxId>);
    let intention = Intention { box_id, thing, method, key: &key, body_hash: &body_hash };
    let prepared = match body.into_inner().into_model(box_id) {
        Ok(message) => post_message::prepare(&room, &cx, message).await,
        Err(refusal) => Err(post_message::refused_shape(&room, &cx, box_id, refusal).await),
    };
    match prepared {
        Err(no) => intention.refused(&room, &cx, no).await,
        Ok(message) => {
            let once = intention.once(&cx, message.organization_id());
            let write = room.app.write_once(&cx, once, message, |tx, cx, message| {
                Box::pin(async move { post_message::run(tx, cx, message).await.map(PostedView::from) })
            });
            write.await
        }
    }
}
