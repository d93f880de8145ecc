//! `GET /api/v1/account/devices` and `DELETE /api/v1/account/devices/{device_id}`

use crate::http::Room;
use crate::model::{Device, DeviceId};
use crate::ops::second_factor::{forget_device, list_devices};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Ids, PageView, SignedIn, done, ok};

/// A device that needs no second factor.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct DeviceView {
    /// Id.
    pub device_id: String,
    /// What it called itself.
    pub name: String,
    /// From which network address it was remembered.
    pub address: String,
    /// Since when, RFC 3339.
    pub created_at: String,
    /// Until when, RFC 3339.
    pub expires_at: String,
}

impl From<Device> for DeviceView {
    fn from(device: Device) -> Self {
        Self {
            device_id: device.device_id.to_string(),
            name: device.name,
            address: device.address,
            created_at: device.created_at.to_rfc3339(),
            expires_at: device.expires_at.to_rfc3339(),
        }
    }
}

/// The caller's remembered devices, at most 200, all on one page.
#[utoipa::path(get, path = "/api/v1/account/devices", tag = "account", security(("token" = [])),
    responses((status = 200, description = "All.", body = PageView<DeviceView>)))]
pub(in crate::http) async fn list(State(room): State<Room>, SignedIn(cx): SignedIn) -> Answer<PageView<DeviceView>> {
    let mut reader = room.app.store.reader().await?;
    let items = list_devices(&mut reader, &cx).await?;
    Ok(ok(PageView { items: items.into_iter().map(DeviceView::from).collect(), next: None }))
}

/// The device needs a second factor again; another person's is not found.
#[utoipa::path(delete, path = "/api/v1/account/devices/{device_id}", tag = "account", security(("token" = [])),
    params(("device_id" = String, Path)), responses((status = 204, description = "It is forgotten.")))]
pub(in crate::http) async fn forget(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(device_id): Ids<DeviceId>,
) -> Answer<()> {
    room.app.store.write(&cx, device_id, |tx, cx, id| Box::pin(forget_device(tx, cx, *id))).await?;
    Ok(done())
}
