//! Cookies, and the token that proves a form was given out to this browser.
//!
//! Two guards stand before each write. The browser's own word, `Sec-Fetch-Site`, is believed when it is there; plain
//! http and older browsers do not send it. So each form also carries a token derived from a cookie: of the sign-in's
//! token, so that it ends with the sign-in, or before a sign-in of a random cookie. Another site can read neither, and
//! with the prefix `__Host-` it cannot plant the cookie either.

use super::visit::language_of;
use account::SecretHash;
use axum::http::{HeaderMap, HeaderValue, header};
use kernel::{Chance, Refusal, RefusalKind};
use std::collections::HashMap;
use std::time::Duration;
use web::{App, Language, Problem};

/// Bytes of a filled form: login, password, where to go next, the token.
pub const FORM_BYTES_MAX: usize = 8 * 1024;
/// Pairs of a form; ours have four.
const FIELDS_MAX: usize = 16;
/// Characters of a cookie that is looked at: a sign-in's token has 47.
const COOKIE_CHARS_MAX: usize = 128;
/// How long the language and the way of signing in are remembered.
const CHOICE_KEPT: Duration = Duration::from_secs(365 * 24 * 60 * 60);
/// How long a sign-in form may stay open before it is sent.
const FORM_KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// Keeps the form's token apart from any other hash of the same secret.
const FORM_PURPOSE: &str = "svitok form token of ";
/// Name of the hidden field.
pub const TOKEN_FIELD: &str = "form_token";

/// A form that was not given out to this browser, or long ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the form does not come from this page, or is too old; open the page again")]
pub struct FormRefusal;

impl Refusal for FormRefusal {
    fn code(&self) -> &'static str {
        "pages.form.foreign"
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Forbidden
    }
}

/// The token of forms of one visit.
#[derive(Clone)]
pub struct FormToken {
    secret: String,
    is_new: bool,
}

impl std::fmt::Debug for FormToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormToken(..)")
    }
}

impl FormToken {
    /// Of a cookie's secret; a new secret where the browser has none.
    pub fn of(secret: Option<String>, chance: &Chance) -> Self {
        let is_new = secret.is_none();
        Self { secret: secret.unwrap_or_else(|| hex::encode(chance.octets::<32>())), is_new }
    }

    /// For the hidden field.
    #[must_use]
    pub fn shown(&self) -> String {
        hex::encode(self.hash().octets())
    }

    /// Refuses a form without the token of this browser.
    pub fn check(&self, fields: &Fields) -> Result<(), Problem> {
        if self.is(fields.get(TOKEN_FIELD)) { Ok(()) } else { Err(Problem::refused(FormRefusal)) }
    }

    /// Whether a request shows this token; one that was just made was shown to nobody.
    #[must_use]
    pub fn is(&self, given: &str) -> bool {
        !self.is_new && hex::decode(given).is_ok_and(|given| self.hash().is(&given))
    }

    fn hash(&self) -> SecretHash {
        SecretHash::of(&format!("{FORM_PURPOSE}{}", self.secret))
    }
}

/// The fields of a sent form.
#[derive(Debug)]
pub struct Fields(HashMap<String, String>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn read(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().take(FIELDS_MAX).collect())
    }

    /// A field; empty when it is not there.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

/// Names and flags of cookies: `__Host-` and Secure where the person came over https, plain names elsewhere, since a
/// browser refuses the prefix on http.
#[derive(Debug, Clone, Copy)]
pub struct Jar {
    /// The person's browser speaks https, by the host's public address or the word of its own proxy.
    pub is_secure: bool,
}

impl Jar {
    /// By the host's public address, or by what the trusted proxy says last in `X-Forwarded-Proto`.
    pub fn of(app: &App, headers: &HeaderMap) -> Self {
        let last = headers.get_all("x-forwarded-proto").iter().next_back().and_then(|value| value.to_str().ok());
        let scheme = last.and_then(|list| list.rsplit(',').next()).unwrap_or_default().trim();
        let by_proxy = app.limits.trusts_forwarded && scheme.eq_ignore_ascii_case("https");
        Self { is_secure: app.limits.is_https || by_proxy }
    }

    const fn session_name(self) -> &'static str {
        if self.is_secure { "__Host-svitok" } else { "svitok" }
    }

    const fn form_name(self) -> &'static str {
        if self.is_secure { "__Host-svitok-form" } else { "svitok-form" }
    }

    const fn device_name(self) -> &'static str {
        if self.is_secure { "__Host-svitok-device" } else { "svitok-device" }
    }

    const fn way_name(self) -> &'static str {
        if self.is_secure { "__Host-svitok-way" } else { "svitok-way" }
    }

    const fn language_name(self) -> &'static str {
        if self.is_secure { "__Host-svitok-language" } else { "svitok-language" }
    }

    /// The sign-in's token.
    pub fn session(self, headers: &HeaderMap) -> Option<String> {
        cookie(headers, self.session_name())
    }

    /// The secret of forms before a sign-in.
    pub fn form_secret(self, headers: &HeaderMap) -> Option<String> {
        cookie(headers, self.form_name())
    }

    /// The language chosen before.
    pub fn language(self, headers: &HeaderMap) -> Option<Language> {
        language_of(&cookie(headers, self.language_name())?)
    }

    /// Keeps a sign-in.
    pub fn keep_session(self, headers: &mut HeaderMap, token: &str) {
        self.keep(headers, self.session_name(), token, account::SignInKind::Page.life());
    }

    /// Forgets the sign-in.
    pub fn forget_session(self, headers: &mut HeaderMap) {
        self.keep(headers, self.session_name(), "", Duration::ZERO);
    }

    /// The token of a device that was remembered.
    pub fn device(self, headers: &HeaderMap) -> Option<String> {
        cookie(headers, self.device_name())
    }

    /// Remembers the device.
    pub fn keep_device(self, headers: &mut HeaderMap, token: &str) {
        self.keep(headers, self.device_name(), token, account::DEVICE_LIFE);
    }

    /// Keeps the secret of a form that was just given out, unless the browser has it.
    pub fn keep_form(self, headers: &mut HeaderMap, form: &FormToken) {
        if form.is_new {
            self.keep(headers, self.form_name(), &form.secret, FORM_KEPT);
        }
    }

    /// The way of signing in that was chosen the last time.
    pub fn way(self, headers: &HeaderMap) -> Option<String> {
        cookie(headers, self.way_name())
    }

    /// Keeps the way.
    pub fn keep_way(self, headers: &mut HeaderMap, word: &str) {
        self.keep(headers, self.way_name(), word, CHOICE_KEPT);
    }

    /// Keeps the language.
    pub fn keep_language(self, headers: &mut HeaderMap, language: Language) {
        self.keep(headers, self.language_name(), language.tag(), CHOICE_KEPT);
    }

    fn keep(self, headers: &mut HeaderMap, name: &str, value: &str, kept: Duration) {
        let secure = if self.is_secure { "; Secure" } else { "" };
        let seconds = kept.as_secs();
        let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(text) = HeaderValue::from_str(&text) {
            headers.append(header::SET_COOKIE, text);
        }
    }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    pairs.flat_map(|pairs| pairs.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name && !value.is_empty() && value.len() <= COOKIE_CHARS_MAX).then(|| value.to_owned())
    })
}
