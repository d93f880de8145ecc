//! The certificate an operator is about to revoke on its holder's word.

use crate::model::DeskRole;
use crate::ops::desk::authorize;
use crate::ops::find;
use crate::store::certificate::CertificateRow;
use crate::{Refusal, Room};
use kernel::Cx;
use store::No;

/// By its exact serial number. Refuses everybody but operators, before it is looked for.
pub(crate) async fn get(room: &Room, cx: &Cx, serial: &str) -> Result<CertificateRow, No<Refusal>> {
    authorize(&mut room.store().reader().await?, cx, &[DeskRole::Operator]).await?;
    find::look_up(room, serial).await
}
