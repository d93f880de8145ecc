//! How the rooms become one program: the store, the clock and the trust are handed to each, their routes are merged,
//! their jobs run beside.

use crate::clock::{MachineClock, machine_chance};
use crate::commands::Failure;
use crate::config::{
    CertificateWord, ClientsWord, DeskLooks, IssuingWord, LinksWord, Place, RegistrationWord, SubscriptionWord,
};
use crate::form_shelf::{LOOK_EVERY, Shelf};
use crate::ui::Ui;
use crate::{catalogue, forms, keepers, news, obligations, pages, payments, reports, secret, session, texts};
use account::{CertificateAccounts, OperatorCode, PasswordPool, Registration, Vault};
use axum::Router;
use certification::{Config, DeskRules, IssuingPolicy, OperatorIdentity, Parts, Sealer};
use exchange::{Forms, LinkPolicy, Operator};
use kernel::{Caller, Clock, UserId};
use print::Typesetter;
use std::collections::BTreeSet;
use std::future::Future;
use std::net::SocketAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use store::{Handlers, Runner, Store, StoreConfig};
use tokio::net::TcpListener;
use trust::Trust;
use utoipa::openapi::OpenApi;
use web::{App, EdgeRefusal, Limits, Press, Problem, Rate, Surface};

/// Everything assembled, not yet serving.
pub struct Program {
    /// What all rooms share.
    pub app: App,
    /// The rooms that work beside the surfaces.
    pub kept: Kept,
    /// What is trusted.
    pub trust: Trust,
    /// The description of the own API.
    pub openapi: OpenApi,
    /// What was told about the secret.
    pub notice: Option<secret::Notice>,
    /// What is answered on each surface; the own one first.
    surfaces: Vec<(&'static str, Router)>,
    handlers: Handlers,
}

/// Rooms that a program hands to what works beside its surfaces.
#[derive(Debug, Clone)]
pub struct Kept {
    /// People, organizations and their sign-ins.
    pub account: account::Room,
    /// Certification, for its certificates and lists.
    pub certification: certification::Room,
    /// The exchange of documents.
    pub exchange: exchange::Room,
    /// Reports to regulators.
    pub reporting: reporting::Room,
}

impl Deref for Program {
    type Target = Kept;

    fn deref(&self) -> &Kept {
        &self.kept
    }
}

/// The surface of the pages and of the own API.
pub const OWN: &str = "own";
/// The surface for clients of Diadoc.
pub const DIADOC: &str = "diadoc";
/// The surface for clients of Extern, with the OpenID Connect provider.
pub const EXTERN: &str = "extern";
/// Where that surface is unless the host says otherwise.
const EXTERN_URL: &str = "http://127.0.0.1:8082";

/// Listeners by the surface that is spoken on them.
#[derive(Debug)]
pub struct Doors(Vec<(&'static str, TcpListener)>);

impl From<TcpListener> for Doors {
    /// The own surface alone.
    fn from(listener: TcpListener) -> Self {
        Self(vec![(OWN, listener)])
    }
}

impl Doors {
    /// One more.
    #[must_use]
    pub fn and(mut self, surface: &'static str, listener: TcpListener) -> Self {
        self.0.push((surface, listener));
        self
    }
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Program").field("app", &self.app).finish_non_exhaustive()
    }
}

/// Where the program is put and under which address the world sees it.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Where it works.
    pub place: Place,
    /// The address in certificates, so that revocation lists are found.
    pub public_url: String,
    /// The address of the surface for clients of Extern: the issuer of id_tokens.
    pub extern_url: String,
    /// Business time.
    pub clock: Arc<dyn Clock>,
    /// Of the edge; those of the place unless a test sets others.
    pub limits: Limits,
    /// The client; what was built in unless a test brings its own.
    pub ui: Ui,
}

impl Setup {
    /// On the machine's clock.
    pub fn new(place: Place, public_url: &str) -> Self {
        let limits = Limits { is_https: public_url.starts_with("https://"), ..limits(&place) };
        Self {
            place,
            public_url: public_url.to_owned(),
            extern_url: EXTERN_URL.to_owned(),
            clock: Arc::new(MachineClock),
            limits,
            ui: Ui::embedded(),
        }
    }
}

/// Opens the store, makes or opens the authorities, assembles the rooms.
pub async fn assemble(setup: Setup) -> Result<Program, Failure> {
    let place = &setup.place;
    place.check().map_err(Failure::Failed)?;
    std::fs::create_dir_all(&place.data).map_err(|why| Failure::failed(&place.data.display().to_string(), why))?;
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    let given = std::env::var("SVITOK_SECRET").ok();
    let secret = secret::open(&place.data, given, &chance).map_err(|why| Failure::failed("the secret", why))?;
    let store = open_store(place).await?;
    let texts = texts::embedded().map_err(|why| Failure::failed("the texts", why))?;
    let mut app = App::new(store, Arc::clone(&setup.clock), chance, Arc::new(texts), setup.limits.clone());
    app.press = Arc::new(Press::new(Arc::new(Typesetter)));
    let own = app.cx(Caller::System);
    let derived = exchange::bring_up_to_date(&app.store, &own);
    derived.await.map_err(|why| Failure::failed("rows of an older version", why))?;
    let trust = Trust::open(&app.store).await.map_err(|why| Failure::failed("the trust lists", why))?;
    let config = config(place, &setup.public_url)?;
    let parts = Parts { app: app.clone(), trust: trust.clone(), config, sealer: Sealer::new(*secret.key) };
    let certification =
        certification::Room::open(parts).await.map_err(|why| Failure::failed("the authorities", why))?;
    let account_settings = account_settings(&setup, &secret.key)?;
    let rooms = rooms(&app, (&setup.place, account_settings), &trust, &certification)?;
    let gateways = place.post.gateways().map_err(|why| Failure::failed("the gateways of letters and SMS", why))?;
    let handlers = handlers(&app, &rooms, gateways);
    let diadoc = wire_diadoc::router(diadoc(place, &rooms));
    let openid = wire_openid::Surface {
        app: app.clone(),
        account: rooms.account.clone(),
        issuer: setup.extern_url.trim_end_matches('/').to_owned(),
    };
    let of_extern = extern_surface(&openid);
    let pages = pages(&rooms, (trust.clone(), openid), (setup.ui, setup.place.data.join("plugins")));
    let (account, exchange, reporting) = (rooms.account.clone(), rooms.exchange.clone(), rooms.reporting.clone());
    let (router, openapi) = routes(&pages, rooms);
    let (surfaces, notice) = (vec![(OWN, router), (DIADOC, diadoc), (EXTERN, of_extern)], secret.notice);
    let kept = Kept { account, certification, exchange, reporting };
    Ok(Program { app, kept, trust, openapi, notice, surfaces, handlers })
}

async fn open_store(place: &Place) -> Result<Store, Failure> {
    let config = StoreConfig::new(place.database_url(), place.blobs());
    Store::open(&config, &catalogue::catalogue()).await.map_err(|why| Failure::failed("the database", why))
}

/// The provider, and a refusal where nothing is.
fn extern_surface(openid: &wire_openid::Surface) -> Router {
    let nowhere = Router::new().fallback(|| async { Problem::from(EdgeRefusal::NoSuchPlace) });
    wire_openid::router(openid.clone()).merge(web::edge::guard(&openid.app, nowhere))
}

fn pages(rooms: &Rooms, (trust, openid): (Trust, wire_openid::Surface), (ui, plugins): (Ui, PathBuf)) -> pages::Pages {
    pages::Pages {
        app: rooms.account.app.clone(),
        account: rooms.account.clone(),
        certification: rooms.certification.clone(),
        trust,
        openid,
        shelf: Arc::clone(&rooms.shelf),
        ui,
        plugins,
        checks: pages::Checks::default(),
    }
}

fn limits(place: &Place) -> Limits {
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let bytes = |mebibytes: u32| count(mebibytes).saturating_mul(1024 * 1024);
    let rate = |per_second: u32| Rate { per_second, burst: per_second.saturating_mul(2) };
    Limits {
        address_rate: rate(place.address_rate),
        caller_rate: rate(place.caller_rate),
        trusts_forwarded: place.trusts_forwarded,
        connections_address_max: count(place.address_connections),
        body_memory_bytes_max: bytes(place.body_memory),
        answer_memory_bytes_max: bytes(place.answer_memory),
        ..Limits::for_bodies(place.sizes.host_limits().content_bytes_max)
    }
}

fn config(place: &Place, public_url: &str) -> Result<Config, Failure> {
    let operator = &place.operator;
    let identity = OperatorIdentity {
        name: operator.name.clone(),
        inn: Some(operator.inn.clone()),
        ogrn: Some(operator.ogrn.clone()),
    };
    let issuing = match place.issuing {
        IssuingWord::Everyone | IssuingWord::Checked => IssuingPolicy::Everyone,
        IssuingWord::Nobody => IssuingPolicy::Nobody,
    };
    let rules = place.open_rules().map_err(|why| Failure::failed("the rules", why))?;
    Ok(Config {
        operator: identity,
        issuing,
        desk_only: place.issuing == IssuingWord::Checked,
        desk: DeskRules { second_pair: place.desk_looks == DeskLooks::Two },
        administrators: Arc::new(place.administrators.iter().copied().collect()),
        rules: Some(Arc::new(rules)),
        stopped_heard_by: news::CERTIFICATE_STOPPED,
        ..Config::new(public_url)
    })
}

struct Rooms {
    trust: trust::Room,
    account: account::Room,
    billing: billing::Room,
    certification: certification::Room,
    exchange: exchange::Room,
    reporting: reporting::Room,
    support: support::Room,
    shelf: Arc<Shelf>,
}

fn rooms(
    app: &App,
    (place, settings): (&Place, account::Settings),
    trust: &Trust,
    certification: &certification::Room,
) -> Result<Rooms, Failure> {
    let links = match place.links {
        LinksWord::Invited => LinkPolicy::Invited,
        LinksWord::Open => LinkPolicy::Open,
    };
    let administrators: Arc<BTreeSet<UserId>> = Arc::new(place.administrators.iter().copied().collect());
    let rules = place.open_rules().map_err(|why| Failure::failed("the rules", why))?;
    let shelf = Arc::new(Shelf::open(&place.data, LOOK_EVERY)?);
    let rules = Arc::new(rules);
    Ok(Rooms {
        reporting: reports::room(app, (place, trust, certification), (&rules, &shelf))?,
        shelf: Arc::clone(&shelf),
        support: support::Room { app: app.clone(), administrators: Arc::clone(&administrators) },
        trust: trust::Room { app: app.clone(), trust: trust.clone(), administrators },
        account: account::Room {
            app: app.clone(),
            settings: Arc::new(settings),
            passwords: PasswordPool::default(),
            trust: trust.clone(),
        },
        billing: billing::Room { app: app.clone(), tariff: place.tariff.tariff() },
        certification: certification.clone(),
        exchange: exchange::Room {
            app: app.clone(),
            trust: trust.clone(),
            rules,
            forms: Forms::new(move || shelf.current()),
            operator: Arc::new(operator(place, certification)),
            links,
            limits: place.sizes.host_limits(),
            tariff: place.tariff.tariff(),
        },
    })
}

fn account_settings(setup: &Setup, secret: &[u8; 32]) -> Result<account::Settings, Failure> {
    let place = &setup.place;
    let operator_code =
        OperatorCode::parse(&place.operator.code).map_err(|why| Failure::failed("SVITOK_OPERATOR_CODE", why))?;
    let registration = match place.registration {
        RegistrationWord::Open => Registration::Open,
        RegistrationWord::Confirmed => Registration::Confirmed,
        RegistrationWord::Closed => Registration::Closed,
    };
    let kinds = |word| place.certificate_accounts.contains(&word);
    let certificate_accounts = CertificateAccounts {
        qualified: kinds(CertificateWord::Qualified),
        unqualified: kinds(CertificateWord::Unqualified),
        test: kinds(CertificateWord::Test),
    };
    let settings = account::Settings::new(&setup.public_url, Vault::new(secret));
    let administrators = place.administrators.iter().copied().collect();
    Ok(account::Settings { operator_code, registration, certificate_accounts, administrators, ..settings })
}

fn operator(place: &Place, certification: &certification::Room) -> Operator {
    Operator {
        code: place.operator.code.clone(),
        name: place.operator.name.clone(),
        inn: place.operator.inn.clone(),
        ogrn: place.operator.ogrn.clone(),
        signer: certification.operator_signer(),
    }
}

fn handlers(app: &App, rooms: &Rooms, gateways: post::Gateways) -> Handlers {
    let handlers = certification::register_jobs(Handlers::new(), &rooms.certification);
    let handlers = account::handlers(handlers, &rooms.account);
    let handlers = news::handlers(handlers, &app.store, &rooms.certification);
    let handlers = post::handlers(handlers, app.store.clone(), gateways);
    let handlers = reporting::handlers(handlers, &rooms.reporting);
    exchange::handlers(handlers, &rooms.exchange)
}

fn diadoc(place: &Place, rooms: &Rooms) -> wire_diadoc::Surface {
    let clients = match place.diadoc_clients {
        ClientsWord::Any => wire_diadoc::Clients::Any,
        ClientsWord::Registered => wire_diadoc::Clients::Registered,
    };
    let subscription = match place.diadoc_subscription {
        SubscriptionWord::Free => wire_diadoc::Subscription::Free,
        SubscriptionWord::Key => wire_diadoc::Subscription::ByKey,
    };
    let certification = rooms.certification.clone();
    let certificates = wire_diadoc::Certificates::new(move |scope, thumbprint| {
        let certification = certification.clone();
        Box::pin(async move { certification.find_certificate(&scope, &thumbprint).await })
    });
    wire_diadoc::Surface {
        certificates,
        app: rooms.account.app.clone(),
        account: rooms.account.clone(),
        exchange: rooms.exchange.clone(),
        settings: wire_diadoc::Settings { clients, subscription },
    }
}

fn routes(pages: &pages::Pages, rooms: Rooms) -> (Router, OpenApi) {
    let app = &pages.app;
    let forms = forms::router(forms::Room::new(Arc::clone(&rooms.shelf)));
    let rules = Arc::clone(&rooms.exchange.rules);
    let payments = payments::router(payments::Room { app: app.clone(), rules: Arc::clone(&rules), shelf: rooms.shelf });
    let obligations = obligations::router(obligations::Room { app: app.clone(), rules });
    let (router, openapi) = web::assemble([
        account::router(rooms.account),
        trust::router(rooms.trust),
        billing::router(rooms.billing),
        certification::router(rooms.certification),
        exchange::router(rooms.exchange),
        reporting::router(rooms.reporting),
        support::router(rooms.support),
        wire_openid::own_router(pages.openid.clone()),
        forms,
        obligations,
        payments,
    ]);
    let router = router.merge(pages::router(pages, &openapi)).fallback_service(pages::nowhere(pages));
    let router = web::edge::per_caller(app, router);
    let router = session::with_cookies(pages, router);
    let router = account::with_callers(app, router);
    (web::edge::guard_by(app, router, pages::writing), openapi)
}

impl Program {
    /// Adds a surface: its router is guarded by [`web::edge::guard_as`] over [`Program::app`] already.
    #[must_use]
    pub fn with_surface(mut self, surface: &'static str, router: Router) -> Self {
        self.surfaces.push((surface, router));
        self
    }

    /// Whether there is anything to answer on the surface.
    pub fn speaks(&self, surface: &str) -> bool {
        self.surfaces.iter().any(|(name, _)| *name == surface)
    }

    /// Answers on the listeners and runs the jobs until `stop`; then finishes what runs and closes the store. A surface
    /// without a listener is not spoken; a listener without a surface is refused.
    pub async fn serve(self, doors: impl Into<Doors>, stop: impl Future<Output = ()> + Send) -> Result<(), Failure> {
        let surfaces = opened(self.surfaces, doors.into())?;
        let (app, trust) = (self.app.clone(), self.trust);
        let runner = Runner::new(app.store.clone(), self.handlers, Arc::clone(&app.clock), app.chance.clone());
        let running = runner.start();
        let mut kept = tokio::task::JoinSet::new();
        kept.spawn(keepers::keep_trust_fresh(trust, app.store.clone()));
        kept.spawn(keepers::keep_collected(self.kept.reporting.clone()));
        kept.spawn(keepers::keep_swept(self.kept));
        let stopping = async {
            stop.await;
            app.end_live();
        };
        web::serve(surfaces, &app.limits, stopping).await;
        kept.shutdown().await;
        running.stop().await.map_err(|why| Failure::failed("the jobs did not stop", why))?;
        app.store.close().await.map_err(|why| Failure::failed("the store did not close", why))
    }
}

fn opened(surfaces: Vec<(&'static str, Router)>, doors: Doors) -> Result<Vec<Surface>, Failure> {
    let mut opened = Vec::with_capacity(doors.0.len());
    for (name, listener) in doors.0 {
        let found = surfaces.iter().find(|(known, _)| *known == name);
        let (_, router) = found.ok_or_else(|| Failure::Failed(format!("there is no surface named {name}")))?;
        opened.push(Surface { name, listener, router: router.clone() });
    }
    Ok(opened)
}

/// Takes the port. Port 0 lets the system choose.
pub async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Failure> {
    let failed = |why: std::io::Error| Failure::failed(&format!("address {address}"), why);
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}
