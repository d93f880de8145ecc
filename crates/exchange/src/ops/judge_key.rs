//! What a key is worth before anything is signed with it: the verdict on its certificate now, and what the law asks of each
//! kind of document. Shown, never blocking: parties may have agreed otherwise.

use account::Permission;
use kernel::{BoxId, Cx, Moment};
use store::No;
use trust::CertificateVerdict;

use super::authorise::own_box;
use super::read::{LegalReport, legal_name};
use super::verify::kind_word;
use crate::model::document::DocumentKind;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// What is to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToSign {
    /// Its kind.
    pub kind: DocumentKind,
    /// The recipient's answer to it, and not the document itself.
    pub is_answer: bool,
}

/// The verdict on a key's certificate, and whether it suffices for each of the documents; nothing where the dated rows say
/// nothing of a kind today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyReport {
    /// The verdict now.
    pub verdict: CertificateVerdict,
    /// In the order they were asked about.
    pub legal: Vec<(ToSign, Option<LegalReport>)>,
}

/// Judges the certificate (DER). Refuses what is no certificate.
pub async fn judge(
    room: &Room,
    cx: &Cx,
    box_id: BoxId,
    certificate: &[u8],
    documents: Vec<ToSign>,
) -> Result<KeyReport, No<Refusal>> {
    let mut reader = room.app.store.reader().await?;
    own_box(&mut reader, cx, box_id, Permission::Send).await?;
    drop(reader);
    let certificate = pki::Certificate::from_der(certificate).map_err(|_| Refusal::CertificateUnreadable)?;
    let verdict = room.trust.certificate_verdict(&certificate, cx.now);
    let has = kind_word(verdict.kind);
    let legal = documents.into_iter().map(|document| (document, legal(room, document, has, cx.now))).collect();
    Ok(KeyReport { verdict, legal })
}

fn legal(room: &Room, ToSign { kind, is_answer }: ToSign, has: &str, now: Moment) -> Option<LegalReport> {
    let today = now.civil_date_msk();
    let name = legal_name(kind);
    let of_answer = is_answer.then(|| room.rules.legal_kind(&format!("{name}.buyer"), today).ok()).flatten();
    let row = of_answer.or_else(|| room.rules.legal_kind(name, today).ok())?;
    Some(LegalReport::of(row, has.to_owned()))
}
