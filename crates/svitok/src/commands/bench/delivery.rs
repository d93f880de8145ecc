//! `svitok bench delivery`: the program in one process, its load in another, over loopback HTTP. Read [`super::load`]
//! for what is asked of it.

use super::super::{Failure, runtime};
use super::figures::{Figures, ms};
use super::machine::{load_average, resident_kib};
use super::server::Place;
use crate::command_line::BenchArgs;
use serde_json::Value;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// How long each phase of the load takes when nothing else is asked.
const SECONDS_USUAL: u64 = 10;
/// From the start to the look at the memory: the first jobs have run.
const IDLE_TIME: Duration = Duration::from_secs(2);
/// The word in the names of figures over PostgreSQL.
const POSTGRES: &str = "pg";

/// Starts both, restarts the server once its boxes are there, and gathers the figures.
pub(super) fn measure(args: &BenchArgs, figures: &mut Figures) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let place = Place::new(folder.path(), args.database.as_deref())?;
    runtime()?.block_on(run(&place, args, figures))
}

async fn run(place: &Place, args: &BenchArgs, figures: &mut Figures) -> Result<(), Failure> {
    let load_average = load_average()?;
    let (server, _) = place.start().await?;
    let mut load = Load::start(place, args)?;
    let settled = load.hear().await?;
    eprintln!("settled; the server starts again");
    server.stop().await?;
    let (server, ready) = place.start().await?;
    tokio::time::sleep(IDLE_TIME).await;
    let idle_kib = resident_kib(server.pid)?;
    load.tell(&server.pid.to_string()).await?;
    let told = load.hear().await?;
    load.end().await?;
    server.stop().await?;
    let word = args.database.as_ref().map(|_| POSTGRES);
    let name = |name: &str| word.map_or_else(|| name.to_owned(), |word| name.replacen('.', &format!(".{word}."), 1));
    figures.set(&name("delivery.load_average"), load_average);
    figures.set(&name("start.ready_ms"), ms(ready));
    figures.set(&name("memory.idle_mb"), mb(idle_kib));
    figures.take(&settled, word);
    figures.take(&told, word);
    Ok(())
}

#[expect(clippy::float_arithmetic, reason = "a figure for people")]
fn mb(kib: u64) -> f64 {
    kib as f64 / 1024.0
}

/// The load generator at work.
struct Load {
    child: Child,
    asks: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Load {
    fn start(place: &Place, args: &BenchArgs) -> Result<Self, Failure> {
        let failed = |why: std::io::Error| Failure::failed("the load", why);
        let mut command = Command::new(std::env::current_exe().map_err(failed)?);
        command.env_clear().arg("bench-load").arg(format!("http://{}", place.address));
        command.arg("--boxes").arg(args.boxes.to_string());
        command.arg("--seconds").arg(args.seconds.unwrap_or(SECONDS_USUAL).to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().map_err(failed)?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(asks), Some(answers)) => Ok(Self { child, asks, answers: BufReader::new(answers).lines() }),
            _ => Err(Failure::Failed("the load has no pipes".to_owned())),
        }
    }

    async fn hear(&mut self) -> Result<Value, Failure> {
        let line = self.answers.next_line().await.map_err(|why| Failure::failed("the load", why))?;
        let line = line.ok_or_else(|| Failure::Failed("the load ended early".to_owned()))?;
        serde_json::from_str(&line).map_err(|why| Failure::failed("the load's word", why))
    }

    async fn tell(&mut self, word: &str) -> Result<(), Failure> {
        let line = format!("{word}\n");
        self.asks.write_all(line.as_bytes()).await.map_err(|why| Failure::failed("the load", why))
    }

    async fn end(mut self) -> Result<(), Failure> {
        self.child.wait().await.map(drop).map_err(|why| Failure::failed("the load", why))
    }
}
