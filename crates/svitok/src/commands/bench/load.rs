//! The load of `svitok bench delivery`, in a process of its own: people settle over HTTP as anybody would; then as many
//! deliveries as go, deliveries at half that rate, whole docflows, and the floor of each.
//!
//! It says one line of JSON when its people are settled, waits for the number of the server's process, and says a
//! second line with the figures.

use super::super::{Failure, runtime};
use super::figures::{Figures, ms, ms_each, percentile};
use super::machine::now;
use super::parcels::{self, Pair, Parcel};
use super::{floor, flows, traffic};
use crate::client::Client;
use crate::clock::{MachineClock, machine_chance};
use crate::command_line::BenchLoadArgs;
use crate::story::StoryFault;
use kernel::{Chance, Clock};
use std::io::BufRead;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{JoinSet, LocalSet};

/// Deliveries before anything counts: connections, caches and statements get warm.
const WARMING: usize = 400;
/// Deliveries and docflows prepared at the most: each takes 60 KB of memory until it is posted.
const PARCELS_MAX: usize = 20_000;
/// Docflows prepared for a second.
const FLOWS_PER_SECOND_MAX: usize = 300;
/// People who settle at once.
const SETTLING: usize = 8;

/// Loads.
pub fn run(args: &BenchLoadArgs) -> Result<ExitCode, Failure> {
    let load = Load {
        client: Client::new(&args.base).map_err(|why| Failure::failed("the client", why))?,
        chance: machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?,
        boxes: args.boxes,
        time: Duration::from_secs(args.seconds),
    };
    let figures = runtime()?.block_on(load.run())?;
    println!("{}", figures.to_json());
    Ok(ExitCode::SUCCESS)
}

struct Load {
    client: Client,
    chance: Chance,
    boxes: usize,
    time: Duration,
}

impl Load {
    async fn run(&self) -> Result<Figures, Failure> {
        let mut settled = Figures::default();
        let pairs = LocalSet::new().run_until(self.settle(&mut settled)).await.map_err(traffic::failed)?;
        println!("{}", settled.to_json());
        let server_pid = told_pid()?;
        let mut figures = Figures::default();
        let rate = self.deliveries(&pairs, server_pid, &mut figures).await?;
        self.times(&pairs, rate, &mut figures).await?;
        self.docflows(&pairs, server_pid, &mut figures).await?;
        Ok(figures)
    }

    /// Pairs settle side by side.
    async fn settle(&self, figures: &mut Figures) -> Result<Vec<Arc<Pair>>, StoryFault> {
        let (begun, pairs) = (now(), self.boxes.div_ceil(2).max(1));
        eprintln!("settling {} boxes", pairs * 2);
        let mut people = Vec::new();
        for number in 0..parcels::accountants(self.boxes) {
            people.push(parcels::accountant(&self.client, number, &self.chance).await?);
        }
        let (mut settling, mut settled) = (JoinSet::new(), Vec::with_capacity(pairs));
        for n in 0..pairs {
            if settling.len() >= SETTLING {
                settled.extend(joined(settling.join_next().await)?);
            }
            let person = people.get(n % people.len()).cloned();
            let person = person.ok_or_else(|| StoryFault::Missing("people".to_owned()))?;
            let chance = self.chance.clone();
            settling.spawn_local(async move { parcels::settle(&person, n, &chance).await });
        }
        while !settling.is_empty() {
            settled.extend(joined(settling.join_next().await)?);
        }
        eprintln!("settled in {:.1} s", begun.elapsed().as_secs_f32());
        figures.set("delivery.boxes", (pairs * 2) as f64);
        Ok(settled)
    }

    fn parcels(&self, pairs: &[Arc<Pair>], many: usize) -> Result<Vec<Parcel>, Failure> {
        let many = many.min(PARCELS_MAX);
        eprintln!("signing {many} documents");
        parcels::make(pairs, many, &self.chance, MachineClock.now())
    }

    /// As many as go. Gives the rate.
    async fn deliveries(&self, pairs: &[Arc<Pair>], server_pid: u32, figures: &mut Figures) -> Result<f64, Failure> {
        let warm = traffic::closed(self.parcels(pairs, WARMING)?, self.time, server_pid).await?;
        let parcels = self.parcels(pairs, times(warm.rate(), self.time * 2))?;
        let octets = parcels.first().map_or(0, |parcel| parcel.title.len());
        eprintln!("delivering as many as go for {} s", self.time.as_secs());
        let closed = traffic::closed(parcels, self.time, server_pid).await?;
        let (cpu, sample) = (ms_each(closed.server, closed.done), self.parcels(pairs, 2)?);
        figures.set("delivery.title_bytes", octets as f64);
        figures.set("delivery.per_second", closed.rate());
        figures.set("delivery.cpu_ms", cpu);
        if let Some(parcel) = sample.first() {
            let floor = floor::measure(parcel)?;
            floor.tell(figures);
        }
        figures.set_ratio("delivery.floor_ratio", "delivery.cpu_ms", "delivery.floor_ms");
        Ok(closed.rate())
    }

    /// Times at half the rate.
    async fn times(&self, pairs: &[Arc<Pair>], rate: f64, figures: &mut Figures) -> Result<(), Failure> {
        let every = half(rate);
        let time = self.time * 2;
        let many = usize::try_from(time.as_micros() / every.as_micros().max(1)).unwrap_or(PARCELS_MAX);
        let parcels = self.parcels(pairs, many)?;
        eprintln!("delivering one every {} µs for {} s", every.as_micros(), time.as_secs());
        let mut open = traffic::open(parcels, every).await?;
        figures.set("delivery.p50_ms", ms(percentile(&mut open.delivered, 50)));
        figures.set("delivery.p99_ms", ms(percentile(&mut open.delivered, 99)));
        figures.set("delivery.answer_p50_ms", ms(percentile(&mut open.answered, 50)));
        figures.set("delivery.answer_p99_ms", ms(percentile(&mut open.answered, 99)));
        Ok(())
    }

    async fn docflows(&self, pairs: &[Arc<Pair>], server_pid: u32, figures: &mut Figures) -> Result<(), Failure> {
        let many = usize::try_from(self.time.as_secs()).unwrap_or(PARCELS_MAX).saturating_mul(FLOWS_PER_SECOND_MAX);
        let parcels = self.parcels(pairs, many)?;
        eprintln!("finishing docflows for {} s", self.time.as_secs());
        let closed = flows::closed(parcels, self.time, server_pid).await?;
        figures.set("docflow.finished_per_second", closed.rate());
        figures.set("docflow.cpu_ms", ms_each(closed.server, closed.done));
        figures.set_ratio("docflow.floor_ratio", "docflow.cpu_ms", "docflow.floor_ms");
        Ok(())
    }
}

type Joined = Option<Result<Result<Pair, StoryFault>, tokio::task::JoinError>>;

fn joined(ended: Joined) -> Result<Option<Arc<Pair>>, StoryFault> {
    match ended {
        None => Ok(None),
        Some(Ok(pair)) => Ok(Some(Arc::new(pair?))),
        Some(Err(why)) => Err(StoryFault::Missing(why.to_string())),
    }
}

fn told_pid() -> Result<u32, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|why| Failure::failed("the server's number", why))?;
    line.trim().parse().map_err(|why| Failure::failed("the server's number", why))
}

/// How many at a rate in a time.
#[expect(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a load's size")]
fn times(rate: f64, time: Duration) -> usize {
    (rate * time.as_secs_f64()) as usize
}

/// The distance between two at half the rate.
#[expect(clippy::float_arithmetic, reason = "a load's rate")]
fn half(rate: f64) -> Duration {
    Duration::from_secs_f64(2.0 / rate.max(1.0))
}
