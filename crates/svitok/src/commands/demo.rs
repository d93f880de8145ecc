//! `svitok demo`: one document's story over HTTP, on free ports, in a fresh store; its proof is left as files.

mod adopt;
mod proof;
mod told;

use super::{Failure, read_file, runtime, write_file};
use crate::client::Client;
use crate::command_line::DemoArgs;
use crate::config::Place;
use crate::server::{Program, Setup, assemble, listen};
use crate::words::Words;
use std::path::Path;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// Tells the story and prints the report. Exit code 1 unless every signature was proven whole.
pub fn run(args: &DemoArgs) -> Result<ExitCode, Failure> {
    let title = args.title.as_deref().map(read_file).transpose()?;
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let report = runtime()?.block_on(tell(folder.path(), &args.out, title))?;
    print!("{}", report.to_text(&Words::open()?));
    Ok(if report.is_valid() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn tell(data: &Path, out: &Path, title: Option<Vec<u8>>) -> Result<proof::Report, Failure> {
    let (listener, address) = listen(([127, 0, 0, 1], 0).into()).await?;
    let base = format!("http://{address}");
    let program = assemble(Setup::new(Place::in_folder(data), &base)).await?;
    let hall = told::Hall { app: program.app.clone(), client: Client::new(&base).map_err(client_failed)? };
    let (stop, serving) = serve_beside(program, listener);
    let told = told::tell(&hall, title).await.map_err(|why| Failure::failed("the story", why));
    let report = match told {
        Ok(told) => proof::leave(out, &told, &hall).await,
        Err(failure) => Err(failure),
    };
    if stop.send(()).is_err() {
        return Err(Failure::Failed("the server stopped before the story ended".to_owned()));
    }
    serving.await.map_err(|why| Failure::failed("the server", why))??;
    report
}

fn client_failed(why: crate::client::ClientFault) -> Failure {
    Failure::failed("the client", why)
}

/// Serves in the background until told to stop.
pub(super) fn serve_beside(
    program: Program,
    listener: TcpListener,
) -> (oneshot::Sender<()>, tokio::task::JoinHandle<Result<(), Failure>>) {
    let (stop, stopped) = oneshot::channel::<()>();
    #[expect(clippy::disallowed_methods, reason = "its caller awaits the handle after asking it to stop")]
    let serving = tokio::spawn(program.serve(listener, async move {
        // A dropped sender means stop as well.
        let _ = stopped.await;
    }));
    (stop, serving)
}

/// Writes one file of the proof.
pub(super) fn put(folder: &Path, name: &str, octets: &[u8]) -> Result<(), Failure> {
    write_file(&folder.join(name), octets)
}
