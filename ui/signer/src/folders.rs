//! Keys of CryptoPro's programs: folders of six files, read only.

use crate::keys::{digest_for, public_der, text};
use crate::message::{Answer, Request};
use crate::refusal::SignerRefusal;
use crate::state::State;
use pki::key_container::{KeyContainer, KeyContainerFiles};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Open {
    masks2: bool,
    primary2: bool,
    name: bool,
}

pub fn open(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Open { masks2, primary2, name } = request.fields()?;
    let mut part = |is_there: bool, what: &str| is_there.then(|| request.part(what)).transpose();
    let (header, masks, primary) = (part(true, "header")?, part(true, "masks")?, part(true, "primary")?);
    let files = KeyContainerFiles {
        header: header.unwrap_or_default(),
        masks: masks.unwrap_or_default(),
        primary: primary.unwrap_or_default(),
        masks2: part(masks2, "masks2")?,
        primary2: part(primary2, "primary2")?,
        name: part(name, "name")?,
    };
    let password = text(request.part("password")?)?;
    request.end()?;
    let container = KeyContainer::parse(&files)?;
    let key = container.open(password)?;
    let (set, public) = (key.set(), public_der(&key));
    let view = json!({
        "key": state.keep_key(key)?,
        "set": set.short_name(),
        "digest": digest_for(set),
        "name": container.name(),
        "certificate": container.certificate().is_some(),
        "exportable": container.is_exportable(),
    });
    let answer = Answer::of(&view)?.with(public);
    Ok(container.certificate().into_iter().fold(answer, |answer, own| answer.with(own.to_der().to_vec())))
}
