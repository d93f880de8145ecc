//! What a key is worth before it signs.

use axum::extract::State;
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

use super::list_documents::KINDS;
use super::views::LegalView;
use crate::model::document::DocumentKind;
use crate::model::refusal::Refusal;
use crate::ops::judge_key::{KeyReport, ToSign, judge};
use crate::room::Room;
use web::Octets;

/// Kinds asked about at once: there are four, each a document or an answer.
const DOCUMENTS_MAX: usize = 8;

/// A kind of document to be signed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToSignBody {
    /// `utd_invoice`, `utd_transfer`, `utd_invoice_and_transfer`, `nonformalized`.
    kind: String,
    /// The recipient's answer to it, and not the document itself.
    #[serde(default)]
    is_answer: bool,
}

/// A key, and what it is to sign.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SigningKeyBody {
    /// The certificate, DER.
    certificate: Octets,
    /// Up to eight; more are refused.
    documents: Vec<ToSignBody>,
}

impl RequestBody for SigningKeyBody {}

/// What the law asks of one kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToSignView {
    /// As it was asked about.
    pub kind: &'static str,
    /// As it was asked about.
    pub is_answer: bool,
    /// What the dated rows ask, and whether this key's signature is that; absent where they say nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal: Option<LegalView>,
}

/// What a key is worth now.
#[derive(Debug, Serialize, ToSchema)]
pub struct SigningKeyView {
    /// The verdict on its certificate, part by part.
    pub verdict: trust::CertificateVerdict,
    /// In the order they were asked about.
    pub documents: Vec<ToSignView>,
}

impl From<KeyReport> for SigningKeyView {
    fn from(report: KeyReport) -> Self {
        let view = |(document, legal): &(ToSign, Option<_>)| ToSignView {
            kind: document.kind.as_str(),
            is_answer: document.is_answer,
            legal: legal.as_ref().map(LegalView::from),
        };
        Self { documents: report.legal.iter().map(view).collect(), verdict: report.verdict }
    }
}

/// Says what a signature by this key would be, before anything is signed: how far its certificate is trusted, the kind of
/// signature, and whether the law takes that kind for these documents. Nothing is kept.
#[utoipa::path(
    post,
    path = "/api/v1/exchange/boxes/{box_id}/signing-key",
    tag = "exchange",
    security(("token" = [])),
    params(("box_id" = String, Path)),
    request_body = SigningKeyBody,
    responses((status = 200, body = SigningKeyView))
)]
pub(crate) async fn judge_key(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(box_id): Ids<BoxId>,
    body: Limited<SigningKeyBody>,
) -> Answer<SigningKeyView> {
    let SigningKeyBody { certificate, documents } = body.into_inner();
    if documents.len() > DOCUMENTS_MAX {
        return Err(Problem::refused(Refusal::TooManyAtOnce { max: DOCUMENTS_MAX }));
    }
    let documents = documents.into_iter().map(|one| {
        let kind =
            DocumentKind::from_word(&one.kind).ok_or(Refusal::Filter { name: "documents.kind", accepted: KINDS })?;
        Ok(ToSign { kind, is_answer: one.is_answer })
    });
    let documents = documents.collect::<Result<Vec<_>, Refusal>>().map_err(Problem::refused)?;
    Ok(ok(judge(&room, &cx, box_id, &certificate.0, documents).await?.into()))
}
