//! Which documents there are, and the schemas of what clients write.

use account::Permission;

use crate::answer::Answer;
use crate::call::Call;
use crate::contract::{TitleAsk, catalogue, schema_of, schema_of_signer};
use crate::proto::api::proto::documents::types::{GetDocumentTypesResponseV2, GetDocumentTypesResponseV3};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::document_types::{self as view, Day};

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V2/GetDocumentTypes", |surface, call| Box::pin(second(surface, call)))
        .on("/V3/GetDocumentTypes", |surface, call| Box::pin(third(surface, call)))
        .on("/GetContent", |surface, call| Box::pin(content(surface, call)))
}

/// The types are the same for every box; whose it is must be right all the same.
async fn own(surface: &Surface, call: &Call) -> Result<(), Refused> {
    let box_id = call.query.need_id("boxId")?;
    let mut reader = surface.app.store.reader().await?;
    account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    Ok(())
}

fn today<'a>(surface: &'a Surface, call: &Call) -> Day<'a> {
    Day { rules: &surface.exchange.rules, on: call.cx.now.civil_date_msk() }
}

async fn second(surface: Surface, call: Call) -> Result<Answer, Refused> {
    own(&surface, &call).await?;
    Ok(call.answer(&GetDocumentTypesResponseV2 { document_types: view::second(today(&surface, &call)) }))
}

async fn third(surface: Surface, call: Call) -> Result<Answer, Refused> {
    own(&surface, &call).await?;
    Ok(call.answer(&GetDocumentTypesResponseV3 { document_types: view::third(today(&surface, &call)) }))
}

/// Our own schemas of the contracts. The official schemas of titles are the tax service's files and are not given here.
async fn content(_surface: Surface, call: Call) -> Result<Answer, Refused> {
    let ask = TitleAsk {
        named_id: call.query.need("typeNamedId")?.to_owned(),
        function: call.query.need("function")?.to_owned(),
        version: call.query.need("version")?.to_owned(),
        title_index: super::title_index(&call)?,
        disable_validation: false,
    };
    let found = catalogue::find(&ask.named_id, &ask.function, &ask.version, ask.title_index);
    let (_, edition) = found.ok_or(WireRefusal::DocumentType)?;
    let content_type = call.query.need("contentType")?;
    let schema = match content_type {
        view::USER_CONTRACT => schema_of(&ask)?,
        view::SIGNER_CONTRACT => schema_of_signer(edition.dialect)?,
        _ => {
            let accepted = "UserContractXsd or SignerUserContractXsd";
            return Err(WireRefusal::ParameterForm { name: "contentType", accepted }.into());
        }
    };
    Ok(Answer::file(format!("{}.{}.{content_type}.xsd", ask.version, ask.title_index), schema))
}
