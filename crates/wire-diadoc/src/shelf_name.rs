//! Names on the shelf as the vendor's clients write them.

use exchange::{Refusal, ShelfName};

use crate::refusal::WireRefusal;

/// What clients put before names of their own where a name may also be everybody's. Here all names are one's own.
const OWN: &str = "__userId__/";

/// A name that a method gave, or that the client chose, with the mark of an own name or without it.
pub fn read(text: &str) -> Result<ShelfName, Refusal> {
    ShelfName::parse(text.strip_prefix(OWN).unwrap_or(text))
}

/// A name that the client chooses: it must be marked as its own, since there are no names of everybody's.
pub fn own(text: &str) -> Result<ShelfName, WireRefusal> {
    let name = text.strip_prefix(OWN).and_then(|name| ShelfName::parse(name).ok());
    let accepted = "__userId__/ and a name of letters, digits, hyphens, underscores and dots";
    name.ok_or(WireRefusal::ParameterForm { name: "nameOnShelf", accepted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_names() {
        for text in ["a.pdf", "__userId__/a.pdf"] {
            assert_eq!(read(text).unwrap().as_str(), "a.pdf", "{text}");
        }
        assert_eq!(own("__userId__/a.pdf").unwrap().as_str(), "a.pdf");
        for bad in ["a.pdf", "public/a.pdf", "__userId__/", "__userId__/../a", "__USERID__/a", ""] {
            assert!(own(bad).is_err(), "{bad}");
        }
        for bad in ["public/a.pdf", "__userId__/__userId__/a", "", "имя"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
