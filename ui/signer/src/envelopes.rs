//! Encrypted messages opened: a challenge that only the holder of a key can read.

use crate::certificates::one;
use crate::message::{Answer, Request};
use crate::refusal::SignerRefusal;
use crate::state::State;
use pki::cms::enveloped::EnvelopedMessage;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Open {
    key: u32,
}

pub fn open(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Open { key } = request.fields()?;
    let message = EnvelopedMessage::parse(request.part("message")?)?;
    let certificate = one(request.part("certificate")?)?;
    request.end()?;
    let content = message.open(state.key(key)?, &certificate)?;
    let (notices_changes, content_type) = (message.notices_changes(), message.content_type().to_string());
    Ok(Answer::of(&json!({ "notices_changes": notices_changes, "content_type": content_type }))?.with(content))
}
