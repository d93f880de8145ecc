//! Sending messages.

use account::Permission;
use exchange::ops::input::NewMessage;
use exchange::ops::{authorise, post_message};
use exchange::{MessageId, Refusal};
use kernel::BoxId;
use serde::{Deserialize, Serialize};
use store::No;

use super::{drafts, messages};
use crate::answer::Answer;
use crate::call::Call;
use crate::posting::documents::Stated;
use crate::posting::fields::{id, said};
use crate::posting::message::{self, Read};
use crate::posting::once::{Intention, outcome};
use crate::proto::api::proto::events::MessageToPost;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::viewpoint::Viewpoint;

pub fn on(methods: Methods) -> Methods {
    methods.on("/V3/PostMessage", |surface, call| Box::pin(post(surface, call)))
}

/// What is kept of a post: a repeat is rendered afresh.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    message_id: MessageId,
}

/// 200 means that the sender's copy is durable; delivery follows.
async fn post(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let new: MessageToPost = call.message()?;
    let box_id: BoxId = id(&new.from_box_id, || "FromBoxId".to_owned())?;
    let intention = Intention::of(&call, box_id, "diadoc.post_message")?;
    // Only who names a department needs to know the root of his own.
    let root = if said(new.from_department_id.as_deref()) {
        Some(Viewpoint::of(&surface, &call.cx, box_id).await?.0.department_id)
    } else {
        None
    };
    let read = match message::read(box_id, new, root.as_deref()) {
        Ok(read) => read,
        Err(refusal) => return Err(may_send(&surface, &call, box_id, refusal).await),
    };
    match read {
        Read::Message(new, stated) => {
            let kept = send(&surface, &call, &intention, (new, stated)).await?;
            let message = messages::whole(&surface, &call, (box_id, kept.message_id)).await?;
            Ok(call.answer(&message))
        }
        Read::Draft(new) => drafts::keep(&surface, &call, &intention, new).await,
    }
}

/// A request whose shape is wrong is refused only to who may send from the box: a stranger learns nothing else than that
/// the box is not his.
pub async fn may_send(surface: &Surface, call: &Call, box_id: BoxId, refusal: WireRefusal) -> Refused {
    let mut reader = match surface.app.store.reader().await {
        Ok(reader) => reader,
        Err(fault) => return fault.into(),
    };
    match authorise::own_box(&mut reader, &call.cx, box_id, Permission::Send).await {
        Ok(_) => refusal.into(),
        Err(no) => no.into(),
    }
}

async fn send(
    surface: &Surface,
    call: &Call,
    intention: &Intention,
    (new, stated): (NewMessage, Vec<Stated>),
) -> Result<Kept, Refused> {
    let prepared = match post_message::prepare(&surface.exchange, &call.cx, new).await {
        Ok(prepared) => prepared,
        Err(no) => return intention.recalled(surface, call, no).await,
    };
    // The file is another document than the client says.
    if !stated.iter().zip(prepared.documents()).all(|(stated, read)| stated.agrees(read)) {
        return Err(WireRefusal::DocumentType.into());
    }
    let once = intention.once(call, prepared.organization_id());
    let written = surface.app.write_value_once(&call.cx, once, prepared, |tx, cx, prepared| {
        Box::pin(async move {
            let posted = post_message::run(tx, cx, prepared).await?;
            Ok::<_, No<Refusal>>(Kept { message_id: posted.message_id })
        })
    });
    outcome(written.await)
}
