//! `GET /api/v1/account/passkeys` and `DELETE /api/v1/account/passkeys/{passkey_id}`

use crate::http::Room;
use crate::model::{Passkey, PasskeyId};
use crate::ops::passkey;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, PageView, SignedIn, done, ok};

/// A passkey of the caller's.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct PasskeyView {
    /// Id.
    pub passkey_id: String,
    /// What the person calls it.
    pub name: String,
    /// Since when, RFC 3339.
    pub created_at: String,
    /// When it signed in last, RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<String>,
}

impl From<Passkey> for PasskeyView {
    fn from(passkey: Passkey) -> Self {
        Self {
            passkey_id: passkey.passkey_id.to_string(),
            name: passkey.name,
            created_at: passkey.created_at.to_rfc3339(),
            last_used_at: passkey.last_used_at.map(kernel::Moment::to_rfc3339),
        }
    }
}

/// The caller's passkeys, at most 20, all on one page.
#[utoipa::path(get, path = "/api/v1/account/passkeys", tag = "account", security(("token" = [])),
    responses((status = 200, description = "All.", body = PageView<PasskeyView>)))]
pub(in crate::http) async fn list(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<PageView<PasskeyView>> {
    let mut reader = room.app.store.reader().await?;
    let items = passkey::list(&mut reader, &cx).await?;
    Ok(ok(PageView { items: items.into_iter().map(PasskeyView::from).collect(), next: None }))
}

/// The passkey is no way in any more; another person's is not found.
#[utoipa::path(delete, path = "/api/v1/account/passkeys/{passkey_id}", tag = "account", security(("token" = [])),
    params(("passkey_id" = String, Path)), responses((status = 204, description = "It is not.")))]
pub(in crate::http) async fn remove(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(passkey_id): Ids<PasskeyId>,
) -> Answer<()> {
    room.app.store.write(&cx, passkey_id, |tx, cx, id| Box::pin(passkey::remove(tx, cx, *id))).await?;
    Ok(done())
}
