//! Who looks at a page: the sign-in of the cookie, the language, the token of forms. Problems become pages here.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields, FormRefusal, FormToken, Jar};
use super::parts;
use account::{DeviceWords, Door, SignInKind};
use axum::Router;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Caller, Cx, RequestId};
use std::net::IpAddr;
use std::sync::Arc;
use web::{App, Language, PeerAddress, Problem, RawBody, Texts, Told};

/// What a page may load: its own style and pictures. No script runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";
/// The same where a script of the client's build helps: it asks this host alone, and the signing module runs in a worker.
const SCRIPT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                             script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; \
                             frame-ancestors 'none'; base-uri 'none'";
/// Path and query that are carried through a sign-in: the longest of ours, a program's request to be let in, has 1,500 and its
/// path.
const PLACE_BYTES_MAX: usize = 1_600;

/// Pages by which one comes in: no places to go to after coming in.
const ENTRIES: &[&str] = &["/sign-", "/register", "/confirm", "/reset"];

/// One look of one person, or of nobody.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The operation.
    pub cx: Cx,
    /// The language of the page: asked by `?lang=`, kept in a cookie, Russian otherwise.
    pub language: Language,
    /// All texts.
    pub texts: Arc<Texts>,
    /// Where it is.
    pub place: String,
    /// Where the person is.
    pub address: IpAddr,
    /// What the browser calls itself.
    pub device: DeviceWords,
    /// Proves that a form was given out to this browser.
    pub form: FormToken,
    /// Names and flags of cookies on this connection.
    pub jar: Jar,
    /// Whether a browser asks for something to look at.
    pub wants_page: bool,
    remembered: Option<String>,
    asked_language: Option<Language>,
}

impl Visit {
    /// The text of a key; the key itself where the text is missing, which `tidy` forbids.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.texts.text(self.language, key, arguments).unwrap_or_else(|| key.to_owned())
    }

    /// A number of things in words.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        self.texts.counted(self.language, key, count).unwrap_or_else(|| key.to_owned())
    }

    /// Whether anybody is signed in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.cx.caller != Caller::Nobody
    }

    /// The door this browser signs in at.
    #[must_use]
    pub fn door(&self) -> Door {
        let remembered = self.remembered.clone();
        Door { remembered, ..Door::new(SignInKind::Page, self.address, self.device.clone()) }
    }

    async fn of(pages: &Pages, request: &Parts) -> (Self, Option<Problem>) {
        let (app, headers) = (&pages.app, &request.headers);
        let jar = Jar::of(app, headers);
        let shown = jar.session(headers);
        let (caller, fault) = match &shown {
            Some(token) => match caller_of(app, token).await {
                Ok(caller) => (caller, None),
                Err(problem) => (Caller::Nobody, Some(problem)),
            },
            None => (Caller::Nobody, None),
        };
        let secret = shown.filter(|_| caller != Caller::Nobody).or_else(|| jar.form_secret(headers));
        let request_id = request.extensions.get::<RequestId>().copied();
        let cx = request_id.map_or_else(|| app.cx(caller), |id| app.cx_of(caller, id));
        let asked_language = asked_language(request.uri.query().unwrap_or_default());
        let visit = Self {
            form: FormToken::of(secret, &app.chance),
            cx,
            language: asked_language.or_else(|| jar.language(headers)).unwrap_or_default(),
            texts: Arc::clone(&app.texts),
            place: own_place(request),
            address: request.extensions.get::<PeerAddress>().map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.0),
            device: DeviceWords::of(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok())),
            jar,
            remembered: jar.device(headers),
            wants_page: wants_page(&request.uri, &request.headers),
            asked_language,
        };
        (visit, fault)
    }

    /// Problems become pages (nobody is led to sign in), and the language asked for is kept.
    fn finish(&self, mut answer: Response) -> Response {
        if let Some(problem) = answer.extensions().get::<Problem>().filter(|_| self.wants_page).cloned() {
            answer = self.tell(problem, answer.headers());
        }
        if let Some(language) = self.asked_language {
            self.jar.keep_language(answer.headers_mut(), language);
        }
        answer
    }

    fn tell(&self, problem: Problem, from: &HeaderMap) -> Response {
        if problem.status() == StatusCode::UNAUTHORIZED {
            return Redirect::to(&format!("/sign-in?back={}", parts::escaped(&self.place))).into_response();
        }
        let mut answer = (problem.status(), parts::problem(self, &problem)).into_response();
        if let Some(after) = from.get(header::RETRY_AFTER) {
            answer.headers_mut().insert(header::RETRY_AFTER, after.clone());
        }
        answer.extensions_mut().insert(Told);
        answer.extensions_mut().insert(problem);
        answer
    }
}

/// The caller by the cookie's token; nobody when it is no longer accepted. Only a sign-in made on a page counts.
pub(crate) async fn caller_of(app: &App, token: &str) -> Result<Caller, Problem> {
    let mut reader = app.store.reader().await?;
    match account::authenticate::run(&mut reader, app.clock.now(), token).await {
        Ok(sign_in) if sign_in.kind == account::SignInKind::Page => Ok(account::authenticate::caller(&sign_in)),
        Ok(_) | Err(store::No::Refused(_)) => Ok(Caller::Nobody),
        Err(fault) => Err(fault.into()),
    }
}

/// What links of the page to itself name: never another site, nor a place that is only written to.
fn own_place(request: &Parts) -> String {
    let place = request.uri.path_and_query().map_or("/", |place| place.as_str());
    let is_shown = is_of_this_site(place) && !place.starts_with("/sign-out");
    if is_shown { place.to_owned() } else { "/".to_owned() }
}

/// The language of `?lang=`.
pub(super) fn asked_language(query: &str) -> Option<Language> {
    query.split('&').find_map(|pair| language_of(pair.strip_prefix("lang=")?))
}

/// By its subtag.
pub(super) fn language_of(tag: &str) -> Option<Language> {
    [Language::Russian, Language::English].into_iter().find(|language| language.tag() == tag)
}

/// A browser says so; programs that ask for what is not there get a problem.
pub(super) fn wants_page(uri: &Uri, headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    !uri.path().starts_with("/api/") && accept.contains("text/html")
}

/// Finds the person, hands the [`Visit`] to the page, and tells problems in a page.
pub fn with_visits(pages: &Pages, router: Router) -> Router {
    router.layer(from_fn_with_state(pages.clone(), look))
}

async fn look(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let (visit, fault) = Visit::of(&pages, &parts).await;
    if let Some(problem) = fault {
        return visit.finish(problem.into_response());
    }
    // Whoever a bearer token named: a page answers to its cookie alone.
    parts.extensions.insert(visit.cx.caller);
    parts.extensions.insert(visit.clone());
    let is_read = parts.method == Method::GET || parts.method == Method::HEAD;
    if !is_read && comes_from_elsewhere(&parts.headers) {
        return visit.finish(Problem::refused(FormRefusal).into_response());
    }
    visit.finish(next.run(Request::from_parts(parts, body)).await)
}

/// What browsers themselves say of a form's origin. `Origin` would not help: under `no-referrer` it is `null`.
pub(crate) fn comes_from_elsewhere(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin")
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let visit = parts.extensions.get::<Self>().cloned();
        Ok(visit.unwrap_or_else(|| kernel::bug!("a page outside the layer that finds its visitor")))
    }
}

/// A form that was sent, given out to this browser; larger ones than `BYTES_MAX` and foreign ones are refused.
#[derive(Debug)]
pub struct Posted<const BYTES_MAX: usize = FORM_BYTES_MAX> {
    /// Whose.
    pub visit: Visit,
    /// What it says.
    pub fields: Fields,
}

impl<S, const BYTES_MAX: usize> FromRequest<S> for Posted<BYTES_MAX>
where
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let body = RawBody::<BYTES_MAX>::from_request(Request::from_parts(parts, body), state).await?;
        let fields = Fields::read(&body.bytes);
        visit.form.check(&fields)?;
        Ok(Self { visit, fields })
    }
}

/// The headers of a page whose form leads to a program's address after this host has written down what the person said.
pub fn dressed_to_lead(html: String, origin: &str) -> Response {
    let mut answer = dressed(html);
    let policy = POLICY.replace("form-action 'self'", &format!("form-action 'self' {origin}"));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    answer
}

/// The headers of every page.
pub fn dressed(html: String) -> Response {
    under(POLICY, html)
}

/// The headers of a page that a script of ours helps.
pub fn dressed_with_script(html: String) -> Response {
    under(SCRIPT_POLICY, html)
}

fn under(policy: &'static str, html: String) -> Response {
    let mut answer = axum::response::Html(html).into_response();
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    answer
}

/// A place of this site to go to after a sign-in; anything else, and the sign-in page itself, becomes the first page.
#[must_use]
pub fn local(place: &str) -> &str {
    let is_entry = ENTRIES.iter().any(|entry| place.starts_with(entry));
    if is_of_this_site(place) && !is_entry { place } else { "/" }
}

/// Refuses what a browser would read as another site (`//host`, a scheme, a backslash) and what is no plain ASCII.
fn is_of_this_site(place: &str) -> bool {
    let is_plain = place.len() <= PLACE_BYTES_MAX && place.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    is_plain && place.starts_with('/') && !place.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn only_places_of_this_site() {
        for place in ["/", "/?box=1&tab=out", "/documents/a/b", "/documents/a/b?lang=en"] {
            assert_eq!(local(place), place);
        }
        for place in [
            "",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "https:evil",
            "javascript:alert(1)",
            "evil.example",
            "/\t/evil.example",
            "/\n",
            " /",
            "/ a",
            "/sign-in",
            "/sign-out",
            "/register?back=/",
            "/confirm?code=x",
            "/reset",
            "/é",
        ] {
            assert_eq!(local(place), "/", "{place:?}");
        }
        assert_eq!(local(&format!("/{}", "a".repeat(1_600))), "/");
    }
}
