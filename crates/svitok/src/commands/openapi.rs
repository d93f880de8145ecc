//! `svitok openapi`: the description of the own API, as `docs/api/v1.json` keeps it.

use super::{Failure, runtime};
use crate::config::Place;
use crate::pages::description;
use crate::server::{Setup, assemble};
use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

/// Prints the description; a store in a folder of its own is made for it and thrown away.
pub fn run() -> Result<ExitCode, Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    runtime()?.block_on(async {
        let program = assemble(Setup::new(Place::in_folder(folder.path()), "http://127.0.0.1:8080")).await?;
        let printed = std::io::stdout().write_all(description(&program.openapi).as_bytes());
        program.app.store.close().await.map_err(|why| Failure::failed("the store", why))?;
        match printed {
            // Who reads only the beginning has what was wanted.
            Err(why) if why.kind() != ErrorKind::BrokenPipe => Err(Failure::failed("printing", why)),
            _ => Ok(ExitCode::SUCCESS),
        }
    })
}
