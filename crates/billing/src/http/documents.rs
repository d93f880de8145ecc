//! `GET /api/v1/billing/organizations/{organization_id}/documents`

use crate::http::Room;
use crate::model::{Count, Meter, Tariff};
use crate::ops::{list_counts, read_meter};
use account::{Permission, authorize};
use axum::extract::State;
use kernel::OrganizationId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, PageQuery, PageView, SignedIn, ok};

/// Outgoing documents: how many count, how many are left, and why.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentMeterView {
    /// Outgoing documents that cost nothing.
    free: u32,
    /// Documents that count.
    counted: u64,
    /// Documents that were sent and do not count.
    not_counted: u64,
    /// Free documents that are left.
    left: u64,
    /// What comes after them: `counted` (sending goes on) or `refused`.
    #[schema(example = "counted")]
    after_free: &'static str,
    /// Sent messages, newest first.
    messages: PageView<CountView>,
}

/// One sent message.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountView {
    /// The message.
    message_id: String,
    /// The box it left.
    box_id: String,
    /// When.
    sent_at: String,
    /// Its documents.
    documents: u64,
    /// Whether they count.
    counts: bool,
    /// Why, or why not: `outgoing`, `test` (one of the two organizations is a test one).
    #[schema(example = "outgoing")]
    reason: &'static str,
}

impl From<Count> for CountView {
    fn from(count: Count) -> Self {
        Self {
            message_id: count.message_id.to_string(),
            box_id: count.box_id.to_string(),
            sent_at: count.counted_at.to_string(),
            documents: count.documents,
            counts: count.reason.counts(),
            reason: count.reason.name(),
        }
    }
}

impl DocumentMeterView {
    fn of(tariff: Tariff, meter: Meter, messages: PageView<CountView>) -> Self {
        Self {
            free: tariff.free_documents,
            counted: meter.counted,
            not_counted: meter.not_counted,
            left: tariff.left(meter.counted),
            after_free: tariff.after_free.name(),
            messages,
        }
    }
}

/// The meter of outgoing documents. Incoming documents, answers and receipts never count and are not listed.
#[utoipa::path(get, path = "/api/v1/billing/organizations/{organization_id}/documents", tag = "billing",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "The sums and a page of messages.", body = DocumentMeterView)))]
pub(in crate::http) async fn documents(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    PageQuery(page): PageQuery,
) -> Answer<DocumentMeterView> {
    let mut reader = room.app.store.reader().await?;
    let scope = authorize(&mut reader, &cx, organization_id, Permission::Read).await?;
    let meter = read_meter(&mut reader, &scope).await?;
    let counts = list_counts(&mut reader, &scope, &page).await?;
    Ok(ok(DocumentMeterView::of(room.tariff, meter, PageView::of(counts, CountView::from))))
}
