//! Universal messages: service documents of the second generation, which need no signature.

use account::{Permission, read};
use bytes::Bytes;
use exchange::ops::confirm::PROGRAM;
use exchange::ops::input::NewActKind;
use exchange::ops::service_draft;
use formats::Registry;
use formats::service::{MessageCode, UniversalMessage};
use kernel::{BoxId, RequestId, TypedId as _};

use super::{About, placed, xml};
use crate::answer::Answer;
use crate::call::Call;
use crate::contract::context::SignerCard;
use crate::contract::{Context, ContractRefusal, generate_universal_message};
use crate::refusal::Refused;
use crate::signer::person_name;
use crate::surface::{Methods, Surface};

pub fn on(methods: Methods) -> Methods {
    methods.on("/GenerateUniversalMessage", |surface, call| Box::pin(universal_message(surface, call)))
}

async fn universal_message(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id: BoxId = call.query.need_id("boxId")?;
    let about =
        About { message_id: call.query.need_id("messageId")?, attachment_id: call.query.need_id("attachmentId")? };
    let contract = xml(&call)?;
    let mut reader = surface.app.store.reader().await?;
    account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    let person = read::me(&mut reader, &call.cx).await?;
    drop(reader);
    let place = (box_id, about.message_id);
    let answered = service_draft::open(&surface.exchange, &call.cx, place, about.attachment_id).await;
    let answered = answered.map_err(|no| placed(&call, no))?;
    let unique = call.cx.new_id::<RequestId>().uuid().to_string();
    let card = person_name(&person.name).map(|name| SignerCard {
        last_name: name.surname,
        first_name: name.given_name,
        middle_name: name.patronymic,
        ..SignerCard::default()
    });
    let forms = surface.exchange.forms.current();
    let context = Context {
        sender_id: Some(answered.own_participant()),
        recipient_id: Some(answered.other_participant()),
        formed_at: call.cx.now.civil_datetime_msk(),
        unique: &unique,
        program: PROGRAM,
        default_person: card.as_ref(),
        answered_file_id: Some(answered.file_id()),
        ..Context::of(&forms)
    };
    let generated = generate_universal_message(contract, &context)?;
    let content = Bytes::from(generated.bytes);
    one_meaning(&forms, &content)?;
    answered
        .admit(&call.cx, NewActKind::UniversalMessage, &content)
        .map_err(|refusal| placed(&call, refusal.into()))?;
    Ok(Answer::file(generated.file_name, content))
}

/// All events have one code; only a request to confirm powers and one to correct may go together.
fn one_meaning(forms: &Registry, content: &Bytes) -> Result<(), ContractRefusal> {
    let read = forms.read(content).and_then(|document| UniversalMessage::read(&document));
    let message = read.map_err(ContractRefusal::NotWritten)?;
    let mut codes: Vec<MessageCode> = message.events.iter().map(|event| event.code).collect();
    codes.sort_unstable();
    codes.dedup();
    match codes.as_slice() {
        [] | [_] | [MessageCode::PowersRequest, MessageCode::AmendmentRequest] => Ok(()),
        _ => Err(ContractRefusal::Contradiction {
            path: "UniversalMessage/UniversalMessageInfos/UniversalMessageInfo/@StatusCode".to_owned(),
            with: "the other codes: one code, or 2007 with 2999",
        }),
    }
}
