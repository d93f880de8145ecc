//! A private PostgreSQL: its own folder, a Unix socket, nobody else's data.
//!
//! `make test` starts one for all tests and names it in `SVITOK_TEST_POSTGRES`; a lone `cargo test` starts its own.
//! The server ends with the process that started it, however that ends: a shell beside the server waits for the end
//! of a pipe that the process holds.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The variable that names a running cluster.
pub const ADDRESS_VARIABLE: &str = "SVITOK_TEST_POSTGRES";

const INSTALL_LINE: &str = "PostgreSQL is not here; install it: apt-get install postgresql";
/// Starting takes about a second; a loaded machine gets a minute.
const START_TIME_MAX: Duration = Duration::from_secs(60);

/// Starts the server and, when its input ends, stops it and removes the folder.
const GUARD: &str = r#"
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses='' -c max_connections=200 -c shared_buffers=128MB \
    -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_wal_size=1GB >"$2/log" 2>&1 </dev/null &
server=$!
trap '' INT TERM HUP
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$2"
"#;

/// A running private cluster; it stops when dropped.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    guard: Child,
}

impl Cluster {
    /// Makes a cluster in a temporary folder and starts it; as user `postgres` when the caller is root, since the
    /// server refuses to run as root.
    ///
    /// # Panics
    /// Where PostgreSQL is absent or does not start: a test without its database must fail.
    #[must_use]
    pub fn start() -> Self {
        let programs = programs().expect(INSTALL_LINE);
        let mut folder = tempfile::Builder::new().prefix("svitok-pg-").tempdir().expect("a temporary folder");
        folder.disable_cleanup(true);
        let folder = folder.path().to_path_buf();
        if is_root() {
            run(Command::new("chown").arg("postgres:").arg(&folder));
        }
        let data = folder.join("data");
        run(as_server_user(&programs.join("initdb"))
            .args(["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--username=postgres", "-D"])
            .arg(data)
            .current_dir("/"));
        let guard = as_server_user(Path::new("/bin/sh"))
            .args(["-c", GUARD, "guard"])
            .arg(&programs)
            .arg(&folder)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starting PostgreSQL");
        let cluster = Self { folder, guard };
        cluster.wait_until_ready(&programs);
        cluster
    }

    /// The address of its own database `postgres`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("postgres:///postgres?host={}&user=postgres", self.folder.display())
    }

    #[expect(clippy::disallowed_methods, reason = "a process is waited for, outside any runtime; no event tells")]
    fn wait_until_ready(&self, programs: &Path) {
        let started = Instant::now();
        loop {
            let ready = Command::new(programs.join("pg_isready"))
                .args(["--quiet", "--username=postgres", "--host"])
                .arg(&self.folder)
                .status()
                .expect("asking PostgreSQL");
            if ready.success() {
                return;
            }
            let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
            assert!(started.elapsed() < START_TIME_MAX, "PostgreSQL does not start:\n{log}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        if let Err(error) = self.guard.wait() {
            // The process is ending anyway; the guard finishes without us.
            let _ = writeln!(std::io::stderr(), "waiting for PostgreSQL to stop: {error}");
        }
    }
}

/// The cluster of this process, started when first asked for. Never dropped: its guard outlives the process just
/// long enough to stop the server.
static OWN: Mutex<Option<Cluster>> = Mutex::new(None);

/// The address of a cluster's database `postgres`: the one of `make test`, or this process's own.
#[must_use]
pub fn address() -> String {
    if let Ok(address) = std::env::var(ADDRESS_VARIABLE)
        && !address.is_empty()
    {
        return address;
    }
    let mut own = OWN.lock().unwrap_or_else(PoisonError::into_inner);
    own.get_or_insert_with(Cluster::start).address()
}

/// The same address with another database's name.
#[must_use]
pub fn address_of(database: &str) -> String {
    let address = address();
    let (start, parameters) = address.split_once('?').unwrap_or((&address, ""));
    let server = start.rsplit_once('/').map_or(start, |(server, _)| server);
    format!("{server}/{database}?{parameters}")
}

/// The folder of the server's programs: the newest version Debian installed, or the one on the path.
fn programs() -> Option<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<(u32, PathBuf)> = installed
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| folder.join("initdb").exists())
        .collect();
    versions.sort();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists());
    versions.pop().map(|(_, folder)| folder).or_else(on_path)
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

fn as_server_user(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
