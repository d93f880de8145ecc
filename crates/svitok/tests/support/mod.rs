//! The program as a process of its own, as a host runs it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Longest start that is waited for: a loaded machine with a journal to roll forward.
const READY_TIME_MAX: Duration = Duration::from_secs(60);

/// The binary under test: the one of `SVITOK_BIN` (the release build), else that of this test build.
pub fn binary() -> PathBuf {
    std::env::var_os("SVITOK_BIN").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_svitok")), PathBuf::from)
}

/// A running `svitok serve` on a port of its own choice.
pub struct Served {
    child: Child,
    /// `http://127.0.0.1:port`.
    pub base: String,
}

impl Served {
    /// Starts it on the folder and waits until it answers.
    pub fn start(data: &Path, database: Option<&str>) -> Self {
        let ready = data.join("ready");
        let _ = std::fs::remove_file(&ready);
        let mut command = Command::new(binary());
        command.arg("serve").arg("--data").arg(data).args(["--listen", "127.0.0.1:0"]).arg("--ready-file").arg(&ready);
        command.env("SVITOK_LOG", "warn").stdin(Stdio::null()).stdout(Stdio::null());
        if let Some(url) = database {
            command.env("SVITOK_DATABASE", url);
        }
        let mut child = command.spawn().expect("starting svitok");
        let begun = Instant::now();
        loop {
            if let Ok(address) = std::fs::read_to_string(&ready)
                && address.ends_with('\n')
            {
                return Self { child, base: format!("http://{}", address.trim_end()) };
            }
            if let Some(status) = child.try_wait().expect("asking the process") {
                panic!("svitok ended at its start: {status}");
            }
            assert!(begun.elapsed() < READY_TIME_MAX, "svitok does not answer");
            std::thread::sleep(Duration::from_millis(5));
        }
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
