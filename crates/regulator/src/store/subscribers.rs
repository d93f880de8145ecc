//! Whom operators serve.

use super::{from_json, to_json};
use crate::model::Subscriber;
use ::store::{Fault, Fetch, Row, Sql, Tx, binds};
use kernel::{Inn, Kpp, Moment};
use pki::Certificate;

pub const PUT: Sql = Sql::global(
    "regulator.put_subscriber",
    "INSERT INTO regulator_subscriber (subscriber_id, inn, kpp, name, operator, certificates, registered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (subscriber_id) DO UPDATE SET inn = excluded.inn, kpp = excluded.kpp, name = excluded.name,
        operator = excluded.operator, certificates = excluded.certificates",
);
pub const FIND: Sql = Sql::global(
    "regulator.find_subscriber",
    "SELECT subscriber_id, inn, kpp, name, operator, certificates FROM regulator_subscriber WHERE subscriber_id = $1",
);
pub const LIST: Sql = Sql::global(
    "regulator.list_subscribers",
    "SELECT subscriber_id, inn, kpp, name, operator, certificates FROM regulator_subscriber
     ORDER BY registered_at DESC, subscriber_id LIMIT $1",
);

/// Registers one, or what changed of one.
pub async fn put(tx: &mut Tx<'_>, subscriber: &Subscriber, at: Moment) -> Result<(), Fault> {
    let certificates: Vec<String> = subscriber.certificates.iter().map(|one| hex::encode(one.to_der())).collect();
    let binds = binds![
        subscriber.id.as_str(),
        subscriber.inn.as_str(),
        subscriber.kpp.as_ref().map_or("", Kpp::as_str),
        subscriber.name.as_str(),
        subscriber.operator.as_str(),
        to_json(&certificates)?,
        at
    ];
    tx.execute(&PUT, binds).await?;
    Ok(())
}

/// By its id in containers.
pub async fn find(from: &mut (impl Fetch + ?Sized), id: &str) -> Result<Option<Subscriber>, Fault> {
    from.fetch_optional(&FIND, binds![id]).await?.as_ref().map(read).transpose()
}

/// The latest ones.
pub async fn list(from: &mut (impl Fetch + ?Sized), limit: i64) -> Result<Vec<Subscriber>, Fault> {
    from.fetch_all(&LIST, binds![limit]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Subscriber, Fault> {
    let damaged = |what: &str| Fault::Decode(format!("regulator: a subscriber's {what}"));
    let certificates: Vec<String> = from_json(row.text_ref(5)?)?;
    let certificate = |text: String| {
        let der = hex::decode(text).map_err(|_| damaged("certificate"))?;
        Certificate::from_der(&der).map_err(|_| damaged("certificate"))
    };
    let kpp = row.text(2)?;
    Ok(Subscriber {
        id: row.text(0)?,
        inn: Inn::parse(row.text_ref(1)?).map_err(|_| damaged("ИНН"))?,
        kpp: if kpp.is_empty() { None } else { Some(Kpp::parse(&kpp).map_err(|_| damaged("КПП"))?) },
        name: row.text(3)?,
        operator: row.text(4)?,
        certificates: certificates.into_iter().map(certificate).collect::<Result<_, _>>()?,
    })
}
