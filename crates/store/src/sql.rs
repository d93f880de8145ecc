//! Statements as named constants, and the values bound to them.

/// One SQL statement of a room, the same text for SQLite and PostgreSQL.
///
/// `name` is `<room>.<what>`; the room's tables begin with `<room>_`. Every room lists its statements in
/// `pub const STATEMENTS: &[&Sql]`, which [`crate::lint_statements`] checks and [`crate::prepare_all`] prepares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sql {
    /// `<room>.<what>`, for errors and logs.
    pub name: &'static str,
    /// The text, with `$1`-style placeholders.
    pub text: &'static str,
    /// Whose data it touches.
    pub scope: Scope,
}

/// Whose data a statement touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One organization's: the text must name `organization_id`, the distribution key.
    Org,
    /// A small look-up table by a looked-up value (login, ИНН, thumbprint, box id).
    Directory,
    /// Belongs to the whole installation (trust lists, rates, the store's own tables).
    Global,
}

impl Sql {
    /// A statement over one organization's data.
    #[must_use]
    pub const fn org(name: &'static str, text: &'static str) -> Self {
        Self { name, text, scope: Scope::Org }
    }

    /// A statement over a directory table.
    #[must_use]
    pub const fn directory(name: &'static str, text: &'static str) -> Self {
        Self { name, text, scope: Scope::Directory }
    }

    /// A statement over data of the whole installation.
    #[must_use]
    pub const fn global(name: &'static str, text: &'static str) -> Self {
        Self { name, text, scope: Scope::Global }
    }
}

/// One bound value: only whole numbers, text and bytes cross the store, each also absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bind {
    /// BIGINT.
    I64(Option<i64>),
    /// TEXT.
    Text(Option<String>),
    /// BYTEA.
    Bytes(Option<Vec<u8>>),
}

/// The values of one statement, made by [`crate::binds!`].
pub type Binds = Vec<Bind>;
