//! Forgetting what is kept for a time.

use kernel::Cx;
use store::{Fault, Store};

use crate::ops::{kept_drafts, upload};

/// Forgets uploads that no message named and drafts that nobody touched, and says how many. `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    Ok(upload::sweep(store, cx).await? + kept_drafts::sweep(store, cx).await?)
}
