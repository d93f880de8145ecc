//! `with-postgres COMMAND…`: starts a private PostgreSQL, runs the command with its address in
//! `SVITOK_TEST_POSTGRES`, stops it, and ends as the command ended.

use std::process::{Command, ExitCode};

use testkit::postgres::{ADDRESS_VARIABLE, Cluster};

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(program) = words.next() else {
        eprintln!("with-postgres COMMAND…");
        return ExitCode::from(2);
    };
    let cluster = Cluster::start();
    let status = Command::new(program).args(words).env(ADDRESS_VARIABLE, cluster.address()).status();
    drop(cluster);
    match status {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => {
            eprintln!("with-postgres: {error}");
            ExitCode::from(2)
        }
    }
}
