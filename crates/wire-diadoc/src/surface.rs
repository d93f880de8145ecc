//! How one request is carried out: the row of its path, who asks, the parameters, the method, the answer.

use std::collections::BTreeMap;

use account::DeviceWords;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use bytes::Bytes;
use futures::future::BoxFuture;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, USER_AGENT};
use kernel::{Caller, RequestId};
use store::No;
use web::{App, PeerAddress, Problem};

use crate::answer::{self, Answer};
use crate::authorization::{self, Shown};
use crate::call::{self, Call};
use crate::certificates::Certificates;
use crate::codes;
use crate::methods;
use crate::query::Query;
use crate::refusal::{Refused, WireRefusal};
use crate::table::{Row, rows};

/// Which programs may sign people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clients {
    /// Any: a vendor's key of a program names nobody here, and the programs run unchanged.
    Any,
    /// Only those whose key an organization made here.
    Registered,
}

/// Whether the API needs a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subscription {
    /// No: it is the host's own program.
    Free,
    /// Yes: sign-ins through a key made here have one, others are answered 402.
    ByKey,
}

/// What the host decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Which programs may sign people in.
    pub clients: Clients,
    /// Whether the API needs a subscription.
    pub subscription: Subscription,
}

impl Default for Settings {
    fn default() -> Self {
        Self { clients: Clients::Any, subscription: Subscription::Free }
    }
}

/// What the surface stands on; cheap to clone.
#[derive(Debug, Clone)]
pub struct Surface {
    /// What all rooms share.
    pub app: App,
    /// People and organizations.
    pub account: account::Room,
    /// Documents.
    pub exchange: exchange::Room,
    /// Certificates of organizations.
    pub certificates: Certificates,
    /// What the host decided.
    pub settings: Settings,
}

/// A method.
pub(crate) type Method = fn(Surface, Call) -> BoxFuture<'static, Result<Answer, Refused>>;

/// Methods by their paths.
#[derive(Default)]
pub(crate) struct Methods(BTreeMap<&'static str, Method>);

impl Methods {
    /// The same with one more. A path without a row or with two methods is a bug.
    pub fn on(mut self, path: &'static str, method: Method) -> Self {
        if !rows().iter().any(|row| row.path == path) {
            kernel::bug!("{path} is no path of the contract");
        }
        if self.0.insert(path, method).is_some() {
            kernel::bug!("two methods for {path}");
        }
        self
    }

    /// The paths that are built.
    pub fn paths(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.keys().copied()
    }
}

#[derive(Clone)]
struct Route {
    surface: Surface,
    row: &'static Row,
    method: Option<Method>,
}

/// The paths that are carried out, in their order; each has its row in [`rows`].
#[must_use]
pub fn built() -> Vec<&'static str> {
    methods::all().paths().collect()
}

/// Every path of the contract, guarded by the edge, to be mounted at the root of an address of its own.
pub fn router(surface: Surface) -> Router {
    let methods = methods::all();
    let mut router = Router::new();
    for row in rows() {
        let method = methods.0.get(row.path).copied();
        let route = Route { surface: surface.clone(), row, method };
        router = router.route(row.path, any(carry_out).with_state(route));
    }
    let router = router.fallback(|| async { Problem::refused(WireRefusal::NoSuchMethod) });
    let router = web::edge::per_caller(&surface.app, router);
    let app = surface.app.clone();
    let guarded = web::edge::guard_as(&app, router.layer(from_fn_with_state(surface, find_caller)), answer::written);
    guarded.layer(from_fn(codes::kept))
}

/// Puts a [`Caller`] into the request that shows a good token, and what the header showed into every one.
async fn find_caller(State(surface): State<Surface>, mut request: Request, next: Next) -> Response {
    let shown = authorization::read(header(&request, &AUTHORIZATION)).unwrap_or_default();
    let caller = match &shown.token {
        None => Ok(Caller::Nobody),
        Some(token) => caller_of(&surface, token).await,
    };
    match caller {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            request.extensions_mut().insert(shown);
            next.run(request).await
        }
        Err(refused) => told(refused),
    }
}

async fn caller_of(surface: &Surface, token: &str) -> Result<Caller, Refused> {
    let mut reader = surface.app.store.reader().await?;
    match account::authenticate::run(&mut reader, surface.app.clock.now(), token).await {
        Ok(sign_in) => Ok(account::authenticate::caller(&sign_in)),
        Err(No::Fault(fault)) => Err(fault.into()),
        Err(No::Refused(_)) => Err(WireRefusal::Unauthorized.into()),
    }
}

fn header<'a>(request: &'a Request, name: &HeaderName) -> &'a str {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// A problem is written by the edge, which knows the language and the request's id, and logs it.
fn told(refused: Refused) -> Response {
    match refused {
        Refused::Problem(problem) => problem.into_response(),
        Refused::Pending(after) => answer::pending(after),
    }
}

async fn carry_out(State(route): State<Route>, request: Request) -> Response {
    let wants = call::wanted(header(&request, &ACCEPT));
    match run(&route, request).await {
        Ok(answer) => answer.into_response(wants),
        Err(refused) => told(refused),
    }
}

async fn run(route: &Route, request: Request) -> Result<Answer, Refused> {
    let Route { surface, row, method } = route;
    let verb = request.method().as_str();
    if !row.verbs.contains(&verb) {
        return Err(WireRefusal::Verb.into());
    }
    let request_id = request.extensions().get::<RequestId>().copied();
    let request_id = request_id.unwrap_or_else(|| surface.app.cx(Caller::Nobody).request_id);
    let caller = request.extensions().get::<Caller>().cloned().unwrap_or(Caller::Nobody);
    admit(surface, row, &caller)?;
    let Some(method) = method else { return Err(WireRefusal::NotConnected { method: row.path }.into()) };
    let call = Call {
        row,
        cx: surface.app.cx_of(caller, request_id),
        query: Query::read(row, request.uri().query().unwrap_or_default())?,
        media_type: call::media_type(header(&request, &CONTENT_TYPE)),
        is_get: request.method() == http::Method::GET,
        shown: request.extensions().get::<Shown>().cloned().unwrap_or_default(),
        address: request
            .extensions()
            .get::<PeerAddress>()
            .map_or(std::net::Ipv4Addr::UNSPECIFIED.into(), |peer| peer.0),
        device: DeviceWords::of(Some(header(&request, &USER_AGENT))),
        body: body(request, surface).await?,
    };
    method(surface.clone(), call).await
}

/// Who signs in is nobody yet; everybody else must be somebody, with a subscription where the host asks for one.
fn admit(surface: &Surface, row: &Row, caller: &Caller) -> Result<(), WireRefusal> {
    if row.name.starts_with("Authenticate") {
        return Ok(());
    }
    match caller {
        Caller::User { integrator_key_id, .. } => {
            let free = surface.settings.subscription == Subscription::Free || integrator_key_id.is_some();
            if free || !row.codes.contains(&402) { Ok(()) } else { Err(WireRefusal::NoSubscription) }
        }
        _ => Err(WireRefusal::Unauthorized),
    }
}

/// The body whole, within the edge's size and time.
async fn body(request: Request, surface: &Surface) -> Result<Bytes, Refused> {
    Ok(web::read_body(request.into_body(), surface.app.limits.body_bytes_max).await?)
}
