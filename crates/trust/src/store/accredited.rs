use crate::model::{AccreditedAuthority, AccreditedList};
use kernel::{CivilDate, Moment};
use store::{Fault, Fetch, Sql, Tx, binds};

pub(super) const FIND_LATEST: Sql = Sql::global(
    "trust.find_latest_accredited_list",
    "SELECT list_date, source FROM trust_accredited_list WHERE added_version <= $1 ORDER BY list_date DESC LIMIT 1",
);

pub(super) const LIST: Sql = Sql::global(
    "trust.list_accredited_authorities",
    "SELECT fingerprint, name, ogrn, accredited_from, accredited_until FROM trust_accredited_authority WHERE list_date = $1 ORDER BY fingerprint",
);

pub(super) const INSERT_LIST: Sql = Sql::global(
    "trust.insert_accredited_list",
    "INSERT INTO trust_accredited_list (list_date, source, added_version, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
);

pub(super) const INSERT_AUTHORITY: Sql = Sql::global(
    "trust.insert_accredited_authority",
    "INSERT INTO trust_accredited_authority (list_date, fingerprint, name, ogrn, accredited_from, accredited_until) VALUES ($1, $2, $3, $4, $5, $6)",
);

/// Date and source of the newest list at a version.
pub(crate) async fn find_latest_list(
    fetch: &mut dyn Fetch,
    version: i64,
) -> Result<Option<(CivilDate, String)>, Fault> {
    let Some(row) = fetch.fetch_optional(&FIND_LATEST, binds![version]).await? else { return Ok(None) };
    let list_date = row.parsed(0, store::Row::text, |text: String| text.parse::<CivilDate>())?;
    Ok(Some((list_date, row.text(1)?)))
}

/// Its authorities.
pub(crate) async fn list_authorities(
    fetch: &mut dyn Fetch,
    list_date: CivilDate,
) -> Result<Vec<AccreditedAuthority>, Fault> {
    let rows = fetch.fetch_all(&LIST, binds![list_date]).await?;
    rows.iter()
        .map(|row| {
            Ok(AccreditedAuthority {
                fingerprint: row.bytes(0)?,
                name: row.text(1)?,
                ogrn: row.text(2)?,
                accredited_from: Moment::from_micros(row.i64(3)?),
                accredited_until: row.opt_i64(4)?.map(Moment::from_micros),
            })
        })
        .collect()
}

/// Keeps a list; false when a list of that date is here already.
pub(crate) async fn insert_list(
    tx: &mut Tx<'_>,
    version: i64,
    at: Moment,
    list: &AccreditedList,
) -> Result<bool, Fault> {
    let date = list.list_date();
    if tx.execute(&INSERT_LIST, binds![date, list.source(), version, at]).await? == 0 {
        return Ok(false);
    }
    for authority in list.authorities() {
        let until = authority.accredited_until.map(Moment::micros);
        let binds =
            binds![date, &authority.fingerprint, &authority.name, &authority.ogrn, authority.accredited_from, until];
        tx.execute(&INSERT_AUTHORITY, binds).await?;
    }
    Ok(true)
}
