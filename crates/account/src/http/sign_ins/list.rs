//! `GET /api/v1/account/sign-ins`

use crate::http::Room;
use crate::http::views::SignInView;
use crate::ops::read;
use axum::extract::State;
use web::{Answer, PageQuery, PageView, SignedIn, ok};

/// The caller's open sign-ins, in the order they were made.
#[utoipa::path(get, path = "/api/v1/account/sign-ins", tag = "account", security(("token" = [])),
    params(("limit" = Option<u32>, Query), ("after" = Option<String>, Query)),
    responses((status = 200, description = "A page.", body = PageView<SignInView>)))]
pub(in crate::http) async fn list(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    PageQuery(page): PageQuery,
) -> Answer<PageView<SignInView>> {
    let mut reader = room.app.store.reader().await?;
    Ok(ok(PageView::of(read::list_sign_ins(&mut reader, &cx, &page).await?, SignInView::from)))
}
