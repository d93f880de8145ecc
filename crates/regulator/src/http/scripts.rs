//! `POST /v1/scripts`

use crate::desk::Regulator;
use crate::model::{RegulatorRefusal, Script, ScriptKind};
use crate::ops::initiate;
use axum::extract::State;
use kernel::{Cx, Moment, RequestId};
use serde::{Deserialize, Serialize};
use web::{Answer, Asking, Limited, Problem, RequestBody, created};

/// What an authority shall send, and when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScriptBody {
    kind: ScriptKind,
    authority: String,
    subscriber: String,
    /// КНД of what a demand brings; explanations where none is told.
    #[serde(default = "explanations")]
    knd: String,
    title: String,
    text: String,
    /// Files of the attachment.
    #[serde(default = "one")]
    files: u8,
    /// RFC 3339, by the simulator's clock; now where none is told.
    at: Option<String>,
}

fn explanations() -> String {
    Script::EXPLANATIONS.to_owned()
}

fn one() -> u8 {
    1
}

impl RequestBody for ScriptBody {}

/// That it is queued.
#[derive(Debug, Serialize)]
pub struct ScriptView {
    id: String,
    at: String,
}

impl ScriptBody {
    fn into_model(self, cx: &Cx) -> Result<(Script, Moment), RegulatorRefusal> {
        let at = self.at.as_deref().map(Moment::parse_rfc3339).transpose();
        let at = at.map_err(|_| RegulatorRefusal::Field("at"))?.unwrap_or(cx.now);
        let Self { kind, authority, subscriber, knd, title, text, files, .. } = self;
        let id = cx.new_id::<RequestId>().to_string();
        Ok((Script { kind, authority, subscriber, knd, title, text, files, id }.checked()?, at))
    }
}

/// Queues it.
pub async fn add(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    body: Limited<ScriptBody>,
) -> Answer<ScriptView> {
    let (script, at) = body.into_inner().into_model(&cx).map_err(Problem::refused)?;
    let view = ScriptView { id: script.id.clone(), at: at.to_rfc3339() };
    regulator.app.store.write(&cx, (script, at), |tx, cx, work| Box::pin(initiate::queue(tx, cx, work))).await?;
    Ok(created(view))
}
