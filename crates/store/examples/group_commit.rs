//! How many durable writes a second: one at a time, and 256 at a time sharing disk syncs.
//!
//! `cargo run -p store --release --example group_commit [URL]`; without a URL a SQLite file in a temporary folder. One
//! write is a 2-KB row with its primary key. The figure that holds on any machine is the ratio.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot run must stop")]

use std::time::Duration;

use futures::StreamExt as _;
use kernel::{Caller, Chance, Cx, Moment, OrganizationId, RequestId};
use store::{Catalogue, Migration, No, Sql, Store, StoreConfig, Tx, binds};
use tokio::time::Instant;

const MIGRATIONS: &[Migration] = &[Migration::new(
    "20260101000000_example_row",
    "CREATE TABLE example_row (organization_id BYTEA NOT NULL, id BYTEA NOT NULL, body BYTEA NOT NULL,
        PRIMARY KEY (organization_id, id))",
)];
const ADD: Sql = Sql::org("example.add", "INSERT INTO example_row (organization_id, id, body) VALUES ($1, $2, $3)");
const BODY_BYTES: usize = 2_048;
/// One figure takes this long.
const MEASURE: Duration = Duration::from_secs(3);

async fn add(tx: &mut Tx<'_>, cx: &Cx, id: &OrganizationId) -> Result<(), No<()>> {
    tx.execute(&ADD, binds![id, cx.new_id::<RequestId>(), vec![7; BODY_BYTES]]).await?;
    Ok(())
}

async fn writes_a_second(store: &Store, cx: &Cx, at_once: usize) -> u128 {
    let id: OrganizationId = cx.new_id();
    let started = Instant::now();
    let writes = futures::stream::repeat_with(|| store.append(cx, id, |tx, cx, id| Box::pin(add(tx, cx, id))));
    let writes = writes.buffer_unordered(at_once).take_while(|_| std::future::ready(started.elapsed() < MEASURE));
    let done = writes.map(Result::unwrap).count().await;
    u128::try_from(done).unwrap() * 1_000 / started.elapsed().as_millis()
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let file = format!("sqlite:{}/example.db", folder.path().display());
    let url = std::env::args().nth(1).unwrap_or(file);
    let config = StoreConfig::new(url, folder.path().join("blobs"));
    let store = Store::open(&config, &Catalogue::new().with(MIGRATIONS, &[&ADD])).await.unwrap();
    let mut seed = [0; 32];
    seed.iter_mut().zip(std::process::id().to_le_bytes()).for_each(|(to, from)| *to = from);
    let cx = Cx::new(Caller::System, Moment::from_seconds(1_800_000_000), Chance::from_seed(seed));
    let alone = writes_a_second(&store, &cx, 1).await;
    let grouped = writes_a_second(&store, &cx, 256).await;
    println!("{:?}: one at a time {alone}/s, 256 at once {grouped}/s: {}x", store.engine(), grouped / alone.max(1));
    store.close().await.unwrap();
}
