//! The simulator as a server: beside a program in a test, or alone.

use crate::desk::{Config, OpenFault, Regulator};
use crate::http;
use ::store::Fault;
use std::future::Future;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use web::Surface;

/// A started simulator; dropping it stops it at once, [`Handle::stop`] lets it finish.
#[derive(Debug)]
pub struct Handle {
    /// Where it answers.
    pub address: SocketAddr,
    /// The simulator itself.
    pub regulator: Regulator,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), Fault>>,
}

impl Handle {
    /// Where an operator finds it: `http://127.0.0.1:8090`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Finishes what is being answered and closes the store.
    pub async fn stop(self) -> Result<(), Fault> {
        // Nobody to tell: it ended already, and says below how.
        let _ = self.stop.send(());
        self.task.await.unwrap_or(Err(Fault::Closed))
    }
}

/// Opens the simulator and serves it on this listener until it is stopped.
#[expect(clippy::disallowed_methods, reason = "its owner is Handle, whose stop() awaits it")]
pub async fn start(config: Config, listener: TcpListener) -> Result<Handle, OpenFault> {
    let regulator = Regulator::open(config).await?;
    let address = listener.local_addr().map_err(|why| OpenFault::Address(why.to_string()))?;
    let (stop, stopped) = oneshot::channel();
    let until = async {
        // A dropped handle stops it too.
        let _ = stopped.await;
    };
    let task = tokio::spawn(serve(regulator.clone(), listener, until));
    Ok(Handle { address, regulator, stop, task })
}

/// Answers on the listener and makes the authorities' answers until `stop`; then finishes what runs and closes the store.
pub async fn serve(
    regulator: Regulator,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send,
) -> Result<(), Fault> {
    let running = regulator.runner().start();
    let surface = Surface { name: "regulator", listener, router: http::router(&regulator) };
    web::serve(vec![surface], &regulator.app.limits, stop).await;
    running.stop().await?;
    regulator.app.store.close().await
}
