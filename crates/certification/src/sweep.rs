//! What is done by the clock: papers deleted by rule, ends of certificates told.

use crate::Room;
use crate::ops::{application::papers, notices};
use kernel::Cx;
use store::Fault;

/// Deletes papers whose time is over and writes the letters about certificates that end soon; says how many of both.
/// `svitok` calls it every hour as the program itself; what was done before is not done again.
pub async fn sweep(room: &Room, cx: &Cx) -> Result<u64, Fault> {
    let papers = papers::run(room, cx).await?;
    Ok(papers + notices::run(room, cx).await?)
}
