//! Service documents and answering titles to be signed by the client.

use axum::extract::State;
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, RequestBody, SignedIn, ok};

use crate::model::ids::EntityId;
use crate::model::refusal::Refusal;
use crate::ops::draft::{self, DraftAsk, DraftKind, DraftSigner};
use crate::room::Room;
use web::Octets;

/// Which document.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DraftKindBody {
    /// Receipt notification.
    Receipt,
    /// Buyer's title: accepted without discrepancies.
    AnswerTitle,
    /// Refusal to sign, or to revoke.
    Rejection,
    /// Request to correct.
    AmendmentRequest,
    /// Proposal to revoke.
    RevocationRequest,
    /// Universal message with the given code.
    UniversalMessage,
}

/// Who will sign.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignerBody {
    surname: String,
    given_name: String,
    #[serde(default)]
    patronymic: Option<String>,
    #[serde(default)]
    position: Option<String>,
}

/// What is to be drafted.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftBody {
    kind: DraftKindBody,
    /// Attached to the document itself when absent.
    #[serde(default)]
    parent_id: Option<String>,
    #[serde(default)]
    signer: Option<SignerBody>,
    /// Why, what to correct, what was accepted.
    #[serde(default)]
    text: Option<String>,
    /// Of a universal message: 1999, 2999, 3999 …
    #[serde(default)]
    code: Option<u16>,
}

impl RequestBody for DraftBody {}

impl DraftBody {
    /// What it asks of a document.
    pub(super) fn of(self, box_id: BoxId, document_id: EntityId) -> Result<DraftAsk, Refusal> {
        let parent_id = self.parent_id.map(|id| id.parse::<EntityId>().map_err(|_| Refusal::EntityNotFound));
        let kind = match self.kind {
            DraftKindBody::Receipt => DraftKind::Receipt,
            DraftKindBody::AnswerTitle => DraftKind::AnswerTitle,
            DraftKindBody::Rejection => DraftKind::Rejection,
            DraftKindBody::AmendmentRequest => DraftKind::AmendmentRequest,
            DraftKindBody::RevocationRequest => DraftKind::RevocationRequest,
            // 0 is no code, so its absence is refused like a wrong one.
            DraftKindBody::UniversalMessage => DraftKind::UniversalMessage(self.code.unwrap_or_default()),
        };
        let signer = self.signer.map(|signer| DraftSigner {
            surname: signer.surname,
            given_name: signer.given_name,
            patronymic: signer.patronymic,
            position: signer.position,
        });
        Ok(DraftAsk { box_id, document_id, parent_id: parent_id.transpose()?, kind, signer, text: self.text })
    }
}

/// Bytes to sign and to post.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftView {
    /// Name of the file.
    pub file_name: String,
    /// What it is attached to.
    pub parent_id: String,
    /// The exact bytes.
    pub content: Octets,
}

impl From<draft::Draft> for DraftView {
    fn from(draft: draft::Draft) -> Self {
        Self { file_name: draft.file_name, parent_id: draft.parent_id.to_string(), content: Octets(draft.content) }
    }
}

/// Makes a service document ready to be signed. Nothing is kept: the client signs exactly these bytes and posts them.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/documents/{document_id}/drafts",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("document_id" = String, Path)),
    request_body = DraftBody,
    responses((status = 200, body = DraftView))
)]
pub(crate) async fn make_draft(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, document_id)): Ids<(BoxId, EntityId)>,
    body: Limited<DraftBody>,
) -> Answer<DraftView> {
    let ask = body.into_inner().of(box_id, document_id).map_err(web::Problem::refused)?;
    let draft = draft::make(&room, &cx, ask).await?;
    Ok(ok(draft.into()))
}
