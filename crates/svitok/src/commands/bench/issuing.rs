//! Certificates issued: each applied for with a request of its own, its key judged, intention and certificate journaled,
//! both durable before it is handed out. Through the room's own face, on SQLite in a folder that is thrown away.

use super::super::{Failure, runtime};
use super::figures::{Figures, per_second};
use super::machine::now;
use crate::clock::machine_chance;
use crate::config::Place;
use crate::server::{Program, Setup, assemble};
use account::{Address, NewOrganization, OperatorCode, OrganizationName, Requisites, RequisitesDraft};
use account::{create_organization, register};
use gost::{ParamSet, PrivateKey};
use kernel::{Caller, Chance, Cx, OrganizationId, SignInId, TypedId as _, UserId};
use pki::{CertificateRequest, KeyUsage, Name, oid};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// People who apply at once: as many as the store commits together.
const APPLYING: usize = 256;
/// Requests prepared for a second: above what one machine issues.
const REQUESTS_PER_SECOND_MAX: usize = 6_000;
/// How long, unless another time is asked for.
const SECONDS_USUAL: u64 = 5;
/// Certificates before anything counts.
const WARMING: usize = 200;

type Queue = Arc<Mutex<VecDeque<CertificateRequest>>>;

/// Issues as many as go.
pub(super) fn measure(seconds: Option<u64>, figures: &mut Figures) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    runtime()?.block_on(run(folder.path(), Duration::from_secs(seconds.unwrap_or(SECONDS_USUAL)), figures))
}

async fn run(folder: &Path, time: Duration, figures: &mut Figures) -> Result<(), Failure> {
    let program = assemble(Setup::new(Place::in_folder(folder), "http://127.0.0.1:8080")).await?;
    let holder = Holder::settled(&program).await?;
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    let seconds = usize::try_from(time.as_secs()).unwrap_or(1);
    let requests = requests(REQUESTS_PER_SECOND_MAX.saturating_mul(seconds).saturating_add(WARMING), &chance)?;
    let queue: Queue = Arc::new(Mutex::new(requests.into()));
    let warm = take(&queue, WARMING);
    issue(&program, holder, &Arc::new(Mutex::new(warm.into())), time).await?;
    let begun = now();
    let done = issue(&program, holder, &queue, time).await?;
    let took = begun.elapsed();
    figures.set("issuing.certificates_per_s", per_second(done, took));
    let checked = certification::check_journals(&program.app.store).await;
    checked.map_err(|why| Failure::failed("the journal of what was issued", why))?;
    program.app.store.close().await.map_err(|why| Failure::failed("the store did not close", why))
}

fn take(queue: &Queue, count: usize) -> Vec<CertificateRequest> {
    let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
    let count = count.min(queue.len());
    queue.drain(..count).collect()
}

fn requests(count: usize, chance: &Chance) -> Result<Vec<CertificateRequest>, Failure> {
    let failed = |why: pki::PkiRefusal| Failure::failed("a request", why);
    let subject = Name::builder().with(oid::COMMON_NAME, "ООО «Ромашка»").build().map_err(failed)?;
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
    let one = || {
        let key = PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets));
        let key = key.map_err(|_| Failure::Failed("a key".to_owned()))?;
        CertificateRequest::create(&key, &subject, usage, &chance.octets::<32>()).map_err(failed)
    };
    (0..count).map(|_| one()).collect()
}

/// Who applies, again and again.
#[derive(Clone, Copy)]
pub(super) struct Holder {
    pub(super) organization_id: OrganizationId,
    user_id: UserId,
}

impl Holder {
    pub(super) async fn settled(program: &Program) -> Result<Self, Failure> {
        let cx = program.app.cx(Caller::System);
        let failed = |why: &dyn std::fmt::Display| Failure::Failed(format!("the company that applies: {why}"));
        let store = &program.app.store;
        let founder = registered(program, "director").await?;
        let draft = RequisitesDraft { inn: "9800000013", kpp: Some("980001001"), ogrn: None };
        let requisites = Requisites::parse(draft).map_err(|why| failed(&why))?;
        let name = OrganizationName::company("ООО «Ромашка»").map_err(|why| failed(&why))?;
        let address = Address { region_code: "77".to_owned(), ..Address::default() };
        let new = NewOrganization::new(requisites, name, address, false).map_err(|why| failed(&why))?;
        let operator_code = OperatorCode::default();
        let founding = create_organization::Founding { new, founder, operator_code, participant_id: None };
        let founded = store.write(&cx, founding, |tx, cx, new| Box::pin(create_organization::run(tx, cx, new))).await;
        let organization_id = founded.map_err(|why| failed(&why))?.organization.organization_id;
        Ok(Self { organization_id, user_id: founder })
    }

    pub(super) fn cx(self, program: &Program) -> Cx {
        cx_of(program, self.user_id)
    }

    /// As somebody else, who has an account of their own.
    pub(super) async fn person(program: &Program, number: usize) -> Result<Cx, Failure> {
        Ok(cx_of(program, registered(program, &format!("person-{number}")).await?))
    }
}

fn cx_of(program: &Program, user_id: UserId) -> Cx {
    let sign_in_id = SignInId::from_uuid(user_id.uuid());
    program.app.cx(Caller::User { user_id, sign_in_id, integrator_key_id: None })
}

async fn registered(program: &Program, name: &str) -> Result<UserId, Failure> {
    let cx = program.app.cx(Caller::System);
    let failed = |why: &dyn std::fmt::Display| Failure::Failed(format!("an account: {why}"));
    let new = register::NewUser {
        login: format!("{name}@romashka.example"),
        name: "Ромашкина Анна".to_owned(),
        password: "ромашка и василёк вместе".to_owned(),
    };
    let prepared = register::prepare(&program.account.passwords, &cx, new).await.map_err(|why| failed(&why))?;
    let made = program.app.store.write(&cx, prepared, |tx, cx, new| Box::pin(register::run(tx, cx, new))).await;
    Ok(made.map_err(|why| failed(&why))?.user_id)
}

async fn issue(program: &Program, holder: Holder, queue: &Queue, time: Duration) -> Result<usize, Failure> {
    let (begun, mut applying) = (now(), JoinSet::new());
    for _ in 0..APPLYING {
        let (room, cx, queue) = (program.certification.clone(), holder.cx(program), Arc::clone(queue));
        applying.spawn(one_after_another(room, (cx, holder.organization_id), queue, (begun, time)));
    }
    let mut done = 0;
    while let Some(ended) = applying.join_next().await {
        done += ended.map_err(|why| Failure::failed("an application", why))??;
    }
    Ok(done)
}

async fn one_after_another(
    room: certification::Room,
    (cx, organization_id): (Cx, OrganizationId),
    queue: Queue,
    (begun, time): (Instant, Duration),
) -> Result<usize, Failure> {
    let mut done = 0;
    while begun.elapsed() < time {
        let request = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(request) = request else { break };
        let key: kernel::RequestId = cx.new_id();
        let issued = room.issue(&cx, organization_id, &key.to_string(), request.to_der()).await;
        issued.map_err(|why| Failure::failed("issuing", why))?;
        done += 1;
    }
    Ok(done)
}
