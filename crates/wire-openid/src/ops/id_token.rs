//! The id_token: who signed in, by what and when, signed (OpenID Connect Core 1.0 §2).

use super::issue::Issued;
use super::keys::{self, Signer};
use crate::limits::ID_TOKEN_LIFE;
use crate::model::GrantId;
use crate::surface::Surface;
use ::store::{Fault, No};
use account::Way;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Caller, Cx};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};

/// The id_token of tokens issued just now.
pub async fn written(surface: &Surface, cx: &Cx, issued: &Issued) -> Result<String, Fault> {
    let signer = keys::signer(surface, cx).await?;
    let mut claims = claims(surface, cx, issued);
    if issued.grant.loaned.scope.profile
        && let Some(name) = name(surface, cx, issued).await?
    {
        put(&mut claims, "name", json!(name));
    }
    signed(&signer, &claims)
}

/// The grant that an id_token of ours names, expired ones too: for ending it.
pub async fn grant_of(surface: &Surface, cx: &Cx, token: &str) -> Result<Option<(GrantId, String)>, Fault> {
    let Some((head, signature)) = token.rsplit_once('.') else { return Ok(None) };
    let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else { return Ok(None) };
    let known = keys::published(surface, cx).await?;
    if !known.iter().any(|key| keys::is_signed(key, (head.as_bytes(), &signature))) {
        return Ok(None);
    }
    let claims = head.split_once('.').and_then(|(_, claims)| URL_SAFE_NO_PAD.decode(claims).ok());
    let claims: Option<Value> = claims.and_then(|claims| serde_json::from_slice(&claims).ok());
    let text = |name: &str| claims.as_ref().and_then(|claims| claims.get(name)).and_then(Value::as_str);
    let grant_id = text("sid").and_then(|sid| sid.parse().ok());
    Ok(grant_id.zip(text("aud").map(str::to_owned)))
}

fn claims(surface: &Surface, cx: &Cx, issued: &Issued) -> Value {
    let grant = &issued.grant;
    let mut claims = json!({
        "iss": surface.issuer,
        "sub": grant.of.user_id.to_string(),
        "aud": grant.client_id,
        "iat": cx.now.seconds(),
        "exp": cx.now.plus(ID_TOKEN_LIFE).seconds(),
        "auth_time": grant.loaned.authenticated_at.seconds(),
        "amr": methods(issued.sign_in.way),
        "sid": grant.grant_id.to_string(),
        "at_hash": half_hash(issued.access.reveal()),
    });
    if let Some(nonce) = &grant.loaned.nonce {
        put(&mut claims, "nonce", json!(nonce));
    }
    claims
}

fn put(claims: &mut Value, name: &str, value: Value) {
    if let Some(claims) = claims.as_object_mut() {
        claims.insert(name.to_owned(), value);
    }
}

/// Words of RFC 8176.
fn methods(way: Way) -> &'static [&'static str] {
    match way {
        Way::Password => &["pwd"],
        Way::PasswordAndSecond => &["pwd", "otp", "mfa"],
        Way::Certificate => &["sc"],
        Way::Phone => &["sms"],
        Way::PhoneAndSecond => &["sms", "otp", "mfa"],
        Way::Passkey => &["hwk", "user"],
    }
}

/// The left half of the SHA-256, in base64url: `at_hash` of Core §3.1.3.6.
fn half_hash(token: &str) -> String {
    let hash = digest(&SHA256, token.as_bytes());
    URL_SAFE_NO_PAD.encode(hash.as_ref().get(..16).unwrap_or_default())
}

fn signed(signer: &Signer, claims: &Value) -> Result<String, Fault> {
    let header = json!({ "alg": "ES256", "typ": "JWT", "kid": signer.kid });
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let head = format!("{}.{}", part(&header), part(claims));
    let signature = signer.sign(head.as_bytes())?;
    Ok(format!("{head}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

async fn name(surface: &Surface, cx: &Cx, issued: &Issued) -> Result<Option<String>, Fault> {
    let of = issued.grant.of;
    let caller = Caller::User { user_id: of.user_id, sign_in_id: of.sign_in_id, integrator_key_id: None };
    let cx = Cx { caller, ..cx.clone() };
    let mut reader = surface.app.store.reader().await?;
    match account::read::me(&mut reader, &cx).await {
        Ok(user) => Ok(Some(user.name)),
        Err(No::Refused(_)) => Ok(None),
        Err(No::Fault(fault)) => Err(fault),
    }
}
