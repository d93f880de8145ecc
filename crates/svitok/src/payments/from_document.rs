//! `POST /api/v1/payments/from-document`

use super::Room;
use super::order::{OrderBody, PartyBody};
use axum::extract::State;
use bytes::Bytes;
use formats::{Document, Registry};
use kernel::CivilDate;
use payments::{Draft, Drafting, Due, PartyText, Told};
use rules::Trust;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use web::{Answer, Limited, Octets, Problem, RequestBody, SignedIn, ok};

/// Octets of the JSON text: a return of ten thousand people is about 8 MiB, a third more in base64.
const BODY_BYTES_MAX: usize = 12 * 1024 * 1024;

/// A document, and who pays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FromDocumentBody {
    /// The file as it is or will be sent.
    content: Octets,
    /// Without it only what is due is told, and no order is made.
    #[serde(default)]
    payer: Option<PartyBody>,
    /// Number of the first order; 1 when not given.
    #[serde(default)]
    first_number: Option<u32>,
    /// The day of the orders; today in Moscow when not given.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<CivilDate>,
    /// Sums that a notification told of before were not paid then: orders for them too.
    #[serde(default)]
    told_unpaid: bool,
}

impl RequestBody for FromDocumentBody {
    const SIZE_BYTES_MAX: usize = BODY_BYTES_MAX;
}

/// What is to be paid, and the orders.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FromDocumentView {
    /// The check of the document found no error; else look at it before paying.
    is_clean: bool,
    dues: Vec<DueView>,
    orders: Vec<DraftView>,
}

/// One sum.
#[derive(Debug, Serialize, ToSchema)]
struct DueView {
    #[schema(example = "rsv.staff.3")]
    code: String,
    /// For a person.
    what: String,
    /// The tax's own budget code.
    budget_code: String,
    /// Roubles; below zero for what is to be taken off.
    #[schema(example = "45000.00")]
    sum: String,
    /// For a person; absent where the term is not known.
    period: Option<String>,
    /// The day the rule names.
    #[schema(format = Date)]
    nominal_on: Option<String>,
    /// The last day in time.
    #[schema(format = Date)]
    due_on: Option<String>,
    /// A notification told of it before this document did.
    told_before: bool,
    explanation: String,
    norm: Option<String>,
    /// How the rule of the term was read: `text`, `several`, `one`, `unverified`.
    #[schema(value_type = Option<String>)]
    trust: Option<Trust>,
}

/// One order, and what it pays.
#[derive(Debug, Serialize, ToSchema)]
struct DraftView {
    #[schema(format = Date)]
    due_on: Option<String>,
    /// Places in `dues`.
    dues: Vec<usize>,
    order: OrderBody,
}

/// What a return or a notification says is to be paid: sums with their budget codes, days, norms and explanations, and for a payer whose
/// requisites are given the payment orders, one for each day. Knows УСН 5.09, the notification 5.03, РСВ 5.08 and 6-НДФЛ 5.05.
/// Nothing is kept.
#[utoipa::path(post, path = "/api/v1/payments/from-document", tag = "payments", security(("token" = [])),
    request_body = FromDocumentBody,
    responses((status = 200, body = FromDocumentView),
        (status = 422, description = "Another form, an unreadable file, a payer's field that breaks a rule.")))]
pub(super) async fn from_document(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<FromDocumentBody>,
) -> Answer<FromDocumentView> {
    let body = body.into_inner();
    let (document, is_clean) = read(room.shelf.current(), body.content.0).await?;
    let dues = payments::dues(&document, &room.rules).map_err(Problem::refused)?;
    let payer = body.payer.map(PartyText::from);
    let draft = |payer: &PartyText| {
        let on = body.on.unwrap_or_else(|| cx.now.civil_date_msk());
        let told = if body.told_unpaid { Told::Unpaid } else { Told::Paid };
        let drafting = Drafting { payer, first_number: body.first_number.unwrap_or(1), on, told };
        payments::drafts(&dues, &room.rules, &drafting)
    };
    let drafts = payer.as_ref().map(draft).transpose().map_err(Problem::refused)?.unwrap_or_default();
    let orders = drafts.into_iter().map(DraftView::from).collect();
    Ok(ok(FromDocumentView { is_clean, dues: dues.into_iter().map(DueView::from).collect(), orders }))
}

/// The document, and whether its check found no error. A large one takes the processor for a second: on a thread of its own.
async fn read(registry: Arc<Registry>, octets: Bytes) -> Result<(Document, bool), Problem> {
    let read = tokio::task::spawn_blocking(move || registry.read_checked(&octets)).await;
    let (document, findings) =
        read.map_err(|why| store::Fault::Panicked(format!("reading a document: {why}")))?.map_err(Problem::refused)?;
    Ok((document, findings.is_clean()))
}

impl From<Due> for DueView {
    fn from(due: Due) -> Self {
        Self {
            code: due.code,
            what: due.what,
            budget_code: due.budget_code,
            sum: due.sum.to_string(),
            period: due.period,
            nominal_on: due.nominal_on.map(|day| day.to_string()),
            due_on: due.due_on.map(|day| day.to_string()),
            told_before: due.told_before,
            explanation: due.explanation,
            norm: due.norm.map(|norm| norm.to_string()),
            trust: due.trust,
        }
    }
}

impl From<Draft> for DraftView {
    fn from(draft: Draft) -> Self {
        let due_on = draft.due_on.map(|day| day.to_string());
        Self { due_on, dues: draft.dues, order: payments::OrderText::from(&draft.order).into() }
    }
}
