//! Types of titles under which details of signers are kept: the contract's enumeration `DocumentTitleType`, which no
//! message of a built method names, as a parameter and a number.

/// A type of titles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TitleType(i32);

impl TitleType {
    /// None.
    pub const ABSENT: Self = Self(-1);
    /// Seller's title of orders 155 and 820.
    pub const UTD_SELLER: Self = Self(0);
    /// Buyer's title of order 820.
    pub const UTD_820_BUYER: Self = Self(8);
    /// Seller's title of order 970.
    pub const UTD_970_SELLER: Self = Self(12);
    /// Buyer's title of order 970.
    pub const UTD_970_BUYER: Self = Self(13);

    /// Its number.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, number)| *number == self.0).map_or("Absent", |(name, _)| name)
    }

    /// By name without regard to letter case, or by number. `None` for what the contract does not know, and for "absent".
    pub fn read(text: &str) -> Option<Self> {
        let number = text.parse::<i32>().ok();
        let same = |(name, value): &&(&str, i32)| name.eq_ignore_ascii_case(text) || number == Some(*value);
        NAMES.iter().find(same).map(|(_, number)| Self(*number))
    }
}

/// Names and numbers of the contract.
const NAMES: &[(&str, i32)] = &[
    ("UtdSeller", 0),
    ("UtdBuyer", 1),
    ("UcdSeller", 2),
    ("UcdBuyer", 3),
    ("TovTorg551Seller", 4),
    ("TovTorg551Buyer", 5),
    ("AccCert552Seller", 6),
    ("AccCert552Buyer", 7),
    ("Utd820Buyer", 8),
    ("Torg2Buyer", 9),
    ("Torg2AdditionalInfo", 10),
    ("Ucd736Buyer", 11),
    ("Utd970Seller", 12),
    ("Utd970Buyer", 13),
    ("ProformaInvoice29", 14),
    ("LogisticsOrderRequest108", 15),
    ("LogisticsWaybillReception1065Sender", 16),
    ("LogisticsWaybillReception1065Recipient", 17),
    ("LogisticsWaybillDelivery1065Sender", 18),
    ("LogisticsWaybillDelivery1065Recipient", 19),
    ("LogisticsWaybillConsignorCost1065", 20),
    ("LogisticsWaybillCarrierCost1065", 21),
    ("LogisticsWaybillReaddress1065", 22),
    ("LogisticsWaybillRelay1065", 23),
    ("Ucd29Seller", 24),
    ("Ucd29Buyer", 25),
    ("LogisticsOrderRequestRecipient108", 26),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_contract() {
        let wire: serde_json::Value =
            serde_json::from_str(include_str!("../../../contracts/diadoc-wire.json")).unwrap();
        let enums = wire.get("enums").and_then(|enums| enums.as_array()).unwrap();
        let ours =
            enums.iter().find(|each| each.get("name").and_then(|n| n.as_str()) == Some("DocumentTitleType")).unwrap();
        let values = ours.get("values").and_then(|values| values.as_array()).unwrap();
        assert_eq!(values.len(), NAMES.len() + 1);
        for value in values {
            let name = value.get("name").and_then(|name| name.as_str()).unwrap();
            let number = i32::try_from(value.get("number").and_then(serde_json::Value::as_i64).unwrap()).unwrap();
            let read = TitleType::read(name).map(TitleType::number);
            assert_eq!(read, (number >= 0).then_some(number), "{name}");
        }
        assert_eq!(TitleType::read("utd970seller"), Some(TitleType::UTD_970_SELLER));
        assert_eq!(TitleType::read("13"), Some(TitleType::UTD_970_BUYER));
        for unknown in ["", "-1", "Absent", "27", "Utd970"] {
            assert_eq!(TitleType::read(unknown), None, "{unknown}");
        }
    }
}
