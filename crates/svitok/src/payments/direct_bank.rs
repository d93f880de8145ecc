//! `POST /api/v1/payments/direct-bank`

use super::order::OrderBody;
use super::{PROGRAM, Room, file};
use axum::extract::State;
use axum::response::Response;
use kernel::RequestId;
use payments::direct_bank::Made;
use payments::{OrderText, PaymentOrder, PaymentRefusal};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Limited, Problem, RequestBody, SignedIn};

/// An order for a bank that speaks DirectBank.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DirectBankBody {
    order: OrderBody,
    /// How the bank calls its client: up to 50 characters, given by the bank.
    client: String,
}

impl RequestBody for DirectBankBody {}

/// The order as a document of DirectBank 2.3.2 (`PayDocRu`), unsigned. A field that breaks a rule is refused by its name.
#[utoipa::path(post, path = "/api/v1/payments/direct-bank", tag = "payments", security(("token" = [])),
    request_body = DirectBankBody,
    responses((status = 200, body = [u8], content_type = "application/xml"),
        (status = 422, description = "A field breaks a rule.")))]
pub(super) async fn write(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    body: Limited<DirectBankBody>,
) -> Result<Response, Problem> {
    let body = body.into_inner();
    let placed = |refusal: PaymentRefusal| Problem::refused(refusal.below("order"));
    let order = PaymentOrder::compose(&OrderText::from(body.order)).map_err(placed)?;
    let made = Made {
        id: cx.new_id::<RequestId>().to_string(),
        at: cx.now.civil_datetime_msk(),
        program: PROGRAM.to_owned(),
        client: body.client,
    };
    let octets = payments::direct_bank::write(&room.shelf.current(), &order, &made).map_err(Problem::refused)?;
    Ok(file("application/xml", &format!("payment-order-{}.xml", order.number), octets))
}
