//! Filters of feeds and lists, in the words of the contract.

use exchange::{BoundedCount, DocumentKind, FeedFilter, KindSet, ListOrder, Side, Topic};

use crate::posting::fields::{root_only, root_parameter};
use crate::proto::api::proto::TotalCountType;
use crate::refusal::WireRefusal;
use crate::views::names;

/// A filter that may turn out to fit nothing that can be here: then nothing is asked of the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked<T> {
    /// These.
    Of(T),
    /// Nothing there is.
    Nothing,
}

/// What a request says of the feed, whichever way it says it.
#[derive(Debug, Default)]
pub struct FeedWords<'a> {
    /// Types of messages.
    pub message_types: Vec<&'a str>,
    /// Types of documents.
    pub types: Vec<&'a str>,
    /// Directions of documents.
    pub directions: Vec<&'a str>,
    /// The department.
    pub department: Option<&'a str>,
    /// Whether they are parameters of a query, not fields of a body.
    pub is_query: bool,
}

/// The filter of a feed. Letters are all the messages there are; drafts, templates and internal documents are none.
pub fn feed(words: &FeedWords<'_>, root: &str, names: [&'static str; 4]) -> Result<Asked<FeedFilter>, WireRefusal> {
    let [message_type, type_named_id, direction, department] = names;
    if words.is_query {
        root_parameter(words.department, root, department)?;
    } else {
        root_only(words.department, Some(root), department)?;
    }
    let letters =
        any_of(&words.message_types, "letter", &["draft", "template"], message_type, "Letter, Draft, Template")?;
    let inbound = any_of(&words.directions, "inbound", &["outbound", "internal"], direction, DIRECTIONS)?;
    let outbound = any_of(&words.directions, "outbound", &["inbound", "internal"], direction, DIRECTIONS)?;
    let kinds = kinds(&words.types, type_named_id)?;
    if !letters || kinds == KindSet::NONE || !(inbound || outbound) {
        return Ok(Asked::Nothing);
    }
    let side = match (outbound, inbound) {
        (true, false) => Some(Side::Sender),
        (false, true) => Some(Side::Recipient),
        _ => None,
    };
    Ok(Asked::Of(FeedFilter { topics: vec![Topic::Message], side, kinds, ..FeedFilter::default() }))
}

const DIRECTIONS: &str = "Inbound, Outbound, Internal";

/// Whether `word` is among the values, or none is named. Letter case plays no part. Refuses a value that is no word.
fn any_of(
    values: &[&str],
    word: &str,
    others: &[&str],
    name: &'static str,
    accepted: &'static str,
) -> Result<bool, WireRefusal> {
    let is = |value: &str, known: &str| value.eq_ignore_ascii_case(known);
    if values.iter().any(|value| !is(value, word) && !others.iter().any(|other| is(value, other))) {
        return Err(WireRefusal::ParameterForm { name, accepted });
    }
    Ok(values.is_empty() || values.iter().any(|value| is(value, word)))
}

/// Kinds that types name; all when none is named.
fn kinds(types: &[&str], name: &'static str) -> Result<KindSet, WireRefusal> {
    if types.is_empty() {
        return Ok(KindSet::ALL);
    }
    let mut all: Vec<DocumentKind> = Vec::new();
    for named in types {
        let accepted = "types of documents by their names";
        all.extend(names::kinds_of(named).ok_or(WireRefusal::ParameterForm { name, accepted })?);
    }
    Ok(KindSet::of(&all))
}

/// `Ascending` or `Descending`, in any letter case; ascending when nothing is said.
pub fn order(text: Option<&str>, name: &'static str) -> Result<ListOrder, WireRefusal> {
    match text.map(str::to_ascii_lowercase).as_deref() {
        None | Some("ascending") => Ok(ListOrder::OldestFirst),
        Some("descending") => Ok(ListOrder::NewestFirst),
        Some(_) => Err(WireRefusal::ParameterForm { name, accepted: "Ascending or Descending" }),
    }
}

/// Items of a page: 1 to 100, 100 when nothing is said.
pub fn limit(number: Option<i64>, name: &'static str) -> Result<u32, WireRefusal> {
    let Some(number) = number else { return Ok(kernel::PageRequest::LIMIT_MAX) };
    let fits = |limit: &u32| (1..=kernel::PageRequest::LIMIT_MAX).contains(limit);
    let refused = WireRefusal::ParameterForm { name, accepted: "1 to 100" };
    u32::try_from(number).ok().filter(fits).ok_or(refused)
}

/// A count, and whether it is one.
pub fn total(count: BoundedCount) -> (i32, TotalCountType) {
    let kind = if count.is_exact { TotalCountType::Equal } else { TotalCountType::GreaterThanOrEqual };
    (i32::try_from(count.count).unwrap_or(i32::MAX), kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::UtdFunction;

    const NAMES: [&str; 4] = ["messageType", "typeNamedId", "documentDirection", "departmentId"];
    const ROOT: &str = "0192d3c4-0000-7000-8000-00000000002a";

    #[test]
    fn filters_of_a_feed() {
        let asked = |message_types: &[&'static str], types: &[&'static str], directions: &[&'static str]| {
            let words = FeedWords {
                message_types: message_types.to_vec(),
                types: types.to_vec(),
                directions: directions.to_vec(),
                department: Some(ROOT),
                is_query: true,
            };
            feed(&words, ROOT, NAMES)
        };
        let all = FeedFilter { topics: vec![Topic::Message], ..FeedFilter::default() };
        assert_eq!(asked(&[], &[], &[]), Ok(Asked::Of(all.clone())));
        assert_eq!(asked(&["Draft", "LETTER"], &[], &["inbound", "Outbound"]), Ok(Asked::Of(all.clone())));
        let received = FeedFilter { side: Some(Side::Recipient), ..all.clone() };
        assert_eq!(asked(&[], &[], &["Inbound", "Internal"]), Ok(Asked::Of(received)));
        let kinds = KindSet::of(&[DocumentKind::Utd(UtdFunction::Invoice), DocumentKind::Nonformalized]);
        assert_eq!(asked(&[], &["Invoice", "Nonformalized"], &[]), Ok(Asked::Of(FeedFilter { kinds, ..all })));
        for nothing in [
            asked(&["Draft"], &[], &[]),
            asked(&["Template", "draft"], &[], &[]),
            asked(&[], &["Torg12"], &[]),
            asked(&[], &[], &["Internal"]),
        ] {
            assert_eq!(nothing, Ok(Asked::Nothing));
        }
        for (wrong, name) in [
            (asked(&["Letters"], &[], &[]), "messageType"),
            (asked(&[], &["УПД"], &[]), "typeNamedId"),
            (asked(&[], &[], &["In"]), "documentDirection"),
        ] {
            assert!(matches!(wrong, Err(WireRefusal::ParameterForm { name: named, .. }) if named == name));
        }
        let foreign = FeedWords { department: Some("0192d3c4-0000-7000-8000-00000000002b"), ..FeedWords::default() };
        assert!(matches!(feed(&foreign, ROOT, NAMES), Err(WireRefusal::FieldNotConnected { .. })));
    }

    #[test]
    fn pages_and_orders() {
        assert_eq!([None, Some(1), Some(100)].map(|number| limit(number, "limit")), [Ok(100), Ok(1), Ok(100)]);
        for wrong in [0, -1, 101, i64::MAX] {
            assert!(limit(Some(wrong), "limit").is_err(), "{wrong}");
        }
        assert_eq!(order(Some("DESCENDING"), "orderBy"), Ok(ListOrder::NewestFirst));
        assert_eq!(order(None, "orderBy"), Ok(ListOrder::OldestFirst));
        assert!(order(Some("up"), "orderBy").is_err());
    }
}
