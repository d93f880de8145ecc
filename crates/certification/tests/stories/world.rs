//! A host with its certification room open, two companies and their people.

use account::{
    Address, DepartmentAccess, NewOrganization, OperatorCode, OrganizationName, PasswordPool, Permissions, Requisites,
    RequisitesDraft,
};
use account::{add_member, create_organization, register};
use certification::{
    CertificateStopped, Config, DeskRole, DeskRules, IssuingPolicy, Parts, Room, SEALER_KEY_BYTES, Sealer, StartRefusal,
};
use gost::{ParamSet, PrivateKey};
use kernel::{Caller, Chance, Cx, OrganizationId, TypedId as _, UserId};
use pki::{CertificateRequest, KeyUsage, Name, oid};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::{Catalogue, Handlers, JobOutcome, KindLimits, Runner, Store};
use testkit::world::JobWatch;
use testkit::{Database, HandClock, PlainPrinter};
use trust::Trust;
use web::{App, Language, Limits, Press, TextSource, Texts};

pub const START: &str = "2026-11-22T10:00:00Z";

/// Migrations and statements of the rooms these stories touch.
pub fn catalogue() -> Catalogue {
    Catalogue::new()
        .with(web::MIGRATIONS, web::STATEMENTS)
        .with(trust::MIGRATIONS, trust::STATEMENTS)
        .with(account::MIGRATIONS, account::STATEMENTS)
        .with(post::MIGRATIONS, post::STATEMENTS)
        .with(certification::MIGRATIONS, certification::STATEMENTS)
}

/// Texts of the rooms these stories touch.
pub fn texts() -> Texts {
    Texts::load(text_sources()).unwrap()
}

/// The files they come from.
pub fn text_sources() -> [TextSource<'static>; 6] {
    let ru = |name, text| TextSource { language: Language::Russian, name, text };
    let en = |name, text| TextSource { language: Language::English, name, text };
    [
        ru("certification", include_str!("../../../../texts/ru/certification.ftl")),
        ru("trust", include_str!("../../../../texts/ru/trust.ftl")),
        ru("pki", include_str!("../../../../texts/ru/pki.ftl")),
        en("certification", include_str!("../../../../texts/en/certification.ftl")),
        en("trust", include_str!("../../../../texts/en/trust.ftl")),
        en("pki", include_str!("../../../../texts/en/pki.ftl")),
    ]
}

/// One running program over the story's database.
#[derive(Clone, Debug)]
pub struct Host {
    pub app: App,
    pub trust: Trust,
    pub room: Room,
    pub clock: HandClock,
    /// What those who listen to this program heard.
    pub heard: Arc<Mutex<Vec<CertificateStopped>>>,
}

/// The job of who listens.
const HEARS_STOPPED: &str = "story.hear_certificate_stopped";

/// What a program is started with.
#[derive(Clone, Debug)]
pub struct Start {
    pub clock: HandClock,
    pub seed: u8,
    pub secret: u8,
    pub issuing: IssuingPolicy,
    pub second_pair: bool,
    pub administrator: Option<UserId>,
}

impl Start {
    pub fn usual() -> Self {
        Self {
            clock: HandClock::at_rfc3339(START),
            seed: 1,
            secret: 7,
            issuing: IssuingPolicy::Everyone,
            second_pair: true,
            administrator: None,
        }
    }

    pub fn seeded(&self, seed: u8) -> Self {
        Self { seed, ..self.clone() }
    }
}

impl Host {
    pub async fn open(db: &Database, start: &Start) -> Result<Self, StartRefusal> {
        let store = db.open().await;
        let chance = Chance::from_seed([start.seed; 32]);
        let mut app = App::new(store, Arc::new(start.clock.clone()), chance, Arc::new(texts()), Limits::default());
        app.press = Arc::new(Press::new(Arc::new(PlainPrinter)));
        let trust = Trust::open(&app.store).await?;
        let mut config = Config::new("http://svitok.example/");
        config.issuing = start.issuing.clone();
        config.desk = DeskRules { second_pair: start.second_pair };
        config.stopped_heard_by = &[HEARS_STOPPED];
        config.administrators = Arc::new(start.administrator.into_iter().collect());
        config.rules = Some(Arc::new(rules::Rules::embedded().unwrap()));
        let sealer = Sealer::new([start.secret; SEALER_KEY_BYTES]);
        let room = Room::open(Parts { app: app.clone(), trust: trust.clone(), config, sealer }).await?;
        Ok(Self { app, trust, room, clock: start.clock.clone(), heard: Arc::default() })
    }

    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// The operation of a person, now.
    pub fn cx(&self, user_id: UserId) -> Cx {
        self.app.cx(caller(user_id))
    }

    /// The operation of the program itself, now.
    pub fn system(&self) -> Cx {
        self.app.cx(Caller::System)
    }

    /// Runs jobs, and fails the story if any is left undone.
    pub fn jobs(&self) -> JobWatch {
        let handlers = certification::register_jobs(Handlers::new(), &self.room);
        let heard = self.heard.clone();
        let handlers = handlers.on(HEARS_STOPPED, KindLimits::default(), move |_, payload| {
            heard.lock().unwrap().push(CertificateStopped::read(&payload).unwrap());
            async { Ok(JobOutcome::Done) }
        });
        let handlers = post::handlers(handlers, self.store().clone(), post::Gateways::default());
        let clock: Arc<dyn kernel::Clock> = Arc::new(self.clock.clone());
        let runner = Runner::new(self.store().clone(), handlers, clock, self.app.chance.clone());
        JobWatch::new(self.store().clone(), runner, self.clock.clone())
    }

    /// A person with this name.
    pub async fn person(&self, login: &str, name: &str) -> UserId {
        let cx = self.system();
        let new = register::NewUser {
            login: login.to_owned(),
            name: name.to_owned(),
            password: "ромашка и василёк вместе".to_owned(),
        };
        let prepared = register::prepare(&PasswordPool::cheap_for_stories(), &cx, new).await.unwrap();
        let user = self.store().write(&cx, prepared, |tx, cx, new| Box::pin(register::run(tx, cx, new))).await;
        user.unwrap().user_id
    }

    /// «ООО Ромашка» or «ООО Василёк» (or a test organization of the name), founded by this person.
    pub async fn company(&self, name: &str, inn: &str, founder: UserId, is_test: bool) -> OrganizationId {
        let cx = self.system();
        let requisites = Requisites::parse(RequisitesDraft { inn, kpp: Some("980001001"), ogrn: None }).unwrap();
        let address = Address { region_code: "77".to_owned(), ..Address::default() };
        let new = NewOrganization::new(requisites, OrganizationName::company(name).unwrap(), address, is_test).unwrap();
        let operator_code = OperatorCode::default();
        let founding = create_organization::Founding { new, founder, operator_code, participant_id: None };
        let founded =
            self.store().write(&cx, founding, |tx, cx, new| Box::pin(create_organization::run(tx, cx, new))).await;
        founded.unwrap().organization.organization_id
    }

    /// A member with these permissions.
    pub async fn member(&self, organization_id: OrganizationId, user_id: UserId, permissions: &[&str]) {
        let permissions = Permissions::parse(permissions.iter().copied()).unwrap();
        let new = add_member::NewMember { organization_id, user_id, permissions, departments: DepartmentAccess::All };
        let cx = self.system();
        self.store().write(&cx, new, |tx, cx, new| Box::pin(add_member::run(tx, cx, new))).await.unwrap();
    }

    /// What a member may touch.
    pub async fn scope(&self, user_id: UserId, organization_id: OrganizationId) -> account::OrgScope {
        let mut reader = self.store().reader().await.unwrap();
        account::authorize(&mut reader, &self.cx(user_id), organization_id, account::Permission::Read).await.unwrap()
    }

    /// Gives a person a place at the desk.
    pub async fn grant(&self, user_id: UserId, role: DeskRole) {
        self.room.grant_desk_place(&self.system(), user_id, role).await.unwrap();
    }

    /// Bodies of the letters an organization's people were written.
    pub async fn letters(&self, organization_id: OrganizationId) -> Vec<String> {
        let page = kernel::PageRequest::new(100, None).unwrap();
        let mut reader = self.store().reader().await.unwrap();
        let letters = post::list_letters(&mut reader, organization_id, &page).await.unwrap();
        letters.items.into_iter().map(|letter| letter.body).collect()
    }

    /// «ООО Ромашка» with its director.
    pub async fn romashka(&self) -> (OrganizationId, UserId) {
        let director = self.person("director@romashka.example", "Ромашкина Анна Ивановна").await;
        (self.company("ООО «Ромашка»", "9800000013", director, false).await, director)
    }
}

/// A person who signed in.
pub fn caller(user_id: UserId) -> Caller {
    let sign_in_id = kernel::SignInId::from_uuid(user_id.uuid());
    Caller::User { user_id, sign_in_id, integrator_key_id: None }
}

/// A key by its number, the same in every run.
pub fn key(number: u8) -> PrivateKey {
    let mut octets = [number; 32];
    octets[31] = 3;
    PrivateKey::from_le(ParamSet::XA, &octets).unwrap()
}

/// A request for this key; its name is deliberately somebody else's.
pub fn request(key: &PrivateKey) -> CertificateRequest {
    let name = Name::builder().with(oid::COMMON_NAME, "Кто угодно").build().unwrap();
    CertificateRequest::create(key, &name, KeyUsage::DIGITAL_SIGNATURE, &[9; 32]).unwrap()
}

pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);
