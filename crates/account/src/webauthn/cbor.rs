//! As much of CBOR (RFC 8949) as authenticators write: definite lengths (CTAP2 canonical form), whole numbers, octets,
//! texts, lists, maps and the simple values. Everything else is refused.

/// Levels of lists and maps: attestation objects have four.
const DEPTH_MAX: usize = 8;
/// Items of one list or map: the longest, a chain of certificates, has under ten.
const ITEMS_MAX: u64 = 64;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A whole number.
    Integer(i64),
    /// Octets.
    Bytes(&'a [u8]),
    /// A text.
    Text(&'a str),
    /// A list.
    List(Vec<Value<'a>>),
    /// Pairs in their order.
    Map(Vec<(Value<'a>, Value<'a>)>),
    /// False, true, nothing, undefined.
    Simple,
}

impl<'a> Value<'a> {
    /// The value under a text.
    pub fn text_key(&self, key: &str) -> Option<&Value<'a>> {
        self.find(|found| *found == Value::Text(key))
    }

    /// The value under a number.
    pub fn integer_key(&self, key: i64) -> Option<&Value<'a>> {
        self.find(|found| *found == Value::Integer(key))
    }

    fn find(&self, is_key: impl Fn(&Value<'a>) -> bool) -> Option<&Value<'a>> {
        let Self::Map(pairs) = self else { return None };
        let mut found = pairs.iter().filter(|(key, _)| is_key(key));
        // A key that stands twice may be read either way: neither is taken.
        found.next().filter(|_| found.next().is_none()).map(|(_, value)| value)
    }

    /// The octets, if it is octets.
    pub const fn bytes(&self) -> Option<&'a [u8]> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    /// The number, if it is one.
    pub const fn integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self { Some(*number) } else { None }
    }
}

/// One value and nothing after it.
pub fn read_whole(bytes: &[u8]) -> Option<Value<'_>> {
    let (value, rest) = read(bytes, DEPTH_MAX)?;
    rest.is_empty().then_some(value)
}

/// How many octets the first value takes.
pub fn length_of_first(bytes: &[u8]) -> Option<usize> {
    let (_, rest) = read(bytes, DEPTH_MAX)?;
    Some(bytes.len() - rest.len())
}

fn read(bytes: &[u8], depth: usize) -> Option<(Value<'_>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (count, rest) = count(first & 31, rest)?;
    match first >> 5 {
        0 => Some((Value::Integer(i64::try_from(count).ok()?), rest)),
        1 => Some((Value::Integer(-1 - i64::try_from(count).ok()?), rest)),
        2 => {
            let (octets, rest) = rest.split_at_checked(usize::try_from(count).ok()?)?;
            Some((Value::Bytes(octets), rest))
        }
        3 => {
            let (octets, rest) = rest.split_at_checked(usize::try_from(count).ok()?)?;
            Some((Value::Text(std::str::from_utf8(octets).ok()?), rest))
        }
        4 => list(count, rest, depth.checked_sub(1)?),
        5 => map(count, rest, depth.checked_sub(1)?),
        7 if (20..=23).contains(&(first & 31)) => Some((Value::Simple, rest)),
        _ => None,
    }
}

/// The number that the low five bits begin; lengths that are not said are refused.
fn count(low: u8, rest: &[u8]) -> Option<(u64, &[u8])> {
    let (octets, rest) = match low {
        0..=23 => return Some((u64::from(low), rest)),
        24 => rest.split_at_checked(1)?,
        25 => rest.split_at_checked(2)?,
        26 => rest.split_at_checked(4)?,
        27 => rest.split_at_checked(8)?,
        _ => return None,
    };
    Some((octets.iter().fold(0, |number, octet| (number << 8) | u64::from(*octet)), rest))
}

fn list(count: u64, mut rest: &[u8], depth: usize) -> Option<(Value<'_>, &[u8])> {
    let mut items = Vec::new();
    for _ in 0..Some(count).filter(|count| *count <= ITEMS_MAX)? {
        let (item, after) = read(rest, depth)?;
        items.push(item);
        rest = after;
    }
    Some((Value::List(items), rest))
}

fn map(count: u64, mut rest: &[u8], depth: usize) -> Option<(Value<'_>, &[u8])> {
    let mut pairs = Vec::new();
    for _ in 0..Some(count).filter(|count| *count <= ITEMS_MAX)? {
        let (key, after) = read(rest, depth)?;
        let (value, after) = read(after, depth)?;
        pairs.push((key, value));
        rest = after;
    }
    Some((Value::Map(pairs), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn octets(text: &str) -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn examples_of_the_standard() {
        // RFC 8949, appendix A.
        for (text, value) in [
            ("00", Value::Integer(0)),
            ("17", Value::Integer(23)),
            ("1818", Value::Integer(24)),
            ("1903e8", Value::Integer(1000)),
            ("1b000000e8d4a51000", Value::Integer(1_000_000_000_000)),
            ("20", Value::Integer(-1)),
            ("3903e7", Value::Integer(-1000)),
            ("f4", Value::Simple),
            ("f6", Value::Simple),
            ("4401020304", Value::Bytes(&[1, 2, 3, 4])),
            ("62c3bc", Value::Text("ü")),
            ("83010203", Value::List(vec![Value::Integer(1), Value::Integer(2), Value::Integer(3)])),
            ("a16161f5", Value::Map(vec![(Value::Text("a"), Value::Simple)])),
        ] {
            assert_eq!(read_whole(&octets(text)), Some(value), "{text}");
        }
    }

    #[test]
    fn what_authenticators_do_not_write_is_refused() {
        for text in [
            "",
            "18",
            "1bffffffffffffffff",
            "5f41ff",
            "9f01ff",
            "c101",
            "f90000",
            "fb3ff199999999999a",
            "ff",
            "0000",
            "4401",
            "62c328",
            "9840",
            "818181818181818181",
            "a1",
            "a101",
            "f8ff",
        ] {
            assert_eq!(read_whole(&octets(text)), None, "{text}");
        }
        assert_eq!(length_of_first(&octets("820102ff")), Some(3));
    }

    #[test]
    fn a_key_that_stands_twice_is_none() {
        let twice = octets("a2616101616102");
        assert_eq!(read_whole(&twice).unwrap().text_key("a"), None);
        let once = octets("a2616101200a");
        let once = read_whole(&once).unwrap();
        assert_eq!(once.text_key("a").and_then(Value::integer), Some(1));
        assert_eq!(once.integer_key(-1).and_then(Value::integer), Some(10));
    }
}
