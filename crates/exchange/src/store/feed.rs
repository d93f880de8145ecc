//! Reading the feed of a box.

use account::OrgScope;
use kernel::{BoxId, Moment};
use store::in_list::{FEW, MANY, fill, size_for};
use store::{Bind, Binds, Fault, Fetch, Row, Sql, binds, in_list};

use crate::model::event::{Event, EventPayload, Topic};
use crate::model::filter::{FeedFilter, KindSet, ListOrder};
use crate::model::ids::EventId;
use crate::model::side::Side;

macro_rules! select_event {
    () => {
        "SELECT seq, at, kind, version, payload FROM exchange_event"
    };
}
/// Empty text and 0 stand for "any": a parameter of unknown type is not portable.
macro_rules! shown {
    () => {
        " WHERE organization_id = $1 AND box_id = $2 AND topic IN ($3, $4, $5)
            AND ($6 = 0 OR counteragent_box_id = $7) AND ($8 = '' OR side = $8) AND ($9 = 0 OR kinds & $9 <> 0)
            AND at >= $10 AND at <= $11 AND seq > $12 AND seq < $13"
    };
}

pub(super) const OLDEST: Sql =
    Sql::org("exchange.list_events", concat!(select_event!(), shown!(), " ORDER BY seq LIMIT $14"));
pub(super) const NEWEST: Sql =
    Sql::org("exchange.list_events_newest", concat!(select_event!(), shown!(), " ORDER BY seq DESC LIMIT $14"));
pub(super) const COUNT: Sql = Sql::org(
    "exchange.count_events",
    concat!("SELECT count(*) FROM (SELECT seq FROM exchange_event", shown!(), " LIMIT $14) AS found"),
);
pub(super) const FIND: Sql = Sql::org(
    "exchange.find_event",
    concat!(select_event!(), " WHERE organization_id = $1 AND box_id = $2 AND event_id = $3"),
);
pub(super) const AT: Sql = Sql::org(
    "exchange.find_event_moment",
    "SELECT at FROM exchange_event WHERE organization_id = $1 AND box_id = $2 AND seq = $3",
);
pub(super) const LAST: Sql = Sql::org(
    "exchange.find_last_event_seq",
    "SELECT event_seq FROM exchange_box WHERE organization_id = $1 AND box_id = $2",
);
const AT_PLACES: &str = concat!(select_event!(), " WHERE organization_id = $1 AND box_id = $2 AND seq IN ");
pub(super) const FIND_FEW: Sql = in_list!(org, "exchange.find_few_events", AT_PLACES, 3, FEW, "");
pub(super) const FIND_MANY: Sql = in_list!(org, "exchange.find_many_events", AT_PLACES, 3, MANY, "");

/// Places between which events are looked for, both exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// After this one.
    pub after: i64,
    /// Before this one.
    pub before: i64,
}

fn shown(scope: &OrgScope, box_id: BoxId, filter: &FeedFilter, between: Between) -> Binds {
    let mut topics = filter.topics.iter().map(|topic| topic.as_str());
    let mut topic = || topics.next().unwrap_or("none");
    let counteragent = filter.counteragent_box_id;
    let kinds = if filter.kinds == KindSet::ALL { 0 } else { filter.kinds.bits() };
    binds![
        scope.organization_id(),
        box_id,
        topic(),
        topic(),
        topic(),
        counteragent.is_some(),
        counteragent.map_or_else(Vec::new, |id| id.to_vec()),
        filter.side.map_or("", Side::as_str),
        kinds,
        filter.from.map_or(i64::MIN, Moment::micros),
        filter.to.map_or(i64::MAX, Moment::micros),
        between.after,
        between.before
    ]
}

/// Events of the filter's topics, in the order. A filter that names no topic shows none.
pub async fn list(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, filter): (BoxId, &FeedFilter),
    (order, between): (ListOrder, Between),
    limit: i64,
) -> Result<Vec<Event>, Fault> {
    if filter.kinds == KindSet::NONE {
        return Ok(Vec::new());
    }
    let statement = match order {
        ListOrder::OldestFirst => &OLDEST,
        ListOrder::NewestFirst => &NEWEST,
    };
    let mut binds = shown(scope, box_id, filter, between);
    binds.extend(binds![limit]);
    let rows = reader.fetch_all(statement, binds).await?;
    rows.iter().map(read).collect()
}

/// How many there are, counted up to `count_max`.
pub async fn count(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, filter): (BoxId, &FeedFilter),
    between: Between,
    count_max: i64,
) -> Result<i64, Fault> {
    if filter.kinds == KindSet::NONE {
        return Ok(0);
    }
    let mut binds = shown(scope, box_id, filter, between);
    binds.extend(binds![count_max]);
    reader.fetch_one(&COUNT, binds).await?.i64(0)
}

/// The event with this id.
pub async fn find(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    id: EventId,
) -> Result<Option<Event>, Fault> {
    let row = reader.fetch_optional(&FIND, binds![scope.organization_id(), box_id, id]).await?;
    row.map(|row| read(&row)).transpose()
}

/// Events at these places, at most a page of them, in no order.
pub async fn find_all(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    box_id: BoxId,
    places: &[i64],
) -> Result<Vec<Event>, Fault> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let size = size_for(places.len());
    let mut binds = binds![scope.organization_id(), box_id];
    fill(&mut binds, places.iter().map(|seq| Bind::I64(Some(*seq))), size);
    let statement = if size == FEW { &FIND_FEW } else { &FIND_MANY };
    let rows = reader.fetch_limited(statement, binds, size).await?;
    rows.iter().map(read).collect()
}

/// The last number of the box's feed; 0 before the first.
pub async fn last_seq(reader: &mut impl Fetch, scope: &OrgScope, box_id: BoxId) -> Result<i64, Fault> {
    let row = reader.fetch_optional(&LAST, binds![scope.organization_id(), box_id]).await?;
    row.map_or(Ok(0), |row| row.i64(0))
}

/// The greatest place whose event, and every one it was compared with below, was written before `at`; found by halving,
/// since the feed has no gaps and its moments hardly ever go back.
pub async fn place_before(
    reader: &mut impl Fetch,
    scope: &OrgScope,
    (box_id, last): (BoxId, i64),
    at: Moment,
) -> Result<i64, Fault> {
    let (mut before, mut not_before) = (0, last + 1);
    while not_before - before > 1 {
        let middle = before + (not_before - before) / 2;
        let row = reader.fetch_optional(&AT, binds![scope.organization_id(), box_id, middle]).await?;
        if row.map_or(Ok(i64::MAX), |row| row.i64(0))? < at.micros() { before = middle } else { not_before = middle }
    }
    Ok(before)
}

/// Every topic there is.
pub const TOPICS: [Topic; 3] = [Topic::Message, Topic::Draft, Topic::Counteragent];

fn read(row: &Row) -> Result<Event, Fault> {
    let payload = row.parsed(4, Row::text, |text| serde_json::from_str::<EventPayload>(&text))?;
    Ok(Event { seq: row.i64(0)?, at: Moment::from_micros(row.i64(1)?), payload })
}
