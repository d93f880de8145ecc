//! Requests for certificates: a name as data, a key, PKCS#10.

use crate::chance::Chance;
use crate::limits::CHANCE_BYTES_MIN;
use crate::message::{Answer, Request};
use crate::names::{attribute_of, usages_of};
use crate::refusal::SignerRefusal;
use crate::state::State;
use pki::{CertificateRequest, Name};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Make {
    key: u32,
    subject: Vec<Attribute>,
    usages: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribute {
    name: String,
    value: String,
}

pub fn make(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Make { key, subject, usages } = request.fields()?;
    let hedge = Chance::new(request.part("chance")?, CHANCE_BYTES_MIN)?.hedge();
    request.end()?;
    let mut name = Name::builder();
    for attribute in &subject {
        name = name.with(attribute_of(&attribute.name)?, &attribute.value);
    }
    let (key, usage) = (state.key(key)?, usages_of(&usages)?);
    let request = CertificateRequest::create(key, &name.build()?, usage, hedge.as_slice())?;
    Ok(Answer::of(&json!({}))?.with(request.to_der().to_vec()))
}
