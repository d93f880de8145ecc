use crate::model::Origin;
use kernel::Moment;
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(super) const LIST_AS_OF: Sql = Sql::global(
    "trust.list_authorities_as_of",
    "SELECT fingerprint, role, origin FROM trust_authority \
     WHERE added_version <= $1 AND (removed_version IS NULL OR removed_version > $1) ORDER BY fingerprint",
);

pub(super) const FIND_PRESENT: Sql = Sql::global(
    "trust.find_present_authority",
    "SELECT fingerprint, role, origin FROM trust_authority WHERE fingerprint = $1 AND removed_version IS NULL",
);

pub(super) const GET_CERTIFICATE: Sql = Sql::global(
    "trust.get_authority_certificate",
    "SELECT certificate FROM trust_authority WHERE fingerprint = $1 ORDER BY added_version DESC LIMIT 1",
);

pub(super) const INSERT: Sql = Sql::global(
    "trust.insert_authority",
    "INSERT INTO trust_authority (fingerprint, added_version, role, origin, subject, certificate, added_at, removed_version, removed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL) ON CONFLICT DO NOTHING",
);

pub(super) const WITHDRAW: Sql = Sql::global(
    "trust.withdraw_authority",
    "UPDATE trust_authority SET removed_version = $2, removed_at = $3 WHERE fingerprint = $1 AND removed_version IS NULL",
);

/// Place of a certificate in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Trusted by itself.
    Root,
    /// Only helps to build a path.
    Intermediate,
}

impl Role {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Intermediate => "intermediate",
        }
    }
}

/// An authority, without its certificate.
#[derive(Clone, Debug)]
pub(crate) struct AuthorityRow {
    pub fingerprint: Vec<u8>,
    pub role: Role,
    pub origin: Origin,
}

fn read(row: &Row) -> Result<AuthorityRow, Fault> {
    let role = match row.text(1)?.as_str() {
        "root" => Role::Root,
        "intermediate" => Role::Intermediate,
        _ => return Err(Fault::Decode("trust_authority.role".to_owned())),
    };
    let origin = Origin::from_word(&row.text(2)?).ok_or_else(|| Fault::Decode("trust_authority.origin".to_owned()))?;
    Ok(AuthorityRow { fingerprint: row.bytes(0)?, role, origin })
}

/// Those that counted at a version.
pub(crate) async fn list_as_of(fetch: &mut dyn Fetch, version: i64) -> Result<Vec<AuthorityRow>, Fault> {
    fetch.fetch_all(&LIST_AS_OF, binds![version]).await?.iter().map(read).collect()
}

pub(crate) async fn find_present(fetch: &mut dyn Fetch, fingerprint: &[u8]) -> Result<Option<AuthorityRow>, Fault> {
    fetch.fetch_optional(&FIND_PRESENT, binds![fingerprint]).await?.as_ref().map(read).transpose()
}

pub(crate) async fn get_certificate(fetch: &mut dyn Fetch, fingerprint: &[u8]) -> Result<Option<Vec<u8>>, Fault> {
    fetch.fetch_optional(&GET_CERTIFICATE, binds![fingerprint]).await?.map(|row| row.bytes(0)).transpose()
}

/// A certificate to be kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewAuthority<'a> {
    pub row: &'a AuthorityRow,
    pub subject: &'a str,
    pub certificate: &'a [u8],
}

pub(crate) async fn insert_authority(
    tx: &mut Tx<'_>,
    version: i64,
    at: Moment,
    new: NewAuthority<'_>,
) -> Result<bool, Fault> {
    let binds = binds![
        &new.row.fingerprint,
        version,
        new.row.role.word(),
        new.row.origin.word(),
        new.subject,
        new.certificate,
        at
    ];
    Ok(tx.execute(&INSERT, binds).await? > 0)
}

pub(crate) async fn withdraw_authority(
    tx: &mut Tx<'_>,
    fingerprint: &[u8],
    version: i64,
    at: Moment,
) -> Result<bool, Fault> {
    Ok(tx.execute(&WITHDRAW, binds![fingerprint, version, at]).await? > 0)
}
