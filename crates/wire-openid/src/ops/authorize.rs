//! A program sends a person here to let it in (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1). The request is looked at when it
//! comes, again when the page is shown, and again when the person agrees, so that nothing of it need be kept.

use crate::form::Form;
use crate::limits::{AUTHORIZE_BYTES_MAX, CODE_LIFE, STATE_CHARS_MAX};
use crate::model::{Challenge, ClientRules, Loaned, Scope, drawn_code};
use crate::refusal::OpenidRefusal;
use crate::store::clients;
use crate::store::codes::{self, Code};
use crate::surface::Surface;
use ::store::{Fetch, No, Tx};
use account::SecretHash;
use account::lent_sign_in::{self, ProgramCard, find_program};
use kernel::Cx;
use std::fmt;

/// A request that may be shown to a person.
#[derive(Clone)]
pub struct AuthorizeRequest {
    /// Whose program asks.
    pub program: ProgramCard,
    /// What for.
    pub scope: Scope,
    redirect_uri: String,
    state: Option<String>,
    nonce: Option<String>,
    challenge: Option<Challenge>,
}

impl fmt::Debug for AuthorizeRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizeRequest").field("program", &self.program).finish_non_exhaustive()
    }
}

/// What comes of reading a request.
#[derive(Debug, Clone)]
pub enum Read {
    /// It may be shown.
    Request(Box<AuthorizeRequest>),
    /// The program is told by its own address: the browser goes there.
    Back(String),
}

impl AuthorizeRequest {
    /// The page's policy must let its form lead here: scheme and host, or the scheme of the program's own.
    #[must_use]
    pub fn origin(&self) -> String {
        let (scheme, rest) = self.redirect_uri.split_once(':').unwrap_or_default();
        match rest.strip_prefix("//") {
            Some(rest) if !scheme.contains('.') => {
                let host = rest.split(['/', '?']).next().unwrap_or_default();
                format!("{scheme}://{host}")
            }
            _ => format!("{scheme}:"),
        }
    }

    /// Where the browser goes when the person says no.
    #[must_use]
    pub fn denied(&self, issuer: &str) -> String {
        self.back(issuer, &[("error", "access_denied")])
    }

    fn back(&self, issuer: &str, said: &[(&str, &str)]) -> String {
        back(&self.redirect_uri, (issuer, self.state.as_deref()), said)
    }
}

/// The answer in the query of the program's address; it names the issuer, so that answers of two providers are not mixed up
/// (RFC 9207).
fn back(redirect_uri: &str, (issuer, state): (&str, Option<&str>), said: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(said);
    if let Some(state) = state {
        query.append_pair("state", state);
    }
    query.append_pair("iss", issuer);
    let mark = if redirect_uri.contains('?') { '&' } else { '?' };
    format!("{redirect_uri}{mark}{}", query.finish())
}

/// Reads the query of a request. Refuses an unknown program and an address that is not its own, and tells the person so:
/// nobody is sent anywhere. What else is wrong is told to the program.
pub async fn read(from: &mut (impl Fetch + ?Sized), surface: &Surface, query: &str) -> Result<Read, No<OpenidRefusal>> {
    if query.len() > AUTHORIZE_BYTES_MAX {
        return Err(OpenidRefusal::Unreadable.into());
    }
    let form = Form::read(query.as_bytes())?;
    let client_id = form.need("client_id")?;
    let program = find_program(from, client_id).await?.ok_or(OpenidRefusal::Client)?;
    let rules = clients::find(from, client_id).await?;
    let redirect_uri = form.need("redirect_uri")?.to_owned();
    if !rules.redirect_uris.contains(&redirect_uri) {
        return Err(OpenidRefusal::Redirect.into());
    }
    let state = form.find("state").map(str::to_owned);
    let told = |(error, why): (&str, &str)| {
        let state = state.as_deref().filter(|state| is_short(Some(state)));
        Read::Back(back(&redirect_uri, (&surface.issuer, state), &[("error", error), ("error_description", why)]))
    };
    if let Some(wrong) = wrong(&form, &rules) {
        return Ok(told(wrong));
    }
    let Ok(scope) = form.find("scope").map_or(Ok(Scope::API), Scope::parse) else {
        return Ok(told(("invalid_scope", "openid, profile and extern.api are known here")));
    };
    let Ok(challenge) = form.find("code_challenge").map(Challenge::parse).transpose() else {
        return Ok(told(("invalid_request", "code_challenge is not the base64url of a SHA-256")));
    };
    let nonce = form.find("nonce").map(str::to_owned);
    Ok(Read::Request(Box::new(AuthorizeRequest { program, scope, redirect_uri, state, nonce, challenge })))
}

fn is_short(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.len() <= STATE_CHARS_MAX)
}

/// What is wrong with a request whose program and address are right: the word of OAuth, and why.
fn wrong(form: &Form, rules: &ClientRules) -> Option<(&'static str, &'static str)> {
    let is = |name: &str, word: &str| form.find(name) == Some(word);
    if form.find("request").is_some() {
        return Some(("request_not_supported", "requests are read from the query"));
    }
    if form.find("request_uri").is_some() {
        return Some(("request_uri_not_supported", "requests are read from the query"));
    }
    if !is("response_type", "code") {
        return Some(("unsupported_response_type", "code is the one response type here"));
    }
    if form.find("response_mode").is_some_and(|mode| mode != "query") {
        return Some(("invalid_request", "query is the one response mode here"));
    }
    if is("prompt", "none") {
        return Some(("interaction_required", "the person agrees each time"));
    }
    if !is_short(form.find("state")) || !is_short(form.find("nonce")) {
        return Some(("invalid_request", "state and nonce have at most 512 characters"));
    }
    match form.find("code_challenge") {
        Some(_) if !is("code_challenge_method", "S256") => {
            Some(("invalid_request", "S256 is the one code_challenge_method here"))
        }
        None if rules.is_public || form.find("code_challenge_method").is_some() => {
            Some(("invalid_request", "a code_challenge is needed"))
        }
        _ => None,
    }
}

/// The caller agrees: where the browser goes, with a code. Refuses who is signed in no more.
pub async fn agree(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (request, issuer): &(AuthorizeRequest, String),
) -> Result<String, No<account::AccountRefusal>> {
    let own = lent_sign_in::own(tx, cx).await?;
    let drawn = drawn_code(&cx.chance);
    let code = Code {
        client_id: request.program.client.client_id.clone(),
        redirect_uri: request.redirect_uri.clone(),
        lender: super::issue::of_person(&own),
        loaned: Loaned { scope: request.scope, nonce: request.nonce.clone(), authenticated_at: own.created_at },
        challenge: request.challenge.as_ref().map(|challenge| challenge.as_str().to_owned()),
        expires_at: cx.now.plus(CODE_LIFE),
        grant_id: None,
    };
    codes::add(tx, &SecretHash::of(&drawn), &code).await?;
    Ok(request.back(issuer, &[("code", &drawn)]))
}
