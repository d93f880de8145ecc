//! Migrations and statements of all rooms, merged.

use std::collections::BTreeMap;

use crate::{Fault, Sql, jobs, migrate};

/// One step of the schema: the file `migrations/<14 digits>_<room>_<what>.sql`, the same text for both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// The file's name without `.sql`.
    pub name: &'static str,
    /// The file's text.
    pub text: &'static str,
}

impl Migration {
    /// A migration from its file: `Migration::new("20261201120000_exchange_docflow", include_str!("…"))`.
    #[must_use]
    pub const fn new(name: &'static str, text: &'static str) -> Self {
        Self { name, text }
    }

    /// The 14 digits it begins with, unique across all rooms.
    pub fn version(&self) -> Result<i64, Fault> {
        let digits = self.name.split('_').next().unwrap_or_default();
        let version =
            digits.parse::<i64>().ok().filter(|_| digits.len() == 14 && digits.bytes().all(|b| b.is_ascii_digit()));
        version.ok_or_else(|| Fault::Migration(format!("{}: a name begins with 14 digits and _", self.name)))
    }

    /// The room it belongs to: the word after the digits.
    #[must_use]
    pub fn room(&self) -> &'static str {
        self.name.split('_').nth(1).unwrap_or_default()
    }

    /// BLAKE3 of the text, as hexadecimal digits.
    #[must_use]
    pub fn checksum(&self) -> String {
        blake3::hash(self.text.as_bytes()).to_hex().to_string()
    }
}

/// A migration by its file in the calling crate's `migrations` folder: `migration!("20261201120000_exchange_docflow")`.
#[macro_export]
macro_rules! migration {
    ($name:literal) => {
        $crate::Migration::new($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/", $name, ".sql")))
    };
}

/// What all rooms bring: `Catalogue::new().with(exchange::MIGRATIONS, exchange::STATEMENTS)`.
#[derive(Debug, Clone)]
pub struct Catalogue {
    migrations: Vec<Migration>,
    statements: Vec<&'static Sql>,
}

impl Default for Catalogue {
    fn default() -> Self {
        Self::new()
    }
}

impl Catalogue {
    /// The store's own tables and statements.
    #[must_use]
    pub fn new() -> Self {
        Self { migrations: Vec::new(), statements: Vec::new() }
            .with(crate::MIGRATIONS, jobs::STATEMENTS)
            .with(&[], migrate::STATEMENTS)
    }

    /// The same with a room's migrations and statements.
    #[must_use]
    pub fn with(mut self, migrations: &[Migration], statements: &'static [&'static Sql]) -> Self {
        self.migrations.extend_from_slice(migrations);
        self.statements.extend_from_slice(statements);
        self
    }

    /// Every statement.
    #[must_use]
    pub fn statements(&self) -> &[&'static Sql] {
        &self.statements
    }

    /// Every migration in the order of its version; refuses a bad name and a version used twice.
    pub fn migrations(&self) -> Result<BTreeMap<i64, Migration>, Fault> {
        let mut ordered = BTreeMap::new();
        for migration in &self.migrations {
            if let Some(other) = ordered.insert(migration.version()?, *migration) {
                return Err(Fault::Migration(format!("{} and {} share a version", other.name, migration.name)));
            }
        }
        Ok(ordered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_fourteen_digits_and_unique() {
        for bad in ["", "x", "2026_a_b", "2026120112000x_a_b", "202612011200000_a_b", "+0261201120000_a_b"] {
            assert!(Migration::new(bad, "").version().is_err(), "{bad}");
        }
        let one = Migration::new("20261201120000_exchange_box", "");
        assert_eq!((one.version(), one.room()), (Ok(20_261_201_120_000), "exchange"));
        let twice = Catalogue::new().with(&[one, Migration::new("20261201120000_account_user", "")], &[]);
        assert!(matches!(twice.migrations(), Err(Fault::Migration(text)) if text.contains("share a version")));
    }
}
