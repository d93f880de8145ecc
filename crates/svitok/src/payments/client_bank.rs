//! `POST /api/v1/payments/client-bank`

use super::order::OrderBody;
use super::{PROGRAM, file};
use axum::response::Response;
use payments::client_bank::{Made, of_orders};
use payments::{OrderText, PaymentOrder, PaymentRefusal};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Limited, Problem, RequestBody, SignedIn};

/// Octets of the JSON text: some hundreds of orders of about 1.5 KiB, more than one file for a bank holds.
const BODY_BYTES_MAX: usize = 1024 * 1024;

/// Orders for one file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ClientBankBody {
    orders: Vec<OrderBody>,
}

impl RequestBody for ClientBankBody {
    const SIZE_BYTES_MAX: usize = BODY_BYTES_MAX;
}

/// A file of exchange with a bank, 1CClientBankExchange 1.03 in windows-1251, of these orders. A field that breaks a rule is refused
/// by its name: `orders[2].payer.account`.
#[utoipa::path(post, path = "/api/v1/payments/client-bank", tag = "payments", security(("token" = [])),
    request_body = ClientBankBody,
    responses((status = 200, body = [u8], content_type = "text/plain"),
        (status = 422, description = "An order's field breaks a rule.")))]
pub(super) async fn write(SignedIn(cx): SignedIn, body: Limited<ClientBankBody>) -> Result<Response, Problem> {
    let composed = body.into_inner().orders.into_iter().enumerate().map(|(place, order)| {
        let placed = |refusal: PaymentRefusal| refusal.below(&format!("orders[{place}]"));
        PaymentOrder::compose(&OrderText::from(order)).map_err(placed)
    });
    let orders: Vec<PaymentOrder> = composed.collect::<Result<_, _>>().map_err(Problem::refused)?;
    let made = Made { sender: PROGRAM.to_owned(), at: cx.now.civil_datetime_msk() };
    let octets = payments::client_bank::write(&of_orders(&orders, &made)).map_err(Problem::refused)?;
    Ok(file("text/plain; charset=windows-1251", "1c_to_kl.txt", octets))
}
