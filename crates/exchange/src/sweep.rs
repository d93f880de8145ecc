//! Forgetting what is kept for a time.

use kernel::Cx;
use store::Fault;

use crate::ops::{acquire, kept_drafts, readings, shelf, upload};
use crate::room::Room;

/// Forgets uploads that no message named, files on shelves, drafts that nobody touched, results of tasks and marks of
/// what was read long ago, and says how many. `svitok` calls it every hour.
pub async fn sweep(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    let store = &room.app.store;
    let uploads = upload::sweep(store, cx).await?;
    let shelves = shelf::sweep(room, cx).await?;
    let readings = readings::sweep(store, cx).await?;
    Ok(uploads + shelves + readings + kept_drafts::sweep(store, cx).await? + acquire::sweep(store, cx).await?)
}
