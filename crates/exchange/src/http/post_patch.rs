//! Adding to a message.

use axum::extract::State;
use kernel::BoxId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, IdempotencyKey, Ids, Limited, RequestBody, SignedIn};

use super::once::Intention;
use super::views::PostedView;
use crate::model::ids::MessageId;
use crate::model::refusal::Refusal;
use crate::ops::input::{NewAct, NewActKind, NewPatch};
use crate::ops::{post_message, post_patch};
use crate::room::Room;
use web::Octets;

/// Kind of an act.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ActBody {
    /// Signed receipt notification.
    Receipt,
    /// The recipient's title.
    AnswerTitle,
    /// The recipient's signature under the document.
    Signature,
    /// Signed refusal to sign.
    Rejection,
    /// Signed request to correct.
    AmendmentRequest,
    /// Signed proposal to revoke.
    RevocationRequest,
    /// Signature under the other side's proposal to revoke.
    RevocationAcceptance,
    /// Signed refusal of the other side's proposal to revoke.
    RevocationRejection,
    /// Universal message: its code says what it does.
    UniversalMessage,
}

/// One act.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewActBody {
    kind: ActBody,
    /// The document, the answering title or the proposal to revoke it is attached to.
    parent_id: String,
    /// The file; none for a bare signature.
    #[serde(default)]
    content: Option<Octets>,
    /// Detached signature, DER; may lack only on a universal message.
    #[serde(default)]
    signature: Option<Octets>,
    /// A receipt of the answering title is asked for.
    #[serde(default)]
    receipt_asked: bool,
}

/// An addition to a message.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPatchBody {
    /// Acts, done in this order, all or none.
    acts: Vec<NewActBody>,
}

impl RequestBody for NewPatchBody {
    /// Files travel inside, in base64.
    const SIZE_BYTES_MAX: usize = web::limits::BODY_BYTES_CEILING;
}

impl NewActBody {
    fn into_model(self) -> Result<NewAct, Refusal> {
        let kind = match self.kind {
            ActBody::Receipt => NewActKind::Receipt,
            ActBody::AnswerTitle => NewActKind::AnswerTitle,
            ActBody::Signature => NewActKind::Signature,
            ActBody::Rejection => NewActKind::Rejection,
            ActBody::AmendmentRequest => NewActKind::AmendmentRequest,
            ActBody::RevocationRequest => NewActKind::RevocationRequest,
            ActBody::RevocationAcceptance => NewActKind::RevocationAcceptance,
            ActBody::RevocationRejection => NewActKind::RevocationRejection,
            ActBody::UniversalMessage => NewActKind::UniversalMessage,
        };
        Ok(NewAct {
            kind,
            parent_id: self.parent_id.parse().map_err(|_| Refusal::EntityNotFound)?,
            content: self.content.map(|content| content.0),
            signature: self.signature.map(|signature| signature.0),
            receipt_asked: self.receipt_asked,
        })
    }
}

/// Adds receipts, titles, signatures, refusals, requests to a message. Delivery to the other box follows.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/messages/{message_id}/patches",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("message_id" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body = NewPatchBody,
    responses((status = 201, body = PostedView))
)]
pub(crate) async fn post_patch(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, message_id)): Ids<(BoxId, MessageId)>,
    key: IdempotencyKey,
    body: Limited<NewPatchBody>,
) -> Answer<PostedView> {
    let body_hash = *body.hash();
    let (method, thing) = ("exchange.post_patch", Some(message_id));
    let intention = Intention { box_id, thing, method, key: &key, body_hash: &body_hash };
    let acts = body.into_inner().acts.into_iter().map(NewActBody::into_model).collect::<Result<Vec<_>, _>>();
    let prepared = match acts {
        Ok(acts) => post_patch::prepare(&room, &cx, NewPatch { box_id, message_id, acts }).await,
        Err(refusal) => Err(post_message::refused_shape(&room, &cx, box_id, refusal).await),
    };
    match prepared {
        Err(no) => intention.refused(&room, &cx, no).await,
        Ok(patch) => {
            let once = intention.once(&cx, patch.organization_id());
            let write = room.app.write_once(&cx, once, patch, |tx, cx, patch| {
                Box::pin(async move { post_patch::run(tx, cx, patch).await.map(PostedView::from) })
            });
            write.await
        }
    }
}
