use crate::model::{AccreditationSpan, AccreditedAuthority, AccreditedList};
use kernel::{CivilDate, Moment};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

pub(super) const FIND_LATEST: Sql = Sql::global(
    "trust.find_latest_accredited_edition",
    "SELECT added_version, list_date, source FROM trust_accredited_edition WHERE added_version <= $1 \
     ORDER BY list_date DESC, added_version DESC LIMIT 1",
);

pub(super) const LIST: Sql = Sql::global(
    "trust.list_accredited_spans",
    "SELECT fingerprint, name, ogrn, accredited_from, accredited_until FROM trust_accredited_span WHERE added_version = $1 \
     ORDER BY fingerprint, accredited_from",
);

pub(super) const INSERT_EDITION: Sql = Sql::global(
    "trust.insert_accredited_edition",
    "INSERT INTO trust_accredited_edition (added_version, list_date, source, added_at) VALUES ($1, $2, $3, $4)",
);

pub(super) const INSERT_SPAN: Sql = Sql::global(
    "trust.insert_accredited_span",
    "INSERT INTO trust_accredited_span (added_version, fingerprint, accredited_from, accredited_until, name, ogrn) VALUES ($1, $2, $3, $4, $5, $6)",
);

/// The list that counts at a version: of the latest day, and of that day the one imported last.
pub(crate) async fn find_latest_list(fetch: &mut dyn Fetch, version: i64) -> Result<Option<AccreditedList>, Fault> {
    let Some(row) = fetch.fetch_optional(&FIND_LATEST, binds![version]).await? else { return Ok(None) };
    let list_date = row.parsed(1, Row::text, |text: String| text.parse::<CivilDate>())?;
    let mut authorities: Vec<AccreditedAuthority> = Vec::new();
    for span in fetch.fetch_all(&LIST, binds![row.i64(0)?]).await? {
        let (fingerprint, held) = (span.bytes(0)?, read_span(&span)?);
        match authorities.last_mut() {
            Some(last) if last.fingerprint == fingerprint => last.spans.push(held),
            _ => {
                let (name, ogrn) = (span.text(1)?, span.text(2)?);
                authorities.push(AccreditedAuthority { fingerprint, name, ogrn, spans: vec![held] });
            }
        }
    }
    let list = AccreditedList::new(list_date, &row.text(2)?, authorities);
    list.map(Some).map_err(|e| Fault::Decode(format!("accredited list of {list_date}: {e}")))
}

fn read_span(row: &Row) -> Result<AccreditationSpan, Fault> {
    let until = row.opt_i64(4)?.map(Moment::from_micros);
    Ok(AccreditationSpan { from: Moment::from_micros(row.i64(3)?), until })
}

/// Keeps a list beside those that are here.
pub(crate) async fn insert_list(tx: &mut Tx<'_>, version: i64, at: Moment, list: &AccreditedList) -> Result<(), Fault> {
    tx.execute(&INSERT_EDITION, binds![version, list.list_date(), list.source(), at]).await?;
    for authority in list.authorities() {
        for span in &authority.spans {
            let until = span.until.map(Moment::micros);
            let binds = binds![version, &authority.fingerprint, span.from, until, &authority.name, &authority.ogrn];
            tx.execute(&INSERT_SPAN, binds).await?;
        }
    }
    Ok(())
}
