//! The people of the bench and the signed documents they send, made before the clock runs.

use super::super::Failure;
use crate::client::Client;
use crate::story::cast::Role;
use crate::story::title::{Sides, seller_title};
use crate::story::{Credentials, Person, StoryFault, equip, found, sign_up};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use formats::utd::{Row, SellerTitle, Totals, UtdFunction};
use kernel::{Chance, Moment};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Organizations of one person: so that passwords, made slow on purpose, do not rule the setting up.
const ORGANIZATIONS_OF_PERSON: usize = 100;
/// Rows of a title: they make it 20 KB, a УПД of a usual size.
const ROWS: u32 = 73;
/// Digits of ИНН before the region and the check digit.
const INN_WEIGHTS: [usize; 9] = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/// Two organizations that agreed to exchange documents.
pub(super) struct Pair {
    romashka: Side,
    vasilek: Side,
}

/// One of them.
pub(super) struct Side {
    /// Who acts for it.
    pub(super) person: Person,
    /// Its feed as read so far.
    pub(super) feed: Mutex<Feed>,
}

/// What was read of a feed.
#[derive(Default)]
pub(super) struct Feed {
    /// Where to read on.
    pub(super) cursor: Option<String>,
    /// Messages that were in it.
    pub(super) messages: BTreeSet<String>,
}

impl Pair {
    /// Who sends and who receives; every other time the other way round.
    pub(super) fn sides(&self, turn: usize) -> (&Side, &Side) {
        if turn.is_multiple_of(2) { (&self.romashka, &self.vasilek) } else { (&self.vasilek, &self.romashka) }
    }
}

/// A signed title ready to be posted.
pub(super) struct Parcel {
    /// Whose.
    pub(super) pair: Arc<Pair>,
    /// Which way.
    pub(super) turn: usize,
    /// The title.
    pub(super) title: Vec<u8>,
    /// The body of the request.
    pub(super) body: Value,
    /// Its key of idempotency.
    pub(super) key: String,
}

/// A person to be who has many organizations.
pub(super) async fn accountant(client: &Client, number: usize, chance: &Chance) -> Result<Client, StoryFault> {
    let mut role = Role::romashka();
    role.word = format!("bench-{number}");
    sign_up(client, &role, &Credentials::drawn(&role, chance)).await
}

/// How many people such a number of organizations needs.
pub(super) fn accountants(boxes: usize) -> usize {
    boxes.div_ceil(ORGANIZATIONS_OF_PERSON).max(1)
}

/// The n-th pair, made over HTTP as anybody would.
pub(super) async fn settle(client: &Client, n: usize, chance: &Chance) -> Result<Pair, StoryFault> {
    let even = n.saturating_mul(2);
    let seller = one(client, Role::romashka(), "Ромашка", even, chance).await?;
    let buyer = one(client, Role::vasilek(), "Василёк", even.saturating_add(1), chance).await?;
    seller.befriend(&buyer).await?;
    let side = |person| Side { person, feed: Mutex::default() };
    Ok(Pair { romashka: side(seller), vasilek: side(buyer) })
}

async fn one(client: &Client, role: Role, name: &str, n: usize, chance: &Chance) -> Result<Person, StoryFault> {
    let (word, name) = (format!("{}-{n}", role.word), format!("ООО «{name} {n}»"));
    let role = Role { word, name, inn: inn(n), ogrn: None, ..role };
    let founded = found(client, &role, false).await?;
    equip(client.clone(), &role, &founded, chance).await
}

/// ИНН of a region that no tax office has, with its check digit.
fn inn(n: usize) -> String {
    let digits = format!("98{:07}", n % 10_000_000);
    let sum: usize = digits.bytes().zip(INN_WEIGHTS).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    format!("{digits}{}", sum % 11 % 10)
}

/// So many parcels, by two threads, each pair in its turn.
pub(super) fn make(pairs: &[Arc<Pair>], many: usize, chance: &Chance, at: Moment) -> Result<Vec<Parcel>, Failure> {
    let run: [u8; 4] = chance.octets();
    let parcel = |n: usize| {
        let pair = pairs.get(n % pairs.len().max(1)).ok_or_else(|| StoryFault::Missing("pairs".to_owned()))?;
        parcel(pair, n / pairs.len(), chance, at, format!("bench-{}-{n}", hex::encode(run)))
    };
    let half = many / 2;
    let made = std::thread::scope(|scope| {
        let other = scope.spawn(|| (half..many).map(parcel).collect::<Result<Vec<_>, _>>());
        let one = (0..half).map(parcel).collect::<Result<Vec<_>, _>>();
        (one, other.join())
    });
    let failed = |why: StoryFault| Failure::failed("a document", why);
    let (one, Ok(other)) = made else { return Err(Failure::Failed("documents were not made".to_owned())) };
    let mut parcels = one.map_err(failed)?;
    parcels.extend(other.map_err(failed)?);
    Ok(parcels)
}

fn parcel(pair: &Arc<Pair>, turn: usize, chance: &Chance, at: Moment, key: String) -> Result<Parcel, StoryFault> {
    let (from, to) = pair.sides(turn);
    let (from, to) = (&from.person, &to.person);
    let sides = Sides { seller: (&from.role, &from.participant_id), buyer: (&to.role, &to.participant_id) };
    let unique = hex::encode(chance.octets::<16>());
    let title = padded(&seller_title(sides, UtdFunction::SchfDop, &unique, at)?, ROWS)?;
    let signature = from.sign(&title, at)?;
    let document = json!({
        "kind": "utd_title", "content": STANDARD.encode(&title), "signature": STANDARD.encode(signature),
    });
    let body = json!({ "to_box_id": to.box_id, "documents": [document] });
    Ok(Parcel { pair: Arc::clone(pair), turn, title, body, key })
}

/// The same title with its rows repeated until there are so many.
pub(super) fn padded(title: &[u8], rows: u32) -> Result<Vec<u8>, StoryFault> {
    let mut fields = SellerTitle::read(title)?.fields().clone();
    let shortest = std::mem::take(&mut fields.rows);
    for (number, row) in (1..=rows).zip(shortest.iter().cycle()) {
        fields.rows.push(Row { number, ..row.clone() });
    }
    fields.totals = Totals::of(&fields.rows);
    Ok(SellerTitle::compose(fields)?.to_bytes()?)
}
