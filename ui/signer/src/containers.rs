//! Keys under a password, to be kept by the person: PFX files by RFC 9548, which other programs read too.

use crate::certificates::one;
use crate::chance::Chance;
use crate::keys::{digest_for, public_der, text};
use crate::limits::KEY_CHANCE_BYTES_MIN;
use crate::message::{Answer, Request};
use crate::refusal::SignerRefusal;
use crate::state::State;
use pki::pfx::{Pfx, PfxOrder};
use pki::{Certificate, PasswordProtection};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seal {
    key: u32,
    name: Option<String>,
    certificate: bool,
    chain: usize,
    iterations: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Serialize)]
struct KeyView {
    key: u32,
    set: &'static str,
    digest: String,
    name: Option<String>,
    certificate: bool,
    chain: usize,
}

pub fn seal(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let asked: Seal = request.fields()?;
    let mut chance = Chance::new(request.part("chance")?, KEY_CHANCE_BYTES_MIN)?;
    let password = text(request.part("password")?)?;
    let certificate = if asked.certificate { Some(one(request.part("certificate")?)?) } else { None };
    let chain: Vec<Certificate> =
        request.parts(asked.chain, "issuers")?.into_iter().map(one).collect::<Result<_, _>>()?;
    request.end()?;
    let usual = PasswordProtection::default();
    let order = PfxOrder {
        key: state.key(asked.key)?,
        certificate: certificate.as_ref(),
        chain: &chain,
        friendly_name: asked.name.as_deref(),
        protection: PasswordProtection { iterations: asked.iterations.unwrap_or(usual.iterations), ..usual },
    };
    let sealed = order.seal(password, &mut |octets| chance.fill(octets))?;
    Ok(Answer::of(&json!({}))?.with(sealed))
}

pub fn open(state: &mut State, mut request: Request<'_>) -> Result<Answer, SignerRefusal> {
    let Nothing {} = request.fields()?;
    let (file, password) = (request.part("file")?, request.part("password")?);
    request.end()?;
    let pfx = Pfx::open(file, text(password)?)?;
    let (left_out, all) = (pfx.left_out().to_vec(), pfx.certificates().to_vec());
    let belongs = |pfx: &Pfx, key| {
        let certificate = pfx.certificate_of(key).cloned();
        let chain = certificate.as_ref().map(|certificate| pfx.chain_of(certificate)).unwrap_or_default();
        (certificate, chain)
    };
    let owned: Vec<_> = pfx.keys().iter().map(|held| belongs(&pfx, &held.key)).collect();
    let (mut views, mut parts, mut told) = (Vec::new(), Vec::new(), Vec::new());
    for (held, (certificate, chain)) in pfx.into_keys().into_iter().zip(owned) {
        let (set, public) = (held.key.set(), public_der(&held.key));
        let key = state.keep_key(held.key).inspect_err(|_| forget(state, &views))?;
        views.push(KeyView {
            key,
            set: set.short_name(),
            digest: digest_for(set),
            name: held.friendly_name,
            certificate: certificate.is_some(),
            chain: chain.len(),
        });
        parts.push(public);
        told.extend(certificate.into_iter().chain(chain).inspect(|it| parts.push(it.to_der().to_vec())));
    }
    let others: Vec<&Certificate> = all.iter().filter(|it| !told.contains(it)).collect();
    let answer = Answer::of(&json!({ "keys": views, "others": others.len(), "left_out": left_out }))?;
    let answer = parts.into_iter().fold(answer, Answer::with);
    Ok(others.iter().fold(answer, |answer, other| answer.with(other.to_der().to_vec())))
}

/// Keys of a file of which one found no room: all or none are kept.
fn forget(state: &mut State, views: &[KeyView]) {
    for view in views {
        drop(state.drop_key(view.key));
    }
}
