//! What the provider stands on, and what it forgets.

use crate::limits::CODE_KEPT;
use crate::store::{codes, devices, grants, keys};
use ::store::{Fault, Store};
use axum::extract::FromRef;
use kernel::Cx;
use web::App;

/// What `svitok` hands the provider; cheap to clone.
#[derive(Debug, Clone)]
pub struct Surface {
    /// What all rooms share.
    pub app: App,
    /// People, sign-ins and programs' keys.
    pub account: account::Room,
    /// The address programs know the provider by, without a slash at its end: `iss`.
    pub issuer: String,
}

impl FromRef<Surface> for App {
    fn from_ref(surface: &Surface) -> Self {
        surface.app.clone()
    }
}

/// Removes codes a day after they ended, devices, grants, refresh tokens and keys when they end; says how many rows. `svitok`
/// calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    let codes = store.sweep_rows(cx, &codes::SWEEP, cx.now.minus(CODE_KEPT)).await?;
    let devices = store.sweep_rows(cx, &devices::SWEEP, cx.now).await?;
    let refresh = store.sweep_rows(cx, &grants::SWEEP_REFRESH, cx.now).await?;
    let grants = store.sweep_rows(cx, &grants::SWEEP, cx.now).await?;
    let keys = store.sweep_rows(cx, &keys::SWEEP, cx.now).await?;
    Ok(codes + devices + refresh + grants + keys)
}
