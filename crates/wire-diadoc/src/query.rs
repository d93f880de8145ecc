//! The query's parameters.

use kernel::TypedId;

use crate::ids;
use crate::refusal::WireRefusal;
use crate::table::Row;
use crate::ticks;

/// Parameters of one request: more are no request of the vendor's clients.
const PAIRS_MAX: usize = 64;

/// Parameters that clients repeat to name several values.
const REPEATED: &[&str] = &["messageType", "typeNamedId", "documentDirection"];

/// The parameters that the method knows; others are passed over, empty ones count as absent.
#[derive(Debug, Clone, Default)]
pub struct Query(Vec<(&'static str, String)>);

impl Query {
    /// Reads a query string. Names are taken without regard to letter case. Refuses a known name twice, and text that
    /// is no UTF-8 in percent form.
    pub fn read(row: &'static Row, text: &str) -> Result<Self, WireRefusal> {
        let mut known: Vec<(&'static str, String)> = Vec::new();
        for (count, pair) in text.split('&').filter(|pair| !pair.is_empty()).enumerate() {
            if count >= PAIRS_MAX {
                return Err(WireRefusal::Query);
            }
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (plain(name)?, plain(value)?);
            let Some(name) = row.query.iter().find(|known| known.eq_ignore_ascii_case(&name)) else { continue };
            if known.iter().any(|(seen, _)| seen == name) && !REPEATED.contains(name) {
                return Err(WireRefusal::ParameterTwice { name });
            }
            known.push((name, value));
        }
        Ok(Self(known))
    }

    /// The text, if it is there and not empty.
    pub fn text(&self, name: &'static str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Every text of a parameter that may be repeated, empty ones left out.
    pub fn texts(&self, name: &'static str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, value)| *known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// The text, which must be there.
    pub fn need(&self, name: &'static str) -> Result<&str, WireRefusal> {
        self.text(name).ok_or(WireRefusal::ParameterMissing { name })
    }

    /// `true`, `false`, `1`, `0` in any letter case; `false` when absent.
    pub fn flag(&self, name: &'static str) -> Result<bool, WireRefusal> {
        match self.text(name).map(str::to_ascii_lowercase).as_deref() {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1") => Ok(true),
            Some(_) => Err(WireRefusal::ParameterForm { name, accepted: "true or false" }),
        }
    }

    /// A whole number.
    pub fn number(&self, name: &'static str) -> Result<Option<i64>, WireRefusal> {
        let read =
            |text: &str| text.parse().map_err(|_| WireRefusal::ParameterForm { name, accepted: "a whole number" });
        self.text(name).map(read).transpose()
    }

    /// A moment in ticks.
    pub fn moment(&self, name: &'static str) -> Result<Option<kernel::Moment>, WireRefusal> {
        let accepted = "ticks: 100 ns since 0001-01-01 UTC";
        let read = |number: i64| ticks::moment(number).ok_or(WireRefusal::ParameterForm { name, accepted });
        self.number(name)?.map(read).transpose()
    }

    /// An identifier, if it is there.
    pub fn id<T: TypedId>(&self, name: &'static str) -> Result<Option<T>, WireRefusal> {
        let refused = WireRefusal::ParameterForm { name, accepted: "an identifier (GUID)" };
        self.text(name).map(|text| ids::parse(text).ok_or(refused)).transpose()
    }

    /// An identifier that must be there.
    pub fn need_id<T: TypedId>(&self, name: &'static str) -> Result<T, WireRefusal> {
        self.id(name)?.ok_or(WireRefusal::ParameterMissing { name })
    }
}

/// Percent form and `+` undone. Refuses a broken escape and bytes that are no UTF-8.
fn plain(text: &str) -> Result<String, WireRefusal> {
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(octet) = rest.next() {
        octets.push(match octet {
            b'+' => b' ',
            b'%' => {
                let (high, low) = (rest.next().and_then(digit), rest.next().and_then(digit));
                high.zip(low).map(|(high, low)| high * 16 + low).ok_or(WireRefusal::Query)?
            }
            other => other,
        });
    }
    String::from_utf8(octets).map_err(|_| WireRefusal::Query)
}

fn digit(octet: u8) -> Option<u8> {
    char::from(octet).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Body, Status};
    use kernel::BoxId;

    static ROW: Row = Row {
        name: "X",
        version: 1,
        path: "/X",
        verbs: &["GET"],
        query: &["boxId", "count", "injectEntityContent", "documentFunction", "messageType"],
        request: Body::None,
        response: Body::None,
        codes: &[200],
        core: false,
        status: Status::Current,
    };

    fn read(text: &str) -> Result<Query, WireRefusal> {
        Query::read(&ROW, text)
    }

    #[test]
    fn parameters_are_read() {
        let query = read("BOXID=0192d3c4000070008000000000000 02a&x=1".replace(' ', "").as_str()).unwrap();
        assert!(query.need_id::<BoxId>("boxId").is_ok());
        let query = read("documentFunction=%D0%A1%D0%A7%D0%A4&count=&injectEntityContent=True").unwrap();
        assert_eq!((query.text("documentFunction"), query.number("count")), (Some("СЧФ"), Ok(None)));
        assert_eq!(query.flag("injectEntityContent"), Ok(true));
        for (text, flag) in [("1", true), ("0", false), ("FALSE", false), ("true", true)] {
            assert_eq!(read(&format!("injectEntityContent={text}")).unwrap().flag("injectEntityContent"), Ok(flag));
        }
        assert_eq!(read("documentFunction=a%2Bb+c").unwrap().text("documentFunction"), Some("a+b c"));
        let query = read("messageType=Letter&messagetype=&messageType=Draft").unwrap();
        assert_eq!(query.texts("messageType").collect::<Vec<_>>(), ["Letter", "Draft"]);
    }

    #[test]
    fn bad_ones_are_named() {
        assert_eq!(read("boxId=a&boxid=b").unwrap_err(), WireRefusal::ParameterTwice { name: "boxId" });
        for bad in ["boxId=%", "boxId=%2", "boxId=%zz", "boxId=%ff", "%ff=1"] {
            assert_eq!(read(bad).unwrap_err(), WireRefusal::Query, "{bad}");
        }
        assert_eq!(read(&"a=1&".repeat(PAIRS_MAX + 1)).unwrap_err(), WireRefusal::Query);
        let query = read("boxId=x&count=1.5&injectEntityContent=yes").unwrap();
        assert!(matches!(query.need_id::<BoxId>("boxId"), Err(WireRefusal::ParameterForm { name: "boxId", .. })));
        assert!(matches!(query.number("count"), Err(WireRefusal::ParameterForm { name: "count", .. })));
        assert!(query.flag("injectEntityContent").is_err());
        assert_eq!(read("").unwrap().need("boxId").unwrap_err(), WireRefusal::ParameterMissing { name: "boxId" });
    }
}
