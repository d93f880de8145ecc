//! A small room for the store's own tests: things with a number, and a counter that serialises their writers.

use kernel::{Caller, Chance, Cx, Moment, OrganizationId};
use store::{Catalogue, Fetch as _, Migration, NewJob, No, Sql, Store, Tx, binds};

pub const MIGRATIONS: &[Migration] = &[Migration::new(
    "20260101000000_demo_thing",
    "CREATE TABLE demo_thing (
        organization_id BYTEA NOT NULL,
        n BIGINT NOT NULL,
        seq BIGINT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (organization_id, n)
    );
    CREATE TABLE demo_counter (
        organization_id BYTEA NOT NULL,
        seq BIGINT NOT NULL,
        PRIMARY KEY (organization_id)
    );",
)];

pub const COUNT_UP: Sql = Sql::org(
    "demo.count_up",
    "INSERT INTO demo_counter (organization_id, seq) VALUES ($1, 1)
     ON CONFLICT (organization_id) DO UPDATE SET seq = demo_counter.seq + 1 RETURNING seq",
);
pub const ADD: Sql =
    Sql::org("demo.add", "INSERT INTO demo_thing (organization_id, n, seq, name) VALUES ($1, $2, $3, $4)");
pub const LIST: Sql =
    Sql::org("demo.list", "SELECT n, seq, name FROM demo_thing WHERE organization_id = $1 ORDER BY seq");
pub const FIND_SEQ: Sql = Sql::org("demo.find_seq", "SELECT seq FROM demo_counter WHERE organization_id = $1");
pub const SET_SEQ: Sql = Sql::org("demo.set_seq", "UPDATE demo_counter SET seq = $2 WHERE organization_id = $1");
pub const STATEMENTS: &[&Sql] = &[&COUNT_UP, &ADD, &LIST, &FIND_SEQ, &SET_SEQ];

pub fn catalogue() -> Catalogue {
    Catalogue::new().with(MIGRATIONS, STATEMENTS)
}

pub fn cx(seed: u8) -> Cx {
    Cx::new(Caller::System, Moment::from_seconds(1_800_000_000), Chance::from_seed([seed; 32]))
}

/// What one call of [`add`] does after its rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Stay,
    Refuse,
    Fail,
    Swallow,
    Panic,
    Sleep,
}

#[derive(Debug, Clone, Copy)]
pub struct Thing {
    pub organization_id: OrganizationId,
    pub n: i64,
    pub then: Then,
}

/// Adds a thing under the organization's counter, then does as told.
pub async fn add(tx: &mut Tx<'_>, cx: &Cx, thing: &Thing) -> Result<i64, No<&'static str>> {
    let id = thing.organization_id;
    let seq = tx.fetch_one(&COUNT_UP, binds![id]).await?.i64(0)?;
    tx.execute(&ADD, binds![id, thing.n, seq, "Ромашка"]).await?;
    tx.queue(NewJob::now(cx, id, "demo.look", Vec::new())).await?;
    match thing.then {
        Then::Stay => Ok(seq),
        Then::Refuse => Err(No::Refused("told to")),
        Then::Fail => {
            tx.execute(&ADD, binds![id, thing.n, seq, "again"]).await?;
            Ok(seq)
        }
        Then::Swallow => {
            // The fault is passed over, which must not help: the transaction ended with it.
            drop(tx.execute(&ADD, binds![id, thing.n, seq, "again"]).await);
            Ok(seq)
        }
        Then::Panic => kernel::bug!("told to"),
        Then::Sleep => {
            std::future::pending::<()>().await;
            Ok(seq)
        }
    }
}

pub fn thing(organization_id: OrganizationId, n: i64, then: Then) -> Thing {
    Thing { organization_id, n, then }
}

/// The things of an organization as (n, seq).
pub async fn list(store: &Store, organization_id: OrganizationId) -> Vec<(i64, i64)> {
    let rows = store.reader().await.unwrap().fetch_all(&LIST, binds![organization_id]).await.unwrap();
    rows.iter().map(|row| (row.i64(0).unwrap(), row.i64(1).unwrap())).collect()
}

pub fn organization(cx: &Cx) -> OrganizationId {
    cx.new_id()
}
