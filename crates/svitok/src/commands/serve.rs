//! `svitok serve`: everything in one process, until SIGINT or SIGTERM.

use super::{Failure, runtime, tell_of_secret, write_file};
use crate::command_line::ServeArgs;
use crate::config::Door;
use crate::server::{DIADOC, Doors, EXTERN, Setup, assemble, listen};
use crate::words::Words;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

/// Serves.
pub fn run(args: ServeArgs) -> Result<ExitCode, Failure> {
    log_to_stderr();
    runtime()?.block_on(serve(args))
}

async fn serve(args: ServeArgs) -> Result<ExitCode, Failure> {
    let (listener, address) = listen(args.listen.listen).await?;
    let public_url = args.listen.public_url.unwrap_or_else(|| format!("http://{address}"));
    let extern_door = opened(args.listen.extern_surface).await?;
    let mut setup = Setup::new(args.place, &public_url);
    let of_extern = extern_door.as_ref().map(|(_, address)| format!("http://{address}"));
    if let Some(url) = args.listen.extern_url.or(of_extern) {
        setup.extern_url = url;
    }
    let program = assemble(setup).await?;
    let words = Words::open()?;
    tell_of_secret(&words, program.notice.as_ref());
    let (mut doors, mut ready) = (Doors::from(listener), format!("{address}\n"));
    let mut said = vec![words.say("svitok-serve-answers", &[("address", &format!("http://{address}"))])];
    for (surface, door) in [(DIADOC, opened(args.listen.diadoc).await?), (EXTERN, extern_door)] {
        let Some((listener, address)) = door.filter(|_| program.speaks(surface)) else { continue };
        doors = doors.and(surface, listener);
        ready.push_str(&format!("{surface} {address}\n"));
        said.push(words.say("svitok-serve-speaks", &[("surface", surface), ("address", &format!("http://{address}"))]));
    }
    if let Some(file) = &args.ready_file {
        write_file(file, ready.as_bytes())?;
    }
    eprintln!("{}", said.join("\n"));
    program.serve(doors, stopped()?).await?;
    Ok(ExitCode::SUCCESS)
}

/// The listener of a surface that is spoken.
async fn opened(door: Door) -> Result<Option<(TcpListener, SocketAddr)>, Failure> {
    match door {
        Door::Off => Ok(None),
        Door::At(address) => Ok(Some(listen(address).await?)),
    }
}

/// Until SIGINT or SIGTERM.
pub(super) fn stopped() -> Result<impl Future<Output = ()> + Send, Failure> {
    let failed = |why| Failure::failed("signals", why);
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Logs go to the standard error; `SVITOK_LOG` filters them (`info` by default), as `tracing` names its filters.
pub(super) fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SVITOK_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}
