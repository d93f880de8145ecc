//! The verification report.

use axum::extract::State;
use kernel::BoxId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, SignedIn, ok};

use super::views::StateView;
use crate::model::ids::EntityId;
use crate::model::signature::SignatureFacts;
use crate::ops::verification::{self, FileCheck, SignatureCheck};
use crate::room::Room;

/// One signature of a file, verified again now.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignatureCheckView {
    /// Its entity.
    pub entity_id: String,
    /// Who made it: `sender`, `recipient`, `operator`.
    pub author: &'static str,
    /// What was found when it was accepted; absent for the operator's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<SignatureFacts>,
    /// The verdict now, part by part.
    pub verdict: trust::Verdict,
}

/// One file with its signatures.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileCheckView {
    /// Its entity.
    pub entity_id: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// BLAKE3 it was stored under, hexadecimal.
    pub blake3: String,
    /// Whether the stored bytes still have this hash.
    pub bytes_unchanged: bool,
    /// Its signatures.
    pub signatures: Vec<SignatureCheckView>,
}

/// Every check on a document, with its inputs.
#[derive(Debug, Serialize, ToSchema)]
pub struct VerificationView {
    /// The document.
    pub document_id: String,
    /// The moment of the verdicts.
    pub at: String,
    /// Without legal force.
    pub is_test: bool,
    /// State derived from these entities.
    pub state: StateView,
    /// Files of the docflow, oldest first.
    pub files: Vec<FileCheckView>,
}

impl From<FileCheck> for FileCheckView {
    fn from(file: FileCheck) -> Self {
        Self {
            entity_id: file.entity.id.to_string(),
            kind: file.entity.kind.as_str(),
            file_name: file.entity.file_name,
            blake3: hex::encode(file.hash),
            bytes_unchanged: file.bytes_unchanged,
            signatures: file.signatures.into_iter().map(SignatureCheckView::from).collect(),
        }
    }
}

impl From<SignatureCheck> for SignatureCheckView {
    fn from(check: SignatureCheck) -> Self {
        Self {
            entity_id: check.entity.id.to_string(),
            author: check.entity.author.as_str(),
            accepted: check.entity.facts.signature,
            verdict: check.verdict,
        }
    }
}

/// Verifies every signature of a document's flow again, now, and compares every file with its hash.
#[utoipa::path(
    get,
    path = "/api/v1/exchange/boxes/{box_id}/documents/{document_id}/verification",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path), ("document_id" = String, Path)),
    responses((status = 200, body = VerificationView))
)]
pub(crate) async fn verify_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((box_id, document_id)): Ids<(BoxId, EntityId)>,
) -> Answer<VerificationView> {
    let report = verification::verify(&room, &cx, box_id, document_id).await?;
    Ok(ok(VerificationView {
        document_id: report.document.document.id.to_string(),
        at: cx.now.to_rfc3339(),
        is_test: report.document.copy.is_test,
        state: (&report.document.flow.state).into(),
        files: report.files.into_iter().map(FileCheckView::from).collect(),
    }))
}
