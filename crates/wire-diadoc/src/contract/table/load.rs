//! The tables at hand, each read when first asked for.

use super::Table;
use super::notation::read;
use std::sync::OnceLock;

const VALUES: &str = include_str!("../tables/values.map");
const PARTS_970: &str = include_str!("../tables/parts970.map");
const SELLER_970: &str = include_str!("../tables/seller970.map");
const ITEM_0502: &str = include_str!("../tables/item_05_02.map");
const ITEM_0503: &str = include_str!("../tables/item_05_03.map");
const BUYER: &str = include_str!("../tables/buyer.map");
const BUYER_970: &str = include_str!("../tables/buyer970.map");
const PARTS_820: &str = include_str!("../tables/parts820.map");
const SELLER_820: &[&str] = &[VALUES, PARTS_820, include_str!("../tables/seller820.map")];
const BUYER_820: &[&str] = &[VALUES, PARTS_820, BUYER, include_str!("../tables/buyer820.map")];

/// What a table is read from: its parts, a later one replacing what an earlier says, and the marks of lines that count.
struct Source {
    name: &'static str,
    marks: &'static [&'static str],
    parts: &'static [&'static str],
}

const fn source(name: &'static str, marks: &'static [&'static str], parts: &'static [&'static str]) -> Source {
    Source { name, marks, parts }
}

const TABLES: &[Source] = &[
    source(
        "utd970_05_03_01.seller",
        &[],
        &[VALUES, PARTS_970, SELLER_970, ITEM_0503, include_str!("../tables/utd970_05_03_01.seller.map")],
    ),
    source(
        "utd970_05_02_01.seller",
        &[],
        &[VALUES, PARTS_970, SELLER_970, ITEM_0502, include_str!("../tables/utd970_05_02_01.seller.map")],
    ),
    source("utd970.buyer", &[], &[VALUES, PARTS_970, BUYER, BUYER_970]),
    source("utd820_05_01_02_hyphen.seller", &["hyphen", "ids", "power", "representative", "second"], SELLER_820),
    source("utd820_05_01_02.seller", &["ids", "second"], SELLER_820),
    source("utd820_05_01_01_hyphen.seller", &["hyphen", "ids", "power"], SELLER_820),
    source("utd820_05_01_01.seller", &["loose"], SELLER_820),
    source("utd820.buyer", &["hyphen", "power"], BUYER_820),
    source("utd820_05_01_01_hyphen.buyer", &["hyphen", "loose"], BUYER_820),
    source("universal_message", &[], &[VALUES, include_str!("../tables/universal_message.map")]),
    source("signer970", &[], &[VALUES, PARTS_970, include_str!("../tables/signer970.map")]),
    source("signer820", &[], &[VALUES, PARTS_820, include_str!("../tables/signer820.map")]),
];

/// A table by its name; `None` for a name that is not here.
pub(crate) fn table(name: &str) -> Option<&'static Table> {
    static READ: [OnceLock<Table>; TABLES.len()] = [const { OnceLock::new() }; TABLES.len()];
    let at = TABLES.iter().position(|known| known.name == name)?;
    let source = TABLES.get(at)?;
    let made = || read(source.parts, source.marks).unwrap_or_else(|rule| kernel::bug!("mapping table {name}: {rule}"));
    READ.get(at).map(|slot| slot.get_or_init(made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sound() {
        for source in TABLES {
            if let Err(rule) = read(source.parts, source.marks) {
                panic!("{}: {rule}", source.name);
            }
            assert!(table(source.name).is_some());
        }
        assert!(table("utd551_05_01_02.seller").is_none());
    }
}
