//! The program as a process of its own, as a host runs it.
#![expect(dead_code, reason = "each file of tests uses its part")]

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longest start that is waited for: a loaded machine with a journal to roll forward.
const READY_TIME_MAX: Duration = Duration::from_secs(60);
/// How often a starting program is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// The binary under test: the one of `SVITOK_BIN` (the release build), else that of this test build.
pub fn binary() -> PathBuf {
    std::env::var_os("SVITOK_BIN").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_svitok")), PathBuf::from)
}

/// What the program said, of all its runs on the folder.
pub fn log_path(data: &Path) -> PathBuf {
    data.join("said.log")
}

/// `svitok serve` on the folder, not yet started: on a port of its own choice, told to its ready file.
pub fn serve(data: &Path, database: Option<&str>) -> Command {
    let mut command = of(data, "serve");
    command.args(["--listen", "127.0.0.1:0", "--diadoc", "off", "--extern", "off"]);
    // One address and one caller stand for many here.
    command.env("SVITOK_ADDRESS_RATE", "100000").env("SVITOK_CALLER_RATE", "100000");
    if let Some(url) = database {
        command.env("SVITOK_DATABASE", url);
    }
    command
}

/// `svitok regulator` on the folder, not yet started: in the same way.
pub fn regulator(data: &Path, database: Option<&str>) -> Command {
    let mut command = of(data, "regulator");
    command.args(["--listen", "127.0.0.1:0"]);
    if let Some(url) = database {
        command.env("SVITOK_REGULATOR_DATABASE", url);
    }
    command
}

/// A command that serves from the folder, says what it has to say into its log and tells its address.
fn of(data: &Path, command: &str) -> Command {
    let said = OpenOptions::new().create(true).append(true).open(log_path(data)).expect("opening the log");
    let mut made = Command::new(binary());
    made.arg(command).arg("--data").arg(data).arg("--ready-file").arg(ready_file(data));
    made.env("SVITOK_LOG", "warn").stdin(Stdio::null()).stdout(Stdio::null()).stderr(said);
    made
}

fn ready_file(data: &Path) -> PathBuf {
    data.join("ready")
}

/// A running `svitok serve`.
pub struct Served {
    child: Child,
    /// `http://127.0.0.1:port`.
    pub base: String,
}

impl Served {
    /// Starts it on the folder and waits until it answers.
    pub fn start(data: &Path, database: Option<&str>) -> Self {
        Self::start_as(serve(data, database), data)
    }

    /// Starts it by the command made with [`serve`] on the folder and waits until it answers.
    pub fn start_as(mut command: Command, data: &Path) -> Self {
        let ready = ready_file(data);
        let _ = std::fs::remove_file(&ready);
        let mut child = command.spawn().expect("starting svitok");
        let begun = now();
        loop {
            if let Ok(address) = std::fs::read_to_string(&ready)
                && address.ends_with('\n')
            {
                return Self { child, base: format!("http://{}", address.lines().next().unwrap_or_default()) };
            }
            if let Some(status) = child.try_wait().expect("asking the process") {
                let said = std::fs::read_to_string(log_path(data)).unwrap_or_default();
                panic!("svitok ended at its start: {status}\n{said}");
            }
            assert!(begun.elapsed() < READY_TIME_MAX, "svitok does not answer");
            sleep(LOOK_EVERY);
        }
    }

    /// Its number.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// SIGTERM: it finishes what runs, and ends well.
    pub fn stop(mut self) {
        let pid = i32::try_from(self.child.id()).ok().and_then(rustix::process::Pid::from_raw).expect("its number");
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).expect("stopping svitok");
        let status = self.child.wait().expect("waiting for svitok");
        assert!(status.success(), "svitok ended with {status}");
    }

    /// kill -9: no handler runs, nothing is finished.
    pub fn kill(mut self) {
        self.child.kill().expect("killing svitok");
        self.child.wait().expect("waiting for svitok");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The machine's time, for measuring.
#[expect(clippy::disallowed_methods, reason = "a measurement, not business time")]
pub fn now() -> Instant {
    Instant::now()
}

/// Outside any runtime: another process is waited for, and no event tells of it.
#[expect(clippy::disallowed_methods, reason = "another process is waited for, and no event tells of it")]
pub fn sleep(time: Duration) {
    std::thread::sleep(time);
}
