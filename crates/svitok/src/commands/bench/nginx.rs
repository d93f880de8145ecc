//! nginx serving a file of the size of a title: what a web server that only reads does on this machine, beside the
//! figures of the same minute. Where it is not installed the bench says so and goes on.

use super::super::{Failure, runtime};
use super::figures::{Figures, per_second};
use super::machine::now;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// How long it is asked.
const TIME: Duration = Duration::from_secs(2);
/// Connections kept alive, each asking again as soon as it is answered.
const CONNECTIONS: usize = 24;
/// Octets of the file.
const FILE_OCTETS: usize = 21_000;
/// Later than this it did not start.
const START_TIME_MAX: Duration = Duration::from_secs(5);
/// How often it is tried whether it answers.
const TRY_EVERY: Duration = Duration::from_millis(20);
const REQUEST: &[u8] = b"GET /file HTTP/1.1\r\nHost: bench\r\n\r\n";

/// Measures it, where it is there.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    let address = free.map_err(|why| Failure::failed("a free port", why))?;
    let Some(server) = start(folder.path(), address)? else {
        eprintln!("nginx is not installed, its figure is left out (apt-get install nginx-light)");
        return Ok(());
    };
    eprintln!("nginx: a file of {FILE_OCTETS} bytes for {} s", TIME.as_secs());
    let rate = runtime()?.block_on(rate(address));
    server.stop()?;
    figures.set("machine.nginx_static_per_s", rate?);
    Ok(())
}

struct Server(Child);

impl Server {
    fn stop(mut self) -> Result<(), Failure> {
        let failed = |why| Failure::failed("nginx", why);
        self.0.kill().map_err(failed)?;
        self.0.wait().map(drop).map_err(failed)
    }
}

/// One process that serves the folder; nothing outside of it is read or written.
fn start(folder: &Path, address: SocketAddr) -> Result<Option<Server>, Failure> {
    let failed = |why| Failure::failed("nginx", why);
    let place = folder.display();
    let configuration = format!(
        "daemon off; master_process off; pid {place}/pid; error_log stderr crit;
         events {{ worker_connections 256; }}
         http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {place}/body;
           proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi;
           scgi_temp_path {place}/scgi; server {{ listen {address}; root {place}; }} }}"
    );
    std::fs::write(folder.join("file"), vec![b'x'; FILE_OCTETS]).map_err(failed)?;
    std::fs::write(folder.join("nginx.conf"), configuration).map_err(failed)?;
    let mut command = Command::new("nginx");
    command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf"));
    match command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() {
        Ok(child) => Ok(Some(Server(child))),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(failed(why)),
    }
}

async fn rate(address: SocketAddr) -> Result<f64, Failure> {
    let failed = |why| Failure::failed("asking nginx", why);
    let octets = answer_octets(&mut connected(address).await.map_err(failed)?).await.map_err(failed)?;
    let (begun, mut asking) = (now(), JoinSet::new());
    for _ in 0..CONNECTIONS {
        asking.spawn(ask(address, octets, begun));
    }
    let mut done = 0;
    while let Some(asked) = asking.join_next().await {
        done += asked.map_err(|why| Failure::failed("asking nginx", why))?.map_err(failed)?;
    }
    Ok(per_second(done, begun.elapsed()))
}

async fn connected(address: SocketAddr) -> std::io::Result<TcpStream> {
    let begun = now();
    loop {
        match TcpStream::connect(address).await {
            Err(_) if begun.elapsed() < START_TIME_MAX => tokio::time::sleep(TRY_EVERY).await,
            connected => return connected,
        }
    }
}

/// The first answer, read to the end of its file; later ones are as long.
async fn answer_octets(stream: &mut TcpStream) -> std::io::Result<usize> {
    stream.write_all(REQUEST).await?;
    let (mut answer, mut piece) = (Vec::new(), vec![0; 16 * 1024]);
    loop {
        let head = answer.windows(4).position(|four: &[u8]| four == b"\r\n\r\n");
        if let Some(head) = head
            && answer.len() == head + 4 + FILE_OCTETS
        {
            return Ok(answer.len());
        }
        match stream.read(&mut piece).await? {
            0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            read => answer.extend_from_slice(piece.get(..read).unwrap_or_default()),
        }
    }
}

async fn ask(address: SocketAddr, octets: usize, begun: Instant) -> std::io::Result<usize> {
    let mut stream = TcpStream::connect(address).await?;
    let (mut answer, mut done) = (vec![0; octets], 0);
    while begun.elapsed() < TIME {
        stream.write_all(REQUEST).await?;
        stream.read_exact(&mut answer).await?;
        done += 1;
    }
    Ok(done)
}
