//! Checks over all statements and migrations, run by a test of the program that merges the rooms.

mod schema;
mod statement;
mod tokens;

use std::collections::BTreeSet;

use crate::link::Link;
use crate::sql::Scope;
use crate::{Catalogue, Fault, Store, postgres};

/// What is wrong with the statements and migrations of a catalogue; empty when all is well.
///
/// Statements: the portable subset of both engines, every column listed, no boolean among the result columns, tables
/// of the own room only, `organization_id` named wherever organizations' data is touched and never changed, `$1 … $n`
/// each used, names unique. Migrations: BIGINT, TEXT and BYTEA columns, tables of the own room, a primary key, and
/// keys that begin with `organization_id` for every table that an organization statement touches.
pub fn lint_statements(catalogue: &Catalogue) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    let mut names = BTreeSet::new();
    let mut of_organizations = BTreeSet::new();
    let mut others = BTreeSet::new();
    for sql in catalogue.statements() {
        found.extend(statement::troubles(sql));
        if !names.insert(sql.name) {
            found.push(format!("{}: two statements of this name", sql.name));
        }
        let tokens = tokens::tokens(sql.text);
        let tables = statement::tables(&tokens).into_iter().map(str::to_owned);
        if sql.scope == Scope::Org { of_organizations.extend(tables) } else { others.extend(tables) }
    }
    for migration in catalogue.migrations()?.values() {
        found.extend(schema::troubles(migration, &of_organizations));
    }
    Ok(found)
}

/// Prepares every statement on the store's engine; gives a line for each that does not prepare or whose result
/// columns the store cannot read.
pub async fn prepare_all(store: &Store, catalogue: &Catalogue) -> Result<Vec<String>, Fault> {
    let mut reader = store.reader().await?;
    let mut found = Vec::new();
    for sql in catalogue.statements() {
        let troubles = match reader.0.link()? {
            Link::Sqlite(connection) => connection.unreadable(sql),
            Link::Postgres(connection) => postgres::unreadable(connection, sql).await,
        };
        found.extend(troubles.into_iter().map(|trouble| format!("{}: {trouble}", sql.name)));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Migration, Sql};

    fn troubles_of(sql: Sql) -> Vec<String> {
        statement::troubles(&sql)
    }

    #[test]
    fn good_statements_pass() {
        for text in [
            "SELECT id, name FROM demo_thing WHERE organization_id = $1 AND name IS NOT DISTINCT FROM $2",
            "SELECT COUNT(*), CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM demo_thing WHERE organization_id = $1",
            "SELECT CASE WHEN n = 1 AND m <> 2 THEN 1 ELSE 0 END FROM demo_thing WHERE organization_id = $1",
            "INSERT INTO demo_thing (organization_id, id) VALUES ($1, $2)
             ON CONFLICT (organization_id, id) DO UPDATE SET n = demo_thing.n + 1 RETURNING n",
            "UPDATE demo_thing SET n = 1, name = 'LIKE; \"now()\"' WHERE organization_id = $1 AND NOT n = 2",
            "DELETE FROM demo_thing WHERE (organization_id, id) IN
                (SELECT organization_id, id FROM demo_thing WHERE organization_id = $1 LIMIT $2) -- LIKE",
            "WITH RECURSIVE tree AS (SELECT id FROM demo_thing WHERE organization_id = $1)
             SELECT tree.id, MAX(tree.id) FROM tree JOIN demo_other ON demo_other.id = tree.id",
            "SELECT id FROM demo_thing WHERE organization_id = $1 AND (at, id) > ($2, $3) ORDER BY at NULLS LAST LIMIT $4",
        ] {
            assert_eq!(troubles_of(Sql::org("demo.good", text)), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_not_portable_is_named() {
        for (text, trouble) in [
            ("SELECT * FROM demo_a WHERE organization_id = $1", "every column"),
            ("SELECT a.id, a.* FROM demo_a AS a WHERE organization_id = $1", "every column"),
            ("DELETE FROM demo_a WHERE organization_id = $1 RETURNING *", "every column"),
            ("SELECT n > 1 FROM demo_a WHERE organization_id = $1", "boolean among"),
            ("SELECT id, name IS NULL FROM demo_a WHERE organization_id = $1", "boolean among"),
            ("SELECT EXISTS (SELECT 1 FROM demo_a WHERE organization_id = $1) FROM demo_a", "boolean among"),
            ("SELECT SUM(n) FROM demo_a WHERE organization_id = $1", "sum is CAST"),
            ("SELECT CAST(n AS NUMERIC) FROM demo_a WHERE organization_id = $1", "CAST gives"),
            ("SELECT AVG(n) FROM demo_a WHERE organization_id = $1", "«avg»"),
            ("SELECT id FROM demo_a WHERE organization_id = $1 AND name LIKE $2", "«like»"),
            ("SELECT lower(name) FROM demo_a WHERE organization_id = $1", "«lower»"),
            ("SELECT id FROM demo_a WHERE organization_id = $1 AND at < now()", "«now»"),
            ("SELECT id FROM demo_a WHERE organization_id = $1 AND is_new = TRUE", "«true»"),
            ("SELECT id FROM demo_a WHERE organization_id = $1 FOR UPDATE SKIP LOCKED", "FOR UPDATE"),
            ("SELECT id FROM demo_a WHERE organization_id = $1 AND id = ANY($2)", "«any»"),
            ("SELECT n::text FROM demo_a WHERE organization_id = $1", "«::»"),
            ("SELECT body->>'a' FROM demo_a WHERE organization_id = $1", "«->>»"),
            ("SELECT id FROM demo_a WHERE organization_id = ?", "«?»"),
            ("SELECT \"id\" FROM demo_a WHERE organization_id = $1", "quoted name"),
            ("SELECT MAX(n, 1) FROM demo_a WHERE organization_id = $1", "of several values"),
            ("SELECT n * 1.5 FROM demo_a WHERE organization_id = $1", "not a whole number"),
            ("SELECT id FROM demo_a WHERE organization_id = $1 AND n = $3", "each must be used"),
            ("SELECT id FROM demo_a WHERE organization_id = $1; DELETE FROM demo_a", "«;»"),
            ("INSERT OR IGNORE INTO demo_a (organization_id) VALUES ($1)", "ON CONFLICT"),
            ("INSERT INTO demo_a VALUES ($1)", "lists its columns"),
            (
                "WITH gone AS (DELETE FROM demo_a WHERE organization_id = $1 RETURNING id) SELECT id FROM gone",
                "inside another",
            ),
            ("SELECT id FROM account_user WHERE organization_id = $1", "not a table of demo"),
            (
                "UPDATE demo_a SET n = 1 WHERE organization_id = $1 AND id IN (SELECT id FROM other_b)",
                "not a table of demo",
            ),
            ("SELECT id FROM demo_a WHERE id = $1", "names no organization_id"),
            ("SELECT organization_id FROM demo_a WHERE id = $1", "names no organization_id"),
            ("INSERT INTO demo_a (id) VALUES ($1)", "names no organization_id"),
            ("UPDATE demo_a SET n = 1, organization_id = $2 WHERE organization_id = $1", "never changed"),
        ] {
            let found = troubles_of(Sql::org("demo.bad", text));
            assert!(found.iter().any(|line| line.contains(trouble)), "{text}: {found:?}");
        }
        assert!(!troubles_of(Sql::org("nameless", "SELECT id FROM demo_a WHERE organization_id = $1")).is_empty());
        assert!(troubles_of(Sql::directory("demo.d", "SELECT id FROM demo_a WHERE login = $1")).is_empty());
    }

    #[test]
    fn migrations_keep_the_subset_and_the_key() {
        static TOUCH: &[&Sql] = &[&Sql::org("demo.touch", "DELETE FROM demo_a WHERE organization_id = $1")];
        let lint = |text| {
            lint_statements(&Catalogue::new().with(&[Migration::new("20990101000000_demo_a", text)], TOUCH)).unwrap()
        };
        let good = "-- A table; of things.\nCREATE TABLE demo_a (organization_id BYTEA NOT NULL, id BYTEA NOT NULL,
            serial TEXT, is_new BIGINT NOT NULL CHECK (is_new IN (0, 1)), UNIQUE (organization_id, is_new),
            PRIMARY KEY (organization_id, id), FOREIGN KEY (organization_id, id) REFERENCES demo_b (organization_id, id));
            CREATE UNIQUE INDEX demo_a_new ON demo_a (organization_id, id) WHERE is_new = 1;
            CREATE TABLE demo_by_login (login TEXT NOT NULL PRIMARY KEY, id BYTEA NOT NULL);";
        assert_eq!(lint(good), Vec::<String>::new());
        for (text, trouble) in [
            ("CREATE TABLE demo_a (organization_id BYTEA, at TIMESTAMP, PRIMARY KEY (organization_id))", "«timestamp»"),
            (
                "CREATE TABLE demo_a (organization_id BYTEA, n INTEGER, PRIMARY KEY (organization_id))",
                "BIGINT, TEXT or BYTEA",
            ),
            ("CREATE TABLE demo_a (id BYTEA PRIMARY KEY, organization_id BYTEA)", "begins with organization_id"),
            ("CREATE TABLE demo_a (organization_id BYTEA, id BYTEA, PRIMARY KEY (id, organization_id))", "begins with"),
            (
                "CREATE TABLE demo_a (organization_id BYTEA, id BYTEA UNIQUE, PRIMARY KEY (organization_id))",
                "begins with",
            ),
            ("CREATE TABLE demo_a (organization_id BYTEA)", "has a PRIMARY KEY"),
            ("CREATE UNIQUE INDEX x ON demo_a (id)", "unique index begins"),
            ("CREATE TABLE demo_c (id BIGSERIAL PRIMARY KEY)", "BIGINT, TEXT or BYTEA"),
            ("CREATE TABLE account_a (id BYTEA PRIMARY KEY)", "not a table of demo"),
            ("CREATE TABLE demo_c (id BYTEA PRIMARY KEY REFERENCES account_a (id))", "not a table of demo"),
            ("CREATE TABLE demo_c (id BYTEA PRIMARY KEY) WITHOUT ROWID", "«without»"),
            ("ALTER TABLE demo_a ADD CONSTRAINT x CHECK (n > 1)", "rebuild the table"),
            ("ALTER TABLE demo_a ALTER COLUMN n TYPE TEXT", "rebuild the table"),
        ] {
            let found = lint(text);
            assert!(found.iter().any(|line| line.contains(trouble)), "{text}: {found:?}");
        }
    }

    #[test]
    fn the_stores_own_pass() {
        assert_eq!(lint_statements(&Catalogue::new()).unwrap(), Vec::<String>::new());
    }
}
