//! The world of this room's stories: two companies, an authority of each kind, an operator, a clock moved by hand.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    reason = "a story stops at the first surprise; each file uses its part"
)]

pub mod cast;
pub mod titles;

use std::sync::Arc;

use account::add_member::{self, NewMember};
use account::create_organization::{self, Founding};
use account::{
    Address, DepartmentAccess, NewOrganization, OperatorCode, OrganizationName, PasswordPool, Permission, Requisites,
    RequisitesDraft, register,
};
use exchange::EntityId;
use exchange::LinkAct;
use exchange::Refusal;
use exchange::ops::draft::{self, Draft, DraftAsk, DraftKind, DraftSigner};
use exchange::ops::input::{NewAct, NewActKind, NewContent, NewDocument, NewDocumentKind, NewMessage, NewPatch};
use exchange::ops::post_message::{self, Posted};
use exchange::ops::read::{self, DocumentReport};
use exchange::ops::{counteragents, post_patch};
use exchange::{HostLimits, LinkPolicy, Operator, Room};
use kernel::{BoxId, Caller, Chance, Clock as _, Cx, Inn, Moment, Ogrn, UserId};
use store::{Catalogue, Handlers, No, Runner, Store};
use testkit::world::JobWatch;
use testkit::{Database, HandClock};

use cast::{Authority, Signs};

/// The moment most stories begin: all versions in force are those of 2026.
pub const NOW: &str = "2026-11-23T07:00:00Z";

pub fn catalogue() -> Catalogue {
    Catalogue::new()
        .with(web::MIGRATIONS, web::STATEMENTS)
        .with(account::MIGRATIONS, account::STATEMENTS)
        .with(billing::MIGRATIONS, billing::STATEMENTS)
        .with(trust::MIGRATIONS, trust::STATEMENTS)
        .with(exchange::MIGRATIONS, exchange::STATEMENTS)
}

/// A company with its director's key.
#[derive(Clone)]
pub struct Company {
    pub name: &'static str,
    pub inn: String,
    pub kpp: String,
    pub box_id: BoxId,
    pub participant_id: String,
    pub organization_id: kernel::OrganizationId,
    pub user_id: UserId,
    pub signs: Arc<Signs>,
}

pub struct World {
    pub room: Room,
    pub clock: HandClock,
    pub watch: JobWatch,
    pub store: Store,
    pub authority: Authority,
    pub test_authority: Authority,
    pub romashka: Company,
    pub vasilek: Company,
    pub chance: Chance,
    pub database: Database,
}

pub const ROMASHKA_INN: &str = "7701000019";
pub const VASILEK_INN: &str = "7801000020";

impl World {
    /// Both companies ordinary and linked.
    pub async fn new(database: Database) -> Self {
        let world = Self::unlinked(database, NOW, (false, false)).await;
        world.link().await;
        world
    }

    pub async fn unlinked(database: Database, now: &str, test: (bool, bool)) -> Self {
        let store = database.open().await;
        let clock = HandClock::at_rfc3339(now);
        let chance = Chance::from_seed([7; 32]);
        let texts = Arc::new(web::Texts::load([]).unwrap());
        let mut app =
            web::App::new(store.clone(), Arc::new(clock.clone()), chance.clone(), texts, web::Limits::default());
        app.press = Arc::new(web::Press::new(Arc::new(testkit::PlainPrinter)));
        let authority = Authority::new("УЦ Свиток НЕКВАЛИФИЦИРОВАННЫЙ", clock.now(), 1);
        let test_authority = Authority::new("УЦ Свиток ТЕСТ", clock.now(), 2);
        let cx = app.cx(Caller::System);
        authority.register(&store, &cx).await;
        test_authority.register(&store, &cx).await;
        let trust = trust::Trust::open(&store).await.unwrap();
        let operator = Operator {
            code: "0SV".into(),
            name: "Оператор «Свиток»".into(),
            inn: Inn::parse("9901000034").unwrap(),
            ogrn: Ogrn::parse("1269800000018").unwrap(),
            signer: authority.signs("Оператор «Свиток»", "9901000034", clock.now(), 90).signer(),
        };
        let room = Room {
            app,
            trust,
            rules: Arc::new(rules::Rules::embedded().unwrap()),
            forms: exchange::Forms::embedded(),
            operator: Arc::new(operator),
            links: LinkPolicy::Invited,
            limits: HostLimits::default(),
            tariff: billing::Tariff { free_documents: 50, after_free: billing::AfterFree::Counted },
        };
        let handlers = exchange::handlers(Handlers::new(), &room);
        let runner = Runner::new(store.clone(), handlers, Arc::new(clock.clone()), chance.clone());
        let watch = JobWatch::new(store.clone(), runner, clock.clone());
        let found = |name, inn, kpp, is_test, seed| {
            let issuer = if is_test { &test_authority } else { &authority };
            found(&store, &cx, (name, inn, kpp, is_test), issuer.signs(name, inn, clock.now(), seed))
        };
        let romashka = found("ООО «Ромашка»", ROMASHKA_INN, "770101001", test.0, 11).await;
        let vasilek = found("ООО «Василёк»", VASILEK_INN, "780101001", test.1, 12).await;
        Self { room, clock, watch, store, authority, test_authority, romashka, vasilek, chance, database }
    }

    pub fn cx(&self, company: &Company) -> Cx {
        self.room.app.cx(Caller::User {
            user_id: company.user_id,
            sign_in_id: self.room.app.cx(Caller::System).new_id(),
            integrator_key_id: None,
        })
    }

    /// A member of the company with these permissions, limited to its root department; his operation.
    pub async fn member(&self, company: &Company, login: &str, permissions: &[Permission]) -> Cx {
        let cx = self.cx(company);
        let new = register::NewUser {
            login: login.into(),
            name: "Кладовщиков Пётр Петрович".into(),
            password: "ромашка и василёк вместе".into(),
        };
        let prepared = register::prepare(&PasswordPool::cheap_for_stories(), &cx, new).await.unwrap();
        let user = self.store.write(&cx, prepared, |tx, cx, new| Box::pin(register::run(tx, cx, new))).await;
        let (user_id, organization_id) = (user.unwrap().user_id, company.organization_id);
        let mut reader = self.store.reader().await.unwrap();
        let scope = account::authorize(&mut reader, &cx, organization_id, Permission::Read).await.unwrap();
        let root = account::read::boxes(&mut reader, &scope).await.unwrap()[0].root_department_id;
        drop(reader);
        let departments = DepartmentAccess::Listed([root].into());
        let permissions = permissions.iter().copied().collect();
        let new = NewMember { organization_id, user_id, permissions, departments };
        self.store.write(&cx, new, |tx, cx, new| Box::pin(add_member::run(tx, cx, new))).await.unwrap();
        self.room.app.cx(Caller::User { user_id, sign_in_id: cx.new_id(), integrator_key_id: None })
    }

    pub async fn link(&self) {
        self.counteragent(&self.romashka, &self.vasilek, LinkAct::Invite).await.unwrap();
        self.run_jobs().await;
        self.counteragent(&self.vasilek, &self.romashka, LinkAct::Accept).await.unwrap();
        self.run_jobs().await;
    }

    pub async fn counteragent(&self, own: &Company, other: &Company, act: LinkAct) -> Result<(), Refusal> {
        let cx = self.cx(own);
        let boxes = (own.box_id, other.box_id);
        let prepared = refused(counteragents::prepare(&self.room, &cx, boxes, act, None).await)?;
        let written = self.store.write(&cx, prepared, |tx, cx, new| Box::pin(counteragents::run(tx, cx, new))).await;
        refused(written).map(drop)
    }

    pub async fn run_jobs(&self) {
        let report = self.watch.run_jobs().await;
        assert!(report.given_up.is_empty(), "{:?}", report.given_up);
    }

    pub async fn post(&self, from: &Company, message: NewMessage) -> Result<Posted, Refusal> {
        let cx = self.cx(from);
        let prepared = refused(post_message::prepare(&self.room, &cx, message).await)?;
        refused(self.store.append(&cx, prepared, |tx, cx, new| Box::pin(post_message::run(tx, cx, new))).await)
    }

    pub async fn patch(&self, by: &Company, patch: NewPatch) -> Result<Posted, Refusal> {
        let cx = self.cx(by);
        let prepared = refused(post_patch::prepare(&self.room, &cx, patch).await)?;
        refused(self.store.append(&cx, prepared, |tx, cx, new| Box::pin(post_patch::run(tx, cx, new))).await)
    }

    /// ООО «Ромашка» sends one signed file to ООО «Василёк»; delivered.
    pub async fn sends(&self, document: NewDocument) -> Posted {
        let posted = self.post(&self.romashka, self.message(document)).await.unwrap();
        self.run_jobs().await;
        posted
    }

    pub fn message(&self, document: NewDocument) -> NewMessage {
        NewMessage { from_box_id: self.romashka.box_id, to_box_id: self.vasilek.box_id, documents: vec![document] }
    }

    pub fn utd(&self, function: formats::utd::UtdFunction) -> NewDocument {
        let content = titles::seller(&self.romashka, &self.vasilek, function, self.clock.now());
        document(NewDocumentKind::UtdTitle, content, &self.romashka.signs, self.clock.now())
    }

    pub fn paper(&self, signature_asked: bool) -> NewDocument {
        let paper = document(
            NewDocumentKind::Nonformalized,
            "Договор поставки № 3".as_bytes().to_vec(),
            &self.romashka.signs,
            self.clock.now(),
        );
        NewDocument { file_name: Some("Договор 3.txt".into()), signature_asked, ..paper }
    }

    pub async fn draft(&self, by: &Company, posted: &Posted, kind: DraftKind, parent: Option<EntityId>) -> Draft {
        let ask = DraftAsk {
            box_id: by.box_id,
            document_id: posted.entities[0],
            parent_id: parent,
            kind,
            signer: Some(DraftSigner {
                surname: "Директор".into(),
                given_name: "Общества".into(),
                patronymic: None,
                position: Some("Генеральный директор".into()),
            }),
            text: Some("Количество в строке 1 не то".into()),
        };
        draft::make(&self.room, &self.cx(by), ask).await.unwrap()
    }

    /// Drafts, signs and posts one act; delivered.
    pub async fn acts(
        &self,
        by: &Company,
        posted: &Posted,
        (kind, act): (DraftKind, NewActKind),
        parent: Option<EntityId>,
    ) -> Result<Posted, Refusal> {
        let draft = self.draft(by, posted, kind, parent).await;
        let signature = by.signs.detached(&draft.content, self.clock.now());
        let signed = !matches!(kind, DraftKind::UniversalMessage(_));
        let new = NewAct {
            kind: act,
            parent_id: draft.parent_id,
            content: Some(draft.content.clone()),
            signature: signed.then(|| signature.into()),
            receipt_asked: false,
        };
        let patch = NewPatch { box_id: by.box_id, message_id: posted.message_id, acts: vec![new] };
        let posted = self.patch(by, patch).await?;
        self.run_jobs().await;
        Ok(posted)
    }

    /// The recipient's (or the other side's) bare signature under bytes that are in the message.
    pub async fn signs_under(
        &self,
        by: &Company,
        posted: &Posted,
        kind: NewActKind,
        parent_id: EntityId,
    ) -> Result<Posted, Refusal> {
        let at = (by.box_id, posted.message_id);
        let (_, content) = refused(read::get_content(&self.room, &self.cx(by), at, parent_id).await)?;
        let signature = Some(by.signs.detached(&content, self.clock.now()).into());
        let act = NewAct { kind, parent_id, content: None, signature, receipt_asked: false };
        let patch = NewPatch { box_id: by.box_id, message_id: posted.message_id, acts: vec![act] };
        let posted = self.patch(by, patch).await?;
        self.run_jobs().await;
        Ok(posted)
    }

    pub async fn document(&self, of: &Company, posted: &Posted) -> DocumentReport {
        read::get_document(&self.room, &self.cx(of), of.box_id, posted.entities[0]).await.unwrap()
    }

    /// One line a side: outcome, whose turn, kinds of entities in the order of the copy.
    pub async fn told(&self, posted: &Posted) -> String {
        let mut lines = Vec::new();
        for company in [&self.romashka, &self.vasilek] {
            let report = self.document(company, posted).await;
            let turns: Vec<String> =
                report.turns.iter().map(|t| format!("{}:{}", t.turn.who.as_str(), t.turn.act.as_str())).collect();
            lines.push(format!(
                "{} {} [{}]",
                report.copy.side.as_str(),
                report.flow.state.outcome.as_str(),
                turns.join(" ")
            ));
        }
        lines.join("\n")
    }
}

pub fn document(kind: NewDocumentKind, content: Vec<u8>, signs: &Signs, at: Moment) -> NewDocument {
    NewDocument {
        kind,
        signature: signs.detached(&content, at).into(),
        content: NewContent::Bytes(content.into()),
        file_name: None,
        number: None,
        date: None,
        workflow: None,
        receipt_asked: false,
        signature_asked: false,
        comment: None,
        custom_id: None,
        custom_data: Vec::new(),
        initial_documents: Vec::new(),
    }
}

/// Stories expect refusals; a fault is a broken machine.
pub fn refused<T>(result: Result<T, No<Refusal>>) -> Result<T, Refusal> {
    match result {
        Ok(value) => Ok(value),
        Err(No::Refused(refusal)) => Err(refusal),
        Err(No::Fault(fault)) => panic!("{fault}"),
    }
}

async fn found(
    store: &Store,
    cx: &Cx,
    (name, inn, kpp, is_test): (&'static str, &str, &str, bool),
    signs: Signs,
) -> Company {
    let requisites = Requisites::parse(RequisitesDraft { inn, kpp: Some(kpp), ogrn: None }).unwrap();
    let address = Address {
        region_code: "77".into(),
        postal_code: None,
        district: None,
        city: Some("Москва".into()),
        locality: None,
        street: None,
        house: None,
        building: None,
        flat: None,
    };
    let new = NewOrganization::new(requisites, OrganizationName::company(name).unwrap(), address, is_test).unwrap();
    let founder: UserId = cx.new_id();
    let founding = Founding { new, founder, operator_code: OperatorCode::parse("0SV").unwrap(), participant_id: None };
    let founded =
        store.write(cx, founding, |tx, cx, new| Box::pin(create_organization::run(tx, cx, new))).await.unwrap();
    Company {
        name,
        inn: inn.to_owned(),
        kpp: kpp.to_owned(),
        box_id: founded.org_box.box_id,
        participant_id: founded.org_box.participant_id.as_str().to_owned(),
        organization_id: founded.organization.organization_id,
        user_id: founder,
        signs: Arc::new(signs),
    }
}
