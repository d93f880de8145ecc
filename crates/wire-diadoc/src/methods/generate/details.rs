//! `ExtendedSignerDetails`: what titles of a type say of a signer, kept for his certificate.

use account::Permission;
use kernel::BoxId;

use crate::answer::Answer;
use crate::call::Call;
use crate::proto::api::proto::invoicing::signers::ExtendedSignerDetailsToPost;
use crate::refusal::{Refused, WireRefusal};
use crate::signer::details::{self, Kept, Organization};
use crate::signer::{Named, certificate};
use crate::surface::{Methods, Surface};
use crate::title_type::TitleType;

pub fn on(methods: Methods) -> Methods {
    methods.on("/V2/ExtendedSignerDetails", |surface, call| Box::pin(signer_details(surface, call)))
}

/// GET shows what is kept, POST keeps and shows. The certificate must be one issued here to the organization: its holder's
/// name is not kept beside it.
async fn signer_details(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let mut reader = surface.app.store.reader().await?;
    let (scope, card) = account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    drop(reader);
    let thumbprint = call.query.need("thumbprint")?;
    let title_type = TitleType::read(call.query.need("documentTitleType")?);
    let accepted = "a value of DocumentTitleType";
    let title_type = title_type.ok_or(WireRefusal::ParameterForm { name: "documentTitleType", accepted })?;
    let key = details::key(thumbprint, title_type)?;
    let named = Named { thumbprint: Some(thumbprint.to_owned()), ..Named::default() };
    let certificate = certificate(&surface, &scope, &named, "thumbprint").await?;
    let kept = if call.is_get {
        let found = details::find(&surface, &call.cx, box_id, &key).await?;
        found.ok_or(WireRefusal::NotFound { what: "details of the signer" })?
    } else {
        let sent: ExtendedSignerDetailsToPost = call.message()?;
        let kept = Kept::of(sent)?;
        details::keep(&surface, &call.cx, box_id, (key, &kept)).await?;
        kept
    };
    Ok(call.answer(&kept.message(&certificate, &Organization::of(&card))?))
}
