//! A write that happens once however often it is asked for.

use crate::app::App;
use crate::extract::IdempotencyKey;
use crate::limits::{IDEMPOTENCY_KEPT, KEPT_ANSWER_BYTES_MAX, RUNNING_MAX};
use crate::problem::Problem;
use crate::refusal::EdgeRefusal;
use crate::reply::{Answer, Reply};
use futures::future::BoxFuture;
use http::StatusCode;
use kernel::{Caller, Cx, Refusal, RefusalKind, TypedId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use store::{Fault, Fetch, No, Sql, Store, Tx, binds};

const TAKE: Sql = Sql::org(
    "web.take_idempotency",
    "INSERT INTO web_idempotency
       (organization_id, method, key, fingerprint, answer_status, answer_body, created_at)
     VALUES ($1, $2, $3, $4, 0, $5, $6)
     ON CONFLICT (organization_id, method, key) DO NOTHING",
);
const FIND: Sql = Sql::org(
    "web.find_idempotency",
    "SELECT fingerprint, answer_status, answer_body FROM web_idempotency
     WHERE organization_id = $1 AND method = $2 AND key = $3",
);
const KEEP: Sql = Sql::org(
    "web.keep_idempotency",
    "UPDATE web_idempotency SET answer_status = $4, answer_body = $5
     WHERE organization_id = $1 AND method = $2 AND key = $3",
);
const SWEEP: Sql = Sql::global(
    "web.sweep_idempotency",
    "DELETE FROM web_idempotency WHERE (organization_id, method, key) IN
       (SELECT organization_id, method, key FROM web_idempotency WHERE created_at < $1 LIMIT $2)",
);

/// Every statement of this crate.
pub(crate) const STATEMENTS: &[&Sql] = &[&TAKE, &FIND, &KEEP, &SWEEP];

/// Which intention a write carries out: (organization, method, key), and the fingerprint of what was asked and by
/// whom. The same key with the same fingerprint gets the first answer again for 90 days; with another one, 409; while
/// the first is being carried out, 409 with `Retry-After`. Only answers are kept, not refusals: a refused request
/// left nothing behind and may be asked again.
#[derive(Debug, Clone)]
pub struct Once {
    owner: Vec<u8>,
    method: &'static str,
    key: String,
    fingerprint: [u8; 32],
    status: StatusCode,
    secret: bool,
}

impl Once {
    /// `owner` is the organization, or the person while there is no organization yet; `method` is the room's stable
    /// name of the act; `body_hash` comes from [`Limited::hash`](crate::Limited::hash).
    pub fn new(cx: &Cx, owner: impl TypedId, method: &'static str, key: &IdempotencyKey, body_hash: &[u8; 32]) -> Self {
        let mut print = blake3::Hasher::new();
        match cx.caller {
            Caller::User { user_id, .. } => print.update(b"user").update(user_id.as_bytes()),
            Caller::Job { job_id } => print.update(b"job ").update(job_id.as_bytes()),
            Caller::Nobody => print.update(b"none"),
            Caller::System => print.update(b"self"),
        };
        print.update(body_hash);
        Self {
            owner: owner.uuid().as_bytes().to_vec(),
            method,
            key: key.as_str().to_owned(),
            fingerprint: *print.finalize().as_bytes(),
            status: StatusCode::CREATED,
            secret: false,
        }
    }

    /// Binds the intention to a thing named in the path as well.
    #[must_use]
    pub fn about(mut self, thing: impl TypedId) -> Self {
        self.fingerprint =
            *blake3::Hasher::new().update(&self.fingerprint).update(thing.uuid().as_bytes()).finalize().as_bytes();
        self
    }

    /// The answer is 200, not 201.
    #[must_use]
    pub const fn ok(mut self) -> Self {
        self.status = StatusCode::OK;
        self
    }

    /// The answer holds a secret that is shown once: it is not kept, and a repeated request is told so by 409.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
}

/// Keys whose requests are being carried out in this program.
#[derive(Debug, Default)]
pub(crate) struct Running(Mutex<HashSet<RunningKey>>);

type RunningKey = (Vec<u8>, &'static str, String);

struct RunningGuard {
    all: Arc<Running>,
    key: RunningKey,
}

impl Running {
    fn enter(self: &Arc<Self>, once: &Once) -> Result<RunningGuard, EdgeRefusal> {
        let key = (once.owner.clone(), once.method, once.key.clone());
        let mut set = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if set.len() >= RUNNING_MAX {
            return Err(EdgeRefusal::Busy);
        }
        if !set.insert(key.clone()) {
            return Err(EdgeRefusal::KeyRunning);
        }
        Ok(RunningGuard { all: Arc::clone(self), key })
    }
}

impl Drop for RunningGuard {
    fn drop(&mut self) {
        self.all.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

/// What became of a write that a surface asked for.
#[derive(Debug)]
pub enum Written<T, R> {
    /// Carried out now.
    Fresh(T),
    /// Carried out before: the value of that time.
    Repeated(T),
    /// The first request with this key is being carried out in this program: ask again after
    /// [`RETRY_AFTER_RUNNING`](crate::limits::RETRY_AFTER_RUNNING).
    Running,
    /// The key stands for another body, another caller, or an answer that is shown once.
    OtherBody,
    /// The room refused; nothing is kept, it may be asked again.
    Refused(R),
    /// A machine failed; of the write nothing is known until it is asked again with the same key.
    Fault(Fault),
}

enum Outcome<T> {
    Fresh(T),
    Kept { status: i64, body: Vec<u8> },
}

enum OnceNo<R> {
    Edge(EdgeRefusal),
    Room(R),
}

impl App {
    /// The first answer to this intention, if it was carried out before: asked before an expensive `prepare`. `None`
    /// also for a key that stands for another intention: [`App::write_once`] asks again in its transaction and says so.
    pub async fn recall<T>(&self, once: &Once) -> Result<Option<Reply<T>>, Problem> {
        let mut reader = self.store.reader().await?;
        let row = reader.fetch_optional(&FIND, once.key_binds()).await?;
        let Some(row) = row else { return Ok(None) };
        if row.bytes(0)? != once.fingerprint || once.secret {
            return Ok(None);
        }
        Ok(Some(once.replay(row.i64(1)?, row.bytes(2)?)?))
    }

    /// The first value of this intention, as [`App::recall`] gives the first answer: for surfaces that render it
    /// themselves.
    pub async fn recall_value<T: DeserializeOwned>(&self, once: &Once) -> Result<Option<T>, Fault> {
        let mut reader = self.store.reader().await?;
        let row = reader.fetch_optional(&FIND, once.key_binds()).await?;
        let Some(row) = row else { return Ok(None) };
        if row.bytes(0)? != once.fingerprint || once.secret {
            return Ok(None);
        }
        read(&row.bytes(2)?).map(Some)
    }

    /// Carries out `op` in one transaction with the record of its answer, or gives the first answer again.
    ///
    /// `op` is as for `Store::write`: it awaits only SQL and may be run again.
    pub async fn write_once<A, T, R, F>(&self, cx: &Cx, once: Once, argument: A, op: F) -> Answer<T>
    where
        A: Send + Sync + 'static,
        T: Serialize + Send + 'static,
        R: Refusal,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
    {
        let asked = once.clone();
        match self.carry_out(cx, once, argument, op).await {
            Ok(Outcome::Fresh(body)) => Ok(Reply::fresh(asked.status, body)),
            Ok(Outcome::Kept { status, body }) => asked.replay(status, body),
            Err(No::Refused(OnceNo::Edge(refusal))) => Err(refusal.into()),
            Err(No::Refused(OnceNo::Room(refusal))) => Err(Problem::refused(refusal)),
            Err(No::Fault(fault)) => Err(fault.into()),
        }
    }

    /// The same as [`App::write_once`] for a surface with answers of its own: says in one word what became of the write,
    /// and gives the first value again instead of bytes. The value is kept as JSON and small (names of things, not the
    /// things): up to [`KEPT_ANSWER_BYTES_MAX`].
    pub async fn write_value_once<A, T, R, F>(&self, cx: &Cx, once: Once, argument: A, op: F) -> Written<T, R>
    where
        A: Send + Sync + 'static,
        T: Serialize + DeserializeOwned + Send + 'static,
        R: Refusal,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
    {
        match self.carry_out(cx, once, argument, op).await {
            Ok(Outcome::Fresh(value)) => Written::Fresh(value),
            Ok(Outcome::Kept { body, .. }) => read(&body).map_or_else(Written::Fault, Written::Repeated),
            Err(No::Refused(OnceNo::Room(refusal))) => Written::Refused(refusal),
            Err(No::Refused(OnceNo::Edge(EdgeRefusal::KeyRunning))) => Written::Running,
            Err(No::Refused(OnceNo::Edge(EdgeRefusal::Busy))) => Written::Fault(Fault::Busy("too many keys at once")),
            // What is left: the key stands for another intention, or for an answer that was shown once.
            Err(No::Refused(OnceNo::Edge(_))) => Written::OtherBody,
            Err(No::Fault(fault)) => Written::Fault(fault),
        }
    }

    async fn carry_out<A, T, R, F>(&self, cx: &Cx, once: Once, argument: A, op: F) -> Result<Outcome<T>, No<OnceNo<R>>>
    where
        A: Send + Sync + 'static,
        T: Serialize + Send + 'static,
        R: Refusal,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>, &'a Cx, &'a A) -> BoxFuture<'a, Result<T, No<R>>> + Send + Sync + 'static,
    {
        let _guard = self.running.enter(&once).map_err(|refusal| No::Refused(OnceNo::Edge(refusal)))?;
        let written = self.store.write(cx, (once, argument, op), |tx, cx, (once, argument, op)| {
            Box::pin(async move {
                let taken = take(tx, cx, once).await?;
                if let Taken::Kept(kept) = taken {
                    return Ok(kept);
                }
                let body = op(tx, cx, argument).await;
                if taken.is_foreign() {
                    return Err(foreign(body));
                }
                let body = body.map_err(|no| no.map_refused(OnceNo::Room))?;
                let kept = if once.secret { Vec::new() } else { written(&body)? };
                keep(tx, once, kept).await?;
                Ok(Outcome::Fresh(body))
            })
        });
        written.await
    }
}

impl Once {
    fn key_binds(&self) -> store::Binds {
        binds![self.owner.as_slice(), self.method, self.key.as_str()]
    }

    fn replay<T>(&self, status: i64, body: Vec<u8>) -> Answer<T> {
        let status = u16::try_from(status).ok().and_then(|code| StatusCode::from_u16(code).ok());
        Ok(Reply::kept(status.unwrap_or(self.status), body))
    }
}

/// What the record says of an intention.
enum Taken<T> {
    /// It is new and now ours.
    New,
    /// It was carried out: this is its answer.
    Kept(Outcome<T>),
    /// The key stands for another intention, perhaps another's.
    Foreign,
}

impl<T> Taken<T> {
    const fn is_foreign(&self) -> bool {
        matches!(self, Self::Foreign)
    }
}

/// Who may not see the thing must not learn of its keys either: the room's own "no" goes first. Whatever the room did,
/// the error undoes it.
fn foreign<T, R: Refusal>(done: Result<T, No<R>>) -> No<OnceNo<R>> {
    use RefusalKind::{Forbidden, NotFound, Unauthenticated};
    match done {
        Err(No::Fault(fault)) => No::Fault(fault),
        Err(No::Refused(refusal)) if matches!(refusal.kind(), Unauthenticated | Forbidden | NotFound) => {
            No::Refused(OnceNo::Room(refusal))
        }
        _ => No::Refused(OnceNo::Edge(EdgeRefusal::KeyReused)),
    }
}

async fn take<T, R>(tx: &mut Tx<'_>, cx: &Cx, once: &Once) -> Result<Taken<T>, No<OnceNo<R>>> {
    let (owner, key) = (once.owner.as_slice(), once.key.as_str());
    let (print, nothing) = (once.fingerprint.as_slice(), [].as_slice());
    if tx.execute(&TAKE, binds![owner, once.method, key, print, nothing, cx.now]).await? == 1 {
        return Ok(Taken::New);
    }
    let row = tx.fetch_one(&FIND, once.key_binds()).await?;
    if row.bytes(0)? != once.fingerprint {
        return Ok(Taken::Foreign);
    }
    if once.secret {
        return Err(No::Refused(OnceNo::Edge(EdgeRefusal::SecretShownOnce)));
    }
    Ok(Taken::Kept(Outcome::Kept { status: row.i64(1)?, body: row.bytes(2)? }))
}

async fn keep(tx: &mut Tx<'_>, once: &Once, kept: Vec<u8>) -> Result<(), Fault> {
    let (owner, key) = (once.owner.as_slice(), once.key.as_str());
    tx.execute(&KEEP, binds![owner, once.method, key, i64::from(once.status.as_u16()), kept]).await?;
    Ok(())
}

fn written<T: Serialize>(body: &T) -> Result<Vec<u8>, Fault> {
    let text = serde_json::to_vec(body).map_err(|error| Fault::Decode(format!("an answer as JSON: {error}")))?;
    if text.len() > KEPT_ANSWER_BYTES_MAX {
        kernel::bug!("an answer of a creating write is over {KEPT_ANSWER_BYTES_MAX} bytes");
    }
    Ok(text)
}

fn read<T: DeserializeOwned>(kept: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(kept).map_err(|error| Fault::Decode(format!("a kept answer: {error}")))
}

/// Removes records older than 90 days, in short steps, and says how many; `svitok` calls it every hour.
pub async fn sweep(store: &Store, cx: &Cx) -> Result<u64, Fault> {
    store.sweep_rows(cx, &SWEEP, cx.now.minus(IDEMPOTENCY_KEPT)).await
}
