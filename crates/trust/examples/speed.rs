//! How many verdicts a second one core gives: `cargo run --release -p trust --example speed`.
//! The same signer's documents (issuer's signature remembered) against a new program for every document.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a measurement reads the clock and stops when it cannot"
)]

#[path = "../tests/stories/cast.rs"]
#[expect(dead_code, reason = "shared with the stories")]
mod cast;

use std::time::Instant;
use store::{Catalogue, Engine, No};
use testkit::Database;
use trust::{Refusal, Trust};

/// Verdicts of one measurement.
const VERDICTS: u32 = 2_000;

fn main() {
    let catalogue = Catalogue::new().with(trust::MIGRATIONS, trust::STATEMENTS);
    testkit::stories::run(Engine::Sqlite, &catalogue, measure);
}

async fn measure(db: Database) {
    let store = db.open().await;
    let cast = cast::Cast::unqualified();
    let cx = kernel::Cx::new(kernel::Caller::System, cast::now(), kernel::Chance::from_seed([1; 32]));
    let imported = trust::prepare_authorities(cast.authorities_pem().as_bytes()).unwrap();
    store.write(&cx, imported, |tx, cx, new| Box::pin(trust::import_authorities(tx, cx, new))).await.unwrap();
    let trust = Trust::open(&store).await.unwrap();
    for issuer in [&cast.root, &cast.issuing] {
        let list = cast::list(issuer, 1, cast::now(), Vec::new());
        let list = trust::prepare_list(&trust.snapshot(), list.to_der(), cast::now()).unwrap();
        let done: Result<(), No<Refusal>> =
            store.write(&cx, list, |tx, cx, new| Box::pin(trust::import_list(tx, cx, new))).await;
        done.unwrap();
    }
    trust.refresh(&store).await.unwrap();
    let content = vec![7; 4_096];
    let signature = cast.sign(&content);
    let started = Instant::now();
    for _ in 0..VERDICTS {
        assert!(trust.verdict(&content, &signature, cast::now()).is_proven());
    }
    let remembered = started.elapsed();
    let mut fresh = std::time::Duration::ZERO;
    for _ in 0..VERDICTS / 10 {
        let version = trust.snapshot().version().unwrap();
        let first = Trust::default().as_of(&store, version).await.unwrap().unwrap();
        let started = Instant::now();
        assert!(first.verdict(&content, &signature, cast::now()).is_proven());
        fresh += started.elapsed();
    }
    println!("4 KiB content, chain of two, two lists");
    println!("issuer remembered: {} µs a verdict", (remembered / VERDICTS).as_micros());
    println!("nothing remembered: {} µs a verdict", (fresh / (VERDICTS / 10)).as_micros());
}
