//! Group commit: one writer runs waiting closures and commits up to a batch of them with one disk sync.

use std::collections::BTreeMap;
use std::time::Duration;

use kernel::Chance;
use tokio::sync::mpsc;
use tokio::time::Instant;

use crate::command::{Command, Verdict};
use crate::engine::Address;
use crate::limits::{BATCH_TIME_MAX, RETRIES_MAX, RETRY_PAUSE_FIRST};
use crate::link::{Connection, Link};
use crate::news::{Told, Wake};
use crate::settings::Engine;
use crate::{Fault, Tx};

/// How often commits queued jobs of each kind; [`ANY_KIND`] counts for all of them.
pub(crate) type Woken = BTreeMap<&'static str, u64>;
/// Stands for every kind.
pub(crate) const ANY_KIND: &str = "";

const fn begin(engine: Engine) -> &'static str {
    match engine {
        // Taking the write lock at once: a reader that upgrades later could only fail.
        Engine::Sqlite => "BEGIN IMMEDIATE",
        Engine::Postgres => "BEGIN",
    }
}

/// The pause before run number `run`, doubled each time, between a half and the whole of it.
async fn pause(run: u32, chance: &Chance) {
    let whole = RETRY_PAUSE_FIRST * 2_u32.saturating_pow(run.min(7));
    let part = whole / 1024 * (512 + chance.below(512));
    tokio::time::sleep(part).await;
}

/// Runs one closure in a transaction of its own, again while the engine asks for it. `Ok`: ask the command for its
/// result; `Err`: nothing is stored and the fault is the answer.
pub(crate) async fn alone(
    link: &mut Link<'_>,
    command: &mut dyn Command,
    chance: &Chance,
    wake: &Wake,
) -> Result<(), Fault> {
    let mut run = 0;
    loop {
        run += 1;
        // Not repeated: the engine has already waited for as long as another program may hold the lock.
        link.control(begin(link.engine())).await?;
        match once(link, command, wake).await {
            Ok(Verdict::Again) if run < RETRIES_MAX => {}
            Ok(_) => return Ok(()),
            Err(fault) if fault.asks_retry() && run < RETRIES_MAX => {}
            Err(fault) => return Err(fault),
        }
        pause(run, chance).await;
    }
}

/// One run of a closure in the transaction just begun, to its end.
async fn once(link: &mut Link<'_>, command: &mut dyn Command, wake: &Wake) -> Result<Verdict, Fault> {
    let mut tx = Tx::new(link.lend());
    let verdict = command.run(&mut tx).await;
    let told = tx.take_told();
    if verdict != Verdict::Keep {
        undo_all(link).await?;
        return Ok(verdict);
    }
    commit(link).await?;
    wake.tell(&told);
    Ok(verdict)
}

async fn commit(link: &mut Link<'_>) -> Result<(), Fault> {
    let Err(fault) = link.control("COMMIT").await else { return Ok(()) };
    match link.engine() {
        // The file's log has no valid commit: the writer itself undoes it, and the next commit overwrites it.
        Engine::Sqlite => {
            undo_all(link).await?;
            Err(fault)
        }
        Engine::Postgres if fault.breaks_connection() => Err(Fault::Unclear(fault.to_string())),
        Engine::Postgres => Err(fault),
    }
}

/// Ends the transaction. SQLite may already have ended it by itself (full disk, a statement stopped for want of time),
/// which is no error here. A connection on which it cannot be ended is given up: closing it undoes the work.
async fn undo_all(link: &mut Link<'_>) -> Result<(), Fault> {
    if let Link::Sqlite(connection) = link
        && connection.is_outside()
    {
        return Ok(());
    }
    let undone = link.control("ROLLBACK").await;
    undone.map_err(|fault| Fault::Unreachable { doing: "ROLLBACK".to_owned(), detail: fault.to_string() })
}

/// One writer: its connection and the queue it serves.
pub(crate) struct Group {
    pub address: Address,
    pub batch_max: usize,
    pub chance: Chance,
    pub wake: Wake,
    connection: Option<Connection>,
}

/// What a batch came to.
enum Together {
    /// Committed, as many closures as there are verdicts.
    Committed,
    /// Nothing of it is stored: each closure has to run by itself.
    Replay,
    /// The engine did not begin: nothing is stored, and asking once for each closure would keep them all waiting.
    NotBegun(Fault),
    /// Nobody knows, or the database is away.
    Lost(Fault),
}

impl Group {
    pub const fn new(address: Address, batch_max: usize, chance: Chance, wake: Wake, first: Connection) -> Self {
        Self { address, batch_max, chance, wake, connection: Some(first) }
    }

    /// Serves the queue until every sender is gone and the queue is empty.
    pub async fn serve(mut self, mut queue: mpsc::Receiver<Box<dyn Command>>) {
        let mut waiting = Vec::with_capacity(self.batch_max);
        while queue.recv_many(&mut waiting, self.batch_max).await > 0 {
            while !waiting.is_empty() {
                waiting.retain(|command| !command.is_abandoned());
                let rest = self.write(std::mem::take(&mut waiting)).await;
                waiting = rest;
            }
        }
        if let Some(connection) = self.connection.take()
            && let Err(fault) = connection.close().await
        {
            tracing::warn!(%fault, "closing the writer's connection");
        }
    }

    /// Writes a batch; gives back what did not fit into its time.
    async fn write(&mut self, mut batch: Vec<Box<dyn Command>>) -> Vec<Box<dyn Command>> {
        if batch.len() < 2 {
            self.write_each(batch).await;
            return Vec::new();
        }
        let mut verdicts = Vec::with_capacity(batch.len());
        let wake = self.wake.clone();
        let end = match self.connection().await {
            Ok(mut link) => together(&mut link, &mut batch, &mut verdicts, &wake).await,
            Err(fault) => Together::Lost(fault),
        };
        match end {
            Together::Committed => {
                let rest = batch.split_off(verdicts.len());
                let (again, done): (Vec<_>, Vec<_>) =
                    batch.into_iter().zip(verdicts).partition(|(_, verdict)| *verdict == Verdict::Again);
                done.into_iter().for_each(|(command, _)| command.answer());
                self.write_each(again.into_iter().map(|(command, _)| command).collect()).await;
                rest
            }
            Together::Replay => {
                // Another run of what took too long would take as long, and everybody would wait for it again.
                let (late, batch): (Vec<_>, Vec<_>) = batch.into_iter().partition(|command| command.is_out_of_time());
                late.into_iter().for_each(Command::answer);
                self.write_each(batch).await;
                Vec::new()
            }
            Together::NotBegun(fault) => {
                batch.into_iter().for_each(|command| command.fail(fault.clone()));
                Vec::new()
            }
            Together::Lost(fault) => {
                self.after_loss(batch, fault).await;
                Vec::new()
            }
        }
    }

    /// The connection broke. Before the commit nothing is stored, so a new connection gets the whole batch, closure by
    /// closure; in the middle of the commit nobody knows, so nothing is run twice.
    async fn after_loss(&mut self, batch: Vec<Box<dyn Command>>, fault: Fault) {
        self.connection = None;
        let hopeless = match (fault, self.connection().await) {
            (Fault::Unclear(detail), _) => Some(Fault::Unclear(detail)),
            (_, Err(fault)) => Some(fault),
            (_, Ok(_)) => None,
        };
        match hopeless {
            Some(fault) => batch.into_iter().for_each(|command| command.fail(fault.clone())),
            None => self.write_each(batch).await,
        }
    }

    /// Each closure in a transaction of its own, in their order.
    async fn write_each(&mut self, commands: Vec<Box<dyn Command>>) {
        for mut command in commands {
            let mut done = self.write_one(command.as_mut()).await;
            if matches!(done, Err(Fault::Unreachable { .. })) {
                // The connection was gone before the commit: nothing is stored, and a new one may be had at once.
                done = self.write_one(command.as_mut()).await;
            }
            match done {
                Ok(()) => command.answer(),
                Err(fault) => command.fail(fault),
            }
        }
    }

    async fn write_one(&mut self, command: &mut dyn Command) -> Result<(), Fault> {
        let (chance, wake) = (self.chance.clone(), self.wake.clone());
        let done = alone(&mut self.connection().await?, command, &chance, &wake).await;
        if matches!(&done, Err(fault) if fault.breaks_connection()) {
            self.connection = None;
        }
        done
    }

    /// The open connection, or a new one after the last was lost.
    async fn connection(&mut self) -> Result<Link<'_>, Fault> {
        if self.connection.is_none() {
            self.connection = Some(self.address.connect().await?);
        }
        self.connection.as_mut().map(Connection::link).ok_or(Fault::Closed)
    }
}

/// Runs the closures one after another, a savepoint each, and commits them with one sync.
async fn together(
    link: &mut Link<'_>,
    batch: &mut [Box<dyn Command>],
    verdicts: &mut Vec<Verdict>,
    wake: &Wake,
) -> Together {
    if let Err(fault) = link.control(begin(link.engine())).await {
        return if fault.breaks_connection() { Together::Lost(fault) } else { Together::NotBegun(fault) };
    }
    let started = Instant::now();
    let mut told = Told::default();
    for command in batch.iter_mut() {
        if !verdicts.is_empty() && started.elapsed() > BATCH_TIME_MAX {
            break;
        }
        match inside_savepoint(link, command.as_mut(), &mut told).await {
            Ok(verdict) => verdicts.push(verdict),
            Err(fault) => return give_up(link, fault).await,
        }
    }
    match commit(link).await {
        Ok(()) => {
            wake.tell(&told);
            Together::Committed
        }
        Err(fault) if fault.breaks_connection() => Together::Lost(fault),
        Err(_) => Together::Replay,
    }
}

async fn inside_savepoint(link: &mut Link<'_>, command: &mut dyn Command, told: &mut Told) -> Result<Verdict, Fault> {
    link.control("SAVEPOINT one").await?;
    let mut tx = Tx::new(link.lend());
    let verdict = command.run(&mut tx).await;
    if verdict == Verdict::Keep {
        told.append(tx.take_told());
    } else {
        link.control("ROLLBACK TO SAVEPOINT one").await?;
    }
    link.control("RELEASE SAVEPOINT one").await?;
    Ok(verdict)
}

async fn give_up(link: &mut Link<'_>, fault: Fault) -> Together {
    if fault.breaks_connection() {
        return Together::Lost(fault);
    }
    match undo_all(link).await {
        Ok(()) => Together::Replay,
        Err(fault) => Together::Lost(fault),
    }
}

/// How long a closing store waits for its writer.
pub(crate) async fn finish(task: tokio::task::JoinHandle<()>, limit: Duration) -> Result<(), Fault> {
    match tokio::time::timeout(limit, task).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(Fault::Panicked(format!("the writer: {error}"))),
        Err(_) => Err(Fault::TimedOut { what: "finishing the queue", limit_ms: limit.as_millis() }),
    }
}
