//! Titles of УПД: a contract to the official title, and back.

use account::Permission;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use exchange::ops::confirm::PROGRAM;
use exchange::ops::read as documents;
use exchange::{EntityId, EntityKind, MessageId};
use kernel::{BoxId, RequestId, TypedId as _};

use super::{title_index, xml};
use crate::answer::Answer;
use crate::call::Call;
use crate::contract::catalogue::Edition;
use crate::contract::context::{AnsweredTitle, Operator};
use crate::contract::{Context, TitleAsk, catalogue, generate, parse, wanted};
use crate::refusal::{Refused, WireRefusal};
use crate::signer::cards::{self, Cards};
use crate::surface::{Methods, Surface};
use crate::views::document_types::title_type;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/GenerateTitleXml", |surface, call| Box::pin(generate_title(surface, call)))
        .on("/ParseTitleXml", |surface, call| Box::pin(parse_title(surface, call)))
}

/// Which title the parameters ask for. Refuses what is not in the catalogue, naming what is.
fn ask(call: &Call) -> Result<(TitleAsk, Edition), WireRefusal> {
    let ask = TitleAsk {
        named_id: call.query.need("documentTypeNamedId")?.to_owned(),
        function: call.query.need("documentFunction")?.to_owned(),
        version: call.query.need("documentVersion")?.to_owned(),
        title_index: title_index(call)?,
        disable_validation: call.query.flag("disableValidation")?,
    };
    let known = catalogue::find(&ask.named_id, &ask.function, &ask.version, ask.title_index);
    known.ok_or(WireRefusal::DocumentType).map(|(_, edition)| (ask, edition))
}

async fn generate_title(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let mut reader = surface.app.store.reader().await?;
    let (scope, card) = account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    drop(reader);
    let (ask, edition) = ask(&call)?;
    if call.query.text("editingSettingId").is_some() {
        return Err(WireRefusal::FieldNotConnected { field: "editingSettingId".to_owned() }.into());
    }
    let contract = xml(&call)?;
    let wanted = (&wanted(contract)?, title_type(&edition));
    let Cards { organizations, signers } = cards::of(&surface, &call.cx, (&scope, &card), wanted).await?;
    let (letter, document) = (call.query.id("letterId")?, call.query.id("documentId")?);
    // A first title answers nothing; what it names all the same must be there.
    let answers = ask.title_index > 0 || letter.is_some() || document.is_some();
    let seller = if answers { Some(Seller::find(&surface, &call, box_id, (letter, document)).await?) } else { None };
    let operator = &surface.exchange.operator;
    let unique = call.cx.new_id::<RequestId>().uuid().to_string();
    let forms = surface.exchange.forms.current();
    let context = Context {
        sender_id: Some(card.participant_id.as_str()),
        operator: Some(Operator { code: &operator.code, name: &operator.name, inn: operator.inn.as_str() }),
        formed_at: call.cx.now.civil_datetime_msk(),
        unique: &unique,
        program: PROGRAM,
        organizations: &organizations,
        signers: &signers,
        seller_title: seller
            .as_ref()
            .map(|seller| AnsweredTitle { bytes: &seller.bytes, signatures: &seller.signatures }),
        ..Context::of(&forms)
    };
    let generated = generate(contract, &ask, &context)?;
    Ok(Answer::file(generated.file_name, generated.bytes))
}

/// The seller's title that a buyer's answers.
struct Seller {
    bytes: Bytes,
    signatures: Vec<String>,
}

impl Seller {
    /// In the caller's box, by `letterId` and `documentId`. This method documents no 404: what is not there is 400.
    async fn find(
        surface: &Surface,
        call: &Call,
        box_id: BoxId,
        (letter, document): (Option<MessageId>, Option<EntityId>),
    ) -> Result<Self, Refused> {
        let message_id = letter.ok_or(WireRefusal::ParameterMissing { name: "letterId" })?;
        let document_id = document.ok_or(WireRefusal::ParameterMissing { name: "documentId" })?;
        let room = &surface.exchange;
        let message = documents::get_message(room, &call.cx, box_id, message_id).await;
        let absent = |name, accepted| Refused::from(WireRefusal::ParameterForm { name, accepted });
        let message = message.map_err(|no| match no {
            store::No::Refused(exchange::Refusal::MessageNotFound) => absent("letterId", "a message of this box"),
            other => other.into(),
        })?;
        let title = message.entities.iter().find(|entity| entity.id == document_id && entity.kind == EntityKind::Title);
        let title = title.ok_or_else(|| absent("documentId", "a seller's title in the message"))?;
        let place = (box_id, message_id);
        let (_, bytes) = documents::get_content(room, &call.cx, place, title.id).await?;
        let mut signatures = Vec::new();
        if let Some(signature) = documents::signature_of(&message.entities, title) {
            let (_, octets) = documents::get_content(room, &call.cx, place, signature.id).await?;
            signatures.push(STANDARD.encode(octets));
        }
        Ok(Self { bytes, signatures })
    }
}

/// The contract of a title, UTF-8.
async fn parse_title(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let mut reader = surface.app.store.reader().await?;
    account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    drop(reader);
    let (ask, _) = ask(&call)?;
    let contract = parse(xml(&call)?, &ask)?;
    Ok(Answer::Octets { bytes: contract.into(), file_name: None })
}
