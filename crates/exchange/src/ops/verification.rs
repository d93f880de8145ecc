//! The verification report: every file against its hash, every signature against its file, now.

use account::Permission;
use kernel::{BoxId, Cx};
use store::{ContentHash, No};
use trust::Verdict;

use super::authorise::own_box;
use super::read::{DocumentReport, content_of, get_document};
use super::verify::verdict;
use crate::model::entity::{Entity, EntityKind};
use crate::model::ids::EntityId;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// One signature, verified again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureCheck {
    /// The signature.
    pub entity: Entity,
    /// The verdict now.
    pub verdict: Verdict,
}

/// One file with its signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileCheck {
    /// The file.
    pub entity: Entity,
    /// BLAKE3 it was stored under.
    pub hash: [u8; 32],
    /// Whether the stored bytes still have this hash.
    pub bytes_unchanged: bool,
    /// Its signatures, oldest first.
    pub signatures: Vec<SignatureCheck>,
}

/// Every check on a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationReport {
    /// The document and what is derived of it.
    pub document: DocumentReport,
    /// Files of its docflow, oldest first.
    pub files: Vec<FileCheck>,
}

/// Reads every file and every signature of the docflow and verifies them at this moment.
pub async fn verify(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    document_id: EntityId,
) -> Result<VerificationReport, No<Refusal>> {
    let document = get_document(room, cx, box_id, document_id).await?;
    let mut reader = room.app.store.reader().await?;
    let (scope, _) = own_box(&mut reader, cx, box_id, Permission::Read).await?;
    drop(reader);
    let mut files = Vec::new();
    let with_bytes = |entity: &&Entity| entity.kind != EntityKind::Signature && entity.content.is_some();
    for file in document.entities.iter().filter(with_bytes) {
        let Some(key) = file.content else { continue };
        let bytes = content_of(room, &scope, file).await?;
        let mut signatures = Vec::new();
        let under = |entity: &&Entity| entity.kind == EntityKind::Signature && entity.parent_id == Some(file.id);
        for signature in document.entities.iter().filter(under) {
            let der = content_of(room, &scope, signature).await?;
            let verdict = verdict(room, &bytes, &der, cx.now).await?;
            signatures.push(SignatureCheck { entity: signature.clone(), verdict });
        }
        let bytes_unchanged = ContentHash::of(&bytes).to_vec() == key.hash;
        files.push(FileCheck { entity: file.clone(), hash: key.hash, bytes_unchanged, signatures });
    }
    Ok(VerificationReport { document, files })
}
