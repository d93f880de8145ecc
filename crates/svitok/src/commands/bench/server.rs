//! `svitok serve` in a process of its own, on a folder that is thrown away.

use super::super::Failure;
use super::machine::now;
use rustix::process::{Pid, Signal, kill_process};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

/// How often the ready file is looked for: a thousandth of the largest time it may take.
const LOOK_EVERY: Duration = Duration::from_micros(500);
/// Later than this it does not start at all.
const START_TIME_MAX: Duration = Duration::from_secs(60);
/// Requests a second of one address and of one caller: the bench is one of both, and the limits are not measured here.
const RATE: &str = "1000000";

/// Where it works and answers.
pub(super) struct Place {
    /// Its folder.
    pub(super) folder: PathBuf,
    /// Its address, the same after a restart.
    pub(super) address: SocketAddr,
    /// Another database.
    pub(super) database: Option<String>,
}

impl Place {
    /// A free port on loopback.
    pub(super) fn new(folder: &Path, database: Option<&str>) -> Result<Self, Failure> {
        let free = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let address = free.map_err(|why| Failure::failed("a free port", why))?;
        Ok(Self { folder: folder.to_owned(), address, database: database.map(str::to_owned) })
    }

    /// Starts it and waits until it answers. Gives also how long that took.
    pub(super) async fn start(&self) -> Result<(Server, Duration), Failure> {
        let failed = |why: std::io::Error| Failure::failed("svitok serve", why);
        let ready = self.folder.join("ready");
        if ready.exists() {
            std::fs::remove_file(&ready).map_err(failed)?;
        }
        let mut command = Command::new(std::env::current_exe().map_err(failed)?);
        command.env_clear().env("SVITOK_LOG", "warn").arg("serve");
        command.arg("--data").arg(self.folder.join("data")).arg("--listen").arg(self.address.to_string());
        command.args(["--diadoc", "off", "--extern", "off"]);
        command.arg("--ready-file").arg(&ready).args(["--address-rate", RATE, "--caller-rate", RATE]);
        if let Some(database) = &self.database {
            command.env("SVITOK_DATABASE", database);
        }
        let log = std::fs::File::create(self.folder.join("log")).map_err(failed)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).kill_on_drop(true);
        let begun = now();
        let mut child = command.spawn().map_err(failed)?;
        let pid = child.id().ok_or_else(|| Failure::Failed("svitok serve ended at once".to_owned()))?;
        while !ready.exists() {
            let ended = child.try_wait().map_err(failed)?;
            if ended.is_some() || begun.elapsed() > START_TIME_MAX {
                let log = std::fs::read_to_string(self.folder.join("log")).map_err(failed)?;
                return Err(Failure::failed("svitok serve did not start", log));
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        let stream = tokio::net::TcpStream::connect(self.address).await.map_err(failed)?;
        drop(stream);
        Ok((Server { child, pid }, begun.elapsed()))
    }
}

/// It at work; killed when dropped.
pub(super) struct Server {
    child: Child,
    /// Its number.
    pub(super) pid: u32,
}

impl Server {
    /// Asks it to stop and waits.
    pub(super) async fn stop(mut self) -> Result<(), Failure> {
        let failed = |why: std::io::Error| Failure::failed("svitok serve did not stop", why);
        let pid = i32::try_from(self.pid).ok().and_then(Pid::from_raw);
        let pid = pid.ok_or_else(|| Failure::Failed("svitok serve has no number".to_owned()))?;
        kill_process(pid, Signal::TERM).map_err(|why| failed(why.into()))?;
        self.child.wait().await.map(drop).map_err(failed)
    }
}
