//! What the page's buttons do: the same acts as the API's, then the page again.

use crate::desk::Regulator;
use crate::model::{Faults, Pace, RegulatorRefusal, Script, ScriptKind};
use crate::ops::{initiate, turn};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Redirect;
use kernel::{Cx, RequestId};
use std::collections::HashMap;
use std::time::Duration;
use web::{Asking, Problem, RawBody};

/// Bytes of a filled form: the longest text in it takes 12 KB of percent signs.
const FORM_BYTES_MAX: usize = 64 * 1024;

/// The fields of a form.
struct Form(HashMap<String, String>);

impl Form {
    /// Refuses a form that another site sends in a visitor's name, as the browser tells it.
    fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Problem> {
        let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
        if site.is_some_and(|site| site != "same-origin" && site != "none") {
            return Err(Problem::refused(RegulatorRefusal::Field("form")));
        }
        Ok(Self(form_urlencoded::parse(body).into_owned().collect()))
    }

    fn text(&self, field: &str) -> String {
        self.0.get(field).map(|text| text.trim().to_owned()).unwrap_or_default()
    }

    fn number(&self, field: &'static str) -> Result<u32, Problem> {
        self.text(field).parse().map_err(|_| Problem::refused(RegulatorRefusal::Field(field)))
    }
}

type Sent = RawBody<FORM_BYTES_MAX>;

/// Turns the clock on.
pub async fn clock(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    headers: HeaderMap,
    body: Sent,
) -> Result<Redirect, Problem> {
    let seconds = Form::read(&headers, &body.bytes)?.number("seconds")?;
    turn::advance(&regulator, &cx, Duration::from_secs(u64::from(seconds))).await?;
    Ok(Redirect::to("/"))
}

/// Sets the pace.
pub async fn pace(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    headers: HeaderMap,
    body: Sent,
) -> Result<Redirect, Problem> {
    let pace = match Form::read(&headers, &body.bytes)?.text("pace").as_str() {
        "at_once" => Pace::AtOnce,
        "real" => Pace::Real,
        _ => return Err(Problem::refused(RegulatorRefusal::Field("pace"))),
    };
    regulator.app.store.write(&cx, pace, |tx, _, pace| Box::pin(turn::set_pace(tx, *pace))).await?;
    Ok(Redirect::to("/"))
}

/// Sets the faults.
pub async fn faults(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    headers: HeaderMap,
    body: Sent,
) -> Result<Redirect, Problem> {
    let form = Form::read(&headers, &body.bytes)?;
    let faults = Faults {
        only: Vec::new(),
        delay_seconds: form.number("delay_seconds")?,
        outage_until: Some(form.text("outage_until")).filter(|until| !until.is_empty()),
        lose: form.number("lose")?,
        double: form.number("double")?,
        out_of_order: form.number("out_of_order")?,
        wrong_signature: form.number("wrong_signature")?,
        wrong_answer: form.number("wrong_answer")?,
    };
    let faults = faults.checked().map_err(Problem::refused)?;
    regulator.app.store.write(&cx, faults, |tx, _, faults| Box::pin(turn::set_faults(tx, faults))).await?;
    Ok(Redirect::to("/"))
}

/// Sends a demand, a letter or a broadcast now.
pub async fn script(
    State(regulator): State<Regulator>,
    Asking(cx): Asking,
    headers: HeaderMap,
    body: Sent,
) -> Result<Redirect, Problem> {
    let script = script_of(&Form::read(&headers, &body.bytes)?, &cx).map_err(Problem::refused)?;
    let work = (script, cx.now);
    regulator.app.store.write(&cx, work, |tx, cx, work| Box::pin(initiate::queue(tx, cx, work))).await?;
    Ok(Redirect::to("/"))
}

fn script_of(form: &Form, cx: &Cx) -> Result<Script, RegulatorRefusal> {
    let kind = match form.text("kind").as_str() {
        "demand" => ScriptKind::Demand,
        "letter" => ScriptKind::Letter,
        "broadcast" => ScriptKind::Broadcast,
        _ => return Err(RegulatorRefusal::Field("kind")),
    };
    Script {
        kind,
        authority: form.text("authority"),
        subscriber: form.text("subscriber"),
        knd: Script::EXPLANATIONS.to_owned(),
        title: form.text("title"),
        text: form.text("text"),
        files: 1,
        id: cx.new_id::<RequestId>().to_string(),
    }
    .checked()
}
