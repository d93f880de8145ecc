//! Adding to messages.

use exchange::ops::input::NewPatch;
use exchange::ops::post_patch;
use exchange::{MessageId, PatchId, Refusal};
use kernel::{BoxId, Moment};
use serde::{Deserialize, Serialize};
use store::No;

use super::messages;
use super::post_message::may_send;
use crate::answer::Answer;
use crate::call::Call;
use crate::posting::fields::id;
use crate::posting::once::{Intention, outcome};
use crate::posting::patch;
use crate::proto::api::proto::events::{MessagePatchToPost, MessagePatchToPostV2};
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V3/PostMessagePatch", |surface, call| Box::pin(older(surface, call)))
        .on("/V4/PostMessagePatch", |surface, call| Box::pin(newer(surface, call)))
}

/// What is kept of a patch: a repeat is rendered afresh.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    message_id: MessageId,
    patch_id: PatchId,
    at: Moment,
}

async fn older(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let new: MessagePatchToPost = call.message()?;
    let box_id = id(&new.box_id, || "BoxId".to_owned())?;
    add(surface, call, box_id, patch::read_older(new)).await
}

async fn newer(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let new: MessagePatchToPostV2 = call.message()?;
    let box_id = id(&new.box_id, || "BoxId".to_owned())?;
    add(surface, call, box_id, patch::read(new)).await
}

async fn add(
    surface: Surface,
    call: Call,
    box_id: BoxId,
    read: Result<NewPatch, WireRefusal>,
) -> Result<Answer, Refused> {
    let intention = Intention::of(&call, box_id, "diadoc.post_patch")?;
    let new = match read {
        Ok(new) => new,
        Err(refusal) => return Err(may_send(&surface, &call, box_id, refusal).await),
    };
    let kept = send(&surface, &call, &intention, new).await?;
    let added = messages::added(&surface, &call, (box_id, kept.message_id), (kept.patch_id, kept.at)).await?;
    Ok(call.answer(&added))
}

async fn send(surface: &Surface, call: &Call, intention: &Intention, new: NewPatch) -> Result<Kept, Refused> {
    let prepared = match post_patch::prepare(&surface.exchange, &call.cx, new).await {
        Ok(prepared) => prepared,
        Err(no) => return intention.recalled(surface, call, no).await,
    };
    let once = intention.once(call, prepared.organization_id());
    let written = surface.app.write_value_once(&call.cx, once, prepared, |tx, cx, prepared| {
        Box::pin(async move {
            let posted = post_patch::run(tx, cx, prepared).await?;
            Ok::<_, No<Refusal>>(Kept { message_id: posted.message_id, patch_id: posted.patch_id, at: posted.at })
        })
    });
    outcome(written.await)
}
