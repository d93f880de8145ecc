//! `GET /api/v1/account/certificates`

use super::views::BoundCertificateView;
use crate::http::Room;
use crate::ops::bind_certificate;
use axum::extract::State;
use web::{Answer, PageView, SignedIn, ok};

/// Certificates by which the caller signs in, at most 50, all on one page.
#[utoipa::path(get, path = "/api/v1/account/certificates", tag = "account", security(("token" = [])),
    responses((status = 200, description = "All.", body = PageView<BoundCertificateView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
) -> Answer<PageView<BoundCertificateView>> {
    let mut reader = room.app.store.reader().await?;
    let items = bind_certificate::list(&mut reader, &cx).await?;
    Ok(ok(PageView { items: items.into_iter().map(BoundCertificateView::from).collect(), next: None }))
}
